import { gaugeShape } from '@zj/widgets';
import type { PublishedVerdict } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { consumption, grain, growth, meanUnemployment, unemployment } from '../../stories/kinds.js';
import { isVerdict } from '../../packages/widgets/src/goal-gauge/valid.js';
import { revenue } from '../../stories/verdicts.js';

const zh = { locale: 'zh-CN' } as const;
const en = { locale: 'en' } as const;

describe('a goal that is kept is told by its figure and by what it is to keep', () => {
  test('a ceiling', () => {
    const shape = gaugeShape(unemployment(), zh);
    expect(shape).toMatchObject({
      scale: 'ruler',
      figure: ['5.2', '%'],
      quantity: ['控制在5.5%以内', ''],
      pace: '低于上限0.3个百分点',
      word: '目前达标',
      marks: { schedule: false, forecast: false },
      ends: ['', ''],
    });
    expect(shape.meter).toEqual({ now: 5.2, min: 4.8, max: 5.8, text: '5.2%，控制在5.5%以内' });
    expect(gaugeShape(unemployment(), en)).toMatchObject({
      quantity: ['at most 5.5%', ''],
      pace: '0.3 percentage points below the ceiling',
      word: 'Kept so far',
    });
  });

  test('a floor', () => {
    expect(gaugeShape(grain(), zh)).toMatchObject({
      figure: ['6.8', '亿吨'],
      quantity: ['不低于6.5亿吨', ''],
      pace: '高于下限0.3亿吨',
      word: '已达成',
    });
    expect(gaugeShape(grain(), en).quantity[0]).toBe('at least 650 million tonnes');
  });

  test('a range, and a figure above, below, in it and on its end', () => {
    const told = (value: number): string =>
      gaugeShape(growth({ observations: [{ date: '2026-01-31', value }], reportedThrough: '2026-01-31' }), zh)
        .pace;
    expect(gaugeShape(growth(), zh).quantity[0]).toBe('4.5%至5.5%之间');
    expect(gaugeShape(growth(), zh).word).toBe('目前未达标');
    expect([5.7, 4.2, 5, 5.5].map(told)).toEqual([
      '高于区间0.2个百分点',
      '低于区间0.3个百分点',
      '在区间之内',
      '在区间之内',
    ]);
  });

  test('a figure exactly on a bound, in words', () => {
    const on = unemployment({
      observations: [{ date: '2026-01-31', value: 5.5 }],
      reportedThrough: '2026-01-31',
    });
    expect(gaugeShape(on, zh).pace).toBe('恰在上限');
    expect(gaugeShape(on, en).pace).toBe('Exactly at the ceiling');
  });

  test('a mean says how many periods it rests on', () => {
    const shape = gaugeShape(meanUnemployment(), zh);
    expect(shape.quantity[0]).toBe('平均控制在5.5%以内');
    expect(shape.pace).toBe('低于上限0.27个百分点，12期中10期的平均');
    expect(gaugeShape(meanUnemployment(), en).pace).toBe(
      '0.27 percentage points below the ceiling, average of 10 of 12 periods',
    );
  });

  test('a ceiling on a total says how much of it is used, and its forecast as a share of it', () => {
    expect(gaugeShape(consumption(), zh)).toMatchObject({
      figure: ['620', ''],
      pace: '为上限的68.9%，时序进度83.3%',
      marks: { schedule: true },
      brief: '预计全年83%',
    });
    const exceeded = consumption({ target: 600 });
    expect(gaugeShape(exceeded, zh)).toMatchObject({ word: '未达成', pace: '高于上限20万吨标准煤' });
  });
});

test('before the first figure there is a ruler without it, and the meter stands at its beginning', () => {
  const shape = gaugeShape(unemployment({ observations: [], reportedThrough: null }), zh);
  expect(shape).toMatchObject({ scale: 'ruler', figure: ['—', ''], pace: '' });
  expect(shape.meter).toEqual({ now: 5.2, min: 5.2, max: 5.8, text: '控制在5.5%以内' });
});

test('without a figure to keep, and as a figure alone, there is no ruler', () => {
  expect(gaugeShape(unemployment({ target: null }), zh)).toMatchObject({
    scale: 'words',
    quantity: ['', ''],
  });
  const alone = gaugeShape(unemployment(), { ...zh, appearance: 'number' });
  expect(alone).toMatchObject({ scale: 'words', drawing: ['svg', {}], quantity: ['控制在5.5%以内', ''] });
});

test('a kind that is newer than this script is told in words alone', () => {
  const newer = { ...revenue(), kind: 'corridor', bound: { of: 3 } } as unknown as PublishedVerdict;
  expect(isVerdict(newer)).toBe(true);
  expect(gaugeShape(newer, zh)).toMatchObject({ scale: 'words', figure: ['5,036', '亿元'], pace: '' });
});

test.each([
  ['a bound', { bound: 'about' }],
  ['a range', { bound: undefined, range: { from: 6, to: 5 } }],
  ['a range of text', { bound: undefined, range: { from: '4', to: 5 } }],
  ['both', { range: { from: 4, to: 5 } }],
  ['neither', { bound: undefined }],
  ['a margin', { margin: '0.3' }],
  ['a mean', { averaged: { periods: 1 } }],
  ['a kind', { kind: 3 }],
])('a verdict with invalid parts of a goal that is kept is refused: %s', (_, change) => {
  expect(isVerdict(unemployment())).toBe(true);
  expect(isVerdict({ ...unemployment(), ...change })).toBe(false);
});

test('a forecast above a ceiling never reads as the whole of it, and one below it may', () => {
  const forecast = (point: number): PublishedVerdict => {
    const verdict = consumption();
    const aim = verdict.target!;
    return {
      ...verdict,
      forecast: { method: 'run-rate', point: point * aim, interval: null, probability: null, backtest: null },
    };
  };
  expect(gaugeShape(forecast(1.001), zh).brief).toBe('预计全年101%');
  expect(gaugeShape(forecast(1), zh).brief).toBe('预计全年100%');
  expect(gaugeShape(forecast(0.999), zh).brief).toBe('预计全年100%');
});
