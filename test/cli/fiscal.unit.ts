import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, parseVerdicts, type Contract, type Plan } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lines, openFolder, run } from './source.js';

// A plan of a fiscal year from April, over sales by its quarters.

const words = (text: string) => ({ zh: text, en: text });
let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const contract: Contract = {
  version: 1,
  id: 'sales',
  name: words('sales'),
  description: words('sales'),
  file: 'sales.csv',
  forms: ['dates'],
  source: words('test'),
  reportedThrough: '2022-12-31',
  columns: [
    { name: 'quarter', label: words('quarter'), type: 'DATE' },
    { name: 'shop', label: words('shop'), type: 'VARCHAR' },
    { name: 'amount', label: words('amount'), type: 'DECIMAL(18,2)', unit: words('yuan') },
  ],
  key: ['quarter', 'shop'],
  time: { column: 'quarter', grain: 'quarter' },
  fiscalStart: 4,
};

const plan: Plan = {
  version: 1,
  id: 'fiscal',
  fiscalStart: 4,
  document: {
    title: words('Plan'),
    issuer: words('test'),
    period: { start: '2022-04-01', end: '2023-03-31' },
    basis: [],
    interpretations: [],
  },
  goals: [
    {
      id: 'sales',
      name: words('Sales'),
      metric: 'sales',
      clause: { quote: words('100 in the year') },
      qualifier: { ...words('complete'), binding: 'firm' },
      target: 100,
      unit: words('yuan'),
      deadline: words('by March 2023'),
      period: { start: '2022-04-01', end: '2023-03-31' },
      accumulate: 'total',
      interpretations: [],
    },
  ],
  ...{
    themes: [],
    areas: [],
    safeguards: [],
    organisations: [],
    platforms: [],
    places: [],
    funds: [],
    notes: [],
  },
};
const metrics = {
  version: 1,
  metrics: [
    {
      id: 'sales',
      name: words('Sales'),
      description: words('The sum'),
      dataset: 'sales',
      measure: { sum: 'amount' },
      unit: words('yuan'),
    },
  ],
};

/** Of the year before 10, 20, 30 and 40; of this one 12, 25 and 33. */
const rows = [
  ...['2021Q1,a,4', '2021Q1,b,6', '2021-Q2,a,20', '2021年三季度,a,30', '2022-01-01,a,40'],
  ...['2022年第一季度,a,12', '2022年第2季度,a,20', '2022Q2,b,5', '2022Q3,a,33'],
];

let sources = 0;
async function write({
  contract: own = {},
  plan: other = plan,
  data = rows,
}: {
  readonly contract?: Partial<Contract>;
  readonly plan?: Partial<Plan>;
  readonly data?: readonly string[];
} = {}): Promise<string> {
  const source = join(folder, `source${++sources}`);
  await mkdir(join(source, 'data'), { recursive: true });
  await writeFile(join(source, 'plan.json'), JSON.stringify(other));
  await writeFile(join(source, 'metrics.json'), JSON.stringify(metrics));
  await writeFile(join(source, 'data/sales.json'), JSON.stringify({ ...contract, ...own }));
  await writeFile(join(source, 'data/sales.csv'), lines('quarter,shop,amount', ...data));
  return source;
}

async function publish(source: string, ...options: readonly string[]) {
  const out = `${source}-out`;
  const outcome = await run('publish', source, '--out', out, ...options);
  expect([outcome.problems, outcome.code]).toEqual([[], 0]);
  const json = JSON.parse(await readFile(join(out, 'verdicts.json'), 'utf8')) as unknown;
  const { verdicts } = parseVerdicts(json);
  return { outcome, out, verdict: verdicts!.verdicts[0]! };
}

