import type { Metric } from '@zj/metrics';
import { baseOf, grainOfBase } from './base.js';
import { bucketOf, readDuring } from './days.js';
import { grains } from './naive.js';
import { findMetric, isSeries, leavesOf, partsOf, readLeaf, seriesOf } from './rows.js';
import type { Grain, Query, World } from './types.js';

/** Why a question of `drawQuery` has no answer, by QUERIES.md §1 and §3; undefined where it has one. */
export function whyRefused(query: Query, world: World): string | undefined {
  const { by = [], where = [] } = query;
  const ids = query.metrics ?? [query.metric!];
  const leaves = ids.flatMap((id) => leavesOf(world, id));
  const contractOf = ({ dataset }: Metric) =>
    world.datasets.find((one) => one.contract.id === dataset)!.contract;
  const grainOf = (leaf: Metric): string => (leaf.time === undefined ? contractOf(leaf).time.grain : 'day');
  const time = by.find((name) => grains.includes(name));
  // Calendar years are no parts of fiscal years.
  if (leaves.some((leaf) => grainOf(leaf) === 'year') && (query.fiscalStart ?? 1) !== 1) return 'other years';
  // A dataset's own period stands for its grain; all grains, the finest first.
  if (leaves.some((leaf) => time !== undefined && time !== 'period' && isFiner(time, grainOf(leaf))))
    return 'too fine';
  if (time === 'period' && new Set(leaves.map(grainOf)).size > 1) return 'several grains';
  if (ids.some((id) => addsTooMuch(id, query, world))) return 'adds what does not add up';
  const series = whySeriesRefused(query, world, ids);
  if (series !== undefined) return series;
  const apart = query.share === true || query.contribution === true;
  if (apart && !ids.every((id) => isAdditive(world, findMetric(world, id)))) return 'not additive';
  for (const leaf of leaves.filter(countsTwice)) {
    for (const { name } of contractOf(leaf).columns.filter(({ overlapping }) => overlapping)) {
      const conditions = [...where, ...(leaf.where ?? [])];
      const fixed = conditions.some((condition) => 'equals' in condition && condition.column === name);
      if (!by.includes(name) && !fixed) return 'overlapping';
      if (by.includes(name) && (apart || query.totals || query.top)) return 'overlapping together';
    }
  }
  return undefined;
}

/** Why an index or a moving average has no figure in a query. */
function whySeriesRefused(query: Query, world: World, ids: readonly string[]): string | undefined {
  const { by = [], compare, where = [], totals } = query;
  const time = by.find((name) => grains.includes(name));
  for (const one of ids.flatMap((id) => seriesOf(world, id))) {
    if (time === undefined) return 'no grain';
    if (query.cumulative || query.rolling !== undefined || query.top) return 'not of whole periods';
    const leaves = leavesOf(world, one.id).map((leaf) => readLeaf(world, leaf, [], true));
    if (compare && leaves.some(({ contract }) => contract.reporters !== undefined)) return 'reporters';
    const part = String(partsOf(one)[0]);
    const whole: Query = { by, where, ...(totals && { totals }) };
    if (addsTooMuch(part, whole, world)) return 'adds what does not add up';
    if (!('base' in one.measure)) continue;
    const { base } = one.measure;
    const [grain, own] = [time === 'period' ? leaves[0]!.grain : time, grainOfBase(base)];
    if (grain === own) continue;
    if (!isFiner(grain, own) || growth(world, part) !== 0) return 'another base';
    const long = { ...whole, by: by.filter((name) => name !== time), during: base };
    if (addsTooMuch(part, { ...long, fiscalStart: query.fiscalStart ?? 1 }, world))
      return 'base adds what does not add up';
  }
  return undefined;
}

/** How often the length of a period is a factor of a figure; not a number where that cannot be said. */
function growth(world: World, id: string): number {
  const metric = findMetric(world, id);
  const { measure } = metric;
  if ('sum' in measure || 'count' in measure) return 1;
  if ('average' in measure || 'median' in measure || 'quantile' in measure || 'last' in measure) return 0;
  if (metric.dataset !== undefined) return NaN;
  const [first, ...others] = partsOf(metric).map((part) =>
    typeof part === 'number' ? 0 : growth(world, part),
  );
  if ('ratio' in measure) return first! - others[0]!;
  if ('multiply' in measure) return others.reduce((sum, one) => sum + one, first!);
  return others.every((one) => one === first) ? first! : NaN;
}

/** Whether a grain is named before another: from the day to the year. */
function isFiner(one: string, other: string): boolean {
  return grains.indexOf(one) < grains.indexOf(other);
}

/** Whether one row that stands under several values makes the figure larger. */
function countsTwice({ measure }: Metric): boolean {
  return !('minimum' in measure || 'maximum' in measure || 'countDistinct' in measure);
}

/**
 * How a figure may be summed: over everything, over dimensions within one period, on a day found anew over no dimension, or not
 * at all.
 */
export type Reach = 'all' | 'one period' | 'one key' | 'one row';

/** How far the sum of a metric over rows may go, as it declares; in %, ‰ and indices not at all where it declares nothing. */
function reachOf(world: World, { dataset, measure, additivity, unit }: Metric): Reach {
  if (!('sum' in measure || 'count' in measure || 'last' in measure)) return 'all';
  const { columns } = world.datasets.find(({ contract }) => contract.id === dataset)!.contract;
  const column = 'sum' in measure ? measure.sum : 'last' in measure ? measure.last : undefined;
  const summed = columns.find(({ name }) => name === column)?.unit;
  const relative = column !== undefined && [unit, summed].some((one) => one && /[%‰]|指数/.test(one.zh!));
  const declared = additivity ?? (relative ? 'non-additive' : 'additive');
  // A stock is found anew over time.
  if ('last' in measure) return declared === 'non-additive' ? 'one key' : 'all';
  return ({ additive: 'all', 'semi-additive': 'one period', 'non-additive': 'one row' } as const)[declared];
}

