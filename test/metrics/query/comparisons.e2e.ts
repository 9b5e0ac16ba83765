import { compileQuery } from '@zj/metrics/sql';
import type { Table } from '@zj/metrics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience, seeds } from '../../soak.js';
import { openSite, type Site, type Visit } from '../engine/site.js';
import { dense, drawComparison } from './comparisons.js';
import { writeDatabase, type WrittenDatabase } from './database.js';
import { findDifference } from './equality.js';
import { evaluate } from './naive.js';
import { catalogueOf, show } from './questions.js';

let database: WrittenDatabase;
let site: Site;
let visit: Visit;
beforeAll(async () => {
  database = await writeDatabase(dense);
  site = await openSite(database.folder);
  visit = await site.visit();
});
afterAll(async () => {
  await site.close();
  await database.remove();
});

test(
  'a thousand random comparisons in the browser equal the same question asked of the stretch that the rule names',
  { timeout: patience() },
  async () => {
    const comparisons = seeds('comparisons in the browser', 1000).map(drawComparison);
    const asked = comparisons.map(({ query, world, picks }) => {
      const sql = (one: typeof query) => compileQuery(one, catalogueOf(world)).sql;
      return [sql(query), ...picks.flatMap(({ plain }) => (plain ? [sql(plain)] : []))];
    });
    const tables = await visit.page.evaluate(async (lists) => {
      const engine = zj.wasmEngine({ baseUrl: '/engine' });
      await engine.open({ url: '/release/worlds.duckdb' });
      const found: Pick<Table, 'columns' | 'rowCount'>[][] = [];
      for (const list of lists) {
        const answers: Pick<Table, 'columns' | 'rowCount'>[] = [];
        for (const sql of list) {
          const { columns, rowCount } = await engine.run(sql);
          answers.push({ columns, rowCount });
        }
        found.push(answers);
      }
      await engine.close();
      return found;
    }, asked);

    const differences: string[] = [];
    for (const [i, { seed, query, world, answer, picks }] of comparisons.entries()) {
      const [table, ...plains] = tables[i]!;
      const tell = (what: string | undefined): void => {
        if (what !== undefined) differences.push(`${show({ seed, query, world })}\n  ${what}`);
      };
      tell(findDifference(table!, answer));
      const { values } = table!.columns.find(({ name }) => name === 'value_base')!;
      for (const { row, plain } of picks) {
        const base = values[row] as number | null;
        if (!plain) {
          tell(base === null ? undefined : `row ${row} has a base, ${base}, and the rule gives none`);
          continue;
        }
        const alone = evaluate(plain, world);
        tell(findDifference(plains.shift()!, alone));
        const shown = { name: 'value', type: 'DOUBLE' as const, values: [base] };
        tell(findDifference({ columns: [shown], rowCount: 1 }, alone));
      }
    }
    expect(differences, differences.slice(0, 5).join('\n')).toEqual([]);
    expect(visit.foreign).toEqual([]);
  },
);
