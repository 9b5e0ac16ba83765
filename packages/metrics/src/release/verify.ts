import type { PublishedVerdict, Verdicts } from './manifest.js';

/** The published value beside the one that follows from the published data. */
export interface Verification {
  /** Whether every goal is equal. */
  readonly equal: boolean;
  readonly goals: readonly GoalVerification[];
}

/** The published verdict of a goal beside the one computed again. */
export interface GoalVerification {
  readonly goal: string;
  readonly equal: boolean;
  /** `null` where the goal is not published. */
  readonly published: PublishedVerdict | null;
  /** `null` where the plan has no such goal, or it is published twice. */
  readonly recomputed: PublishedVerdict | null;
  /** The fields that differ: `actual`, `status`, …; `goal` where one side is missing. */
  readonly differences: readonly string[];
}

/**
 * Compares published verdicts with recomputed ones, field by field: numbers to the last bit, but for
 * the figures of published methods (within 1e-12), and texts to the last letter.
 */
export function verify(
  published: Pick<Verdicts, 'verdicts'>,
  recomputed: readonly PublishedVerdict[],
): Verification {
  const rest = new Map(recomputed.map((verdict) => [verdict.goal, verdict]));
  const goals = published.verdicts.map((verdict) => {
    const own = rest.get(verdict.goal) ?? null;
    rest.delete(verdict.goal);
    return compare(verdict, own);
  });
  goals.push(...[...rest.values()].map((verdict) => compare(null, verdict)));
  return { equal: goals.every(({ equal }) => equal), goals };
}

function compare(published: PublishedVerdict | null, recomputed: PublishedVerdict | null): GoalVerification {
  const { goal } = (published ?? recomputed)!;
  const differences = published && recomputed ? differingFields(published, recomputed) : ['goal'];
  return { goal, equal: differences.length === 0, published, recomputed, differences };
}

/** The names of the fields that differ between two objects of JSON. */
export function differingFields(a: object, b: object, slack = 0): readonly string[] {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter(
    (name) => !isSame(left.get(name), right.get(name), powered.has(name) ? 1e-12 : slack),
  );
}

/** Published methods take powers and roots, whose last digits differ between browsers (METHODS §7). */
const powered: ReadonlySet<string> = new Set(['methods', 'published']);

/** Whether two values of JSON are the same, with keys in any order and numbers as near as `slack`, a share of them. */
function isSame(a: unknown, b: unknown, slack: number): boolean {
  if (typeof a === 'number' && typeof b === 'number' && slack > 0) {
    return Math.abs(a - b) <= slack * Math.max(Math.abs(a), Math.abs(b));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  return Array.isArray(a) === Array.isArray(b) && differingFields(a, b, slack).length === 0;
}
