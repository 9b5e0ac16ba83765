import { rm } from 'node:fs/promises';
import {
  createMetrics,
  type Goal,
  type Metric,
  type Metrics,
  type Query,
  type ReleaseVerification,
  type Verdicts,
  type WithheldGoal,
} from '@zj/metrics';
import { findCrossings, withhold, withholdingReasons } from '@zj/metrics/internal';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forge, type Forgery } from './forge.js';
import { writeRelease, type Release } from './release.js';

const goal = 'leading-industries-revenue';
/** Merges two cells of September, one of which the goal's metric selects, into one without an industry. */
const merge = `CREATE TABLE merged AS SELECT * FROM industry_revenue LIMIT 0;
  INSERT INTO merged SELECT month, NULL, NULL, NULL, sum(revenue), sum(contributors)
    FROM industry_revenue WHERE month = DATE '2026-09-01' GROUP BY month;
  DELETE FROM industry_revenue WHERE month = DATE '2026-09-01';
  INSERT INTO industry_revenue SELECT * FROM merged; DROP TABLE merged`;

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

const planned = (): Goal => release.manifest.plan.goals.find(({ id }) => id === goal)!;

async function write(forgery: Forgery): Promise<string> {
  const name = `withheld-${++count}`;
  folders.push(`${release.folder}-${name}`);
  return forge(release, name, forgery);
}

async function check(forgery: Forgery): Promise<ReleaseVerification> {
  await metrics.open(await write(forgery));
  return metrics.verify();
}

const withholding =
  (...withheld: readonly WithheldGoal[]) =>
  (verdicts: Verdicts): Verdicts => ({ ...verdicts, withheld });

describe('a goal that is withheld', () => {
  test('is not judged from the cells that are left: nobody would be told that some are missing', async () => {
    const told = withhold(planned(), 'merged');
    await metrics.open(await write({ sql: merge, without: [goal], verdicts: withholding(told) }));
    await expect(metrics.judge(goal)).rejects.toThrow(`The goal "${goal}" is withheld. ${told.reason.en}`);
    expect((await metrics.judge('pct-applications')).goal).toBe('pct-applications');
  });

  test('has a metric whose results say how many merged cells are not counted', async () => {
    const told = withhold(planned(), 'merged');
    await metrics.open(await write({ sql: merge, without: [goal], verdicts: withholding(told) }));
    const kinds = async (query: Query) =>
      (await metrics.query(query)).completeness.map(({ kind, count: found }) => [kind, found]);
    const metric = 'leading-industries-revenue';
    // Of the leading industries nothing is left in September: it is merged, and not missing.
    expect(await kinds({ metric, during: '2026' })).toEqual([['merged', 1]]);
    expect(await kinds({ metric, during: '2026-08' })).toEqual([]);
    expect(await kinds({ metric, during: '2026-10', compare: 'previous-period' })).toEqual([['merged', 1]]);
    expect(await kinds({ metric: 'industry-revenue', during: '2026', by: ['industry'] })).toEqual([]);
    const where = [{ column: 'industry', notEquals: '集成电路' }];
    expect(await kinds({ metric: 'industry-revenue', during: '2026', where })).toEqual([['merged', 1]]);
  });

  test('because cells are merged across what it selects is listed, and all is equal', async () => {
    const told = withhold(planned(), 'merged');
    const verification = await check({ sql: merge, without: [goal], verdicts: withholding(told) });
    expect(verification.withheld).toEqual([
      { goal, name: planned().name, equal: true, published: told, causes: ['merged'], differences: [] },
    ]);
    expect(verification.goals.map((one) => one.goal)).not.toContain(goal);
    expect(verification.equal).toBe(true);
  });

  test('although no merged cell crosses its selection is not equal: its figure is computed beside it', async () => {
    const told = withhold(planned(), 'merged');
    const { equal, withheld, goals } = await check({ without: [goal], verdicts: withholding(told) });
    expect(withheld).toMatchObject([{ goal, equal: false, causes: [], differences: ['causes'] }]);
    expect(goals.find((one) => one.goal === goal)).toMatchObject({ published: null, differences: ['goal'] });
    expect(equal).toBe(false);
  });

  test('whose figure can be computed may not be said to be beyond computing', async () => {
    const told = withhold(planned(), 'not-computable');
    const { equal, withheld } = await check({ sql: merge, without: [goal], verdicts: withholding(told) });
    expect(withheld).toMatchObject([{ equal: false, differences: ['reason'] }]);
    expect(equal).toBe(false);
  });

  test('with another name, or a reason in words of its own, which could hold a figure, is not equal', async () => {
    const words = { zh: '约为7亿元。', en: 'The figure is 7.' };
    const told = withhold(planned(), 'merged');
    const reworded = withholding({ ...told, reason: words });
    const other = await check({ sql: merge, without: [goal], verdicts: reworded });
    expect(other.withheld).toMatchObject([{ equal: false, differences: ['reason'] }]);
    expect(other.equal).toBe(false);
    const renamed = withholding({ ...told, name: words });
    const { equal, withheld } = await check({ sql: merge, without: [goal], verdicts: renamed });
    expect(withheld).toMatchObject([{ equal: false, differences: ['name'] }]);
    expect(equal).toBe(false);
  });

  test('and has a verdict all the same is not equal', async () => {
    const told = withhold(planned(), 'merged');
    const { equal, withheld, goals } = await check({ sql: merge, verdicts: withholding(told) });
    expect(withheld).toMatchObject([{ equal: false, differences: ['verdicts'] }]);
    expect(goals.every((one) => one.equal)).toBe(true);
    expect(equal).toBe(false);
  });

  test('twice, or that the plan does not have, is not equal', async () => {
    const told = withhold(planned(), 'merged');
    const stray = { ...told, goal: 'invented' };
    const verdicts = withholding(told, told, stray);
    const { equal, withheld } = await check({ sql: merge, without: [goal], verdicts });
    expect(withheld.map((one) => one.differences)).toEqual([[], ['goal'], ['goal']]);
    expect(equal).toBe(false);
  });

  test('and one that is in neither list is not equal', async () => {
    const { equal, goals, withheld } = await check({ sql: merge, without: [goal] });
    expect([equal, withheld]).toEqual([false, []]);
    expect(goals.at(-1)).toMatchObject({ goal, equal: false, published: null });
  });
});

