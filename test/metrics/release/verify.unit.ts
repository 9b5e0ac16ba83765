import { rm } from 'node:fs/promises';
import { type PublishedVerdict, type Verdicts, verify } from '@zj/metrics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeRelease, type Release } from './release.js';

let release: Release;
let published: Verdicts;
let first: PublishedVerdict;
beforeAll(async () => {
  release = await writeRelease();
  published = JSON.parse(JSON.stringify(release.verdicts)) as Verdicts;
  first = published.verdicts[0]!;
});
afterAll(() => rm(release.folder, { recursive: true }));

const withFirst = (change: object): Verdicts => ({
  ...published,
  verdicts: [{ ...first, ...change }, ...published.verdicts.slice(1)],
});
const differences = (verdicts: Verdicts): readonly (readonly string[])[] =>
  verify(verdicts, release.verdicts.verdicts).goals.map((goal) => goal.differences);

test('what was written and read again is equal, whatever the order of its keys', () => {
  const { equal, goals } = verify(published, release.verdicts.verdicts);
  expect(equal).toBe(true);
  expect(goals.map((goal) => [goal.goal, goal.equal, goal.differences])).toEqual(
    release.manifest.plan.goals.map(({ id }) => [id, true, []]),
  );
  expect(differences(withFirst(Object.fromEntries(Object.entries(first).reverse())))[0]).toEqual([]);
});

test('the last bit of a number, a letter of a text and a missing part are told by the name of their field', () => {
  const changes: readonly [object, readonly string[]][] = [
    [{ actual: first.actual! + 2 ** -40 }, ['actual']],
    [{ target: null }, ['target']],
    [{ attainment: Number(first.attainment!.toFixed(15)) + 2 ** -53 }, ['attainment']],
    [{ schedule: { ...first.schedule, gap: 0 } }, ['schedule']],
    [{ schedule: null }, ['schedule']],
    [{ forecast: { method: 'poisson-gamma', point: 1, interval: [1, 2], probability: 1 } }, ['forecast']],
    [{ status: 'achieved', stale: true }, ['status', 'stale']],
    [{ dataThrough: '2026-11-30', asOf: '2026-11-30' }, ['asOf', 'dataThrough']],
    [{ thresholds: { ...first.thresholds, onTrack: 0.9 } }, ['thresholds']],
    [{ reason: { ...first.reason, zh: `${first.reason.zh} ` } }, ['reason']],
    [{ name: { zh: first.name.zh } }, ['name']],
    [{ demo: false }, ['demo']],
    [{ sql: 'SELECT 1' }, ['sql']],
    [{ praise: true }, ['praise']],
  ];
  for (const [change, fields] of changes) {
    const { equal, goals } = verify(withFirst(change), release.verdicts.verdicts);
    expect([equal, goals[0]!.equal, [...goals[0]!.differences].sort()]).toEqual([
      false,
      false,
      [...fields].sort(),
    ]);
    expect(goals.slice(1).every((goal) => goal.equal)).toBe(true);
  }
});

test('the powers of published methods may differ in their last digits, their words may not', () => {
  const [escap] = first.methods.filter(({ method }) => method === 'escap');
  const withIndex = (index: number, words = escap!.words) =>
    differences(
      withFirst({
        methods: first.methods.map((one) => (one === escap ? { ...one, outputs: { index }, words } : one)),
      }),
    )[0];
  const { index } = escap!.outputs as { index: number };
  expect(withIndex(index * (1 + 1e-13))).toEqual([]);
  expect(withIndex(index * (1 + 1e-11))).toEqual(['methods']);
  expect(withIndex(index, { ...escap!.words, zh: '现状指数为9。' })).toEqual(['methods']);
});

test('a goal that is missing, invented or published twice is told', () => {
  const missing = verify({ ...published, verdicts: published.verdicts.slice(1) }, release.verdicts.verdicts);
  expect(missing.equal).toBe(false);
  expect(missing.goals.at(-1)).toMatchObject({
    goal: first.goal,
    published: null,
    recomputed: first,
    differences: ['goal'],
  });
  const invented = { ...first, goal: 'invented' };
  const more = verify(
    { ...published, verdicts: [...published.verdicts, invented] },
    release.verdicts.verdicts,
  );
  expect(more.goals.at(-1)).toMatchObject({
    goal: 'invented',
    equal: false,
    published: invented,
    recomputed: null,
  });
  const twice = verify({ ...published, verdicts: [...published.verdicts, first] }, release.verdicts.verdicts);
  expect([twice.equal, twice.goals.length, twice.goals.at(-1)!.equal]).toEqual([false, 5, false]);
});
