import { rm } from 'node:fs/promises';
import {
  createMetrics,
  type Contract,
  type Engine,
  type Metrics,
  type MetricsError,
  type Problem,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parkDatasets } from '../example.js';
import { writeRelease, type Release } from '../release/release.js';
import { codeOf, feePerVisitor, fees, rows, tableOf, visitors, visits } from './own.js';

let release: Release;
let engine: Engine;
let metrics: Metrics;
beforeAll(async () => {
  release = await writeRelease();
});
afterAll(() => rm(release.folder, { recursive: true }));
beforeEach(() => {
  engine = nodeEngine();
  metrics = createMetrics({ engine });
});
afterEach(() => metrics.close());

const table = tableOf(rows);
const add = (more: object = {}) => metrics.add({ contract: visits, table, metrics: [visitors], ...more });
const total = async (metric = 'visitors') => (await metrics.query({ metric })).rows()[0]!.value;
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const listed = () => ids(metrics.catalogue.datasets.map(({ contract }) => contract));

/** The problems for which something is refused. */
async function problemsOf(work: () => unknown): Promise<readonly Problem[]> {
  const error = await Promise.resolve()
    .then(work)
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'REFUSED' });
  return (error as MetricsError).problems;
}

describe('a dataset of the caller’s own', () => {
  test('is asked without any release', async () => {
    expect((await add()).rows).toEqual({ read: 3, kept: 3, rejected: 0 });
    const { columns, sql } = await metrics.query({ metric: 'visitors', by: ['month', 'zone'] });
    expect(columns.map(({ values }) => values)).toEqual([
      ['2026-01-01', '2026-01-01', '2026-02-01'],
      ['east', 'west', 'east'],
      [10, 5, 7],
    ]);
    expect(sql).toContain('memory.main.visits');
    expect(listed()).toEqual(['visits']);
    expect(metrics.verified).toBe(false);
    expect(() => metrics.manifest).toThrow(/No release is open/);
    expect(await codeOf(metrics.judge('pct-applications'))).toBe('CLOSED');
  });

  test('stands beside a release, which stays what it is', async () => {
    await metrics.open(release.manifestFile);
    expect(metrics.verified).toBe(true);
    await add();
    expect(listed()).toEqual([...parkDatasets, 'visits']);
    expect(await total()).toBe(22);
    const { rowCount } = await metrics.query({ metric: 'pct-applications', by: ['kind'] });
    expect(rowCount).toBeGreaterThan(0);
    expect((await metrics.verify()).equal).toBe(true);
  });

  test('tells every row that breaks its contract, with its place, and keeps the others', async () => {
    const own = tableOf([...rows, '2026-02-02,east,many,1', '2026-02-31,west,1,1', '2026-01-05,east,1,1']);
    const { rows: counts, rejects } = await add({ table: own });
    expect(counts).toEqual({ read: 6, kept: 3, rejected: 3 });
    expect(rejects.map(({ code, where }) => [code, where])).toEqual([
      ['wrong-type', 'visits.csv:5:17'],
      ['wrong-type', 'visits.csv:6:1'],
      ['duplicate-row', 'visits.csv:7:1'],
    ]);
    expect(await total()).toBe(22);
  });

  test('is not added where its columns are others', async () => {
    const { problems } = await add({ table: tableOf(rows.map((line) => line.replace('zone', 'area'))) });
    expect(problems.map(({ code }) => code)).toContain('unknown-column');
    expect(listed()).toEqual([]);
    expect(await codeOf(total())).toBe('UNKNOWN_NAME');
  });

  test('takes the place of one of the same id, and no answer of the old one is given again', async () => {
    await add();
    expect(await total()).toBe(22);
    await add({ table: tableOf([...rows, '2026-02-03,west,100,1']) });
    expect(await total()).toBe(122);
    expect(ids(metrics.catalogue.metrics)).toEqual(['visitors']);
  });

  test('goes with its metrics and those made of them, and others stay', async () => {
    await metrics.open(release.manifestFile);
    await add();
    const stays = { ...visitors, id: 'stays', dataset: 'stays' };
    await add({ contract: { ...visits, id: 'stays' }, metrics: [stays] });
    metrics.define([fees, feePerVisitor]);
    const published = release.manifest.metrics.length;
    expect(metrics.catalogue.metrics.length).toBe(published + 4);
    await metrics.remove('visits');
    expect(ids(metrics.catalogue.metrics).slice(published)).toEqual(['stays']);
    expect(await codeOf(total())).toBe('UNKNOWN_NAME');
    expect(await total('stays')).toBe(22);
    expect(await codeOf(engine.run('SELECT zone FROM memory.main.visits'))).toBe('SQL');
    expect(await codeOf(metrics.remove('visits'))).toBe('UNKNOWN_NAME');
    expect(await codeOf(metrics.remove('patents'))).toBe('REFUSED');
  });

  test('is held to the values that a dataset of the release has', async () => {
    await metrics.open(release.manifestFile);
    const { rows: known } = await metrics.query({ metric: 'pct-applications', by: ['kind'] });
    const kind = String(known()[0]!.kind);
    const columns = [...visits.columns, { ...visits.columns[1]!, name: 'kind' }];
    const references = { dataset: 'patents', columns: ['kind'] };
    const contract: Contract = { ...visits, columns, foreignKeys: [{ columns: ['kind'], references }] };
    const lines = [rows[0] + ',kind', `${rows[1]},${kind}`, `${rows[2]},nothing`];
    const { rejects } = await add({ contract, table: tableOf(lines) });
    expect(rejects.map(({ code, where }) => [code, where])).toEqual([
      ['unknown-reference', 'visits.csv:3:25'],
    ]);
    expect(await total()).toBe(10);
    expect(await codeOf(engine.run('SELECT kind FROM memory.main.patents'))).toBe('SQL');
  });

  test('is refused, before a row is read, with an id of the release or a contract that is none', async () => {
    await metrics.open(release.manifestFile);
    expect(await codeOf(add({ contract: { ...visits, id: 'patents' }, metrics: [] }))).toBe('REFUSED');
    const wrong = { ...visits, key: ['nothing'], time: { column: 'zone', grain: 'day' } };
    const problems = await problemsOf(() => add({ contract: wrong }));
    expect(problems.map(({ where }) => where)).toEqual(['$.key[0]', '$.time.column']);
    expect(listed()).toEqual(parkDatasets);
  });

  test('is refused, without starting the engine, with metrics that it cannot answer', async () => {
    const states: string[] = [];
    metrics.subscribe(({ state }) => states.push(state));
    const wrong = [
      { ...visitors, measure: { sum: 'visitor' } },
      { ...fees, dataset: 'visit' },
    ];
    const problems = await problemsOf(() => add({ metrics: { version: 1, metrics: wrong } }));
    expect(problems.map(({ where, remedy }) => [where, remedy])).toEqual([
      ['$.metrics[0].measure.sum', 'Did you mean "visitors"?'],
      ['$.metrics[1].dataset', 'Did you mean "visits"?'],
    ]);
    expect(states).toEqual([]);
    expect(() => metrics.catalogue).toThrow(/Nothing is open/);
  });
});

