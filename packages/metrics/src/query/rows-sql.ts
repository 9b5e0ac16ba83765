import type { Column } from '../dataset/contract.js';
import { meansColumn } from '../dataset/contract.js';
import type { Period } from '../plan/plan.js';
import type { Condition } from '../metric/metric.js';
import { conditionExpr } from './condition.js';
import { searchedColumns, type RowsColumn } from './rows-columns.js';
import type { RowOrdering } from './rows-question.js';
import { printDuckdb } from './sql/duckdb.js';
import {
  call,
  cast,
  column,
  day,
  number,
  operation,
  or,
  text,
  type Expr,
  type Join,
  type Output,
  type Select,
  type SortKey,
} from './sql/node.js';

/** Rows of a table: which of them stay, and in which order. */
export interface RowsPlan {
  /** The table whose rows they are. */
  readonly table: readonly string[];
  /** All of its columns, and those that are shown. */
  readonly columns: readonly RowsColumn[];
  readonly shown: readonly RowsColumn[];
  readonly where: readonly Condition[];
  /** The days of this column that stay. */
  readonly window?: { readonly column: string } & Period;
  readonly search?: string;
  /** Rows that meet one of these are found, too. */
  readonly orWhere?: readonly Condition[];
  readonly orderBy: readonly RowOrdering[];
  /** The column with the numbers of the rows, where one is called as that of the engine. */
  readonly numbers?: string;
  /** The tables of the ranks of `orderBy`, in the same order. */
  readonly ranks: readonly (readonly string[] | undefined)[];
}

// No name of a contract or a metric has a colon in it.
/** The column of an arrangement: the row of the table that stands at its place. */
export const arrangedRow = 'zj:row';
export const rankedValue = 'zj:value';
export const rank = 'zj:rank';

/** The number of a row in a table, as DuckDB counts them. */
const engineNumber = 'rowid';
const placeOf = (table: readonly string[]): Expr => column(engineNumber, table.at(-1));
const rowOf = ({ table, numbers = engineNumber }: Pick<RowsPlan, 'table' | 'numbers'>): Expr =>
  column(numbers, table.at(-1));

/** The name of the numbers of an answer's rows. */
export const answerNumber = 'zj:number';

/** The statement of an answer, its rows numbered from 0 if the engine's own numbers are hidden by a column. */
export function numberAnswer(sql: string, columns: readonly { readonly name: string }[]): string {
  if (!hidesNumbers(columns)) return sql;
  return `SELECT *, row_number() OVER () - 1 AS "${answerNumber}" FROM (\n${sql}\n) AS answer`;
}

/** Whether a column is called as the engine's own number of a row. */
export const hidesNumbers = (columns: readonly { readonly name: string }[]): boolean =>
  columns.some(({ name }) => name.toLowerCase() === engineNumber);

/** A cell of a column; one that is no number is empty. */
export function cellExpr({ name, type }: Pick<RowsColumn, 'name' | 'type'>): Expr {
  const of = column(name);
  return type === 'DOUBLE' ? { kind: 'case', when: [[call('isfinite', of), of]] } : of;
}

/** The exact text of a value of a column: decimals to the digit, a day as `2026-10-31`. */
export function textExpr(of: Expr, type: RowsColumn['type']): Expr {
  if (type === 'VARCHAR') return of;
  if (type !== 'DOUBLE') return cast(of, 'VARCHAR');
  // A zero has no sign, and a whole number no point.
  const digits = cast(operation(of, '+', number(0)), 'VARCHAR');
  return plainDigits(call('regexp_replace', digits, text('\\.0$'), text('')));
}

/** The text of a DOUBLE without a power of ten: `1e+16` as `10000000000000000`. */
function plainDigits(written: Expr): Expr {
  const power = cast(call('regexp_extract', written, text('[0-9]+$')), 'INTEGER');
  const sign = call('regexp_extract', written, text('^-?'));
  const digits = call('regexp_replace', written, text('[-.]|e.*$'), text(''), text('g'));
  const large = call('rpad', digits, operation(power, '+', number(1)), text('0'));
  const small = call('repeat', text('0'), operation(power, '-', number(1)));
  return {
    kind: 'case',
    when: [
      [call('contains', written, text('e+')), call('concat', sign, large)],
      [call('contains', written, text('e-')), call('concat', sign, text('0.'), small, digits)],
    ],
    otherwise: written,
  };
}

