import { describe, expect, test } from 'vitest';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import { deficit, steadyDeficit } from './goals.js';
import { estimate, noWay, provisional, reads, row, table, type Cell } from './table.js';

const years = (...cells: readonly Cell[]) => row('year', '2021-01-01', cells);
const { kept, missed, achieved } = reads;
const nothing = { status: 'no-data', actual: null, breaches: [] } as const;
const breach = (year: number, value: number) => ({ date: `${year}-12-31`, value });

describe('METHODS §8: a limit in every year', () => {
  table(deficit, { ...noWay, kind: 'each-period', bound: 'at-most', target: 3, breaches: [] }, [
    ['before the period', row('year', '2019-01-01', [9, 9]), '2020-12-31', nothing],
    ['a year before the period breaks nothing', row('year', '2019-01-01', [9, 9]), '2021-06-30', nothing],
    ['a year that has not ended is none yet', years(9), '2021-12-30', nothing],
    [
      'the first figure',
      years(2.8),
      '2021-12-31',
      { ...kept, actual: 2.8, periods: [{ ...breach(2021, 2.8), kept: true }] },
    ],
    ['kept', years(2.8, 2.9), '2023-06-30', kept],
    ['exactly on the limit', years(3, 3), '2022-12-31', { ...kept, margin: 0 }],
    ['the noise of a fraction breaks nothing', years(3 + 1e-15), '2021-12-31', kept],
    [
      'broken',
      years(2.8, 3.2),
      '2022-12-31',
      { ...missed, breaches: [breach(2022, 3.2)], zh: ['未达成', '2022年'], en: '2022' },
    ],
    [
      'broken once is missed from then on',
      years(2.8, 3.2, 2, 2),
      '2024-12-31',
      { ...missed, breaches: [breach(2022, 3.2)] },
    ],
    [
      'each year that breaks it is named',
      years(3.5, 2.8, 3.2),
      '2023-12-31',
      {
        ...missed,
        breaches: [breach(2021, 3.5), breach(2023, 3.2)],
        periods: [
          { ...breach(2021, 3.5), kept: false },
          { ...breach(2022, 2.8), kept: true },
          { ...breach(2023, 3.2), kept: false },
        ],
        zh: ['2021年', '2023年', '3.5', '3.2'],
        en: ['2021', '2023', '3.5', '3.2'],
      },
    ],
    ['at the end, kept', years(3, 3, 3, 3, 2.9), '2025-12-31', achieved],
    ['before the end', years(3, 3, 3, 3, 2.9), '2025-12-30', kept],
    [
      'at the end, broken in the last year',
      years(3, 3, 3, 3, 4),
      '2025-12-31',
      { ...missed, breaches: [breach(2025, 4)] },
    ],
    ['after the end', years(3, 3, 3, 3, 3, 9), '2027-12-31', achieved],
    ['after the end with older data', years(3, 3, 3), '2027-12-31', { ...kept, stale: true }],
    [
      'after the end with older data, broken',
      years(3, 4, 3),
      '2027-12-31',
      { ...missed, stale: true, breaches: [breach(2022, 4)] },
    ],
    [
      'a year is withheld, and nothing is broken',
      years(3, null, 3),
      '2023-12-31',
      {
        ...kept,
        periods: [
          { ...breach(2021, 3), kept: true },
          { date: '2022-12-31', value: null, kept: null },
          { ...breach(2023, 3), kept: true },
        ],
      },
    ],
    [
      'a gap hides no later breach',
      years(3, null, 3.1),
      '2023-12-31',
      { ...missed, breaches: [breach(2023, 3.1)] },
    ],
    [
      'a gap hides no later breach, though it be the first year',
      years(null, 3.1),
      '2022-12-31',
      { ...missed, breaches: [breach(2022, 3.1)] },
    ],
    [
      'at the end without every figure',
      years(3, null, 3, 3, 3),
      '2025-12-31',
      { status: 'not-assessable', zh: '2022年', en: '2022' },
    ],
    [
      'at the end without the last figure, which is withheld',
      row('year', '2021-01-01', [3, 3, 3, 3], { reportedThrough: '2025-12-31' }),
      '2026-12-31',
      { status: 'not-assessable', zh: '2025年', en: '2025' },
    ],
    [
      'at the end without every figure, but with a breach',
      years(3, null, 3, 4, 3),
      '2025-12-31',
      { ...missed, breaches: [breach(2024, 4)] },
    ],
    [
      'broken by a provisional figure',
      years(3, provisional(3.1)),
      '2022-12-31',
      {
        ...missed,
        provisional: true,
        breaches: [{ ...breach(2022, 3.1), provisional: true }],
        zh: ['未达成', '初步'],
        en: 'provisional',
      },
    ],
    ['the revised figure keeps it: the breach goes', years(3, 3), '2022-12-31', kept],
    ['kept by a provisional figure', years(3, provisional(2)), '2022-12-31', { ...kept, provisional: true }],
    ['an estimate breaks nothing', years(3, estimate(9)), '2022-12-31', kept],
    [
      'an estimate is no figure at the end',
      years(3, 3, 3, 3, estimate(2)),
      '2025-12-31',
      { status: 'not-assessable' },
    ],
  ]);
});

