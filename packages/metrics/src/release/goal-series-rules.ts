import { dayNumber } from '../base/day.js';
import { jsonPath, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { say, type Sentence } from '../base/sentence.js';
import { earlier, listSpans } from '../goal/calendar.js';
import type { GoalPeriod, GoalSeries } from './series-file.js';

/**
 * That the periods of a goal's series follow one another up to its end, that each has a figure or says why not, and that its forecast
 * goes on from them to that of its verdict.
 */
export function* checkGoalSeries({
  verdict,
  grain,
  fiscalStart,
  periods,
  milestones = [],
  forecast,
}: GoalSeries): Generator<Problem> {
  const first = periods[0]!;
  // A reader must not be made to list the days of ten thousand years.
  const long =
    dayNumber(verdict.period.end) - dayNumber(earlier(first.start, verdict.period.start)) > MOST_DAYS;
  if (long || first.start > verdict.period.end) {
    yield fault(
      ['periods', 0],
      say`The series begins on ${first.start}, and its goal ends on ${verdict.period.end}.`,
    );
    return;
  }
  const spans = listSpans(verdict, { fiscalStart }, grain, first.start);
  for (let i = 0; i < Math.max(spans.length, periods.length); i++) {
    const [span, own] = [spans[i], periods[i]];
    if (span?.start === own?.start && span?.end === own?.end) continue;
    yield fault(
      own ? ['periods', i] : ['periods'],
      span
        ? say`The period from ${span.start} to ${span.end} is missing, or out of its place.`
        : say`The period from ${own!.start} to ${own!.end} is beyond the goal's end.`,
    );
    break;
  }
  for (const [i, one] of periods.entries()) {
    const wrong = faultOf(one);
    if (wrong) yield fault(['periods', i], wrong);
  }
  let before = '';
  for (const [i, { date }] of milestones.entries()) {
    if (date <= before || date > verdict.period.end)
      yield fault(['milestones', i], say`The milestone of ${date} is out of order, or after the goal's end.`);
    before = date;
  }
  yield* checkForecast({ verdict, periods, forecast });
}

/** 400 years. */
const MOST_DAYS = 146_097;

/** The contradiction within a period; `undefined` where there is none. */
function faultOf({ start, end, value, state, lack, partial }: GoalPeriod): Sentence | undefined {
  if (value === null && state !== undefined) return say`The period has a state, and no figure.`;
  if (value !== null && lack !== undefined)
    return say`The period has a figure, and a reason for having none.`;
  if (partial !== undefined && (partial < start || partial >= end))
    return say`The day ${partial}, through which the figure goes, is not before the period's end.`;
  return undefined;
}

function* checkForecast({
  verdict,
  periods,
  forecast,
}: Pick<GoalSeries, 'verdict' | 'periods'> & {
  readonly forecast: GoalSeries['forecast'];
}): Generator<Problem> {
  if ((forecast === undefined) !== (verdict.forecast === null)) {
    const message = forecast
      ? say`There is a forecast, and its verdict has none.`
      : say`There is no forecast, and its verdict has one.`;
    yield fault(['forecast'], message);
  }
  if (!forecast || !verdict.forecast) return;
  const ends = new Set(periods.map(({ end }) => end));
  let before = verdict.dataThrough ?? '';
  for (const [i, { end, point, interval }] of forecast.points.entries()) {
    const at = ['forecast', 'points', i];
    if (end <= before || !ends.has(end))
      yield fault(at, say`The forecast for ${end} is out of order, or for no end of a period to come.`);
    if (interval && interval[0] > interval[1]) yield fault(at, say`The interval begins above its end.`);
    before = end;
    if (i < forecast.points.length - 1) continue;
    const own = verdict.forecast;
    const same =
      point === own.point &&
      forecast.method === own.method &&
      JSON.stringify(interval) === JSON.stringify(own.interval);
    if (end !== verdict.period.end || !same)
      yield fault(at, say`The last forecast is not that of the verdict.`);
  }
}

function fault(at: Path, message: Sentence): Problem {
  const remedy = say`Publish the release again: zj publish.`;
  return problem({ code: 'series', where: jsonPath(...at), message, remedy });
}
