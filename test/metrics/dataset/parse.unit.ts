import { parseContract } from '@zj/metrics';
import { expect, test } from 'vitest';
import { edit } from '../example.js';

const text = (en: string) => ({ zh: `${en}（中文）`, en });
const column = (name: string, type: string, more: object = {}) => ({
  name,
  label: text(name),
  type,
  ...more,
});

/** A right contract of a confidential dataset. */
const returns = {
  version: 1,
  id: 'returns',
  name: text('Returns'),
  description: text('Revenue returns'),
  file: 'returns.csv',
  source: { ...text('District statistics bureau'), url: 'https://www.pudong.gov.cn/' },
  reportedThrough: '2026-10-31',
  columns: [
    column('month', 'DATE', { required: true }),
    column('enterprise', 'VARCHAR', { confidential: true }),
    column('industry', 'VARCHAR', { values: [{ value: 'chips', label: text('Chips') }] }),
    column('zone', 'VARCHAR'),
    column('revenue', 'DECIMAL(18,2)', { unit: { ...text('yuan'), power: 4 }, minimum: 0, maximum: 1e9 }),
    column('growth', 'DOUBLE'),
  ],
  key: ['month', 'enterprise'],
  time: { column: 'month', grain: 'month' },
  cube: { dimensions: ['industry', 'zone'], measures: ['revenue'] },
};

/** Codes and places of all problems of a changed contract. */
function problemsOf(...changes: readonly (readonly [path: string, value: unknown])[]): readonly string[] {
  const changed = changes.reduce<unknown>((contract, [path, value]) => edit(contract, path, value), returns);
  return parseContract(changed).problems.map(({ code, where }) => `${code} ${where}`);
}

test('a right contract is given back as it is, without problems', () => {
  const { contract, problems } = parseContract(returns, { file: 'returns.json' });
  expect(problems).toEqual([]);
  expect(contract).toEqual(returns);
});

test('its problems carry the file’s name', () => {
  const { problems } = parseContract(edit(returns, 'columns.0.type', 'TEXT'), { file: 'returns.json' });
  expect(problems[0]).toMatchObject({ code: 'wrong-value', where: 'returns.json $.columns[0].type' });
});

test('a column’s unit may have an English singular, of words, beside its plural', () => {
  const staff = (unit: object) => problemsOf(['columns.5', column('staff', 'INTEGER', { unit })]);
  expect(staff({ zh: '人', en: 'people', one: 'person' })).toEqual([]);
  expect(staff({ en: 'people', one: 1 })).toEqual(['wrong-type $.columns[5].unit.one']);
  expect(staff({ zh: '人', one: 'person' })).toEqual(['wrong-value $.columns[5].unit']);
});

test.each(['VARCHAR', 'BOOLEAN', 'DATE', 'INTEGER', 'DOUBLE', 'DECIMAL(1,0)', 'DECIMAL(38,38)'])(
  '%s is a type',
  (type) => {
    expect(problemsOf(['columns.3', column('zone', type)])).toEqual([]);
  },
);

test.each([
  'varchar',
  'DECIMAL',
  'DECIMAL(0,0)',
  'DECIMAL(39,2)',
  'DECIMAL(2,3)',
  'DECIMAL(18, 2)',
  'BIGINT',
  '',
])('%s is no type', (type) => {
  expect(problemsOf(['columns.3.type', type])).toEqual(['wrong-value $.columns[3].type']);
});

test.each(['../secret.csv', 'a/../../b.csv', '/etc/passwd', 'https://example.org/x.csv', 'C:\\x.csv', ''])(
  'the file %s outside the contract’s folder is refused',
  (file) => {
    expect(problemsOf(['file', file])).toEqual(['wrong-value $.file']);
  },
);

test('a source links only to a web page', () => {
  expect(problemsOf(['source.url', 'javascript:alert(1)'])).toEqual(['wrong-value $.source.url']);
});

test('the day through which a dataset is reported is a day', () => {
  expect(problemsOf(['reportedThrough', '2026-10'])).toEqual(['wrong-value $.reportedThrough']);
});

test('the next update is a day after the last that is covered, or is not told', () => {
  expect(problemsOf(['nextUpdate', '2026-11-01'])).toEqual([]);
  expect(problemsOf(['nextUpdate', '2026-10-31'])).toEqual(['next-update $.nextUpdate']);
  expect(problemsOf(['nextUpdate', '2026-10-30'])).toEqual(['next-update $.nextUpdate']);
  expect(problemsOf(['nextUpdate', '2026-11-31'])).toEqual(['wrong-value $.nextUpdate']);
});

