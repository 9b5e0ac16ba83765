import type { GoalSeries, MetricSeries, Observation } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { faceOf } from '../../packages/widgets/src/locale/locale.js';
import { tableOf } from '../../packages/widgets/src/trend-chart/table.js';
import {
  trendShape,
  type TrendData,
  type TrendLook,
  type TrendShape,
} from '../../packages/widgets/src/trend-chart/trend-shape.js';
import { applicationsSeries, industrySeries, monthEnd, revenueSeries, seriesOf } from './trend-series.js';

function shaped(data: TrendData, look: Partial<TrendLook> = {}): TrendShape {
  const shape = trendShape(data, { locale: 'zh-CN', ...look });
  if ('problem' in shape) throw new Error(shape.problem.code);
  return shape;
}

/** The cell of a kind in the readout of a period. */
const cellOf = (shape: TrendShape, at: number, kind: string) =>
  shape.readout(at).cells.find((cell) => cell.kind === kind)!;

/** A column of the table. */
const columnOf = (shape: TrendShape, head: string) => {
  const { columns, rows } = tableOf(shape.view, shape.teller);
  const at = columns.indexOf(head);
  return rows.map((row) => row[at] ?? null);
};

/** Applications by day, ten on the first of each month, reported through 10 October 2026. */
function daily(): GoalSeries {
  const observations: Observation[] = Array.from({ length: 22 }, (_, at) => ({
    date: `${monthEnd(24 + at).slice(0, 8)}01`,
    value: 10,
  }));
  return seriesOf(
    { target: 120, unit: { zh: '件', en: 'applications', one: 'application' } },
    { grain: 'day', reportedThrough: '2026-10-10', count: true, observations },
    '2026-10-20',
  );
}

describe('a month that is not over', () => {
  test('is held against what is due by its last known day, as the verdict has it', () => {
    const series = daily();
    const shape = shaped(series);
    const october = series.periods.findIndex(({ partial }) => partial === '2026-10-10');
    const at = october - series.periods.findIndex(({ start }) => start === '2026-01-01');
    const { expected, gap } = series.verdict.schedule!;
    expect(cellOf(shape, at, 'due')).toMatchObject({ note: '283/365天，77.5%', figure: '93' });
    expect(expected * 120).toBeCloseTo(93.04, 2);
    expect(cellOf(shape, at, 'gap')).toMatchObject({ figure: '+7', note: '快5.8个百分点' });
    expect(gap).toBeCloseTo(0.058, 3);
    expect(columnOf(shape, '时序')[at]).toBe(expected * 120);
    expect(shape.summary).toContain('比时序进度快5.8个百分点');
    // The month before is over: what was due by its end.
    expect(cellOf(shape, at - 1, 'due')).toMatchObject({ note: '273/365天，74.8%' });
  });

  test('of a goal is compared with no whole month of the year before, nowhere', () => {
    for (const appearance of ['cumulative', 'line', 'bars'] as const) {
      const shape = shaped(daily(), { appearance });
      const at = shape.periods.findIndex(({ partial }) => partial !== undefined);
      expect(cellOf(shape, at, 'lastYear')).toMatchObject({ figure: '—', note: '' });
      expect(shape.readout(at).spoken).not.toContain('上年同期');
      expect([columnOf(shape, '上年同期')[at], columnOf(shape, '同比')[at]]).toEqual([null, null]);
      expect(cellOf(shape, at - 1, 'lastYear')).toMatchObject({ figure: '0.0%' });
    }
    expect(shaped(daily()).summary).not.toContain('上年同期');
    // By month, that of the last whole month stands there.
    expect(shaped(daily(), { appearance: 'line' }).summary.match(/上年同期/g)).toHaveLength(1);
  });

  test('of several lines is not what the sentence compares', () => {
    const series = industrySeries(3);
    const periods = series.periods.map((span, at) => (at === 21 ? { ...span, partial: '2026-10-03' } : span));
    const lines = series.lines.map((line) => ({
      ...line,
      own: { value: line.own.value.map((value, at) => (at === 21 ? 1 : value)) },
    }));
    const { summary } = shaped({ ...series, periods, lines });
    expect(summary).toMatch(/^2026年9月，/);
    expect(summary).toBe(
      shaped({
        ...series,
        periods: series.periods.slice(0, 21),
        lines: lines.map((line) => ({ ...line, own: { value: line.own.value.slice(0, 21) } })),
      }).summary,
    );
  });
});

