import { formatPoints, type Day } from '@zj/metrics';
import { changeAt } from './change.js';
import { dueAt } from './due.js';
import { lineName } from './model.js';
import { gapOf, shareOf } from './readout.js';
import { beginOf } from '../chart/sum-states.js';
import type { Teller } from './teller.js';
import type { Span, Trend } from './trend.js';
import type { Line, View } from './view.js';
import { yearOf } from './window.js';

/** More periods than these are not named in a sentence. */
const mostNamed = 3;

/**
 * The chart in one or a few sentences: its beginning and its end, the change, the extremes, how it stands to its target, its schedule
 * or its limits, which figures may still change, and which are missing.
 */
export function summaryOf(view: View, teller: Teller): string {
  const { words } = teller;
  if (view.last < 0) {
    const lack = (['missing', 'merged', 'omitted', 'coming'] as const).find((one) =>
      view.lines.some(({ lacks }) => lacks.includes(one)),
    );
    return end([words.nothing, lack ? words.plot.nothingWhy[lack] : ''], words.stop);
  }
  const [only] = view.lines;
  const sentences =
    view.lines.length > 1 || !only
      ? tellLines(view, teller)
      : view.isSum
        ? tellSum(view, teller, only)
        : tellPeriods(view, teller, only);
  return end(
    [
      ...sentences,
      stopOf(view, teller),
      ...tellStates(view, teller),
      ...tellMissing(view, teller),
      tellMerged(view, teller),
    ],
    words.stop,
  );
}

/** The places of the sought entries. */
function placesOf<Entry>(
  list: readonly Entry[],
  isSought: (entry: Entry, at: number) => boolean,
): readonly number[] {
  const found: number[] = [];
  list.forEach((entry, at) => {
    if (isSought(entry, at)) found.push(at);
  });
  return found;
}

/** Sentences with their full stops. */
function end(sentences: readonly string[], stop: string): string {
  return sentences
    .filter(Boolean)
    .map((sentence) => sentence + stop)
    .join('')
    .trimEnd();
}

function tellSum(view: View, teller: Teller, line: Line): readonly string[] {
  const { words, amount } = teller;
  const { trend, periods, last } = view;
  // The sum begins with the year, or with the goal’s period, also where a later part is shown.
  const begin = beginOfSum(trend, periods[last]!);
  const first = trend.periods.find(({ start }) => start >= begin) ?? periods[last]!;
  const span =
    first.start >= periods[last]!.start
      ? teller.name(periods[last]!)
      : words.span(teller.name(first), teller.name(periods[last]!));
  const value = line.value[last]!;
  const share = trend.goal && view.target !== null ? shareOf(value, trend) : null;
  return [
    [
      words.summed(span, amount(value)),
      share === null ? '' : words.ofTarget(amount(view.target!), teller.face.share(share)),
      paceOf(view, teller, value),
      overYear(view, teller, line, last),
    ]
      .filter(Boolean)
      .join(words.comma),
    limitsIn(view, teller),
    highestOwn(view, teller, line),
    foreseen(view, teller),
  ];
}

/** The first day of the sum that a period ends; that of its first period, where the goal begins within one. */
function beginOfSum({ goal, periods, fiscalStart = 1 }: Trend, { start, end }: Span): Day {
  if (!goal) return `${yearOf(start, fiscalStart)}-${String(fiscalStart).padStart(2, '0')}-01`;
  const begin = beginOf(goal.verdict.period)(end);
  return periods.find((span) => span.end >= begin)!.start;
}

function tellPeriods(view: View, teller: Teller, line: Line): readonly string[] {
  const { words, amount } = teller;
  const { periods, trend } = view;
  const figure = (at: number): { readonly at: number; readonly value: number } => ({
    at,
    value: line.value[at]!,
  });
  const all = placesOf(line.value, (value) => value !== null);
  // A period that is not over is compared with no whole one.
  const whole = all.filter((at) => isOver(view, at));
  const known = whole.length > 0 ? whole : all.slice(-1);
  const newest = all.at(-1)!;
  const rest = whole.length > 0 && newest !== known.at(-1) ? figure(newest) : '';
  const name = (at: number): string => teller.name(periods[at]!);
  const [start, finish] = [figure(known[0]!), figure(known.at(-1)!)];
  const change = known.length > 1 ? teller.change(finish.value, start.value) : null;
  const grown = change && (change.sign === 0 ? words.unmoved : words.grown(change.size, change.sign > 0));
  const share = trend.goal && view.target !== null ? shareOf(finish.value, trend) : null;
  const [high, low] = [1, -1].map((sign) =>
    figure(known.reduce((best, at) => (sign * line.value[at]! > sign * line.value[best]! ? at : best))),
  ) as [typeof start, typeof start];
  return [
    [
      known.length === 1
        ? words.alone(name(finish.at), amount(finish.value))
        : words.moved(words.span(name(start.at), name(finish.at)), amount(start.value), amount(finish.value)),
      grown ?? '',
      share === null ? '' : words.ofTarget(amount(view.target!), teller.face.share(share)),
      paceOf(view, teller, finish.value, finish.at),
      overYear(view, teller, line, finish.at),
    ]
      .filter(Boolean)
      .join(words.comma),
    high.value === low.value || isMerged(view)
      ? ''
      : words.extremes(amount(high.value), name(high.at), amount(low.value), name(low.at)),
    rest &&
      [words.alone(name(rest.at), amount(rest.value)), overYear(view, teller, line, rest.at)]
        .filter(Boolean)
        .join(words.comma),
    averageIn(view, teller, line),
    limitsIn(view, teller),
    foreseen(view, teller),
  ];
}

