// The time of a verdict beside that of printing its JSON.
import { judgeWithoutHistory, judge, type JudgedGoal, type Series } from '@zj/metrics';
import { bench, describe } from 'vitest';
import { monthly, revenue } from './goals.js';

const asOf = '2026-11-15';
const options = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };
const goals: readonly JudgedGoal[] = Array.from({ length: 100_000 }, (_, i) => ({
  ...revenue,
  target: 4000 + i / 25,
}));
const tenMonths = monthly([480, 470, 500, 505, 510.25, 515, 500, 505, 520, 531]);
const years: Series = monthly(
  Array.from(
    { length: 46 },
    (_, i) => 400 + 3 * i + [0, -40, 30, 10, 0, 25, -10, -5, 20, 15, 30, 60][i % 12]!,
  ),
  { year: 2023 },
);

describe('100 000 goals', () => {
  const text = JSON.stringify(judgeWithoutHistory(revenue, tenMonths, { asOf }));
  bench(
    'floor: as many verdicts read as JSON',
    () => {
      for (const { target } of goals) if (target) JSON.parse(text);
    },
    options,
  );

  bench(
    'assessed from ten months of figures (budget: 1 000 ms)',
    () => {
      for (const goal of goals) judgeWithoutHistory(goal, tenMonths, { asOf });
    },
    options,
  );
});

describe('a goal', () => {
  bench('floor: assessed from 46 months', () => void judgeWithoutHistory(revenue, years, { asOf }), options);
  bench(
    'judged from 46 months, every forecast tried from 21 earlier month ends',
    () => {
      judge(revenue, years, { asOf });
    },
    options,
  );
});
