import { describe, expect, test } from 'vitest';
import { monthEnd } from '../../../../packages/metrics/src/goal/calendar.js';
import { forecastEnd, type EndForecast } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import { random } from '../random.js';
import { monthStart, sum, type Case } from './forecasts.js';

/** Most have a few years of figures; some a few more, which take longer. */
const draws = 10_000;

/** Figures of one kind: constant, smooth, seasonal, sparse, wild, as large or as small as may be. */
function drawFigures(next: () => number, length: number): readonly number[] {
  const size = 10 ** Math.floor(next() * 14 - 3);
  const [base, slope, swing, noise] = [next(), next() - 0.5, next(), next()];
  const kind = Math.floor(next() * 8);
  const round = (value: number): number => Number(value.toPrecision(6));
  return Array.from({ length }, (_, i) => {
    const wave = Math.sin((i * Math.PI) / 6);
    if (kind === 0) return round(base * size);
    if (kind === 1) return round((base + slope * i) * size);
    if (kind === 2)
      return round((2 + base + slope * 0.01 * i + swing * wave + noise * 0.3 * (next() - 0.5)) * size);
    if (kind === 3) return next() < 0.8 ? 0 : Math.floor(next() * 5);
    if (kind === 4) return round((next() * 2 - 1) * size);
    if (kind === 5) return [1e15, -1e15, 0, -0, 5e-324, 0.1, 1e-300][Math.floor(next() * 7)]!;
    if (kind === 6) return next() * 10 ** Math.floor(next() * 30 - 15);
    return round((1 + next()) * size * 1.05 ** (i % 40));
  });
}

/** A case; whether its figures are of an ordinary size, so that they have a unit to be rewritten in. */
interface Tame extends Case {
  readonly tame: boolean;
}

