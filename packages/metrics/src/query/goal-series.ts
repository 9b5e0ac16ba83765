import { additivityOf, partsOf } from '../metric/additivity.js';
import { timeOf } from '../metric/measure.js';
import { basesOf } from '../metric/composition.js';
import type { Goal } from '../plan/plan.js';
import type { Catalogue } from './catalogue.js';
import { compileSeries, type CompiledSeries } from './compile.js';
import { coarsest, isFiner, type Grain } from './period.js';

/** The part of a goal that decides which figures it is judged by. */
export type SeriesGoal = Pick<Goal, 'metric' | 'period' | 'accumulate' | 'hold' | 'grain'>;

/**
 * The statement that gives the figures a goal is judged by (METHODS §2 and §8): those of the dataset's periods, of a limit those of
 * its own grain, of an average over daily data those of months. Throws as `compileSeries`.
 *
 * @example compileGoalSeries(goal, catalogue).grain // 'month'
 */
export function compileGoalSeries(goal: SeriesGoal, catalogue: Catalogue): CompiledSeries {
  const { metric, period, accumulate } = goal;
  const grain = goalGrain(goal, catalogue);
  const ratio = accumulate === 'average' ? partsOfRatio(metric, catalogue) : undefined;
  return compileSeries(
    {
      metric,
      ...(ratio && { parts: ratio }),
      // A month without events has none: each one of the goal's period has a figure.
      ...(grain ? { grain, complete: true, during: period } : {}),
      // A level has its last reported figure, and a total's forecast needs its earlier years.
      ...(accumulate === 'since' && { during: period }),
    },
    catalogue,
  );
}

/** The grain of a goal's figures where it is coarser than that of their data; else `undefined`. */
function goalGrain(goal: SeriesGoal, catalogue: Catalogue): Grain | undefined {
  const grains = leavesOf(goal.metric, catalogue).map(({ time }) => time.grain);
  // An unknown metric is told when its series is compiled.
  if (grains.length === 0) return undefined;
  const own = coarsest(grains);
  const asked = grainOfGoal(goal, own);
  return asked === own ? undefined : asked;
}

/**
 * The grain of the figures that a goal is judged by, of data of the grain `own`.
 *
 * @example grainOfGoal({ accumulate: 'average' }, 'day') // 'month'
 */
export function grainOfGoal(
  { accumulate, hold, grain }: Pick<SeriesGoal, 'accumulate' | 'hold' | 'grain'>,
  own: Grain,
): Grain {
  const asked =
    hold === 'each-period' ? grain : accumulate === 'average' && own === 'day' ? 'month' : undefined;
  return asked !== undefined && isFiner(own, asked) ? asked : own;
}

/** The dividend and the divisor of a ratio, where both add up over time; `undefined` for another metric. */
function partsOfRatio(id: string, catalogue: Catalogue): readonly [string, string] | undefined {
  const known = new Map(catalogue.metrics.map((one) => [one.id, one]));
  const measure = known.get(id)?.measure;
  if (!measure || !('ratio' in measure)) return undefined;
  const { ratio } = measure;
  const parts = partsOf(leavesOf(id, catalogue), known);
  const adds = ratio.every((part) => additivityOf(known.get(part)!, parts) === 'additive');
  return adds && ratio[0] !== ratio[1] ? ratio : undefined;
}

function leavesOf(id: string, { metrics, datasets }: Catalogue) {
  return basesOf(id, new Map(metrics.map((one) => [one.id, one]))).flatMap((metric) => {
    const contract = datasets.find((one) => one.contract.id === metric.dataset)?.contract;
    return contract ? [{ metric, contract, time: timeOf(metric, contract) }] : [];
  });
}
