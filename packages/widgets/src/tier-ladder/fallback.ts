import type { PublishedLadder } from '@zj/metrics';
import { printChart } from '../chart/fallback.js';
import { faceOf, localeOf, type Locale } from '../locale/locale.js';
import { ladderForm } from './ladder-form.js';
import { ladderShape } from './ladder-shape.js';
import { tableTrees } from './table-trees.js';

/** How a ladder is printed. */
export interface LadderPrint {
  readonly locale: Locale;
  /** The name. Default: 企业梯度培育体系. */
  readonly label?: string;
  /** `2026`, `2026-H1`, `2026-Q3` or `2026-07`. Default: the year of the last day of the register. */
  readonly period?: string;
}

/**
 * A ladder as HTML for inside of its tag: for readers without scripts, for print and for search engines. It has the figures of each tier and the
 * moves between tiers as tables. No style, class, id or script. Throws an `Error` for a file that is no ladder, and for a period of which the register has nothing.
 *
 * @example ladderHtml(JSON.parse(await readFile('release/ladder.json', 'utf8')), { locale: 'zh-CN' }) // '<figure lang="zh-CN" …>…</figure>'
 */
export function ladderHtml(
  ladder: PublishedLadder,
  { locale: given, label = '', period = '' }: LadderPrint,
): string {
  const locale = localeOf(given);
  const content = ladderForm.take(ladder);
  if (!content) throw new Error(faceOf(locale).malformed('ladder.json'));
  const { shape, problem } = ladderShape(content, { locale, label, period });
  if (!shape) throw new Error(problem?.message(faceOf(locale)));
  const region = ['div', { role: 'region', 'aria-label': shape.title, tabindex: 0 }] as const;
  return printChart(shape, locale, { content: [[...region, ...tableTrees(shape, locale)]] });
}
