import { isDay } from '../base/day.js';
import { jsonPath, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import { unitKind } from '../base/unit.js';
import { seriesOf } from './composition.js';
import { isSeriesMetric, termsOf, type SeriesMetric } from './measure.js';
import type { Metric } from './metric.js';
import { isSameUnit, powerOf, unitName } from './rules.js';

type Known = ReadonlyMap<string, Metric>;

/** That an index or a moving average, and a metric made of such ones, has a meaning: QUERIES.md §2. */
export function* checkSeriesMeasure(metric: Metric, known: Known, at: Path): Generator<Problem> {
  if (metric.empty !== undefined && seriesOf([metric.id], known).length > 0) {
    const message = say`"${metric.id}" rests on an index or a moving average: without a figure it is empty.`;
    const where = jsonPath(...at, 'empty');
    yield problem({ code: 'series-measure', where, message, remedy: say`Remove "empty".` });
  }
  if (!isSeriesMetric(metric)) return;
  const { key, terms } = termsOf(metric.measure);
  const [part] = terms as [string];
  const [below] = seriesOf([part], known);
  if (below) {
    const message =
      below.id === part
        ? say`"${part}" is an index or a moving average, and "${metric.id}" cannot be computed from such a one.`
        : say`"${part}" is made of "${below.id}", an index or a moving average, and "${metric.id}" cannot be computed from such a one.`;
    const remedy = say`Name the metric that it is computed from.`;
    yield problem({ code: 'series-measure', where: jsonPath(...at, 'measure', key), message, remedy });
    return;
  }
  if ('base' in metric.measure) yield* checkBaseDay(metric.measure.base, at);
  if (key === 'index') yield* checkIndexUnit(metric, at);
  else yield* checkMeanUnit(metric, known.get(part), at);
}

/** A base by day is a day of the calendar. */
function* checkBaseDay(base: string, at: Path): Generator<Problem> {
  if (base.length < 10 || isDay(base)) return;
  const message = say`The base ${base} is no day of the calendar.`;
  const where = jsonPath(...at, 'measure', 'base');
  yield problem({ code: 'wrong-value', where, message, remedy: say`Write a day that exists.` });
}

/** An index is a hundred where its base is, in any unit of such figures. */
function* checkIndexUnit({ id, unit, scale = 0 }: SeriesMetric, at: Path): Generator<Problem> {
  const kind = unitKind(unit);
  if ((kind !== 'index' && kind !== 'percent') || powerOf(unit) !== 0) {
    const message = say`"${id}" is 100 in its base period, and cannot be in ${unitName(unit)}.`;
    const remedy = say`Write "unit": { "zh": "指数", "en": "index" }, or %, without a "power".`;
    yield problem({ code: 'unit', where: jsonPath(...at, 'unit'), message, remedy });
  }
  if (scale === 0) return;
  const message = say`"${id}" is 100 in its base period, and has no scale.`;
  yield problem({
    code: 'scale',
    where: jsonPath(...at, 'scale'),
    message,
    remedy: say`Remove "scale".`,
  });
}

/** A mean has the unit of its figures. */
function* checkMeanUnit(
  { id, unit, scale = 0 }: SeriesMetric,
  part: Metric | undefined,
  at: Path,
): Generator<Problem> {
  if (!part || isSameUnit(part.unit, { ...unit, power: powerOf(unit) + scale })) return;
  const message = say`${part.id} is in ${unitName(part.unit)}, and the mean of its figures, ${id}, cannot be in ${unitName(unit)}.`;
  const remedy = say`Write the same unit in both, or change the "scale".`;
  yield problem({ code: 'unit', where: jsonPath(...at, 'unit'), message, remedy });
}
