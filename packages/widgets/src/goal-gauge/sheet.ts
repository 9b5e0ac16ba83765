import { css } from '../element/css.js';
import { roomSheet } from './room-sheet.js';

/**
 * The look of a gauge. Lengths are in `em` of its own text, so that all grows with it; the width that counts is the gauge's, in
 * the same `em`, not the window's, and `size` says in which steps it is (watch-size.ts). Nothing overlaps, except the figure and
 * the line below it in the middle of a dial, each in a place of its own, and only if there is room. The root undoes properties
 * that a page sets on every element.
 *
 * A wider gauge is never higher: else a scrollbar that its height brings about makes it narrower and lower, the scrollbar goes, and
 * so on for ever. So the place of a drawing has one height in all widths, and the drawing is as large in it as the width lets it be.
 * No height is in per cent: without a doctype that is one of the window.
 */
export const sheet = `${roomSheet}${css`
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
      var(--zj-font-size, medium) / 1.4 var(--zj-font, -apple-system),
      'Segoe UI',
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif;
    font-variant-numeric: tabular-nums;
    color: var(--_ink);
    --_small: var(--zj-font-size-small, 0.8125em);
    --_touch: var(--zj-target-size, 44px);
    --_dial: 13.5em;
    --_figure: 2.09em;
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
  :host([elder]) .root {
    --_small: 1em;
    --_touch: 60px;
    --_ink-soft: var(--_ink);
    --_line: var(--_ink);
  }
  [size~='under17'] {
    --_figure: 1.6em;
  }
  [size~='under12'] {
    --_figure: 1.1em;
  }
  :host([compact]) .root {
    --_dial: 9em;
    --_figure: 1.4em;
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
    position: absolute;
    width: 100%;
    height: 1em;
  }
  figure {
    display: flex;
    flex-flow: column;
    padding: 1em min(1em, 6%) 0;
    border: 1px solid var(--_line);
    border-radius: var(--zj-radius, 0.75em);
    background: var(--_surface);
    overflow-wrap: anywhere;
    text-spacing-trim: trim-start;
  }
  figcaption {
    min-height: 2.8em;
    font-weight: 600;
  }
  figcaption small {
    display: inline-block;
    padding: 0 0.5em;
    border: 1px dashed;
    border-radius: 0.4em;
  }
  .dial {
    display: grid;
    grid-template-columns: 100%;
    width: 100%;
    max-width: var(--_dial);
    margin: 0 auto;
    text-align: center;
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
  .arc [role] svg {
    height: calc(var(--_dial) * 164 / 214);
  }
  .ring [role] svg {
    height: var(--_dial);
  }
  rect {
    fill: currentColor;
    stroke: none;
  }
  circle {
    fill: var(--_surface);
  }
  [part='track'] {
    color: var(--_track);
  }
  [part='done'],
  [part='forecast'] {
    color: var(--_status);
  }
  [part='notch'] {
    color: var(--_surface);
  }
  [part='finish'],
  small,
  .dial p,
  .facts,
  details,
  [part='error'] {
    color: var(--_ink-soft);
  }
  small,
  .dial p,
  .facts,
  details,
  [part='error'] {
    font-size: var(--_small);
    font-weight: 400;
  }
  .dial > p {
    min-height: 1.4em;
  }
  b {
    display: block;
    font-size: 2em;
    line-height: 1.2;
  }
  b small {
    font-size: 0.55em;
    white-space: pre;
  }
  p span {
    display: inline-block;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 0.5em;
  }
  .ends span {
    min-width: 27%;
  }
  .dial > [role],
  .wait,
  .root:not([size~='under8']) b.in,
  :host(:not([compact])) .root:not([size~='under17']) p.in {
    grid-area: 1 / 1;
  }
  .wait {
    align-self: center;
  }
  .root:not(.flat, [size~='under8']) b.in {
    align-self: center;
    margin-top: 14%;
    font-size: var(--_figure);
    white-space: nowrap;
  }
  .ring:not([size~='under8']) b.in {
    margin-top: -9%;
  }
  :host(:not([compact])) .root:not(.flat, [size~='under17']) p.in {
    justify-self: center;
    margin-top: 55%;
    max-width: 62%;
  }
  .flat .dial {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.6em;
    max-width: none;
    text-align: left;
  }
  .flat .dial > p {
    flex: 1 1 9em;
    min-width: fit-content;
  }
  .flat b {
    min-width: min(3.2em, 100%);
  }
  .flat .ends span {
    min-width: 0;
  }
  .flat .dial > [role],
  .flat .dial > .ends {
    order: 1;
    flex: 1 0 100%;
  }
  .flat:not([size~='under17']) figcaption {
    min-height: 0;
  }
  .facts {
    margin-bottom: auto;
    padding: 0.5em 0;
  }
  .facts p {
    margin-bottom: 0.35em;
  }
  .facts svg {
    display: inline-block;
    width: 1em;
    margin: 0 0.4em -0.1em 0;
  }
  .chip {
    margin-right: 0.5em;
    padding: 0.25em 0.8em 0.25em 0.6em;
    color: var(--_status);
    font-size: 1.1em;
    font-weight: 600;
    border-radius: 2em;
    background: #8881;
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .key::before {
    content: '';
    display: inline-block;
    height: 1em;
    margin: 0 0.6em -0.15em 0.2em;
    border-left: 0.25em solid var(--_ink);
  }
  .key + .key::before {
    width: 0.65em;
    height: 0.65em;
    margin: 0 0.4em 0 0;
    border: 0.2em solid var(--_status);
    border-radius: 1em;
  }
  [size~='over30']:not(.flat, .withheld) figure {
    display: grid;
    grid-template: auto 1fr auto / 1fr 1fr;
    align-items: center;
    column-gap: 2em;
  }
  [size~='over30'] figure > :not(.dial, .facts) {
    grid-column: 1 / 3;
  }
  [size~='over30']:not(.flat) .facts {
    margin: 0;
  }
  [size~='over30']:not(.flat) .dial {
    margin-bottom: 0.5em;
  }
  [size~='over30'].flat .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 2em;
  }
  details {
    border-top: 1px solid var(--_line);
  }
  details > p {
    color: var(--_ink);
  }
  summary,
  button {
    min-height: var(--_touch);
    padding: calc((var(--_touch) - 1.4em) / 2) 0;
    cursor: pointer;
  }
  [part='error'] {
    color: var(--_ink);
  }
  [part='error'] p {
    white-space: pre-line;
  }
  button {
    margin: 1em 0 0;
    padding: 0 1.25em;
    border: 1px solid;
    border-radius: 0.5em;
    background: none;
    color: var(--_on-track);
    font: inherit;
  }
  :focus-visible {
    outline: 3px solid var(--_on-track);
  }
  .loading :is(b, .facts, details) {
    visibility: hidden;
  }
  .fallback :is(figure, .facts) {
    padding: 0;
    border: 0;
    background: none;
  }
  :is(.failed, .withheld) figcaption {
    min-height: 0;
  }
  .failed [part='error'],
  .withheld .facts {
    padding: 0.5em 0 1em;
    color: var(--_ink);
  }
  :host([hidden]),
  [hidden],
  p:empty,
  .number [role] svg,
  :is(.ring, .number) .ends,
  .loading b + p,
  .failed :is(.dial, .facts, details),
  .fallback :is(figcaption, .dial, .chip, details),
  :host([compact]) .facts p:nth-child(n + 4) {
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
      color-scheme: only light;
    }
    figure {
      break-inside: avoid;
    }
    button,
    details:not([open]) {
      display: none;
    }
  }
`}`;
