import { describe, expect, test } from 'vitest';
import { listPeriodEnds } from '../../../packages/metrics/src/goal/calendar.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { isSummed } from '../../../packages/metrics/src/plan/target-kind.js';
import { sealGoalSeries } from '../../../packages/metrics/src/release/digest.js';
import { parseGoalSeries } from '../../../packages/metrics/src/release/parse.js';
import { differingFields } from '../../../packages/metrics/src/release/verify.js';
import { patience, seeds } from '../../soak.js';
import { drawGoal, type Drawn } from './goal-draw.js';
import { by, seriesOf } from './goal-sample.js';

const cases = seeds('goal series', 4000).map((seed) => {
  const drawn = drawGoal(seed);
  return { ...drawn, found: seriesOf(drawn.goal, drawn.series, drawn.asOf) };
});
/** Fails with the case, where a promise about it does not hold. */
const hold = (promise: boolean, ...told: readonly unknown[]): void => {
  if (!promise) expect(told).toBe('as promised');
};
const cents = (figures: readonly number[]): number =>
  figures.reduce((sum, figure) => sum + Math.round(figure * 100), 0) / 100;
/** Whether a figure is the mean of others, or of their parts one sum by the other. */
const isMean = (mean: number, own: Series['observations']): boolean => {
  const sum = (of: (one: (typeof own)[number]) => number): number =>
    own.reduce((all, one) => all + of(one), 0);
  const plain = own.every(({ parts }) => parts)
    ? sum(({ parts }) => parts![0]) / sum(({ parts }) => parts![1])
    : sum(({ value }) => value) / own.length;
  return Math.abs(mean - plain) <= 1e-9 * Math.max(1, ...own.map(({ value }) => Math.abs(value)));
};
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

