import type { Metric } from '@zj/metrics';
import { grains } from './naive.js';
import { findMetric, leavesOf, partsOf } from './rows.js';
import type { Query, World } from './types.js';

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

/** Whether the parts of a dimension sum to the whole. */
function isAdditive(world: World, metric: Metric): boolean {
  const { measure, additivity } = metric;
  if (additivity === 'non-additive') return false;
  if ('sum' in measure || 'count' in measure || 'last' in measure) return true;
  const parts = partsOf(metric);
  const metrics = parts.filter((part) => typeof part === 'string');
  const additive = metrics.every((id) => isAdditive(world, findMetric(world, id)));
  if ('add' in measure || 'subtract' in measure) return additive && metrics.length === parts.length;
  return 'multiply' in measure && additive && metrics.length === 1;
}
