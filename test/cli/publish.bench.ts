import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '@zj/metrics';
import { bench, describe, type BenchOptions } from 'vitest';
import { park, writeDemo } from './source.js';

const root = join(import.meta.dirname, '../..');
const zj = join(root, 'packages/cli/bin/zj.js');

/** Rows of revenue returns, and how often each is published. */
const sizes = [
  [100_000, 5],
  [1_000_000, 3],
  [10_000_000, 3],
] as const;

interface Run {
  readonly seconds: number;
  /** The largest resident set of the process. */
  readonly megabytes: number;
}

/** Runs Node in a process of its own, as it is started from a shell. */
async function run(...words: readonly string[]): Promise<Run> {
  const told = 'process.on("exit",()=>process.stderr.write("\\nmaxrss "+process.resourceUsage().maxRSS))';
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${told}`, ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(stderr);
  return { seconds, megabytes: Number(/maxrss (\d+)/.exec(stderr)![1]) / 1024 };
}

/** The time in which DuckDB alone reads the same file unchecked and writes it in order. */
function floorScript(csv: string, database: string): string {
  const types = { month: 'DATE', enterprise: 'VARCHAR', industry: 'VARCHAR', sub_industry: 'VARCHAR' };
  const columns = { ...types, zone: 'VARCHAR', tier: 'VARCHAR', revenue: 'DECIMAL(18,2)' };
  const read = `read_csv('${csv}', columns = ${JSON.stringify(columns).replaceAll('"', "'")}, auto_detect = false, header = true)`;
  const statements = [
    `ATTACH '${database}' AS release (STORAGE_VERSION 'v1.2.0')`,
    `CREATE TABLE release.revenue AS FROM ${read} ORDER BY month, enterprise`,
    'CHECKPOINT release',
  ];
  return `import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create(':memory:')).connect();
for (const sql of ${JSON.stringify(statements)}) await connection.run(sql);`;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

/** The same rows as the cube of a confidential dataset, and as a register of public acts: no column is confidential, and every row is published. */
async function prepare(folder: string, rows: number): Promise<void> {
  const [cube, register] = [join(folder, 'cube'), join(folder, 'register')];
  await mkdir(cube, { recursive: true });
  writeDemo(join(cube, 'data'), rows);
  for (const file of ['plan.json', 'metrics.json']) await cp(join(park, file), join(cube, file));
  await cp(cube, register, { recursive: true });
  const path = join(register, 'data/industry-revenue.json');
  const contract = JSON.parse(await readFile(path, 'utf8')) as Contract;
  const columns = contract.columns.map((column) => ({ ...column, confidential: undefined }));
  await writeFile(path, JSON.stringify({ ...contract, columns, cube: undefined }));
}

function report(rows: number, runs: ReadonlyMap<string, readonly Run[]>): void {
  const floor = median(runs.get('DuckDB')!.map(({ seconds }) => seconds));
  for (const [name, all] of runs) {
    const seconds = median(all.map((one) => one.seconds));
    const megabytes = median(all.map((one) => one.megabytes));
    process.stdout.write(
      `${rows} rows, ${name}: ${seconds.toFixed(2)} s, ${(seconds / floor).toFixed(2)} of DuckDB, ${megabytes.toFixed(0)} MB\n`,
    );
  }
}

describe.each(sizes)('%i rows', (rows, times) => {
  // Hooks of a suite do not run beside a bench, those of a bench do.
  const folder = mkdtempSync(join(tmpdir(), 'zj-bench-'));
  const csv = join(folder, 'cube/data/industry-revenue.csv');
  const runs = new Map<string, Run[]>();
  const measure = (name: string, work: () => Promise<Run>, hooks: BenchOptions = {}): void => {
    const all: Run[] = [];
    runs.set(name, all);
    const options = { iterations: times, time: 0, warmupIterations: 0, warmupTime: 0, throws: true };
    bench(name, async () => void all.push(await work()), { ...options, ...hooks });
  };
  measure(
    'DuckDB',
    async () => {
      const database = join(folder, 'floor.duckdb');
      await rm(database, { force: true });
      return run('--input-type=module', '-e', floorScript(csv, database));
    },
    { setup: (_task, mode) => (mode === 'run' ? prepare(folder, rows) : undefined) },
  );
  measure('zj publish, cube', () =>
    run(zj, 'publish', join(folder, 'cube'), '--out', join(folder, 'release')),
  );
  measure(
    'zj publish, register',
    () => run(zj, 'publish', join(folder, 'register'), '--out', join(folder, 'registers')),
    {
      // Nobody waits for it to end.
      teardown: (_task, mode) => {
        if (mode === 'warmup') return;
        report(rows, runs);
        rmSync(folder, { recursive: true });
      },
    },
  );
});
