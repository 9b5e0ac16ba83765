import { compileQuery, MetricsError, type Engine } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDatabase, type WrittenDatabase } from './database.js';
import { findDifference } from './equality.js';
import { evaluate } from './naive.js';
import { catalogueOf, questions, show, worlds, type Question } from './questions.js';
import { whyRefused } from './refusal.js';

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

const answered = questions.filter(({ query, world }) => whyRefused(query, world) === undefined);

/** The code of the refusal, where there is one. */
function refusalOf({ query, world }: Question): string | undefined {
  try {
    compileQuery(query, catalogueOf(world));
    return undefined;
  } catch (error) {
    return error instanceof MetricsError ? error.code : String(error);
  }
}

describe('a thousand random questions', () => {
  test('use every key of a query, and most have rows for an answer', () => {
    const keys = new Set(questions.flatMap(({ query }) => Object.keys(query)));
    expect([...keys].toSorted()).toEqual(
      [
        ...['by', 'compare', 'complete', 'contribution', 'cumulative', 'during', 'fiscalStart', 'metric'],
        ...['metrics', 'rolling', 'share', 'top', 'totals', 'where'],
      ].toSorted(),
    );
    expect(answered.length).toBeGreaterThan(900);
    const filled = answered.filter(({ query, world }) => evaluate(query, world).rows.length > 0);
    expect(filled.length).toBeGreaterThan(750);
  });

  test('are refused only where there is no right answer', () => {
    const differing = questions.filter(
      (question) => refusalOf(question) !== (whyRefused(question.query, question.world) && 'REFUSED'),
    );
    expect(differing.map(show)).toEqual([]);
  });

  test('are answered by the engine as by loops over the rows', { timeout: 120_000 }, async () => {
    const differences: string[] = [];
    for (const question of answered) {
      const { query, world } = question;
      const found = await engine.run(compileQuery(query, catalogueOf(world)).sql).then(
        (table) => findDifference(table, evaluate(query, world)),
        (error: unknown) => `does not bind: ${String(error)}`,
      );
      if (found !== undefined) differences.push(`${show(question)}\n  ${found}`);
    }
    expect(differences, differences.slice(0, 5).join('\n')).toEqual([]);
  });

  test('have the columns that the compiler says', () => {
    for (const { query, world } of answered) {
      const { columns } = compileQuery(query, catalogueOf(world));
      expect(columns.map(({ name, type }) => ({ name, type }))).toEqual(evaluate(query, world).columns);
    }
  });
});
