import { describe, expect, test } from 'vitest';
import {
  openSdgCoefficient,
  openSdgProgress,
  type OpenSdgInputs,
  type OpenSdgResult,
} from '../../../../packages/metrics/src/goal/methods/open-sdg.js';

/** From 100 in 2015, 10 years on, to 200 in 2035. */
const rise: OpenSdgInputs = {
  baseValue: 100,
  baseYear: 2015,
  currentValue: 120,
  currentYear: 2025,
  target: 200,
  targetYear: 2035,
  direction: 'increase',
};
const with_ = (change: Partial<OpenSdgInputs>): OpenSdgResult => openSdgProgress({ ...rise, ...change });
const without = (name: 'currentValue' | 'target'): OpenSdgInputs => {
  const rest = { ...rise };
  delete rest[name];
  return rest;
};
const g = (to: number, from: number, years: number): number => (to / from) ** (1 / years) - 1;
const nothing = { progressValue: null, score: null, status: 'not_available' };

describe('METHODS §6.1 with a target: R = sg·d·go / |gr|', () => {
  test.each<[string, Partial<OpenSdgInputs>, number]>([
    ['rising as wished', {}, g(120, 100, 10) / g(200, 100, 20)],
    ['rising, but to fall', { direction: 'decrease', target: 50 }, g(120, 100, 10) / g(50, 100, 20)],
    [
      'falling as wished',
      { direction: 'decrease', target: 50, currentValue: 80 },
      g(80, 100, 10) / g(50, 100, 20),
    ],
    ['falling, but to rise', { currentValue: 80 }, g(80, 100, 10) / g(200, 100, 20)],
    [
      'from below 0 up',
      { baseValue: -100, currentValue: -80, target: -50 },
      -g(-80, -100, 10) / Math.abs(g(-50, -100, 20)),
    ],
    [
      'from below 0 down',
      { baseValue: -100, currentValue: -120, target: -50 },
      -g(-120, -100, 10) / Math.abs(g(-50, -100, 20)),
    ],
    [
      'from below 0 further down as wished',
      { baseValue: -100, currentValue: -120, target: -200, direction: 'decrease' },
      g(-120, -100, 10) / g(-200, -100, 20),
    ],
    ['to nothing', { currentValue: 0 }, -1 / g(200, 100, 20)],
    ['from below 0 to nothing', { baseValue: -100, currentValue: 0, target: 5 }, NaN],
  ])('%s', (_, change, ratio) => {
    const { progressValue } = with_(change);
    if (Number.isNaN(ratio)) expect(progressValue).toBeNull();
    else expect(progressValue).toBeCloseTo(ratio, 10);
  });

  test('a target of 0 is replaced by 0.001', () => {
    const fall = { target: 0, direction: 'decrease', currentValue: 10 } as const;
    expect(with_(fall).progressValue).toBeCloseTo(g(10, 100, 10) / g(0.001, 100, 20), 10);
    expect(with_({ ...fall, target: -0 })).toEqual(with_(fall));
    expect(with_({ ...fall, currentValue: 0.001 }).status).toBe('target_achieved');
    expect(with_({ ...fall, currentValue: 0.0011 }).status).toBe('substantial_progress');
    expect(with_({ target: 0, baseValue: -5, currentValue: 0 }).status).toBe('not_available');
    expect(with_({ target: 0, baseValue: -5, currentValue: 0.001 }).status).toBe('target_achieved');
  });

  test('the word and the score are those of the progress value, on the line too, in every unit', () => {
    // 1.25² and 1.15²: growth of 0.15 a year against 0.25.
    const square = { baseValue: 100, baseYear: 2020, currentYear: 2022, targetYear: 2022, target: 156.25 };
    for (const unit of [1e-8, 1e-4, 1, 1e4, 1e8]) {
      const on = (currentValue: number): OpenSdgResult =>
        with_({
          ...square,
          baseValue: 100 * unit,
          target: 156.25 * unit,
          currentValue: currentValue * unit,
        });
      expect(on(132.25)).toEqual({
        progressValue: 0.6,
        score: 7.1429 * 0.6 - 4.2857,
        status: 'moderate_progress',
      });
      expect(on(132.2499999)).toMatchObject({ status: 'limited_progress' });
      expect(on(1.2375 ** 2 * 100).status).toBe('substantial_progress');
      expect(on(1.2375 ** 2 * 100 - 1e-7).status).toBe('moderate_progress');
      expect(on(100)).toEqual({ progressValue: 0, score: -2.5, status: 'limited_progress' });
      expect(on(99.99999999999).status).toBe('deterioration');
    }
  });

  test('where no growth is required there is no ratio', () => {
    expect(with_({ target: 100, currentValue: 99 })).toEqual(nothing);
    expect(with_({ target: 100, direction: 'decrease', currentValue: 101 })).toEqual(nothing);
  });

  test.each<[string, Partial<OpenSdgInputs>]>([
    ['the target year is the base year', { targetYear: 2015 }],
    ['the target year is before the base year', { targetYear: 2014 }],
    ['there is no target year', { targetYear: null }],
    ['the target is on the other side of 0', { baseValue: -100, currentValue: -90 }],
  ])('where %s there is no ratio', (_, change) => {
    expect(with_(change)).toEqual(nothing);
  });

  test('a limit says nothing', () => {
    expect(with_({ limit: 120 })).toEqual(with_({}));
  });
});

