import type { Goal } from '../../../packages/metrics/src/plan/plan.js';
import { edit, readExample } from '../example.js';

/** The first goal of the park's plan, without what a plain total has of its own. */
const plan = readExample('plan.json') as { readonly goals: readonly Goal[] };
const park = Object.fromEntries(
  Object.entries(plan.goals[0]!).filter(([key]) => key !== 'direction' && key !== 'baseline'),
) as unknown as Omit<Goal, 'direction' | 'baseline'>;
const own = { period: { start: '2021-01-01', end: '2025-12-31' }, accumulate: 'level' } as const;
const baseline = { value: 100, date: '2020-12-31' } as const;

/** A right goal of each kind. */
export const kinds = {
  floor: { ...park, ...own, target: 6.5, bound: 'at-least' },
  ceiling: { ...park, ...own, target: 30, bound: 'at-most' },
  'ceiling of a total': { ...park, target: 5000, bound: 'at-most' },
  'ceiling of a count': { ...park, accumulate: 'since', target: 3, bound: 'at-most' },
  range: { ...park, ...own, target: null, range: { from: 4.5, to: 5.5 } },
  average: { ...park, accumulate: 'average', target: 5.5, bound: 'at-most' },
  'average in a range': { ...park, accumulate: 'average', target: null, range: { from: 4.5, to: 5.5 } },
  limit: { ...park, ...own, target: 3, bound: 'at-most', hold: 'each-period', grain: 'year' },
  relative: { ...park, ...own, target: null, formula: { plus: 1 }, baseline },
  percent: { ...park, ...own, target: null, formula: { percent: -13.5 }, baseline },
  growth: { ...park, ...own, target: null, formula: { growth: 7, years: 5 }, baseline },
  chain: { ...park, ...own, target: null, formula: { chain: [-3, -3.1, -3, -3, -3] }, baseline },
} as const satisfies Readonly<Record<string, Goal>>;

/** A document that changed a target. */
export const former = {
  target: 28,
  until: '2023-06-30',
  document: { title: { zh: '调整方案', en: 'An adjustment' } },
  reason: { zh: '中期评估', en: 'A review' },
} as const;

/** The park's plan with another first goal. */
export const planWith = (goal: unknown): unknown => edit(readExample('plan.json'), 'goals.0', goal);

/** A right goal of a kind with other entries, and without those that are `undefined`. */
export function changed(kind: keyof typeof kinds, changes: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.entries({ ...kinds[kind], ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The code with the place in the goal, the message and the remedy of a problem. */
type Told = readonly [codeAndPlace: string, message: string, remedy: string];

/** What is wrong, the kind of the goal, the entries that make it so, and every problem that is told. */
export type Fault = readonly [
  name: string,
  kind: keyof typeof kinds,
  changes: Readonly<Record<string, unknown>>,
  told: readonly Told[],
];
