import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { four } from '../../stories/verdicts.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());
afterEach(async () => {
  host.answers.clear();
  await Promise.all(host.browser.contexts().map((context) => context.close()));
});

const ids = four.map(({ goal }) => goal);
const tags = ids.map((goal) => tag(goal)).join('');

test('the figure is named by its caption, and text and table are its own', async () => {
  const { page } = await host.visit(pageOf(tag(ids[0]!)));
  await settled(page);
  await page.getByText('为什么是这个状态？').click();
  await page.getByRole('table').first().waitFor();
  expect(await page.getByRole('figure', { name: /三大先导产业营业收入/ }).count()).toBe(1);
  expect(
    await page
      .getByRole('figure')
      .getByRole('row', { name: /^时序进度 304天 ÷ 365天 = 83.3%/ })
      .count(),
  ).toBe(1);
  expect(await page.getByRole('figure').getByRole('group', { name: 'SQL' }).count()).toBe(1);
});

const states = [
  ...four.map(({ goal }) => tag(goal)),
  tag('no-such-goal'),
  tag(ids[0]!, 'elder'),
  '<zj-goal-gauge value="twelve"></zj-goal-gauge>',
  '<zj-goal-gauge value="3" target="5" label="x"></zj-goal-gauge>',
  '<zj-goal-gauge src="/nowhere.json" goal="x"><p>Fallback</p></zj-goal-gauge>',
].join('');

test.each(['light', 'dark'] as const)('axe finds nothing in any state, %s', async (colorScheme) => {
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: ':root{color-scheme:light dark}body{background:Canvas;color:CanvasText}' }),
  );
  const { page } = await host.visit(pageOf(states), { colorScheme, bypassCSP: true });
  await settled(page);
  await page.evaluate(() =>
    document
      .querySelectorAll('zj-goal-gauge')
      .forEach((gauge) => gauge.shadowRoot!.querySelector('details')!.setAttribute('open', '')),
  );
  await page.getByRole('table').first().waitFor();
  await page.addScriptTag({ content: axe.source });
  const faults = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
  expect(faults).toEqual([]);
});

const colour = (page: Page, selector: string, name: string): Promise<string> =>
  page.$eval(
    'zj-goal-gauge',
    (gauge, [selector, name]) =>
      getComputedStyle(gauge.shadowRoot!.querySelector(selector!)!).getPropertyValue(name!),
    [selector, name],
  );

test('dark follows the page, and a page that does not opt in stays light', async () => {
  const stays = await host.visit(pageOf(tag(ids[0]!)), { colorScheme: 'dark' });
  await settled(stays.page);
  expect(await colour(stays.page, 'figure', 'background-color')).toBe('rgb(255, 255, 255)');
  host.answers.set('/page.css', () => Promise.resolve({ body: ':root{color-scheme:light dark}' }));
  const follows = await host.visit(pageOf(tag(ids[0]!)), { colorScheme: 'dark' });
  await settled(follows.page);
  expect(await colour(follows.page, 'figure', 'background-color')).toBe('rgb(24, 34, 44)');
  await follows.page.emulateMedia({ media: 'print' });
  expect(await colour(follows.page, 'figure', 'background-color')).toBe('rgb(255, 255, 255)');
});

test('in elder mode no text is smaller than 18 pt', async () => {
  const { page } = await host.visit(pageOf(tag(ids[0]!, 'elder')));
  await settled(page);
  const sizes = await page.$eval('zj-goal-gauge', (gauge) =>
    ['figcaption', '.chip', '.facts p', 'summary', 'b + p', 'figcaption small'].map((selector) =>
      parseFloat(getComputedStyle(gauge.shadowRoot!.querySelector(selector)!).fontSize),
    ),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
});

test('nothing is cut off at 200 px, nor with text twice as large', async () => {
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: 'main{width:200px}.wide{width:328px;--zj-font-size:32px}' }),
  );
  const { page } = await host.visit(pageOf(`${tags}<div class="wide">${tags}</div>`));
  await settled(page);
  const overflow = await page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((gauge) => {
      gauge.shadowRoot!.querySelector('details')!.open = true;
      const figure = gauge.shadowRoot!.querySelector('figure')!;
      return figure.scrollWidth - figure.clientWidth;
    }),
  );
  expect(overflow).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
