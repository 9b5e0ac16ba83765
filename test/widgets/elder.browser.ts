import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { elements, painted, seen, stand, type Shown } from './elder-stage.js';
import { clear } from './mount.js';

beforeEach(clear);
afterEach(clear);

const targets = 'button, select, summary, input, a[href], label:has(input)';

/** Letters in a drawing that say again a figure or a note of the text: cells of periods, numbers in circles, the unit of a figure. */
const again = '.periods svg text, [part=digit], [part=value] small';

/** The texts smaller than 18 pt. */
function smallTexts(element: Shown): readonly string[] {
  return seen(element.shadowRoot!)
    .filter((one) => [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''))
    .filter((one) => !one.matches(again) && parseFloat(getComputedStyle(one).fontSize) < 24)
    .map((one) => `${one.textContent.trim().slice(0, 20)}: ${getComputedStyle(one).fontSize}`);
}

/** Targets lower or narrower than 60 px. A link in a line of text is as high as the line. */
function smallTargets(element: Shown): readonly string[] {
  return seen(element.shadowRoot!)
    .filter((one) => one.matches(targets) && !one.matches('label input, p a'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 59.9 || box.height < 59.9)
    .map(({ one, box }) => `${one.textContent.trim().slice(0, 20)}: ${box.width} × ${box.height}`);
}

const edge = (element: Shown): string =>
  getComputedStyle(element.shadowRoot!.querySelector('figure')!).borderTopWidth;
const sizeOf = (element: Shown): string =>
  getComputedStyle(element.shadowRoot!.querySelector('.root')!).fontSize;

describe.each(Object.keys(elements))('for elders, %s', (name) => {
  test.each([
    [360, 'zh-CN'],
    [360, 'en'],
    [1280, 'zh-CN'],
    [1280, 'en'],
  ] as const)(
    'at %i px in %s: no target under 60 px, no text under 18 pt, borders of 2 px, and the page does not scroll sideways',
    async (width, lang) => {
      await page.viewport(width, 900);
      document.body.style.margin = '0';
      const element = await stand(name, { width, lang });
      expect(smallTargets(element)).toEqual([]);
      expect(smallTexts(element)).toEqual([]);
      expect(edge(element)).toBe('2px');
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );

  test('follows the switch of the page and its own attribute at once, there and back', async () => {
    const element = await stand(name, { width: 700, theme: false });
    const box = element.closest<HTMLElement>('.box')!;
    expect([sizeOf(element), edge(element)]).toEqual(['16px', '1px']);
    const plain = element.shadowRoot!.querySelector('.root')!.className;
    box.style.setProperty('--zj-elder', ' ');
    expect([sizeOf(element), edge(element)]).toEqual(['24px', '2px']);
    await painted(element);
    expect(smallTargets(element)).toEqual([]);
    box.style.removeProperty('--zj-elder');
    await painted(element);
    expect([sizeOf(element), edge(element)]).toEqual(['16px', '1px']);
    expect(element.shadowRoot!.querySelector('.root')!.className).toBe(plain);
    element.elder = true;
    await painted(element);
    expect([sizeOf(element), edge(element)]).toEqual(['24px', '2px']);
    expect(element.hasAttribute('elder')).toBe(true);
    expect(smallTexts(element)).toEqual([]);
    element.elder = false;
    await painted(element);
    expect([sizeOf(element), edge(element)]).toEqual(['16px', '1px']);
  });
});

test('for elders a board leaves out secondary columns, a ladder who came and went, a breakdown contributions', async () => {
  const left: Readonly<Record<string, string>> = {
    'goal board': '.of-needed',
    'tier ladder': '.flows',
    breakdown: 'td.contribution',
    'task board': 'summary .line',
  };
  for (const [name, selector] of Object.entries(left)) {
    for (const isElder of [false, true]) {
      clear();
      const element = await stand(name, { width: 1280, theme: isElder });
      const part = element.shadowRoot!.querySelector(selector);
      expect(part?.checkVisibility(), `${name} ${isElder}`).toBe(!isElder);
    }
  }
});

test('for elders a figure keeps the word on its state', async () => {
  const element = await stand('trend of a goal', { width: 700 });
  const note = element.shadowRoot!.querySelector('.cell.cursor .note')!;
  expect(note.textContent).toBe('正式数');
  expect(note.checkVisibility()).toBe(true);
});
