import { describe, expect, test } from 'vitest';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import { around, unemployment } from './goals.js';
import { estimate, noWay, provisional, ratio, reads, row, table, type Cell } from './table.js';

const of2026 = (...cells: readonly Cell[]) => row('month', '2026-01-01', cells);
const times = (n: number, cell: Cell): readonly Cell[] => Array.from({ length: n }, () => cell);
const { kept, broken, achieved, missed, nothing } = reads;

describe('METHODS §8: an average of the period with a bound', () => {
  const year = of2026(...times(11, 5.4), 5.3);
  table(unemployment, { ...noWay, kind: 'average', bound: 'at-most', target: 5.5, baseline: null }, [
    ['before the period', row('month', '2025-01-01', times(12, 5)), '2025-12-31', nothing],
    ['nothing of the period is reported', row('month', '2025-01-01', times(12, 5)), '2026-02-10', nothing],
    [
      'the first figure',
      of2026(5.3),
      '2026-01-31',
      { ...kept, actual: 5.3, margin: 0.2, averaged: { periods: 1, of: 12 }, dataThrough: '2026-01-31' },
    ],
    [
      'kept: one month above the bound is none of an average',
      of2026(5.7, 5.1, 5.4),
      '2026-04-15',
      {
        ...kept,
        actual: 5.4,
        margin: 0.1,
        averaged: { periods: 3, of: 12 },
        dataThrough: '2026-03-31',
        zh: ['目前达标', '3', '12'],
        en: ['kept so far', '3 of', '12'],
      },
    ],
    ['not kept', of2026(5.6, 5.5), '2026-03-01', { ...broken, actual: 5.55, margin: -0.05 }],
    ['exactly on the bound', of2026(5.4, 5.5, 5.6), '2026-03-31', { ...kept, actual: 5.5, margin: 0 }],
    [
      'the noise of adding fractions breaks nothing',
      of2026(5.7, 5.3, 5.9, 5.1),
      '2026-04-30',
      { ...kept, actual: 5.5, margin: 0 },
    ],
    [
      'the last day but one',
      year,
      '2026-12-30',
      { ...kept, actual: 5.4, averaged: { periods: 11, of: 12 }, margin: 0.1 },
    ],
    [
      'at the end',
      year,
      '2026-12-31',
      { ...achieved, actual: 64.7 / 12, margin: 5.5 - 64.7 / 12, averaged: { periods: 12, of: 12 } },
    ],
    [
      'at the end exactly on the bound',
      of2026(...times(6, 5.4), ...times(6, 5.6)),
      '2026-12-31',
      { ...achieved, margin: 0 },
    ],
    [
      'at the end not kept',
      of2026(...times(11, 5.5), 5.62),
      '2026-12-31',
      { ...missed, actual: 5.51, margin: -0.01 },
    ],
    ['after the end', year, '2027-06-30', { ...achieved, averaged: { periods: 12, of: 12 } }],
    [
      'after the end with data through October',
      of2026(...times(10, 5.4)),
      '2027-06-30',
      { ...kept, stale: true, margin: 0.1, averaged: { periods: 10, of: 12 } },
    ],
    [
      'after the end with data through October, not kept',
      of2026(...times(10, 6)),
      '2027-06-30',
      { ...broken, stale: true, margin: -0.5 },
    ],
    [
      'a gap: only the figures before it count',
      of2026(5.3, 5.4, null, 9, 9, 9),
      '2026-06-30',
      {
        ...kept,
        actual: 5.35,
        margin: 0.15,
        averaged: { periods: 2, of: 12 },
        dataThrough: '2026-02-28',
        zh: ['目前达标', '2026年3月'],
        en: ['kept so far', 'March 2026'],
      },
    ],
    [
      'a gap at the end, kept before it',
      of2026(5.3, 5.4, null, ...times(9, 5)),
      '2027-02-28',
      {
        status: 'not-assessable',
        averaged: { periods: 2, of: 12 },
        margin: 0.15,
        zh: '2026年3月',
        en: 'March',
      },
    ],
    [
      'a gap at the end, not kept before it',
      of2026(5.9, null, ...times(10, 5)),
      '2026-12-31',
      { status: 'not-assessable', averaged: { periods: 1, of: 12 }, margin: -0.4 },
    ],
    [
      'December is withheld',
      row('month', '2026-01-01', times(11, 5.4), { reportedThrough: '2026-12-31' }),
      '2027-01-31',
      { status: 'not-assessable', averaged: { periods: 11, of: 12 } },
    ],
    [
      'a month that is never published is no gap',
      row('month', '2026-01-01', [null, 5.3, 5.4], { omits: [1] }),
      '2026-03-31',
      { ...kept, actual: 5.35, averaged: { periods: 2, of: 11 } },
    ],
    [
      'a month that is never published is none at the end either',
      row('month', '2026-01-01', [null, ...times(11, 5.4)], { omits: [1] }),
      '2026-12-31',
      { ...achieved, actual: 5.4, averaged: { periods: 11, of: 11 } },
    ],
    [
      'a provisional figure',
      of2026(5.3, provisional(5.4)),
      '2026-02-28',
      {
        ...kept,
        provisional: true,
        actual: 5.35,
        zh: ['目前达标', '初步'],
        en: ['kept so far', 'provisional'],
      },
    ],
    [
      'an estimate is no figure',
      of2026(5.3, estimate(9), 9),
      '2026-03-31',
      { ...kept, actual: 5.3, averaged: { periods: 1, of: 12 }, dataThrough: '2026-01-31' },
    ],
    [
      'an estimate of December',
      of2026(...times(11, 5.4), estimate(5.4)),
      '2027-01-31',
      { status: 'not-assessable', averaged: { periods: 11, of: 12 } },
    ],
    [
      'figures outside the period are not averaged',
      row('month', '2025-11-01', [9, 9, 5.3, 5.5]),
      '2026-02-28',
      { ...kept, actual: 5.4, averaged: { periods: 2, of: 12 } },
    ],
  ]);
});

