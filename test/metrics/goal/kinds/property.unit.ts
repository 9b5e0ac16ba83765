import { describe, expect, test } from 'vitest';
import { isSame } from '../../../../packages/metrics/src/base/same.js';
import type { JudgedGoal } from '../../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import type { Series } from '../../../../packages/metrics/src/goal/series.js';
import type { Status, Verdict } from '../../../../packages/metrics/src/goal/verdict.js';
import type { Bound } from '../../../../packages/metrics/src/plan/target-kind.js';
import { patience } from '../../../soak.js';
import { cases, withFigures, type Case } from './draw.js';

const bound = ({ goal, mark }: Case, side: Bound): JudgedGoal => ({ ...goal, target: mark, bound: side });
const range = ({ goal, mark, upper }: Case): JudgedGoal => ({
  ...goal,
  target: null,
  range: { from: mark, to: upper },
});
const limit = (one: Case): JudgedGoal => ({
  ...bound(one, 'at-most'),
  accumulate: 'level',
  hold: 'each-period',
});
/** A sum has no ceiling below zero. */
const sum = (one: Case): JudgedGoal => ({
  ...bound({ ...one, mark: Math.abs(one.mark) }, 'at-most'),
  accumulate: 'total',
});
const keeps: readonly Status[] = ['on-track', 'achieved'];
const breaks: readonly Status[] = ['off-track', 'missed'];
const of = (goal: JudgedGoal, { series, asOf }: Case, other: Series = series): Verdict =>
  judge(goal, other, { asOf });
/** Fails with the case, where a promise about it does not hold. */
const hold = (promise: boolean, ...told: readonly unknown[]): void => {
  if (!promise) expect(told).toBe('as promised');
};