describe('metrics of the caller’s own', () => {
  test('are defined over datasets that are there, also over those of the release', async () => {
    await metrics.open(release.manifestFile);
    const revenue = release.manifest.metrics.find(({ id }) => id === 'industry-revenue')!;
    metrics.define({ version: 1, metrics: [{ ...revenue, id: 'own-revenue' }] });
    expect(await total('own-revenue')).toBe(await total('industry-revenue'));
  });

  test('take the place of those defined before', async () => {
    await add();
    metrics.define([{ ...visitors, measure: { count: 'rows' } }]);
    expect(await total()).toBe(3);
  });

  test('are refused with all that is wrong at once, and then none is there', async () => {
    await add();
    const wrong = [
      fees,
      { ...feePerVisitor, measure: { ratio: ['fee', 'visitors'] } },
      { ...fees, id: 'x', measure: { sum: 'zone' } },
    ];
    const problems = await problemsOf(() => metrics.define(wrong));
    expect(problems.map(({ where }) => where)).toEqual([
      '$.metrics[1].measure.ratio[0]',
      '$.metrics[2].measure.sum',
    ]);
    expect((await problemsOf(() => metrics.define({ metric: [] }))).length).toBeGreaterThan(1);
    expect(ids(metrics.catalogue.metrics)).toEqual(['visitors']);
  });

  test('never take the place of the release’s', async () => {
    await metrics.open(release.manifestFile);
    const revenue = release.manifest.metrics.find(({ id }) => id === 'industry-revenue')!;
    expect(await problemsOf(() => metrics.define([revenue]))).toMatchObject([{ where: '$.metrics[0].id' }]);
  });

  test('need something to be measured', () => {
    expect(() => metrics.define([visitors])).toThrow(/Nothing is open/);
  });
});

