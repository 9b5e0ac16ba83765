import type { Manifest, ReleaseFile } from '@zj/metrics';
import type { Wanted } from '../element/source.js';
import type { SourceWords } from './words.js';

/** A file of a release, or why it has none. */
export type FoundFile =
  | { readonly file: ReleaseFile; readonly lack?: undefined; readonly isKnown: true }
  | {
      readonly file?: undefined;
      readonly lack: (words: SourceWords) => string;
      /** Whether the release has this goal or metric. */
      readonly isKnown: boolean;
    };

/** The file of a release that is wanted: verdicts.json, ladder.json, tasks.json, the series of a goal, or those of a metric. */
export function findFile(
  { plan, metrics, files: { verdicts, series, ladder, tasks } }: Manifest,
  wanted: Wanted,
): FoundFile {
  if (wanted === 'verdicts') return { file: verdicts, isKnown: true };
  if (wanted === 'ladder' || wanted === 'tasks') {
    const file = wanted === 'ladder' ? ladder : tasks;
    return file ? { file, isKnown: true } : { lack: (words) => words.without[wanted], isKnown: true };
  }
  const isKnown =
    'goal' in wanted
      ? plan.goals.some(({ id }) => id === wanted.goal)
      : metrics.some(({ id }) => id === wanted.metric);
  if (!series) return { lack: (words) => words.withoutSeries, isKnown };
  if ('goal' in wanted) {
    const { goal } = wanted;
    const file = series.goals.find((one) => one.goal === goal);
    if (file) return { file, isKnown: true };
    const known = series.goals.map((one) => one.goal);
    return { lack: (words) => words.noGoalSeries(goal, known), isKnown };
  }
  const name = nameSeries(wanted);
  const file = series.metrics.find((one) => nameSeries(one) === name);
  if (file) return { file, isKnown: true };
  return { lack: (words) => words.noMetricSeries(name, series.metrics.map(nameSeries)), isKnown };
}

/** The name of a series as that of its file: `revenue.month.by-industry`. */
function nameSeries({ metric, grain, by }: Exclude<Wanted, string | { readonly goal: string }>): string {
  return `${metric}.${grain}${by ? `.by-${by}` : ''}`;
}

/** A digest in hexadecimal as `integrity` has it. */
export function integrityOf({ sha256 }: Pick<ReleaseFile, 'sha256'>): string {
  const bytes = sha256.match(/../g)!.map((byte) => Number.parseInt(byte, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
