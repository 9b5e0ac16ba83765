import type { PublishedVerdict } from '@zj/metrics';
import { every, full, revenue } from '../../stories/verdicts.js';

type Json = null | boolean | number | string | Json[] | { [part: string]: Json };

/** A source of random numbers from 0 to below 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A verdict that has every part, also those that few have. */
const whole = {
  ...full,
  before: { value: 4800.5, date: '2025-12-31' },
  completeness: [
    {
      dataset: 'industry-revenue',
      kind: 'missing',
      count: 1,
      names: ['2026-03'],
      text: { zh: '缺2026-03', en: '2026-03 is missing' },
    },
    {
      dataset: 'industry-revenue',
      kind: 'empty',
      column: 'revenue',
      means: 'suppressed',
      count: 2,
      names: [],
      text: { zh: '2个单元格不公布', en: '2 cells are suppressed' },
    },
  ],
};

const originals = [
  whole,
  whole,
  whole,
  { ...revenue({ accumulate: 'level', baseline: { value: 90, date: '2025-12-31' } }), ...whole.before },
  ...Object.values(every),
];

/** Values that may stand anywhere in a file or a property. */
const strangers: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => false,
  () => 0,
  () => -0,
  () => -1,
  () => 0.5,
  () => 3,
  () => 7.25,
  () => 100,
  () => 1e15,
  () => -1e21,
  () => 1e98,
  () => Number.MAX_VALUE,
  () => -Number.MAX_VALUE,
  () => Number.MIN_VALUE,
  () => -Number.MIN_VALUE,
  () => '',
  () => ' ',
  () => '5036',
  () => 'constructor',
  () => '__proto__',
  () => 'toString',
  () => 'missed',
  () => 'withheld',
  () => 'fallback',
  () => 'poisson-gamma',
  () => 'aspirational',
  () => '2026-02-30',
  () => '0001-01-01',
  () => '9999-12-31',
  () => '2026-10-31',
  () => '<img src=x onerror=alert(1)>',
  () => '\uD800',
  () => '长'.repeat(5000),
  () => [],
  () => [null],
  () => [1, 2],
  () => [[], {}],
  () => Array.from({ length: 300 }, (_, at) => at),
  () => ({}),
  () => ({ zh: '字', en: 'word' }),
  () => ({ zh: null, en: 3 }),
  () => ({ length: 2, 0: 1, 1: 2 }),
  () => JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`) as Json,
];

/** A verdict of a release with one to four of its parts changed at random, the same for the same seed. */
export function mutate(seed: number): PublishedVerdict {
  const next = random(seed);
  const pick = <One>(list: readonly One[]): One => list[Math.floor(next() * list.length)]!;
  let verdict = JSON.parse(JSON.stringify(pick(originals))) as Json;
  for (let changes = 1 + Math.floor(next() * 4); changes > 0; changes--) {
    const places = placesOf(verdict);
    if (places.length === 0) break;
    const [parent, name] = pick(places);
    const [other, from] = pick(places);
    const kind = next();
    if (kind < 0.2) delete parent[name];
    // What stands elsewhere is of the right kind, but of another part.
    else if (kind < 0.35) parent[name] = JSON.parse(JSON.stringify(other[from] ?? null)) as Json;
    else if (kind < 0.45) parent[name] = [parent[name]!];
    else if (kind < 0.55) parent[name] = { zh: parent[name]!, en: parent[name]! };
    else if (kind < 0.6 && typeof parent[name] === 'number') parent[name] *= 10 ** (next() * 600 - 300);
    else parent[name] = pick(strangers)();
  }
  if (next() < 0.01) verdict = pick(strangers)();
  return verdict as unknown as PublishedVerdict;
}

/** Every part of a value, by its owner and its name there. */
function placesOf(value: Json): (readonly [parent: Record<string, Json>, name: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, Json>;
  const names = Object.keys(parent).slice(0, 60);
  return names.flatMap((name) => [[parent, name] as const, ...(depth < 12 ? below(parent[name]!) : [])]);
}

let depth = 0;
function below(value: Json): ReturnType<typeof placesOf> {
  depth++;
  const places = placesOf(value);
  depth--;
  return places;
}

/** Texts that no reader may see: the printed forms of missing values. */
export const scraps = /NaN|Infinity|∞|undefined|null|\[object/;
