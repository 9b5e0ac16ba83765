import { gaugeDetail, gaugeShape, gaugeTables } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import { compareMethods } from '@zj/metrics/methods';
import {
  applications,
  every,
  foreseen,
  full,
  incomplete,
  revenue,
  unicorns,
} from '../../stories/verdicts.js';

const rowsOf = (verdict: typeof full, locale = 'zh-CN', table = 0): Record<string, string> =>
  Object.fromEntries(gaugeTables(verdict, { locale })[table]!.rows.map(([name, text]) => [name, text]));

describe('what stands behind a figure', () => {
  test('every figure with its formula written out, in both languages', () => {
    expect(rowsOf(full)).toEqual({
      目标: '6,000亿元',
      实际: '5,036.18亿元',
      完成率: '(5,036.18 − 0) ÷ (6,000 − 0) = 83.9%',
      时序进度: '304天 ÷ 365天 = 83.3%（按天数平均）',
      差距: '快0.6个百分点；完成率 ÷ 时序进度 = 100.8%',
      另一种时序进度: '84.6%（按往年同期）；慢0.7个百分点；完成率 ÷ 时序进度 = 99.2%',
      期末预测: '5,958亿元',
      '80%预测区间': '5,772亿元–6,024亿元',
      达标概率: '42.3%',
      预测方法: '霍尔特—温特斯加法',
      尚需: '963.82亿元，剩余2个月，每月482亿元',
      状态: '进度正常',
      判定标准:
        '完成率 ÷ 时序进度 ≥ 95.0% 进度正常；≥ 60.0% 进度偏慢；< 60.0% 明显滞后；时序进度不足10.0%时为时尚早',
      目标期: '2026年1月1日至2026年12月31日',
      数据截至: '2026年10月',
      评判日: '2026年11月15日',
      依据条款: '“到2026年,三大先导产业完成营业收入6000亿元”',
      限定词: '完成',
      来源: '示例数据(park/generate)',
    });
    expect(rowsOf(full, 'en')).toMatchObject({
      Attainment: '(503.618 − 0) ÷ (600 − 0) = 83.9%',
      Schedule: '304 ÷ 365 days = 83.3% (evenly by days)',
      'Forecast of the end': '595.8 billion yuan',
      '80% interval': '577.2–602.4 billion yuan',
      'Still needed': '96.382 billion yuan in 2 months, 48.2 billion yuan a month',
    });
  });

  test('a negative baseline stands in brackets, and a level tells it', () => {
    const level = revenue({
      accumulate: 'level',
      grain: 'day',
      baseline: { value: -20, date: '2025-12-31' },
      target: 100,
      observations: [{ date: '2026-10-31', value: 40 }],
    });
    expect(rowsOf(level).完成率).toBe('(40 − (−20)) ÷ (100 − (−20)) = 50.0%');
    expect(rowsOf(level).基期).toBe('−20亿元');
  });

  test('a schedule is written in days only where it follows from them', () => {
    const path = revenue({ milestones: [{ date: '2026-06-30', value: 3500 }] });
    expect(rowsOf(path).时序进度).toMatch(/^8\d\.\d%（按里程碑）$/);
  });

  test('what is judged by its probability says so', () => {
    expect(rowsOf(unicorns(), 'en')).toMatchObject({
      Probability: '12.3%',
      'Forecasting method': 'Poisson-gamma',
    });
    expect(rowsOf(unicorns()).判定标准).toMatch(/^达标概率 ≥ 50\.0% 进度正常；≥ 20\.0% 进度偏慢/);
    expect(rowsOf(unicorns({ thresholds: { smallCount: 1 } })).判定标准).toMatch(/^完成率 ÷ 时序进度/);
    expect(rowsOf(every['no data']!)).not.toHaveProperty('达标概率');
  });

  test('the forecasting methods that were weighed, with their back-test, and those that were not, with the reason', () => {
    expect(rowsOf(full, 'zh-CN', 1)).toEqual({
      平均进度外推法: '6,047亿元；平均绝对误差131亿元',
      '霍尔特—温特斯加法': '5,958亿元；平均绝对误差72亿元（采用）',
      线性趋势法: '不采用：只用于存量指标',
    });
    const backtest = full.forecasts[1]!.backtest;
    expect(rowsOf({ ...full, forecast: { ...full.forecast!, backtest } }).回测).toBe(
      '24个起点；平均绝对误差72亿元；为季节朴素法误差的61.0%；区间覆盖率79.2%',
    );
  });

  describe('what is estimated', () => {
    const end = (verdict: typeof full, locale = 'zh-CN'): readonly (string | undefined)[] => {
      const {
        期末预测,
        '80%预测区间': range,
        'Forecast of the end': point,
        '80% interval': of,
      } = rowsOf(verdict, locale);
      return [期末预测 ?? point, range ?? of];
    };

    test('has no more digits than the forecast knows, and what is known keeps its own', () => {
      const verdict = foreseen(
        revenue({ target: 6000.123456 }),
        6174.468567944952,
        [6165.099520619921, 6203.496564345082],
      );
      expect(end(verdict)).toEqual(['6,174亿元', '6,165亿元–6,203亿元']);
      expect(end(verdict, 'en')).toEqual(['617.4 billion yuan', '616.5–620.3 billion yuan']);
      expect(rowsOf(verdict).目标).toBe('6,000.123456亿元');
    });

    test('keeps two digits where it is small, and never reads like nothing', () => {
      const told = (error: number): string =>
        rowsOf(
          {
            ...full,
            forecasts: [
              { ...full.forecasts[1]!, backtest: { origins: 9, error, relative: null, coverage: null } },
            ],
          },
          'zh-CN',
          1,
        )['霍尔特—温特斯加法']!;
      expect(told(131.26)).toContain('误差131亿元');
      expect(told(9.8765)).toContain('误差9.9亿元');
      expect(told(0.38291)).toContain('误差0.38亿元');
      expect(told(0)).toContain('误差0亿元');
      const needed = { total: 0.823, months: 2, perMonth: 0.4115 };
      expect(rowsOf({ ...full, needed }).尚需).toBe('0.823亿元，剩余2个月，每月0.41亿元');
    });

    test('of a goal in % in percentage points', () => {
      const needed = { total: 1.5, months: 2, perMonth: 0.75 };
      const verdict = { ...full, needed, unit: { zh: '%', en: '%' }, actual: 83.5, target: 85 };
      expect(rowsOf(verdict).尚需).toBe('1.5个百分点，剩余2个月，每月0.75个百分点');
      expect(rowsOf(verdict, 'en')['Still needed']).toContain('1.5 percentage points');
      expect(rowsOf(verdict).实际).toBe('83.5%');
    });

    test('reads like the target only where it is the target', () => {
      expect(end(foreseen(revenue(), 5999.96))).toEqual(['5,999.96亿元', undefined]);
      expect(end(foreseen(revenue(), 6000))).toEqual(['6,000亿元', undefined]);
    });

    test('needs no digit to differ from a figure that it all but repeats', () => {
      const level = revenue({
        accumulate: 'level',
        grain: 'day',
        observations: [{ date: '2026-10-31', value: 62 }],
      });
      expect(end(foreseen(level, 62.000031, [60.123456, 63.876543]))).toEqual(['62亿元', '60亿元–64亿元']);
    });

    test('is told as on the face', () => {
      const bare = every['no baseline']!;
      for (const verdict of [
        foreseen(bare, 5912.3456),
        foreseen(bare, 62.000031),
        unicorns(),
        foreseen(applications({ target: null }), 85.24671),
      ]) {
        for (const locale of ['zh-CN', 'en'])
          expect(gaugeShape(verdict, { locale }).outlook).toContain(end(verdict, locale)[0]);
      }
    });

    test('is whole where things are counted whole', () => {
      expect(end(unicorns())).toEqual(['1家', '1–2家']);
      expect(end(unicorns(), 'en')).toEqual(['1 enterprise', '1–2 enterprises']);
      expect(end(foreseen(applications(), 87, [80, 93]))).toEqual(['87件', '80–93件']);
    });

    test('has its unit at both ends of an interval where leaving it out would mislead, and once elsewhere', () => {
      const share = { unit: { zh: '%', en: '%' }, accumulate: 'level', target: 4, observations: [] } as const;
      expect(end(foreseen(revenue(share), 3.5, [3.2, 3.81234]))).toEqual(['3.5%', '3.2%–3.81%']);
      expect(end(foreseen(revenue(share), 3.5, [3.2, 3.81234]), 'en')).toEqual(['3.5%', '3.2–3.81%']);
      expect(end(foreseen(applications(), 87, [87.01, 86.99]))[1]).toBe('87件');
    });

    test('stands from low to high, and in words where a dash would run into a minus sign', () => {
      const verdict = foreseen(applications(), -5, [-12, -3]);
      expect(end(verdict)[1]).toBe('−12至−3件');
      expect(end(verdict, 'en')[1]).toBe('−12 to −3 applications');
      expect(end(foreseen(applications(), 2, [-1, 4]))[1]).toBe('−1–4件');
    });
  });

  test('where no method applies, that there is no forecast, and of each method why', () => {
    const verdict = revenue({
      observations: [
        { date: '2026-01-31', value: 400 },
        { date: '2026-02-28', value: 300 },
      ],
      reportedThrough: '2026-02-28',
      asOf: '2026-03-10',
    });
    expect(verdict.forecast).toBe(null);
    expect(rowsOf(verdict).期末预测).toBe('没有；各种方法不适用的原因见“各种预测方法”');
    expect(rowsOf(verdict, 'en')['Forecast of the end']).toBe(
      'None; the reason for each method is under “Forecasting methods”',
    );
    expect(gaugeTables(verdict, { locale: 'zh-CN' })[1]!.caption).toBe('各种预测方法');
    expect(gaugeTables(verdict, { locale: 'en' })[1]!.caption).toBe('Forecasting methods');
    const [zh, en] = ['zh-CN', 'en'].map((locale) => rowsOf(verdict, locale, 1));
    expect(Object.keys(zh!)).toHaveLength(10);
    expect(Object.values(zh!).every((text) => /^不采用：./.test(text))).toBe(true);
    expect(Object.values(en!).every((text) => /^Not used: ./.test(text))).toBe(true);
    expect(zh).toMatchObject({ 平均进度外推法: '不采用：至少需要3个已报送月份，现有2个已报送月份' });
    expect(rowsOf(every['no data']!)).not.toHaveProperty('期末预测');
  });

  test('published methods in their own words and names, and why one does not apply', () => {
    expect(rowsOf(full, 'zh-CN', 2)).toEqual({
      关键结果完成度:
        '完成83.9%\n结果：percentageCompleted 83.9363\n输入：startValue 0；targetValue 6,000；currentValue 5,036.18',
      '德国可持续发展战略（天气符号）': '不适用：没有六个年度数据',
    });
  });

  test('what a newer publisher has and this script has no word for stands by its code, and nothing is left out', () => {
    const newer = {
      ...full,
      status: 'on-hold',
      schedule: { ...full.schedule!, kind: 'seasonal' },
      otherSchedules: [{ ...full.otherSchedules[0]!, kind: 'weighted' }],
      forecast: { ...full.forecast!, method: 'prophet', spread: 3 },
      forecasts: [...full.forecasts, { ...full.forecasts[0]!, method: 'prophet' }],
      methods: [{ ...full.methods[0]!, method: 'oecd' }],
      completeness: [
        { dataset: 'a', kind: 'estimated', count: 1, names: [], text: { zh: '1个估计数', en: '1 estimate' } },
      ],
      qualifier: { ...full.qualifier, binding: 'binding' },
      breaches: [],
    } as unknown as typeof full;
    expect(rowsOf(newer, 'en')).toMatchObject({
      Status: 'Status “on-hold”: newer than this page’s script',
      Schedule: '83.3% (seasonal)',
      'Another schedule': expect.stringContaining('84.6% (weighted)') as string,
      'Forecasting method': 'prophet',
    });
    expect(rowsOf(newer, 'en', 1)).toEqual({ estimated: '1 estimate' });
    expect(rowsOf(newer, 'en', 2)).toMatchObject({ prophet: expect.stringContaining('(used)') as string });
    expect(rowsOf(newer, 'en', 3)).toEqual({ oecd: expect.stringContaining('83.9% completed') as string });
    const told = JSON.stringify(gaugeDetail(newer, { locale: 'en' }));
    expect(told).not.toMatch(/undefined|left out/);
    expect(JSON.stringify(gaugeDetail({ ...newer, methods: [7] } as never, { locale: 'en' }))).toContain(
      'or newer than this page’s script. They are not shown here.',
    );
  });

  test('a published value that contradicts the figure stands beside it, with both sources', () => {
    const source = { zh: '财联社', en: 'Cailianshe' };
    const disputed = { ...full, conflicts: [{ value: 5100.5, date: '2026-10-31', source }] };
    const rows = gaugeTables(disputed, { locale: 'zh-CN' })[0]!.rows;
    const at = rows.findIndex(([label]) => label === '实际');
    expect(rows.slice(at, at + 2)).toEqual([
      ['实际', '5,036.18亿元（示例数据(park/generate)）'],
      ['另有公布数（未采用）', '5,100.5亿元（2026年10月31日，财联社）'],
    ]);
    expect(rowsOf(disputed, 'en')).toMatchObject({
      Actual: '503.618 billion yuan (Demo data (park/generate))',
      'Also published, not used': '510.05 billion yuan (31 October 2026, Cailianshe)',
    });
    const earlier = {
      ...incomplete,
      actual: null,
      attainment: null,
      schedule: null,
      conflicts: disputed.conflicts,
    };
    expect(rowsOf(earlier)).toMatchObject({
      期前最近一次数据: '80千克标准煤（2025年12月31日，示例数据(park/generate)）',
    });
    const strange = { ...full, conflicts: [{ value: '5100', date: 'now', source }] } as never;
    expect(rowsOf(strange)).not.toHaveProperty('另有公布数（未采用）');
  });

  test('a code that is the name of something of every object has no word', () => {
    const strange = { ...full, schedule: { ...full.schedule!, kind: 'constructor' } } as never;
    expect(rowsOf(strange).时序进度).toBe('83.3%（constructor）');
  });

  test('how open wording is read', () => {
    expect(rowsOf(full, 'en', 3)).toEqual({
      'Which are the three leading industries?': 'Integrated circuits, biomedicine and AI.',
    });
  });

  test('no figure is missing a word, and none is not a number, in any example', () => {
    for (const verdict of Object.values(every)) {
      for (const locale of ['zh-CN', 'en']) {
        const text = JSON.stringify(gaugeTables(verdict, { locale }));
        expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
      }
    }
  });
});

