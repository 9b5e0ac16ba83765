import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract, Manifest, Metric, Plan } from '@zj/metrics';
import { openWorkbench } from '@zj/metrics/node';
import { build } from 'esbuild';
import { edit, readExample } from './example.js';
import { describeFile } from './release/release.js';

/** Rows of each dataset of the release below. */
export const sizes = { small: 1_000, large: 1_000_000, huge: 10_000_000 } as const;

const words = (en: string) => ({ zh: en, en });
const yuan = { zh: '元', en: 'yuan' };

const contracts = Object.keys(sizes).map((id): Contract => ({
  ...{ version: 1, id, name: words(id), description: words('Rows made to be fast over') },
  ...{ file: `${id}.csv`, source: words('Nobody'), reportedThrough: '2026-12-31' },
  columns: [
    { name: 'month', label: words('Month'), type: 'DATE', required: true },
    { name: 'industry', label: words('Industry'), type: 'VARCHAR', required: true },
    { name: 'zone', label: words('Zone'), type: 'VARCHAR', required: true },
    { name: 'amount', label: words('Amount'), type: 'DECIMAL(18,2)', unit: yuan },
  ],
  ...{ key: ['month', 'industry', 'zone'], time: { column: 'month', grain: 'month' } },
}));
const metrics = contracts.flatMap(({ id }): readonly Metric[] => {
  const named = { name: words(id), description: words('Of all amounts'), dataset: id };
  return [
    { ...named, id, measure: { sum: 'amount' }, unit: yuan },
    { ...named, id: `${id}-returns`, measure: { count: 'rows' }, unit: words('returns') },
    { ...named, id: `${id}-average`, measure: { average: 'amount' }, unit: yuan },
  ];
});

/** A release in a folder of its own whose datasets have so many rows: 60 months, 12 industries, 8 zones, amounts at random. */
export async function writeSpeedRelease(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zj-speed-'));
  const database = 'speed.duckdb';
  const workbench = await openWorkbench();
  await workbench.execute(
    `ATTACH '${join(folder, database)}' AS release (STORAGE_VERSION 'v1.2.0'); USE release`,
  );
  for (const [id, rows] of Object.entries(sizes)) {
    await workbench.execute(`CREATE TABLE ${id} AS
      SELECT CAST(DATE '2022-01-01' + to_months(CAST(i * 60 // ${rows} AS INTEGER)) AS DATE) AS month,
        'industry ' || hash(i) % 12 AS industry, 'zone ' || hash(i + 0.5) % 8 AS zone,
        CAST(hash(-i) % 100000000 / 100 AS DECIMAL(18, 2)) AS amount
      FROM range(${rows}) AS rows(i)`);
  }
  await workbench.execute('CHECKPOINT; USE memory; DETACH release');
  await workbench.close();
  const digest = '0'.repeat(64);
  const bare = { goals: [], ladder: undefined, taskReports: undefined };
  const plan = Object.entries(bare).reduce<unknown>(
    (json, [key, value]) => edit(json, key, value),
    readExample('plan.json'),
  ) as Plan;
  const datasets = contracts.map((contract) => {
    const rows = sizes[contract.id as keyof typeof sizes];
    return {
      contract,
      table: contract.id,
      rows: { read: rows, kept: rows, rejected: 0 },
      published: rows,
      digest,
    };
  });
  await writeFile(join(folder, 'verdicts.json'), '{}');
  const files = {
    verdicts: await describeFile(folder, 'verdicts.json'),
    database: await describeFile(folder, database),
  };
  const head = {
    version: 1,
    plan,
    asOf: '2026-12-31',
    demo: true,
    engine: 'v1.4.4',
  } as const;
  const manifest: Manifest = { ...head, metrics, files, datasets, warnings: [] };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** duckdb-wasm alone, as a script that gives it to a page. */
export async function bundleDuckdb(): Promise<string> {
  const contents = "import * as duckdb from '@duckdb/duckdb-wasm'; globalThis.duckdb = duckdb;";
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, format: 'esm', platform: 'browser', minify: true },
  });
  return outputFiles[0]!.text;
}
