import { describe, expect, test } from 'vitest';
import { monthEnd, periodEnd } from '../../../packages/metrics/src/goal/calendar.js';
import { judgeWithoutHistory } from '../../../packages/metrics/src/goal/conclusion.js';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import type { Observation, Series } from '../../../packages/metrics/src/goal/series.js';
import type { Verdict } from '../../../packages/metrics/src/goal/verdict.js';
import { formatShare } from '../../../packages/metrics/src/goal/share.js';
import { statusWords } from '../../../packages/metrics/src/goal/words.js';
import { times } from '../../soak.js';
import { aspirational, firm } from './goals.js';
import { random } from './random.js';

interface Case {
  readonly goal: JudgedGoal;
  readonly series: Series;
  readonly asOf: string;
}

/** How many goals each property is tried on: ten thousand in a soak. */
const many = 1000 + (process.env.ZJ_MUTATION ? 0 : times(9000));
const cases = Array.from({ length: many }, (_, seed) => draw(seed + 1));

function draw(seed: number): Case {
  const next = random(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(...of: readonly T[]): T => of[whole(0, of.length - 1)]!;
  const day = (from: number, to: number): string =>
    new Date(Date.UTC(whole(from, to), whole(0, 11), whole(1, 28))).toISOString().slice(0, 10);
  const value = (): number =>
    pick(
      () => 0,
      () => -0,
      () => whole(0, 15),
      () => whole(-1000, 100_000) / 100,
      () => (next() * 2 - 1) * 10 ** whole(-320, 15),
      () => pick(1e15, -1e15, 5e-324, 0.1, 1 / 3),
    )();

  const accumulate = pick('total', 'since', 'level');
  const start = day(2019, 2026);
  const [first, end] = [start, day(2019, 2028)].toSorted() as [string, string];
  const grain = pick('month', 'month', 'day', 'day', 'year');
  const quality = (): Pick<Observation, 'quality'> =>
    pick<Pick<Observation, 'quality'>>(
      ...[{}, {}, {}, {}, {}, {}],
      ...(['provisional', 'revised', 'estimate'] as const).map((one) => ({ quality: one })),
    );
  const months = pick(0, 6, 6, 6, 15, 30, 30, whole(0, 100));
  const observations =
    grain !== 'day'
      ? Array.from({ length: months }, (_, i) => ({
          date: periodEnd({ grain }, first, i - 2),
          value: value(),
          ...quality(),
        })).filter(() => next() > 0.02)
      : Array.from({ length: whole(0, 12) }, () => ({
          date: day(2018, 2028),
          value: value(),
          ...quality(),
        }))
          .toSorted((a, b) => (a.date < b.date ? -1 : 1))
          .filter(({ date }, i, all) => date !== all[i - 1]?.date);
  return {
    goal: {
      id: `goal-${seed}`,
      name: { zh: '', en: '' },
      unit: { zh: '家', en: 'enterprises' },
      qualifier: pick(firm, aspirational),
      target: pick(null, value(), value(), value(), whole(0, 200), whole(0, 200)),
      period: { start: first, end },
      accumulate,
      ...(accumulate === 'level' && { direction: pick('increase', 'decrease'), hold: pick(true, false) }),
      ...pick({}, { baseline: null }, { baseline: { value: value(), date: day(2017, 2028) } }),
      ...pick(
        {},
        {},
        {
          milestones: Array.from({ length: whole(0, 4) }, () => ({ date: day(2018, 2028), value: value() })),
        },
      ),
      ...pick({}, {}, { thresholds: { tooEarly: next() / 2, smallCount: whole(0, 1000) } }),
    },
    series: {
      grain,
      reportedThrough: pick(null, ...Array.from({ length: 6 }, () => day(2019, 2028))),
      count: pick(true, false),
      observations,
    },
    asOf: day(2018, 2029),
  };
}

const methods = ['default', 'default', 'open-sdg', 'un-chart', 'destatis', 'escap', 'linear'] as const;
const verdicts = cases.map(({ goal, series, asOf }, i) =>
  judge(goal, series, { asOf, method: methods[i % methods.length]! }),
);

/** Every number in it. */
function numbers(data: unknown): number[] {
  if (typeof data === 'number') return [data];
  return data && typeof data === 'object' ? Object.values(data).flatMap(numbers) : [];
}

describe('random goals', () => {
  test('reach every status', () => {
    expect(new Set(verdicts.map(({ status }) => status))).toEqual(new Set(Object.keys(statusWords)));
    expect(verdicts.filter(({ forecast }) => forecast).length).toBeGreaterThan(5);
    expect(verdicts.filter(({ schedule }) => schedule?.kind === 'path').length).toBeGreaterThan(10);
  });

  test('give verdicts without NaN, Infinity or minus zero, which JSON keeps as they are', () => {
    for (const verdict of verdicts) {
      const bad = numbers(verdict).filter((number) => !Number.isFinite(number) || Object.is(number, -0));
      if (bad.length > 0) expect(verdict).toBe('finite');
      const text = JSON.stringify(verdict);
      if (JSON.stringify(JSON.parse(text)) !== text) expect(verdict).toBe('kept by JSON');
    }
  });

  test('give reasons of one whole sentence in both languages', () => {
    for (const { reason } of verdicts) {
      const { zh, en } = reason;
      if (!/^截至\d+年[^。]+。$/.test(zh) || /undefined|NaN|Infinity|null|[;:()]|,(?!\d{3})/.test(zh))
        expect(zh).toBe('whole');
      if (!/^As of .+[^.]\.$/.test(en) || /undefined|NaN|Infinity|null|[^\x20-\x7e−]/.test(en))
        expect(en).toBe('whole');
    }
  });

  test('follow from their own figures: the words say what the numbers say', () => {
    verdicts.forEach((verdict, i) => expectConsistent(verdict, cases[i]!));
  });

  test('take no figure from before a level’s own period, and tell the last one until there is one', () => {
    let told = 0;
    verdicts.forEach(({ actual, before, status }, i) => {
      const { goal, series, asOf } = cases[i]!;
      const { period, baseline, accumulate } = goal;
      const last = [series.reportedThrough, asOf, period.end].sort()[0];
      const earlier = series.observations.filter(
        ({ date, quality }) =>
          quality !== 'estimate' &&
          series.reportedThrough !== null &&
          date <= last! &&
          (date < period.start || (baseline && date <= baseline.date)),
      );
      const expected = accumulate === 'level' && actual === null ? earlier.at(-1) : undefined;
      if (before) told++;
      if (before?.date !== expected?.date || (before && before.value !== expected!.value))
        expect([before, status]).toBe(expected);
    });
    expect(told).toBeGreaterThan(many / 100);
  });

  test('are achieved by the noise of a sum, never missed by it, and print it like the target', () => {
    let tried = 0;
    verdicts.forEach(({ actual, attainment }, i) => {
      const { goal, series, asOf } = cases[i]!;
      if (actual === null || actual === 0 || i % 4) return;
      for (const noise of [-9e-13, 9e-13, -1e-11, 1e-11]) {
        const target = actual * (1 + noise);
        if (!Number.isFinite(target) || Math.abs(target) < 1e-300) continue;
        const moved = judgeWithoutHistory({ ...goal, target, hold: false }, series, { asOf });
        const beyond = goal.direction === 'decrease' ? actual <= target : actual >= target;
        const reached = Math.abs(noise) < 1e-12 || beyond;
        if ((moved.status === 'achieved') !== reached) expect(moved).toBe(reached);
        if (Math.abs(noise) > 1e-12 || moved.attainment === null) continue;
        if (moved.attainment !== 1 || !moved.reason.zh.includes('100.0%')) expect(moved).toBe(attainment);
        tried++;
      }
    });
    expect(tried).toBeGreaterThan(many / 20);
  });

  test('never read as a threshold that they miss', () => {
    const reads = (share: number, lines: readonly number[]): number =>
      Number(formatShare(share, lines).replace('−', '-').slice(0, -1)) / 100;
    const next = random(11);
    for (let i = 0; i < many; i++) {
      const lines = [next(), Math.round(next() * 1000) / 1000, 0.95, 0.6];
      const share = i % 2 ? next() * 1.2 : lines[i % 4]! - next() * 0.001;
      const read = reads(share, lines);
      for (const line of [...lines, 1]) {
        if (share < line * (1 - 1e-12) && read >= line - 1e-12) expect([share, lines]).toBe(read);
        if (share === line && line === Math.round(line * 1000) / 1000) expect(read).toBeCloseTo(line, 12);
      }
      if (Math.abs(read - share) > 0.001) expect([share, lines]).toBe(read);
    }
  });

  test('refuse figures out of order, and two of a period', () => {
    let tried = 0;
    cases.forEach(({ goal, series, asOf }, i) => {
      const [first, second, ...others] = series.observations;
      if (!second || i % 10) return;
      for (const observations of [
        [second, first!, ...others],
        [first!, second, second, ...others],
      ]) {
        expect(() => judge(goal, { ...series, observations }, { asOf })).toThrow(/two figures|comes after/);
        tried++;
      }
    });
    expect(tried).toBeGreaterThan(many / 100);
  });

  test('are the same when judged again', () => {
    cases.forEach(({ goal, series, asOf }, i) => {
      if (i % 10) return;
      const again = judge(goal, series, { asOf, method: methods[i % methods.length]! });
      expect(JSON.stringify(again)).toBe(JSON.stringify(verdicts[i]));
    });
  });
});

/** METHODS §4 read once more, from the verdict's own figures. */
function expectConsistent(verdict: Verdict, { goal, asOf }: Case): void {
  const { status, actual, target, baseline, attainment, schedule, forecast, dataThrough, thresholds, stale } =
    verdict;
  const ended = dataThrough !== null && dataThrough >= goal.period.end;
  expect(stale).toBe(asOf > goal.period.end && !ended);
  expect(attainment === null).toBe(schedule === null);
  if (actual === null || asOf < goal.period.start)
    return expect([status, actual, dataThrough]).toEqual(['no-data', null, null]);
  if (target === null) return expect(status).toBe('not-assessable');
  const reached = goal.direction === 'decrease' ? actual <= target : actual >= target;
  if (reached) return expect(status).toBe(goal.hold && !ended ? 'on-track' : 'achieved');
  if (target === baseline) return expect(status).toBe('not-assessable');
  if (ended) return expect(status).toBe('missed');
  if (baseline === null || target > baseline === (goal.direction === 'decrease'))
    return expect(status).toBe('not-assessable');
  if (schedule!.expected < thresholds.tooEarly || schedule!.ratio === null)
    return expect(status).toBe('not-assessable');
  const [value, onTrack, atRisk] =
    forecast?.method === 'poisson-gamma'
      ? [forecast.probability!, thresholds.onTrackProbability, thresholds.atRiskProbability]
      : [schedule!.ratio, thresholds.onTrack, thresholds.atRisk];
  expect(status).toBe(value >= onTrack ? 'on-track' : value >= atRisk ? 'at-risk' : 'off-track');
}

describe('attainment', () => {
  const next = random(7);
  const levels = Array.from({ length: many }, () => {
    const size = 10 ** Math.floor(next() * 31 - 15);
    const [baseline, target, less, more] = Array.from({ length: 4 }, () => (next() * 2 - 1) * size) as [
      number,
      number,
      number,
      number,
    ];
    return { baseline, target, less: Math.min(less, more), more: Math.max(less, more) };
  });
  const attain = (baseline: number, target: number, value: number): number =>
    judgeWithoutHistory(
      {
        ...cases[0]!.goal,
        target,
        accumulate: 'level',
        direction: target < baseline ? 'decrease' : 'increase',
        baseline: { value: baseline, date: '2024-12-31' },
        period: { start: '2025-01-01', end: '2026-12-31' },
      },
      {
        grain: 'day',
        count: false,
        reportedThrough: '2025-12-31',
        observations: [{ date: '2025-12-31', value }],
      },
      { asOf: '2025-12-31' },
    ).attainment!;

  test('is the share of the way, never clamped', () => {
    let [above, below] = [0, 0];
    for (const { baseline, target, less, more } of levels) {
      for (const value of [less, more]) {
        const [share, attained] = [(value - baseline) / (target - baseline), attain(baseline, target, value)];
        if (!(Math.abs(attained - share) < 1e-9 * Math.max(1, Math.abs(share)))) expect(attained).toBe(share);
        if (attained > 10) above++;
        if (attained < -10) below++;
      }
    }
    expect(Math.min(above, below)).toBeGreaterThan(many / 1000);
  });

  test('never falls when the figure comes nearer to the target or goes beyond it', () => {
    for (const { baseline, target, less, more } of levels) {
      const [from, to] = target > baseline ? [less, more] : [more, less];
      const [before, after] = [attain(baseline, target, from), attain(baseline, target, to)];
      if (!(after >= before)) expect(after).toBeGreaterThanOrEqual(before);
    }
  });
});

describe('the unit', () => {
  /** The same figures in a unit 10 to the `power` times smaller, as they would be written down. */
  const rewrite = (value: number, power: number): number => Number(`${value}e${power}`);

  /** A goal and its figures, drawn in one unit and written in another. */
  const goalIn = (
    seed: number,
  ): ((power: number, by: typeof judge | typeof judgeWithoutHistory) => Verdict) => {
    const next = random(seed);
    const amount = (): number => Math.round(next() * 1e6) / 100;
    const level = next() < 0.5;
    const [baseline, target] = level ? [amount(), amount()] : [0, amount()];
    const observations = Array.from({ length: 3 }, (_, i) => ({
      date: monthEnd('2026-01-01', i * 3),
      value: level ? amount() : amount() / 4,
    }));
    const milestones = seed % 3 === 0 ? [{ date: '2026-06-30', value: (target + baseline) / 2 }] : [];
    return (power, by) =>
      by(
        {
          ...cases[0]!.goal,
          thresholds: {},
          milestones: milestones.map(({ date, value }) => ({ date, value: rewrite(value, power) })),
          target: rewrite(target, power),
          accumulate: level ? 'level' : 'total',
          direction: target < baseline ? 'decrease' : 'increase',
          baseline: { value: rewrite(baseline, power), date: '2025-12-31' },
          period: { start: '2026-01-01', end: '2026-12-31' },
        },
        {
          grain: 'day',
          count: false,
          reportedThrough: '2026-07-31',
          observations: observations.map(({ date, value }) => ({ date, value: rewrite(value, power) })),
        },
        { asOf: '2026-08-15' },
      );
  };

  test('changes no status, no attainment and no reason, from 万亿元 to 元', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= many; seed++) {
      const inUnit = goalIn(seed);
      const by = seed % 10 === 0 ? judge : judgeWithoutHistory;
      const asWritten = inUnit(0, by);
      seen.add(asWritten.status);
      for (const power of [-12, -4, 4]) {
        const verdict = inUnit(power, by);
        const same =
          verdict.status === asWritten.status &&
          Math.abs(verdict.attainment! - asWritten.attainment!) <
            1e-10 * Math.max(1, Math.abs(asWritten.attainment!)) &&
          verdict.reason.zh === asWritten.reason.zh &&
          verdict.reason.en === asWritten.reason.en;
        if (!same) expect(verdict).toEqual(asWritten);
      }
    }
    expect(seen).toEqual(new Set(['achieved', 'on-track', 'at-risk', 'off-track']));
  });
});
