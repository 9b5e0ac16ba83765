// Adding a CSV file of one's own beside plain DuckDB, which reads it as texts and makes the same checks: time and memory, each in
// a process of its own.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openWorkbench } from '@zj/metrics/node';
import { afterAll, bench, expect } from 'vitest';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'zj-bench-'));
/** Promises that were not kept: an error inside of a bench would only hang it. */
const broken: string[] = [];
afterAll(async () => {
  await rm(folder, { recursive: true });
  expect(broken).toEqual([]);
});

const words = { zh: 'x', en: 'x' };
const contract = {
  ...{ version: 1, id: 'own', name: words, description: words, file: 'own.csv', source: words },
  reportedThrough: '2026-12-31',
  columns: [
    { name: 'month', label: words, type: 'DATE', required: true },
    { name: 'enterprise', label: words, type: 'VARCHAR', required: true },
    { name: 'industry', label: words, type: 'VARCHAR' },
    { name: 'revenue', label: words, type: 'DECIMAL(18,2)', minimum: 0 },
  ],
  ...{ key: ['month', 'enterprise'], time: { column: 'month', grain: 'month' } },
};

async function writeRows(rows: number): Promise<string> {
  const file = join(folder, `${rows}.csv`);
  const workbench = await openWorkbench();
  await workbench.execute(`COPY (
    SELECT CAST(DATE '2020-01-01' + to_months(CAST(range * 60 // ${rows} AS INTEGER)) AS DATE) AS month, 'enterprise ' || range AS enterprise,
      'industry ' || range % 31 AS industry, CAST(hash(range) % 1000000000 / 100 AS DECIMAL(18, 2)) AS revenue
    FROM range(${rows})) TO '${file}' (HEADER)`);
  await workbench.close();
  return file;
}

const begin = `const contract = ${JSON.stringify(contract)}; const file = process.argv.at(-1);`;
const finish = `console.log(JSON.stringify({ rows, milliseconds: performance.now() - begun, megabytes: process.resourceUsage().maxRSS / 1024 }));
  process.exit(0);`;
const ways = {
  'plain DuckDB': `import { DuckDBInstance } from '@duckdb/node-api';
    import { csvSql, soundSql, commonCountSql } from '@zj/metrics/dataset';
    ${begin}
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const raw = csvSql({ path: file, columns: contract.columns.map(({ name }) => name), multiline: false });
    const begun = performance.now();
    await connection.run('CREATE TABLE memory.main.own AS ' + soundSql(contract, raw));
    await connection.runAndReadAll(commonCountSql(contract));
    const rows = Number((await connection.runAndReadAll('SELECT count(*) FROM own')).getRows()[0][0]);
    ${finish}`,
  'metrics.add': `import { createMetrics } from '@zj/metrics';
    import { nodeEngine } from '@zj/metrics/node';
    ${begin}
    const metrics = createMetrics({ engine: nodeEngine() });
    const begun = performance.now();
    const { rows: { kept: rows } } = await metrics.add({ contract, file }, { deadline: 600_000 });
    ${finish}`,
} as const;

interface Cost {
  readonly rows: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

async function cost(way: keyof typeof ways, file: string): Promise<Cost> {
  const args = ['--input-type=module', '--eval', ways[way], '--', file];
  const { stdout } = await run(process.execPath, args, {
    cwd: join(import.meta.dirname, '../../../packages/metrics'),
  });
  return JSON.parse(stdout) as Cost;
}

async function compare(
  rows: number,
  rounds: number,
): Promise<{ readonly time: number; readonly memory: number }> {
  const file = await writeRows(rows);
  const [plain, added]: [Cost[], Cost[]] = [[], []];
  for (let i = 0; i < rounds; i++) {
    plain.push(await cost('plain DuckDB', file));
    added.push(await cost('metrics.add', file));
  }
  if (!added.every((one) => one.rows === rows)) broken.push(`${rows} rows: not all are there`);
  const least = (list: readonly Cost[], of: 'milliseconds' | 'megabytes'): number =>
    Math.min(...list.map((one) => one[of]));
  const [a, b] = [plain, added].map((list) => [least(list, 'milliseconds'), least(list, 'megabytes')]) as [
    number[],
    number[],
  ];
  process.stdout.write(
    `${rows} rows: plain ${a[0]!.toFixed(0)} ms and ${a[1]!.toFixed(0)} MB, added ${b[0]!.toFixed(0)} ms and ${b[1]!.toFixed(0)} MB\n`,
  );
  return { time: b[0]! / a[0]!, memory: b[1]! / a[1]! };
}

const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true };

bench(
  'a million rows take at most 1.5 × the time',
  async () => {
    const { time } = await compare(1_000_000, 3);
    if (time > 1.5) broken.push(`a million rows take ${time.toFixed(2)} × the time`);
  },
  once,
);

bench(
  'ten million rows take at most 1.5 × the memory',
  async () => {
    const { memory } = await compare(10_000_000, 1);
    if (memory > 1.5) broken.push(`ten million rows take ${memory.toFixed(2)} × the memory`);
  },
  once,
);
