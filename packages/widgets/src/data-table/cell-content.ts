import { html } from 'lit';
import { draw } from '../drawing/draw.js';
import type { Tree } from '../drawing/tree.js';
import type { Cell } from './cell.js';
import { isWebAddress, linkRel } from '../element/web-address.js';

/** The shapes of the states: with the word, they tell the state where colour does not. */
const shapes = {
  provisional: html`
    <svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6" /></svg>
  `,
  estimate: html`
    <svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2l6.5 12h-13z" /></svg>
  `,
  revised: html`
    <svg class="shape full" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1l7 7-7 7-7-7z" /></svg>
  `,
};

/** The content of a cell, with the places where it has the text that is looked for. */
export function cellContent({ text, look }: Cell, search: string): unknown {
  if (look === '' && isWebAddress(text))
    return html`
      <a part="link" href=${text} rel=${linkRel} tabindex="-1">${marked(text, search)}</a>
    `;
  if (look === '') return marked(text, search);
  if (look === 'provisional' || look === 'estimate' || look === 'revised')
    return html`
      <span class="settled ${look}">${shapes[look]}${marked(text, search)}</span>
    `;
  return html`
    <span class="empty ${look}">${marked(text, search)}</span>
  `;
}

/** A text with marks; letters of ASCII are found in either case. */
export function marked(text: string, search: string): unknown {
  if (search === '') return text;
  const [all, wanted] = [lower(text), lower(search)];
  const parts: Tree[] = [];
  let from = 0;
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, from)) {
    const found = text.slice(at, at + wanted.length);
    parts.push(text.slice(from, at), ['mark', { part: 'mark' }, found]);
    from = at + wanted.length;
  }
  if (from === 0) return text;
  // A template of its own: where trees are drawn nothing else may stand.
  const trees = [...parts, text.slice(from)];
  return html`
    ${draw(trees)}
  `;
}

/** A text with the letters of ASCII in lower case: that of other letters depends on the language. */
export function lower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
