import { describe, expect, test } from 'vitest';
import { poissonGamma } from '../../../packages/metrics/src/goal/poisson-gamma.js';

/** The same probability by another way: the rate integrated out numerically, λ = u² with Gamma(n + ½, elapsed). */
function attainedByIntegration(events: number, target: number, elapsed: number, remaining: number): number {
  const most = Math.sqrt((events + 60) / elapsed);
  const steps = 20_000;
  let all = 0;
  let attained = 0;
  for (let i = 0; i <= steps; i++) {
    const rate = ((most * i) / steps) ** 2;
    const weight = rate ** events * Math.exp(-elapsed * rate) * (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2);
    let term = Math.exp(-remaining * rate);
    let short = 0;
    for (let more = 0; more < target - events; more++) {
      short += term;
      term *= (remaining * rate) / (more + 1);
    }
    all += weight;
    attained += weight * (1 - short);
  }
  return attained / all;
}

const cases = [0, 1, 2, 5, 11].flatMap((events) =>
  [events + 1, events + 2, 12].flatMap((target) =>
    [73, 200, 365, 669, 729].map((elapsed) => ({ events, target, elapsed, remaining: 730 - elapsed })),
  ),
);

describe('METHODS §5 poisson-gamma', () => {
  test('1 of 2 at day 669 of 730 attains with probability .123', () => {
    const forecast = poissonGamma({ events: 1, target: 2, elapsed: 669, remaining: 61 })!;
    expect(forecast.probability).toBeCloseTo(0.12268635, 8);
    expect(forecast).toMatchObject({ method: 'poisson-gamma', point: 1, interval: [1, 2] });
  });

  test('the first terms are those written out: √p·pⁿ, and r·(1 − p) times that', () => {
    const p = 100 / 730;
    const { probability } = poissonGamma({ events: 0, target: 2, elapsed: 100, remaining: 630 })!;
    expect(probability).toBeCloseTo(1 - Math.sqrt(p) - 0.5 * (1 - p) * Math.sqrt(p), 14);
  });

  test.each(cases)(
    '$events of $target after $elapsed days agrees with the rate integrated out',
    ({ events, target, elapsed, remaining }) => {
      expect(poissonGamma({ events, target, elapsed, remaining })!.probability).toBeCloseTo(
        attainedByIntegration(events, target, elapsed, remaining),
        9,
      );
    },
  );

  test.each(cases)(
    '$events of $target after $elapsed days: median and interval are the least figures attained so often',
    ({ events, target, elapsed, remaining }) => {
      const { point, interval } = poissonGamma({ events, target, elapsed, remaining })!;
      for (const [figure, quantile] of [
        [interval[0], 0.1],
        [point, 0.5],
        [interval[1], 0.9],
      ] as const) {
        const atMost = (end: number): number =>
          1 - poissonGamma({ events, target: end + 1, elapsed, remaining })!.probability;
        expect(atMost(figure)).toBeGreaterThanOrEqual(quantile);
        if (figure > events) expect(atMost(figure - 1)).toBeLessThan(quantile);
      }
    },
  );

  test('a quantile met exactly is met: p = 1/100 and 1/4 give P(none) = 0.1 and 0.5', () => {
    expect(poissonGamma({ events: 0, target: 1, elapsed: 1, remaining: 99 })!.interval[0]).toBe(0);
    expect(poissonGamma({ events: 0, target: 1, elapsed: 100, remaining: 300 })).toMatchObject({
      point: 0,
      probability: 0.5,
    });
  });

  test('the median attains the target where the probability is at least one half', () => {
    for (const exposure of cases) {
      const { point, probability } = poissonGamma(exposure)!;
      expect(point >= exposure.target).toBe(probability >= 0.5);
    }
  });

  test('a target between two whole numbers asks for the next', () => {
    const exposure = { events: 1, elapsed: 300, remaining: 430 };
    expect(poissonGamma({ ...exposure, target: 2.5 })).toEqual(poissonGamma({ ...exposure, target: 3 }));
  });

  test('what is reached is certain, and without days to come nothing more comes', () => {
    expect(poissonGamma({ events: 3, target: 2, elapsed: 100, remaining: 100 })!.probability).toBe(1);
    expect(poissonGamma({ events: 1, target: 2, elapsed: 730, remaining: 0 })).toEqual({
      method: 'poisson-gamma',
      point: 1,
      interval: [1, 1],
      probability: 0,
      backtest: null,
    });
  });

  test('never a probability below 0, however far the target', () => {
    expect(poissonGamma({ events: 0, target: 5000, elapsed: 729, remaining: 1 })!.probability).toBe(0);
    expect(poissonGamma({ events: 2, target: 80, elapsed: 300, remaining: 430 })!.probability).toBe(0);
  });

  test('says nothing where the terms are too small for doubles, or nothing was observed', () => {
    expect(poissonGamma({ events: 2000, target: 5000, elapsed: 365, remaining: 365 })).toBeNull();
    expect(poissonGamma({ events: 1050, target: 2000, elapsed: 365, remaining: 365 })).toBeNull();
    expect(poissonGamma({ events: 0, target: 2, elapsed: 0, remaining: 365 })).toBeNull();
    expect(poissonGamma({ events: 1e15, target: 2, elapsed: 365, remaining: 365 })).toBeNull();
  });
});
