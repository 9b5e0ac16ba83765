import type { QueryResult } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { printMarkup } from '../../packages/widgets/src/drawing/print.js';
import { tableOf } from '../../packages/widgets/src/trend-chart/table.js';
import { tableTrees } from '../../packages/widgets/src/trend-chart/table-tree.js';
import { tableOf as csvTable } from '../../packages/widgets/src/trend-chart/tools.js';
import { type TrendData } from '../../packages/widgets/src/trend-chart/trend-shape.js';
import { revenueSeries } from './trend-series.js';
import { problemOf, shaped } from './trend-shaped.js';

/** The tables of a trend as a page without scripts has them. */
const printed = ({ view, teller }: ReturnType<typeof shaped>): string =>
  printMarkup(tableTrees(tableOf(view, teller), teller));

describe('the table', () => {
  test('every figure with its state, computed ones as they are told; events with their days; the unit', () => {
    const shape = shaped(revenueSeries());
    const { caption, columns, rows, events } = tableOf(shape.view, shape.teller);
    expect(caption).toBe('三大先导产业营业收入，单位：亿元');
    expect(columns).toEqual([
      '时期',
      '数值',
      '累计',
      '数据状态',
      '时序',
      '里程碑',
      '目标',
      '上年同期',
      '同比',
      '预测',
      '预测下限',
      '预测上限',
    ]);
    expect(rows[9]!.slice(0, 4)).toEqual([
      '2026年10月',
      454.36,
      shape.model.lines[0]!.points[9]!.value,
      '初步数',
    ]);
    expect(events).toEqual([
      { when: '2026年4月1日至6月30日', name: '道路改造（示例）', note: '', source: '', url: '' },
      {
        when: '2026年9月10日',
        name: '首批GMP厂房投产（示例）',
        note: '新增产能12家企业',
        source: '园区公告',
        url: 'https://example.org/gmp',
      },
    ]);
    const html = printed(shape);
    expect(html).toContain('<td class="figure">454.36</td>');
    expect(html).toContain('<td class="figure">5,991</td>');
    expect(html).toContain('<a href="https://example.org/gmp">园区公告</a>');
  });

  test('facts about the document stand below it', () => {
    const notes = [{ zh: '文件未列基期。', en: 'No baseline.' }];
    expect(printed(shaped({ ...revenueSeries(), notes }))).toContain('<li>文件未列基期。</li>');
  });

  test('an address that is none of the web is no link', () => {
    const series = revenueSeries();
    const [, event] = series.events;
    const forged = {
      ...series,
      events: [{ ...event!, document: { title: { zh: '文' }, url: 'javascript:alert(1)' } }],
    };
    expect(printed(shaped(forged))).not.toContain('javascript');
  });

  test('for programs: all digits, in the unit of the head', () => {
    const { columns, rows } = csvTable(
      shaped(revenueSeries(), {
        appearance: 'line',
        during: '2026',
        locale: 'en',
      }),
    );
    expect(columns).toEqual([
      'Period',
      'Figure (billion yuan)',
      'State of data',
      'A year before (billion yuan)',
      'Year on year (%)',
    ]);
    expect(rows[9]).toEqual([
      'October 2026',
      45.436,
      'provisional',
      41.732,
      expect.closeTo((45.436 / 41.732 - 1) * 100, 10),
    ]);
  });
});

describe('the result of a query', () => {
  const column = (name: string, role: string, values: readonly unknown[], more: object = {}): object => ({
    name,
    role,
    type: 'DOUBLE',
    values,
    label: { zh: name, en: name },
    ...more,
  });
  const result = (columns: readonly object[], query: object = {}): TrendData =>
    ({
      columns,
      rowCount: (columns[0] as { values: unknown[] }).values.length,
      query,
    }) as unknown as QueryResult;
  const months = ['2026-01-01', '2026-02-01', '2026-04-01'];
  const time = column('month', 'time', months, { grain: 'month' });
  const unit = { zh: '件', en: 'cases' };
  const value = column('受理', 'value', [3, 5, 4], { metric: 'a', unit });

  test('a line over regular periods: one without a row is a gap', () => {
    const { model, title } = shaped(result([time, value]));
    expect(title).toBe('受理');
    expect(model.periods.map(({ name }) => name())).toEqual([
      '2026年1月',
      '2026年2月',
      '2026年3月',
      '2026年4月',
    ]);
    expect(model.lines[0]!.points.map((point) => point.value)).toEqual([3, 5, null, 4]);
    expect(model.lines[0]!.points[2]!.lack).toBe('missing');
  });

  test('of made-up data is labelled, and names its source', () => {
    const given = {
      ...(result([time, value]) as object),
      demo: true,
      source: { zh: '统计局', en: 'Bureau' },
    };
    const shape = shaped(given as unknown as QueryResult);
    expect(shape.demo).toBe('示例数据');
    expect(shape.source.join('')).toBe('来源：统计局');
    expect(shaped(result([time, value])).demo).toBe('');
  });

  test('a line for each member, the rest among them, totals in the table', () => {
    const shape = shaped(
      result([
        column('month', 'time', [...months, ...months, '2026-01-01', '2026-01-01'], { grain: 'month' }),
        column('区', 'dimension', ['甲', '甲', '甲', '乙', '乙', '乙', null, null]),
        column('受理', 'value', [3, 5, 4, 1, 2, 3, 9, 13], { unit }),
        column('row_kind', 'kind', [...Array<string>(6).fill('value'), 'rest', 'total']),
      ]),
    );
    expect(shape.model.lines.map(({ name }) => name).sort()).toEqual(['乙', '其他', '甲']);
    expect(tableOf(shape.view, shape.teller).columns).toEqual(['时期', '合计', '甲', '乙', '其他']);
  });

  test('last year and its change are those of the result, if that is what it compares', () => {
    const base = column('b', 'base', [2, 4, 8], { metric: 'a' });
    const percent = column('p', 'percent', [50, 25, -50], { metric: 'a' });
    const yearly = shaped(result([time, value, base, percent], { compare: 'year-over-year' }));
    expect(yearly.model.lastYear).toEqual([2, 4, null, 8]);
    expect(yearly.readout(3).cells.at(-1)).toMatchObject({ figure: '−50.0%' });
    expect(
      shaped(result([time, value, base, percent], { compare: 'previous-period' })).model.lastYear,
    ).toEqual([]);
  });

  test('what cannot be drawn says why, and what to do', () => {
    const two = column('天', 'value', [1, 2, 3], { unit: { zh: '天', en: 'days' } });
    const by = column('区', 'dimension', ['a', 'b', 'c']);
    expect(problemOf(result([value]))).toContain('没有时间列');
    expect(problemOf(result([time]))).toContain('没有数值列');
    expect(problemOf(result([time, value, two]))).toContain('单位不同');
    expect(problemOf(result([time, by, by, value]))).toContain('两个以上的维度');
  });
});
