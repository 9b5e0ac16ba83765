import { describe, expect, test } from 'vitest';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import { emissions, intensity, life, research } from './goals.js';
import { estimate, provisional, reads, row, table, type Cell } from './table.js';

/** A figure for each year from 2021 on: by the ends of the five, 365, 730, 1095, 1461 and 1826 days of 1826 have passed. */
const years = (...cells: readonly Cell[]) => row('year', '2021-01-01', cells);
const before = row('year', '2019-01-01', [1, 2]);
const { achieved, missed } = reads;
const nothing = { status: 'no-data', actual: null, attainment: null } as const;
const onTrack = { status: 'on-track', zh: '进度正常', en: 'on track' } as const;
const atRisk = { status: 'at-risk', zh: '进度偏慢', en: 'at risk' } as const;
const offTrack = { status: 'off-track', zh: '明显滞后', en: 'off track' } as const;

describe('METHODS §8: a figure more than at the start', () => {
  table(life, { kind: 'relative', formula: { plus: 1 }, target: 78.3, baseline: 77.3 }, [
    ['before the period', before, '2020-12-31', nothing],
    ['nothing of the period is reported', row('year', '2020-01-01', [77.3]), '2021-06-30', nothing],
    ['the first figure', years(77.5), '2021-12-31', { ...onTrack, attainment: 0.2 }],
    ['too slow: 0.15 of 0.19989', years(77.45), '2021-12-31', { ...atRisk, attainment: 0.15 }],
    ['far too slow: 0.1 of 0.19989', years(77.4), '2021-12-31', { ...offTrack, attainment: 0.1 }],
    ['less than at the start', years(77), '2021-12-31', { ...offTrack, attainment: -0.3 }],
    ['reached exactly', years(77.5, 78.3), '2022-12-31', { ...achieved, attainment: 1 }],
    ['at the end', years(77.5, 77.7, 77.9, 78.1, 78.4), '2025-12-31', { ...achieved, attainment: 1.1 }],
    ['missed at the end', years(77.5, 77.7, 77.9, 78.1, 78.2), '2025-12-31', { ...missed, attainment: 0.9 }],
    ['after the end', years(77.5, 77.7, 77.9, 78.1, 78.2, 99), '2027-12-31', { ...missed, attainment: 0.9 }],
    [
      'after the end with older data',
      years(77.5, 77.7),
      '2027-12-31',
      { ...onTrack, stale: true, attainment: 0.4 },
    ],
    ['a year is withheld: the latest figure is the level', years(77.5, null, 78.3), '2023-12-31', achieved],
    ['provisional', years(provisional(77.5)), '2021-12-31', { ...onTrack, provisional: true, zh: '初步' }],
    ['an estimate is no figure', years(77.5, estimate(78.3)), '2022-12-31', { actual: 77.5 }],
  ]);
});

describe('METHODS §8: per cent more or less than at the start', () => {
  table(intensity, { kind: 'relative', formula: { percent: -13.5 }, target: 173, baseline: 200 }, [
    ['before the period', before, '2020-12-31', nothing],
    ['nothing of the period is reported', row('year', '2020-01-01', [200]), '2021-06-30', nothing],
    ['the first figure: 5.4 of 27', years(194.6), '2021-12-31', { ...onTrack, attainment: 0.2 }],
    ['too slow', years(195.95), '2021-12-31', { ...atRisk, attainment: 0.15 }],
    ['far too slow', years(197.3), '2021-12-31', { ...offTrack, attainment: 0.1 }],
    ['more than at the start', years(227), '2021-12-31', { ...offTrack, attainment: -1 }],
    ['reached exactly', years(173), '2021-12-31', { ...achieved, attainment: 1 }],
    ['at the end', years(195, 190, 185, 180, 172.9), '2025-12-31', achieved],
    ['missed at the end', years(195, 190, 185, 180, 173.1), '2025-12-31', missed],
    [
      'after the end with older data',
      years(189.2),
      '2027-12-31',
      { ...onTrack, stale: true, attainment: 0.4 },
    ],
    ['a year is withheld: the latest figure is the level', years(194.6, null, 173), '2023-12-31', achieved],
    ['provisional', years(provisional(194.6)), '2021-12-31', { ...onTrack, provisional: true }],
    ['an estimate is no figure', years(194.6, estimate(173)), '2022-12-31', { actual: 194.6 }],
  ]);

  test('more than at the start, where the formula adds', () => {
    const goal = { ...intensity, formula: { percent: 13.5 } };
    expect(judge(goal, years(227), { asOf: '2021-12-31' })).toMatchObject({
      target: 227,
      status: 'achieved',
    });
    expect(judge(goal, years(190), { asOf: '2021-12-31' })).toMatchObject({ status: 'off-track' });
  });
});

