import { collect, jsonPath, quote } from '../base/input.js';
import { suggest } from '../base/nearest.js';
import { problem, type Problem } from '../base/problem.js';
import type { ResultColumn } from './result-column.js';
import type { StatementBuilder } from './builder.js';
import { conditionExpr } from './condition.js';
import { avoidNames } from './names.js';
import { refuse, type QueryKeys } from './query.js';
import { checkTest, placedTests } from '../metric/rules.js';
import { and, column, number, operation, or, text, type Expr, type SortKey } from './sql/node.js';
import type { Select } from './sql/node.js';
import { listed, say } from '../base/sentence.js';

/** Which finished rows of a result stay, and in which order: `having`, then `orderBy`, then `limit` (QUERIES.md §4). */
export type Finish = Pick<QueryKeys, 'having' | 'orderBy' | 'limit'>;

/** Throws `REFUSED`, or `UNKNOWN_NAME`, if a selection names a column that the result does not have. */
export function checkSelection(selection: Finish, columns: readonly ResultColumn[]): void {
  const problems = collect(selectionProblems(selection, columns));
  if (problems.length > 0) throw refuse(problems);
}

function* selectionProblems(
  { having = [], orderBy = [] }: Finish,
  columns: readonly ResultColumn[],
): Generator<Problem> {
  const names = columns.map(({ name }) => name);
  const figures = columns.filter(({ metric }) => metric !== undefined);
  for (const [i, condition] of having.entries()) {
    for (const [test, at] of placedTests(condition, ['having', i])) {
      const found = figures.find(({ name }) => name === test.column);
      if (found) yield* checkTest(test, { name: found.name, type: 'DOUBLE' }, undefined, at);
      else {
        const isKey = names.includes(test.column);
        const message = isKey
          ? say`${quote(test.column)} is not a figure of the result.`
          : say`${quote(test.column)} is not a column of the result.`;
        const figureNames = figures.map(({ name }) => name);
        const remedy = isKey
          ? say`Write conditions on rows in "where", or name one of ${listed(figureNames)}.`
          : suggest(test.column, figureNames);
        const code = isKey ? 'figure' : 'unknown-column';
        yield problem({ code, where: jsonPath(...at, 'column'), message, remedy });
      }
    }
  }
  const ordered = new Set<string>();
  for (const [i, { column: name }] of orderBy.entries()) {
    const where = jsonPath('orderBy', i, 'column');
    if (!names.includes(name)) {
      const message = say`${quote(name)} is not a column of the result.`;
      yield problem({ code: 'unknown-column', where, message, remedy: suggest(name, names) });
    }
    if (ordered.has(name)) {
      const message = say`The rows are already in the order of ${quote(name)}.`;
      yield problem({ code: 'duplicate', where, message, remedy: say`Remove it here.` });
    }
    ordered.add(name);
  }
}

/** Adds the step that holds a finished select, with its order as columns of their own, and selects from it. */
export function addFinishedStep(
  { orderBy: own = [], ...finished }: Omit<Select, 'with'>,
  { having = [], orderBy = [], limit }: Finish,
  builder: StatementBuilder,
): Omit<Select, 'with'> {
  const names = finished.columns.map(({ as }) => as);
  const nameOf = avoidNames(names);
  const keys = own.map(({ of }) => ({ of, as: nameOf('place') }));
  // A column of a dataset may have this name, too.
  const { top, totals } = builder.layout.question.query;
  const kind = top || totals ? column('row_kind') : undefined;
  // Rows of totals and of the rest always stay.
  const stays: readonly Expr[] = kind ? [operation(kind, '<>', text('value'))] : [];
  const order: readonly SortKey[] = [
    ...(kind && orderBy.length > 0 ? [{ of: rankOf(kind) }] : []),
    ...orderBy.map((one) => ({ of: column(one.column), descending: one.direction === 'descending' })),
    ...keys.map(({ as }, i) => ({ of: column(as), descending: own[i]!.descending === true })),
  ];
  const columns = having.flatMap((one) => placedTests(one, []).map(([test]) => test.column));
  const figures = { columns: columns.map((one) => ({ name: one, type: 'DOUBLE' as const, label: noWords })) };
  const wanted = having.map((one) => conditionExpr(one, figures));
  const numbered: Expr = { kind: 'rowNumber', by: [...stays.map((of) => ({ of })), ...order] };
  const name = builder.addStep('finished', { ...finished, columns: [...finished.columns, ...keys] });
  return {
    columns: names.map((as) => ({ of: column(as), as })),
    from: { table: [name] },
    ...(wanted.length > 0 && { where: [or(...stays, and(...wanted))] }),
    // Without an order there is one row.
    ...(limit !== undefined &&
      order.length > 0 && { qualify: [or(...stays, operation(numbered, '<=', number(limit)))] }),
    orderBy: order,
  };
}

const noWords = { zh: '', en: '' };

/** Other rows first, then the rest, then totals. */
function rankOf(kind: Expr): Expr {
  const is = (word: string): Expr => operation(kind, '=', text(word));
  return {
    kind: 'case',
    when: [
      [is('value'), number(0)],
      [is('rest'), number(1)],
    ],
    otherwise: number(2),
  };
}
