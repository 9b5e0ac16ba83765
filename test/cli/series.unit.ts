import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMetrics,
  type GoalSeries,
  type Manifest,
  type MetricLine,
  type MetricSeries,
  type MetricsFile,
  parseMetricSeries,
  type ReleaseVerification,
  type SeriesOrder,
  type Verdicts,
} from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkSource,
  contractWith,
  lines,
  openFolder,
  park,
  run,
  writeSource,
  type Outcome,
} from './source.js';

let folder = '';
let remove: () => Promise<void>;
let release = '';
let outcome: Outcome;
let manifest: Manifest;
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  release = join(folder, 'park');
  outcome = await run('publish', park, '--out', release);
  manifest = await readJson(join(release, 'manifest.json'));
});
afterAll(() => remove());

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}
const readSeries = (name: string, from = release): Promise<MetricSeries> =>
  readJson(join(from, `series/metrics/${name}.json`));
const lineOf = ({ lines: all }: MetricSeries, member?: string): MetricLine =>
  all.find((one) => (member === undefined ? one.kind === 'total' : one.member === member))!;

/** The park's metrics with other orders. */
async function metricsWith(publish: readonly unknown[]): Promise<string> {
  const file = await readJson<MetricsFile>(join(park, 'metrics.json'));
  return JSON.stringify({ ...file, publish });
}

/** Verifies a release as a reader does. */
async function verify(at: string): Promise<ReleaseVerification> {
  const metrics = createMetrics({ engine: nodeEngine() });
  try {
    await metrics.open(join(at, 'manifest.json'));
    return await metrics.verify();
  } finally {
    await metrics.close();
  }
}

