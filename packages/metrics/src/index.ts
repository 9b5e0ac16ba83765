// The SDK: files read and checked, goals judged, releases opened, asked and verified. More stands beside it: readers of
// files in /dataset, engines in /wasm and /node, published methods in /methods, forecasts in /forecast, statements in /sql.

// Problems and errors
export { formatProblem, translateProblem } from './base/problem.js';
export type { Problem } from './base/problem.js';
export type { ProblemCode } from './base/problem-code.js';
export { MetricsError, translateError } from './base/error.js';
export type { Parameter, Sentence, Translation } from './base/sentence.js';
export type { MetricsErrorCode, MetricsErrorOptions } from './base/error.js';

// Files
export { parseJson } from './base/json.js';
export type { JsonOptions } from './base/json.js';
export type { InputOptions, Read } from './base/input.js';
export type { Draft } from './base/draft.js';
export { parsePlan } from './plan/parse.js';
export type { ParsedPlan } from './plan/parse.js';
export { parseContract } from './dataset/parse.js';
export type { ParsedContract } from './dataset/parse.js';
export { parseMetrics } from './metric/parse.js';
export type { ParsedMetrics } from './metric/parse.js';
export { parseQuery } from './query/query.js';
export {
  parseGoalSeries,
  parseLadder,
  parseManifest,
  parseMetricSeries,
  parseTasks,
  parseVerdicts,
} from './release/parse.js';
export type {
  ParsedGoalSeries,
  ParsedLadder,
  ParsedManifest,
  ParsedMetricSeries,
  ParsedTasks,
  ParsedVerdicts,
} from './release/parse.js';
export { checkReferences } from './query/references.js';
export type { ReferenceFiles, References } from './query/references.js';

// The words of a plan
export { isDay } from './base/day.js';
export type { Day } from './base/day.js';
export { wordsIn } from './base/text.js';
export type { Bilingual, Text, Words } from './base/text.js';
export { differenceUnit } from './base/unit.js';
export type { Unit } from './base/unit.js';
export type {
  Accumulate,
  Area,
  Baseline,
  CitedDocument,
  Clause,
  ConflictingFigure,
  Direction,
  FormerTarget,
  Goal,
  Interpretation,
  Ladder,
  LadderRegister,
  Method,
  Milestone,
  Organisation,
  Period,
  Plan,
  PlanDocument,
  PlanEvent,
  Platform,
  PublishedMethod,
  Qualifier,
  Safeguard,
  Task,
  Theme,
  Thresholds,
  Tier,
} from './plan/plan.js';
export type { Bound, Formula, LimitGrain, Nature, Range } from './plan/target-kind.js';
export { defaultThresholds } from './goal/thresholds.js';

// The words of a contract
export type {
  Column,
  ColumnType,
  ColumnValue,
  Contract,
  Cube,
  Demo,
  Encoding,
  ForeignKey,
  MissingMark,
  MissingMeaning,
  Form,
  PlannedTask,
  PlannedTasks,
  ReferencedColumns,
  Source,
  StateColumn,
  TimeColumn,
} from './dataset/contract.js';
export type { FigureState } from './base/state.js';

// The words of a metric and a query
export { isCount } from './metric/metric.js';
export type {
  Additivity,
  BaseMeasure,
  CompositeMeasure,
  Condition,
  Test,
  Format,
  Measure,
  Metric,
  MetricsFile,
  Scalar,
  SeriesGrain,
  SeriesOrder,
  SeriesMeasure,
  Term,
} from './metric/metric.js';
export type { BaseMetric } from './metric/measure.js';
export type { During, Grain, LastPeriods } from './query/period.js';
export type { Comparison, Ordering, Query, QueryKeys, Top } from './query/query.js';
export { narrowQuery } from './query/narrow.js';
export type { Described, Selection, Surroundings } from './query/narrow.js';
export type { FilterField, FilterSpec } from './query/filter-spec.js';

// The session
export { createMetrics } from './session/metrics.js';
export type { Metrics, MetricsOptions, OpenOptions, Precomputed, Release } from './session/interface.js';
export type { OwnDataset } from './session/addition.js';
export type { Filter } from './session/filter.js';
export type { ListedField } from './session/filter-values.js';
export type { FieldState, FilterState, ValueState } from './session/filter-state.js';
export type { CsvOptions } from './session/print-csv.js';
export type { QueryColumn } from './session/column.js';
export type { QueryResult } from './session/result.js';
export type { AnyRow, DatedRow, Possible, RowOf, RowOptions } from './session/row.js';
export type { EmptyMeaning, FindOptions, FoundRows, Rows, RowsWindow } from './session/rows-interface.js';
export type { RowOrdering, RowsQuestion } from './query/rows-question.js';
export type { RowsColumn } from './query/rows-columns.js';
export type { ColumnSummary, SummaryBin } from './query/rows-summary.js';
export type { FigureRole } from './query/words.js';
export type { Completeness } from './query/completeness.js';
export type { Cuboid, CuboidPlan } from './query/cuboid.js';
export type { CuboidQuery } from './query/cuboid-plan.js';
export type { LoadedDataset } from './dataset/load.js';
export type { HeaderCell, RejectedRow, Sheets, TextTable } from './dataset/text-table.js';

