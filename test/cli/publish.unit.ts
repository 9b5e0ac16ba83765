import { cp, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, Table, Verdicts } from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestSql, publishedColumns } from '../../packages/metrics/src/release/digest.js';
import {
  lines,
  openFolder,
  park,
  revenueHeader,
  revenueRows,
  revenueWith,
  run,
  writeSource,
  type Outcome,
} from './source.js';

/** The tables of the park's datasets. */
const tables = [
  'incubation',
  'industry_revenue',
  'patents',
  'science_finance',
  'service_packages',
  'space_supply',
  'tasks',
];

let folder = '';
let remove: () => Promise<void>;
let release = '';
let outcome: Outcome;
let manifest: Manifest;
let verdicts: Verdicts;

beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  release = join(folder, 'park');
  outcome = await run('publish', park, '--out', release);
  manifest = await readJson(join(release, 'manifest.json'));
  verdicts = await readJson(join(release, 'verdicts.json'));
});
afterAll(() => remove());

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}

/** Runs statements over a published database. */
async function query(database: string, ...statements: readonly string[]): Promise<readonly Table[]> {
  const engine = nodeEngine();
  try {
    await engine.open({ url: database });
    return await Promise.all(statements.map((sql) => engine.run(sql)));
  } finally {
    await engine.close();
  }
}

