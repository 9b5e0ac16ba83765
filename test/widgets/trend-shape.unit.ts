import { describe, expect, test } from 'vitest';
import { headTrees } from '../../packages/widgets/src/chart/card.js';
import { printMarkup } from '../../packages/widgets/src/drawing/print.js';
import { tableOf } from '../../packages/widgets/src/trend-chart/table.js';
import { type TrendShape } from '../../packages/widgets/src/trend-chart/trend-shape.js';
import {
  applicationsSeries,
  averageSeries,
  industrySeries,
  monthEnd,
  rateSeries,
  revenueSeries,
  seriesOf,
} from './trend-series.js';
import { problemOf, shaped } from './trend-shaped.js';

/** 100 a month: ten months of 2026, and those of the two years before where they are wanted. */
const steady = (years = 0, change: Parameters<typeof seriesOf>[0] = {}) =>
  seriesOf(
    { target: 1200, ...change },
    {
      observations: Array.from({ length: 10 + 12 * years }, (_, at) => ({
        date: monthEnd(36 - 12 * years + at),
        value: 100,
      })),
    },
  );

const spoken = (shape: TrendShape, at: number): string => shape.readout(at).spoken;

describe('the summary', () => {
  test('of a sum: how much, of which target, against the schedule and the year before, the highest month, the forecast', () => {
    expect(shaped(revenueSeries()).summary).toBe(
      '2026年1月至10月累计5,009亿元，完成目标6,000亿元的83.5%，比时序进度快0.6个百分点，比上年同期增长11.3%。' +
        '单月最高为2026年4月的538亿元。预计全年5,991亿元（5,965–6,019亿元）。2026年10月为初步数。',
    );
    expect(shaped(revenueSeries(), { locale: 'en' }).summary).toBe(
      'January to October 2026: 500.9 billion yuan in all, 83.5% of the target of 600 billion yuan, ' +
        '0.6 percentage points ahead of schedule, up 11.3% on a year before. Highest month: April 2026 with 53.8 billion yuan. ' +
        'Forecast for the year: 599.1 billion yuan (596.5–601.9 billion yuan). Provisional: October 2026.',
    );
  });

  test('of figures by period: from where to where, by how much, the extremes', () => {
    expect(shaped(revenueSeries(), { appearance: 'line' }).summary).toBe(
      '2024年11月至2026年10月，由407.9亿元到454.4亿元，增加11.4%，比上年同期增长8.9%。' +
        '最高为2026年4月的538.2亿元，最低为2024年12月的398.5亿元。2026年10月为初步数。',
    );
    expect(shaped(revenueSeries(), { appearance: 'line', locale: 'en', during: '2026' }).summary).toBe(
      'January to October 2026: from 47.63 billion yuan to 45.44 billion yuan, down 4.6%, up 8.9% on a year before. ' +
        'Highest: 53.82 billion yuan in April 2026; lowest: 45.44 billion yuan in October 2026. Provisional: October 2026.',
    );
  });

  test('of a limit: what is required, and in how many periods it was not kept', () => {
    expect(shaped(rateSeries()).summary).toBe(
      '2025年1月至2026年10月，由5.2%到5.1%，减少0.1个百分点，比上年同期提高0.1个百分点。' +
        '最高为2026年2月的5.6%，最低为2025年5月的5%。要求不高于5.5%，22个月中1个月未达到。',
    );
    expect(shaped(rateSeries(), { locale: 'en' }).summary).toContain(
      'Required: at most 5.5%, not kept in 1 of 22 months.',
    );
  });

  test('of several lines, one of which has no newest figure: it is named, and is not compared', () => {
    const series = structuredClone(industrySeries()) as unknown as {
      lines: { own: { value: (number | null)[] } }[];
    };
    series.lines.find(({ own }) => Math.abs(own.value[21]! - 49.9) < 0.005)!.own.value[21] = null;
    const { summary } = shaped(series as never);
    expect(summary).toMatch(/^2026年10月，(?!设备材料)\S+最高（/);
    expect(summary).toContain('2026年10月设备材料没有数值，未参加比较。');
  });

  test('of several lines: the highest, the lowest, and how many went up', () => {
    expect(shaped(industrySeries()).summary).toBe(
      '2026年10月，设备材料最高（49.9亿元），智能驾驶最低（35.95亿元）。与2025年1月相比，5项增加，7项减少。',
    );
    expect(shaped(industrySeries(), { locale: 'en' }).summary).toBe(
      'October 2026: highest 设备材料 (4.99 billion yuan), lowest 智能驾驶 (3.6 billion yuan). Since January 2025: 5 up, 7 down.',
    );
  });

  test('names what is missing, and which figures may still change; a sum says where it ends, and why', () => {
    expect(shaped(applicationsSeries(), { appearance: 'line' }).summary).toContain(
      '2026年10月为初步数。2026年3月为估计数。2026年7月为修订数。2025年8月、2025年9月未报送，不连线、不补数。',
    );
    expect(shaped(applicationsSeries()).summary).toContain(
      '累计算到2026年2月为止，因为2026年3月没有可计入的数据。',
    );
    expect(shaped(applicationsSeries(), { locale: 'en' }).summary).toContain(
      'The sum ends with February 2026, because March 2026 has no figure that counts.',
    );
  });

  test('a period that is not over is compared with no whole one', () => {
    const series = industrySeries(1);
    const periods = series.periods.map((span, at) => (at === 21 ? { ...span, partial: '2026-10-10' } : span));
    const lines = [
      { kind: 'total' as const, own: { value: periods.map((_, at) => (at === 21 ? 3 : 10 + at)) } },
    ];
    const { readout } = shaped({ ...series, periods, lines });
    expect(readout(21).cells[0]).toMatchObject({ figure: '2026年10月', note: '正式数，截至2026年10月10日' });
    expect(readout(21).spoken).toBe('2026年10月（截至2026年10月10日）；数值3亿元；正式数');
    expect(shaped({ ...series, periods, lines }).summary).toBe(
      '2025年1月至2026年9月，由10亿元到30亿元，增加200.0%。最高为2026年9月的30亿元，最低为2025年1月的10亿元。' +
        '2026年10月（截至2026年10月10日）为3亿元。',
    );
  });

  test('of the sums of a metric: the newest year, against the year before', () => {
    const series = industrySeries(3);
    const lines = series.lines.map((line) => ({ ...line, toDate: line.own }));
    const { summary, model } = shaped({ ...series, lines }, { appearance: 'cumulative' });
    expect(model.periods[0]!.name()).toBe('2026年1月');
    expect(summary).toBe(
      '2026年10月，智能机器人最高（44.36亿元），智能驾驶最低（35.95亿元）。与上年同期相比，3项增加。',
    );
  });

  test('of a few things that are counted, no month is the highest', () => {
    const few = seriesOf(
      { target: 2, unit: { zh: '家', en: 'firms', one: 'firm' } },
      { count: true, grain: 'day', observations: [{ date: '2026-03-03', value: 1 }] },
    );
    expect(shaped(few).summary).not.toContain('最高');
  });

  test('of one period, of the same figure throughout, and of nothing', () => {
    expect(shaped(steady(), { appearance: 'line', during: '2026-01' }).summary).toBe('2026年1月为100亿元。');
    expect(shaped(steady(), { appearance: 'line' }).summary).toBe(
      '2026年1月至10月，由100亿元到100亿元，没有变化。',
    );
    expect(shaped(steady(), { appearance: 'line', during: '2026-11..' }).summary).toBe(
      '所示时期没有数据。各期尚未到期。',
    );
    expect(shaped(steady(), { appearance: 'line', during: '2026-11..', locale: 'en' }).summary).toBe(
      'There are no figures for these periods. No figure of these periods is due yet.',
    );
  });
});

