import { MetricsError } from '../base/error.js';
import type { Day } from '../base/day.js';
import type { Table, TableColumn } from './engine.js';
import { say } from '../base/sentence.js';

export type CellType = TableColumn['type'];
/** The value of a result's cell; a day is a text such as `2026-10-31`. */
export type Cell = number | string | boolean | null;

const boundaryTypes: readonly string[] = ['DOUBLE', 'VARCHAR', 'DATE', 'BOOLEAN'] satisfies CellType[];

/** The type of a result column, by its SQL name. Throws `RESULT_TYPE` for one that may not cross the boundary. */
export function cellType(column: string, type: string): CellType {
  if (boundaryTypes.includes(type)) return type as CellType;
  const better = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*|FLOAT)$/.test(type)
    ? 'DOUBLE'
    : type.startsWith('TIMESTAMP')
      ? 'DATE'
      : 'VARCHAR';
  throw new MetricsError(
    'RESULT_TYPE',
    say`Column "${column}" is ${type}, but the engine returns only DOUBLE, VARCHAR, DATE and BOOLEAN. Cast it in the statement, as the last step: CAST(… AS ${better}).`,
  );
}

/** The calendar day so many days after 1970-01-01. Throws `RESULT_TYPE` outside the years 1 to 9999. */
export function dayOf(epochDays: number): Day {
  const date = new Date(epochDays * 86_400_000);
  const year = date.getUTCFullYear();
  if (year >= 1 && year <= 9999) return date.toISOString().slice(0, 10);
  throw new MetricsError(
    'RESULT_TYPE',
    say`A DATE of the result is outside the years 1 to 9999. Exclude it with WHERE.`,
  );
}

/** Days from 1970-01-01 to a calendar day, as {@link dayOf} takes them. */
export function epochDay(day: Day): number {
  return Date.parse(day) / 86_400_000;
}

/**
 * The rows of a table, each as an object by column name.
 *
 * @example
 * tableRows(await metrics.query({ metric: 'industry-revenue', by: ['industry'] }));
 * // [{ industry: '集成电路', value: 1234.5 }, …]
 */
export function tableRows({ columns, rowCount }: Table): readonly Readonly<Record<string, Cell>>[] {
  return Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null])),
  );
}
