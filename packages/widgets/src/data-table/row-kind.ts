import type { Column } from './column.js';
import type { ColumnSummary } from '@zj/metrics';
import type { TableWords } from './words.js';

/** Whether rows of a kind are those of no member. */
export function isNamed(kind: string | null | undefined): kind is 'total' | 'rest' | 'merged' {
  return kind === 'total' || kind === 'rest' || kind === 'merged';
}

/** The word of the empty cells of a column, where they are those of totals or were merged; `undefined` where nothing is in them. */
export function emptyWord(
  { of }: Column,
  {
    kindAt,
    summaries,
    words,
  }: {
    readonly kindAt: number;
    readonly summaries?: readonly ColumnSummary[] | undefined;
    readonly words: Pick<TableWords, 'rowKinds' | 'list'>;
  },
): string | undefined {
  if (of.merged) return words.rowKinds.merged;
  if (of.role !== 'dimension') return undefined;
  const kinds = summaries?.[kindAt]?.bins.map(({ from }) => from).filter(isNamed) ?? [];
  return kinds.length > 0 ? kinds.map((kind) => words.rowKinds[kind]).join(words.list) : undefined;
}