describe('METHODS §6.1: a target that is reached, checked first', () => {
  const achieved = { score: 5, status: 'target_achieved' };

  test.each<[string, Partial<OpenSdgInputs>]>([
    ['exactly, rising', { currentValue: 200 }],
    ['and passed, rising', { currentValue: 201 }],
    ['exactly, falling', { currentValue: 50, target: 50, direction: 'decrease' }],
    ['and passed, falling', { currentValue: 49, target: 50, direction: 'decrease' }],
    ['whatever the trend', { baseValue: 300, currentValue: 210 }],
    ['within the base year', { currentValue: 200, currentYear: 2015 }],
    ['without years', { currentValue: 200, currentYear: null, baseYear: null, targetYear: null }],
    ['without a base', { currentValue: 200, baseValue: null }],
    ['from a base of 0', { currentValue: 200, baseValue: 0 }],
    ['from a base on the other side of 0', { currentValue: 200, baseValue: -5 }],
    ['where no growth was required', { currentValue: 100, target: 100 }],
  ])('is achieved %s', (_, change) => {
    expect(with_(change)).toMatchObject(achieved);
  });

  test('has its progress value where there is one', () => {
    expect(with_({ currentValue: 200 }).progressValue).toBeCloseTo(g(200, 100, 10) / g(200, 100, 20), 10);
    expect(with_({ baseValue: 300, currentValue: 210 }).progressValue).toBeLessThan(0);
    expect(with_({ baseValue: 0, currentValue: 210 }).progressValue).toBeNull();
  });

  test('is not achieved just short of it', () => {
    expect(with_({ currentValue: 199.99 }).status).not.toBe('target_achieved');
    expect(with_({ currentValue: 50.01, target: 50, direction: 'decrease' }).status).not.toBe(
      'target_achieved',
    );
  });
});

describe('METHODS §6.1: not available', () => {
  test.each<[string, Partial<OpenSdgInputs>]>([
    ['without a current value, even if the target were reached', { currentValue: null, target: -1e9 }],
    ['with a current value that is no number', { currentValue: NaN }],
    ['with less than one year between', { currentYear: 2015 }],
    ['with a current year before the base', { currentYear: 2014 }],
    ['without a current year', { currentYear: null }],
    ['without a base year', { baseYear: null }],
    ['without a base', { baseValue: null }],
    ['with a base of 0', { baseValue: 0 }],
    ['with a base of −0', { baseValue: -0 }],
    ['with a base below and a current value above 0', { baseValue: -1, currentValue: 1, currentYear: 2016 }],
    ['with a base above and a current value below 0', { baseValue: 1, currentValue: -1, currentYear: 2016 }],
    [
      'with figures so small that their product is 0',
      { baseValue: 1e-200, currentValue: -1e-200, currentYear: 2016 },
    ],
    ['with a growth beyond any double', { baseValue: 5e-324, currentValue: 150, currentYear: 2016 }],
  ])('%s', (_, change) => {
    expect(with_(change)).toEqual(nothing);
    if (change.target === undefined) expect(with_({ ...change, target: null })).toEqual(nothing);
  });

  test('an absent current value is none', () => {
    expect(openSdgProgress(without('currentValue'))).toEqual(nothing);
  });

  test('one year between is enough, and a current value of 0', () => {
    expect(with_({ currentYear: 2016 }).status).toBe('substantial_progress');
    expect(with_({ currentValue: 0 }).status).toBe('deterioration');
  });
});

