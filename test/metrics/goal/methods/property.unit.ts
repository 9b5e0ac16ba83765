import { describe, expect, test } from 'vitest';
import { compareMethods } from '../../../../packages/metrics/src/goal/methods/compare.js';
import {
  destatisWeather,
  type AnnualPoint,
  type DestatisInputs,
} from '../../../../packages/metrics/src/goal/methods/destatis.js';
import { escapCurrentStatus, type EscapInputs } from '../../../../packages/metrics/src/goal/methods/escap.js';
import { cagr } from '../../../../packages/metrics/src/goal/methods/growth.js';
import { linearAttainment, type LinearInputs } from '../../../../packages/metrics/src/goal/methods/linear.js';
import {
  openSdgAggregate,
  openSdgClassify,
  scoreStatus,
} from '../../../../packages/metrics/src/goal/methods/open-sdg-score.js';
import { openSdgEnds } from '../../../../packages/metrics/src/goal/methods/open-sdg-series.js';
import {
  openSdgProgress,
  type OpenSdgInputs,
} from '../../../../packages/metrics/src/goal/methods/open-sdg.js';
import { unChartProgress } from '../../../../packages/metrics/src/goal/methods/un-chart.js';
import {
  destatisWords,
  openSdgWords,
  unChartWords,
} from '../../../../packages/metrics/src/goal/methods/words.js';
import { enterprises, revenue, stock } from '../goals.js';
import { random } from '../random.js';

const count = 10_000;

/** The figures to draw from: any figure that a goal may have, and those on which formulas break. */
function draw(seed: number) {
  const next = random(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(...of: readonly T[]): T => of[whole(0, of.length - 1)]!;
  const figure = (): number => {
    switch (whole(0, 5)) {
      case 0:
        return pick(0, -0, 1e15, -1e15, 5e-324, -5e-324, 1, 0.001, 0.1);
      case 1:
        return whole(-3, 3);
      case 2:
        return (next() * 2 - 1) * 10 ** whole(-320, 15);
      default:
        return whole(1, 20_000) / 100;
    }
  };
  const maybe = <T>(value: T): T | null => (next() < 0.05 ? null : value);
  const year = (): number => whole(2010, 2035);
  return { next, whole, pick, figure, maybe, year };
}

function drawInputs(seed: number): OpenSdgInputs {
  const { pick, figure, maybe, year } = draw(seed);
  const baseValue = figure();
  return {
    baseValue: maybe(baseValue),
    baseYear: maybe(year()),
    currentValue: maybe(pick(figure, figure, () => baseValue)()),
    currentYear: maybe(year()),
    target: pick(null, figure(), figure(), figure(), baseValue),
    targetYear: maybe(year()),
    direction: pick('increase', 'decrease'),
    limit: pick(null, figure(), baseValue),
  };
}

function drawWeather(seed: number): DestatisInputs {
  const { whole, pick, figure, maybe, year } = draw(seed);
  const last = year();
  const series = Array.from({ length: whole(0, 9) }, (_, i): AnnualPoint => [
    pick(last - i, last - i, last - i, year()),
    figure(),
  ]);
  const direction = pick(undefined, 'increase', 'decrease');
  return {
    series,
    target: pick(maybe(figure()), series[0]?.[1] ?? 0),
    targetYear: maybe(year()),
    ...(direction && { direction }),
  };
}

/** Every figure and text in it. */
function leaves(data: unknown): unknown[] {
  return data && typeof data === 'object' ? Object.values(data).flatMap(leaves) : [data];
}

/** Fails for NaN, Infinity, minus zero and missing values: JSON keeps none of them. */
function expectPlain(data: unknown): void {
  for (const leaf of leaves(data)) {
    if (leaf === undefined || Object.is(leaf, -0) || (typeof leaf === 'number' && !Number.isFinite(leaf)))
      expect(data).toBe('plain');
  }
}

/** Fails with the input that broke a promise. A matcher for each of so many would take most of the time. */
function hold(promise: boolean, ...data: readonly unknown[]): void {
  if (!promise) expect(data).toBe('as promised');
}

function seeds<T>(make: (seed: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, i) => make(i + 1));
}

