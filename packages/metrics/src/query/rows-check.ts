import type { Column } from '../dataset/contract.js';
import { jsonPath, quote } from '../base/input.js';
import { suggest } from '../base/nearest.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import { checkTest, placedTests } from '../metric/rules.js';
import { searchedColumns, type RowsColumn } from './rows-columns.js';
import type { RowsQuestion } from './rows-question.js';

/** That a question names columns that there are, with values that these can have: all problems at once. */
export function* checkRowsQuestion(
  { columns: shown = [], where = [], orWhere = [], orderBy = [], dataset }: RowsQuestion,
  columns: readonly RowsColumn[],
): Generator<Problem> {
  const own = new Map(columns.map((column) => [column.name, column]));
  const searched = new Map(searchedColumns(columns).map((column) => [column.name, column]));
  function* check(
    name: string,
    at: readonly (string | number)[],
    known = own,
  ): Generator<Problem, RowsColumn | undefined> {
    const column = known.get(name);
    if (column) return column;
    const message =
      dataset === undefined
        ? say`${quote(name)} is not a column of the result.`
        : say`"${dataset}" has no column ${quote(name)}.`;
    yield problem({
      ...{ code: 'unknown-column', where: jsonPath(...at), message },
      remedy: suggest(name, known.keys()),
    });
    return undefined;
  }
  yield* checkOnce(shown, (i) => ['columns', i]);
  for (const [i, name] of shown.entries()) yield* check(name, ['columns', i]);
  for (const [key, conditions] of Object.entries({ where, orWhere })) {
    for (const [i, condition] of conditions.entries()) {
      for (const [test, at] of placedTests(condition, [key, i])) {
        const column = yield* check(test.column, [...at, 'column'], key === 'orWhere' ? searched : own);
        if (column) yield* checkTest(test, testedAs(column), dataset, at);
      }
    }
  }
  yield* checkOnce(
    orderBy.map(({ column }) => column),
    (i) => ['orderBy', i, 'column'],
  );
  for (const [i, { column: name, ranks }] of orderBy.entries()) {
    const column = yield* check(name, ['orderBy', i, 'column']);
    if (!ranks || !column) continue;
    if (column.type !== 'VARCHAR') {
      const message = say`"${name}" is ${column.type}: only texts have an order of the page's own.`;
      const remedy = say`Remove "ranks".`;
      yield problem({ code: 'wrong-value', where: jsonPath('orderBy', i, 'ranks'), message, remedy });
    }
    yield* checkOnce(ranks, (at) => ['orderBy', i, 'ranks', at]);
  }
}

function* checkOnce(
  names: readonly string[],
  place: (i: number) => readonly (string | number)[],
): Generator<Problem> {
  const seen = new Set<string>();
  for (const [i, name] of names.entries()) {
    if (!seen.has(name)) seen.add(name);
    else {
      const message = say`${quote(name)} is named twice.`;
      yield problem({
        code: 'duplicate',
        where: jsonPath(...place(i)),
        message,
        remedy: say`Remove it here.`,
      });
    }
  }
}

/** A column as its conditions are held against it. */
function testedAs({ name, type, values }: RowsColumn): Pick<Column, 'name' | 'type' | 'values'> {
  return { name, type, ...(values && { values }) };
}
