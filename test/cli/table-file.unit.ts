import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract, Manifest } from '@zj/metrics';
import { openWorkbench } from '@zj/metrics/node';
import * as xlsx from '@e965/xlsx';
import { Table, tableToIPC, Utf8, vectorFromArray, type Vector } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkSource,
  contractWith,
  lines,
  openFolder,
  revenueHeader,
  revenueRows,
  run,
  writeSource,
} from './source.js';

let folder = '';
let remove: () => Promise<void>;
let digest: string;
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  digest = await publish(await writeSource(join(folder, 'csv')));
});
afterAll(() => remove());

/** Publishes a source, and gives the digest of its revenue. */
async function publish(source: string): Promise<string> {
  const { told, code } = await run('publish', source, '--out', `${source}-out`);
  expect([code, told]).toEqual([0, []]);
  const manifest = JSON.parse(await readFile(`${source}-out/manifest.json`, 'utf8')) as Manifest;
  return manifest.datasets.find(({ table }) => table === 'industry_revenue')!.digest;
}

const names = revenueHeader.split(',');
type Rows = readonly (readonly string[])[];
const rows: Rows = revenueRows.map((row) => row.split(','));
const objects = (all: Rows) => all.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]!])));

const formats: Readonly<Record<string, (all: Rows) => string | Uint8Array | Promise<Uint8Array>>> = {
  xlsx: (all) => workbook(all, 'xlsx'),
  xls: (all) => workbook(all, 'biff8'),
  json: (all) => JSON.stringify(objects(all)),
  jsonl: (all) => lines(...objects(all).map((row) => JSON.stringify(row))),
  arrow: (all) => {
    const vectors = names.map((name, i) => [
      name,
      vectorFromArray(
        all.map((row) => row[i]!),
        new Utf8(),
      ),
    ]);
    return tableToIPC(new Table(Object.fromEntries(vectors) as Record<string, Vector<Utf8>>), 'stream');
  },
  parquet: async (all) => {
    const path = join(folder, 'made');
    await writeFile(`${path}.csv`, lines(revenueHeader, ...all.map((row) => `"${row.join('","')}"`)));
    const workbench = await openWorkbench();
    const read = `SELECT * REPLACE (CAST(month AS DATE) AS month) FROM read_csv('${path}.csv', all_varchar = true)`;
    await workbench.execute(`COPY (${read}) TO '${path}.parquet' (FORMAT parquet)`);
    await workbench.close();
    return readFile(`${path}.parquet`);
  },
};

function workbook(all: Rows, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([names, ...all.map((row) => [...row])]), '收入');
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** A source whose revenue stands in a file of another format. */
async function changed(end: string, all: Rows) {
  const file = `revenue-data.${end}`;
  return {
    'industry-revenue.csv': null,
    'industry-revenue.json': await contractWith('industry-revenue', { file }),
    [file]: await formats[end]!(all),
  };
}

describe('a dataset may stand in a file of another format', () => {
  test.each(Object.keys(formats))('%s: what is published is the same to the last digit', async (end) => {
    expect(await publish(await writeSource(join(folder, end), await changed(end, rows)))).toBe(digest);
  });

  const text = lines(revenueHeader, ...revenueRows);
  const gbk = encodeGbk(text);

  test('a CSV file in GBK whose contract says so', async () => {
    const contract = {
      'industry-revenue.json': await contractWith('industry-revenue', { encoding: 'gb18030' }),
    };
    const changes = { 'industry-revenue.csv': gbk, ...contract };
    expect(await publish(await writeSource(join(folder, 'gbk'), changes))).toBe(digest);
  });

  test.each<[string, string | Uint8Array]>([
    ['GBK', gbk],
    ['UTF-8 with a byte order mark', `\ufeff${text}`],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 with its bytes swapped', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('a CSV file in %s whose contract says nothing', async (name, file) => {
    const source = await writeSource(join(folder, name), { 'industry-revenue.csv': file });
    expect(await publish(source)).toBe(digest);
    const { code, notes } = await run('check', source);
    // Problems of the files themselves, without warnings between files.
    expect([code, notes.filter((note) => note.includes('.csv'))]).toEqual([
      0,
      name === 'GBK' ? [expect.stringMatching(/^data\/industry-revenue\.csv: .* was read as GB 18030/)] : [],
    ]);
  });

  test('the place of a bad cell in one of these is that of the text', async () => {
    const bad = encodeGbk(text.replace('4000.25', '4O00.25'));
    const { told } = await checkSource(folder, { 'industry-revenue.csv': bad });
    expect(told).toEqual([expect.stringMatching(/csv:5:46: revenue is "4O00\.25".*e\.g\. 4000\.25\.$/)]);
  });
});

describe('a bad cell is told by its place there', () => {
  const bad = rows.map((row, i) =>
    i === 3 ? row.with(6, '12,3O0') : i === 9 ? row.with(2, '集成电络') : row,
  );
  test.each([
    ['xlsx', ['收入!G5', '收入!C11']],
    ['jsonl', ['4:', '10:']],
    ['parquet', ['4:revenue', '10:industry']],
  ])('%s', async (end, places) => {
    const { told, code } = await checkSource(folder, await changed(end, bad));
    expect(code).toBe(1);
    expect(told).toEqual([
      expect.stringContaining(`data/revenue-data.${end}:${places[0]!}`),
      expect.stringContaining(`data/revenue-data.${end}:${places[1]!}`),
    ]);
    expect(told[0]).toContain('revenue is "12,3O0" but must be a number with at most 2 decimals in 万元.');
    expect(told[1]).toContain(
      'industry is "集成电络", which is not among its values. Did you mean "集成电路"?',
    );
  });

  test('and its row is left out and kept with its source where that is allowed', async () => {
    const source = await writeSource(join(folder, 'rejects'), await changed('xlsx', bad));
    const out = join(folder, 'rejects-out');
    expect((await run('publish', source, '--out', out, '--max-rejects', '2')).code).toBe(0);
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest;
    expect(manifest.datasets[1]!.rows).toEqual({ read: 120, kept: 118, rejected: 2 });
    const rejects = (await readFile(join(source, '.zj/rejects/industry-revenue.csv'), 'utf8')).split('\n');
    expect(rejects[1]).toMatch(/^"收入!G5","","revenue","12,3O0","revenue is.*","集成电路",.*"12,3O0"$/);
  });

  test('a header that is not the contract’s, a file of nothing, and one that is none at all', async () => {
    const contract = JSON.parse(await contractWith('industry-revenue', {})) as Contract;
    const tell = async (text: string) => {
      const changes = await changed('jsonl', rows);
      return (await checkSource(folder, { ...changes, 'revenue-data.jsonl': text })).told.join('\n');
    };
    expect(await tell('{"month":"2026-01-01"}\n')).toContain(
      `The column "${contract.columns[1]!.name}" is missing.`,
    );
    for (const text of ['', '{', '\0']) expect(await tell(text)).toMatch(/^data\/revenue-data\.jsonl/);
  });
});

/** The bytes of a text in GBK, by asking the decoder for every pair. */
function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, readonly number[]>();
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) pairs.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  return new Uint8Array([...text].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : pairs.get(one)!)));
}
