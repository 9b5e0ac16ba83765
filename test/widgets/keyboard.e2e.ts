import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { every, file } from '../../stories/verdicts.js';
import { hang, label, looks, states, visit, type Exhibit } from './gallery.js';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { countStanding } from './pixels.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

/** The dots of the menu are drawn, and no text. */
const menu = '';

/** Goes on to the next gauge, past its menu. */
async function tabToNext(page: Page): Promise<void> {
  for (let press = 0; press < 2; press++) await page.keyboard.press('Tab');
}

/** The controls of a state, from top to bottom. */
function pressable({ name, verdict, lang }: Exhibit): readonly string[] {
  const [again, why] = lang === 'en' ? ['Try again', 'Why'] : ['重试', '为什么'];
  if (verdict) return [menu, why];
  if (name === 'overtaken') return [menu, again, why];
  return /failed (by its|with)/.test(name) ? [again] : [];
}

/** Where the focus has been since the last time that this was asked. */
interface Stop {
  /** Of which gauge of the page, and how far down the page. */
  readonly at: number;
  readonly top: number;
  readonly text: string;
}
declare global {
  var stops: Stop[];
}

async function walk(page: Page, key: string, presses: number): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    globalThis.stops = [];
    const gauges: Element[] = [...document.querySelectorAll('zj-goal-gauge')];
    // The key is let go where the focus has come to.
    document.onkeyup = (event) => {
      const [target] = event.composedPath() as [HTMLElement];
      const { top } = target.getBoundingClientRect();
      if (target !== document.body)
        globalThis.stops.push({
          at: gauges.indexOf(event.target as Element),
          top: top + scrollY,
          text: target.innerText,
        });
    };
  });
  for (let press = 0; press < presses; press++) await page.keyboard.press(key);
  return page.evaluate(() => globalThis.stops);
}

