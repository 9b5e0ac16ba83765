import type { Contract } from '../dataset/contract.js';
import { jsonPath, quote, type Path } from '../base/input.js';
import type { Period } from '../plan/plan.js';
import { problem, type Problem } from '../base/problem.js';
import {
  additivityOf,
  isAdding,
  isAddingRows,
  isNarrowed,
  isRelativeSum,
  partsOf,
  type Parts,
} from '../metric/additivity.js';
import { lastKnown } from './axis.js';
import { basesOf, directBasesOf, reachOf, seriesOf } from '../metric/composition.js';
import { fixedColumns } from '../metric/condition.js';
import { isComposite, readMeasure, type BaseMetric } from '../metric/measure.js';
import type { Additivity, Metric } from '../metric/metric.js';
import { countPeriods, dayBefore, placeBack, startOf, type Grain } from './period.js';
import type { Leaf, Question } from './question.js';
import { checkDimension, dimensionsOf } from '../metric/rules.js';
import { partOf } from './series-question.js';
import { say, type Sentence } from '../base/sentence.js';
import { grainNoun, grainNouns } from './grain-words.js';
import * as way from './way-out.js';

// No query adds up figures that do not add up: QUERIES.md §3.

/** A metric over rows that may not be added up at will, and the metric that says so: itself, or one that is made of it. */
interface Limited {
  readonly metric: BaseMetric;
  /** The metric asked for that it is below. */
  readonly asked: Metric;
  readonly contract: Contract;
  readonly time: Leaf['time'];
  readonly column: string;
  readonly limit: Exclude<Additivity, 'additive'>;
  readonly by: Metric;
  readonly parts: Parts;
}

/** That each cell of a query, and its ranking figure, adds up only figures that may be added. */
export function* checkAdding(question: Question): Generator<Problem> {
  const { asked, top, query, dimensions, conditions, known, leaves } = question;
  const names = dimensions.map(({ name }) => name);
  for (const one of limitedOf(
    asked.map(({ metric }) => metric),
    leaves,
    known,
  )) {
    const fixed = fixedColumns([...(one.metric.where ?? []), ...conditions]);
    const single = fixed.has(one.column) || !isAdding(one.metric);
    const narrow = single || isOnePeriod(one, question);
    const base = single ? undefined : wideBase(one, question);
    const dated = narrow && !base;
    if (!dated && !names.includes(one.column)) {
      yield narrow && base
        ? baseProblem(one, base)
        : periodProblem(one, placeOf(question), waysOf(one, question));
      continue;
    }
    const together = togetherOf(question, one.column, !dated);
    if (together) {
      yield periodProblem(one, jsonPath(together), [way.remove(together), ...measureWays(one)]);
      continue;
    }
    if (one.limit === 'semi-additive') continue;
    const apart = new Set([...names, ...fixed]);
    yield* checkKey(one, apart, []);
    for (const key of ['totals', 'top'] as const) {
      if (key === 'top' ? top : query.totals) yield keyProblem(one, key);
    }
  }
  if (!top) return;
  for (const one of limitedOf([top.by], leaves, known)) {
    const fixed = fixedColumns([...(one.metric.where ?? []), ...conditions]);
    // A non-additive metric is refused with any ranking.
    if (one.limit === 'non-additive' || fixed.has(one.column) || top.of === one.column) continue;
    if (!isAdding(one.metric)) continue;
    if (isWithin(one.time, question.window)) continue;
    yield periodProblem(one, jsonPath('top'), [
      way.stayWithin(grainNoun[one.time.grain]),
      way.rankByAnother,
      ...measureWays(one),
    ]);
  }
}

/**
 * That the figures of a goal's metric, by the coarsest period of its datasets, add up only figures that may be added: a goal has
 * no split.
 */
export function* checkAddingByPeriod(
  metric: Metric,
  leaves: readonly Pick<Leaf, 'metric' | 'contract' | 'time'>[],
  {
    grain,
    known,
    at,
  }: { readonly grain: Grain; readonly known: ReadonlyMap<string, Metric>; readonly at: Path },
): Generator<Problem> {
  const parts = seriesOf([metric.id], known).map((one) => known.get(partOf(one))!);
  for (const one of limitedOf([metric, ...parts], leaves, known)) {
    const fixed = fixedColumns(one.metric.where ?? []);
    if (one.time.grain !== grain && isAdding(one.metric) && !fixed.has(one.column))
      yield periodProblem(one, jsonPath(...at), measureWays(one));
    else if (one.limit === 'non-additive') yield* checkKey(one, fixed, at, true);
  }
}