describe('a release', () => {
  test('has a series of each goal with a verdict, and those that metrics.json asks for, named in its manifest', async () => {
    expect(outcome.problems).toEqual([]);
    const { goals, metrics } = manifest.files.series!;
    expect(goals.map(({ goal, path }) => [goal, path])).toEqual(
      manifest.plan.goals.map(({ id }) => [id, `series/goals/${id}.json`]),
    );
    const { publish } = await readJson<Required<MetricsFile>>(join(park, 'metrics.json'));
    expect(metrics.map(({ metric, grain, by }) => [metric, grain, by])).toEqual(
      publish.map(({ metric, grain, by }) => [metric, grain, by]),
    );
    expect(metrics.slice(0, 2).map(({ path }) => path)).toEqual([
      'series/metrics/industry-revenue.month.json',
      'series/metrics/industry-revenue.month.by-industry.json',
    ]);
    for (const { path, bytes, sha256 } of [...goals, ...metrics]) {
      const content = await readFile(join(release, path));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
    const found = await readdir(release, { recursive: true, withFileTypes: true });
    expect(found.filter((one) => one.isFile())).toHaveLength(5 + goals.length + metrics.length);
    expect(outcome.printed).toContain('series/metrics/industry-revenue.month.by-industry.json');
    expect(outcome.progress).toContain('computing series …');
  });

  test('has series that belong to it: each names the digest of its manifest, and the verdict of its goal', async () => {
    const verdicts = await readJson<Verdicts>(join(release, 'verdicts.json'));
    for (const { goal, path } of manifest.files.series!.goals) {
      const series = await readJson<GoalSeries>(join(release, path));
      expect(series.manifest).toBe(verdicts.manifest);
      expect(series.verdict).toEqual(verdicts.verdicts.find((one) => one.goal === goal));
    }
    expect((await readSeries('industry-revenue.month')).manifest).toBe(verdicts.manifest);
  });

  test('has the same series, byte for byte, from the same source', async () => {
    const again = join(folder, 'again');
    await run('publish', park, '--out', again);
    const { series, ladder, tasks } = manifest.files;
    for (const { path } of [...series!.goals, ...series!.metrics, ladder!, tasks!])
      expect(await readFile(join(again, path))).toEqual(await readFile(join(release, path)));
  });

  test('is replaced as a whole, its series too, and with a strange file among these it is left alone', async () => {
    const out = join(folder, 'replaced');
    await cp(release, out, { recursive: true });
    expect((await run('publish', park, '--out', out, '--as-of', '2026-06-30')).problems).toEqual([]);
    expect((await readSeries('industry-revenue.month', out)).asOf).toBe('2026-06-30');
    await writeFile(join(out, 'series/metrics/mine.json'), '{}');
    const { problems } = await run('publish', park, '--out', out);
    expect(problems.map(({ message }) => message)).toEqual([
      'This folder holds other files than those of an earlier release (series/metrics/mine.json), and is not changed.',
    ]);
  });
});

describe('the figures', () => {
  test('of months, of the year to date and of the year before are those of plain SQL over the CSV file', async () => {
    const workbench = await openWorkbench();
    const file = join(park, 'data/industry-revenue.csv').replaceAll('\\', '/');
    const rows = await workbench.rows(`WITH months AS (
      SELECT month, sum(CAST(revenue AS DECIMAL(18,2))) AS r FROM read_csv('${file}', all_varchar = true) GROUP BY month)
      SELECT m.month, CAST(m.r * CAST(0.0001 AS DECIMAL(5,4)) AS DOUBLE) AS value,
        (SELECT CAST(sum(y.r) * CAST(0.0001 AS DECIMAL(5,4)) AS DOUBLE) FROM months y WHERE y.month[:4] = m.month[:4] AND y.month <= m.month) AS year,
        (SELECT CAST(b.r * CAST(0.0001 AS DECIMAL(5,4)) AS DOUBLE) FROM months b
          WHERE b.month = CAST(CAST(m.month AS DATE) - INTERVAL 1 YEAR AS VARCHAR)[:10]) AS base
      FROM months m ORDER BY m.month`);
    await workbench.close();
    const series = await readSeries('industry-revenue.month');
    expect(series.periods.map(({ start }) => start)).toEqual(rows.map(({ month }) => month));
    const { own, toDate } = lineOf(series);
    expect(own.value).toEqual(rows.map(({ value }) => value));
    expect(own.lastYear).toEqual(rows.map(({ base }) => base));
    expect(toDate!.value).toEqual(rows.map(({ year }) => year));
    expect([series.reportedThrough, series.demo, series.unit.zh]).toEqual(['2026-10-31', true, '元']);
  });

  test('of counts of events have a month without any as zero, and add up to those of the CSV file', async () => {
    const series = await readSeries('pct-applications.month.by-industry');
    const text = await readFile(join(park, 'data/patents.csv'), 'utf8');
    const filed = text
      .trim()
      .split('\n')
      .map((line) => line.split(','))
      .filter(([, , , route]) => route === 'PCT');
    for (const [i, { start }] of series.periods.entries()) {
      const month = filed.filter(([, day]) => day!.startsWith(start.slice(0, 7)));
      expect(lineOf(series).own.value[i]).toBe(month.length);
      for (const { kind, member, own } of series.lines) {
        if (kind !== 'member') continue;
        expect(own.value[i]).toBe(month.filter(([, , , , , , industry]) => industry === member).length);
      }
    }
  });

  test('by members are the whole, each with its share and its part of the change', async () => {
    const series = await readSeries('industry-revenue.month.by-industry');
    expect([...new Set(series.lines.map(({ kind }) => kind))]).toEqual(['total', 'member']);
    expect(series.lines.find(({ member }) => member === '集成电路')!.label).toEqual({
      zh: '集成电路',
      en: 'Integrated circuits',
    });
    expect(series.dimension).toEqual({ name: 'industry', label: { zh: '主要产业', en: 'Primary industry' } });
    const parts = series.lines.slice(1);
    const sum = (of: (line: MetricLine) => number | null): number =>
      parts.reduce((all, line) => all + (of(line) ?? 0), 0);
    for (const i of series.periods.keys()) {
      const { own } = lineOf(series);
      expect(sum((line) => line.own.value[i]!)).toBeCloseTo(own.value[i]!, 6);
      expect(sum((line) => line.own.share![i]!)).toBeCloseTo(100, 8);
      if (own.change![i] === null) continue;
      expect(sum((line) => line.own.contribution![i]!)).toBeCloseTo(own.change![i]!, 8);
    }
  });
});

describe('confidential rows', () => {
  // Two enterprises of one industry are too few for a cell of their own.
  const rows = (few: number): string =>
    lines(
      'month,enterprise,industry,sub_industry,zone,tier,revenue',
      ...Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`).flatMap(
        (month) => [
          ...[1, 2, 3, 4].map(
            (n) => `${month},E90000${n},集成电路,芯片设计,综合保税区,high-tech,${1000 * n}.25`,
          ),
          ...[1, 2, 3, 4].map(
            (n) => `${month},E91000${n},人工智能,智能软件,综合保税区,high-tech,${1000 * n}.25`,
          ),
          ...Array.from(
            { length: few },
            (_, n) => `${month},E92000${n},生物医药,生物制药,综合保税区,high-tech,7.77`,
          ),
        ],
      ),
    );

  test('leave no figure in a series but those of the published cells', async () => {
    const publish: readonly SeriesOrder[] = [{ metric: 'industry-revenue', grain: 'month', by: 'industry' }];
    const changes = { 'industry-revenue.csv': rows(2), 'metrics.json': await metricsWith(publish) };
    const source = await writeSource(join(folder, 'few'), changes);
    const out = join(folder, 'few-out');
    const { problems } = await run('publish', source, '--out', out);
    expect(problems).toEqual([]);
    const series = await readSeries('industry-revenue.month.by-industry', out);
    expect(series.lines.map(({ member }) => member)).not.toContain('生物医药');
    expect([series.lines[0]!.kind, series.lines.at(-1)!.kind]).toEqual(['total', 'merged']);
    const parts = series.lines.slice(1).map(({ own }) => own.value[0] ?? 0);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(2.001754, 9);
    expect(JSON.stringify(series)).not.toContain('0.001554');
    expect(lineOf(series).own.value[0]).toBe(2.001754);
  });

  test('of a metric whose conditions merged cells cross have no series, with a warning and a remedy', async () => {
    const publish: readonly SeriesOrder[] = [{ metric: 'leading-industries-revenue', grain: 'month' }];
    const contract = await contractWith('industry-revenue', {
      cube: { dimensions: ['zone', 'industry'], measures: ['revenue'] },
    });
    const changes = {
      'industry-revenue.csv': rows(2),
      'industry-revenue.json': contract,
      'metrics.json': await metricsWith(publish),
    };
    const source = await writeSource(join(folder, 'crossed'), changes);
    const out = join(folder, 'crossed-out');
    const { problems, notes } = await run('publish', source, '--out', out);
    expect(problems).toEqual([]);
    const told = notes.find((note) => note.includes('$.publish[0]'));
    expect(told).toMatch(/cells were merged across the conditions of its metric.*Put the columns/);
    const { files, warnings } = await readJson<Manifest>(join(out, 'manifest.json'));
    expect(files.series!.metrics).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('no-series');
    // Nor does a goal that is withheld have one.
    const { withheld } = await readJson<Verdicts>(join(out, 'verdicts.json'));
    expect(withheld.map(({ goal }) => goal)).toEqual(['leading-industries-revenue']);
    expect(files.series!.goals.map(({ goal }) => goal)).not.toContain('leading-industries-revenue');
    expect(await readdir(join(out, 'series/goals'))).not.toContain('leading-industries-revenue.json');
    expect((await verify(out)).equal).toBe(true);
    expect((await run('check', source, '--strict')).problems.map(({ code }) => code)).toContain('no-series');
    expect((await run('check', source)).notes.join()).toContain('$.publish[0]');
  });
});

describe('an order in metrics.json', () => {
  const month = { metric: 'industry-revenue', grain: 'month' };
  test.each<[string, readonly unknown[], RegExp]>([
    [
      'of a metric that is not there',
      [{ metric: 'industry-revenu', grain: 'month' }],
      /^metrics\.json:\d+:\d+ \$\.publish\[0\]\.metric: No metric is called "industry-revenu"\. Did you mean "industry-revenue"\?$/,
    ],
    [
      'that stands there twice',
      [month, { ...month, by: 'industry' }, month],
      /\$\.publish\[2\]: Two series are called "industry-revenue\.month": this one and \$\.publish\[0\]\. Remove one of the two\.$/,
    ],
    [
      'by a dimension that is not there',
      [{ ...month, by: 'industri' }],
      /\$\.publish\[0\]\.by: "industry-revenue" has no column "industri"\. Did you mean "industry"/,
    ],
    [
      'by a confidential column',
      [{ ...month, by: 'enterprise' }],
      /\$\.publish\[0\]\.by: "enterprise" of "industry-revenue" is confidential/,
    ],
    [
      'by a quantity',
      [{ ...month, by: 'revenue' }],
      /\$\.publish\[0\]\.by: "revenue" of "industry-revenue" is not published/,
    ],
    [
      'by weeks of data by months',
      [{ metric: 'industry-revenue', grain: 'week' }],
      /\$\.publish\[0\]\.grain: "industry-revenue" has figures by month, and none by week\. Write "month"/,
    ],
    [
      'by days',
      [{ metric: 'pct-applications', grain: 'day' }],
      /\$\.publish\[0\]\.grain: .*week, month, quarter/,
    ],
    [
      'with an unknown key',
      [{ ...month, dimension: 'industry' }],
      /\$\.publish\[0\]\.dimension: "dimension" is not a key of SeriesOrder/,
    ],
  ])('%s is a problem with its place and remedy', async (_, publish, told) => {
    const outcome = await checkSource(folder, {
      'metrics.json': JSON.stringify(JSON.parse(await metricsWith(publish)), null, 2),
    });
    expect([outcome.code, outcome.told]).toEqual([1, [expect.stringMatching(told)]]);
  });
});

describe('核验', () => {
  let count = 0;
  /** A copy of the release in which one file is other, its digest right or not. */
  async function tamper(
    path: string,
    change: (text: string) => string | null,
    sealed: boolean,
  ): Promise<ReleaseVerification> {
    const at = join(folder, `tampered-${++count}`);
    await cp(release, at, { recursive: true });
    const text = change(await readFile(join(at, path), 'utf8'));
    if (text === null) await rm(join(at, path));
    else await writeFile(join(at, path), text);
    if (sealed && text !== null) {
      const own = await readJson<Manifest>(join(at, 'manifest.json'));
      const seal = <T extends { readonly path: string }>(file: T): T =>
        file.path === path
          ? {
              ...file,
              bytes: Buffer.byteLength(text),
              sha256: createHash('sha256').update(text).digest('hex'),
            }
          : file;
      const { goals, metrics } = own.files.series!;
      const series = { goals: goals.map(seal), metrics: metrics.map(seal) };
      await writeFile(join(at, 'manifest.json'), JSON.stringify({ ...own, files: { ...own.files, series } }));
    }
    return verify(at);
  }
  const paths = (): readonly string[] => {
    const { goals, metrics } = manifest.files.series!;
    return [...goals, ...metrics].map(({ path }) => path);
  };

  test('finds every series of the park equal', async () => {
    const { equal, series } = await verify(release);
    expect(equal).toBe(true);
    expect(series!.map(({ path, equal: own, file }) => [path, own, file!.equal])).toEqual(
      [...paths(), 'ladder.json', 'tasks.json'].map((path) => [path, true, true]),
    );
  });

  test('names each series in turn in which one digit is other, though its digest is right', async () => {
    for (const path of paths()) {
      const other = (text: string): string =>
        text.replace(
          /("periods":.*?"value":\[?(?:null,)*\d*\.?\d*?)(\d)([,\]}])/s,
          (_, before: string, digit: string, after: string) => `${before}${digit === '1' ? 2 : 1}${after}`,
        );
      const { equal, series, goals } = await tamper(path, other, true);
      const wrong = series!.filter((one) => !one.equal);
      expect([equal, wrong.map((one) => one.path)]).toEqual([false, [path]]);
      expect(wrong[0]!.file!.equal).toBe(true);
      expect(wrong[0]!.differences).toEqual([path.startsWith('series/goals') ? 'periods' : 'lines']);
      expect(goals.every((one) => one.equal)).toBe(true);
    }
  });

  test('names a file of other bytes, one that is not there, and one that is no JSON', async () => {
    const path = paths()[0]!;
    const other = await tamper(path, (text) => `${text} `, false);
    expect(other.series![0]).toMatchObject({ equal: false, file: { equal: false }, differences: [] });
    const none = await tamper(path, () => null, false);
    expect([none.equal, none.series![0]]).toEqual([
      false,
      {
        equal: false,
        path,
        name: 'leading-industries-revenue',
        fault: 'unreadable',
        file: null,
        differences: [],
      },
    ]);
    const broken = await tamper(path, () => 'null', true);
    expect(broken.series![0]).toMatchObject({ equal: false, fault: 'unreadable', file: { equal: true } });
    const deep = await tamper(path, () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`, true);
    expect(deep.series![0]).toMatchObject({ equal: false, fault: 'unreadable' });
  });

  test('names a series of a goal that the manifest does not list, and one too many', async () => {
    const change = async (series: (files: NonNullable<Manifest['files']['series']>) => object) => {
      const at = join(folder, `tampered-${++count}`);
      await cp(release, at, { recursive: true });
      const { files } = manifest;
      const own = { ...manifest, files: { ...files, series: series(files.series!) } };
      await writeFile(join(at, 'manifest.json'), JSON.stringify(own));
      const { equal, series: found } = await verify(at);
      return [equal, found!.filter((one) => !one.equal).map(({ path, fault }) => [path, fault])];
    };
    expect(await change((all) => ({ ...all, goals: all.goals.slice(1) }))).toEqual([
      false,
      [['series/goals/leading-industries-revenue.json', 'missing']],
    ]);
    expect(await change((all) => ({ ...all, goals: [...all.goals, all.goals[0]!] }))).toEqual([
      false,
      [['series/goals/leading-industries-revenue.json', 'extra']],
    ]);
    expect(
      await change((all) => ({
        ...all,
        metrics: [...all.metrics, { ...all.metrics[0]!, metric: 'unknown' }],
      })),
    ).toEqual([false, [['series/metrics/industry-revenue.month.json', 'extra']]]);
  });

  test('tells nothing of series in a release from before there were any', async () => {
    const at = join(folder, 'before');
    await cp(release, at, { recursive: true });
    const { verdicts, database } = manifest.files;
    await writeFile(
      join(at, 'manifest.json'),
      JSON.stringify({ ...manifest, files: { verdicts, database } }),
    );
    const { equal, series } = await verify(at);
    expect([equal, series]).toEqual([true, null]);
  });
});

describe('the file of a series', () => {
  test('is refused with a list of another length, a period left out, or a line twice', async () => {
    const series = await readSeries('industry-revenue.month.by-industry');
    expect(parseMetricSeries(series).problems).toEqual([]);
    const wrong = (change: Partial<MetricSeries>): readonly string[] =>
      parseMetricSeries({ ...series, ...change })
        .problems.map(({ where }) => where)
        .slice(0, 1);
    const [first, ...others] = series.lines as [MetricLine, ...MetricLine[]];
    expect(wrong({ periods: series.periods.toSpliced(3, 1) })).toEqual(['$.periods[3]']);
    expect(wrong({ lines: [{ ...first, own: { value: [] } }, ...others] })).toEqual(['$.lines[0].own.value']);
    expect(wrong({ lines: [...series.lines, first] })).toEqual([`$.lines[${series.lines.length}]`]);
    expect(wrong({ manifest: 'x' })).toEqual(['$.manifest']);
  });
});
