// Problems and errors
export { formatProblem } from './problem.js';
export type { Problem } from './problem.js';
export { MetricsError } from './error.js';
export type { MetricsErrorCode } from './error.js';
export { parseJson } from './json.js';
export type { InputOptions } from './input.js';
export type { Read } from './input.js';
export { sqlDay } from './sql.js';
export { sqlName } from './sql.js';
export { sqlText } from './sql.js';
export { nearest } from './nearest.js';
export { suggest } from './nearest.js';

// Plan
export { parsePlan } from './plan/parse.js';
export type { ParsedPlan } from './plan/parse.js';
export { isDay } from './plan/day.js';
export type { Accumulate } from './plan/plan.js';
export type { Area } from './plan/plan.js';
export type { Baseline } from './plan/plan.js';
export type { Clause } from './plan/plan.js';
export type { Day } from './plan/plan.js';
export type { Direction } from './plan/plan.js';
export type { Goal } from './plan/plan.js';
export type { Interpretation } from './plan/plan.js';
export type { Ladder } from './plan/plan.js';
export type { Milestone } from './plan/plan.js';
export type { Organisation } from './plan/plan.js';
export type { Period } from './plan/plan.js';
export type { Plan } from './plan/plan.js';
export type { PlanDocument } from './plan/plan.js';
export type { Platform } from './plan/plan.js';
export type { Qualifier } from './plan/plan.js';
export type { Safeguard } from './plan/plan.js';
export type { Task } from './plan/plan.js';
export type { Text } from './plan/plan.js';
export type { Theme } from './plan/plan.js';
export type { Thresholds } from './plan/plan.js';
export type { Tier } from './plan/plan.js';
export type { Unit } from './plan/plan.js';

// Dataset
export { parseContract } from './dataset/parse.js';
export type { ParsedContract } from './dataset/parse.js';
export { tableName } from './dataset/contract.js';
export type { Column } from './dataset/contract.js';
export type { ColumnType } from './dataset/contract.js';
export type { ColumnValue } from './dataset/contract.js';
export type { Contract } from './dataset/contract.js';
export type { Cube } from './dataset/contract.js';
export type { Demo } from './dataset/contract.js';
export type { Source } from './dataset/contract.js';
export type { TimeColumn } from './dataset/contract.js';

// The SDK
export { createMetrics } from './metrics.js';
export type { DigestCheck } from './metrics.js';
export type { HeadCheck } from './metrics.js';
export type { Metrics } from './metrics.js';
export type { MetricsOptions } from './metrics.js';
export type { ReleaseVerification } from './metrics.js';

// Metric
export { compileQuery } from './metric/compile.js';
export { compileSeries } from './metric/compile.js';
export type { Definition } from './metric/compile.js';
export { parseMetrics } from './metric/parse.js';
export type { ParsedMetrics } from './metric/parse.js';
export { checkReferences } from './metric/references.js';
export type { ReferenceFiles } from './metric/references.js';
export type { References } from './metric/references.js';
export { isCount } from './metric/metric.js';
export type { Condition } from './metric/metric.js';
export type { Measure } from './metric/metric.js';
export type { Metric } from './metric/metric.js';
export type { MetricsFile } from './metric/metric.js';
export type { Query } from './metric/query.js';

// Engine
export { tableRows } from './engine/table.js';
export type { Cell } from './engine/table.js';
export type { CallOptions } from './engine/engine.js';
export type { Database } from './engine/engine.js';
export type { Engine } from './engine/engine.js';
export type { Progress } from './engine/engine.js';
export type { Table } from './engine/engine.js';
export type { TableColumn } from './engine/engine.js';

// Goal
export { judge } from './goal/judge.js';
export { formatPoints } from './goal/share.js';
export { formatShare } from './goal/share.js';
export { defaultThresholds } from './goal/thresholds.js';
export { formatDay } from './goal/words.js';
export { statusWord } from './goal/words.js';
export { statusWords } from './goal/words.js';
export type { JudgedGoal } from './goal/goal.js';
export type { Observation } from './goal/series.js';
export type { Series } from './goal/series.js';
export type { Forecast } from './goal/verdict.js';
export type { Schedule } from './goal/verdict.js';
export type { Status } from './goal/verdict.js';
export type { Verdict } from './goal/verdict.js';

// Release
export { digestSql } from './release/digest.js';
export { publishedColumns } from './release/digest.js';
export { recompute } from './release/recompute.js';
export type { Computable } from './release/recompute.js';
export type { RecomputeOptions } from './release/recompute.js';
export { toSeries } from './release/series.js';
export { verify } from './release/verify.js';
export type { GoalVerification } from './release/verify.js';
export type { Verification } from './release/verify.js';
export { parseManifest } from './release/parse.js';
export type { ParsedManifest } from './release/parse.js';
export { parseVerdicts } from './release/parse.js';
export type { ParsedVerdicts } from './release/parse.js';
export type { CubeReport } from './release/manifest.js';
export type { Manifest } from './release/manifest.js';
export type { PublishedDataset } from './release/manifest.js';
export type { PublishedVerdict } from './release/manifest.js';
export type { ReleaseFile } from './release/manifest.js';
export type { RowCounts } from './release/manifest.js';
export type { Verdicts } from './release/manifest.js';
