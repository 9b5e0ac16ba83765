import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from './faults.js';
import { hang, label, visit } from './gallery.js';
import { openHost, type Host } from './host.js';

/** The texts that leave their card, and the width by which the page scrolls sideways. */
function findLoss(page: Page): Promise<readonly [lost: readonly string[], sideways: number]> {
  return page.evaluate(() => {
    const gauges = [...document.querySelectorAll('zj-goal-gauge')];
    const lost = gauges.flatMap((gauge, at) => {
      const root = gauge.shadowRoot!;
      const card = root.querySelector('figure')!.getBoundingClientRect();
      return (
        [...root.querySelectorAll('figure *')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          // What is clipped away is for assistive technology.
          .filter((element) => {
            let at: Element | null = element;
            while (at && getComputedStyle(at).clipPath === 'none') at = at.parentElement;
            return !at;
          })
          .filter((element) => {
            const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
            // Rounding may move a text by half a pixel.
            const leaves =
              left < card.left - 0.5 ||
              right > card.right + 0.5 ||
              top < card.top - 0.5 ||
              bottom > card.bottom + 0.5;
            const cut =
              getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth;
            return (width > 0 && height > 0 && leaves) || cut;
          })
          .map((element) => `${at} ${gauge.getAttribute('appearance')}: ${element.outerHTML.slice(0, 80)}`)
      );
    });
    return [lost, document.documentElement.scrollWidth - innerWidth] as const;
  });
}

/** Opens the details of gauges. */
async function open(page: Page, wanted: string): Promise<void> {
  await page.$$eval(wanted, (gauges) =>
    gauges.forEach((gauge) => (gauge.shadowRoot!.querySelector('details')!.open = true)),
  );
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(wanted)].every(
        (gauge) => !gauge.matches('[status]') || gauge.shadowRoot!.querySelector('table'),
      ),
    wanted,
  );
}

/** A browser in which the reader has chosen a size of text. */
const hosts = new Map<number, Host>();
beforeAll(async () => {
  for (const size of [16, 32]) hosts.set(size, await openHost([`--blink-settings=defaultFontSize=${size}`]));
});
afterAll(() => Promise.all([...hosts.values()].map((host) => host.close())));

const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
const column = { viewport: { width: 344, height: 900 } };
const window = { viewport: { width: 1280, height: 900 } };

test.each([
  ['at 400 % in a window of 1280 px', 16, false, zoomed],
  ['at 400 % in a window of 1280 px in elder mode', 16, true, zoomed],
  ['with text at 200 % in a column of 328 px', 32, false, column],
  ['with text at 200 % in a column of 328 px in elder mode', 32, true, column],
  ['with text at 200 % in a window of 1280 px', 32, false, window],
  ['with text at 200 % in a window of 1280 px in elder mode', 32, true, window],
])('nothing is cut off, lies over text or scrolls sideways %s', async (_name, size, elder, options) => {
  const exhibits = hang({ elder: [elder] });
  const page = await visit(hosts.get(size)!, exhibits, options);
  const named = (faults: readonly string[]): string[] =>
    faults.map((fault) => `${label(exhibits[parseInt(fault)]!)}: ${fault}`);
  const text = await page.$eval(
    'zj-goal-gauge',
    (gauge) => getComputedStyle(gauge.shadowRoot!.querySelector('figcaption')!).fontSize,
  );
  expect(text).toBe(`${elder ? size * 1.5 : size}px`);
  for (const step of ['closed', 'open']) {
    if (step === 'open') await open(page, '[appearance=arc]:not([compact])');
    expect.soft(named(await findFaults(page)), step).toEqual([]);
    const [lost, sideways] = await findLoss(page);
    expect.soft(named(lost), step).toEqual([]);
    expect.soft(sideways, step).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});
