import { parseMetrics, type Unit } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { timePowerOf } from '../../../packages/metrics/src/metric/time-power.js';

const words = (text: string) => ({ zh: text, en: text });
const yuan: Unit = { zh: '元', en: 'yuan' };
const index: Unit = { zh: '指数', en: 'index' };
const metric = (id: string, measure: object, more: object = {}) => ({
  ...{ id, name: words(id), description: words(id), unit: yuan, measure },
  ...more,
});
const output = metric('output', { sum: 'c' }, { dataset: 'a' });

/** The code, the place and the message of each problem. */
function problemsOf(...metrics: readonly object[]): readonly string[] {
  return parseMetrics({ version: 1, metrics: [output, ...metrics] }).problems.map(
    ({ code, where, message }) => `${code} ${where}: ${message}`,
  );
}

describe('an index', () => {
  test.each(['2020', '2020-H2', '2020-Q4', '2020-12', '2020-02-29'])('may have the base %s', (base) => {
    expect(problemsOf(metric('i', { index: 'output', base }, { unit: index }))).toEqual([]);
    expect(problemsOf(metric('i', { index: 'output', base }, { unit: words('%') }))).toEqual([]);
  });

  test.each(['20', '0000', '2020-13', '2020-Q5', '2020-H3', '2020/2021', '2020-12-32', ' 2020'])(
    'has no base such as "%s"',
    (base) => {
      const [problem, ...others] = problemsOf(metric('i', { index: 'output', base }, { unit: index }));
      expect(problem).toContain('$.metrics[1].measure');
      expect(others).toEqual([]);
    },
  );

  test('has no base that is no day', () => {
    expect(problemsOf(metric('i', { index: 'output', base: '2021-02-29' }, { unit: index }))).toEqual([
      'wrong-value $.metrics[1].measure.base: The base 2021-02-29 is no day of the calendar.',
    ]);
  });

  test('is in an index or %, without a power and a scale', () => {
    const measure = { index: 'output', base: '2020' };
    expect(problemsOf(metric('i', measure))).toEqual([
      'unit $.metrics[1].unit: "i" is 100 in its base period, and cannot be in yuan (元).',
    ]);
    expect(problemsOf(metric('i', measure, { unit: { ...index, power: 2 } }))).toEqual([
      'unit $.metrics[1].unit: "i" is 100 in its base period, and cannot be in 10^2 index (指数).',
    ]);
    expect(problemsOf(metric('i', measure, { unit: index, scale: 2 }))).toEqual([
      'scale $.metrics[1].scale: "i" is 100 in its base period, and has no scale.',
    ]);
  });
});

describe('a moving average', () => {
  test('has the unit of its metric, apart from the scale', () => {
    const measure = { movingAverage: 'output', periods: 3 };
    expect(problemsOf(metric('m', measure))).toEqual([]);
    expect(problemsOf(metric('m', measure, { unit: { ...yuan, power: 4 }, scale: -4 }))).toEqual([]);
    for (const more of [{ unit: index }, { unit: { ...yuan, power: 4 } }, { scale: 1 }]) {
      const [problem, ...others] = problemsOf(metric('m', measure, more));
      expect(problem).toMatch(
        /^unit \$\.metrics\[1\]\.unit: output is in yuan \(元\), and the mean of its figures/,
      );
      expect(others).toEqual([]);
    }
  });

  test.each([1, 0, -3, 2001, 2.5])('is not of %s periods', (periods) => {
    expect(problemsOf(metric('m', { movingAverage: 'output', periods }))[0]).toContain(
      '$.metrics[1].measure.periods: This must be a whole number, from 2 to 2000',
    );
  });

  test.each([2, 2000])('may be of %s periods', (periods) => {
    expect(problemsOf(metric('m', { movingAverage: 'output', periods }))).toEqual([]);
  });
});

