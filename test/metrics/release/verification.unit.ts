import { rm } from 'node:fs/promises';
import {
  createMetrics,
  type Engine,
  type Manifest,
  type Metrics,
  type PublishedDataset,
  type PublishedVerdict,
  type ReleaseVerification,
  type VerificationStep,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forge, type Forgery } from './forge.js';
import { writeRelease, type Release } from './release.js';

let release: Release;
let metrics: Metrics;
let count = 0;
const folders: string[] = [];
beforeAll(async () => {
  release = await writeRelease();
});
afterAll(async () => {
  for (const folder of [release.folder, ...folders]) await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  metrics = createMetrics({ engine: nodeEngine() });
});
afterEach(() => metrics.close());

async function check(forgery: Forgery): Promise<ReleaseVerification> {
  const name = `verification-${++count}`;
  folders.push(`${release.folder}-${name}`);
  await metrics.open(await forge(release, name, forgery));
  return metrics.verify();
}

/** A manifest of which the first dataset, of the cube, says something else. */
const first =
  (change: (dataset: PublishedDataset) => object) =>
  (manifest: Manifest): Manifest => {
    const [dataset, ...others] = manifest.datasets as [PublishedDataset, ...PublishedDataset[]];
    return { ...manifest, datasets: [{ ...dataset, ...change(dataset) }, ...others] };
  };
const cubeOf = ({ published }: PublishedDataset, change: object = {}): object => ({
  cube: { cells: published, merged: 0, published, contributors: 3, dominance: 0.85, ...change },
});
/** Cells that are as safe as their contract asks: those of the tests are not merged. */
const safe = 'UPDATE industry_revenue SET contributors = 3';
const wrong = ({ facts }: ReleaseVerification): readonly string[] =>
  facts.filter(({ equal }) => !equal).map(({ where }) => where);

describe('the manifest', () => {
  test('is the one that verdicts.json was written for', async () => {
    const { equal, manifest } = await check({});
    expect([equal, manifest.equal, manifest.published]).toEqual([true, true, manifest.recomputed]);
  });

  test.each<[string, (manifest: Manifest) => Manifest]>([
    ['another wording of a goal', (one) => ({ ...one, plan: { ...one.plan, notes: [] } })],
    ['another engine', (one) => ({ ...one, engine: 'v1.4.3' })],
    [
      'other warnings',
      (one) => ({ ...one, warnings: [{ code: 'a', where: '$', message: 'b', remedy: 'c' }] }),
    ],
    ['other counts of rows', first(({ rows }) => ({ rows: { ...rows, read: rows.read + 1, rejected: 1 } }))],
  ])('with %s is named', async (what, after) => {
    const { equal, manifest, goals, verdictsFile } = await check({ after });
    expect([equal, manifest.equal, verdictsFile.equal]).toEqual([false, false, true]);
    expect(manifest.published).not.toBe(manifest.recomputed);
    // The figures are the same; rows that were rejected are told beside them.
    const differing = new Set(goals.flatMap(({ differences }) => differences));
    const told = what === 'other counts of rows' ? ['completeness', 'reason'] : [];
    expect([...differing].toSorted()).toEqual(told);
  });

  test('is the same with another block layout of the database and with its keys in another order', async () => {
    const reverse = (manifest: Manifest): Manifest =>
      Object.fromEntries(Object.entries(manifest).reverse()) as unknown as Manifest;
    expect((await check({ sql: 'CREATE TABLE t AS SELECT 1; DROP TABLE t', after: reverse })).equal).toBe(
      true,
    );
  });
});

describe('what a manifest says of its data is computed again, though every digest is right', () => {
  test.each<[string, (manifest: Manifest) => Manifest, string]>([
    ['that nothing is made up', (one) => ({ ...one, demo: false }), '$.demo'],
    [
      'more rows than there are',
      first(({ published }) => ({ published: published + 1 })),
      '$.datasets[0].published',
    ],
    [
      'fewer rows kept than are published',
      first(({ published }) => ({ rows: { read: published - 1, kept: published - 1, rejected: 0 } })),
      '$.datasets[0].rows.kept',
    ],
    [
      'fewer cells published',
      first((one) => cubeOf(one, { published: one.published - 1 })),
      '$.datasets[0].cube.published',
    ],
    ['cells merged that are whole', first((one) => cubeOf(one, { merged: 1 })), '$.datasets[0].cube.cells'],
    [
      'another rule than its contract',
      first((one) => cubeOf(one, { dominance: 0.9 })),
      '$.datasets[0].cube.dominance',
    ],
  ])('%s', async (_, manifest, where) => {
    const verification = await check({ sql: safe, manifest });
    expect(verification.manifest.equal).toBe(true);
    expect([verification.equal, wrong(verification)]).toEqual([false, [where]]);
  });

  test('cells of fewer contributors than they are said to have', async () => {
    const manifest = first((one) => cubeOf(one));
    const verification = await check({ sql: `${safe}; ${safe} - 1 WHERE rowid = 7`, manifest });
    expect(verification.facts.find(({ equal }) => !equal)).toEqual({
      where: '$.datasets[0].cube.contributors',
      equal: false,
      published: 3,
      recomputed: 2,
    });
  });

  test('and what it says right is equal', async () => {
    const verification = await check({ sql: safe, manifest: first((one) => cubeOf(one)) });
    expect([verification.equal, wrong(verification)]).toEqual([true, []]);
    expect(verification.facts.map(({ where }) => where)).toContain('$.datasets[0].cube.cells');
    expect(verification.facts.map(({ where }) => where)).toContain('$.datasets[1].contract.columns');
  });
});

