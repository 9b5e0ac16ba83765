import { css } from '../element/css.js';
import { frameSheet } from '../element/frame-sheet.js';
import { chartRoomSheet } from './room-sheet.js';

/**
 * The card around a chart. Lengths are in `em` of its own text; the width that counts is the chart's. Nothing that a page sets on every
 * element reaches in. `--zj-elder` and `--zj-contrast` are switches: see the sheet of the gauge.
 */
const cardSheet = css`
  :host {
    min-width: min(100%, 16em);
  }
  .root {
    /* Where all lines are dark, those of the grid would hide the figures. */
    --_elder-faint: var(--zj-elder) 0.3;
    --_contrast-faint: var(--zj-contrast) 0.3;
    --_faint: var(--_contrast-faint, var(--_elder-faint, 1));
    --_pad: var(--zj-padding, 1.125em);
    --_menu-pad: var(--_pad);
  }
  .probe {
    padding: var(--_edge) 0 var(--_small);
    text-indent: var(--_pad);
  }
  figure {
    padding: var(--_pad) var(--_pad) calc(var(--_pad) * 0.6);
  }
  figcaption {
    font-size: 1.1875em;
    line-height: 1.4;
  }
  figcaption small {
    display: inline-block;
    padding: 0 0.4em;
    border: 1px dashed;
    border-radius: var(--_corner);
    color: var(--_ink-soft);
    font-size: var(--_elder-small, calc(var(--_small) * 0.85));
    font-weight: 400;
    vertical-align: 0.1em;
  }
  .state {
    margin-top: calc(var(--_gap) * 0.7);
  }
  .chip {
    display: inline-block;
    padding: 0.25em 0.65em 0.25em 0.55em;
    border-radius: var(--_corner);
    background: #8881;
    color: var(--_status);
    font-weight: var(--_weight);
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .chip {
      background: color-mix(in srgb, currentColor var(--zj-tint, 11%), var(--_surface));
    }
  }
  .icon {
    display: inline-block;
    width: 1em;
    height: 1em;
    margin-right: 0.35em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.1em;
  }
  .whole {
    white-space: nowrap;
  }
  [part='summary'] {
    margin: calc(var(--_gap) * 0.7) 0 var(--_gap);
    font-size: var(--_elder-small, 0.9375em);
    line-height: 1.6;
    text-wrap: pretty;
  }
  .remarks,
  .foot,
  [part='error'] {
    font-size: var(--_small);
  }
  .remarks,
  .foot {
    color: var(--_ink-soft);
  }
  .remarks {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .remarks li {
    margin-top: 0.3em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 8px;
    margin-top: auto;
    padding-top: var(--_gap);
  }
  .foot {
    margin-top: var(--_gap);
    padding-top: calc(var(--_gap) * 0.8);
    border-top: 1px solid var(--_line);
  }
  /* A day breaks from its words only where it has no room in a line. */
  [part='through'] {
    display: inline-block;
  }
  .data {
    flex: 0 1 auto;
    max-width: 100%;
  }
  .data[open] {
    flex-basis: 100%;
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: var(--_touch);
    padding: 0 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    color: var(--_action);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  /* The chart has its frame, its name and its source already. */
  .opened > * {
    --zj-padding: 0px;
    --zj-min-height: 0px;
    --zj-rule: transparent;
    margin: 0.75em 0;
  }
  .opened > ::part(figure) {
    border: 0;
    border-radius: 0;
  }
  .opened > ::part(label),
  .opened > ::part(foot) {
    display: none;
  }
  .tables {
    max-height: 24em;
    overflow: auto;
  }
  table {
    width: 100%;
    margin: 0.75em 0;
    border-collapse: collapse;
    color: inherit;
    font: inherit;
    font-size: var(--_small);
  }
  caption,
  th,
  td {
    padding: 0.4em 0.6em 0.4em 0;
    text-align: start;
    vertical-align: top;
    overflow-wrap: normal;
  }
  caption {
    font-weight: 600;
  }
  th {
    font-weight: 600;
  }
  tbody th {
    font-weight: 400;
    white-space: nowrap;
  }
  tbody :is(th, td) {
    border-top: 1px solid var(--_line);
  }
  .tables :is(th, td) {
    min-width: 4.5em;
  }
  .figure:is(th, td) {
    text-align: end;
  }
  td.figure {
    white-space: nowrap;
  }
  /* The names of a figure stay in sight while the table is moved. */
  .tables th[scope] {
    position: sticky;
    top: 0;
    left: 0;
    background: var(--_surface);
  }
  .tables thead th[scope] {
    z-index: 1;
    left: auto;
  }
  a {
    color: var(--_action);
  }
  [part~='grid'] {
    stroke-opacity: var(--_faint);
  }
  .error [part='error'] {
    margin: var(--_gap) 0;
  }
  :focus-visible {
    outline-offset: 1px;
  }
  .unseen {
    position: absolute !important;
    width: 1px;
    height: 1px;
    margin: 0 !important;
    padding: 0 !important;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .fallback figure {
    padding: 0;
    border: 0;
    background: none;
  }
  [part='summary']:empty,
  .fallback :is(figcaption, .state, [part='summary'], .foot, .wait) {
    display: none !important;
  }
  @media (forced-colors: active) {
    .root {
      --_status: CanvasText;
      --_ink: CanvasText;
      --_ink-soft: CanvasText;
      --_neutral: CanvasText;
      --_line: CanvasText;
      --_achieved: CanvasText;
      --_on-track: CanvasText;
      --_at-risk: CanvasText;
      --_off-track: CanvasText;
      --_surface: Canvas;
      --_track: Canvas;
      --_action: LinkText;
      --_focus: Highlight;
      --_faint: 0.3;
    }
  }
  /* It is seen no sooner than its width is known; until then it keeps its place. */
  @media screen {
    .root:not([size]) figure {
      visibility: hidden;
    }
  }
  @media print {
    :host,
    .root,
    .root.root figure {
      display: block;
    }
    tr,
    [part='summary'],
    .remarks {
      break-inside: avoid;
    }
    /* A card that may break keeps its head with its first row, and its last row with the one before. */
    :is(
      figcaption,
      .state,
      [part='summary'],
      [part='error'],
      [part='legend'],
      thead,
      tbody > :is(:first-child, :nth-last-child(2))
    ) {
      break-after: avoid;
    }
    /* Firefox knows no break-after: room that the first row covers keeps a heading on its sheet. */
    @supports (-moz-appearance: none) {
      .root.root.root::before,
      [part='area-title']::after {
        content: '';
        display: block;
        height: 14em;
        margin-bottom: -14em;
        padding: 0;
        break-inside: avoid;
      }
      [part='area-title'] {
        display: flow-root;
      }
      [part='area-title']::after {
        height: 6em;
        margin-bottom: -6em;
      }
    }
    .tables {
      max-height: none;
      overflow: visible;
    }
    .tables :is(th, td) {
      min-width: 0;
    }
    .data:not([open]),
    .data summary {
      display: none;
    }
  }
`;

/** The look of the card of every chart. */
export const chartSheet: string = frameSheet + chartRoomSheet + cardSheet;
