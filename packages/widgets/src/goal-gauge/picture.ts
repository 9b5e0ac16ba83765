import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { localeOf } from '../locale/locale.js';
import { gaugeShape } from './gauge-shape.js';
import type { Look } from './shape.js';
import { colourDrawing, ink, statusInk } from '../drawing/ink.js';
import { printMarkup } from '../drawing/print.js';
import { wrapText } from '../drawing/text-width.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import { narrowest } from './track.js';
import { withheldShape } from './withheld.js';
import { gaugeFace } from './book.js';

/** How wide a picture is, and in which type. */
export interface PictureLook extends Look {
  /** In pixels, 360 where absent; its text is 16 pixels high, and its height follows from it. */
  readonly width?: number;
  /** The font families; their letters may be somewhat wider or narrower than this reckons with. */
  readonly font?: string;
}

/**
 * A gauge as one self-contained SVG file, for where neither scripts nor style sheets are: presentation attributes only, the light
 * colours, the same drawing and words as in the gauge, broken into lines by the width that letters have about. Of a goal that is
 * withheld, its name and why.
 *
 * @example gaugeSvg(verdict, { locale: 'zh-CN', appearance: 'linear' }) // '<svg xmlns=…>…</svg>'
 */
export function gaugeSvg(verdict: PublishedVerdict | WithheldGoal, look: PictureLook): string {
  const { width = 360, font = 'sans-serif' } = look;
  const shape = 'status' in verdict ? gaugeShape(verdict, look) : withheldShape(verdict, look);
  const { status } = shape;
  const drawn = status !== 'withheld' && shape.appearance !== 'number' && shape.scale !== 'words';
  const round = drawn && shape.scale === 'way' && (shape.appearance === 'arc' || shape.appearance === 'ring');
  const middle = width / 2;
  const elements: Tree[] = [];
  let y = 16;

  /** Lines of text from where the last ended. */
  const write = (
    text: string,
    size: number,
    style: Attributes,
    { x = 16, room = width - x - 16 }: { x?: number; room?: number } = {},
  ): void => {
    const lang = shape.foreign.find(({ words }) => words === text)?.lang ?? false;
    for (const line of text ? wrapText(text, room / size) : []) {
      y += size * 1.4;
      elements.push(['text', { x, y: y - size * 0.4, 'font-size': size, ...style, lang }, line]);
    }
  };
  const soft = { fill: ink('ink-soft') };
  const strong = { fill: ink('ink'), 'font-weight': 700 };
  const centred = { 'text-anchor': 'middle' };
  const figure = shape.figure.join('');
  const quantity = shape.quantity.filter(Boolean).join(' ');

  write(shape.name, 16, strong);
  write(shape.demo[0], 13, soft);
  y += 8;
  if (!round) {
    write(figure, 32, strong);
    write(quantity, 13, soft);
  }
  if (drawn) {
    const [tag, attributes, ...lines] = colourDrawing(shape.drawing, status) as Exclude<Tree, string>;
    const { below, above } = shape.beyond;
    const frame = frameOf(attributes, width, below.length > 0);
    // Marks and words stand outside of the track.
    y += round ? 12 : 16;
    const [top, x] = [y, frame.left];
    elements.push([
      tag,
      { ...attributes, x, y, width: frame.width, height: frame.height, 'font-size': 16 },
      // The word of a mark needs a drawing of full size, as on the card.
      ...lines.filter(([tag]) => frame.isFull || tag !== 'text'),
    ]);
    if (round) {
      y = top + frame.width * 0.5 - 18;
      if (shape.inside[0]) write(figure, 36, { ...strong, ...centred }, { x: middle });
      y -= 6;
      if (shape.inside[0] && shape.inside[1])
        write(quantity, 13, { ...soft, ...centred }, { x: middle, room: 120 });
    }
    y = Math.max(y, top + frame.height) + 4;
    const ends = y;
    // The ends of an arc, inside of its track.
    const inside = round ? frame.width * 0.148 : 0;
    const [left, right] = [x + inside, x + frame.width - inside];
    write(shape.ends[0], 13, soft, { x: left, room: width });
    y = ends;
    write(shape.ends[1], 13, { ...soft, 'text-anchor': 'end' }, { x: right, room: width });
    const point = (arrow: Tree, x: number): void => {
      // A picture that is too narrow for an arrow has the amount in words.
      if (typeof arrow === 'string' || !shape.ends[1] || x < 0 || x + long > width) return;
      const [tag, attributes, ...lines] = arrow;
      elements.push(
        colourDrawing(
          [tag, { ...attributes, class: false, x, y: ends + 2, width: long, height: 14 }, ...lines],
          status,
        ),
      );
    };
    for (const arrow of below) point(arrow, left - off - long);
    for (const arrow of above) point(arrow, right + off);
    y = Math.max(y, top + frame.height);
  }
  if (round && !shape.inside[0])
    write(figure, 32, { ...strong, ...centred }, { x: middle, room: width - 32 });
  if (round && !(shape.inside[0] && shape.inside[1])) {
    write(quantity, 13, { ...soft, ...centred }, { x: middle, room: width - 32 });
  }
  y += 8;
  const colour = statusInk(status);
  elements.push([
    'path',
    {
      d: shape.icon,
      transform: `translate(16 ${y + 4})`,
      stroke: colour,
      'stroke-width': 2,
      fill: 'none',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
  ]);
  write(shape.word, 15, { fill: colour, 'font-weight': 700 }, { x: 38 });
  y += 4;
  for (const line of [
    status === 'withheld' ? shape.reason : shape.pace,
    shape.outlook,
    shape.nature,
    shape.through,
    shape.source.join(''),
  ])
    write(line, 13, soft);
  y += 16;

  return printMarkup([
    [
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height: Math.ceil(y),
        viewBox: `0 0 ${width} ${Math.ceil(y)}`,
        role: 'img',
        lang: localeOf(look.locale),
        'font-family': font,
      },
      [
        'title',
        {},
        `${shape.name}: ${[shape.meter.text, shape.word.toLowerCase()].filter(Boolean).join(gaugeFace(look.locale).comma)}`,
      ],
      ['rect', { width: '100%', height: '100%', fill: ink('surface') }],
      ...elements,
    ],
  ]);
}

/** How long an arrow is, and how far it stands off the end of the scale. */
const [long, off] = [25, 9];

/** Where a drawing is in a picture, and how large. */
interface Place {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Whether it is large enough for a word at its mark. */
  readonly isFull: boolean;
}

/**
 * A dial is in the middle and as large as its frame says, if there is room for it and the marks around it. A bar is as wide as there
 * is room, but for an arrow: beyond its end always, so that bars above each other compare.
 */
function frameOf({ viewBox, height }: Attributes, width: number, isBelow: boolean): Place {
  const [, , wide, high] = String(viewBox).split(' ').map(Number);
  if (!wide || !high) {
    const left = 16 + (isBelow ? off + long : 0);
    const bar = width - left - off - long - 18;
    return { left, width: bar, height: parseFloat(String(height)) * 16, isFull: bar >= narrowest };
  }
  const scale = Math.min(1, width / (wide + 56));
  return {
    left: (width - wide * scale) / 2,
    width: wide * scale,
    height: high * scale,
    isFull: scale === 1,
  };
}
