import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMetrics,
  narrowQuery,
  type Filter,
  type Metric,
  type Metrics,
  type Query,
  type Selection,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { worked } from '../../work.js';
import { writeRelease, type Release } from '../release/release.js';
import { codeOf, watch } from './own.js';
import { returnMetrics, returns, returnTable } from './returns.js';

let statements: string[];
let metrics: Metrics;
beforeEach(() => {
  statements = [];
  metrics = createMetrics({ engine: watch(nodeEngine(), statements), cacheBytes: 0 });
});
afterEach(() => metrics.close());

const valuesOf = ({ state }: Filter, name: string) => state.fields.find((one) => one.name === name)!.values;
const rowsOf = (filter: Filter, name: string) =>
  Object.fromEntries(valuesOf(filter, name).map(({ value, rows }) => [String(value), rows]));
const north = { column: 'zone', equals: 'north' } as const;
const cuboid = /zj:cuboid/;

describe('a filter of an own dataset', () => {
  beforeEach(async () => {
    await metrics.add({ contract: returns, table: returnTable(), metrics: returnMetrics });
  });
  const make = (fields: readonly string[], metric?: string) =>
    metrics.filter({ dataset: 'returns', fields, metric });

  test('begins with all rows, and lists all values in the order of the contract, empty cells last', async () => {
    const filter = await make(['quarter', 'zone', 'granted', 'grade']);
    expect(filter.state.rows).toBe(filter.state.allRows);
    expect(filter.state.selection).toEqual({ where: [] });
    expect(valuesOf(filter, 'zone').map(({ value }) => value)).toEqual([
      'west',
      'north',
      'east',
      'south',
      null,
    ]);
    expect(valuesOf(filter, 'granted').map(({ value }) => value)).toEqual(['false', 'true', null]);
    expect(valuesOf(filter, 'grade').map(({ value }) => value)).toEqual(['0', '5', '10', '15', '20', null]);
    expect(valuesOf(filter, 'quarter').map(({ value }) => value)).toHaveLength(8);
    expect(filter.fields).toMatchObject([
      {
        name: 'quarter',
        kind: 'period',
        grain: 'quarter',
        column: 'month',
        label: { en: 'Quarter' },
      },
      {
        name: 'zone',
        kind: 'values',
        column: 'zone',
        type: 'VARCHAR',
        empty: 'blank',
        words: [{ value: 'west' }, { value: 'north' }, { value: 'east' }, { value: 'south' }],
      },
      { name: 'granted', kind: 'values', type: 'BOOLEAN' },
      { name: 'grade', kind: 'values', type: 'INTEGER' },
    ]);
    for (const { values } of filter.state.fields)
      expect(values.reduce((sum, { rows }) => sum + rows, 0)).toBe(filter.state.allRows);
  });

  test('leaves the own conditions of a field out for its values, and those of others in', async () => {
    const filter = await make(['month', 'zone', 'grade']);
    const before = rowsOf(filter, 'zone');
    const { rows } = await filter.select({ where: [north] });
    expect(rowsOf(filter, 'zone')).toEqual(before);
    expect(rows).toBe(before.north);
    expect(Object.values(rowsOf(filter, 'grade')).reduce((a, b) => a + b)).toBe(rows);
    await filter.select({ where: [], during: '2026' });
    expect(rowsOf(filter, 'zone').south).toBe(0);
    expect(rowsOf(filter, 'month')['2025-01-01']).toBeGreaterThan(0);
    await filter.select({ where: [{ or: [north, { column: 'grade', equals: 5 }] }] });
    expect([rowsOf(filter, 'zone'), Object.values(rowsOf(filter, 'grade')).reduce((a, b) => a + b)]).toEqual([
      before,
      filter.state.allRows,
    ]);
  });

  test('lists a period without rows between the first and the last, with the figure of no rows', async () => {
    const filter = await make(['month'], 'fees');
    const march = (one: Filter) => valuesOf(one, 'month').find(({ value }) => value === '2025-03-01');
    expect(march(filter)).toEqual({ value: '2025-03-01', rows: 0, figure: null });
    expect(march(await make(['month'], 'counted'))).toEqual({ value: '2025-03-01', rows: 0, figure: 0 });
    expect(valuesOf(filter, 'month')).toHaveLength(24);
  });

  test('says the last day that counts: that of the dataset, and of a metric that ends before it', async () => {
    expect((await make(['month'])).reportedThrough).toBe('2026-12-31');
    expect((await make(['month'], 'fees')).reportedThrough).toBe('2026-12-31');
    const own = createMetrics({ engine: nodeEngine() });
    const [fees] = returnMetrics;
    const ended: Metric = { ...fees!, id: 'ended', reportedThrough: '2026-08-20' };
    const doubled: Metric = {
      ...{ id: 'doubled', name: fees!.name, description: fees!.description, unit: fees!.unit },
      measure: { add: ['ended', 'fees'] },
    };
    await own.add({
      contract: { ...returns, reportedThrough: '2026-12-20' },
      table: returnTable(),
      metrics: [...returnMetrics, ended, doubled],
    });
    const days: Record<string, string | undefined> = {};
    for (const metric of [undefined, 'fees', 'ended', 'doubled'])
      days[metric ?? 'rows'] = (
        await own.filter({ dataset: 'returns', fields: ['month'], metric })
      ).reportedThrough;
    expect(days).toEqual({
      rows: '2026-12-20',
      fees: '2026-12-20',
      ended: '2026-08-20',
      doubled: '2026-08-20',
    });
    await own.close();
  });

  test('an empty cell is chosen as any value', async () => {
    const filter = await make(['zone', 'grade']);
    const empty = rowsOf(filter, 'zone').null!;
    expect((await filter.select({ where: [{ column: 'zone', null: true }] })).rows).toBe(empty);
    const both = { or: [north, { column: 'zone', null: true }] };
    expect((await filter.select({ where: [both] })).rows).toBe(empty + rowsOf(filter, 'zone').north!);
  });

  test('reads sums that were computed once where it can, else the rows, with the same counts', async () => {
    const filter = await make(['month', 'zone', 'granted', 'grade'], 'fees');
    const [step] = metrics.catalogue.cuboids!;
    expect(step).toMatchObject({
      dataset: 'returns',
      time: 'month',
      dimensions: ['zone', 'granted', 'grade'],
    });
    statements.length = 0;
    await filter.select({ where: [north], during: '2025/2026' });
    expect(statements.join()).not.toContain('FROM memory.main.returns');
    const { rows } = filter.state;
    await filter.select({ where: [north, { column: 'fee', null: false }], during: '2025/2026' });
    expect(statements.at(-1)).toMatch(/FROM memory.main.returns\b/);
    expect(filter.state.rows).toBeLessThan(rows);
    const all = {
      or: [
        { column: 'fee', null: false },
        { column: 'fee', null: true },
      ],
    };
    expect((await filter.select({ where: [north, all], during: '2025/2026' })).rows).toBe(rows);
  });

  test('queries of charts under the selection read the same sums, but for different values and medians', async () => {
    const filter = await make(['month', 'zone', 'granted', 'grade']);
    const { selection } = await filter.select({
      where: [north, { column: 'grade', in: [5, 10] }],
      during: '2026',
    });
    const ask = async (query: Query) =>
      (await metrics.query(narrowQuery(query, selection, metrics.catalogue, ['granted']) as never)).sql;
    for (const metric of ['fees', 'counted', 'granted-fees'])
      expect(await ask({ metric, by: ['granted'] })).toMatch(cuboid);
    for (const metric of ['grades', 'middle', 'weights'])
      expect(await ask({ metric, by: ['granted'] })).not.toMatch(cuboid);
  });

  test('computes no sums where they would be about as many as the rows', async () => {
    await make(['month', 'zone', 'number']);
    expect(metrics.catalogue.cuboids ?? []).toEqual([]);
  });

  test('closing it drops the sums, and each further step says so', async () => {
    const filter = await make(['month', 'zone']);
    expect(metrics.catalogue.cuboids).toHaveLength(1);
    await filter.close();
    await filter.close();
    expect(metrics.catalogue.cuboids).toEqual([]);
    expect(await codeOf(filter.select({ where: [] }))).toBe('CLOSED');
    expect(filter.state.rows).toBe(filter.state.allRows);
  });

  test('says that it is closed when its dataset is replaced, removed, or the session ends', async () => {
    const filter = await make(['zone']);
    await metrics.add({ contract: returns, table: returnTable(20_000), metrics: returnMetrics });
    expect(await codeOf(filter.select({ where: [] }))).toBe('CLOSED');
    const next = await make(['zone']);
    expect(next.state.allRows).toBeGreaterThan(filter.state.allRows);
    await metrics.remove('returns');
    await expect(next.select({ where: [] })).rejects.toThrow(/"returns" was replaced, or is no longer there/);
    await filter.close();
    await metrics.close();
    expect(await codeOf(next.select({ where: [] }))).toBe('CLOSED');
    await next.close();
  });

  test('the newest step wins: one that is overtaken is cancelled, and the state is that of the newest', async () => {
    const filter = await make(['month', 'zone', 'grade']);
    const slow = codeOf(filter.select({ where: [{ column: 'weight', atLeast: 5 }] }));
    const steps = [10, 15, 20].map((grade) =>
      codeOf(filter.select({ where: [{ column: 'grade', equals: grade }] })),
    );
    expect([await slow, ...(await Promise.all(steps))]).toEqual([
      'ABORTED',
      'ABORTED',
      'ABORTED',
      'answered',
    ]);
    expect(filter.state.selection).toEqual({ where: [{ column: 'grade', equals: 20 }] });
    const controller = new AbortController();
    const given = codeOf(filter.select({ where: [] }, { signal: controller.signal }));
    controller.abort();
    expect(await given).toBe('ABORTED');
    expect(await codeOf(filter.select({ where: [] }, { signal: AbortSignal.abort() }))).toBe('ABORTED');
    expect(filter.state.selection.where).toHaveLength(1);
  });

  test('the engine lets go of a step that is overtaken', async () => {
    const filter = await make(['month', 'zone', 'grade']);
    // Seconds of work: thousands of texts are looked for in each row.
    const texts = Array.from({ length: 3000 }, (_, i) => ({ column: 'zone', contains: `nowhere ${i}` }));
    const slow: Selection = { where: [{ not: { or: texts } }, { column: 'fee', null: false }] };
    const work = async (call: () => Promise<unknown>): Promise<number> => {
      const before = worked();
      await call();
      return worked() - before;
    };
    const whole = await work(() => filter.select(slow));
    statements.length = 0;
    const cut = await work(async () => {
      const overtaken = codeOf(filter.select({ ...slow, during: '2025/2026' }));
      await expect.poll(() => statements.length).toBeGreaterThan(0);
      await filter.select({ where: [north] });
      expect(await overtaken).toBe('ABORTED');
    });
    expect(cut).toBeLessThan(whole / 2);
    expect(filter.state.selection).toEqual({ where: [north] });
  });

  test('a wrong selection is refused with all its problems, and ends no step', async () => {
    const filter = await make(['month', 'zone']);
    const under = codeOf(filter.select({ where: [north] }));
    const where = [
      { column: 'zon', equals: 'north' },
      { column: 'zone', equals: 'nowhere' },
      { column: 'grade', equals: 'high' },
    ];
    const wrong = filter.select({ where, during: '2026-13' });
    await expect(wrong).rejects.toMatchObject({
      code: 'UNKNOWN_NAME',
      problems: [
        { code: 'unknown-column', where: '$.where[0].column' },
        { code: 'unknown-value', where: '$.where[1].equals' },
        { code: 'condition', where: '$.where[2].equals' },
        { code: 'during', where: '$.during' },
      ],
    });
    for (const strange of [undefined, [], { where: 'north' }, { where: [], when: 1 }])
      expect(await codeOf(filter.select(strange as unknown as Selection))).toBe('REFUSED');
    expect(await under).toBe('answered');
    expect(filter.state.selection.where).toEqual([north]);
  });

  test('a wrong filter is refused with all its problems', async () => {
    const wrong = metrics.filter({
      dataset: 'returns',
      fields: ['month', 'year', 'zone', 'zone', 'fee', 'zones'],
      metric: 'fee',
    });
    await expect(wrong).rejects.toMatchObject({
      problems: [
        { code: 'duplicate', where: '$.fields[3]' },
        { code: 'dimension', where: '$.fields[4]' },
        { code: 'unknown-column', where: '$.fields[5]' },
        { code: 'two-grains', where: '$.fields[1]' },
        { code: 'unknown-metric', where: '$.metric' },
      ],
    });
    await expect(metrics.filter({ dataset: 'return', fields: ['zone'] })).rejects.toThrow(
      /Did you mean "returns"/,
    );
    await expect(make(['day'])).rejects.toThrow(/has figures by month, and none by day/);
    expect(await codeOf(make([]))).toBe('REFUSED');
  });

  test('confidential rows of one’s own are not counted', async () => {
    const columns = returns.columns.map((column) =>
      column.name === 'number' ? { ...column, confidential: true } : column,
    );
    const cube = { dimensions: ['zone'], measures: ['fee'] };
    await metrics.add({ contract: { ...returns, id: 'secret', columns, cube }, table: returnTable(50) });
    const counted = metrics.filter({ dataset: 'secret', fields: ['zone'] });
    await expect(counted).rejects.toMatchObject({
      problems: [{ code: 'not-published', where: '$.dataset' }],
    });
  });

  test('states are data: frozen, and the same as JSON', async () => {
    const filter = await make(['month', 'zone'], 'fees');
    const state = await filter.select({ where: [north], during: '2026-Q1/2026-Q2' });
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(() => ((state as { rows: number }).rows = 3)).toThrow(TypeError);
    expect(() => (state.selection.where as unknown[]).push(north)).toThrow(TypeError);
  });
});

