import { openWorkbench } from '@zj/metrics/node';
import { expect, test } from 'vitest';
import { findCompleteness } from '../../../packages/metrics/src/query/lack.js';
import { patience, seeds } from '../../soak.js';
import { countLacks, tableSql, withLacks, type Rows } from './completeness.js';
import { evaluate } from './naive.js';
import { drawQuery } from './random.js';
import { whyRefused } from './refusal.js';
import { seriesOf } from './rows.js';
import { drawWorld } from './worlds.js';

const all = 4000;

test('what an answer rests on is what plain SQL counts', { timeout: patience() }, async () => {
  const duckdb = await openWorkbench();
  const rows: Rows = async (sql) =>
    (await duckdb.rows(sql)).map((row) =>
      Object.fromEntries(
        Object.entries(row as object).map(([key, value]) => [
          key,
          value instanceof Date
            ? value.toISOString().slice(0, 10)
            : typeof value === 'object'
              ? String(value)
              : value,
        ]),
      ),
    );
  const kinds = new Map<string, number>();
  const wrong: string[] = [];
  for (const seed of seeds('completeness', all)) {
    const { world, kept } = withLacks(drawWorld((seed % 40) + 1), seed);
    const ids = world.metrics.map(({ id }) => id);
    // Of a few metrics every second one is an index or a moving average.
    const query = drawQuery(
      seed,
      world,
      seed % 8 === 0 ? ids.filter((id) => seriesOf(world, id).length > 0) : ids,
    );
    if (whyRefused(query, world) !== undefined) continue;
    for (const { dataset } of kept) await duckdb.execute(tableSql(dataset));
    const datasets = kept.map(({ dataset: { contract }, rejected }) => ({ contract, rejected }));
    const run = rows as Parameters<typeof findCompleteness>[2]['run'];
    const found = await findCompleteness(query, { metrics: world.metrics, datasets }, { run });
    const given = found.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'text')),
    );
    const expected = await countLacks(query, world, kept, rows, evaluate(query, world).silent);
    for (const { kind, means = '' } of expected)
      kinds.set(`${kind} ${means}`, (kinds.get(`${kind} ${means}`) ?? 0) + 1);
    if (JSON.stringify(sorted(given)) !== JSON.stringify(sorted(expected)))
      wrong.push(
        `seed ${seed}: ${JSON.stringify(query)}\n ${JSON.stringify(given)}\n ${JSON.stringify(expected)}`,
      );
  }
  await duckdb.close();
  expect(wrong, wrong.slice(0, 3).join('\n')).toEqual([]);
  // Of each kind there were some.
  expect([...kinds.keys()].toSorted()).toEqual([
    ...['empty below-half', 'empty empty', 'empty not-applicable', 'empty not-available', 'empty suppressed'],
    ...['merged ', 'missing ', 'rejected ', 'silent '],
  ]);
});

/** Keys in one order. */
function sorted(list: readonly object[]): readonly object[] {
  return list.map((one) => Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}