/** The text of the focused element. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement as HTMLElement | null | undefined;
    return element?.innerText ?? '';
  });

test('Tab goes from the first gauge to the last, in every state to what can be pressed and to nothing else', async () => {
  const exhibits = hang({ compact: [false] });
  const page = await visit(host, exhibits);
  const wanted = exhibits.flatMap((exhibit, at) => pressable(exhibit).map((text) => `${at} ${text}`));
  const stops = await walk(page, 'Tab', wanted.length);
  expect(stops.map(({ at, text }) => `${at} ${text}`)).toEqual(wanted);
  const upward = stops.filter(({ top }, at) => at > 0 && top <= stops[at - 1]!.top);
  expect(upward.map(({ at }) => label(exhibits[at]!))).toEqual([]);
  // Beyond the last there is nothing: the focus leaves the page.
  expect(await walk(page, 'Tab', 1)).toEqual([]);
  await page.context().close();
});

test.each(['Enter', 'Space'])('%s opens the detail and closes it, and the focus stays', async (key) => {
  const page = await visit(host, hang({ langs: ['en'], compact: [false], states: states.slice(0, 1) }));
  const table = page.getByRole('table').first();
  for (const look of looks) {
    await tabToNext(page);
    for (const state of ['visible', 'hidden'] as const) {
      await page.keyboard.press(key);
      await table.waitFor({ state });
      expect(await focused(page), look).toBe('Why');
    }
  }
  await page.keyboard.press(key);
  await table.waitFor();
  // The query may be wider than its card: the keyboard scrolls it.
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(/^SELECT/);
  await page.context().close();
});

test('the focus stays where it is when other figures arrive, in another language and another appearance too', async () => {
  const page = await visit(host, hang({ langs: ['en'], compact: [false], states: states.slice(0, 1) }));
  await tabToNext(page);
  await page.keyboard.press('Enter');
  await page.getByRole('table').first().waitFor();
  await page.keyboard.press('Tab');
  await tabToNext(page);
  expect(await focused(page)).toBe('Why');
  const change = (change: object): Promise<void> =>
    page.evaluate(async (change) => {
      const gauge = document.activeElement as HTMLElementTagNameMap['zj-goal-gauge'];
      Object.assign(gauge, change);
      await gauge.updateComplete;
    }, change);
  for (const verdict of Object.values(every)) {
    await change({ verdict });
    expect(await focused(page)).toBe('Why');
  }
  for (const appearance of looks) {
    await change({ appearance });
    expect(await focused(page)).toBe('Why');
  }
  await change({ lang: 'zh-CN' });
  expect(await focused(page)).toBe('为什么');
  for (let press = 0; press < 2; press++) await page.keyboard.press('Shift+Tab');
  await change({ verdict: { ...every['at risk'], sql: 'SELECT 1' } });
  expect(await focused(page)).toBe('SELECT 1');
  await page.context().close();
});

test('who tries again in vain keeps the focus; who succeeds goes on at the same gauge', async () => {
  let healthy = false;
  host.answers.set('/page.css', () => Promise.resolve({ body: '' }));
  host.answers.set('/verdicts.json', () =>
    Promise.resolve(healthy ? { body: file(), type: 'application/json' } : { status: 503, body: '' }),
  );
  const ids = ['leading-industries-revenue', 'pct-applications'];
  const { page } = await host.visit(pageOf(ids.map((id) => tag(id)).join('')));
  await settled(page);
  await page.keyboard.press('Tab');
  for (let time = 0; time < 2; time++) {
    const asked = host.asked.length;
    await page.keyboard.press('Enter');
    await expect.poll(() => host.asked.length).toBe(asked + 1);
    await settled(page);
    expect(host.asked.length).toBe(asked + 1);
    expect(await focused(page)).toBe('重试');
  }
  healthy = true;
  await page.keyboard.press('Enter');
  await page.waitForSelector('[status]');
  expect(await walk(page, 'Tab', 3)).toMatchObject([
    { at: 0, text: '为什么' },
    { at: 1, text: menu },
    { at: 1, text: '为什么' },
  ]);
  host.answers.delete('/verdicts.json');
  await page.context().close();
});

test('so does who tries again in vain to read the detail', async () => {
  const path = '/zj-goal-gauge-detail.js';
  host.answers.set(path, () => Promise.resolve({ status: 503, body: '' }));
  const page = await visit(host, hang({ langs: ['zh-CN'], states: states.slice(0, 1) }).slice(0, 2));
  await tabToNext(page);
  await page.keyboard.press('Enter');
  const failed = page.getByText(/zj-goal-gauge-detail\.js/);
  await failed.waitFor();
  await page.keyboard.press('Tab');
  for (let time = 0; time < 2; time++) {
    const asked = host.asked.length;
    await page.keyboard.press('Enter');
    await expect.poll(() => host.asked.length).toBe(asked + 1);
    await failed.waitFor();
    expect(await focused(page)).toBe('重试');
  }
  host.answers.delete(path);
  await page.keyboard.press('Enter');
  await page.getByRole('table').first().waitFor();
  await page.context().close();
});

test.each([
  ['light', {}],
  ['dark', {}],
  ['contrast', {}],
  ['dark contrast', {}],
  ['elder', {}],
  ['dark elder', {}],
  ['light', { forcedColors: 'active' }],
  ['dark', { forcedColors: 'active', colorScheme: 'dark' }],
] as const)('where the focus is can be seen, theme %s %j', async (theme, options) => {
  const overtaken = states.filter(({ name }) => name === 'overtaken');
  const exhibits = hang({ langs: ['zh-CN'], compact: [false], states: overtaken }).slice(0, 1);
  const page = await visit(host, exhibits, { viewport: { width: 360, height: 1600 }, ...options });
  await page.evaluate((theme) => (document.body.dataset.zjTheme = theme), theme);
  await page.$eval('zj-goal-gauge', (gauge) => gauge.shadowRoot!.querySelector('summary')!.click());
  await page.getByRole('table').first().waitFor();
  const unmarked = await page.screenshot();
  for (const wanted of [menu, '重试', '为什么', 'SELECT']) {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain(wanted);
    const around = await page.evaluate(() => {
      const { width, height } = document.activeElement!.shadowRoot!.activeElement!.getBoundingClientRect();
      return 2 * (width + height);
    });
    // Two pixels all around, as WCAG 2.2 asks of a focus that all can see (2.4.13), but for rounded corners.
    const standing = await countStanding(page, unmarked, await page.screenshot());
    expect(standing, wanted).toBeGreaterThan(2 * around - 40);
  }
  await page.context().close();
});

test.each([
  ['44 px', [false], 44],
  ['60 px in elder mode', [true], 60],
] as const)(
  'whatever can be pressed is at least %s wide and high, in every state',
  async (_name, elder, least) => {
    const exhibits = hang({ elder });
    const page = await visit(host, exhibits, { viewport: { width: 344, height: 900 } });
    // A detail that cannot be had offers to try again.
    host.answers.set('/zj-goal-gauge-detail.js', () => Promise.resolve({ status: 404, body: '' }));
    await page.$eval('zj-goal-gauge', (gauge) => gauge.shadowRoot!.querySelector('summary')!.click());
    await page.waitForFunction(() =>
      document.querySelector('zj-goal-gauge')!.shadowRoot!.querySelector('details button'),
    );
    host.answers.delete('/zj-goal-gauge-detail.js');
    const sizes = await page.$$eval('zj-goal-gauge', (gauges) =>
      gauges.map((gauge) =>
        [...gauge.shadowRoot!.querySelectorAll('a, button, summary, input, select, [role=button], [onclick]')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .map((element) => {
            const { width, height } = element.getBoundingClientRect();
            // Chromium lays out in 64ths of a pixel.
            return Math.round(Math.min(width, height) * 32) / 32;
          }),
      ),
    );
    const wanted = exhibits.map((exhibit, at) => pressable(exhibit).length + (at === 0 ? 1 : 0));
    expect(sizes.map(({ length }) => length)).toEqual(wanted);
    const small = sizes.flatMap((own, at) =>
      own.filter((size) => size < least).map((size) => `${label(exhibits[at]!)}: ${size}`),
    );
    expect(small).toEqual([]);
    await page.context().close();
  },
);
