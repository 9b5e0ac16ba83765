import { speaker } from '../element/foreign.js';
import type { Card } from '../chart/card.js';
import { miniAxis, type MiniFigures } from '../chart/mini-plot.js';
import type { ValueAxis } from '../drawing/axis.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { formatNumber } from '../locale/number.js';
import { periodNamer } from '../locale/period-name.js';
import { movePoint, type Day, type Grain, type MetricLine, type MetricSeries, type Unit } from '@zj/metrics';
import { unitKind } from '@zj/metrics/internal';
import { breakdownWords } from './book.js';
import type { Breakdown, Span } from './breakdown.js';
import { dataRemarks } from './data-remarks.js';
import { nameParts } from './name-parts.js';
import { directionOf, tellChange, tellColumn, type Telling } from './column.js';
import { tellSpan } from './period-name.js';
import { keyOf, orderParts, rankParts, type Order, type Ranked } from './ranking.js';
import { summarise } from './summary.js';
import { rowsOf } from './rows.js';

/** The wishes of a reader, or of a page, for small charts. */
export interface MultiplesLook {
  readonly locale: Locale;
  /** So many charts; all others are in the table of data. */
  readonly top: number;
  readonly order: Order | null;
  readonly isAscending: boolean;
  /** Each chart has a scale of its own. */
  readonly isOwn: boolean;
}

/** One small chart. */
export interface Panel {
  readonly key: string;
  readonly member: string | null;
  readonly name: string;
  /** The change that the table of the same period has; empty where there is none. */
  readonly change: string;
  readonly direction: -1 | 0 | 1;
  readonly figures: MiniFigures;
  readonly axis: ValueAxis;
  /** Where its scale is its own: from where to where. */
  readonly scale: string;
  /** The figures in words. */
  readonly told: string;
}

/** The parts of a figure over time, each in a small chart. */
export interface MultiplesShape extends Card {
  readonly appearance: 'multiples';
  readonly status: null;
  readonly legend: string;
  readonly column: string;
  readonly panels: readonly Panel[];
  /** The first and the last period, briefly. */
  readonly ends: readonly [first: string, last: string];
  /** The names of the two lines; empty where there is none of a year before. */
  readonly lines: readonly [now: string, before: string];
  /** The periods by name, and the figures of every member: of the table of data. */
  readonly periods: readonly string[];
  /** Their first days, and their length. */
  readonly starts: readonly Day[];
  readonly grain: Grain;
  readonly fiscalStart?: number;
  readonly members: readonly (readonly [name: string, values: readonly (number | null)[]])[];
  readonly telling: Telling;
  readonly day: string;
}

/** Fewer periods of a year than these are shown with those before them. */
const fewest = 3;
/** Without a year so many periods are shown. */
const usualLength = 12;

/**
 * Small charts of the members over time: the periods of the year up to that of the breakdown, and the same ones a year before. Those of
 * whole years, and of a year that has just begun, show the last twelve periods.
 */
