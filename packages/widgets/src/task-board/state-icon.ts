import type { State } from './words.js';

/** A stroke for each state in a square of 16: with the word, it tells the state where colour does not. */
export const stateIcons: Readonly<Record<State, string>> = {
  done: 'M3 8l4 4 6-8',
  'under-way': 'M8 2a6 6 0 1 0 .1 0M8 2v12M8 5h4M8 8h6M8 11h4',
  'not-started': 'M8 2a6 6 0 1 0 .1 0',
  stopped: 'M4 4h8v8H4zM7 7h2v2H7z',
  none: 'M5 6a3 3 0 1 1 3 4M8 13v0',
};
