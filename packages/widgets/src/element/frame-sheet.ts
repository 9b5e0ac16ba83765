import { css } from './css.js';
import { menuButtonSheet } from './menu-button.js';

/**
 * The frame that the cards of all elements have in common: their root, which undoes properties that a page sets on every element, the
 * colours of statuses, the ground, buttons, and the states of an element. The sheet of a card follows it.
 */
const cardsSheet = css`
  :host {
    display: grid;
    grid-template: auto 1fr / 100%;
    contain: layout style !important;
  }
  .root {
    all: initial;
    display: grid;
    grid-area: 2 / 1;
    grid-template-columns: 100%;
    position: relative;
    width: 100%;
    contain: inline-size;
    contain-intrinsic-width: 18em;
    color-scheme: inherit;
    font:
      var(--_size) / 1.5 var(--zj-font, -apple-system),
      'Segoe UI',
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif;
    font-variant-numeric: tabular-nums;
    color: var(--_ink);
    --_elder-small: var(--zj-elder) 1em;
    --_elder-touch: var(--zj-elder) 60px;
    --_elder-border: var(--zj-elder) 2px;
    /* The script reads it. */
    --_elder-on: var(--zj-elder) 1;
    --_contrast-border: var(--zj-contrast) 2px;
    --_small: var(--_elder-small, var(--zj-font-size-small, 0.8125em));
    --_touch: var(--_elder-touch, var(--zj-target-size, 44px));
    --_edge: var(--_contrast-border, var(--_elder-border, var(--zj-border, 1px)));
    --_gap: var(--zj-gap, 0.625em);
    --_weight: var(--zj-font-weight, 700);
    --_corner: var(--zj-radius-small, 0.375em);
    --_status: var(--_neutral);
  }
  .achieved {
    --_status: var(--_achieved);
  }
  .on-track {
    --_status: var(--_on-track);
  }
  .at-risk {
    --_status: var(--_at-risk);
  }
  .off-track,
  .missed {
    --_status: var(--_off-track);
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .probe {
    box-sizing: content-box;
    position: absolute;
    visibility: hidden;
    width: 100%;
    height: 1em;
  }
  figure {
    display: flex;
    flex-flow: column;
    border: var(--_edge) solid var(--_line);
    border-radius: var(--zj-radius, 0.75em);
    background: linear-gradient(var(--_rule) 0 0) top / 100% 4px no-repeat var(--_surface);
    overflow-wrap: anywhere;
    text-spacing-trim: trim-start;
  }
  figcaption {
    font-weight: var(--_weight);
    word-break: keep-all;
  }
  button {
    min-height: var(--_touch);
    margin: 1em 0 0;
    padding: 0 1.25em;
    border: 1px solid;
    border-radius: var(--_corner);
    background: none;
    color: var(--_action);
    font: inherit;
    cursor: pointer;
  }
  .read {
    align-self: flex-start;
    min-width: var(--_touch);
    margin: var(--_gap) 0 0;
  }
  [part='error'] p {
    white-space: pre-line;
  }
  .root:not(.error) [part='error'] {
    position: absolute;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
  }
  :host([hidden]),
  [hidden],
  p:empty {
    display: none !important;
  }
  @media print {
    /* On paper nothing is pressed. */
    .root.root {
      --_touch: 0px;
    }
    /* If it were wider than its card, Chromium would print the whole page smaller. */
    .probe {
      right: 0;
    }
    figure {
      border-radius: 0;
    }
    .root:not(.open) figure {
      break-inside: avoid;
    }
    button {
      display: none;
    }
  }
`;

/** The same with the button of the menu. */
export const frameSheet: string = cardsSheet + menuButtonSheet;
