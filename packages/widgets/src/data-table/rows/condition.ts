import type { Condition, RowsColumn } from '@zj/metrics';
import { comparing, type Compare } from './order.js';
import type { CellText, PageTable } from './page-table.js';

/** Whether a condition holds in a row; `null` where that is unknown because a cell is empty, as SQL has it. */
type Holds = (row: number) => boolean | null;

type Test = Exclude<Condition, { readonly not: Condition } | { readonly or: readonly Condition[] }>;
type Values<Key extends string> = Extract<Test, { readonly [key in Key]: unknown }>;

/** The rows in which all conditions hold for certain. */
export function rowsWhere(
  conditions: readonly Condition[],
  table: Pick<PageTable, 'columns' | 'cells' | 'rowCount'>,
): readonly number[] {
  const all = conditions.map((condition) => holding(condition, table));
  return Array.from({ length: table.rowCount }, (_, row) => row).filter((row) =>
    all.every((holds) => holds(row) === true),
  );
}

function holding(condition: Condition, table: Pick<PageTable, 'columns' | 'cells'>): Holds {
  if ('not' in condition) {
    const holds = holding(condition.not, table);
    return (row) => {
      const held = holds(row);
      return held === null ? null : !held;
    };
  }
  if ('or' in condition) {
    const any = condition.or.map((one) => holding(one, table));
    return (row) => {
      const held = any.map((holds) => holds(row));
      return held.includes(true) ? true : held.includes(null) ? null : false;
    };
  }
  const at = table.columns.findIndex(({ name }) => name === condition.column);
  const cells = table.cells[at]!;
  if ('null' in condition) return (row) => (cells[row] === null) === condition.null;
  const meets = testing(condition, table.columns[at]!);
  return (row) => {
    const cell: CellText = cells[row]!;
    return cell === null ? null : meets(cell);
  };
}

/** The comparisons with one value, each by the sign of the comparison. */
const signs = {
  equals: (sign) => sign === 0,
  notEquals: (sign) => sign !== 0,
  above: (sign) => sign > 0,
  below: (sign) => sign < 0,
  atLeast: (sign) => sign >= 0,
  atMost: (sign) => sign <= 0,
} as const satisfies Readonly<Record<string, (sign: number) => boolean>>;

function testing(test: Exclude<Test, Values<'null'>>, column: RowsColumn): (cell: string) => boolean {
  const compare: Compare = comparing(column);
  if ('contains' in test) return (cell) => cell.includes(test.contains);
  if ('startsWith' in test) return (cell) => cell.startsWith(test.startsWith);
  if ('in' in test) return (cell) => test.in.some((one) => compare(cell, String(one)) === 0);
  if ('between' in test) {
    const [from, to] = test.between;
    return (cell) =>
      (from === null || compare(cell, String(from)) >= 0) && (to === null || compare(cell, String(to)) <= 0);
  }
  const [key, value] = Object.entries(test).find(([name]) => name !== 'column') as [
    keyof typeof signs,
    string | number | boolean,
  ];
  return (cell) => signs[key](compare(cell, String(value)));
}
