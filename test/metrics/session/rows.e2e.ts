import { rm } from 'node:fs/promises';
import { createMetrics, type Metrics, type RowsQuestion } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type Visit } from '../engine/site.js';
import { writeRelease, type Release } from '../release/release.js';
import { ledger, ledgerMetrics, writeLedger } from './ledger.js';

let release: Release;
let site: Site;
let visit: Visit;
beforeAll(async () => {
  release = await writeRelease();
  site = await openSite(release.folder);
  visit = await site.visit();
});
afterAll(async () => {
  await site.close();
  await rm(release.folder, { recursive: true });
});

const questions: readonly RowsQuestion[] = [
  { dataset: 'ledger', orderBy: [{ column: 'name' }, { column: 'rate', direction: 'descending' }] },
  { dataset: 'ledger', search: 'ZONE', orderBy: [{ column: 'amount' }] },
  {
    dataset: 'ledger',
    orderBy: [{ column: 'name', ranks: ['生物医药', '集成电路'] }],
    columns: ['name', 'rate'],
  },
  { query: { metrics: ['amounts', 'visits', 'rates'], by: ['year', 'name'], totals: true } },
  { dataset: 'industry-revenue', during: '2026', where: [{ column: 'industry', equals: '集成电路' }] },
  { dataset: 'patents', orderBy: [{ column: 'route', direction: 'descending' }] },
];

/** All that the rows of each question say, each in one text. */
async function tellRows(metrics: Metrics, asked: readonly RowsQuestion[]): Promise<string[]> {
  const told: string[] = [];
  for (const question of asked) {
    const rows = await metrics.rows(question);
    const windows = [];
    for (let start = 0; start < rows.rowCount; start += 999) windows.push(await rows.window(start, 999));
    const csv: string[] = [];
    for await (const piece of rows.toCsv()) csv.push(piece);
    const { columns, rowCount, allRows, sql, completeness } = rows;
    const counts = [await rows.totals(), await rows.summarize(), await rows.find('1')];
    told.push(
      JSON.stringify({
        columns,
        rowCount,
        allRows,
        completeness,
        windows,
        csv,
        counts,
        sql: sql.replace(/zj:[\w-]+/g, ''),
      }),
    );
    await rows.close();
  }
  return told;
}

test('a page gets the rows that Node gets, in the same order and to the digit', async () => {
  const file = new TextDecoder().decode(writeLedger(5_000));
  const given = JSON.stringify({ contract: ledger, defined: ledgerMetrics, file, questions });
  // The very function that runs here.
  const seen: string[] = await visit.page.evaluate(`(async ({ contract, defined, file, questions }) => {
    const metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }) });
    await metrics.open('/release/manifest.json');
    await metrics.add({ contract, file: new Blob([file]), metrics: defined });
    const told = await (${tellRows.toString()})(metrics, questions);
    await metrics.close();
    return told;
  })(${given})`);
  const metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(release.manifestFile);
  await metrics.add({ contract: ledger, file: writeLedger(5_000), metrics: ledgerMetrics });
  const native = await tellRows(metrics, questions);
  await metrics.close();
  for (const [i, one] of native.entries()) expect(seen[i], JSON.stringify(questions[i])).toBe(one);
  expect([visit.complaints, visit.foreign]).toEqual([[], []]);
});
