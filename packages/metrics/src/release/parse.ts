import { tableName } from '../dataset/contract.js';
import { checkContract } from '../dataset/parse.js';
import { checkUnique, jsonPath, quote, readInput, type InputOptions } from '../base/input.js';
import { checkFiscalPlan } from '../query/fiscal-plan.js';
import { checkLadderRegister } from '../query/ladder-register.js';
import { checkTaskReports } from '../query/task-reports.js';
import { checkEventMetrics, checkGoals, checkJudged, checkMetrics } from '../query/references.js';
import { checkPlan } from '../plan/parse.js';
import { problem, withRemedy, type Problem } from '../base/problem.js';
import type { Manifest, Verdicts } from './manifest.js';
import { metricSeries as metricSeriesSchema } from './metric-series-schema.js';
import { checkMetricSeries } from './metric-series-rules.js';
import { goalSeries as goalSeriesSchema } from './goal-series-schema.js';
import { checkGoalSeries } from './goal-series-rules.js';
import type { GoalSeries, MetricSeries } from './series-file.js';
import type { PublishedLadder } from './ladder-file.js';
import { checkPublishedLadder } from './ladder-rules.js';
import { ladder as ladderSchema } from './ladder-schema.js';
import type { PublishedTasks } from './tasks-file.js';
import { checkPublishedTasks } from './tasks-rules.js';
import { tasks as tasksSchema } from './tasks-schema.js';
import { manifest as manifestSchema, verdicts as verdictsSchema } from './schema.js';
import { say } from '../base/sentence.js';

/** A manifest, or all that is wrong with it. */
export type ParsedManifest =
  | { readonly manifest: Manifest; readonly problems: readonly [] }
  | { readonly manifest?: undefined; readonly problems: readonly Problem[] };

/** Published verdicts, or all that is wrong with their file. */
export type ParsedVerdicts =
  | { readonly verdicts: Verdicts; readonly problems: readonly [] }
  | { readonly verdicts?: undefined; readonly problems: readonly Problem[] };

/** The series of a goal, or all that is wrong with its file. */
export type ParsedGoalSeries =
  | { readonly series: GoalSeries; readonly problems: readonly [] }
  | { readonly series?: undefined; readonly problems: readonly Problem[] };

/** The series of a metric, or all that is wrong with its file. */
export type ParsedMetricSeries =
  | { readonly series: MetricSeries; readonly problems: readonly [] }
  | { readonly series?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads the manifest of a release from JSON of unknown shape: the result is fit to open and to query.
 *
 * @example
 * const { manifest, problems } = parseManifest(json, { file: 'manifest.json' });
 */
export function parseManifest(json: unknown, options?: InputOptions): ParsedManifest {
  const { value, problems } = readInput(manifestSchema, json, checkManifest, options);
  return value ? { manifest: value, problems: [] } : { problems };
}

/**
 * Reads the verdicts of a release from JSON of unknown shape.
 *
 * @example
 * const { verdicts, problems } = parseVerdicts(json, { file: 'verdicts.json' });
 */
export function parseVerdicts(json: unknown, options?: InputOptions): ParsedVerdicts {
  const { value, problems } = readInput(verdictsSchema, json, checkVerdicts, options);
  return value ? { verdicts: value, problems: [] } : { problems };
}

/**
 * Reads the series of a goal from JSON of unknown shape: its periods follow one another up to the goal's end, and its forecast ends with
 * that of its verdict.
 *
 * @example
 * const { series, problems } = parseGoalSeries(json, { file: 'leading-industries-revenue.json' });
 */
export function parseGoalSeries(json: unknown, options?: InputOptions): ParsedGoalSeries {
  const { value, problems } = readInput(goalSeriesSchema, json, checkGoalSeries, options);
  return value ? { series: value, problems: [] } : { problems };
}

/**
 * Reads the series of a metric from JSON of unknown shape: each of its lists has a figure for each of its periods.
 *
 * @example
 * const { series, problems } = parseMetricSeries(json, { file: 'industry-revenue.month.json' });
 */
export function parseMetricSeries(json: unknown, options?: InputOptions): ParsedMetricSeries {
  const { value, problems } = readInput(metricSeriesSchema, json, checkMetricSeries, options);
  return value ? { series: value, problems: [] } : { problems };
}

/** The ladder of a release, or all that is wrong with its file. */
export type ParsedLadder =
  | { readonly ladder: PublishedLadder; readonly problems: readonly [] }
  | { readonly ladder?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads the ladder of a release from JSON of unknown shape: its moves are between its tiers, and no tier loses enterprises that never
 * came to it.
 *
 * @example
 * const { ladder, problems } = parseLadder(json, { file: 'ladder.json' });
 */
export function parseLadder(json: unknown, options?: InputOptions): ParsedLadder {
  const { value, problems } = readInput(ladderSchema, json, checkPublishedLadder, options);
  return value ? { ladder: value, problems: [] } : { problems };
}

/** The tasks of a release, or all that is wrong with their file. */
export type ParsedTasks =
  | { readonly tasks: PublishedTasks; readonly problems: readonly [] }
  | { readonly tasks?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads the tasks of a release from JSON of unknown shape: the changes of each state lead to the one that is reported.
 *
 * @example
 * const { tasks, problems } = parseTasks(json, { file: 'tasks.json' });
 */
export function parseTasks(json: unknown, options?: InputOptions): ParsedTasks {
  const { value, problems } = readInput(tasksSchema, json, checkPublishedTasks, options);
  return value ? { tasks: value, problems: [] } : { problems };
}

const again = say`Publish the release again: zj publish.`;

function* checkManifest({ plan, metrics, datasets }: Manifest): Generator<Problem> {
  const contracts = datasets.map(({ contract }) => contract);
  yield* checkPlan(plan, ['plan']);
  yield* checkUnique('metric', metrics, ['metrics']);
  const seen = new Set<string>();
  for (const [i, { contract, table, rows }] of datasets.entries()) {
    const at = ['datasets', i];
    yield* checkContract(contract, [...at, 'contract'], true);
    if (seen.has(contract.id)) {
      const message = say`Two datasets have the id ${quote(contract.id)}.`;
      yield problem({ code: 'duplicate', where: jsonPath(...at, 'contract', 'id'), message, remedy: again });
    }
    seen.add(contract.id);
    if (table !== tableName(contract)) {
      const message = say`The table of ${contract.id} is called ${quote(table)}, not ${tableName(contract)}.`;
      yield problem({ code: 'table', where: jsonPath(...at, 'table'), message, remedy: again });
    }
    if (rows.read !== rows.kept + rows.rejected) {
      const message = say`Of ${rows.read} rows, ${rows.kept} are kept and ${rows.rejected} rejected: the sum is wrong.`;
      yield problem({ code: 'rows', where: jsonPath(...at, 'rows'), message, remedy: again });
    }
  }
  yield* checkMetrics(metrics, contracts);
  yield* checkGoals(plan, metrics, ['plan']);
  yield* checkEventMetrics(plan, metrics, ['plan']);
  yield* checkLadderRegister(plan, contracts, ['plan']);
  yield* checkTaskReports(plan, contracts, ['plan']);
  yield* checkFiscalPlan(plan, metrics, contracts, ['plan']);
  yield* checkJudged(plan, metrics, contracts, ['plan']);
}

function* checkVerdicts({ verdicts }: Verdicts): Generator<Problem> {
  const goals = verdicts.map(({ goal }) => ({ id: goal }));
  for (const one of checkUnique('verdict', goals, ['verdicts'])) {
    yield withRemedy({ ...one, where: one.where.replace(/\.id$/, '.goal') }, again);
  }
}
