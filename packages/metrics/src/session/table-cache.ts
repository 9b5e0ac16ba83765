import type { Engine, RunOptions, Table } from '../engine/engine.js';
import { MetricsError } from '../base/error.js';
import { quote } from '../base/input.js';
import { createCache, type Found } from './cache.js';
import { say } from '../base/sentence.js';

/** An engine whose answers are kept: the same statement over the same data is run once. */
export interface TableCache extends Pick<Engine, 'run'> {
  /** As `run`, and whether the answer was known already. */
  find(sql: string, options?: RunOptions): Promise<Found<Table>>;
  /** To be called when the data are others. */
  clear(): void;
}

/** Keeps so many bytes of answers, frozen, so that no caller can spoil them. Throws `REFUSED` for no number of bytes. */
export function createTableCache(engine: Pick<Engine, 'run'>, bytes: number): TableCache {
  if (typeof bytes !== 'number' || !(bytes >= 0)) {
    const message = say`The option "cacheBytes" is ${quote(bytes)}. Give a number of bytes, 0 for no cache.`;
    throw new MetricsError('REFUSED', message);
  }
  const cache = createCache(bytes, sizeOf);
  // Two queries that print the same statement are the same question, however they are written.
  const find: TableCache['find'] = (sql, { types, database, ...options } = {}) => {
    const how = { ...(types && { types }), ...(database !== undefined && { database }) };
    // No name of a database has a colon in it.
    return cache.get(
      `${database ?? ''}:${sql}`,
      async (call) => freezeTable(keepFinite(await engine.run(sql, { ...call, ...how }))),
      options,
    );
  };
  return {
    find,
    run: async (sql, options) => (await find(sql, options)).value,
    clear: () => cache.clear(),
  };
}

/** A table without Infinity and NaN: a figure beyond the range of a double is unknown. */
function keepFinite(table: Table): Table {
  const isStrange = (value: unknown): boolean => typeof value === 'number' && !Number.isFinite(value);
  if (!table.columns.some(({ type, values }) => type === 'DOUBLE' && values.some(isStrange))) return table;
  const columns = table.columns.map((column) =>
    column.type === 'DOUBLE'
      ? { ...column, values: column.values.map((value) => (isStrange(value) ? null : value)) }
      : column,
  );
  return { ...table, columns };
}

/** Every cell by hand would take longer than the query: a column's values need only be frozen as a list. */
function freezeTable(table: Table): Table {
  for (const column of table.columns) Object.freeze(Object.freeze(column).values);
  Object.freeze(table.columns);
  return Object.freeze(table);
}

/** About as many bytes as a table takes in memory: eight a cell, and the letters of its texts. */
function sizeOf({ columns, sql }: Table): number {
  let size = 2 * sql.length + 500;
  for (const { type, values } of columns) {
    size += 100 + 8 * values.length;
    if (type === 'VARCHAR') for (const text of values) size += text === null ? 0 : 16 + 2 * text.length;
  }
  return size;
}
