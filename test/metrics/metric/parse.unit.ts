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
    'space-area',
    'space-completed',
    'space-occupied',
    'space-occupancy',
    'service-packages',
    'service-days',
    'days-to-answer',
    'science-finance',
    'science-loans',
    'science-equity',
    'equity-to-loans',
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

test('a metric’s unit may have an English singular, of words, beside its plural', () => {
  const problems = (unit: object) => problemsOf('metrics.3.unit', unit).map(({ where }) => where);
  expect(problems({ en: 'enterprises', one: 'enterprise' })).toEqual([]);
  expect(problems({ en: 'enterprises', one: '' })).toEqual(['metrics.json $.metrics[3].unit.one']);
  expect(problems({ zh: '家', one: 'enterprise' })).toEqual(['metrics.json $.metrics[3].unit']);
});

test('two metrics of one id are refused', () => {
  expect(problemsOf('metrics.4.id', 'pct-applications')).toMatchObject([
    { code: 'duplicate', where: 'metrics.json $.metrics[4].id' },
  ]);
});

test('a list in place of the file’s object is a problem', () => {
  expect(parseMetrics([]).problems).toMatchObject([{ code: 'wrong-type', where: '$' }]);
});

const words = { zh: '数', en: 'number' };
const base = (id: string, more: object = {}) => ({
  ...{ id, name: words, description: words, unit: words, dataset: 'patents', measure: { count: 'rows' } },
  ...more,
});
const made = (id: string, measure: object, more: object = {}) => ({
  ...{ id, name: words, description: words, unit: words, measure },
  ...more,
});
const problemsIn = (...metrics: readonly object[]) => parseMetrics({ version: 1, metrics }).problems;

test('every measure, condition and hint has its form', () => {
  const measures = [
    { countDistinct: 'number' },
    { average: 'fee', weight: 'claims' },
    { minimum: 'fee' },
    { maximum: 'fee' },
    { median: 'fee' },
    { quantile: 'fee', at: 0.9 },
    { last: 'fee' },
  ];
  const where = [
    { column: 'fee', between: [1, null] },
    { column: 'route', null: true },
    { column: 'granted', equals: true },
    { column: 'claims', in: [1, '2.5'] },
  ];
  const hints = {
    where,
    time: 'granted_on',
    empty: 'zero',
    format: { decimals: 1, style: 'percent', sign: true },
  };
  const all = measures.map((measure, i) => base(`m${i}`, { measure, ...hints, source: words }));
  const composites = [
    { ratio: ['m0', 'm1'] },
    { add: ['m0', 'm1', 5] },
    { subtract: [1, 'm0'] },
    { multiply: ['m0', 100] },
  ];
  const others = composites.map((measure, i) => made(`c${i}`, measure, { scale: 0 }));
  expect(problemsIn(...all, ...others)).toEqual([]);
});

