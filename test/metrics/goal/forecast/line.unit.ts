import { describe, expect, test } from 'vitest';
import { fitLine, predictLine } from '../../../../packages/metrics/src/goal/forecast/line.js';
import { chanceOf, intervalOf } from '../../../../packages/metrics/src/goal/forecast/prediction.js';
import { fittedNames, mostOff, reference } from './reference.js';

/** NIST StRD, linear regression, Norris: y and x of a study of ozone monitors. */
const norris = `
  0.1 0.2  338.8 337.4  118.1 118.2  888.0 884.6  9.2 10.1  228.1 226.5  668.5 666.3  998.5 996.3  449.1 448.6
  778.9 777.0  559.2 558.2  0.3 0.4  0.1 0.6  778.1 775.5  668.8 666.9  339.3 338.0  448.9 447.5  10.8 11.6
  557.7 556.0  228.3 228.1  998.0 995.8  888.8 887.6  119.6 120.2  0.3 0.3  0.6 0.3  557.6 556.8  339.3 339.1
  888.0 887.2  998.5 999.0  778.9 779.0  10.2 11.1  117.6 118.3  228.9 229.2  668.4 669.1  449.2 448.9  0.2 0.5`
  .trim()
  .split(/\s{2,}/)
  .map((pair): [number, number] => {
    const [y, x] = pair.split(' ').map(Number);
    return [x!, y!];
  });

describe('a straight line', () => {
  test('has the certified figures of NIST StRD Norris to 9 significant digits and more', () => {
    expect(norris).toHaveLength(36);
    const { slope, intercept, deviation } = fitLine(norris);
    expect(
      mostOff([slope, intercept, deviation!], [1.00211681802045, -0.262323073774029, 0.884796396144373]),
    ).toBeLessThan(1e-12);
  });

  test.each(fittedNames)('through %s is that of R, with its prediction intervals', (name) => {
    const { slope, intercept, deviation, ahead, predicted } = reference.lines[name];
    const line = fitLine(reference.series[name].values.map((value, i) => [i + 1, value]));
    expect(
      mostOff([line.slope, line.intercept, line.deviation!], [slope, intercept, deviation]),
    ).toBeLessThan(1e-11);
    const found = ahead.flatMap((x) => {
      const prediction = predictLine(line, x);
      return [prediction.point, ...intervalOf(prediction)!];
    });
    expect(mostOff(found, predicted)).toBeLessThan(1e-12);
  });

  test('is as exact for the years 2000 to 2026 and figures around 1e9', () => {
    const wave = (year: number): number => [0, 3, -1, -2][year % 4]!;
    const years = Array.from({ length: 27 }, (_, i) => 2000 + i);
    const near = fitLine(years.map((year) => [year - 2000, 0.25 * (year - 2000) + wave(year)]));
    const far = fitLine(years.map((year) => [year, 1e9 + 0.25 * (year - 2000) + wave(year)]));
    expect(mostOff([far.slope, far.deviation!], [near.slope, near.deviation!])).toBeLessThan(1e-12);
    const [here, there] = [predictLine(near, 30), predictLine(far, 2030)];
    expect(there.point - 1e9).toBeCloseTo(here.point, 6);
    expect(there.deviation).toBeCloseTo(here.deviation!, 12);
  });

  test('is as exact for x around 1e9', () => {
    const offset = fitLine(norris.map(([x, y]) => [x * 10 + 1e9, y]));
    expect(
      mostOff([offset.slope * 10, offset.deviation!], [1.00211681802045, 0.884796396144373]),
    ).toBeLessThan(1e-11);
  });

  test('keeps what sums of figures of very different size round away', () => {
    const line = fitLine([
      [1, 1e17],
      [2, 3],
      [3, -1e17],
    ]);
    expect(line.centre).toEqual([2, 1]);
  });

  test('through two points leaves no deviation, and so no interval and no probability', () => {
    const line = fitLine([
      [1, 10],
      [3, 14],
    ]);
    expect(line).toEqual({ slope: 2, intercept: 8, deviation: null, points: 2, centre: [2, 12], spread: 2 });
    const prediction = predictLine(line, 5);
    expect(prediction).toMatchObject({ point: 18, deviation: null });
    expect(intervalOf(prediction)).toBeNull();
    expect(chanceOf(prediction, 18)).toBeNull();
  });

  test('never has a slope or an intercept of minus zero', () => {
    for (const value of [0, -0]) {
      const { slope, intercept } = fitLine([-1, 0, 1].map((x) => [x, value]));
      expect([slope, intercept]).toEqual([0, 0]);
    }
  });

  test.each([
    [[]],
    [[[1, 2]]],
    [
      [
        [3, 1],
        [3, 2],
      ],
    ],
    [
      [
        [1, 1],
        [2, Infinity],
      ],
    ],
    [
      [
        [NaN, 1],
        [2, 2],
      ],
    ],
  ])('is refused through %j', (points) => {
    expect(() => fitLine(points as [number, number][])).toThrow(
      expect.objectContaining({ code: 'REFUSED' }) as Error,
    );
  });

  test('is found as its example says', () => {
    const points = [
      [2023, 10],
      [2024, 12],
      [2025, 14],
    ] as const;
    expect(fitLine(points).slope).toBe(2);
    expect(predictLine(fitLine(points), 2027).point).toBe(18);
  });
});
