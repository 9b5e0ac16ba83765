import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { markForeign } from '../element/foreign.js';
import { localeOf } from '../locale/locale.js';
import { gaugeDetail } from './detail/gauge-detail.js';
import { gaugeShape } from './gauge-shape.js';
import type { GaugeShape, Look } from './shape.js';
import { footTree, gaugeTree } from './gauge-tree.js';
import { colourDrawing } from '../drawing/ink.js';
import { printMarkup } from '../drawing/print.js';
import type { Tree } from '../drawing/tree.js';
import { withheldShape } from './withheld.js';
import { gaugeFace } from './book.js';

/**
 * The content of a gauge, as HTML inside its tag: for readers without scripts, for print and for search engines. The same
 * elements and words as in the gauge, in the page's own type, without classes, ids or styles. Of a goal that is withheld, its name
 * and why.
 *
 * @example gaugeHtml(verdict, { locale: 'zh-CN' }) // '<figure lang="zh-CN" …>…</figure>'
 */
export function gaugeHtml(given: PublishedVerdict | WithheldGoal, wanted: Look): string {
  const look = { ...wanted, locale: localeOf(wanted.locale) };
  const verdict = 'status' in given ? given : undefined;
  const shape = verdict ? gaugeShape(verdict, look) : withheldShape(given, look);
  const face = gaugeTree(shape, { locale: look.locale, look: shape.status, stale: verdict?.stale === true });
  const behind: Tree[] = verdict
    ? [
        ...footTree(shape),
        [
          'details',
          {},
          ['summary', {}, gaugeFace(look.locale).why],
          ...markForeign([['p', {}, shape.reason]], shape.foreign),
          ...gaugeDetail(verdict, look),
        ],
      ]
    : [];
  const figure: Tree = ['figure', { lang: look.locale, dir: 'ltr' }, ...face, ...behind];
  return printMarkup(settle(figure, shape.status));
}

/** An element outside a shadow tree: hidden and waiting parts and layout are left out, and a slot is replaced by its content. */
function settle(tree: Tree, status: GaugeShape['status']): readonly Tree[] {
  if (typeof tree === 'string') return [tree];
  const [tag, attributes, ...content] = tree;
  const names = (attributes.class === undefined ? '' : String(attributes.class)).split(' ');
  // Words for the eye alone are told in full beside it.
  if (attributes.hidden === true || /^(ends|brief|seen)$/.test(names[0]!) || attributes.part === 'outlook')
    return [];
  if (tag === 'svg') return [colourDrawing(size(tree), status)];
  const settled = content.flatMap((child) => settle(child, status));
  if (tag === 'slot' || names[0] === 'full' || names[0] === 'dot') return settled;
  if (tag === 'p' && settled.every((child) => child === '' || child === ' ')) return [];
  // Both are for the style of a shadow tree.
  const written = Object.entries(attributes).filter(([key]) => key !== 'class' && key !== 'part');
  return [[tag, Object.fromEntries(written), ...settled]];
}

/** A drawing as large as its frame says: no style does. */
function size([tag, attributes, ...content]: Exclude<Tree, string>): Tree {
  const [, , width = '100%', height = attributes.height ?? false] = String(attributes.viewBox).split(' ');
  return [tag, { ...attributes, width, height }, ...content];
}
