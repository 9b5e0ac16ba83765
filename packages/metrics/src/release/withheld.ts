import type { Engine } from '../engine/engine.js';
import { isOverflow } from '../engine/overflow.js';
import { MetricsError } from '../base/error.js';
import { quote } from '../base/input.js';
import type { Goal } from '../plan/plan.js';
import type { Bilingual } from '../base/text.js';
import { findCrossings } from './crossing.js';
import { readVerdicts } from './file.js';
import type { Manifest, WithheldGoal } from './manifest.js';
import {
  recomputeGoalSeries,
  type Computable,
  type RecomputedSeries,
  type RecomputeOptions,
} from './recompute.js';
import { say, type Sentence } from '../base/sentence.js';

/**
 * Why a goal has no verdict. `merged`: for confidentiality, cells were merged across its selection. `not-computable`: its sum has more
 * digits than can be added exactly, or there is no right answer.
 */
export type WithholdingCause = 'merged' | 'not-computable';

/** Why a goal has no verdict, for people: no figure stands in it. */
export const withholdingReasons: Readonly<Record<WithholdingCause, Bilingual>> = {
  merged: {
    zh: '为保护填报单位的信息，部分数据合并后公布；合并的范围超出该指标的统计范围，因此不公布该指标的数值。',
    en: say`To protect those who report, some figures are published only in merged form. A merged figure goes beyond this metric, so the figure of this metric is not published.`
      .text,
  },
  'not-computable': {
    zh: '根据所公布的数据无法准确计算该指标。',
    en: say`The figure cannot be computed exactly from the published data.`.text,
  },
};

/** A goal without a verdict, as a release tells it. */
export function withhold({ id, name }: Pick<Goal, 'id' | 'name'>, cause: WithholdingCause): WithheldGoal {
  return { goal: id, name, reason: withholdingReasons[cause] };
}

/** A goal's verdict and series, or why its figure cannot be computed. */
export type Attempt =
  | (RecomputedSeries & { readonly cause?: undefined })
  | { readonly verdict?: undefined; readonly series?: undefined; readonly cause: WithholdingCause };

/** The verdict and the series of a goal, or why its figure cannot be computed. Throws as `recompute` where it is the engine that fails. */
export async function tryGoal(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  goal: Goal,
  options: RecomputeOptions,
): Promise<Attempt> {
  try {
    return await recomputeGoalSeries(engine, release, goal, options);
  } catch (error) {
    const cause = causeOf(error);
    if (cause) return { cause };
    throw error;
  }
}

/**
 * For which causes a goal may be withheld, from the published cells alone: a reader finds the same. Throws as `engine.run`.
 */
export async function findCauses(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  goal: Goal,
  { cause, ...options }: RecomputeOptions & Pick<Attempt, 'cause'>,
): Promise<readonly WithholdingCause[]> {
  const crossings = await findCrossings(engine, release, goal, options);
  return [...(crossings.length > 0 ? ['merged' as const] : []), ...(cause ? [cause] : [])];
}

/** Why a goal's figure has no right answer; undefined where it is the engine that has none. */
function causeOf(error: unknown): WithholdingCause | undefined {
  if (!(error instanceof MetricsError)) return undefined;
  return isOverflow(error) || error.code === 'REFUSED' ? 'not-computable' : undefined;
}

/**
 * Refuses a goal that its release withholds: by the published cells it would have another figure, and nobody would be told. Only
 * where merged cells cross it does the release have to be asked. Throws `REFUSED`, `RELEASE`, and as `engine.run`.
 */
export async function refuseWithheld(
  engine: Pick<Engine, 'run' | 'read' | 'resolve'>,
  { url, manifest }: { readonly url: string; readonly manifest: Manifest },
  goal: Goal,
  { asOf, ...call }: RecomputeOptions,
): Promise<void> {
  const crossings = await findCrossings(engine, manifest, goal, { ...call, asOf });
  if (crossings.length === 0) return;
  const { path, bytes } = manifest.files.verdicts;
  const { verdicts } = await readVerdicts(engine, engine.resolve(path, url), { ...call, bytes });
  const told = verdicts.withheld.find((one) => one.goal === goal.id);
  if (!told) return;
  // A reason that the SDK knows has its own translation.
  const reason: Sentence = { text: told.reason.en, parameters: [] };
  throw new MetricsError('REFUSED', say`The goal ${quote(goal.id)} is withheld. ${reason}`);
}
