import type { Day } from '../base/day.js';
import type { Period } from '../plan/plan.js';
import { isStretched, lastReported, lastWhole } from './axis.js';
import { baseConditions, readBase, stretchStart } from './base.js';
import type { Catalogue } from './catalogue.js';
import { conditionExpr, surely } from './condition.js';
import { testedColumns } from '../metric/condition.js';
import { findCuboid, readState, type Cuboid } from './cuboid.js';
import { statesOf, type State } from './formula.js';
import { readMeasure } from '../metric/measure.js';
import type { Condition } from '../metric/metric.js';
import { startOf, type Grain } from './period.js';
import type { Leaf, Question } from './question.js';
import { and, column, day, not, operation, or, type Aggregate, type Expr } from './sql/node.js';

/** Leaves over the same rows, dated by the same column and up to the same day: computed together. */
export interface LeafGroup {
  readonly leaves: readonly Leaf[];
  readonly cuboid?: Cuboid;
  /** Conditions of all its leaves. */
  readonly shared: readonly Condition[];
  /** Whether parts of the rows can be aggregated first, and the wholes follow. */
  readonly mergeable: boolean;
  /** Whether its one leaf is a stock, taken on the last day of a stretch. */
  readonly stock: boolean;
}

/** Groups the leaves of a question; all `plain` ones are aggregated in one step. */
export function groupLeaves(
  question: Question,
  { cuboids = [] }: Catalogue,
  plain: boolean,
): readonly LeafGroup[] {
  const byKey = new Map<string, Leaf[]>();
  for (const leaf of question.leaves) {
    const { kind } = readMeasure(leaf.metric.measure);
    const merge = plain ? '' : String(isMergeable([leaf]));
    const rows = [leaf.metric.dataset, leaf.time.column, leaf.metric.reportedThrough];
    const key = [...rows, kind === 'last' ? leaf.metric.id : merge].join(' ');
    byKey.set(key, [...(byKey.get(key) ?? []), leaf]);
  }
  return [...byKey.values()].map((leaves) => {
    const names = question.dimensions.map(({ name }) => name);
    const cuboid = findCuboid(cuboids, leaves, names, question.conditions);
    const [first, ...others] = leaves.map(({ metric }) => metric.where ?? []) as [readonly Condition[]];
    const shared = first.filter((one) => others.every((other) => includes(other, one)));
    const stock = readMeasure(leaves[0]!.metric.measure).kind === 'last';
    return { leaves, ...(cuboid && { cuboid }), shared, mergeable: isMergeable(leaves), stock };
  });
}

const isMergeable = (leaves: readonly Leaf[]): boolean =>
  leaves.every((leaf) => statesOf(leaf).every(({ merge }) => merge !== undefined));
const includes = (all: readonly Condition[], one: Condition): boolean =>
  all.some((other) => JSON.stringify(other) === JSON.stringify(one));

/** The table that a group reads. */
export function tableOfGroup({ cuboid, leaves }: LeafGroup): readonly string[] {
  return cuboid ? cuboid.table : leaves[0]!.table;
}

/** A state over the rows of a group's table, those of its leaf only. */
export function aggregateRows(
  group: LeafGroup,
  leaf: Leaf,
  state: State,
  where: readonly Expr[] = [],
): Aggregate {
  const make = group.cuboid ? readState(state, group.cuboid) : state.make;
  const filter = [...(make.where ?? []), ...ownConditions(group, leaf), ...wholeConditions(leaf), ...where];
  return { ...make, ...(filter.length > 0 && { where: filter }) };
}

/** The conditions of a leaf that the other leaves of its group do not have. */
export function ownConditions({ shared }: LeafGroup, { metric, contract }: Leaf): readonly Expr[] {
  return (metric.where ?? [])
    .filter((one) => !includes(shared, one))
    .map((one) => conditionExpr(one, contract));
}

/** Columns that a group's leaves read beside time and dimensions. */
export function columnsOf(group: LeafGroup): readonly string[] {
  const states = group.leaves.flatMap((leaf) => statesOf(leaf).flatMap(({ uses }) => uses));
  const conditions = group.leaves.flatMap(({ metric }) =>
    testedColumns((metric.where ?? []).filter((one) => !includes(group.shared, one))),
  );
  const [leaf] = group.leaves as [Leaf];
  const days = wholeConditions(leaf).length > 0 ? [leaf.time.column] : [];
  return [...new Set([...states, ...conditions, ...days])];
}

