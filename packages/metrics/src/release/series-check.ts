import type { CallOptions, Engine } from '../engine/engine.js';
import { isOverflow } from '../engine/overflow.js';
import { MetricsError } from '../base/error.js';
import { sha256 } from '../base/sha256.js';
import { nameSeries } from '../metric/series-order.js';
import type { SeriesOrder } from '../metric/metric.js';
import { sealGoalSeries, sealLadder, sealMetricSeries, sealTasks } from './digest.js';
import { checkDigest, type DigestCheck } from './digest-check.js';
import { readSeries } from './file.js';
import { recomputeLadder } from './ladder.js';
import type { Manifest, ReleaseFile, SeriesFiles } from './manifest.js';
import { recomputeMetricSeries } from './metric-series.js';
import type { RecomputedGoal } from './recomputed.js';
import type { UnsealedMetricSeries } from './series-file.js';
import { recomputeTasks } from './tasks.js';
import { differingFields } from './verify.js';

/** A published file beside the one that follows from the published data: a series, the ladder, or the tasks. */
export interface SeriesCheck {
  readonly equal: boolean;
  /** The file, `series/goals/pct-applications.json`. */
  readonly path: string;
  /** The goal, or the metric; `ladder` or `tasks`. */
  readonly name: string;
  /**
   * The fault of the file as a whole. `missing`: a goal has a verdict, or the plan a register or reports, and the manifest names no
   * file of it; `extra`: the manifest names one that there should not be, or names it twice; `unreadable`: it is not there, or is no JSON.
   */
  readonly fault?: 'missing' | 'extra' | 'unreadable';
  /** The file against the digest that the manifest gives of it; `null` where it was not read. */
  readonly file: DigestCheck | null;
  /** The fields that differ from the series computed again: `periods`, `lines`, `forecast`, … */
  readonly differences: readonly string[];
}

type Listed = ReleaseFile & { readonly name: string };

/** Reads every series of a release, its ladder and its tasks, and compares each with the one computed again; `null` for a release from before there were series. */
export async function checkSeries(
  engine: Pick<Engine, 'read' | 'resolve' | 'run'>,
  release: { readonly url: string; readonly manifest: Manifest; readonly digest: string },
  goals: readonly RecomputedGoal[],
  options: CallOptions,
): Promise<readonly SeriesCheck[] | null> {
  const { manifest, digest } = release;
  const { series } = manifest.files;
  if (!series) return null;
  const checks: SeriesCheck[] = [];
  const due = new Map(
    goals.flatMap(({ goal, series: own, justified }) => (own && !justified ? [[goal.id, own] as const] : [])),
  );
  const seen = new Set<string>();
  for (const file of series.goals) {
    const own = seen.has(file.goal) ? undefined : due.get(file.goal);
    seen.add(file.goal);
    const listed = { ...file, name: file.goal };
    checks.push(
      own ? await checkFile(engine, release, listed, sealGoalSeries(own, digest), options) : extra(listed),
    );
  }
  const missing = [...due.keys()].filter((goal) => !seen.has(goal));
  checks.push(...missing.map((goal) => fault({ path: `series/goals/${goal}.json`, name: goal }, 'missing')));
  for (const file of series.metrics) {
    const order = orderOf(file);
    const own = seen.has(nameSeries(order)) ? undefined : await tryMetric(engine, manifest, order, options);
    seen.add(nameSeries(order));
    const listed = { ...file, name: file.metric };
    checks.push(
      own ? await checkFile(engine, release, listed, sealMetricSeries(own, digest), options) : extra(listed),
    );
  }
  checks.push(...(await checkBoards(engine, release, options)));
  return checks;
}

/** The ladder and the tasks of a release; nothing where the plan has neither, and the manifest names none. */
async function checkBoards(
  engine: Pick<Engine, 'read' | 'resolve' | 'run'>,
  release: { readonly url: string; readonly manifest: Manifest; readonly digest: string },
  options: CallOptions,
): Promise<readonly SeriesCheck[]> {
  const { manifest, digest } = release;
  const ladder = await recomputeLadder(engine, manifest, options);
  const tasks = await recomputeTasks(engine, manifest, options);
  const due = { ladder: ladder && sealLadder(ladder, digest), tasks: tasks && sealTasks(tasks, digest) };
  const checks: SeriesCheck[] = [];
  for (const name of ['ladder', 'tasks'] as const) {
    const file = manifest.files[name];
    const own = due[name];
    if (file && own) checks.push(await checkFile(engine, release, { ...file, name }, own, options));
    else if (file) checks.push(extra({ ...file, name }));
    else if (own) checks.push(fault({ path: `${name}.json`, name }, 'missing'));
  }
  return checks;
}

function orderOf({ metric, grain, by }: SeriesFiles['metrics'][number]): SeriesOrder {
  return { metric, grain, ...(by !== undefined && { by }) };
}

/** The series of a metric; undefined where there is none. Throws as `engine.run` where it is the engine that fails. */
async function tryMetric(
  engine: Pick<Engine, 'run'>,
  manifest: Manifest,
  order: SeriesOrder,
  options: CallOptions,
): Promise<UnsealedMetricSeries | undefined> {
  try {
    return await recomputeMetricSeries(engine, manifest, order, options);
  } catch (error) {
    const none = error instanceof MetricsError && ['REFUSED', 'UNKNOWN_NAME'].includes(error.code);
    if (none || isOverflow(error)) return undefined;
    throw error;
  }
}

async function checkFile(
  engine: Pick<Engine, 'read' | 'resolve'>,
  { url }: { readonly url: string },
  { path, name, bytes: length, sha256: published }: Listed,
  recomputed: object,
  options: CallOptions,
): Promise<SeriesCheck> {
  const read = await readSeries(engine, engine.resolve(path, url), { ...options, bytes: length }).catch(
    (error: unknown) => {
      if (error instanceof MetricsError && error.code === 'RELEASE') return undefined;
      throw error;
    },
  );
  if (!read) return fault({ path, name }, 'unreadable');
  const file = checkDigest(published, await sha256(read.bytes));
  const { json } = read;
  if (typeof json !== 'object' || json === null) return { ...fault({ path, name }, 'unreadable'), file };
  const differences = differingFields(json, recomputed);
  return { equal: file.equal && differences.length === 0, path, name, file, differences };
}

const extra = (listed: Pick<Listed, 'path' | 'name'>): SeriesCheck => fault(listed, 'extra');

function fault(
  { path, name }: Pick<Listed, 'path' | 'name'>,
  what: NonNullable<SeriesCheck['fault']>,
): SeriesCheck {
  return { equal: false, path, name, fault: what, file: null, differences: [] };
}
