import { jsonPath, quote, type Path } from '../base/input.js';
import type { Goal } from '../plan/plan.js';
import { problem, type Problem } from '../base/problem.js';
import { checkAddingByPeriod } from './adding.js';
import { additivityOf, isAdding, partsOf } from '../metric/additivity.js';
import { isComposite, readMeasure } from '../metric/measure.js';
import type { Metric } from '../metric/metric.js';
import { grainNoun } from './grain-words.js';
import { coarsest, endOf, isFiner, startOf, type Grain } from './period.js';
import type { Leaf } from './question.js';
import { say, type Sentence } from '../base/sentence.js';

/**
 * That a goal accumulates as its metric allows (METHODS §2): a metric that is not additive over time has no `total` and no count
 * `since` a day, and the last day of daily events is no `level`. Leaves are the metrics over rows below it.
 */
export function* checkAccumulation(
  goal: Pick<Goal, 'accumulate' | 'hold' | 'grain' | 'period'>,
  metric: Metric,
  leaves: readonly Pick<Leaf, 'metric' | 'contract' | 'time'>[],
  known: ReadonlyMap<string, Metric>,
  at: Path,
): Generator<Problem> {
  if (leaves.length === 0) return;
  const { accumulate, hold, grain: asked } = goal;
  const grain = coarsest(leaves.map(({ time }) => time.grain));
  const additivity = additivityOf(metric, partsOf(leaves, known));
  const where = jsonPath(...at, 'accumulate');
  // The latest figure of daily events is that of one day alone.
  const summed = additivity !== 'non-additive' || 'count' in metric.measure;
  const daily = grain === 'day' && summed && (additivity === 'additive' || leaves.some(isOfEvents));
  const stock = stockOf(metric);
  if (asked !== undefined && isFiner(asked, grain)) {
    const message = say`The limit holds in each ${grainNoun[asked]}, but ${quote(metric.id)} has one figure a ${grainNoun[grain]}.`;
    const remedy = say`Write "grain": "${grain}", or remove it.`;
    yield problem({ code: 'limit-grain', where: jsonPath(...at, 'grain'), message, remedy });
  }
  yield* checkWholePeriods(goal, grain, leaves[0]!.contract.fiscalStart, at);
  if ((accumulate === 'total' || accumulate === 'since') && additivity !== 'additive') {
    const how =
      accumulate === 'total'
        ? say`A total is the sum of its periods`
        : say`A figure since a day is the sum of its periods`;
    const message = say`${how}, but the metric ${quote(metric.id)} is not additive over time: it is ${additivity}.`;
    const remedy = daily
      ? say`Name an additive metric, such as the same one without its "additivity", or, with "accumulate": "level", ${stock}.`
      : say`Write "accumulate": "level", or name an additive metric, such as a sum or a count.`;
    yield problem({ code: 'accumulate', where, message, remedy });
  }
  // The figures of longer periods are those of all their days.
  const longer = hold === 'each-period' && asked !== undefined;
  if (accumulate === 'level' && daily && !longer) {
    const message = say`A level is the latest figure, and ${quote(metric.id)} has a figure for each day: the level would be the last day alone.`;
    const remedy =
      additivity === 'additive'
        ? say`Write "accumulate": "since" or "total", or name ${stock}.`
        : say`Write "accumulate": "since" or "total" for a metric that is additive over time, or name ${stock}.`;
    yield problem({ code: 'accumulate', where, message, remedy });
  }
  yield* checkAddingByPeriod(metric, leaves, { grain, known, at: [...at, 'metric'] });
}

/**
 * That a goal cuts no period that it judges or adds up as a whole: each one of a limit, a quarter or longer of a total or an average.
 * A month that a goal begins or ends within counts with its last day, as it always did.
 */
function* checkWholePeriods(
  { accumulate, hold, grain: asked, period }: Pick<Goal, 'accumulate' | 'hold' | 'grain' | 'period'>,
  own: Grain,
  fiscalStart: number | undefined,
  at: Path,
): Generator<Problem> {
  const limit = hold === 'each-period';
  const grain = limit && asked !== undefined && isFiner(own, asked) ? asked : own;
  const whole = limit ? grain !== 'day' : accumulate !== 'level' && isFiner('month', grain);
  if (!whole || period.start > period.end) return;
  const start = startOf(period.start, grain, fiscalStart);
  const end = endOf(startOf(period.end, grain, fiscalStart), grain);
  if (start === period.start && end === period.end) return;
  const message = say`The goal is judged by whole periods of its data, and its days begin or end within one: ${period.start} to ${period.end}.`;
  const remedy = say`Write the days ${start} to ${end}, or those of other whole periods.`;
  yield problem({ code: 'limit-grain', where: jsonPath(...at, 'period'), message, remedy });
}

/** Whether a metric adds up rows that each happen on a day: their key has no day. A stock is reported again each day. */
function isOfEvents({ metric, contract, time }: Pick<Leaf, 'metric' | 'contract' | 'time'>): boolean {
  return isAdding(metric) && !contract.key.includes(time.column);
}

/** The remedy if a column holds a stock. */
function stockOf({ measure }: Metric): Sentence {
  return !isComposite(measure) && 'sum' in measure
    ? say`a metric with the measure { "last": ${quote(readMeasure(measure).column)} } if the column is a stock`
    : say`a metric with the measure "last" of a column that is a stock`;
}
