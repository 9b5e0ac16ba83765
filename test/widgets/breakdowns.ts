import type { MetricSeries, Unit } from '@zj/metrics';
import { metricSeries, seeded, wave, type Member } from '../../stories/series.js';

/** Made-up fields of a park with their revenue a month, in 10⁸ yuan, and cells that were merged. */
const fields: readonly (readonly [name: string, level: number, growth: number])[] = [
  ['生物制药', 150, 0.16],
  ['芯片设计', 90, 0.21],
  ['医疗器械', 52, 0.01],
  ['设备材料', 42, 0.03],
  ['封装测试', 38, -0.16],
  ['智能软件', 30, -0.03],
  ['智能驾驶', 16, 0.67],
  ['现代物流', 18, 0.36],
  ['专业服务', 21, 0.03],
  ['国际贸易', 22, -0.2],
  ['智能装备', 16, 0.01],
  ['海工装备', 14, -0.05],
  ['智能机器人', 8, 0.4],
];

export const yuan: Unit = { zh: '元', en: 'yuan', power: 8 };

/** 22 months up to October 2026. */
export const months = 22;

/** The revenue of a park by field, with merged cells. */
export function revenueByField(change: readonly Member[] = []): MetricSeries {
  const members: readonly Member[] = fields.map(([name, level, growth], at) => ({
    name,
    values: wave(at + 1, months, level, growth),
  }));
  const merged: Member = { name: '', values: wave(99, months, 20, 0.11), merged: true };
  return byField([
    ...members.map((member) => change.find(({ name }) => name === member.name) ?? member),
    merged,
  ]);
}

/** A series by field of any members. */
export function byField(
  members: readonly Member[],
  {
    unit = yuan,
    apart,
  }: { readonly unit?: Unit; readonly apart?: { readonly zh: string; readonly en: string } } = {},
): MetricSeries {
  return metricSeries({
    metric: 'revenue',
    name: { zh: '营业收入', en: 'Revenue' },
    unit,
    from: '2025-01',
    members,
    dimension: { name: 'field', label: { zh: '领域', en: 'Field' }, ...(apart && { apart }) },
  });
}

/** Members with one month a year apart: the base and the figure. */
export function pairs(
  ...figures: readonly (readonly [name: string, base: number | null, value: number | null])[]
): readonly Member[] {
  return figures.map(([name, base, value]) => ({
    name,
    values: Array.from({ length: 13 }, (_, month) => (month === 0 ? base : month === 12 ? value : 0)),
  }));
}

/** A park of so many streets, from a seed. */
export function streets(count: number, seed = 1): MetricSeries {
  const random = seeded(seed);
  return byField(
    Array.from({ length: count }, (_, at) => ({
      name: `${at + 1}号街道办事处`,
      values: wave(at + seed, 13, 1 + random() ** 4 * 200, random() - 0.4),
    })),
  );
}
