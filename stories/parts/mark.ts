import { nothing, render, svg, type TemplateResult } from 'lit';
import { findParts, type Found, type Point } from './find.js';
import { numberOf } from './listed.js';

/** Which parts a picture names. */
export type Wanted = (found: Found) => boolean;

/** The least distance of the middles of two numbers, and their distance from the side of the picture. */
const [gap, side] = [26, 14];

interface Marker extends Point {
  readonly part: string;
  readonly to: Point;
}

/** Marks of one side: in the order of the parts' heights, each as near to its part as there is room. */
function placeSide(
  found: readonly Found[],
  x: number,
  way: 'left' | 'right',
  height: number,
): readonly Marker[] {
  const sorted = [...found].sort((one, other) => one[way].y - other[way].y);
  const heights = sorted.map((one) => one[way].y);
  for (let at = 0; at < heights.length; at++)
    heights[at] = Math.max(heights[at]!, at > 0 ? heights[at - 1]! + gap : side);
  for (let at = heights.length - 1; at >= 0; at--)
    heights[at] = Math.min(heights[at]!, at < heights.length - 1 ? heights[at + 1]! - gap : height - side);
  return sorted.map((one, at) => ({ part: one.part, to: one[way], x, y: heights[at]! }));
}

/** Half of the parts have their number on the left, half on the right: those that lie further on that side. */
function placeAll(found: readonly Found[], width: number, height: number): readonly Marker[] {
  const across = [...found].sort((one, other) => one.left.x + one.right.x - other.left.x - other.right.x);
  const half = Math.ceil(across.length / 2);
  return [
    ...placeSide(across.slice(0, half), side, 'left', height),
    ...placeSide(across.slice(half), width - side, 'right', height),
  ];
}

function drawMarker({ part, x, y, to }: Marker): TemplateResult {
  return svg`
    <g data-part=${part}>
      <path d=${`M${x} ${y}L${to.x} ${to.y}`} />
      <circle class="end" cx=${to.x} cy=${to.y} r="2.5" />
      <circle class="number" cx=${x} cy=${y} r="11" />
      <text x=${x} y=${y + 4}>${numberOf(part)}</text>
    </g>
  `;
}

function drawBox({ box }: Found): TemplateResult {
  return svg`<rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} />`;
}

/** Draws the numbers of a picture anew, by the boxes that the parts have now. */
function draw(picture: HTMLElement, wanted: Wanted): void {
  const gauge = picture.querySelector('zj-goal-gauge')!;
  const { left, top, width, height } = picture.getBoundingClientRect();
  const move = ({ x, y }: Point): Point => ({ x: x - left, y: y - top });
  const found = findParts(gauge)
    .filter(wanted)
    .map((one) => ({
      ...one,
      box: new DOMRect(one.box.x - left, one.box.y - top, one.box.width, one.box.height),
      left: move(one.left),
      right: move(one.right),
    }));
  const boxes = found.filter(({ isBox }) => isBox);
  render(
    width > 0
      ? svg`<svg width=${width} height=${height} aria-hidden="true">
          ${boxes.map(drawBox)}${placeAll(found, width, height).map(drawMarker)}
        </svg>`
      : nothing,
    picture.querySelector<HTMLElement>('.numbers')!,
  );
}

/** Keeps the numbers of a picture where the parts of its gauge are. Returns a function that ends this. */
export function keepMarked(picture: HTMLElement, wanted: Wanted): () => void {
  const gauge = picture.querySelector('zj-goal-gauge')!;
  let asked = 0;
  const ask = (): void => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => draw(picture, wanted));
  };
  const sizes = new ResizeObserver(ask);
  const changes = new MutationObserver(ask);
  sizes.observe(picture);
  sizes.observe(gauge);
  void gauge.updateComplete.then(() => {
    changes.observe(gauge.shadowRoot!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    ask();
  });
  return () => {
    cancelAnimationFrame(asked);
    sizes.disconnect();
    changes.disconnect();
  };
}