/**
 * Whether rows of several dimension values have no figure together: the metric, or one that it is made of, sums figures that are
 * not additive. All other measures are computed anew from the rows.
 */
export function hasNoTotal(
  metric: Metric,
  leaves: readonly Pick<Leaf, 'metric' | 'contract' | 'time'>[],
  known: ReadonlyMap<string, Metric>,
): boolean {
  const below = seriesOf([metric.id], known).flatMap((one) => known.get(partOf(one)) ?? []);
  return [...limitedOf([metric, ...below], leaves, known)].some(({ limit }) => limit === 'non-additive');
}

/** The metrics over rows below some others that are limited. */
function* limitedOf(
  asked: readonly Metric[],
  leaves: readonly Pick<Leaf, 'metric' | 'contract' | 'time'>[],
  known: ReadonlyMap<string, Metric>,
): Generator<Limited> {
  const parts = partsOf(leaves, known);
  const ids = asked.map(({ id }) => id);
  const narrowed = reachOf(ids, known).filter((one) => isComposite(one.measure) && isNarrowed(one, parts));
  const below = new Set(ids.flatMap((id) => directBasesOf(id, known)));
  for (const { metric, contract, time } of leaves) {
    if (!below.has(metric) || !isAddingRows(metric)) continue;
    const by = [metric, ...narrowed.filter(({ id }) => basesOf(id, known).includes(metric))];
    const limits = by.map((one) => ({ one, limit: additivityOf(one, parts) }));
    const found =
      limits.find(({ limit }) => limit === 'non-additive') ??
      limits.find(({ limit }) => limit === 'semi-additive');
    if (!found || found.limit === 'additive') continue;
    yield {
      metric,
      asked: asked.find(({ id }) => basesOf(id, known).includes(metric))!,
      contract,
      time,
      column: time.column,
      limit: found.limit,
      by: found.one,
      parts,
    };
  }
}

/** Whether each value, for all dimensions, is of rows of one period of the dataset. */
function isOnePeriod({ time: rows }: Limited, { query, time, window }: Question): boolean {
  const { grain } = rows;
  if (!time) return isWithin(rows, window);
  if (query.cumulative) return grain === 'year';
  if (query.rolling !== undefined) return time.grain === grain && query.rolling === 1;
  return time.grain === grain || isWithin(rows, window);
}

function isWithin({ grain, fiscalStart }: Leaf['time'], window: Period | undefined): boolean {
  if (window === undefined) return false;
  return startOf(window.start, grain, fiscalStart) === startOf(window.end, grain, fiscalStart);
}

/** The base of a window without a grain, where several periods of the dataset begin in it: days of March may be those from 1 February to 1 March. */
function wideBase({ metric, time: rows }: Limited, question: Question): Period | undefined {
  const { time, window, lag, leaves } = question;
  if (time || !window || !lag) return undefined;
  const leaf = leaves.find((one) => one.metric === metric)!;
  const known = { start: window.start, end: lastKnown(leaf, question) };
  if (known.start > known.end) return undefined;
  const base = placeBack(known, lag);
  if (base.start > base.end) return undefined;
  // A period is dated by its first day: one that began before does not count.
  const begun =
    countPeriods({ start: dayBefore(base.start), end: base.end }, rows.grain, rows.fiscalStart) - 1;
  return begun > 1 ? base : undefined;
}

/** The key by which a query puts several values of a column together, or the rows of all dimension values while `dated` they are not. */
function togetherOf(
  { query, top, dimensions }: Question,
  column: string,
  split: boolean,
): 'totals' | 'share' | 'contribution' | 'top' | undefined {
  if (!split || !dimensions.some(({ name }) => name === column)) return undefined;
  const key = (['totals', 'share', 'contribution'] as const).find((one) => query[one] === true);
  return key ?? (top?.of === column ? 'top' : undefined);
}