/** Whether a period is known to be over. */
function isOver({ trend, periods, from }: View, at: number): boolean {
  const isLast = from + at === trend.periods.length - 1;
  const { partial, cut } = periods[at]!;
  return partial === undefined && cut === undefined && !(isLast && trend.mayBePartial === true);
}

function tellLines(view: View, teller: Teller): readonly string[] {
  const { words, amount } = teller;
  const { periods, lines } = view;
  // A period that is not over is compared with no whole one; sums are compared with those of as many days.
  const whole = periods.reduce(
    (found, _, place) =>
      isOver(view, place) && lines.some(({ value }) => value[place] !== null) ? place : found,
    -1,
  );
  const last = view.isSum || whole < 0 ? view.last : whole;
  const at = (line: Line, place: number): { name: string; value: number } | null => {
    const value = line.value[place] ?? null;
    return value === null ? null : { name: lineName(line, view, teller), value };
  };
  const known = lines.flatMap((line) => at(line, last) ?? []);
  const [high, low] = [1, -1].map((sign) =>
    known.reduce((best, one) => (sign * one.value > sign * best.value ? one : best)),
  ) as [(typeof known)[0], (typeof known)[0]];
  const first = periods.findIndex((_, place) => lines.some((line) => at(line, place)));
  const moves = lines.flatMap((line) => {
    // Sums begin anew with each year: they are compared with those of the year before.
    const from = view.isSum ? line.lastYear[last] : line.value[first];
    const to = line.value[last];
    return from == null || to == null ? [] : [Math.sign(to - from)];
  });
  // Merged cells have a sentence of their own.
  const absent = lines.flatMap((line) =>
    at(line, last) || line.lacks[last] === 'merged' ? [] : [lineName(line, view, teller)],
  );
  const count = (sign: number): number => moves.filter((move) => move === sign).length;
  return [
    known.length === 1
      ? words.spoken(high.name, amount(high.value))
      : words.lines(teller.name(periods[last]!), high.name, amount(high.value), low.name, amount(low.value)),
    moves.length === 0 || (first === last && !view.isSum)
      ? ''
      : view.isSum
        ? words.sinceLastYear(count(1), count(-1), count(0))
        : words.since(teller.name(periods[first]!), count(1), count(-1), count(0)),
    absent.length === 0
      ? ''
      : words.absent(teller.name(periods[last]!), absent.slice(0, mostNamed), absent.length - mostNamed),
  ];
}

/** How the newest figure stands to the schedule. */
function paceOf(view: View, { words }: Teller, value: number, at = view.last): string {
  const { goal } = view.trend;
  const { figure, day } = dueAt(view, 'due', at);
  if (!goal || figure === null) return '';
  const gap = gapOf(goal, value, figure, day);
  if (gap === null) return '';
  const points = formatPoints(gap);
  return points === '0.0' ? words.level : words.toSchedule(points, gap > 0);
}

function overYear(view: View, teller: Teller, line: Line, at: number): string {
  const change = changeAt(view, teller, line, at);
  if (!change) return '';
  const { words } = teller;
  return change.sign === 0
    ? words.sameAsLastYear
    : words.overYear(change.size, change.sign > 0, change.isPoints);
}

/** The period with the largest figure of its own, where figures are sums. */
function highestOwn(view: View, teller: Teller, { own }: Line): string {
  const { periods, trend, isSum } = view;
  // Of a few things that are counted no month stands out.
  const few = trend.goal?.verdict.count === true && (trend.goal.verdict.target ?? 0) <= 12;
  if (trend.summed || !isSum || few || isMerged(view)) return '';
  const known = own.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  if (known.length < 2) return '';
  const best = known.reduce((one, other) => (other.value > one.value ? other : one));
  return teller.words.highest(trend.grain, teller.name(periods[best.at]!), teller.amount(best.value));
}

