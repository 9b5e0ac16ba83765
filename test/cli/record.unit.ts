import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Manifest, type PublishedVerdict, type Verdicts } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRows, record, targets } from '../metrics/plan/record.js';
import { openFolder, run, type Outcome } from './source.js';

let remove: () => Promise<void>;
let release = '';
let outcome: Outcome;
let manifest: Manifest;
let verdicts: ReadonlyMap<string, PublishedVerdict>;

beforeAll(async () => {
  const opened = await openFolder();
  ({ remove } = opened);
  release = join(opened.folder, 'public-record');
  outcome = await run('publish', record, '--out', release);
  manifest = await readJson('manifest.json');
  const file = await readJson<Verdicts>('verdicts.json');
  verdicts = new Map(file.verdicts.map((verdict) => [verdict.goal, verdict]));
});
afterAll(() => remove());

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(release, name), 'utf8')) as T;
}

/** Days from one to another, both inclusive. */
const days = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;

describe('the public record', () => {
  test('is checked and published without a problem, and is no demo', async () => {
    expect([outcome.problems, outcome.code]).toEqual([[], 0]);
    const checked = await run('check', record);
    expect([checked.problems, checked.code]).toEqual([[], 0]);
    expect([manifest.demo, manifest.asOf]).toEqual([false, '2025-12-31']);
    expect(manifest.datasets.map(({ published }) => published)).toEqual([116, 10]);
    for (const { demo } of verdicts.values()) expect(demo).toBe(false);
    expect(outcome.printed).not.toContain('示例数据');
  });

  test('judges a goal that has a final figure of its region and indicator, by plain arithmetic', () => {
    const unicorns = verdicts.get('shanghai-unicorns-2027')!;
    const due = days('2025-01-01', '2025-07-30') / days('2025-01-01', '2027-12-31');
    expect(due).toBe(211 / 1095);
    expect(unicorns).toMatchObject({ actual: 86, baseline: 80, target: 100, dataThrough: '2025-07-30' });
    expect(unicorns.attainment).toBe((86 - 80) / (100 - 80));
    expect(unicorns.schedule!.expected).toBeCloseTo(due, 12);
    // 30 % of the way where 19 % was due: more than 95 % of the schedule.
    expect(0.3 / due).toBeGreaterThan(0.95);
    expect(unicorns.status).toBe('on-track');
  });

  test('has no data of a goal whose latest final figure is its baseline, tells that figure, and uses no estimate', () => {
    const biomedicine = verdicts.get('pudong-biomedicine-2027')!;
    const estimate = readRows('published-figures').find(
      (row) => row.status === 'estimate' && row.indicator === '生物医药产业规模',
    )!;
    expect([estimate.figure, estimate.year]).toEqual(['4400', '2025-01-01']);
    expect(biomedicine).toMatchObject({ actual: null, baseline: 4100, dataThrough: null });
    expect(biomedicine).toMatchObject({ status: 'no-data', before: { value: 4100, date: '2024-12-31' } });
    expect(biomedicine.reason.zh).toContain('此前最近一次数据为2024年12月的4100亿元');
  });

  test('judges no pace of a level without a published baseline', () => {
    const incubators = verdicts.get('shanghai-high-quality-incubators-2025')!;
    expect(incubators).toMatchObject({ actual: 7, target: 20, baseline: null, attainment: null });
    expect(incubators).toMatchObject({ dataThrough: '2024-12-31', status: 'not-assessable' });
    expect(incubators.reason.zh).toContain('无基期值');
  });

  test('shows no data, with the reason, where no final figure of the region and indicator is there', () => {
    const figures = readRows('published-figures');
    const rows = readRows('published-targets');
    for (const [goal, indicator, region, year] of targets) {
      const { indicator: name } = rows.find(
        (row) => row.stated_indicator === indicator && row.region === region,
      )!;
      const { period, accumulate, baseline } = manifest.plan.goals.find(({ id }) => id === goal)!;
      // An annual total is that of its own year; a level the latest of its own period, after its baseline.
      const final = figures.filter(
        (row) =>
          row.indicator === name &&
          row.region === region &&
          row.status === 'final' &&
          (accumulate === 'level'
            ? row.last_day! >= period.start && row.last_day! > (baseline?.date ?? '')
            : row.stated_period === year),
      );
      const { status, reason, actual, before } = verdicts.get(goal)!;
      expect([goal, status === 'no-data']).toEqual([goal, final.length === 0]);
      if (status !== 'no-data') continue;
      expect([actual, before?.date]).toEqual([null, baseline?.date]);
      expect(reason.zh).toContain('目标期内尚未报送数据');
      expect(period.end <= '2027-12-31').toBe(true);
    }
    expect([...verdicts.values()].filter(({ status }) => status === 'no-data')).toHaveLength(8);
  });

  test('carries each clause’s document to the page', () => {
    const { clause } = verdicts.get('shanghai-high-quality-incubators-2025')!;
    expect(clause.document).toMatchObject({ number: '沪府办规〔2023〕16号' });
    expect(clause.document!.url).toMatch(/^https:\/\/stcsm\.sh\.gov\.cn\//);
    for (const [goal] of targets) expect(verdicts.get(goal)!.clause.document?.title.zh).toBeTruthy();
  });

  test('is computed again from what is published, equal to the last bit', async () => {
    const metrics = createMetrics({ engine: nodeEngine() });
    await metrics.open(join(release, 'manifest.json'));
    const { equal } = await metrics.verify();
    const answer = await metrics.query({ metric: 'pct-applications', by: ['year', 'region'] });
    await metrics.close();
    expect(equal).toBe(true);
    expect(answer.rows().filter(({ region }) => region === '上海')).toMatchObject([
      { year: '2018-01-01', value: 2528 },
      { year: '2022-01-01', value: 5591 },
      { year: '2023-01-01', value: 6185 },
    ]);
  });
});
