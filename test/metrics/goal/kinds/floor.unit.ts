import { describe } from 'vitest';
import { grain } from './goals.js';
import { estimate, noWay, provisional, reads, row, table, type Cell } from './table.js';

/** A figure for each year from 2021 on. */
const years = (...cells: readonly Cell[]) => row('year', '2021-01-01', cells);
const { kept, broken, achieved, missed, nothing } = reads;

describe('METHODS §8: a level that is to stay at a figure or above it', () => {
  const all = { ...noWay, kind: 'floor', bound: 'at-least', target: 6.5, baseline: null } as const;
  table(grain, all, [
    ['before the period', row('year', '2019-01-01', [6.6, 6.7]), '2020-12-31', nothing],
    [
      'a figure from before the period never judges it',
      row('year', '2019-01-01', [6.6, 6.7]),
      '2021-06-30',
      { ...nothing, before: { value: 6.7, date: '2020-12-31' } },
    ],
    ['the first figure', years(6.83), '2021-12-31', { ...kept, actual: 6.83, margin: 0.33 }],
    [
      'kept',
      years(6.83, 6.7),
      '2023-06-30',
      { ...kept, actual: 6.7, margin: 0.2, dataThrough: '2022-12-31' },
    ],
    ['not kept', years(6.83, 6.4), '2022-12-31', { ...broken, actual: 6.4, margin: -0.1 }],
    ['not kept once, but again since', years(6.4, 6.6), '2022-12-31', { ...kept, actual: 6.6, margin: 0.1 }],
    ['exactly on the floor', years(6.5), '2021-12-31', { ...kept, margin: 0 }],
    ['the noise of a fraction breaks nothing', years(6.5 - 1e-15), '2021-12-31', kept],
    ['just below the floor', years(6.499999), '2021-12-31', broken],
    ['before the end all are kept so far', years(7, 7, 7, 7, 7), '2025-12-30', { ...kept, margin: 0.5 }],
    ['at the end', years(7, 7, 7, 7, 6.6), '2025-12-31', { ...achieved, actual: 6.6, margin: 0.1 }],
    ['at the end exactly on it', years(7, 7, 7, 7, 6.5), '2025-12-31', { ...achieved, margin: 0 }],
    ['at the end below it', years(7, 7, 7, 7, 6.4), '2025-12-31', { ...missed, actual: 6.4, margin: -0.1 }],
    ['after the end', years(7, 7, 7, 7, 6.6, 6), '2027-12-31', { ...achieved, actual: 6.6, margin: 0.1 }],
    [
      'after the end with older data',
      years(7, 7, 7),
      '2027-12-31',
      { ...kept, stale: true, margin: 0.5, dataThrough: '2023-12-31' },
    ],
    ['after the end with older data, not kept', years(7, 6), '2027-12-31', { ...broken, stale: true }],
    // A year has no fixed day of publication: the latest figure is the level.
    [
      'a year is withheld: the latest figure is the level',
      years(6.9, null, 6.4),
      '2023-12-31',
      { ...broken, actual: 6.4, margin: -0.1, dataThrough: '2023-12-31' },
    ],
    ['the first year is withheld', years(null, 6.9), '2022-12-31', { ...kept, actual: 6.9, margin: 0.4 }],
    [
      'the last year is withheld: at the end the latest figure is judged',
      row('year', '2021-01-01', [7, 7, 7, 6.6], { reportedThrough: '2025-12-31' }),
      '2026-06-30',
      {
        ...achieved,
        actual: 6.6,
        dataThrough: '2024-12-31',
        zh: ['已达成', '2025年'],
        en: ['achieved', '2025'],
      },
    ],
    [
      'provisional',
      years(6.9, provisional(6.4)),
      '2022-12-31',
      { ...broken, provisional: true, zh: ['目前未达标', '初步'], en: ['not kept so far', 'provisional'] },
    ],
    [
      'a later final figure takes the place of a provisional one',
      years(provisional(6.4), 6.9),
      '2022-12-31',
      { ...kept, margin: 0.4 },
    ],
    ['an estimate is no figure', years(6.9, estimate(6.4)), '2022-12-31', { ...kept, actual: 6.9 }],
  ]);
});