describe('METHODS §8: growth of so much a year on average', () => {
  const all = { kind: 'growth', formula: { growth: 7, years: 5 } } as const;
  table(research, { ...all, target: 140.25517307, baseline: 100 }, [
    ['before the period', before, '2020-12-31', nothing],
    [
      'nothing of the period is reported',
      row('year', '2020-01-01', [100]),
      '2021-06-30',
      { ...nothing, averageGrowth: null },
    ],
    [
      'the first figure',
      years(109),
      '2021-12-31',
      { ...onTrack, averageGrowth: 0.09, attainment: 9 / 40.25517307 },
    ],
    [
      '7 % a year is at first less than the straight way',
      years(107),
      '2021-12-31',
      { ...atRisk, averageGrowth: 0.07 },
    ],
    ['too slow', years(102), '2021-12-31', { ...offTrack, averageGrowth: 0.02 }],
    ['two years', years(109, 121), '2022-12-31', { ...onTrack, averageGrowth: 0.1 }],
    ['a fall', years(81), '2021-12-31', { ...offTrack, averageGrowth: -0.19 }],
    [
      'a figure that is not above zero has no growth',
      years(0),
      '2021-12-31',
      { ...offTrack, averageGrowth: null },
    ],
    [
      'at the end exactly',
      years(107, 114, 123, 131, 140.25517307),
      '2025-12-31',
      { ...achieved, averageGrowth: 0.07, attainment: 1 },
    ],
    ['at the end', years(107, 114, 123, 131, 141), '2025-12-31', achieved],
    ['missed at the end', years(107, 114, 123, 131, 140.25), '2025-12-31', missed],
    ['after the end with older data', years(109, 121), '2027-12-31', { ...onTrack, stale: true }],
    [
      'a year is withheld: the latest figure is the level',
      years(109, null, 133.1),
      '2023-12-31',
      { ...onTrack, actual: 133.1, averageGrowth: 0.1 },
    ],
    ['provisional', years(provisional(109)), '2021-12-31', { ...onTrack, provisional: true }],
    [
      'an estimate is no figure',
      years(109, estimate(200)),
      '2022-12-31',
      { actual: 109, averageGrowth: 0.09 },
    ],
  ]);

  test('there is no average growth within the first year', () => {
    const series = row('month', '2021-01-01', [101, 102, 103]);
    expect(judge(research, series, { asOf: '2021-03-31' }).averageGrowth).toBeNull();
  });

  test('average growth counts whole years since the baseline', () => {
    const series = row(
      'month',
      '2021-01-01',
      Array.from({ length: 18 }, () => 121),
    );
    expect(judge(research, series, { asOf: '2022-06-30' }).averageGrowth).toBeCloseTo(0.21, 9);
  });
});

describe('METHODS §8: changes year by year', () => {
  table(emissions, { kind: 'chain', formula: { chain: [-3, -3.1] }, target: 46.9965, baseline: 50 }, [
    ['before the period', before, '2020-12-31', nothing],
    ['nothing of the period is reported', row('year', '2020-01-01', [50]), '2021-06-30', nothing],
    ['the first figure: half of the way', years(48.49825), '2021-12-31', { ...onTrack, attainment: 0.5 }],
    [
      'the first link exactly: 1.5 of 3.0035',
      years(48.5),
      '2021-12-31',
      { ...onTrack, attainment: 1.5 / 3.0035 },
    ],
    ['too slow', years(49), '2021-12-31', { ...atRisk, attainment: 1 / 3.0035 }],
    ['far too slow', years(49.9), '2021-12-31', offTrack],
    ['reached', years(46.9965), '2021-12-31', { ...achieved, attainment: 1 }],
    ['at the end', years(48.5, 46.9), '2022-12-31', achieved],
    ['missed at the end', years(48.5, 46.997), '2022-12-31', missed],
    ['after the end', years(48.5, 46.9965, 60), '2024-12-31', achieved],
    ['after the end with older data', years(48.5), '2024-12-31', { ...onTrack, stale: true }],
    [
      'the last year is withheld',
      row('year', '2021-01-01', [48.5], { reportedThrough: '2022-12-31' }),
      '2023-12-31',
      { ...onTrack, stale: true, actual: 48.5, dataThrough: '2021-12-31' },
    ],
    ['provisional', years(provisional(48.5)), '2021-12-31', { ...onTrack, provisional: true }],
    ['an estimate is no figure', years(48.5, estimate(46)), '2022-12-31', { actual: 48.5 }],
  ]);
});

test('a computed target is told with its formula, in both languages', () => {
  const tell = (goal: Parameters<typeof judge>[0]) => judge(goal, years(60), { asOf: '2021-12-31' }).reason;
  for (const [goal, ...parts] of [
    [life, '77.3', '78.3'],
    [intensity, '13.5', '173'],
    [research, '7%'],
    [emissions, '3', '3.1'],
  ] as const)
    for (const part of parts) {
      expect(tell(goal).zh).toContain(part);
      expect(tell(goal).en).toContain(part);
    }
});