describe('METHODS §8: an average that is to be at least a figure', () => {
  const goal = { ...unemployment, bound: 'at-least' } as const;
  table(goal, { ...noWay, kind: 'average', bound: 'at-least', target: 5.5 }, [
    ['below', of2026(5.6, 5.3), '2026-02-28', { ...broken, actual: 5.45, margin: -0.05 }],
    ['above', of2026(5.6, 5.5), '2026-02-28', { ...kept, actual: 5.55, margin: 0.05 }],
    ['on it', of2026(5.4, 5.6), '2026-02-28', { ...kept, margin: 0 }],
    ['at the end below', of2026(...times(12, 5.4)), '2026-12-31', { ...missed, margin: -0.1 }],
    ['at the end above', of2026(...times(12, 5.6)), '2026-12-31', { ...achieved, margin: 0.1 }],
  ]);
});

describe('METHODS §8: an average of the period with a range', () => {
  const all = { ...noWay, kind: 'average', range: { from: 4.5, to: 5.5 }, target: null } as const;
  table(around, all, [
    ['before the period', of2026(5), '2025-06-30', nothing],
    [
      'the first figure',
      of2026(5.3),
      '2026-01-31',
      { ...kept, margin: 0.2, averaged: { periods: 1, of: 12 } },
    ],
    ['kept near the lower end', of2026(4.4, 4.8), '2026-02-28', { ...kept, actual: 4.6, margin: 0.1 }],
    ['below the range', of2026(4.4, 4.5), '2026-02-28', { ...broken, actual: 4.45, margin: -0.05 }],
    ['above the range', of2026(5.7, 5.9), '2026-02-28', { ...broken, actual: 5.8, margin: -0.3 }],
    ['on the lower end', of2026(4.3, 4.7), '2026-02-28', { ...kept, margin: 0 }],
    ['on the upper end', of2026(5.3, 5.7), '2026-02-28', { ...kept, margin: 0 }],
    ['in the middle', of2026(4, 6), '2026-02-28', { ...kept, actual: 5, margin: 0.5 }],
    [
      'at the end within',
      of2026(...times(6, 4), ...times(6, 5.6)),
      '2026-12-31',
      { ...achieved, margin: 0.3 },
    ],
    ['at the end below', of2026(...times(12, 4)), '2026-12-31', { ...missed, margin: -0.5 }],
    ['after the end', of2026(...times(12, 5)), '2027-12-31', { ...achieved, margin: 0.5 }],
    [
      'after the end with data through June',
      of2026(...times(6, 5)),
      '2027-12-31',
      { ...kept, stale: true, averaged: { periods: 6, of: 12 } },
    ],
    [
      'a gap at the end',
      of2026(5, null, ...times(10, 5)),
      '2026-12-31',
      { status: 'not-assessable', averaged: { periods: 1, of: 12 } },
    ],
    [
      'provisional',
      of2026(provisional(4.4)),
      '2026-01-31',
      { ...broken, provisional: true, margin: -0.1, zh: '初步', en: 'provisional' },
    ],
    [
      'an estimate',
      of2026(5, estimate(9)),
      '2026-02-28',
      { ...kept, actual: 5, averaged: { periods: 1, of: 12 } },
    ],
  ]);
});

