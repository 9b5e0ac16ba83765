import { describe, expect, test } from 'vitest';
import { dragTo, gripAt } from '../../../packages/widgets/src/filter/brush.js';
import {
  duringOf,
  isWhole,
  noteRange,
  periodsOf,
  quickRanges,
  rangeOf,
  readRange,
  readTyped,
} from '../../../packages/widgets/src/filter/periods.js';

/** The 46 months from January 2023 to October 2026. */
const months = periodsOf(
  Array.from(
    { length: 46 },
    (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
  ),
  'month',
);
const quarters = periodsOf(['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'], 'quarter');

describe('a typed period', () => {
  test.each([
    '2026-03',
    '2026年3月',
    '2026年03月',
    '202603',
    '2026/3',
    '2026.3',
    ' 2026 - 03 ',
    '２０２６年３月',
    '2026-03-15',
    '2026年3月15日',
    '20260315',
  ])('%s is March 2026', (text) => {
    expect(readTyped(text, months)).toEqual({ range: { from: 38, to: 38 } });
  });

  test('may be longer than those of the data', () => {
    expect(readTyped('2025', months)).toEqual({ range: { from: 24, to: 35 } });
    expect(readTyped('2025年', months)).toEqual({ range: { from: 24, to: 35 } });
    for (const text of ['2025Q3', '2025-Q3', '2025年第三季度', '2025年3季度', '2025年三季'])
      expect(readTyped(text, months)).toEqual({ range: { from: 30, to: 32 } });
    expect(readTyped('2025年下半年', months)).toEqual({ range: { from: 30, to: 35 } });
    expect(readTyped('2026年10月', quarters)).toEqual({ problem: 'outside' });
    expect(readTyped('2026年8月', quarters)).toEqual({ range: { from: 3, to: 3 } });
  });

  test.each(['', '2026-13', '2026-02-30', '13月', '26-03', '去年', '2026年5季度', '0000', '2026-3-4-5'])(
    '“%s” is none',
    (text) => {
      expect(readTyped(text, months)).toEqual({ problem: 'unclear' });
    },
  );

  test('beside the data is told apart from one that is none', () => {
    expect(readTyped('2019-01', months)).toEqual({ problem: 'outside' });
    expect(readTyped('2026-11', months)).toEqual({ problem: 'outside' });
  });
});

describe('a range of periods', () => {
  test('reads back from an address as it was written, for every pair of months and quarters', () => {
    for (const periods of [months, quarters])
      for (let from = 0; from < periods.starts.length; from++)
        for (let to = from; to < periods.starts.length; to++) {
          expect(readRange(noteRange({ from, to }, periods), periods)).toEqual({ from, to });
          expect(rangeOf(duringOf({ from, to }, periods), periods)).toEqual({ from, to });
        }
  });

  test('may be open at one side, and is none where it runs backwards', () => {
    expect(readRange('2026-03..', months)).toEqual({ from: 38, to: 45 });
    expect(readRange('..2023-02', months)).toEqual({ from: 0, to: 1 });
    expect(readRange('2026-03..2026-01', months)).toBeUndefined();
    expect(readRange('..', months)).toBeUndefined();
    expect(readRange('x..2026-01', months)).toBeUndefined();
  });

  test('of a year that is not over yet is whole', () => {
    expect(isWhole('2026', { from: 36, to: 45 }, months)).toBe(true);
    expect(isWhole({ start: '2026-01-10', end: '2026-10-31' }, { from: 36, to: 45 }, months)).toBe(false);
  });
});

test('quick choices go by the last period of the data, never by the clock', () => {
  expect(Object.fromEntries(quickRanges(months))).toEqual({
    'this-year': { from: 36, to: 45 },
    'last-year': { from: 24, to: 35 },
    'last-12': { from: 34, to: 45 },
    all: { from: 0, to: 45 },
  });
  expect(quickRanges(periodsOf([], 'month'))).toEqual([]);
});

describe('a pointer on the brush', () => {
  const range = { from: 10, to: 19 };
  const at = (place: number, onTrack = false): ReturnType<typeof gripAt> =>
    gripAt({ place, reach: 2, onTrack }, range, 46);

  test('takes the nearer edge, the range from inside, and draws a new one outside', () => {
    expect(at(10.3)).toEqual({ kind: 'from' });
    expect(at(19.8)).toEqual({ kind: 'to' });
    expect(at(14.5)).toEqual({ kind: 'move', at: 4.5 });
    expect(at(30.5)).toEqual({ kind: 'new', at: 30 });
    expect(at(30, true)).toEqual({ kind: 'to' });
  });

  test('moves edges never across each other, and a range never out of the data', () => {
    expect(dragTo({ kind: 'from' }, 40, range, 46)).toEqual({ from: 19, to: 19 });
    expect(dragTo({ kind: 'to' }, 2, range, 46)).toEqual({ from: 10, to: 10 });
    expect(dragTo({ kind: 'move', at: 4.5 }, 99, range, 46)).toEqual({ from: 36, to: 45 });
    expect(dragTo({ kind: 'move', at: 4.5 }, -9, range, 46)).toEqual({ from: 0, to: 9 });
    expect(dragTo({ kind: 'new', at: 30 }, 24.5, range, 46)).toEqual({ from: 24, to: 30 });
  });
});

test('years begin with the month of the dataset: quick choices, typed years and addresses go by it', () => {
  const fiscal = periodsOf(months.starts, 'month', 4);
  expect(quickRanges(fiscal).slice(0, 2)).toEqual([
    ['this-year', { from: 39, to: 45 }],
    ['last-year', { from: 27, to: 38 }],
  ]);
  // In February 2026 the year that began in April 2025 goes on.
  expect(quickRanges(periodsOf(months.starts.slice(0, 38), 'month', 4))[0]).toEqual([
    'this-year',
    { from: 27, to: 37 },
  ]);
  expect(readTyped('2025', fiscal)).toEqual({ range: { from: 27, to: 38 } });
  const parts = periodsOf(quarters.starts, 'quarter', 4);
  for (const range of [
    { from: 0, to: 0 },
    { from: 1, to: 3 },
  ])
    expect(readRange(noteRange(range, parts), parts)).toEqual(range);
});
