import { css } from '../element/css.js';

/** The status with the forecast, the pace, and the foot with everything behind it. */
export const factsSheet = css`
  .facts {
    display: flex;
    flex: 7 1 auto;
    flex-flow: column;
    justify-content: space-evenly;
    padding-top: var(--_gap);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4em 0.6em;
  }
  .row > span {
    display: var(--_elder-none, block);
  }
  .row > .stale {
    display: block;
    color: var(--_at-risk);
  }
  .facts svg {
    display: inline-block;
    width: 1em;
    margin: 0 0.35em -0.1em 0;
  }
  .row > .chip {
    display: block;
    padding: 0.3em 0.65em 0.3em 0.55em;
    border-radius: var(--_corner);
    background: #8881;
    color: var(--_status);
    font-size: var(--_elder-chip, 1.08em);
    font-weight: var(--_weight);
    overflow-wrap: anywhere;
    word-break: keep-all;
    --_elder-chip: var(--zj-elder) 1.08em;
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .row > .chip {
      background: color-mix(in srgb, currentColor var(--zj-tint, 11%), var(--_surface));
    }
  }
  .facts p + p {
    margin-top: var(--_gap);
  }
  .key::before {
    content: '';
    display: inline-block;
    width: 0.75em;
    height: 0.75em;
    margin-right: 0.4em;
    border: 0.19em solid var(--_status);
    border-radius: 50%;
    vertical-align: -0.03em;
  }
  .pace.key {
    padding-left: 0.77em;
    text-indent: -0.77em;
  }
  .pace.key::before {
    width: 0.23em;
    height: 0.92em;
    margin-right: 0.54em;
    border: 0 solid var(--_ink);
    border-left-width: 0.23em;
    border-radius: 0;
    vertical-align: -0.1em;
  }
  .foot {
    flex: none;
    margin-top: var(--_gap);
    padding: 0.7em 0 0;
    border-top: 1px solid var(--_line);
  }
  .foot > p {
    float: left;
    max-width: calc(100% - 4em);
    padding-bottom: 0.8em;
  }
  .foot p span {
    display: inline;
  }
  summary {
    display: block;
    position: relative;
    min-width: var(--_touch);
    min-height: var(--_touch);
    margin-top: calc((1.4em - var(--_touch)) / 2);
    padding: calc((var(--_touch) - 1.4em) / 2) 0;
    list-style: none;
    text-align: right;
    text-decoration: underline;
    text-underline-offset: 3px;
    color: var(--_action);
    cursor: pointer;
  }
  .withheld .facts {
    padding-top: 0;
  }
  @media print {
    details:not([open]),
    summary {
      display: none;
    }
  }
  details > :not(summary) {
    clear: both;
  }
  details > p {
    color: var(--_ink);
  }
  .compact:not(.flat, .open) figure {
    flex-flow: row wrap;
    align-content: space-between;
    align-items: center;
    justify-content: space-between;
  }
  .compact figcaption {
    flex: 0 0 100%;
  }
  .compact:not(.flat) .dial {
    margin-right: max(0px, 50% - var(--_dial) / 2);
    margin-left: max(0px, 50% - var(--_dial) / 2);
  }
  .compact:not(.flat) .facts {
    flex: 0 1 auto;
    padding-bottom: var(--_gap);
  }
  .compact .foot {
    margin: 0;
    border: 0;
  }
`;
