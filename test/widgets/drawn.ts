import type { Box } from '../../packages/widgets/src/drawing/marks.js';
import { boxOf } from '../../packages/widgets/src/drawing/text.js';
import type { Tree } from '../../packages/widgets/src/drawing/tree.js';

export type Element = Exclude<Tree, string>;

/** The elements of a drawing, in its order. */
export function elementsOf(tree: Tree): readonly Element[] {
  if (typeof tree === 'string') return [];
  return [tree, ...tree.slice(2).flatMap((child) => elementsOf(child as Tree))];
}

/** Those that have a part of a name. */
export function find(tree: Tree, name: string): readonly Element[] {
  return elementsOf(tree).filter(([, { part }]) => `${part ?? ''}`.split(' ').includes(name));
}

export const partOf = ([, { part }]: Element): string => `${part ?? ''}`;
export const wordsOf = ([, , text]: Element): string => (typeof text === 'string' ? text : '');

/** The box of a text, at most. */
export function textBox(element: Element): Box {
  const [, attributes] = element;
  return boxOf({
    text: wordsOf(element),
    x: Number(attributes.x),
    y: Number(attributes.y),
    size: Number(attributes['font-size']),
    anchor: (attributes['text-anchor'] ?? 'start') as 'start',
    isBold: 'font-weight' in attributes,
  });
}

/** The points of path data of straight lines, as they are drawn; each stroke is a list. */
export function strokesOf(d: string): readonly (readonly (readonly [number, number])[])[] {
  const strokes: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const [, letter, rest] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = [...rest!.matchAll(/-?[\d.]+(e-?\d+)?/g)].map(([number]) => Number(number));
    const go = (toX: number, toY: number): void => {
      [x, y] = [toX, toY];
      strokes.at(-1)!.push([x, y]);
    };
    if (letter === 'M') {
      strokes.push([]);
      go(numbers[0]!, numbers[1]!);
    } else if (letter === 'L')
      for (let at = 0; at < numbers.length; at += 2) go(numbers[at]!, numbers[at + 1]!);
    else if (letter === 'l') go(x + numbers[0]!, y + numbers[1]!);
    else if (letter === 'h') go(x + numbers[0]!, y);
    else if (letter === 'H') go(numbers[0]!, y);
    else if (letter === 'v') go(x, y + numbers[0]!);
    else if (letter === 'V') go(x, numbers[0]!);
  }
  return strokes;
}

/** The box of a shape around a point: a circle, or a path. */
export function shapeBox([tag, attributes]: Element): Box {
  if (tag === 'circle') {
    const [x, y, r] = [Number(attributes.cx), Number(attributes.cy), Number(attributes.r)];
    return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
  }
  const all = strokesOf(`${attributes.d}`).flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