describe('the readout of a period', () => {
  test('the figure, the schedule with its exact days, the gap in points, the year before', () => {
    const { cells } = shaped(steady(1)).readout(6);
    expect(cells.map(({ label, figure, unit, note }) => [label, figure + unit, note])).toEqual([
      ['时期', '2026年7月', '正式数'],
      ['累计', '700亿元', '完成58.3%'],
      ['时序', '697亿元', '212/365天，58.1%'],
      ['差距', '+3亿元', '快0.3个百分点'],
      ['同比', '0.0%', '上年同期700亿元'],
    ]);
  });

  test('the slider says all of it in one sentence, and the status where the goal is judged', () => {
    const shape = shaped(revenueSeries());
    expect(spoken(shape, 9)).toBe(
      '2026年10月；累计5,009亿元，完成83.5%；时序4,972亿元，82.9%；差距+37亿元，快0.6个百分点；同比+11.3%，上年同期4,499亿元；初步数；进度正常',
    );
    expect(spoken(shape, 8)).not.toContain('进度正常');
    expect(spoken(shape, 11)).toBe(
      '2026年12月；预测5,991亿元，5,965–6,019亿元；时序6,000亿元，100.0%；上年同期5,378亿元；尚未到期',
    );
    expect(spoken(shaped(revenueSeries(), { locale: 'en' }), 9)).toBe(
      'October 2026; To date 500.9 billion yuan, 83.5% done; Schedule 497.2 billion yuan, 82.9%; Gap +3.7 billion yuan, 0.6 points ahead; ' +
        'Year on year +11.3%, A year before: 449.9 billion yuan; provisional; On track',
    );
  });

  test('where the goal is judged, the gap is that of the verdict', () => {
    const series = revenueSeries();
    const forged = {
      ...series,
      verdict: { ...series.verdict, schedule: { ...series.verdict.schedule!, gap: -0.0421 } },
    };
    expect(shaped(forged).readout(9).cells[3]!.note).toBe('慢4.2个百分点');
  });

  test('a missing period says so; its cells are as many as those of the others', () => {
    const shape = shaped(applicationsSeries(), { appearance: 'line' });
    const counts = shape.periods.map((_, at) => shape.readout(at).cells.length);
    expect(new Set(counts)).toEqual(new Set([3]));
    expect(spoken(shape, 7)).toBe('2025年8月；未报送');
    expect(spoken(shape, 14)).toBe('2026年3月；数值6件；同比0.0%，上年同期6件；估计数');
  });

  test('later figures that do not count for the status are said not to', () => {
    const told = (look: object): boolean =>
      shaped(applicationsSeries(), look).remarks.includes('状态按截至2026年2月的数据判定，此后的数据未计入');
    expect(told({ appearance: 'line' })).toBe(true);
    // The sum ends with the gap: nothing later is shown.
    expect(told({ appearance: 'cumulative' })).toBe(false);
    expect(shaped(revenueSeries()).remarks.join('')).not.toContain('状态按');
  });

  test('of a limit how far the figure is from it, below and above', () => {
    const shape = shaped(rateSeries());
    expect(spoken(shape, 13)).toContain('与限值相比+0.1个百分点，要求不高于5.5%');
    expect(spoken(shape, 21)).toContain('与限值相比−0.4个百分点，要求不高于5.5%');
  });

  test('of several lines those in colour', () => {
    const shape = shaped(industrySeries(), { members: ['生物医药', '芯片设计'] });
    expect(shape.readout(21).cells.map(({ label }) => label)).toEqual(['时期', '生物医药', '芯片设计']);
    expect(spoken(shape, 21)).toContain('生物医药48.61亿元，同比+');
  });
});