describe('METHODS §8: a floor in every month', () => {
  const goal = {
    ...deficit,
    target: 95,
    bound: 'at-least',
    period: { start: '2026-01-01', end: '2026-06-30' },
    grain: 'month',
  } as const;
  const months = (...cells: readonly Cell[]) => row('month', '2026-01-01', cells);
  const day = (date: string, value: number) => ({ date, value });
  table(goal, { ...noWay, kind: 'each-period', bound: 'at-least', target: 95, breaches: [] }, [
    ['before the period', row('month', '2025-12-01', [90]), '2025-12-31', nothing],
    ['the first figure', months(96), '2026-01-31', kept],
    ['on the floor', months(95), '2026-02-10', kept],
    [
      'broken',
      months(96, 94.9),
      '2026-02-28',
      { ...missed, breaches: [day('2026-02-28', 94.9)], zh: '2026年2月', en: 'February 2026' },
    ],
    ['a month that has not ended breaks nothing', months(96, 94), '2026-02-27', kept],
    [
      'broken twice',
      months(94, 96, 93),
      '2026-03-31',
      { ...missed, breaches: [day('2026-01-31', 94), day('2026-03-31', 93)] },
    ],
    ['at the end', months(95, 96, 97, 98, 99, 100), '2026-06-30', achieved],
    ['after the end', months(95, 96, 97, 98, 99, 100, 1), '2026-12-31', achieved],
    ['after the end with older data', months(95, 96), '2026-12-31', { ...kept, stale: true }],
    [
      'a gap at the end',
      months(95, 96, 97, null, 99, 100),
      '2026-06-30',
      { status: 'not-assessable', zh: '2026年4月', en: 'April 2026' },
    ],
    [
      'a gap hides no later breach',
      months(95, null, 97, 94),
      '2026-04-30',
      { ...missed, breaches: [day('2026-04-30', 94)] },
    ],
    [
      'a breach by a provisional figure',
      months(provisional(94)),
      '2026-01-31',
      {
        ...missed,
        provisional: true,
        breaches: [{ ...day('2026-01-31', 94), provisional: true }],
      },
    ],
    [
      'a month that is never published is no gap',
      row('month', '2026-01-01', [null, 95, 95, 95, 95, 95], { omits: [1] }),
      '2026-06-30',
      achieved,
    ],
  ]);
});

describe('METHODS §8: a range in every year', () => {
  table(
    steadyDeficit,
    { ...noWay, kind: 'each-period', range: { from: 2, to: 3 }, target: null, breaches: [] },
    [
      ['before the period', years(9), '2020-12-31', nothing],
      ['the first figure', years(2.5), '2021-12-31', kept],
      ['on the lower end', years(2), '2021-12-31', kept],
      ['on the upper end', years(3), '2021-12-31', kept],
      ['below', years(1.9), '2021-12-31', { ...missed, breaches: [breach(2021, 1.9)] }],
      ['above', years(2, 3.1), '2022-12-31', { ...missed, breaches: [breach(2022, 3.1)] }],
      ['both', years(1, 3.1), '2022-12-31', { ...missed, breaches: [breach(2021, 1), breach(2022, 3.1)] }],
      ['at the end', years(2, 2.5, 3, 2.5, 2), '2025-12-31', achieved],
      ['after the end with older data', years(2), '2026-12-31', { ...kept, stale: true }],
      ['a gap at the end', years(2, null, 2, 2, 2), '2025-12-31', { status: 'not-assessable' }],
    ],
  );
});

test('a breach is told with its figure in both languages', () => {
  const { reason } = judge(deficit, years(2.8, 3.25), { asOf: '2022-12-31' });
  expect(reason.zh).toContain('3.25');
  expect(reason.en).toContain('3.25');
});
