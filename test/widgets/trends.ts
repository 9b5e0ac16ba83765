import type { Unit } from '@zj/metrics';
import type {
  TrendLine,
  TrendModel,
  TrendPeriod,
  TrendPoint,
} from '../../packages/widgets/src/trend-chart/trend-model.js';
import { random } from '../metrics/goal/random.js';

/** Months from January of a year on. */
export function months(count: number, year = 2026, start = 1, isTwoLines = false): readonly TrendPeriod[] {
  return Array.from({ length: count }, (_, at) => {
    const month = ((start - 1 + at) % 12) + 1;
    const of = year + Math.floor((start - 1 + at) / 12);
    return {
      name: () => `${of}年${month}月`,
      short: `${month}月`,
      year: isTwoLines ? `${of}年` : '',
      ...(month === 1 && { isFirst: true }),
    };
  });
}

/** Settled points of figures; without a figure, a period lacks one. */
export function points(
  values: readonly (number | null)[],
  lack: 'missing' | 'coming' = 'missing',
): TrendPoint[] {
  return values.map((value) =>
    value === null ? { value, state: 'final', lack } : { value, state: 'final' },
  );
}

export function line(name: string, values: readonly TrendPoint[], chosen = true): TrendLine {
  return { id: name, name, chosen, points: values };
}

export const yuan: Unit = { zh: '元', en: 'yuan', power: 8 };

/** A trend of nothing but its lines. */
export function trend(given: Partial<TrendModel> & Pick<TrendModel, 'lines' | 'periods'>): TrendModel {
  return {
    appearance: 'line',
    unit: yuan,
    lastYear: [],
    schedule: [],
    path: [],
    milestones: [],
    target: null,
    forecast: null,
    limits: null,
    marks: [],
    ...given,
  };
}

const sums = [497, 890, 1413, 1900, 2405, 2943, 3448, 3951, 4513, 5036];

/** The year's revenue so far, as in the design. */
export const revenue: TrendModel = trend({
  appearance: 'cumulative',
  periods: months(12),
  lines: [
    line('三大先导产业营业收入', [
      ...points(sums).map((point, at): TrendPoint => (at === 9 ? { ...point, state: 'provisional' } : point)),
      ...points([null, null], 'coming'),
    ]),
  ],
  lastYear: [376, 790, 1257, 1692, 2138, 2621, 3079, 3527, 4028, 4492, 4963, 5511],
  schedule: [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365].map((day) => (6000 * day) / 365),
  path: [450, 900, 1350, 1833, 2317, 2800, 3317, 3833, 4350, 4900, 5450, 6000],
  milestones: [
    { at: 2, value: 1350 },
    { at: 5, value: 2800 },
    { at: 8, value: 4350 },
    { at: 11, value: 6000 },
  ],
  target: 6000,
  forecast: {
    points: [
      { at: 10, point: 5560, interval: [5500, 5620] },
      { at: 11, point: 6175, interval: [6050, 6300] },
    ],
    level: 0.8,
    coverage: 0.83,
  },
  marks: [{ from: 8, to: 8, name: '首批GMP厂房投产', url: '' }],
});

/** The same by months, as bars. */
export const monthly: TrendModel = trend({
  appearance: 'bars',
  periods: months(12),
  lines: [
    line('三大先导产业营业收入', [
      ...points([497, 393, 523, 487, 505, 538, 505, 503, 562, 523]).map((point, at): TrendPoint =>
        at === 9 ? { ...point, state: 'provisional' } : point,
      ),
      ...points([null, null], 'coming'),
    ]),
  ],
  lastYear: [376, 414, 467, 435, 446, 483, 458, 448, 501, 464, 471, 548],
  forecast: {
    points: [
      { at: 10, point: 524, interval: [480, 560] },
      { at: 11, point: 615, interval: [560, 670] },
    ],
    level: 0.8,
    coverage: null,
  },
});

/** Counts with a gap and every state. */
export const patents: TrendModel = trend({
  periods: months(22, 2025, 1, true),
  unit: { zh: '件', en: 'applications' },
  lines: [
    line(
      'PCT专利申请量',
      points([5, 7, 6, 8, 7, 9, 8, null, null, 9, 8, 10, 6, 7, 8, 6, 7, 9, 7, 6, 8, 7]).map((point, at) => {
        const state = ({ 12: 'estimate', 13: 'estimate', 16: 'revised', 21: 'provisional' } as const)[at];
        return state ? { ...point, state } : point;
      }),
    ),
  ],
});

const next = random(11);
/** Twelve lines, two of them chosen. */
export const fields: TrendModel = trend({
  periods: months(10),
  unit: { zh: '指数', en: 'index' },
  lines: (
    [
      ['智能驾驶', 166.9],
      ['现代物流', 135.6],
      ['智能机器人', 132],
      ['芯片设计', 121.1],
      ['生物制药', 115.9],
      ['专业服务', 103.1],
      ['设备材料', 102.7],
      ['智能装备', 102.1],
      ['医疗器械', 100.9],
      ['智能软件', 96.9],
      ['封装测试', 84.2],
      ['国际贸易', 75.5],
    ] as const
  ).map(([name, end], row) =>
    line(
      name,
      points(
        Array.from({ length: 10 }, (_, at) =>
          at === 9 ? end : 100 + ((end - 100) * at) / 9 + (next() - 0.5) * 6,
        ),
      ),
      row === 0 || row === 11,
    ),
  ),
});

/** A rate with a ceiling that was broken once. */
export const unemployment: TrendModel = trend({
  periods: months(22, 2025, 1, true),
  unit: { zh: '%', en: '%' },
  lines: [
    line(
      '城镇调查失业率',
      points([
        5.2, 5.4, 5.2, 5.1, 5.0, 5.0, 5.2, 5.3, 5.2, 5.1, 5.1, 5.1, 5.2, 5.6, 5.4, 5.1, 5.0, 5.0, 5.0, 5.2,
        5.3, 5.1,
      ]).map((point, at) => (at === 13 ? { ...point, broken: true } : point)),
    ),
  ],
  limits: { low: null, high: 5.5 },
});
