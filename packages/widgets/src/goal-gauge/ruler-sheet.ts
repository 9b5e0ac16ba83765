import { css } from '../element/css.js';

/** A goal that is kept: the figure, its limits in words, and a ruler, below each other in the room of a dial. */
export const rulerSheet = css`
  [part='broken'],
  [part='end'] {
    color: var(--_ink-soft);
  }
  [part='end'] {
    display: var(--_elder-none, inline);
  }
  [part='period'] {
    color: var(--_neutral);
  }
  [part='cross'] {
    color: var(--_surface);
  }
  [part='zone'],
  [part='breach'],
  [part='pointer'] {
    color: var(--_status);
  }
  .ruler:not(.flat) .dial {
    display: flex;
    flex: 5 1 auto;
    flex-flow: column;
    align-items: center;
    max-width: none;
    min-height: calc(var(--_high-dial) * var(--_scale) + 1.85em);
    --_high-dial: calc(var(--zj-dial-size, 11em) * 0.75);
  }
  .ruler.compact:not(.flat) .dial {
    min-height: calc(var(--_high-dial) * var(--_scale));
    margin: 0;
  }
  .ruler.root:not(.flat) b {
    margin: 0.1em 0 0;
    font-size: var(--_figure);
    white-space: normal;
  }
  .ruler b small {
    white-space: pre-wrap;
  }
  .ruler.root:not(.flat) [part='quantity'] {
    margin: 0.1em 0 0;
  }
  .ruler.ring .dial {
    --_head: 0.15em;
  }
  .ruler .drawing {
    order: 2;
  }
  .ruler:not(.flat) .dial::before {
    content: '';
    flex: 1.7;
    order: 1;
  }
  .ruler:not(.flat) .dial::after {
    content: '';
    flex: 1;
    order: 3;
  }
  .ruler:not(.flat) .drawing {
    width: 100%;
    max-width: var(--_ruler, 12.25em);
  }
  .compact {
    --_ruler: 10.6em;
  }
  .ruler.compact:not(.periods, .flat) .drawing > svg {
    margin: -0.45em 0 -0.3em;
  }
  .ruler .drawing > svg:empty {
    display: none;
  }
  .ruler.root svg text {
    font-size: var(--_elder-small, 0.8125em);
  }
  .periods.root .drawing {
    max-width: 13em;
  }
  .periods.root .drawing > svg {
    margin: 0.8em 0 0.2em;
  }
  .periods.compact .drawing > svg {
    margin: 0.3em 0 0;
  }
  .periods.compact .drawing > .marked {
    margin-bottom: -1em;
  }
  .periods.root svg text {
    display: inline;
    font-size: var(--_elder-cell, 13px);
    --_elder-cell: var(--zj-elder) 16px;
  }
  .periods.root svg .cell {
    font-size: var(--_elder-cell, 14px);
  }
  .periods.root.compact svg .lowest {
    display: none;
  }
  @media print {
    [part='breach'] {
      fill: none;
      stroke: currentColor;
    }
    [part='cross'] {
      color: var(--_status);
    }
  }
`;
