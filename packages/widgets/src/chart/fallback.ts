import type { WithheldGoal } from '@zj/metrics';
import { statusInk } from '../drawing/ink.js';
import { printMarkup } from '../drawing/print.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import { markForeign, speaker } from '../element/foreign.js';
import { faceOf, localeOf, type Locale } from '../locale/locale.js';
import { chartWords } from './book.js';
import { footTrees, headTrees, remarkTrees, withheldCard, type Card } from './card.js';
import { chartSvg, type PictureSize } from './svg.js';

/** The parts of a chart without scripts, between its words. */
export interface Inside {
  /** The drawing, or the table with its bars; it has its colours already. */
  readonly content: readonly Tree[];
  /** The table of all figures, which readers open; none where the content is a table. */
  readonly tables?: readonly Tree[];
}

/**
 * A chart as HTML for pages without scripts, for print and for search engines: the same elements and words as in the chart, in the
 * page's own type. No style, no class, no id, no script: a content management system lets it through.
 */
export function printChart(card: Card, locale: Locale, { content, tables = [] }: Inside): string {
  const inside: readonly Tree[] = [
    ...headTrees(card, locale, [], false),
    ...markForeign(content, card.foreign),
    ...remarkTrees(card),
    ...(tables.length > 0
      ? [
          [
            'details',
            {},
            ['summary', {}, chartWords(locale).table],
            ...markForeign(tables, card.foreign),
          ] as Tree,
        ]
      : []),
    ...footTrees(card),
  ];
  const settled = inside.flatMap((tree) => settle(tree, card.status?.code ?? ''));
  return printMarkup([['figure', { lang: localeOf(locale), dir: 'ltr' }, ...settled]]);
}

/** A goal of which no figure is published, as {@link printChart} prints a chart. */
export function printWithheld(goal: WithheldGoal, locale: Locale): string {
  return printChart(cardOf(goal, locale), locale, { content: [] });
}

/** The same as one SVG file. */
export function withheldSvg(goal: WithheldGoal, locale: Locale, size: PictureSize): string {
  const { title, demo, status, summary } = cardOf(goal, locale);
  const told = status ? { ...status, colour: statusInk(status.code) } : undefined;
  return chartSvg(
    { lang: localeOf(locale), title, demo, status: told, summary, drawing: null, lines: [], credits: [] },
    size,
  );
}

function cardOf({ name, reason }: WithheldGoal, locale: Locale): Card {
  const { say, foreign } = speaker(locale);
  return withheldCard(say(name), say(reason), faceOf(locale).withheld, foreign);
}

/** An element outside of a shadow tree: the names that a style sheet there knows go, and empty elements. */
export function settle(tree: Tree, status = ''): readonly Tree[] {
  if (typeof tree === 'string') return [tree];
  const [tag, attributes, ...content] = tree;
  // Places to break at are for a style sheet that breaks words nowhere else.
  if (tag === 'wbr') return [];
  if (tag === 'svg') return [attributes.class === 'icon' ? drawIcon(tree, status) : tree];
  // Without a style sheet it says nothing.
  if (attributes.class === 'whole') return content.flatMap((child) => settle(child, status));
  const { class: names, part, ...written } = attributes;
  void [names, part];
  const settled = content.flatMap((child) => settle(child, status));
  if (/^(p|caption)$/.test(tag) && settled.every((child) => child === '')) return [];
  return [[tag, written, ...settled]];
}

/** The icon of a status in its colour, as high as a line of text. */
function drawIcon(
  [tag, { class: name, ...attributes }, ...content]: Exclude<Tree, string>,
  status: string,
): Tree {
  void name;
  return [tag, { ...attributes, ...iconLook, stroke: statusInk(status) }, ...content];
}

const iconLook: Attributes = {
  width: 16,
  height: 16,
  fill: 'none',
  'stroke-width': 2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};
