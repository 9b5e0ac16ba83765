import type { GoalSeries, MetricSeries } from '@zj/metrics';
import { tableOfGoal } from './of-goal.js';
import { tableOfLists, type PageLists } from './of-lists.js';
import { tableOfMetric } from './of-metric.js';
import { tableOfResult, type ResultRows } from './of-result.js';
import type { PageTable } from './page-table.js';
import type { SeriesWords } from './words.js';

/** Data in a page that can be shown as rows: the result of a query, a series file, or lists of the page's own. */
export type PageData = ResultRows | GoalSeries | MetricSeries | PageLists;

/** The table of any data in the page. Throws `REFUSED` for lists that are no table. */
export function tableOfData(data: PageData, words: SeriesWords): PageTable {
  if ('kind' in data) return data.kind === 'goal' ? tableOfGoal(data, words) : tableOfMetric(data, words);
  return 'rowCount' in data ? tableOfResult(data) : tableOfLists(data);
}
