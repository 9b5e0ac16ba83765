import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract, Manifest } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSource, lines, openFolder, run, writeSource } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const words = { zh: '试', en: 'test' };
const energy: Contract = {
  ...{ version: 1, id: 'energy', name: words, description: words, file: 'energy.csv', source: words },
  reportedThrough: '2026-10-31',
  columns: [
    { name: 'month', label: words, type: 'DATE' },
    { name: 'zone', label: words, type: 'VARCHAR' },
    { name: 'used', label: words, type: 'DECIMAL(18,2)' },
    { name: 'staff', label: words, type: 'INTEGER' },
    { name: 'note', label: words, type: 'VARCHAR' },
  ],
  ...{ key: ['month', 'zone'], time: { column: 'month', grain: 'month' } },
  missing: [
    { mark: 'x', means: 'suppressed' },
    { mark: '…', means: 'not-available' },
  ],
};
const header = 'month,zone,used,staff,note';
const marked = lines(header, '2026-09-01,a,x,1,x', '2026-09-01,b,2.5,…,', '2026-10-01,a,,3,…');
const source = (text: string | Uint8Array, more: Partial<Contract> = {}) => {
  const contract = { ...energy, ...more };
  return { 'energy.json': JSON.stringify(contract), [contract.file]: text };
};

async function published(name: string, changes: ReturnType<typeof source>) {
  const path = await writeSource(join(folder, name), changes);
  const outcome = await run('publish', path, '--out', `${path}-out`);
  expect(outcome.told).toEqual([]);
  const manifest = JSON.parse(await readFile(`${path}-out/manifest.json`, 'utf8')) as Manifest;
  const engine = nodeEngine();
  try {
    await engine.open({ url: `${path}-out/${manifest.files.database.path}` });
    const { columns } = await engine.run(
      'SELECT month, zone, CAST(used AS VARCHAR) AS used, "used:means", CAST(staff AS VARCHAR) AS staff, "staff:means", note FROM energy',
    );
    const { columns: names } = await engine.run(
      "SELECT column_name FROM duckdb_columns() WHERE table_name = 'energy'",
    );
    return { cells: columns.map(({ values }) => values), names: names[0]!.values, manifest, outcome };
  } finally {
    await engine.close();
  }
}

const cells = [
  ['2026-09-01', '2026-09-01', '2026-10-01'],
  ['a', 'b', 'a'],
  [null, '2.50', null],
  ['suppressed', null, null],
  ['1', null, '3'],
  [null, 'not-available', null],
  ['x', null, '…'],
];

test('a register is published with the meanings of its empty cells beside its figures, and its digest covers them', async () => {
  const { cells: got, names, manifest } = await published('csv', source(marked));
  expect(got).toEqual(cells);
  expect(names).toEqual(['month', 'zone', 'used', 'used:means', 'staff', 'staff:means', 'note']);
  const dataset = manifest.datasets.find(({ table }) => table === 'energy')!;
  expect(dataset.rows).toEqual({ read: 3, kept: 3, rejected: 0 });
  expect(dataset.contract.missing).toEqual(energy.missing);
  const other = await published('other', source(marked.replace('a,x,', 'a,…,')));
  expect(other.manifest.datasets.find(({ table }) => table === 'energy')!.digest).not.toBe(dataset.digest);
  // The same by the other way of reading: quotation marks, or another format.
  const json = marked
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Object.fromEntries(line.split(',').map((cell, i) => [header.split(',')[i]!, cell])));
  for (const [name, changes] of [
    ['quoted', source(marked.replace('2.5', '"2.5"'))],
    ['json', source(JSON.stringify(json), { file: 'energy-data.json' })],
  ] as const) {
    const same = await published(name, changes);
    expect(same.manifest.datasets.find(({ table }) => table === 'energy')!.digest).toBe(dataset.digest);
  }
});

test('columns to be left unread are left unread, whichever way the file is read', async () => {
  const with_ = (text: string) =>
    text
      .replaceAll(/$/gm, ',more')
      .replace(/,more$/, '')
      .replace('note,more', 'note,备注');
  for (const text of [with_(marked), with_(marked).replace('2.5', '"2.5"')]) {
    expect((await checkSource(folder, source(text))).problems.map(({ code }) => code)).toContain(
      'unknown-column',
    );
    expect((await checkSource(folder, source(text, { ignore: ['备注'] }))).told).toEqual([]);
  }
});

test('an Arrow file loses the columns that cannot be read, and not itself; one that is asked for is a problem', async () => {
  const bytes = await readFile(join(import.meta.dirname, '../metrics/dataset/read/cases/views.arrow'));
  const columns: Contract['columns'] = [
    { name: 'month', label: words, type: 'DATE' },
    { name: 'industry', label: words, type: 'VARCHAR' },
    { name: 'code', label: words, type: 'VARCHAR' },
    { name: 'v', label: words, type: 'DOUBLE' },
    { name: 'kind', label: words, type: 'VARCHAR' },
  ];
  const more = { columns, key: ['code'], missing: [], file: 'energy.arrow' };
  const asked: Contract['columns'] = [...columns, { name: 'tags', label: words, type: 'VARCHAR' }];
  const read = await checkSource(folder, source(bytes, { ...more, ignore: ['at', 'raw'] }));
  expect(read.told).toEqual([expect.stringContaining('data/energy.arrow:3:month: month is empty') as string]);
  expect(read.notes).toEqual([
    'data/energy.arrow:tags: The column tags is of type LargeList, which cannot be read as text, number, date or truth value. It is left out. List it under "ignore" in the contract, or store it as text.',
  ]);
  const wanted = await checkSource(folder, source(bytes, { ...more, columns: asked, ignore: ['at', 'raw'] }));
  expect(wanted.told).toEqual([
    'data/energy.arrow:tags: The column tags is of type LargeList, which cannot be read as text, number, date or truth value. Leave the column out, or store it as text.',
  ]);
});

test('the line by which Excel is told the separator is skipped, and said', async () => {
  for (const text of [`sep=,\r\n${marked}`, `sep=;\n${marked.replaceAll(',', ';')}`]) {
    const { told, notes } = await checkSource(folder, source(text));
    expect(told).toEqual([]);
    expect(notes.filter((note) => note.startsWith('data/'))).toEqual([
      expect.stringMatching(/^data\/energy\.csv:1:1: The first line, "sep=.", is not a row/) as string,
    ]);
  }
});

test('a title above the header, a NUL byte and a header in other letters get the remedy that is right', async () => {
  const told = async (text: string) => (await checkSource(folder, source(text))).told;
  for (const title of ['能耗表\n', '能耗表,,,,\n单位：吨,,,,\n'])
    expect(await told(title + marked)).toEqual([
      expect.stringMatching(
        /^data\/energy\.csv:1:1: The first line is a title: .* Remove the lines? above line [23]\.$/,
      ) as string,
    ]);
  expect(await told(marked.replace('2.5', '2.5\0'))).toEqual([
    expect.stringMatching(/^data\/energy\.csv:3:17: There is a NUL byte here/) as string,
  ]);
  expect((await told(marked.replace('zone', 'Ｚone'))).at(-1)).toContain(
    'Write "zone" for "Ｚone" in the file',
  );
});
