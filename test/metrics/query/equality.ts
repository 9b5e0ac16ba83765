import type { Table } from '@zj/metrics';
import { toDouble } from './figure.js';
import type { Answer } from './naive.js';

/**
 * Where a table is not the answer (METHODS §7): exact figures must be equal to the bit, or within 1e-12 where they are
 * only asked for `roughly`, as all others.
 */
export function findDifference(
  { columns, rowCount }: Pick<Table, 'columns' | 'rowCount'>,
  answer: Answer,
  how: 'roughly' | 'to the bit' = 'to the bit',
): string | undefined {
  const described = JSON.stringify(columns.map(({ name, type }) => ({ name, type })));
  if (described !== JSON.stringify(answer.columns))
    return `columns ${described} in place of ${JSON.stringify(answer.columns)}`;
  for (let i = 0; i < Math.min(rowCount, answer.rows.length); i++) {
    const given = columns.map(({ values }) => values[i] ?? null);
    const expected = answer.rows[i]!.map((cell) =>
      cell !== null && typeof cell === 'object' ? toDouble(cell) : cell,
    );
    const same = expected.every((cell, column) => {
      const value = given[column]!;
      if (cell === null || typeof cell !== 'object' || typeof value !== 'number') return value === cell;
      const size = how === 'roughly' ? Math.max(cell.size, Math.abs(cell.double)) : cell.size;
      return Math.abs(value - cell.double) <= 1e-12 * size;
    });
    if (same) continue;
    const shown = expected.map((cell) => (cell !== null && typeof cell === 'object' ? cell.double : cell));
    return `row ${i} of ${rowCount}: ${JSON.stringify(given)} in place of ${JSON.stringify(shown)}`;
  }
  if (rowCount !== answer.rows.length) return `${rowCount} rows in place of ${answer.rows.length}`;
  return undefined;
}