describe.concurrent('random goals to keep', { timeout: patience() }, () => {
  test('reach every status that their kinds have', () => {
    const seen = new Set(
      cases.flatMap((one) =>
        [of(limit(one), one), of(range(one), one), of(sum(one), one)].map(({ status }) => status),
      ),
    );
    expect([...seen].toSorted()).toEqual(
      ['achieved', 'at-risk', 'missed', 'no-data', 'not-assessable', 'off-track', 'on-track'].toSorted(),
    );
  });

  test('a bound is never both kept and broken: one of its sides is kept, both only by the same figure', () => {
    for (const one of cases) {
      const [least, most] = [of(bound(one, 'at-least'), one), of(bound(one, 'at-most'), one)];
      hold(least.actual === most.actual, one);
      if (least.actual === null || least.status === 'not-assessable') {
        hold(least.status === most.status, one, least, most);
        continue;
      }
      const kept = [least, most].map(({ status }) => keeps.includes(status));
      hold(kept[0]! || kept[1]!, one, least, most);
      hold((kept[0]! && kept[1]!) === isSame(least.actual, one.mark), one, least, most);
      hold(isSame(least.margin!, -most.margin!), one, least, most);
    }
  });

  test('the sign of the margin says whether it is kept', () => {
    for (const one of cases) {
      for (const goal of [bound(one, 'at-least'), bound(one, 'at-most'), range(one)]) {
        const verdict = of(goal, one);
        if (verdict.actual === null)
          hold(verdict.margin === null && verdict.status === 'no-data', one, verdict);
        else if (verdict.status !== 'not-assessable')
          hold((verdict.margin! >= 0 ? keeps : breaks).includes(verdict.status), one, verdict);
      }
    }
  });

  test('a range is two bounds: kept where both are, with the smaller margin', () => {
    for (const one of cases) {
      const both = of(range(one), one);
      const low = of(bound(one, 'at-least'), one);
      const high = of(bound({ ...one, mark: one.upper }, 'at-most'), one);
      if (both.actual === null) continue;
      hold(both.margin === Math.min(low.margin!, high.margin!), one, both);
      hold(
        keeps.includes(both.status) === (keeps.includes(low.status) && keeps.includes(high.status)),
        one,
        both,
      );
    }
  });

  test('a range is symmetric: mirrored about zero it has the same status and margin', () => {
    for (const one of cases) {
      const { goal, mark, upper, series } = one;
      const mirrored = { ...goal, target: null, range: { from: -upper, to: -mark } };
      const [verdict, other] = [
        of(range(one), one),
        of(
          mirrored,
          one,
          withFigures(series, (value) => -value),
        ),
      ];
      hold(verdict.status === other.status && verdict.margin === other.margin, one, verdict, other);
    }
  });

  test('figures and bound times a power of ten have the same status', () => {
    for (const [i, one] of cases.entries()) {
      const times = (value: number): number => Number(`${value}e${(i % 13) - 6}`);
      const larger: Case = { ...one, mark: times(one.mark), upper: times(one.upper) };
      const series = withFigures(one.series, times);
      for (const kind of [range, limit, sum, (a: Case) => bound(a, 'at-most')]) {
        const [verdict, other] = [of(kind(one), one), of(kind(larger), larger, series)];
        hold(verdict.status === other.status, one, verdict, other);
      }
    }
  });

  test('an average lies between the least and the largest of its figures', () => {
    for (const one of cases) {
      const goal = { ...bound(one, 'at-most'), accumulate: 'average' } as const;
      const { actual, averaged } = of(goal, one);
      if (actual === null) continue;
      const { start, end } = goal.period;
      const figures = one.series.observations
        .filter(({ date, quality }) => date >= start && date <= end && quality !== 'estimate')
        .slice(0, averaged!.periods)
        .map(({ value }) => value);
      hold(actual >= Math.min(...figures) && actual <= Math.max(...figures), one, actual, figures);
      hold(averaged!.periods <= averaged!.of, one);
    }
  });

  test('a limit that is missed stays missed on every later day', () => {
    let missed = 0;
    for (const one of cases) {
      const goal = limit(one);
      let broken = 0;
      for (const asOf of ['2020-06-30', '2021-12-31', '2024-12-31', '2029-12-31', '2039-12-31']) {
        const { status, breaches } = judge(goal, one.series, { asOf });
        hold(breaches!.length >= broken && (broken === 0 || status === 'missed'), one, asOf);
        broken = breaches!.length;
        if (status === 'missed') missed++;
      }
    }
    expect(missed).toBeGreaterThan(100);
  });

  test('a figure that is taken away hides no breach by another', () => {
    for (const [i, one] of cases.entries()) {
      const verdict = of(limit(one), one);
      if (verdict.breaches!.length === 0) continue;
      const spared = verdict.breaches![i % verdict.breaches!.length]!.date;
      const { observations } = one.series;
      const gone = observations[(7 * i) % observations.length]!.date;
      if (gone === spared) continue;
      const rest = { ...one.series, observations: observations.filter(({ date }) => date !== gone) };
      const other = of(limit(one), one, rest);
      hold(other.status === 'missed' && other.breaches!.some(({ date }) => date === spared), one, other);
    }
  });

  test('a limit breaks exactly where a period does, and each of its periods is over', () => {
    for (const one of cases) {
      const goal = limit(one);
      const { periods, breaches, status } = of(goal, one);
      const broken = periods!.filter(({ kept }) => kept === false).map(({ date }) => date);
      hold(broken.join() === breaches!.map(({ date }) => date).join(), one);
      hold((status === 'missed') === broken.length > 0, one, status);
      for (const { date, value, kept } of periods!) {
        hold(date <= one.asOf && date <= one.series.reportedThrough! && date <= goal.period.end, one, date);
        hold((value === null) === (kept === null), one);
        if (value !== null) hold(kept === (value <= one.mark || isSame(value, one.mark)), one, value);
      }
    }
  });

  test('a ceiling on a sum of figures that are not below zero, once exceeded, stays so', () => {
    for (const one of cases) {
      const series = withFigures(one.series, Math.abs);
      const goal = sum({ ...one, mark: Math.abs(one.mark) });
      let missed = false;
      for (const asOf of ['2020-06-30', '2021-12-31', '2024-12-31', '2029-12-31', '2039-12-31']) {
        const { status, margin } = judge(goal, series, { asOf });
        hold(!missed || status === 'missed', one, asOf);
        missed = status === 'missed';
        if (missed) hold(margin! < 0, one);
      }
    }
  });

  test('have no share of a way, but for a ceiling on a sum, and plain JSON throughout', () => {
    for (const one of cases) {
      for (const kind of [range, limit, sum, (a: Case) => bound(a, 'at-least')]) {
        if (kind === sum && one.mark < 0) continue;
        const verdict = of(kind(one), one);
        hold(verdict.attainment === null && verdict.needed === null, one, verdict);
        if (kind !== sum) hold(verdict.schedule === null && verdict.forecast === null, one, verdict);
        const text = JSON.stringify(verdict);
        hold(
          JSON.stringify(JSON.parse(text)) === text && !/NaN|Infinity|undefined|:-0[,}]/.test(text),
          one,
          text,
        );
        for (const sentence of [verdict.reason.zh, verdict.reason.en])
          hold(/^(截至|As of )[^。.]*([0-9]\.[0-9][^。.]*)*[。.]$/u.test(sentence), one, sentence);
      }
    }
  });
});
