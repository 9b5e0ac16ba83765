import type { MetricSeries } from '@zj/metrics';
import { metricSeries, seeded, wave, type Made, type Member } from './series.js';

/** The fields of a park: name, revenue of a month in 亿元, growth of a year. */
const fields: readonly (readonly [name: string, level: number, growth: number])[] = [
  ['生物医药', 148, 0.16],
  ['芯片设计', 88, 0.21],
  ['医疗器械', 49, 0.01],
  ['设备材料', 39, 0.07],
  ['封装测试', 38, -0.12],
  ['智能软件', 28, -0.03],
  ['智能驾驶', 14, 0.62],
  ['现代物流', 17, 0.35],
  ['智能机器人', 12, 0.3],
  ['专业服务', 11, 0.05],
  ['海工装备', 10, -0.04],
  ['国际贸易', 24, -0.2],
];

const unit = { zh: '元', en: 'yuan', power: 8 } as const;
const dimension = { name: 'field', label: { zh: '领域', en: 'Field' } };

/** How much of the fields is shown. */
export interface Fields {
  /** How many of them; all twelve where absent. */
  readonly count?: number;
  /** A sum of cells that were merged for confidentiality beside them. */
  readonly merged?: boolean;
  readonly change?: Partial<Made>;
}

/** Revenue by field from January 2025 to October 2026. */
export function industries({
  count = fields.length,
  merged = false,
  change = {},
}: Fields = {}): MetricSeries {
  const members = fields
    .slice(0, count)
    .map(([name, level, growth], at): Member => ({ name, values: wave(at + 1, 22, level, growth) }));
  const cells: readonly Member[] = merged ? [{ name: '', merged: true, values: wave(99, 22, 21, 0.11) }] : [];
  return metricSeries({
    metric: 'field-revenue',
    name: { zh: '营业收入', en: 'Operating revenue' },
    unit,
    from: '2025-01',
    members: [...members, ...cells],
    dimension,
    ...change,
  });
}

/** One field over time, or figures of one's own. */
export function single(
  values: readonly (number | null)[],
  change: Partial<Made> & Pick<Member, 'states'> = {},
): MetricSeries {
  const { states, ...rest } = change;
  return metricSeries({
    metric: 'pct-applications',
    name: { zh: 'PCT专利申请量', en: 'PCT patent applications' },
    unit: { zh: '件', en: 'applications', one: 'application' },
    from: '2025-01',
    members: [{ name: '', values, ...(states && { states }) }],
    ...rest,
  });
}

/** Balances, some above nothing and some below. */
export function balances(): MetricSeries {
  const random = seeded(5);
  const levels = [5.2, 3.1, 1.4, -0.6, -2.2, -4.8, 0.9, -1.1];
  return industries({
    change: {
      metric: 'balance',
      name: { zh: '进出口差额', en: 'Balance of trade' },
      members: levels.map((level, at) => ({
        name: fields[at]![0],
        values: Array.from({ length: 22 }, () => Math.round((level + random() - 0.5) * 100) / 100),
      })),
    },
  });
}

/** The streets of a city, two hundred of them. */
export function streets(count = 200): MetricSeries {
  return industries({
    change: {
      metric: 'enterprises',
      name: { zh: '企业数', en: 'Enterprises' },
      unit: { zh: '家', en: 'enterprises', one: 'enterprise' },
      dimension: { name: 'street', label: { zh: '街道', en: 'Street' } },
      additive: false,
      members: Array.from({ length: count }, (_, at) => ({
        name: `第${at + 1}街道`,
        values: wave(at + 500, 14, 400 / (1 + at / 9), 0.06).map(Math.round),
      })),
    },
  });
}

/** Fields that overlap: an enterprise may be in several. */
export function overlapping(): MetricSeries {
  return industries({
    count: 6,
    change: {
      dimension: {
        ...dimension,
        apart: {
          zh: '一家企业可以同时属于几个领域，各领域相加会重复计算。',
          en: 'An enterprise may be in several fields, so their sum would count it more than once.',
        },
      },
    },
  });
}

/** Names of forty letters. */
export function longNames(): MetricSeries {
  const long = '高成长性科技企业集聚区生物医药与高端医疗器械研发制造及配套专业服务领域规模以上法人单位';
  return industries({
    change: {
      members: fields.slice(0, 5).map(([name, level, growth], at) => ({
        name: `${name}${long}`.slice(0, 40),
        values: wave(at + 1, 22, level, growth),
      })),
    },
  });
}

/** Figures of a size: quadrillions, or thousandths. */
export function ofSize(level: number): MetricSeries {
  return industries({
    change: {
      unit: { zh: '元', en: 'yuan' },
      members: fields.slice(0, 4).map(([name, , growth], at) => ({
        name,
        values: wave(at + 1, 22, 100, growth).map((share) => (share / 100) * level * (1 - at / 5)),
      })),
    },
  });
}
