import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Metrics } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { codeOf } from './own.js';

let release: Release;
let former: Release;
let metrics: Metrics;
beforeAll(async () => {
  release = await writeRelease({
    // A cell that was merged with others has no zone any more.
    industry_revenue: "UPDATE industry_revenue SET zone = NULL WHERE rowid % 7 = 0 AND industry = '集成电路'",
    patents: 'DELETE FROM patents WHERE rowid % 3 = 0',
  });
  former = await writeRelease({
    industry_revenue: 'UPDATE industry_revenue SET revenue = CAST(revenue / 2 AS DECIMAL(38, 2))',
  });
});
afterAll(() => Promise.all([release, former].map(({ folder }) => rm(folder, { recursive: true }))));
beforeEach(async () => {
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(release.manifestFile, { beside: { former: former.manifestFile } });
});
afterEach(() => metrics.close());

const dataset = 'industry-revenue';
const orderBy = [{ column: 'revenue', direction: 'descending' }] as const;

test('rows of a release say who stands behind them, and up to which day', async () => {
  const rows = await metrics.rows({ dataset, orderBy, during: '2026' });
  const { contract } = release.manifest.datasets[0]!;
  expect(rows).toMatchObject({ reportedThrough: '2026-10-31', demo: true, source: contract.source });
  expect(rows.allRows).toBe(release.manifest.datasets[0]!.published);
  expect(rows.rowCount).toBeLessThan(rows.allRows);
  expect(rows.columns.map(({ name, role, additive }) => `${name} ${role} ${additive}`)).toEqual([
    ...[
      'month time false',
      'industry dimension false',
      'sub_industry dimension false',
      'zone dimension false',
    ],
    ...['revenue figure true', 'contributors figure false'],
  ]);
  const summaries = await rows.summarize();
  expect(summaries[0]).toMatchObject({ least: '2026-01-01', greatest: '2026-10-01' });
  expect(summaries[0]!.bins.map(({ from }) => from).slice(0, 2)).toEqual(['2026-01-01', '2026-02-01']);
});

test('merged cells say so, and are in the sums', async () => {
  const rows = await metrics.rows({ dataset, where: [{ column: 'zone', null: true }] });
  const { columns, means } = await rows.window(0, 5);
  expect([columns[3]![0], means[3]![0], means[1]![0]]).toEqual([null, 'merged', null]);
  const all = await metrics.rows({ dataset });
  const { columns: whole } = await metrics.query({ metric: 'industry-revenue' });
  expect(Number((await all.totals())[4]) / 10_000).toBeCloseTo(whole[0]!.values[0] as number, 6);
  const one = await metrics.rows({ dataset, where: [{ column: 'zone', equals: '综合保税区' }] });
  expect(one.completeness.map(({ kind, count }) => [kind, count])).toEqual([['merged', rows.rowCount]]);
});

test('rows whose table has gaps in its numbers are all there', async () => {
  const rows = await metrics.rows({ dataset: 'patents' });
  const { columns } = await rows.window(rows.rowCount - 20, 50);
  expect(rows.allRows).toBe(release.manifest.datasets[1]!.published);
  expect(columns[0]).toHaveLength(20);
});

test('an attached release has rows, by its own names and by qualified ones', async () => {
  const [own, named, main] = [
    await metrics.release('former').rows({ dataset, orderBy }),
    await metrics.rows({ dataset: `former.${dataset}`, orderBy }),
    await metrics.rows({ dataset, orderBy }),
  ];
  const first = await own.window(0, 3);
  expect(await named.window(0, 3)).toEqual(first);
  expect(Number(first.columns[4]![0])).toBeCloseTo(Number((await main.window(0, 1)).columns[4]![0]) / 2, 1);
});

test('rows of a release that is closed or replaced are closed, all others go on', async () => {
  const mine = await metrics.rows({ dataset, orderBy });
  const other = await metrics.release('former').rows({ dataset, orderBy });
  const query = { metrics: ['industry-revenue', 'former.industry-revenue'], by: ['industry'] };
  const both = await metrics.rows({ query, orderBy: [{ column: 'industry' }] });
  const before = await mine.window(1_500, 10);
  await Promise.all([other.window(1_500, 10), both.find('集成')]);
  await metrics.attach('former', release.manifestFile);
  expect(await codeOf(other.window(0, 1))).toBe('CLOSED');
  expect(await codeOf(both.totals())).toBe('CLOSED');
  expect(await mine.window(1_500, 10)).toEqual(before);
  const next = await metrics.release('former').rows({ dataset, orderBy });
  expect(await next.window(1_500, 10)).toEqual(before);
  await metrics.detach('former');
  expect(await codeOf(next.window(0, 1))).toBe('CLOSED');
  expect(await mine.window(1_500, 10)).toEqual(before);
  await metrics.open(former.manifestFile);
  expect(await codeOf(mine.window(0, 1))).toBe('CLOSED');
  await mine.close();
});

test('a release that cannot take the place of another leaves the rows as they are', async () => {
  const other = await metrics.release('former').rows({ dataset, orderBy });
  const before = await other.window(1_500, 10);
  await expect(metrics.attach('former', '/nowhere/manifest.json')).rejects.toThrow();
  expect(await other.window(1_500, 10)).toEqual(before);
});

