import { meansColumn } from '../dataset/contract.js';
import type { Day } from '../base/day.js';
import { basesOf } from '../metric/composition.js';
import { isStretched } from './axis.js';
import { basePeriod } from './base.js';
import { conditionExpr } from './condition.js';
import type { RunRows } from './leaf-read.js';
import { placeBack, startOf } from './period.js';
import type { Leaf, Question } from './question.js';
import type { ResultColumn } from './result-column.js';
import { printDuckdb } from './sql/duckdb.js';
import { and, call, column, day, operation, or, text, truth, type Expr, type Output } from './sql/node.js';

/** The facts of an answer's datasets about figures that are not there. */
interface Ground {
  readonly leaf: Leaf;
  /** The first day that they have rows of; `undefined` without any. */
  readonly first: Day | undefined;
  /** The periods of cells that were merged, and the members that they kept. */
  readonly merged: readonly Merged[];
}

interface Merged {
  readonly day: Day;
  readonly members: readonly (readonly [column: string, member: string | number | boolean])[];
}

/** More merged cells than these are told apart by their periods alone. */
const mostCells = 200;

/**
 * Why figures of an answer are empty, as columns beside them: a base lies before the data, or cells were merged that it may have been
 * among. Nobody says it of others: they were not reported.
 */
export async function explainEmpty(
  question: Question,
  columns: readonly ResultColumn[],
  run: RunRows,
): Promise<readonly Output[]> {
  const hidden = hiddenColumns(question);
  if (!question.lag && hidden.length === 0) return [];
  const grounds = await Promise.all(question.allLeaves.map((leaf) => readGround(leaf, question, run)));
  return columns.flatMap((one) => {
    const bases = new Set(
      one.metric === undefined ? [] : basesOf(one.metric, question.known).map(({ id }) => id),
    );
    const own = grounds.filter(({ leaf }) => bases.has(leaf.metric.id));
    const when = own.length > 0 ? reasonsOf(one, question, own) : [];
    if (when.length === 0) return [];
    const isEmpty: Expr = { kind: 'isNull', of: column(one.name) };
    const cases = when.map(([test, means]) => [and(isEmpty, test), text(means)] as const);
    return [{ of: { kind: 'case', when: cases }, as: meansColumn(one.name) } as const];
  });
}

/** An answer with the reasons of its empty figures beside it. */
export function withReasons(
  sql: string,
  columns: readonly ResultColumn[],
  reasons: readonly Output[],
): string {
  if (reasons.length === 0) return sql;
  const all = [...columns.map(({ name }) => ({ of: column(name), as: name })), ...reasons];
  return `WITH answer AS (\n${sql}\n)\n${printDuckdb({ columns: all, from: { table: ['answer'] } })}`;
}

/** The dimensions asked for whose members a cube hides where it merges cells. */
function hiddenColumns({ dimensions, allLeaves }: Question): readonly string[] {
  return dimensions
    .filter(({ name, required }) => required && allLeaves.some((leaf) => isHidden(leaf, name)))
    .map(({ name }) => name);
}

const isHidden = ({ contract }: Leaf, name: string): boolean =>
  contract.cube?.dimensions.includes(name) === true;

async function readGround(leaf: Leaf, question: Question, run: RunRows): Promise<Ground> {
  const { contract, table, time } = leaf;
  const of = column(time.column);
  const smallest: Output = { of: { kind: 'aggregate', name: 'minimum', of }, as: 'day' };
  const [first] = question.lag ? await run(printDuckdb({ columns: [smallest], from: { table } })) : [];
  const names = hiddenColumns(question).filter((name) => isHidden(leaf, name));
  const start = { of: bucketOf(of, leaf, question), as: 'zj:day' };
  // A condition on a merged cell may be unknown: the cell may be one of those asked for.
  const asked = question.conditions.map((one) => call('coalesce', conditionExpr(one, contract), truth(true)));
  const cells =
    names.length === 0
      ? []
      : await run(
          printDuckdb({
            columns: [start, ...names.map((name) => ({ of: column(name), as: name }))],
            distinct: true,
            from: { table },
            where: [or(...names.map((name): Expr => ({ kind: 'isNull', of: column(name) }))), ...asked],
          }),
        );
  const merged = cells.map((cell): Merged => ({
    day: String(cell['zj:day']),
    members: names.flatMap((name) => {
      const member = cell[name];
      return member == null || cells.length > mostCells ? [] : [[name, member] as const];
    }),
  }));
  return { leaf, first: first?.day == null ? undefined : String(first.day), merged };
}

/** The first day of a row's period: that of the answer, else that of the dataset. */
function bucketOf(of: Expr, leaf: Leaf, { time, fiscalStart }: Question): Expr {
  return { kind: 'bucket', of, grain: time?.grain ?? leaf.time.grain, fiscalStart };
}

type Reason = readonly [test: Expr, means: 'not-applicable' | 'merged'];

function reasonsOf(
  { role }: ResultColumn,
  question: Question,
  grounds: readonly Ground[],
): readonly Reason[] {
  const names = hiddenColumns(question);
  const kind = question.query.top || question.query.totals ? [column('row_kind')] : [];
  const isPlain = kind.map((of) => operation(of, '=', text('value')));
  const isNull = names.map((name): Expr => ({ kind: 'isNull', of: column(name) }));
  const isMember = [
    ...isPlain,
    ...names.map((name): Expr => ({ kind: 'isNull', of: column(name), not: true })),
  ];
  const mergedIn = (isBase: boolean): readonly Reason[] =>
    grounds.flatMap((ground) => {
      const cells = cellTests(ground, question, isBase);
      return cells.length > 0 ? [[and(...isMember, or(...cells)), 'merged'] as const] : [];
    });
  if (role === 'value') return mergedIn(false);
  if (!question.lag || role === 'share') return [];
  const early = grounds.flatMap((ground) => beforeTests(ground, question));
  return [
    ...early.map((test) => [test, 'not-applicable'] as const),
    // Of cells that were merged only later there is none before.
    ...(isNull.length > 0 ? [[and(...isPlain, or(...isNull)), 'not-applicable'] as const] : []),
    ...mergedIn(true),
    ...(role === 'base' ? [] : mergedIn(false)),
  ];
}

/** That the base of a row lies before the data. */
function beforeTests({ first, leaf }: Ground, question: Question): readonly Expr[] {
  const { time, window, fiscalStart } = question;
  if (first === undefined) return [];
  const start = day(startOf(first, time?.grain ?? leaf.time.grain, fiscalStart));
  if (time) return [operation(basePeriod(column(time.name), question), '<', start)];
  return window && placeBack(window, question.lag!).start < first ? [truth(true)] : [];
}

/** That a cell which was merged may have been the row's own, or that of its base. */
function cellTests({ merged }: Ground, question: Question, isBase: boolean): readonly Expr[] {
  const { time, window, query } = question;
  const period = window && isBase ? placeBack(window, question.lag!) : window;
  const isIn = ({ day: of }: Merged): boolean =>
    time !== undefined || !period || (of >= period.start && of <= period.end);
  const own = time && (isBase ? basePeriod(column(time.name), question) : column(time.name));
  const tests = merged
    .filter(isIn)
    .map(({ day: start, members }) =>
      and(
        ...(own && !isStretched(query) ? [operation(own, '=', day(start))] : [truth(true)]),
        ...members.map(([name, member]) => operation(column(name), '=', text(String(member)))),
      ),
    );
  return [...new Map(tests.map((test) => [JSON.stringify(test), test])).values()];
}
