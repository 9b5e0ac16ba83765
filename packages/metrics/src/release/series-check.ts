import type { CallOptions } from '../engine/engine.js';
import { isOverflow } from '../engine/overflow.js';
import { MetricsError, UnreachedError } from '../base/error.js';
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
import type { Reader, StepRecorder } from './steps.js';
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

/** Reads every series of a release, its ladder and its tasks, a step each, and compares each with the one computed again; `null` for a release from before there were series. */
export async function checkSeries(
  steps: StepRecorder,
  release: { readonly url: string; readonly manifest: Manifest; readonly digest: string },
  goals: readonly RecomputedGoal[],
  options: CallOptions,
): Promise<readonly SeriesCheck[] | null> {
  const { manifest, digest } = release;
  const { engine, take } = steps;
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
    const check = async (): Promise<SeriesCheck> =>
      own ? checkFile(engine, release, listed, sealGoalSeries(own, digest), options) : extra(listed);
    checks.push(await take('series', file.path, check));
  }
  const missing = [...due.keys()].filter((goal) => !seen.has(goal));
  checks.push(...missing.map((goal) => fault({ path: `series/goals/${goal}.json`, name: goal }, 'missing')));
  for (const file of series.metrics) {
    const order = orderOf(file);
    const twice = seen.has(nameSeries(order));
    seen.add(nameSeries(order));
    const listed = { ...file, name: file.metric };
    const check = async (): Promise<SeriesCheck> => {
      const own = twice ? undefined : await tryMetric(engine, manifest, order, options);
      return own ? checkFile(engine, release, listed, sealMetricSeries(own, digest), options) : extra(listed);
    };
    checks.push(await take('series', file.path, check));
  }
  checks.push(...(await checkBoards(steps, release, options)));
  return checks;
}

/** The ladder and the tasks of a release; nothing where the plan has neither, and the manifest names none. */
async function checkBoards(
  { engine, take }: StepRecorder,
  release: { readonly url: string; readonly manifest: Manifest; readonly digest: string },
  options: CallOptions,
): Promise<readonly SeriesCheck[]> {
  const { manifest, digest } = release;
  const compute = {
    async ladder() {
      const ladder = await recomputeLadder(engine, manifest, options);
      return ladder && sealLadder(ladder, digest);
    },
    async tasks() {
      const tasks = await recomputeTasks(engine, manifest, options);
      return tasks && sealTasks(tasks, digest);
    },
  };
  const checks: SeriesCheck[] = [];
  for (const name of ['ladder', 'tasks'] as const) {
    const file = manifest.files[name];
    const check = async (): Promise<SeriesCheck | undefined> => {
      const own = await compute[name]();
      if (!file) return own && fault({ path: `${name}.json`, name }, 'missing');
      return own ? checkFile(engine, release, { ...file, name }, own, options) : extra({ ...file, name });
    };
    // Only a file that the manifest names is a step.
    const found = await (file ? take(name, file.path, check) : check());
    if (found) checks.push(found);
  }
  return checks;
}

function orderOf({ metric, grain, by }: SeriesFiles['metrics'][number]): SeriesOrder {
  return { metric, grain, ...(by !== undefined && { by }) };
}

/** The series of a metric; undefined where there is none. Throws as `engine.run` where it is the engine that fails. */
async function tryMetric(
  engine: Pick<Reader, 'run'>,
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
  engine: Pick<Reader, 'read' | 'resolve'>,
  { url }: { readonly url: string },
  { path, name, bytes: length, sha256: published }: Listed,
  recomputed: object,
  options: CallOptions,
): Promise<SeriesCheck> {
  const read = await readSeries(engine, engine.resolve(path, url), { ...options, bytes: length }).catch(
    (error: unknown) => {
      // A file that a connection did not bring may be the right one: there is then no result, neither equal nor different.
      const isAbsent = error instanceof MetricsError && error.code === 'RELEASE';
      if (isAbsent && !(error instanceof UnreachedError)) return undefined;
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