describe('a goal whose sum has more digits than can be added', () => {
  const sql = `UPDATE industry_revenue SET revenue = 999999999999999999999999999999999999.99
    WHERE month = DATE '2026-09-01'`;

  test('is withheld for that', async () => {
    const told = withhold(planned(), 'not-computable');
    const verification = await check({ sql, without: [goal], verdicts: withholding(told) });
    expect(verification.withheld).toMatchObject([{ goal, equal: true, differences: [] }]);
    expect(verification.equal).toBe(true);
  });

  test('is not equal where it has a verdict, or is told nowhere', async () => {
    const told = release.verdicts.verdicts.find((one) => one.goal === goal)!;
    const stale = await check({
      sql,
      without: [goal],
      verdicts: (verdicts) => ({ ...verdicts, verdicts: [told, ...verdicts.verdicts] }),
    });
    expect(stale.goals[0]).toMatchObject({ goal, equal: false, recomputed: null, differences: ['goal'] });
    const silent = await check({ sql, without: [goal] });
    expect(silent.withheld).toMatchObject([{ goal, equal: false, published: null, differences: ['goal'] }]);
    expect([stale.equal, silent.equal]).toEqual([false, false]);
  });
});

describe('a merged cell', () => {
  const crossings = async (sql: string, change: object = {}, where?: Metric['where']) => {
    const path = await write({ sql, without: [goal] });
    const engine = nodeEngine();
    await engine.open({ url: path.replace('manifest.json', 'park.duckdb') });
    const { metrics: all, datasets, asOf } = release.manifest;
    const own = all.map((one) => (one.id === goal && where ? { ...one, where } : one));
    const found = await findCrossings(
      engine,
      { metrics: own, datasets },
      { ...planned(), ...change },
      { asOf },
    );
    await engine.close();
    return found;
  };
  /** One cell alone, with other dimensions. */
  const cell = (set: string, where: string): string =>
    `UPDATE industry_revenue SET ${set} WHERE rowid = (SELECT min(rowid) FROM industry_revenue WHERE ${where})`;

  test('is named by what is left of it', async () => {
    const [crossing, ...others] = await crossings(merge);
    expect(others).toEqual([]);
    expect(crossing).toMatchObject({
      metric: { id: goal },
      contract: { id: 'industry-revenue' },
      cells: ['2026-09-01 / * / * / *'],
      more: false,
    });
  });

  test('crosses nothing where what the metric asks of is left', async () => {
    expect(await crossings(cell('zone = NULL, sub_industry = NULL', `month = DATE '2026-09-01'`))).toEqual(
      [],
    );
  });

  test('crosses nothing that asks for no dimension', async () => {
    expect(await crossings(merge, { metric: 'industry-revenue' })).toEqual([]);
  });

  test('crosses nothing where another condition leaves it out already', async () => {
    const out = { column: 'zone', equals: '没有这个片区' };
    const industry = { column: 'industry', equals: '集成电路' };
    const sql = cell('sub_industry = NULL', `month = DATE '2026-09-01'`);
    const sub = { column: 'sub_industry', equals: '设计' };
    expect(await crossings(sql, {}, [sub])).toHaveLength(1);
    expect(await crossings(sql, {}, [sub, out])).toEqual([]);
    expect(await crossings(merge, {}, [industry])).toHaveLength(1);
    expect(await crossings(merge, {}, [{ column: 'industry', between: [null, null] }])).toHaveLength(1);
    expect(await crossings(merge, {}, [{ column: 'industry', null: true }])).toHaveLength(1);
  });

  test('of days that the goal does not look at crosses nothing', async () => {
    expect(await crossings(merge, { period: { start: '2026-01-01', end: '2026-08-31' } })).toEqual([]);
    const since = { accumulate: 'since', period: { start: '2026-10-01', end: '2026-12-31' } };
    expect(await crossings(merge, since)).toEqual([]);
    // A total is foreseen from the years before it.
    expect(await crossings(merge, { ...since, accumulate: 'total' })).toHaveLength(1);
    const begins = { accumulate: 'since', period: { start: '2026-09-15', end: '2026-12-31' } };
    expect(await crossings(merge, begins)).toHaveLength(1);
  });
});

test('the reasons hold no figure', () => {
  for (const { zh, en } of Object.values(withholdingReasons)) expect(zh + en).not.toMatch(/\d/);
});
