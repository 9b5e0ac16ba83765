import { judgeWithoutHistory } from '@zj/metrics';
import { gaugeShape } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import { gaugeFace } from '../../packages/widgets/src/goal-gauge/book.js';
import { showDetail } from '../../packages/widgets/src/goal-gauge/detail/detail.js';
import { judgeAlone, type StandAlone } from '../../packages/widgets/src/goal-gauge/stand-alone.js';

/** The words of its detail, which is loaded on demand. */
const detailOf = (given: StandAlone): string => {
  const { verdict, judged } = judgeAlone(given);
  return JSON.stringify(showDetail(verdict!, judged, { locale: 'zh-CN' }));
};

const dates = { start: '2026-01-01', end: '2026-12-31', asOf: '2026-10-31' };
const period = { start: dates.start, end: dates.end };
const firm = { zh: '完成', en: 'complete', binding: 'firm' } as const;
const verdictOf = (given: StandAlone) => judgeAlone(given).verdict!;
const messageOf = (given: StandAlone, locale: string) =>
  judgeAlone(given).failure!.message(gaugeFace(locale));

describe('a gauge that stands alone keeps a bound', () => {
  const rate = { ...dates, value: '5.2', target: '5.5', unit: '%', bound: 'at-most' };

  test('as in a release', () => {
    const judged = judgeWithoutHistory(
      {
        ...{ id: '', name: { zh: '', en: '' }, unit: { zh: '%', en: '%' }, qualifier: firm, period },
        ...{ target: 5.5, bound: 'at-most', accumulate: 'level', direction: 'decrease' },
      },
      {
        ...{ grain: 'day', reportedThrough: dates.asOf, count: false },
        observations: [{ date: dates.asOf, value: 5.2 }],
      },
      { asOf: dates.asOf },
    );
    const { reason, ...rest } = judged;
    expect(verdictOf(rate)).toMatchObject(rest);
    expect(detailOf(rate)).toContain(reason.zh);
    expect(verdictOf(rate)).toMatchObject({ kind: 'ceiling', status: 'on-track', margin: 0.3 });
  });

  test('a floor, a range, and a ceiling on what is counted', () => {
    expect(verdictOf({ ...rate, bound: 'at-least' })).toMatchObject({ kind: 'floor', status: 'off-track' });
    const range = { ...dates, value: 5.7, range: '4.5..5.5', unit: '%' };
    expect(verdictOf(range)).toMatchObject({
      ...{ kind: 'range', range: { from: 4.5, to: 5.5 }, target: null, status: 'off-track', margin: -0.2 },
    });
    expect(verdictOf({ ...range, range: '-1.5 .. 6' })).toMatchObject({ range: { from: -1.5, to: 6 } });
    const counted = verdictOf({ ...dates, value: 3, target: 20, unit: '起', count: true, bound: 'at-most' });
    expect(counted).toMatchObject({ kind: 'ceiling', baseline: 0, status: 'on-track' });
    expect(gaugeShape(counted, { locale: 'zh-CN' }).pace).toBe('为上限的15.0%，时序进度83.3%');
  });

  test('also without dates, of nothing, and without a figure', () => {
    const alone = { value: '0', target: '0', bound: 'at-most' };
    expect(verdictOf(alone)).toMatchObject({ status: 'on-track', margin: 0 });
    expect(verdictOf({ ...alone, value: '' })).toMatchObject({ status: 'no-data', margin: null });
    expect(judgeAlone({ ...rate, asOf: '' }).remark).toBeUndefined();
  });

  test.each([
    [{ bound: 'under', target: 5 }, '属性 bound="under" 写错了，可以写：at-least、at-most。'],
    [{ bound: 'at-most' }, '属性 target="" 没写或写错了，正确写法如 target="5.5"。'],
    [{ range: '4.5-5.5' }, '属性 range="4.5-5.5" 没写或写错了，正确写法如 range="4.5..5.5"。'],
    [{ range: '5.5..4.5' }, '属性 range="5.5..4.5" 没写或写错了，正确写法如 range="4.5..5.5"。'],
    [{ range: '4..' }, '属性 range="4.." 没写或写错了，正确写法如 range="4.5..5.5"。'],
    [{ range: '1..2..3' }, '属性 range="1..2..3" 没写或写错了，正确写法如 range="4.5..5.5"。'],
    [{ range: '4..5', target: 5 }, '属性 range 和 target 不能同时写，请去掉其中一个。'],
    [{ range: '4..5', baseline: 5 }, '属性 range 和 baseline 不能同时写，请去掉其中一个。'],
    [{ bound: 'at-most', target: 5, baseline: 9 }, '属性 bound 和 baseline 不能同时写，请去掉其中一个。'],
    [{ bound: 'at-most', range: '4..5' }, '属性 range 和 bound 不能同时写，请去掉其中一个。'],
  ])('and says how it is written: %j', (given, message) => {
    expect(messageOf({ value: 5, ...given }, 'zh-CN')).toBe(message);
  });
});

