import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHost, pageOf, type Host } from './host.js';
import { every } from '../../stories/verdicts.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const looks = ['arc', 'ring', 'linear', 'number'];
const widths = [120, 150, 200, 240, 271, 280, 328, 400, 480, 600, 800, 1200];

/** Every example in every appearance, one below the other. */
async function visitAll(attributes: string, lang: string): Promise<Page> {
  const verdicts = Object.values(every);
  const tags = looks.flatMap((look) =>
    verdicts.map(() => `<zj-goal-gauge appearance="${look}" ${attributes}></zj-goal-gauge>`),
  );
  const { page } = await host.visit(pageOf(tags.join(''), { lang }), {
    viewport: { width: 1300, height: 900 },
  });
  await page.evaluate(async (verdicts) => {
    const gauges = [...document.querySelectorAll('zj-goal-gauge')];
    gauges.forEach((gauge, at) => (gauge.verdict = verdicts[at % verdicts.length]!));
    await Promise.all(gauges.map((gauge) => gauge.updateComplete));
  }, verdicts);
  return page;
}

/**
 * What is wrong with the texts of all gauges of a page at a width: two that overlap, one that leaves its card, and one in the middle
 * of a dial that touches the track. A line of text is as high as its letters, which is its font size around its middle.
 */
function findFaults(page: Page, width: number): Promise<string[]> {
  return page.evaluate(async (width) => {
    document.querySelector('main')!.style.width = `${width}px`;
    // In the first frame the gauges are measured, in the second they are laid out for it.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    interface Line {
      readonly text: string;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
      readonly element: Element;
    }
    const linesOf = (node: Text): Line[] => {
      const element = node.parentElement!;
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      const half = parseFloat(getComputedStyle(element).fontSize) / 2;
      return [...range.getClientRects()]
        .filter(({ width }) => width > 0)
        .map(({ left, right, top, bottom }) => {
          const middle = (top + bottom) / 2;
          return { text: node.data, left, right, top: middle - half, bottom: middle + half, element };
        });
    };
    return [...document.querySelectorAll('zj-goal-gauge')].flatMap((gauge, at) => {
      const root = gauge.shadowRoot!;
      const figure = root.querySelector('figure')!.getBoundingClientRect();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const lines: Line[] = [];
      while (walker.nextNode()) lines.push(...linesOf(walker.currentNode as Text));
      const where = `${at} ${gauge.getAttribute('appearance')} ${width}`;
      const faults: string[] = [];
      lines.forEach((one, i) => {
        if (one.left < figure.left || one.right > figure.right || one.bottom > figure.bottom) {
          faults.push(`${where}: “${one.text}” leaves the card`);
        }
        for (const other of lines.slice(i + 1)) {
          const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (wide > 1 && high > 1) faults.push(`${where}: “${one.text}” and “${other.text}” overlap`);
        }
      });
      const svg = root.querySelector<SVGSVGElement>('[role=meter] svg')!;
      if (!svg.viewBox.baseVal?.width || !svg.getClientRects().length) return faults;
      const matrix = svg.getScreenCTM()!.inverse();
      const track = root.querySelector('[role=meter]')!.getBoundingClientRect();
      const inDial = lines.filter(
        ({ element, top }) => element.closest('.dial') && !element.closest('.ends') && top < track.bottom - 1,
      );
      for (const { text, left, right, top, bottom } of inDial) {
        for (const [x, y] of [
          [left, top],
          [right, top],
          [left, bottom],
          [right, bottom],
        ] as const) {
          const point = new DOMPoint(x, y).matrixTransform(matrix);
          const open = gauge.getAttribute('appearance') === 'arc' && point.y > 50;
          if (Math.hypot(point.x, point.y) > 76 && !open)
            faults.push(`${where}: “${text}” touches the track`);
        }
      }
      return faults;
    });
  }, width);
}

test.each([
  ['zh-CN', '', 16],
  ['zh-CN', '', 32],
  ['en', '', 16],
  ['en', '', 32],
  ['zh-CN', 'compact', 16],
  ['en', 'compact', 32],
  ['zh-CN', 'elder', 24],
  ['en', 'elder', 24],
])(
  'no two labels meet and none is cut off, in %s %s with text of %i px, from 120 to 1200 px',
  async (lang, attributes, size) => {
    const page = await visitAll(attributes, lang);
    if (!attributes.includes('elder')) {
      await page.evaluate((size) => document.body.style.setProperty('--zj-font-size', `${size}px`), size);
    }
    const faults: string[] = [];
    for (const width of widths) faults.push(...(await findFaults(page, width)));
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
