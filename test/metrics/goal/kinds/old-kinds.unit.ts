import { expect, test } from 'vitest';
import { isSame } from '../../../../packages/metrics/src/base/same.js';
import type { JudgedGoal } from '../../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import { patience } from '../../../soak.js';
import { cases } from './draw.js';

/** The keys of a verdict before there were kinds, in order. */
const keys = [
  'goal method asOf dataThrough actual before baseline target attainment schedule otherSchedules forecast',
  'forecasts needed status published stale provisional thresholds reason',
].flatMap((line) => line.split(' '));

test(
  'a plain goal has a verdict of the same keys as ever, and the attainment of METHODS §1',
  { timeout: patience() },
  () => {
    let shares = 0;
    for (const [i, { goal: drawn, series, asOf, mark, upper }] of cases.entries()) {
      const accumulate = (['total', 'since', 'level'] as const)[i % 3]!;
      const level = accumulate === 'level';
      const goal: JudgedGoal = {
        ...drawn,
        accumulate,
        target: level ? upper : Math.abs(mark),
        ...(level && { baseline: { value: mark, date: '2019-12-31' } }),
      };
      const verdict = judge(goal, series, { asOf });
      if (Object.keys(verdict).join() !== keys.join()) expect(Object.keys(verdict)).toEqual(keys);
      const { actual, attainment, baseline, target } = verdict;
      if (actual === null || target === baseline || baseline === null || target === null) continue;
      shares++;
      const expected = (actual - baseline) / (target - baseline);
      if (!isSame(attainment!, expected) && Math.abs(attainment! - expected) > 1e-9 * Math.abs(expected))
        expect([goal, attainment]).toBe(expected);
    }
    expect(shares).toBeGreaterThan(100);
  },
);
