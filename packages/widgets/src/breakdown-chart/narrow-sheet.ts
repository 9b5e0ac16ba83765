import { css } from '../element/css.js';

/** Rows of three lines. */
export const narrowSheet = css`
  .narrow,
  .narrow :is(thead, tbody) {
    display: block;
  }
  .narrow thead tr {
    display: flex;
    flex-flow: wrap;
    gap: 0 1em;
  }
  .rows.narrow thead th {
    height: auto;
    padding: 0;
  }
  .narrow thead .rank {
    width: 0;
    margin-inline-end: -1em;
  }
  .narrow .sorted:empty {
    display: none;
  }
  .narrow tbody tr {
    display: flex;
    flex-flow: wrap;
    align-items: baseline;
    gap: 0 0.6em;
    min-height: var(--_row);
    padding: 0.35em 0;
  }
  .rows.narrow tbody :is(th, td) {
    height: auto;
    padding: 0;
  }
  .narrow td.rank:empty {
    margin-inline-end: -0.6em;
  }
  .narrow th[scope='row'] {
    flex: 1 1 0;
    min-width: 50%;
  }
  .narrow button[part='choose'],
  .narrow button[part='open'] {
    min-height: var(--_elder-touch, 1.7em);
    padding-inline: 0;
  }
  .narrow tbody .measure,
  .narrow .measure > div {
    display: contents;
  }
  .narrow b {
    order: 1;
    margin-inline-start: auto;
    font-size: 1.07em;
  }
  .narrow b.unseen {
    position: static !important;
    width: auto;
    height: auto;
    clip-path: none;
    overflow: visible;
  }
  .narrow .drawing {
    order: 2;
    flex: 0 0 100%;
    margin: 0.2em 0;
  }
  .narrow [part='figure-text'],
  .narrow thead .sides {
    display: none;
  }
  .narrow .bar {
    height: 1em;
  }
  .narrow .total .drawing {
    margin: 0;
  }
  .narrow .total .bar {
    display: none;
  }
  .rows.narrow :is(td.share, td.change, td.contribution) {
    order: 3;
    flex: 1 0 28%;
    font-size: var(--_elder-small, 0.93em);
    text-align: start;
    white-space: nowrap;
  }
  .narrow td.contribution {
    flex-grow: 0;
  }
  .lead {
    color: var(--_ink-soft);
  }
`;
