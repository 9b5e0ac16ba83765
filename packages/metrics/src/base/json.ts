import { collect, quote, type InputOptions, type Read } from './input.js';
import { problem, type Problem, type ProblemWords } from './problem.js';
import { say, type Sentence } from './sentence.js';

/** Where a text comes from. */
export interface JsonOptions extends Pick<InputOptions, 'file'> {
  /** The line of its file that the text begins on: 1. */
  readonly line?: number;
}

/**
 * Reads the text of a JSON file, with or without a byte order mark. A syntax error is a problem at `file:line:column`:
 * lines and columns count from 1, a column is a character. So is a key that an object has twice, of which a program
 * would take the last and a reader perhaps the first. Never throws.
 *
 * @example
 * const { value, problems } = parseJson('{"version": 1,}', { file: 'plan.json' });
 * // problems[0].where: 'plan.json:1:15'
 */
export function parseJson(text: string, { file, line = 1 }: JsonOptions = {}): Read<unknown> {
  const json = text.replace(/^\uFEFF/, '');
  const prefix = file === undefined ? '' : `${file}:`;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // The engines word their message differently, and only some of them tell the place.
    const { offset, message, remedy } = findFault(json, line);
    const where = prefix + place(json, offset, line);
    return { problems: [problem({ code: 'syntax', where, message, remedy })] };
  }
  const problems = collect(findDuplicates(json, prefix, line));
  return problems.length > 0 ? { problems } : { value, problems: [] };
}

/** The keys that an object of this JSON has already. */
function* findDuplicates(json: string, prefix: string, firstLine: number): Generator<Problem> {
  // The keys of each open object; a list has none.
  const open: (Set<string> | undefined)[] = [];
  let [line, column, counted] = [firstLine, 1, 0];
  let isKey = false;
  for (let at = 0; at < json.length; at++) {
    const c = json[at]!;
    if (c === '\n' || (c === '\r' && json[at + 1] !== '\n')) [line, column, counted] = [line + 1, 1, at + 1];
    else if (c === '{' || c === '[') {
      isKey = c === '{';
      open.push(isKey ? new Set() : undefined);
    } else if (c === '}' || c === ']') open.pop();
    else if (c === ',') isKey = open.at(-1) !== undefined;
    else if (c === '"') {
      const end = endOfString(json, at) as number;
      const keys = isKey ? open.at(-1)! : undefined;
      const key = keys && (JSON.parse(json.slice(at, end)) as string);
      if (keys?.has(key!)) {
        column += [...json.slice(counted, at)].length;
        counted = at;
        const message = say`The object already has the key ${quote(key)}.`;
        const remedy = say`Keep the correct one, and remove the other.`;
        yield problem({ code: 'duplicate-key', where: `${prefix}${line}:${column}`, message, remedy });
      }
      keys?.add(key!);
      isKey = false;
      at = end - 1;
    }
  }
}

interface Fault extends ProblemWords {
  readonly offset: number;
}

/** `line:column` of a place in a text that begins on `line`. */
function place(text: string, offset: number, line: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return `${line + lines.length - 1}:${[...lines.at(-1)!].length + 1}`;
}

/** The tokens that may stand next. */
type Next =
  | 'a value'
  | 'a value or ]'
  | 'a key in quotes'
  | 'a key in quotes or }'
  | 'a colon'
  | 'a comma'
  | 'the end of the file';

const told: Readonly<Record<Next, Sentence>> = {
  'a value': say`a value`,
  'a value or ]': say`a value or ]`,
  'a key in quotes': say`a key in quotes`,
  'a key in quotes or }': say`a key in quotes or }`,
  'a colon': say`a colon`,
  'a comma': say`a comma or the closing bracket`,
  'the end of the file': say`the end of the file`,
};