describe('a gauge that stands alone is judged as in a release', () => {
  test('a total', () => {
    const alone = verdictOf({ ...dates, label: '营业收入', value: '5036.18', target: '6000', unit: '亿元' });
    const unit = { zh: '元', en: 'yuan', power: 8 };
    const judged = judgeWithoutHistory(
      {
        id: '',
        name: { zh: '营业收入', en: '营业收入' },
        unit,
        qualifier: firm,
        target: 6000,
        period,
        accumulate: 'total',
      },
      {
        grain: 'day',
        reportedThrough: dates.asOf,
        count: false,
        observations: [{ date: dates.asOf, value: 5036.18 }],
      },
      { asOf: dates.asOf },
    );
    const { reason, needed, ...rest } = judged;
    expect(alone).toMatchObject(rest);
    expect(detailOf({ ...dates, value: '5036.18', target: '6000', unit: '亿元' })).toContain(reason.zh);
    expect(needed).toMatchObject({ months: 2 });
    expect(alone).toMatchObject({ status: 'on-track', unit, demo: false, count: false });
  });

  test('a small count, by probability', () => {
    const given = {
      start: '2025-01-01',
      end: '2026-12-31',
      asOf: '2026-10-31',
      value: 1,
      target: 2,
      unit: '家',
      count: true,
    };
    const judged = judgeWithoutHistory(
      {
        id: '',
        name: { zh: '', en: '' },
        unit: { zh: '家', en: '家' },
        qualifier: firm,
        target: 2,
        period: { start: given.start, end: given.end },
        accumulate: 'since',
      },
      {
        grain: 'day',
        reportedThrough: given.asOf,
        count: true,
        observations: [{ date: given.asOf, value: 1 }],
      },
      { asOf: given.asOf },
    );
    const { reason, needed, ...rest } = judged;
    expect(verdictOf(given)).toMatchObject(rest);
    expect(detailOf(given)).toContain(reason.zh);
    expect(needed).toMatchObject({ total: 1 });
    expect(judged.forecast!.probability).toBeCloseTo(0.123, 3);
    expect(judged.status).toBe('off-track');
  });

  test('a level with a baseline, falling where its target is below it', () => {
    const falling = verdictOf({ ...dates, value: 60, baseline: 80, target: 40 });
    expect(falling).toMatchObject({
      attainment: 0.5,
      baseline: 80,
      direction: 'decrease',
      status: 'at-risk',
    });
    expect(verdictOf({ ...dates, value: 39, baseline: 80, target: 40 }).status).toBe('achieved');
    expect(verdictOf({ ...dates, value: 90, baseline: 80, target: 100 })).toMatchObject({
      attainment: 0.5,
      direction: 'increase',
    });
  });

  test('after the end date the goal is missed, before the start it has not begun', () => {
    expect(verdictOf({ ...dates, value: 99, target: 100, asOf: '2027-02-01' }).status).toBe('missed');
    expect(verdictOf({ ...dates, value: 0, target: 100, asOf: '2025-12-01' }).status).toBe('no-data');
  });

  test('no value is no data, no target is not assessable', () => {
    expect(verdictOf({ ...dates, value: '', target: 100 }).status).toBe('no-data');
    expect(verdictOf({ ...dates, value: 5 })).toMatchObject({ status: 'not-assessable', actual: 5 });
  });

  test('without as-of there is no schedule, only the target', () => {
    const open = verdictOf({ value: 5036, target: 6000 });
    expect(open).toMatchObject({
      status: 'not-assessable',
      schedule: null,
      dataThrough: null,
      attainment: 5036 / 6000,
    });
    expect(detailOf({ value: 5036, target: 6000 })).toContain('没有写 as-of');
    expect(verdictOf({ value: 6000, target: 6000 }).status).toBe('achieved');
    expect(verdictOf({ value: 39, baseline: 80, target: 40 }).status).toBe('achieved');
  });

  test('start or end without as-of is remarked', () => {
    for (const days of [period, { start: period.start }, { end: period.end }]) {
      const { verdict, remark } = judgeAlone({ value: 71, target: 100, ...days });
      expect(verdict).toMatchObject({ schedule: null, status: 'not-assessable' });
      expect(remark!(gaugeFace('en'))).toBe('No schedule: as-of is missing');
    }
    expect(judgeAlone({ value: 71, target: 100 }).remark).toBe(undefined);
    expect(judgeAlone({ value: 71, target: 100, ...dates }).remark).toBe(undefined);
  });

  test('after the end all is due, and what counts is told to count through the end', () => {
    const given = { ...dates, value: 99, target: 100, asOf: '2027-02-01' };
    const verdict = verdictOf(given);
    expect(verdict).toMatchObject({ status: 'missed', schedule: { expected: 1 }, stale: false });
    const shape = gaugeShape(verdict, { locale: 'zh-CN' });
    expect(shape.through).toBe('截至2026年12月');
    expect(shape.pace).toBe('时序进度 100.0%，慢1.0个百分点');
    const detail = detailOf(given);
    for (const words of [
      '截至2026年12月，完成99.0%',
      '365天 ÷ 365天 = 100.0%',
      '"2026年12月"',
      '2027年2月1日',
    ])
      expect(detail).toContain(words);
  });

  test('the example of its documentation holds', () => {
    expect(judgeAlone({ value: 5036, target: 6000, ...dates }).verdict!.status).toBe('on-track');
  });
});