describe('how settled a sum is', () => {
  const series = (): GoalSeries =>
    revenueSeries({}, (all) =>
      all.map((one, at) =>
        at === 45 ? { ...one, quality: 'final' } : at === 43 ? { ...one, quality: 'provisional' } : one,
      ),
    );

  test('is how settled the least settled figure in it is', () => {
    const shape = shaped(series());
    const states = shape.periods.map((_, at) => cellOf(shape, at, 'cursor').note);
    expect(states.slice(5, 10)).toEqual(['正式数', '正式数', '初步数', '初步数', '初步数']);
    expect(shape.model.lines[0]!.points.slice(6, 10).map(({ state }) => state)).toEqual([
      'final',
      ...Array.from({ length: 3 }, () => 'provisional'),
    ]);
    expect(shape.summary).toContain('2026年8月、2026年9月、2026年10月为初步数。');
  });

  test('stands in the table beside that of the month itself', () => {
    const shape = shaped(series());
    expect(columnOf(shape, '数据状态').slice(6, 10)).toEqual(['正式数', '初步数', '正式数', '正式数']);
    expect(columnOf(shape, '累计，数据状态').slice(6, 10)).toEqual(['正式数', '初步数', '初步数', '初步数']);
    const { view, teller } = shaped(revenueSeries());
    expect(tableOf(view, teller).columns).not.toContain('累计，数据状态');
  });

  test('begins anew with each period of the goal', () => {
    const shape = shaped(
      revenueSeries({}, (all) =>
        all.map((one, at) => ({ ...one, quality: at === 30 ? 'provisional' : 'final' })),
      ),
      { during: '2025..2026' },
    );
    const states = shape.model.lines[0]!.points.slice(0, 22).map(({ state }) => state);
    expect(states).toEqual([
      ...Array.from({ length: 6 }, () => 'final'),
      ...Array.from({ length: 6 }, () => 'provisional'),
      ...Array.from({ length: 10 }, () => 'final'),
    ]);
  });
});

describe('a sum after a gap', () => {
  test('is none, and says so: in the readout, to the slider, in the table', () => {
    const shape = shaped(applicationsSeries(), { during: '2025..2026', appearance: 'cumulative' });
    const place = (start: string): number => shape.periods.findIndex((one) => one.start === start);
    const [missing, after, estimate] = [place('2025-08-01'), place('2025-10-01'), place('2026-03-01')];
    expect(cellOf(shape, after, 'value').figure).toBe('—');
    expect(shape.readout(missing).spoken).toContain('未报送');
    for (const at of [after, estimate]) {
      expect(shape.readout(at).spoken).toContain('累计不可知');
      expect(columnOf(shape, '累计，数据状态')[at]).toContain('累计不可知');
      expect(shape.model.lines[0]!.points[at]).not.toHaveProperty('lack');
    }
    expect(columnOf(shape, '数据状态')[after]).toBe('正式数');
  });
});

