import { compileQuery } from '@zj/metrics/sql';
import type { Condition, Engine } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { times } from '../../soak.js';
import { writeDatabase, type WrittenDatabase } from './database.js';
import { findDifference } from './equality.js';
import { toDouble } from './figure.js';
import { evaluate, type Answer } from './naive.js';
import { catalogueOf, questions, show, worlds } from './questions.js';
import { whyRefused } from './refusal.js';
import { selectRows } from './selection.js';
import type { Query } from './types.js';
import { throwDice } from './worlds.js';

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

/** A selection of some rows of an answer; figures that are not exact are not put in order, since equal ones may differ in their last bit. */
function drawSelection({ columns, rows }: Answer, seed: number): Pick<Query, 'having' | 'orderBy' | 'limit'> {
  const { chance, pick, whole, some } = throwDice(seed);
  const names = columns.map(({ name }) => name);
  const isFigure = (i: number): boolean =>
    rows.some((row) => typeof row[i] === 'object' && row[i] !== null) || names[i] === 'value';
  const figures = names.filter((name, i) => name !== 'row_kind' && isFigure(i));
  const exact = names.filter((_, i) =>
    rows.every((row) => {
      const cell = row[i] ?? null;
      return cell === null || typeof cell !== 'object' || toDouble(cell).size === 0;
    }),
  );
  const amount = (name: string): number => {
    const cell = pick(rows)[names.indexOf(name)] ?? null;
    const near = cell !== null && typeof cell === 'object' ? toDouble(cell).double : whole(-9, 9);
    return near * 1.0371 + 0.000123;
  };
  const condition = (): Condition => {
    const column = pick(figures);
    return pick<() => Condition>([
      () => ({ column, above: amount(column) }),
      () => ({ column, atLeast: amount(column) }),
      () => ({ column, below: amount(column) }),
      () => ({ column, null: chance(0.5) }),
      () => ({ not: { column, above: amount(column) } }),
      () => ({ or: [{ column, null: true }, { not: { column: pick(figures), atMost: amount(column) } }] }),
    ])();
  };
  return {
    ...(figures.length > 0 && chance(0.6) && { having: [condition()] }),
    ...(exact.length > 0 &&
      chance(0.7) && {
        orderBy: some(exact, 2).map((column) => ({
          column,
          ...(chance(0.6) && { direction: pick(['ascending', 'descending'] as const) }),
        })),
      }),
    ...(chance(0.5) && { limit: whole(1, 5) }),
  };
}

describe('rows selected from finished ones', () => {
  const asked = questions
    .slice(0, 100 + times(900))
    .filter(({ query, world }) => whyRefused(query, world) === undefined)
    .map((question) => ({ ...question, answer: evaluate(question.query, question.world) }))
    .filter(({ answer }) => answer.rows.length > 0);

  test('are those of a loop over them', async () => {
    const differences: string[] = [];
    for (const { seed, query, world, answer } of asked) {
      const selection = drawSelection(answer, seed);
      const selected = { ...query, ...selection };
      const table = await engine.run(compileQuery(selected, catalogueOf(world)).sql);
      const found = findDifference(table, selectRows(answer, selection));
      if (found !== undefined) differences.push(`${show({ seed, query: selected, world })}\n  ${found}`);
    }
    expect(differences, differences.slice(0, 3).join('\n')).toEqual([]);
  });
});
