import { css } from '../element/css.js';

/** The card of a verification. Equal and not equal are a word, an icon and a colour; the colour is never alone. */
export const verifySheet: string = css`
  .equal {
    --_status: var(--_achieved);
  }
  .different {
    --_status: var(--_off-track);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  figcaption:focus {
    outline: 0;
  }
  .head button,
  .actions button,
  .sql button {
    margin: 0;
  }
  .offer {
    margin-top: var(--_gap);
    font-size: var(--_elder-small, 0.9375em);
    line-height: 1.6;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: var(--_gap);
  }
  .main {
    border-color: var(--_action);
    background: var(--_action);
    color: var(--_surface);
    font-weight: var(--_weight);
  }
  .way {
    margin-top: var(--_gap);
  }
  .way div {
    display: flex;
    align-items: center;
    gap: 0.75em;
    font-size: var(--_small);
  }
  progress {
    flex: 1;
    min-width: 0;
    height: 0.75em;
    accent-color: var(--_action);
  }
  .outcome {
    margin-top: var(--_gap);
    padding: 0.9em 1em;
    border: 1px solid var(--_status);
    border-inline-start-width: 4px;
  }
  @supports (color: color-mix(in srgb, red, red)) {
    .outcome {
      background: color-mix(in srgb, var(--_status) var(--zj-tint, 11%), var(--_surface));
    }
  }
  [part='outcome-word'] {
    color: var(--_status);
    font-size: 1.25em;
    font-weight: var(--_weight);
    line-height: 1.4;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 2.5em;
    margin-top: 0.5em;
  }
  dt {
    color: var(--_ink-soft);
    font-size: var(--_small);
  }
  dd {
    font-weight: var(--_weight);
  }
  .proof {
    margin-top: var(--_gap);
    font-size: var(--_elder-small, 0.9375em);
    line-height: 1.6;
  }
  .proof b {
    font-weight: var(--_weight);
  }
  .mark {
    width: 1.75em;
    padding-inline-end: 0.4em;
    color: var(--_status);
    white-space: nowrap;
  }
  .mark .icon {
    margin: 0;
  }
  tbody th {
    white-space: normal;
  }
  .line span {
    color: var(--_ink-soft);
  }
  tr.different :is(th, .why) {
    color: var(--_status);
    font-weight: var(--_weight);
  }
  .why {
    padding: 0;
    list-style: none;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
  }
  .line p {
    flex: 1;
  }
  /* The target of a finger is as high as the row. */
  .sql:not([open]) {
    margin-block: -0.4em;
  }
  .sql[open] {
    flex-basis: 100%;
    min-width: 0;
  }
  .sql summary {
    padding: 0 0.4em;
    border: 0;
    text-decoration: underline;
  }
  [part='steps'] tbody th {
    overflow-wrap: anywhere;
  }
  [part='steps'] :is(th, td) {
    vertical-align: middle;
  }
  /* A long line of SQL scrolls, and makes no column wider. */
  .sql pre {
    width: 0;
    min-width: 100%;
    max-height: 16em;
    margin: 0.5em 0;
    padding: 0.75em;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    color: var(--_ink);
    font:
      0.95em/1.5 ui-monospace,
      Consolas,
      Menlo,
      monospace;
    font-weight: 400;
    overflow-wrap: normal;
    white-space: pre;
  }
  .figures {
    overflow-x: auto;
  }
  .by-hand {
    display: none;
    margin-top: var(--_gap);
    font-size: var(--_small);
  }
  .by-hand code {
    font:
      0.95em/1.5 ui-monospace,
      Consolas,
      Menlo,
      monospace;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .foot button {
    margin: 0;
  }
  @media (forced-colors: active) {
    .outcome {
      border-width: 2px;
    }
    .main {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
    progress {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .by-hand {
      display: block;
    }
    .offer,
    .way {
      display: none;
    }
    .sql:not([open]) {
      display: none;
    }
    .sql summary {
      display: none;
    }
    .sql pre {
      max-height: none;
      white-space: pre-wrap;
    }
  }
`;
