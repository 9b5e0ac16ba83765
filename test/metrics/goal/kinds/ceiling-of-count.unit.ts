import { describe, expect, test } from 'vitest';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import { dayOf2025, events } from '../goals.js';
import { accidents } from './goals.js';
import { reads, table } from './table.js';

const { missed, nothing } = reads;
const kept = { status: 'on-track', zh: '目前达标', en: 'kept so far' } as const;
const atRisk = { status: 'at-risk', zh: '有超限风险' } as const;
/** Days of 2025 and 2026 by their number: a tenth of the period is day 73, a half day 365. */
const [tenth, half] = [dayOf2025(73), dayOf2025(365)];
const one = '2025-01-05';
const three = [one, '2025-01-06', '2025-01-07'];

describe('METHODS §8: a count that is to stay at a figure or below it, by the probability of not exceeding', () => {
  const all = { kind: 'ceiling', bound: 'at-most', target: 3, attainment: null, needed: null } as const;
  table(accidents, all, [
    ['before the period', events('2024-12-31'), '2024-12-31', nothing],
    ['a register that ends before the period', events('2024-12-31'), '2025-06-30', nothing],
    ['too early', events(dayOf2025(72)), dayOf2025(72), { status: 'not-assessable', actual: 0, margin: 3 }],
    // r = ½, p = 0.1: 0.3162 + 0.1423 + 0.0961 + 0.0720 = 0.6266.
    ['none in a tenth of the time', events(tenth), tenth, { ...kept, actual: 0, margin: 3 }],
    // r = 3/2: 0.0316 + 0.0427 + 0.0480 = 0.1223.
    ['one in a tenth of the time', events(tenth, one), tenth, { ...atRisk, actual: 1, margin: 2 }],
    // r = 3/2, p = ½: 0.3536 (1 + 0.75 + 0.46875) = 0.7845.
    ['one in half of the time', events(half, one), half, { ...kept, margin: 2 }],
    // r = 7/2, p = ½: 0.0884.
    ['all three in half of the time', events(half, ...three), half, { ...atRisk, margin: 0 }],
    // r = 7/2, p = 700/730: 0.8634.
    ['all three, near the end', events(dayOf2025(700), ...three), dayOf2025(700), { ...kept, margin: 0 }],
    ['exceeded', events(half, ...three, '2025-11-11'), half, { ...missed, actual: 4, margin: -1 }],
    [
      'exceeded before it is not too early',
      events('2025-01-08', ...three, '2025-01-08'),
      '2025-01-08',
      missed,
    ],
    [
      'at the end on the ceiling',
      events('2026-12-31', ...three),
      '2026-12-31',
      { status: 'achieved', margin: 0 },
    ],
    [
      'at the end without any',
      events('2026-12-31'),
      '2026-12-31',
      { status: 'achieved', actual: 0, margin: 3 },
    ],
    [
      'after the end',
      events('2027-12-31', one, '2027-01-01', '2027-01-02', '2027-01-03'),
      '2027-12-31',
      {
        status: 'achieved',
        actual: 1,
      },
    ],
    [
      'after the end with older data',
      events(half, one),
      '2027-01-01',
      { ...kept, stale: true, margin: 2, dataThrough: half },
    ],
    [
      'provisional',
      { ...events(half), observations: [{ date: one, value: 1, quality: 'provisional' }] },
      half,
      { ...kept, provisional: true, zh: '初步', en: 'provisional' },
    ],
    [
      'an estimate is no event, and no proof that there was none: the days before it count',
      { ...events(half), observations: [{ date: one, value: 4, quality: 'estimate' }] },
      half,
      { status: 'not-assessable', actual: 0, zh: '为预计数，自该日起不计入', en: 'is an estimate' },
    ],
  ]);

  test('a ceiling that is exceeded is told without a probability: nothing is uncertain any more', () => {
    const verdict = judge(accidents, events(half, ...three, '2025-11-11'), { asOf: half });
    expect(verdict.reason.zh).toBe('截至2025年12月，为4起，比上限3起高1起，未达成。');
  });

  test('the probability is that of not exceeding', () => {
    const p = (day: number, ...dates: readonly string[]) =>
      judge(accidents, events(dayOf2025(day), ...dates), { asOf: dayOf2025(day) }).forecast?.probability;
    expect(p(73)).toBeCloseTo(0.6266, 3);
    expect(p(73, one)).toBeCloseTo(0.1223, 3);
    expect(p(365, one)).toBeCloseTo(0.7845, 3);
    expect(p(365, ...three)).toBeCloseTo(0.0884, 3);
  });
});