describe('the model', () => {
  test('a summed goal is a sum by default, over its own period; its last figure is that of the verdict', () => {
    const series = revenueSeries();
    const { model, title } = shaped(series);
    expect(model.appearance).toBe('cumulative');
    expect(title).toBe('三大先导产业营业收入，年内累计');
    expect(model.periods.map(({ short }) => short)).toEqual(
      Array.from({ length: 12 }, (_, at) => `${at + 1}月`),
    );
    expect(model.lines[0]!.points[9]).toEqual({ value: series.verdict.actual, state: 'provisional' });
    expect(model.lines[0]!.points[10]).toEqual({ value: null, state: 'final', lack: 'coming' });
    expect(model.forecast!.points.map(({ at }) => at)).toEqual([10, 11]);
    expect(model.forecast!.points[1]!.point).toBe(series.verdict.forecast!.point);
    expect(model.target).toBe(6000);
    expect(model.schedule[11]).toBe(6000);
  });

  test('by period it has neither the target nor the forecast of the sum, and says so', () => {
    const { model, remarks } = shaped(revenueSeries(), { appearance: 'bars' });
    expect([model.target, model.forecast, model.schedule.every((one) => one === null)]).toEqual([
      null,
      null,
      true,
    ]);
    expect(remarks).toEqual(['剩余2个月，每月495.5亿元才达到目标', '预测的是累计数，见累计图']);
  });

  test('`during` chooses the periods: a year, from one to another, from one on', () => {
    const names = (during: string): string => {
      const { periods } = shaped(revenueSeries(), { appearance: 'line', during }).model;
      return `${periods[0]!.name()}–${periods.at(-1)!.name()}`;
    };
    expect(names('2025')).toBe('2025年1月–2025年12月');
    expect(names('2024-03..2025-02')).toBe('2024年3月–2025年2月');
    expect(names('2026-03..')).toBe('2026年3月–2026年12月');
    expect(problemOf(revenueSeries(), { during: '1999' })).toBe('during="1999" 内没有时期。');
    expect(problemOf(revenueSeries(), { during: 'last year' })).toBe('during');
  });

  test('a broken limit, events with their places, last year', () => {
    expect(
      shaped(rateSeries()).model.lines[0]!.points.flatMap(({ broken }, at) => (broken ? [at] : [])),
    ).toEqual([13]);
    expect(shaped(revenueSeries()).model.marks).toEqual([
      { from: 2.5, to: 5.5, name: '道路改造（示例）', url: '' },
      { from: 8, to: 8, name: '首批GMP厂房投产（示例）', url: 'https://example.org/gmp' },
    ]);
    expect(shaped(steady(1)).model.lastYear[0]).toBe(100);
    expect(shaped(industrySeries()).model.lastYear).toEqual([]);
  });
});

