import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, MetricSeries } from '@zj/metrics';
import { nodeEngine, openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolder, park, run, type Outcome } from './source.js';

// Space, service packages, loans and equity: the offers of the park to its enterprises.

let folder: Awaited<ReturnType<typeof openFolder>>;
let csv: Workbench;
let release = '';
let outcome: Outcome;
let manifest: Manifest;
beforeAll(async () => {
  folder = await openFolder();
  csv = await openWorkbench();
  release = join(folder.folder, 'park');
  outcome = await run('publish', park, '--out', release);
  manifest = JSON.parse(await readFile(join(release, 'manifest.json'), 'utf8')) as Manifest;
});
afterAll(async () => {
  await csv.close();
  await folder.remove();
});

/** The rows of a file as they are written. */
const fileOf = (id: string): string =>
  `read_csv('${join(park, 'data', id).replaceAll('\\', '/')}.csv', all_varchar = true)`;

/** Figures by the first day of their month and by their member, in plain SQL over a file. */
async function ask(figure: string, id: string, by = "''"): Promise<ReadonlyMap<string, number>> {
  const rows = await csv.rows(
    `SELECT month || ' ' || ${by} AS cell, CAST(${figure} AS DOUBLE) AS figure FROM ${fileOf(id)} GROUP BY ALL`,
  );
  return new Map(rows.map(({ cell, figure: value }) => [cell as string, value as number]));
}

/** The file of a published series. */
async function readSeries(metric: string): Promise<MetricSeries> {
  const { path } = manifest.files.series!.metrics.find((one) => one.metric === metric)!;
  return JSON.parse(await readFile(join(release, path), 'utf8')) as MetricSeries;
}

/** The figures of a series, by the first day of their month and by their member; those that are not there are not named. */
async function figuresOf(metric: string, kinds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { lines, periods } = await readSeries(metric);
  const figures = lines.flatMap(({ kind, member = '', own }) =>
    kinds.includes(kind)
      ? own.value.map((value, i) => [`${periods[i]!.start} ${member ?? ''}`, value] as const)
      : [],
  );
  return new Map(figures.flatMap(([cell, value]) => (value === null ? [] : [[cell, value]])));
}

const near = (figures: ReadonlyMap<string, number>): ReadonlyMap<string, unknown> =>
  new Map([...figures].map(([cell, value]) => [cell, expect.closeTo(value, 9) as unknown]));

describe('space, service packages and science finance', () => {
  test('are checked and published without a problem, a warning or a note', async () => {
    const checked = await run('check', park);
    for (const { code, problems, notes } of [checked, outcome])
      expect([code, problems, notes]).toEqual([0, [], []]);
    expect(manifest.warnings).toEqual([]);
  });

  test('each has its series among the files of the release', () => {
    const orders = manifest.files.series!.metrics.map(
      ({ metric, grain, by = '' }) => `${metric} ${grain} ${by}`,
    );
    expect(orders.slice(3)).toEqual([
      'space-area month state',
      'space-completed month kind',
      'space-occupancy month ',
      'service-packages month need',
      'days-to-answer month ',
      'science-finance month instrument',
      'equity-to-loans month ',
    ]);
  });

  test('say that they are demo data, with the day of their next update', async () => {
    for (const { contract } of manifest.datasets.slice(3)) {
      expect(contract.demo).toEqual({ generator: 'park/generate', seed: 42, rows: 10_000 });
      expect(contract.nextUpdate).toBe('2026-11-20');
    }
    for (const metric of ['space-area', 'days-to-answer', 'equity-to-loans']) {
      const { demo, source } = await readSeries(metric);
      expect([demo, source.zh]).toEqual([true, '示例数据（park/generate）']);
    }
  });
});

