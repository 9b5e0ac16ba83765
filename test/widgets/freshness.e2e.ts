import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { applications, file, four, revenue } from '../../stories/verdicts.js';

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
const minute = 60_000;

/** A page with gauges whose clock the test sets, and its requests. */
async function visit(tags: string): Promise<Page> {
  const { page } = await host.visit(pageOf(tags), { before: (page) => page.clock.install() });
  await settled(page);
  host.asked.length = 0;
  return page;
}

/** Lets minutes pass. */
async function pass(page: Page, minutes: number): Promise<void> {
  await page.clock.fastForward(minutes * minute);
  await quiet(page);
}

/** Waits until all requests are answered and painted. */
async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('[loading]'));
}

/** The page goes out of sight, or comes back. */
async function turn(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
  await quiet(page);
}

async function comeOnline(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await quiet(page);
}

/** All that a gauge of the page tells in words. */
const told = (page: Page, at = 0): Promise<string> =>
  page.$$eval(
    'zj-goal-gauge',
    (gauges, at) => gauges[at]!.shadowRoot!.querySelector<HTMLElement>('.root')!.innerText,
    at,
  );

const figure = (page: Page): Promise<string> =>
  page.$eval('zj-goal-gauge', (gauge) => gauge.shadowRoot!.querySelector('[part=value]')!.textContent);

