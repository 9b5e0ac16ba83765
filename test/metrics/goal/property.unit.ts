import { describe, expect, test } from 'vitest';
import { monthEnd } from '../../../packages/metrics/src/goal/calendar.js';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import type { Observation, Series } from '../../../packages/metrics/src/goal/series.js';
import type { Verdict } from '../../../packages/metrics/src/goal/verdict.js';
import { statusWords } from '../../../packages/metrics/src/goal/words.js';
import { aspirational, firm } from './goals.js';
import { random } from './random.js';

interface Case {
  readonly goal: JudgedGoal;
  readonly series: Series;
  readonly asOf: string;
}

const cases = Array.from({ length: 2500 }, (_, seed) => draw(seed + 1));

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
  const grain = pick('month', 'day');
  const quality = (): Pick<Observation, 'quality'> =>
    pick({}, {}, {}, {}, {}, { quality: 'final' }, { quality: 'provisional' }, { quality: 'estimate' });
  const months = pick(0, 6, 30, 100);
  const observations =
    grain === 'month'
      ? Array.from({ length: months }, (_, i) => ({
          date: monthEnd(first, i - 2),
          value: value(),
          ...quality(),
        })).filter(() => next() > 0.02)
      : Array.from({ length: whole(0, 12) }, () => ({
          date: day(2018, 2028),
          value: value(),
          ...quality(),
        })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return {
    goal: {
      id: `goal-${seed}`,
      name: { zh: '', en: '' },
      unit: { zh: '家', en: 'enterprises' },
      qualifier: pick(firm, aspirational),
      target: pick(null, value(), value(), value(), value(), value()),
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

const verdicts = cases.map(({ goal, series, asOf }) => judge(goal, series, { asOf }));

/** Every number in it. */
function numbers(data: unknown): number[] {
  if (typeof data === 'number') return [data];
  return data && typeof data === 'object' ? Object.values(data).flatMap(numbers) : [];
}

describe('2500 random goals', () => {
  test('reach every status', () => {
    expect(new Set(verdicts.map(({ status }) => status))).toEqual(new Set(Object.keys(statusWords)));
    expect(verdicts.filter(({ forecast }) => forecast).length).toBeGreaterThan(5);
    expect(verdicts.filter(({ schedule }) => schedule?.kind === 'path').length).toBeGreaterThan(10);
  });

  test('give verdicts without NaN, Infinity or minus zero, which JSON keeps as they are', () => {
    for (const verdict of verdicts) {
      const bad = numbers(verdict).filter((number) => !Number.isFinite(number) || Object.is(number, -0));
      if (bad.length > 0) expect(verdict).toBe('finite');
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
    }
  });

  test('give reasons of one whole sentence in both languages', () => {
    for (const { reason } of verdicts) {
      expect(reason.zh).toMatch(/^截至\d+年[^。]+。$/);
      expect(reason.zh).not.toMatch(/undefined|NaN|Infinity|null|[,;:()]/);
      expect(reason.en).toMatch(/^As of .+[^.]\.$/);
      expect(reason.en).not.toMatch(/undefined|NaN|Infinity|null|[^\x20-\x7e−]/);
    }
  });

  test('follow from their own figures: the words say what the numbers say', () => {
    verdicts.forEach((verdict, i) => expectConsistent(verdict, cases[i]!));
  });

  test('are the same when judged again', () => {
    cases.forEach(({ goal, series, asOf }, i) => expect(judge(goal, series, { asOf })).toEqual(verdicts[i]));
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
  const [value, onTrack, atRisk] = forecast
    ? [forecast.probability!, thresholds.onTrackProbability, thresholds.atRiskProbability]
    : [schedule!.ratio, thresholds.onTrack, thresholds.atRisk];
  expect(status).toBe(value >= onTrack ? 'on-track' : value >= atRisk ? 'at-risk' : 'off-track');
}

describe('attainment', () => {
  const next = random(7);
  const levels = Array.from({ length: 2000 }, () => {
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
    judge(
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
    for (const { baseline, target, less, more } of levels) {
      for (const value of [less, more]) {
        const share = (value - baseline) / (target - baseline);
        expect(Math.abs(attain(baseline, target, value) - share)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(share)),
        );
      }
    }
    expect(levels.some(({ baseline, target, more }) => attain(baseline, target, more) > 10)).toBe(true);
    expect(levels.some(({ baseline, target, less }) => attain(baseline, target, less) < -10)).toBe(true);
  });

  test('never falls when the figure comes nearer to the target or goes beyond it', () => {
    for (const { baseline, target, less, more } of levels) {
      const [from, to] = target > baseline ? [less, more] : [more, less];
      expect(attain(baseline, target, to)).toBeGreaterThanOrEqual(attain(baseline, target, from));
    }
  });
});

describe('the unit', () => {
  /** The same figures in a unit 10 to the `power` times smaller, as they would be written down. */
  const rewrite = (value: number, power: number): number => Number(`${value}e${power}`);

  test('changes no status, no attainment and no schedule, from 万亿元 to 元', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 2000; seed++) {
      const next = random(seed);
      const amount = (): number => Math.round(next() * 1e6) / 100;
      const level = next() < 0.5;
      const [baseline, target] = level ? [amount(), amount()] : [0, amount()];
      const observations = Array.from({ length: 3 }, (_, i) => ({
        date: monthEnd('2026-01-01', i * 3),
        value: level ? amount() : amount() / 4,
      }));
      const judgeIn = (power: number): Verdict =>
        judge(
          {
            ...cases[0]!.goal,
            thresholds: {},
            milestones:
              next.length === 0 && seed % 3 === 0
                ? [{ date: '2026-06-30', value: rewrite((target + baseline) / 2, power) }]
                : [],
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
      const asWritten = judgeIn(0);
      seen.add(asWritten.status);
      for (const power of [-12, -8, -4, 4, 8]) {
        const verdict = judgeIn(power);
        expect(verdict.status).toBe(asWritten.status);
        expect(verdict.attainment).toBeCloseTo(asWritten.attainment!, 10);
        expect(verdict.reason).toEqual(asWritten.reason);
      }
    }
    expect(seen).toEqual(new Set(['achieved', 'on-track', 'at-risk', 'off-track']));
  });
});