describe('members', () => {
  test('by default the largest and the smallest of many are in colour, else all; the whole is in the table alone', () => {
    const chosen = (count: number, members: readonly string[] = []): readonly string[] =>
      shaped(industrySeries(count), { members })
        .model.lines.filter((line) => line.chosen)
        .map(({ name }) => name);
    expect(chosen(12)).toEqual(['设备材料', '智能驾驶']);
    expect(chosen(3)).toEqual(['智能机器人', '现代物流', '智能驾驶']);
    expect(chosen(12, ['国际贸易', '专业服务'])).toEqual(['国际贸易', '专业服务']);
    const { remarks, view, teller } = shaped(industrySeries(3));
    expect(remarks).toEqual(['合计见数据表']);
    expect(tableOf(view, teller).columns).toEqual(['时期', '合计', '智能驾驶', '现代物流', '智能机器人']);
  });

  test('more than twelve: the largest eleven, never without one that was asked for; the others by name', () => {
    const shape = shaped(industrySeries(14), { members: ['智能驾驶', '没有的'] });
    expect(shape.model.lines).toHaveLength(11);
    expect(shape.model.lines[0]).toMatchObject({ name: '智能驾驶', chosen: true });
    expect(shape.remarks).toEqual([
      '只画最大的11条线，其余3条见数据表：现代物流、行业13、行业14',
      'members 中没有这些成员：没有的',
      '合计见数据表',
    ]);
    expect(tableOf(shape.view, shape.teller).columns).toHaveLength(16);
  });

  test('why they are not added up stands there', () => {
    const series = industrySeries(3);
    const apart = { zh: '各行业有重叠，不相加', en: 'They overlap' };
    expect(shaped({ ...series, dimension: { ...series.dimension!, apart } }).remarks).toEqual([apart.zh]);
  });
});

describe('what is told of a forecast', () => {
  test('its level and its measured coverage', () => {
    const plain = revenueSeries({ milestones: [] });
    expect(shaped(plain).remarks).toEqual(['浅色带为80%预测区间，回测覆盖75%（21个起点）']);
    expect(shaped(plain, { locale: 'en' }).remarks).toEqual([
      'The pale band is the 80% forecast interval; in back-tests it held 75% of 21 origins',
    ]);
  });

  test('why there is no band, or no forecast', () => {
    expect(shaped(steady(1)).remarks).toEqual(['历史误差不足8个，没有预测区间']);
    const short = seriesOf(
      { target: 1200 },
      {
        reportedThrough: '2026-02-28',
        observations: steady()
          .periods.slice(0, 2)
          .map(({ end, value }) => ({ date: end, value: value! })),
      },
      '2026-03-15',
    );
    expect(short.forecast).toBeUndefined();
    expect(shaped(short).model.forecast).toBeNull();
    expect(shaped(short).remarks[0]).toMatch(/^没有预测：.{6,}/);
  });
});

