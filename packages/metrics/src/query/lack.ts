import { hasMeans, meansColumn, type Contract } from '../dataset/contract.js';
import type { Day } from '../base/day.js';
import type { Period } from '../plan/plan.js';
import { isComplete, isStretched, lastKnown, lastWhole } from './axis.js';
import type { Catalogue } from './catalogue.js';
import { meanings, tellLack, type Completeness } from './completeness.js';
import { conditionExpr, decideExpr } from './condition.js';
import { avoidNames } from './names.js';
import { readMeasure } from '../metric/measure.js';
import type { Condition } from '../metric/metric.js';
import { coarsest, endOf, moveDay, startOf, steps } from './period.js';
import type { Leaf, Question } from './question.js';
import { readQuestion } from './question-reader.js';
import { stateSilent } from './silent.js';
import { timeConditions, wholeConditions } from './leaf-group.js';
import { printDuckdb } from './sql/duckdb.js';
import {
  and,
  cast,
  column,
  day,
  operation,
  or,
  text,
  type Expr,
  type Output,
  type Select,
} from './sql/node.js';
import { listStretches, mergeStretches } from './stretch.js';

/**
 * What the answer to a query rests on, and what it lacks (QUERIES.md §6), by statements of their own: see {@link Completeness}.
 * Throws as the query does.
 */
export async function findCompleteness(
  query: unknown,
  catalogue: Catalogue,
  { run, periods }: Known,
): Promise<readonly Completeness[]> {
  const question = readQuestion(query, catalogue);
  return findLacks(question, catalogue, { run, cells: true, ...(tellsPeriods(question) && { periods }) });
}

/** What lacks are found by. */
interface Known {
  readonly run: RunRows;
  /** Whether merged cells are told that no condition can decide on: a goal that they cross is withheld. */
  readonly cells?: boolean;
  /** The first days of the periods of the answer's rows. */
  readonly periods?: readonly (Day | null)[] | undefined;
}

/** Whether the rows of an answer say of each period whether a row was read: it need not be asked again. */
function tellsPeriods(question: Question): boolean {
  const { query, time, leaves, window, conditions, fiscalStart, lag } = question;
  const [leaf, ...others] = leaves as [Leaf];
  // What is left out of finished rows was read all the same.
  const chosen = ['having', 'limit'].some((key) => Object.hasOwn(query, key));
  const plain =
    !chosen && !isComplete(query) && !lag && !query.top && (window !== undefined || conditions.length === 0);
  return (
    plain &&
    others.length === 0 &&
    time?.grain === leaf.time.grain &&
    fiscalStart === 1 &&
    !isStock(leaf, question)
  );
}

/**
 * What a goal's figure rests on: the figures of its period that are known on a day, each of a period that is over. Where none
 * can be yet, only what holds of the datasets as wholes.
 */
export async function findGoalCompleteness(
  { metric, period, asOf }: { readonly metric: string; readonly period: Period; readonly asOf: Day },
  catalogue: Catalogue,
  run: RunRows,
): Promise<readonly Completeness[]> {
  const { leaves } = readQuestion({ metric, by: ['period'] }, catalogue, true);
  const grain = coarsest(leaves.map(({ time }) => time.grain));
  const known = asOf < period.end ? asOf : period.end;
  const end = lastWhole({ reportedThrough: known, time: { column: '', grain } });
  if (end < period.start) {
    const contracts = [...new Set(leaves.map(({ contract }) => contract))];
    return contracts.flatMap((contract) => listRejected(contract, catalogue));
  }
  const query = { metric, by: ['period'], during: { start: period.start, end } };
  return findLacks(readQuestion(query, catalogue, true), catalogue, { run });
}

/** Runs a statement and gives its rows: DATE as text, DOUBLE as numbers. */
export type RunRows = (
  sql: string,
) => Promise<readonly Readonly<Record<string, string | number | boolean | null>>[]>;

/**
 * What the figures of a question rest on, by dataset (QUERIES.md §6): counts of the rows that the question reads for values
 * and bases, each row once, by statements of their own.
 */
