import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMetrics,
  type Manifest,
  type Metrics,
  type MetricsErrorCode,
  recompute,
  tableRows,
  type Verdicts,
} from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parkDatasets } from '../example.js';
import { year2026 } from '../metric/definitions.js';
import { describeFile, writeRelease, type Release } from '../release/release.js';

let release: Release;
let metrics: Metrics;
beforeAll(async () => {
  release = await writeRelease();
});
afterAll(() => rm(release.folder, { recursive: true }));
beforeEach(() => {
  metrics = createMetrics({ engine: nodeEngine() });
});
afterEach(() => metrics.close());

/** A copy of the release with other files: those given, or changed in place. */
async function copyRelease(change: (folder: string) => Promise<void>): Promise<string> {
  const folder = `${release.folder}-copy`;
  await rm(folder, { recursive: true, force: true });
  await cp(release.folder, folder, { recursive: true });
  await change(folder);
  return join(folder, 'manifest.json');
}
afterAll(() => rm(`${release.folder}-copy`, { recursive: true, force: true }));

async function expectError(call: Promise<unknown>, code: MetricsErrorCode, message: RegExp): Promise<void> {
  await expect(call).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string });
}

test('the SDK in ten lines', async () => {
  await metrics.open(release.manifestFile);
  const table = await metrics.query({
    metric: 'industry-revenue',
    by: ['period', 'industry'],
    during: year2026,
  });
  const { status } = await metrics.judge('leading-industries-revenue');
  const { equal } = await metrics.verify();
  expect([table.rowCount, status, equal]).toEqual([50, 'on-track', true]);
  expect(metrics.plan.id).toBe(metrics.manifest.plan.id);
});

describe('the four goals of the park', () => {
  test('are judged from the published data, with their SQL', async () => {
    await metrics.open(release.manifestFile);
    const verdicts = await Promise.all(release.manifest.plan.goals.map(({ id }) => metrics.judge(id)));
    expect(verdicts).toEqual(release.verdicts.verdicts);
    expect(verdicts.map(({ goal, status }) => [goal, status])).toEqual([
      ['leading-industries-revenue', 'on-track'],
      ['pct-applications', 'at-risk'],
      ['unicorn-hidden-champion', 'off-track'],
      ['high-quality-incubator', 'achieved'],
    ]);
    expect(verdicts.map(({ demo, count, source }) => [demo, count, source.en])).toEqual([
      [true, false, 'Demo data (park/generate)'],
      ...Array.from({ length: 3 }, () => [true, true, 'Demo data (park/generate)']),
    ]);
  });

  test('have the figures that plain SQL over the CSV files gives, to the last bit', async () => {
    const folder = join(import.meta.dirname, '../../../examples/park/data');
    const workbench = await openWorkbench();
    const plain = `
      SELECT
        (SELECT CAST(sum(CAST(revenue AS DECIMAL(18, 2))) / 10000 AS VARCHAR)
         FROM read_csv('${folder}/industry-revenue.csv', all_varchar = true)
         WHERE month LIKE '2026-%' AND month <= '2026-10-31' AND industry IN ('集成电路', '生物医药', '人工智能')) AS a,
        (SELECT count(*) FROM read_csv('${folder}/patents.csv', all_varchar = true)
         WHERE route = 'PCT' AND filed BETWEEN '2026-01-01' AND '2026-10-31') AS b,
        (SELECT count(*) FROM read_csv('${folder}/incubation.csv', all_varchar = true)
         WHERE event IN ('unicorn-recognised', 'hidden-champion-recognised') AND date BETWEEN '2025-01-01' AND '2026-10-31') AS c,
        (SELECT count(*) FROM read_csv('${folder}/incubation.csv', all_varchar = true)
         WHERE event = 'incubator-recognised' AND level = 'high-quality' AND date BETWEEN '2025-01-01' AND '2026-10-31') AS d`;
    const [row] = await workbench.rows(plain);
    await workbench.close();
    expect(release.verdicts.verdicts.map(({ actual }) => actual)).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => Number(row![name])),
    );
  });

  test('are judged on the day that is asked for', async () => {
    await metrics.open(release.manifestFile);
    const earlier = await metrics.judge('leading-industries-revenue', { asOf: '2026-06-30' });
    expect(earlier.dataThrough).toBe('2026-06-30');
    expect(earlier.actual!).toBeLessThan(release.verdicts.verdicts[0]!.actual!);
    await expectError(
      metrics.judge('leading-industries-revenue', { asOf: 'yesterday' }),
      'REFUSED',
      /yesterday/,
    );
  });

  test('are not judged on another day where the option is misspelt', async () => {
    await metrics.open(release.manifestFile);
    const misspelt = { asof: '2026-06-30' } as object;
    await expectError(metrics.judge('pct-applications', misspelt), 'REFUSED', /Did you mean "asOf"/);
  });

  test('are recomputed on a workbench as over the published database', async () => {
    const workbench = await openWorkbench();
    await workbench.execute(`ATTACH '${release.databaseFile}' AS release (READ_ONLY); USE release`);
    const { manifest } = release;
    expect(await recompute(workbench, manifest, { asOf: manifest.asOf })).toEqual(release.verdicts.verdicts);
    await workbench.close();
  });
});