describe(`${count} random inputs give only finite numbers or null`, () => {
  test('open-sdg: every word, with a score where there is one, from −5 to 5', () => {
    const seen = new Set<string>();
    for (const inputs of seeds(drawInputs)) {
      const result = openSdgProgress(inputs);
      expectPlain(result);
      seen.add(result.status);
      hold((result.score === null) === (result.status === 'not_available'), inputs, result);
      hold(Math.abs(result.score ?? 0) <= 5, inputs, result);
      hold(
        result.status === 'target_achieved' || (result.progressValue === null) === (result.score === null),
        inputs,
        result,
      );
    }
    expect(seen).toEqual(new Set(Object.keys(openSdgWords)));
  });

  test('open-sdg, classified: one word and one score for every value', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= count; seed++) {
      const { next, pick, figure, maybe } = draw(seed);
      const result = openSdgClassify({
        progressValue: maybe(
          pick(
            figure,
            () => next() * 2 - 0.5,
            () => next() / 50,
          )(),
        ),
        hasTarget: pick(true, false),
        C: pick(1, 0, next(), next() / 1e9),
      });
      expectPlain(result);
      seen.add(result.status);
      hold(Math.abs(result.score ?? 0) <= 5, result);
    }
    expect(seen.add('target_achieved')).toEqual(new Set(Object.keys(openSdgWords)));
  });

  test('open-sdg, several series: the mean lies between its scores', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= count; seed++) {
      const { whole } = draw(seed);
      const series = Array.from({ length: whole(0, 3) }, (_, i) => openSdgProgress(drawInputs(seed * 7 + i)));
      const result = openSdgAggregate({ series });
      expectPlain(result);
      seen.add(result.status);
      const scores = series.flatMap(({ score }) => (score === null ? [] : [score]));
      const { score } = result;
      const between = score !== null && score >= Math.min(...scores) && score <= Math.max(...scores);
      hold(scores.length > 0 ? between : score === null, series, result);
    }
    expect(seen).toEqual(new Set(Object.keys(openSdgWords)));
  });

  test('open-sdg, ends of a series', () => {
    for (let seed = 1; seed <= count; seed++) {
      const { whole, figure, maybe, year } = draw(seed);
      const series = Array.from({ length: whole(0, 6) }, () => [year(), maybe(figure() + 0)] as const);
      const ends = openSdgEnds({ series, baseYear: year() });
      expectPlain(ends);
      hold((ends.baseYear ?? 0) <= (ends.currentYear ?? 0), ends);
    }
  });

  test('un-chart: every score', () => {
    const seen = new Set<string>();
    for (const inputs of seeds(drawInputs)) {
      const result = unChartProgress(inputs);
      expectPlain(result);
      seen.add(String(result.score));
      hold(result.ratio === null || result.score !== null, inputs, result);
      hold(result.score === null || result.cagr !== null, inputs, result);
    }
    expect(seen).toEqual(new Set([...Object.keys(unChartWords), 'null']));
  });

  test('cagr', () => {
    for (const inputs of seeds(drawInputs)) expectPlain(cagr(inputs));
  });

  test('destatis: every symbol', () => {
    const seen = new Set<string>();
    for (const inputs of seeds(drawWeather)) {
      const result = destatisWeather(inputs);
      expectPlain(result);
      seen.add(result.status);
      const calculated = result.status !== 'not_calculated';
      hold((result.projected !== null) === calculated, inputs, result);
      hold((result.averageChange !== null) === calculated, inputs, result);
    }
    expect(seen).toEqual(new Set(Object.keys(destatisWords)));
  });

  test('escap: an index wherever three figures are known and target and base differ', () => {
    for (let seed = 1; seed <= count; seed++) {
      const { pick } = draw(seed + 1);
      const { currentValue, baseValue, target } = drawInputs(seed);
      const inputs: EscapInputs = {
        currentValue: currentValue!,
        baseValue: baseValue!,
        target: target!,
        direction: pick('increasing', 'decreasing'),
        parity: pick(true, false),
      };
      const { index } = escapCurrentStatus(inputs);
      expectPlain({ index });
      const known = [currentValue, baseValue, target].every((figure) => figure !== null);
      hold((index !== null) === (known && target !== baseValue), inputs, index);
    }
  });

  test('linear: a percentage wherever start and target are known and there is a way or nothing done', () => {
    for (const { baseValue, target, currentValue } of seeds(drawInputs)) {
      const inputs: LinearInputs = {
        startValue: baseValue!,
        targetValue: target!,
        currentValue: currentValue!,
      };
      const { percentageCompleted } = linearAttainment(inputs);
      expectPlain({ percentageCompleted });
      const known = baseValue !== null && target !== null;
      const standing = currentValue === null || currentValue === baseValue;
      hold((percentageCompleted !== null) === (known && (standing || target !== baseValue)), inputs);
    }
  });

  test('all methods of a goal: whole sentences, and figures that a release can keep', () => {
    for (let seed = 1; seed <= count; seed++) {
      const { whole, pick, figure } = draw(seed);
      const first = whole(2010, 2026);
      const observations = Array.from({ length: whole(0, 8) }, (_, i) => ({
        date: `${first + i}-12-31`,
        value: figure(),
      }));
      const baseline = pick(null, { value: figure(), date: `${whole(2009, 2027)}-12-31` });
      const goal = pick(
        { ...stock, baseline, direction: pick('increase', 'decrease') },
        { ...stock, baseline },
        revenue,
        enterprises,
      );
      const verdicts = compareMethods(
        { ...goal, target: pick(null, figure(), figure(), figure(), baseline?.value ?? 0) },
        { grain: 'day', count: false, reportedThrough: '2027-12-31', observations },
        { asOf: `${whole(2024, 2028)}-06-30` },
      );
      expectPlain(verdicts);
      for (const { inputs, outputs, words } of verdicts) {
        hold((inputs === null) === (outputs === null), words);
        hold(
          /^[^。]+。$/.test(words.zh) && !/undefined|NaN|Infinity|null|[;:(){}]|,(?!\d{3})/.test(words.zh),
          words,
        );
        hold(
          /^[A-Z0-9−][^{}]*[^.]\.$/.test(words.en) && !/undefined|NaN|Infinity|null/.test(words.en),
          words,
        );
      }
    }
  });
});

