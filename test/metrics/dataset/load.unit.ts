import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alignTable } from '../../../packages/metrics/src/dataset/align.js';
import type { Contract } from '../../../packages/metrics/src/dataset/contract.js';
import { loadDataset } from '../../../packages/metrics/src/dataset/load.js';
import { proposeContract } from '../../../packages/metrics/src/dataset/propose.js';
import { readTable } from '../../../packages/metrics/src/dataset/read/table.js';
import type { TextTable } from '../../../packages/metrics/src/dataset/text-table.js';
import { formatProblem } from '../../../packages/metrics/src/base/problem.js';
import { column, revenue, words } from './contracts.js';
import { month, sheet, workbook } from './read/workbooks.js';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

async function read(
  text: string | Uint8Array,
  name = 'a.csv',
  contract: Contract = revenue,
): Promise<TextTable> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return (await readTable(bytes, { name, contract })).table!;
}
const kept = async (sql: string) => (await engine.run(sql)).columns.map(({ values }) => values);
const header = '月份,行业,营业收入（万元）,从业人员\n';

test('a workbook in the spellings that its contract allows becomes a table of exact values', async () => {
  const contract: Contract = { ...revenue, forms: ['full-width', 'thousands', 'dates'] };
  const bytes = workbook({
    收入: sheet([
      ['月报', null, null, null],
      ['行业', '月份', '从业人员', '营业收入（万元）'],
      ['集成电路', month(46266), '１２，３００', 0.1 + 0.2],
      ['生物医药', '2026年9月', 7, '1,234.50'],
      ['人工智能', '2026-13-01', 7, 'x'],
      ['集成电路', '2026/9/1', 1, { t: 'e', v: 7 }],
    ]),
  });
  const { rows, rejects, problems } = await loadDataset(
    engine,
    contract,
    await read(bytes, 'b.xlsx', contract),
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual({ read: 4, kept: 2, rejected: 2 });
  expect(rejects.map(({ where, code }) => [where, code])).toEqual([
    ['b.xlsx:收入!D6', 'error-cell'],
    ['b.xlsx:收入!B5', 'wrong-type'],
    ['b.xlsx:收入!D5', 'wrong-type'],
  ]);
  expect(
    await kept(
      'SELECT month, industry, CAST(revenue AS VARCHAR), CAST(staff AS DOUBLE) FROM memory.main.revenue',
    ),
  ).toEqual([
    ['2026-09-01', '2026-09-01'],
    ['集成电路', '生物医药'],
    ['0.30', '1234.50'],
    [12300, 7],
  ]);
  await expect(engine.run('FROM memory.main."zj:raw"')).rejects.toThrow();
});

test('every fault is told at its place up to a limit of each kind, and all are counted', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `2026-09-0${i % 2 ? 1 : 2},i${i},x,1\n`).join('');
  const table = await read(`${header}2026-09-01,甲,1,1\n2026-09-01,甲,2,1\n1,2\n${rows}`);
  const { rows: counts, rejects } = await loadDataset(engine, revenue, table, { most: 3 });
  expect(counts).toEqual({ read: 33, kept: 1, rejected: 32 });
  expect(rejects.slice(0, 3).map(({ where, code }) => [where, code])).toEqual([
    ['a.csv:4:1', 'too-few-cells'],
    ['a.csv:3:1', 'duplicate-row'],
    ['a.csv:5:1', 'not-a-month'],
  ]);
  expect(rejects[1]!.message).toContain('a.csv:2:1');
  expect(rejects.filter(({ code }) => code === 'wrong-type')).toHaveLength(4);
  expect(rejects.at(-1)!.message + rejects.at(-2)!.message).toContain(
    '30 cells of revenue with this fault in all; the first 3',
  );
});

test('a reference to no row of another dataset is told with what was meant', async () => {
  const industries: Contract = { ...revenue, id: 'industries', key: ['industry'] };
  await loadDataset(engine, industries, await read(`${header}2026-09-01,集成电路,1,1\n`));
  const referring: Contract = {
    ...revenue,
    foreignKeys: [{ columns: ['industry'], references: { dataset: 'industries', columns: ['industry'] } }],
  };
  const table = await read(`${header}2026-09-01,集成电路,1,1\n2026-09-01,集成电踏,1,1\n`);
  const { rejects } = await loadDataset(engine, referring, table);
  expect(rejects.map(formatProblem)).toEqual([
    'a.csv:3:12: industry is "集成电踏", which is in no row of industries. Did you mean "集成电路"?',
  ]);
});

