import { overlap } from '../../packages/widgets/src/drawing/room.js';
import type { Box } from '../../packages/widgets/src/drawing/marks.js';
import { plotTree } from '../../packages/widgets/src/trend-chart/plot.js';
import { trendWords } from '../../packages/widgets/src/trend-chart/book.js';
import type { Plot } from '../../packages/widgets/src/trend-chart/plot-look.js';
import type { TrendModel } from '../../packages/widgets/src/trend-chart/trend-model.js';
import { elementsOf, find, partOf, shapeBox, textBox, wordsOf } from './drawn.js';

export const plot = (model: TrendModel, width = 860, locale = 'zh-CN', em = 16): Plot =>
  plotTree(model, { width, em, locale, words: trendWords(locale).plot });

/** Everything that may not touch: texts with each other and with points; all of it stays in the drawing. */
export function collisions({ tree, height }: Plot, width: number): readonly string[] {
  const texts = elementsOf(tree).filter(([tag]) => tag === 'text');
  const boxes = texts.map((text) => ({
    name: `“${wordsOf(text)}” (${partOf(text)})`,
    part: partOf(text),
    box: textBox(text),
  }));
  const shapes = [...['dot', 'state', 'breach', 'number'].flatMap((name) => find(tree, name))].map(
    (shape) => ({ name: partOf(shape), part: partOf(shape), box: shapeBox(shape) }),
  );
  const found: string[] = [];
  const frame: Box = { x: 0, y: 0, width, height };
  const isOut = ({ x, y, ...size }: Box): boolean =>
    x < -0.01 || y < -0.01 || x + size.width > frame.width + 0.01 || y + size.height > frame.height + 0.01;
  // A hundredth of a px is the rounding of coordinates.
  const shrink = ({ x, y, ...size }: Box): Box => ({
    x: x + 0.02,
    y: y + 0.02,
    width: size.width - 0.04,
    height: size.height - 0.04,
  });
  boxes.forEach((one, at) => {
    if (isOut(one.box)) found.push(`${one.name} leaves the drawing: ${JSON.stringify(one.box)} of ${height}`);
    for (const other of boxes.slice(at + 1))
      if (overlap(shrink(one.box), shrink(other.box))) found.push(`${one.name} touches ${other.name}`);
    for (const shape of shapes)
      if (!(one.part === 'digit' && shape.part === 'number') && overlap(shrink(one.box), shrink(shape.box)))
        found.push(`${one.name} touches a ${shape.name}`);
  });
  const numbers = shapes.filter(({ part }) => part === 'number');
  numbers.forEach((one, at) => {
    if (isOut(one.box)) found.push('a number leaves the drawing');
    for (const other of [...numbers.slice(at + 1), ...shapes.filter(({ part }) => part !== 'number')])
      if (overlap(shrink(one.box), shrink(other.box))) found.push(`a number touches a ${other.name}`);
  });
  return found;
}
