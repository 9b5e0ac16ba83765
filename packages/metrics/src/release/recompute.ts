import type { Contract } from '../dataset/contract.js';
import type { CallOptions, Engine } from '../engine/engine.js';
import { MetricsError } from '../error.js';
import { judge } from '../goal/judge.js';
import { compileSeries, type Definition } from '../metric/compile.js';
import { isCount, type Metric } from '../metric/metric.js';
import { suggest } from '../nearest.js';
import type { Day, Goal, Plan } from '../plan/plan.js';
import type { PublishedVerdict } from './manifest.js';
import { toSeries } from './series.js';

/** What a figure is computed from, beside the data; every manifest is one. */
export interface Computable {
  readonly plan: Pick<Plan, 'goals'>;
  readonly metrics: readonly Metric[];
  readonly datasets: readonly { readonly contract: Contract }[];
}

export interface RecomputeOptions extends Omit<CallOptions, 'onProgress'> {
  /** The day on which the goals are judged. */
  readonly asOf: Day;
}

/**
 * Judges every goal of a plan from the published data, one statement a goal: `zj publish` writes exactly this, and a reader
 * computes exactly this again. Throws `UNKNOWN_NAME`, `REFUSED`, and what `engine.run` throws; a deadline is for each statement.
 */
export async function recompute(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  options: RecomputeOptions,
): Promise<readonly PublishedVerdict[]> {
  const verdicts: PublishedVerdict[] = [];
  for (const goal of release.plan.goals) verdicts.push(await recomputeGoal(engine, release, goal, options));
  return verdicts;
}

/** Judges one goal of a release: see {@link recompute}. */
export async function recomputeGoal(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  goal: Goal,
  { asOf, ...call }: RecomputeOptions,
): Promise<PublishedVerdict> {
  const { metric, contract } = findDefinition(release, goal.metric);
  // A level stands where it was last reported, also before the goal's period.
  const during = goal.accumulate === 'level' ? {} : { during: goal.period };
  const sql = compileSeries({ metric, contract, ...during });
  const series = toSeries(await engine.run(sql, call), { metric, contract });
  return {
    ...judge(goal, series, { asOf }),
    name: goal.name,
    unit: goal.unit,
    qualifier: goal.qualifier,
    direction: goal.direction ?? 'increase',
    period: goal.period,
    count: isCount(metric),
    clause: goal.clause,
    interpretations: goal.interpretations,
    source: { zh: contract.source.zh, en: contract.source.en },
    demo: contract.demo !== undefined,
    sql,
  };
}

/** A metric of a release with its dataset's contract. Throws `UNKNOWN_NAME`. */
export function findDefinition({ metrics, datasets }: Omit<Computable, 'plan'>, id: string): Definition {
  const metric = findById('metric', metrics, id);
  const contracts = datasets.map((dataset) => dataset.contract);
  return { metric, contract: findById('dataset', contracts, metric.dataset) };
}

/** The one with this id. Throws `UNKNOWN_NAME`, naming the nearest. */
export function findById<T extends { readonly id: string }>(kind: string, all: readonly T[], id: string): T {
  const found = all.find((one) => one.id === id);
  if (found) return found;
  const names = all.map((one) => one.id);
  throw new MetricsError('UNKNOWN_NAME', `There is no ${kind} "${id}". ${suggest(id, names)}`);
}
