import { css } from '../element/css.js';

/** The chart of the periods with its brush, and the bars of values. */
export const plotSheet: string = css`
  .stage {
    position: relative;
    margin: 0 11px;
    cursor: crosshair;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .stage input {
    position: absolute;
    inset: calc(118px - var(--_touch) / 2) -11px auto;
    height: var(--_touch);
    width: calc(100% + 22px);
    opacity: 0;
    pointer-events: none;
  }
  .plot {
    display: block;
    height: calc(134px + var(--_small) * 1.3);
    overflow: visible;
  }
  .bar,
  .fill {
    fill: var(--_ink-soft);
    fill-opacity: 0.5;
  }
  .bar.in,
  .fill.in {
    fill: var(--_action);
    fill-opacity: 1;
  }
  /* Half of the outline is cut off. */
  .open rect {
    fill: none;
    stroke: var(--_ink-soft);
    stroke-width: 3;
  }
  .open path {
    stroke: var(--_ink-soft);
    stroke-width: 1.5;
  }
  .open.in :is(rect, path) {
    stroke: var(--_action);
  }
  .window {
    fill: var(--_action);
    fill-opacity: 0.1;
  }
  .base,
  .tick {
    fill: var(--_ink-soft);
  }
  .track,
  .ground {
    fill: var(--_track);
  }
  .track.in {
    fill: var(--_action);
  }
  .handle {
    fill: var(--_surface);
    stroke: var(--_action);
    stroke-width: 3;
    cursor: ew-resize;
  }
  .from:focus-visible ~ .plot .first,
  .to:focus-visible ~ .plot .last {
    stroke: var(--_focus);
    stroke-width: 6;
  }
  .year {
    fill: var(--_ink-soft);
    font-size: var(--_small);
  }
  .year.in {
    fill: var(--_ink);
    font-weight: 600;
  }
`;