describe.concurrent('random goals, period by period', { timeout: patience() }, () => {
  test('are read again as they were written', () => {
    for (const { found } of cases) {
      const text = JSON.stringify(sealGoalSeries(found, 'a'.repeat(64)));
      const { series, problems } = parseGoalSeries(JSON.parse(text));
      hold(problems.length === 0, problems, found);
      hold(series !== undefined && differingFields(series, JSON.parse(text) as object).length === 0, found);
    }
  });

  test('have in the goal’s own period the figure of the verdict, and no other by then', () => {
    let tried = 0;
    for (const { goal, series, found } of cases) {
      const { actual, dataThrough } = found.verdict;
      const own = found.periods.filter(({ end }) => end >= goal.period.start);
      if (isSummed(goal) || goal.accumulate === 'average') {
        hold((own.findLast(({ toDate }) => typeof toDate === 'number')?.toDate ?? null) === actual, found);
        tried++;
      }
      if (goal.accumulate !== 'level' || actual === null || goal.hold === 'each-period') continue;
      const known = own.filter(
        ({ start, value, state }) => value !== null && state !== 'estimate' && start <= dataThrough!,
      );
      // Of a figure that is known after a gap nothing follows, and of a level by day readings go on up to an estimate.
      if (series.observations.some(({ quality }) => quality === 'estimate')) continue;
      hold(known.at(-1)!.value === actual, found);
      tried++;
    }
    expect(tried).toBeGreaterThan(cases.length / 3);
  });

  test('add up plainly from the first day on, or are averaged', () => {
    let tried = 0;
    for (const { goal, series, found } of cases) {
      for (const { end, toDate } of found.periods) {
        if (typeof toDate !== 'number' || end < goal.period.start) continue;
        const through = [end, found.verdict.dataThrough!].toSorted()[0]!;
        const own = series.observations.filter(({ date }) => date >= goal.period.start && date <= through);
        hold(
          own.every(({ quality }) => quality !== 'estimate'),
          end,
          found,
        );
        const figures = own.map(({ value }) => value);
        if (isSummed(goal)) hold(toDate === cents(figures), end, found);
        else hold(isMean(toDate, own), end, found);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(cases.length);
  });

  test('have the figures of one year before beside them, wherever these are known', () => {
    let tried = 0;
    for (const { goal, found } of cases) {
      const all = new Map(found.periods.map((one) => [one.end, one]));
      for (const one of found.periods) {
        const past = all.get(yearBefore(one.end));
        if (!past || one.end === goal.period.end || one.end.endsWith('-02-29')) continue;
        const known = past.value !== null && past.state !== 'estimate' && past.partial === undefined;
        hold((one.lastYear ?? null) === (known ? past.value : null), one, past, found);
        tried++;
        // Of longer goals it is the same stretch, which begins within the goal or the one before it.
        if (yearBefore(goal.period.end) > goal.period.start) continue;
        if (one.toDate !== undefined && past.toDate !== undefined && past.end < goal.period.start)
          hold((one.lastYearToDate ?? null) === past.toDate, one, past, found);
      }
    }
    expect(tried).toBeGreaterThan(cases.length);
  });

  test('are due what judging expects on that day', () => {
    const kinds = new Set<string>();
    for (const one of cases) {
      const { goal, series, found } = one;
      const { baseline, target, actual } = found.verdict;
      const all = complete(one);
      for (const [i, { end, due }] of found.periods.entries()) {
        // Judging with its forecasts takes long: a quarter of them.
        if (i % 4) continue;
        if (end < goal.period.start || (goal.baseline && end <= goal.baseline.date)) continue;
        const through = all.observations.filter(({ date }) => date <= end);
        const then = judge(goal, { ...all, reportedThrough: end, observations: through }, { asOf: end });
        if (then.dataThrough !== end || then.actual === null) continue;
        for (const { kind, expected } of [then.schedule, ...then.otherSchedules].filter(
          (some) => some !== null,
        )) {
          // Earlier years are known as far as figures count by now.
          if (kind === 'same-period' && actual === null) continue;
          const figure = baseline! + expected * (target! - baseline!);
          hold(
            Math.abs(figure - due![kind]!) <= 1e-9 * Math.max(Math.abs(baseline!), Math.abs(target!)),
            end,
            due,
            then,
            found,
          );
          kinds.add(kind);
        }
        const judged = [then.schedule, ...then.otherSchedules].map((some) => some?.kind);
        hold(
          Object.keys(due ?? {}).every((kind) => judged.includes(kind as 'path')),
          end,
          due,
          then,
          found,
        );
        if (!then.schedule) hold(due === undefined || target === 0, end, due, then, found, series);
      }
    }
    expect([...kinds].toSorted()).toEqual(['linear', 'path', 'same-period']);
  });

  test('go on with the verdict’s forecast, the last point of which is its own', () => {
    const methods = new Set<string>();
    for (const { goal, found } of cases) {
      const { forecast } = found.verdict;
      hold((found.forecast === undefined) === (forecast === null), found);
      if (!forecast || !found.forecast) continue;
      const { end, point, interval } = found.forecast.points.at(-1)!;
      hold(end === goal.period.end && point === forecast.point, found);
      hold(JSON.stringify(interval) === JSON.stringify(forecast.interval), found);
      methods.add(forecast.method);
    }
    expect(methods.size).toBeGreaterThan(3);
  });

  test('say of a limit in each period what its verdict says', () => {
    let tried = 0;
    for (const { found } of cases) {
      if (!found.verdict.periods) continue;
      const kept = by('kept', found);
      for (const { date, kept: own } of found.verdict.periods) {
        hold((kept[date] ?? null) === own, date, found);
        tried++;
      }
      hold(
        Object.keys(kept).every((end) => found.verdict.periods!.some(({ date }) => date === end)),
        found,
      );
    }
    expect(tried).toBeGreaterThan(cases.length / 50);
  });

  test('keep a bound by the last of their figures where the verdict does', () => {
    let tried = 0;
    for (const { goal, series, found } of cases) {
      const { margin, actual } = found.verdict;
      if (typeof margin !== 'number' || goal.hold === 'each-period' || goal.accumulate === 'average')
        continue;
      if (series.observations.some(({ quality }) => quality === 'estimate')) continue;
      const last = Object.entries(by('kept', found)).filter(([end]) => {
        const { start } = found.periods.find((one) => one.end === end)!;
        return start <= found.verdict.dataThrough!;
      });
      hold(last.at(-1)![1] === margin >= 0, actual, found);
      tried++;
    }
    expect(tried).toBeGreaterThan(cases.length / 20);
  });
});

/** The series with a figure in every period of the goal that has none, and no estimates in it. */
function complete({ goal, series }: Drawn): Series {
  const { start, end } = goal.period;
  const settled = series.observations.map(({ date, value, quality, ...rest }) => ({
    ...{ date, value, ...rest },
    ...(quality && (quality !== 'estimate' || date < start) && { quality }),
  }));
  if (series.grain === 'day') {
    const some = goal.accumulate === 'level' && !settled.some(({ date }) => date === start);
    return { ...series, observations: some ? sorted([...settled, { date: start, value: 1 }]) : settled };
  }
  const known = new Set(settled.map(({ date }) => date));
  const due = [...listPeriodEnds(series, { start, end })].filter((date) => !known.has(date));
  return { ...series, observations: sorted([...settled, ...due.map((date) => ({ date, value: 1 }))]) };
}

function sorted(figures: Series['observations']): Series['observations'] {
  return figures.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
