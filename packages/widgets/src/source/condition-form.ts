import { isDay, type During } from '@zj/metrics';
import { resolveDuring } from '@zj/metrics/internal';

/** How the value of each test has to be (QUERIES.md §3). */
const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
  equals: isScalar,
  notEquals: isScalar,
  above: isScalar,
  below: isScalar,
  atLeast: isScalar,
  atMost: isScalar,
  in: (value) => Array.isArray(value) && value.length > 0 && value.every(isScalar),
  between: (value) =>
    Array.isArray(value) && value.length === 2 && value.every((end) => end === null || isScalar(end)),
  contains: isText,
  startsWith: isText,
  null: (value) => typeof value === 'boolean',
};

/** Deeper conditions no query takes. */
const deepest = 32;

/** The path of the part of a condition that cannot be used; `undefined` for a condition. */
export function wrongIn(condition: unknown, path: string, level = 0): string | undefined {
  if (typeof condition !== 'object' || condition === null || level > deepest) return path;
  const { column, ...rest } = condition as Partial<Record<string, unknown>>;
  const [[name, value] = ['', undefined], ...others] = Object.entries(rest);
  if (others.length > 0 || Array.isArray(condition)) return path;
  if (column === undefined && name === 'not') return wrongIn(value, `${path}.not`, level + 1);
  if (column === undefined && name === 'or') {
    if (!Array.isArray(value) || value.length === 0) return `${path}.or`;
    for (const [at, one] of (value as readonly unknown[]).entries()) {
      const wrong = wrongIn(one, `${path}.or[${at}]`, level + 1);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }
  if (!isText(column)) return `${path}.column`;
  if (!Object.hasOwn(tests, name)) return name ? `${path}.${name}` : path;
  return tests[name]!(value) ? undefined : `${path}.${name}`;
}

const grains = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];

/** Whether this is a period of a query: a name, two days, or the last complete periods. */
export function isDuring(given: unknown): given is During {
  if (typeof given === 'string') return resolveDuring(given) !== undefined;
  if (typeof given !== 'object' || given === null) return false;
  const { start, end, last, grain, asOf } = given as Readonly<Record<string, unknown>>;
  if (last !== undefined)
    return Number.isInteger(last) && Number(last) >= 1 && grains.includes(String(grain)) && isADay(asOf);
  return isADay(start) && isADay(end) && start <= end;
}

function isADay(given: unknown): given is string {
  return typeof given === 'string' && isDay(given);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
