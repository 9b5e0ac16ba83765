import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMetrics,
  parseVerdicts,
  type Contract,
  type MetricsFile,
  type PublishedVerdict,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lines, openFolder, park, revenueHeader, revenueRows, run, speak, writeSource } from './source.js';

// A column of states in Chinese words, from the file to the verdict that a reader computes again.

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const values = { 最终核实: 'final', 修订: 'revised', 初步核算: 'provisional', 预计: 'estimate' } as const;

/** A contract of the park with a column of states. */
async function contractWithStates(id: string): Promise<string> {
  const contract = JSON.parse(await readFile(join(park, `data/${id}.json`), 'utf8')) as Contract;
  const { cube, columns } = contract;
  return JSON.stringify({
    ...contract,
    revision: { column: 'state', values },
    columns: [
      ...columns,
      { name: 'state', header: '数据状态', label: { zh: '数据状态', en: 'State' }, type: 'VARCHAR' },
    ],
    ...(cube && { cube: { ...cube, dimensions: ['state', ...cube.dimensions] } }),
  });
}

/** Revenue by month: revised in February, provisional from September on. */
const revenue = revenueRows.map((row) => {
  const month = row.slice(0, 7);
  return `${row},${month === '2026-02' ? '修订' : month >= '2026-09' ? '初步核算' : '最终核实'}`;
});
const patents = [
  'application_number,filed,applicant,route,kind,ipc,industry,status,数据状态',
  'PCT/CN2026/D00001,2026-03-05,示例申请人 0001,PCT,invention,H01L,集成电路,filed,',
  'CN2026D0000001,2026-04-05,示例申请人 0002,domestic,design,,其他,filed,预计',
  'PCT/CN2026/D00002,2026-05-05,示例申请人 0001,PCT,invention,H01L,集成电路,filed,修订',
  'PCT/CN2026/D00003,2026-07-07,示例申请人 0001,PCT,invention,H01L,集成电路,filed,预计',
  'PCT/CN2026/D00004,2026-08-08,示例申请人 0001,PCT,invention,H01L,集成电路,filed,最终核实',
];

async function source(name: string, changes: Readonly<Record<string, string>> = {}): Promise<string> {
  return writeSource(join(folder, name), {
    'industry-revenue.json': await contractWithStates('industry-revenue'),
    'industry-revenue.csv': lines(`${revenueHeader},数据状态`, ...revenue),
    'patents.json': await contractWithStates('patents'),
    'patents.csv': lines(...patents),
    ...changes,
  });
}

async function publish(name: string, changes?: Readonly<Record<string, string>>) {
  const release = join(folder, `${name}-release`);
  const outcome = await run('publish', await source(name, changes), '--out', release);
  expect(outcome.problems).toEqual([]);
  const json = JSON.parse(await readFile(join(release, 'verdicts.json'), 'utf8')) as unknown;
  const { verdicts, problems } = parseVerdicts(json);
  expect(problems).toEqual([]);
  const metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(join(release, 'manifest.json'));
  const { equal } = await metrics.verify();
  await metrics.close();
  const of = (goal: string): PublishedVerdict => verdicts!.verdicts.find((one) => one.goal === goal)!;
  return { equal, of };
}

