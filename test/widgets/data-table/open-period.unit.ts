import { createMetrics, type Metrics, type Rows } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableWords } from '../../../packages/widgets/src/data-table/book.js';
import { cellTeller } from '../../../packages/widgets/src/data-table/cell.js';
import { readColumns } from '../../../packages/widgets/src/data-table/column.js';
import { tableHtml } from '../../../packages/widgets/src/data-table/fallback.js';
import { printWordRows } from '../../../packages/widgets/src/data-table/print-words.js';
import * as en from '../../../packages/widgets/src/data-table/rows/en.js';
import { createPageRows } from '../../../packages/widgets/src/data-table/rows/page-rows.js';
import { ledger, ledgerMetrics, writeLedger } from '../../metrics/session/ledger.js';

let metrics: Metrics;
beforeAll(async () => {
  metrics = createMetrics({ engine: nodeEngine() });
  const contract = { ...ledger, reportedThrough: '2026-10-31' };
  await metrics.add({ contract, file: writeLedger(300), metrics: ledgerMetrics });
});
afterAll(() => metrics.close());

async function periodsOf(rows: Rows, locale: 'zh-CN' | 'en' = 'en'): Promise<readonly string[]> {
  const [column] = readColumns(rows.columns, locale);
  const { columns } = await rows.window(0, rows.rowCount);
  return columns[0]!.map((text) => cellTeller(column!, locale)({ text, empty: null }).text);
}

test.each([
  ['quarter', 'Q4 2026 (to October 2026)', '2026年第四季度（截至2026年10月）'],
  ['half-year', 'H2 2026 (to October 2026)', '2026年下半年（截至2026年10月）'],
  ['year', '2026 (to October 2026)', '2026年（截至2026年10月）'],
  ['month', 'October 2026', '2026年10月'],
])('a %s that is not over says up to which day its figures are', async (grain, told, zh) => {
  const query = { metric: 'amounts', by: [grain], compare: 'year-over-year' } as const;
  const [rows, result] = [await metrics.rows({ query }), await metrics.query(query)];
  for (const one of [rows, await createPageRows(result, en.series).arrange({})]) {
    const periods = await periodsOf(one);
    expect(periods.at(-1)).toBe(told);
    expect(periods.slice(0, -1).filter((period) => period.includes('('))).toEqual([]);
    expect((await periodsOf(one, 'zh-CN')).at(-1)).toBe(zh);
  }
  expect(await tableHtml(rows, { locale: 'en' })).toContain(told);
});

test('the days of a question end its last period, too', async () => {
  const query = { metric: 'amounts', by: ['quarter'], during: '2026-01/2026-08' } as const;
  expect((await periodsOf(await metrics.rows({ query }))).at(-1)).toBe('Q3 2026 (to August 2026)');
});

test('a file keeps the day, and says below it which period is not over', async () => {
  const rows = await metrics.rows({ query: { metric: 'amounts', by: ['quarter'] } });
  const view = { rows, columns: readColumns(rows.columns, 'en'), words: tableWords('en'), kindAt: -1 };
  const parts: string[] = [];
  for await (const part of printWordRows({ ...view, locale: 'en' }, new AbortController().signal))
    parts.push(part);
  const lines = parts.join('').trimEnd().split('\r\n');
  expect(lines.some((line) => line.startsWith('2026-10-01,'))).toBe(true);
  expect(lines.at(-1)).toBe('Note: Q4 2026 (to October 2026),');
});
