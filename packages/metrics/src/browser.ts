// The SDK, its engine and its readers of files, for pages without a build step. Each reader of a format, and the judging of
// goals, is a file of its own beside it: `metrics.judge` and `metrics.verify` load theirs by themselves, as `readTable` does.

import type { Translation } from './base/sentence.js';

export { formatProblem, translateProblem } from './base/problem.js';
export { MetricsError, translateError } from './base/error.js';
export { parseJson } from './base/json.js';
export { parsePlan } from './plan/parse.js';
export { parseContract } from './dataset/parse.js';
export { parseMetrics } from './metric/parse.js';
export { parseQuery } from './query/query.js';
export { narrowQuery } from './query/narrow.js';
export { parseManifest, parseVerdicts } from './release/parse.js';
export { checkReferences } from './query/references.js';
export { isDay } from './base/day.js';
export { differenceUnit } from './base/unit.js';
export { defaultThresholds } from './goal/thresholds.js';
export { isCount } from './metric/metric.js';
export { createMetrics } from './session/metrics.js';
export { tableRows } from './engine/table.js';
export { isSame } from './base/same.js';
export { toSeries } from './release/series.js';
export { tellFormula } from './goal/formula-words.js';
export { movePoint, roundFigure } from './goal/print.js';
export { formatPoints, formatShare } from './goal/share.js';
export { formatDate, formatDay, statusWord, statusWords } from './goal/words.js';
export { chanceWord, forecastWords, formatChance } from './goal/words-of-forecasts.js';
export { verify } from './release/verify.js';
export { digestManifest } from './release/digest.js';
export { recompute } from './release/recompute.js';
export { proposeContract, readTable } from './dataset.js';
export { sharedEngine, wasmEngine } from './wasm.js';

/**
 * Loads the judging of goals, for a page that judges series of its own. Rejects where the files cannot be loaded.
 *
 * @example
 * const { judge } = await loadJudge();
 * judge(goal, series, { asOf: '2026-11-15' }).status; // 'on-track'
 */
export const loadJudge = (): Promise<typeof import('./goal/judge.js')> => import('./goal/judge.js');
/** Loads the functions of `@zj/metrics/forecast`. */
export const loadForecasts = (): Promise<typeof import('./forecast.js')> => import('./forecast.js');
/** Loads the functions of `@zj/metrics/methods`. */
export const loadMethods = (): Promise<typeof import('./methods.js')> => import('./methods.js');
/**
 * Loads the SDK's sentences in the language of a page, for `translateProblem` and `translateError`: Chinese for `zh…`. Other
 * languages have none, and read English.
 *
 * @example
 * show(translateError(error, await loadTranslation(document.documentElement.lang)));
 */
export const loadTranslation = async (lang: string): Promise<Translation> =>
  /^zh\b/i.test(lang) ? (await import('./zh-CN.js')).zhCN : {};
