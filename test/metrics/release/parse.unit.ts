import { parseContract, parseManifest, parseVerdicts, type Manifest, type Verdicts } from '@zj/metrics';
import { expect, test } from 'vitest';
import { edit, parkDatasets, readExample } from '../example.js';

const sha256 = 'a'.repeat(64);
const contracts = [
  ...parkDatasets.map((name) => {
    const contract = parseContract(readExample(`data/${name}.json`)).contract!;
    return { ...contract, columns: contract.columns.filter((column) => !column.confidential) };
  }),
];

const manifest = {
  version: 1,
  plan: readExample('plan.json'),
  metrics: (readExample('metrics.json') as { readonly metrics: unknown }).metrics,
  asOf: '2026-10-31',
  demo: true,
  engine: 'v1.4.4',
  files: {
    verdicts: { path: 'verdicts.json', bytes: 9000, sha256 },
    database: { path: 'park.duckdb', bytes: 800_000, sha256 },
  },
  datasets: contracts.map((contract) => ({
    contract,
    table: contract.id.replaceAll('-', '_'),
    rows: { read: 10, kept: 9, rejected: 1 },
    published: 9,
    digest: sha256,
    ...(contract.cube && {
      cube: { cells: 12, merged: 5, published: 9, contributors: 3, dominance: 0.85 },
    }),
  })),
  warnings: [],
} as unknown as Manifest;

const text = { zh: '已达成。', en: 'Achieved.' };
const verdicts: Verdicts = {
  version: 1,
  plan: { id: 'park', title: text, number: '浦府〔2025〕42号' },
  asOf: '2026-10-31',
  manifest: sha256,
  withheld: [],
  verdicts: ['unicorn-hidden-champion', 'high-quality-incubator'].map((goal) => ({
    goal,
    method: 'default',
    asOf: '2026-10-31',
    dataThrough: '2026-10-31',
    actual: 1,
    before: null,
    baseline: 0,
    target: 2,
    attainment: 0.5,
    schedule: { kind: 'linear', expected: 0.9, gap: -0.4, ratio: 5 / 9 },
    otherSchedules: [],
    forecast: { method: 'poisson-gamma', point: 1, interval: [1, 2], probability: 0.123, backtest: null },
    forecasts: [],
    needed: { total: 1, months: 2, perMonth: 0.5 },
    published: null,
    status: 'off-track',
    stale: false,
    provisional: false,
    thresholds: {
      tooEarly: 0.1,
      onTrack: 0.95,
      atRisk: 0.6,
      onTrackProbability: 0.5,
      atRiskProbability: 0.2,
      smallCount: 12,
    },
    reason: text,
    name: text,
    unit: { zh: '家', en: 'enterprises' },
    qualifier: { zh: '争取', en: 'strive for', binding: 'aspirational' },
    direction: 'increase',
    period: { start: '2025-01-01', end: '2026-12-31' },
    count: true,
    clause: { quote: text },
    methods: [],
    interpretations: [],
    source: text,
    completeness: [],
    demo: true,
    sql: 'SELECT 1',
  })),
};

const manifestProblems = (path: string, value: unknown) =>
  parseManifest(edit(manifest, path, value), { file: 'manifest.json' }).problems.map(({ where }) => where);
const verdictProblems = (path: string, value: unknown) =>
  parseVerdicts(edit(verdicts, path, value)).problems.map(({ where }) => where);

test('a right manifest is given back as it is: its contracts may have lost their confidential columns', () => {
  const parsed = parseManifest(manifest);
  expect(parsed.problems).toEqual([]);
  expect(parsed.manifest).toEqual(manifest);
});

test.each([
  'https://example.org/x.duckdb',
  '//example.org/x',
  '../x.duckdb',
  '/x.duckdb',
  'a/../../x',
  'x\\y',
  '',
])('a file of a release is inside it: %s is refused', (path) => {
  expect(manifestProblems('files.database.path', path)).toEqual(['manifest.json $.files.database.path']);
});

test('a file of a release may stand in a folder of it', () => {
  expect(manifestProblems('files.database.path', 'data/park.3f9c.duckdb')).toEqual([]);
});

