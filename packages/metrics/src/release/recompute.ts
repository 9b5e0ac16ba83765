import type { Contract } from '../dataset/contract.js';
import type { CallOptions, Engine } from '../engine/engine.js';
import { tableRows } from '../engine/table.js';
import { MetricsError } from '../base/error.js';
import { checkArguments } from '../goal/argument.js';
import { directionOf } from '../goal/kind.js';
import type { CompiledSeries } from '../query/compile.js';
import { compileGoalSeries } from '../query/goal-series.js';
import { clausesOf } from '../query/completeness.js';
import { findGoalCompleteness } from '../query/lack.js';
import { basesOf } from '../metric/composition.js';
import type { Metric } from '../metric/metric.js';
import { suggest } from '../base/nearest.js';
import type { Day } from '../base/day.js';
import type { Goal, Plan } from '../plan/plan.js';
import { wordsIn, type Bilingual, type Text } from '../base/text.js';
import type { PublishedVerdict, RowCounts } from './manifest.js';
import { toSeries, withoutGaps } from './series.js';
import { say } from '../base/sentence.js';

/** The definitions that a figure is computed from, beside the data; every manifest has them. */
export interface Computable {
  readonly plan: Pick<Plan, 'goals'>;
  readonly metrics: readonly Metric[];
  readonly datasets: readonly { readonly contract: Contract; readonly rows?: Pick<RowCounts, 'rejected'> }[];
}

/** The day on which goals are judged, and how the calls are made. */
export interface RecomputeOptions extends Omit<CallOptions, 'onProgress'> {
  /** The day on which the goals are judged. */
  readonly asOf: Day;
}

/**
 * Judges every goal of a plan from the published data, one statement a goal: `zj publish` writes exactly this, and a reader
 * computes exactly this again. Throws `UNKNOWN_NAME`, `REFUSED`, and as `engine.run`; a deadline is for each statement.
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
  const metric = findById('metric', release.metrics, goal.metric);
  const catalogue = {
    metrics: release.metrics,
    datasets: release.datasets.map(({ contract, rows }) => ({ contract, rejected: rows?.rejected ?? 0 })),
  };
  const compiled = compileGoalSeries(goal, catalogue);
  const { sql, count } = compiled;
  const reported = toSeries(await engine.run(sql, call), compiled);
  checkArguments(goal, reported, asOf);
  const contracts = contractsOf(release, metric.id);
  const completeness = await findGoalCompleteness(
    { metric: metric.id, period: goal.period, asOf },
    catalogue,
    async (statement) => tableRows(await engine.run(statement, call)),
  );
  const series = compiled.names.period === 'period' ? reported : withoutGaps(reported, completeness);
  // A page that only asks and shows does without them.
  const [{ judge }, { compareMethods }] = await Promise.all([
    import('../goal/judge.js'),
    import('../goal/methods/compare.js'),
  ]);
  const rests = [...tellLast(goal, metric, compiled), ...clausesOf(completeness, contracts)];
  return {
    ...judge(goal, series, { asOf, rests }),
    name: goal.name,
    unit: goal.unit,
    qualifier: goal.qualifier,
    ...(goal.nature && { nature: goal.nature }),
    ...(goal.was && { was: goal.was }),
    direction: directionOf(goal),
    period: goal.period,
    count,
    clause: goal.clause,
    methods: compareMethods(goal, series, { asOf }),
    interpretations: goal.interpretations,
    source: sourceOf(metric, contracts),
    completeness,
    ...(goal.conflicts && { conflicts: goal.conflicts }),
    demo: contracts.some(({ demo }) => demo !== undefined),
    sql,
  };
}

/** That a limit's figure of a longer period is the last one in it, where the metric is one: that of December for a year. */
function tellLast(
  { hold }: Pick<Goal, 'hold'>,
  { measure }: Metric,
  { names, grain }: Pick<CompiledSeries, 'names' | 'grain'>,
): readonly Bilingual[] {
  const regrouped = hold === 'each-period' && names.period !== 'period';
  if (!regrouped || !('last' in measure)) return [];
  const noun = { day: '日', month: '月', quarter: '季度', 'half-year': '半年', year: '年' }[grain];
  return [
    { zh: `每${noun}的数值取该${noun}最后一期`, en: `the figure of each ${grain} is the last one in it` },
  ];
}

/** The contracts of the datasets that a metric of a release rests on. */
function contractsOf({ metrics, datasets }: Computable, id: string): readonly Contract[] {
  const used = basesOf(id, new Map(metrics.map((metric) => [metric.id, metric])));
  return datasets
    .map(({ contract }) => contract)
    .filter((one) => used.some(({ dataset }) => dataset === one.id));
}

/** Who stands behind a figure: as the metric says, or its datasets, each once. It is in those languages that one of them is in. */
function sourceOf({ source }: Metric, contracts: readonly Contract[]): Text {
  const all = source ? [source] : contracts.map((contract) => contract.source);
  const join = (language: keyof Bilingual, mark: string): string =>
    [...new Set(all.map((one) => wordsIn(one, language).words))].join(mark);
  const lacks = (language: keyof Bilingual): boolean => all.every((one) => one[language] === undefined);
  const [zh, en] = [join('zh', '、'), join('en', ', ')];
  return lacks('en') ? { zh } : lacks('zh') ? { en } : { zh, en };
}

/** The one with this id. Throws `UNKNOWN_NAME`, naming the nearest. */
export function findById<T extends { readonly id: string }>(
  kind: 'goal' | 'metric',
  all: readonly T[],
  id: string,
): T {
  const found = all.find((one) => one.id === id);
  if (found) return found;
  const remedy = suggest(
    id,
    all.map((one) => one.id),
  );
  const message =
    kind === 'goal' ? say`There is no goal "${id}". ${remedy}` : say`There is no metric "${id}". ${remedy}`;
  throw new MetricsError('UNKNOWN_NAME', message);
}