describe('both', () => {
  test('name a metric that is there, and lead into no circle', () => {
    expect(problemsOf(metric('m', { movingAverage: 'outputs', periods: 3 }))[0]).toMatch(
      /^unknown-metric \$\.metrics\[1\]\.measure\.movingAverage: /,
    );
    expect(problemsOf(metric('m', { movingAverage: 'm', periods: 3 }))).toEqual([
      'circle $.metrics[1].measure.movingAverage: m is made of m: a circular definition has no value.',
    ]);
  });

  test('have no keys for rows, no figure in place of none, and no other additivity', () => {
    const measure = { movingAverage: 'output', periods: 3 };
    expect(problemsOf(metric('m', measure, { dataset: 'a' }))[0]).toMatch(
      /^composite \$\.metrics\[1\]\.dataset/,
    );
    expect(problemsOf(metric('m', measure, { empty: 'zero' }))).toEqual([
      'series-measure $.metrics[1].empty: "m" rests on an index or a moving average: without a figure it is empty.',
    ]);
    expect(
      problemsOf(metric('m', measure), metric('n', { add: ['m', 'output'] }, { empty: 'zero' })),
    ).toEqual([
      'series-measure $.metrics[2].empty: "n" rests on an index or a moving average: without a figure it is empty.',
    ]);
    expect(problemsOf(metric('m', measure, { additivity: 'semi-additive' }))[0]).toMatch(/^additivity /);
    expect(problemsOf(metric('m', measure, { additivity: 'non-additive' }))).toEqual([]);
  });

  test('are not computed from each other, at any depth', () => {
    const mean = metric('m', { movingAverage: 'output', periods: 3 });
    expect(problemsOf(mean, metric('i', { index: 'm', base: '2020' }, { unit: index }))).toEqual([
      'series-measure $.metrics[2].measure.index: "m" is an index or a moving average, and "i" cannot be computed from such a one.',
    ]);
    const twice = metric('twice', { add: ['m', 'output'] });
    expect(problemsOf(mean, twice, metric('o', { movingAverage: 'twice', periods: 2 }))).toEqual([
      'series-measure $.metrics[3].measure.movingAverage: "twice" is made of "m", an index or a moving average, and "o" cannot be computed from such a one.',
    ]);
  });
});

test.each<[string, object, number | undefined]>([
  ['a sum grows with its period', { sum: 'c' }, 1],
  ['a count grows with its period', { count: 'rows' }, 1],
  ['an average does not', { average: 'c' }, 0],
  ['a stock does not', { last: 'c' }, 0],
  ['a median does not', { median: 'c' }, 0],
  ['a quantile does not', { quantile: 'c', at: 0.9 }, 0],
  ['of a largest value nothing is said', { maximum: 'c' }, undefined],
  ['of different values nothing is said', { countDistinct: 'c' }, undefined],
  ['a ratio of sums does not', { ratio: ['sum', 'sum'] }, 0],
  ['a sum by a stock does', { ratio: ['sum', 'last'] }, 1],
  ['a stock by a sum shrinks', { ratio: ['last', 'sum'] }, -1],
  ['a product grows as its parts together', { multiply: ['sum', 'sum', 2] }, 2],
  ['a sum of sums grows', { add: ['sum', 'sum'] }, 1],
  ['a sum less a number is neither', { subtract: ['sum', 5] }, undefined],
  ['a stock less a number does not', { subtract: ['last', 5] }, 0],
  ['what rests on a largest value is unknown', { ratio: ['most', 'most'] }, undefined],
  ['an index is unknown', { index: 'sum', base: '2020' }, undefined],
])('%s', (_, measure, power) => {
  const parts = [
    metric('sum', { sum: 'c' }),
    metric('last', { last: 'c' }),
    metric('most', { maximum: 'c' }),
    metric('own', measure),
  ] as never as Parameters<typeof timePowerOf>[0][];
  const known = new Map(parts.map((one) => [one.id, one]));
  expect(timePowerOf(known.get('own')!, known)).toBe(power);
});
