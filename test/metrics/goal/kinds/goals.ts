import type { JudgedGoal } from '../../../../packages/metrics/src/goal/goal.js';
import { firm } from '../goals.js';

const of2026 = { start: '2026-01-01', end: '2026-12-31' } as const;
const fiveYears = { start: '2021-01-01', end: '2025-12-31' } as const;

const rate = {
  id: 'unemployment',
  name: { zh: '调查失业率', en: 'Unemployment' },
  unit: { zh: '%', en: '%' },
  qualifier: firm,
  period: of2026,
  accumulate: 'average',
} as const;

/** The surveyed rate of unemployment of 2026 averages at most 5.5 %. */
export const unemployment: JudgedGoal = { ...rate, target: 5.5, bound: 'at-most' };

/** The same, around 5 %. */
export const around: JudgedGoal = { ...rate, target: null, range: { from: 4.5, to: 5.5 } };

/** The grain that a country can grow stays above 6.5 亿吨 to 2025. */
export const grain: JudgedGoal = {
  id: 'grain',
  name: { zh: '粮食综合生产能力', en: 'Grain capacity' },
  unit: { zh: '吨', en: 'tonnes', power: 8 },
  qualifier: firm,
  target: 6.5,
  bound: 'at-least',
  period: fiveYears,
  accumulate: 'level',
};

/** Fine dust of at most 30 at the end of 2026. */
export const dust: JudgedGoal = {
  id: 'dust',
  name: { zh: '细颗粒物浓度', en: 'Fine dust' },
  unit: { zh: '微克', en: 'micrograms', one: 'microgram' },
  qualifier: firm,
  target: 30,
  bound: 'at-most',
  period: of2026,
  accumulate: 'level',
};

/** At most 365 of energy in the 365 days of 2026: one a day. */
export const energy: JudgedGoal = {
  id: 'energy',
  name: { zh: '能源消费总量', en: 'Energy' },
  unit: { zh: '吨', en: 'tonnes', power: 4 },
  qualifier: firm,
  target: 365,
  bound: 'at-most',
  period: of2026,
  accumulate: 'total',
};

/** At most 3 accidents in the 730 days of 2025 and 2026. */
export const accidents: JudgedGoal = {
  id: 'accidents',
  name: { zh: '事故', en: 'Accidents' },
  unit: { zh: '起', en: 'accidents', one: 'accident' },
  qualifier: firm,
  target: 3,
  bound: 'at-most',
  period: { start: '2025-01-01', end: '2026-12-31' },
  accumulate: 'since',
};

/** Prices rise by 4.5 to 5.5 %: the latest figure of 2026. */
export const prices: JudgedGoal = {
  id: 'prices',
  name: { zh: '价格涨幅', en: 'Prices' },
  unit: { zh: '%', en: '%' },
  qualifier: firm,
  target: null,
  range: { from: 4.5, to: 5.5 },
  period: of2026,
  accumulate: 'level',
};

const everyYear = {
  id: 'deficit',
  name: { zh: '赤字率', en: 'Deficit' },
  unit: { zh: '%', en: '%' },
  qualifier: firm,
  hold: 'each-period',
  period: fiveYears,
  accumulate: 'level',
} as const;

/** A deficit of at most 3 in each year of 2021 to 2025. */
export const deficit: JudgedGoal = { ...everyYear, target: 3, bound: 'at-most' };

/** A deficit of 2 to 3 in each of these years. */
export const steadyDeficit: JudgedGoal = { ...everyYear, target: null, range: { from: 2, to: 3 } };

/** Life expectancy rises by one year on 77.3 of 2020. */
export const life: JudgedGoal = {
  id: 'life',
  name: { zh: '人均预期寿命', en: 'Life expectancy' },
  unit: { zh: '岁', en: 'years', one: 'year' },
  qualifier: firm,
  target: null,
  formula: { plus: 1 },
  baseline: { value: 77.3, date: '2020-12-31' },
  period: fiveYears,
  accumulate: 'level',
};

/** Energy per unit of output falls by 13.5 % in all. */
export const intensity: JudgedGoal = {
  ...life,
  id: 'intensity',
  name: { zh: '单位GDP能耗', en: 'Energy intensity' },
  unit: { zh: '吨', en: 'tonnes' },
  formula: { percent: -13.5 },
  baseline: { value: 200, date: '2020-12-31' },
};

/** Research spending grows by 7 % a year. */
export const research: JudgedGoal = {
  ...life,
  id: 'research',
  name: { zh: '研发经费', en: 'Research spending' },
  unit: { zh: '元', en: 'yuan', power: 8 },
  formula: { growth: 7, years: 5 },
  baseline: { value: 100, date: '2020-12-31' },
};

/** A fall of 3 % in 2021, and of 3.1 % in 2022. */
export const emissions: JudgedGoal = {
  ...life,
  id: 'emissions',
  name: { zh: '排放强度', en: 'Emissions' },
  unit: { zh: '吨', en: 'tonnes' },
  formula: { chain: [-3, -3.1] },
  baseline: { value: 50, date: '2020-12-31' },
  period: { start: '2021-01-01', end: '2022-12-31' },
};
