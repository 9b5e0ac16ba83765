import { describe, expect, test } from 'vitest';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import { energy } from './goals.js';
import { estimate, provisional, reads, row, table, type Cell } from './table.js';

/** 365 in 365 days: the ceiling allows one a day, 31 by the end of January and 59 by that of February. */
const of2026 = (...cells: readonly Cell[]) => row('month', '2026-01-01', cells);
const { missed, nothing } = reads;
const achieved = { ...reads.achieved, forecast: null } as const;
const kept = { status: 'on-track', zh: '目前达标', en: 'kept so far' } as const;
const atRisk = { status: 'at-risk', zh: '有超限风险' } as const;
const even = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

describe('METHODS §8: a total that is to stay at a figure or below it', () => {
  const all = { kind: 'ceiling', bound: 'at-most', target: 365, attainment: null, needed: null } as const;
  table(energy, all, [
    ['before the period', row('month', '2025-12-01', [31]), '2025-12-31', nothing],
    ['nothing of the period is reported', row('month', '2025-12-01', [31]), '2026-01-20', nothing],
    [
      'the first figure: too early',
      of2026(1),
      '2026-01-31',
      {
        status: 'not-assessable',
        actual: 1,
        margin: 364,
        schedule: { kind: 'linear', expected: 31 / 365 } as never,
      },
    ],
    [
      'a much too large first figure is too early as well',
      of2026(365),
      '2026-01-31',
      { status: 'not-assessable' },
    ],
    ['but not one that exceeds the ceiling', of2026(365.1), '2026-01-31', { ...missed, margin: -0.1 }],
    ['exactly what the days allow', of2026(31, 28), '2026-02-28', { ...kept, actual: 59, margin: 306 }],
    ['less than the days allow', of2026(31, 20), '2026-02-28', { ...kept, margin: 314 }],
    ['more than the days allow', of2026(31, 28.1), '2026-02-28', { ...atRisk, actual: 59.1, margin: 305.9 }],
    ['far more than the days allow is at risk, never off track', of2026(31, 330), '2026-02-28', atRisk],
    ['the ceiling itself is used up, not exceeded', of2026(300, 65), '2026-02-28', { ...atRisk, margin: 0 }],
    ['exceeded', of2026(300, 66), '2026-02-28', { ...missed, actual: 366, margin: -1, forecast: null }],
    ['exceeded, and reported long before the end', of2026(366), '2026-06-30', { ...missed, margin: -1 }],
    ['at the end on the ceiling', of2026(...even), '2026-12-31', { ...achieved, actual: 365, margin: 0 }],
    ['at the end below it', of2026(...even.with(0, 1)), '2026-12-31', { ...achieved, margin: 30 }],
    ['at the end above it', of2026(...even.with(0, 32)), '2026-12-31', { ...missed, margin: -1 }],
    ['after the end', of2026(...even, 1000), '2027-06-30', { ...achieved, actual: 365 }],
    [
      'after the end with data through October',
      of2026(...even.slice(0, 10)),
      '2027-06-30',
      { ...kept, stale: true, actual: 304, margin: 61 },
    ],
    [
      'a month is withheld: what comes before it counts',
      of2026(31, 28, null, 30),
      '2026-04-30',
      { ...kept, actual: 59, dataThrough: '2026-02-28', zh: '2026年3月', en: 'March 2026' },
    ],
    [
      'a gap at the end: the missing figures may exceed it',
      of2026(...even.slice(0, 6), null, ...even.slice(7)),
      '2026-12-31',
      { status: 'not-assessable', actual: 181, zh: '2026年7月', en: 'July 2026' },
    ],
    [
      'December is withheld',
      row('month', '2026-01-01', even.slice(0, 11), { reportedThrough: '2026-12-31' }),
      '2027-12-31',
      { status: 'not-assessable' },
    ],
    [
      'a gap at the end of a ceiling that is exceeded before it',
      of2026(200, 200, null, ...even.slice(3)),
      '2026-12-31',
      { ...missed, actual: 400, margin: -35 },
    ],
    [
      'provisional',
      of2026(31, provisional(20)),
      '2026-02-28',
      { ...kept, provisional: true, zh: '初步', en: 'provisional' },
    ],
    ['an estimate is no figure', of2026(31, 20, estimate(900)), '2026-03-31', { ...kept, actual: 51 }],
  ]);

  test('the schedule says how much of it the days allow, and the forecast where it will end', () => {
    const { schedule, forecast } = judge(energy, of2026(31, 28, 31), { asOf: '2026-03-31' });
    expect(schedule).toMatchObject({ kind: 'linear', expected: 90 / 365 });
    expect(forecast).toMatchObject({ method: 'run-rate', interval: null, probability: null });
    expect(forecast!.point).toBeCloseTo(365, 9);
  });
});