test('a header that does not fit loads nothing, nor do rows of which none is right', async () => {
  const wrong = await loadDataset(
    engine,
    { ...revenue, id: 'none' },
    await read('月份,行业,收入,从业人员\n1,2,3,4\n'),
  );
  expect(wrong.problems.map(({ code, where }) => [code, where])).toEqual([
    ['unknown-column', 'a.csv:1:7'],
    ['missing-column', 'a.csv:1:1'],
  ]);
  const bad = await loadDataset(engine, { ...revenue, id: 'none' }, await read(`${header}x,y,z,w\n`));
  expect([bad.problems[0]!.code, bad.rows]).toEqual(['no-rows', { read: 1, kept: 0, rejected: 1 }]);
  expect(bad.rejects.length).toBe(3);
  const empty = await loadDataset(engine, { ...revenue, id: 'none' }, await read(header));
  expect(empty.problems[0]!.code).toBe('no-rows');
  await expect(engine.run('SELECT industry FROM memory.main.none')).rejects.toThrow();
});

test('columns stand in the order of the contract, their places in that of the file', async () => {
  const table = await read('从业人员,行业,营业收入（万元）,月份\n4,乙,3,1\n');
  const aligned = alignTable(table, revenue).table!;
  expect(aligned.columns.map(([cell]) => cell)).toEqual(['1', '乙', '3', '4']);
  expect(aligned.placeOf(0, 0)).toBe('a.csv:2:7');
});

test('a file without a contract gets one that keeps its rows', async () => {
  const text =
    '月份,行业,营业收入（万元）,备注\n2026年9月,集成电路,"１２，３００．５",\n2026年10月,集成电路,7,见附注\n';
  const table = (await readTable(new TextEncoder().encode(text), { name: '收入.csv' })).table!;
  const { contract, problems } = await proposeContract(table, { id: 'dropped', name: words });
  expect(problems).toEqual([]);
  const { rows, rejects } = await loadDataset(engine, contract!, table);
  expect([rows, rejects]).toEqual([{ read: 2, kept: 2, rejected: 0 }, []]);
  expect(await kept('SELECT CAST(column_3 AS VARCHAR) FROM memory.main.dropped')).toEqual([
    ['12300.5', '7.0'],
  ]);
});

test('the cell that a remedy writes down keeps the contract', async () => {
  const columns = [
    column('share', { type: 'DECIMAL(3,2)', header: '份额' }),
    column('rate', { type: 'DECIMAL(2,2)' }),
    column('fine', { type: 'DECIMAL(38,20)', minimum: 0.25, maximum: 0.5 }),
    column('level', { type: 'INTEGER', minimum: -20, maximum: -10 }),
    column('large', { type: 'DECIMAL(18,2)', minimum: 5_000_000 }),
    column('small', { type: 'DOUBLE', maximum: 0.001 }),
    column('none', { type: 'DECIMAL(4,1)', minimum: 0.01, maximum: 0.02 }),
    column('open', { type: 'BOOLEAN' }),
    column('on', { type: 'DATE' }),
    column('note'),
  ];
  const wrong = [
    '12,3O0',
    'x',
    '1.2.3',
    '5O',
    '-0.001x',
    '２０２６年９月１７日',
    '999999999l',
    ' 是 ',
    '\u3000a\u00a0',
  ];
  for (const grain of ['month', 'day'] as const) {
    const contract: Contract = {
      ...revenue,
      columns: [column('month', { type: 'DATE' }), column('row'), ...columns],
      key: ['row'],
      time: { column: 'month', grain },
      forms: ['dates'],
    };
    const table = (cells: readonly (readonly string[])[]) =>
      read(
        [['month', 'row', ...columns.map(({ name, header = name }) => header)], ...cells]
          .map((line) => line.map((cell) => `"${cell}"`).join(','))
          .join('\n'),
        'a.csv',
        contract,
      );
    const times = [...wrong, '2026/9/17', '2027-02-29', '2026年13月1日'];
    const bad = times.map((time, i) => [time, `r${i}`, ...columns.map(() => wrong[i % wrong.length]!)]);
    const { rejects } = await loadDataset(engine, contract, await table(bad), { most: 100 });
    const written = rejects.map(({ where, remedy }) => ({
      where,
      text: /(?:^C|, or c)orrect the cell, e\.g\. (.+)\.$|^Write "?(.+?)"?\.$/
        .exec(remedy)
        ?.slice(1)
        .find(Boolean),
    }));
    expect(written.filter(({ text }) => text === undefined).length, grain).toBe(
      rejects.filter(({ message }) => message.startsWith('none is')).length,
    );
    const good = [
      '2026-09-01',
      'r',
      '1',
      '0.5',
      '0.25',
      '-10',
      '5000000',
      '0',
      '',
      'true',
      '2026-09-01',
      'a',
    ];
    const names = ['month', 'row', ...columns.map(({ name }) => name)];
    const mended = rejects.flatMap(({ message }, i) => {
      const { text } = written[i]!;
      const at = names.indexOf(message.split(' ')[0]!);
      return text === undefined ? [] : [good.map((cell, j) => (j === at ? text : j === 1 ? `r${i}` : cell))];
    });
    expect(mended.length).toBeGreaterThan(80);
    expect((await loadDataset(engine, contract, await table(mended))).rejects).toEqual([]);
  }
});
