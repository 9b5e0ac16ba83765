import type { During, Grain } from './types.js';

/** A day as a number: 0 is Monday, 2024-01-01. */
export type DayNumber = number;

/** Both ends inclusive; infinite where nothing bounds it. */
export interface Stretch {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Months are numbers, too: January of the year 0 is 0. */
const lengthOf = (month: number): number =>
  month % 12 === 1 && leap(Math.floor(month / 12)) ? 29 : monthLengths[month % 12]!;

/** The first day of every month from 1990 to 2059, counted one after another. */
const [firstMonth, lastMonth] = [1990 * 12, 2060 * 12];
const firstDays = new Map<number, DayNumber>();
for (let month = 2024 * 12, day = 0; month < lastMonth; day += lengthOf(month++)) firstDays.set(month, day);
for (let month = 2024 * 12 - 1, day = 0; month >= firstMonth; month--)
  firstDays.set(month, (day -= lengthOf(month)));

/** The first day of a month. */
export function firstDay(month: number): DayNumber {
  const day = firstDays.get(month);
  if (day === undefined) throw new Error(`The little calendar has no month ${month}`);
  return day;
}

/** The month that holds a day. */
export function monthOf(day: DayNumber): number {
  let month = 2024 * 12 + Math.floor(day / 31);
  while (firstDay(month + 1) <= day) month++;
  while (firstDay(month) > day) month--;
  return month;
}

const read = new Map<string, DayNumber>();

/** `2024-02-29` as a number. */
export function readDay(text: string): DayNumber {
  const known = read.get(text);
  if (known !== undefined) return known;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const number = firstDay(year * 12 + month - 1) + day - 1;
  read.set(text, number);
  return number;
}

/** A number as `2024-02-29`. */
export function writeDay(day: DayNumber): string {
  const month = monthOf(day);
  const parts = [Math.floor(month / 12), (month % 12) + 1, day - firstDay(month) + 1];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

/** So many months later; a day that a month does not have is its last. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const month = monthOf(day);
  const place = Math.min(day - firstDay(month) + 1, lengthOf(month + months));
  return firstDay(month + months) + place - 1;
}

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The first day of the period of a grain that holds a day. */
export function bucketOf(day: DayNumber, grain: Grain, fiscalStart = 1): DayNumber {
  if (grain === 'day') return day;
  if (grain === 'week') return Math.floor(day / 7) * 7;
  let month = monthOf(day);
  while ((month - (fiscalStart - 1)) % monthsIn[grain] !== 0) month--;
  return firstDay(month);
}

/** The first day of the bucket so many later, or earlier where negative. */
export function addBuckets(bucket: DayNumber, grain: Grain, count: number): DayNumber {
  if (grain === 'day') return bucket + count;
  if (grain === 'week') return bucket + 7 * count;
  return addMonths(bucket, monthsIn[grain] * count);
}

/** The last day of a bucket. */
export function lastDayOf(bucket: DayNumber, grain: Grain): DayNumber {
  return addBuckets(bucket, grain, 1) - 1;
}

/**
 * A stretch, so many months earlier, by the day of the month: the end of a month stays one where the stretch begins with a
 * month; an end on a day that is not there goes back to one that is, and a start forward.
 */
export function placeMonthsBack({ from, to }: Stretch, months: number): Stretch {
  const dayOf = (day: DayNumber): number => day - firstDay(monthOf(day)) + 1;
  const [first, last] = [monthOf(from) - months, monthOf(to) - months];
  const beginsMonth = dayOf(from) === 1;
  const endsMonth = dayOf(to) === lengthOf(monthOf(to));
  const start = dayOf(from) > lengthOf(first) ? firstDay(first + 1) : firstDay(first) + dayOf(from) - 1;
  const endDay = beginsMonth && endsMonth ? lengthOf(last) : Math.min(dayOf(to), lengthOf(last));
  return { from: start, to: firstDay(last) + endDay - 1 };
}

/** Whether a day is 29 February. */
export function isLeapDay(day: DayNumber): boolean {
  return monthOf(day) % 12 === 1 && day - firstDay(monthOf(day)) === 28;
}

/** The window of a query: QUERIES.md §1. */
export function readDuring(during: During | undefined, fiscalStart = 1): Stretch {
  if (during === undefined) return { from: -Infinity, to: Infinity };
  if (typeof during === 'string') {
    const texts = during.split('/');
    return {
      from: readPeriod(texts[0]!, fiscalStart).from,
      to: readPeriod(texts.at(-1)!, fiscalStart).to,
    };
  }
  if ('start' in during) return { from: readDay(during.start), to: readDay(during.end) };
  const { last, grain, asOf } = during;
  let end = bucketOf(readDay(asOf), grain, fiscalStart);
  if (lastDayOf(end, grain) > readDay(asOf)) end = addBuckets(end, grain, -1);
  return { from: addBuckets(end, grain, 1 - last), to: lastDayOf(end, grain) };
}

function readPeriod(text: string, fiscalStart: number): Stretch {
  const months = (first: number, count: number): Stretch => ({
    from: firstDay(first),
    to: firstDay(first + count) - 1,
  });
  const fiscalYear = Number(text.slice(0, 4)) * 12 + fiscalStart - 1;
  if (text.length === 4) return months(fiscalYear, 12);
  if (text[5] === 'H') return months(fiscalYear + 6 * (Number(text[6]) - 1), 6);
  if (text[5] === 'Q') return months(fiscalYear + 3 * (Number(text[6]) - 1), 3);
  if (text.length === 7) return months(Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1, 1);
  return { from: readDay(text), to: readDay(text) };
}
