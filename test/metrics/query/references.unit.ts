import {
  checkReferences,
  parseContract,
  parseMetrics,
  parsePlan,
  type Contract,
  type Metric,
  type Plan,
} from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { edit, parkDatasets, readExample } from '../example.js';

interface Files {
  readonly plan: Plan;
  readonly metrics: readonly Metric[];
  readonly contracts: readonly Contract[];
}

const files: Files = {
  plan: parsePlan(readExample('plan.json')).plan!,
  metrics: parseMetrics(readExample('metrics.json')).metrics!,
  contracts: parkDatasets.map((name) => parseContract(readExample(`data/${name}.json`)).contract!),
};
const names = {
  plan: 'plan.json',
  metrics: 'metrics.json',
  contracts: ['r.json', 'p.json', 'i.json', 'space.json', 'service.json', 'finance.json', 't.json'],
};

/** The problems between changed files. */
function problemsOf(...changes: readonly (readonly [path: string, value: unknown])[]) {
  return checkReferences(
    changes.reduce<unknown>((all, [path, value]) => edit(all, path, value), files) as Files,
    names,
  );
}

/** Where a column stands in the contract of the revenue returns. */
const at = (name: string) =>
  `contracts.0.columns.${files.contracts[0]!.columns.findIndex((c) => c.name === name)}`;

test('the park’s plan, metrics and datasets fit each other', () => {
  expect(problemsOf()).toEqual([]);
});

test.each([
  [
    'a goal’s metric that nobody declares',
    'plan.goals.1.metric',
    'pct-aplications',
    'unknown-metric',
    'plan.json $.goals[1].metric',
    '"pct-applications"',
  ],
  [
    'a dataset that nobody declares',
    'metrics.2.dataset',
    'patent',
    'unknown-dataset',
    'metrics.json $.metrics[2].dataset',
    '"patents"',
  ],
  [
    'a measure column that does not exist',
    'metrics.1.measure.sum',
    'revenu',
    'unknown-column',
    'metrics.json $.metrics[1].measure.sum',
    '"revenue"',
  ],
  [
    'a measure column that holds words',
    'metrics.2.measure',
    { sum: 'route' },
    'measure',
    'metrics.json $.metrics[2].measure.sum',
    'INTEGER',
  ],
  [
    'a count of confidential rows',
    'metrics.1.measure',
    { count: 'rows' },
    'not-published',
    'metrics.json $.metrics[1].measure.count',
    'revenue',
  ],
  [
    'a condition on a column that does not exist',
    'metrics.2.where.0.column',
    'rout',
    'unknown-column',
    'metrics.json $.metrics[2].where[0].column',
    '"route"',
  ],
  [
    'a condition on a column that the cube does not publish',
    'metrics.0.where.0',
    { column: 'tier', equals: 'start-up' },
    'not-published',
    'metrics.json $.metrics[0].where[0].column',
    'industry',
  ],
  [
    'a value that the column does not allow',
    'metrics.0.where.0.in.1',
    '生物医葯',
    'unknown-value',
    'metrics.json $.metrics[0].where[0].in[1]',
    '"生物医药"',
  ],
  [
    'one value that the column does not allow',
    'metrics.2.where.0.equals',
    'pct',
    'unknown-value',
    'metrics.json $.metrics[2].where[0].equals',
    '"PCT"',
  ],
  [
    'a value that the column’s type does not have',
    'metrics.2.where.0',
    { column: 'filed', equals: '2026-02-30' },
    'condition',
    'metrics.json $.metrics[2].where[0].equals',
    'type of the column',
  ],
  [
    'a target in another unit than its metric',
    'plan.goals.0.unit.power',
    4,
    'unit',
    'plan.json $.goals[0].unit',
    'same unit',
  ],
  [
    'a scale that does not lead to the unit',
    'metrics.1.scale',
    4,
    'scale',
    'metrics.json $.metrics[1]',
    '"scale": -4',
  ],
  ['a forgotten scale', 'metrics.1.scale', undefined, 'scale', 'metrics.json $.metrics[1]', '"scale": -4'],
  ['two datasets of one id', 'contracts.2.id', 'patents', 'duplicate', 'i.json $.id', 'another id'],
])('%s is found, with a remedy', (_, path, value, code, where, remedy) => {
  const problem = problemsOf([path, value])[0];
  expect(problem).toMatchObject({ code, where });
  expect(problem!.remedy).toContain(remedy);
});

test('a column outside the cube is not summed', () => {
  expect(problemsOf(['contracts.0.cube.measures', ['profit']]).map(({ code }) => code)).toEqual([
    'not-published',
    'not-published',
  ]);
});

test('over values that overlap a goal’s metric names one, for their sum would count rows twice', () => {
  const overlapping = [`${at('industry')}.overlapping`, true] as const;
  expect(problemsOf(overlapping).map(({ code, where }) => `${code} ${where}`)).toEqual([
    'overlap plan.json $.goals[0].metric',
  ]);
  const one = [{ column: 'industry', equals: '人工智能' }];
  expect(problemsOf(overlapping, ['metrics.0.where', one])).toEqual([]);
});

