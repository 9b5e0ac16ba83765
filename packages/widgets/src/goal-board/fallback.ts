import type { Verdicts } from '@zj/metrics';
import { printChart } from '../chart/fallback.js';
import { verdictsForm } from '../element/verdicts-form.js';
import { faceOf, localeOf, type Locale } from '../locale/locale.js';
import { arrange, arrangedAtFirst } from './arrange.js';
import { boardShape } from './board-shape.js';
import { orderOfPlan } from './plan-groups.js';
import { rowsTree } from './rows-tree.js';

/** How a board is printed. */
export interface GoalBoardPrint {
  readonly locale: Locale;
  /** The name. Default: 目标进展. */
  readonly label?: string;
  /** The `plan` of the release's manifest.json, whose themes order the goals. */
  readonly plan?: object;
}

/**
 * All goals of a release as HTML for inside of the tag: for readers without scripts, for print and for search engines. Each goal
 * has its clause and its reason. No style, class, id or script. Throws an `Error` for a file that is no verdicts.json.
 *
 * @example goalBoardHtml(JSON.parse(await readFile('release/verdicts.json', 'utf8')), { locale: 'zh-CN' }) // '<figure lang="zh-CN" …>…</figure>'
 */
export function goalBoardHtml(
  verdicts: Pick<Verdicts, 'version' | 'verdicts' | 'withheld'>,
  { locale: given, label = '', plan }: GoalBoardPrint,
): string {
  const locale = localeOf(given);
  const content = verdictsForm.take(verdicts);
  if (!content) throw new Error(faceOf(locale).malformed('verdicts.json'));
  const { shape } = boardShape(content, { locale, label, plan: orderOfPlan(plan) });
  const groups = arrange(shape!, arrangedAtFirst);
  const table = rowsTree(groups, { locale, title: shape!.title, open: null, behind: () => [] });
  const region = ['div', { role: 'region', 'aria-label': shape!.title, tabindex: 0 }] as const;
  return printChart(shape!, locale, { content: [[...region, table]] });
}
