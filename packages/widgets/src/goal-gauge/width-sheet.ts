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
        margin: 0 2.5em 1em 2em;
      }
      .over30:not(.flat, .compact) .row {
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
        --_scale: var(--_elder-scale, 0.95);
        --_box: var(--_elder-scale, 1);
        --_figure: 2.1em;
        --_lead: 1.43;
      }
      .under15.flat [part='quantity'] {
        flex-basis: 100%;
      }
      .under15 text {
        display: none;
      }
    `,
  ],
  [
    'under12',
    'max-width: 11.999em',
    css`
      .under12.under12 {
        --_scale: 0.8;
        --_box: 0.88;
        --_figure: 1.75em;
        --_lead: 1.715;
      }
      .under12.root:not(.flat) [part='quantity'] {
        grid-area: auto;
        max-width: none;
        margin: 0.3em 0 0;
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
      .under10.under10 {
        --_scale: 0.6;
        --_figure: 1.25em;
        --_lead: 2.4;
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
