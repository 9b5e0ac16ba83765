import { colours } from '../theme/tokens.js';
import { printMarkup } from '../drawing/print.js';
import { lineWidth, wrapText } from '../drawing/text-width.js';
import type { Attributes, Tree } from '../drawing/tree.js';

/** A chart as it leaves the page: a drawing that has its colours, and the words around it. */
export interface ChartPicture {
  /** The language of the words. */
  readonly lang: string;
  readonly title: string;
  /** The word for made-up figures, beside the title; empty where they are not. */
  readonly demo: string;
  /** How a goal stands: the word, its icon as path data in a square of 16, and its colour. */
  readonly status?: { readonly word: string; readonly icon: string; readonly colour: string } | undefined;
  /** The sentence that tells the sight in words. */
  readonly summary: string;
  /** As wide as {@link pictureRoom} says. `null` where there is nothing to draw. */
  readonly drawing: Drawing | null;
  /** Below the drawing: numbered notes, the method, why something is left out. */
  readonly lines: readonly string[];
  /** At the foot: the source, the last day of the figures. */
  readonly credits: readonly string[];
}

/** An `svg` of so many pixels; see `paintDrawing` for its colours. */
export interface Drawing {
  readonly tree: Tree;
  readonly width: number;
  readonly height: number;
}

/** How wide a picture is, in pixels, and in which type. */
export interface PictureSize {
  readonly width: number;
  readonly font?: string;
}

/** Fonts that systems have: a file can bring none, and an image of one may read none from the page. */
export const systemFonts =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The width that a picture of a width leaves for its drawing. */
export function pictureRoom(width: number): number {
  return width - 2 * sideOf(width);
}

/** The space beside the content of a picture, as in a card. */
function sideOf(width: number): number {
  return width < 480 ? 16 : 22;
}

/**
 * A chart as one self-contained SVG file: the title, the drawing, the words and the source. Presentation attributes alone, in the
 * light colours; no script, no style, no ids, nothing that is fetched. The same input gives the same bytes everywhere.
 *
 * @example chartSvg(picture, { width: 860 }) // '<svg xmlns=…>…</svg>'
 */
export function chartSvg(picture: ChartPicture, { width, font = systemFonts }: PictureSize): string {
  const { lang, title, demo, status, summary, drawing, lines, credits } = picture;
  const side = sideOf(width);
  const room = pictureRoom(width);
  const elements: Tree[] = [];
  let y = side;

  /** Lines of text from where the last ended. */
  const write = (text: string, size: number, style: Attributes, indent = 0): void => {
    for (const line of text
      ? wrapText(text, (room - indent) / size, (part) => lineWidth(part, 'font-weight' in style))
      : []) {
      y += size * lead;
      elements.push([
        'text',
        { x: side + indent, y: place(y - size * 0.4), 'font-size': size, ...style },
        line,
      ]);
    }
  };

  write(title, 19, strong);
  write(demo, 13, soft);
  if (status) {
    y += 6;
    const { word, icon, colour } = status;
    elements.push([
      'path',
      { d: icon, transform: `translate(${side} ${place(y + 3)})`, ...stroke, stroke: colour },
    ]);
    write(word, 14, { fill: colour, 'font-weight': 700 }, 22);
  }
  y += 4;
  write(summary, 15, { fill: ink });
  if (drawing) {
    y += 14;
    elements.push(inset(drawing, side, place(y)));
    y += drawing.height;
  }
  y += 6;
  for (const line of lines) write(line, 13, soft);
  if (credits.length > 0) {
    y += 12;
    elements.push(['path', { d: `M${side} ${place(y)}h${room}`, stroke: colours.line[0] }]);
    y += 6;
  }
  for (const line of credits) write(line, 13, soft);

  const height = Math.ceil(y + side);
  return printMarkup([
    [
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        lang,
        'font-family': font,
      },
      ['title', {}, title],
      ['desc', {}, [summary, ...credits].filter(Boolean).join('\n')],
      ['rect', { width: '100%', height: '100%', fill: colours.surface[0] }],
      ...elements,
    ],
  ]);
}

/** A drawing at a place in the picture; marks at its edge may stand out of it. */
function inset({ tree, width, height }: Drawing, x: number, y: number): Tree {
  if (typeof tree === 'string') return tree;
  const [tag, attributes, ...content] = tree;
  return [tag, { ...attributes, x, y, width, height, overflow: 'visible' }, ...content];
}

/** A coordinate; a hundredth of a pixel is more than anyone sees. */
function place(length: number): number {
  return Math.round(length * 100) / 100;
}

/** The height of a line of text, in its size. */
const lead = 1.5;
const ink = colours.ink[0];
const soft: Attributes = { fill: colours['ink-soft'][0] };
const strong: Attributes = { fill: ink, 'font-weight': 700 };
const stroke: Attributes = {
  fill: 'none',
  'stroke-width': 2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};
