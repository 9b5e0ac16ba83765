import { gaugeShape } from '@zj/widgets';
import type { LimitPeriod } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { dust, kinds } from '../../stories/kinds.js';
import { grainOf, namePeriod } from '../../packages/widgets/src/goal-gauge/period-grain.js';
import { drawPeriods } from '../../packages/widgets/src/goal-gauge/periods.js';
import { isVerdict } from '../../packages/widgets/src/goal-gauge/valid.js';
import { faceOf } from '../../packages/widgets/src/locale/locale.js';
import type { Tree } from '../../packages/widgets/src/drawing/tree.js';

type Element = Exclude<Tree, string>;

const zh = { locale: 'zh-CN' } as const;
const words = {
  tell: String,
  name: ({ date }: LimitPeriod) => date.slice(0, 4),
  provisional: '初步',
};
const years = (...values: readonly (number | null)[]): readonly LimitPeriod[] =>
  values.map((value, at) => ({
    date: `${2026 - values.length + at}-12-31`,
    value,
    kept: value === null ? null : value <= 30,
  }));

/** The texts of each cell, and the part that its box is. */
function cellsOf(periods: readonly LimitPeriod[]): readonly (readonly string[])[] {
  const [, , ...cells] = drawPeriods(periods, words) as Element;
  return cells.map((cell) => {
    const [, , ...lines] = cell as Element;
    return lines.flatMap((line) => {
      const [tag, { part }, text] = line as Element;
      return tag === 'text' ? [text as string] : tag === 'rect' ? [String(part)] : [];
    });
  });
}

describe('a limit that holds in each period', () => {
  test('has its newest breach in the row, however old it is', () => {
    const row = cellsOf(years(31, 28, 27, 26, 25, 24, 23));
    expect(row.map(([part, figure, year]) => [part, figure, year])).toEqual([
      ['breach', '31', '2019'],
      ['period', '26', '2022'],
      ['period', '25', '2023'],
      ['period', '24', '2024'],
      ['period', '23', '2025'],
    ]);
  });

  test('names the periods of fiscal years by their months, as the reason does', () => {
    const period = { start: '2025-04-01', end: '2026-03-31' };
    const name = (grain: 'quarter' | 'year' | 'month', fiscalStart?: number) =>
      namePeriod({ grain, period, ...(fiscalStart && { fiscalStart }) }, faceOf('zh-CN'));
    expect(name('quarter', 4)('2025-06-30', true)).toBe('4月–6月');
    expect(name('quarter', 4)('2025-06-30', false)).toBe('2025年4月–2025年6月');
    expect(name('year', 4)('2025-03-31', true)).toBe('2024–25');
    expect(name('year', 4)('2025-03-31', false)).toBe('2024年4月–2025年3月');
    expect(name('month', 4)('2025-03-31', true)).toBe('3月');
    expect(name('quarter')('2025-06-30', false)).toBe('2025年第二季度');
  });

  test('is told by the periods that kept it, and by those that broke it', () => {
    expect(gaugeShape(dust(), zh)).toMatchObject({
      scale: 'periods',
      figure: ['4', ' / 5年守住'],
      quantity: ['每年不超过30微克/立方米', ''],
      pace: '2024年为31，超过限值',
      word: '未达成',
    });
    expect(gaugeShape(dust(), zh).meter).toEqual({
      now: 4,
      min: 0,
      max: 5,
      text: '4 / 5年守住，每年不超过30微克/立方米',
    });
    expect(gaugeShape(dust(), { locale: 'en' })).toMatchObject({
      figure: ['4', ' / 5 years kept'],
      quantity: ['at most 30 µg/m³ each year', ''],
      pace: '31 in 2024, above the limit',
    });
  });

  test('tells months as months, and floors as what is not reached', () => {
    const shape = gaugeShape(kinds['a limit of months']!, zh);
    expect(shape.figure).toEqual(['8', ' / 10个月守住']);
    expect(shape.pace).toBe('2026年7月为1,031、2026年10月为1,033，超过限值');
    expect(gaugeShape(dust({ bound: 'at-least', target: 27 }), zh)).toMatchObject({
      quantity: ['每年不低于27微克/立方米', ''],
      pace: '2025年为26，低于限值',
    });
  });

  test('names two broken periods at most, and counts the others', () => {
    expect(gaugeShape(dust({ target: 26.5 }), zh).pace).toBe('2023年为27、2024年为31，另有2期，超过限值');
  });

  test('is never told by a period without a figure, and marks a provisional one in words', () => {
    const gap = kinds['a limit with a gap']!;
    expect(gaugeShape(gap, zh).figure).toEqual(['2', ' / 4年守住']);
    expect(JSON.stringify(gaugeShape(gap, zh).drawing)).toContain('初步');
  });

  test('before its first period is over it has neither a row nor a number', () => {
    const shape = gaugeShape(dust({ observations: [], reportedThrough: null }), zh);
    expect(shape).toMatchObject({
      scale: 'words',
      figure: ['—', ''],
      quantity: ['每年不超过30微克/立方米', ''],
    });
    expect(shape.meter).toMatchObject({ now: 0, min: 0, max: 1 });
  });
});

