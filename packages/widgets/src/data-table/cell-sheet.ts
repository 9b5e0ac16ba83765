import { css } from '../element/css.js';

/** The heads and the cells. */
export const cellSheet = css`
  .cells.cells :is(th, td) {
    box-sizing: border-box;
    min-width: 0;
    height: var(--_row);
    padding: 0 0.85em;
    border: 0;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  .by-scroll .cells :is(th, td) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .by-pages .cells tbody :is(th, td) {
    max-width: 22em;
    padding-block: 0.35em;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .cells.cells tbody th {
    font-weight: 600;
  }
  .cells.cells .of-figure {
    text-align: end;
    white-space: nowrap;
  }
  .cells.cells .of-day {
    white-space: nowrap;
  }
  .cells.cells :is(td, th).sorted {
    background: var(--_soft);
  }
  .wide .cells tbody tr:hover > * {
    background: var(--_soft);
  }
  /* The first column stays, the heads stay, and the sums do. */
  .wide .cells tr > :first-child {
    border-inline-end: 2px solid var(--_line);
  }
  /* Cells that stay cost time at each step of scrolling: only where there is something to stay for. */
  .wide .sideways .cells tr > :first-child {
    position: sticky;
    z-index: 1;
    left: 0;
  }
  .wide .cells thead th {
    position: sticky;
    z-index: 2;
    top: 0;
    height: auto;
    padding: 0 0.85em;
    border-bottom: 2px solid var(--_ink-soft);
    vertical-align: bottom;
  }
  .wide .sideways .cells thead th:first-child {
    z-index: 3;
  }
  .wide .cells tfoot > tr > * {
    position: sticky;
    z-index: 2;
    bottom: 0;
    padding-block: 0.35em;
    border-top: 2px solid var(--_line);
    border-bottom: 0;
    background: var(--_soft);
    font-weight: 700;
  }
  .wide .sideways .cells tfoot > tr > :first-child {
    z-index: 3;
  }
  tfoot small {
    display: block;
    color: var(--_ink-soft);
    font-size: var(--_elder-small, 0.9em);
    font-weight: 400;
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0;
  }
  .cells [part='sort'],
  .cells [part='filter'] {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-width: 0;
    min-height: var(--_touch);
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 0.25em;
    color: inherit;
    font-weight: 700;
    text-align: start;
  }
  .cells [part='sort'] {
    flex: 1 1 auto;
    justify-content: space-between;
    white-space: nowrap;
  }
  .cells [part='filter'] {
    flex: none;
    justify-content: center;
    width: var(--_touch);
    margin-inline-end: -0.85em;
    color: var(--_ink-soft);
  }
  .cells [part='filter'].on {
    color: var(--_action);
  }
  .funnel {
    width: 0.95em;
    height: 0.95em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .on .funnel {
    fill: currentColor;
  }
  .arrow {
    color: var(--_ink-soft);
    font-weight: 400;
  }
  .sorted .arrow {
    color: var(--_action);
    font-weight: 700;
  }
  .facts {
    display: flex;
    flex-flow: column;
    color: var(--_ink-soft);
    font-size: var(--_elder-small, 0.93em);
    line-height: 1.45;
    text-align: start;
    white-space: nowrap;
  }
  .histogram {
    display: var(--_elder-none, block);
    --_elder-none: var(--zj-elder) none;
    width: 100%;
    max-width: 11em;
    height: 1.5em;
    margin-top: 0.3em;
    fill: var(--_ink-soft);
    opacity: 0.55;
  }
  .cells a,
  .whole-text a {
    color: var(--_action);
  }
  .empty {
    display: inline-block;
    padding: 0 0.5em;
    border-radius: 0.25em;
    background: var(--_soft);
    color: var(--_ink-soft);
    font-size: var(--_elder-small, 0.93em);
    line-height: 1.6;
  }
  .unfilled,
  .unreported {
    border: 1px dashed var(--_ink-soft);
    background: none;
  }
  .settled {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    margin: 0;
    font-weight: 600;
  }
  .settled.provisional {
    color: var(--_action);
  }
  .shape {
    flex: none;
    width: 0.9em;
    height: 0.9em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linejoin: round;
  }
  .shape.full {
    fill: currentColor;
  }
  mark {
    border-radius: 0.15em;
    background: var(--_mark);
    color: inherit;
  }
  .empty mark {
    color: var(--_ink);
  }
  .hit mark {
    outline: 2px solid var(--_ink);
  }
  .cells.cells tbody [aria-selected='true'] {
    background: var(--_chosen);
  }
  .cells :is(th, td):focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }
  .bone {
    display: inline-block;
    width: 5em;
    max-width: 80%;
    height: 0.6em;
    border-radius: 0.3em;
    background: var(--_line);
  }
  @media (forced-colors: active) {
    .cells.cells tbody [aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .empty {
      border: 1px solid;
    }
  }
`;