function draw(seed: number): Tame {
  const next = random(seed);
  const pick = <T>(...of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
  const grain = pick('month', 'month', 'month', 'year', 'day');
  const accumulate = pick('total', 'total', 'level', 'level', 'since');
  const length = Math.floor(next() < 0.15 ? 24 + next() * 18 : next() * 24);
  const figures = drawFigures(next, length);
  const last = monthEnd('2026-01-01', Math.floor(next() * 12));
  const dated = figures.map((value, i) => ({
    date: grain === 'year' ? `${2025 - length + 1 + i}-12-31` : monthEnd(last, i - length + 1),
    value,
  }));
  const kept = dated
    .filter(() => next() > 0.01)
    .map(({ date, value }) => ({
      date: grain === 'day' ? `${date.slice(0, 8)}${10 + Math.floor(next() * 18)}` : date,
      value,
    }));
  const dataThrough = grain === 'year' ? '2025-12-31' : pick(last, last, last.replace(/..$/, '15'));
  const observations = kept.filter(({ date }) => date <= dataThrough);
  const end = monthEnd(last, pick(0, 1, 2, 3, 6, 12, 30));
  const period = pick(
    { start: monthStart(end, 11), end },
    { start: monthStart(end, 11), end },
    { start: monthStart(end, 23), end },
    { start: `${monthStart(end, 5).slice(0, 8)}11`, end: end.replace(/..$/, '20') },
  );
  const own = observations.filter(({ date }) => date >= period.start && date <= period.end);
  const values = (accumulate === 'level' ? observations.slice(-1) : own).map(({ value }) => value);
  return {
    tame: figures.every(
      (value) =>
        Number(value.toPrecision(6)) === value &&
        (value === 0 || (Math.abs(value) > 1e-9 && Math.abs(value) < 1e11)),
    ),
    goal: {
      unit: { zh: '家', en: 'enterprises' },
      period,
      accumulate,
      ...(accumulate === 'level' && { direction: pick('increase', 'decrease') }),
    },
    known: {
      ...{ actual: sum(values) + 0, dataThrough, grain, observations },
      count: pick(true, false),
      target: pick(null, 0, 2, values.at(-1) ?? 1, sum(values) * 1.2, (next() * 2 - 1) * 1e15),
    },
  };
}

/** Every number in it. */
function numbers(data: unknown): number[] {
  if (typeof data === 'number') return [data];
  return data && typeof data === 'object' ? Object.values(data).flatMap(numbers) : [];
}

const cases = Array.from({ length: draws }, (_, seed) => draw(seed + 1));
const forecasts: readonly EndForecast[] = cases.map(({ goal, known }) => forecastEnd(goal, known));

/** Those of an ordinary size that are no small counts, in a unit 10 000 times smaller. */
const inUnit = cases.flatMap(({ goal, known, tame }, i) => {
  if (!tame || forecasts[i]!.forecast?.method === 'poisson-gamma') return [];
  const rewritten = {
    ...known,
    count: false,
    actual: known.actual * 1e4,
    target: known.target === null ? null : known.target * 1e4,
    observations: known.observations.map(({ date, value }) => ({ date, value: rewrite(value) })),
  };
  return [{ known, forecast: forecasts[i]!.forecast, other: forecastEnd(goal, rewritten).forecast }];
});

describe('10 000 random series and goals', () => {
  test('are of every kind: each method is chosen, intervals are made both ways', () => {
    const chosen = forecasts.flatMap(({ forecast }) => (forecast ? [forecast] : []));
    expect(new Set(chosen.map(({ method }) => method)).size).toBe(10);
    expect(
      chosen.filter(({ interval, backtest }) => interval && backtest && backtest.origins >= 8).length,
    ).toBeGreaterThan(200);
    expect(chosen.filter(({ interval, backtest }) => interval && !backtest).length).toBeGreaterThan(200);
    expect(forecasts.filter(({ forecast }) => !forecast).length).toBeGreaterThan(1000);
  });

  test('give finite figures, no minus zero, and survive JSON', () => {
    const broken = forecasts.filter((found) =>
      numbers(found).some((number) => !Number.isFinite(number) || Object.is(number, -0)),
    );
    expect(broken).toEqual([]);
    const texts = forecasts.map((found) => JSON.stringify(found));
    expect(texts.filter((text) => JSON.stringify(JSON.parse(text)) !== text)).toEqual([]);
  });

  test('give intervals from low to high, and probabilities and coverage from 0 to 1', () => {
    const isShare = (share: number | null): boolean => share === null || (share >= 0 && share <= 1);
    const broken = forecasts.filter(({ forecast, trials }) => {
      const trial = trials.find(({ method }) => method === forecast?.method);
      return !(
        trials.every(
          ({ point, why, backtest }) =>
            (point === null) === (why !== null) &&
            isShare(backtest?.coverage ?? null) &&
            (!backtest || (backtest.origins > 0 && backtest.error >= 0 && (backtest.relative ?? 0) >= 0)),
        ) &&
        (!forecast ||
          (isShare(forecast.probability) &&
            (forecast.interval
              ? forecast.interval[0] <= forecast.interval[1]
              : forecast.probability === null) &&
            trial!.point === forecast.point &&
            trial!.backtest === forecast.backtest))
      );
    });
    expect(broken).toEqual([]);
  });

  test('choose the least error of those compared', () => {
    const broken = forecasts.filter(({ forecast, trials }, i) => {
      if (!forecast?.backtest) return false;
      const size = Math.max(...cases[i]!.known.observations.map(({ value }) => Math.abs(value)));
      const most = forecast.backtest.error - size * 1e-10;
      return trials.some(({ backtest }) => backtest && backtest.error * (1 + 1e-8) < most);
    });
    expect(broken).toEqual([]);
  });

  test('are the same in any unit: method, probability and, in that unit, the point', () => {
    expect(inUnit.length).toBeGreaterThan(5000);
    const broken = inUnit.filter(({ known, forecast, other }) => {
      if (!forecast || !other) return forecast !== other;
      const size = Math.max(
        ...known.observations.map(({ value }) => Math.abs(value)),
        Math.abs(forecast.point),
      );
      return !(
        other.method === forecast.method &&
        Math.abs(other.point / 1e4 - forecast.point) <= 1e-7 * size &&
        (other.probability === null) === (forecast.probability === null) &&
        Math.abs((other.probability ?? 0) - (forecast.probability ?? 0)) < 1e-6
      );
    });
    expect(broken).toEqual([]);
  });
});

/** The same figure in a unit 10 000 times smaller, as it would be written down. */
function rewrite(value: number): number {
  const [mantissa, power] = value.toExponential().split('e');
  return Number(`${mantissa}e${Number(power) + 4}`);
}
