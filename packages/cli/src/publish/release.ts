import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  digestManifest,
  parseManifest,
  parseVerdicts,
  type Manifest,
  type Problem,
  type PublishedDataset,
  type PublishedVerdict,
  type ReleaseFile,
  type WithheldGoal,
} from '@zj/metrics';
import { say } from '@zj/metrics/internal';
import { Fault } from '../system.js';
import type { Prepared } from './prepare.js';
import { verdictsFile } from './verdicts.js';

/** The database of a release: `park.duckdb`. */
export function databaseName({ plan }: Pick<Prepared, 'plan'>): string {
  return `${plan.id}.duckdb`;
}

/** Writes verdicts.json and manifest.json beside the database of a release. */
export async function writeFiles(
  folder: string,
  { plan, metrics, asOf }: Prepared,
  made: {
    readonly datasets: readonly PublishedDataset[];
    readonly verdicts: readonly PublishedVerdict[];
    readonly withheld: readonly WithheldGoal[];
    readonly warnings: Manifest['warnings'];
    readonly engine: string;
  },
): Promise<Manifest> {
  const database = await describeFile(folder, databaseName({ plan }));
  const unsealed = {
    version: 1 as const,
    plan,
    metrics,
    asOf,
    demo: made.datasets.some(({ contract }) => contract.demo !== undefined),
    engine: made.engine,
    files: { database },
    datasets: made.datasets,
    warnings: made.warnings,
  };
  const digest = await digestManifest(unsealed);
  const { withheld } = made;
  const verdicts = verdictsFile(plan, asOf, { manifest: digest, verdicts: made.verdicts, withheld });
  await writeJson(join(folder, 'verdicts.json'), verdicts, parseVerdicts);
  const files = { verdicts: await describeFile(folder, 'verdicts.json'), database };
  const manifest: Manifest = { ...unsealed, files };
  await writeJson(join(folder, 'manifest.json'), manifest, parseManifest);
  return manifest;
}

/** Nothing is published that a reader would refuse. */
async function writeJson(
  path: string,
  value: unknown,
  parse: (json: unknown) => { readonly problems: readonly Problem[] },
): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  const [found] = parse(JSON.parse(text)).problems;
  if (found) {
    const { where, sentences } = found;
    throw new Fault(say`${path} would be malformed: ${where} ${sentences.message}`);
  }
  await writeFile(path, text);
}

async function describeFile(folder: string, path: string): Promise<ReleaseFile> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(join(folder, path))) hash.update(piece as Buffer);
  const { size } = await stat(join(folder, path));
  return { path, bytes: size, sha256: hash.digest('hex') };
}
