import { css } from '../element/css.js';
import { dialSheet } from './dial-sheet.js';
import { factsSheet } from './facts-sheet.js';
import { flatSheet } from './flat-sheet.js';
import { rulerSheet } from './ruler-sheet.js';
import { roomSheet } from './room-sheet.js';
import { widthSheet } from './width-sheet.js';

/**
 * The card of a gauge. Lengths are in `em` of its own text, so that all grows with it; the width that counts is the gauge's, in the
 * same `em`, not the window's. Nothing overlaps, except the figure and the line below it in the middle of a dial, each in a place of
 * its own, and only if there is room. The root undoes properties that a page sets on every element.
 *
 * A wider gauge is never higher: else a scrollbar that its height brings about makes it narrower and lower, the scrollbar goes, and
 * so on for ever. So a drawing has one height in all widths. No height is in per cent: without a doctype that is one of the window.
 *
 * `--zj-elder` and `--zj-contrast` are switches: unset, they make the value that begins with them invalid, so that the fallback of
 * its `var()` holds; empty, they let it stand. So elder mode and high contrast win over a theme, wherever it is set.
 */
const cardSheet = css`
  :host {
    display: grid;
    grid-template: auto 1fr / 100%;
    min-width: min(100%, 12em);
    contain: layout style !important;
  }
  :host([compact]) {
    min-width: min(100%, 9em);
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
      var(--_size) / 1.4 var(--zj-font, -apple-system),
      'Segoe UI',
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif;
    font-variant-numeric: tabular-nums;
    color: var(--_ink);
    --_elder-none: var(--zj-elder) none;
    --_elder-small: var(--zj-elder) 1em;
    --_elder-touch: var(--zj-elder) 60px;
    --_elder-figure: var(--zj-elder) min(2.6em, 3.5em - var(--zj-thickness, 0.875em));
    --_elder-scale: var(--zj-elder) 0.85;
    --_elder-border: var(--zj-elder) 2px;
    --_contrast-border: var(--zj-contrast) 2px;
    --_small: var(--_elder-small, var(--zj-font-size-small, 0.8125em));
    --_touch: var(--_elder-touch, var(--zj-target-size, 44px));
    --_figure: var(--_elder-figure, min(var(--zj-figure-size, 2.5em), var(--zj-dial-size, 11em) * 0.3));
    --_scale: var(--_elder-scale, 1);
    --_gap: var(--zj-gap, 0.625em);
    --_weight: var(--zj-font-weight, 700);
    --_corner: var(--zj-radius-small, 0.375em);
    --_status: var(--_neutral);
  }
  @supports not (contain-intrinsic-width: 1em) {
    :host::before {
      content: '';
      display: block;
      width: 18em;
      max-width: 100%;
      font-size: var(--zj-font-size, medium);
    }
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
    padding: var(--zj-thickness, 0.875em) 0 0 var(--zj-dial-size, 11em);
    stroke-linecap: var(--zj-cap, round);
  }
  figure {
    display: flex;
    flex-flow: column;
    padding: var(--zj-padding, 1em) min(var(--zj-padding, 1em), 6%) 0;
    border: var(--_contrast-border, var(--_elder-border, var(--zj-border, 1px))) solid var(--_line);
    border-radius: var(--zj-radius, 0.75em);
    background: var(--_surface);
    overflow-wrap: anywhere;
    text-spacing-trim: trim-start;
  }
  figcaption {
    margin-bottom: var(--_gap);
    font-weight: var(--_weight);
    font-feature-settings: 'halt';
    word-break: keep-all;
  }
  small,
  .dial p,
  .facts p,
  .foot,
  [part='error'] {
    font-size: var(--_small);
    font-weight: 400;
  }
  small,
  .dial p,
  .foot {
    color: var(--_ink-soft);
  }
  figcaption small {
    float: right;
    margin: 0.1em 0 0 0.6em;
    padding: 0 0.4em;
    border: 1px dashed;
    border-radius: var(--_corner);
  }
  .brief {
    display: none;
  }
  .compact .brief {
    display: inline;
  }
  .unseen,
  .compact :is(.full, [part='outlook'], .pace, .foot > p) {
    position: absolute !important;
    width: 1px;
    height: 1px;
    margin: 0 !important;
    padding: 0 !important;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    display: block;
    width: 100%;
    overflow: visible;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
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
  [part='error'] p {
    white-space: pre-line;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
  }
  .loading :is(.dial, .facts, .foot) {
    visibility: hidden;
  }
  .loading .wait {
    visibility: visible;
  }
  .fallback :is(figure, .facts) {
    padding: 0;
    border: 0;
    background: none;
  }
  .root:not(.error) [part='error'] {
    position: absolute;
  }
  .short figure {
    align-self: start;
  }
  .failed [part='error'],
  .withheld .facts {
    padding-bottom: 1em;
  }
  :host([hidden]),
  [hidden],
  p:empty,
  .loading [part='quantity'],
  .failed :is(.dial, .facts, .foot),
  .fallback :is(figcaption, .dial, .chip, .facts p + p, .foot) {
    display: none !important;
  }
  @media (forced-colors: active) {
    .root {
      --_status: CanvasText;
      --_surface: Canvas;
    }
    [part='track'] {
      fill: none;
      stroke: CanvasText;
      stroke-width: 2;
    }
  }
  @media screen {
    .root:not([size]) figure {
      display: none;
    }
  }
  @media print {
    .root {
      container-type: inline-size;
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

/** The look of a gauge. */
export const sheet = roomSheet + cardSheet + dialSheet + factsSheet + flatSheet + widthSheet + rulerSheet;
