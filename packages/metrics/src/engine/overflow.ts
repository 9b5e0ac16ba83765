import { MetricsError } from '../base/error.js';

/** Whether an engine stopped because a number has more digits than its type: a sum beyond the 38 of a DECIMAL. */
export function isOverflow(error: unknown): boolean {
  const exact = error instanceof MetricsError ? error.code === 'SQL' : error instanceof Error;
  return exact && /^(Out of Range|Conversion) Error/.test((error as Error).message);
}