describe('what cannot be read is named, with what to write instead', () => {
  test('all attributes at once, one a line, in both languages', () => {
    const given = { value: '5,036', target: '6000亿', start: '2026-02-30', asOf: '2026-10-31' };
    expect(messageOf(given, 'zh-CN').split('\n')).toEqual([
      '属性 value="5,036" 没写或写错了，正确写法如 value="5036"。',
      '属性 target="6000亿" 没写或写错了，正确写法如 target="5036"。',
      '属性 start="2026-02-30" 没写或写错了，正确写法如 start="2026-01-01"。',
      '属性 end="" 没写或写错了，正确写法如 end="2026-12-31"。',
    ]);
    expect(messageOf(given, 'en').split('\n')[0]).toBe(
      'Attribute value="5,036" is missing or wrong. Write it like value="5036".',
    );
  });

  test.each([
    [{ value: 'NaN' }, 'value'],
    [{ value: Number.NaN }, 'value'],
    [{ value: 'undefined' }, 'value'],
    [{ value: '1e999' }, 'value'],
    [{ value: 'twelve' }, 'value'],
    [{ value: '0x10' }, 'value'],
    [{ ...dates, value: '3.5', target: 7, count: true }, 'value'],
    [{ value: '1e308' }, 'value'],
    [{ value: 1, target: -1.1e15 }, 'target'],
    [{ value: {} }, 'value'],
    [{ ...dates, value: 1, baseline: '8o' }, 'baseline'],
    // Without a baseline a target of nothing or less has no way to it: the figure read as achieved, or as −50 %.
    [{ value: 71, target: 0 }, 'baseline'],
    [{ ...dates, value: 5, target: -10 }, 'baseline'],
    [{ ...dates, value: 1, asOf: '2026-10' }, 'as-of'],
    [{ ...dates, value: 1, asOf: '31.10.2026' }, 'as-of'],
    [{ value: 1, start: 'soon' }, 'start'],
    [{ ...dates, value: 1, end: '2025-12-31' }, 'end'],
  ])('%j', (given, name) => {
    expect(messageOf(given, 'en')).toContain(`Attribute ${name}=`);
    expect(judgeAlone(given).failure!.code).toBe('ATTRIBUTE');
  });

  test('an end before the start, with an end that comes after it', () => {
    const given = { value: 1, start: '2027-01-01', end: '2026-12-31', asOf: '2027-10-31' };
    expect(messageOf(given, 'en')).toBe(
      'Attribute end="2026-12-31" is missing or wrong. Write it like end="2027-12-31".',
    );
  });

  test('a start that is no day is named alone, and so is a count that is no number', () => {
    expect(messageOf({ ...dates, value: 1, start: 'soon' }, 'en')).toBe(
      'Attribute start="soon" is missing or wrong. Write it like start="2026-01-01".',
    );
    expect(messageOf({ ...dates, value: 1, start: '' }, 'en')).not.toContain('end=');
    expect(messageOf({ value: 'few', target: 2, count: true }, 'en').split('\n')).toEqual([
      'Attribute value="few" is missing or wrong. Write it like value="5036".',
    ]);
  });

  test('numbers may be written as numbers are', () => {
    for (const value of ['71', ' 71 ', '71.0', '+71', '7.1e1', 71])
      expect(verdictOf({ value }).actual).toBe(71);
    expect(verdictOf({ value: '-3' }).actual).toBe(-3);
  });
});

test('a ceiling of nothing, as zero accidents, is told with its figure at any time', () => {
  for (const asOf of ['2025-01-20', '2025-06-30', '2025-12-31'])
    for (const value of [0, 1]) {
      const { verdict } = judgeAlone({
        ...{ value, target: 0, bound: 'at-most', count: true, unit: '起', asOf },
        ...{ start: '2025-01-01', end: '2025-12-31' },
      });
      const shape = gaugeShape(verdict!, { locale: 'zh-CN' });
      expect(shape.figure.join('')).toBe(`${value}起`);
      expect(shape.brief + shape.outlook).not.toMatch(/NaN|Infinity|%.*%/);
    }
});
