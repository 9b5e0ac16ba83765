import { listPeriodEnds, monthEnd, periodEnd } from '../../../packages/metrics/src/goal/calendar.js';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import type { Observation, Series } from '../../../packages/metrics/src/goal/series.js';
import { firm } from '../goal/goals.js';
import { random } from '../goal/random.js';

/** A goal of any kind with its figures and a day of judging, drawn at random. */
export interface Drawn {
  readonly goal: JudgedGoal;
  readonly series: Series;
  readonly asOf: string;
}

/** Figures have two decimals, so that their sums can be counted in hundredths. */
export function drawGoal(seed: number): Drawn {
  const next = random(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(...of: readonly T[]): T => of[whole(0, of.length - 1)]!;
  const figure = (from = 0): number => whole(from * 100, 100_000) / 100;
  const grain = pick('month', 'month', 'day', 'quarter', 'half-year', 'year');
  const fiscalStart = grain === 'day' ? 1 : pick(1, 1, 1, 4, 7, 12);
  const years = pick(1, 1, 1, 2, 5);
  const begin = monthEnd(periodEnd({ grain: 'year', fiscalStart }, '2019-06-15'), 0);
  const dayAfter = new Date(Date.parse(begin) + 86_400_000).toISOString().slice(0, 10);
  const cut = grain === 'day' || grain === 'month' ? pick(0, 0, 0, 9) : 0;
  const period = {
    start: cut ? `${dayAfter.slice(0, 8)}10` : dayAfter,
    end: cut ? `${monthEnd(begin, 12 * years - 3).slice(0, 8)}17` : monthEnd(begin, 12 * years),
  };
  const history = pick(0, 1, 3, 6);
  const first = `${Number(period.start.slice(0, 4)) - history}${period.start.slice(4)}`;
  const omits = grain === 'month' ? pick([], [], [1], [1, 8]) : [];
  const quality = pick(
    (): Pick<Observation, 'quality'> => ({}),
    (): Pick<Observation, 'quality'> =>
      next() < 0.94 ? {} : { quality: pick('provisional', 'estimate', 'revised') },
  );
  const holes = pick(0, 0, 0.05);
  const dates =
    grain === 'day'
      ? [...new Set(Array.from({ length: whole(0, 60) }, () => someDay(first, period.end)))].toSorted()
      : [...listPeriodEnds({ grain, fiscalStart, omits }, { start: first, end: period.end })];
  const observations = dates
    .filter(() => next() >= holes)
    .map((date) => ({ date, value: figure(), ...quality() }));
  const reportedThrough = pick(
    period.end,
    monthEnd(someDay(period.start, period.end)),
    someDay(first, period.end),
  );
  const series: Series = {
    ...{ grain, reportedThrough, count: pick(true, false), observations },
    ...(fiscalStart !== 1 && { fiscalStart }),
    ...(omits.length > 0 && { omits }),
  };
  return { goal: drawKind(), series, asOf: pick('2040-12-31', reportedThrough, someDay(first, period.end)) };

  function someDay(from: string, to: string): string {
    const [a, b] = [Date.parse(from), Date.parse(to)].map((time) => time / 86_400_000) as [number, number];
    return new Date(whole(a, b) * 86_400_000).toISOString().slice(0, 10);
  }

  function drawKind(): JudgedGoal {
    const base = {
      ...{ id: `goal-${seed}`, name: { zh: '目标', en: 'Goal' }, unit: { zh: '个', en: 'units' } },
      ...{ qualifier: firm, period },
    };
    const target = figure(1);
    const day = (): string => someDay(period.start, period.end);
    const way = pick(
      {},
      { milestones: [...new Set([day(), day()])].toSorted().map((date) => ({ date, value: figure() })) },
    );
    const baseline = { value: figure(), date: pick(begin, day()) };
    const whole = grain === 'day' || cut ? [] : ([{ bound: 'at-most', accumulate: 'average' }] as const);
    const limit = cut ? [] : ([{ accumulate: 'level', bound: 'at-most', hold: 'each-period' }] as const);
    return pick<JudgedGoal>(
      { ...base, target, accumulate: 'total', ...way },
      { ...base, target, accumulate: 'total', ...way },
      { ...base, target: pick(target, whole.length, 3), accumulate: 'since', ...way },
      { ...base, target, accumulate: 'level', baseline, direction: pick('increase', 'decrease'), ...way },
      { ...base, target, accumulate: 'level' },
      { ...base, target: null, accumulate: 'total' },
      { ...base, target, accumulate: 'level', bound: pick('at-least', 'at-most') },
      { ...base, target: null, accumulate: 'level', range: { from: target, to: target + 100 } },
      { ...base, target: pick(0, target * 10), accumulate: 'total', bound: 'at-most' },
      ...[...whole, ...limit].map((kind) => ({ ...base, target, ...kind })),
    );
  }
}
