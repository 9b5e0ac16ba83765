import { css } from '../element/css.js';

/** The bars above and below the table. */
export const barSheet = css`
  .tools,
  .pages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    font-size: var(--_elder-small, 0.875em);
  }
  .tools {
    flex: 0 1 auto;
    justify-content: flex-end;
  }
  .tools.small {
    flex-basis: 100%;
    min-width: 0;
    max-width: 100%;
  }
  .small > select,
  .small .card-order {
    min-width: 0;
    max-width: 100%;
  }
  .small .find {
    display: grid;
    flex: 1 1 100%;
    grid-template-columns: 1fr 1fr auto;
  }
  .small .find label {
    grid-column: 1 / 3;
  }
  .small .find output:empty {
    display: block;
  }
  .small .find button {
    border-width: 1px 0 0;
  }
  .small .find [part='next'] {
    border-inline-width: 1px;
  }
  .small > .card-order {
    flex-basis: 100%;
  }
  .tools.small > :is(select, button, label) {
    flex: 1 1 auto;
  }
  .tools.small > label > select {
    flex: 1 1 auto;
  }
  /* The way on at the right edge, under a thumb. */
  .small nav {
    flex: 1 1 100%;
    justify-content: space-between;
  }
  .small [part='stretch'] {
    margin: 0;
  }
  .pages {
    margin-top: var(--_gap);
  }
  .tools button,
  .pages button,
  .panel button,
  .tools select,
  .pages select {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-width: var(--_touch);
    min-height: var(--_touch);
    margin: 0;
    padding: 0 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
  .root button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .find {
    display: flex;
    flex: 0 1 auto;
    flex-wrap: wrap;
    align-items: center;
    border: 1px solid var(--_ink-soft);
    border-radius: var(--_corner);
    background: var(--_surface);
  }
  .find:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }
  .find label {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    gap: 0.6em;
    padding-inline-start: 0.9em;
    white-space: nowrap;
  }
  .find input {
    flex: 1 1 6em;
    width: 7em;
    min-width: 3em;
    min-height: var(--_touch);
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    appearance: none;
  }
  .find input::-webkit-search-cancel-button {
    display: none;
  }
  .find output {
    padding: 0 0.75em;
    color: var(--_ink-soft);
    font-size: var(--_elder-small, 0.93em);
    white-space: nowrap;
  }
  .find output:empty {
    display: none;
  }
  .find button {
    border-width: 0 0 0 1px;
    border-radius: 0;
    background: none;
  }
  .root [aria-pressed='true'],
  .root .pages .on {
    border-color: var(--_action);
    background: var(--_action);
    color: var(--_surface);
  }
  .find [aria-pressed='true'] {
    border-radius: 0 var(--_corner) var(--_corner) 0;
  }
  .saving {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
  }
  progress {
    width: 6em;
    accent-color: var(--_action);
  }
  .pages nav {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
  }
  .pages .gap {
    flex: 1 1 0;
  }
  [part='stretch'] {
    margin-inline-start: 0.5em;
    color: var(--_ink-soft);
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    color: var(--_ink-soft);
    white-space: nowrap;
  }
  .modes {
    display: inline-flex;
  }
  .modes button:first-child {
    border-radius: var(--_corner) 0 0 var(--_corner);
  }
  .modes button:last-child {
    margin-inline-start: -1px;
    border-radius: 0 var(--_corner) var(--_corner) 0;
  }
  .told:empty {
    display: none;
  }
`;
