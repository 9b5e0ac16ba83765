import type { EmptyMeaning } from '@zj/metrics';
import type { ChartRows } from '../chart/chart-rows.js';
import type { Column, Entry, TrendTable } from './table.js';
import type { Teller } from './teller.js';
import type { View } from './view.js';

/** A column of rows with its cells, and why some are empty. */
interface Filled {
  readonly column: ChartRows['columns'][number];
  readonly cells: readonly Entry[];
  readonly means: readonly (EmptyMeaning | null)[];
}

/** The table of a view as rows: figures as numbers in the unit that is told, periods by their first days, states by their codes. */
export function rowsOf({ caption, filled }: TrendTable, { periods, trend }: View, teller: Teller): ChartRows {
  const { words } = teller;
  const { grain, fiscalStart } = trend;
  const days: readonly Filled[] = [
    {
      column: {
        ...{ name: 'period', label: plain(words.period), type: 'DATE', role: 'time', grain },
        ...(fiscalStart !== undefined && { fiscalStart }),
      },
      cells: periods.map(({ start }) => start),
      means: [],
    },
  ];
  const partial = periods.map((span) => span.partial ?? null);
  const through: readonly Filled[] = partial.every((day) => day === null)
    ? []
    : [
        {
          column: { name: 'partial', label: plain(words.partialHead), type: 'DATE', role: 'dimension' },
          cells: partial,
          means: inapplicable(partial),
        },
      ];
  const all = [...days, ...through, ...filled.map((column) => fill(column, teller))];
  return {
    caption,
    columns: all.map(({ column }) => column),
    rows: periods.map((_, at) => all.map(({ cells }) => cells[at] ?? null)),
    means: new Map(all.map(({ column, means }) => [column.name, means])),
  };
}

function fill({ id: name, head, entries, kind, cells = entries, means }: Column, teller: Teller): Filled {
  const label = plain(head);
  const why = means ?? inapplicable(cells);
  if (kind === 'state') return { column: { name, label, type: 'VARCHAR', role: 'state' }, cells, means: why };
  if (cells.some((cell) => typeof cell === 'string')) {
    const told = cells.map((cell) => (typeof cell === 'number' ? teller.full(cell) : cell));
    return { column: { name, label, type: 'VARCHAR', role: 'dimension' }, cells: told, means: why };
  }
  const figure = { name, label, type: 'DOUBLE', role: 'figure' } as const;
  if (kind === 'change') {
    const { unit, ...decimals } = teller.changes;
    return {
      column: { ...figure, unit: plain(unit), format: { ...decimals, sign: true } },
      ...{ cells, means: why },
    };
  }
  const write = kind === 'computed' ? teller.round : teller.move;
  return {
    column: { ...figure, unit: plain(teller.unit) },
    cells: cells.map((cell) => (typeof cell === 'number' ? write(cell) : cell)),
    means: why,
  };
}

function inapplicable(cells: readonly Entry[]): readonly (EmptyMeaning | null)[] {
  return cells.map((cell) => (cell === null ? 'not-applicable' : null));
}

/** Words in the language of the chart already. */
function plain(words: string): { readonly zh: string; readonly en: string } {
  return { zh: words, en: words };
}
