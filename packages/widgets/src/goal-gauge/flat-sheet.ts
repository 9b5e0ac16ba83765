import { css } from '../element/css.js';

/** A bar, and a figure alone: the figure, the quantity and the status on one line. */
export const flatSheet = css`
  .flat figure {
    flex-flow: row wrap;
    align-content: space-between;
    align-items: baseline;
    column-gap: 0.6em;
  }
  .number .dial > .drawing {
    position: absolute;
  }
  .flat figure > *,
  .flat :is(.pace, .dial > .drawing, .dial > .ends) {
    flex: 0 0 100%;
    order: 2;
  }
  .flat {
    --_figure: var(--_elder-figure, var(--zj-figure-size, 2.5em));
  }
  .flat b {
    white-space: normal;
  }
  .flat [part='quantity'] {
    padding-top: 0.1em;
  }
  .flat figcaption {
    order: 0;
    margin-bottom: 0.2em;
  }
  .flat :is(.dial, .facts) {
    display: contents;
    text-align: left;
  }
  .flat .row {
    flex: 1 0 100%;
    order: 0;
  }
  .linear:not(.ruler) .drawing svg {
    width: calc(100% - 2.25em);
    margin-top: 0.9em;
  }
  .linear.due:not(.compact, .ruler) .drawing svg {
    margin-top: 1.5em;
  }
  .linear .ends {
    width: calc(100% - 2.25em / 0.8125);
    margin-top: 0.65em;
  }
  .flat.root .dial > .ends {
    flex-basis: auto;
    min-width: 0;
  }
  .linear .below.below {
    position: static;
    flex: none;
  }
  .linear [part='start'] {
    margin-right: auto;
  }
  .flat :is(.row, .pace) {
    margin-top: var(--_gap);
  }
  .number .drawing svg,
  .number .ends,
  .number .key::before {
    display: none;
  }
  .compact.linear:not(.ruler) .drawing svg {
    margin-top: 0.7em;
  }
`;