describe('a sum of which a part is shown', () => {
  test('is told from its first month on, not from the first that is shown', () => {
    const { summary } = shaped(revenueSeries(), { during: '2026-06..2026-10' });
    expect(summary).toMatch(/^2026年1月至10月累计5,009亿元，/);
    expect(shaped(revenueSeries(), { during: '2025-11..2026-02' }).summary).toMatch(/^2026年1月至2月累计/);
    expect(shaped(revenueSeries(), { during: '2025-06..2025-08' }).summary).toMatch(/^2025年1月至8月累计/);
    expect(shaped(revenueSeries(), { during: '2026-01' }).summary).toMatch(/^2026年1月累计/);
    const series = industrySeries(1);
    const [line] = series.lines;
    const year = { ...series, fiscalStart: 4, lines: [{ ...line!, toDate: line!.own }] };
    expect(shaped(year, { appearance: 'cumulative', during: '2026-02..2026-06' }).summary).toMatch(
      /^2026年4月至6月累计/,
    );
  });

  test('of a goal that begins within a month begins with that month', () => {
    const series = seriesOf(
      { accumulate: 'since', target: 20, period: { start: '2026-01-15', end: '2026-12-31' } },
      {
        grain: 'day',
        count: true,
        observations: ['2026-01-10', '2026-01-20', '2026-02-05'].map((date) => ({ date, value: 1 })),
      },
    );
    const shape = shaped(series);
    expect(shape.periods[0]!.start).toBe('2026-01-01');
    expect(shape.model.lines[0]!.points.slice(0, 2).map(({ value }) => value)).toEqual([1, 2]);
    expect(shape.summary).toMatch(/^2026年1月至10月累计2/);
  });

  test('of weeks begins with the week of which the first day is in the year', () => {
    const day = (at: number): string => new Date(Date.UTC(2025, 11, 15 + at)).toISOString().slice(0, 10);
    const periods = Array.from({ length: 6 }, (_, at) => ({ start: day(at * 7), end: day(at * 7 + 6) }));
    const [value, sums] = [
      [5, 5, 5, 5, 5, 5],
      [250, 255, 260, 5, 10, 15],
    ];
    const series = industrySeries(1);
    const shape = shaped(
      {
        ...series,
        grain: 'week',
        reportedThrough: day(41),
        periods,
        lines: [{ kind: 'total', own: { value }, toDate: { value: sums } }],
      },
      { appearance: 'cumulative' },
    );
    // The week from 29 December is of the year before, with its sum.
    expect(shape.periods.map(({ start }) => start)).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']);
    expect(shape.model.lines[0]!.points.map((point) => point.value)).toEqual([5, 10, 15]);
  });
});

describe('a metric', () => {
  test('says which gaps its data have, as the file has them', () => {
    const text = { zh: '产业营业收入：3行数据被拒收', en: 'Industry revenue: 3 rows were rejected' };
    const gap = { dataset: 'industry-revenue', kind: 'rejected', count: 3, names: [], text } as const;
    const series = { ...industrySeries(3), completeness: [gap] };
    expect(shaped(series).remarks).toContain('产业营业收入：3行数据被拒收。');
    expect(shaped(series, { locale: 'en' }).remarks).toContain('Industry revenue: 3 rows were rejected.');
  });

  test('calls that missing of which no line has a figure, and no member that is not there yet', () => {
    const series = industrySeries(3);
    const lines = series.lines.map((line, row) => ({
      ...line,
      own: { value: line.own.value.map((value, at) => (at === 5 || (row === 1 && at < 12) ? null : value)) },
    }));
    const shape = shaped({ ...series, lines } satisfies MetricSeries, { members: ['智能驾驶'] });
    expect(shape.readout(3).spoken).not.toContain('未报送');
    expect(shape.readout(5).spoken).toContain('未报送');
  });

  test('without a single period says that it has no figures', () => {
    const shape = trendShape({ ...industrySeries(3), periods: [], lines: [] }, { locale: 'zh-CN' });
    if (!('problem' in shape)) throw new Error('It has a shape.');
    expect([shape.problem.code, shape.problem.message(faceOf('zh-CN'))]).toEqual([
      'RELEASE',
      '所示时期没有数据。',
    ]);
  });
});