describe('a filter of a release', () => {
  let release: Release;
  beforeAll(async () => {
    release = await writeRelease();
  });
  afterAll(() => rm(release.folder, { recursive: true }));
  const spec = {
    dataset: 'industry-revenue',
    fields: ['month', 'industry', 'zone'],
    metric: 'industry-revenue',
  };

  test('counts the cells of its public cube, and tells a merged member from a blank one', async () => {
    await metrics.open(release.manifestFile);
    const filter = await metrics.filter(spec);
    const { published } = metrics.manifest.datasets.find(({ contract }) => contract.id === spec.dataset)!;
    expect(filter.state.rows).toBe(published);
    const { rows, merged } = await filter.select({
      where: [{ column: 'industry', equals: '集成电路' }],
      during: '2026',
    });
    expect([rows > 0, merged]).toEqual([true, 0]);
  });

  test('of an attached release uses sums of its own, and ends when that is detached or replaced', async () => {
    await metrics.attach('former', release.manifestFile);
    const former = metrics.release('former');
    const filter = await former.filter(spec);
    const qualified = await metrics.filter({
      ...spec,
      dataset: 'former.industry-revenue',
      metric: 'former.industry-revenue',
    });
    expect(qualified.state).toEqual(filter.state);
    const select = { where: [{ column: 'zone', null: false }] };
    expect(await filter.select(select)).toEqual(await qualified.select(select));
    await metrics.attach('former', release.manifestFile);
    expect(await Promise.all([filter, qualified].map((one) => codeOf(one.select(select))))).toEqual([
      'CLOSED',
      'CLOSED',
    ]);
    await filter.close();
    const next = await metrics.release('former').filter(spec);
    await metrics.detach('former');
    expect(await codeOf(next.select(select))).toBe('CLOSED');
  });

  test('the examples of the reference run', async () => {
    await metrics.open(release.manifestFile);
    const sources = join(import.meta.dirname, '../../../packages/metrics/src');
    const files = ['session/interface.ts', 'session/filter.ts', 'query/narrow.ts'];
    const texts = files.map((file) => readFileSync(join(sources, file), 'utf8')).join('\n');
    const blocks = [...texts.matchAll(/@example\n((?: *\* .*\n)+)/g)]
      .map(([, block]) => block!.replaceAll(/^ *\* /gm, '').replace(': Selection', ''))
      .filter((code) => /filter|narrowQuery|selection/.test(code));
    expect(blocks).toHaveLength(4);
    const filter = await metrics.filter(spec);
    for (const [i, code] of blocks.entries()) {
      const file = join(release.folder, `example-${i}.mjs`);
      const given = ['metrics', 'filter', 'selection', 'narrowQuery'].filter(
        (name) => !code.includes(`const ${name} =`),
      );
      writeFileSync(file, `export const run = async ({ ${given.join(', ')} }) => {\n${code}\n};\n`);
      const { run } = (await import(/* @vite-ignore */ file)) as { run: (given: object) => Promise<void> };
      await run({ metrics, filter, selection: filter.state.selection, narrowQuery });
    }
    expect(filter.state.rows).toBeLessThan(filter.state.allRows);
  });

  test('ends when another release is opened', async () => {
    await metrics.open(release.manifestFile);
    const filter = await metrics.filter(spec);
    await metrics.open(release.manifestFile);
    expect(await codeOf(filter.select({ where: [] }))).toBe('CLOSED');
    await filter.close();
  });
});
