import { MetricsError } from './error.js';
import { suggest } from './nearest.js';
import { quote } from './quoting.js';
import { say, type Sentence } from './sentence.js';

// A page in JavaScript may pass anything: values are checked against the types before use.

/** Throws `REFUSED` where an argument is no text. */
export function checkText(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw refuse(name, value, say`a text`);
}

/** Throws `REFUSED` where an argument is no function. */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value !== 'function') throw refuse(name, value, say`a function`);
}

/** Throws `REFUSED` where an argument is no object, or has no such functions. */
export function checkObject(name: string, value: unknown, functions: readonly string[] = []): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse(name, value, say`an object`);
  for (const one of functions)
    checkFunction(`${name}.${one}`, (value as Readonly<Record<string, unknown>>)[one]);
}

/** Throws `REFUSED` where an argument is no list. */
export function checkList(name: string, value: unknown): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) throw refuse(name, value, say`a list`);
}

/** Throws `REFUSED` if the options of a call, absent or an object, hold a wrong signal or function. */
export function checkCall(options: unknown): void {
  if (options === undefined) return;
  checkObject('options', options);
  const { signal, onProgress } = options as Readonly<Record<string, unknown>>;
  // Not by its class: a signal may come from another frame.
  if (signal !== undefined) checkObject('options.signal', signal, ['addEventListener', 'throwIfAborted']);
  if (onProgress !== undefined) checkFunction('options.onProgress', onProgress);
}

/** Throws `REFUSED` where an object has a key that means nothing: most often another is misspelt. */
export function checkKeys(name: string, value: object, known: readonly string[]): void {
  const strange = Object.keys(value).find((key) => !known.includes(key));
  if (strange === undefined) return;
  const remedy = suggest(strange, known);
  throw new MetricsError('REFUSED', say`${quote(strange)} is not a key of "${name}". ${remedy}`);
}

function refuse(name: string, value: unknown, wanted: Sentence): MetricsError {
  const given = typeof value === 'function' ? say`a function` : quote(value);
  return new MetricsError('REFUSED', say`The argument "${name}" is ${given}. Give ${wanted}.`);
}