describe('a plan of a fiscal year', () => {
  test('is checked, published and computed again, judged at the end of its last quarter', async () => {
    const source = await write();
    const checked = await run('check', source);
    expect([checked.problems, checked.code]).toEqual([[], 0]);
    const { out, outcome, verdict } = await publish(source, '--as-of', '2023-02-15');
    expect(outcome.notes).toEqual([]);
    expect(verdict).toMatchObject({
      actual: 70,
      dataThrough: '2022-12-31',
      schedule: { kind: 'linear', expected: 275 / 365 },
      otherSchedules: [{ kind: 'same-period', expected: 0.6 }],
      status: 'at-risk',
      completeness: [],
    });
    expect(verdict.forecasts.find(({ method }) => method === 'same-period')!.point).toBeCloseTo(70 / 0.6, 9);

    const opened = createMetrics({ engine: nodeEngine() });
    await opened.open(join(out, 'manifest.json'));
    expect((await opened.verify()).equal).toBe(true);
    const years = await opened.query({ metric: 'sales', by: ['year'] });
    expect(years.rows().map(({ year, value }) => [year, value])).toEqual([
      ['2021-04-01', 100],
      ['2022-04-01', 70],
    ]);
    await opened.close();
  });

  test('is judged as it was known: a quarter that is not over is left out', async () => {
    const { verdict, outcome } = await publish(await write(), '--as-of', '2022-12-30');
    expect(verdict).toMatchObject({ actual: 37, dataThrough: '2022-09-30' });
    expect(outcome.notes).toEqual([
      'data/sales.csv: 1 row is left out: its period ends after 2022-12-30. To include them, judge on a later day with --as-of.',
    ]);
  });

  test('with a missing quarter counts up to it and says so, in the fiscal year’s name', async () => {
    const { verdict } = await publish(
      await write({ data: rows.filter((row) => !/^2022.*(Q2|第2)/.test(row)) }),
      '--as-of',
      '2023-02-15',
    );
    expect(verdict).toMatchObject({
      ...{ actual: 12, dataThrough: '2022-06-30' },
      completeness: [{ kind: 'missing', count: 1, names: ['2022-Q2'] }],
    });
    expect(verdict.reason.zh).toContain('2022年7月至9月无完整数据，自该季度起不计入');
  });
});

describe('what a check says', () => {
  const told = async (changes: Parameters<typeof write>[0]) =>
    (await run('check', await write(changes))).told;

  test('of a day that is in a quarter, with its first day', async () => {
    expect(await told({ data: [...rows, '2022-11-01,c,1'] })).toEqual([
      'data/sales.csv:11:1: quarter is "2022-11-01" but a quarter is written as its first day. Write 2022-10-01.',
    ]);
    const halves = { time: { column: 'quarter', grain: 'half-year' } } as const;
    expect(await told({ contract: halves, data: ['2022H1,a,1', '2022-07-01,b,1'] })).toEqual([
      'data/sales.csv:3:1: quarter is "2022-07-01" but a half-year is written as its first day. Write 2022-04-01.',
    ]);
  });

  test('of years that begin with other months in the plan and the contract, with both places', async () => {
    const calendar = Object.fromEntries(Object.entries(plan).filter(([key]) => key !== 'fiscalStart'));
    const found = await told({ plan: calendar });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^plan\.json:\d+:\d+ \$\.goals\[0\]\.metric: The years of this plan begin with month 1, but/,
    );
    expect(found[0]).toMatch(/begin with month 4 \(\S*data\/sales\.json \$\.fiscalStart\)\. Write the same/);
    expect(await told({ plan: { ...plan, fiscalStart: 7 } })).toEqual([
      expect.stringMatching(/^plan\.json:\d+:\d+ \$\.fiscalStart: The years of this plan begin with month 7/),
    ]);
  });

  test('of a month that there is not, alone: nothing is compared with it', async () => {
    expect(await told({ contract: { fiscalStart: 13 } })).toEqual([
      expect.stringMatching(/^data\/sales\.json:\d+:\d+ \$\.fiscalStart: .*13/),
    ]);
  });

  test('of months that a quarterly dataset omits', async () => {
    expect(await told({ contract: { omits: [1] } })).toEqual([
      expect.stringContaining(
        '"omits" lists months, but the dataset has a figure for each quarter. Remove "omits".',
      ),
    ]);
  });
});

describe('what publishing warns of', () => {
  const notes = async (changes: Parameters<typeof write>[0]) =>
    (await publish(await write(changes), '--as-of', '2024-06-30')).outcome.notes;

  test('late rows are counted in quarters', async () => {
    expect(await notes({ contract: { reportedThrough: '2023-12-31' } })).toEqual([
      expect.stringContaining(
        'The figures of sales cover the days up to 2023-12-31, but the last row is of 2022-Q3: 4 quarters have no rows.',
      ),
    ]);
  });

  test('a goal that begins before all data begins before the first quarter', async () => {
    const early = {
      ...plan,
      goals: plan.goals.map((goal) => ({ ...goal, period: { start: '2021-01-01', end: '2023-03-31' } })),
    };
    expect(await notes({ plan: early })).toEqual([
      expect.stringContaining('the first row of sales is of 2021-Q1.'),
    ]);
    const within = {
      ...plan,
      goals: plan.goals.map((goal) => ({ ...goal, period: { start: '2021-04-01', end: '2023-03-31' } })),
    };
    expect(await notes({ plan: within })).toEqual([]);
  });
});
