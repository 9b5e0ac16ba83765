import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  digestManifest,
  parseGoalSeries,
  parseLadder,
  parseManifest,
  parseMetricSeries,
  parseTasks,
  parseVerdicts,
  type Manifest,
  type Problem,
  type PublishedDataset,
  type PublishedVerdict,
  type ReleaseFile,
  type SeriesFiles,
  type WithheldGoal,
} from '@zj/metrics';
import {
  nameSeries,
  say,
  sealGoalSeries,
  sealLadder,
  sealMetricSeries,
  sealTasks,
} from '@zj/metrics/internal';
import { Fault } from '../system.js';
import type { Prepared } from './prepare.js';
import type { ComputedSeries } from './series.js';
import { verdictsFile } from './verdicts.js';

/** The database of a release: `park.duckdb`. */
export function databaseName({ plan }: Pick<Prepared, 'plan'>): string {
  return `${plan.id}.duckdb`;
}

/** Writes verdicts.json, the series, the ladder, the tasks and manifest.json beside the database of a release. */
export async function writeFiles(
  folder: string,
  { plan, metrics, asOf }: Prepared,
  made: {
    readonly datasets: readonly PublishedDataset[];
    readonly verdicts: readonly PublishedVerdict[];
    readonly withheld: readonly WithheldGoal[];
    readonly warnings: Manifest['warnings'];
    readonly series: ComputedSeries;
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
  const series = await writeSeries(folder, made.series, digest);
  const boards = await writeBoards(folder, made.series, digest);
  const files = { verdicts: await describeFile(folder, 'verdicts.json'), database, series, ...boards };
  const manifest: Manifest = { ...unsealed, files };
  await writeJson(join(folder, 'manifest.json'), manifest, parseManifest);
  return manifest;
}

/** Writes the series of a release, each of which names the digest of its manifest. */
async function writeSeries(
  folder: string,
  { goals, metrics }: ComputedSeries,
  manifest: string,
): Promise<SeriesFiles> {
  const files: { goals: SeriesFiles['goals'][number][]; metrics: SeriesFiles['metrics'][number][] } = {
    goals: [],
    metrics: [],
  };
  for (const series of goals) {
    const { goal } = series.verdict;
    const path = `series/goals/${goal}.json`;
    const file = await writeFigures(folder, path, sealGoalSeries(series, manifest), parseGoalSeries);
    files.goals.push({ ...file, goal });
  }
  for (const { order, series } of metrics) {
    const path = `series/metrics/${nameSeries(order)}.json`;
    const file = await writeFigures(folder, path, sealMetricSeries(series, manifest), parseMetricSeries);
    files.metrics.push({ ...file, ...order });
  }
  return files;
}

/** Writes the ladder and the tasks of a release, where it has them, each with the digest of its manifest. */
async function writeBoards(
  folder: string,
  { ladder, tasks }: ComputedSeries,
  manifest: string,
): Promise<Pick<Manifest['files'], 'ladder' | 'tasks'>> {
  return {
    ...(ladder && {
      ladder: await writeFigures(folder, 'ladder.json', sealLadder(ladder, manifest), parseLadder),
    }),
    ...(tasks && { tasks: await writeFigures(folder, 'tasks.json', sealTasks(tasks, manifest), parseTasks) }),
  };
}

/** Writes a file of many figures, which nobody reads line by line. */
async function writeFigures(
  folder: string,
  path: string,
  value: unknown,
  parse: Parse,
): Promise<ReleaseFile> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeJson(join(folder, path), value, parse, 0);
  return describeFile(folder, path);
}

type Parse = (json: unknown) => { readonly problems: readonly Problem[] };

/** Nothing is published that a reader would refuse. */
async function writeJson(path: string, value: unknown, parse: Parse, indent = 2): Promise<void> {
  const text = `${JSON.stringify(value, null, indent)}\n`;
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
