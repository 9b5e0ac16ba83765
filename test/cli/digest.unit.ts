import { readdir } from 'node:fs/promises';
import { digestSql } from '@zj/metrics/sql';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestTable } from '../../packages/cli/src/publish/digest.js';
import { openFolder } from './source.js';

let scratch = '';
let remove: () => Promise<void>;
let workbench: Workbench;
beforeAll(async () => {
  ({ folder: scratch, remove } = await openFolder());
  workbench = await openWorkbench();
});
afterAll(async () => {
  await workbench.close();
  await remove();
});

const hostile = [
  '',
  'a',
  'a"b',
  '"',
  'a,b',
  'a\nb',
  'a\r\nb',
  '\n',
  ',',
  "it's",
  '集成电路',
  '𠮷',
  '\\',
  '\t',
];

test.each([
  ['no rows', "SELECT 'a' AS x, 1 AS y WHERE false"],
  ['one row of nothing', 'SELECT NULL::VARCHAR AS x, NULL::INTEGER AS y'],
  [
    'texts that CSV would put in quotation marks',
    `SELECT unnest([${hostile.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]) AS x, 1.50 AS y`,
  ],
  [
    'more lines than are read at once',
    "SELECT 'row ' || i % 7 || '\"' AS x, i AS y FROM range(200000) AS t(i)",
  ],
])('it is the digest that the engine gives itself: %s', async (_, select) => {
  await workbench.execute(`CREATE OR REPLACE TABLE t AS ${select}`);
  const columns = ['x', 'y'];
  const [own] = await workbench.rows(digestSql('t', columns));
  expect(await digestTable(workbench, { table: 't', columns, scratch })).toBe(own!.digest);
  expect(await readdir(scratch)).toEqual([]);
});