/** The rows of the park's revenue returns, read by nothing but this. */
async function readReturns(): Promise<readonly (readonly string[])[]> {
  const text = await readFile(join(park, 'data/industry-revenue.csv'), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

describe('the park example', () => {
  test('is published without a problem, with its four goals in four states', () => {
    expect(outcome.problems).toEqual([]);
    expect(outcome.code).toBe(0);
    expect(Object.fromEntries(verdicts.verdicts.map(({ goal, status }) => [goal, status]))).toEqual({
      'leading-industries-revenue': 'on-track',
      'pct-applications': 'at-risk',
      'unicorn-hidden-champion': 'off-track',
      'high-quality-incubator': 'achieved',
    });
  });

  test('its four values are those of plain SQL over the CSV files, to the last bit', async () => {
    const workbench = await openWorkbench();
    const from = (id: string) =>
      `read_csv('${join(park, 'data', id).replaceAll('\\', '/')}.csv', all_varchar = true)`;
    const [row] = await workbench.rows(`SELECT
      (SELECT CAST(sum(CAST(revenue AS DECIMAL(18,2))) / 10000 AS DOUBLE) FROM ${from('industry-revenue')}
        WHERE month LIKE '2026-%' AND industry IN ('集成电路', '生物医药', '人工智能')) AS a,
      (SELECT CAST(count(*) AS DOUBLE) FROM ${from('patents')} WHERE route = 'PCT' AND filed LIKE '2026-%') AS b,
      (SELECT CAST(count(*) AS DOUBLE) FROM ${from('incubation')}
        WHERE event IN ('hidden-champion-recognised', 'unicorn-recognised') AND date >= '2025-01-01') AS c,
      (SELECT CAST(count(*) AS DOUBLE) FROM ${from('incubation')}
        WHERE event = 'incubator-recognised' AND level = 'high-quality' AND date >= '2025-01-01') AS d`);
    await workbench.close();
    expect(verdicts.verdicts.map(({ actual }) => actual)).toEqual([row!.a, row!.b, row!.c, row!.d]);
    // The same with whole hundredths and no engine at all.
    const returns = (await readReturns()).filter(
      ([month, , industry]) => month! >= '2026' && !/高端|其他/.test(industry!),
    );
    const hundredths = returns.reduce((sum, cells) => sum + BigInt(cells[6]!.replace('.', '')), 0n);
    expect(verdicts.verdicts[0]!.actual).toBe(Number(hundredths) / 1e6);
  });

  test('each verdict follows from its own statement over the published file', async () => {
    const tables = await query(join(release, 'park.duckdb'), ...verdicts.verdicts.map(({ sql }) => sql));
    const counts = tables.slice(1).map(({ columns }, i) => {
      const [days, values] = columns.map((column) => column.values) as [string[], number[]];
      const { period, dataThrough } = verdicts.verdicts[i + 1]!;
      // The earlier years are there too: the forecast needs them.
      return values
        .filter((_, at) => days[at]! >= period.start && days[at]! <= dataThrough!)
        .reduce((a, b) => a + b, 0);
    });
    expect(counts).toEqual(verdicts.verdicts.slice(1).map(({ actual }) => actual));
  });

  test('says what it is made of: rows, cells, digests, engine, sizes', async () => {
    expect(manifest.demo).toBe(true);
    expect(manifest.asOf).toBe('2026-10-31');
    expect(manifest.engine).toMatch(/^v1\.4\.\d+$/);
    expect(manifest.files.database.bytes).toBe((await stat(join(release, 'park.duckdb'))).size);
    expect(manifest.files.verdicts.bytes).toBe((await stat(join(release, 'verdicts.json'))).size);
    expect(manifest.datasets.map(({ table }) => table)).toEqual(tables);
    for (const { contract, table, rows, published, digest, cube } of manifest.datasets) {
      expect(rows.read).toBe(rows.kept + rows.rejected);
      const [own, count] = await query(
        join(release, 'park.duckdb'),
        digestSql(table, publishedColumns(contract)),
        `SELECT CAST(count(*) AS DOUBLE) AS n FROM ${table}`,
      );
      expect(own!.columns[0]!.values).toEqual([digest]);
      expect(count!.columns[0]!.values).toEqual([published]);
      expect(cube?.published ?? published).toBe(published);
    }
  });

  test('the database names its tables and says that they are demo data', async () => {
    const [table] = await query(
      join(release, 'park.duckdb'),
      `SELECT comment FROM duckdb_tables() WHERE database_name = 'published' ORDER BY table_name`,
    );
    expect(table!.columns[0]!.values).toEqual([
      '孵化培育事件（示例数据） / Incubation events (demo data)',
      '产业营业收入（示例数据） / Industry revenue (demo data)',
      '专利申请（示例数据） / Patent applications (demo data)',
      '科技金融“投贷联动”（示例数据） / Science finance: loans and equity (demo data)',
      '重点企业“服务包”（示例数据） / Service packages of key enterprises (demo data)',
      '物业空间供给（示例数据） / Space supply (demo data)',
      '任务进展报送（示例数据） / Reports on tasks (demo data)',
    ]);
  });

  test('progress is told on the way, and values, sizes and time at the end', () => {
    expect(outcome.progress).toContain('reading industry-revenue … 10 000 rows, 0 rejected');
    expect(outcome.progress.slice(-2)).toEqual(['judging …', 'computing series …']);
    expect(outcome.printed).toMatch(
      /leading-industries-revenue +503\d\.\d+ +6000 +亿元 +83\.9% +on-track 进度正常/,
    );
    expect(outcome.printed).toMatch(
      /industry-revenue +10 000 of 10 000 rows kept +1 491 cells published \(1 488 of 2 357 merged to be safe\)/,
    );
    expect(outcome.printed).toMatch(/park\.duckdb +[\d.]+ MB\n/);
    expect(outcome.printed).toMatch(/Published in .*park, \d+\.\d s$/);
  });

  test('published twice it is the same, but for the bytes of the database', async () => {
    const again = join(folder, 'again');
    expect((await run('publish', park, '--out', again)).code).toBe(0);
    expect(await readFile(join(again, 'verdicts.json'))).toEqual(
      await readFile(join(release, 'verdicts.json')),
    );
    const other = await readJson<Manifest>(join(again, 'manifest.json'));
    const { database } = manifest.files;
    const text = JSON.stringify({ ...other, files: { ...other.files, database } }, null, 2);
    expect(`${text}\n`).toBe(await readFile(join(release, 'manifest.json'), 'utf8'));
  });
});

describe('nothing confidential is published', () => {
  test('no enterprise of the returns stands in any byte of any file', async () => {
    const codes = new Set((await readReturns()).map((cells) => cells[1]!));
    expect(codes.size).toBeGreaterThan(100);
    const files = (await readdir(release, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(8);
    for (const { parentPath, name } of files) {
      const bytes = await readFile(join(parentPath, name));
      expect(
        [...codes].filter((code) => bytes.includes(code)),
        name,
      ).toEqual([]);
    }
  });

  test('the published table has time, dimensions, measures and the number of contributors, and nothing else', async () => {
    const [columns, found] = await query(
      join(release, 'park.duckdb'),
      `SELECT column_name FROM duckdb_columns() WHERE database_name = 'published' AND table_name = 'industry_revenue' ORDER BY column_index`,
      `SELECT table_name FROM duckdb_tables() WHERE database_name = 'published' ORDER BY table_name`,
    );
    expect(columns!.columns[0]!.values).toEqual([
      'month',
      'industry',
      'sub_industry',
      'zone',
      'revenue',
      'contributors',
    ]);
    expect(found!.columns[0]!.values).toEqual(tables);
    const contract = manifest.datasets[1]!.contract;
    expect(contract.columns.map(({ name }) => name)).not.toContain('enterprise');
  });

  test('every published cell has three enterprises or more, none above 85 %, and together they are all rows', async () => {
    const [table] = await query(
      join(release, 'park.duckdb'),
      `SELECT month, industry, sub_industry, zone, CAST(revenue * 100 AS VARCHAR) AS cents, CAST(contributors AS DOUBLE) AS n FROM industry_revenue`,
    );
    const column = (index: number) => table!.columns[index]!.values;
    const cells = new Map<
      string,
      { readonly cents: string; readonly n: number; members: (readonly string[])[] }
    >();
    for (let i = 0; i < table!.rowCount; i++) {
      const key = JSON.stringify([0, 1, 2, 3].map((index) => column(index)[i]));
      cells.set(key, { cents: column(4)[i] as string, n: column(5)[i] as number, members: [] });
    }
    expect(cells.size).toBe(table!.rowCount);
    for (const row of await readReturns()) {
      const [month, , industry, part, zone] = row;
      const paths = [
        [industry, part, zone],
        [industry, part, null],
        [industry, null, null],
        [null, null, null],
      ];
      const key = paths.map((path) => JSON.stringify([month, ...path])).find((path) => cells.has(path));
      cells.get(key!)!.members.push(row);
    }
    for (const [key, { cents, n, members }] of cells) {
      const amounts = members.map((row) => Number(row[6]!.replace('.', '')));
      const total = amounts.reduce((a, b) => a + b, 0);
      expect(total, key).toBe(Number(cents));
      expect(new Set(members.map((row) => row[1])).size, key).toBe(n);
      expect(n, key).toBeGreaterThanOrEqual(3);
      expect(Math.max(...amounts) / total, key).toBeLessThanOrEqual(0.85);
    }
  });
});

describe('rows that break their contract', () => {
  const bad = revenueWith({
    3: '2026-01-01,E900002,集成电路,芯片设计,综合保税区,high-tech,"12,3O0"',
    9: '2026-01-01,E910004,生物医药',
    11: '2026-01-01,E920001,人工智能,智能软件,综合保税区,high-tech,1.00',
  });

  test('are refused without being asked for, and nothing is written', async () => {
    const source = await writeSource(join(folder, 'bad'), { 'industry-revenue.csv': bad });
    const out = join(folder, 'empty/below/refused');
    const { code, told } = await run('publish', source, '--out', out);
    expect(code).toBe(1);
    expect(told.map((line) => line.replace(/: .*/, ''))).toEqual(
      ['3:46', '9:1', '11:1'].map((at) => `data/industry-revenue.csv:${at}`),
    );
    expect(await readdir(folder)).not.toContain('empty');
  });

  test('are left out, counted and kept with their source where that is allowed', async () => {
    const source = await writeSource(join(folder, 'allowed'), { 'industry-revenue.csv': bad });
    const out = join(folder, 'some');
    const { code, told, printed } = await run('publish', source, '--out', out, '--max-rejects', '3');
    expect(code).toBe(0);
    expect(told).toHaveLength(3);
    const kept = join(source, '.zj/rejects');
    expect(printed).toContain(`3 rejected rows are in ${kept}`);
    const { datasets } = await readJson<Manifest>(join(out, 'manifest.json'));
    expect(datasets[1]!.rows).toEqual({ read: 120, kept: 117, rejected: 3 });
    expect((await readdir(out)).sort()).toEqual([
      'ladder.json',
      'manifest.json',
      'park.duckdb',
      'series',
      'tasks.json',
      'verdicts.json',
    ]);

    expect((await readdir(kept)).sort()).toEqual(['.gitignore', 'industry-revenue.csv']);
    expect(await readFile(join(kept, '.gitignore'), 'utf8')).toBe('*\n');
    const path = join(kept, 'industry-revenue.csv');
    const rejects = (await readFile(path, 'utf8')).trim().split('\n');
    expect(rejects[0]).toBe(`line,column,field,value,reason,${revenueHeader}`);
    expect(rejects[1]).toMatch(
      /^"3","46","revenue","12,3O0","revenue is ""12,3O0"" but must be .*","2026-01-01","E900002","集成电路","芯片设计","综合保税区","high-tech","12,3O0"$/,
    );
    expect(rejects[2]).toMatch(/^"9","1","","2026-01-01,E910004,生物医药","This row has 3 cells/);
    expect(rejects[3]).toMatch(
      /^"11","1","month enterprise","2026-01-01, E920001","month and enterprise .* are already in line 10\..*,"1\.00"$/,
    );
    expect(rejects).toHaveLength(4);
    if (process.platform !== 'win32') {
      expect((await stat(kept)).mode & 0o777).toBe(0o700);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    }

    // Of the two rows with one key the first counts.
    const [total] = await query(
      join(out, 'park.duckdb'),
      `SELECT CAST(sum(revenue) AS DOUBLE) FROM industry_revenue WHERE month = DATE '2026-01-01'`,
    );
    const january = revenueRows.slice(0, 12).map((line) => Number(line.split(',')[6]));
    expect(total!.columns[0]!.values).toEqual([
      january.reduce((a, b) => a + b) - january[1]! - january[7]! - january[9]!,
    ]);

    // The next release without rejects takes the old ones away.
    await writeSource(source);
    expect((await run('publish', source, '--out', out)).code).toBe(0);
    expect(await readdir(kept)).toEqual(['.gitignore']);
  });

  test('are refused where there are more than allowed, and told with their number', async () => {
    const source = await writeSource(join(folder, 'more'), { 'industry-revenue.csv': bad });
    const { code, told } = await run('publish', source, '--out', join(folder, 'none'), '--max-rejects', '2');
    expect(code).toBe(1);
    expect(told.at(-1)).toBe(
      '--max-rejects: 3 rows are rejected, but at most 2 may be. Correct the rows named above.',
    );
    expect(await readdir(folder)).not.toContain('none');
  });

  test('may not be all rows of a file', async () => {
    const header = 'application_number,filed,applicant,route,kind,ipc,industry,status';
    const source = await writeSource(join(folder, 'all'), {
      'patents.csv': lines(header, 'P1', 'P2,x,,,,,,'),
    });
    const { code, told } = await run(
      'publish',
      source,
      '--out',
      join(folder, 'all-out'),
      '--max-rejects',
      '9',
    );
    expect(code).toBe(1);
    expect(told[0]).toBe(
      'data/patents.csv: No row of this file meets its contract. Correct the rows listed here, or the contract.',
    );
  });

  test('a file with every line ending and rejects gives the same rows as the clean one', async () => {
    const text = [revenueHeader, ...revenueRows, 'x', ''].join('\r\n').replace('\r\n', '\n\n');
    const source = await writeSource(join(folder, 'mixed'), { 'industry-revenue.csv': text });
    const clean = await writeSource(join(folder, 'clean'));
    const digests = [];
    for (const from of [source, clean]) {
      expect((await run('publish', from, '--out', `${from}-out`, '--max-rejects', '1')).code).toBe(0);
      digests.push(
        (await readJson<Manifest>(join(`${from}-out`, 'manifest.json'))).datasets.map(({ digest }) => digest),
      );
    }
    expect(digests[0]).toEqual(digests[1]);
  });
});

describe('what is typed', () => {
  test('all that is wrong with it is told at once, with exit code 2', async () => {
    const { code, told } = await run('publish', '--as-of', '2026-02-30', '--max-rejects', '-1');
    expect(code).toBe(2);
    expect(told.map((line) => line.replace(/: .*/, ''))).toEqual([
      'SOURCE',
      '--out',
      '--as-of',
      '--max-rejects',
    ]);
  });

  test('the day of judging is the last day that any dataset covers, or the one that is given', async () => {
    const source = await writeSource(join(folder, 'dated'));
    await cp(join(park, 'data/patents.json'), join(source, 'data/patents.json'));
    const out = join(folder, 'dated-out');
    expect((await run('publish', source, '--out', out, '--as-of', '2025-06-30')).code).toBe(0);
    const { verdicts: judged } = await readJson<Verdicts>(join(out, 'verdicts.json'));
    expect(judged[0]!.status).toBe('no-data');
    expect(judged[0]!.asOf).toBe('2025-06-30');
  });
});
