import { css } from '../theme/css.js';

/**
 * The look of a gauge. Lengths are in `em` of its own text, so that all grows with it; the width that counts is the gauge's, not the
 * window's. What a page set on every element is undone on the root.
 */
export const sheet = css`
  :host {
    display: block;
    contain: layout style !important;
  }
  .room {
    float: left;
    height: 25em;
    font-size: var(--zj-font-size, medium);
  }
  .root {
    all: initial;
    display: block;
    width: 100%;
    height: 100%;
    color-scheme: inherit;
    container-type: inline-size;
    contain-intrinsic-width: 18em;
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
    --_room: 25em;
    --_status: var(--_neutral);
  }
  :host([elder]) .room {
    height: 28em;
    font-size: x-large;
  }
  :host([elder]) .root {
    font-size: x-large;
    --_small: 1em;
    --_touch: 60px;
    --_room: 28em;
    --_ink-soft: var(--_ink);
    --_line: var(--_ink);
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
  figure {
    display: flex;
    flex-flow: column;
    height: 100%;
    min-height: var(--_room);
    padding: 1em 1em 0;
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
    width: 100%;
    max-width: 13.5em;
    margin: 0 auto;
  }
  .dial > :not(.ends) {
    grid-area: 1 / 1;
  }
  svg {
    display: block;
    overflow: visible;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='track'] {
    stroke: var(--_track);
    stroke-width: 16;
  }

  .done {
    stroke: var(--_status);
    stroke-width: 16;
  }
  .casing {
    stroke: var(--_surface);
    stroke-width: 8;
    stroke-linecap: butt;
  }
  [part='schedule'] {
    stroke-width: 3.5;
  }
  small,
  .middle > span,
  .wait,
  .ends,
  .facts,
  details,
  [part='error'] {
    color: var(--_ink-soft);
    font-size: var(--_small);
    font-weight: 400;
  }
  .wait,
  .middle {
    place-self: center;
    padding-top: 14%;
    max-width: 68%;
    text-align: center;
  }
  b {
    display: block;
    font-size: min(2.5em, 14cqi);
    line-height: 1.1;
    white-space: nowrap;
  }
  b small {
    font-size: 0.55em;
  }
  .middle > span {
    display: block;
    margin-top: 0.2em;
  }
  .middle span span,
  th {
    white-space: nowrap;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    min-height: 1.4em;
  }
  .ends span {
    min-width: 27%;
    text-align: center;
  }
  .facts {
    margin-bottom: auto;
    padding: 0.5em 0;
  }
  .facts p {
    margin-bottom: 0.35em;
  }
  .facts span {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .facts svg {
    width: 1em;
  }
  .chip {
    position: relative;
    margin-right: 0.5em;
    padding: 0.25em 0.8em 0.25em 0.6em;
    color: var(--_status);
    font-size: 1.1em;
    font-weight: 600;
  }
  .chip::before {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: 2em;
    background: currentColor;
    opacity: 0.1;
  }
  .tick::before {
    content: '';
    margin: 0 0.6em 0 0.3em;
    border-left: 0.25em solid var(--_ink);
  }
  details {
    border-top: 1px solid var(--_line);
  }
  summary,
  button {
    min-height: var(--_touch);
    padding: calc((var(--_touch) - 1.4em) / 2) 0;
    cursor: pointer;
  }
  table {
    margin: 0.75em 0;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.4em 0;
    border-top: 1px solid var(--_line);
    vertical-align: top;
    text-align: left;
    font-weight: 400;
  }
  th {
    padding-right: 1em;
  }
  details > p,
  td,
  pre,
  [part='error'] {
    color: var(--_ink);
    white-space: pre-line;
  }
  pre {
    overflow: auto;
    padding-bottom: 1em;
    white-space: pre;
  }
  button {
    margin-top: 1em;
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
  .loading .facts p {
    width: 60%;
    height: 1.4em;
    border-radius: 1em;
    background: var(--_track);
  }
  .loading details {
    visibility: hidden;
  }
  .fallback,
  .fallback :is(figure, .facts) {
    height: auto;
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
  }
  .failed [part='error'] {
    margin: auto 0;
  }
  :host([hidden]),
  [hidden],
  p:empty,
  .loading :is(.middle, .chip),
  .failed :is(.dial, .facts, details),
  .fallback :is(figcaption, .dial, .chip, details) {
    display: none !important;
  }
  @container (min-width: 30em) {
    figure {
      display: grid;
      grid-template: auto 1fr auto / 1fr 1fr;
      align-items: center;
      column-gap: 2em;
    }
    figure > :not(.dial, .facts) {
      grid-column: 1 / 3;
    }
    .dial {
      max-width: 20em;
    }
    .facts {
      min-height: 8.5em;
      margin: 0;
      font-size: max(var(--_small), 0.9em);
    }
    b {
      font-size: 3em;
    }
  }
  @media (forced-colors: active) {
    .root {
      --_status: CanvasText;
      --_surface: Canvas;
    }
    [part='track'] {
      stroke: CanvasText;
      stroke-width: 2;
    }
    .chip::before {
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
`;
