import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../packages/widgets/custom-elements.json';
import { openStage, type Stage } from './stage.js';

interface Declared {
  readonly tagName: string;
  readonly cssParts: readonly { readonly name: string }[];
}

const parts = manifest.modules
  .flatMap(({ declarations }) => declarations as unknown as readonly Declared[])
  .find(({ tagName }) => tagName === 'zj-goal-gauge')!
  .cssParts.map(({ name }) => name)
  // The menu opens over the page, and the button to read aloud needs a voice.
  .filter((name) => !/^(menu-(?!button)|read-button)/.test(name));
const ids = ['gauge-parts--named', 'gauge-parts--of-other-states'] as const;

/** A number in a picture: the part that it names, its text, and how far its line ends from the box of that part. */
interface Number {
  readonly part: string;
  readonly text: string;
  readonly off: number;
  readonly top: number;
  readonly side: 'left' | 'right';
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.page.evaluate((ids) => Promise.all(ids.map((id) => globalThis.storyPage.show(id))), ids);
});
afterAll(() => stage.close());

/** The numbers of each picture of a story, after the page has drawn them. */
function readNumbers(id: string): Promise<Number[][]> {
  return stage.page.evaluate(async (id) => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frames = 0; frames < 6; frames++) await frame();
    return [...document.querySelectorAll(`#${id} .picture`)].map((picture) => {
      const gauge = picture.querySelector('zj-goal-gauge')!;
      const around = picture.getBoundingClientRect();
      return [...picture.querySelectorAll<SVGGElement>('[data-part]')].map((number) => {
        const part = number.dataset.part!;
        const box = gauge.shadowRoot!.querySelector(`[part=${part}]`)!.getBoundingClientRect();
        const end = number.querySelector('.end')!.getBoundingClientRect();
        const [x, y] = [end.x + end.width / 2, end.y + end.height / 2];
        const off = Math.max(box.left - x, x - box.right, box.top - y, y - box.bottom);
        const { top, left } = number.querySelector('.number')!.getBoundingClientRect();
        const side = left - around.left < around.width / 2 ? ('left' as const) : ('right' as const);
        return { part, text: number.textContent.trim(), off, top, side };
      });
    });
  }, id);
}

const readAll = async (): Promise<Number[][]> => (await Promise.all(ids.map(readNumbers))).flat();

test('every part of the manifest is named once in the pictures, by its number in the table', async () => {
  await expect
    .poll(async () =>
      (await readAll())
        .flat()
        .map(({ part }) => part)
        .sort(),
    )
    .toEqual([...parts].sort());
  for (const { part, text } of (await readAll()).flat())
    expect(text, part).toBe(`${parts.indexOf(part) + 1}`);
  const rows = await stage.page.locator(`#${ids[0]} tbody tr`).allTextContents();
  expect(rows.map((row) => row.trim().split(/\s+/).slice(0, 2))).toEqual(
    parts.map((part, at) => [`${at + 1}`, part]),
  );
});

test.each(['zh-CN', 'en'])(
  'the numbers stay at their parts, and apart from each other, in %s',
  async (lang) => {
    await stage.page.evaluate((lang) => {
      document.querySelectorAll('.stage').forEach((stage) => stage.setAttribute('lang', lang));
    }, lang);
    const chip = stage.page.locator(`#${ids[0]} [part=chip]`).first();
    await expect.poll(() => chip.textContent()).toContain(lang === 'en' ? 'At risk' : '进度偏慢');
    await expect
      .poll(async () => (await readAll()).flat().filter(({ off }) => off <= 4.5))
      .toHaveLength(parts.length);
    for (const picture of await readAll()) {
      for (const side of ['left', 'right']) {
        const tops = picture.filter((one) => one.side === side).map(({ top }) => top);
        tops.sort((one, other) => one - other);
        tops.slice(1).forEach((top, at) => expect(top - tops[at]!).toBeGreaterThan(23));
      }
    }
  },
);
