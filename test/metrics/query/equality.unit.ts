import { compileQuery } from '@zj/metrics/sql';
import { MetricsError, type Engine } from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { times } from '../../soak.js';
import { writeDatabase, type WrittenDatabase } from './database.js';
import { findDifference } from './equality.js';
import { evaluate } from './naive.js';
import { catalogueOf, questions, show, worlds, type Question } from './questions.js';
import { whyRefused } from './refusal.js';
import type { World } from './types.js';

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

const answered = questions
  .filter(({ query, world }) => whyRefused(query, world) === undefined)
  .map((question) => ({ ...question, answer: evaluate(question.query, question.world) }));

/** The code of the refusal, where there is one. */
function refusalOf({ query, world }: Question): string | undefined {
  try {
    compileQuery(query, catalogueOf(world));
    return undefined;
  } catch (error) {
    return error instanceof MetricsError ? error.code : String(error);
  }
}

describe('random questions', () => {
  test('use every key of a query, and most have rows for an answer', () => {
    const keys = new Set(questions.flatMap(({ query }) => Object.keys(query)));
    expect([...keys].toSorted()).toEqual(
      [
        ...['by', 'compare', 'complete', 'contribution', 'cumulative', 'during', 'fiscalStart', 'metric'],
        ...['metrics', 'rolling', 'share', 'top', 'totals', 'where'],
      ].toSorted(),
    );
    expect(answered.length).toBeGreaterThan(900);
    const filled = answered.filter(({ answer }) => answer.rows.length > 0);
    expect(filled.length).toBeGreaterThan(750);
  });

  test('are refused only where there is no right answer', () => {
    const differing = questions.filter(
      (question) => refusalOf(question) !== (whyRefused(question.query, question.world) && 'REFUSED'),
    );
    expect(differing.map(show)).toEqual([]);
  });

  test('are answered by the engine as by loops over the rows', async () => {
    const differences: string[] = [];
    for (const question of answered.slice(0, 100 + times(900))) {
      const { query, world, answer } = question;
      const found = await engine.run(compileQuery(query, catalogueOf(world)).sql).then(
        (table) => findDifference(table, answer),
        (error: unknown) => `does not bind: ${String(error)}`,
      );
      if (found !== undefined) differences.push(`${show(question)}\n  ${found}`);
    }
    expect(differences, differences.slice(0, 5).join('\n')).toEqual([]);
  });

  test('have the columns that the compiler says', () => {
    for (const { query, world, answer } of answered) {
      const { columns } = compileQuery(query, catalogueOf(world));
      expect(columns.map(({ name, type }) => ({ name, type }))).toEqual(answer.columns);
    }
  });
});

test('a million tenths sum to a hundred thousand: plain adding is off by more than 1e-12', async () => {
  const [world] = worlds as [World];
  const { contract } = world.datasets[0]!;
  const part = { name: 'part', label: contract.name, type: 'DOUBLE' } as const;
  const day = { ...part, name: 'month', type: 'DATE' } as const;
  const tenths = { ...contract, id: 'tenths', columns: [day, part] };
  const metric = { ...world.metrics[0]!, dataset: 'tenths', measure: { sum: 'part' }, scale: 0 };
  const { sql } = compileQuery(
    { metric: metric.id },
    { metrics: [metric], datasets: [{ contract: tenths }] },
  );
  const duckdb = await openWorkbench();
  await duckdb.execute(
    "SET threads = 1; CREATE TABLE tenths AS SELECT DATE '2026-01-01' AS month, 0.1::DOUBLE AS part FROM range(1000000)",
  );
  const [{ plain }] = (await duckdb.rows('SELECT sum(part) AS plain FROM tenths')) as [{ plain: number }];
  const [{ value }] = (await duckdb.rows(sql)) as [{ value: number }];
  await duckdb.close();
  const relative = (sum: number): number => Math.abs(sum - 100_000) / 100_000;
  expect(relative(plain)).toBeGreaterThan(1e-12);
  expect(relative(value)).toBeLessThanOrEqual(1e-12);
});
