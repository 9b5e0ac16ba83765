import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSource, contractWith, openFolder, park, revenueWith, run, writeSource } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const check = (changes: Parameters<typeof checkSource>[1]) => checkSource(folder, changes);
const parkFile = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(join(park, name), 'utf8')) as T;

test('problems of plan, metrics, contracts and data come together', async () => {
  const { code, told } = await check({
    'plan.json': '{ "version": 1, }',
    'metrics.json': '{ "version": 1, "metrics": [], "extra": 1 }',
    'patents.json': await contractWith('patents', { reportedThrough: '2026-02-30' }),
    'industry-revenue.csv': revenueWith({ 3: '2026-09-01,E900009,集成电路,芯片设计,综合保税区,high-tech,x' }),
  });
  expect(code).toBe(1);
  const text = told.join('\n');
  expect(text).toMatch(/plan\.json:1:\d+/);
  expect(text).toMatch(/metrics\.json:1:32 \$\.extra/);
  expect(text).toMatch(/patents\.json:1:\d+ \$\.reportedThrough/);
  expect(text).toContain('data/industry-revenue.csv:3:46');
});

test('names that no other file declares, also where a file has mistakes of its own', async () => {
  const plan = await parkFile<{ goals: { metric: string; period: object }[] }>('plan.json');
  plan.goals[0]!.metric = 'industry-revenu';
  plan.goals[1]!.period = { start: '2026-12-31', end: '2026-01-01' };
  const metrics = await parkFile<{ metrics: { dataset: string }[] }>('metrics.json');
  metrics.metrics[0]!.dataset = 'industry-revenues';
  metrics.metrics.push(metrics.metrics[1]!);
  const { told } = await check({
    'plan.json': JSON.stringify(plan),
    'metrics.json': JSON.stringify(metrics),
    'patents.json': await contractWith('patents', { key: ['no_such_column'] }),
  });
  expect(told.map((line) => line.replace(/:\d+:\d+(?= )/, '').replace(/:.*/, ''))).toEqual([
    'plan.json $.goals[1].period',
    `metrics.json $.metrics[${metrics.metrics.length - 1}].id`,
    'data/patents.json $.key[0]',
    'metrics.json $.metrics[0].dataset',
    'plan.json $.goals[0].metric',
  ]);
});

describe('a shape problem', () => {
  const places = async (changes: Parameters<typeof checkSource>[1]) =>
    (await check(changes)).told.map((line) => line.replace(/:\d+:\d+(?= )/, '').replace(/:.*/, ''));
  interface Changeable {
    readonly goals: { id: unknown; metric: unknown; target: unknown; unit: unknown }[];
    areas: unknown;
  }

  test('of a plan hides no name that its metrics lack, in the same goal or another', async () => {
    const plan = await parkFile<Changeable>('plan.json');
    plan.goals[0]!.target = '6000';
    plan.goals[0]!.metric = 'industry-revenu';
    plan.goals[1]!.metric = 'pct';
    plan.goals[2]!.unit = { zh: '件', en: 'filings' };
    plan.areas = 'none';
    expect(await places({ 'plan.json': JSON.stringify(plan) })).toEqual([
      'plan.json $.goals[0].target',
      'plan.json $.areas',
      'plan.json $.goals[0].metric',
      'plan.json $.goals[1].metric',
      'plan.json $.goals[2].unit',
    ]);
  });

  test('of metrics hides no dataset and no column that is missing', async () => {
    const file = await parkFile<{ metrics: Record<string, unknown>[] }>('metrics.json');
    file.metrics[0] = { ...file.metrics[0], description: 'none', dataset: 'industry-revenues' };
    file.metrics[1] = { ...file.metrics[1], where: [{ column: 'rout', equals: 'PCT' }] };
    expect(await places({ 'metrics.json': JSON.stringify(file) })).toEqual([
      'metrics.json $.metrics[0].description',
      'metrics.json $.metrics[0].dataset',
      'metrics.json $.metrics[1].where[0].column',
    ]);
  });

  test('of a contract hides nothing that is wrong with others, and blames nobody for what it may declare', async () => {
    const plan = await parkFile<Changeable>('plan.json');
    plan.goals[0]!.metric = 'industry-revenu';
    const contract = (await contractWith('patents', { columns: [] }))
      .replace('"patents"', '7')
      .replace('[]', '"none"');
    expect(await places({ 'plan.json': JSON.stringify(plan), 'patents.json': contract })).toEqual([
      'data/patents.json $.id',
      'data/patents.json $.columns',
      'plan.json $.goals[0].metric',
    ]);
  });

  test('of JSON itself in one file leaves the others held against each other', async () => {
    const plan = await parkFile<Changeable>('plan.json');
    plan.goals[0]!.metric = 'industry-revenu';
    expect(await places({ 'plan.json': JSON.stringify(plan), 'patents.json': '{' })).toEqual([
      'data/patents.json',
      'plan.json $.goals[0].metric',
    ]);
    expect(await places({ 'plan.json': JSON.stringify(plan), 'metrics.json': '[1' })).toEqual([
      'metrics.json',
    ]);
  });
});

test('no folder, or a file in its place, is one problem', async () => {
  const missing = join(folder, 'nowhere');
  expect((await run('check', missing)).told).toEqual([
    `${missing}: There is no such file or folder. Put it there, or correct the name.`,
  ]);
  const { problems } = await run('check', join(park, 'plan.json'));
  expect(problems.map(({ code }) => code)).toEqual(['not-a-folder']);
});

test('a file in the place of the data folder', async () => {
  const source = await writeSource(join(folder, 'flat'), {});
  await rm(join(source, 'data'), { recursive: true });
  await writeFile(join(source, 'data'), '');
  expect((await run('check', source)).problems.map(({ code }) => code)).toEqual(['not-a-folder']);
});

test('data that no contract names are left out, and it is said', async () => {
  const { code, notes } = await check({ 'extra.csv': 'a,b\n1,2\n' });
  expect(code).toBe(0);
  expect(notes.filter((note) => note.startsWith('data/'))).toEqual([
    'data/extra.csv: No contract names this file: it is left out. Describe it in a JSON file beside it, or remove it.',
  ]);
});

test('a plan in another encoding', async () => {
  expect((await check({ 'plan.json': Uint8Array.of(0x7b, 0xd5, 0xc5, 0x7d) })).told).toEqual([
    'plan.json: This is not UTF-8: the file is in another encoding, such as GBK. Save it again as UTF-8.',
  ]);
});

test('an empty folder misses all that makes a plan', async () => {
  const empty = join(folder, 'empty');
  await mkdir(empty);
  expect((await run('check', empty)).told.map((line) => line.replace(/^\S*empty/, ''))).toEqual([
    'plan.json: There is no such file or folder. Put it there, or correct the name.',
    'metrics.json: There is no such file or folder. Put it there, or correct the name.',
    '/data: There is no such file or folder. Put it there, or correct the name.',
  ]);
});
