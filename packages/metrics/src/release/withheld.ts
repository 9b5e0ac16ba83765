import type { Engine } from '../engine/engine.js';
import { MetricsError } from '../error.js';
import type { Goal, Text } from '../plan/plan.js';
import { findCrossings } from './crossing.js';
import type { PublishedVerdict, WithheldGoal } from './manifest.js';
import { recomputeGoal, type Computable, type RecomputeOptions } from './recompute.js';

/** Why a goal has no verdict. `merged`: for confidentiality, cells were merged across what it selects. `not-computable`: its figure is beyond what can be added exactly, or has no right answer. */
export type WithholdingCause = 'merged' | 'not-computable';

/** Why a goal has no verdict, for people: no figure stands in it. */
export const withholdingReasons: Readonly<Record<WithholdingCause, Text>> = {
  merged: {
    zh: '为保护企业的统计资料，公开数据中有单元跨越该目标的统计范围合并，其数值不能公布。',
    en: 'To keep the figures of enterprises confidential, published cells were merged across what the goal covers, so its figure may not be told.',
  },
  'not-computable': {
    zh: '该目标的数值无法由公开数据准确算出。',
    en: 'The figure of the goal cannot be computed exactly from the published data.',
  },
};

/** A goal without a verdict, as a release tells it. */
export function withhold({ id, name }: Pick<Goal, 'id' | 'name'>, cause: WithholdingCause): WithheldGoal {
  return { goal: id, name, reason: withholdingReasons[cause] };
}

/** The verdict of a goal, or `null` where its figure cannot be computed. Throws as `recompute` where the engine fails. */
export async function tryGoal(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  goal: Goal,
  options: RecomputeOptions,
): Promise<PublishedVerdict | null> {
  try {
    return await recomputeGoal(engine, release, goal, options);
  } catch (error) {
    if (isNotComputable(error)) return null;
    throw error;
  }
}

/**
 * For which causes a goal may be withheld, from the published cells alone: a reader finds the same. `verdict` is what {@link tryGoal} gives.
 * Throws what `engine.run` throws.
 */
export async function findCauses(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  goal: Goal,
  { verdict, ...options }: RecomputeOptions & { readonly verdict: PublishedVerdict | null },
): Promise<readonly WithholdingCause[]> {
  const crossings = await findCrossings(engine, release, goal, options);
  return [
    ...(crossings.length > 0 ? ['merged' as const] : []),
    ...(verdict === null ? ['not-computable' as const] : []),
  ];
}

/** Whether a goal's figure has no right answer, rather than an engine no answer: a sum of more digits than can be added, or a metric that may not be asked so. */
export function isNotComputable(error: unknown): boolean {
  if (!(error instanceof MetricsError)) return false;
  return (
    error.code === 'REFUSED' ||
    (error.code === 'SQL' && /^(Out of Range|Conversion) Error/.test(error.message))
  );
}
