import { css } from '../element/css.js';
import { frameSheet } from '../element/frame-sheet.js';
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
    min-width: min(100%, 12em);
  }
  :host([compact]) {
    min-width: min(100%, 9em);
  }
  .root {
    line-height: 1.4;
    --_menu-pad: min(var(--zj-padding, 1em), 6%);
    --_elder-none: var(--zj-elder) none;
    --_elder-figure: var(--zj-elder) min(2.6em, 3.5em - var(--zj-thickness, 0.875em));
    --_elder-scale: var(--zj-elder) 0.85;
    --_figure: var(--_elder-figure, min(var(--zj-figure-size, 2.5em), var(--zj-dial-size, 11em) * 0.3));
    --_scale: var(--_elder-scale, 1);
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
  .probe {
    padding: var(--zj-thickness, 0.875em) 0 0 var(--zj-dial-size, 11em);
    stroke-linecap: var(--zj-cap, round);
  }
  figure {
    padding: var(--zj-padding, 1em) min(var(--zj-padding, 1em), 6%) 0;
  }
  figcaption {
    margin-bottom: var(--_gap);
    font-feature-settings: 'halt';
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
  /* The dots of the menu stand in the padding, so that the name keeps its line. */
  [part='menu-button'] {
    right: 0;
  }
  [part='menu-button']::before {
    border-color: transparent;
  }
  [part='menu-button']::after {
    top: calc(50% - 8px);
    /* No part of --_menu-pad, whose share would be one of the button. */
    right: max(2px, var(--zj-padding, 1em) / 2 - 2px);
    left: auto;
    width: 0;
    height: 16px;
    border: 0;
    border-left: 4px dotted;
  }
  .menu figcaption::before {
    content: none;
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
  .short figure {
    align-self: start;
  }
  .failed [part='error'],
  .withheld .facts {
    padding-bottom: 1em;
  }
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
    /* Firefox moves a grid that it cannot break well to the next sheet. */
    :host,
    .root {
      display: block;
    }
    .root {
      container-type: inline-size;
    }
    @supports (-moz-appearance: none) {
      .root.root.root.root.open figure {
        display: block;
      }
      /* A size that follows from the width it sets after the line was broken, and cuts the end off. */
      .root.root.root.root.open .facts p {
        font-size: var(--_small);
      }
    }
  }
`;

/** The look of a gauge. */
export const sheet =
  frameSheet + roomSheet + cardSheet + dialSheet + factsSheet + flatSheet + widthSheet + rulerSheet;
