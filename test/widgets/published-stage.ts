import axe from 'axe-core';
import { expect } from 'vitest';

/** An element on the page, painted, in a box of a width; gone with `clear`. */
export async function mountIn<Shown extends HTMLElement & { readonly updateComplete: Promise<unknown> }>(
  element: Shown,
  {
    width = 900,
    inside = '',
    around,
  }: { readonly width?: number; readonly inside?: string; readonly around?: HTMLElement } = {},
): Promise<Shown> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = `${width}px`;
  if (inside) element.append(document.createRange().createContextualFragment(inside));
  if (around) around.append(element);
  box.append(around ?? element);
  document.body.append(box);
  await painted(element);
  return element;
}

/** Waits until an element is painted in the room that it has. */
export async function painted({
  updateComplete,
}: {
  readonly updateComplete: Promise<unknown>;
}): Promise<void> {
  await updateComplete;
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
  await updateComplete;
}

/** The elements inside an element that a selector names. */
export function all<Found extends HTMLElement = HTMLElement>(
  element: HTMLElement,
  selector: string,
): readonly Found[] {
  return [...element.shadowRoot!.querySelectorAll<Found>(selector)];
}

/** The text of an element, white space made one space. */
export function textOf(element: Element): string {
  return element.textContent.replaceAll(/\s+/g, ' ').trim();
}

/** The sentence of the failure; empty without one. */
export function errorOf(element: HTMLElement): string {
  const line = element.shadowRoot!.querySelector('[part=error] p');
  return line ? textOf(line) : '';
}

/** The texts that stick out of the card or lie over one another. */
export function misplaced(element: HTMLElement): readonly string[] {
  const card = element.getBoundingClientRect();
  const lines = all(element, 'figure *').filter(
    (one) =>
      one.checkVisibility() &&
      !one.closest('.unseen, svg, select, .tables') &&
      [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  );
  const boxes = lines.flatMap((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 1 && height > 1)
      .map((box) => ({ one, box }));
  });
  const out = boxes.filter(({ box }) => box.left < card.left - 0.5 || box.right > card.right + 0.5);
  const over = boxes.filter(({ one, box }, at) =>
    boxes.some(
      ({ one: other, box: another }, place) =>
        place > at &&
        !one.contains(other) &&
        !other.contains(one) &&
        Math.min(box.right, another.right) - Math.max(box.left, another.left) > 1 &&
        Math.min(box.bottom, another.bottom) - Math.max(box.top, another.top) > 4,
    ),
  );
  return [...out, ...over].map(({ one }) => textOf(one));
}

/** Expects that axe finds nothing to mend in an element. */
export async function expectSound(element: HTMLElement): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(told).toEqual([]);
}

/** Expects that elders have no text under 18 px and no control lower than 60 px. */
export function expectElder(element: HTMLElement): void {
  for (const one of all(element, 'figure *')) {
    const hasText = [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (!hasText || one.closest('.unseen, option') || !one.checkVisibility()) continue;
    expect(parseFloat(getComputedStyle(one).fontSize), textOf(one)).toBeGreaterThanOrEqual(18);
  }
  for (const one of all(element, 'button, select, summary'))
    if (one.getClientRects().length > 0)
      expect(one.getBoundingClientRect().height, textOf(one)).toBeGreaterThanOrEqual(60);
}