test.each<[string, readonly object[], string, string]>([
  ['rows of no dataset', [made('a', { count: 'rows' })], 'missing-key', '$.metrics[0]'],
  [
    'a dataset of others',
    [base('a'), made('b', { add: ['a'] }, { dataset: 'patents' })],
    'composite',
    '$.metrics[1].dataset',
  ],
  [
    'rows of others',
    [base('a'), made('b', { add: ['a'] }, { where: [] })],
    'composite',
    '$.metrics[1].where',
  ],
  [
    'days of others',
    [base('a'), made('b', { add: ['a'] }, { time: 'day' })],
    'composite',
    '$.metrics[1].time',
  ],
  [
    'a part that nobody declares',
    [base('rows'), made('b', { ratio: ['rows', 'row'] })],
    'unknown-metric',
    '$.metrics[1].measure.ratio[1]',
  ],
  ['numbers alone', [made('b', { add: [1, 2] })], 'composite', '$.metrics[0].measure.add'],
  ['itself', [made('b', { add: ['b'] })], 'circle', '$.metrics[0].measure.add'],
  [
    'a sum of two units',
    [base('a', { unit: { ...words, power: 4 } }), base('b'), made('c', { add: ['b', 'a'] })],
    'unit',
    '$.metrics[2].measure.add[1]',
  ],
  [
    'a difference in another unit',
    [base('a'), made('c', { subtract: ['a', 1] }, { scale: -2 })],
    'unit',
    '$.metrics[1].measure.subtract[0]',
  ],
  [
    'an average that adds up',
    [base('a', { measure: { average: 'fee' }, additivity: 'additive' })],
    'additivity',
    '$.metrics[0].additivity',
  ],
  [
    'a stock that adds up over time',
    [base('a', { measure: { last: 'fee' }, additivity: 'additive' })],
    'additivity',
    '$.metrics[0].additivity',
  ],
  [
    'a ratio that adds up',
    [base('a'), made('b', { ratio: ['a', 'a'] }, { additivity: 'semi-additive' })],
    'additivity',
    '$.metrics[1].additivity',
  ],
])('%s is refused', (_, metrics, code, where) => {
  expect(problemsIn(...metrics)).toMatchObject([{ code, where }]);
});

test('a circle is told of for each metric that leads into it, and a chain of doublings does not take for ever', () => {
  const circle = [
    made('a', { add: ['b', 1] }),
    made('b', { subtract: ['a', 1] }),
    made('c', { multiply: ['a', 2] }),
  ];
  expect(problemsIn(...circle).map(({ code, message }) => [code, message.split(':')[0]])).toEqual([
    ['circle', 'a is made of b is made of a'],
    ['circle', 'b is made of a is made of b'],
    ['circle', 'c is made of a is made of b is made of a'],
  ]);
  const chain = Array.from({ length: 60 }, (_, i) => made(`m${i + 1}`, { add: [`m${i}`, `m${i}`] }));
  const problems = problemsIn(base('m0'), ...chain);
  expect(problems[0]).toMatchObject({
    code: 'composite',
    message: 'Expanded, "m7" has more than 200 terms.',
  });
});

test('numbers are terms, too', () => {
  const numbers = (count: number) => made('b', { add: ['a', ...Array.from({ length: count }, () => 1)] });
  expect(problemsIn(base('a'), numbers(198))).toEqual([]);
  expect(problemsIn(base('a'), numbers(199))).toMatchObject([{ code: 'composite' }]);
});

test.each(['a chain', 'a circle'])('%s longer than a stack is told of all the same', (form) => {
  const count = 3000;
  const chain = Array.from({ length: count }, (_, i) => made(`m${i + 1}`, { add: [`m${i}`, 1] }));
  const first = form === 'a chain' ? base('m0') : made('m0', { add: [`m${count}`, 1] });
  const problems = problemsIn(...chain.reverse(), first);
  expect(new Set(problems.map(({ code }) => code))).toEqual(
    new Set([form === 'a chain' ? 'composite' : 'circle']),
  );
  expect(problems[0]!.message.length).toBeLessThan(200);
});

test('a sum may be declared to add up: it is not known here whether its column is in %', () => {
  const percent = { zh: '%', en: '%' };
  const measure = { sum: 'fee' };
  expect(problemsIn(base('a', { measure, unit: percent, additivity: 'additive' }))).toEqual([]);
  const sum = made('b', { add: ['a', 'a'] }, { unit: percent, additivity: 'additive' });
  expect(problemsIn(base('a', { measure, unit: percent, additivity: 'additive' }), sum)).toEqual([]);
  expect(problemsIn(base('a', { measure, unit: percent }), sum)).toMatchObject([
    { code: 'additivity', where: '$.metrics[1].additivity' },
  ]);
});

test('additivity may be narrowed', () => {
  expect(
    problemsIn(base('a', { additivity: 'semi-additive' }), base('b', { additivity: 'non-additive' })),
  ).toEqual([]);
});
