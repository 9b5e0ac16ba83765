import { rm } from 'node:fs/promises';
import { createMetrics, type Metrics, type Rows, type RowsQuestion } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';

// The figures of the last zone in the second quarter of 2025 were merged with others; those of the first one in the third were never reported.
let release: Release;
let metrics: Metrics;
let zones: readonly string[];
beforeAll(async () => {
  const quarter = "month BETWEEN DATE '2025-04-01' AND DATE '2025-06-30'";
  release = await writeRelease({
    industry_revenue: [
      `UPDATE industry_revenue SET zone = (SELECT min(zone) FROM industry_revenue) WHERE zone IS NULL`,
      `UPDATE industry_revenue SET zone = NULL WHERE zone = (SELECT max(zone) FROM industry_revenue) AND ${quarter}`,
      `DELETE FROM industry_revenue WHERE zone = (SELECT min(zone) FROM industry_revenue) AND month BETWEEN DATE '2025-07-01' AND DATE '2025-09-30'`,
    ].join('; '),
  });
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(release.manifestFile);
  const all = await metrics.rows({ dataset: 'industry-revenue' });
  const names = (await all.summarize()).find(({ name }) => name === 'zone')!.bins.map(({ from }) => from);
  zones = [...names].sort();
});
afterAll(async () => {
  await metrics.close();
  await rm(release.folder, { recursive: true });
});

const compared = {
  metric: 'industry-revenue',
  by: ['quarter', 'zone'],
  compare: 'year-over-year',
} as const;

type Told = Readonly<Record<string, string | null>>;

/** Each row with its cells, and in the place of an empty one why it is. */
async function tell(question: RowsQuestion): Promise<readonly Told[]> {
  const rows: Rows = await metrics.rows(question);
  const { columns, means } = await rows.window(0, rows.rowCount);
  const told = columns[0]!.map((_, row) =>
    Object.fromEntries(
      rows.columns.map(({ name }, at) => [name, columns[at]![row] ?? `(${means[at]?.[row] ?? 'unknown'})`]),
    ),
  );
  await rows.close();
  return told;
}

test('a base that lies before the data is not applicable, one among merged cells was merged, any other was not reported', async () => {
  const query = { ...compared, totals: true };
  const rows = await tell({ query });
  const find = (quarter: string, zone: string): Told =>
    rows.find((row) => row.quarter === quarter && row.zone === zone)!;
  const [low, high] = [zones[0]!, zones.at(-1)!];
  const first = rows.map(({ quarter }) => quarter!).sort()[0]!;
  for (const row of rows.filter(({ quarter }) => quarter === first))
    expect([row.value_base, row.value_difference, row.value_percent]).toEqual(
      Array.from({ length: 3 }, () => '(not-applicable)'),
    );
  expect(find('2026-04-01', high)).toMatchObject({
    ...{ value_base: '(merged)', value_difference: '(merged)', value_percent: '(merged)' },
  });
  expect(find('2026-07-01', low)).toMatchObject({ value_base: '(unknown)', value_difference: '(unknown)' });
  // The cells that were merged have none of the year before: none were merged then.
  expect(find('2025-04-01', '(merged)')).toMatchObject({ value_base: '(not-applicable)' });
  // A total has all of them.
  expect(find('2026-04-01', '(unknown)').value_base).toMatch(/^\d/);
});

test('a search may ask for the reason, and shares and changes are computed', async () => {
  const query = { ...compared, during: '2026' };
  const all = await metrics.rows({ query });
  expect(all.columns.map(({ name, computed, means }) => [name, computed === true, means === true])).toEqual([
    ['quarter', false, false],
    ['zone', false, false],
    ['value', false, true],
    ['value_base', false, true],
    ['value_difference', false, true],
    ['value_percent', true, true],
  ]);
  const found = await all.find('', { orWhere: [{ column: 'value_base:means', equals: 'merged' }] });
  expect(found.count).toBeGreaterThan(0);
  expect(all.sql).not.toContain(':means');
  await all.close();
});

test('of one stretch of days the base may lie before the data, too', async () => {
  const query = { metric: 'industry-revenue', by: ['zone'], compare: 'year-over-year' } as const;
  const first = (await tell({ dataset: 'industry-revenue' })).map(({ month }) => month!).sort()[0]!;
  const early = await tell({ query: { ...query, during: first.slice(0, 4) } });
  expect(new Set(early.map((row) => row.value_base))).toEqual(new Set(['(not-applicable)']));
  const later = await tell({ query: { ...query, during: '2026-Q2' } });
  expect(later.find(({ zone }) => zone === zones.at(-1))?.value_base).toBe('(merged)');
});