describe('each figure is that of plain SQL over the CSV file', () => {
  const area = "CAST(sum(CAST(replace(area, '.', '') AS BIGINT)) AS DOUBLE) / 1e6";
  const money = "CAST(sum(CAST(replace(amount, '.', '') AS BIGINT)) AS DOUBLE) / 1e6";

  test('space by state, to the last bit', async () => {
    const figures = await figuresOf('space-area', ['member']);
    expect(figures).toEqual(await ask(area, 'space-supply', 'state'));
    expect(figures.size).toBeGreaterThan(2 * 46);
  });

  test('completed space by kind, to the last bit', async () => {
    const completed = `${area.replace(')) AS', ")) FILTER (state <> 'under-construction') AS")}`;
    expect(await figuresOf('space-completed', ['member'])).toEqual(
      await ask(completed, 'space-supply', 'kind'),
    );
  });

  test('the share of completed space that is occupied', async () => {
    const share = `100 * sum(CAST(area AS DOUBLE)) FILTER (state = 'occupied') /
      sum(CAST(area AS DOUBLE)) FILTER (state <> 'under-construction')`;
    const figures = await ask(share, 'space-supply');
    expect(figures.size).toBe(46);
    expect(await figuresOf('space-occupancy', ['total'])).toEqual(near(figures));
  });

  test('days to answer are days by packages', async () => {
    const figures = await ask('sum(CAST(days AS DOUBLE)) / count(*)', 'service-packages');
    expect(figures.size).toBe(46);
    expect(await figuresOf('days-to-answer', ['total'])).toEqual(near(figures));
  });

  test('packages by need: a cell as in the file, or merged, and with the merged ones all packages', async () => {
    const [own, whole] = await Promise.all([
      ask('count(*)', 'service-packages', 'need'),
      ask('count(*)', 'service-packages'),
    ]);
    const [members, merged] = await Promise.all([
      figuresOf('service-packages', ['member']),
      figuresOf('service-packages', ['merged']),
    ]);
    for (const [cell, value] of members) expect(value, cell).toBe(own.get(cell));
    expect(members.size).toBeLessThan(own.size);
    const sums = new Map<string, number>();
    for (const [cell, value] of [...members, ...merged]) {
      const month = `${cell.split(' ')[0]!} `;
      sums.set(month, (sums.get(month) ?? 0) + value);
    }
    expect(sums).toEqual(whole);
  });

  test('loans and equity, to the last bit, and no month of either is merged', async () => {
    const { lines } = await readSeries('science-finance');
    expect(lines.map(({ kind, member }) => `${kind} ${member ?? ''}`).sort()).toEqual([
      'member equity',
      'member loan',
      'total ',
    ]);
    const figures = await ask(money, 'science-finance', 'instrument');
    expect(figures.size).toBe(2 * 46);
    expect(await figuresOf('science-finance', ['member'])).toEqual(figures);
  });

  test('equity to loans', async () => {
    const share = `100 * sum(CAST(amount AS DOUBLE)) FILTER (instrument = 'equity') /
      sum(CAST(amount AS DOUBLE)) FILTER (instrument = 'loan')`;
    expect(await figuresOf('equity-to-loans', ['total'])).toEqual(near(await ask(share, 'science-finance')));
  });
});

describe('nothing confidential of them is published', () => {
  test('no enterprise, and no number of a package, stands in any byte of any file', async () => {
    const rows = await csv.rows(`SELECT DISTINCT enterprise AS name FROM ${fileOf('service-packages')} UNION
      SELECT DISTINCT enterprise FROM ${fileOf('science-finance')} UNION SELECT number FROM ${fileOf('service-packages')}`);
    const names = rows.map(({ name }) => name as string);
    expect(names.length).toBeGreaterThan(1000);
    const files = (await readdir(release, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(15);
    for (const { parentPath, name } of files) {
      const bytes = await readFile(join(parentPath, name));
      const found = names.filter((one) => bytes.includes(one));
      expect(found, name).toEqual([]);
    }
    // A space is no secret: the same search finds its name.
    expect((await readFile(join(release, 'park.duckdb'))).includes('示例空间')).toBe(true);
  });

  test.each([
    ['service-packages', ['need'], ['packages', 'days']],
    ['science-finance', ['instrument', 'industry'], ['amount']],
  ] as const)(
    'each cell of %s has three enterprises or more in each measure, none above the limit, and together they are all rows',
    async (id, dimensions, measures) => {
      const table = id.replaceAll('-', '_');
      const engine = nodeEngine();
      await engine.open({ url: join(release, 'park.duckdb') });
      const read = async (sql: string) => {
        const { columns, rowCount } = await engine.run(sql);
        return Array.from({ length: rowCount }, (_, row) => columns.map(({ values }) => values[row]!));
      };
      const names = await read(`SELECT column_name FROM (DESCRIBE ${table})`);
      const cells = new Map(
        (
          await read(
            `SELECT CAST(month AS VARCHAR) AS month, ${dimensions.join(', ')}, ${measures
              .map((name) => `CAST(${name} AS DOUBLE) AS ${name}`)
              .join(', ')}, CAST(contributors AS DOUBLE) AS contributors FROM ${table}`,
          )
        ).map((row) => [
          JSON.stringify(row.slice(0, 1 + dimensions.length)),
          { told: row.slice(1 + dimensions.length) as number[], members: [] as Record<string, string>[] },
        ]),
      );
      await engine.close();
      expect(names.flat()).toEqual(['month', ...dimensions, ...measures, 'contributors']);
      for (const row of (await csv.rows(`FROM ${fileOf(id)}`)) as Record<string, string>[]) {
        const whole = dimensions.map((name) => row[name]);
        // A row belongs to the cell that tells most about it.
        const paths = [...dimensions, ''].map((_, merged) =>
          whole.map((value, i) => (i < whole.length - merged ? value : null)),
        );
        const key = paths.map((path) => JSON.stringify([row.month, ...path])).find((one) => cells.has(one))!;
        cells.get(key)!.members.push(row);
      }
      expect([...cells.keys()].some((key) => key.includes('null'))).toBe(true);
      expect([...cells.keys()].some((key) => !key.includes('null'))).toBe(true);
      for (const [key, { told, members }] of cells) {
        const enterprises = new Set(members.map(({ enterprise }) => enterprise));
        expect(enterprises.size, key).toBe(told.at(-1));
        expect(enterprises.size, key).toBeGreaterThanOrEqual(3);
        for (const [i, measure] of measures.entries()) {
          const of = (rows: typeof members) => rows.reduce((total, row) => total + Number(row[measure]), 0);
          expect(of(members), key).toBeCloseTo(told[i]!, 6);
          for (const enterprise of enterprises)
            expect(
              of(members.filter((row) => row.enterprise === enterprise)) / told[i]!,
              key,
            ).toBeLessThanOrEqual(0.85);
        }
      }
    },
  );
});
