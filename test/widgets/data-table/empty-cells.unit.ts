import { createMetrics, type Metrics, type Rows } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lower } from '../../../packages/widgets/src/data-table/cell-content.js';
import { cellTeller } from '../../../packages/widgets/src/data-table/cell.js';
import { readColumns } from '../../../packages/widgets/src/data-table/column.js';
import * as en from '../../../packages/widgets/src/data-table/rows/en.js';
import type { PageData } from '../../../packages/widgets/src/data-table/rows/of-data.js';
import { createPageRows } from '../../../packages/widgets/src/data-table/rows/page-rows.js';
import * as zh from '../../../packages/widgets/src/data-table/rows/zh-CN.js';
import { searchOf } from '../../../packages/widgets/src/data-table/search.js';
import { ledger, ledgerMetrics, writeLedger } from '../../metrics/session/ledger.js';
import { revenueByField } from '../breakdowns.js';
import { applicationsSeries, averageSeries, industrySeries, revenueSeries } from '../trend-series.js';

let metrics: Metrics;
beforeAll(async () => {
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.add({ contract: ledger, file: writeLedger(300), metrics: ledgerMetrics });
});
afterAll(() => metrics.close());

/** Holds the search for each word of an empty cell, and for its second half, against the cells as they are seen. */
async function holdSearch(rows: Rows, locale: 'zh-CN' | 'en'): Promise<number> {
  const columns = readColumns(rows.columns, locale);
  const tellers = columns.map((column) => cellTeller(column, locale));
  const kindAt = rows.columns.findIndex(({ role }) => role === 'kind');
  const { columns: cells, means } = await rows.window(0, rows.rowCount);
  const words = new Set<string>();
  const seen = Array.from({ length: rows.rowCount }, (_, row) =>
    columns.map(({ at }, place) => {
      const text = cells[at]![row]!;
      const told = tellers[place]!({ text, empty: means[at]?.[row] ?? null }, cells[kindAt]?.[row]).text;
      if (text === null) words.add(told);
      return `${told}\n${text ?? ''}`;
    }),
  );
  for (const word of [...words].flatMap((one) => [one, one.slice(one.length >> 1)])) {
    const { search, orWhere = [] } = searchOf(word, columns);
    const expected = seen.flatMap((row, at) =>
      row.some((cell) => lower(cell).includes(lower(word))) ? [at] : [],
    );
    const found = await rows.find(search, { orWhere });
    expect(found, `${locale}: ${word}`).toEqual({ count: expected.length, rows: expected });
  }
  return words.size;
}

const lists: PageData = {
  columns: [
    { name: 'zone', role: 'dimension' },
    { name: 'row_kind', role: 'kind' },
    { name: 'level', type: 'VARCHAR' },
    { name: 'revenue', type: 'DOUBLE' },
    { name: 'change', type: 'DOUBLE', computed: true },
    { name: 'state', type: 'VARCHAR', role: 'state' },
  ],
  rows: [
    ['北区', 'value', null, null, null, null],
    [null, 'value', '甲', 3, 1.5, 'provisional'],
    [null, 'merged', null, null, null, null],
    [null, 'rest', '乙', null, 2, null],
    [null, 'total', null, 12, null, 'final'],
    [null, null, null, null, null, null],
  ],
  means: new Map([['revenue', [null, null, null, 'suppressed', null, 'below-half']]]),
};

const inPage: Readonly<Record<string, () => PageData>> = {
  lists: () => lists,
  members: () => revenueByField(),
  industries: () => industrySeries(),
  goal: () => revenueSeries(),
  gaps: () => applicationsSeries(),
  average: () => averageSeries(),
};

test.each(Object.keys(inPage))(
  'a search finds empty cells by the words they are seen with: %s',
  async (name) => {
    for (const [locale, { series }] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      const rows = await createPageRows(inPage[name]!(), series).arrange({});
      expect(await holdSearch(rows, locale), locale).toBeGreaterThan(name === 'lists' ? 4 : 0);
    }
  },
);

test('so does a search in a dataset of an engine, whose file says why cells are empty', async () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const rows = await metrics.rows({ dataset: 'ledger' });
    expect(await holdSearch(rows, locale)).toBeGreaterThan(2);
    await rows.close();
  }
});

test('and in the answer to a query, with its totals and its rest', async () => {
  const query = { metrics: ['amounts', 'visits'], by: ['year', 'name'], totals: true } as const;
  const rows = await metrics.rows({ query });
  expect(await holdSearch(rows, 'zh-CN')).toBeGreaterThan(0);
  await rows.close();
});
