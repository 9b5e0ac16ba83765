import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '@zj/metrics/node';
import * as arrow from 'apache-arrow';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Dataset from '../../../packages/metrics/src/dataset.js';
import { readTable } from '../../../packages/metrics/src/dataset/read/table.js';
import { sqlText } from '../../../packages/metrics/src/base/sql.js';
import { launchOptions, patience } from '../../chromium.mjs';
import { report, workbook } from './read/workbooks.js';

declare global {
  /** The readers as the page imported them. */
  var readers: typeof Dataset;
}

const policy = "default-src 'none'; script-src 'self'; img-src data:";
const files = new Map<string, Uint8Array>();
const asked: string[] = [];
const complaints: string[] = [];
const server = createServer((request, response) => {
  const path = request.url!.slice(1);
  asked.push(path);
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Content-Type', path === '' ? 'text/html' : 'text/javascript');
  const page =
    '<!doctype html><title>Readers</title><link rel=icon href=data:,><script type=module src=/page.js></script>';
  response.end(path === '' ? page : files.get(path));
});
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const index = join(import.meta.dirname, '../../../packages/metrics/src/dataset.ts');
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as readers from ${JSON.stringify(index)}; globalThis.readers = readers;`,
      resolveDir: '/',
    },
    ...{ bundle: true, write: false, splitting: true, format: 'esm', outdir: '/', entryNames: 'page' },
    ...{ chunkNames: '[name]-[hash]', legalComments: 'none' },
  });
  for (const { path, contents } of outputFiles) files.set(path.replace(/^.*[/\\]/, ''), contents);
  files.set('page.js', outputFiles.find(({ path }) => /(page|stdin)\.js$/.test(path))!.contents);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch(launchOptions());
  page = await browser.newPage();
  page.setDefaultTimeout(patience);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'readers' in globalThis);
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/** Workbooks that programs read in different ways. */
const cases = [
  '01-formulas-never-computed.xlsx',
  '01b-formula-never-computed.xls',
  '05-excel95-cp936.xls',
  '07-far-cell.xlsx',
  '11-commented-row.xlsx',
];

async function samples(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'zj-readers-'));
  const workbench = await openWorkbench();
  const made = new Map<string, Uint8Array>();
  try {
    for (const codec of ['snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw']) {
      const file = join(folder, `${codec}.parquet`);
      const select = `SELECT '行' || i AS name, CAST(i * 1.25 AS DECIMAL(18,2)) AS money, DATE '2026-09-01' AS day FROM range(500) AS r(i)`;
      await workbench.execute(`COPY (${select}) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION ${codec})`);
      made.set(`${codec}.parquet`, await readFile(file));
    }
  } finally {
    await workbench.close();
    await rm(folder, { recursive: true });
  }
  const table = new arrow.Table({ name: arrow.vectorFromArray(['甲', null, '乙'], new arrow.Utf8()) });
  made.set('a.arrow', arrow.tableToIPC(table, 'file'));
  made.set('b.arrow', arrow.tableToIPC(table, 'stream'));
  for (const name of cases)
    made.set(name, new Uint8Array(await readFile(join(import.meta.dirname, 'read/cases', name))));
  made.set('a.xlsx', workbook({ 收入: report }));
  made.set('a.xls', workbook({ 收入: report }, { bookType: 'biff8' }));
  made.set('gbk.csv', Uint8Array.of(0xd4, 0xc2, 0xb7, 0xdd, 0x0a, 0x31));
  made.set('a.json', new TextEncoder().encode('[{"a":12345678901234567.89}]'));
  made.set('a.jsonl', new TextEncoder().encode('{"a":1}\n{"a":'));
  return made;
}

test('under a strict policy every format is read as in Node, and its reader loaded when it is needed', async () => {
  const read = (name: string, bytes: Uint8Array) =>
    page.evaluate(
      async ([file, numbers]) => {
        const { table, problems } = await readers.readTable(Uint8Array.from(numbers), { name: file });
        return { table: table && { ...table, placeOf: undefined, place: table.placeOf(0, 0) }, problems };
      },
      [name, [...bytes]] as const,
    );
  expect(asked.filter((path) => /workbook|parquet|arrow/i.test(path))).toEqual([]);
  for (const [name, bytes] of await samples()) {
    const { table, problems } = await readTable(bytes, { name });
    expect(problems, name).toEqual([]);
    const inPage = await read(name, bytes);
    expect(inPage.problems).toEqual([]);
    expect(inPage.table, name).toEqual({ ...table!, placeOf: undefined, place: table!.placeOf(0, 0) });
  }
  expect(complaints).toEqual([]);
  expect(asked.some((path) => path.startsWith('workbook'))).toBe(true);
});

test('the library of old workbooks is not loaded for one of XML', async () => {
  const fresh = await browser.newPage();
  const scripts: string[] = [];
  fresh.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await fresh.goto(page.url());
  await fresh.waitForFunction(() => 'readers' in globalThis);
  const read = (name: string, bytes: Uint8Array) =>
    fresh.evaluate(
      async ([file, numbers]) =>
        (await readers.readTable(Uint8Array.from(numbers), { name: file })).table!.rowCount,
      [name, [...bytes]] as const,
    );
  expect(await read('a.xlsx', workbook({ 收入: report }))).toBe(2);
  expect(scripts.filter((path) => path.includes('xls-book'))).toEqual([]);
  expect(await read('a.xls', workbook({ 收入: report }, { bookType: 'biff8' }))).toBe(2);
  expect(scripts.filter((path) => path.includes('xls-book'))).toHaveLength(1);
  await fresh.close();
});
