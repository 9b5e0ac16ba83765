import { compileQuery } from '@zj/metrics/sql';
import {
  MetricsError,
  type Additivity,
  type Condition,
  type Contract,
  type Metric,
  type Query,
  type QueryKeys,
} from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { bucketOf } from './days.js';
import { evaluate } from './naive.js';
import { questions, show } from './questions.js';
import { boundLeaves, whyRefused } from './refusal.js';
import type { Grain } from './types.js';

test('no query adds up what does not add up: not over time, nor over the key, nor to rank', () => {
  const adding: string[] = [];
  for (const question of questions) {
    const { query, world } = question;
    if (whyRefused(query, world) !== undefined) continue;
    const asked = new Set([...(query.metrics ?? [query.metric!])]);
    const bound = new Map(
      [...asked].flatMap((id) => boundLeaves(world, id)).map(([leaf, reach]) => [leaf.id, reach]),
    );
    evaluate(query, world, ({ id, dataset, time }, rows) => {
      const reach = bound.get(id);
      if (reach === undefined || reach === 'all') return;
      const { contract } = world.datasets.find((one) => one.contract.id === dataset)!;
      const grain: Grain = time === undefined ? contract.time.grain : 'day';
      // Of a stock the rows of its last day alone are summed.
      const days = rows.map(({ t }) => t ?? -Infinity);
      const summed = reach === 'one key' ? rows.filter(({ t }) => t === Math.max(...days)) : rows;
      const periods = new Set(summed.map(({ t }) => (t === null ? null : bucketOf(t, grain, 1))));
      const names = contract.key.filter(
        (name) => contract.columns.find((one) => one.name === name)?.type !== 'DATE',
      );
      const keys = new Set(
        summed.map(({ cells }) => JSON.stringify(names.map((name) => cells[name] ?? null))),
      );
      if (periods.size > 1 || (reach !== 'one period' && keys.size > 1)) adding.push(show(question));
    });
  }
  expect([...new Set(adding)]).toEqual([]);
});

const words = (text: string) => ({ zh: text, en: text });
const contract: Contract = {
  ...{ version: 1, id: 'jobs', name: words('jobs'), description: words('jobs'), file: 'jobs.csv' },
  ...{ source: words('test'), reportedThrough: '2026-10-31' },
  columns: [
    { name: 'month', label: words('month'), type: 'DATE' },
    { name: 'zone', label: words('zone'), type: 'VARCHAR' },
    { name: 'level', label: words('level'), type: 'INTEGER' },
    { name: 'staff', label: words('staff'), type: 'INTEGER' },
    { name: 'rate', label: words('rate'), type: 'DECIMAL(6,2)', unit: { zh: '％', en: 'per cent' } },
  ],
  key: ['month', 'zone', 'level'],
  time: { column: 'month', grain: 'month' },
};

function metric(id: string, more: Partial<Metric>): Metric {
  return {
    id,
    name: words(id),
    description: words(id),
    dataset: 'jobs',
    unit: words('人'),
    measure: { sum: 'staff' },
    ...more,
  };
}

function made(id: string, measure: Metric['measure'], more: Partial<Metric> = {}): Metric {
  return { id, name: words(id), description: words(id), unit: words('人'), measure, ...more };
}