describe('METHODS §6.1 without a target: g = sg·d·go', () => {
  const open = (change: Partial<OpenSdgInputs>): OpenSdgResult =>
    with_({ target: null, currentYear: 2016, ...change });

  test.each<[number, string, number]>([
    [101.6, 'substantial_progress', 3],
    [101.5, 'substantial_progress', 2.5],
    [101.4999, 'moderate_progress', 2.49975],
    [100.5, 'moderate_progress', 0],
    [100.4999, 'limited_progress', -0.0005],
    [100, 'limited_progress', -2.5],
    [99.9999, 'deterioration', -2.500125],
    [90, 'deterioration', -5],
  ])('from 100 to %d in a year is %s', (currentValue, status, score) => {
    const result = open({ currentValue });
    expect(result.status).toBe(status);
    expect(result.progressValue).toBeCloseTo(currentValue / 100 - 1, 12);
    expect(result.score).toBeCloseTo(score, 9);
  });

  test('an absent target is none', () => {
    expect(openSdgProgress(without('target'))).toEqual(with_({ target: null }));
  });

  test('less is better where it is to fall, and from below 0 up is up', () => {
    expect(open({ currentValue: 98, direction: 'decrease' }).progressValue).toBe(0.02);
    expect(open({ currentValue: 102, direction: 'decrease' }).progressValue).toBe(-0.02);
    expect(open({ baseValue: -100, currentValue: -98 }).progressValue).toBe(0.02);
    expect(open({ baseValue: -100, currentValue: -98, direction: 'decrease' }).progressValue).toBe(-0.02);
  });

  test('near a limit less growth is enough', () => {
    const C = 1 - 0.9 ** 4.44;
    const near = { baseValue: 90, limit: 100 };
    expect(open({ ...near, currentValue: 90 * (1 + 0.0151 * C) }).status).toBe('substantial_progress');
    expect(open({ ...near, currentValue: 90 * (1 + 0.0149 * C) }).status).toBe('moderate_progress');
    expect(open({ ...near, currentValue: 90 * (1 + 0.01 * C) }).score).toBeCloseTo(1.25, 10);
    expect(open({ ...near, currentValue: 90 * (1 + 0.0151 * C), limit: null }).status).not.toBe(
      'substantial_progress',
    );
  });

  test('at the limit it is enough to stay', () => {
    const at = { baseValue: 100, limit: 100 };
    expect(open({ ...at, currentValue: 100 })).toEqual({
      progressValue: 0,
      score: 5,
      status: 'substantial_progress',
    });
    expect(open({ ...at, currentValue: 99 }).status).toBe('deterioration');
  });
});

describe('METHODS §6.1: C', () => {
  test.each([
    ['b ≥ 2L', 100, 200, 1],
    ['b > 2L', 100, 900, 1],
    ['b just below 2L', 100, 199, 1 - 0.01 ** 4.44],
    ['L < b', 100, 150, 1 - 0.5 ** 4.44],
    ['b just above L', 100, 101, 1 - 0.99 ** 4.44],
    ['b = L', 100, 100, 0],
    ['b < L', 100, 50, 1 - 0.5 ** 4.44],
    ['b = 0', 100, 0, 1],
    ['absolute values of b', 100, -50, 1 - 0.5 ** 4.44],
    ['absolute values of L', -100, 150, 1 - 0.5 ** 4.44],
    ['L = 0', 0, 50, 1],
    ['both 0', 0, 0, 1],
  ])('%s', (_, limit, base, C) => {
    expect(openSdgCoefficient(limit, base)).toBeCloseTo(C, 14);
  });
});
