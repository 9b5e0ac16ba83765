import { decimalsOf } from '../dataset/spelling.js';
import { periodEdges, roundEdges, type Edges } from './round-bins.js';
import type { RowsColumn } from './rows-columns.js';
import { cellExpr, stayTests, textExpr, type RowsPlan } from './rows-sql.js';
import { printDuckdb } from './sql/duckdb.js';
import {
  cast,
  column,
  day,
  number,
  operation,
  text,
  type CastType,
  type Expr,
  type Output,
} from './sql/node.js';

/** A column over the rows that stay, in brief. */
export interface ColumnSummary {
  readonly name: string;
  /** Rows whose cell is empty. */
  readonly empty: number;
  /** Different values. */
  readonly distinct: number;
  /** The smallest value, texts by code point; null where all cells are empty. */
  readonly least: string | null;
  readonly greatest: string | null;
  /**
   * At most twelve. Of numbers and days bins of one width on round numbers, one after another, also those without rows; of texts and
   * truth values the most frequent ones, the most frequent first.
   */
  readonly bins: readonly SummaryBin[];
}

/** Rows with values from one to below another; with one value where `to` is absent. */
export interface SummaryBin {
  readonly from: string;
  readonly to?: string;
  readonly rows: number;
}

/** The most bins of a column. */
const most = 12;

/** The facts of all columns that are shown, four for each: empty cells, different values, the least and the greatest one. */
export function factsSql(plan: RowsPlan): string {
  const columns = plan.shown.flatMap((one, i): readonly Output[] => {
    const of = cellExpr(one);
    const extreme = (name: 'minimum' | 'maximum'): Expr =>
      textExpr({ kind: 'aggregate', name, of }, one.type);
    const isEmpty: Expr = { kind: 'isNull', of };
    return [
      { of: cast({ kind: 'aggregate', name: 'count', where: [isEmpty] }, 'DOUBLE'), as: `zj:empty-${i}` },
      { of: cast({ kind: 'aggregate', name: 'countDistinct', of }, 'DOUBLE'), as: `zj:distinct-${i}` },
      { of: extreme('minimum'), as: `zj:least-${i}` },
      { of: extreme('maximum'), as: `zj:greatest-${i}` },
    ];
  });
  return printDuckdb({ columns, from: { table: plan.table }, where: stayTests(plan) });
}

/** The edges of a column's bins; none where each value is a bin, or where there is one value. */
export function edgesOf(
  { type, grain }: RowsColumn,
  least: string,
  greatest: string,
  fiscalStart?: number,
): Edges {
  if (type === 'VARCHAR' || type === 'BOOLEAN') return [];
  if (type === 'DATE') {
    const options = { most, ...(grain && { grain }), ...(fiscalStart !== undefined && { fiscalStart }) };
    return least === greatest ? [] : periodEdges(least, greatest, options);
  }
  return roundEdges(least, greatest, { most, decimals: type === 'DOUBLE' ? 400 : decimalsOf(type) });
}

/** The number of each bin that has rows, from 0, and its rows; both DOUBLE. */
export function binsSql(plan: RowsPlan, one: RowsColumn, edges: Edges): string {
  const of = cellExpr(one);
  const bin: Expr = {
    kind: 'case',
    when: edges
      .slice(1, -1)
      .map((edge, i) => [operation(of, '<', literal(edge, one.type)), cast(number(i), 'DOUBLE')] as const),
    otherwise: cast(number(edges.length - 2), 'DOUBLE'),
  };
  const first: Expr = edges.length > 2 ? bin : cast(number(0), 'DOUBLE');
  return printDuckdb({
    columns: [
      { of: first, as: 'zj:bin' },
      { of: cast({ kind: 'aggregate', name: 'count' }, 'DOUBLE'), as: 'zj:rows' },
    ],
    from: { table: plan.table },
    where: [...stayTests(plan), { kind: 'isNull', of, not: true }],
    groupBy: [[first]],
  });
}

/** The values with the most rows as texts, and their rows as DOUBLE; equally frequent ones by code point. */
export function frequentSql(plan: RowsPlan, one: RowsColumn): string {
  const of = textExpr(column(one.name), one.type);
  const count = cast({ kind: 'aggregate', name: 'count' }, 'DOUBLE');
  return printDuckdb({
    columns: [
      { of, as: 'zj:value' },
      { of: count, as: 'zj:rows' },
    ],
    from: { table: plan.table },
    where: [...stayTests(plan), { kind: 'isNull', of: column(one.name), not: true }],
    groupBy: [[of]],
    orderBy: [{ of: count, descending: true }, { of }],
    limit: { count: most },
  });
}

function literal(edge: string, type: RowsColumn['type']): Expr {
  if (type === 'DATE') return day(edge);
  const to: CastType = type === 'INTEGER' ? 'HUGEINT' : type;
  return cast(text(edge), to);
}
