import { formatProblem, parseContract, translateProblem } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { zhCN } from '@zj/metrics/zh-CN';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract, Cube } from '../../../packages/metrics/src/dataset/contract.js';
import { loadDataset } from '../../../packages/metrics/src/dataset/load.js';
import { readTable } from '../../../packages/metrics/src/dataset/read/table.js';

const words = { zh: '试', en: 'test' };
const contract: Contract = {
  version: 1,
  id: 'gdp',
  name: words,
  description: words,
  file: 'gdp.csv',
  source: words,
  reportedThrough: '2025-12-31',
  revision: { column: 'state', values: { 初步核算: 'provisional', 最终核实: 'final', 预计: 'estimate' } },
  columns: [
    { name: 'year', label: words, type: 'DATE' },
    { name: 'city', label: words, type: 'VARCHAR' },
    { name: 'amount', label: words, type: 'DECIMAL(18,2)' },
    { name: 'state', label: words, type: 'VARCHAR', header: '数据状态' },
  ],
  key: ['year', 'city'],
  time: { column: 'year', grain: 'year' },
};
const tell = (json: unknown): readonly string[] => parseContract(json).problems.map(formatProblem);
const withRevision = (revision: unknown): unknown => ({ ...contract, revision });
const withState = (more: object, rest: object = {}): unknown => ({
  ...contract,
  ...rest,
  columns: contract.columns.map((one) => (one.name === 'state' ? { ...one, ...more } : one)),
});

describe('the contract', () => {
  test.each([
    ['final'],
    ['provisional'],
    ['estimate'],
    ['revised'],
    [{ column: 'state' }],
    [{ column: 'state', values: { 修订: 'revised' } }],
  ])('has one state for all rows, or the column of the states: %j', (revision) => {
    expect(parseContract(withRevision(revision)).contract?.revision).toEqual(revision);
  });

  test('may list the values of the column, where each of them has a state', () => {
    const listed = (...all: readonly string[]): unknown =>
      withState({ values: all.map((value) => ({ value, label: words })) });
    expect(tell(listed('初步核算', '预计'))).toEqual([]);
    expect(tell(listed('初步核算', '快报', '年报'))).toEqual([
      '$.revision: The column state may have the values "快报", "年报", which have no state. Name their states under "values", such as "快报": "provisional", or remove them from the values of the column.',
    ]);
  });

  test.each<readonly [string, unknown, readonly string[]]>([
    [
      'another state',
      withRevision('preliminary'),
      [
        '$.revision: This must be one of final, provisional, estimate, revised, but is "preliminary". Use one of: final, provisional, estimate, revised.',
      ],
    ],
    [
      'a slip of the pen',
      withRevision('provisonal'),
      [
        '$.revision: This must be one of final, provisional, estimate, revised, but is "provisonal". Did you mean "provisional"?',
      ],
    ],
    [
      'neither a word nor an object',
      withRevision(7),
      [
        '$.revision: This must be one of final, provisional, estimate, revised, but is 7. Use one of: final, provisional, estimate, revised.',
      ],
    ],
    [
      'a list',
      withRevision(['final']),
      ['$.revision: This must be an object, but is a list. Write it in braces: { … }.'],
    ],
    [
      'no column, and another key',
      withRevision({ colum: 'state' }),
      [
        '$.revision: "column" is missing. Add "column": a name of lower-case letters, digits and underscores. Write it like filing_date.',
        '$.revision.colum: "colum" is not a key of StateColumn. Did you mean "column"?',
      ],
    ],
    [
      'words with an unknown state, and a word between blanks',
      withRevision({ column: 'state', values: { 初步核算: 'prelim', ' 预计': 'estimate' } }),
      [
        '$.revision.values.初步核算: This must be one of final, provisional, estimate, revised, but is "prelim". Use one of: final, provisional, estimate, revised.',
        '$.revision.values[" 预计"]: This must be a word without blanks around it, but is " 预计". Write the whole cell, such as "初步核算".',
      ],
    ],
    [
      'no words',
      withRevision({ column: 'state', values: {} }),
      [
        '$.revision.values: "values" names no words, so no row could have a state. Name each word of the column with its state, such as "preliminary": "provisional", or remove "values".',
      ],
    ],
    [
      'an unknown column',
      withRevision({ column: 'stat' }),
      ['$.revision.column: No column is called "stat". Did you mean "state"?'],
    ],
    [
      'a column of numbers',
      withRevision({ column: 'amount' }),
      [
        '$.revision.column: The column amount cannot hold the states of rows: it is of type DECIMAL(18,2). Name a published column of type VARCHAR, or write one state for all rows: "revision": "provisional".',
      ],
    ],
    [
      'a column of the key',
      { ...contract, key: ['year', 'city', 'state'] },
      [
        '$.revision.column: The column state cannot hold the states of rows: it is in the key, so one period could have a figure of each state, and their sum would count it twice. Remove "state" from the key.',
      ],
    ],
  ])('refuses %s, with place and remedy', (_, json, told) => {
    expect(tell(json)).toEqual(told);
  });

  test('of a confidential dataset has the column among the dimensions of its cube', () => {
    const cube = (...dimensions: readonly string[]): Cube => ({ dimensions, measures: ['amount'] });
    const closed = (of: Cube, more: object = {}): unknown => ({
      ...(withState(more, { cube: of }) as object),
      columns: [
        ...(withState(more) as Contract).columns,
        { name: 'firm', label: words, type: 'VARCHAR', confidential: true },
      ],
      key: ['year', 'city', 'firm'],
    });
    expect(tell(closed(cube('state', 'city')))).toEqual([]);
    expect(tell(closed(cube('city')))).toEqual([
      '$.revision.column: The column state cannot hold the states of rows: it is not published, because it is no dimension of the cube. Add "state" to the dimensions of the cube, as the first of them: cells are merged from the last on.',
    ]);
    expect(tell(closed(cube('city'), { confidential: true }))).toEqual([
      '$.revision.column: The column state cannot hold the states of rows: it is confidential, and its values may not be published. Name a published column of type VARCHAR, or write one state for all rows: "revision": "provisional".',
    ]);
  });

  test('says it in Chinese, too', () => {
    const { problems } = parseContract(withRevision({ column: 'amount' }));
    const { message, remedy } = translateProblem(problems[0]!, zhCN);
    expect([message, remedy]).toEqual([
      '列 amount 不能标示各行的数据状态：其类型为 DECIMAL(18,2)。',
      '请指定一个公布的 VARCHAR 类型的列，或为所有行写同一状态："revision": "provisional"。',
    ]);
  });
});

