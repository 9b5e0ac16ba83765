import { endOfJsonString } from '../../base/json-place.js';

/** A part of a text: its first character, and the first that is not of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A key of an object, where it begins, and where its value stands. */
export interface Entry extends Span {
  readonly key: string;
  readonly keyStart: number;
}

/** Where the values of a list stand. The text is right JSON, and its `[` stands at `start`. */
export function* itemsOf(text: string, start: number): Generator<Span> {
  let at = skipSpace(text, start + 1);
  while (text[at] !== ']') {
    const end = endOfValue(text, at);
    yield { start: at, end };
    at = skipSeparator(text, end);
  }
}

/** The keys of an object and where their values stand. The text is right JSON, and its `{` stands at `start`. */
export function* entriesOf(text: string, start: number): Generator<Entry> {
  let at = skipSpace(text, start + 1);
  while (text[at] !== '}') {
    const keyEnd = endOfValue(text, at);
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = endOfValue(text, value);
    yield { key: JSON.parse(text.slice(at, keyEnd)) as string, keyStart: at, start: value, end };
    at = skipSeparator(text, end);
  }
}

function skipSpace(text: string, at: number): number {
  while (' \t\n\r'.includes(text[at]!)) at++;
  return at;
}

function skipSeparator(text: string, end: number): number {
  const at = skipSpace(text, end);
  return text[at] === ',' ? skipSpace(text, at + 1) : at;
}

function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; at++) {
    const c = text[at]!;
    if (c === '"') at = endOfJsonString(text, at) - 1;
    else if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') depth--;
    else if (depth === 0) {
      while (at < text.length && !',}] \t\n\r'.includes(text[at]!)) at++;
      return at;
    }
    if (depth === 0) return at + 1;
  }
}
