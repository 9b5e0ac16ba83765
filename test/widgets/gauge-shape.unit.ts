import { gaugeHtml, gaugeShape, gaugeSvg } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import { applications, every, foreseen, full, revenue, unicorns } from '../../stories/verdicts.js';

const zh = { locale: 'zh-CN' } as const;
const en = { locale: 'en' } as const;

describe('what is read in the middle of the dial', () => {
  test('the attainment, and below it the figure and its target', () => {
    const shape = gaugeShape(revenue(), zh);
    expect(shape.figure).toEqual(['83.9', '%']);
    expect(shape.quantity).toEqual(['5,036', '/ 6,000亿元']);
    expect(shape.ends).toEqual(['0', '6,000']);
    expect(gaugeShape(revenue(), en).quantity).toEqual(['503.6', '/ 600 billion yuan']);
  });

  test('of a small count, how many of how many', () => {
    const shape = gaugeShape(unicorns(), zh);
    expect(shape.figure).toEqual(['1', ' / 2家']);
    expect(shape.quantity).toEqual(['', '']);
    // A long unit has no room beside the figure.
    expect(gaugeShape(unicorns(), en)).toMatchObject({
      figure: ['1', ' / 2'],
      quantity: ['enterprises', ''],
    });
  });

  test('texts are true beyond the dial', () => {
    expect(gaugeShape(every['beyond the target']!, zh).figure).toEqual(['118.7', '%']);
    expect(gaugeShape(every['below nothing']!, zh).figure).toEqual(['−2.0', '%']);
    expect(gaugeShape(every['below nothing']!, zh).quantity).toEqual(['−120', '/ 6,000亿元']);
    expect(gaugeShape(unicorns({ observations: [{ date: '2026-05-11', value: 5 }] }), zh).figure).toEqual([
      '5',
      ' / 2家',
    ]);
  });

  test('without an attainment, the figure; without a figure, a dash', () => {
    expect(gaugeShape(every['no target']!, zh)).toMatchObject({
      figure: ['5,036', ''],
      quantity: ['亿元', ''],
      ends: ['', ''],
    });
    expect(gaugeShape(every['no baseline']!, zh)).toMatchObject({ quantity: ['目标', '6,000亿元'] });
    expect(gaugeShape(every['no data']!, zh)).toMatchObject({
      figure: ['—', ''],
      quantity: ['目标', '100件'],
      through: '',
    });
  });
});

describe('what assistive technology is told', () => {
  test('a whole sentence in both languages', () => {
    expect(gaugeShape(revenue(), zh).meter).toEqual({
      now: 83.9,
      min: 0,
      max: 100,
      text: '83.9%，5,036亿元 / 目标6,000亿元',
    });
    expect(gaugeShape(revenue(), en).meter.text).toBe(
      '83.9%, 503.6 billion yuan of a target of 600 billion yuan',
    );
    expect(gaugeShape(unicorns(), zh).meter).toEqual({
      now: 1,
      min: 0,
      max: 2,
      text: '1家 / 目标2家',
    });
    expect(gaugeShape(every['no data']!, zh).meter).toEqual({ now: 0, min: 0, max: 100, text: '目标100件' });
    expect(gaugeShape({ ...every['no data']!, target: null }, zh).meter.text).toBe('—');
  });

  test('its value is cut as the text is, and thousands are grouped', () => {
    const of = (attainment: number) => {
      const { meter, figure } = gaugeShape({ ...revenue(), attainment }, en);
      return [meter.now, figure.join('')];
    };
    expect(of(0.99996)).toEqual([99.9, '99.9%']);
    expect(of(0.9996)).toEqual([99.9, '99.9%']);
    expect(of(0.00001)).toEqual([0.1, '0.1%']);
    expect(of(12.345)).toEqual([1234.5, '1,234.5%']);
    expect(of(-12345.67)).toEqual([-1234567, '−1,234,567.0%']);
    expect(of(0)).toEqual([0, '0.0%']);
    const gap = { kind: 'linear', expected: 0.5, gap: 11.845, ratio: 24.69 } as const;
    expect(gaugeShape({ ...revenue(), attainment: 12.345, schedule: gap }, en).pace).toBe(
      'Schedule 50.0%, 1,184.5 points ahead',
    );
  });

  test('the range is wide enough for what is beyond it', () => {
    for (const verdict of Object.values(every)) {
      const { now, min, max } = gaugeShape(verdict, zh).meter;
      expect(min).toBeLessThanOrEqual(now);
      expect(max).toBeGreaterThanOrEqual(now);
    }
    expect(gaugeShape(every['beyond the target']!, zh).meter).toMatchObject({ now: 118.7, max: 119 });
    expect(gaugeShape(every['below nothing']!, zh).meter).toMatchObject({ now: -2, min: -2 });
  });
});