async function findLacks(
  question: Question,
  catalogue: Catalogue,
  known: Known,
): Promise<readonly Completeness[]> {
  const found: Completeness[] = [];
  for (const contract of new Set(question.leaves.map((leaf) => leaf.contract))) {
    const leaves = question.leaves.filter((leaf) => leaf.contract === contract);
    const read: Read[] = [];
    for (const leaf of leaves) read.push(await readDays(leaf, question, known));
    const merged = known.cells
      ? await findMerged(contract, read, question, known.run)
      : new Map<Day, number>();
    found.push(
      ...listRejected(contract, catalogue),
      ...(await countEmpty(contract, read, question, known.run)),
      ...listMerged(contract, merged),
      ...listMissing(contract, read, merged),
      ...(await listSilent(contract, question, catalogue, known.run)),
    );
  }
  return found;
}

function listRejected(contract: Contract, { datasets }: Catalogue): readonly Completeness[] {
  const { rejected = 0 } = datasets.find((one) => one.contract === contract)!;
  return rejected > 0 ? [tellLack({ kind: 'rejected', count: rejected, names: [] }, contract)] : [];
}

/** A metric over rows, the days of its own rows where they were asked for, and its stretches. */
interface Read {
  readonly leaf: Leaf;
  readonly days?: readonly Dated[];
  /** Those of value and base, put together. */
  readonly stretches: readonly Period[];
  /** The days of which a stock's rows count; absent where all of the stretches do. */
  readonly last?: readonly Day[];
}

interface Dated {
  readonly day: Day;
  /** Whether a row of it meets the query's own conditions, too. */
  readonly asked: boolean;
}

/** Finds the days of a metric's rows where something hangs on them: periods that are due, and the last day of a stock. */
async function readDays(leaf: Leaf, question: Question, { run, periods }: Known): Promise<Read> {
  const stock = isStock(leaf, question);
  if (leaf.time.grain === 'day' && !stock) {
    const merged = isStretched(question.query) && question.window !== undefined;
    return { leaf, stretches: merged ? mergeStretches(listStretches(leaf, question, undefined)) : [] };
  }
  const rows = periods ? [] : await run(printDuckdb(daysSelect(leaf, question)));
  const days = periods
    ? [...new Set(periods)].filter((day) => day !== null).map((day) => ({ day, asked: true }))
    : rows.map((row) => ({ day: String(row.day), asked: Number(row.asked) > 0 }));
  const stretches = listStretches(leaf, question, days[0]?.day);
  const last = stock ? { last: lastDays(days, stretches) } : {};
  return { leaf, days, stretches: mergeStretches(stretches), ...last };
}

/** Whether a metric counts the last day of stretches alone that hold several. */
function isStock({ metric, time }: Leaf, question: Question): boolean {
  const several = isStretched(question.query) || question.time?.grain !== time.grain;
  return readMeasure(metric.measure).kind === 'last' && several;
}

function daysSelect({ metric, contract, table, time }: Leaf, { conditions }: Question): Select {
  const of = column(time.column);
  const asked = conditions.map((one) => conditionExpr(one, contract));
  const count: Expr = { kind: 'aggregate', name: 'count', ...(asked.length > 0 && { where: asked }) };
  const own = (metric.where ?? []).map((one) => conditionExpr(one, contract));
  const ends = metric.reportedThrough === undefined ? [] : [operation(of, '<=', day(metric.reportedThrough))];
  return {
    columns: [
      { of, as: 'day' },
      { of: cast(count, 'DOUBLE'), as: 'asked' },
    ],
    from: { table },
    where: [{ kind: 'isNull', of, not: true }, ...own, ...ends],
    groupBy: [[of]],
    orderBy: [{ of }],
  };
}

/** The last day with rows of each stretch, once. */
function lastDays(days: readonly Dated[], stretches: readonly Period[]): readonly Day[] {
  const found = new Set<Day>();
  for (const { start, end } of stretches) {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]!.day <= end) low = middle + 1;
      else high = middle;
    }
    const last = days[low - 1];
    if (last && last.day >= start) found.add(last.day);
  }
  return [...found].sort();
}

