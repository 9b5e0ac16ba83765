import { css } from '../element/css.js';

/** The look of a menu in the top layer: colours and type are those of the card that it belongs to. */
export const menuSheet = css`
  * {
    box-sizing: border-box;
    margin: 0;
  }
  dialog {
    position: fixed;
    inset: 0 auto auto 0;
    width: max-content;
    min-width: 13em;
    max-width: min(24em, calc(100vw - 16px));
    max-height: calc(100vh - 16px);
    max-height: calc(100dvh - 16px);
    padding: 6px;
    border: var(--_edge) solid var(--_line);
    border-radius: var(--zj-radius, 0.75em);
    background: var(--_surface);
    color: var(--_ink);
    line-height: 1.5;
    overflow: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
    box-shadow: 0 6px 24px #0003;
  }
  dialog:not(:modal) {
    display: none;
  }
  dialog::backdrop {
    background: #0000;
  }
  dialog.wide {
    inset: 0;
    width: min(46em, calc(100vw - 32px));
    max-width: none;
    margin: auto;
    height: fit-content;
    padding: 0;
  }
  dialog.table {
    width: min(76em, calc(100vw - 32px));
  }
  dialog.wide::backdrop {
    background: #0006;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  button {
    min-height: var(--_touch);
    padding: 0 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: none;
    color: var(--_action);
    font: inherit;
    cursor: pointer;
  }
  li button {
    width: 100%;
    border-color: #0000;
    color: inherit;
    text-align: start;
  }
  button:hover {
    border-color: currentColor;
  }
  button[aria-busy='true'] {
    opacity: 0.6;
  }
  .rule {
    margin-top: 5px;
    padding-top: 5px;
    border-top: 1px solid var(--_line);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: -2px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    position: sticky;
    z-index: 1;
    top: 0;
    padding: 10px 12px;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }
  h2 {
    flex: 1 1 8em;
    font-size: 1.0625em;
    outline: none;
  }
  .body {
    padding: 14px 16px 16px;
  }
  .body > * + * {
    margin-top: 0.75em;
  }
  [role='status']:empty {
    display: none;
  }
  .list > [role='status'] {
    padding: 0.5em 1em;
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 6.5em;
    padding: 0.6em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    resize: vertical;
  }
  textarea.code {
    min-height: 12em;
    font-family: Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace;
    font-size: 0.875em;
  }
  dl > div {
    display: grid;
    grid-template-columns: 9em 1fr;
    gap: 0 1em;
    padding: 0.5em 0;
    border-top: 1px solid var(--_line);
  }
  dl > div:first-child {
    border-top: 0;
  }
  dt {
    color: var(--_ink-soft);
  }
  dd {
    min-width: 0;
  }
  a {
    color: var(--_action);
  }
  .scroll {
    max-height: 60vh;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    min-width: 5em;
    padding: 0.5em 1em 0.5em 0;
    border-top: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: normal;
  }
  .longer {
    min-width: 26em;
  }
  .long {
    min-width: 14em;
    overflow-wrap: anywhere;
  }
  thead th {
    position: sticky;
    top: 0;
    border-top: 0;
    background: var(--_surface);
    color: var(--_ink-soft);
    white-space: nowrap;
  }
  .figure:is(th, td) {
    text-align: end;
    white-space: nowrap;
  }
  .opened > * {
    --zj-padding: 0px;
    --zj-min-height: 0px;
  }
  .opened > ::part(figure) {
    border: 0;
  }
  @media (max-width: 30em) {
    dialog.list,
    dialog.wide {
      inset: auto 0 0;
      width: 100%;
      max-width: none;
      max-height: calc(100vh - 24px);
      max-height: calc(100dvh - 24px);
      margin: 0;
      border-radius: var(--zj-radius, 0.75em) var(--zj-radius, 0.75em) 0 0;
    }
    dialog::backdrop {
      background: #0006;
    }
    h2 {
      flex-basis: 4em;
    }
    header button {
      padding: 0 0.6em;
    }
    dl > div {
      grid-template-columns: 1fr;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border-color: CanvasText;
    }
    button,
    textarea {
      border-color: ButtonText;
    }
  }
  @media print {
    dialog {
      display: none;
    }
  }
`;
