import { toDouble, type Figure } from './figure.js';
import type { Answer } from './naive.js';
import { compareValues, holds } from './rows.js';
import type { Query, Row, Value } from './types.js';

type Cell = Value | Figure;
const valueOf = (cell: Cell): Value =>
  cell !== null && typeof cell === 'object' ? toDouble(cell).double : cell;

/** The rows that `having`, then `orderBy`, then `limit` leave of an answer, by QUERIES.md §4. */
export function selectRows(
  { columns, rows, silent }: Answer,
  { having = [], orderBy = [], limit = Infinity }: Pick<Query, 'having' | 'orderBy' | 'limit'>,
): Answer {
  const indexOf = (wanted: string): number => columns.findIndex(({ name }) => name === wanted);
  const kindOf = (row: readonly Cell[]): string =>
    indexOf('row_kind') < 0 ? 'value' : (valueOf(row[indexOf('row_kind')]!) as string);
  const kept = rows.filter((row) => {
    const cells: Row = Object.fromEntries(columns.map(({ name }, i) => [name, valueOf(row[i]!)]));
    return kindOf(row) !== 'value' || having.every((one) => holds(one, cells, () => 'DOUBLE') === true);
  });
  const kinds = ['value', 'rest', 'total'];
  const ordered =
    orderBy.length === 0
      ? kept
      : kept.toSorted((a, b) => {
          const kind = kinds.indexOf(kindOf(a)) - kinds.indexOf(kindOf(b));
          if (kind !== 0) return kind;
          for (const { column, direction } of orderBy) {
            const [left, right] = [valueOf(a[indexOf(column)]!), valueOf(b[indexOf(column)]!)];
            const order = compareValues(left, right);
            const last = left === null || right === null;
            if (order !== 0) return direction === 'descending' && !last ? -order : order;
          }
          return 0;
        });
  let count = 0;
  return { columns, silent, rows: ordered.filter((row) => kindOf(row) !== 'value' || ++count <= limit) };
}
