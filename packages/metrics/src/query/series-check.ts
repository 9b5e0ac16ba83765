import { jsonPath, quote } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import { isSeriesMetric, type SeriesMetric } from '../metric/measure.js';
import type { Metric } from '../metric/metric.js';
import { timePowerOf } from '../metric/time-power.js';
import { checkAdding } from './adding.js';
import { checkAxis } from './axis.js';
import { grainNoun } from './grain-words.js';
import { isFiner, type Grain } from './period.js';
import type { Question } from './question.js';
import {
  baseQuestion,
  basesIn,
  grainOfBase,
  leavesBelow,
  partOf,
  periodsOf,
  periodsQuestion,
} from './series-question.js';

/** That the indices and moving averages of a query have figures there: QUERIES.md §3. */
export function* checkSeries(question: Question): Generator<Problem> {
  const { query, series, time } = question;
  if (series.length === 0) return;
  const found = [...series.flatMap((metric) => [...checkUse(metric, question)])];
  yield* found;
  if (found.length > 0 || !time) return;
  yield* checkAdding(periodsQuestion(question));
  if (series.some((metric) => periodsOf(metric) > 1)) yield* checkPeriods(question);
  for (const base of basesIn(question)) {
    // A period of the grain itself was held against the rules above.
    if (grainOfBase(base) === time.grain) continue;
    const own = series.filter(({ measure }) => 'base' in measure && measure.base === base);
    for (const { code, sentences } of checkAdding(baseQuestion(question, base))) {
      yield problem({ code, where: placeOf(own[0]!, query), ...sentences });
    }
  }
}

function* checkUse(metric: SeriesMetric, question: Question): Generator<Problem> {
  const { query, time, lag, known } = question;
  const name = quote(metric.id);
  if (!time) {
    const message = say`${name} is computed period by period: without a grain it has no figure.`;
    const remedy = say`Add a grain to "by", such as "month".`;
    yield problem({ code: 'no-grain', where: placeOf(metric, query), message, remedy });
    return;
  }
  for (const key of ['cumulative', 'rolling', 'top'] as const) {
    if (query[key] === undefined) continue;
    const message = say`${name} is computed from the figures of whole periods: with "${key}" it has no figure.`;
    const remedy = say`Remove "${key}".`;
    yield problem({ code: 'series-measure', where: jsonPath(key), message, remedy });
  }
  const told = lag && leavesBelow(metric, question).find(({ reporters }) => reporters !== undefined);
  if (told) {
    const message = say`"${told.contract.id}" says who reports, and of ${name} nobody can tell whether a change is only a missing report.`;
    const remedy = say`Remove "compare", or compare ${quote(partOf(metric))}.`;
    yield problem({ code: 'series-measure', where: jsonPath('compare'), message, remedy });
  }
  yield* checkBase(metric, time.grain, known, placeOf(metric, query));
}

/**
 * That the base of an index is a period of a grain; a longer one only if the figures do not grow with the length of their period,
 * such as average prices. Other metrics have no problem.
 */
export function* checkBase(
  metric: Metric,
  grain: Grain,
  known: ReadonlyMap<string, Metric>,
  where: string,
): Generator<Problem> {
  if (!isSeriesMetric(metric) || !('base' in metric.measure)) return;
  const { base, index } = metric.measure;
  const own = grainOfBase(base);
  if (own === grain || !known.has(index)) return;
  const longer = isFiner(grain, own);
  if (longer && timePowerOf(known.get(index)!, known) === 0) return;
  const message = longer
    ? say`The base of ${quote(metric.id)}, ${base}, is a ${grainNoun[own]}, and a figure of ${quote(index)} by ${grainNoun[grain]} cannot be compared with that of a longer period.`
    : say`The base of ${quote(metric.id)}, ${base}, is a ${grainNoun[own]}, which is shorter than the figures by ${grainNoun[grain]}.`;
  const remedy = longer
    ? say`Ask for it by ${grainNoun[own]}, or write a ${grainNoun[grain]} in "base".`
    : say`Write a ${grainNoun[grain]} in "base", or ask for it by ${grainNoun[own]}.`;
  yield problem({ code: 'index-base', where, message, remedy });
}

/** That a moving average does not need more periods than a query may have. */
function* checkPeriods(question: Question): Generator<Problem> {
  const periods = periodsQuestion(question);
  const query = { ...periods.query, complete: true } as Question['query'];
  yield* checkAxis({ ...periods, query });
}

function placeOf(metric: SeriesMetric, { metrics }: Question['query']): string {
  const index = metrics?.indexOf(metric.id) ?? -1;
  return index < 0 ? jsonPath(metrics ? 'metrics' : 'metric') : jsonPath('metrics', index);
}
