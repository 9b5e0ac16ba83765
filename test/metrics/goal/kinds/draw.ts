import { periodEnd } from '../../../../packages/metrics/src/goal/calendar.js';
import type { JudgedGoal } from '../../../../packages/metrics/src/goal/goal.js';
import type { Observation, Series } from '../../../../packages/metrics/src/goal/series.js';
import { times } from '../../../soak.js';
import { firm } from '../goals.js';
import { random } from '../random.js';

/** A goal without its bound or range, figures and a day of judging, drawn at random. */
export interface Case {
  readonly goal: Omit<JudgedGoal, 'target' | 'bound' | 'range'>;
  readonly series: Series;
  readonly asOf: string;
  /** A figure of the size of the series' figures, often one of them. */
  readonly mark: number;
  /** Another, not below it. */
  readonly upper: number;
}

/** Ten thousand in a soak. */
export const cases: readonly Case[] = Array.from(
  { length: 500 + (process.env.ZJ_MUTATION ? 0 : times(9500)) },
  (_, seed) => draw(random(seed + 1)),
);

/** Figures of two decimals by months or years, with gaps, estimates and provisional figures, a little before and after the period. */
function draw(next: () => number): Case {
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(...of: readonly T[]): T => of[whole(0, of.length - 1)]!;
  const grain = pick('month', 'year');
  const length = whole(1, 14);
  const [first, size] = ['2020-01-01', pick(10, 1000, 100_000)];
  const values = Array.from({ length: length + 4 }, () => whole(-size, 10 * size) / 100);
  const gaps = pick(0, 0, 0.1);
  const quality = (): Pick<Observation, 'quality'> =>
    pick({}, {}, {}, {}, {}, {}, { quality: 'provisional' }, { quality: 'estimate' });
  const plain = next() < 0.5;
  const observations = values
    .map((value, i) => ({ date: periodEnd({ grain }, first, i - 2), value, ...(plain ? {} : quality()) }))
    .filter(() => next() >= gaps);
  const day = (): string => periodEnd({ grain }, first, whole(-2, length + 2));
  const marks = [pick(...values), pick(whole(-size, 10 * size) / 100, ...values)].toSorted((a, b) => a - b);
  return {
    goal: {
      id: 'drawn',
      name: { zh: '目标', en: 'Goal' },
      unit: { zh: '个', en: 'units' },
      qualifier: firm,
      period: { start: first, end: periodEnd({ grain }, first, length - 1) },
      accumulate: pick('level', 'average'),
    },
    series: {
      grain,
      count: false,
      reportedThrough: pick(day(), periodEnd({ grain }, first, length)),
      observations,
    },
    asOf: pick(day(), periodEnd({ grain }, first, length), '2040-12-31'),
    mark: marks[0]!,
    upper: marks[1]!,
  };
}

/** The series with each figure changed. */
export function withFigures(series: Series, change: (value: number) => number): Series {
  return {
    ...series,
    observations: series.observations.map((one) => ({ ...one, value: change(one.value) })),
  };
}
