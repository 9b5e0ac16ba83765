import { describe } from 'vitest';
import { prices } from './goals.js';
import { estimate, noWay, provisional, reads, row, table, type Cell } from './table.js';

const of2026 = (...cells: readonly Cell[]) => row('month', '2026-01-01', cells);
const { kept, broken, achieved, missed, nothing } = reads;
const eleven = Array.from({ length: 11 }, () => 5);

describe('METHODS §8: a range is a bound with two sides', () => {
  table(prices, { ...noWay, kind: 'range', range: { from: 4.5, to: 5.5 }, target: null, baseline: null }, [
    ['before the period', row('month', '2025-12-01', [5]), '2025-12-31', nothing],
    [
      'nothing of the period is reported',
      row('month', '2025-12-01', [5]),
      '2026-01-30',
      { ...nothing, before: { value: 5, date: '2025-12-31' } },
    ],
    ['the first figure', of2026(5), '2026-01-31', { ...kept, actual: 5, margin: 0.5 }],
    ['nearer to the lower end', of2026(4.75), '2026-01-31', { ...kept, margin: 0.25 }],
    ['nearer to the upper end', of2026(5.25), '2026-01-31', { ...kept, margin: 0.25 }],
    ['on the lower end', of2026(4.5), '2026-01-31', { ...kept, margin: 0 }],
    ['on the upper end', of2026(5.5), '2026-01-31', { ...kept, margin: 0 }],
    ['below', of2026(5, 4.25), '2026-02-28', { ...broken, actual: 4.25, margin: -0.25 }],
    ['above', of2026(5, 6), '2026-02-28', { ...broken, actual: 6, margin: -0.5 }],
    ['outside once, but again within', of2026(6, 5), '2026-02-28', { ...kept, margin: 0.5 }],
    ['at the end within', of2026(...eleven, 5.5), '2026-12-31', { ...achieved, margin: 0 }],
    ['at the end below', of2026(...eleven, 4), '2026-12-31', { ...missed, margin: -0.5 }],
    ['at the end above', of2026(...eleven, 5.75), '2026-12-31', { ...missed, margin: -0.25 }],
    ['after the end', of2026(...eleven, 5, 9), '2027-12-31', { ...achieved, actual: 5 }],
    ['after the end with older data', of2026(5, 4), '2027-12-31', { ...broken, stale: true, margin: -0.5 }],
    [
      'a month is withheld',
      of2026(5, null, 9),
      '2026-03-31',
      { ...kept, actual: 5, dataThrough: '2026-01-31', zh: '2026年2月', en: 'February 2026' },
    ],
    ['provisional', of2026(provisional(6)), '2026-01-31', { ...broken, provisional: true, zh: '初步' }],
    ['an estimate is no figure', of2026(5, estimate(9)), '2026-02-28', { ...kept, actual: 5 }],
  ]);
});
