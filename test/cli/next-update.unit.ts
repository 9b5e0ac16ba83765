import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Manifest, type Verdicts } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractWith, openFolder, run, speak, writeSource } from './source.js';

let folder: Awaited<ReturnType<typeof openFolder>>;
beforeAll(async () => {
  folder = await openFolder();
});
afterAll(() => folder.remove());

const readJson = async <T>(...path: readonly string[]): Promise<T> =>
  JSON.parse(await readFile(join(...path), 'utf8')) as T;

/** A source whose patents have another next update. */
const sourceWith = async (name: string, nextUpdate: string): Promise<string> =>
  writeSource(join(folder.folder, name), { 'patents.json': await contractWith('patents', { nextUpdate }) });

/** The next updates of a release, of its datasets and of its goals. */
async function publish(source: string, ...words: readonly string[]) {
  const out = `${source}-out${words.length}`;
  expect((await run('publish', source, '--out', out, ...words)).code).toBe(0);
  const { datasets } = await readJson<Manifest>(out, 'manifest.json');
  const { verdicts } = await readJson<Verdicts>(out, 'verdicts.json');
  return {
    out,
    datasets: Object.fromEntries(datasets.map(({ contract }) => [contract.id, contract.nextUpdate])),
    goals: Object.fromEntries(verdicts.map(({ goal, nextUpdate }) => [goal, nextUpdate])),
  };
}

describe('the next update of a dataset', () => {
  test('stands in the release, for the dataset and for each goal over it, and is verified', async () => {
    const { out, datasets, goals } = await publish(await sourceWith('right', '2026-12-05'));
    expect(datasets).toMatchObject({ patents: '2026-12-05', incubation: '2026-11-20' });
    expect(goals).toEqual({
      'leading-industries-revenue': '2026-11-20',
      'pct-applications': '2026-12-05',
      'unicorn-hidden-champion': '2026-11-20',
      'high-quality-incubator': '2026-11-20',
    });
    const metrics = createMetrics({ engine: nodeEngine() });
    try {
      await metrics.open(join(out, 'manifest.json'));
      expect((await metrics.verify()).equal).toBe(true);
      const shown = await readJson<Verdicts>(out, 'verdicts.json');
      const forged = shown.verdicts.map((verdict) => ({ ...verdict, nextUpdate: '2026-12-24' }));
      expect((await metrics.verify({ shown: forged })).shown!.equal).toBe(false);
    } finally {
      await metrics.close();
    }
  });

  test('is unknown in a release as of an earlier day, whose dataset is cut', async () => {
    const { datasets, goals } = await publish(await sourceWith('cut', '2026-12-05'), '--as-of', '2026-09-30');
    expect(Object.values(datasets)).toEqual(Array(7).fill(undefined));
    expect(goals['pct-applications']).toBeUndefined();
  });

  test.each(['2026-10-31', '2026-09-30'])(
    'on %s, a day that is covered already, is a problem',
    async (day) => {
      const { code, told } = await run('check', await sourceWith(day, day));
      expect([code, told]).toEqual([
        1,
        [
          expect.stringMatching(
            RegExp(
              `^data/patents\\.json:1:\\d+ \\$\\.nextUpdate: The next update is on ${day}, but the figures already cover the days up to 2026-10-31\\. Write the day on which later figures are due, or remove "nextUpdate"\\.$`,
            ),
          ),
        ],
      ]);
      const { stderr } = await speak(['check', await sourceWith(day, day), '--lang', 'zh']);
      expect(stderr).toContain(`下次更新日期为 ${day}，而数据已覆盖到 2026-10-31。请写后续数据的更新日期`);
    },
  );

  test('that is no day of the calendar is a problem', async () => {
    const { code, told } = await run('check', await sourceWith('impossible', '2026-11-31'));
    expect([code, told]).toEqual([
      1,
      [
        expect.stringMatching(
          /^data\/patents\.json:1:\d+ \$\.nextUpdate: This must be a day of the calendar, but is "2026-11-31"\./,
        ),
      ],
    ]);
  });
});
