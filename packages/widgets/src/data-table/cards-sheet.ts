import { css } from '../element/css.js';

/** Each row as a card, where there is no room for columns. */
export const cardsSheet = css`
  .narrow .cells {
    display: flex;
    flex-flow: column;
  }
  .narrow .cells :is(tbody, tfoot) {
    display: block;
  }
  .narrow .cells tr {
    display: flex;
    flex-wrap: wrap;
    margin-bottom: 0.75em;
    padding: 0.6em 1em 0.7em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
  }
  .narrow .cells tfoot tr {
    border-color: var(--_ink-soft);
    background: var(--_soft);
  }
  .narrow .cells.cells :is(tbody, tfoot) :is(th, td) {
    display: flex;
    /* A name and a value that have no room beside each other stand one above the other. */
    flex: 1 0 100%;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
    width: auto;
    max-width: 100%;
    height: auto;
    padding: 0.2em 0;
    border: 0;
    background: none;
    text-align: start;
    white-space: normal;
  }
  /* The head of a card: what tells its row from others, then the number of the row. */
  .narrow .cells.cells :is(tbody .heading, tfoot th) {
    flex: 0 1 auto;
    gap: 0 0.35em;
    order: -1;
    padding-bottom: 0.35em;
    font-size: 1.1em;
    font-weight: 700;
  }
  .narrow .heading .content {
    margin: 0;
    text-align: start;
  }
  .narrow .cells.cells .heading.last {
    flex-grow: 1;
  }
  .narrow .heading:not(.last) .content::after {
    content: ' ·';
    font-weight: 400;
  }
  .narrow .label {
    flex: none;
    max-width: 100%;
    overflow-wrap: anywhere;
    color: var(--_ink-soft);
  }
  .narrow .sorted > .label,
  .narrow .sorted > .content {
    color: inherit;
    font-weight: 700;
  }
  .narrow .content {
    min-width: 0;
    margin-inline-start: auto;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .narrow .of-text .content {
    text-align: start;
  }
  .narrow tfoot .content {
    font-weight: 700;
  }
  .narrow .number {
    flex: none;
    margin-inline-start: auto;
    color: var(--_ink-soft);
    font-size: var(--_elder-small, 0.8em);
    font-weight: 400;
  }
  .narrow .void {
    display: none !important;
  }
  .narrow .cells.cells tbody [aria-selected='true'] {
    background: var(--_chosen);
  }
  .card-order {
    display: inline-flex;
    flex: 1 1 12em;
    gap: 0.5em;
  }
  .card-order select {
    flex: 1 1 auto;
    min-width: 0;
  }
`;