/** The limits, and in how many periods it was not kept. */
function limitsIn(view: View, teller: Teller): string {
  const { limits, trend, from, isSum } = view;
  const [line] = view.lines;
  const { words, amount } = teller;
  if (!limits || !line) return '';
  const [low, high] = [limits.low, limits.high].map((limit) => (limit === null ? '' : amount(limit)));
  const kept = line.value.map((_, at) => trend.goal!.periods[from + at]!.kept);
  const told = kept.filter((one) => one !== undefined);
  const broken = told.filter((one) => !one).length;
  return [
    words.limits(low!, high!),
    told.length === 0 || isSum ? '' : words.broken(broken, told.length, trend.grain),
  ]
    .filter(Boolean)
    .join(words.comma);
}

/** The average of the goal's period up to the newest figure that counts, with the periods that it is of. */
function averageIn({ trend, periods }: View, teller: Teller, { average = [] }: Line): string {
  const start = trend.goal?.verdict.period.start ?? '';
  const at = average.reduce<number>(
    (last, value, place) => (value !== null && periods[place]!.end >= start ? place : last),
    -1,
  );
  const first = trend.periods.find((period) => period.end >= start);
  if (at < 0 || !first) return '';
  const [one, other] = [teller.name(first), teller.name(periods[at]!)];
  const { words } = teller;
  return words.averaged(one === other ? one : words.span(one, other), teller.amount(average[at]!));
}

/** Where the goal goes, as the verdict says. */
function foreseen({ trend, isSum, periods }: View, teller: Teller): string {
  const verdict = trend.goal?.verdict;
  const forecast = verdict?.forecast;
  const isDecided = /achieved|missed/.test(verdict?.status ?? '');
  // A window that ends before the end of the goal's period does not show it.
  if (!forecast || isDecided || periods.at(-1)!.end < verdict.period.end) return '';
  if (!isSum && trend.goal!.periods.some(({ toDate }) => toDate !== undefined)) return '';
  const year = /^(\d+)-01-01,\1-12-31$/.test(`${verdict.period.start},${verdict.period.end}`);
  const { words, amount, range } = teller;
  const interval = forecast.interval ? words.inBrackets(range(forecast.interval)) : '';
  return words.foreseen(amount(forecast.point) + interval, year);
}

/** Why a sum ends before the newest figure: one between them is missing, or is an estimate, which is not counted. */
function stopOf({ isSum, last, lines, periods }: View, teller: Teller): string {
  if (!isSum || last < 0) return '';
  const isLater = lines.some(({ own }) => own.some((value, at) => at > last && value !== null));
  return isLater ? teller.words.stops(teller.name(periods[last]!), teller.name(periods[last + 1]!)) : '';
}

/** The newest figures that may still change. */
function tellStates(view: View, teller: Teller): readonly string[] {
  const { words, face } = teller;
  const [line] = view.lines;
  // Of thousands of figures most are settled.
  if (view.lines.length !== 1 || !line?.states.some((one) => one && one !== 'final')) return [];
  return (['provisional', 'estimate', 'revised'] as const).map((state) => {
    const at = placesOf(line.states, (one, place) => one === state && line.value[place] !== null);
    const names = at.slice(-mostNamed).map((place) => teller.name(view.periods[place]!));
    return names.length === 0
      ? ''
      : words.withState(names.join(words.list), face.states[state], at.length - names.length);
  });
}

/** The periods that are due and have no figure. */
function tellMissing(view: View, teller: Teller): readonly string[] {
  if (view.lines.length > 1 || !view.lines[0]?.lacks.includes('missing')) return [];
  const missing = view.periods.filter(
    (_, at) =>
      at < view.last && view.lines.some(({ own, lacks }) => own[at] === null && lacks[at] === 'missing'),
  );
  if (missing.length === 0) return [];
  const names = missing.slice(0, mostNamed).map((span) => teller.name(span));
  return [teller.words.missing(names, missing.length - names.length)];
}

/** Whether cells were merged that may be of some figures: nobody knows then which one is the highest. */
function isMerged({ lines }: View): boolean {
  return lines.some(({ lacks }) => lacks.includes('merged'));
}

/** The periods whose figures nobody knows, because cells were merged. */
function tellMerged({ lines, periods }: View, teller: Teller): string {
  const at = placesOf(periods, (_, place) => lines.some(({ lacks }) => lacks[place] === 'merged'));
  if (at.length === 0) return '';
  const names = at.slice(0, mostNamed).map((place) => teller.name(periods[place]!));
  return teller.words.mergedIn(names, at.length - names.length);
}