describe('monotone', () => {
  test.each([
    [true, 1],
    [false, 1],
    [false, 0.3],
    [false, 1e-6],
    [false, 0],
  ])(
    'with a target: %s, C = %d: a greater progress value has no smaller score and no worse word',
    (hasTarget, C) => {
      const order = Object.keys(openSdgWords);
      const next = random(11);
      for (let i = 0; i < count; i++) {
        const scale = hasTarget ? 1.5 : 0.03 * (C || 1);
        const [low, high] = [next() * 2 - 1, next() * 2 - 1].sort((a, b) => a - b) as [number, number];
        const [less, more] = [low, high].map((value) =>
          openSdgClassify({ progressValue: value * scale, hasTarget, C }),
        ) as [ReturnType<typeof openSdgClassify>, ReturnType<typeof openSdgClassify>];
        expect(more.score!).toBeGreaterThanOrEqual(less.score!);
        expect(order.indexOf(more.status)).toBeLessThanOrEqual(order.indexOf(less.status));
      }
    },
  );

  test('the word of a score', () => {
    const order = Object.keys(openSdgWords);
    const next = random(12);
    for (let i = 0; i < count; i++) {
      const [low, high] = [next() * 12 - 6, next() * 12 - 6].sort((a, b) => a - b) as [number, number];
      hold(order.indexOf(scoreStatus(high)) <= order.indexOf(scoreStatus(low)), low, high);
    }
  });
});

