import { join } from 'node:path';
import {
  basesOf,
  isOverflow,
  listed,
  nameSeries,
  problem,
  recomputeGoalSeries,
  recomputeLadder,
  recomputeTasks,
  say,
  type UnsealedGoalSeries,
} from '@zj/metrics/internal';
import {
  MetricsError,
  recomputeMetricSeries,
  type Engine,
  type Manifest,
  type Problem,
  type PublishedDataset,
  type SeriesOrder,
  type UnsealedLadder,
  type UnsealedMetricSeries,
  type UnsealedTasks,
} from '@zj/metrics';
import { overflowProblem, type Computed } from './computing.js';
import type { Prepared } from './prepare.js';

/** The series of a release, its ladder and its tasks, before the manifest that they name is written. */
export interface ComputedSeries {
  /** Of every goal that has a verdict, in the plan's order. */
  readonly goals: readonly UnsealedGoalSeries[];
  /** As metrics.json asks for. */
  readonly metrics: readonly { readonly order: SeriesOrder; readonly series: UnsealedMetricSeries }[];
  /** Absent where the plan names no register. */
  readonly ladder?: UnsealedLadder;
  /** Absent where the plan names no dataset of reports. */
  readonly tasks?: UnsealedTasks;
  /** Why an order has no file. */
  readonly warnings: readonly Problem[];
}

/** Computes all series of a release, its ladder and its tasks, from the published tables alone. */
export async function computeSeries(
  published: Pick<Engine, 'run'>,
  prepared: Prepared,
  { datasets, verdicts }: Pick<Manifest, 'datasets'> & Pick<Computed, 'verdicts'>,
): Promise<ComputedSeries> {
  const { plan, metrics, asOf } = prepared;
  const goals: UnsealedGoalSeries[] = [];
  for (const { goal: id } of verdicts) {
    const goal = plan.goals.find((one) => one.id === id)!;
    goals.push((await recomputeGoalSeries(published, { plan, metrics, datasets }, goal, { asOf })).series);
  }
  const ladder = await recomputeLadder(published, { plan, datasets, asOf });
  const tasks = await recomputeTasks(published, { plan, datasets, asOf });
  const metric = await computeMetrics(published, prepared, datasets);
  return { goals, ...metric, ...(ladder && { ladder }), ...(tasks && { tasks }) };
}

/**
 * Computes the series that metrics.json asks for, from the published tables alone. One that cannot be computed, or that merging for
 * confidentiality makes wrong, has no file: a warning says why.
 */
async function computeMetrics(
  published: Pick<Engine, 'run'>,
  { plan, metrics, publish, asOf, source }: Prepared,
  datasets: readonly PublishedDataset[],
): Promise<Pick<ComputedSeries, 'metrics' | 'warnings'>> {
  const made: ComputedSeries['metrics'][number][] = [];
  const warnings: Problem[] = [];
  for (const [index, order] of publish.entries()) {
    const where = `${join(source.folder, 'metrics.json')} $.publish[${index}]`;
    const release = { plan, metrics, datasets, asOf };
    try {
      const series = await recomputeMetricSeries(published, release, order);
      if (series.completeness.some(({ kind }) => kind === 'merged'))
        warnings.push(crossedProblem(order, where));
      else made.push({ order, series });
    } catch (error) {
      warnings.push(warningOf(error, order, { metrics, where }));
    }
  }
  return { metrics: made, warnings };
}

function crossedProblem(order: SeriesOrder, where: string): Problem {
  return problem({
    code: 'no-series',
    where,
    message: say`The series ${nameSeries(order)} has no file: for confidentiality, cells were merged across the conditions of its metric, so its figures would be too small.`,
    remedy: say`Put the columns of these conditions first among the "dimensions" of the cube, publish the metric by that dimension without conditions, or remove the entry.`,
  });
}

/** The warning about a series that cannot be computed. Throws an error that is not the series'. */
function warningOf(
  error: unknown,
  order: SeriesOrder,
  { metrics, where }: Pick<Prepared, 'metrics'> & { readonly where: string },
): Problem {
  if (isOverflow(error)) {
    const known = new Map(metrics.map((one) => [one.id, one]));
    const datasets = listed([...new Set(basesOf(order.metric, known).map(({ dataset }) => dataset))]);
    const remedy = say`Give its column fewer digits in the contract of ${datasets}, such as DECIMAL(18,2), or the metric a smaller "scale"; until then the series has no file.`;
    return overflowProblem(where, say`The metric ${order.metric}`, remedy);
  }
  if (!(error instanceof MetricsError) || error.code !== 'REFUSED') throw error;
  const message = say`The series ${nameSeries(order)} cannot be computed, and has no file: ${error.sentence}`;
  return problem({ code: 'no-series', where, message, remedy: say`Change the entry, or remove it.` });
}
