import type { ColumnSummary, Rows } from '@zj/metrics';
import type { RawCell } from './windows.js';

/** The rows of one page, and the facts about all rows. */
export interface PrintedPage {
  /** The page, from 1, of so many. */
  readonly page: number;
  readonly pages: number;
  /** The place of its first row. */
  readonly first: number;
  readonly cells: readonly (readonly RawCell[])[];
  readonly summaries: readonly ColumnSummary[];
  readonly totals: readonly (string | null)[];
}

/** Rows that are read at once. */
const window = 1000;

/** Reads a page of rows; one that there is not is the nearest one. */
export async function readPage(rows: Rows, wanted: number, size: number): Promise<PrintedPage> {
  const pages = Math.max(Math.ceil(rows.rowCount / Math.max(size, 1)), 1);
  const page = Math.min(Math.max(Math.trunc(wanted) || 1, 1), pages);
  const first = (page - 1) * size;
  const end = Math.min(first + size, rows.rowCount);
  const cells: (readonly RawCell[])[] = [];
  for (let start = first; start < end; start += window) {
    const count = Math.min(window, end - start);
    const { columns, means } = await rows.window(start, count);
    for (let row = 0; row < count; row++)
      cells.push(
        columns.map((column, at) => ({ text: column[row] ?? null, empty: means[at]?.[row] ?? null })),
      );
  }
  return { page, pages, first, cells, ...(await readFacts(rows)) };
}

type Facts = Pick<PrintedPage, 'summaries' | 'totals'>;

/** A site prints page after page of the same rows, which are summed once. */
const known = new WeakMap<Rows, Promise<Facts>>();

function readFacts(rows: Rows): Promise<Facts> {
  const read = known.get(rows) ?? askFacts(rows);
  known.set(rows, read);
  return read;
}

async function askFacts(rows: Rows): Promise<Facts> {
  try {
    return { summaries: await rows.summarize(), totals: await rows.totals() };
  } catch (error) {
    known.delete(rows);
    throw error;
  }
}