test('the result of a published method reads like the figure in its sentence, cut down and never up', () => {
  const goal = {
    ...{ id: 'g', name: { zh: '甲', en: 'A' }, unit: { zh: '件', en: 'items' }, target: 7777 },
    qualifier: { zh: '完成', en: 'complete', binding: 'firm' },
    period: { start: '2026-01-01', end: '2026-12-31' },
    accumulate: 'total',
  } as const;
  let longer = 0;
  for (let value = 1; value < 7777; value += 3) {
    const observations = [{ date: '2026-10-31', value }];
    const series = { grain: 'day', reportedThrough: '2026-10-31', count: false, observations } as const;
    const methods = compareMethods(goal, series, { asOf: '2026-10-31' });
    const tables = gaugeTables({ ...full, methods }, { locale: 'zh-CN' });
    const told = new Map(tables.flatMap(({ rows }) => rows.map(([name, text]) => [name, text] as const))).get(
      '亚太经社会现状指数',
    )!;
    // "…指数为1.23…" and "结果：index 1.2345": trailing zeros are not written in the second.
    const [sentence, result] = [/指数.*?([\d.]+)/, /index ([\d.]+)/].map((figure) => figure.exec(told)![1]!);
    expect(Math.floor(Number(result) * 100 + 1e-9), told).toBe(Math.round(Number(sentence) * 100));
    if (result!.length > sentence!.length) longer++;
  }
  expect(longer).toBeGreaterThan(100);
});
