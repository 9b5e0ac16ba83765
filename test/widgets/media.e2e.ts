import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrast } from '../../stories/theme/colour.js';
import { every } from '../../stories/verdicts.js';
import { hang, label, states, visit, type Exhibit } from './gallery.js';
import { openHost, pageOf, settled, type Host } from './host.js';
import { countStanding } from './pixels.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

/** Gauges of the states with these names, one a line of the page. */
function some(names: readonly string[], looks: RegExp): readonly Exhibit[] {
  const chosen = states.filter(({ name }) => names.includes(name));
  const all = hang({ langs: ['zh-CN'], compact: [false], states: chosen });
  return all.filter(({ look }) => looks.test(look));
}

describe.each([
  ['light', 'light'],
  ['dark', 'dark'],
] as const)('with forced colours, %s,', (_name, colorScheme) => {
  const names = ['with all there is', 'beyond the target', 'five of twelve', 'off track, a count'];
  const exhibits = some(names, /arc|ring|linear/);
  let page: Page;
  beforeAll(async () => {
    const viewport = { width: 320, height: 600 * exhibits.length };
    page = await visit(host, exhibits, { forcedColors: 'active', colorScheme, viewport });
  });
  afterAll(() => page.context().close());

  /** The number of pixels that stand out in a gauge's card by the elements of a selector, or by their pseudo-elements. */
  async function standing(at: number, selector: string, before = ''): Promise<number> {
    const clip = await page.$$eval(
      'zj-goal-gauge',
      (gauges, at) => {
        const { x, y, width, height } = gauges[at]!.getBoundingClientRect();
        return { x, y, width, height };
      },
      at,
    );
    const shown = await page.screenshot({ clip });
    await page.$$eval(
      'zj-goal-gauge',
      (gauges, [at, selector]) => {
        const root = gauges[at]!.shadowRoot!;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`${selector}{visibility:hidden!important}`);
        root.adoptedStyleSheets.push(sheet);
      },
      [at, selector + before] as const,
    );
    const hidden = await page.screenshot({ clip });
    await page.$$eval('zj-goal-gauge', (gauges, at) => gauges[at]!.shadowRoot!.adoptedStyleSheets.pop(), at);
    return countStanding(page, hidden, shown);
  }

  test.each([
    ['the way that is still to go', 'with all there is', '[part=track]', 100],
    ['what is done', 'with all there is', '[part=done]', 400],
    ['the schedule', 'with all there is', '[part=schedule]', 20],
    ['the key of the schedule', 'with all there is', '[part=pace]::before', 20],
    ['the forecast', 'with all there is', 'circle[part=forecast]', 20],
    ['its key', 'with all there is', '[part=outlook]::before', 20],
    ['the arrow of what is beyond the target', 'beyond the target', ':is(svg, g)[part=done]', 20],
    ['segments to go', 'five of twelve', '[part=track]', 100],
    ['segments done', 'five of twelve', '[part=done]', 400],
    ['the icon of the status', 'off track, a count', 'p svg', 20],
    ['the word of the status', 'off track, a count', 'p:first-child span', 100],
  ])('%s is seen in every drawing', async (_name, state, selector, least) => {
    for (const [at, exhibit] of exhibits.entries()) {
      if (exhibit.name === state)
        expect.soft(await standing(at, selector), label(exhibit)).toBeGreaterThan(least);
    }
  });
});

/** The animations and transitions of a page. */
function findMotion(page: Page): Promise<readonly string[]> {
  return page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.flatMap((gauge, at) => {
      const root = gauge.shadowRoot!;
      const running = [...root.getAnimations(), ...gauge.getAnimations({ subtree: true })].map(
        ({ playState }) => `${at}: an animation is ${playState}`,
      );
      const styled = [gauge, ...root.querySelectorAll('*')].flatMap((element) =>
        ['', '::before', '::after', '::marker'].flatMap((part) => {
          const style = getComputedStyle(element, part);
          const still =
            style.animationName === 'none' &&
            style.transitionDuration === '0s' &&
            style.scrollBehavior === 'auto';
          return still ? [] : [`${at}: ${element.localName}${part}`];
        }),
      );
      const svg = [...root.querySelectorAll('animate, animateTransform, animateMotion, set')];
      return [...running, ...styled, ...svg.map(({ localName }) => `${at}: ${localName}`)];
    }),
  );
}

