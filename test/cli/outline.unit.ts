import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Manifest, type PublishedVerdict, type Verdicts } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indicators, outline } from '../metrics/plan/outline.js';
import { openFolder, run, type Outcome } from './source.js';

let remove: () => Promise<void>;
let release = '';
let outcome: Outcome;
let manifest: Manifest;
let verdicts: ReadonlyMap<string, PublishedVerdict>;

beforeAll(async () => {
  const opened = await openFolder();
  ({ remove } = opened);
  release = join(opened.folder, 'national-outline');
  outcome = await run('publish', outline, '--out', release);
  manifest = await readJson('manifest.json');
  const file = await readJson<Verdicts>('verdicts.json');
  verdicts = new Map(file.verdicts.map((verdict) => [verdict.goal, verdict]));
});
afterAll(() => remove());

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(release, name), 'utf8')) as T;
}

/** Worked by hand: the status, the figure judged, and the last day it covers. */
const byHand: Readonly<
  Record<string, readonly [status: string, actual: number | null, through: string | null]>
> = {
  'gdp-growth': ['not-assessable', 5, '2025-12-31'],
  'labour-productivity': ['not-assessable', 8.7, '2021-12-31'],
  urbanization: ['achieved', 67.89, '2025-12-31'],
  'research-spending': ['achieved', 36326.8, '2024-12-31'],
  'high-value-patents': ['achieved', 16, '2025-12-31'],
  'digital-economy': ['no-data', null, null],
  'disposable-income': ['not-assessable', 5, '2025-12-31'],
  'urban-unemployment': ['achieved', 5.2, '2025-12-31'],
  // 0.1 of 0.5 years in one of five years.
  schooling: ['on-track', 10.9, '2021-12-31'],
  physicians: ['achieved', 3.4, '2023-12-31'],
  'pension-coverage': ['achieved', 95, '2024-12-31'],
  'nursery-places': ['not-assessable', 4.08, '2024-12-31'],
  'life-expectancy': ['achieved', 79.25, '2025-12-31'],
  'energy-intensity': ['on-track', 88.4, '2024-12-31'],
  'carbon-intensity': ['off-track', 95.4304, '2023-12-31'],
  'good-air-days': ['achieved', 89.3, '2025-12-31'],
  'good-surface-water': ['achieved', 91.4, '2025-12-31'],
  'forest-cover': ['achieved', 25.09, '2025-12-31'],
  'grain-capacity': ['achieved', 7.1488, '2025-12-31'],
  // A floor that is kept, before the end: no share of a way.
  'energy-capacity': ['on-track', 48.3, '2023-12-31'],
};

describe('the national outline', () => {
  test('is checked and published without a problem, and is no demo', async () => {
    expect([outcome.problems, outcome.code]).toEqual([[], 0]);
    const checked = await run('check', outline);
    expect([checked.problems, checked.code]).toEqual([[], 0]);
    expect([manifest.demo, manifest.asOf]).toEqual([false, '2025-12-31']);
    expect(manifest.datasets.map(({ published }) => published)).toEqual([81]);
    expect(outcome.printed).not.toContain('示例数据');
  });

  test('judges each of the twenty as worked by hand', () => {
    expect([...verdicts.keys()]).toEqual(indicators.map(([goal]) => goal));
    const judged = [...verdicts].map(([goal, { status, actual, dataThrough }]) => [
      goal,
      [status, actual, dataThrough],
    ]);
    expect(Object.fromEntries(judged)).toEqual(byHand);
  });

  test('computes the targets that are written as a change, and tells of what', () => {
    const target = (goal: string) => verdicts.get(goal)!.target;
    expect(target('research-spending')).toBeCloseTo(24393.1 * 1.07 ** 5, 6);
    expect(target('life-expectancy')).toBe(78.93);
    expect([target('energy-intensity'), target('carbon-intensity')]).toEqual([86.5, 82]);
    expect(verdicts.get('energy-intensity')!.attainment).toBeCloseTo((100 - 88.4) / (100 - 86.5), 12);
    expect(verdicts.get('carbon-intensity')!.attainment).toBeCloseTo((100 - 95.4304) / (100 - 82), 12);
    // Four years: 24393.1 became 36326.8.
    expect(verdicts.get('research-spending')!.averageGrowth).toBeCloseTo((36326.8 / 24393.1) ** 0.25 - 1, 9);
  });

  test('shows how far inside a bound a figure is, and every year of a limit', () => {
    expect(verdicts.get('urban-unemployment')).toMatchObject({ kind: 'ceiling', attainment: null });
    expect(verdicts.get('urban-unemployment')!.margin).toBeCloseTo(0.3, 12);
    expect(verdicts.get('energy-capacity')).toMatchObject({
      kind: 'floor',
      attainment: null,
      schedule: null,
    });
    const grain = verdicts.get('grain-capacity')!;
    expect(grain.breaches).toEqual([]);
    expect(grain.periods!.map(({ date, value, kept }) => [date, value, kept])).toEqual([
      ['2021-12-31', 6.8285, true],
      ['2022-12-31', 6.8653, true],
      ['2023-12-31', 6.9541, true],
      ['2024-12-31', 7.065, true],
      ['2025-12-31', 7.1488, true],
    ]);
  });

  test('says of a verdict on preliminary figures that it is one', () => {
    expect(verdicts.get('gdp-growth')).toMatchObject({ provisional: true });
    expect(verdicts.get('gdp-growth')!.reason.zh).toContain('初步');
    expect([...verdicts.values()].filter(({ provisional }) => provisional)).toHaveLength(1);
  });

  test('carries each clause’s document and nature to the page', () => {
    for (const [goal, , , nature] of indicators) {
      const { clause, nature: told } = verdicts.get(goal)!;
      expect(clause.document!.url).toMatch(/^https?:/);
      expect([goal, told]).toEqual([goal, nature]);
    }
  });

  test('is computed again from what is published, equal to the last bit', async () => {
    const metrics = createMetrics({ engine: nodeEngine() });
    await metrics.open(join(release, 'manifest.json'));
    const { equal } = await metrics.verify();
    await metrics.close();
    expect(equal).toBe(true);
  });
});
