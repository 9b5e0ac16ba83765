import { chartSheet } from '../chart/sheet.js';
import { css } from '../element/css.js';
import { narrowSheet } from './narrow-sheet.js';
import { panelSheet } from './panel-sheet.js';
import { breakdownRoomSheet } from './room-sheet.js';

/**
 * The table of a breakdown. Columns have widths that the script reckons from their texts (`--_names`, `--_share`, …), the bars the
 * rest: one length is one figure in all rows. Without room a row is a block of three lines.
 */
const tableSheet = css`
  [part='legend'] {
    color: var(--_ink-soft);
    font-size: var(--_small);
  }
  .rows {
    margin: 0 0 var(--_gap);
    table-layout: fixed;
    font-size: var(--_elder-small, 0.875em);
    line-height: 1.45;
    --_row: var(--_touch);
  }
  .rows :is(th, td) {
    height: var(--_row);
    padding: 0.3em 0;
    border: 0;
    font-weight: 400;
    text-align: end;
    vertical-align: middle;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  tbody tr {
    border-bottom: 1px solid var(--_line);
  }
  thead tr {
    border-bottom: 1px solid var(--_line);
    color: var(--_ink-soft);
    font-size: var(--_elder-small, 0.93em);
  }
  .rows th {
    padding-block: 0;
  }
  .rows thead th {
    vertical-align: top;
    word-break: keep-all;
    overflow-wrap: normal;
  }
  .rows :is(th[scope='row'], th.name, .rank) {
    text-align: start;
  }
  .wide .rank {
    width: 2em;
  }
  .wide .name {
    width: var(--_names);
  }
  .wide .share {
    width: var(--_share);
  }
  .wide .change {
    width: var(--_change);
  }
  .elder .contribution {
    display: none !important;
  }
  .wide .contribution {
    width: var(--_contribution);
  }
  td.rank {
    color: var(--_ink-soft);
  }
  .rows th[scope='row'] {
    padding-inline-end: 0.75em;
  }
  .measure > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--_figures);
    align-items: center;
  }
  .wide.change .measure > div {
    display: block;
  }
  .wide.change .total .measure > div {
    display: grid;
  }
  b {
    font-weight: 600;
    white-space: nowrap;
  }
  .rows .total > * {
    font-weight: 700;
  }
  .total b {
    font-weight: 700;
  }
  tbody .total {
    border-top: 1.5px solid var(--_ink);
    border-bottom: 0;
  }
  .rows .part th {
    padding-inline-start: 0.9em;
  }
  .arrow {
    display: inline-block;
    width: 1.3em;
    color: var(--_ink-soft);
    font-size: var(--_elder-small, 0.93em);
    text-align: center;
  }
  [part='state'],
  .nobar {
    color: var(--_ink-soft);
    font-size: var(--_small);
  }
  [part='state'] {
    padding: 0 0.35em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    white-space: nowrap;
  }
  button[part='sort'],
  button[part='choose'],
  button[part='open'] {
    display: inline-flex;
    margin: 0;
    align-items: center;
    min-height: var(--_touch);
    padding: 0;
    border: 0;
    border-radius: var(--_corner);
    color: inherit;
    text-align: inherit;
    overflow-wrap: anywhere;
  }
  button[part='sort'] {
    min-width: var(--_touch);
    justify-content: flex-end;
  }
  :is(th.name, .narrow thead th) button[part='sort'] {
    justify-content: flex-start;
  }
  th.measure button[part='sort'] {
    justify-content: flex-start;
  }
  [aria-sort] button[part='sort'] {
    color: var(--_ink);
    font-weight: 700;
  }
  .sorted {
    width: 1.1em;
    text-align: center;
    flex: none;
  }
  button[part='open'] {
    color: var(--_action);
    text-decoration: underline;
  }
  button[part='open']::before {
    content: '▸';
    width: 1.1em;
    flex: none;
    text-decoration: none;
  }
  button[part='open'][aria-expanded='true']::before {
    content: '▾';
  }
  .member,
  .part,
  .rest {
    cursor: pointer;
  }
  button[part='sort']:hover,
  .member:hover [part='choose'],
  .part:hover [part='choose'] {
    text-decoration: underline;
  }
  .chosen {
    box-shadow: inset 3px 0 var(--_on-track);
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .chosen {
      background: color-mix(in srgb, var(--_on-track) 9%, var(--_surface));
    }
  }
  .chosen [part='choose'] {
    font-weight: 700;
  }
  .rows .chosen td.rank {
    padding-inline-start: 0.5em;
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .rest,
    .merged {
      background: color-mix(in srgb, var(--_track) 28%, transparent);
    }
  }
  .bar,
  .sides {
    display: block;
    width: 100%;
    height: 18px;
    height: 1.3em;
    overflow: visible;
  }
  .wide.change .bar {
    height: 1.6em;
  }
  .wide.change :is(.drawing, .sides) {
    width: auto;
    margin-inline: var(--_figures);
  }
  .sides {
    fill: var(--_ink-soft);
    font-size: var(--_elder-small, 0.93em);
  }
  [part='bar'],
  [part='negative'] {
    fill: var(--_on-track);
  }
  [part='negative'] {
    fill: var(--_surface);
    stroke: var(--_on-track);
    stroke-width: 2;
  }
  [part='rest'] {
    fill: var(--_neutral);
    opacity: 0.55;
  }
  [part='frame'] {
    fill: none;
    stroke: var(--_neutral);
    stroke-width: 2;
  }
  [part='stripes'] {
    stroke: var(--_neutral);
    stroke-width: 40;
  }
  [part='casing'] {
    stroke: var(--_surface);
    stroke-width: 5;
  }
  [part='mark'] {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  [part='zero'] {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  [part='figure-text'] {
    fill: var(--_ink);
    font-weight: 600;
  }
`;

const mediaSheet = css`
  @media (forced-colors: active) {
    [part='bar'] {
      fill: CanvasText;
    }
    [part='rest'],
    [part='negative'] {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 2;
      opacity: 1;
    }
    :is([part='frame'], [part='stripes'], [part='mark'], [part='zero']) {
      stroke: CanvasText;
    }
    [part='casing'] {
      stroke: Canvas;
    }
    [part='figure-text'],
    .sides {
      fill: CanvasText;
    }
    .chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .root.root:not(.open) figure {
      break-inside: auto;
    }
    .rows button {
      display: inline-flex !important;
      color: inherit;
      text-decoration: none !important;
    }
    .sorted,
    button[part='open']::before {
      display: none;
    }
  }
`;

/** The look of a breakdown. */
export const sheet = chartSheet + breakdownRoomSheet + panelSheet + tableSheet + narrowSheet + mediaSheet;
