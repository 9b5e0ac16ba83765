// Statements of queries and goals, and the names and texts in them: for those who run SQL of their own.

// Names and values
export { sqlName, sqlText, sqlDay } from './base/sql.js';
export { hasMeans, meansColumn, tableName } from './dataset/contract.js';

// Statements
export { compileQuery, compileSeries } from './query/compile.js';
export { compileGoalSeries } from './query/goal-series.js';
export type { SeriesGoal } from './query/goal-series.js';
export type {
  CompiledQuery,
  CompiledSeries,
  SeriesNames,
  SeriesParts,
  SeriesQuery,
} from './query/compile.js';
export type { ResultColumn } from './query/result-column.js';
export type { Catalogue, Relation } from './query/catalogue.js';

// Cuboids
export { planCuboid, isCovered } from './query/cuboid-plan.js';
export type { CuboidQuery } from './query/cuboid-plan.js';
export type { Cuboid, CuboidPlan } from './query/cuboid.js';

// Digests of rows
export { digestSql, publishedColumns } from './release/digest.js';
