import type { Contract } from '../dataset/contract.js';
import type { Catalogue } from './catalogue.js';
import { conditionExpr, undecidedTests } from './condition.js';
import { testedColumns } from '../metric/condition.js';
import { findCounted } from './filter-cuboid.js';
import type { FilterField, FilterPlan } from './filter-spec.js';
import { leaveOut, type Selection } from './narrow.js';
import { resolveDuring } from './period.js';
import { printDuckdb } from './sql/duckdb.js';
import { call, cast, column, day, number, type Expr, type Select } from './sql/node.js';

/** The parts of a step, by the numbers in its column `part`: fields have theirs from 0. */
export const allPart = -1;
export const mergedPart = -2;

/** The types of a step's columns. */
export const stepTypes = ['DOUBLE', 'VARCHAR', 'DOUBLE'] as const;

/**
 * The statement that counts the rows under a selection: `part` DOUBLE, `value` VARCHAR, `rows` DOUBLE. A row for all that match, one
 * for each value of each field under the conditions of all others, and one for the cells of a public cube that no condition can be decided of.
 */
export function stepSql(plan: FilterPlan, selection: Selection, catalogue: Catalogue): string {
  const { contract, fields } = plan;
  const all = countSelect(allPart, undefined, selection, { plan, catalogue });
  const parts = fields.map((field, i) =>
    countSelect(i, field, withoutOwn(field, selection, contract), { plan, catalogue }),
  );
  const merged =
    contract.cube && selection.where.length > 0 ? [mergedSelect(plan, selection, catalogue)] : [];
  return printDuckdb({ union: [all, ...parts, ...merged], distinct: false });
}

/** A selection without the conditions on a field, and without the period for a field of time. */
export function withoutOwn(
  { column: own }: Pick<FilterField, 'column'>,
  { where, during }: Selection,
  { time }: Pick<Contract, 'time'>,
): Selection {
  return {
    where: leaveOut(where, [own]),
    ...(during !== undefined && own !== time.column && { during }),
  };
}

interface Place {
  readonly plan: FilterPlan;
  readonly catalogue: Catalogue;
}

function countSelect(
  part: number,
  field: FilterField | undefined,
  selection: Selection,
  { plan: { relation, contract }, catalogue }: Place,
): Select {
  const { time } = contract;
  const needed = [...testedColumns(selection.where), ...(field ? [field.column] : [])];
  const days = selection.during === undefined ? [] : [time.column];
  const { table, count } = findCounted(relation, [...needed, ...days], catalogue);
  const tests = selection.where.map((one) => conditionExpr(one, contract));
  const key = field && keyOf(field, contract);
  return {
    columns: [
      { of: cast(number(part), 'DOUBLE'), as: 'part' },
      { of: cast(key ?? { kind: 'null' }, 'VARCHAR'), as: 'value' },
      { of: cast(call('coalesce', count, number(0)), 'DOUBLE'), as: 'rows' },
    ],
    from: { table },
    where: [...tests, ...daysTests(selection, contract)],
    ...(key && { groupBy: [[key]] }),
  };
}

/** The cells of a cube of which nobody can tell whether they match, because they were merged over a column that is asked. */
function mergedSelect(
  { relation, contract }: FilterPlan,
  selection: Selection,
  catalogue: Catalogue,
): Select {
  const needed = [...testedColumns(selection.where), contract.time.column];
  const { table, count } = findCounted(relation, needed, catalogue);
  return {
    columns: [
      { of: cast(number(mergedPart), 'DOUBLE'), as: 'part' },
      { of: cast({ kind: 'null' }, 'VARCHAR'), as: 'value' },
      { of: cast(call('coalesce', count, number(0)), 'DOUBLE'), as: 'rows' },
    ],
    from: { table },
    where: [...undecidedTests(selection.where, contract), ...daysTests(selection, contract)],
  };
}

/** The value of a field: a column, or the first day of the period. */
function keyOf({ column: name, grain }: FilterField, { time, fiscalStart = 1 }: Contract): Expr {
  const of = column(name);
  if (grain === undefined || grain === time.grain) return of;
  return cast({ kind: 'bucket', of, grain, fiscalStart }, 'DATE');
}

function daysTests({ during }: Selection, { time, fiscalStart }: Contract): readonly Expr[] {
  if (during === undefined) return [];
  const { start, end } = resolveDuring(during, fiscalStart)!;
  return [{ kind: 'between', of: column(time.column), from: day(start), to: day(end) }];
}

/**
 * The statement that counts, for each dimension of a public cube, its empty cells in `empty`, and in `filled` those of them that have
 * a later dimension: these were not merged, because a cell is merged from the last dimension upward.
 */
export function emptySql({ relation, contract, fields }: FilterPlan): string | undefined {
  const { cube } = contract;
  const split = fields.flatMap((field, i) => {
    const place = cube?.dimensions.indexOf(field.column) ?? -1;
    return place < 0 ? [] : [{ i, field, later: cube!.dimensions.slice(place + 1) }];
  });
  if (split.length === 0) return undefined;
  const { table } = findCounted(relation, [], {});
  const union = split.map(({ i, field, later }): Select => {
    const empty: Expr = { kind: 'isNull', of: column(field.column) };
    const some = later.map((name): Expr => ({ kind: 'isNull', of: column(name), not: true }));
    const filled: Expr = { kind: 'or', of: [{ kind: 'truth', value: false }, ...some] };
    return {
      columns: [
        { of: cast(number(i), 'DOUBLE'), as: 'part' },
        { of: cast({ kind: 'aggregate', name: 'count', where: [empty] }, 'DOUBLE'), as: 'empty' },
        { of: cast({ kind: 'aggregate', name: 'count', where: [empty, filled] }, 'DOUBLE'), as: 'filled' },
      ],
      from: { table },
    };
  });
  return printDuckdb({ union, distinct: false });
}
