import type { CompiledSeries } from '../query/compile.js';
import type { Table, TableColumn } from '../engine/engine.js';
import { MetricsError } from '../base/error.js';
import type { Observation, Series } from '../goal/series.js';
import { endOf } from '../query/period.js';
import { say } from '../base/sentence.js';

/**
 * The result of `compileSeries` as the series that a goal is judged by: each figure dated by its period's last day (METHODS §2).
 * Periods without a figure are left out. Throws `RESULT_TYPE` where the table is not of that shape.
 */
export function toSeries(
  table: Table,
  {
    grain,
    reportedThrough,
    provisional,
    count,
    omits,
  }: Pick<CompiledSeries, 'grain' | 'reportedThrough' | 'provisional' | 'count'> &
    Partial<Pick<CompiledSeries, 'omits'>>,
): Series {
  const periods = findColumn(table, 'period', 'DATE').values;
  const values = findColumn(table, 'value', 'DOUBLE').values;
  const observations = periods.flatMap((period, i): readonly Observation[] => {
    const value = values[i] ?? null;
    // Beyond the range of a double there is no figure.
    if (period === null || value === null || !Number.isFinite(value)) return [];
    return [{ date: endOf(period, grain), value, ...(provisional && { quality: 'provisional' }) }];
  });
  return { grain, reportedThrough, count, ...(omits?.length && { omits }), observations };
}

function findColumn<T extends TableColumn['type']>(
  { columns, sql }: Table,
  name: string,
  type: T,
): Extract<TableColumn, { readonly type: T }> {
  const column = columns.find((one) => one.name === name);
  if (column?.type === type) return column as Extract<TableColumn, { readonly type: T }>;
  throw new MetricsError('RESULT_TYPE', say`The result has no column "${name}" of type ${type}: ${sql}`);
}
