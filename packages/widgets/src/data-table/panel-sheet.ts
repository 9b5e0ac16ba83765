import { css } from '../element/css.js';

/** What opens over the table. */
export const panelSheet = css`
  .panel {
    position: absolute;
    z-index: 5;
    top: var(--_y, 0);
    left: var(--_x, 0);
    width: min(20em, 100%);
    padding: 0.9em 1em;
    border: 1px solid var(--_ink-soft);
    border-radius: var(--_corner);
    background: var(--_surface);
    box-shadow: 0 6px 24px #0003;
    font-size: var(--_elder-small, 0.875em);
  }
  .panel:focus {
    outline: 0;
  }
  .panel .title {
    margin-bottom: 0.5em;
    font-weight: 700;
  }
  .panel ul {
    max-height: 16em;
    margin: 0.25em 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .panel .box,
  .panel .field {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: var(--_touch);
  }
  .panel .field {
    flex-wrap: wrap;
    gap: 0.15em 0.6em;
    margin-bottom: 0.5em;
  }
  .panel .field input {
    flex: 1 1 8em;
    min-width: 0;
    min-height: var(--_touch);
    padding: 0 0.75em;
    border: 1px solid var(--_ink-soft);
    border-radius: var(--_corner);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .panel [aria-invalid='true'] {
    outline: 2px solid currentColor;
  }
  .panel .invalid {
    flex: 1 1 100%;
    font-weight: 600;
  }
  .panel .invalid[hidden] {
    display: none;
  }
  .panel .box span:nth-of-type(1) {
    flex: 1 1 auto;
    overflow-wrap: anywhere;
  }
  .panel .rows,
  .panel .note {
    color: var(--_ink-soft);
  }
  .panel [type='checkbox'] {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin: 0;
    accent-color: var(--_action);
  }
  .panel .actions {
    display: flex;
    justify-content: flex-end;
    gap: 0.5em;
    margin-top: 0.75em;
  }
  .panel .main {
    border-color: var(--_action);
    background: var(--_action);
    color: var(--_surface);
  }
  .whole-text {
    font-size: 1.15em;
    font-weight: 600;
    overflow-wrap: anywhere;
    user-select: text;
  }
`;
