import type { Rows } from '@zj/metrics';
import { faceOf, type Locale } from '../locale/locale.js';
import { tableWords } from './book.js';
import type { Column } from './column.js';
import type { Sorted } from './order.js';

/** The gaps behind rows, a sentence each: rejected rows, missing periods, merged cells. */
export function tellGaps({ completeness }: Pick<Rows, 'completeness'>, locale: Locale): readonly string[] {
  const { text: language } = faceOf(locale);
  return completeness.map(({ text }) => text[language] + (language === 'zh' ? '。' : '.'));
}

/** What is told of the rows below the name of the table. */
export interface Told {
  readonly rowCount: number;
  readonly allRows: number;
  readonly order: readonly Sorted[];
  readonly columns: readonly Column[];
  readonly isPinyin: boolean;
  /** Without an order, whether the rows are as they were given; else nobody knows. */
  readonly isGiven?: boolean;
}

/** How many rows there are, and in which order: `1,284 行，按营业收入从大到小，再按企业顺序排序`. */
export function tellRows(
  { rowCount, allRows, order, columns, isPinyin, isGiven = true }: Told,
  locale: Locale,
): string {
  const words = tableWords(locale);
  const written = (count: number): string => words.number(`${count}`);
  const rows =
    rowCount === allRows
      ? words.rows(written(rowCount), rowCount === 1)
      : words.ofRows(written(rowCount), written(allRows));
  const kept = order.flatMap(({ column, isDescending }) => {
    const found = columns.find(({ name }) => name === column);
    return found ? [{ ...found, isDescending }] : [];
  });
  const parts = kept.map(({ label, kind, isDescending }) =>
    words.by(label, words.direction(kind === 'figure' || kind === 'day' ? kind : 'text', isDescending)),
  );
  const hasTexts = kept.some(({ kind }) => kind === 'text');
  return [
    rows,
    ...(parts.length > 0 ? [words.sorted(parts)] : isGiven ? [words.given] : []),
    ...(hasTexts ? [isPinyin ? words.byPinyin : words.byCode] : []),
  ].join(words.list);
}