test.each(['reduce', 'no-preference'] as const)(
  'nothing moves or blinks, in any state and on the way to another; where the reader asks: %s',
  async (reducedMotion) => {
    const exhibits = hang({ langs: ['zh-CN'], compact: [false] });
    const page = await visit(host, exhibits, { reducedMotion, viewport: { width: 360, height: 2000 } });
    expect(await findMotion(page)).toEqual([]);
    await page.evaluate((verdict) => {
      for (const gauge of document.querySelectorAll('zj-goal-gauge')) {
        gauge.verdict = verdict;
        gauge.shadowRoot!.querySelector('details')!.open = true;
      }
    }, every['far below']!);
    await page.getByRole('table').first().waitFor();
    expect(await findMotion(page)).toEqual([]);
    const still = await page.screenshot();
    await page.waitForTimeout(700);
    expect((await page.screenshot()).equals(still)).toBe(true);
    await page.context().close();
  },
);

describe('in print', () => {
  const exhibits = hang({ compact: [false] });
  let page: Page;
  beforeAll(async () => {
    page = await visit(host, exhibits, {
      colorScheme: 'dark',
      style: ':root{color-scheme:light dark}',
      viewport: { width: 700, height: 1000 },
    });
    await page.$eval('zj-goal-gauge', (gauge) => (gauge.shadowRoot!.querySelector('details')!.open = true));
    await page.getByRole('table').first().waitFor();
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(() => page.context().close());

  test('nothing is shown that is only for pressing', async () => {
    const shown = await page.$$eval('zj-goal-gauge', (gauges) =>
      gauges.flatMap((gauge, at) =>
        [...gauge.shadowRoot!.querySelectorAll('button, summary')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .map(({ textContent }) => `${at} ${textContent}`),
      ),
    );
    expect(shown).toEqual([]);
  });

  test('every text is dark on white paper, at 4.5:1 or more, on a page that is dark on the screen too', async () => {
    const colours = await page.$$eval('zj-goal-gauge', (gauges) =>
      gauges.flatMap((gauge) => {
        const walker = document.createTreeWalker(gauge.shadowRoot!, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement!;
          if (element.checkVisibility({ visibilityProperty: true }))
            found.push(getComputedStyle(element).color);
        }
        const { backgroundColor } = getComputedStyle(gauge.shadowRoot!.querySelector('figure')!);
        return found.map((colour) => `${colour} ${backgroundColor}`);
      }),
    );
    const pairs = [...new Set(colours)];
    expect(pairs.length).toBeGreaterThan(4);
    for (const pair of pairs) {
      const [red, green, blue, ...paper] = pair.match(/[\d.]+/g)!.map((part) => Number(part) / 255);
      expect(paper.slice(0, 3).every((part) => part === 1) || paper[3] === 0, pair).toBe(true);
      expect(contrast([red!, green!, blue!], [1, 1, 1]), pair).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('no gauge is broken over two pages', async () => {
    // A link at its top and one at its end are on the same page of the PDF.
    await page.$$eval('zj-goal-gauge', (gauges) =>
      gauges.forEach((gauge, at) => {
        if (gauge.children.length > 0) return;
        gauge.shadowRoot!.querySelector('details')!.open = false;
        for (const slot of ['caption', 'note']) {
          const link = document.createElement('a');
          link.slot = slot;
          link.href = `https://example.org/${at}/${slot}`;
          link.textContent = slot;
          gauge.append(link);
        }
      }),
    );
    const pdf = (await page.pdf({ format: 'A5' })).toString('latin1');
    const objects = new Map(
      [...pdf.matchAll(/\n(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id, text]) => [id, text!]),
    );
    const places = [...objects.values()]
      .filter((text) => /\/Type \/Page\b/.test(text))
      .map((text) => {
        const [, list = ''] = /\/Annots \[(.*?)\]/s.exec(text) ?? [];
        return [...list.matchAll(/(\d+) 0 R/g)].map(
          ([, id]) => /example\.org\/(\d+\/\w+)/.exec(objects.get(id)!)?.[1] ?? '',
        );
      });
    const linked = places.flat();
    expect(places.length).toBeGreaterThan(50);
    expect(linked.length).toBeGreaterThan(2 * 200);
    const broken = places.flatMap((links) =>
      links
        .filter((link) => link.endsWith('/caption'))
        .map((link) => link.replace('caption', 'note'))
        .filter((end) => !links.includes(end)),
    );
    expect(broken.map((link) => label(exhibits[parseInt(link)]!))).toEqual([]);
  });
});

test('a gauge that is meant for paper alone is on it', async () => {
  const link = '<a slot="caption" href="https://example.org/on-paper">on paper</a>';
  const gauge = `<zj-goal-gauge value="71" target="100">${link}</zj-goal-gauge>`;
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: '@media screen{main{display:none}}', type: 'text/css' }),
  );
  const { page } = await host.visit(pageOf(gauge));
  await settled(page);
  expect((await page.pdf()).toString('latin1')).toContain('example.org/on-paper');
  host.answers.delete('/page.css');
  await page.context().close();
});