/** That each column of the key but time is split by or fixed: else rows are put together that stand for themselves. */
function* checkKey(one: Limited, apart: ReadonlySet<string>, at: Path, goal = false): Generator<Problem> {
  const { contract } = one;
  for (const name of contract.key) {
    const column = contract.columns.find((other) => other.name === name);
    if (apart.has(name) || column?.type === 'DATE') continue;
    const open = dimensionsOf(contract)?.includes(name) ?? !column?.confidential;
    const split = open && !goal && [...checkDimension(name, contract, [])].length === 0;
    yield problem({
      code: 'additivity',
      where: jsonPath(...at),
      message: say`${why(one)}, and this combines the rows of all values of ${quote(name)}, a column of the key of "${contract.id}".`,
      remedy: way.joinWays([
        ...(split ? [way.splitBy(quote(name))] : []),
        ...(open && column ? [goal ? way.giveCondition(quote(name)) : way.addCondition(quote(name))] : []),
        ...measureWays(one),
      ]),
    });
  }
}

function keyProblem(one: Limited, key: 'totals' | 'top'): Problem {
  const message = say`${why(one)}, and "${key}" combines rows.`;
  const remedy = way.joinWays([way.remove(key), ...measureWays(one)]);
  return problem({ code: 'additivity', where: jsonPath(key), message, remedy });
}

function periodProblem(one: Limited, where: string, ways: readonly way.Way[]): Problem {
  const message = say`${why(one)}, and this combines more than one ${grainNoun[one.time.grain]} of "${one.contract.id}".`;
  return problem({ code: 'additivity', where, message, remedy: way.joinWays(ways) });
}

function baseProblem(one: Limited, { start, end }: Period): Problem {
  const { contract } = one;
  const { grain } = one.time;
  const message = say`${why(one)}, and the base, from ${start} to ${end}, contains more than one ${grainNoun[grain]} of "${contract.id}".`;
  const ways = [way.askWhole(grainNouns[grain]), way.splitBy(quote(grain)), way.remove('compare')];
  const remedy = way.joinWays([...ways, ...measureWays(one)]);
  return problem({ code: 'additivity', where: jsonPath('compare'), message, remedy });
}

/** The reason of the problem: the declaration or the unit. */
function why({ metric, by, limit, parts }: Limited): Sentence {
  const who =
    by === metric ? say`The metric "${by.id}"` : say`The metric "${by.id}", which is made of "${metric.id}",`;
  const relative = by.additivity === undefined && isRelativeSum(by, parts);
  const reason = relative
    ? say`it is in %, ‰ or an index, or in percentage points`
    : say`its "additivity" is "${limit}"`;
  return limit === 'semi-additive'
    ? say`${who} is not additive over time (${reason})`
    : say`${who} is not additive (${reason})`;
}

function placeOf({ query, time }: Question): string {
  if (query.cumulative) return jsonPath('cumulative');
  if (query.rolling !== undefined && query.rolling > 1) return jsonPath('rolling');
  if (time) return jsonPath('by', query.by!.indexOf(time.name));
  return query.during === undefined ? jsonPath('by') : jsonPath('during');
}

/** The remedies for several periods. */
function waysOf(one: Limited, { query, time }: Question): readonly way.Way[] {
  const { grain } = one.time;
  const rolls = query.rolling !== undefined && query.rolling > 1;
  const key = query.cumulative ? 'cumulative' : rolls ? 'rolling' : undefined;
  const first = key
    ? time!.grain === grain
      ? way.remove(key)
      : way.removeAndSplit(key, grain)
    : time
      ? way.splitByInstead(quote(grain), quote(time.name))
      : way.splitBy(quote(grain));
  return [first, ...(time ? [] : [way.stayWithin(grainNoun[grain])]), ...measureWays(one)];
}

/** The measures that say something of several rows, where the dataset allows them, or a declaration. */
function measureWays({ metric, asked, contract, limit, parts, by }: Limited): readonly way.Way[] {
  const { kind, column } = readMeasure(metric.measure);
  const ways: way.Way[] = [];
  if (kind === 'sum' && !contract.cube) {
    const better = limit === 'semi-additive' ? 'last' : 'average';
    const other = say`a metric with the measure { "${better}": ${quote(column)} }`;
    ways.push(asked === metric ? way.askFor(other) : way.makeOf(quote(asked.id), other, quote(metric.id)));
  } else if (kind !== 'count' && limit === 'non-additive') {
    ways.push(way.askForRatio);
  }
  if (by === metric && by.additivity === undefined && isRelativeSum(metric, parts)) {
    const wide = kind === 'last' ? 'semi-additive' : 'additive';
    ways.push(way.declare(wide));
  }
  return ways;
}