const metrics: readonly Metric[] = [
  metric('staff', {}),
  metric('last-staff', { measure: { last: 'staff' } }),
  metric('stock', { additivity: 'semi-additive' }),
  metric('places', { measure: { count: 'rows' }, additivity: 'semi-additive' }),
  metric('lone', { additivity: 'non-additive' }),
  metric('lone-of-one', { additivity: 'non-additive', where: [{ column: 'level', in: [1] }] }),
  metric('rate', { measure: { sum: 'rate' }, unit: { zh: '百分率', en: 'rate' } }),
  metric('parts', { measure: { sum: 'rate' }, unit: words('%'), additivity: 'additive' }),
  metric('stock-of-parts', { measure: { sum: 'rate' }, unit: words('%'), additivity: 'semi-additive' }),
  metric('index', { unit: { zh: '点', en: 'index points' } }),
  metric('mean-rate', { measure: { average: 'rate' }, unit: words('%') }),
  made('staff-of-stock', { ratio: ['staff', 'stock'] }, { unit: words('倍') }),
  made('double-stock', { multiply: ['stock', 2] }),
  made('per-place', { ratio: ['staff', 'staff'] }, { unit: words('倍') }),
  made('level-staff', { add: ['staff', 'staff'] }, { additivity: 'semi-additive' }),
  metric('last-rate', { measure: { last: 'rate' }, unit: words('%') }),
  metric('last-points', { measure: { last: 'rate' }, unit: words('个百分点') }),
  metric('last-parts', { measure: { last: 'rate' }, unit: words('%'), additivity: 'semi-additive' }),
  metric('lone-last', { measure: { last: 'staff' }, additivity: 'non-additive' }),
  made('twice-last-rate', { multiply: ['last-rate', 2] }),
];

/** The refusal of a query; undefined if it has an answer. */
function refusalOf(query: Query): string | undefined {
  try {
    compileQuery(query, { metrics, datasets: [{ contract }] });
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(MetricsError);
    return (error as MetricsError).message;
  }
}

const ask = (id: string, more: Omit<QueryKeys, 'metric' | 'metrics'> = {}) =>
  refusalOf({ metric: id, ...more } as Query);
const one: Condition = { column: 'level', equals: 1 };

describe('what is a stock is not added over time', () => {
  test.each<[string, Omit<Query, 'metric' | 'metrics'>, string]>([
    ['a coarser grain', { by: ['quarter'] }, '$.by[0]'],
    ['no grain', { by: ['zone'] }, '$.by'],
    ['no grain, over two months', { during: '2026-01/2026-02' }, '$.during'],
    ['year-to-date', { by: ['month'], cumulative: 'year-to-date' }, '$.cumulative'],
    ['several months', { by: ['month'], rolling: 3 }, '$.rolling'],
    ['a ranking over several months', { by: ['month', 'zone'], top: { count: 1 } }, '$.top'],
  ])('by %s', (_, query, where) => {
    for (const id of ['stock', 'places', 'double-stock', 'staff-of-stock', 'stock-of-parts', 'level-staff']) {
      expect(ask(id, query), id).toContain(where);
    }
    expect(ask('stock', query)).toContain('is not additive over time');
    expect(ask('staff', query)).toBeUndefined();
    expect(ask('last-staff', query)).toBeUndefined();
    expect(ask('parts', query)).toBeUndefined();
    expect(ask('per-place', query)).toBeUndefined();
  });

  test.each<[string, Omit<Query, 'metric' | 'metrics'>]>([
    ['by its own grain', { by: ['month', 'zone'] }],
    ['with totals', { by: ['period', 'zone'], totals: true, share: true }],
    ['one month', { during: '2026-03', by: ['zone'], totals: true, top: { count: 1 } }],
    ['days of one month', { during: { start: '2026-03-01', end: '2026-03-20' } }],
    ['one period at a time', { by: ['month'], rolling: 1 }],
    ['of one month by a condition', { where: [{ column: 'month', equals: '2026-03-01' }] }],
  ])('but has an answer %s', (_, query) => {
    expect(ask('stock', query)).toBeUndefined();
    expect(ask('places', query)).toBeUndefined();
    expect(ask('double-stock', query)).toBeUndefined();
  });

  test('also where only the days before hold two months', () => {
    const during = { start: '2026-03-02', end: '2026-03-31' };
    expect(ask('stock', { during })).toBeUndefined();
    expect(ask('stock', { during, compare: 'previous-period' })).toContain('more than one month');
  });

  test.each([
    ['2026-03-02', '2026-03-30', '2026-02-01', '2026-03-01'],
    ['2026-03-02', '2026-03-31', '2026-01-31', '2026-03-01'],
    ['2024-03-02', '2024-03-31', '2024-02-01', '2024-03-01'],
  ])(
    'where the days before %s to %s begin two months, with a remedy that is an answer',
    (start, end, from, to) => {
      const asked = { during: { start, end }, compare: 'previous-period' } as const;
      for (const id of ['stock', 'places', 'double-stock', 'lone-of-one']) {
        const where: readonly Condition[] = [one, { column: 'zone', equals: 'east' }];
        const told = ask(id, { ...asked, where });
        expect(told, id).toContain(`the base, from ${from} to ${to}, contains more than one month of "jobs"`);
        expect(told, id).toMatch(/\$\.compare.*Write whole months in "during", add "month" to "by",/);
        expect(told, id).not.toContain('within one month');
        expect(ask(id, { ...asked, where, during: '2026-03' })).toBeUndefined();
        expect(ask(id, { ...asked, where, by: ['month'] })).toBeUndefined();
        expect(ask(id, { ...asked, where, compare: 'year-over-year' })).toBeUndefined();
      }
      expect(ask('staff', asked)).toBeUndefined();
      expect(ask('last-staff', asked)).toBeUndefined();
    },
  );

  test('but one month before, or none that is known, has an answer', () => {
    const compare = 'previous-period';
    expect(ask('stock', { during: { start: '2026-03-03', end: '2026-03-31' }, compare })).toBeUndefined();
    expect(ask('stock', { during: { start: '2026-11-02', end: '2026-11-30' }, compare })).toBeUndefined();
  });
});