describe('a page that is left open', () => {
  test('looks again after ten minutes once it is seen again, once for all gauges on one file', async () => {
    const page = await visit(ids.map((goal) => tag(goal)).join(''));
    await turn(page, 'hidden');
    await pass(page, 9);
    await turn(page, 'visible');
    expect(host.asked).toEqual([]);
    await turn(page, 'hidden');
    await pass(page, 2);
    expect(host.asked).toEqual([]);
    host.answers.set('/verdicts.json', () =>
      Promise.resolve({ body: file([{ ...revenue(), attainment: 0.5 }, ...four.slice(1)]) }),
    );
    await turn(page, 'visible');
    await expect.poll(() => host.asked).toEqual(['/verdicts.json']);
    expect(await figure(page)).toBe('50.0%');
    await turn(page, 'visible');
    await expect.poll(() => host.asked).toEqual(['/verdicts.json']);
  });

  test('looks again when the network is back; while it only stays in sight, it does not', async () => {
    const page = await visit(tag(ids[0]!));
    await pass(page, 60);
    expect(host.asked).toEqual([]);
    await comeOnline(page);
    // The server may be asked a moment after the page has come to rest.
    await expect.poll(() => host.asked).toEqual(['/verdicts.json']);
  });

  test('with minutes, looks again as often while it stays in sight, and not while nobody sees it', async () => {
    const page = await visit(tag(ids[0]!, 'refresh="5"') + tag(ids[1]!, 'refresh="60"') + tag(ids[2]!));
    for (let times = 1; times <= 3; times++) {
      await pass(page, 5.1);
      expect(host.asked).toHaveLength(times);
    }
    await turn(page, 'hidden');
    await pass(page, 30);
    await expect.poll(() => host.asked).toHaveLength(3);
    await turn(page, 'visible');
    await expect.poll(() => host.asked).toHaveLength(4);
    await pass(page, 5.1);
    await expect.poll(() => host.asked).toHaveLength(5);
  });

  test('takes minutes as a property, too, and keeps the method of that name', async () => {
    const page = await visit(tag(ids[0]!));
    await page.$eval('zj-goal-gauge', (gauge) => Object.assign(gauge, { refresh: 2 }));
    await pass(page, 2.1);
    await expect.poll(() => host.asked).toHaveLength(1);
    await page.$eval('zj-goal-gauge', (gauge) => gauge.refresh());
    await quiet(page);
    await expect.poll(() => host.asked).toHaveLength(2);
  });

  test.each(['refresh="never"', `integrity="sha256-${digest(file())}"`])(
    'with %s it never does',
    async (given) => {
      const page = await visit(tag(ids[0]!, given));
      await turn(page, 'hidden');
      await pass(page, 600);
      await turn(page, 'visible');
      await comeOnline(page);
      expect(host.asked).toEqual([]);
      expect(await figure(page)).toBe('83.9%');
    },
  );

  test('keeps its figure, marked in words, where the look fails, and tries again as soon as the network is back', async () => {
    const page = await visit(tag(ids[0]!, 'refresh="5"'));
    host.answers.set('/verdicts.json', () => Promise.resolve({ status: 503, body: '' }));
    await pass(page, 5.1);
    const gauge = page.locator('zj-goal-gauge');
    expect(await figure(page)).toBe('83.9%');
    expect(await gauge.getAttribute('stale')).toBe('');
    expect(await told(page)).toContain('数据可能已过期');
    expect(await told(page)).toContain('HTTP 503');
    host.answers.clear();
    host.answers.set('/verdicts.json', () => Promise.resolve({ body: file() }));
    await comeOnline(page);
    await page.locator('zj-goal-gauge:not([stale])').waitFor();
    expect(await told(page)).not.toContain('数据可能已过期');
  });

  test('asks the server each time, whatever a browser has kept', async () => {
    const { page } = await host.visit(pageOf(''));
    const asked = page.waitForRequest(/verdicts\.json$/);
    await page.evaluate((goal) => {
      const gauge = document.createElement('zj-goal-gauge');
      Object.assign(gauge, { src: '/verdicts.json', goal });
      document.querySelector('main')!.append(gauge);
    }, ids[0]!);
    await settled(page);
    expect((await (await asked).allHeaders())['cache-control']).toMatch(/^(max-age=0|no-cache)$/);
  });

  test('leaves nothing behind: after the last gauge is gone no listener, timer or request is', async () => {
    const count = (page: Page): Promise<unknown> =>
      page.addInitScript(() => {
        const listening: string[] = [];
        Object.assign(globalThis, { listening });
        // eslint-disable-next-line @typescript-eslint/unbound-method -- they are called on their own object
        const { addEventListener, removeEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (...args) {
          if (/online|visibility/.test(args[0])) listening.push(args[0]);
          addEventListener.apply(this, args);
        };
        EventTarget.prototype.removeEventListener = function (...args) {
          const at = listening.indexOf(args[0]);
          if (at >= 0) listening.splice(at, 1);
          removeEventListener.apply(this, args);
        };
      });
    const { page } = await host.visit(pageOf(ids.map((goal) => tag(goal, 'refresh="1"')).join('')), {
      before: async (page) => {
        await count(page);
        await page.clock.install();
      },
    });
    await settled(page);
    const listening = (): Promise<readonly string[]> =>
      page.evaluate(() => [...(globalThis as unknown as { listening: string[] }).listening].sort());
    // One for all.
    expect(await listening()).toEqual(['online', 'visibilitychange']);
    await page.evaluate(() => document.querySelectorAll('zj-goal-gauge').forEach((gauge) => gauge.remove()));
    expect(await listening()).toEqual([]);
    host.asked.length = 0;
    await pass(page, 60);
    expect(host.asked).toEqual([]);
  });
});

describe('an attribute that cannot be read', () => {
  test.each(['soon', '0', '-5', 'NaN', '0x10', '1e3', 'Infinity', '5 min'])(
    'refresh="%s" is told, and how to write it',
    async (written) => {
      const { page } = await host.visit(pageOf(tag(ids[0]!, `refresh="${written}"`)));
      await settled(page);
      const text = await told(page);
      expect(text).toContain('属性 refresh=');
      expect(text).toContain('refresh="10"');
    },
  );

  test('integrity that is no digest is told: no browser would check it', async () => {
    const { page } = await host.visit(pageOf(tag(ids[0]!, 'integrity="md5-abc"')));
    await settled(page);
    expect(await told(page)).toContain('integrity="sha256-');
  });
});

test('integrity refuses any file but the one it names, beside a gauge that takes any', async () => {
  const edited = file([applications({ target: 50 })]);
  host.answers.set('/verdicts.json', () => Promise.resolve({ body: edited }));
  const { page } = await host.visit(
    pageOf(tag(ids[1]!, `integrity="sha256-${digest(file())}"`) + tag(ids[1]!)),
  );
  await settled(page);
  const [pinned, free] = await page.locator('zj-goal-gauge').all();
  expect(await pinned!.getAttribute('failed')).toBe('');
  expect(await told(page)).toContain('文件与 integrity 不符');
  expect(await free!.getAttribute('status')).toBe('achieved');
});

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
