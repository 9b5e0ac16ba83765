import type { Contract } from '../dataset/contract.js';
import type { CallOptions, Engine } from '../engine/engine.js';
import { tableRows } from '../engine/table.js';
import { MetricsError } from '../base/error.js';
import { checkArguments } from '../goal/argument.js';
import { directionOf } from '../goal/kind.js';
import type { Catalogue } from '../query/catalogue.js';
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
import type { UnsealedGoalSeries } from './series-file.js';
import type { Series } from '../goal/series.js';
import { toSeries, withoutGaps } from './series.js';
import { say } from '../base/sentence.js';

/** The definitions that a figure is computed from, beside the data; every manifest has them. */
export interface Computable {
  readonly plan: Pick<Plan, 'goals'> & Partial<Pick<Plan, 'events' | 'notes'>>;
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
  options: RecomputeOptions,
): Promise<PublishedVerdict> {
  return (await judgeGoal(engine, release, goal, options)).verdict;
}

/** A goal's verdict and the series behind it, as verdicts.json and the file of its series have them. */
export interface RecomputedSeries {
  readonly verdict: PublishedVerdict;
  /** `sealGoalSeries` adds the digest of the manifest. */
  readonly series: UnsealedGoalSeries;
}

/** Judges one goal of a release, and computes its series from the same figures: no statement is run twice. Throws as {@link recompute}. */
export async function recomputeGoalSeries(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  goal: Goal,
  options: RecomputeOptions,
): Promise<RecomputedSeries> {
  const { verdict, series } = await judgeGoal(engine, release, goal, options);
  // A page that only shows verdicts does without it.
  const { computeGoalSeries } = await import('./goal-series.js');
  return { verdict, series: computeGoalSeries(goal, series, { verdict, plan: release.plan }) };
}

/** The verdict of a goal, and the figures that judged it. */
async function judgeGoal(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  goal: Goal,
  { asOf, ...call }: RecomputeOptions,
): Promise<{ readonly verdict: PublishedVerdict; readonly series: Series }> {
  const metric = findById('metric', release.metrics, goal.metric);
  const catalogue = catalogueOf(release);
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
  const nextUpdate = nextUpdateOf(contracts);
  const rests = [...tellLast(goal, metric, compiled), ...clausesOf(completeness, contracts)];
  const verdict: PublishedVerdict = {
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
    ...(nextUpdate !== undefined && { nextUpdate }),
    completeness,
    ...(goal.conflicts && { conflicts: goal.conflicts }),
    demo: contracts.some(({ demo }) => demo !== undefined),
    sql,
  };
  return { verdict, series };
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

/** The metrics and datasets of a release, for queries. */
export function catalogueOf({ metrics, datasets }: Pick<Computable, 'metrics' | 'datasets'>): Catalogue {
  return {
    metrics,
    datasets: datasets.map(({ contract, rows }) => ({ contract, rejected: rows?.rejected ?? 0 })),
  };
}

/** The contracts of the datasets that a metric of a release rests on. */
export function contractsOf(
  { metrics, datasets }: Pick<Computable, 'metrics' | 'datasets'>,
  id: string,
): readonly Contract[] {
  const used = basesOf(id, new Map(metrics.map((metric) => [metric.id, metric])));
  return datasets
    .map(({ contract }) => contract)
    .filter((one) => used.some(({ dataset }) => dataset === one.id));
}

/** The day on which all datasets behind a figure have later rows; `undefined` if one of them declares none. */
function nextUpdateOf(contracts: readonly Contract[]): Day | undefined {
  const days = contracts.flatMap(({ nextUpdate }) => nextUpdate ?? []);
  return days.length === contracts.length ? days.sort().at(-1) : undefined;
}

/** Who stands behind a figure: as the metric says, or its datasets, each once. It is in those languages that one of them is in. */
export function sourceOf(metric: Metric, contracts: readonly Contract[]): Text {
  return joinSources(sourcesOf(metric, contracts));
}

/** Those who stand behind a metric: its own source, or those of its datasets. */
export function sourcesOf({ source }: Metric, contracts: readonly Contract[]): readonly Text[] {
  return source ? [source] : contracts.map((contract) => contract.source);
}

/** Sources as one text, each once, in those languages that one of them is in. */
export function joinSources(all: readonly Text[]): Text {
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
