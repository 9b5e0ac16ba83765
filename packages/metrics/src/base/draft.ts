import * as v from 'valibot';
import { jsonPath, type Path } from './json-path.js';
import type { Problem } from './problem.js';
import type { OwnKeys, Schema } from './schema.js';

/** An input that lacks its shape somewhere, with something of the right shape in place of it: other files can be held against it. */
export interface Draft<T> {
  readonly value: T;
  /** The same with other stand-ins: a problem of one of the two alone is due to its stand-ins. */
  readonly other: T;
  /** The JSON paths of the stand-ins: problems there, or below, are reported already. */
  readonly standIns: readonly string[];
  /** Whether names may be missing that the input declares where stand-ins are. */
  readonly unnamed: boolean;
}

/** More rounds than these need inputs that have hardly anything of the shape. */
const mostRounds = 40;

/** The stand-ins of a value, tried one after the other until one has the shape. */
const candidates: readonly unknown[] = [
  null,
  'x',
  0,
  {},
  [],
  true,
  1,
  'INTEGER',
  '2026-01-01',
  'A1.1',
  'x.csv',
  'https://example.com/',
  { count: 'rows' },
  ['x'],
];
const others: readonly unknown[] = [
  '2027-06-30',
  'https://example.org/',
  'DATE',
  'y.csv',
  'B2.2',
  'y',
  2,
  1,
  {},
  [],
  false,
  null,
  'INTEGER',
  'A1.1',
  0,
  { sum: 'y' },
  { count: 'rows' },
  ['y'],
];

/** Gives an input its shape, so that its other problems can be found. Undefined if that takes too long. */
export function draftOf<T>(schema: Schema<T>, input: unknown): Draft<T> | undefined {
  const [one, other] = [stand(schema, input, candidates), stand(schema, input, others)];
  if (!one || !other) return undefined;
  const standIns = [...new Set([...one.standIns, ...other.standIns])];
  const unnamed = standIns.some((path) => /(\.(id|name)|\])$/.test(path)) || one.unnamed || other.unnamed;
  return { value: one.value, other: other.value, standIns, unnamed };
}

/** The problems of both forms of a draft, without those of its stand-ins. */
export function withoutStandIns(
  problems: readonly Problem[],
  others: readonly Problem[],
  { standIns, unnamed }: Pick<Draft<unknown>, 'standIns' | 'unnamed'>,
): readonly Problem[] {
  const same = new Set(others.map(({ where, message }) => `${where} ${message}`));
  return problems.filter(({ code, where, message }) => {
    if (unnamed && code.startsWith('unknown-')) return false;
    const isTold = standIns.some(
      (path) => where.startsWith(path) && /^([.[]|$)/.test(where.slice(path.length)),
    );
    return !isTold && same.has(`${where} ${message}`);
  });
}

function stand<T>(
  schema: Schema<T>,
  input: unknown,
  from: readonly unknown[],
): { readonly value: T; readonly standIns: readonly string[]; readonly unnamed: boolean } | undefined {
  let current = input;
  const tried = new Map<string, number>();
  const chosen = new Map<string, unknown>();
  for (let round = 0; round < mostRounds; round++) {
    const { issues, output } = v.safeParse(schema, current, { abortPipeEarly: true });
    if (!issues) {
      // A list or an object may declare names.
      const unnamed = [...chosen.values()].some((value) => typeof value === 'object' && value !== null);
      return { value: output, standIns: [...tried.keys()], unnamed };
    }
    for (const issue of issues) {
      const path = (issue.path ?? []).map(({ key }) => key as string | number);
      if (issue.type === 'strict_object' && issue.expected === 'never') {
        const { keys: known } = JSON.parse(issue.message) as OwnKeys;
        current = change(current, path.slice(0, -1), (object) => withKeys(object as object, known));
        continue;
      }
      if (issue.type === 'check' && typeof issue.input === 'object') {
        // A text in no language, which may stand beside what is right; or a unit's singular without its plural.
        const language = 'zh' in issue.input! ? 'en' : 'zh';
        current = change(current, path, (text) => ({ ...(text as object), [language]: from[1] }));
        tried.set(jsonPath(...path, language), 1);
        continue;
      }
      const place = jsonPath(...path);
      const options = [...(issue.expected ?? '').matchAll(/"(?:[^"\\]|\\.)*"/g)].map(
        ([text]) => JSON.parse(text) as string,
      );
      const values = issue.type === 'picklist' ? (from === others ? options.reverse() : options) : from;
      const next = tried.get(place) ?? 0;
      if (next >= values.length) return undefined;
      tried.set(place, next + 1);
      chosen.set(place, values[next]);
      current = change(current, path, () => values[next]);
    }
  }
  return undefined;
}

/** A copy with another value at a path; the input stays as it is. */
function change(value: unknown, path: Path, to: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to(value);
  if (Array.isArray(value))
    return value.map((item: unknown, i) => (i === key ? change(item, rest, to) : item));
  const old = Object.entries(value ?? {});
  const below = old.find(([name]) => name === key)?.[1] as unknown;
  return Object.fromEntries([...old.filter(([name]) => name !== key), [key, change(below, rest, to)]]);
}

function withKeys(object: object, known: readonly string[]): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => known.includes(key)));
}