/** The first place where a text stops being JSON. */
function findFault(text: string, line: number): Fault {
  const open: number[] = [];
  let next: Next = 'a value';
  let at = 0;
  const afterValue = (): Next => (open.length > 0 ? 'a comma' : 'the end of the file');
  const isOpen = (bracket: string) => open.length > 0 && text[open.at(-1)!] === bracket;

  for (;;) {
    while (' \t\n\r'.includes(text[at] ?? '-')) at++;
    const c = text[at];
    if (c === undefined) break;
    const closes = (c === '}' && isOpen('{')) || (c === ']' && isOpen('['));
    if (closes && (next === 'a comma' || next.endsWith(c))) {
      open.pop();
      next = afterValue();
      at++;
    } else if (next === 'a comma' && c === ',') {
      next = isOpen('{') ? 'a key in quotes' : 'a value';
      at++;
    } else if (next === 'a colon' && c === ':') {
      next = 'a value';
      at++;
    } else if (next.startsWith('a key') && c === '"') {
      const end = endOfString(text, at, line);
      if (typeof end !== 'number') return end;
      next = 'a colon';
      at = end;
    } else if (next.startsWith('a value')) {
      if (c === '{' || c === '[') {
        open.push(at++);
        next = c === '{' ? 'a key in quotes or }' : 'a value or ]';
        continue;
      }
      const end = c === '"' ? endOfString(text, at, line) : endOfWord(text, at);
      if (end === undefined) return unexpected(text, at, next);
      if (typeof end !== 'number') return end;
      next = afterValue();
      at = end;
    } else {
      return unexpected(text, at, next);
    }
  }

  if (open.length === 0) {
    const message =
      next === 'the end of the file'
        ? say`The file is too large or too deep to be read.`
        : say`The file is empty.`;
    return { offset: at, message, remedy: say`Write JSON into it, or name another file.` };
  }
  const bracket = text[open.at(-1)!]!;
  const message = say`The file ends too early: the ${bracket} of ${place(text, open.at(-1)!, line)} is still open.`;
  return {
    offset: at,
    message,
    remedy: say`Close it with ${bracket === '{' ? '}' : ']'}, or copy the whole file again.`,
  };
}

/** The offset behind a string that begins here, or the fault inside it. */
function endOfString(text: string, start: number, line = 1): number | Fault {
  let at = start + 1;
  for (; at < text.length; at++) {
    const c = text[at]!;
    if (c === '"') return at + 1;
    if (c < ' ') break;
    if (c !== '\\') continue;
    const escape = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (!escape) {
      const message = say`The backslash before ${JSON.stringify(text[at + 1] ?? '')} means nothing in JSON.`;
      return { offset: at, message, remedy: say`Write two backslashes for one.` };
    }
    at += escape[0].length - 1;
  }
  const begin = place(text, start, line);
  if (text[at] === '\t') {
    const message = say`The text that begins at ${begin} contains a tab.`;
    return { offset: at, message, remedy: say`Write \\t, or a space.` };
  }
  return {
    offset: at,
    message: say`The text that begins at ${begin} is not closed on its line.`,
    remedy: say`Put a straight double quote (") at its end; write \\n for a new line.`,
  };
}

/** The offset behind a number, `true`, `false` or `null` that begins here; `undefined` where none does. */
function endOfWord(text: string, start: number): number | undefined {
  let at = start;
  while (at < text.length && /[\w.+-]/.test(text[at]!)) at++;
  try {
    JSON.parse(text.slice(start, at));
    return at;
  } catch {
    return undefined;
  }
}

function unexpected(text: string, offset: number, next: Next): Fault {
  const found = JSON.stringify(
    /^[\w.+-]{1,20}/.exec(text.slice(offset, offset + 20))?.[0] ??
      String.fromCodePoint(text.codePointAt(offset)!),
  );
  const message = say`This must be ${told[next]}, not ${found}.`;
  return { offset, message, remedy: remedyFor(text, offset, next) };
}

/** Characters that Chinese input methods write for , : " ' { } [ ]. */
const fullWidth =
  /[\uFF0C\u3001\uFF1A\u201C\u201D\u2018\u2019\uFF02\uFF5B\uFF5D\uFF3B\uFF3D\u3010\u3011\u300C\u300D]/;

function remedyFor(text: string, offset: number, next: Next): Sentence {
  const c = text[offset]!;
  const before = text.slice(Math.max(0, offset - 200), offset);
  if (fullWidth.test(c)) return say`Use the plain characters , : " { } [ ] in place of full-width ones.`;
  if (c === "'") return say`Use straight double quotes (").`;
  if (c === '/' || c === '#') return say`Remove the comment: JSON has none.`;
  if ('}]'.includes(c) && /,\s*$/.test(before)) return say`Remove the comma before it.`;
  if (next === 'the end of the file') return say`Remove the text after the last bracket.`;
  if ('}]'.includes(c)) return say`Check that every { has its } and every [ its ].`;
  if (next === 'a comma') return say`Put a comma between the two entries.`;
  if (next.startsWith('a key')) return say`Put the key in straight double quotes (").`;
  return say`Write ${told[next]} here, or remove this text.`;
}
