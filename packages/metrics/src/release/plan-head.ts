import type { Plan } from '../plan/plan.js';
import type { Verdicts } from './manifest.js';

/** The plan's name in the files of its release. */
export function headOf({ id, document }: Pick<Plan, 'id' | 'document'>): Verdicts['plan'] {
  const { title, number } = document;
  return { id, title, ...(number !== undefined && { number }) };
}
