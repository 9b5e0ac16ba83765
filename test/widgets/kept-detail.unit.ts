import { gaugeDetail, gaugeHtml, gaugeShape, gaugeTables } from '@zj/widgets';
import type { PublishedVerdict } from '@zj/metrics';
import { printMarkup } from '../../packages/widgets/src/drawing/print.js';
import { describe, expect, test } from 'vitest';
import { consumption, dust, energy, growth, kinds, meanUnemployment } from '../../stories/kinds.js';

const zh = { locale: 'zh-CN' } as const;
const en = { locale: 'en' } as const;
const table = (verdict: PublishedVerdict, caption: string, look: { readonly locale: string } = zh) =>
  gaugeTables(verdict, look).find((one) => one.caption === caption)?.rows;
const figures = (verdict: PublishedVerdict): Record<string, string> =>
  Object.fromEntries(table(verdict, '数据与算法')!.map(([name, text]) => [name, text]));

describe('the details of a goal that is kept', () => {
  test('say what it is to keep, and how it stands to that; no pace, no thresholds of one', () => {
    expect(figures(growth())).toMatchObject({ 目标: '4.5%至5.5%之间', 与要求相比: '高于区间0.2个百分点' });
    expect(figures(growth())).not.toHaveProperty('判定标准');
    expect(figures(meanUnemployment())).toMatchObject({
      目标: '平均控制在5.5%以内',
      与要求相比: '低于上限0.27个百分点，12期中10期的平均',
    });
    expect(figures(consumption())).toMatchObject({ 与要求相比: '为上限的68.9%，时序进度83.3%' });
    expect(figures(consumption())).not.toHaveProperty('差距');
  });

  test('have every period of a limit, newest first, with what it is in words', () => {
    expect(table(kinds['a limit with a gap']!, '各期情况')).toEqual([
      ['2025年', '26微克/立方米（守住）（初步数据）'],
      ['2024年', '31微克/立方米（✕ 未守住）'],
      ['2023年', '27微克/立方米（守住）'],
      ['2022年', '暂无数据'],
      ['2021年', '32微克/立方米（✕ 未守住）'],
    ]);
    expect(table(dust(), 'Periods', en)![1]).toEqual(['2024', '31 µg/m³ (✕ not kept)']);
  });
});

describe('the details of a computed target', () => {
  test('open its formula: the baseline, the formula in words and the figure', () => {
    expect(figures(energy())).toMatchObject({
      目标: '34.6千克标准煤',
      目标的算法: '基期40千克标准煤，累计降低13.5%，即34.6千克标准煤',
      指标性质: '约束性指标',
    });
  });

  test('have the average growth so far', () => {
    const grown = energy({ formula: { growth: 7, years: 5 }, direction: 'increase' });
    expect(grown).toMatchObject({ kind: 'growth' });
    expect(figures(grown)).toMatchObject({
      目标的算法: expect.stringContaining('5年年均增长7%') as string,
      迄今年均增长: '−2.5%',
    });
  });

  test('leave out a malformed formula, and say so', () => {
    const odd = { ...energy(), formula: { times: 3 } } as unknown as PublishedVerdict;
    expect(figures(odd)).not.toHaveProperty('目标的算法');
    expect(JSON.stringify(gaugeDetail(odd, zh))).toContain('未予列出');
  });
});

describe('a target that a document changed', () => {
  test('stands in the details until when it held, why it changed, and with a link to the document', () => {
    expect(table(energy(), '调整前的目标')).toEqual([
      [
        '执行至2023年6月30日',
        '34千克标准煤；统计口径调整；',
        { title: '关于调整规划指标的通知（示例〔2023〕1号）', url: 'https://example.gov.cn/notice' },
      ],
    ]);
    expect(printMarkup(gaugeDetail(energy(), zh))).toContain('<a href="https://example.gov.cn/notice">关于');
  });

  test('has no link to anything but a page', () => {
    const was = energy().was!.map((one) => ({
      ...one,
      document: { ...one.document, url: 'javascript:alert(1)' },
    }));
    const markup = printMarkup(gaugeDetail({ ...energy(), was }, zh));
    expect(markup).not.toMatch(/<a|javascript/);
    expect(markup).toContain('关于调整规划指标的通知');
  });
});

test('whether a goal is binding or expected is told in words, to readers and to assistive technology', () => {
  expect(gaugeShape(growth(), zh)).toMatchObject({ nature: '预期性指标', brief: '' });
  for (const kind of [growth(), energy(), consumption()])
    expect(gaugeHtml(kind, zh)).toMatch(/约束性指标|预期性指标/);
});

test('static pages and pictures of every kind have neither ids nor styles, and no part of a shadow tree', () => {
  for (const verdict of Object.values(kinds))
    for (const appearance of ['arc', 'ring', 'linear', 'number'] as const)
      expect(gaugeHtml(verdict, { ...zh, appearance })).not.toMatch(/ (id|style|class|part)="/);
});
