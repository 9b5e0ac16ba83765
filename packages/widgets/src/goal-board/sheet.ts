import { chartSheet } from '../chart/sheet.js';
import { css } from '../element/css.js';
import { boardRoomSheet } from './room-sheet.js';

/** The look of a board: a table where there is room, else a card for each goal. */
const rowsSheet = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 1.5em;
    margin-bottom: var(--_gap);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .counts button,
  .none button {
    margin: 0;
    padding: 0 0.75em;
    border-color: var(--_line);
    color: var(--_ink);
  }
  .counts button[aria-pressed='true'] {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_surface);
  }
  .counts .icon {
    color: var(--_status);
  }
  .counts [aria-pressed='true'] .icon {
    color: inherit;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5em;
    font-size: var(--_small);
  }
  select,
  input {
    max-width: 100%;
    min-height: var(--_touch);
    padding: 0 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
  }
  .shown,
  .hint {
    color: var(--_ink-soft);
    font-size: var(--_small);
  }
  /* The sheet of the detail, which comes later, is for tables in its cells. */
  .goals {
    margin: 0;
    font-size: var(--_elder-small, 0.9375em);
  }
  .goals > * > tr > * {
    width: auto;
    font-weight: 400;
    text-align: start;
    padding: 0.6em 1em 0.6em 0;
    vertical-align: middle;
  }
  .goals > thead th {
    border-top: 0;
    color: var(--_ink-soft);
    white-space: nowrap;
  }
  .goals > tbody > tr > th {
    font-weight: var(--_weight);
    white-space: normal;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .group th {
    padding-top: 1.1em;
  }
  .group small {
    color: var(--_ink-soft);
    font-size: 1em;
    font-weight: 400;
  }
  [part='open'] {
    display: flex;
    align-items: center;
    gap: 0.5em;
    width: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    color: inherit;
    font-weight: inherit;
    text-align: start;
  }
  .way {
    flex: none;
    color: var(--_action);
  }
  .goals .chip {
    white-space: nowrap;
  }
  .of-progress {
    white-space: nowrap;
  }
  .of-progress b {
    display: inline-block;
    min-width: 3.6em;
    text-align: end;
  }
  .bar {
    display: inline-block;
    width: 7em;
    margin-right: 0.5em;
    vertical-align: middle;
  }
  .bar svg {
    display: block;
    overflow: visible;
    width: 100%;
    height: 0.875em;
    stroke: currentColor;
    fill: none;
  }
  .bar rect {
    fill: currentColor;
    stroke: none;
  }
  .bar text {
    display: none;
  }
  [part='track'] {
    color: var(--_track);
  }
  [part='done'] {
    color: var(--_status);
  }
  [part='notch'] {
    color: var(--_surface);
  }
  [part='schedule'] {
    color: var(--_ink);
  }
  .reasons {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 1em 2em;
    padding: 0.25em 0 0.75em 1.4em;
  }
  dt {
    color: var(--_ink-soft);
  }
  .goals > tbody > .detail > td {
    border-top: 0;
  }
  .behind {
    padding: 0 0 0.75em 1.4em;
  }
  .detail :is(th, td) {
    white-space: normal;
  }
  .none {
    padding: 2em 1em;
    text-align: center;
  }
  .cards .goals,
  .cards .goals > tbody,
  .cards .goals > tbody > tr,
  .cards .goals > tbody > tr > * {
    display: block;
  }
  .cards .goals > tbody > tr > * {
    padding: 0.2em 0;
    border: 0;
  }
  .cards .goals > tbody > tr {
    padding: 0.6em 0;
    border-top: 1px solid var(--_line);
  }
  .cards .goals > tbody > .detail {
    padding-top: 0;
    border: 0;
  }
  .cards :is(.reasons, .behind) {
    padding-inline-start: 0;
  }
  .cards .bar {
    flex: 1 1 4em;
    margin: 0;
  }
  .cards .goals > tbody > tr > td:not([colspan]) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
  }
  .cards .label {
    color: var(--_ink-soft);
  }
  /* For elders: the state, the share and the figures; the rest stands behind the goal. */
  .elder .goals :is(.of-expected, .of-needed, .of-through),
  .elder .hint {
    display: none !important;
  }
  .cards .goals .withheld td:not(.of-status) {
    display: none;
  }
  @media (forced-colors: active) {
    .bar [part='track'] {
      stroke: CanvasText;
    }
    :is(select, input) {
      border-color: ButtonText;
    }
    .counts button[aria-pressed='true'] {
      padding: 0 calc(0.75em - 2px);
      border: 3px double;
      background: Canvas;
      color: CanvasText;
      text-decoration: underline;
    }
  }
  @media print {
    .tools {
      display: none;
    }
    .way {
      display: none;
    }
    [part='open'] {
      display: block;
    }
    .root.root:not(.open) figure {
      break-inside: auto;
    }
    .group {
      break-after: avoid;
    }
    .goals > * > tr > * {
      padding-right: 0.6em;
    }
    .bar {
      width: 5em;
    }
    /* A figure keeps its unit: the names have the rest of the room. */
    .root:not(.elder) .goals td {
      overflow-wrap: break-word;
      word-break: keep-all;
    }
    tbody {
      break-inside: auto;
    }
  }
`;

/** The look of a board in its card. */
export const boardSheet: string = chartSheet + boardRoomSheet + rowsSheet;