test('a query gives a table by row, too, and the statement that gave it', async () => {
  await metrics.open(release.manifestFile);
  const table = await metrics.query({ metric: 'pct-applications', by: ['kind'], during: year2026 });
  expect(tableRows(table)).toEqual([{ kind: 'invention', value: 71 }]);
  expect(table.sql).toContain("route = 'PCT'");
});

test('names that nothing declares are told with the nearest', async () => {
  await metrics.open(release.manifestFile);
  await expectError(
    metrics.query({ metric: 'industri-revenue' }),
    'UNKNOWN_NAME',
    /metric.*Did you mean "industry-revenue"/,
  );
  await expectError(
    metrics.judge('pct-aplications'),
    'UNKNOWN_NAME',
    /goal.*Did you mean "pct-applications"/,
  );
  await expectError(
    metrics.query({ metric: 'industry-revenue', by: ['zones'] }),
    'UNKNOWN_NAME',
    /Did you mean "zone"/,
  );
});

test('a query or a goal of another shape is refused', async () => {
  await metrics.open(release.manifestFile);
  for (const query of [null, {}, { metric: null }, { metric: 'industry-revenue', wher: [] }]) {
    await expectError(metrics.query(query as never), 'REFUSED', /^The query cannot be answered\. \$/);
  }
  for (const goal of [null, undefined, 5, {}]) {
    await expectError(metrics.judge(goal as never), 'REFUSED', /"goal" is .*Give a text/);
  }
});

test('nobody changes the manifest of an open release, nor what is in it', async () => {
  await metrics.open(release.manifestFile);
  const { manifest, plan } = metrics;
  const goal = plan.goals[0] as { target: number };
  expect(() => (goal.target = 1)).toThrow(TypeError);
  expect(() => ((manifest as { asOf: string }).asOf = '2026-01-01')).toThrow(TypeError);
  expect(() => (manifest.metrics as unknown[]).pop()).toThrow(TypeError);
  expect(() => ((manifest.datasets[0]!.contract.columns[0] as { name: string }).name = 'x')).toThrow(
    TypeError,
  );
  expect((await metrics.verify()).equal).toBe(true);
});

test('before it is opened, and after it is closed, a release answers nothing', async () => {
  const answersNothing = async (): Promise<void> => {
    expect(() => metrics.manifest).toThrow(/No release is open/);
    await expectError(metrics.query({ metric: 'industry-revenue' }), 'CLOSED', /open/);
    await expectError(metrics.judge('pct-applications'), 'CLOSED', /open/);
    await expectError(metrics.verify(), 'CLOSED', /open/);
  };
  await answersNothing();
  await metrics.open(release.manifestFile);
  await metrics.close();
  await answersNothing();
});

test('a release that is closed, or replaced, while it opens stays closed', async () => {
  const opening = metrics.open(release.manifestFile);
  await metrics.close();
  await expectError(opening, 'CLOSED', /./);
  const [first, second] = [metrics.open(release.manifestFile), metrics.open(release.manifestFile)];
  await expectError(first, 'CLOSED', /another/);
  await second;
  expect((await metrics.verify()).equal).toBe(true);
});

