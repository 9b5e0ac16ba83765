import { describe } from 'vitest';
import { dust } from './goals.js';
import { estimate, noWay, provisional, reads, row, table, type Cell } from './table.js';

const of2026 = (...cells: readonly Cell[]) => row('month', '2026-01-01', cells);
const { kept, broken, achieved, missed, nothing } = reads;
const ten = Array.from({ length: 10 }, () => 28);

describe('METHODS §8: a level that is to stay at a figure or below it', () => {
  const all = { ...noWay, kind: 'ceiling', bound: 'at-most', target: 30, baseline: null } as const;
  table(dust, all, [
    ['before the period', row('month', '2025-12-01', [28, 28]), '2025-12-31', nothing],
    [
      'the last figure before the period judges nothing',
      row('month', '2025-12-01', [28]),
      '2026-01-20',
      { ...nothing, before: { value: 28, date: '2025-12-31' } },
    ],
    ['the first figure', of2026(28), '2026-01-31', { ...kept, actual: 28, margin: 2 }],
    [
      'a figure of a month that has not ended is not used',
      of2026(28, 99),
      '2026-02-27',
      { ...kept, actual: 28 },
    ],
    ['not kept', of2026(28, 33), '2026-02-28', { ...broken, actual: 33, margin: -3 }],
    ['exactly on the ceiling', of2026(33, 30), '2026-02-28', { ...kept, actual: 30, margin: 0 }],
    ['just above the ceiling', of2026(30.00001), '2026-01-31', broken],
    ['at the end', of2026(33, ...ten, 29), '2026-12-31', { ...achieved, actual: 29, margin: 1 }],
    ['at the end on it', of2026(33, ...ten, 30), '2026-12-31', { ...achieved, margin: 0 }],
    ['at the end above it', of2026(28, ...ten, 31), '2026-12-31', { ...missed, actual: 31, margin: -1 }],
    ['after the end', of2026(33, ...ten, 29, 40), '2027-12-31', { ...achieved, actual: 29 }],
    ['after the end with older data', of2026(...ten), '2027-01-01', { ...kept, stale: true, margin: 2 }],
    ['on the last day with older data nothing is stale', of2026(...ten), '2026-12-31', kept],
    [
      'a month is withheld: the figure before the gap counts',
      of2026(28, null, 40),
      '2026-03-31',
      { ...kept, actual: 28, dataThrough: '2026-01-31', zh: '2026年2月', en: 'February 2026' },
    ],
    [
      'a gap at the end: the figure before it is judged',
      of2026(28, null, ...ten),
      '2027-06-30',
      { ...achieved, actual: 28, dataThrough: '2026-01-31', zh: '2026年2月', en: 'February 2026' },
    ],
    [
      'a gap at the end, not kept before it',
      of2026(31, null, ...ten),
      '2026-12-31',
      { ...missed, actual: 31 },
    ],
    [
      'provisional',
      of2026(28, provisional(29)),
      '2026-02-28',
      { ...kept, provisional: true, margin: 1, zh: '初步', en: 'provisional' },
    ],
    ['an estimate is no figure', of2026(28, estimate(40)), '2026-02-28', { ...kept, actual: 28 }],
    ['a figure of zero keeps it', of2026(0), '2026-01-31', { ...kept, actual: 0, margin: 30 }],
  ]);
});