describe('what a page shows', () => {
  const verdicts = (): readonly PublishedVerdict[] => release.verdicts.verdicts;

  test('is held against what is computed again: all of it, or some', async () => {
    await metrics.open(release.manifestFile);
    expect((await metrics.verify()).shown).toBeNull();
    for (const shown of [verdicts(), [verdicts()[2]!], [], release.verdicts]) {
      const verification = await metrics.verify({ shown });
      expect([verification.equal, verification.shown!.equal]).toEqual([true, true]);
      expect(verification.shown!.goals).toHaveLength('verdicts' in shown ? 4 : shown.length);
    }
  });

  test('is named where it is another figure, of another goal or shown twice', async () => {
    await metrics.open(release.manifestFile);
    const [one, two] = verdicts() as [PublishedVerdict, PublishedVerdict];
    for (const [shown, differences] of [
      [
        [{ ...one, actual: one.actual! + 1 }, two],
        [['actual'], []],
      ],
      [[{ ...one, goal: 'invented' }], [['goal']]],
      [
        [one, one],
        [[], ['goal']],
      ],
    ] as const) {
      const verification = await metrics.verify({ shown });
      expect(verification.shown!.goals.map((goal) => goal.differences)).toEqual(differences);
      expect([verification.equal, verification.shown!.equal]).toEqual([false, false]);
      expect(verification.goals.every(({ equal }) => equal)).toBe(true);
    }
  });

  test('of an earlier file is named by its head', async () => {
    await metrics.open(release.manifestFile);
    const shown = {
      ...release.verdicts,
      asOf: '2026-09-30',
      withheld: [{ goal: 'a', name: one, reason: one }],
    };
    const verification = await metrics.verify({ shown });
    expect(verification.shown!.differences).toEqual(['asOf', 'withheld']);
    expect(verification.equal).toBe(false);
  });

  test('is told for what it is where it is no list', async () => {
    await metrics.open(release.manifestFile);
    const [verdict] = verdicts();
    for (const [shown, told] of [
      [verdict, '"options.shown" is an object.'],
      [{}, '"options.shown" is an object.'],
      [null, '"options.shown" is null.'],
      ['x', '"options.shown" is "x".'],
      [{ verdicts: verdict }, '"options.shown.verdicts" is an object.'],
    ])
      await expect(metrics.verify({ shown: shown as unknown as [] })).rejects.toThrow(
        `The argument ${told as string} Give a list.`,
      );
  });

  test.each([[5], [{}], [[null]], [{ verdicts: ['x'] }]])('is refused where it is %j', async (shown) => {
    await metrics.open(release.manifestFile);
    await expect(metrics.verify({ shown: shown as unknown as [] })).rejects.toMatchObject({
      code: 'REFUSED',
    });
  });

  const one = { zh: '甲', en: 'A' };
});

test('files are read no further than they may be long: verdicts.json than its manifest names, and some room to tell what differs', async () => {
  const engine = nodeEngine();
  const asked: [string, number | undefined][] = [];
  const read: Engine['read'] = (url, options) => {
    asked.push([url.slice(url.lastIndexOf('/') + 1), options?.bytes]);
    return engine.read(url, options);
  };
  const own = createMetrics({
    engine: new Proxy(engine, { get: (of, key) => (key === 'read' ? read : bind(of, key)) }),
  });
  await own.open(release.manifestFile);
  await own.verify();
  await own.close();
  const { bytes } = release.manifest.files.verdicts;
  expect(asked).toEqual([
    ['manifest.json', 64 * 1024 * 1024],
    ['verdicts.json', bytes + 64 * 1024],
  ]);
});

function bind(engine: Engine, key: string | symbol): unknown {
  const value: unknown = Reflect.get(engine, key);
  return typeof value === 'function' ? (value.bind(engine) as unknown) : value;
}

describe('the steps of a verification', () => {
  test('are told as they are done, each with its statements, up to the number that was expected', async () => {
    await metrics.open(await forge(release, 'steps', {}));
    folders.push(`${release.folder}-steps`);
    const steps: VerificationStep[] = [];
    const { equal, goals } = await metrics.verify({ onStep: (step) => steps.push(step) });
    expect(equal).toBe(true);
    expect(steps.map(({ done }) => done)).toEqual(steps.map((_, i) => i + 1));
    expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([steps.length]));
    const { plan, datasets } = metrics.manifest;
    const names = (kind: VerificationStep['kind']) =>
      steps.filter((one) => one.kind === kind).map(({ name }) => name);
    expect(names('goal')).toEqual(plan.goals.map(({ id }) => id));
    expect(names('rows')).toEqual(datasets.map(({ contract }) => contract.id));
    for (const { goal, published } of goals) {
      const { statements, milliseconds } = steps.find(({ kind, name }) => kind === 'goal' && name === goal)!;
      expect(statements[0]!.sql).toBe(published!.sql);
      expect(milliseconds).toBeGreaterThanOrEqual(statements[0]!.milliseconds);
      expect(statements[0]!.rows).toBeGreaterThan(0);
    }
  });

  test('are told to a function, and to nothing else', async () => {
    await metrics.open(await forge(release, 'no-function', {}));
    folders.push(`${release.folder}-no-function`);
    await expect(metrics.verify({ onStep: 1 as never })).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
