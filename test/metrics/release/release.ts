import { createHash } from 'node:crypto';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Contract,
  digestManifest,
  type Manifest,
  type MetricsFile,
  type Plan,
  type PublishedDataset,
  recompute,
  type Verdicts,
} from '@zj/metrics';
import { digestSql, publishedColumns, tableName } from '@zj/metrics/sql';
import { openWorkbench } from '@zj/metrics/node';
import { parkDatasets } from '../example.js';

const park = join(import.meta.dirname, '../../../examples/park');

/** A release of the park example in a folder of its own, its cube not merged: nobody but a test reads it. */
export interface Release {
  readonly folder: string;
  readonly manifestFile: string;
  readonly databaseFile: string;
  readonly manifest: Manifest;
  readonly verdicts: Verdicts;
}

/** Writes a release; a statement changes the rows of a table of it, by the table's name. */
export async function writeRelease(changes: Readonly<Record<string, string>> = {}): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'zj-release-'));
  const [plan, { metrics }] = [
    await readJson<Plan>('plan.json'),
    await readJson<MetricsFile>('metrics.json'),
  ];
  const contracts = await Promise.all(parkDatasets.map((id) => readJson<Contract>(`data/${id}.json`)));
  const databaseFile = join(folder, 'park.duckdb');
  const workbench = await openWorkbench();
  await workbench.execute(`ATTACH '${databaseFile}' AS release (STORAGE_VERSION 'v1.2.0'); USE release`);
  const datasets: PublishedDataset[] = [];
  for (const contract of contracts) {
    const table = tableName(contract);
    await workbench.execute(`CREATE TABLE ${table} AS ${selectPublished(contract)}`);
    if (changes[table]) await workbench.execute(changes[table]);
    const [{ rows, digest }] = (await workbench.rows(
      `SELECT (SELECT count(*) FROM ${table}) AS rows, digest FROM (${digestSql(table, publishedColumns(contract))})`,
    )) as [{ rows: number; digest: string }];
    const columns = contract.columns.filter(({ confidential }) => !confidential);
    const kept = contract.demo!.rows;
    const counts = { rows: { read: kept, kept, rejected: 0 }, published: rows, digest };
    datasets.push({ contract: { ...contract, columns }, table, ...counts });
  }
  const asOf = '2026-10-31';
  const unsealed = { version: 1, plan, metrics, asOf, demo: true, engine: 'v1.4.4', datasets } as const;
  const verdicts: Verdicts = {
    version: 1,
    plan: { id: plan.id, title: plan.document.title, number: plan.document.number! },
    asOf,
    manifest: await digestManifest({
      ...unsealed,
      warnings: [],
      files: { database: { path: 'park.duckdb' } },
    }),
    withheld: [],
    verdicts: await recompute(workbench, { plan, metrics, datasets }, { asOf }),
  };
  await workbench.execute('CHECKPOINT; USE memory; DETACH release');
  await workbench.close();
  await writeFile(join(folder, 'verdicts.json'), JSON.stringify(verdicts, null, 2));
  const manifest: Manifest = {
    ...unsealed,
    files: {
      verdicts: await describeFile(folder, 'verdicts.json'),
      database: await describeFile(folder, 'park.duckdb'),
    },
    warnings: [],
  };
  const manifestFile = join(folder, 'manifest.json');
  await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
  return { folder, manifestFile, databaseFile, manifest, verdicts };
}

function selectPublished({ columns, cube, file, time }: Contract): string {
  const types = columns.map(({ name, type }) => `'${name}': '${type}'`).join(', ');
  const rows = `read_csv('${join(park, 'data', file)}', columns = {${types}}, auto_detect = false, header = true)`;
  if (!cube) return `SELECT * FROM ${rows} ORDER BY ALL`;
  const dimensions = [time.column, ...cube.dimensions].join(', ');
  const decimals = (name: string): string =>
    /,(\d+)\)$/.exec(columns.find((one) => one.name === name)!.type)?.[1] ?? '0';
  const measures = cube.measures
    .map((name) => `CAST(sum(${name}) AS DECIMAL(38, ${decimals(name)})) AS ${name}`)
    .join(', ');
  return `SELECT ${dimensions}, ${measures}, CAST(count(DISTINCT enterprise) AS INTEGER) AS contributors
    FROM ${rows} GROUP BY ${dimensions} ORDER BY ${dimensions}`;
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(join(park, path), 'utf8')) as T;
}

/** A file of a release as its manifest names it. */
export async function describeFile(
  folder: string,
  path: string,
): Promise<{ path: string; bytes: number; sha256: string }> {
  const content = await readFile(join(folder, path));
  const { size: bytes } = await stat(join(folder, path));
  return { path, bytes, sha256: createHash('sha256').update(content).digest('hex') };
}
