import { ink } from './ink.js';
import { plotInks, plotSeconds, type PlotInk } from './plot-ink.js';
import type { Attributes, Tree } from './tree.js';

/** The colours of a part with these names; `undefined` where the list has none of them. */
export function inkOf(part: string): PlotInk | undefined {
  const names = part.split(' ');
  const known = [...names].reverse().find((name) => Object.hasOwn(plotInks, name));
  if (known === undefined) return undefined;
  const own = plotInks[known]!;
  const second = names.map((name) => plotSeconds[name]).find((colour) => colour !== undefined);
  // A quiet label is read as any other.
  const isText = known === 'label' && names.includes('quiet');
  const dyed: PlotInk =
    second === undefined || isText
      ? own
      : known === 'state'
        ? { ...own, stroke: second }
        : own.fill !== undefined
          ? { ...own, fill: second }
          : { ...own, stroke: second };
  return names.includes('cased') ? { ...dyed, stroke: 'surface' } : dyed;
}

/** A chart with its colours as presentation attributes, for paper and for files; the names of parts go. */
export function inkPlot(tree: Tree): Tree {
  if (typeof tree === 'string') return tree;
  const [tag, { part, ...rest }, ...content] = tree;
  const colour = part === undefined ? undefined : inkOf(`${part}`);
  const paint: Attributes = {
    ...(colour?.fill && { fill: ink(colour.fill) }),
    ...(colour?.opacity !== undefined && { 'fill-opacity': colour.opacity }),
    ...(colour?.stroke && { stroke: ink(colour.stroke) }),
  };
  return [tag, { ...rest, ...paint }, ...content.map(inkPlot)];
}
