import type { Column } from './column.js';
import type { Spoken } from '../locale/book.js';
import type { ColumnSummary } from '@zj/metrics';
import type { TableWords } from './words.js';

/** Whether rows of a kind are those of no member. */
export function isNamed(kind: string | null | undefined): kind is 'total' | 'rest' | 'merged' {
  return kind === 'total' || kind === 'rest' || kind === 'merged';
}

/** The words of the empty cells of a column: those of totals, of the rest, of merged ones; `undefined` where nothing is in them. */
export function emptyWord(
  { of, at }: Column,
  {
    kindAt,
    summaries,
    words,
  }: {
    readonly kindAt: number;
    readonly summaries?: readonly ColumnSummary[] | undefined;
    readonly words: Pick<TableWords, 'rowKinds' | 'empties' | 'list'>;
  },
): string | undefined {
  const count = summaries?.[at]?.empty ?? 0;
  const all = of.role === 'dimension' ? countKinds(summaries?.[kindAt]) : [];
  // Beside the dimension that the rest is of, others have their members in its rows.
  const kinds = countRows(all) > count ? all.filter(([kind]) => kind !== 'rest') : all;
  const isMore = count > countRows(kinds);
  if (kinds.length === 0) return of.merged ? words.rowKinds.merged : undefined;
  const further = isMore ? [of.merged ? words.rowKinds.merged : words.empties.text] : [];
  return [...new Set([...kinds.map(([kind]) => words.rowKinds[kind]), ...further])].join(words.list);
}

/** How many cells of a column are empty, with their words: `合计：16`. */
export function tellEmpty(
  column: Column,
  view: Parameters<typeof emptyWord>[1] & { readonly words: Pick<Spoken<TableWords>, TellWords> },
): string {
  const { words, summaries } = view;
  const count = summaries?.[column.at]?.empty ?? 0;
  const word = count > 0 ? emptyWord(column, view) : undefined;
  const told = words.number(`${count}`);
  return word ? words.emptyOf(word, told) : words.empty(told);
}

type TellWords = 'empty' | 'emptyOf' | 'number' | 'rowKinds' | 'empties' | 'list';
type Counted = readonly [kind: 'total' | 'rest' | 'merged', rows: number];

function countKinds(summary: ColumnSummary | undefined): readonly Counted[] {
  return summary?.bins.flatMap(({ from, rows }) => (isNamed(from) ? [[from, rows] as const] : [])) ?? [];
}

function countRows(kinds: readonly Counted[]): number {
  return kinds.reduce((before, [, rows]) => before + rows, 0);
}
