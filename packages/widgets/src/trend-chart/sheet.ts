import { css } from '../element/css.js';
import { chartSheet } from '../chart/sheet.js';
import { plotSheet } from './plot-sheet.js';
import { trendRoomSheet } from './room-sheet.js';

/** The readout, the plot and its slider. */
const trendSheet = css`
  .trend {
    display: flex;
    flex-flow: column;
    margin-bottom: var(--_gap);
  }
  .stage {
    position: relative;
    margin-top: var(--_gap);
    touch-action: pan-y pinch-zoom;
    -webkit-user-select: none;
    user-select: none;
    -webkit-user-select: none;
  }
  /* Where borders are dark, the lines of ticks would be as strong as figures, and grounds as dark as words. */
  [part='grid'] {
    --_elder-grid: var(--zj-elder) 0.35;
    --_contrast-grid: var(--zj-contrast) 0.35;
    stroke-opacity: var(--_contrast-grid, var(--_elder-grid, 1));
  }
  [part='stretch'] {
    --_contrast-stretch: var(--zj-contrast) 0.3;
    fill-opacity: var(--_contrast-stretch, 0.7);
  }
  .stage > svg {
    display: block;
    max-width: 100%;
    overflow: visible;
  }
  /* In high contrast the ground of a span of days is as dark as a frame. */
  [part~='stretch'] {
    --_veil: var(--zj-contrast) 0.3;
    fill-opacity: var(--_veil, 0.7);
  }
  .stage > .cursor {
    position: absolute;
    inset: 0 auto auto 0;
    pointer-events: none;
  }
  .walk {
    position: relative;
    height: var(--_touch);
    cursor: pointer;
  }
  .walk input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }
  .slider {
    display: block;
    max-width: 100%;
    overflow: visible;
  }
  [part='slider-track'] {
    stroke: var(--_track);
  }
  [part='slider-done'] {
    stroke: var(--_on-track);
  }
  [part~='slider-stop'] {
    stroke: var(--_neutral);
  }
  [part~='passed'] {
    stroke: var(--_surface);
  }
  [part='slider-ring'] {
    fill: var(--_surface);
    stroke: var(--_on-track);
  }
  [part='slider-thumb'] {
    fill: var(--_on-track);
  }
  input:focus-visible + .slider [part='slider-ring'] {
    stroke: var(--_focus);
    stroke-width: 4;
    r: 16px;
  }
  .readout {
    display: grid;
    grid-template-columns: repeat(var(--_columns, 5), minmax(0, 1fr));
    margin: 0;
    order: -1;
    border-left: 3px solid var(--_ink);
    background: var(--_ground, #8881);
  }
  .c2 {
    --_columns: 2;
  }
  .c3 {
    --_columns: 3;
  }
  .c4 {
    --_columns: 4;
  }
  .c6 {
    --_columns: 6;
  }
  .cell {
    padding: 0.5em 0.75em;
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .readout {
      --_ground: color-mix(in srgb, var(--_ink) 4%, var(--_surface));
    }
  }
  .cell :is(dt, .note, .figure span) {
    font-size: var(--_small);
  }
  .cell :is(dt, .note) {
    color: var(--_ink-soft);
  }
  .cell dd {
    margin: 0;
  }
  .cell .figure {
    line-height: 1.35;
  }
  .cell b {
    font-size: 1.1875em;
    font-weight: var(--_weight);
  }
  .cell .figure span {
    display: inline-block;
  }
  /* As high as the longest texts of all periods, wherever in a cell they break. */
  .cell {
    min-height: calc(1em + var(--_lines) * 1.603em + (1 + var(--_notes, 0)) * 1.5 * var(--_small));
  }
  .f1 {
    --_lines: 1;
  }
  .f2 {
    --_lines: 2;
  }
  .f3 {
    --_lines: 3;
  }
  .n1 {
    --_notes: 1;
  }
  .n2 {
    --_notes: 2;
  }
  .n3 {
    --_notes: 3;
  }
  .n4 {
    --_notes: 4;
  }
  .swatch {
    display: none;
    margin-right: 0.5em;
    fill: none;
    vertical-align: 0.1em;
  }
  .list {
    --_columns: 1;
    order: 1;
    margin-top: var(--_gap);
  }
  .list .cell {
    display: flex;
    flex-flow: wrap;
    align-items: baseline;
    align-content: start;
    gap: 0 0.75em;
    min-height: calc(0.5em + var(--_lines) * 1.5em + var(--_notes, 0) * 1.5 * var(--_small));
    padding: 0.25em 0.75em;
  }
  .list .cell :is(dt, .figure) {
    font-size: var(--_elder-small, 0.9375em);
    line-height: 1.6;
  }
  .list .cell b {
    font-size: 1em;
  }
  .list .cell :is(.figure, .note) {
    margin-inline-start: auto;
    text-align: end;
  }
  .list .note {
    flex-basis: 100%;
  }
  .list .one .note {
    flex-basis: auto;
    order: 1;
  }
  .list .one {
    min-height: 2em;
  }
  /* For elders: of the schedule and of last year the figure alone. A word on the state of a figure always stays. */
  .elder :is(.due, .lastYear) {
    --_notes: 0 !important;
  }
  .elder :is(.due, .lastYear) .note {
    display: none;
  }
  .list .one .figure {
    order: 2;
    margin-inline-start: 0;
  }
  .list .n0 .note {
    display: none;
  }
  .list .n0 .figure {
    margin-inline-start: auto;
  }
  .list .swatch {
    display: inline-block;
  }
  .list .cursor dt {
    display: none;
  }
  .list .cursor .figure {
    order: 0;
    margin-inline-start: 0;
    text-align: start;
  }
  .list .cell:first-child b {
    font-size: 1.0625em;
  }
  @media (forced-colors: active) {
    .readout {
      --_ground: Canvas;
      border: 1px solid CanvasText;
    }
    [part='slider-track'] {
      stroke: CanvasText;
      stroke-width: 1px;
    }
    [part='fan'] {
      fill: none;
      stroke: CanvasText;
      stroke-dasharray: 2 3;
    }
    /* Weaker than the figures; grounds have borders, since there are no tints. */
    :is([part='grid'], [part='notch'], [part='gap'], [part='leader'], [part='rope']) {
      stroke: GrayText;
    }
    [part='grid'] {
      stroke-opacity: 1;
      stroke-dasharray: 1 4;
    }
    [part='stretch'] {
      fill: none;
      stroke: GrayText;
      stroke-dasharray: 6 3;
    }
    [part='cursor-line'] {
      stroke: Highlight;
    }
  }
  @media print {
    /* Where there is room the figures stand beside the drawing, which is as low as it may be: two cards have room on a sheet. */
    .trend {
      flex-flow: wrap;
      align-items: flex-start;
      column-gap: calc(var(--_gap) * 2);
    }
    .stage {
      flex: 999 1 24em;
      min-width: 0;
    }
    .stage > svg {
      width: 100%;
      height: auto;
      max-height: 25em;
    }
    .readout {
      flex: 1 1 10em;
      margin-top: var(--_gap);
    }
    .cell.cell {
      min-height: 0;
    }
    .readout:not(.list) {
      grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr));
    }
    .list {
      flex-basis: 18em;
    }
    .walk,
    .stage > .cursor {
      display: none !important;
    }
  }
`;

/** The look of a trend chart. */
export const sheet: string = chartSheet + trendRoomSheet + plotSheet + trendSheet;