const cellText = (one: RowsColumn): Expr => textExpr(cellExpr(one), one.type);

/** That a row is of the period that was asked for. */
export function windowTests({ window }: Pick<RowsPlan, 'window'>): readonly Expr[] {
  if (!window) return [];
  return [{ kind: 'between', of: column(window.column), from: day(window.start), to: day(window.end) }];
}

/** That a row stays. */
export function stayTests(plan: RowsPlan): readonly Expr[] {
  const { columns, where, search } = plan;
  const declared = { columns: columns as readonly Column[] };
  return [
    ...windowTests(plan),
    ...where.map((condition) => conditionExpr(condition, declared)),
    ...(search === undefined || search === '' ? [] : [foundExpr(search, plan)]),
  ];
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();

/** The characters that cells of a type may consist of. */
const alphabets: readonly (readonly [RegExp, RegExp])[] = [
  [/^VARCHAR$/, /^[\s\S]*$/],
  [/^BOOLEAN$/, /^[aeflrstu]*$/],
  [/^DATE$/, /^[-0-9]*$/],
  [/^DOUBLE$/, /^[-+.0-9e]*$/],
  [/^/, /^[-.0-9]*$/],
];

/** That a row contains a text, or meets a condition that finds it, too. */
function foundExpr(
  search: string,
  { columns, shown, orWhere = [] }: Pick<RowsPlan, 'columns' | 'shown' | 'orWhere'>,
): Expr {
  const declared = { columns: searchedColumns(columns) as readonly Column[] };
  // A condition on an empty cell is unknown, which finds nothing.
  const others = orWhere.map((one) =>
    call('coalesce', conditionExpr(one, declared), { kind: 'truth', value: false }),
  );
  return others.length > 0 ? or(containsExpr(search, shown), ...others) : containsExpr(search, shown);
}

/** That the text of some of these cells contains a text; ASCII letters in either case. */
function containsExpr(search: string, shown: readonly RowsColumn[]): Expr {
  const wanted = search.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const tests = shown
    .filter(({ type }) => alphabets.find(([of]) => of.test(type))![1].test(wanted))
    .map((one) => {
      const written = cellText(one);
      const cased = /[a-z]/.test(wanted) && one.type === 'VARCHAR';
      const of = cased ? call('translate', written, text(upper), text(lower)) : written;
      return call('coalesce', call('contains', of, text(wanted)), { kind: 'truth', value: false });
    });
  return tests.length > 0 ? or(...tests) : { kind: 'truth', value: false };
}

/** The order of the rows, which ends in their own. */
function orderOf(plan: RowsPlan): readonly SortKey[] {
  const { columns, orderBy, ranks } = plan;
  const kind = columns.find(({ role }) => role === 'kind');
  const keys = orderBy.flatMap(({ column: name, direction }, i): readonly SortKey[] => {
    const descending = direction === 'descending';
    const of = cellExpr(columns.find((one) => one.name === name)!);
    const ranked = ranks[i];
    return [...(ranked ? [{ of: column(rank, ranked.at(-1)), descending }] : []), { of, descending }];
  });
  return [...(kind && keys.length > 0 ? [{ of: kindRank(kind.name) }] : []), ...keys, { of: rowOf(plan) }];
}

/** Totals stand last in every order, and the rest before them. */
function kindRank(name: string): Expr {
  const of = column(name);
  const is = (word: string): Expr => operation(of, '=', text(word));
  return {
    kind: 'case',
    when: [
      [is('total'), number(2)],
      [is('rest'), number(1)],
    ],
    otherwise: number(0),
  };
}

function joinsOf({ orderBy, ranks }: RowsPlan): readonly Join[] {
  return orderBy.flatMap(({ column: name }, i): readonly Join[] => {
    const table = ranks[i];
    if (!table) return [];
    return [{ kind: 'left', table, on: [operation(column(name), '=', column(rankedValue, table.at(-1)))] }];
  });
}

/** Whether all rows stand as they do in their table. */
export function isPlain(plan: RowsPlan): boolean {
  return plan.orderBy.length === 0 && stayTests(plan).length === 0;
}

function arranged(plan: RowsPlan, columns: readonly Output[]): Omit<Select, 'with'> {
  return {
    columns,
    from: { table: plan.table, joins: joinsOf(plan) },
    where: stayTests(plan),
    orderBy: orderOf(plan),
  };
}

/** The statement whose answer, as a table, says which row stands at each place. */
export function arrangementSql(plan: RowsPlan): string {
  return printDuckdb(arranged(plan, [{ of: rowOf(plan), as: arrangedRow }]));
}

/** The rows in their order as a reader would ask for them; those of an answer by its statement. */
export function readerSql(plan: RowsPlan, answer?: string): string {
  const columns = plan.shown.map(({ name }) => ({ of: column(name), as: name }));
  const named = { ...plan, table: answer === undefined ? plan.table : ['answer'] };
  const { orderBy = [], ...select } = arranged(named, columns);
  // The rows of an answer stand in its own order, and have no numbers of their own.
  const keys = isPlain(plan) ? [] : answer === undefined ? orderBy : orderBy.slice(0, -1);
  const sql = printDuckdb({ ...select, orderBy: keys });
  if (answer === undefined) return sql;
  const whole = isPlain(plan) && plan.shown.length === plan.columns.length;
  return whole ? answer : `WITH answer AS (\n${answer}\n)\n${sql}`;
}

/** The texts of the columns that are shown, by names that an order cannot mean; then the meanings of empty cells, where they are known. */
function outputs({ shown }: RowsPlan): readonly Output[] {
  return [
    ...shown.map((one, i) => ({ of: cellText(one), as: `zj:cell-${i}` })),
    ...shown
      .filter(({ means }) => means)
      .map(({ name }, i) => ({ of: column(meansColumn(name)), as: `zj:means-${i}` })),
  ];
}

// Steps of a statement, and their columns: no name of a contract or a metric has a colon in it.
const [kept, first] = ['zj:kept', 'zj:first'];

/**
 * A window of rows, straight from the table: the first rows of an order are found without an order of all, and their cells printed
 * when they are found. Where it is to count, each row begins with the number of rows that stay, if there are tests: without any, all
 * rows do.
 */
export function firstSql(
  plan: RowsPlan,
  {
    start,
    count,
    counts = false,
  }: { readonly start: number; readonly count: number; readonly counts?: boolean },
): string {
  const { table } = plan;
  const tests = stayTests(plan);
  const keys = orderOf(plan).map(({ of, descending = false }, i) => ({ of, descending, as: `zj:key-${i}` }));
  const row = keys.at(-1)!.as;
  const found: Omit<Select, 'with'> = {
    columns: keys.map(({ of, as }) => ({ of, as })),
    from: { table, joins: joinsOf(plan) },
    where: tests,
  };
  const order = keys.map(({ as, descending }) => ({ of: column(as), descending }));
  const shared = counts && tests.length > 0;
  const limit = { count, offset: start };
  const chosen: Omit<Select, 'with'> = {
    columns: keys.map(({ as }) => ({ of: column(as), as })),
    from: { table: [kept] },
  };
  const staying: Expr = {
    kind: 'scalar',
    of: { columns: [{ of: countOf(), as: 'zj:count' }], from: { table: [kept] } },
  };
  return printDuckdb({
    with: [
      ...(shared ? [{ name: kept, of: found, materialized: true }] : []),
      { name: first, of: { ...(shared ? chosen : found), orderBy: order, limit } },
    ],
    columns: [...(shared ? [{ of: staying, as: 'zj:staying' }] : []), ...outputs(plan)],
    from: {
      table,
      joins: [{ kind: 'inner', table: [first], on: [operation(rowOf(plan), '=', column(row, first))] }],
    },
    orderBy: order,
  });
}

/** A window of rows by an arrangement; without one by the numbers of the rows in their table. */
export function windowSql(
  plan: RowsPlan,
  arrangement: readonly string[] | undefined,
  start: number,
  count: number,
): string {
  const place = arrangement ? placeOf(arrangement) : rowOf(plan);
  return printDuckdb({
    columns: outputs(plan),
    from: fromArranged(plan, arrangement),
    where: [{ kind: 'between', of: place, from: number(start), to: number(start + count - 1) }],
    orderBy: [{ of: place }],
  });
}

function fromArranged(plan: RowsPlan, arrangement: readonly string[] | undefined): Select['from'] & object {
  if (!arrangement) return { table: plan.table };
  const on = [operation(rowOf(plan), '=', column(arrangedRow, arrangement.at(-1)))];
  return { table: plan.table, joins: [{ kind: 'inner', table: arrangement, on }] };
}

const countOf = (...where: readonly Expr[]): Expr =>
  cast({ kind: 'aggregate', name: 'count', ...(where.length > 0 && { where }) }, 'DOUBLE');

/**
 * Counts all rows, and those of which nobody can tell whether they stay (see `undecidedTests`), and gives the highest number of a row of a
 * plain table.
 */
export function countSql(plan: RowsPlan, undecided?: Expr): string {
  const { table } = plan;
  const none = cast(number(0), 'DOUBLE');
  const last = cast({ kind: 'aggregate', name: 'maximum', of: rowOf(plan) }, 'DOUBLE');
  return printDuckdb({
    columns: [
      { of: countOf(), as: 'zj:all' },
      { of: undecided ? countOf(undecided) : none, as: 'zj:undecided' },
      { of: isPlain(plan) ? last : none, as: 'zj:last' },
    ],
    from: { table },
  });
}

/** Counts the rows that stay and contain a text. */
export function foundCountSql(plan: RowsPlan, wanted: string, orWhere: readonly Condition[]): string {
  const where = [...stayTests(plan), foundExpr(wanted, { ...plan, orWhere })];
  return printDuckdb({ columns: [{ of: countOf(), as: 'zj:count' }], from: { table: plan.table }, where });
}

/** The places of the first so many rows that contain a text. */
export function foundSql(
  plan: RowsPlan,
  arrangement: readonly string[] | undefined,
  {
    wanted,
    orWhere,
    most,
  }: { readonly wanted: string; readonly orWhere: readonly Condition[]; readonly most: number },
): string {
  const place = arrangement ? placeOf(arrangement) : rowOf(plan);
  return printDuckdb({
    columns: [{ of: cast(place, 'DOUBLE'), as: 'zj:place' }],
    from: fromArranged(plan, arrangement),
    where: [foundExpr(wanted, { ...plan, orWhere })],
    orderBy: [{ of: place }],
    limit: { count: most },
  });
}

/** The exact sums of these columns over the rows that stay; a DOUBLE that is none has no sum. */
export function totalsSql(plan: RowsPlan, columns: readonly RowsColumn[]): string {
  const kind = plan.columns.find(({ role }) => role === 'kind');
  return printDuckdb({
    columns: columns.map((one, i): Output => {
      const of = column(one.name);
      if (one.type !== 'DOUBLE')
        return { of: cast({ kind: 'aggregate', name: 'sum', of }, 'VARCHAR'), as: `zj:sum-${i}` };
      const sum: Expr = { kind: 'aggregate', name: 'compensatedSum', of };
      const strange: Expr = {
        kind: 'aggregate',
        name: 'count',
        where: [{ kind: 'not', of: call('isfinite', of) }],
      };
      const safe: Expr = { kind: 'case', when: [[operation(strange, '=', number(0)), sum]] };
      return { of: textExpr(safe, 'DOUBLE'), as: `zj:sum-${i}` };
    }),
    from: { table: plan.table },
    where: [...stayTests(plan), ...(kind ? [operation(column(kind.name), '<>', text('total'))] : [])],
  });
}
