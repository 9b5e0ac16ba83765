import type { Contract } from '../dataset/contract.js';
import { checkForeignKeys } from '../dataset/foreign-key.js';
import { checkKnown, collect, jsonPath, quote, type Path } from '../base/input.js';
import type { Plan } from '../plan/plan.js';
import { problem, type Problem } from '../base/problem.js';
import { checkAccumulation } from './accumulation.js';
import { checkFiscalPlan } from './fiscal-plan.js';
import { basesOf, MOST_TERMS, readComposition, seriesOf } from '../metric/composition.js';
import { grainOfGoal } from './goal-series.js';
import { checkLadderRegister } from './ladder-register.js';
import { checkTaskReports } from './task-reports.js';
import { checkDefinitions } from '../metric/definition.js';
import { isBase, isSeriesMetric, timeOf, type SeriesMetric } from '../metric/measure.js';
import type { Metric, SeriesOrder } from '../metric/metric.js';
import { checkConditions, checkMeasure, checkOverlap, isSameUnit, unitName } from '../metric/rules.js';
import { say } from '../base/sentence.js';
import { coarsest, isFiner } from './period.js';
import { checkOrders } from './published-series.js';
import { checkBase } from './series-check.js';
import { grainOfBase } from './series-question.js';
import { grainNoun } from './grain-words.js';

/** A plan with the metrics and datasets that it relies on. */
export interface References {
  readonly plan: Pick<Plan, 'goals' | 'fiscalStart' | 'events' | 'ladder' | 'taskReports'>;
  readonly metrics: readonly Metric[];
  readonly contracts: readonly Contract[];
  /** The series that are to be published. */
  readonly publish?: readonly SeriesOrder[];
}

/** The names of the files, in front of the place of each problem. */
export interface ReferenceFiles {
  readonly plan?: string;
  readonly metrics?: string;
  /** One for each contract, in the same order. */
  readonly contracts?: readonly string[];
}

/**
 * The problems between files that are right by themselves: unknown names, sums and conditions that the data cannot answer, units
 * that do not fit each other, and fiscal years that begin with different months.
 *
 * @example
 * const problems = checkReferences({ plan, metrics, contracts }, { plan: 'plan.json', metrics: 'metrics.json' });
 */
export function checkReferences(
  { plan, metrics, contracts, publish = [] }: References,
  files: ReferenceFiles = {},
): readonly Problem[] {
  const inFile = (file: string | undefined) => (file === undefined ? {} : { file });
  return [
    ...contracts.flatMap((contract, i) =>
      collect(checkContractId(contracts, contract, i), inFile(files.contracts?.[i])),
    ),
    ...checkForeignKeys(contracts, files.contracts),
    ...collect(checkMetrics(metrics, contracts), inFile(files.metrics)),
    ...collect(checkOrders(publish, { metrics, contracts }), inFile(files.metrics)),
    ...collect(checkGoals(plan, metrics), inFile(files.plan)),
    ...collect(checkEventMetrics(plan, metrics), inFile(files.plan)),
    ...collect(checkLadderRegister(plan, contracts), inFile(files.plan)),
    ...collect(checkTaskReports(plan, contracts), inFile(files.plan)),
    ...collect(checkFiscalPlan(plan, metrics, contracts, [], files.contracts), inFile(files.plan)),
    ...collect(checkJudged(plan, metrics, contracts), inFile(files.plan)),
  ];
}

function* checkContractId(contracts: readonly Contract[], { id }: Contract, i: number): Generator<Problem> {
  if (contracts.findIndex((other) => other.id === id) === i) return;
  const message = say`Another contract has the id ${quote(id)}, too.`;
  yield problem({
    code: 'duplicate',
    where: '$.id',
    message,
    remedy: say`Give one of the datasets another id.`,
  });
}

/** That each goal has its metric, in the same unit. */
export function* checkGoals(
  { goals }: Pick<Plan, 'goals'>,
  metrics: readonly Metric[],
  at: Path = [],
): Generator<Problem> {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const names = new Set(known.keys());
  for (const [i, { metric: name, unit }] of goals.entries()) {
    const metric = known.get(name);
    if (!metric) yield* checkKnown('metric', name, names, [...at, 'goals', i, 'metric']);
    else if (!isSameUnit(metric.unit, unit)) {
      const message = say`The target is in ${unitName(unit)}, but the metric ${name} is in ${unitName(metric.unit)}.`;
      const remedy = say`Write the same unit in both, and the target in this unit.`;
      yield problem({ code: 'unit', where: jsonPath(...at, 'goals', i, 'unit'), message, remedy });
    }
  }
}

