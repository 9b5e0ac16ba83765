import { rm } from 'node:fs/promises';
import { createMetrics, MetricsError, type Engine, type Metrics } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { rows, tableOf, visits } from './own.js';

let release: Release;
let metrics: Metrics;
let engine: Engine;
beforeAll(async () => {
  release = await writeRelease();
  engine = nodeEngine();
  metrics = createMetrics({ engine });
  await metrics.open(release.manifestFile);
});
afterAll(async () => {
  await metrics.close();
  await rm(release.folder, { recursive: true });
});

/** Values that a page in JavaScript passes by mistake. */
const strange: readonly unknown[] = [
  ...[undefined, null, true, 0, NaN, 5n, 'nothing', '', Symbol('x'), [], [null], {}, new Date(0)],
  ...[
    () => undefined,
    Object.create(null) as object,
    { signal: {} },
    { onProgress: 1 },
    { deadline: 'soon' },
  ],
];

/** How calls end: a code, `answered`, or an error that has no code. */
async function endOf(call: () => unknown): Promise<string> {
  try {
    await call();
    return 'answered';
  } catch (error) {
    return error instanceof MetricsError ? error.code : String(error);
  }
}

const name = (value: unknown): string =>
  typeof value === 'object'
    ? JSON.stringify(value)
    : `${typeof value} ${(value as symbol | undefined)?.toString()}`;

type Anything = (...given: readonly unknown[]) => unknown;
const codes = ['answered', 'REFUSED', 'UNKNOWN_NAME', 'RELEASE', 'DATABASE', 'SQL'];

describe('whatever is passed, a call is answered or ends with a code:', () => {
  const asked = { metric: 'industry-revenue' };
  const cuboid = { metrics: ['industry-revenue'], by: ['zone'] };
  const table = tableOf(rows);
  const goal = 'pct-applications';
  test.each<[string, readonly ((given: unknown) => readonly unknown[])[]]>([
    [
      'query',
      [(one) => [one], (one) => [asked, one], (one) => [{ metric: one }], (one) => [{ ...asked, by: one }]],
    ],
    [
      'query',
      ['where', 'during', 'compare', 'top', 'rolling', 'share'].map((key) => (one) => [
        { ...asked, [key]: one },
      ]),
    ],
    ['precompute', [(one) => [one], (one) => [cuboid, one], (one) => [{ ...cuboid, by: one }]]],
    ['judge', [(one) => [one], (one) => [goal, one], (one) => [goal, { asOf: one }]]],
    ['verify', [(one) => [one]]],
    ['define', [(one) => [one], (one) => [{ version: 1, metrics: one }], (one) => [[one]]]],
    ['remove', [(one) => [one], (one) => ['visits', one]]],
    ['subscribe', [(one) => [one]]],
    [
      'add',
      [(one) => [one], (one) => [{ contract: one, table }], (one) => [{ contract: visits, table: one }]],
    ],
    [
      'add',
      ['file', 'header', 'columns', 'rowCount', 'placeOf', 'rejects', 'notes'].map((key) => (one) => [
        { contract: visits, table: { ...table, [key]: one } },
      ]),
    ],
    [
      'add',
      [(one) => [{ contract: visits, table, metrics: one }], (one) => [{ contract: visits, table }, one]],
    ],
  ])('%s', async (method, forms) => {
    const call: Anything = (...given) => (metrics as unknown as Record<string, Anything>)[method]!(...given);
    for (const [form, given] of forms.entries()) {
      for (const one of strange) {
        const end = await endOf(() => call(...given(one)));
        expect(codes, `form ${form}, given ${name(one)}: ${end}`).toContain(end);
      }
    }
    expect(await endOf(() => metrics.query(asked))).toBe('answered');
  });

  test('open, and what is open stays so', async () => {
    for (const one of strange.filter((given) => typeof given !== 'string')) {
      expect(await endOf(() => metrics.open(one as string)), name(one)).toBe('REFUSED');
    }
    expect(await endOf(() => metrics.open(release.manifestFile, null as unknown as object))).toBe('REFUSED');
    expect(metrics.plan.goals).toHaveLength(4);
  });

  test('createMetrics, and the functions of what it gives', async () => {
    for (const one of strange) {
      const create = createMetrics as Anything;
      expect(await endOf(() => create(one)), name(one)).toBe('REFUSED');
      expect(await endOf(() => create({ engine: one })), name(one)).toBe('REFUSED');
      const cached = await endOf(() => create({ engine, cacheBytes: one }));
      expect(cached, name(one)).toBe(one === undefined || one === 0 ? 'answered' : 'REFUSED');
    }
    const result = await metrics.query(asked);
    const { drop } = await metrics.precompute(cuboid);
    for (const one of strange) {
      const options = await endOf(() => result.toCsv(one as object));
      expect(['answered', 'REFUSED'], name(one)).toContain(options);
      for (const key of ['locale', 'header', 'bom'])
        expect(codes, name(one)).toContain(await endOf(() => result.toCsv({ [key]: one })));
      expect(codes, name(one)).toContain(await endOf(() => drop(one as object)));
    }
  });

  test('and the engine’s', async () => {
    const calls: readonly ((given: unknown) => unknown)[] = [
      (one) => engine.run(one as string),
      (one) => engine.run("SELECT 'a' AS a", one as object),
      (one) => engine.load('own', one as []),
      (one) => engine.load('own', [one as never]),
      (one) => engine.load('own', [{ name: one as string, type: 'VARCHAR', values: [] }]),
      (one) => engine.load('own', [{ name: 'a', type: one as 'DATE', values: [] }]),
      (one) => engine.load('own', [{ name: 'a', type: 'DATE', values: one as [] }]),
      (one) => engine.load(one as string, [{ name: 'a', type: 'DATE', values: [] }]),
      (one) => engine.build(one as string, "SELECT 'a' AS a"),
      (one) => engine.build('own', one as string),
      (one) => engine.drop(one as string),
      (one) => engine.read(one as string),
      (one) => engine.subscribe(one as () => void),
    ];
    for (const [i, call] of calls.entries()) {
      for (const one of strange) {
        const end = await endOf(() => call(one));
        expect(codes, `call ${i}, given ${name(one)}: ${end}`).toContain(end);
      }
    }
    const other = nodeEngine();
    for (const one of strange.filter((given) => given !== undefined))
      expect(codes, name(one)).toContain(await endOf(() => other.open(one as never)));
    await other.close();
  });

  test('and says which argument it was, and what to give', async () => {
    await expect(metrics.judge(null as unknown as string)).rejects.toThrow(/"goal" is null\. Give a text/);
    await expect(metrics.verify({ signal: 5 as unknown as AbortSignal })).rejects.toThrow(
      /"options\.signal" is 5\. Give an object/,
    );
    expect(() => metrics.subscribe('x' as unknown as () => void)).toThrow(
      /"listener" is "x"\. Give a function/,
    );
  });
});
