import { describe, expect, test } from 'vitest';
import { periodTicks } from '../../packages/widgets/src/trend-chart/plot-periods.js';
import { trendShape } from '../../packages/widgets/src/trend-chart/trend-shape.js';
import type { TrendPeriod } from '../../packages/widgets/src/trend-chart/trend-model.js';
import type { Grain } from '@zj/metrics';
import { lineWidth } from '../../packages/widgets/src/drawing/text-width.js';
import { random } from '../metrics/goal/random.js';
import { single } from '../../stories/industries.js';
import { seeds } from '../soak.js';

const steps: Readonly<Record<Grain, number>> = {
  day: 1,
  week: 7,
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const day = 86_400_000;

/** Periods of a grain from a day on, as a trend names them. */
function periodsOf(grain: Grain, from: string, count: number, fiscalStart?: number): readonly TrendPeriod[] {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const isShort = grain === 'day' || grain === 'week';
  const start = (at: number): number =>
    isShort ? Date.parse(from) + at * steps[grain] * day : Date.UTC(year, month - 1 + at * steps[grain], 1);
  const base = single(Array.from({ length: count }, (_, at) => at));
  const spans = Array.from({ length: count }, (_, at) => ({
    start: iso(start(at)),
    end: iso(start(at + 1) - day),
  }));
  const series = { ...base, grain, ...(fiscalStart && { fiscalStart }), periods: spans };
  const shape = trendShape(series as never, { locale: 'zh-CN', appearance: 'line', during: '1900..' });
  if ('problem' in shape) throw new Error(shape.problem.message({} as never));
  return shape.model.periods;
}

/** The names under an axis of a width, and the years under them, in a text of 13 px. */
function axis(periods: readonly TrendPeriod[], width: number): { names: string[]; years: string[] } {
  const apart = periods.length > 1 ? (width - 80) / (periods.length - 1) : 0;
  const { names, years } = periodTicks(periods, (at) => 60 + at * apart, 13, 34);
  return { names: names.map((at) => periods[at]!.short), years: years.map(({ at }) => periods[at]!.year) };
}

describe('the axis of periods', () => {
  test('names the year of its first period, also where that is not the first of its year', () => {
    expect(axis(periodsOf('month', '2025-11-01', 12), 860).years).toEqual(['2025年', '2026年']);
    expect(axis(periodsOf('month', '2025-11-01', 24), 400).years).toEqual(['2025年', '2026年', '2027年']);
    expect(axis(periodsOf('month', '2026-03-01', 5), 400).years).toEqual(['2026年']);
  });

  test('names weeks by their first days, under the year of that day', () => {
    const weeks = periodsOf('week', '2025-12-15', 4);
    expect(weeks.map(({ short, year }) => [short, year])).toEqual([
      ['12-15', '2025年'],
      ['12-22', '2025年'],
      ['12-29', '2025年'],
      ['01-05', '2026年'],
    ]);
  });

  test('names quarters, half-years and years', () => {
    expect(axis(periodsOf('quarter', '2025-07-01', 5), 500)).toEqual({
      names: ['三季度', '四季度', '一季度', '二季度', '三季度'],
      years: ['2025年', '2026年'],
    });
    expect(axis(periodsOf('half-year', '2025-01-01', 4), 500)).toEqual({
      names: ['上半年', '下半年', '上半年', '下半年'],
      years: ['2025年', '2026年'],
    });
    expect(axis(periodsOf('year', '2021-01-01', 4), 500)).toEqual({
      names: ['2021', '2022', '2023', '2024'],
      years: [],
    });
    // Of many years the round ones, the first and the last.
    expect(axis(periodsOf('year', '1951-01-01', 76), 500).names).toEqual([
      ...['1951', '1960', '1970', '1980', '1990', '2000', '2010'],
      '2026',
    ]);
  });

  test('names fiscal periods by their months, a year by both of its years', () => {
    expect(axis(periodsOf('quarter', '2025-10-01', 4, 4), 600)).toEqual({
      names: ['10月–12月', '1月–3月', '4月–6月', '7月–9月'],
      years: ['2025年', '2026年'],
    });
    expect(periodsOf('half-year', '2025-10-01', 1, 4)[0]).toMatchObject({
      short: '10月–3月',
      year: '2025年',
    });
    expect(axis(periodsOf('year', '2023-04-01', 3, 4), 500)).toEqual({
      names: ['2023–24', '2024–25', '2025–26'],
      years: [],
    });
  });

  test('begins sums anew with the fiscal year', () => {
    const first = periodsOf('month', '2025-01-01', 16, 4).flatMap(({ isFirst, name }) =>
      isFirst ? [name()] : [],
    );
    expect(first).toEqual(['2025年4月', '2026年4月']);
  });

  test('of six hundred months has round years alone, and of six hundred days first days of months', () => {
    expect(axis(periodsOf('month', '1976-11-01', 600), 860)).toEqual({
      names: [],
      years: [
        '1980年',
        '1985年',
        '1990年',
        '1995年',
        '2000年',
        '2005年',
        '2010年',
        '2015年',
        '2020年',
        '2025年',
      ],
    });
    const days = axis(periodsOf('day', '2025-05-12', 600), 860);
    expect(days.names).toEqual(['05-12', '07-01', '10-01', '01-01', '04-01', '07-01', '10-01', '01-01']);
    expect(days.years).toEqual(['2025年', '2026年', '2027年']);
  });

  test('never has two names that touch, nor one without its year or its end, from any day and of any length', () => {
    for (const seed of seeds('axes', 2000, 10)) {
      const next = random(seed);
      const grain = (Object.keys(steps) as Grain[])[Math.floor(next() * 6)]!;
      const from = `${1990 + Math.floor(next() * 30)}-${['01', '04', '07', '10'][Math.floor(next() * 4)]!}-01`;
      const count = 1 + Math.floor(next() ** 3 * 700);
      const periods = periodsOf(grain, from, count, next() < 0.3 ? 4 : undefined);
      const width = 280 + next() * 900;
      const apart = count > 1 ? (width - 80) / (count - 1) : 0;
      const place = (at: number): number => 60 + at * apart;
      const { names, years } = periodTicks(periods, place, 13, 34);
      const why = `seed ${seed}: ${count} ${grain}s in ${width} px`;
      const touches = (marks: readonly { x: number; text: string }[]): boolean =>
        marks.some(({ x, text }, at) => {
          const before = marks[at - 1];
          return before && x - before.x < ((lineWidth(text) + lineWidth(before.text)) * 13) / 2;
        });
      expect(touches(names.map((at) => ({ x: place(at), text: periods[at]!.short }))), why).toBe(false);
      expect(touches(years.map(({ at, x }) => ({ x, text: periods[at]!.year }))), why).toBe(false);
      expect(names.length + years.length, why).toBeGreaterThan(0);
      if (names.length > 0) expect(names.at(-1), why).toBe(count - 1);
      if (grain !== 'year') expect(years.length, why).toBeGreaterThan(0);
      expect(names.length, why).toBeLessThanOrEqual(width / 34 + 1);
    }
  });
});
