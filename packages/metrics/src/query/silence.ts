import type { Assembled } from './figure-tables.js';
import { directBasesOf } from '../metric/composition.js';
import { statesOf } from './formula.js';
import type { Layout } from './layout.js';
import type { Metric } from '../metric/metric.js';
import type { Leaf } from './question.js';
import { and, call, not, number, operation, or, truth, type Expr } from './sql/node.js';

// Who reported in the base of a cell, and does not now: QUERIES.md §6.

/** Those who reported in a cell, as lists: now and in the base, NULL for none. */
export interface Reporters {
  readonly now: Expr;
  readonly base: Expr;
}

/** Who reported the rows of a metric over rows; nothing where its dataset does not say it. */
export function reportersOf(leaf: Leaf, assembled: Assembled, { groups }: Layout): Reporters | undefined {
  if (leaf.reporters === undefined) return undefined;
  const index = statesOf(leaf).length - 1;
  // Parts of rows have a list each.
  const merged = groups.find(({ leaves }) => leaves.includes(leaf))!.mergeable;
  const side = (base: boolean): Expr => {
    const list = assembled.scope(base).state(leaf, index);
    return merged ? call('flatten', list) : list;
  };
  return { now: side(false), base: side(true) };
}

/** Whether someone is silent who is in the base of a metric, or of one that it is made of. */
export function silenceExpr(metric: Metric, assembled: Assembled, layout: Layout): Expr | undefined {
  const { known, leaves } = layout.question;
  const below = directBasesOf(metric.id, known);
  const silences = leaves
    .filter((leaf) => below.includes(leaf.metric))
    .flatMap((leaf): readonly Expr[] => {
      const reporters = reportersOf(leaf, assembled, layout);
      if (!reporters) return [];
      const { now, base } = reporters;
      // Rows of nobody by name are no list at all, or an empty one.
      const none: Expr = { kind: 'isNull', of: now };
      const some = operation(call('len', base), '>', number(0));
      return [call('coalesce', or(and(none, some), not(call('list_has_all', now, base))), truth(false))];
    });
  return silences.length > 0 ? or(...silences) : undefined;
}