test('a metric made of others is found by the datasets of those, and a dataset’s reference to none is a problem', () => {
  const composite = { add: ['pct-applications', 'high-quality-incubator'] };
  const { name, description, unit } = files.metrics[2]!;
  const metric = { id: 'both', name, description, unit, measure: composite };
  expect(problemsOf(['metrics.5', metric], ['metrics.4.unit', unit], ['plan.goals.3.unit', unit])).toEqual(
    [],
  );
  const keys = [{ columns: ['number'], references: { dataset: 'patent', columns: ['number'] } }];
  expect(problemsOf(['contracts.1.foreignKeys', keys])[0]?.where).toContain('p.json $.foreignKeys[0]');
});

describe('a goal and its metric accumulate alike', () => {
  const stock = (additivity: string) => ['metrics.0.additivity', additivity] as const;
  const accumulate = (goal: number, how: string) => [`plan.goals.${goal}.accumulate`, how] as const;
  const told = (...changes: readonly (readonly [path: string, value: unknown])[]) =>
    problemsOf(...changes).map(({ code, where }) => `${code} ${where}`);
  const claims = [
    `contracts.1.columns.${files.contracts[1]!.columns.length}`,
    { name: 'claims', label: { zh: '权利要求', en: 'Claims' }, type: 'INTEGER' },
  ] as const;

  test.each(['total', 'since'])('a %s of a stock is no figure', (how) => {
    const [problem] = problemsOf(stock('semi-additive'), accumulate(0, how));
    expect(problem).toMatchObject({ code: 'accumulate', where: 'plan.json $.goals[0].accumulate' });
    expect(problem!.remedy).toContain('"level"');
    expect(told(stock('semi-additive'), accumulate(0, 'level'))).toEqual([]);
  });

  test.each([
    { countDistinct: 'number' },
    { average: 'claims' },
    { maximum: 'claims' },
    { last: 'claims' },
    { ratio: ['high-quality-incubator', 'high-quality-incubator'] },
    { subtract: [100, 'high-quality-incubator'] },
  ])('nor of %j', (measure) => {
    const { id, name, description, dataset } = files.metrics[2]!;
    const made = 'ratio' in measure || 'subtract' in measure;
    const { unit } = files.metrics[4]!;
    const metric = { id, name, description, unit, measure, ...(!made && { dataset }) };
    expect(told(['metrics.2', metric], ['plan.goals.1.unit', unit])).toContain(
      'accumulate plan.json $.goals[1].accumulate',
    );
  });

  test('the last day of what happens is no level, but for a stock', () => {
    const [problem] = problemsOf(accumulate(1, 'level'));
    expect(problem).toMatchObject({ code: 'accumulate', where: 'plan.json $.goals[1].accumulate' });
    expect(problem!.remedy).toMatch(/"since" or "total".*"last"/);
    expect(told(accumulate(0, 'level'))).toEqual([]);
    expect(told(accumulate(1, 'level'), claims, ['metrics.2.measure', { last: 'claims' }])).toEqual([]);
  });

  test.each([{ count: 'rows' }, { sum: 'claims' }])(
    'nor is that of %j of events where it is declared no flow, and no remedy says so',
    (measure) => {
      const narrowed = [
        claims,
        ['metrics.2.measure', measure],
        ['metrics.2.additivity', 'semi-additive'],
      ] as const;
      const [level] = problemsOf(accumulate(1, 'level'), ...narrowed);
      expect(level).toMatchObject({ code: 'accumulate', where: 'plan.json $.goals[1].accumulate' });
      expect(level!.remedy).toMatch(/additive over time.*"last"/);
      for (const how of ['since', 'total']) {
        const [problem] = problemsOf(accumulate(1, how), ...narrowed);
        expect(problem).toMatchObject({ code: 'accumulate' });
        expect(problem!.remedy).toMatch(/without its "additivity".*"level".*"last"/);
      }
      // A figure reported again each day has the day in its key and is a stock.
      const stock = ['contracts.1.key', ['application_number', 'filed']] as const;
      expect(told(accumulate(1, 'level'), ...narrowed, stock)).toEqual([]);
      expect(problemsOf(accumulate(1, 'since'), ...narrowed, stock)[0]!.remedy).toContain(
        'Write "accumulate": "level"',
      );
    },
  );

  test('the last of percentages needs its key fixed by the metric, or parts that sum', () => {
    const rate = [
      claims,
      ['metrics.2.measure', { last: 'claims' }],
      ['metrics.2.unit', { zh: '%', en: '%' }],
      ['plan.goals.1.unit', { zh: '%', en: '%' }],
    ] as const;
    const found = problemsOf(accumulate(1, 'level'), ...rate);
    expect(found).toMatchObject([{ code: 'additivity', where: 'plan.json $.goals[1].metric' }]);
    expect(told(accumulate(1, 'level'), ...rate, ['metrics.2.additivity', 'semi-additive'])).toEqual([]);
  });

  test('what does not add up needs its key fixed by the metric', () => {
    const found = problemsOf(stock('non-additive'), accumulate(0, 'level'));
    expect(found).toMatchObject([{ code: 'additivity', where: 'plan.json $.goals[0].metric' }]);
    expect(found[0]!.message).toContain('a column of the key');
  });
});

test('without files’ names the places stand alone', () => {
  const [problem] = checkReferences({ ...files, metrics: [] });
  expect(problem?.where).toBe('$.goals[0].metric');
});