/** The cells of measured columns without a figure, by column and meaning. */
async function countEmpty(
  contract: Contract,
  read: readonly Read[],
  question: Question,
  run: RunRows,
): Promise<readonly Completeness[]> {
  const { key, time } = contract;
  // A cube holds sums over what was filled: how many of its confidential rows were not is not told.
  if (contract.cube) return [];
  // What may not be empty is not: such a row is rejected.
  const columns = contract.columns.filter(
    ({ name, required }) =>
      required !== true &&
      !key.includes(name) &&
      name !== time.column &&
      read.some(({ leaf }) => measuredBy(leaf).includes(name)),
  );
  if (columns.length === 0) return [];
  const { table } = read[0]!.leaf;
  const cells = columns.flatMap((one) =>
    meanings
      .filter((means) => means === 'empty' || hasMeans(one, contract))
      .map((means) => ({ column: one.name, means, where: lacks(one.name, means, contract) })),
  );
  const nameOf = avoidNames([]);
  const named = cells.map((one) => ({ ...one, as: nameOf(`${one.column}_${one.means}`) }));
  const count = (where: readonly Expr[], as: string): Output => ({
    of: cast({ kind: 'aggregate', name: 'count', where }, 'DOUBLE'),
    as,
  });
  const select = (outputs: readonly Output[]): string => printDuckdb({ columns: outputs, from: { table } });
  // Most columns have none anywhere: that is found out once, whatever is asked.
  const [all = {}] = await run(select(named.map(({ where, as }) => count(where, as))));
  const some = named.filter(({ as }) => Number(all[as]) > 0);
  if (some.length === 0) return [];
  const outputs = some.map(({ column, where, as }) => {
    const reading = read
      .filter(({ leaf }) => measuredBy(leaf).includes(column))
      .map((one) => rowsOf(one, question));
    const unique = [...new Map(reading.map((one) => [JSON.stringify(one), one])).values()];
    // One that reads every row reads those of the others, too.
    const any = unique.some((all) => all.length === 0) ? [] : [or(...unique.map(every))];
    return count([...where, ...any], as);
  });
  const [counts = {}] = await run(select(outputs));
  return some.flatMap(({ column, means, as }) => {
    const found = Number(counts[as]);
    return found > 0 ? [tellLack({ kind: 'empty', column, means, count: found, names: [] }, contract)] : [];
  });
}

function lacks(name: string, means: (typeof meanings)[number], contract: Contract): readonly Expr[] {
  const empty: Expr = { kind: 'isNull', of: column(name) };
  const declared = contract.columns.find((one) => one.name === name)!;
  if (!hasMeans(declared, contract)) return [empty];
  const of = column(meansColumn(name));
  return [empty, means === 'empty' ? { kind: 'isNull', of } : operation(of, '=', text(means))];
}

/** The columns whose cells a metric measures. */
function measuredBy({ metric }: Leaf): readonly string[] {
  const { column: name, weight } = readMeasure(metric.measure);
  return [name, weight].filter((one) => one !== undefined);
}

/** How many cells of a cube there are, by day, of which nobody can tell whether they meet the conditions. */
async function findMerged(
  contract: Contract,
  read: readonly Read[],
  question: Question,
  run: RunRows,
): Promise<ReadonlyMap<Day, number>> {
  if (!contract.cube) return new Map();
  const undecided = read.flatMap((one): readonly Expr[] => {
    const conditions = conditionsOf(one, question).map((condition) => decideExpr(condition, contract));
    if (conditions.length === 0) return [];
    return [every([...daysOf(one, question), { kind: 'isNull', of: and(...conditions) }])];
  });
  if (undecided.length === 0) return new Map();
  const of = column(contract.time.column);
  const rows = await run(
    printDuckdb({
      columns: [
        { of, as: 'day' },
        { of: cast({ kind: 'aggregate', name: 'count' }, 'DOUBLE'), as: 'cells' },
      ],
      from: { table: read[0]!.leaf.table },
      where: [or(...undecided)],
      groupBy: [[of]],
    }),
  );
  return new Map(rows.map((row) => [String(row.day), Number(row.cells)]));
}