test('of the result of a query nobody says that it is final', () => {
  const column = (role: string, name: string, values: readonly unknown[], more: object = {}): object => ({
    name,
    role,
    values,
    label: { zh: name, en: name },
    ...more,
  });
  const result = {
    columns: [
      column('time', 'month', ['2026-01-01', '2026-02-01'], { grain: 'month' }),
      column('value', 'revenue', [1, 2], { metric: 'revenue', unit: { zh: '元', en: 'yuan' } }),
    ],
    rowCount: 2,
    query: { metric: 'revenue', by: ['month'] },
    completeness: [{ kind: 'rejected', text: { zh: '收入：1行数据被拒收', en: 'x' } }],
  } as unknown as TrendData;
  const shape = shaped(result);
  expect(shape.readout(1).spoken).not.toMatch(/正式数/);
  expect(tableOf(shape.view, shape.teller).columns).not.toContain('数据状态');
  expect(shape.remarks).toContain('收入：1行数据被拒收。');
});

describe('the last period of the result of a query', () => {
  const result = (more: object = {}, values: readonly number[] = [300, 310, 320, 150]): TrendData =>
    ({
      columns: [
        {
          ...{ name: 'quarter', role: 'time', grain: 'quarter', label: { zh: '季度', en: 'Quarter' } },
          values: ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'],
        },
        {
          ...{ name: 'value', role: 'value', metric: 'revenue', label: { zh: '收入', en: 'Revenue' } },
          ...{ unit: { zh: '元', en: 'yuan' }, values },
        },
      ],
      rowCount: 4,
      query: { metric: 'revenue', by: ['quarter'] },
      completeness: [],
      ...more,
    }) as unknown as TrendData;

  test('that is not over is told with its last day, and is not what the sentence compares', () => {
    const { summary, periods } = shaped(result({ reportedThrough: '2026-10-31' }));
    expect(periods.at(-1)!.partial).toBe('2026-10-31');
    expect(summary).toMatch(/由300元到320元/);
    expect(summary).toMatch(/截至2026年10月）为150元/);
  });

  test('of which nobody knows whether it is over is compared with none before it', () => {
    const { summary, periods } = shaped(result());
    expect(periods.at(-1)!.partial).toBeUndefined();
    expect(summary).toMatch(/由300元到320元/);
    expect(summary).not.toMatch(/由300元到150元|最低为[^，。]*150/);
  });

  test('that is over is compared as all are', () => {
    expect(shaped(result({ reportedThrough: '2026-12-31' })).summary).toMatch(/由300元到150元/);
  });
});

test('a quarter that a month is missing of says which month that is', () => {
  const gap = {
    ...{ dataset: 'revenue', kind: 'missing' as const, count: 1, names: ['2026-05'] },
    text: { zh: '收入：缺1期数据（2026-05）', en: 'x' },
  };
  const series = industrySeries(1);
  const periods = ['2026-01-01/2026-03-31', '2026-04-01/2026-06-30', '2026-07-01/2026-09-30'].map((one) => {
    const [start, end] = one.split('/') as [string, string];
    return { start, end };
  });
  const shape = shaped({
    ...series,
    ...{ grain: 'quarter', periods, reportedThrough: '2026-09-30', completeness: [gap] },
    lines: [{ kind: 'total', own: { value: [30, null, 33] } }],
  });
  expect(shape.remarks).toContain('收入：缺1期数据（2026-05）。');
  expect(shape.model.lines[0]!.points[1]).toMatchObject({ value: null, lack: 'missing' });
});

test('sums of several lines say after which period none is known, and for want of which', () => {
  const series = industrySeries(3);
  const at = series.periods.findIndex(({ start }) => start === '2026-04-01');
  const cut = (list: readonly (number | null)[]) => list.map((one, place) => (place < at ? one : null));
  const gap = {
    ...series,
    lines: series.lines.map((line) => ({
      ...line,
      own: { ...line.own, value: line.own.value.map((one, place) => (place === at ? null : one)) },
      toDate: { value: cut(line.own.value) },
    })),
  };
  const shape = shaped(gap, { appearance: 'cumulative' });
  expect(shape.summary).toContain('累计算到2026年3月为止，因为2026年4月没有可计入的数据');
});