export function multiplesShape(
  series: MetricSeries,
  breakdown: Breakdown,
  look: MultiplesLook,
): MultiplesShape {
  const { locale, isOwn } = look;
  const face = faceOf(locale);
  const words = breakdownWords(locale);
  const { say, foreign } = speaker(locale);
  const { unit, span, base, demo, source, through } = breakdown;
  say(unit);
  const nameOf = nameParts(locale, say);
  const ranked = rankParts(breakdown.parts, 'value').filter(({ rank }) => rank !== null);
  const chosen = orderParts(
    ranked.slice(0, look.top),
    breakdown.parts,
    look.order ?? 'value',
    look.isAscending,
  );
  const [from, to] = windowOf(series, span!);
  const figuresOf = (part: Ranked): MiniFigures => {
    const { value = [], lastYear = [] } = lineOf(series, part)?.own ?? {};
    return { values: value.slice(from, to + 1), lastYear: lastYear.slice(from, to + 1) };
  };
  const charts = chosen.map(figuresOf);
  const shared = miniAxis(charts, unit, locale);
  const telling = tellColumn(
    unit,
    charts.flatMap(({ values }) => values),
    { format: breakdown.format, more: 1, locale },
  );
  const namer = periodNamer(
    { grain: series.grain === 'week' ? 'day' : series.grain, fiscalStart: series.fiscalStart },
    face,
  );
  const periods = series.periods.slice(from, to + 1);
  const isPoints = unitKind(unit) === 'percent';
  const panels = chosen.map((part, at): Panel => {
    const figures = charts[at]!;
    const axis = isOwn ? miniAxis([figures], unit, locale) : shared;
    const change =
      part.change === null ? '' : tellChange(part.change, isPoints, locale) + (isPoints ? words.points : '');
    return {
      key: keyOf(part),
      member: part.member,
      name: nameOf(part),
      change,
      direction: directionOf(change),
      figures,
      axis,
      scale: isOwn ? words.multiples.ownPanel(...endsOf(axis, locale)) : '',
      told: tellPanel(
        figures,
        periods.map(({ end }) => namer(end, false)),
        telling,
        locale,
      ),
    };
  });
  // Where not all are alike, each that is not settled is named with its word; where all are, a remark says so once.
  const isMixed = new Set(ranked.map(({ state }) => state)).size > 1;
  const unsettled = isMixed
    ? (['provisional', 'estimate', 'revised'] as const).flatMap((state) => {
        const names = ranked.filter((part) => part.state === state).map(nameOf);
        return names.length > 0 ? [words.multiples.states(names, face.states[state])] : [];
      })
    : [];
  const hasYear = charts.some(({ lastYear }) => lastYear.some((value) => value !== null));
  const rows = rowsOf(breakdown, { ...look, appearance: 'table', isOpen: false }, { words, nameOf });
  const others = ranked.length - chosen.length;
  const corner =
    base && panels.some(({ change }) => change)
      ? words.multiples.corner(tellSpan(span, locale), words.change[base])
      : '';
  return {
    appearance: 'multiples',
    title: words.title(say(breakdown.name), say(breakdown.dimension.label), tellSpan(span, locale)),
    demo: demo ? face.demo : '',
    status: null,
    summary: summarise(breakdown, rows, { look: { ...look, appearance: 'table', isOpen: false }, nameOf }),
    legend: [
      unitOf(shared, unit, locale),
      isOwn ? words.multiples.own : words.multiples.one(...endsOf(shared, locale)),
      corner,
    ]
      .filter(Boolean)
      .join(words.semicolon),
    column: breakdown.dimension.name,
    panels,
    ends: [namer(periods[0]!.end, true), namer(periods.at(-1)!.end, true)],
    lines: [words.multiples.lines.now, hasYear ? words.multiples.lines.before : ''],
    periods: periods.map(({ end }) => namer(end, false)),
    starts: periods.map(({ start }) => start),
    grain: series.grain,
    ...(series.fiscalStart !== undefined && { fiscalStart: series.fiscalStart }),
    members: orderParts(ranked, breakdown.parts, look.order ?? 'value', look.isAscending).map((part) => [
      nameOf(part),
      figuresOf(part).values,
    ]),
    telling,
    remarks: [
      ...(others > 0 ? [words.multiples.more(others)] : []),
      ...unsettled,
      ...dataRemarks(breakdown, locale),
    ],
    through: through ? face.through(face.day(through)) : '',
    source: source && say(source) ? [face.source, say(source)] : ['', ''],
    day: span?.end ?? '',
    foreign: foreign,
  };
}

/** The line of a part in the file. */
function lineOf({ lines }: MetricSeries, { member }: Ranked): MetricLine | undefined {
  return lines.find((line) =>
    member === null ? line.kind === 'empty' : line.kind === 'member' && line.member === member,
  );
}

/** The first and the last period to show. */
function windowOf(
  { periods, grain, fiscalStart = 1 }: MetricSeries,
  { start }: Span,
): readonly [from: number, to: number] {
  const to = periods.findIndex((period) => period.start === start);
  const [year, month] = start.split('-').map(Number) as [number, number];
  const first = `${month < fiscalStart ? year - 1 : year}-${String(fiscalStart).padStart(2, '0')}-01`;
  const from = periods.findIndex((period) => period.start >= first);
  const isYear = grain !== 'year' && to - from + 1 >= fewest;
  return [isYear ? from : Math.max(0, to - usualLength + 1), to];
}

/** The ends of an axis, as they read. */
function endsOf({ from, to, shift, decimals }: ValueAxis, locale: Locale): readonly [string, string] {
  const shown = (value: number): string => formatNumber(movePoint(value, shift), decimals + 2, locale);
  return [shown(from), shown(to)];
}

/** The unit of the numbers on an axis. */
function unitOf({ word }: ValueAxis, unit: Unit, locale: Locale): string {
  const { text } = faceOf(locale);
  return (word + (unit[text] ?? unit.zh ?? unit.en ?? '')).trim();
}

/** The last figure of a small chart, the highest and the lowest. */
function tellPanel(
  { values }: MiniFigures,
  periods: readonly string[],
  telling: Telling,
  locale: Locale,
): string {
  const words = breakdownWords(locale);
  const known = values.flatMap((value, at) => (value === null ? [] : [[value, periods[at]!] as const]));
  const last = known.at(-1);
  if (!last) return words.none;
  const sorted = [...known].sort(([a], [b]) => b - a);
  const tell = ([value, period]: readonly [number, string]): readonly [string, string] => [
    period,
    telling.inFull(value),
  ];
  return words.multiples.told(tell(last), tell(sorted[0]!), tell(sorted.at(-1)!));
}
