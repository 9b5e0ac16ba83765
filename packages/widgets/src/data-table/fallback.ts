import type { Rows, WithheldGoal } from '@zj/metrics';
import { emptyCard, footTrees, headTrees, remarkTrees } from '../chart/card.js';
import { printWithheld, settle } from '../chart/fallback.js';
import { printMarkup } from '../drawing/print.js';
import { markForeign, speaker } from '../element/foreign.js';
import { faceOf, localeOf, type Locale } from '../locale/locale.js';
import { tableWords } from './book.js';
import { readColumns } from './column.js';
import { orderingOf, readOrder } from './order.js';
import { readPage } from './printed-page.js';
import { pageLinks, printedTable } from './printed-table.js';
import type { PageData } from './rows/of-data.js';
import { createPageRows } from './rows/page-rows.js';
import { tellGaps, tellRows } from './summary.js';

/** The rows of a printed table: data in the page, rows that are arranged already, or a goal of which no figure is published. */
export type PrintedRows = PageData | Rows | WithheldGoal;

/** How a table is printed. */
export interface TablePrint {
  readonly locale: Locale;
  /** The name; that of a series where absent. */
  readonly label?: string;
  /**
   * The order as the attribute writes it, such as `-revenue company`: data in the page are put into it. Of rows that are arranged
   * already, it says in which order they are.
   */
  readonly order?: string;
  /** The page, from 1; one that there is not is the nearest one. */
  readonly page?: number;
  /** Rows of a page: 50 where absent. */
  readonly pageSize?: number;
  /** The address of a page. Without it there are no pages: all rows stand in one table. */
  readonly hrefOf?: (page: number) => string;
}

/**
 * A page of a table as HTML for inside of its tag: for readers without scripts, for print and for search engines. Its name, how many rows
 * there are and in which order, the rows with the exact figures and the reasons of empty cells, the sums of all rows, and links to
 * the other pages. No style, class, id or script. Rejects with the error of the rows, or where there is no such column to order by.
 *
 * @example
 * const rows = await metrics.rows({ dataset: 'enterprises' });
 * await tableHtml(rows, { locale: 'zh-CN', page: 2, hrefOf: (page) => `enterprises-${page}.html` }); // '<figure lang="zh-CN" …>…</figure>'
 */
export async function tableHtml(data: PrintedRows, print: TablePrint): Promise<string> {
  const locale = localeOf(print.locale);
  if ('reason' in data) return printWithheld(data, locale);
  const order = readOrder(print.order ?? '');
  const isArranged = 'window' in data;
  const rows = isArranged
    ? data
    : await createPageRows(data, tableWords(locale).series).arrange({ orderBy: orderingOf(order, {}) });
  const { say, foreign } = speaker(locale);
  const face = faceOf(locale);
  const columns = readColumns(rows.columns, locale);
  const title = print.label ?? ('name' in data ? say(data.name) : tableWords(locale).table);
  const card = {
    ...emptyCard(title),
    summary: tellRows({ ...rows, columns, order, isPinyin: false, isGiven: !isArranged }, locale),
    demo: rows.demo ? face.demo : '',
    remarks: tellGaps(rows, locale),
    through: rows.reportedThrough ? face.through(face.day(rows.reportedThrough)) : '',
    source: rows.source ? ([face.source, say(rows.source)] as const) : (['', ''] as const),
    foreign,
  };
  const { hrefOf } = print;
  const view = {
    ...{ locale, title, columns, order, rows },
    ...(await readPage(rows, print.page ?? 1, hrefOf ? (print.pageSize ?? usualPage) : rows.rowCount)),
    kindAt: rows.columns.findIndex(({ role }) => role === 'kind'),
  };
  const inside = [
    ...headTrees(card, locale, [], false),
    ...markForeign([printedTable(view)], foreign),
    ...(hrefOf ? pageLinks(view, hrefOf) : []),
    ...remarkTrees(card),
    ...footTrees(card),
  ];
  return printMarkup([['figure', { lang: locale, dir: 'ltr' }, ...inside.flatMap((tree) => settle(tree))]]);
}

/** Rows of a page. */
const usualPage = 50;