test.each([
  ['files.database.sha256', 'A'.repeat(64), '$.files.database.sha256'],
  ['files.database.bytes', -1, '$.files.database.bytes'],
  ['datasets.0.table', 'patents', '$.datasets[0].table'],
  ['datasets.0.rows.kept', 10, '$.datasets[0].rows'],
  ['datasets.1.contract.time.column', 'month', '$.datasets[1].contract.time.column'],
  ['plan.goals.0.metric', 'revenue', '$.plan.goals[0].metric'],
  ['plan.goals.0.theme', 'none', '$.plan.goals[0].theme'],
  ['metrics.0.measure.sum', 'enterprise', '$.metrics[0].measure.sum'],
  ['metrics.1.id', 'pct-applications', '$.metrics[2].id'],
])('a manifest whose %s is %s is refused', (path, value, where) => {
  expect(manifestProblems(path, value)).toEqual([`manifest.json ${where}`]);
});

test('two datasets of one id are refused', () => {
  expect(manifestProblems('datasets.2', manifest.datasets[1])).toContain(
    'manifest.json $.datasets[2].contract.id',
  );
});

test('right verdicts are given back as they are', () => {
  const parsed = parseVerdicts(JSON.parse(JSON.stringify(verdicts)));
  expect(parsed.problems).toEqual([]);
  expect(parsed.verdicts).toEqual(verdicts);
});

test('a unit has its singular where it is written, and else is as it was, to the byte', () => {
  const read = (unit: object) =>
    parseVerdicts(edit(verdicts, 'verdicts.0.unit', unit)).verdicts!.verdicts[0]!.unit;
  for (const unit of [
    { zh: '家', en: 'enterprises', one: 'enterprise' },
    { zh: '家', en: 'enterprises' },
    { zh: '元', en: 'yuan', power: 8 },
    { zh: '人', en: 'people', one: 'person', power: 4 },
  ])
    expect(JSON.stringify(read(unit))).toBe(JSON.stringify(unit));
  expect(verdictProblems('verdicts.0.unit.one', 1)).toEqual(['$.verdicts[0].unit.one']);
  expect(manifestProblems('plan.goals.1.unit.one', '')).toEqual(['manifest.json $.plan.goals[1].unit.one']);
});

test('a verdict may have no figures', () => {
  for (const key of ['dataThrough', 'actual', 'baseline', 'target', 'attainment', 'schedule', 'forecast']) {
    expect(verdictProblems(`verdicts.0.${key}`, null)).toEqual([]);
  }
});

test.each([
  ['status', 'fine', '.status'],
  ['actual', '1', '.actual'],
  ['forecast.interval', [1], '.forecast.interval[1]'],
  ['forecast.interval', [1, 2, 3], '.forecast.interval[2]'],
  ['forecast.probability', 1.5, '.forecast.probability'],
  ['thresholds.smallCount', undefined, '.thresholds'],
  ['reason', 'Achieved.', '.reason'],
])('a verdict whose %s is %s is refused', (path, value, where) => {
  expect(verdictProblems(`verdicts.0.${path}`, value)).toEqual([`$.verdicts[0]${where}`]);
});

test('an event of the plan that concerns an unknown metric or goal is refused', () => {
  const event = { id: 'pilot', name: { zh: '试点' }, date: '2026-03-01' };
  expect(manifestProblems('plan.events', [event])).toEqual([]);
  expect(manifestProblems('plan.events', [{ ...event, metrics: ['pct'], goals: ['pct'] }])).toEqual([
    'manifest.json $.plan.events[0].goals[0]',
    'manifest.json $.plan.events[0].metrics[0]',
  ]);
});

test('two verdicts on one goal are refused', () => {
  expect(verdictProblems('verdicts.1.goal', 'unicorn-hidden-champion')).toEqual(['$.verdicts[1].goal']);
});

test.each([null, 0, 'text', [], {}])(
  'a manifest or verdicts that are %j have problems and throw nothing',
  (input) => {
    expect(parseManifest(input).problems.length).toBeGreaterThan(0);
    expect(parseVerdicts(input).problems.length).toBeGreaterThan(0);
  },
);
