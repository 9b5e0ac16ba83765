import { createMetrics, type Contract, type Metric, type Metrics } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterEach, beforeEach, expect, test } from 'vitest';

const words = (en: string) => ({ zh: en, en });
const contract: Contract = {
  ...{ version: 1, id: 'parts', name: words('Parts'), description: words('Parts'), file: 'parts.csv' },
  ...{ source: words('Counted'), reportedThrough: '2026-02-28', key: ['entry'] },
  columns: [
    { name: 'entry', label: words('Entry'), type: 'INTEGER', required: true, unique: true },
    { name: 'day', label: words('Day'), type: 'DATE', required: true },
    { name: 'row_kind', label: words('Kind'), type: 'VARCHAR' },
    { name: 'size', label: words('Size'), type: 'DOUBLE' },
  ],
  time: { column: 'day', grain: 'day' },
};
const metric: Metric = {
  ...{ id: 'rowid', name: words('Entries'), description: words('Entries'), dataset: 'parts' },
  ...{ measure: { count: 'rows' }, unit: words('rows') },
};
const sizes = ['1e16', '-2.5e-7', '1.2345678901234567e20', '1e300', '0.5', '-7', '12345.678', ''];
const exact = [
  ...['10000000000000000', '-0.00000025', '123456789012345670000', `1${'0'.repeat(300)}`],
  ...['0.5', '-7', '12345.678', null],
];

let metrics: Metrics;
beforeEach(async () => {
  metrics = createMetrics({ engine: nodeEngine() });
  const lines = Array.from({ length: 400 }, (_, i) => {
    const kind = ['total', 'value', 'rest', 'more'][i % 4];
    return `${i},2026-0${1 + (i % 2)}-0${1 + (i % 9)},${kind},${sizes[i % sizes.length]}`;
  });
  const file = new TextEncoder().encode(['entry,day,row_kind,size', ...lines].join('\n'));
  await metrics.add({ contract, file, metrics: [metric] });
});
afterEach(() => metrics.close());

test('a metric called as the number of a row neither loses nor doubles a row of its answer', async () => {
  const query = { metrics: ['rowid'], by: ['day', 'row_kind'] } as const;
  const { rowCount } = await metrics.query(query);
  for (const orderBy of [[], [{ column: 'row_kind' }, { column: 'day', direction: 'descending' }] as const]) {
    const rows = await metrics.rows({ query, orderBy });
    expect(rows.rowCount).toBe(rowCount);
    const seen = new Set<string>();
    for (let start = 0; start < rowCount; start += 5) {
      const { columns } = await rows.window(start, 5);
      columns[0]!.forEach((cell, i) => seen.add(`${cell} ${columns[1]![i]}`));
    }
    expect(seen.size).toBe(rowCount);
    expect((await rows.totals())[2]).toBe('400');
  }
  const rows = await metrics.rows({ query });
  const { columns } = await rows.window(0, rowCount);
  expect([...columns[0]!].sort()).toEqual(columns[0]);
});

test('a column called as the kinds of rows orders and limits a result as any other', async () => {
  const query = { metric: 'rowid', by: ['row_kind'] } as const;
  const ask = async (more: object) =>
    (await metrics.query({ ...query, ...more } as never)).rows() as unknown as { row_kind: string }[];
  expect((await ask({ limit: 2 })).map((row) => row.row_kind)).toEqual(['more', 'rest']);
  const orderBy = [{ column: 'row_kind', direction: 'descending' }];
  expect((await ask({ orderBy })).map((row) => row.row_kind)).toEqual(['value', 'total', 'rest', 'more']);
  expect(await ask({ having: [{ column: 'value', above: 1000 }] })).toEqual([]);
});

test('a DOUBLE is shown by its digits without a power of ten, and found by them', async () => {
  const rows = await metrics.rows({ dataset: 'parts', columns: ['size'] });
  const { columns } = await rows.window(0, sizes.length);
  expect(columns[0]).toEqual(exact);
  for (const text of exact) {
    if (text === null) continue;
    const found = await metrics.rows({ dataset: 'parts', columns: ['size'], search: text });
    expect(new Set((await found.window(0, 50)).columns[0]), text).toContain(text);
  }
  expect((await rows.find('e+')).count).toBe(0);
  expect((await rows.find('00000025')).count).toBe(50);
});
