import type { Day, During } from '@zj/metrics';
import { endOf, resolveDuring } from '@zj/metrics/internal';

/** The length of a period. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/** Some periods in a row, by the places of the first and of the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The periods of a field: their first days in order, and the last day of the last one. */
export interface Periods {
  readonly grain: Grain;
  readonly starts: readonly Day[];
  readonly ends: readonly Day[];
  /** The month with which years begin. */
  readonly fiscalStart?: number | undefined;
}

const months: Partial<Readonly<Record<Grain, number>>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The periods that begin on these days. */
export function periodsOf(starts: readonly Day[], grain: Grain, fiscalStart?: number): Periods {
  return { grain, starts, ends: starts.map((start) => endOf(start, grain)), fiscalStart };
}

/**
 * The place of the period that holds the last day that counts and ends later; `undefined` where all are over.
 *
 * @example partialOf(periodsOf(['2026-07-01', '2026-08-01'], 'month'), '2026-08-20') // 1
 */
export function partialOf({ starts, ends }: Periods, through: Day): number | undefined {
  const at = starts.findIndex((start, place) => start <= through && through < ends[place]!);
  return at < 0 ? undefined : at;
}

/** All periods there are. */
export function wholeRange({ starts }: Periods): Range {
  return { from: 0, to: starts.length - 1 };
}

/**
 * The periods that a selection's `during` reaches into; `undefined` where it names none, or none of these. Without one all are chosen.
 *
 * @example rangeOf('2026', periods) // { from: 36, to: 45 }
 */
export function rangeOf(during: During | undefined, periods: Periods): Range | undefined {
  if (during === undefined) return wholeRange(periods);
  const named = resolveDuring(during, periods.fiscalStart);
  if (!named) return undefined;
  const { starts, ends } = periods;
  const from = ends.findIndex((end) => end >= named.start);
  const to = starts.filter((start) => start <= named.end).length - 1;
  return from >= 0 && from <= to ? { from, to } : undefined;
}

/** Whether `during` is exactly a range of whole periods; before the first and after the last one there is nothing to tell apart. */
export function isWhole(
  during: During,
  { from, to }: Range,
  { starts, ends, fiscalStart }: Periods,
): boolean {
  const named = resolveDuring(during, fiscalStart);
  if (!named) return false;
  const begins = named.start === starts[from] || (from === 0 && named.start < starts[0]!);
  return begins && (named.end === ends[to] || (to === ends.length - 1 && named.end > ends[to]!));
}

/** The `during` of a range; `undefined` for all periods. */
export function duringOf({ from, to }: Range, { starts, ends }: Periods): During | undefined {
  if (from === 0 && to === starts.length - 1) return undefined;
  return { start: starts[from]!, end: ends[to]! };
}

/** The quick choices of periods: by the last one of the data, never by the clock. */
export type Quick = 'this-year' | 'last-year' | 'last-12' | 'all';

/** The quick choices that these periods have, and the range of each. */
export function quickRanges(periods: Periods): readonly (readonly [Quick, Range])[] {
  const { starts, ends, grain, fiscalStart = 1 } = periods;
  const last = ends.at(-1);
  if (last === undefined) return [];
  // A fiscal year is called by the calendar year in which it begins.
  const year = Number(last.slice(0, 4)) - (Number(last.slice(5, 7)) < fiscalStart ? 1 : 0);
  const found: (readonly [Quick, Range])[] = [];
  const add = (quick: Quick, during: string): void => {
    const range = rangeOf(during, periods);
    if (range) found.push([quick, range]);
  };
  add('this-year', `${year}`);
  add('last-year', `${year - 1}`);
  if (grain === 'month' && starts.length > 12)
    found.push(['last-12', { from: starts.length - 12, to: starts.length - 1 }]);
  found.push(['all', wholeRange(periods)]);
  return found;
}

/** A period that someone typed, or why it is none of these. */
export type Typed = { readonly range: Range } | { readonly problem: 'unclear' | 'outside' };