describe('the rows', () => {
  const engine = nodeEngine();
  beforeAll(() => engine.open());
  afterAll(() => engine.close());

  const load = async (text: string, of: Contract = contract) => {
    const { table } = await readTable(new TextEncoder().encode(text), { name: 'gdp.csv', contract: of });
    const { rows, rejects } = await loadDataset(engine, of, table!);
    return { rows, told: rejects.map(formatProblem) };
  };
  const text = [
    'year,city,amount,数据状态',
    '2022-01-01,上海,1,最终核实',
    '2023-01-01,上海,2,',
    '2024-01-01,上海,3,初步核实',
    '2025-01-01,上海,4,estimate',
    '2025-01-01,北京,5, 预计',
    '2025-01-01,天津,6,预计',
    '',
  ].join('\n');

  test('have a word of the contract or none: any other word rejects the row at its place, with the nearest', async () => {
    expect(await load(text)).toEqual({
      rows: { read: 6, kept: 3, rejected: 3 },
      told: [
        'gdp.csv:4:17: state is "初步核实", which names no state of a figure. Did you mean "初步核算"? Or name it under "revision" in the contract, with its state.',
        'gdp.csv:5:17: state is "estimate", which names no state of a figure. Use one of: 初步核算, 最终核实, 预计. Or name it under "revision" in the contract, with its state.',
        'gdp.csv:6:17: state is " 预计": it begins or ends with a blank. Write "预计".',
      ],
    });
  });

  test('have one of the four codes where the contract maps no words', async () => {
    const { rows, told } = await load(text, { ...contract, revision: { column: 'state' } });
    expect(rows).toEqual({ read: 6, kept: 2, rejected: 4 });
    expect(told[0]).toBe(
      'gdp.csv:2:17: state is "最终核实", which names no state of a figure. Use one of: estimate, provisional, revised, final. Or name it under "revision" in the contract, with its state.',
    );
  });

  test('of a column whose values are listed are told by those', async () => {
    const listed = {
      ...contract,
      columns: contract.columns.map((one) =>
        one.name === 'state' ? { ...one, values: [{ value: '预计', label: words }] } : one,
      ),
    };
    const { rows, told } = await load(text, listed);
    expect(rows.kept).toBe(2);
    expect(told[0]).toContain('state is "最终核实", which is not among its values.');
    expect(told).toHaveLength(4);
  });
});
