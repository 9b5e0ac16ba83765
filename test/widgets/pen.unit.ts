import { gaugeShape, type Tree } from '@zj/widgets';
import { expect, test } from 'vitest';
import { isSamePen, pen, readPen } from '../../packages/widgets/src/goal-gauge/pen.js';
import { revenue } from '../../stories/verdicts.js';

/** What a probe says whose paddings are these, in pixels. */
const probe = (left: number, top: number): DOMRectReadOnly => ({ left, top }) as DOMRectReadOnly;

test('the default theme’s probe is the default pen, in a text of any size', () => {
  for (const em of [10, 13, 16, 16.67, 24, 32])
    expect(readPen(em, probe(11 * em, 0.875 * em), 'round')).toEqual(pen);
});

test('a theme’s lengths are in sixteenths of the text', () => {
  expect(readPen(16, probe(128, 10), 'round')).toEqual({ size: 128, thickness: 10, butt: false });
  expect(readPen(32, probe(128, 10), 'round')).toEqual({ size: 64, thickness: 5, butt: false });
  expect(readPen(16, probe(128.5, 10.4), 'round')).toMatchObject({ size: 128.5, thickness: 10.4 });
  // A length that a browser has rounded does not draw the gauge anew for the thousandth of a unit.
  expect(readPen(16, probe(176.0004, 14.0001), 'round')).toEqual(pen);
});

test('only ends that are cut are cut', () => {
  expect(readPen(16, probe(176, 14), 'butt').butt).toBe(true);
  for (const cap of ['round', 'square', '']) expect(readPen(16, probe(176, 14), cap).butt).toBe(false);
});

test('a track is never so thick that no figure has room in it, and a dial never so small', () => {
  expect(readPen(16, probe(90, 60), 'round')).toEqual({ size: 90, thickness: 30, butt: false });
  expect(readPen(16, probe(0, 0), 'round')).toEqual({ size: 48, thickness: 1, butt: false });
  expect(readPen(16, probe(4, 400), 'butt')).toEqual({ size: 48, thickness: 16, butt: true });
});

test('two pens are the same if they draw the same', () => {
  expect(isSamePen(pen, { ...pen })).toBe(true);
  for (const other of [{ size: 175 }, { thickness: 13 }, { butt: true }])
    expect(isSamePen(pen, { ...pen, ...other })).toBe(false);
});

test('the drawing is as large and as thick as its pen', () => {
  const draw = (appearance: 'arc' | 'ring' | 'linear', size: number, thickness: number) => {
    const shape = gaugeShape(revenue(), {
      locale: 'en',
      appearance,
      pen: { size, thickness, butt: true },
    });
    const [, frame, track] = shape.drawing as Exclude<Tree, string>;
    return [frame, (track as Exclude<Tree, string>)[1]];
  };
  expect(draw('arc', 96, 8)).toMatchObject([{ viewBox: '-48 -48 96 72' }, { 'stroke-width': 8 }]);
  expect(draw('ring', 100, 8)).toMatchObject([{ viewBox: '-45 -45 90 90' }, { 'stroke-width': 8 }]);
  // A bar is as long as there is room.
  expect(draw('linear', 100, 8)).toMatchObject([{ height: '0.5em' }, { height: '0.5em', rx: 0 }]);
  expect(draw('linear', 300, 8)).toEqual(draw('linear', 100, 8));
});
