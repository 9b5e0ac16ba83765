import type { FigureState, Unit } from '@zj/metrics';
import type { TrendModel, TrendPoint } from '../../packages/widgets/src/trend-chart/trend-model.js';
import { random } from '../metrics/goal/random.js';
import { months, trend } from './trends.js';

const letters = {
  'zh-CN': '三大先导产业营业收入规模以上工业增加值研发投入强度城镇调查失业率单位能耗',
  en: 'Revenue of leading industries and value added by large firms per unit of energy consumed ',
};
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const units: readonly Unit[] = [
  { zh: '元', en: 'yuan', power: 8 },
  { zh: '%', en: '%' },
  { zh: '件', en: 'applications' },
  { zh: '', en: '' },
];
const states: readonly FigureState[] = [
  'final',
  'final',
  'final',
  'final',
  'provisional',
  'estimate',
  'revised',
];

/** A trend with anything that a trend may have, of a number. */
export function randomTrend(seed: number, locale: 'zh-CN' | 'en', lines?: number): TrendModel {
  const next = random(seed);
  const whole = (most: number): number => Math.floor(next() * most);
  const pick = <Thing>(things: readonly Thing[]): Thing => things[whole(things.length)]!;
  const name = (): string => {
    const [from, length] = [whole(20), 2 + whole(pick([4, 8, 39]))];
    return letters[locale]
      .repeat(2)
      .slice(from, from + length)
      .trim();
  };
  const appearance = pick(['line', 'line', 'bars', 'cumulative'] as const);
  const count = pick([1, 2, 5, 10, 12, 12, 22, 36, 90]);
  const size = 10 ** (next() * 12 - 2);
  const low = pick([0, 0, 0.9, -1]);
  const figure = (): number => Number((size * (low + next() * (1 - Math.max(low, 0)))).toPrecision(5));
  const list = (chance: number): readonly (number | null)[] =>
    next() < chance ? Array.from({ length: count }, () => (next() < 0.05 ? null : figure())) : [];
  const end = next() < 0.3 ? Math.max(count - 2, 1) : count;
  const gap = next() < 0.4 ? whole(count) : -9;
  const rows = lines ?? pick([1, 1, 1, 2, 3, 7, 12]);
  const limits = next() < 0.25 ? { low: next() < 0.5 ? figure() : null, high: figure() } : null;
  const fan = end < count;
  let sum = 0;
  return trend({
    appearance,
    unit: pick(units),
    periods: months(count, 2025, 1 + whole(12), next() < 0.5).map((period, at) =>
      locale === 'en'
        ? { ...period, name: () => `${monthNames[at % 12]} 2025`, short: monthNames[at % 12]! }
        : period,
    ),
    lines: Array.from({ length: rows }, (_, row) => ({
      id: `${row}`,
      name: name(),
      chosen: row < 3,
      points: Array.from({ length: count }, (_, at): TrendPoint => {
        if (at >= end) return { value: null, state: 'final', lack: 'coming' };
        if (at === gap || at === gap + 1) return { value: null, state: 'final', lack: 'missing' };
        sum += figure() / count;
        const value = appearance === 'cumulative' && rows === 1 ? Number(sum.toPrecision(6)) : figure();
        const broken = limits && (value > limits.high || (limits.low !== null && value < limits.low));
        return { value, state: pick(states), ...(broken && { broken }) };
      }),
    })),
    lastYear: rows === 1 ? list(0.5) : [],
    schedule: rows === 1 ? list(0.4) : [],
    path: rows === 1 ? list(0.3) : [],
    milestones: next() < 0.3 ? [{ at: whole(count) - (next() < 0.3 ? 0.4 : 0), value: figure() }] : [],
    target: next() < 0.5 ? figure() : null,
    forecast:
      fan && rows === 1
        ? {
            points: Array.from({ length: count - end }, (_, at) => {
              const point = figure();
              return { at: end + at, point, interval: [point - size / 9, point + size / 7] as const };
            }),
            level: 0.8,
            coverage: null,
          }
        : null,
    limits,
    marks: Array.from({ length: pick([0, 0, 1, 3, 8]) }, () => {
      const from = whole(count);
      return { from, to: from + pick([0, 0, 1.5]), name: name(), url: '' };
    }),
  });
}
