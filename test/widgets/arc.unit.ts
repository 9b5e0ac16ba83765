import { arc, type Arc, type DefaultArcObject } from 'd3-shape';
import { expect, test } from 'vitest';
import { arcPath } from '../../packages/widgets/src/drawing/arc.js';

const numbers = (path: string): number[] => [...path.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(Number);
const turn = Math.PI * 2;

/** d3-shape's arc with all its digits; its types do not know that it can give them. */
function exactArc(): Arc<unknown, DefaultArcObject> {
  return (
    arc() as Arc<unknown, DefaultArcObject> & { digits(count: number): Arc<unknown, DefaultArcObject> }
  ).digits(12);
}

test('an arc is the outer edge that d3-shape draws, to a thousandth', () => {
  for (const [from, to] of [
    [-2, 2],
    [0, 0.01],
    [-turn / 3, turn / 3],
    [1, 1 + Math.PI],
    [-3, 3],
    [0.2, 0.2 + Math.PI + 1e-6],
  ] as const) {
    const theirs = exactArc()({ innerRadius: 0, outerRadius: 84, startAngle: from, endAngle: to })!;
    const edge = theirs.slice(0, theirs.indexOf('L'));
    const [mine, wanted] = [numbers(arcPath(84, from, to)), numbers(edge)];
    expect(mine).toHaveLength(wanted.length);
    mine.forEach((value, at) => expect(value).toBeCloseTo(wanted[at]!, 3));
  }
});

test('stroked 16 wide with round ends, it fills the ring that d3-shape draws with round corners', () => {
  const [startAngle, endAngle, cap] = [-2, 1.5, Math.asin(8 / 84)];
  const theirs = exactArc().cornerRadius(8)({
    innerRadius: 76,
    outerRadius: 92,
    startAngle,
    endAngle,
  })!;
  // The ring between the corners: the arc of radius 92 in their path, seen from the middle of the stroke.
  const [, x, y] = /A92(?:\.0+)?,92(?:\.0+)?,0,[01],1,(-?[\d.]+),(-?[\d.]+)/.exec(theirs)!;
  const mine = numbers(arcPath(84, startAngle + cap, endAngle - cap)).slice(-2);
  expect((mine[0]! * 92) / 84).toBeCloseTo(Number(x), 2);
  expect((mine[1]! * 92) / 84).toBeCloseTo(Number(y), 2);
});