/** The metrics below one, each with how far it may be summed there: a sum of metrics that says it is no flow binds its parts. */
export function boundLeaves(
  world: World,
  id: string,
  bound: Reach = 'all',
): readonly (readonly [Metric, Reach])[] {
  const metric = findMetric(world, id);
  if (isSeries(metric)) return [];
  const reaches: readonly Reach[] = ['one row', 'one key', 'one period', 'all'];
  const tighter = (one: Reach): Reach => (reaches.indexOf(one) < reaches.indexOf(bound) ? one : bound);
  if (metric.dataset !== undefined) {
    const own = reachOf(world, metric);
    // A sum of metrics binds no stock in time.
    const flows = 'sum' in metric.measure || 'count' in metric.measure;
    return [[metric, flows ? tighter(own) : own]];
  }
  const sums = 'add' in metric.measure || 'subtract' in metric.measure;
  const own: Reach = sums && metric.additivity === 'semi-additive' ? 'one period' : 'all';
  return partsOf(metric).flatMap((part) =>
    typeof part === 'string' ? boundLeaves(world, part, tighter(own)) : [],
  );
}

/** The columns of which conditions leave one value. */
function fixedBy(conditions: NonNullable<Query['where']>): readonly string[] {
  return conditions.flatMap((one) =>
    'equals' in one || ('in' in one && one.in.length === 1) ? [one.column] : [],
  );
}

/** Whether a cell of a metric, or the figure that ranks a member, sums figures that do not add up: QUERIES.md §3. */
function addsTooMuch(id: string, query: Query, world: World): boolean {
  const { by = [], where = [], top, totals, share, contribution, cumulative, rolling } = query;
  const time = by.find((name) => grains.includes(name));
  const together = totals === true || share === true || contribution === true;
  const ranked = top && (top.by ?? query.metric ?? query.metrics![0]!);
  const named = top && (top.of ?? by.find((name) => !grains.includes(name))!);
  const rankedLeaves = new Set(ranked === undefined ? [] : leavesOf(world, ranked).map((one) => one.id));
  return boundLeaves(world, id).some(([leaf, reach]) => {
    if (reach === 'all') return false;
    const { contract } = world.datasets.find((one) => one.contract.id === leaf.dataset)!;
    const dated = leaf.time ?? contract.time.column;
    const grain = leaf.time === undefined ? contract.time.grain : 'day';
    const fixed = fixedBy([...where, ...(leaf.where ?? [])]);
    const narrow = isWithinOne(query, grain) && !(time === undefined && isBaseWide(query, leaf, world));
    const onePeriod =
      reach === 'one key' ||
      fixed.includes(dated) ||
      (cumulative
        ? grain === 'year'
        : rolling !== undefined
          ? rolling === 1 && (time === 'period' || time === grain)
          : narrow || time === 'period' || time === grain);
    const split = by.includes(dated) && !grains.includes(dated) && !together && named !== dated;
    if (!onePeriod && !split) return true;
    const ranksOver = !isWithinOne(query, grain) && !fixed.includes(dated) && named !== dated;
    if (reach !== 'one key' && rankedLeaves.has(leaf.id) && ranksOver) return true;
    if (reach === 'one period') return false;
    const isDay = (name: string) => contract.columns.find((one) => one.name === name)?.type === 'DATE';
    const open = contract.key.filter((name) => !isDay(name) && !by.includes(name) && !fixed.includes(name));
    return open.length > 0 || totals === true || top !== undefined;
  });
}

/** Whether the days asked for lie within one period of a dataset. */
function isWithinOne({ during, fiscalStart = 1 }: Query, grain: string): boolean {
  if (during === undefined) return false;
  const { from, to } = readDuring(during, fiscalStart);
  const one = (a: number, b: number) => bucketOf(a, grain as Grain, 1) === bucketOf(b, grain as Grain, 1);
  return one(from, to);
}

/** Whether the base of a window without a grain has the first days of several periods: days of March have it of February and March. */
function isBaseWide(query: Query, metric: Metric, world: World): boolean {
  const { during, fiscalStart = 1, compare } = query;
  if (!compare || during === undefined) return false;
  const window = readDuring(during, fiscalStart);
  const { grain, known } = readLeaf(world, metric, [], true);
  const base = baseOf(query, undefined, window, Math.min(window.to, known), undefined);
  if (!base) return false;
  const days = Array.from({ length: base.to - base.from + 1 }, (_, i) => base.from + i);
  return days.filter((day) => bucketOf(day, grain, 1) === day).length > 1;
}

/** Whether the parts of a dimension sum to the whole. */
function isAdditive(world: World, metric: Metric): boolean {
  const { measure, additivity } = metric;
  if (additivity === 'non-additive') return false;
  if (metric.dataset !== undefined && ['one row', 'one key'].includes(reachOf(world, metric))) return false;
  if ('sum' in measure || 'count' in measure || 'last' in measure) return true;
  const parts = partsOf(metric);
  const metrics = parts.filter((part) => typeof part === 'string');
  const additive = metrics.every((id) => isAdditive(world, findMetric(world, id)));
  if ('add' in measure || 'subtract' in measure) return additive && metrics.length === parts.length;
  return 'multiply' in measure && additive && metrics.length === 1;
}
