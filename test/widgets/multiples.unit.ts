import { expect, test } from 'vitest';
import type { MetricSeries } from '@zj/metrics';
import {
  multiplesShape,
  type MultiplesLook,
  type MultiplesShape,
} from '../../packages/widgets/src/breakdown-chart/multiples.js';
import {
  drawPanels,
  gridOf,
  membersTable,
} from '../../packages/widgets/src/breakdown-chart/multiples-tree.js';
import { readBreakdown } from '../../packages/widgets/src/breakdown-chart/read-breakdown.js';
import { printMarkup } from '../../packages/widgets/src/drawing/print.js';
import { months, revenueByField } from './breakdowns.js';

function shapeOf(
  look: Partial<MultiplesLook> = {},
  period = '',
  series: MetricSeries = revenueByField(),
): MultiplesShape {
  const breakdown = readBreakdown(series, { period, cumulative: true, appearance: 'multiples' });
  if ('problem' in breakdown) throw new Error(breakdown.problem('zh-CN'));
  return multiplesShape(series, breakdown, {
    locale: 'zh-CN',
    top: 6,
    order: null,
    isAscending: false,
    isOwn: false,
    ...look,
  });
}

test('all charts have one scale, which is said; each has the months of the year, and those of the year before', () => {
  const shape = shapeOf();
  expect(shape.panels.map(({ name }) => name)).toEqual([
    '生物制药',
    '芯片设计',
    '医疗器械',
    '设备材料',
    '智能驾驶',
    '封装测试',
  ]);
  expect(new Set(shape.panels.map(({ axis }) => JSON.stringify(axis))).size).toBe(1);
  const [{ axis, figures, change }] = shape.panels as [MultiplesShape['panels'][number]];
  expect(shape.legend).toMatch(/^亿元；各图纵轴相同（0–\d+）；右上为2026年1—10月同比$/);
  expect(
    Math.max(
      ...shape.panels.flatMap((panel) => [...panel.figures.values, ...panel.figures.lastYear]).map(Number),
    ),
  ).toBeLessThanOrEqual(axis.to);
  const line = revenueByField().lines.find(({ member }) => member === '生物制药')!;
  expect(figures.values).toEqual(line.own.value.slice(months - 10));
  expect(figures.lastYear).toEqual(line.own.value.slice(months - 22, months - 12));
  expect(change).toBe('+13.1%');
  expect(shape.ends).toEqual(['1月', '10月']);
});

test('with scales of their own every chart says its own', () => {
  const { panels, legend } = shapeOf({ isOwn: true });
  expect(legend).toContain('各图纵轴不同，只比形状，不比高低');
  for (const { scale, axis, figures } of panels) {
    expect(scale).toBe(`纵轴0–${axis.to}`);
    expect(Math.max(...figures.values.map(Number))).toBeLessThanOrEqual(axis.to);
  }
  expect(new Set(panels.map(({ scale }) => scale)).size).toBeGreaterThan(2);
});

test('a year that has just begun shows the months before it', () => {
  expect(shapeOf({}, '2026-02').periods).toHaveLength(12);
  expect(shapeOf({}, '2026-02').periods[0]).toBe('2025年3月');
});

test('what has no chart is in the table of data, and a remark says so', () => {
  const shape = shapeOf({ top: 4 });
  expect(shape.remarks).toEqual(['另有9项见数据表。']);
  const table = membersTable(shape, 'zh-CN');
  expect(table.columns).toHaveLength(14);
  expect(table.rows).toHaveLength(10);
  expect(table.rows[9]![0]).toBe('2026年10月');
});

test('each chart is told in words, with its last figure, the highest and the lowest', () => {
  expect(shapeOf().panels[0]!.told).toMatch(
    /^2026年10月[\d.]+亿元；最高[\d.]+亿元（2026年\d+月），最低[\d.]+亿元（2026年\d+月）$/,
  );
  expect(shapeOf({ locale: 'en' }).panels[0]!.told).toMatch(/^[\d.]+ billion yuan in October 2026; highest/);
});

test('another order moves the charts', () => {
  expect(shapeOf({ order: 'change' }).panels[0]!.name).toBe('智能驾驶');
});

test('charts stand beside each other as the width has room, in rows that are as full as each other', () => {
  const columns = [300, 520, 860, 1300].map((width) => gridOf({ width, em: 16 }, 6).columns);
  expect(columns).toEqual([1, 2, 3, 3]);
  for (const width of [280, 520, 860, 1300]) {
    const grid = gridOf({ width, em: 16 }, 6);
    expect(grid.columns * grid.width + (grid.columns - 1) * 36).toBeLessThanOrEqual(width);
  }
});

test('a file has them all, in colours of its own, without styles', () => {
  const { tree, height } = drawPanels(shapeOf(), 816, 'zh-CN');
  const markup = printMarkup([tree]);
  for (const name of ['生物制药', '封装测试', '+13.1%']) expect(markup).toContain(name);
  expect(markup).not.toMatch(/style=|class=|NaN/);
  expect(height).toBeGreaterThan(300);
});

test('small charts say what is missing in their data, and which of them are not settled', () => {
  const series = revenueByField();
  const state = (member: string | undefined) => (member === '芯片设计' ? 'provisional' : null);
  const shape = shapeOf({}, '', {
    ...series,
    lines: series.lines.map((line) => ({
      ...line,
      toDateStates: line.own.value.map(() => state(line.member)),
    })),
    completeness: [
      {
        ...{ dataset: 'revenue', kind: 'empty', column: 'revenue', count: 2, names: [] },
        text: { zh: '营业收入：“收入”有2个数据为空', en: 'Revenue: 2 cells of "revenue" are empty' },
      },
    ],
  });
  expect(shape.remarks).toContain('芯片设计为初步数。');
  expect(shape.remarks).toContain('营业收入：“收入”有2个数据为空。');
  expect(shapeOf().remarks.join('')).not.toContain('初步数');
});
