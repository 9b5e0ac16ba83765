import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Manifest, type Verdicts } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractWith, openFolder, park, run, writeSource } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/** Publishes the park as of a day, and asks its database. */
async function publishAsOf(day: string) {
  const out = join(folder, day);
  const { code, notes } = await run('publish', park, '--out', out, '--as-of', day);
  const engine = nodeEngine();
  try {
    await engine.open({ url: join(out, 'park.duckdb') });
    const ask = async (sql: string) => (await engine.run(sql)).columns[0]!.values[0];
    const last = await Promise.all([
      ask('SELECT max(month) FROM industry_revenue'),
      ask('SELECT max(filed) FROM patents'),
      ask('SELECT max(date) FROM incubation'),
    ]);
    return { out, code, notes, last, manifest: await readJson<Manifest>(join(out, 'manifest.json')) };
  } finally {
    await engine.close();
  }
}

describe('a release as of a day', () => {
  test('holds no row of a period that ends later, and says how far its figures go', async () => {
    const { code, last, manifest, notes } = await publishAsOf('2026-08-15');
    expect(code).toBe(0);
    expect(last[0]).toBe('2026-07-01');
    expect(String(last[1]) <= '2026-08-15').toBe(true);
    expect(String(last[2]) <= '2026-08-15').toBe(true);
    expect(manifest.datasets.map(({ contract }) => contract.reportedThrough)).toEqual(
      Array(7).fill('2026-08-15'),
    );
    for (const { rows } of manifest.datasets) expect(rows.read).toBe(rows.kept + rows.rejected);
    expect(notes).toContainEqual(
      expect.stringMatching(
        /^data\/industry-revenue\.csv: \d+ rows are left out: their periods end after 2026-08-15/,
      ),
    );
  });

  test('of the last day of a month holds that month', async () => {
    expect((await publishAsOf('2026-08-31')).last[0]).toBe('2026-08-01');
    expect((await publishAsOf('2026-08-30')).last[0]).toBe('2026-07-01');
  });

  test('and a page over it judge alike, also on a later day', async () => {
    const { out } = await publishAsOf('2026-06-30');
    const { verdicts } = await readJson<Verdicts>(join(out, 'verdicts.json'));
    const metrics = createMetrics({ engine: nodeEngine() });
    try {
      await metrics.open(join(out, 'manifest.json'));
      for (const verdict of verdicts) {
        const own = await metrics.judge(verdict.goal, { asOf: '2026-12-31' });
        expect([own.actual, own.dataThrough], verdict.goal).toEqual([verdict.actual, verdict.dataThrough]);
      }
    } finally {
      await metrics.close();
    }
  });

  test('after all figures changes nothing of them', async () => {
    const [late, usual] = [await publishAsOf('2026-11-15'), await publishAsOf('2026-10-31')];
    const of = ({ manifest }: typeof late) =>
      manifest.datasets.map(({ digest, contract }) => [digest, contract.reportedThrough]);
    expect(of(late)).toEqual(of(usual));
    expect(late.notes).toEqual([]);
  });
});

describe('the day of the run', () => {
  const real = async (id: string) => {
    const { demo, ...contract } = JSON.parse(await contractWith(id, {})) as { demo: unknown };
    expect(demo).toBeDefined();
    return JSON.stringify(contract);
  };
  const later =
    /^data\/patents\.json:1:\d+ \$\.reportedThrough: The figures of patents cover the days up to 2026-10-31, but today is 2026-10-30\. Write the last day with complete figures\.$/;

  test('is after all that is reported: else it is a problem, and of demo data a note', async () => {
    const source = await writeSource(join(folder, 'real'), { 'patents.json': await real('patents') });
    expect((await run('check', source, '--today', '2026-10-31')).code).toBe(0);
    const { code, told, notes } = await run('check', source, '--today', '2026-10-30');
    expect([code, told]).toEqual([1, [expect.stringMatching(later)]]);
    expect(notes.map((note) => note.replace(/:.*/, ''))).toEqual([
      'data/incubation.json',
      'data/industry-revenue.json',
      'data/science-finance.json',
      'data/service-packages.json',
      'data/space-supply.json',
      'data/tasks.json',
    ]);
    expect((await run('publish', source, '--out', join(folder, 'no'), '--today', '2026-10-30')).code).toBe(1);
  });

  test('is the last on which can be judged', async () => {
    const source = await writeSource(join(folder, 'judged'), { 'patents.json': await real('patents') });
    const { code, told } = await run('check', source, '--today', '2026-11-01', '--as-of', '2026-11-02');
    expect([code, told]).toEqual([
      1,
      [
        '--as-of: The goals are to be judged as of 2026-11-02, but today is 2026-11-01. Give a day that is not after today, or leave --as-of out.',
      ],
    ]);
    const demo = await run('check', park, '--today', '2026-11-01', '--as-of', '2026-11-02');
    expect([demo.code, demo.notes.length]).toEqual([0, 1]);
  });

  test('is a day of the calendar', async () => {
    expect((await run('check', park, '--today', '2026-02-30')).told).toEqual([
      '--today: "2026-02-30" is not a day of the calendar. Write it like 2026-10-31.',
    ]);
  });
});
