import { compileQuery, planCuboid } from '@zj/metrics/sql';
import type { Cuboid, Engine } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience, seeds, times } from '../../soak.js';
import { isCovered } from '../../../packages/metrics/src/query/cuboid-plan.js';
import { baseIn, dense, drawComparison } from './comparisons.js';
import { writeDatabase, type WrittenDatabase } from './database.js';
import { findDifference } from './equality.js';
import { evaluate } from './naive.js';
import { catalogueOf, show } from './questions.js';
import type { Query, World } from './types.js';

let database: WrittenDatabase;
let engine: Engine;
beforeAll(async () => {
  database = await writeDatabase(dense);
  engine = nodeEngine();
  await engine.open({ url: database.file });
  for (const [i, world] of dense.entries()) cuboids.set(world, await buildCuboids(world, i));
});
afterAll(async () => {
  await engine.close();
  await database.remove();
});

/** Sums, counts and extremes of each dataset of a world by district, in the engine. */
const cuboids = new Map<World, readonly Cuboid[]>();

function buildCuboids(world: World, number: number): Promise<readonly Cuboid[]> {
  const built = ['daily', 'monthly', 'yearly'].map(async (kind): Promise<Cuboid> => {
    const metrics = ['sum', 'rows', 'some', 'counted', 'mean', 'most', 'early'].map(
      (name) => `${kind}-${name}`,
    );
    const plan = planCuboid({ metrics, by: ['district'] }, catalogueOf(world));
    const name = `${kind}_${number}`;
    await engine.build(name, plan.select);
    return { ...plan, table: ['memory', 'main', name] };
  });
  return Promise.all(built);
}

const run = (query: Query, world: World) => engine.run(compileQuery(query, catalogueOf(world)).sql);

test(
  'ten thousand random comparisons equal the same question asked of the stretch that the rule names, by loops and by the engine',
  { timeout: patience() },
  async () => {
    const differences: string[] = [];
    let [asked, absent, filled, covered] = [0, 0, 0, 0];
    for (const seed of seeds('comparisons', 10_000, 50)) {
      const { query, world, answer, picks } = drawComparison(seed);
      const tell = (what: string): void =>
        void differences.push(`${show({ seed, query, world })}\n  ${what}`);
      const table = await run(query, world);
      const found = findDifference(table, answer);
      if (found !== undefined) tell(found);
      const kept = { ...catalogueOf(world), cuboids: cuboids.get(world)! };
      if (kept.cuboids.some((one) => isCovered(one, query, kept))) {
        covered++;
        const { columns } = await engine.run(compileQuery(query, kept).sql);
        if (JSON.stringify(columns) !== JSON.stringify(table.columns)) tell('another answer from a cuboid');
      }
      for (const { row, plain } of picks) {
        const base = baseIn(answer, row);
        if (!plain) {
          absent++;
          if (base !== null) tell(`row ${row} has a base, ${base}, and the rule gives none`);
          continue;
        }
        asked++;
        const alone = evaluate(plain, world);
        const given = findDifference(await run(plain, world), alone);
        if (given !== undefined) tell(`${JSON.stringify(plain)}: ${given}`);
        const { values } = table.columns.find(({ name }) => name === 'value_base')!;
        const shown = { name: 'value', type: 'DOUBLE' as const, values: [values[row] as number | null] };
        const same = findDifference({ columns: [shown], rowCount: 1 }, alone);
        if (same !== undefined) tell(`the base of row ${row} is not ${JSON.stringify(plain)}: ${same}`);
        if (base !== null) filled++;
      }
    }
    expect(differences, differences.slice(0, 5).join('\n')).toEqual([]);
    // Most have a base, and some have none.
    expect(filled).toBeGreaterThan(0.5 * asked);
    expect(absent).toBeGreaterThan(0);
    expect(covered).toBeGreaterThan(0.2 * times(10_000, 50));
  },
);
