/** A calendar day without a time zone, `2026-10-31`. */
export type Day = string;

/** Whether a text is a day of the calendar, `2024-02-29` but not `2026-02-29`. Years 0001 to 9999. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, date] = splitDay(text);
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= monthDays(year, month);
}

/** Days in a month, 1 to 12, of a year. */
export function monthDays(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Year, month and day of the month. */
export function splitDay(day: Day): [year: number, month: number, date: number] {
  return [100 * twoDigits(day, 0) + twoDigits(day, 2), twoDigits(day, 5), twoDigits(day, 8)];
}

/** Read where they stand: judging splits days more often than anything else. */
function twoDigits(day: Day, at: number): number {
  return 10 * day.charCodeAt(at) + day.charCodeAt(at + 1) - 11 * 48;
}

/**
 * The number of a day: the next day has the next number, and 1970-01-01 is 0.
 *
 * @example dayNumber('2024-03-01') - dayNumber('2024-02-28') // 2
 */
export function dayNumber(day: Day): number {
  const [year, month, date] = splitDay(day);
  // 400 years later the calendar is the same, and no year is so small that `Date.UTC` takes it for one of the 1900s.
  return Date.UTC(year + 400, month - 1, date) / 86_400_000 - 146_097;
}

/** The day of a number; before and after the years 0001 to 9999 the nearest in them. */
export function dayOfNumber(number: number): Day {
  const date = new Date(number * 86_400_000);
  const year = date.getUTCFullYear();
  if (year < 1) return '0001-01-01';
  return year > 9999 ? '9999-12-31' : date.toISOString().slice(0, 10);
}

/**
 * The whole years from one day to a later one; the ends of the same month are years apart, 28 or 29 February alike.
 *
 * @example wholeYears('2020-12-31', '2025-12-31') // 5
 */
export function wholeYears(from: Day, to: Day): number {
  const [[year, month, date], [laterYear, laterMonth, laterDate]] = [splitDay(from), splitDay(to)];
  const ended = laterDate === monthDays(laterYear, laterMonth);
  const reached = laterMonth > month || (laterMonth === month && (laterDate >= date || ended));
  return laterYear - year - (reached ? 0 : 1);
}

/** Whether one day is so many whole years after another, and no day more; the ends of the same month are, 28 or 29 February alike. */
export function isYearsAfter(from: Day, to: Day, years: number): boolean {
  const [[year, month, date], [laterYear, laterMonth, laterDate]] = [splitDay(from), splitDay(to)];
  if (laterYear - year !== years || laterMonth !== month) return false;
  const ends = date === monthDays(year, month) && laterDate === monthDays(laterYear, month);
  return laterDate === date || ends;
}