test('what can be asked is told, and cannot be changed', async () => {
  await add();
  const { catalogue } = metrics;
  expect(() => (catalogue.metrics as unknown[]).pop()).toThrow(TypeError);
  expect(() => ((catalogue.datasets[0]!.contract as { id: string }).id = 'x')).toThrow(TypeError);
  expect(() => ((catalogue.metrics[0]!.measure as { sum: string }).sum = 'fee')).toThrow(TypeError);
});

describe('calls that overlap', () => {
  test('all end, and each dataset is there', async () => {
    const contracts = ['a', 'b', 'c'].map((id) => ({ ...visits, id }));
    await Promise.all(contracts.map((contract) => add({ contract, metrics: [] })));
    expect(listed()).toEqual(['a', 'b', 'c']);
    metrics.define(contracts.map(({ id }) => ({ ...visitors, id: `of-${id}`, dataset: id })));
    expect(await Promise.all(['of-a', 'of-b', 'of-c'].map(total))).toEqual([22, 22, 22]);
  });

  test('end what was added where a release is opened or all is closed meanwhile', async () => {
    const adding = codeOf(add());
    const opening = metrics.open(release.manifestFile);
    expect([await adding, await codeOf(opening)]).toEqual(['CLOSED', 'answered']);
    expect(listed()).toEqual(parkDatasets);
    const closing = [codeOf(add()), codeOf(metrics.remove('visits')), codeOf(metrics.close())];
    expect(await Promise.all(closing)).toEqual(['CLOSED', 'CLOSED', 'answered']);
    expect(() => metrics.catalogue).toThrow(/Nothing is open/);
  });

  test('wait for a release that is being opened, and stand beside it', async () => {
    const calls = [metrics.open(release.manifestFile), add()];
    await Promise.all(calls);
    expect(listed()).toEqual([...parkDatasets, 'visits']);
    expect(await total()).toBe(22);
  });

  test('end with their own signal, and the next go on', async () => {
    const controller = new AbortController();
    const calls = [add(), metrics.add({ contract: visits, table }, { signal: controller.signal })];
    controller.abort();
    expect(await Promise.all(calls.map(codeOf))).toEqual(['answered', 'ABORTED']);
    expect(await codeOf(metrics.add({ contract: visits, table }, { deadline: -1 }))).toBe('REFUSED');
    expect(await total()).toBe(22);
  });

  test('start over with another release: nothing of the caller’s is left', async () => {
    await add();
    await metrics.open(release.manifestFile);
    expect(await codeOf(total())).toBe('UNKNOWN_NAME');
    await metrics.close();
    await add();
    expect([await total(), listed()]).toEqual([22, ['visits']]);
  });
});

test('an engine serves one at a time: another is refused until the first is closed', async () => {
  await add();
  const other = createMetrics({ engine });
  expect(await codeOf(other.open(release.manifestFile))).toBe('REFUSED');
  expect(await codeOf(other.add({ contract: visits, table }))).toBe('REFUSED');
  await other.close();
  expect(await total()).toBe(22);
  await metrics.close();
  await other.open(release.manifestFile);
  expect(other.verified).toBe(true);
  await other.close();
});

test('a dataset that another refers to stays until that one is gone', async () => {
  await add();
  const days: Contract = {
    ...{ ...visits, id: 'notes', columns: visits.columns.slice(0, 2) },
    foreignKeys: [{ columns: ['day', 'zone'], references: { dataset: 'visits', columns: ['day', 'zone'] } }],
  };
  await metrics.add({ contract: days, table: tableOf(['day,zone', '2026-01-05,east']) });
  expect(await codeOf(metrics.remove('visits'))).toBe('REFUSED');
  expect(await total()).toBe(22);
  await metrics.remove('notes');
  await metrics.remove('visits');
  expect(listed()).toEqual([]);
});

test('a period that ends before it begins is refused', async () => {
  await add();
  const during = { start: '2026-02-28', end: '2026-01-01' };
  expect(await codeOf(metrics.query({ metric: 'visitors', during }))).toBe('REFUSED');
});