test('an average to keep: the line is of its months, and the average so far is told against the limit', () => {
  const shape = shaped(averageSeries());
  expect(shape.title).toBe('城镇调查失业率');
  expect(shape.model.appearance).toBe('line');
  expect(shape.model.lines[0]!.points.slice(0, 4).map(({ value }) => value)).toEqual([5.7, 5.1, 5.5, 5.4]);
  expect(shape.summary).toContain('2026年1月至4月平均5.43%。要求不高于5.5%。');
  expect(shaped(averageSeries(), { locale: 'en' }).summary).toContain(
    'Average of January to April 2026: 5.43%. Required: at most 5.5%.',
  );
  expect(shape.readout(0).cells.map(({ label, figure, unit, note }) => [label, figure + unit, note])).toEqual(
    [
      ['时期', '2026年1月', '正式数'],
      ['数值', '5.7%', ''],
      ['累计平均', '5.7%', ''],
      ['与限值相比', '+0.2个百分点', '要求不高于5.5%'],
    ],
  );
  expect(shape.readout(1).cells[3]).toMatchObject({ figure: '−0.1' });
  const { columns, rows } = tableOf(shape.view, shape.teller);
  expect(rows.map((row) => row[columns.indexOf('累计平均')]).slice(0, 5)).toEqual([
    5.7,
    5.4,
    5.43333333333333,
    5.425,
    null,
  ]);
});

describe('milestones', () => {
  const midway = revenueSeries({
    milestones: [
      { date: '2026-03-31', value: 1350 },
      { date: '2026-06-15', value: 2600 },
      { date: '2026-09-30', value: 4450 },
    ],
  });

  test('stand on their days, at their figures, and have their meaning below', () => {
    const shape = shaped(midway);
    expect(shape.model.milestones).toEqual([
      { at: 2, value: 1350 },
      { at: 4.5, value: 2600 },
      { at: 8, value: 4450 },
    ]);
    expect(shape.remarks).toEqual(['浅色带为80%预测区间，回测覆盖75%（21个起点）；◇为计划的里程碑']);
    expect(shaped(midway, { locale: 'en' }).remarks[0]).toMatch(/ origins; ◇ is a milestone$/);
  });

  test('are told with the schedule of their periods, and in the table, with their days within a month', () => {
    const shape = shaped(midway);
    expect(shape.readout(2).cells[2]).toMatchObject({ label: '时序', note: '◇1,350亿元' });
    expect(spoken(shape, 5)).toContain('里程碑2,600亿元（2026年6月15日）');
    expect(spoken(shape, 3)).not.toContain('里程碑');
    const { columns, rows } = tableOf(shape.view, shape.teller);
    const column = columns.indexOf('里程碑');
    expect(rows.map((row) => row[column])).toEqual([
      ...[null, null, 1350, null, null, '2,600（2026年6月15日）', null, null, 4450, null, null, null],
    ]);
  });

  test('of a sum are none of the figures of each period, and those outside the window are not shown', () => {
    const months = shaped(midway, { appearance: 'bars' });
    expect(months.model.milestones).toEqual([]);
    expect(months.remarks.join()).not.toContain('里程碑');
    expect(shaped(midway, { during: '2026-04..2026-08' }).model.milestones).toEqual([
      { at: 1.5, value: 2600 },
    ]);
  });
});

test('words in another language than the chart are marked', () => {
  const series = industrySeries(3);
  const shape = shaped({ ...series, name: { zh: '分行业营业收入' } }, { locale: 'en' });
  expect(printMarkup(headTrees(shape, 'en'))).toContain('<span part="label" lang="zh-CN">');
});

test('a status that is newer than the script is told by its code', () => {
  const series = revenueSeries();
  const newer = { ...series, verdict: { ...series.verdict, status: 'paused' as never } };
  expect(shaped(newer).status).toMatchObject({
    code: 'paused',
    word: expect.stringContaining('paused') as string,
  });
});
