import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestManifest, type Manifest, type PublishedDataset, recompute, type Verdicts } from '@zj/metrics';
import { digestSql, publishedColumns } from '@zj/metrics/sql';
import { openWorkbench, nodeEngine } from '@zj/metrics/node';
import { describeFile, type Release } from './release.js';

/** The changes of a release: other data, and other content of its two files. */
export interface Forgery {
  readonly sql?: string;
  /** The verdicts, of all goals that can be computed but for these. */
  readonly without?: readonly string[];
  readonly verdicts?: (verdicts: Verdicts) => Verdicts;
  /** Before verdicts.json names its digest. */
  readonly manifest?: (manifest: Manifest) => Manifest;
  /** After it. */
  readonly after?: (manifest: Manifest) => Manifest;
}

/**
 * A copy of a release with other data and files, all digests right: the power of someone who writes both. Returns the manifest's
 * path.
 */
export async function forge(release: Release, name: string, forgery: Forgery): Promise<string> {
  const { sql, without = [], verdicts = same, manifest = same, after = same } = forgery;
  const folder = `${release.folder}-${name}`;
  await rm(folder, { recursive: true, force: true });
  await cp(release.folder, folder, { recursive: true });
  const database = join(folder, 'park.duckdb');
  const datasets: PublishedDataset[] = [];
  const workbench = await openWorkbench();
  await workbench.execute(`ATTACH '${database}' AS release; USE release; ${sql ?? ''}`);
  for (const dataset of release.manifest.datasets) {
    const { table, contract } = dataset;
    const [{ rows, digest }] = (await workbench.rows(
      `SELECT (SELECT count(*) FROM ${table}) AS rows, digest FROM (${digestSql(table, publishedColumns(contract))})`,
    )) as [{ rows: number; digest: string }];
    datasets.push({ ...dataset, published: Number(rows), digest });
  }
  await workbench.execute('CHECKPOINT; USE memory; DETACH release');
  await workbench.close();

  const unsealed = manifest({ ...release.manifest, datasets });
  const engine = nodeEngine();
  await engine.open({ url: database });
  const goals = unsealed.plan.goals.filter(({ id }) => !without.includes(id));
  const computed = await recompute(engine, { ...unsealed, plan: { goals } }, { asOf: unsealed.asOf });
  await engine.close();
  const file = verdicts({
    ...release.verdicts,
    manifest: await digestManifest(unsealed),
    verdicts: computed,
  });
  await writeFile(join(folder, 'verdicts.json'), JSON.stringify(file));
  const files = {
    verdicts: await describeFile(folder, 'verdicts.json'),
    database: await describeFile(folder, 'park.duckdb'),
  };
  const path = join(folder, 'manifest.json');
  await writeFile(path, JSON.stringify(after({ ...unsealed, files })));
  return path;
}

function same<T>(value: T): T {
  return value;
}