function listMerged(contract: Contract, merged: ReadonlyMap<Day, number>): readonly Completeness[] {
  const count = [...merged.values()].reduce((sum, cells) => sum + cells, 0);
  return count > 0 ? [tellLack({ kind: 'merged', count, names: [] }, contract)] : [];
}

function conditionsOf({ leaf }: Read, { conditions }: Question): readonly Condition[] {
  return [...(leaf.metric.where ?? []), ...conditions];
}

/** What the rows must meet that a metric reads for values and bases. */
function rowsOf(read: Read, question: Question): readonly Expr[] {
  const own = conditionsOf(read, question).map((one) => conditionExpr(one, read.leaf.contract));
  return [...own, ...daysOf(read, question)];
}

/** What the days of these rows must meet. */
function daysOf({ leaf, stretches, last }: Read, question: Question): readonly Expr[] {
  const of = column(leaf.time.column);
  if (last) {
    const list = last.map(day);
    return [list.length > 0 ? { kind: 'in', of, list } : never(of)];
  }
  if (isStretched(question.query) && question.window) {
    return anyOf(
      stretches.map(({ start, end }) => within(of, start, end)),
      of,
    );
  }
  const sides = question.lag && question.window ? [false, true] : [false];
  const times = sides.map((base) => [
    ...timeConditions(leaf, question, base),
    ...(base ? [] : knownConditions(leaf, question, of)),
  ]);
  const free = times.some((all) => all.length === 0);
  return [...wholeConditions(leaf), ...(free ? [] : anyOf(times.map(every), of))];
}

/** Of periods after the last one that is known there is no figure. */
function knownConditions(leaf: Leaf, question: Question, of: Expr): readonly Expr[] {
  const { time, fiscalStart, window } = question;
  if (!time) {
    const begun = leaf.time.grain === 'day' || !window || window.start <= lastWhole(leaf);
    return begun ? [] : [never(of)];
  }
  const last = endOf(startOf(lastKnown(leaf, question), time.grain, fiscalStart), time.grain);
  return window && window.end <= last ? [] : [operation(of, '<=', day(last))];
}

const every = (all: readonly Expr[]): Expr => and(...all);
const never = (of: Expr): Expr => and({ kind: 'isNull', of }, { kind: 'isNull', of, not: true });
const within = (of: Expr, start: Day, end: Day): Expr => ({
  kind: 'between',
  of,
  from: day(start),
  to: day(end),
});

function anyOf(all: readonly Expr[], of: Expr): readonly Expr[] {
  return [all.length === 0 ? never(of) : or(...all)];
}

/** The periods of a dataset by months or years inside the stretches that no row read is of, nor a merged cell that may hold one. */
function listMissing(
  contract: Contract,
  read: readonly Read[],
  merged: ReadonlyMap<Day, number>,
): readonly Completeness[] {
  const missing = new Set<string>();
  for (const { leaf, days = [], stretches } of read) {
    const { grain } = leaf.time;
    if (grain === 'day') continue;
    const there = new Set(days.filter(({ asked }) => asked).map((one) => one.day));
    for (const { start, end } of stretches) {
      const first = startOf(start, grain);
      for (
        let p = first < start ? moveDay(first, steps[grain]) : first;
        p <= end;
        p = moveDay(p, steps[grain])
      ) {
        if (endOf(p, grain) > leaf.reportedThrough || there.has(p) || merged.has(p)) continue;
        if (grain === 'month' && contract.omits?.includes(Number(p.slice(5, 7)))) continue;
        missing.add(grain === 'year' ? p.slice(0, 4) : p.slice(0, 7));
      }
    }
  }
  if (missing.size === 0) return [];
  return [tellLack({ kind: 'missing', count: missing.size, names: [...missing].sort() }, contract)];
}

/** Who reported in the base of a cell, and does not now. */
async function listSilent(
  contract: Contract,
  question: Question,
  catalogue: Catalogue,
  run: RunRows,
): Promise<readonly Completeness[]> {
  if (!question.lag || contract.reporters === undefined) return [];
  const rows = await run(printDuckdb(stateSilent(question, catalogue, contract)));
  const names = rows.map(({ member }) => String(member));
  return names.length > 0 ? [tellLack({ kind: 'silent', count: names.length, names }, contract)] : [];
}