describe('a source with the state of each row in Chinese words', () => {
  test('is checked, and the states that were read are told in both languages', async () => {
    const place = await source('check');
    const { code, printed } = await run('check', place);
    expect(code).toBe(0);
    expect(printed).toContain('patents, rows by state: 2 final, 1 revised, 2 estimated.');
    expect(printed).toContain('industry-revenue, rows by state: 84 final, 12 revised, 24 provisional.');
    expect(printed).not.toContain('incubation, rows');
    const { stdout } = await speak(['check', place, '--lang', 'zh-CN']);
    expect(stdout).toContain('patents，各行的数据状态：最终 2 行、修订 1 行、预计 2 行。');
  });

  test('is published: verdicts say what is provisional, revised and an estimate, and a reader computes the same', async () => {
    const { equal, of } = await publish('states');
    expect(equal).toBe(true);
    const total = of('leading-industries-revenue');
    expect(total).toMatchObject({ provisional: true, revised: true, dataThrough: '2026-10-31' });
    expect(total.reason.zh).toContain('；含初步数据；含修订数据');
    // The domestic application of 5 April is an estimate, too, but none of this metric.
    const filings = of('pct-applications');
    expect(filings).toMatchObject({
      actual: 2,
      provisional: false,
      revised: true,
      dataThrough: '2026-07-06',
    });
    expect(filings.reason.zh).toContain('2026年7月7日为预计数，自该日起不计入');
    expect(of('high-quality-incubator')).not.toHaveProperty('revised');
  });

  test('whose words are all final gives the same verdicts as one without a column of states, but for their statements', async () => {
    const settled = revenueRows.map((row) => `${row},最终核实`);
    const plain = patents.map((row, i) => (i === 0 ? row : row.replace(/,[^,]*$/, ',')));
    const { of } = await publish('settled', {
      'industry-revenue.csv': lines(`${revenueHeader},数据状态`, ...settled),
      'patents.csv': lines(...plain),
    });
    const without = await publish('without', {
      'industry-revenue.json': await readFile(join(park, 'data/industry-revenue.json'), 'utf8'),
      'industry-revenue.csv': lines(revenueHeader, ...revenueRows),
      'patents.json': await readFile(join(park, 'data/patents.json'), 'utf8'),
      'patents.csv': lines(...patents.map((row) => row.replace(/,[^,]*$/, ''))),
    });
    for (const goal of ['leading-industries-revenue', 'pct-applications']) {
      expect(of(goal)).toEqual({ ...without.of(goal), sql: of(goal).sql });
      expect(without.of(goal).sql).not.toContain('state');
    }
  });

  test('of which a cell is merged counts it as the weakest state that it may have', async () => {
    // In October one of the four enterprises of an industry is final, in the same zone as the others.
    const alone = revenueRows.map((row) => {
      const final = row.slice(0, 7) < '2026-10' || row.includes('E900001');
      return `${row},${final ? '最终核实' : '初步核算'}`;
    });
    const metrics = JSON.parse(await readFile(join(park, 'metrics.json'), 'utf8')) as MetricsFile;
    const all = metrics.metrics.map((one) =>
      one.id === 'leading-industries-revenue' ? { ...one, where: undefined } : one,
    );
    const { equal, of } = await publish('merged', {
      'metrics.json': JSON.stringify({ ...metrics, metrics: all }),
      'industry-revenue.csv': lines(`${revenueHeader},数据状态`, ...alone),
    });
    expect(equal).toBe(true);
    const total = of('leading-industries-revenue');
    // Nothing published says that the pooled cell holds no estimate.
    expect(total).toMatchObject({ dataThrough: '2026-09-30', provisional: false });
    expect(total.reason.zh).toContain('2026年10月为预计数，自该月起不计入');
  });

  test('with another word rejects that row, at its line', async () => {
    const wrong = patents.map((row) => row.replace(/最终核实$/, '已核实'));
    const { told } = await run('check', await source('wrong', { 'patents.csv': lines(...wrong) }));
    expect(told).toEqual([
      expect.stringMatching(
        /^data\/patents\.csv:6:\d+: state is "已核实", which names no state of a figure\. .*Or name it under "revision" in the contract, with its state\.$/,
      ),
    ]);
  });

  test('whose cube does not publish the states is refused, with the remedy', async () => {
    const open = JSON.parse(await contractWithStates('industry-revenue')) as Contract;
    const cube = { ...open.cube!, dimensions: ['industry', 'sub_industry', 'zone'] };
    const changes = { 'industry-revenue.json': JSON.stringify({ ...open, cube }) };
    const { code, told } = await run('check', await source('closed', changes));
    expect([code, told.length]).toEqual([1, 1]);
    expect(told[0]).toContain('Add "state" to the dimensions of the cube, as the first of them');
  });
});
