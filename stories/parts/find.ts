/** A point of a page, or of a picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part that is seen, with the box that it has now. */
export interface Found {
  readonly part: string;
  readonly box: DOMRect;
  /** Whether other parts are inside of it. */
  readonly isBox: boolean;
  /** Where a line to it ends, from either side. */
  readonly left: Point;
  readonly right: Point;
}

/** Where along its line a part of the drawing is free of the parts that lie over it. */
const free: Readonly<Record<string, number>> = { track: 0.97, done: 0.2, schedule: 1, notch: 0 };

/** How far from a box a line to it ends, so that it hides no letter. */
const aside = 4;

/** All parts of a gauge that are seen, the first of each name. */
export function findParts(gauge: Element): readonly Found[] {
  const found = new Map<string, Found>();
  for (const element of gauge.shadowRoot!.querySelectorAll('[part]')) {
    const part = element.getAttribute('part')!;
    const box = boxOf(element);
    if (found.has(part) || !isSeen(element, box)) continue;
    const point = pointOf(element, part);
    const isBox = part === 'facts' || element.querySelector('[part]') !== null;
    const off = isBox ? 0 : aside;
    // A line to a text that breaks ends at its last line from the left, and at its first from the right: it crosses no other text.
    const lines = [...element.getClientRects()];
    const isBroken = lines.length > 1 && lines[0]!.height < box.height / 1.5;
    const [first, last] = isBroken ? [lines[0]!, lines[lines.length - 1]!] : [box, box];
    found.set(part, {
      part,
      box,
      isBox,
      left: point ?? { x: last.left - off, y: last.top + last.height / 2 },
      right: point ?? { x: first.right + off, y: first.top + first.height / 2 },
    });
  }
  return [...found.values()];
}

/** The box of an element; of a text, without the empty rest of its line. */
function boxOf(element: Element): DOMRect {
  const own = element.getBoundingClientRect();
  if (element instanceof SVGElement || element.querySelector('[part]') || !element.childNodes.length)
    return own;
  if (getComputedStyle(element).display !== 'block') return own;
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** A point on a line of the drawing, whose box is mostly empty. */
function pointOf(element: Element, part: string): Point | undefined {
  const isLine = element instanceof SVGGeometryElement && !(element instanceof SVGRectElement);
  if (!isLine || element instanceof SVGCircleElement) return undefined;
  const { x, y } = element.getPointAtLength(element.getTotalLength() * (free[part] ?? 0.5));
  return new DOMPoint(x, y).matrixTransform(element.getScreenCTM()!);
}

function isSeen(element: Element, { width, height }: DOMRect): boolean {
  if (width + height < 4 || (width < 2 && height < 2)) return false;
  const { visibility, clipPath } = getComputedStyle(element);
  return visibility === 'visible' && clipPath === 'none';
}
