import { isDay, type EmptyMeaning, type QueryResult, type RowsColumn } from '@zj/metrics';
import { cellText } from './cell-text.js';
import type { PageTable } from './page-table.js';

/** The parts of a result of the SDK that a table reads. */
export type ResultRows = Pick<QueryResult, 'columns' | 'rowCount' | 'query' | 'sql'> &
  Partial<Pick<QueryResult, 'completeness' | 'reportedThrough' | 'source' | 'demo'>>;

/** The result of a query as a table: its columns as they are. */
export function tableOfResult(result: ResultRows): PageTable {
  const { columns, rowCount, query, sql, completeness = [], reportedThrough, source, demo } = result;
  return {
    columns: columns.map((column): RowsColumn => {
      const { name, label, type, role, unit, format, grain, members } = column;
      // As in the charts, a rise has its sign.
      const isChange = role === 'difference' || role === 'percent' || role === 'contribution';
      const isKept = role === 'time' || role === 'dimension' || role === 'state' || role === 'kind';
      return {
        name,
        label,
        type,
        role: isKept ? role : 'figure',
        ...((role === 'time' || role === 'dimension') && { inKey: true as const }),
        additive: column.additive === true,
        ...(members && { values: members }),
        ...(unit && { unit }),
        ...(isChange ? { format: { ...format, sign: true } } : format && { format }),
        ...(grain && { grain }),
        ...(grain && reportedThrough !== undefined && { through: reportedThrough }),
        ...(grain && query.fiscalStart !== undefined && { fiscalStart: query.fiscalStart }),
        ...(role === 'percent' || role === 'share' || role === 'contribution'
          ? { computed: true as const }
          : {}),
      };
    }),
    // As a number that is none, a day that is none is an empty cell.
    cells: columns.map(({ values, type }) =>
      values.map(cellText).map((cell) => (type === 'DATE' && cell !== null && !isDay(cell) ? null : cell)),
    ),
    rowCount,
    means: new Map(columns.flatMap((column) => lacksBase(column, result))),
    sql,
    completeness,
    ...(reportedThrough !== undefined && { reportedThrough }),
    ...(source && { source }),
    ...(demo && { demo }),
  };
}

/** Of a period there is nothing to compare with where neither it nor one before it has a base: that would lie before the data. */
function lacksBase(
  { name, role, values, metric }: ResultRows['columns'][number],
  { columns, completeness = [] }: ResultRows,
): readonly (readonly [name: string, means: readonly (EmptyMeaning | null)[]])[] {
  if (role !== 'base' && role !== 'difference') return [];
  const bases = columns.find((one) => one.role === 'base' && one.metric === metric)?.values ?? [];
  const periods = columns.find((one) => one.role === 'time')?.values;
  // A period that was not reported may be the base.
  if (!periods || completeness.some(({ kind }) => kind === 'missing')) return [];
  const based = periods
    .filter((_, row) => bases[row] != null)
    .map(String)
    .sort();
  const isEarly = (row: number): boolean => based[0] === undefined || String(periods[row]) < based[0];
  return [[name, values.map((cell, row) => (cell == null && isEarly(row) ? 'not-applicable' : null))]];
}