test('the examples of the reference run', async () => {
  const folder = join(import.meta.dirname, '../../../packages/metrics/src');
  const blocks: string[] = [];
  for (const file of ['session/rows-interface.ts', 'query/rows-question.ts', 'session/interface.ts']) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, block] of text.matchAll(/@example\n((?: *\* .*\n)+)/g)) {
      const code = block!.replace(/^ *\* /gm, '').replace(': RowsQuestion', '');
      if (
        /rows\b|RowsQuestion|question/.test(code) &&
        !code.includes('rows, rejects') &&
        !code.includes('{ rows }')
      )
        blocks.push(code);
    }
  }
  expect(blocks.length).toBeGreaterThanOrEqual(5);
  const written: string[] = [];
  const { signal } = new AbortController();
  for (const code of blocks) {
    const opens = code.includes('const rows =')
      ? ''
      : `const rows = await metrics.rows({ dataset: '${dataset}' });`;
    const body = code.includes('const question =') ? `${code}\nawait metrics.rows(question);` : opens + code;
    // The examples are ours.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const run = new Function('metrics', 'signal', 'file', `return (async () => { ${body} })()`) as (
      ...given: readonly unknown[]
    ) => Promise<void>;
    await run(metrics, signal, { write: (piece: string) => written.push(piece) });
  }
  expect(written[0]).toBe(
    'Month,Primary industry,Sub-industry,Zone,Operating revenue (10^4 yuan),Contributors\r\n',
  );
});

const zone = (value: string) => ({ column: 'zone', equals: value });

test('a change over merged cells is not told, and one without them is', async () => {
  const query = {
    metric: 'industry-revenue',
    by: ['quarter', 'industry'],
    during: '2026',
    compare: 'year-over-year',
    share: true,
    contribution: true,
    totals: true,
  } as const;
  const where = [zone('综合保税区')];
  const merged = await metrics.query({ ...query, where });
  const whole = await metrics.release('former').query({ ...query, where });
  expect(merged.completeness.map(({ kind }) => kind)).toContain('merged');
  const [found, sure] = [merged.rows(), whole.rows()];
  expect(found).toHaveLength(sure.length);
  for (const [i, row] of found.entries()) {
    const touched = row.industry === '集成电路' || row.row_kind === 'total';
    expect(row.value, String(row.industry)).not.toBeNull();
    if (touched) expect([row.value_difference, row.value_percent]).toEqual([null, null]);
    else expect(row.value_percent).toBeCloseTo(sure[i]!.value_percent!, 4);
    expect([row.value_share, row.value_contribution]).toEqual([null, null]);
  }
  // Without a condition every cell is counted.
  const all = await metrics.query(query);
  expect(all.rows().filter((row) => row.value_percent === null || row.value_share === null)).toEqual([]);
  for (const more of [{ cumulative: 'year-to-date' }, { rolling: 4 }] as const) {
    const rows = (await metrics.query({ ...query, where, ...more })).rows();
    const percents = rows.filter(({ value_percent }) => value_percent !== null);
    expect(new Set(percents.map(({ industry }) => industry)).has('集成电路')).toBe(false);
    expect(percents.length).toBeGreaterThan(0);
  }
  const lone = await metrics.query({
    metric: query.metric,
    during: '2026-Q3',
    compare: query.compare,
    where,
  });
  expect(lone.rows()[0]).toMatchObject({ value_difference: null, value_percent: null });
});

test('a merged cell that is chosen is counted, and is not told as left out', async () => {
  const where = [{ or: [{ not: zone('综合保税区') }, { column: 'zone', null: true }] }];
  const rows = await metrics.rows({ dataset, where });
  expect(rows.completeness).toEqual([]);
  const { completeness } = await metrics.query({ metric: 'industry-revenue', where });
  expect(completeness.filter(({ kind }) => kind === 'merged')).toEqual([]);
  const filter = await metrics.filter({ dataset, fields: ['zone'] });
  const state = await filter.select({ where });
  expect([state.rows, state.merged]).toEqual([rows.rowCount, 0]);
  const without = await filter.select({ where: [{ not: zone('综合保税区') }] });
  expect(without.merged).toBeGreaterThan(0);
  expect(without.rows + without.merged!).toBe(rows.rowCount);
});

test('rows of a period tell the merged cells of that period alone', async () => {
  const where = [zone('综合保税区')];
  const count = async (during?: string) =>
    (await metrics.rows({ dataset, where, ...(during !== undefined && { during }) })).completeness[0]?.count;
  const filter = await metrics.filter({ dataset, fields: ['quarter'] });
  const { merged } = await filter.select({ where, during: '2026-Q3' });
  expect(await count('2026-Q3')).toBe(merged);
  expect(await count()).toBeGreaterThan(merged!);
});

test('the merged member of an answer says that it was merged, and a total does not', async () => {
  const query = { metric: 'industry-revenue', by: ['zone'], totals: true } as const;
  const rows = await metrics.rows({ query });
  const { columns, means } = await rows.window(0, 100);
  const kinds = columns.at(-1)!;
  const empty = columns[0]!.flatMap((cell, i) => (cell === null ? [[kinds[i], means[0]![i]]] : []));
  expect(empty).toEqual([
    ['value', 'merged'],
    ['total', null],
  ]);
  const hidden = await (await metrics.rows({ query, columns: ['zone', 'value'] })).window(0, 100);
  expect(hidden.means[0]).toBeNull();
  expect(new Set(hidden.means[1])).toEqual(new Set([null]));
});

test('a filter takes a selection without conditions', async () => {
  const filter = await metrics.filter({ dataset, fields: ['zone', 'month'] });
  const { rowCount } = await metrics.rows({ dataset, during: '2026' });
  expect((await filter.select({ during: '2026' })).rows).toBe(rowCount);
  expect((await filter.select({})).rows).toBe(filter.state.allRows);
});