/** That the metrics that events concern exist. */
export function* checkEventMetrics(
  { events = [] }: Pick<Plan, 'events'>,
  metrics: readonly Metric[],
  at: Path = [],
): Generator<Problem> {
  const names = new Set(metrics.map(({ id }) => id));
  for (const [i, { metrics: concerned = [] }] of events.entries()) {
    for (const [j, name] of concerned.entries())
      yield* checkKnown('metric', name, names, [...at, 'events', i, 'metrics', j]);
  }
}

/**
 * That each goal's metric has figures that its goal can be judged by: no row counts twice, nothing is added up that does
 * not add up (a goal has no split), and the metric accumulates as the goal does (METHODS §2).
 */
export function* checkJudged(
  { goals }: Pick<Plan, 'goals'>,
  metrics: readonly Metric[],
  contracts: readonly Contract[],
  at: Path = [],
): Generator<Problem> {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const { sizes } = readComposition(metrics);
  for (const [i, goal] of goals.entries()) {
    const metric = known.get(goal.metric);
    // One that leads into a circle, or is too long, is told where it is defined.
    if (!metric || (sizes.get(goal.metric) ?? Infinity) > MOST_TERMS) continue;
    const leaves = basesOf(goal.metric, known).flatMap((one) => {
      const contract = contracts.find(({ id }) => id === one.dataset);
      return contract ? [{ metric: one, contract, time: timeOf(one, contract) }] : [];
    });
    const path = [...at, 'goals', i, 'metric'];
    for (const leaf of leaves) {
      yield* checkOverlap(leaf.metric, leaf.contract, [], leaf.metric.where ?? [], path);
    }
    yield* checkAccumulation(goal, metric, leaves, known, [...at, 'goals', i]);
    if (leaves.length === 0) continue;
    const grain = grainOfGoal(goal, coarsest(leaves.map(({ time }) => time.grain)));
    for (const one of seriesOf([goal.metric], known)) yield* checkBase(one, grain, known, jsonPath(...path));
  }
}

/** That metrics fit each other, and each can be computed from the published columns of its dataset. */
export function* checkMetrics(
  metrics: readonly Metric[],
  contracts: readonly Contract[],
  at: Path = [],
): Generator<Problem> {
  yield* checkDefinitions(metrics, at);
  const known = new Map(contracts.map((contract) => [contract.id, contract]));
  const names = new Set(known.keys());
  const all = new Map(metrics.map((metric) => [metric.id, metric]));
  for (const [i, metric] of metrics.entries()) {
    if (isSeriesMetric(metric)) yield* checkBaseLength(metric, all, known, [...at, 'metrics', i]);
    if (!isBase(metric)) continue;
    const contract = known.get(metric.dataset);
    const path = [...at, 'metrics', i];
    if (!contract) yield* checkKnown('dataset', metric.dataset, names, [...path, 'dataset']);
    else {
      yield* checkMeasure(metric, contract, path);
      yield* checkConditions(metric.where ?? [], contract, [...path, 'where']);
    }
  }
}

/** That the base of an index is no shorter than the periods of its datasets: no query could ask for it. */
function* checkBaseLength(
  metric: SeriesMetric,
  known: ReadonlyMap<string, Metric>,
  contracts: ReadonlyMap<string, Contract>,
  at: Path,
): Generator<Problem> {
  if (!('base' in metric.measure)) return;
  const { base } = metric.measure;
  const own = grainOfBase(base);
  for (const leaf of basesOf(metric.id, known)) {
    const contract = contracts.get(leaf.dataset);
    if (!contract) continue;
    const { grain } = timeOf(leaf, contract);
    if (!isFiner(own, grain)) continue;
    const message = say`The base ${base} is a ${grainNoun[own]}, and "${contract.id}" has figures by ${grainNoun[grain]}.`;
    const remedy = say`Write a ${grainNoun[grain]} or a longer period in "base".`;
    yield problem({ code: 'index-base', where: jsonPath(...at, 'measure', 'base'), message, remedy });
    return;
  }
}