describe('a release that is not whole is not opened', () => {
  test('without a manifest, or with one that is none', async () => {
    await expectError(metrics.open(join(release.folder, 'nothing.json')), 'RELEASE', /nothing\.json/);
    const broken = await copyRelease((folder) => writeFile(join(folder, 'manifest.json'), '{"version": 1,'));
    await expectError(metrics.open(broken), 'RELEASE', /manifest\.json:1:\d+/);
    const other = await copyRelease((folder) => writeFile(join(folder, 'manifest.json'), '{"version": 2}'));
    await expectError(metrics.open(other), 'RELEASE', /manifest\.json \$/);
    expect(() => metrics.manifest).toThrow();
  });

  test('with another database, or none', async () => {
    const other = await copyRelease(async (folder) => {
      const file = join(folder, 'park.duckdb');
      const content = await readFile(file);
      content[content.length - 1]! ^= 1;
      await writeFile(file, content);
    });
    await expectError(metrics.open(other), 'DATABASE', /SHA-256/);
    const none = await copyRelease((folder) => rm(join(folder, 'park.duckdb')));
    await expectError(metrics.open(none), 'DATABASE', /park\.duckdb/);
  });
});

describe('verification', () => {
  test('finds an edited figure, and that the file was edited', async () => {
    const edited = await copyRelease(async (folder) => {
      const file = join(folder, 'verdicts.json');
      await writeFile(file, (await readFile(file, 'utf8')).replace('"actual": 71', '"actual": 99'));
    });
    await metrics.open(edited);
    const { equal, goals, verdictsFile, rows } = await metrics.verify();
    expect([equal, verdictsFile.equal, rows.every((check) => check.equal)]).toEqual([false, false, true]);
    expect(goals.filter((goal) => !goal.equal).map((goal) => [goal.goal, goal.differences])).toEqual([
      ['pct-applications', ['actual']],
    ]);
  });

  test('finds rows that are not those of the manifest, though every file has its digest', async () => {
    const changed = await copyRelease(async (folder) => {
      const workbench = await openWorkbench();
      await workbench.execute(`ATTACH '${join(folder, 'park.duckdb')}' AS r;
        DELETE FROM r.patents WHERE application_number = 'CN2023D0000001'; CHECKPOINT r; DETACH r`);
      await workbench.close();
      const file = join(folder, 'manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
      const files = { ...manifest.files, database: await describeFile(folder, 'park.duckdb') };
      await writeFile(file, JSON.stringify({ ...manifest, files }));
    });
    await metrics.open(changed);
    const { equal, goals, verdictsFile, rows } = await metrics.verify();
    expect([equal, goals.every((goal) => goal.equal), verdictsFile.equal]).toEqual([false, true, true]);
    expect(rows.map(({ dataset, equal: same }) => [dataset, same])).toEqual(
      parkDatasets.map((id) => [id, id !== 'patents']),
    );
  });

  test('finds that verdicts.json is not the file of the manifest, though it says the same', async () => {
    const edited = await copyRelease(async (folder) => {
      const file = join(folder, 'verdicts.json');
      await writeFile(file, `${await readFile(file, 'utf8')}\n`);
    });
    await metrics.open(edited);
    const { equal, goals, head, verdictsFile } = await metrics.verify();
    expect([equal, goals.every((goal) => goal.equal), head.equal, verdictsFile.equal]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('finds verdicts of another day or plan, though the file has its digest', async () => {
    const heads: readonly [(published: Verdicts) => object, readonly string[]][] = [
      [() => ({ asOf: '2026-10-30' }), ['asOf']],
      [({ plan }) => ({ plan: { ...plan, id: 'other' } }), ['id']],
      [({ plan }) => ({ plan: { ...plan, title: { ...plan.title, zh: '别的规划' } } }), ['title']],
      [({ plan }) => ({ plan: { ...plan, number: '1' } }), ['number']],
    ];
    for (const [change, differences] of heads) {
      const edited = await copyRelease(async (folder) => {
        const { verdicts, manifest } = release;
        await writeFile(join(folder, 'verdicts.json'), JSON.stringify({ ...verdicts, ...change(verdicts) }));
        const files = { ...manifest.files, verdicts: await describeFile(folder, 'verdicts.json') };
        await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
      });
      await metrics.open(edited);
      const { equal, goals, head, verdictsFile } = await metrics.verify();
      expect(goals.every((goal) => goal.equal) && verdictsFile.equal).toBe(true);
      expect([equal, head]).toEqual([false, { equal: false, differences }]);
    }
  });

  test('says where verdicts.json cannot be read', async () => {
    const broken = await copyRelease((folder) => writeFile(join(folder, 'verdicts.json'), 'Not found'));
    await metrics.open(broken);
    await expectError(metrics.verify(), 'RELEASE', /verdicts\.json/);
  });
});
