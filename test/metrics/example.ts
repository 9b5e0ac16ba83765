import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../packages/metrics/src/base/json.js';

/** The ids of the park's datasets. */
export const parkDatasets: readonly string[] = [
  'industry-revenue',
  'patents',
  'incubation',
  'space-supply',
  'service-packages',
  'science-finance',
  'tasks',
];

/** A file of an example, as JSON of unknown shape. */
export function readExample(file: string, example = 'park'): unknown {
  const { value, problems } = parseJson(
    readFileSync(join(import.meta.dirname, '../../examples', example, file), 'utf8'),
  );
  if (problems.length > 0) throw new Error(`${file} is no JSON`);
  return value;
}

/** A copy of JSON with another value at a path: without the key where `value` is undefined. */
export function edit(json: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(json);
  const keys = path.split('.');
  const last = keys.pop()!;
  const owner = keys.reduce((object, key) => (object as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}
