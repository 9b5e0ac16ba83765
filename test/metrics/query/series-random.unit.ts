import { compileQuery } from '@zj/metrics/sql';
import { MetricsError, type Engine } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience, seeds } from '../../soak.js';
import { writeDatabase, type WrittenDatabase } from './database.js';
import { findDifference } from './equality.js';
import { evaluate } from './naive.js';
import { catalogueOf, show, worlds } from './questions.js';
import { drawQuery } from './random.js';
import { whyRefused } from './refusal.js';
import { seriesOf } from './rows.js';

// Questions for indices, moving averages and metrics made of them alone, or beside one other metric.

let database: WrittenDatabase;
let engine: Engine;
beforeAll(async () => {
  database = await writeDatabase(worlds);
  engine = nodeEngine();
  await engine.open({ url: database.file });
});
afterAll(async () => {
  await engine.close();
  await database.remove();
});

test(
  'indices and moving averages are refused, or answered by the engine as by loops over the rows',
  { timeout: patience() },
  async () => {
    const wrong: string[] = [];
    const counts = { figures: 0, empty: 0, refused: 0 };
    for (const seed of seeds('series', 4000)) {
      const world = worlds[seed % worlds.length]!;
      const ids = world.metrics.map(({ id }) => id).filter((id) => seriesOf(world, id).length > 0);
      const query = drawQuery(seed, world, seed % 4 === 0 ? [...ids, 'amount', 'filings'] : ids);
      const refused = whyRefused(query, world);
      if (refused !== undefined) {
        counts.refused++;
        expect(() => compileQuery(query, catalogueOf(world)), show({ seed, query, world })).toThrow(
          MetricsError,
        );
        continue;
      }
      const answer = evaluate(query, world);
      const found = await engine
        .run(compileQuery(query, catalogueOf(world)).sql)
        .then((table) => findDifference(table, answer));
      if (found !== undefined) wrong.push(`${show({ seed, query, world })}\n  ${found}`);
      for (const cell of answer.rows.flat()) {
        if (cell === null) counts.empty++;
        else if (typeof cell === 'object') counts.figures++;
      }
    }
    expect(wrong, wrong.slice(0, 5).join('\n')).toEqual([]);
    expect(Math.min(counts.figures, counts.empty, counts.refused)).toBeGreaterThan(10);
  },
);
