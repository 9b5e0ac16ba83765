import type { TableColumn } from '@zj/metrics';

/** Cells that a careless engine would change on their way in and out. */
export const everyCell: readonly TableColumn[] = [
  { name: 'words', type: 'VARCHAR', values: ["it's", '', '汉字🏭', 'a\0b', 'line\nline', null] },
  { name: 'order', type: 'DOUBLE', values: [0.1, -1e300, 5e-324, Infinity, 2 ** 53, null] },
  {
    name: 'a "day"',
    type: 'DATE',
    values: ['0001-01-01', '9999-12-31', '1969-12-31', '2024-02-29', null, null],
  },
  { name: '真', type: 'BOOLEAN', values: [true, false, true, null, false, true] },
];

/** Columns that are no table, each with its message. */
export const refusedColumns: readonly (readonly [columns: unknown, says: RegExp])[] = [
  [[], /at least one column/],
  [[column('a', 'DOUBLE', [1]), column('b', 'DOUBLE', [])], /b has 0 cells, but another has 1/],
  [[column('a', 'DOUBLE', [1]), column('A', 'DOUBLE', [1])], /two columns "A"\./],
  [[column('a', 'INTEGER', [1])], /a is of type INTEGER/],
  [[column('a', 'toString', [1])], /a is of type toString/],
  [[column('a', 'DOUBLE', [1, '2'])], /a contains the text "2" in row 2/],
  [[column('a', 'DOUBLE', new Array(1))], /a contains a value of type undefined in row 1/],
  [[column('a', 'VARCHAR', ['x', 2])], /a contains a value of type number in row 2/],
  [[column('a', 'BOOLEAN', [1])], /a contains a value of type number/],
  [[column('a', 'DATE', ['2026-02-29'])], /a contains the text "2026-02-29" in row 1/],
];

/** Statements that no table is built of. */
export const refusedBuilds: readonly string[] = [
  '',
  'SELECT 1 AS a; DROP TABLE memory.main.kept',
  'SELECT 1 AS a WITH NO DATA',
  'SELECT ?',
  'DROP TABLE memory.main.kept',
  'INSERT INTO memory.main.kept SELECT 1',
  'SELECT nothing',
  "SELECT CAST('x' AS INTEGER) AS a",
];

function column(name: string, type: string, values: readonly unknown[]): unknown {
  return { name, type, values };
}