/**
 * The periods of these that a typed text names: `2026-03`, `2026年3月`, `202603`, `2026/3/5`, `2026`, `2026Q3`, `2026年第三季度`, `2026年上半年`.
 *
 * @example readTyped('2026年3月', periods) // { range: { from: 38, to: 38 } }
 */
export function readTyped(text: string, periods: Periods): Typed {
  const named = namedBy(text);
  const during = named !== undefined ? resolveDuring(named, periods.fiscalStart) : undefined;
  if (!during) return { problem: 'unclear' };
  const range = rangeOf(during, periods);
  return range ? { range } : { problem: 'outside' };
}

const numerals = '零一二三四';

/** The period of a text in the notation of queries. */
function namedBy(given: string): string | undefined {
  const text = given.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const [, year, rest = ''] = /^(\d{4})年?度?(.*)$/u.exec(text) ?? [];
  if (!year) return undefined;
  if (rest === '') return year;
  const part = /^[-/.]?(?:Q([1-4])|第?([1-4一二三四])季度?)$/u.exec(rest);
  if (part) return `${year}-Q${part[1] ?? (Math.max(numerals.indexOf(part[2]!), 0) || part[2]!)}`;
  const half = /^[-/.]?(?:H([12])|(上|下)半年)$/u.exec(rest);
  if (half) return `${year}-H${half[1] ?? (half[2] === '上' ? 1 : 2)}`;
  const whole = /^[-/.]?(\d{1,2})(?:[-/.月](?:(\d{1,2})日?)?)?$/u.exec(rest) ?? /^(\d\d)(\d\d)$/.exec(rest);
  if (!whole) return undefined;
  const [month, date] = [whole[1]!.padStart(2, '0'), whole[2]?.padStart(2, '0')];
  return date === undefined ? `${year}-${month}` : `${year}-${month}-${date}`;
}

/**
 * A period in the notation of addresses and of typed dates.
 *
 * @example notePeriod('2026-07-01', { grain: 'quarter' }) // '2026-Q3'
 */
export function notePeriod(
  start: Day,
  { grain, fiscalStart = 1 }: Pick<Periods, 'grain' | 'fiscalStart'>,
): string {
  const [year, month] = start.split('-') as [string, string];
  if (grain === 'month') return `${year}-${month}`;
  // A fiscal year has no such notation: its parts are told by their first days.
  const isCalendar =
    fiscalStart === 1 && start.endsWith('-01') && (Number(month) - 1) % (months[grain] ?? 99) === 0;
  if (!isCalendar) return start;
  if (grain === 'year') return year;
  return grain === 'quarter' ? `${year}-Q${(Number(month) + 2) / 3}` : `${year}-H${month === '01' ? 1 : 2}`;
}

/** A range as text for an address: `2026-01..2026-10`. */
export function noteRange({ from, to }: Range, periods: Periods): string {
  const { starts } = periods;
  const [first, last] = [notePeriod(starts[from]!, periods), notePeriod(starts[to]!, periods)];
  return first === last ? first : `${first}..${last}`;
}

/** Reads such a text; one side may be open. `undefined` where it names none of these periods. */
export function readRange(text: string, periods: Periods): Range | undefined {
  const [first = '', last = first, ...more] = text.split('..');
  if (more.length > 0 || (first === '' && last === '')) return undefined;
  const whole = wholeRange(periods);
  const [a, b] = [first, last].map((one) => (one === '' ? whole : readWhole(one, periods)));
  return a && b && a.from <= b.to ? { from: a.from, to: b.to } : undefined;
}

/** The periods of an address that a text names, and no more than it names: a day is no month. */
function readWhole(text: string, periods: Periods): Range | undefined {
  const at = periods.starts.findIndex((start) => notePeriod(start, periods) === text);
  if (at >= 0) return { from: at, to: at };
  const [read, named] = [readTyped(text, periods), namedBy(text)];
  return 'range' in read && named !== undefined && isWhole(named, read.range, periods)
    ? read.range
    : undefined;
}
