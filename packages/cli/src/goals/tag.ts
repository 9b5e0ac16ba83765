import { wordsIn, type PublishedVerdict, type WithheldGoal } from '@zj/metrics';

/** Where a site serves a release, and the language of the page. */
export interface TagOptions {
  readonly src: string;
  /** `zh-CN`, `en`, or any other; all but Chinese read the English texts. */
  readonly lang: string;
}

/** The two lines of a page's head, with the address that `zj serve` gives the scripts. */
export const pageHead = `<link rel="stylesheet" href="/zj/zj.css">
<script src="/zj/zj-goal-gauge.js" defer></script>`;

/**
 * The tag to paste for a goal. Its text is the goal's clause, or its name where it has none or is withheld: it is read where
 * scripts are off.
 *
 * @example
 * goalTag(verdict, { src: '/release/verdicts.json', lang: 'zh-CN' });
 * // <zj-goal-gauge src="/release/verdicts.json" goal="pct-applications" lang="zh-CN">…
 */
export function goalTag(goal: PublishedVerdict | WithheldGoal, { src, lang }: TagOptions): string {
  const written = Object.entries({ src, goal: goal.goal, lang });
  const attributes = written.map(([name, value]) => `${name}="${escape(value)}"`).join(' ');
  const key = /^zh\b/i.test(lang) ? 'zh' : 'en';
  const text = ('clause' in goal && wordsIn(goal.clause.quote, key).words) || wordsIn(goal.name, key).words;
  return `<zj-goal-gauge ${attributes}>\n  ${escape(text.replace(/\s+/g, ' '))}\n</zj-goal-gauge>`;
}

/** Text as HTML that shows it, in an attribute, too. */
function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