// The engine, as all of them are
export { tableRows } from './engine/table.js';
export type { Cell } from './engine/table.js';
export type {
  CallOptions,
  Database,
  DatabaseTable,
  Engine,
  EngineEvent,
  Opened,
  Progress,
  ReadOptions,
  RunOptions,
  Table,
  TableColumn,
} from './engine/engine.js';
export type { CsvFile, DataFile } from './engine/csv-file.js';

// Judging
export { judge } from './goal/judge.js';
export type { JudgeOptions } from './goal/judge.js';
export { judgeWithoutHistory } from './goal/conclusion.js';
export { judgeFigure } from './goal/judged-figure.js';
export type { GivenFigure, JudgedFigure, JudgeFigureOptions } from './goal/judged-figure.js';
export { isSame } from './base/same.js';
export { toSeries } from './release/series.js';
export type { SeriesFacts } from './release/series.js';
export type { Limits } from './goal/limits.js';
export type { LimitPeriods } from './goal/limit-period.js';
export type { Observed } from './goal/observed.js';
export type { Rule, Ruling } from './goal/status.js';
export type { GoalDays, Scheduler, Way } from './goal/schedule.js';
export type { JudgedGoal } from './goal/goal.js';
export type { Observation, Series } from './goal/series.js';
export type {
  Averaged,
  Backtest,
  Breach,
  DatedFigure,
  Forecast,
  ForecastMethod,
  ForecastTrial,
  GoalKind,
  LimitPeriod,
  MethodVerdict,
  Needed,
  PeriodGrain,
  Schedule,
  Status,
  Verdict,
} from './goal/verdict.js';
export type { CountForecast } from './goal/poisson-gamma.js';

// How figures and verdicts are told
export { tellFormula } from './goal/formula-words.js';
export { roundFigure, movePoint } from './goal/print.js';
export { formatPoints, formatShare } from './goal/share.js';
export { formatDate, formatDay, statusWord, statusWords } from './goal/words.js';
export { formatChance, chanceWord, forecastWords } from './goal/words-of-forecasts.js';

// Releases
export { verify } from './release/verify.js';
export type { Verification, GoalVerification } from './release/verify.js';
export type { VerifyOptions, ReleaseVerification, HeadCheck } from './release/verification.js';
export type { VerificationStep, StepStatement } from './release/steps.js';
export type { DigestCheck } from './release/digest-check.js';
export type { SeriesCheck } from './release/series-check.js';
export type { WithheldCheck } from './release/withholding.js';
export type { Fact, FactCheck } from './release/facts.js';
export type { Shown, ShownCheck } from './release/shown.js';
export { digestManifest } from './release/digest.js';
export type { UnsealedManifest } from './release/digest.js';
export type {
  CubeReport,
  Manifest,
  WithheldGoal,
  PublishedDataset,
  PublishedVerdict,
  PublishedWarning,
  ReleaseFile,
  RowCounts,
  SeriesFiles,
  Verdicts,
} from './release/manifest.js';
export type {
  ForecastPoint,
  GoalPeriod,
  GoalSeries,
  MetricFigures,
  MetricLine,
  MetricSeries,
  SeriesDimension,
  SeriesForecast,
  SeriesSpan,
  UnsealedGoalSeries,
  UnsealedMetricSeries,
} from './release/series-file.js';
export type { WithholdingCause } from './release/withheld.js';
export { computeGoalSeries } from './release/goal-series.js';
export type { GoalSeriesFacts } from './release/goal-series.js';
export { recomputeMetricSeries } from './release/metric-series.js';
export type { SeriesRelease } from './release/metric-series.js';
export { readLadder } from './release/ladder-reading.js';
export type { LadderReading, TierMove, TierReading } from './release/ladder-reading.js';
export type { LadderMove, PublishedLadder, PublishedTier, UnsealedLadder } from './release/ladder-file.js';
export type {
  PublishedArea,
  PublishedMeasure,
  PublishedTask,
  PublishedTasks,
  StateChange,
  TaskReport,
  UnsealedTasks,
} from './release/tasks-file.js';
export type { TaskState } from './dataset/task-reports.js';
export { recompute } from './release/recompute.js';
export type { Computable, RecomputeOptions } from './release/recompute.js';
