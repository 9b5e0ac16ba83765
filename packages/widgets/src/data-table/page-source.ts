import type { Locale } from '../locale/locale.js';
import { tableWords } from './book.js';
import { failed } from './failed.js';
import { loadTools } from './load-tools.js';
import type { RowSource } from './row-source.js';
import type { PageData } from './rows/of-data.js';
import type { PageRows } from './rows/page-rows.js';

/** Rows of data in the page; such that are no table are a failure of the question for them. They come with a file of their own. */
export function pageSource(data: PageData, locale: Locale): RowSource {
  let rows: PageRows | undefined;
  return {
    async arrange(arrangement, signal) {
      const { createPageRows } = await loadTools();
      try {
        rows ??= createPageRows(data, tableWords(locale).series);
        return await rows.arrange(arrangement, signal);
      } catch (error) {
        throw failed(error);
      }
    },
  };
}
