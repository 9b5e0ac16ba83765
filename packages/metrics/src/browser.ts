// The SDK, its engine and its readers of files, for pages without a build step. What reads a format, and what judges a goal, is a
// file of its own beside it: `metrics.judge` and `metrics.verify` load theirs by themselves, as readers of files do.

export { formatProblem } from './base/problem.js';
export { MetricsError } from './base/error.js';
export { parseJson } from './base/json.js';
export { parsePlan } from './plan/parse.js';
export { parseContract } from './dataset/parse.js';
export { parseMetrics } from './metric/parse.js';
export { parseQuery } from './query/query.js';
export { parseManifest, parseVerdicts } from './release/parse.js';
export { checkReferences } from './query/references.js';
export { isDay } from './base/day.js';
export { isSame } from './base/same.js';
export { differenceUnit } from './base/unit.js';
export { isCount } from './metric/metric.js';
export { sqlDay, sqlName, sqlText } from './base/sql.js';
export { meansColumn, tableName } from './dataset/contract.js';
export { compileQuery, compileSeries } from './query/compile.js';
export { isCovered, planCuboid } from './query/cuboid-plan.js';
export { createMetrics } from './session/metrics.js';
export { tableRows } from './engine/table.js';
export { defaultThresholds } from './goal/thresholds.js';
export { movePoint, roundFigure } from './goal/print.js';
export { formatPoints, formatShare } from './goal/share.js';
export {
  chanceWord,
  forecastWords,
  formatChance,
  formatDate,
  formatDay,
  statusWord,
  statusWords,
} from './goal/words.js';
export { digestManifest, digestSql, publishedColumns } from './release/digest.js';
export { recompute } from './release/recompute.js';
export { toSeries } from './release/series.js';
export { verify } from './release/verify.js';
export { proposeContract, readTable } from './dataset/index.js';
export { sharedEngine, wasmEngine } from './engine/wasm/index.js';

/**
 * Loads the judging of goals, for a page that judges a series of its own. Rejects where the file cannot be loaded.
 *
 * @example const { judge } = await loadJudge();
 */
export const loadJudge = (): Promise<typeof import('./goal/judge.js')> => import('./goal/judge.js');
