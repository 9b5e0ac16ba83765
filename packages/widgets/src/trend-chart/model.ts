import type { Day, PlanEvent } from '@zj/metrics';
import type { Teller } from './teller.js';
import type { Lack, Span } from './trend.js';
import type { TrendForecast, TrendLine, TrendMark, TrendModel, TrendPoint } from './trend-model.js';
import type { View } from './view.js';

/** A view as numbers and names, ready to be laid out. */
export function modelOf(view: View, teller: Teller): TrendModel {
  const { trend, periods, lines } = view;
  const goalPeriods = trend.goal?.periods.slice(view.from);
  const [only] = lines;
  const years = periods.map((span) => fiscalYear(span, trend));
  return {
    appearance: view.appearance,
    unit: trend.unit,
    periods: periods.map((span, at) => ({
      name: () => teller.name(span),
      short: teller.name(span, true),
      // That of the first day, by which weeks and fiscal half-years are named; years are named already.
      year: trend.grain === 'year' ? '' : teller.words.year(span.start.slice(0, 4)),
      isFirst: at > 0 && years[at] !== years[at - 1],
      isMonth: trend.grain === 'day' && span.start.endsWith('-01'),
    })),
    lines: lines.map((line): TrendLine => ({
      id: line.id,
      name: lineName(line, view, teller),
      chosen: line.isChosen,
      points: line.value.map((value, at): TrendPoint => {
        const point = { value, state: line.states[at] ?? 'final' };
        const lack = value === null ? lackOf(line.lacks[at]) : undefined;
        const isPartial = periods[at]!.partial !== undefined;
        const isBroken = view.limits !== null && goalPeriods?.[at]?.kept === false;
        return lack || isPartial || isBroken
          ? {
              ...point,
              ...(lack && { lack }),
              ...(isPartial && { partial: true }),
              ...(isBroken && { broken: true }),
            }
          : point;
      }),
    })),
    // Beside several lines, one more for each would be too many.
    lastYear: only && lines.length === 1 ? only.lastYear : [],
    schedule: view.due,
    path: view.path,
    milestones: milestonesOf(view).map(({ at, value }) => ({ at, value })),
    target: view.target,
    forecast: forecastOf(view),
    limits: view.limits,
    marks: trend.events.flatMap((event) => placeMark(event, periods, teller)),
  };
}

/** A sum that cannot be told is no figure that is due. */
function lackOf(lack: Lack | undefined): TrendPoint['lack'] {
  return lack === 'sum' ? undefined : lack;
}

/** The year in which a fiscal year begins. */
function fiscalYear({ end }: Span, { fiscalStart = 1 }: View['trend']): number {
  return Number(end.slice(0, 4)) - (fiscalStart > 1 && Number(end.slice(5, 7)) < fiscalStart ? 1 : 0);
}

/** The name of a line. */
export function lineName(
  { name, kind }: Pick<View['lines'][number], 'name' | 'kind'>,
  { trend }: Pick<View, 'trend'>,
  { words, say }: Teller,
): string {
  if (name) return say(name);
  if (kind === 'merged') return words.merged;
  if (kind === 'empty') return words.nobody;
  if (kind === 'rest') return words.rest;
  return trend.curves.length === 1 ? say(trend.name) : words.whole;
}

/** A milestone of the plan, with its day and its place among the periods. */
export interface Milestone {
  readonly date: Day;
  readonly value: number;
  /** The period that the day is in. */
  readonly period: number;
  /** The day among the ends of the periods. */
  readonly at: number;
}

/** The milestones on the way that is shown. */
export function milestonesOf({ trend, periods, due, path }: View): readonly Milestone[] {
  if (![...due, ...path].some((value) => value !== null)) return [];
  return (trend.goal?.milestones ?? []).flatMap(({ date, value }) => {
    const period = periods.findIndex(({ start, end }) => start <= date && date <= end);
    if (period < 0) return [];
    const { start, end } = periods[period]!;
    const left = daysFrom(date, end) / (daysFrom(start, end) + 1);
    return [{ date, value, period, at: period - left }];
  });
}

function daysFrom(start: Day, end: Day): number {
  return (Date.parse(end) - Date.parse(start)) / 86_400_000;
}

/** The forecast by the places of its periods; of figures that it does not continue there is none. */
export function forecastOf({ trend, periods, isSum }: View): TrendForecast | null {
  const forecast = trend.goal?.forecast;
  const canSum = trend.curves.some(({ toDate }) => toDate !== undefined);
  if (!forecast || canSum !== isSum) return null;
  const points = forecast.points
    .map(({ end, point, interval }) => ({
      at: periods.findIndex((period) => period.end === end),
      point,
      interval,
    }))
    .filter(({ at }) => at >= 0);
  if (points.length === 0) return null;
  return { points, level: forecast.level, coverage: forecast.points.at(-1)!.coverage };
}

/** The place of an event: of a day that of its period, of a stretch from the beginning of a period to the end of one. */
function placeMark(
  { date, until, name, document, demo }: PlanEvent,
  periods: readonly Span[],
  { say, words }: Teller,
): readonly TrendMark[] {
  const last = until ?? date;
  const from = periods.findIndex(({ end }) => end >= date);
  // Those that begin no later are the first so many.
  const to = periods.filter(({ start }) => start <= last).length - 1;
  if (from < 0 || to < from) return [];
  return [
    {
      from: until === undefined ? from : from - 0.5,
      to: until === undefined ? from : to + 0.5,
      name: say(name) + (demo ? words.demoEvents : ''),
      url: document?.url ?? '',
    },
  ];
}
