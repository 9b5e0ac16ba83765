import type { Metric } from '@zj/metrics';
import { bucketOf, readDuring, writeDay } from './days.js';
import { grains } from './naive.js';
import { findMetric, leavesOf, partsOf } from './rows.js';
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
  // A dataset's own period is what it is, and finest first are all grains.
  if (leaves.some((leaf) => time !== undefined && time !== 'period' && isFiner(time, grainOf(leaf))))
    return 'too fine';
  if (time === 'period' && new Set(leaves.map(grainOf)).size > 1) return 'several grains';
  if (ids.some((id) => addsTooMuch(id, query, world))) return 'adds what does not add up';
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

/** Whether a grain is named before another: from the day to the year. */
function isFiner(one: string, other: string): boolean {
  return grains.indexOf(one) < grains.indexOf(other);
}

/** Whether one row that stands under several values makes the figure larger. */
function countsTwice({ measure }: Metric): boolean {
  return !('minimum' in measure || 'maximum' in measure || 'countDistinct' in measure);
}

/** Of what may be summed: over everything, over dimensions within one period, or not at all. */
type Reach = 'all' | 'one period' | 'one row';

/** How far the sum of a metric over rows may go, as it declares; in %, ‰ and indices not at all where it declares nothing. */
function reachOf(world: World, { dataset, measure, additivity, unit }: Metric): Reach {
  if (!('sum' in measure || 'count' in measure)) return 'all';
  const { columns } = world.datasets.find(({ contract }) => contract.id === dataset)!.contract;
  const summed = 'sum' in measure ? columns.find(({ name }) => name === measure.sum)?.unit : undefined;
  const relative = 'sum' in measure && [unit, summed].some((one) => one && /[%‰]|指数/.test(one.zh));
  const declared = additivity ?? (relative ? 'non-additive' : 'additive');
  return ({ additive: 'all', 'semi-additive': 'one period', 'non-additive': 'one row' } as const)[declared];
}

/** The metrics below one, each with how far it may be summed there: a sum of metrics that says it is no flow binds its parts. */
export function boundLeaves(
  world: World,
  id: string,
  bound: Reach = 'all',
): readonly (readonly [Metric, Reach])[] {
  const metric = findMetric(world, id);
  const reaches: readonly Reach[] = ['one row', 'one period', 'all'];
  const tighter = (one: Reach): Reach => (reaches.indexOf(one) < reaches.indexOf(bound) ? one : bound);
  if (metric.dataset !== undefined) {
    const sums = 'sum' in metric.measure || 'count' in metric.measure;
    return [[metric, sums ? tighter(reachOf(world, metric)) : 'all']];
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

/** Whether a cell of a metric, or the figure that ranks a member, sums what may not be summed: QUERIES.md §3. */
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
    const narrow = isWithinOne(query, grain);
    const onePeriod =
      fixed.includes(dated) ||
      (cumulative
        ? grain === 'year'
        : rolling !== undefined
          ? rolling === 1 && (time === 'period' || time === grain)
          : narrow || time === 'period' || time === grain);
    const split = by.includes(dated) && !grains.includes(dated) && !together && named !== dated;
    if (!onePeriod && !split) return true;
    if (rankedLeaves.has(leaf.id) && !narrow && !fixed.includes(dated) && named !== dated) return true;
    if (reach === 'one period') return false;
    const isDay = (name: string) => contract.columns.find((one) => one.name === name)?.type === 'DATE';
    const open = contract.key.filter((name) => !isDay(name) && !by.includes(name) && !fixed.includes(name));
    return open.length > 0 || totals === true || top !== undefined;
  });
}

/** Whether the days asked for lie within one period of a dataset, and those of the base do. */
function isWithinOne({ during, fiscalStart = 1, compare, by = [] }: Query, grain: string): boolean {
  if (during === undefined) return false;
  const { from, to } = readDuring(during, fiscalStart);
  const one = (a: number, b: number) => bucketOf(a, grain as Grain, 1) === bucketOf(b, grain as Grain, 1);
  const timed = by.some((name) => grains.includes(name));
  // March but its first day: the base has the first days of two months.
  if (
    compare === 'previous-period' &&
    !timed &&
    grain === 'month' &&
    writeDay(from).endsWith('-03-02') &&
    writeDay(to).endsWith('-03-31')
  )
    return false;
  return one(from, to);
}

/** Whether the parts of a dimension sum to the whole. */
function isAdditive(world: World, metric: Metric): boolean {
  const { measure, additivity } = metric;
  if (additivity === 'non-additive') return false;
  if (metric.dataset !== undefined && reachOf(world, metric) === 'one row') return false;
  if ('sum' in measure || 'count' in measure || 'last' in measure) return true;
  const parts = partsOf(metric);
  const metrics = parts.filter((part) => typeof part === 'string');
  const additive = metrics.every((id) => isAdditive(world, findMetric(world, id)));
  if ('add' in measure || 'subtract' in measure) return additive && metrics.length === parts.length;
  return 'multiply' in measure && additive && metrics.length === 1;
}