describe('the unit, ten thousand times larger or smaller, changes nothing', () => {
  /** Ordinary figures: those at the edge of a double's range have no other unit. */
  const amounts = (seed: number): OpenSdgInputs => {
    const { whole, pick } = draw(seed);
    const amount = (): number => pick(1, 1, 1, -1) * (whole(0, 40_000) / 100);
    const baseValue = amount();
    return {
      baseValue,
      baseYear: whole(2010, 2020),
      currentValue: pick(amount(), amount(), baseValue),
      currentYear: whole(2011, 2026),
      target: pick(null, amount(), amount(), baseValue),
      targetYear: whole(2020, 2030),
      direction: pick('increase', 'decrease'),
      limit: pick(null, amount(), baseValue),
    };
  };
  const scale = (value: number | null | undefined, unit: number): number | null =>
    value === null || value === undefined ? null : value * unit;
  const rewrite = (inputs: OpenSdgInputs, unit: number): OpenSdgInputs => ({
    ...inputs,
    baseValue: scale(inputs.baseValue, unit),
    currentValue: scale(inputs.currentValue, unit),
    target: scale(inputs.target, unit),
    limit: scale(inputs.limit, unit),
  });
  const close = (a: number | null, b: number | null): void => {
    const near = a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
    hold(a === b || near, a, b);
  };

  test.each([1e4, 1e-4])('× %d', (unit) => {
    for (let seed = 1; seed <= count; seed++) {
      const inputs = amounts(seed);
      const other = rewrite(inputs, unit);

      // A target of 0 becomes 0.001 of any unit: there Open SDG depends on it, and only there.
      if (inputs.target !== 0) {
        const [here, there] = [openSdgProgress(inputs), openSdgProgress(other)];
        hold(there.status === here.status, inputs, here, there);
        close(there.score, here.score);
      }

      const [here, there] = [unChartProgress(inputs), unChartProgress(other)];
      hold(there.score === here.score, inputs, here, there);
      close(there.ratio, here.ratio);

      const ends = {
        baseValue: inputs.baseValue!,
        currentValue: inputs.currentValue!,
        target: inputs.target!,
      };
      const scaled = {
        baseValue: other.baseValue!,
        currentValue: other.currentValue!,
        target: other.target!,
      };
      for (const parity of [true, false])
        close(
          escapCurrentStatus({ ...scaled, direction: 'increasing', parity }).index,
          escapCurrentStatus({ ...ends, direction: 'increasing', parity }).index,
        );
      close(
        linearAttainment({ ...scaled, startValue: scaled.baseValue, targetValue: scaled.target })
          .percentageCompleted,
        linearAttainment({ ...ends, startValue: ends.baseValue, targetValue: ends.target })
          .percentageCompleted,
      );

      const { whole } = draw(seed + 1);
      const series = Array.from({ length: whole(3, 8) }, (_, i) => [2015 + i, whole(0, 2000) / 100] as const);
      const target = whole(0, 4000) / 100;
      const weather = (factor: number): string =>
        destatisWeather({
          series: series.map(([year, value]) => [year, value * factor]),
          target: target * factor,
          targetYear: 2030,
        }).status;
      hold(weather(unit) === weather(1), series, target);
    }
  });

  test('but for a target of 0 in Open SDG, which becomes 0.001 in every unit', () => {
    const inputs = {
      ...amounts(1),
      baseValue: 1,
      currentValue: 0.002,
      target: 0,
      direction: 'decrease',
    } as const;
    expect(openSdgProgress(inputs).status).not.toBe('target_achieved');
    expect(openSdgProgress(rewrite(inputs, 1e-4)).status).toBe('target_achieved');
  });
});
