import { chartSheet } from '../chart/sheet.js';
import { css } from '../element/css.js';
import { boardRoomSheet } from './room-sheet.js';

/** The look of tasks. Only the state “done” has the colour of an achievement; no state says that a task is late. */
const tasksSheet = css`
  .done {
    --_status: var(--_achieved);
  }
  .under-way {
    --_status: var(--_action);
  }
  .stopped,
  .all {
    --_status: var(--_ink);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-bottom: var(--_gap);
  }
  .count {
    margin: 0;
    padding: 0 0.875em;
    border-color: var(--_line);
    background: var(--_surface);
    color: var(--_ink);
    font-size: var(--_small);
  }
  .count .icon {
    color: var(--_status);
  }
  .count[aria-pressed='true'] {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_surface);
  }
  .count[aria-pressed='true'] .icon {
    color: inherit;
  }
  .count[disabled] {
    border-style: dashed;
    color: var(--_ink-soft);
    cursor: default;
  }
  .area {
    padding: var(--_gap) 0;
    border-top: 1px solid var(--_line);
  }
  [part='area-title'] {
    font-weight: var(--_weight);
    word-break: keep-all;
  }
  ul,
  ol,
  dl {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .told,
  .tally,
  .line,
  .facts,
  .where {
    font-size: var(--_small);
  }
  .told,
  .tally,
  .line {
    color: var(--_ink-soft);
  }
  /* For elders: the task, its state and how many measures are done; reports stand behind it. */
  .elder summary .line,
  .elder .changes {
    display: none;
  }
  .facts :is(.line, .where) {
    font-size: 1em;
  }
  .task {
    border-top: 1px dashed var(--_line);
  }
  .told + .tasks {
    margin-top: 0.5em;
  }
  .row,
  summary.row {
    display: grid;
    gap: 0.25em 1.25em;
    align-items: center;
    min-height: var(--_touch);
    padding: 0.625em 0 0.625em 1.5em;
    border: 0;
    color: inherit;
  }
  summary.row {
    position: relative;
  }
  /* A corner that points to the side while it is closed, and down while it is open. */
  summary.row::before {
    content: '';
    position: absolute;
    top: 1.15em;
    left: 0.25em;
    width: 0.5em;
    height: 0.5em;
    border: solid var(--_action);
    border-width: 2px 2px 0 0;
    transform: rotate(45deg);
  }
  [open] > summary.row::before {
    transform: rotate(135deg);
  }
  .name {
    word-break: keep-all;
  }
  .row .name {
    font-weight: 600;
  }
  .chip {
    white-space: nowrap;
  }
  .chip.none,
  .chip.not-started {
    border: 1px dashed;
    background: none;
  }
  .tally {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  .marks:empty {
    display: none;
  }
  .marks .icon {
    margin-right: 0.2em;
    color: var(--_status);
  }
  .inside {
    margin-inline-start: 1.5em;
  }
  .facts p + p {
    margin-top: 0.25em;
  }
  .measures {
    margin-bottom: 0.75em;
  }
  .measure {
    display: grid;
    gap: 0.25em 1.25em;
    align-items: start;
    padding: 0.625em 0;
    border-top: 1px solid var(--_line);
  }
  .facts + .measures {
    margin-top: 0.625em;
  }
  .wide .row {
    grid-template-columns: minmax(0, 5fr) 8.5em minmax(0, 4fr) minmax(0, 5fr);
  }
  .elder .wide summary.row {
    grid-template-columns: minmax(0, 5fr) 8.5em minmax(0, 9fr);
  }
  .wide .measure {
    grid-template-columns: minmax(0, 5fr) 8.5em minmax(0, 9fr);
  }
  .wide summary.row::before {
    top: calc(50% - 0.35em);
  }
  .changes > summary {
    margin-top: 0.35em;
    padding: 0 0.75em;
  }
  .changes ol {
    padding: 0.25em 0 0.25em 1em;
  }
  .safeguards {
    padding-top: var(--_gap);
    border-top: 1px solid var(--_line);
  }
  .safeguards > summary {
    font-size: var(--_small);
  }
  dt {
    margin-top: 0.5em;
    font-weight: 600;
  }
  dd {
    margin: 0.2em 0 0 1em;
    font-size: var(--_elder-small, 0.9375em);
  }
  .remarks {
    margin-top: var(--_gap);
  }
  a[part='evidence'] {
    display: inline-flex;
    align-items: center;
    min-height: var(--_touch);
  }
  @media (forced-colors: active) {
    .root .done,
    .root .under-way {
      --_status: CanvasText;
    }
    .count[aria-pressed='true'] {
      padding: 0 calc(0.875em - 2px);
      border: 3px double;
      background: Canvas;
      color: CanvasText;
      text-decoration: underline;
    }
    .chip {
      border: 1px solid;
    }
  }
  @media print {
    .counts,
    .safeguards:not([open]) {
      display: none;
    }
    summary.row::before {
      content: none;
    }
    .row.row,
    .inside {
      margin: 0;
      padding-inline-start: 0;
    }
    .root.root:not(.open) figure {
      break-inside: auto;
    }
    .task,
    [part='area-title'],
    .told {
      break-inside: avoid;
    }
    [part='area-title'],
    .told {
      break-after: avoid;
    }
  }
`;

/** The look of a board in its card. */
export const boardSheet: string = chartSheet + boardRoomSheet + tasksSheet;