/** The conditions on the rows of a group. `moved` rows make the base of a comparison. */
export function rowConditions(group: LeafGroup, question: Question, moved: boolean): readonly Expr[] {
  const [{ contract }] = group.leaves as [Leaf];
  const own = group.leaves.map((leaf) => ownConditions(group, leaf));
  const anyOf =
    own.length > 1 && own.every((all) => all.length > 0) ? [or(...own.map((all) => and(...all)))] : [];
  return [
    ...timeConditions(group.leaves[0]!, question, moved),
    ...group.shared.map((one) => conditionExpr(one, contract)),
    ...anyOf,
    // The last day of a stock is that of its own rows.
    ...(group.stock ? [] : question.conditions.map((one) => conditionExpr(one, contract))),
  ];
}

/** Whether the query's own conditions hold, for a stock; nothing where it has none. */
export function askedExpr({ leaves, stock }: LeafGroup, { conditions }: Question): Expr | undefined {
  if (!stock || conditions.length === 0) return undefined;
  return surely(conditions.map((one) => conditionExpr(one, leaves[0]!.contract)));
}

/** The conditions on the days of a row, for values or `moved` for bases. */
export function timeConditions(leaf: Leaf, question: Question, moved: boolean): readonly Expr[] {
  const of = column(leaf.time.column);
  if (!moved) return withinDays(of, daysOf(leaf, question), leaf);
  const apart = isStretched(question.query) ? [] : baseConditions(of, leaf, question);
  return [...withinDays(of, readBase(leaf, question), leaf), ...apart];
}

function withinDays(of: Expr, days: Partial<Period> | undefined, { time, contract }: Leaf): readonly Expr[] {
  if (!days) return [];
  const { start, end } = days;
  if (start !== undefined && end !== undefined)
    return [{ kind: 'between', of, from: day(start), to: day(end) }];
  if (start !== undefined) return [operation(of, '>=', day(start))];
  if (end !== undefined) return [operation(of, '<=', day(end))];
  return time.column === contract.time.column ? [] : [{ kind: 'isNull', of, not: true }];
}

/** The days whose rows count, open where nothing bounds them; none where rows without a day count, too. */
function daysOf({ metric, reportedThrough }: Leaf, question: Question): Partial<Period> | undefined {
  const { window, time } = question;
  const ends = metric.reportedThrough !== undefined;
  if (!time && !window && !ends) return undefined;
  const start = firstDay(question);
  const end = ends ? lastReported({ reportedThrough }, question) : window?.end;
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}

/** The first day whose rows count: that of the window, or of the stretch of its first period. */
function firstDay(question: Question): Day | undefined {
  const { window, query, time, fiscalStart } = question;
  if (!window || !time || !isStretched(query)) return window?.start;
  return stretchStart(startOf(window.start, time.grain, fiscalStart), question);
}

/** The first day of the period that holds the day of a row; in the base of a comparison, of that which it is compared with. */
export function periodExpr(group: LeafGroup, question: Question, moved: boolean): Expr {
  const of = dayExpr(group, question, question.time!.grain);
  return moved ? { kind: 'move', of, by: question.lag! } : of;
}

/** The day of a row, as the first day of its period of a grain. */
export function dayExpr(group: LeafGroup, { fiscalStart }: Question, grain: Grain): Expr {
  const [{ time }] = group.leaves as [Leaf];
  const of = column(time.column);
  // Days are their own periods; longer ones are dated by their first days.
  return grain === time.grain ? of : { kind: 'bucket', of, grain, fiscalStart };
}

/** That the rows of a period which is not over are not counted: conditions where there may be such. */
export function wholeConditions(leaf: Leaf): readonly Expr[] {
  const last = lastWhole(leaf);
  return last === leaf.reportedThrough ? [] : [operation(column(leaf.time.column), '<=', day(last))];
}

/** The first day of the first period with rows of a leaf, its own conditions alone: F of QUERIES.md. */
export function firstPeriod(leaf: Leaf, groups: readonly LeafGroup[], question: Question): Expr {
  const group = groups.find(({ leaves }) => leaves.includes(leaf))!;
  const { time, fiscalStart } = question;
  const of = column(leaf.time.column);
  const first: Expr = { kind: 'aggregate', name: 'minimum', of };
  const to = leaf.metric.reportedThrough;
  return {
    kind: 'scalar',
    of: {
      columns: [{ of: { kind: 'bucket', of: first, grain: time!.grain, fiscalStart }, as: 'first' }],
      from: { table: tableOfGroup(group) },
      where: [
        ...(to === undefined ? [] : [operation(of, '<=', day(to))]),
        ...(leaf.metric.where ?? []).map((one) => conditionExpr(one, leaf.contract)),
      ],
    },
  };
}

/** The rows of one side of a comparison. */
export function sideExpr(moved: Expr | undefined, base: boolean): readonly Expr[] {
  if (!moved) return [];
  return [base ? moved : not(moved)];
}
