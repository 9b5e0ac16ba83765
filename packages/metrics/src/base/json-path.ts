import { quote } from './quoting.js';

/** The keys that lead to a value in JSON. */
export type Path = readonly (string | number)[];

/** The place of a value in JSON: `$.goals[2].target`. */
export function jsonPath(...keys: Path): string {
  return `$${keys.map(jsonStep).join('')}`;
}

/** One key of such a place. */
export function jsonStep(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key.slice(0, 41)) && key.length <= 40
    ? `.${key}`
    : `[${quote(key)}]`;
}
