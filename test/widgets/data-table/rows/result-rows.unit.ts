import { createMetrics, type Metrics, type QueryResult } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRows } from '../../../../packages/widgets/src/data-table/find-rows.js';
import { createPageRows } from '../../../../packages/widgets/src/data-table/rows/page-rows.js';
import { series as words } from '../../../../packages/widgets/src/data-table/rows/zh-CN.js';
import { ledger, ledgerMetrics, writeLedger } from '../../../metrics/session/ledger.js';

let metrics: Metrics;
beforeAll(async () => {
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.add({ contract: ledger, file: writeLedger(300), metrics: ledgerMetrics });
});
afterAll(() => metrics.close());

async function meansOf(result: QueryResult, name: string): Promise<readonly (string | null)[]> {
  const rows = await createPageRows(result, words).arrange({});
  const at = rows.columns.findIndex((column) => column.name === name);
  const { columns, means } = await rows.window(0, rows.rowCount);
  return columns[at]!.map((cell, row) => cell && (means[at]?.[row] ?? 'told'));
}

test('the periods before the first base have none, in a result as in rows of the engine', async () => {
  const query = { metric: 'amounts', by: ['month'], compare: 'previous-period' } as const;
  const result = await metrics.query(query);
  const rows = await metrics.rows({ query });
  const { columns, means } = await rows.window(0, rows.rowCount);
  for (const name of ['value_base', 'value_difference']) {
    const at = rows.columns.findIndex((column) => column.name === name);
    const told = columns[at]!.map((cell, row) => cell && (means[at]?.[row] ?? 'told'));
    expect(await meansOf(result, name)).toEqual(told);
    expect(columns[at]![0] === null && means[at]![0]).toBe('not-applicable');
  }
  await rows.close();
});

test.each(['hello', 3, true, Symbol('rows')])('rows that are none are refused with a remedy: %s', (rows) => {
  const found = findRows({ rows } as never, { locale: 'en', around: undefined } as never, (_, make) =>
    make(),
  );
  expect(found.failure?.code).toBe('ATTRIBUTE');
});
