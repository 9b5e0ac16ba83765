import { differenceUnit, parseMetrics, type Measure, type Metric, type Unit } from '@zj/metrics';
import { describe, expect, test } from 'vitest';

const words = (text: string) => ({ zh: text, en: text });
const yuan = (power: number): Unit => ({ zh: '元', en: 'yuan', power });
const persons: Unit = { zh: '人', en: 'persons' };
const percent: Unit = { zh: '%', en: '%' };
const points: Unit = { zh: '个百分点', en: 'percentage points' };

function base(id: string, unit: Unit): Metric {
  return { id, name: words(id), description: words(id), dataset: 'a', measure: { sum: 'c' }, unit };
}

function problemsOf(measure: Measure, unit: Unit, scale: number | undefined, parts: readonly [Unit, Unit]) {
  const made = { id: 'made', name: words('made'), description: words('made'), measure, unit };
  const metrics = [
    base('x', parts[0]),
    base('y', parts[1]),
    { ...made, ...(scale !== undefined && { scale }) },
  ];
  return parseMetrics({ version: 1, metrics }).problems;
}

const ratio: Measure = { ratio: ['x', 'y'] };

describe('the power of a ratio follows from those of its parts', () => {
  test.each<[string, Unit, number | undefined, readonly [Unit, Unit]]>([
    [
      '10⁸ yuan by persons is in 10⁸ yuan a person',
      { zh: '元/人', en: 'yuan a person', power: 8 },
      undefined,
      [yuan(8), persons],
    ],
    ['with the scale 4 in 10⁴', { zh: '元/人', en: 'yuan a person', power: 4 }, 4, [yuan(8), persons]],
    [
      'by 10⁴ persons in 10⁴',
      { zh: '元/人', en: 'yuan a person', power: 4 },
      undefined,
      [yuan(8), { ...persons, power: 4 }],
    ],
    ['% of one unit', percent, 2, [yuan(8), yuan(8)]],
    ['% in words', { zh: '百分比', en: 'per cent' }, 2, [persons, persons]],
    ['percentage points of one unit', points, 2, [yuan(8), yuan(8)]],
    ['‰ of one unit', { zh: '‰', en: 'per mille' }, 3, [persons, persons]],
    ['倍 of one unit', { zh: '倍', en: 'times' }, undefined, [yuan(4), yuan(4)]],
    ['an index of one unit', { zh: '指数', en: 'index' }, 2, [yuan(4), yuan(4)]],
    ['other words are free', { zh: '件', en: 'things' }, undefined, [persons, { zh: '次', en: 'times' }]],
  ])('%s', (_, unit, scale, parts) => {
    expect(problemsOf(ratio, unit, scale, parts)).toEqual([]);
  });

  test.each<[string, Unit, number | undefined, readonly [Unit, Unit], string, RegExp]>([
    [
      'another power',
      { zh: '元/人', en: 'yuan a person' },
      undefined,
      [yuan(8), persons],
      'scale',
      /"scale": 8, or "power": 8/,
    ],
    ['% without its scale', percent, undefined, [yuan(8), yuan(8)], 'scale', /"scale": 2/],
    ['% with that of ‰', percent, 3, [yuan(8), yuan(8)], 'scale', /"scale": 2/],
    ['% of two powers', percent, 2, [yuan(8), yuan(4)], 'unit', /same unit/],
    ['% of two units', percent, 2, [yuan(0), persons], 'unit', /same unit/],
    ['‰ with the scale of %', { zh: '‰', en: '‰' }, 2, [persons, persons], 'scale', /"scale": 3/],
    [
      '倍 with a power',
      { zh: '倍', en: 'times', power: 4 },
      undefined,
      [yuan(4), yuan(4)],
      'scale',
      /"power"/,
    ],
    ['% with a power', { ...percent, power: 2 }, 2, [yuan(4), yuan(4)], 'scale', /Remove "power"/],
    [
      '% with a power in place of its scale',
      { ...percent, power: -2 },
      undefined,
      [yuan(4), yuan(4)],
      'scale',
      /"scale": 2/,
    ],
    ['‰ with a power', { zh: '‰', en: '‰', power: 3 }, 3, [persons, persons], 'scale', /Remove "power"/],
    [
      'percentage points with a power',
      { ...points, power: 2 },
      2,
      [persons, persons],
      'scale',
      /Remove "power"/,
    ],
    [
      'an index with a power',
      { zh: '指数', en: 'index', power: 4 },
      2,
      [yuan(4), yuan(4)],
      'scale',
      /"power": -2/,
    ],
    ['倍 with a scale', { zh: '倍', en: 'times' }, 2, [persons, persons], 'scale', /Remove "scale"/],
  ])('and %s is refused, with a remedy', (_, unit, scale, parts, code, remedy) => {
    const found = problemsOf(ratio, unit, scale, parts);
    expect(found).toMatchObject([{ code }]);
    expect(found[0]!.remedy).toMatch(remedy);
  });
});

describe('a difference of percentages is in percentage points', () => {
  const subtract: Measure = { subtract: ['x', 'y'] };

  test('for two metrics in %', () => {
    expect(problemsOf(subtract, points, undefined, [percent, percent])).toEqual([]);
    expect(problemsOf(subtract, percent, undefined, [percent, percent])).toMatchObject([
      { code: 'unit', where: '$.metrics[2].unit' },
    ]);
    expect(problemsOf({ add: ['x', 'y'] }, percent, undefined, [percent, percent])).toEqual([]);
    expect(problemsOf({ subtract: [100, 'x'] }, percent, undefined, [percent, percent])).toEqual([]);
    expect(problemsOf(subtract, points, undefined, [points, points])).toEqual([]);
  });

  test('and of nothing else', () => {
    expect(differenceUnit(percent)).toEqual({ ...points, one: 'percentage point' });
    for (const unit of [yuan(8), persons, points, { zh: '‰', en: '‰' }, { zh: '倍', en: 'times' }]) {
      expect(differenceUnit(unit)).toBe(unit);
    }
  });
});
