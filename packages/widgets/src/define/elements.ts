import { register, type DefineOptions, type ElementClass } from '../element/register.js';
import { ZjBreakdownChart } from '../breakdown-chart/breakdown-chart.js';
import { ZjDataTable } from '../data-table/data-table.js';
import { ZjFilter } from '../filter/filter.js';
import { ZjGoalGauge } from '../goal-gauge/goal-gauge.js';
import { ZjTaskBoard } from '../task-board/task-board.js';
import { ZjGoalBoard } from '../goal-board/goal-board.js';
import { ZjTierLadder } from '../tier-ladder/tier-ladder.js';
import { ZjSource } from '../source/source.js';
import { ZjTrendChart } from '../trend-chart/trend-chart.js';
import { ZjVerify } from '../verify/verify.js';

/**
 * Registers the elements, `<zj-source>`, `<zj-goal-gauge>`, `<zj-trend-chart>`, `<zj-breakdown-chart>`, `<zj-data-table>`, `<zj-filter>`,
 * `<zj-goal-board>`, `<zj-tier-ladder>`, `<zj-task-board>` and `<zj-verify>`. Where the page has another version already, that one stays, with a warning.
 *
 * @example define({ prefix: 'park' }) // <park-goal-gauge>
 */
export function define({ prefix = 'zj', registry = customElements }: DefineOptions = {}): void {
  const put = (name: string, element: ElementClass): void => register(`${prefix}-${name}`, registry, element);
  // A class has one name in a registry, so every further one is a class of its own.
  const isOwn = prefix === 'zj';
  put('source', isOwn ? ZjSource : class extends ZjSource {});
  put('goal-gauge', isOwn ? ZjGoalGauge : class extends ZjGoalGauge {});
  put('trend-chart', isOwn ? ZjTrendChart : class extends ZjTrendChart {});
  put('breakdown-chart', isOwn ? ZjBreakdownChart : class extends ZjBreakdownChart {});
  put('data-table', isOwn ? ZjDataTable : class extends ZjDataTable {});
  put('filter', isOwn ? ZjFilter : class extends ZjFilter {});
  put('tier-ladder', isOwn ? ZjTierLadder : class extends ZjTierLadder {});
  put('task-board', isOwn ? ZjTaskBoard : class extends ZjTaskBoard {});
  put('goal-board', isOwn ? ZjGoalBoard : class extends ZjGoalBoard {});
  put('verify', isOwn ? ZjVerify : class extends ZjVerify {});
}