describe('METHODS §8: the average of a ratio is that of its sums', () => {
  const goal = { ...unemployment, target: 5.6 };
  table(goal, { ...noWay, kind: 'average', bound: 'at-most', target: 5.6 }, [
    ['before the period', of2026(ratio(10, 2)), '2025-12-31', nothing],
    ['the first figure', of2026(ratio(10, 2)), '2026-01-31', { ...kept, actual: 5, margin: 0.6 }],
    // The mean of 5 and 6 keeps the bound: 100 ÷ 17 does not.
    [
      'not kept, though the mean of the ratios is',
      of2026(ratio(10, 2), ratio(90, 15)),
      '2026-02-28',
      { ...broken, actual: 100 / 17, margin: 5.6 - 100 / 17 },
    ],
    // The mean of 5 and 7 does not keep it: 57 ÷ 11 does.
    [
      'kept, though the mean of the ratios is not',
      of2026(ratio(50, 10), ratio(7, 1)),
      '2026-02-28',
      { ...kept, actual: 57 / 11, margin: 5.6 - 57 / 11 },
    ],
    [
      'exactly on the bound',
      of2026(ratio(1, 1), ratio(55, 9)),
      '2026-02-28',
      { ...kept, actual: 5.6, margin: 0 },
    ],
    [
      'at the end not kept, though the mean of the ratios is',
      of2026(ratio(70, 10), ...times(11, ratio(5, 1))),
      '2026-12-31',
      { ...missed, actual: 125 / 21, margin: 5.6 - 125 / 21, averaged: { periods: 12, of: 12 } },
    ],
    [
      'at the end, kept',
      of2026(ratio(7, 1), ...times(11, ratio(50, 10))),
      '2026-12-31',
      { ...achieved, actual: 557 / 111 },
    ],
    [
      'after the end with data through January',
      of2026(ratio(10, 2)),
      '2027-01-01',
      { ...kept, stale: true, actual: 5, averaged: { periods: 1, of: 12 } },
    ],
    [
      'a gap at the end',
      of2026(ratio(10, 2), null, ...times(10, ratio(9, 1))),
      '2026-12-31',
      { status: 'not-assessable', actual: 5 },
    ],
    [
      'provisional',
      of2026(ratio(10, 2), { value: 6, parts: [6, 1], quality: 'provisional' }),
      '2026-02-28',
      { ...kept, provisional: true, actual: 16 / 3 },
    ],
  ]);
});

test('an average says in its reason of how many periods it is, in both languages', () => {
  const { reason } = judge(unemployment, of2026(5.3, 5.4), { asOf: '2026-02-28' });
  expect(reason.zh).toMatch(/12个月.*2个月|2个月.*12个月/);
  expect(reason.en).toMatch(/2 of (the )?12 months/);
});

test('an average is told to the decimal that its bound needs, without the noise of dividing', () => {
  const told = (...cells: readonly Cell[]) => judge(unemployment, of2026(...cells), { asOf: '2026-03-31' });
  expect(told(5.7, 5.1, 5.4)).toMatchObject({ actual: 5.4, margin: 0.1 });
  expect(told(5.7, 5.1, 5.4).reason.zh).toContain('平均为5.4%，比上限5.5%低0.1个百分点');
  expect(told(5.3, 5.4, 5.4).reason.zh).toContain('平均为5.37%，比上限5.5%低0.13个百分点');
  expect(told(5.5, 5.5, 5.5001).reason.en).toContain(
    'is 5.50003%, 0.00003 percentage points above the ceiling',
  );
});