describe('what does not add up at all', () => {
  const split = { by: ['month', 'zone'], where: [one] } as const;

  test.each(['lone', 'rate', 'index'])('is %s: it needs each column of the key but time', (id) => {
    expect(ask(id, split)).toBeUndefined();
    expect(ask(id, { by: ['month', 'zone', 'level'] })).toBeUndefined();
    expect(ask(id, { by: ['month', 'zone'], where: [{ column: 'level', in: [1] }] })).toBeUndefined();
    expect(ask(id, { by: ['month', 'zone'] })).toMatch(/"level".*Add "level" to "by"/);
    expect(ask(id, { by: ['month', 'zone'], where: [{ column: 'level', in: [1, 2] }] })).toContain('"level"');
    expect(ask(id, { by: ['month', 'zone'], where: [{ column: 'level', between: [1, 1] }] })).toContain(
      '"level"',
    );
    expect(ask(id, { by: ['year', 'zone', 'level'] })).toContain('more than one month');
    expect(ask(id, { ...split, totals: true })).toContain('$.totals');
    expect(ask(id, { ...split, during: '2026-03', top: { count: 1 } })).toContain('$.top');
  });

  test('is fixed by no condition under "or" or "not"', () => {
    const by = ['month', 'zone'];
    expect(ask('lone', { by, where: [{ or: [one] }] })).toContain('"level"');
    expect(ask('lone', { by, where: [{ not: { not: one } }] })).toContain('"level"');
  });

  test('may be fixed by the metric', () => {
    expect(ask('lone-of-one', { by: ['month', 'zone'] })).toBeUndefined();
  });

  test('has a remedy that is an answer', () => {
    expect(ask('rate', { by: ['year'] })).toContain('{ "average": "rate" }');
    expect(ask('mean-rate', { by: ['year'] })).toBeUndefined();
    expect(ask('rate', { by: ['year'] })).toContain('"additivity": "additive"');
    expect(ask('stock', { by: ['year'] })).toContain('{ "last": "staff" }');
  });

  test.each<[string, string, Additivity | undefined]>([
    ['%', '%', 'additive'],
    ['个百分点', 'points', undefined],
    ['千分点', 'points', undefined],
    ['‰', '‰', undefined],
    ['物价指数', 'CPI', undefined],
    ['比率', 'percentage', undefined],
    ['比率', 'percentage points', undefined],
    ['比率', 'per mille', undefined],
    ['点', 'Index (2020 = 100)', undefined],
    ['件', 'PCT applications', 'additive'],
    ['个', 'indexed pages', 'additive'],
    ['倍', '×', 'additive'],
  ])('is in %s, %s: unless it says %s', (zh, en, additivity) => {
    const own = metric('own', { unit: { zh, en }, ...(additivity && { additivity }) });
    const run = () =>
      compileQuery({ metric: 'own', by: ['year'] }, { metrics: [own], datasets: [{ contract }] });
    if (additivity === 'additive') expect(run).not.toThrow();
    else expect(run).toThrow('it is in %, ‰ or an index, or in percentage points');
  });
});

