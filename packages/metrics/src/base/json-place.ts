import { jsonStep } from './json-path.js';
import type { Problem } from './problem.js';

/** The text of a JSON file, and the name that its problems are told by. */
export interface JsonText {
  readonly text: string;
  readonly file?: string;
}

/**
 * Adds the line and column to problems whose place is a JSON path in a text: `plan.json $.goals[0].target` becomes
 * `plan.json:12:7 $.goals[0].target`, where the key stands; a missing key is placed at the beginning of its object.
 * Lines and columns count from 1, a column is a character. The text is one that `parseJson` reads; other problems stay as they are.
 *
 * @example
 * const text = '{\n  "version": 2\n}';
 * const problem = { code: 'wrong-value', where: 'plan.json $.version', message: 'This must be 1.', remedy: '' };
 * locateProblems([problem], { text, file: 'plan.json' })[0].where; // 'plan.json:2:3 $.version'
 */
export function locateProblems<T extends Pick<Problem, 'where'>>(
  problems: readonly T[],
  { text, file }: JsonText,
): readonly T[] {
  const prefix = file === undefined ? '' : `${file} `;
  const paths = problems.map(({ where }) => {
    return where.startsWith(`${prefix}$`) ? where.slice(prefix.length) : undefined;
  });
  const wanted = new Set(paths.flatMap((path) => (path === undefined ? [] : withAncestors(path))));
  if (wanted.size === 0) return problems;
  const places = findPlaces(text.replace(/^\uFEFF/, ''), wanted);
  return problems.map((problem, i) => {
    const path = paths[i];
    const place = path && withAncestors(path).find((one) => places.has(one));
    if (!place) return problem;
    return { ...problem, where: `${file === undefined ? '' : `${file}:`}${places.get(place)!} ${path}` };
  });
}

/** A path and those above it: `$.goals[0].target`, `$.goals[0]`, `$.goals`, `$`. */
function withAncestors(path: string): readonly string[] {
  const steps = path.slice(1).match(/\.[^.[]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\]/g) ?? [];
  const all = ['$'];
  for (const step of steps) all.unshift(all[0]! + step);
  return all;
}

interface Open {
  /** Undefined where nothing below is wanted: a file that is nested deeply is read in a time that grows with its size alone. */
  readonly path: string | undefined;
  /** The index of the next value of a list; undefined in an object. */
  next: number | undefined;
}

/** `line:column` of the values of these paths, and those above them, in JSON that is right: of a member its key, of an item its own beginning. */
function findPlaces(json: string, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const open: Open[] = [];
  let [line, counted, column] = [1, 0, 1];
  /** The path of the value of a key that was read, if it is wanted. */
  let value: string | undefined;
  let isKey = false;
  const note = (inside: Open | undefined, step: string | number, at: number): string | undefined => {
    const path = inside ? inside.path && inside.path + jsonStep(step) : '$';
    if (path === undefined || !wanted.has(path)) return undefined;
    column += [...json.slice(counted, at)].length;
    counted = at;
    places.set(path, `${line}:${column}`);
    return path;
  };
  for (let at = 0; at < json.length; at++) {
    const c = json[at]!;
    if (c === '\n' || (c === '\r' && json[at + 1] !== '\n')) [line, counted, column] = [line + 1, at + 1, 1];
    const inside = open.at(-1);
    if (c === ',') isKey = inside !== undefined && inside.next === undefined;
    if (' \t\n\r,:'.includes(c)) continue;
    if (c === '}' || c === ']') {
      open.pop();
      continue;
    }
    const end = c === '"' ? endOfJsonString(json, at) : at;
    if (isKey) {
      value = note(inside, JSON.parse(json.slice(at, end)) as string, at);
      isKey = false;
      at = end - 1;
      continue;
    }
    // Here begins a value.
    const path = !inside || inside.next !== undefined ? note(inside, inside?.next ?? 0, at) : value;
    if (inside?.next !== undefined) inside.next++;
    if (c === '{' || c === '[') {
      open.push({ path, next: c === '[' ? 0 : undefined });
      isKey = c === '{';
    } else if (c === '"') at = end - 1;
    else while (at + 1 < json.length && !' \t\n\r,]}'.includes(json[at + 1]!)) at++;
  }
  return places;
}

/** Where a string of JSON that is right ends: behind its last quote. */
export function endOfJsonString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}