describe('a row of periods', () => {
  test('has the newest five, each with its figure and its year', () => {
    expect(cellsOf(years(31, 28, null, 29, 27, 31, 26))).toEqual([
      ['period', '—', '2021'],
      ['period', '29', '2022'],
      ['period', '27', '2023'],
      ['breach', '31', '2024'],
      ['period', '26', '2025'],
    ]);
  });

  test('has fewer where figures are longer, so that none leaves its cell', () => {
    expect(cellsOf(years(28_123, 29_123, 27_123, 29_123, 26_123))).toHaveLength(3);
    expect(cellsOf(years(1e15, 2e15))).toHaveLength(1);
  });

  test('says below a period that its figure is provisional', () => {
    const [first, last] = years(28, 31);
    expect(cellsOf([first!, { ...last!, provisional: true }])).toEqual([
      ['period', '28', '2024'],
      ['breach', '31', '2025', '初步'],
    ]);
  });

  test('in a narrow card leaves out the oldest', () => {
    const [, , ...cells] = drawPeriods(years(28, 29, 27, 31, 26), words) as Element;
    expect(cells.map((cell) => (cell as Element)[1].class)).toEqual(['c15', 'c12', 'c10', 'c7', false]);
  });
});

test.each([
  ['year', '2021-12-31', '2022-12-31'],
  ['half-year', '2021-06-30', '2021-12-31'],
  ['quarter', '2021-03-31', '2021-06-30'],
  ['month', '2021-01-31', '2021-02-28'],
  ['day', '2021-01-01', '2021-01-02'],
])('the length of a period follows from two of them, and from the first: %s', (grain, first, second) => {
  const period = { start: '2021-01-01', end: '2025-12-31' };
  const of = (...dates: string[]) => ({
    period,
    periods: dates.map((date) => ({ date, value: 1, kept: true })),
  });
  expect(grainOf(of(first, second))).toBe(grain);
  expect(grainOf(of(first))).toBe(grain);
});

test.each([
  ['no periods', { periods: undefined }],
  ['a period without a day', { periods: [{ date: '2024', value: 1, kept: true }] }],
  ['a period without a figure', { periods: [{ date: '2024-12-31', kept: true }] }],
  ['a period that is neither kept nor broken', { periods: [{ date: '2024-12-31', value: 1, kept: 'yes' }] }],
  ['a breach without a figure', { breaches: [{ date: '2024-12-31', value: null }] }],
  ['no breaches', { breaches: undefined }],
])('a verdict of a limit with %s is refused', (_, change) => {
  expect(isVerdict(dust())).toBe(true);
  expect(isVerdict({ ...dust(), ...change })).toBe(false);
});
