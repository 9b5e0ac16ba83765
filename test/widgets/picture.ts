import { textWidth } from '../../packages/widgets/src/drawing/text-width.js';

/** An element of a picture: where its coordinates begin, its tag, its attributes and its text. */
export interface Drawn {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** All elements of a picture. A drawing within it has its own coordinates. */
export function readPicture(svg: string): readonly Drawn[] {
  const frames = [{ left: 0, top: 0, scale: 1, wide: 0, high: 0 }];
  const all: Drawn[] = [];
  for (const [, end, tag, written, text] of svg.matchAll(/<(\/?)(\w+)([^>]*)>([^<]*)/g)) {
    if (end) {
      if (tag === 'svg') frames.pop();
      continue;
    }
    const frame = frames.at(-1)!;
    const attributes = Object.fromEntries(
      [...written!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
    all.push({ ...frame, tag: tag!, attributes, text: text! });
    if (tag !== 'svg') continue;
    const { x = 0, y = 0, width, height, viewBox } = attributes;
    const [left = 0, top = 0, wide = Number(width)] = viewBox?.split(' ').map(Number) ?? [];
    const scale = (Number(width) / wide) * frame.scale;
    frames.push({
      left: frame.left + Number(x) * frame.scale - left * scale,
      top: frame.top + Number(y) * frame.scale - top * scale,
      ...{ scale, wide: Number(width), high: Number(height) },
    });
  }
  return all;
}

/** The attributes of the drawing in a picture. */
export function drawingOf(elements: readonly Drawn[]): Drawn['attributes'] | undefined {
  return elements.find(({ tag, attributes }) => tag === 'svg' && 'font-size' in attributes)?.attributes;
}

/** The elements of a picture that reach outside of it. */
export function findOutside(svg: string, width: number): readonly string[] {
  const high = Number(/height="(\d+)"/.exec(svg)![1]);
  const elements = readPicture(svg);
  const bar = Number(drawingOf(elements)?.width ?? 0);
  const length = (value: string | undefined): number =>
    value?.endsWith('%')
      ? (parseFloat(value) / 100) * bar
      : parseFloat(value ?? '0') * (value?.endsWith('em') ? 16 : 1);
  return elements.flatMap(({ left, top, scale, tag, attributes, text }) => {
    const size = Number(attributes['font-size']);
    const place = (): readonly number[] =>
      ['x', 'y', 'width', 'height'].map((name) => length(attributes[name]));
    const boxes: Readonly<Record<string, () => readonly number[]>> = {
      text: () => {
        const wide = textWidth(text.replaceAll(/&#\d+;/g, '"')) * size;
        const anchor = { middle: 0.5, end: 1 }[attributes['text-anchor'] ?? ''] ?? 0;
        const x = length(attributes.x) + parseFloat(attributes.dx ?? '0') * size - anchor * wide;
        const y = attributes.y!.endsWith('em') ? parseFloat(attributes.y!) * size : length(attributes.y);
        return [x, y + (parseFloat(attributes.dy ?? '0') - 0.85) * size, wide, size];
      },
      circle: () => {
        const reach = length(attributes.r) + 1.25;
        const [x, y] = [length(attributes.cx), length(attributes.cy)];
        return [x - reach, y - reach, reach * 2, reach * 2];
      },
      rect: place,
      svg: place,
    };
    const box = boxes[tag]?.();
    if (!box || attributes.width === '100%') return [];
    const [x, y, wide, tall] = box as readonly [number, number, number, number];
    const isInside =
      left + x * scale >= 0 &&
      left + (x + wide) * scale <= width + 0.01 &&
      top + y * scale >= 0 &&
      top + (y + tall) * scale <= high;
    return isInside ? [] : [`${tag} ${text} ${[left, top, scale, ...box].join(' ')}`];
  });
}
