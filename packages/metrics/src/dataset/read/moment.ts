import { plainText } from './figure.js';

const dayLength = 86_400;

/** The calendar day so many days after 1970-01-01; outside the years 1 to 9999 the number, which is no day. */
export function dayText(days: number): string {
  const date = new Date(days * dayLength * 1000);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : String(days);
}

/** A moment without a time zone, so many ticks after 1970-01-01: a day where it is midnight, else with its time. */
export function momentText(ticks: bigint, perSecond: bigint): string {
  const perDay = perSecond * BigInt(dayLength);
  const rest = ((ticks % perDay) + perDay) % perDay;
  const day = dayText(Number((ticks - rest) / perDay));
  if (rest === 0n) return day;
  const seconds = timeText(Number(rest / perSecond));
  const fraction = rest % perSecond;
  if (fraction === 0n) return `${day} ${seconds}`;
  return `${day} ${seconds}.${String(fraction).padStart(String(perSecond).length - 1, '0')}`;
}

/**
 * A date of a workbook by its serial number: days since the end of 1899, or since 1904-01-01. 1900-02-29, which the first system
 * has and the calendar has not, is kept. Of a time of day (`isTime`) the day where counting begins is none.
 */
export function serialText(serial: number, since1904: boolean, isTime = false): string {
  // Times are kept as fractions of a day, which are only nearly whole seconds.
  const seconds = Math.round(serial * dayLength);
  const [days, rest] = [Math.floor(seconds / dayLength), seconds % dayLength];
  if (seconds < 0 || days > 2_958_465) return plainText(serial);
  if (days === 0 && isTime) return timeText(rest);
  const time = rest === 0 ? '' : timeText(rest);
  if (days === 0 && !since1904) return time === '' ? plainText(serial) : time;
  const day = since1904
    ? dayText(days - 24_107)
    : days === 60
      ? '1900-02-29'
      : dayText(days - (days < 60 ? 25_568 : 25_569));
  return time === '' ? day : `${day} ${time}`;
}

/** A span of time by the days that it lasts, to the second: 1.5 → `36:00:00`. */
export function spanText(days: number): string {
  const seconds = Math.round(days * dayLength);
  if (!Number.isSafeInteger(seconds)) return plainText(days);
  return seconds < 0 ? `-${timeText(-seconds)}` : timeText(seconds);
}

/** A date as ISO 8601 writes it, in the words of this project: `2026-09-01T12:30:00.000Z` → `2026-09-01 12:30:00`; else `undefined`. */
export function isoText(text: string): string | undefined {
  const [, day, time, fraction] =
    /^(\d{4}-\d\d-\d\d)?(?:(?:^|T)(\d\d:\d\d:\d\d)(?:[.,](\d+?)0*)?)?Z?$/.exec(text) ?? [];
  if (day === undefined && time === undefined) return undefined;
  const isMidnight = day !== undefined && /^[0:]*$/.test(`${time ?? ''}${fraction ?? ''}`);
  const rest = fraction === undefined || /^0*$/.test(fraction) ? '' : `.${fraction}`;
  return [day, ...(isMidnight ? [] : [`${time ?? ''}${rest}`])]
    .filter((part) => part !== undefined)
    .join(' ');
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