describe('the last of what is in %, ‰ or an index', () => {
  const lasts = ['last-rate', 'last-points', 'lone-last', 'twice-last-rate'];

  test.each(lasts)('%s is found anew over time, and sums over no column of the key', (id) => {
    const split = { by: ['zone'], where: [one] };
    expect(ask(id, split)).toBeUndefined();
    expect(ask(id, { ...split, by: ['year', 'zone'] })).toBeUndefined();
    expect(ask(id, { ...split, by: ['month', 'zone'], cumulative: 'year-to-date' })).toBeUndefined();
    expect(ask(id, { ...split, by: ['month', 'zone'], rolling: 3 })).toBeUndefined();
    const during = { start: '2026-03-02', end: '2026-03-30' };
    expect(ask(id, { ...split, during, compare: 'previous-period' })).toBeUndefined();
    expect(ask(id, { by: ['year', 'level'] })).toMatch(/"zone".*Add "zone" to "by"/);
    expect(ask(id, { by: ['zone'] })).toContain('"level"');
    expect(ask(id, { ...split, totals: true })).toContain('$.totals');
    expect(ask(id, { ...split, top: { count: 1 } })).toContain('$.top');
    expect(ask(id, { ...split, share: true })).toContain('$.share');
  });

  test('has a remedy that is an answer: a declaration that parts do sum', () => {
    expect(ask('last-rate', { by: ['zone'] })).toContain('declare "additivity": "semi-additive" if');
    expect(ask('lone-last', { by: ['zone'] })).not.toContain('declare');
    const asked = { by: ['zone'], totals: true, share: true, top: { count: 1 } };
    expect(ask('last-parts', asked)).toBeUndefined();
    expect(ask('last-parts', { by: ['year'] })).toBeUndefined();
    expect(ask('last-staff', asked)).toBeUndefined();
  });
});

describe('a refusal', () => {
  const refused: readonly (readonly [string, Omit<Query, 'metric' | 'metrics'>])[] = [
    ['lone', { by: ['month'] }],
    ['lone', { by: ['year'] }],
    ['rate', { by: ['month', 'zone', 'level'], totals: true }],
    ['stock', { by: ['month', 'zone'], top: { count: 1 } }],
    ['stock', { by: ['month'], cumulative: 'year-to-date' }],
    ['stock', { during: { start: '2026-03-02', end: '2026-03-30' }, compare: 'previous-period' }],
  ];

  test.each(refused)('of %s, asked %j, is one sentence', (id, query) => {
    expect(ask(id, query)).not.toMatch(/, (or )?[A-Z]/);
  });

  test('tells a way out for the metric that was asked for, not for a part of it', () => {
    const told = ask('level-staff', { by: ['year'] });
    expect(told).toContain(
      'define "level-staff" by a metric with the measure { "last": "staff" } in place of "staff"',
    );
    expect(told).not.toContain('ask for an additive metric');
    expect(ask('double-stock', { by: ['year'] })).toContain(
      'define "double-stock" by a metric with the measure',
    );
    const made = metrics.map((metric) =>
      metric.id === 'level-staff' ? { ...metric, measure: { add: ['last-staff', 'last-staff'] } } : metric,
    );
    const query: Query = { metric: 'level-staff', by: ['year'] };
    expect(() => compileQuery(query, { metrics: made, datasets: [{ contract }] })).not.toThrow();
  });
});
