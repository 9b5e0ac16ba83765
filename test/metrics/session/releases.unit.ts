import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Metrics, type MetricsErrorCode, type Query } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { year2026 } from '../metric/definitions.js';
import { writeRelease, type Release } from '../release/release.js';

let release: Release;
/** The same plan with half the revenue and fewer patents. */
let former: Release;
let metrics: Metrics;
beforeAll(async () => {
  release = await writeRelease();
  former = await writeRelease({
    industry_revenue: 'UPDATE industry_revenue SET revenue = CAST(revenue / 2 AS DECIMAL(38, 2))',
    patents: 'DELETE FROM patents WHERE rowid % 3 = 0',
  });
});
afterAll(() => Promise.all([release, former].map(({ folder }) => rm(folder, { recursive: true }))));
beforeEach(() => {
  metrics = createMetrics({ engine: nodeEngine() });
});
afterEach(() => metrics.close());

async function expectError(call: Promise<unknown>, code: MetricsErrorCode, message: RegExp): Promise<void> {
  await expect(call).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string });
}
const figure = async (query: Query, from: Pick<Metrics, 'query'> = metrics): Promise<unknown> =>
  ((await from.query(query as never)).rows() as unknown as { value: number | null }[])[0]?.value;
const revenue = { metric: 'industry-revenue', during: year2026 } as const;
const goal = 'leading-industries-revenue';

const ways: readonly (readonly [string, () => Promise<void>])[] = [
  ['opened together', () => metrics.open(release.manifestFile, { beside: { former: former.manifestFile } })],
  [
    'attached later',
    async () => {
      await metrics.open(release.manifestFile);
      await metrics.attach('former', former.manifestFile);
    },
  ],
];

describe.each(ways)('two releases, %s,', (_way, open) => {
  beforeEach(open);

  test('answer each from its own data, and one query compares them', async () => {
    const [own, other] = [
      await figure(revenue),
      await figure(revenue, metrics.release('former')),
    ] as number[];
    expect(other).toBeCloseTo(own! / 2, 0);
    expect(await figure({ ...revenue, metric: 'former.industry-revenue' })).toBe(other);
    const both = await metrics.query({
      metrics: ['industry-revenue', 'former.industry-revenue'],
      during: year2026,
    });
    expect(both.rows()).toEqual([{ 'industry-revenue': own, 'former.industry-revenue': other }]);
    expect(both.sql).toContain('former.main.industry_revenue');
    // Whoever shows figures of made-up data says so, and names their source.
    const [source] = release.manifest.datasets.map(({ contract }) => contract.source);
    expect(both).toMatchObject({ demo: true, source });
    expect(metrics.attached).toEqual(['former']);
    expect(metrics.catalogue.metrics.map(({ id }) => id)).toContain('former.pct-applications');
  });

  test('are judged and verified each by itself, to the last bit', async () => {
    const other = metrics.release('former');
    expect(other.verified).toBe(true);
    expect(await other.judge(goal)).toEqual(former.verdicts.verdicts.find((one) => one.goal === goal));
    expect(await metrics.judge(goal)).toEqual(release.verdicts.verdicts.find((one) => one.goal === goal));
    expect(await other.judge(goal)).not.toEqual(await metrics.judge(goal));
    const [one, two] = await Promise.all([metrics.verify(), other.verify()]);
    expect([one.equal, two.equal]).toEqual([true, true]);
    expect(two.rows.map((row) => row.published)).not.toEqual(one.rows.map((row) => row.published));
    expect(other.plan.id).toBe(former.manifest.plan.id);
    expect(other.manifest).toEqual(former.manifest);
  });

  test('one is closed, and the other answers on', async () => {
    const other = metrics.release('former');
    await metrics.detach('former');
    await expectError(other.query(revenue), 'CLOSED', /former/);
    expect(() => metrics.release('former')).toThrow(/No release "former"/);
    expect(await figure(revenue)).toBeGreaterThan(0);
    await expectError(
      metrics.query({ ...revenue, metric: 'former.industry-revenue' }),
      'UNKNOWN_NAME',
      /former/,
    );
    expect(metrics.attached).toEqual([]);
  });
});

