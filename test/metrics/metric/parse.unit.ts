import { parseMetrics } from '@zj/metrics';
import { expect, test } from 'vitest';
import { edit, readExample } from '../example.js';

const json = readExample('metrics.json');

const problemsOf = (path: string, value: unknown) =>
  parseMetrics(edit(json, path, value), { file: 'metrics.json' }).problems;

test('the park’s metrics are read as they are', () => {
  const { metrics, problems } = parseMetrics(json, { file: 'metrics.json' });
  expect(problems).toEqual([]);
  expect(metrics).toEqual((json as { readonly metrics: unknown }).metrics);
  expect(metrics?.map(({ id }) => id)).toEqual([
    'leading-industries-revenue',
    'industry-revenue',
    'pct-applications',
    'unicorn-hidden-champion',
    'high-quality-incubator',
  ]);
});

test.each([
  ['a measure of no known form', 'measure', { mode: 'revenue' }, '.measure'],
  ['a measure of two forms at once', 'measure', { sum: 'revenue', count: 'rows' }, '.measure'],
  ['a column that is no name', 'measure', { sum: 'revenue; DROP TABLE x' }, '.measure.sum'],
  ['a condition without values', 'where.0.in', [], '.where[0].in'],
  ['a condition of no known form', 'where.0', { column: 'industry', like: '%' }, '.where[0]'],
  ['a scale that is no power', 'scale', 0.0001, '.scale'],
  ['SQL in place of a condition', 'where', "industry = 'x'", '.where'],
])('%s is refused', (_, path, value, where) => {
  const problems = problemsOf(`metrics.0.${path}`, value);
  expect(problems).toHaveLength(1);
  expect(problems[0]!.where).toBe(`metrics.json $.metrics[0]${where}`);
});

test('two metrics of one id are refused', () => {
  expect(problemsOf('metrics.1.id', 'pct-applications')).toMatchObject([
    { code: 'duplicate', where: 'metrics.json $.metrics[2].id' },
  ]);
});

test('a list in place of the file’s object is a problem', () => {
  expect(parseMetrics([]).problems).toMatchObject([{ code: 'wrong-type', where: '$' }]);
});
