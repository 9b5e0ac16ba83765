import { chartSheet } from '../chart/sheet.js';
import { css } from '../element/css.js';
import { barSheet } from './bar-sheet.js';
import { cardsSheet } from './cards-sheet.js';
import { cellSheet } from './cell-sheet.js';
import { panelSheet } from './panel-sheet.js';

/** The box of the table: the parts that stay in sight, and those that scroll. */
const boxSheet = css`
  .room,
  .root {
    --_room-phone: 96em;
    --_room-middle: 58em;
    --_room-wide: 52em;
  }
  .root {
    --_elder-row: var(--zj-elder) 60px;
    --_line-height: max(44px, 2.6em);
    --_row: var(--_elder-row, var(--_line-height));
    --_soft: #8881;
    --_chosen: #8883;
    --_mark: #fd08;
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .root {
      --_soft: color-mix(in srgb, var(--_ink) 4%, var(--_surface));
      --_chosen: color-mix(in srgb, var(--_action) 12%, var(--_surface));
      --_mark: color-mix(in srgb, #f5b800 45%, var(--_surface));
    }
  }
  .title-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5em 1.5em;
    margin-bottom: var(--_gap);
  }
  /* Beside the name there are the tools. */
  @media screen {
    .menu .title-bar {
      padding-right: calc(var(--_touch) * 0.64 + 8px);
    }
    .menu figcaption::before {
      content: none;
    }
  }
  .title-bar > :first-child {
    flex: 1 1 16em;
    min-width: min(100%, 14em);
  }
  .title-bar [part='summary'] {
    margin: 0.25em 0 0;
    color: var(--_ink-soft);
    font-size: var(--_small);
  }
  .stage {
    position: relative;
  }
  .viewport {
    position: relative;
    max-height: max(22em, 80vh);
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    overflow: auto;
    overscroll-behavior: contain auto;
    /* Rows are placed by ourselves: a browser that corrects them would scroll away. */
    overflow-anchor: none;
  }
  .viewport.by-scroll {
    height: max(22em, 70vh);
  }
  .extent {
    min-width: min-content;
  }
  .cells.cells {
    width: 100%;
    margin: 0;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--_elder-small, 0.875em);
  }
  .elder-type,
  .cells.fixed {
    table-layout: fixed;
    width: max(100%, var(--_total));
  }
  .busy tbody {
    opacity: 0.55;
  }
  .none {
    padding: 2.5em 1em;
    text-align: center;
  }
  .none button {
    margin-top: 0.75em;
  }
  .viewport.narrow {
    max-height: none;
    border: 0;
    overflow: visible;
  }
  .remark,
  .note-find,
  .told {
    font-size: var(--_small);
    color: var(--_ink-soft);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 1.5em;
  }
  @media (forced-colors: active) {
    .root {
      --_soft: Canvas;
      --_chosen: Highlight;
      --_mark: Mark;
    }
    .histogram rect {
      fill: CanvasText;
    }
  }
  .on-paper {
    display: none;
  }
  @media print {
    .on-paper {
      display: inline;
    }
    /* The script has set the room of the rows that are not in the page. */
    .extent {
      padding: 0 !important;
    }
    .viewport.viewport {
      height: auto;
      max-height: none;
      overflow: visible;
    }
    .tools,
    .pages nav,
    .pages .choice,
    .modes,
    .note-find,
    .panel,
    [part='filter'],
    .histogram {
      display: none !important;
    }
    /* A browser does not repeat buttons in the heads of further pages. */
    .cells .top {
      display: block;
    }
    .cells [part='sort'] {
      display: contents !important;
    }
    .cells .name {
      font-weight: 700;
    }
    .cells .arrow {
      display: none;
    }
    .cells .sorted .arrow {
      display: inline;
    }
    /* Nobody scrolls paper: all columns have their place on it. */
    .wide .cells.cells {
      table-layout: auto;
      width: 100%;
      font-size: 0.7em;
    }
    .cells.cells col {
      width: auto !important;
    }
    .wide .cells.cells tr > :is(th, td) {
      position: static;
      max-width: none;
      height: auto;
      padding: 0.4em 0.5em;
      overflow-wrap: anywhere;
    }
    .wide .cells.cells tr > :not(.of-figure, .of-day),
    .wide .cells.cells thead th,
    .cells .facts {
      white-space: normal;
    }
    .cells .of-figure .facts {
      text-align: end;
    }
    .cells tr {
      break-inside: avoid;
    }
    /* The sums stand once, after the last row. */
    .wide .cells tfoot {
      display: table-row-group;
    }
  }
`;

/** On paper many columns are small, their names wrap, and figures break sooner than that a column leaves the sheet. */
const paperSheet = css`
  @media print {
    /* A long table begins below the heading of its page. */
    .root.root figure {
      break-inside: auto;
    }
    .extent.extent {
      min-width: 0;
    }
    .wide .cells.cells tr > :is(th, td) {
      position: static !important;
    }
    .cells :is([part='sort'], .name) {
      overflow-wrap: anywhere;
      white-space: normal;
    }
    .wide .cells.cells.many {
      font-size: 0.52em;
    }
    .wide .cells.cells.more {
      font-size: 0.45em;
    }
    .wide .cells.cells.most {
      font-size: 0.38em;
    }
    .wide .cells.cells.many tr > :is(th, td) {
      padding: 0.4em 0.25em;
      white-space: normal;
    }
    .wide .cells.cells.many tr > .of-figure {
      width: 8em;
      min-width: 6.4em;
    }
    .wide .cells.cells.many tr > :not(.of-figure) {
      min-width: 4em;
    }
    .wide .cells.cells.many tr > :first-child {
      min-width: 8em;
    }
    .wide .cells.cells.many.most tr > :is(th, td, .of-figure) {
      min-width: 0;
    }
  }
`;

/** The look of a data table. */
export const sheet: string =
  chartSheet + boxSheet + barSheet + cellSheet + panelSheet + cardsSheet + paperSheet;
