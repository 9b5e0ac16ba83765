import { ink } from '../drawing/ink.js';
import type { Attributes, Tree } from '../drawing/tree.js';

/** The colours of a bar's parts where no style sheet gives them any: the light ones. */
const paints: Readonly<Record<string, Attributes>> = {
  bar: { fill: ink('on-track') },
  negative: { fill: ink('surface'), stroke: ink('on-track'), 'stroke-width': 2 },
  rest: { fill: ink('neutral') },
  frame: { fill: 'none', stroke: ink('neutral'), 'stroke-width': 2 },
  stripes: { stroke: ink('neutral'), 'stroke-width': 40 },
  casing: { stroke: ink('surface'), 'stroke-width': 5 },
  mark: { stroke: ink('ink'), 'stroke-width': 2 },
  zero: { stroke: ink('ink'), 'stroke-width': 1.5 },
  side: { fill: ink('ink-soft'), 'font-size': 13 },
};

/** The width of a bar in a table without a style sheet, which would give it the room that is left; in px. */
const long = 160;

/**
 * A table without its style sheet: bars have their colours and a width of their own, and their figures stand beside them. Content for
 * the eye alone, or for the ear alone, stands there once, since a twin of it is told elsewhere.
 */
export function inkBars(tree: Tree): readonly Tree[] {
  if (typeof tree === 'string') return [tree];
  const [tag, attributes, ...content] = tree;
  // The figure that the cell has as text, too; and the caption, which is the name of the chart.
  if (attributes.part === 'figure-text' || tag === 'caption') return [];
  const { part, class: names, ...named } = attributes;
  void names;
  const isBar = tag === 'svg' && named.width === '100%' && part === undefined;
  return [
    [
      tag,
      {
        ...named,
        ...(isBar && { width: long, overflow: 'visible' }),
        ...(part !== undefined && paints[`${part}`]),
      },
      ...content.flatMap(inkBars),
    ],
  ];
}
