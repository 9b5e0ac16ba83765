import type { Goal, PublishedVerdict, Series } from '@zj/metrics';
import { publish, type Change } from './verdicts.js';

/** Annual figures, the last of them of 2025. */
const yearly = (...values: readonly (number | null)[]): Series['observations'] =>
  values.flatMap((value, at) =>
    value === null ? [] : [{ date: `${2026 - values.length + at}-12-31`, value }],
  );

const monthly = (...values: readonly number[]): Series['observations'] =>
  values.map((value, month) => ({
    date: new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10),
    value,
  }));

const firm = { zh: '确保', en: 'ensure', binding: 'firm' } as const;
const year = { start: '2026-01-01', end: '2026-12-31' };
const fiveYears = { start: '2021-01-01', end: '2025-12-31' };
const percent = { zh: '%', en: '%' };

const rate: Goal = {
  id: 'unemployment',
  name: { zh: '城镇调查失业率', en: 'Surveyed urban unemployment' },
  qualifier: firm,
  target: 5.5,
  bound: 'at-most',
  unit: percent,
  period: year,
  accumulate: 'level',
  nature: 'expected',
} as unknown as Goal;

/** A ceiling that is kept so far: 5.2 % where at most 5.5 % is wanted. */
export function unemployment(change: Change = {}): PublishedVerdict {
  return publish(rate, change, {
    ...{ grain: 'month', reportedThrough: '2026-10-31', count: false },
    observations: monthly(5.3, 5.4, 5.3, 5.2, 5.1, 5.1, 5.2, 5.3, 5.2, 5.2),
  });
}

/** The mean of a year: 10 of 12 months. */
export function meanUnemployment(change: Change = {}): PublishedVerdict {
  return unemployment({ accumulate: 'average', ...change });
}

/** A floor that was kept to the end: 6.8 where at least 6.5 is wanted. */
export function grain(change: Change = {}): PublishedVerdict {
  return publish(
    {
      ...rate,
      ...{ id: 'grain', name: { zh: '粮食综合生产能力', en: 'Grain production capacity' } },
      ...{ bound: 'at-least', target: 6.5, unit: { zh: '吨', en: 'tonnes', power: 8 }, period: fiveYears },
    },
    { asOf: '2026-01-20', ...change },
    {
      ...{ grain: 'year', reportedThrough: '2025-12-31', count: false },
      observations: yearly(6.6, 6.7, 6.8, 6.9, 6.8),
    },
  );
}

/** A range that is not kept so far: 5.7 % where 4.5 to 5.5 is wanted. */
export function growth(change: Change = {}): PublishedVerdict {
  const { target, bound, ...rest } = rate;
  void [target, bound];
  return publish(
    {
      ...rest,
      ...{ id: 'growth', name: { zh: '地区生产总值增长', en: 'Growth of regional product' }, target: null },
      range: { from: 4.5, to: 5.5 },
    },
    change,
    {
      ...{ grain: 'month', reportedThrough: '2026-10-31', count: false },
      observations: monthly(5.7, 5.6, 5.8, 5.7, 5.7, 5.6, 5.6, 5.7, 5.7, 5.7),
    },
  );
}

/** A ceiling on a total: 62 of 90 are used. */
export function consumption(change: Change = {}): PublishedVerdict {
  return publish(
    {
      ...rate,
      ...{ id: 'energy', name: { zh: '能源消费总量', en: 'Energy consumption' }, accumulate: 'total' },
      ...{ target: 900, unit: { zh: '吨标准煤', en: 'tonnes of coal equivalent', power: 4 } },
    },
    change,
    {
      ...{ grain: 'month', reportedThrough: '2026-10-31', count: false },
      observations: monthly(62, 62, 62, 62, 62, 62, 62, 62, 62, 62),
    },
  );
}

/** A limit of every year, which one year broke. */
export function dust(change: Change = {}): PublishedVerdict {
  return publish(
    {
      ...rate,
      ...{ id: 'dust', name: { zh: 'PM2.5年均浓度', en: 'Mean PM2.5' }, hold: 'each-period', grain: 'year' },
      ...{ target: 30, unit: { zh: '微克/立方米', en: 'µg/m³' }, period: fiveYears },
    },
    { asOf: '2026-01-20', ...change },
    {
      ...{ grain: 'year', reportedThrough: '2025-12-31', count: false },
      observations: yearly(28, 29, 27, 31, 26),
    },
  );
}

/** A level whose target follows from its baseline: 13.5 % less in five years. */
export function energy(change: Change = {}): PublishedVerdict {
  return publish(
    {
      ...rate,
      ...{ id: 'intensity', name: { zh: '单位生产总值能耗', en: 'Energy per output' }, bound: undefined },
      ...{ target: null, formula: { percent: -13.5 }, baseline: { value: 40, date: '2020-12-31' } },
      ...{ unit: { zh: '千克标准煤', en: 'kg of coal equivalent' }, period: fiveYears },
    } as unknown as Goal,
    {
      asOf: '2025-02-01',
      nature: 'binding',
      was: [
        {
          ...{ target: 34, until: '2023-06-30', reason: { zh: '统计口径调整', en: 'A new definition' } },
          document: {
            title: { zh: '关于调整规划指标的通知', en: 'Notice on changed targets' },
            ...{ number: '示例〔2023〕1号', url: 'https://example.gov.cn/notice' },
          },
        },
      ],
      ...change,
    },
    {
      ...{ grain: 'year', reportedThrough: '2024-12-31', count: false },
      observations: yearly(39, 38.2, 37.5, 36.1, null),
    },
  );
}

/** A verdict of every kind of METHODS §8. */
export const kinds: Readonly<Record<string, PublishedVerdict>> = {
  'a ceiling': unemployment(),
  'a floor': grain(),
  'a range': growth(),
  'a limit of each year': dust(),
  'a limit with a gap': dust({
    observations: yearly(32, null, 27, 31, 26).map((one, at) =>
      at === 3 ? { ...one, quality: 'provisional' } : one,
    ),
  }),
  'a limit of months': dust({
    period: year,
    asOf: '2026-11-15',
    grain: 'month',
    reportedThrough: '2026-10-31',
    observations: monthly(1028, 1029, 1027, 1021, 1026, 1024, 1031, 1020, 1028, 1033),
    target: 1030,
  }),
  'a mean': meanUnemployment(),
  'a ceiling on a total': consumption(),
  'a formula': energy(),
};