test('key, time and cube name columns that exist, each once', () => {
  expect(
    problemsOf(
      ['key', ['month', 'entreprise', 'month']],
      ['time.column', 'mnth'],
      ['cube.dimensions', ['industry', 'town']],
      ['cube.measures', ['turnover', 'industry']],
    ),
  ).toEqual([
    'duplicate $.key',
    'unknown-column $.key[1]',
    'unknown-column $.time.column',
    'duplicate $.cube',
    'unknown-column $.cube.dimensions[1]',
    'unknown-column $.cube.measures[0]',
    'measure $.cube.measures[1]',
  ]);
});

test('two columns of one name, and names that results use, are refused', () => {
  expect(problemsOf(['columns.5', column('zone', 'VARCHAR')])).toEqual(['duplicate $.columns[5].name']);
  for (const name of ['period', 'value', 'contributors']) {
    expect(problemsOf(['columns.5', column(name, 'VARCHAR')])).toEqual(['reserved $.columns[5].name']);
  }
});

test('a public DATE column dates the rows', () => {
  expect(problemsOf(['columns.0.type', 'VARCHAR'])).toEqual(['time-column $.time.column']);
  expect(problemsOf(['columns.0.confidential', true])).toEqual(['time-column $.time.column']);
});

test('a confidential dataset has a cube, and a cube has someone to protect', () => {
  expect(problemsOf(['cube', undefined])).toEqual(['no-cube $']);
  expect(problemsOf(['columns.1.confidential', undefined])).toEqual(['no-contributor $.cube']);
});

test('a cube shows neither confidential nor overlapping columns, nor the time a second time', () => {
  expect(
    problemsOf(
      ['columns.3.overlapping', true],
      ['cube.dimensions', ['enterprise', 'zone', 'month', 'industry']],
    ),
  ).toEqual([
    'dimension $.cube.dimensions[0]',
    'dimension $.cube.dimensions[1]',
    'dimension $.cube.dimensions[2]',
  ]);
});

test('a cube sums what has an exact sum', () => {
  expect(problemsOf(['cube.measures', ['revenue', 'growth']])).toEqual(['measure $.cube.measures[1]']);
});

test('a contract protects as much as METHODS §7, or more', () => {
  expect(problemsOf(['cube.contributors', 5], ['cube.dominance', 0.7])).toEqual([]);
  expect(problemsOf(['cube.contributors', 2], ['cube.dominance', 0.9])).toEqual([
    'wrong-value $.cube.contributors',
    'wrong-value $.cube.dominance',
  ]);
});

test('values are for words, bounds for numbers, and the minimum is the lower one', () => {
  expect(problemsOf(['columns.4.values', [{ value: '1', label: text('One') }]])).toEqual([
    'values $.columns[4].values',
  ]);
  expect(problemsOf(['columns.3.minimum', 1])).toEqual(['bounds $.columns[3].minimum']);
  expect(problemsOf(['columns.4.minimum', 2e9])).toEqual(['bounds $.columns[4].minimum']);
  const twice = { value: 'chips', label: text('Chips') };
  expect(problemsOf(['columns.2.values', [twice, twice]])).toEqual(['duplicate $.columns[2].values']);
});

test('a hundred thousand columns of one name take no long time', () => {
  const columns = Array.from({ length: 100_000 }, () => column('month', 'DATE'));
  expect(problemsOf(['columns', columns])).toHaveLength(101);
});

const marks = [
  { mark: 'x', means: 'suppressed' },
  { mark: '…', means: 'not-available' },
];

test('marks, columns left unread, months never published and reporters are taken', () => {
  expect(
    problemsOf(['missing', marks], ['ignore', ['备注']], ['omits', [1]], ['reporters', 'industry']),
  ).toEqual([]);
});

test.each([
  ['missing', [...marks, { mark: 'x', means: 'below-half' }], 'duplicate $.missing'],
  ['missing', [{ mark: ' x', means: 'suppressed' }], 'wrong-value $.missing[0].mark'],
  ['missing', [{ mark: 'x', means: 'secret' }], 'wrong-type $.missing[0].means'],
  ['ignore', ['revenue'], 'ignored-column $.ignore[0]'],
  ['ignore', ['备注', '备注'], 'duplicate $.ignore'],
  ['omits', [1, 1], 'duplicate $.omits'],
  ['omits', [13], 'wrong-value $.omits[0]'],
  ['omits', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'omits $.omits'],
  ['reporters', 'enterprise', 'reporters $.reporters'],
  ['reporters', 'month', 'reporters $.reporters'],
  ['reporters', 'growth', 'reporters $.reporters'],
  ['reporters', 'nobody', 'unknown-column $.reporters'],
])('%s: %j is a problem', (path, value, problem) => {
  expect(problemsOf([path, value])).toEqual([problem]);
});

test('"omits" is for months', () => {
  expect(problemsOf(['omits', [1]], ['time.grain', 'year'])).toEqual(['omits $.omits']);
});
