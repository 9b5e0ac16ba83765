import { css } from '../element/css.js';

/** A filter in the colours of the system, and on paper, where its conditions stand in words alone. */
export const mediaSheet: string = css`
  @media (forced-colors: active) {
    .bar,
    .base,
    .tick,
    .year {
      fill: CanvasText;
    }
    .bar.in,
    .fill.in,
    .track.in {
      fill: Highlight;
    }
    .open :is(rect, path) {
      stroke: CanvasText;
    }
    .open.in :is(rect, path) {
      stroke: Highlight;
    }
    .window {
      fill: none;
      stroke: Highlight;
    }
    .ground,
    .track {
      fill: Canvas;
      stroke: CanvasText;
    }
    .busy {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .fields,
    .own,
    .chips .fold {
      display: none;
    }
    .chips :is(li, button).more,
    .chips li:not(.fold) {
      display: block;
    }
    .chips {
      gap: 0 1.5em;
      min-height: 0;
    }
    .chips button {
      display: block;
      min-height: 0;
      padding: 0.15em 0;
      border: 0 !important;
      background: none !important;
    }
    .cross,
    .busy {
      display: none;
    }
  }
`;
