import type { Contract } from '../dataset/contract.js';
import type { Table } from '../engine/engine.js';
import { tableRows, type Cell } from '../engine/table.js';
import type { Day } from '../base/day.js';
import { compareTexts } from '../base/order.js';
import type { FigureState } from '../base/state.js';
import type { Text } from '../base/text.js';
import type { SeriesOrder } from '../metric/metric.js';
import type { CompiledStates } from '../query/compile.js';
import type { FigureRole } from '../query/words.js';
import { readState } from './series.js';
import type { MetricLine } from './series-file.js';

/** The rows of a result that are of one member, or of none, by the first days of their periods. */
export interface SeriesLine {
  readonly kind: MetricLine['kind'];
  readonly member?: string;
  readonly label?: Text;
  readonly rows: ReadonlyMap<Day, LineRow>;
}

/** One row of a result. */
export interface LineRow {
  readonly value: number | null;
  readonly figures: Readonly<Partial<Record<FigureRole, number | null>>>;
  readonly state: FigureState;
}

/** A line to which rows are still added, with the value of the dimension that it is of. */
interface Open {
  readonly line: SeriesLine;
  readonly cell: Cell;
  readonly rows: Map<Day, LineRow>;
}

const kinds: readonly MetricLine['kind'][] = ['total', 'member', 'merged', 'empty'];

/** Takes the result of a series' query apart into its lines: the whole first, members in order, then merged cells and rows without a member. */
export function readLines(
  table: Table,
  {
    order: { grain, by },
    compiled,
    contracts,
  }: {
    readonly order: Pick<SeriesOrder, 'grain' | 'by'>;
    readonly compiled: Pick<CompiledStates, 'columns' | 'state' | 'states'>;
    readonly contracts: readonly Contract[];
  },
): readonly SeriesLine[] {
  const lines = new Map<string, Open>();
  // The merged cells of a cube have no member either.
  const none = contracts.some(({ cube }) => cube !== undefined) ? 'merged' : 'empty';
  const values = contracts.flatMap(({ columns }) => columns.find(({ name }) => name === by)?.values ?? []);
  for (const row of tableRows(table)) {
    const cell = by === undefined ? null : row[by]!;
    const total = by === undefined || row.row_kind === 'total';
    const kind = total ? 'total' : cell === null ? none : 'member';
    const key = `${kind} ${String(cell)}`;
    let line = lines.get(key);
    if (!line) {
      const member = kind === 'member' ? { member: String(cell) } : {};
      const label = values.find(({ value }) => value === member.member)?.label;
      const rows = new Map<Day, LineRow>();
      line = { line: { kind, ...member, ...(label && { label }), rows }, cell, rows };
      lines.set(key, line);
    }
    line.rows.set(row[grain] as Day, readRow(row, compiled, table));
  }
  return [...lines.values()]
    .sort((a, b) => kinds.indexOf(a.line.kind) - kinds.indexOf(b.line.kind) || compareCells(a.cell, b.cell))
    .map(({ line }) => line);
}

function readRow(
  row: Readonly<Record<string, Cell>>,
  { columns, state, states }: Pick<CompiledStates, 'columns' | 'state' | 'states'>,
  table: Pick<Table, 'sql'>,
): LineRow {
  const figures = Object.fromEntries(
    columns.flatMap(({ name, role, metric }) => (metric === undefined ? [] : [[role, figureOf(row[name]!)]])),
  ) as LineRow['figures'];
  return {
    value: figures.value ?? null,
    figures,
    state: states === undefined ? state : readState(row[states]!, table),
  };
}

/** Beyond the range of a double there is no figure; a negative zero is one that JSON does not have. */
function figureOf(cell: Cell): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell + 0 : null;
}

/** Numbers by size, all others as texts: the order of a query. */
function compareCells(one: Cell, other: Cell): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareTexts(String(one), String(other));
}
