import { css } from '../element/css.js';

/** Rules for a width, with the class of the step in place of the root. */
type Step = readonly [step: string, query: string, rules: string];

const steps: readonly Step[] = [
  [
    'over30',
    'min-width: 30em',
    css`
      .over30:not(.flat, .withheld, .compact) figure {
        display: grid;
        grid-template: auto 1fr auto / auto 1fr;
        align-items: center;
        column-gap: 1em;
      }
      .over30:not(.flat, .compact) figure > :not(.dial, .facts) {
        grid-column: 1 / 3;
      }
      .over30:not(.flat, .compact) .dial {
        width: calc(var(--_dial) + 1px);
        margin: 0 2.5em 0 2em;
      }
      .over30.ruler:not(.flat, .compact) .dial {
        width: 13em;
      }
      .over30:is(.number, :not(.flat, .compact)) .row {
        justify-content: flex-start;
        column-gap: 1.5em;
      }
      .over30.linear .row {
        flex: 0 0 auto;
        flex-direction: row-reverse;
        margin-left: auto;
        column-gap: 1.2em;
      }
      .over30:not(.flat, .compact) .facts p {
        font-size: 1em;
      }
      .over30:not(.flat, .compact) .facts {
        padding: 0;
      }
    `,
  ],
  [
    'under15',
    'max-width: 14.999em',
    css`
      .under15 {
        --_scale: var(--_elder-scale, 0.86);
        --_box: var(--_elder-scale, 0.9);
        --_gap: var(--zj-gap, 0.9em);
        --_head: 0.25em;
        --_figure: 2.1em;
        --_lead: 1.43;
      }
      .under15:not(.flat, .compact) .dial {
        padding-bottom: 0.3em;
      }
      .under15.ring:not(.compact) {
        --_figure: 1.9em;
      }
      .under15.flat {
        --_figure: 2.3em;
        --_lead: 1.35;
        --_gap: var(--zj-gap, 0.75em);
      }
      .under15.linear.due:not(.compact, .ruler) .drawing svg {
        margin-top: 1.2em;
      }
      .under15.root:not(.flat) [part='quantity'] {
        margin-right: -0.6em;
        margin-left: -0.6em;
      }
      .under15.flat [part='quantity'] {
        flex-basis: 100%;
      }
      .under15 .c15 {
        display: none;
      }
      .under15 text:not([part='number']) {
        display: none;
      }
    `,
  ],
  // A narrower card is never lower: what its drawing lacks in height is in its gaps.
  [
    'under12',
    'max-width: 11.999em',
    css`
      .under12 {
        --_gap: var(--zj-gap, 1.13em);
      }
      .under12:not(.compact) {
        --_scale: 0.8;
        --_box: 0.8;
        --_figure: 1.95em;
        --_lead: 1.54;
        --_head: 0.4em;
      }
      .under12.flat:not(.compact) {
        --_figure: 2em;
        --_lead: 1.56;
      }
      .under12.ring:not(.compact) {
        --_scale: 0.845;
        --_box: 0.845;
        --_figure: 1.75em;
      }
      .under12.root:not(.flat) [part='quantity'] {
        grid-area: auto;
        max-width: none;
        margin: 0.4em 0 0;
      }
      .under12.root.ring [part='quantity'] {
        margin-top: var(--_elder-below, 1.45em);
      }
      .under12 .c12,
      .under12 text,
      .under12:not(.flat) [part='forecast'],
      .under12:not(.flat) .row .key::before {
        display: none;
      }
      .under12.root:not(.flat) .ends svg {
        position: static;
        flex: none;
        width: 1.3em;
      }
    `,
  ],
  [
    'under10',
    'max-width: 9.999em',
    css`
      .under10.under10.under10 {
        --_scale: 0.64;
        --_box: 0.64;
        --_figure: 1.5em;
        --_lead: 2;
        --_gap: var(--zj-gap, 1.63em);
        --_head: 0;
      }
      .under10.under10.under10.flat {
        --_figure: 1.9em;
        --_lead: 1.3;
      }
      .under10.root:not(.flat) b:not(.in) {
        justify-self: auto;
        white-space: normal;
      }
      .under10 .c10 {
        display: none;
      }
      .under10 figcaption small {
        float: none;
        display: table;
        margin: 0 0 0.3em auto;
      }
      .under10.under10.under10.compact {
        --_scale: 0.6;
        --_box: 0.6;
      }
      .under10.under10.under10.ring.compact {
        --_scale: 0.66;
        --_box: 0.66;
        --_head: 0.5em;
      }
      .under10.under10.under10.ring:not(.compact) {
        --_scale: 0.71;
        --_box: 0.71;
        --_figure: 1.3em;
      }
    `,
  ],
  [
    'under7',
    'max-width: 6.999em',
    css`
      .under7 .c7 {
        display: none;
      }
      .under7.root.root .in {
        grid-area: auto;
        max-width: none;
        margin-top: 0.3em;
        font-size: 1em;
        line-height: 1.4;
        white-space: normal;
      }
    `,
  ],
];

/**
 * The look by the width of the gauge. On a screen an observer says the step (watch-size.ts): a thousand container queries would cost
 * as much as all other style. Paper has another width than the screen, and no observer runs for it: there it is container queries.
 */
export const widthSheet = steps
  .map(
    ([step, query, rules]) =>
      `@media screen{${rules.replaceAll(`.${step}`, `[size~=${step}]`)}}` +
      `@media print{@container (${query}){${rules.replaceAll(`.${step}`, '.root')}}}`,
  )
  .join('');
