import type { CompiledSeries, SeriesParts } from '../query/compile.js';
import type { Table, TableColumn } from '../engine/engine.js';
import type { Cell } from '../engine/table.js';
import { figureStates, type FigureState } from '../base/state.js';
import { MetricsError } from '../base/error.js';
import { movePoint } from '../goal/print.js';
import type { Observation, Series } from '../goal/series.js';
import type { Completeness } from '../query/completeness.js';
import { endOf, resolveDuring, startOf } from '../query/period.js';
import { say } from '../base/sentence.js';

/** The facts of a series beside its rows. */
export type SeriesFacts = Pick<CompiledSeries, 'grain' | 'reportedThrough' | 'count'> &
  Partial<Pick<CompiledSeries, 'fiscalStart' | 'state' | 'omits' | 'names'>>;

/**
 * The result of `compileSeries` as the series that a goal is judged by: each figure dated by its period's last day (METHODS §2).
 * Periods without a figure are left out, estimates are kept. Throws `RESULT_TYPE` where the table is not of that shape.
 */
export function toSeries(
  table: Table,
  { grain, fiscalStart, reportedThrough, state = 'final', count, omits, names = usual }: SeriesFacts,
): Series {
  const periods = findColumn(table, names.period, 'DATE').values;
  const values = findColumn(table, names.value, 'DOUBLE').values;
  const states = names.state === undefined ? undefined : findColumn(table, names.state, 'VARCHAR').values;
  const partsOf = readParts(table, names.parts);
  const observations = periods.flatMap((period, i): readonly Observation[] => {
    const value = values[i] ?? null;
    // Beyond the range of a double there is no figure.
    if (period === null || value === null || !Number.isFinite(value)) return [];
    const parts = partsOf(i);
    const quality = states ? readState(states[i] ?? null, table) : state;
    return [
      {
        date: endOf(period, grain),
        value,
        ...(parts && { parts }),
        ...(quality !== 'final' && { quality }),
      },
    ];
  });
  return {
    grain,
    ...(fiscalStart !== undefined && { fiscalStart }),
    reportedThrough,
    count,
    ...(omits?.length && { omits }),
    observations,
  };
}

/**
 * A series in longer periods than those of its data, without the figures of periods that miss a part: a year of eleven months has
 * no figure of its own.
 */
export function withoutGaps(series: Series, completeness: readonly Completeness[]): Series {
  const { grain, fiscalStart } = series;
  const missing = completeness.flatMap(({ kind, names }) => (kind === 'missing' ? names : []));
  const ends = new Set(
    missing.flatMap((name) => {
      const period = resolveDuring(name, fiscalStart);
      return period ? [endOf(startOf(period.start, grain, fiscalStart), grain)] : [];
    }),
  );
  if (ends.size === 0) return series;
  return { ...series, observations: series.observations.filter(({ date }) => !ends.has(date)) };
}

const usual: CompiledSeries['names'] = { period: 'period', value: 'value' };

/** The dividend of a row, in the unit of the figure, and the divisor. */
function readParts(table: Table, parts: SeriesParts | undefined): (row: number) => Observation['parts'] {
  if (!parts) return () => undefined;
  const above = findColumn(table, parts.above, 'DOUBLE').values;
  const below = findColumn(table, parts.below, 'DOUBLE').values;
  return (row) => {
    const [up, down] = [above[row] ?? null, below[row] ?? null];
    return up === null || down === null ? undefined : [movePoint(up, parts.scale), down];
  };
}

/** The state of a cell. Throws `RESULT_TYPE` for a word that is none. */
export function readState(word: Cell, { sql }: Pick<Table, 'sql'>): FigureState {
  const state = figureStates.find((one) => one === word);
  if (state) return state;
  throw new MetricsError(
    'RESULT_TYPE',
    say`The result has the state "${String(word)}", which is none: ${sql}`,
  );
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
