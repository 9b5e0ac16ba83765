import { expect, test } from 'vitest';
import {
  dayText,
  isoText,
  momentText,
  serialText,
  spanText,
} from '../../../../packages/metrics/src/dataset/read/moment.js';

test('a day is counted from 1970, before and after; what is no day of the calendar stays a number', () => {
  expect([0, -1, 20697, 11016, -719162, 2932896, 2932897].map(dayText)).toEqual([
    '1970-01-01',
    '1969-12-31',
    '2026-09-01',
    '2000-02-29',
    '0001-01-01',
    '9999-12-31',
    '2932897',
  ]);
});

test('a moment at midnight is a day, any other keeps its time to the last digit', () => {
  const day = 86_400_000_000n;
  expect(momentText(20697n * day, 1_000_000n)).toBe('2026-09-01');
  expect(momentText(20697n * day + 1n, 1_000_000n)).toBe('2026-09-01 00:00:00.000001');
  expect(momentText(20697n * day - 1_000_000n, 1_000_000n)).toBe('2026-08-31 23:59:59');
  expect(momentText(-1n, 1000n)).toBe('1969-12-31 23:59:59.999');
});

test('serial numbers of both systems of workbooks are their days, around the day that never was, too', () => {
  expect([1, 59, 60, 61, 46266, 2958465].map((serial) => serialText(serial, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-02-29',
    '1900-03-01',
    '2026-09-01',
    '9999-12-31',
  ]);
  expect([0, 1, 44804].map((serial) => serialText(serial, true))).toEqual([
    '1904-01-01',
    '1904-01-02',
    '2026-09-01',
  ]);
});

test('times are kept, rounded to the second that was meant', () => {
  expect(serialText(46266.5, false)).toBe('2026-09-01 12:00:00');
  expect(serialText(46266 + 1 / 3, false)).toBe('2026-09-01 08:00:00');
  expect(serialText(46265.999999999, false)).toBe('2026-09-01');
  expect(serialText(0.75, false)).toBe('18:00:00');
});

test('a serial number that is no day stays a number', () => {
  expect([-1, 0, 2958466].map((serial) => serialText(serial, false))).toEqual(['-1', '0', '2958466']);
});

test('a time of day is one without a day where counting begins, in both systems', () => {
  expect([0, 0.5, 1.5].map((serial) => serialText(serial, false, true))).toEqual([
    '00:00:00',
    '12:00:00',
    '1900-01-01 12:00:00',
  ]);
  expect(serialText(0.5, true, true)).toBe('12:00:00');
});

test('a span of time is counted in hours, however many', () => {
  expect([0, 1.5, 100, -0.25].map(spanText)).toEqual(['00:00:00', '36:00:00', '2400:00:00', '-06:00:00']);
});

test('a day that is written out loses its time where that is midnight', () => {
  expect(
    [
      '2026-09-01',
      '2026-09-01T00:00:00.000Z',
      '2026-09-01T08:30:00',
      '2026-09-01T08:30:00.250',
      '08:30:00',
    ].map(isoText),
  ).toEqual(['2026-09-01', '2026-09-01', '2026-09-01 08:30:00', '2026-09-01 08:30:00.25', '08:30:00']);
  expect(['', 'Z', '2026-9-1', '1 September', '2026-09-01T8'].map(isoText)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});
