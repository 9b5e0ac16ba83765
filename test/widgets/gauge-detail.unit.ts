import { gaugeTables } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import { every, full, revenue, unicorns } from '../../stories/verdicts.js';

const rowsOf = (verdict: typeof full, locale = 'zh-CN', table = 0): Record<string, string> =>
  Object.fromEntries(gaugeTables(verdict, { locale })[table]!.rows);

describe('what stands behind a figure', () => {
  test('every figure with its formula written out, in both languages', () => {
    expect(rowsOf(full)).toEqual({
      目标: '6,000亿元',
      实际: '5,036.18亿元',
      完成率: '(5,036.18 − 0) ÷ (6,000 − 0) = 83.9%',
      时序进度: '304天 ÷ 365天 = 83.3%（按天数平均）',
      差距: '快0.6个百分点；完成率 ÷ 时序进度 = 100.8%',
      另一种时序进度: '84.6%（按往年同期）；慢0.7个百分点；完成率 ÷ 时序进度 = 99.2%',
      期末预测: '5,958.4亿元',
      '80%预测区间': '5,772–6,024',
      达标概率: '42.3%',
      预测方法: '霍尔特—温特斯加法',
      尚需: '963.82亿元，剩余2个月，每月481.91亿元',
      状态: '进度正常',
      判定标准:
        '完成率 ÷ 时序进度 ≥ 95.0% 进度正常；≥ 60.0% 进度偏慢；< 60.0% 明显滞后；时序进度不足10.0%时为时尚早',
      目标期: '2026年1月1日至2026年12月',
      数据截至: '2026年10月',
      评判日: '2026年11月15日',
      依据条款: '“到2026年,三大先导产业完成营业收入6000亿元”',
      限定词: '完成',
      来源: '示例数据(zj generate)',
    });
    expect(rowsOf(full, 'en')).toMatchObject({
      Attainment: '(503.618 − 0) ÷ (600 − 0) = 83.9%',
      Schedule: '304 ÷ 365 days = 83.3% (evenly by days)',
      '80% interval': '577.2–602.4',
      'Still needed': '96.382 billion yuan in 2 months, 48.191 billion yuan a month',
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
      平均进度外推法: '6,046.6亿元；平均绝对误差131.2亿元',
      '霍尔特—温特斯加法': '5,958.4亿元；平均绝对误差71.5亿元（采用）',
      线性趋势法: '不采用：只用于存量指标',
    });
    const backtest = full.forecasts[1]!.backtest;
    expect(rowsOf({ ...full, forecast: { ...full.forecast!, backtest } }).回测).toBe(
      '24个起点；平均绝对误差71.5亿元；为季节朴素法误差的61.0%；区间覆盖率79.2%',
    );
  });

  test('published methods in their own words and names, and why one does not apply', () => {
    expect(rowsOf(full, 'zh-CN', 2)).toEqual({
      关键结果完成度:
        '完成83.9%\n结果：percentageCompleted 83.9363\n输入：startValue 0；targetValue 6,000；currentValue 5,036.18',
      '德国可持续发展战略（天气符号）': '不适用：没有六个年度数据',
    });
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