describe('a release that is attached', () => {
  const visits = {
    contract: {
      version: 1,
      id: 'visits',
      name: { en: 'Visits' },
      description: { en: 'Visits by month.' },
      file: 'visits.csv',
      source: { en: 'Counted' },
      reportedThrough: '2026-03-31',
      columns: [
        { name: 'month', label: { en: 'Month' }, type: 'DATE', required: true },
        { name: 'visits', label: { en: 'Visits' }, type: 'INTEGER' },
      ],
      key: ['month'],
      time: { column: 'month', grain: 'month' },
    },
    file: new TextEncoder().encode('month,visits\n2026-01-01,3\n2026-02-01,4\n2026-03-01,5\n'),
    metrics: [
      {
        id: 'visits',
        name: { en: 'Visits' },
        description: { en: 'All visits.' },
        dataset: 'visits',
        measure: { sum: 'visits' },
        unit: { en: 'visits' },
      },
    ],
  };

  test('leaves datasets, metrics and sums of the caller as they are', async () => {
    await metrics.open(release.manifestFile);
    await metrics.add(visits);
    const total = await figure(revenue);
    const sums = { metrics: ['industry-revenue'], by: ['industry'] };
    const { drop } = await metrics.precompute(sums);
    const fromSums = await metrics.query({ ...revenue, by: ['industry'] });
    expect(fromSums.sql).toContain('zj:cuboid');
    await metrics.attach('former', former.manifestFile);
    expect(await figure({ metric: 'visits', during: year2026 })).toBe(12);
    expect(await figure(revenue)).toBe(total);
    const again = await metrics.query({ ...revenue, by: ['industry'] });
    expect(again.sql).toContain('zj:cuboid');
    expect(again.rows()).toEqual(fromSums.rows());
    await drop();
    await metrics.remove('visits');
  });

  test('takes the place of one of its name: no sum and no answer of that is left', async () => {
    await metrics.open(release.manifestFile, { beside: { other: former.manifestFile } });
    const query = { metric: 'other.industry-revenue', by: ['industry'], during: year2026 } as const;
    await metrics.precompute({ metrics: ['other.industry-revenue'], by: ['industry'] });
    const before = await metrics.query(query);
    expect(before.sql).toContain('zj:cuboid');
    const [was, view] = [before.rows(), metrics.release('other')];
    await metrics.attach('other', release.manifestFile);
    const after = await metrics.query(query);
    expect(after.rows()).not.toEqual(was);
    expect(after.sql).toContain('other.main');
    await expectError(view.query(revenue), 'CLOSED', /replaced/);
    expect(await figure(revenue, metrics.release('other'))).toBe(await figure(revenue));
  });

  test('needs no other', async () => {
    await metrics.attach('only', former.manifestFile);
    expect((await metrics.release('only').verify()).equal).toBe(true);
    expect(() => metrics.manifest).toThrow(/No release is open/);
    await expectError(metrics.judge(goal), 'CLOSED', /No release is open/);
    await metrics.detach('only');
    await metrics.attach('next', release.manifestFile);
    expect(metrics.attached).toEqual(['next']);
    expect((await metrics.release('next').verify()).equal).toBe(true);
  });

  test('and that is broken leaves all as it was', async () => {
    await metrics.open(release.manifestFile, { beside: { other: former.manifestFile } });
    const [own, other] = [await figure(revenue), await figure(revenue, metrics.release('other'))];
    const view = metrics.release('other');
    const folder = `${former.folder}-broken`;
    await cp(former.folder, folder, { recursive: true });
    try {
      await writeFile(join(folder, 'park.duckdb'), 'garbage');
      for (const name of ['other', 'third']) {
        await expectError(metrics.attach(name, join(folder, 'manifest.json')), 'DATABASE', /park\.duckdb/);
        await expectError(metrics.attach(name, join(folder, 'none.json')), 'RELEASE', /none\.json/);
      }
      expect(metrics.attached).toEqual(['other']);
      expect([await figure(revenue), await figure(revenue, view)]).toEqual([own, other]);
      await expectError(
        metrics.open(release.manifestFile, { beside: { third: join(folder, 'manifest.json') } }),
        'DATABASE',
        /park\.duckdb/,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('needs a name that a database can have', async () => {
    await metrics.open(release.manifestFile);
    for (const name of ['memory', 'a-b', '', 'system']) {
      await expectError(metrics.attach(name, former.manifestFile), 'REFUSED', /name/);
      await expectError(
        metrics.open(release.manifestFile, { beside: { [name]: former.manifestFile } }),
        'REFUSED',
        /beside/,
      );
    }
    await expectError(metrics.detach('former'), 'UNKNOWN_NAME', /No release "former"/);
  });

  test('and an engine that has one database only is told apart', async () => {
    const own = nodeEngine();
    Object.defineProperty(own, 'attach', { value: undefined });
    const single = createMetrics({ engine: own });
    await single.open(release.manifestFile);
    await expectError(single.attach('former', former.manifestFile), 'REFUSED', /one database only/);
    await single.close();
  });

  test('while closing, it is dropped', async () => {
    await metrics.open(release.manifestFile);
    const coming = metrics.attach('former', former.manifestFile);
    const told = expectError(coming, 'CLOSED', /./);
    await metrics.close();
    await told;
    expect(metrics.attached).toEqual([]);
  });
});