describe('status, schedule and what stands behind them', () => {
  test('the status has the words of METHODS §4 and an icon of its own', () => {
    expect(gaugeShape(revenue(), zh).word).toBe('进度正常');
    expect(gaugeShape(every.missed!, zh).word).toBe('未达到争取目标');
    expect(gaugeShape(every.missed!, en).word).toBe('Aspiration not met');
    const icons = [
      'on track',
      'at risk',
      'off track, a count',
      'achieved, a count',
      'missed',
      'no data',
      'too early',
    ];
    expect(new Set(icons.map((name) => gaugeShape(every[name]!, zh).icon)).size).toBe(7);
  });

  test('the schedule stands as words; of what is judged by its probability, without a gap', () => {
    expect(gaugeShape(revenue(), zh).pace).toBe('时序进度 83.3%，快0.6个百分点');
    expect(gaugeShape(revenue(), en).pace).toBe('Schedule 83.3%, 0.6 points ahead');
    expect(gaugeShape(applications(), zh).pace).toBe('时序进度 83.3%，慢12.3个百分点');
    expect(gaugeShape(unicorns(), zh).pace).toBe('时序进度 91.6%');
    expect(gaugeShape(every['no target']!, zh).pace).toBe('');
  });

  test('the forecast stands as shares of the way, of a small count as things, with its interval and its probability in words', () => {
    expect(gaugeShape(full, zh).outlook).toBe('预计全年99%（96–100），达标可能性约为一半（42.3%）');
    expect(gaugeShape(full, en).outlook).toBe(
      'Forecast 99% (96–100), about as likely as not to be attained (42.3%)',
    );
    expect(gaugeShape(unicorns(), zh).outlook).toBe('预计期末1家（1–2），达标可能性较小（12.3%）');
    expect(gaugeShape(every['a forecast without interval']!, zh).outlook).toBe('预计全年87%');
    expect(gaugeShape(every['falling, as it should']!, zh).outlook).toBe(
      '预计全年61%（43–80），达标可能性较小（18.0%）',
    );
    expect(gaugeShape(every['no data']!, zh).outlook).toBe('');
    expect(gaugeShape(every['achieved, a count']!, zh).outlook).toBe('预计期末1家（1–2）');
  });

  test('the face has the forecast briefly, and none once the goal is achieved or missed', () => {
    expect(gaugeShape(full, zh).brief).toBe('预计全年99%');
    expect(gaugeShape(full, en).brief).toBe('Forecast 99%');
    expect(gaugeShape(unicorns(), zh).brief).toBe('预计期末1家');
    expect(gaugeShape(every['no data']!, zh).brief).toBe('');
    for (const status of ['achieved', 'missed'] as const) {
      const shape = gaugeShape({ ...full, status }, zh);
      expect(shape.brief).toBe('');
      // How likely the end is, is decided; between which figures it will be is not.
      expect(shape.outlook).toBe('预计全年99%（96–100）');
    }
  });

  test('what a page hides stays in the text', () => {
    for (const verdict of Object.values(every)) {
      const { beyond, marks, drawing, ...text } = gaugeShape(verdict, zh);
      const hidden = gaugeShape(verdict, { ...zh, hide: ['forecast', 'source', 'through'] });
      expect(hidden).toMatchObject(text);
      expect(hidden.marks).toEqual({ ...marks, forecast: false });
      expect(hidden.drawing.length).toBeLessThanOrEqual(drawing.length);
      expect(hidden.beyond.above.length).toBeLessThanOrEqual(beyond.above.length);
    }
  });

  test('the ends of the scale are its beginning and the target; a ring and a figure alone have none', () => {
    for (const appearance of ['arc', 'linear'] as const)
      expect(gaugeShape(revenue(), { ...zh, appearance }).ends).toEqual(['0', '6,000']);
    for (const appearance of ['ring', 'number'] as const)
      expect(gaugeShape(revenue(), { ...zh, appearance }).ends).toEqual(['', '']);
    expect(gaugeShape({ ...revenue(), target: 0, attainment: null }, zh).ends).toEqual(['', '']);
  });

  test('a status that is newer than this script is told by its code, without the colour of another', () => {
    const newer = { ...full, status: 'on-hold' } as unknown as typeof full;
    const shape = gaugeShape(newer, zh);
    expect(shape).toMatchObject({
      status: 'not-assessable',
      word: '状态“on-hold”（本页程序版本较旧，无法显示其名称）',
      icon: gaugeShape(every['too early']!, zh).icon,
      figure: ['83.9', '%'],
      pace: '时序进度 83.3%，快0.6个百分点',
    });
    expect(gaugeShape(newer, en).word).toBe('Status “on-hold”: newer than this page’s script');
    const print = [gaugeHtml(newer, zh), gaugeSvg(newer, zh)].join();
    expect(print).toContain('on-hold');
    expect(print).not.toContain('undefined');
  });

  test('what is reported of days after the end does not count', () => {
    const late = { ...every.missed!, dataThrough: '2027-03-31' };
    expect(gaugeShape(late, zh).through).toBe('截至2026年12月');
  });

  test('a forecast that falls short of the target never reads 100', () => {
    expect(gaugeShape(foreseen(revenue(), 5999, [5800, 6001]), zh).outlook).toBe('预计全年99%（97–100）');
    expect(gaugeShape(foreseen(every['no baseline']!, 5900), zh).outlook).toBe('预计全年5,900亿元');
  });

  test('the day, the source, and that data are provisional or made up', () => {
    expect(gaugeShape(revenue(), zh)).toMatchObject({
      through: '截至2026年10月',
      source: ['来源：', '示例数据(park/generate)'],
      demo: ['示例数据', '示例'],
    });
    expect(gaugeShape(revenue(), en)).toMatchObject({
      source: ['Source: ', 'Demo data (park/generate)'],
      demo: ['Demo data', 'Demo'],
    });
    expect(gaugeShape(every.provisional!, zh).through).toBe('截至2026年10月（初步数据）');
    expect(gaugeShape(every['too early']!, en).through).toBe('Through 20 January 2026');
    expect(gaugeShape({ ...revenue(), demo: false }, zh).demo).toEqual(['', '']);
  });
});
