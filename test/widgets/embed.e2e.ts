import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../packages/widgets/package.json';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { countOff } from './pixels.js';
import { file, four } from '../../stories/verdicts.js';

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
const figures = (page: Page): Promise<string[]> =>
  page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((gauge) => gauge.shadowRoot!.querySelector('[part=value]')!.textContent),
  );

describe('a guest on any page', () => {
  test('runs under a strict policy, and four gauges on one file ask for it once', async () => {
    const { page, complaints } = await host.visit(pageOf(tags));
    await settled(page);
    expect(await figures(page)).toEqual(['83.9%', '71.0%', '1 / 2家', '1 / 1家']);
    expect(complaints).toEqual([]);
    expect(host.asked.toSorted()).toEqual([
      '/',
      '/page.css',
      '/verdicts.json',
      '/zj-goal-gauge.js',
      '/zj.css',
    ]);
  });

  test('is read rightly by a page in GBK whose server names no encoding', async () => {
    const { page } = await host.visit(pageOf(tag(ids[0]!)).replace('utf-8', 'gbk'));
    await settled(page);
    expect(await page.evaluate(() => document.characterSet)).toBe('GBK');
    expect(
      await page.$eval('zj-goal-gauge', (gauge) => gauge.shadowRoot!.querySelector('.chip')!.textContent),
    ).toBe('进度正常');
  });

  test('survives a page that added to Object.prototype', async () => {
    const pollute = (page: Page): Promise<unknown> =>
      page.addInitScript(() => {
        Object.assign(Object.prototype, {
          attribute: 'polluted',
          reflect: true,
          state: true,
          converter: () => 1,
          hidden: true,
        });
      });
    const { page } = await host.visit(pageOf(tag(ids[0]!)), { before: pollute });
    await settled(page);
    expect(await figures(page)).toEqual(['83.9%']);
    expect(await page.$eval('zj-goal-gauge', (gauge) => gauge.getAttributeNames().toSorted())).toEqual([
      'goal',
      'src',
      'status',
    ]);
  });

  /** In how many pixels the first gauge looks other on a page with a style, from which side so ever it reads, than on one without. */
  const unlike = async (style: string, dir = 'ltr'): Promise<number> => {
    const [plain, styled] = [await look('', 'ltr'), await look(style, dir)];
    return countOff(styled.page, plain.picture, styled.picture);
  };
  /** Chromium does not always draw the card's round corners the same: of them so many pixels may be one level of 255 lighter or darker. */
  const corners = 32;

  const look = async (style: string, dir: string): Promise<{ page: Page; picture: Buffer }> => {
    const place = 'main{position:absolute;top:0;left:0;width:288px}h1{display:none!important}';
    host.answers.set('/page.css', () => Promise.resolve({ body: place + style }));
    const html = pageOf(tag(ids[0]!)).replace('<html', `<html dir="${dir}"`);
    const { page } = await host.visit(html, { viewport: { width: 320, height: 2400 } });
    await settled(page);
    await page.getByText('为什么', { exact: true }).click();
    await page.getByRole('table').first().waitFor();
    await page.mouse.move(310, 2390);
    expect((await page.locator('zj-goal-gauge').boundingBox())!.height).toBeLessThan(2400);
    return { page, picture: await page.locator('zj-goal-gauge').screenshot() };
  };

  test('looks the same whatever a page says of every element', async () => {
    const inherited = [
      'color:red',
      'font:italic 9px/3 cursive',
      'letter-spacing:.3em',
      'word-spacing:1em',
      'text-transform:uppercase',
      'text-align:right',
      'text-indent:2em',
      'text-shadow:1px 1px red',
      'white-space:pre',
      'line-break:anywhere',
      'direction:rtl',
      'stroke:lime',
      'fill:lime',
      'cursor:wait',
      'contain:none',
    ];
    const hostile = await unlike(
      `*{${inherited.map((rule) => `${rule}!important`).join(';')}}` +
        'html,body,main{direction:ltr!important}' +
        'zj-goal-gauge{display:flex!important}' +
        'svg,p,table,b,small,figure,details,.root,.dial{display:none!important}',
    );
    expect(hostile).toBeLessThan(corners);
  });

  test('looks the same on a page that reads from right to left', async () => {
    expect(await unlike('', 'rtl')).toBeLessThan(corners);
  });

  test.each([
    '*,::before,::after{margin:0;padding:0;border:0;box-sizing:border-box;font:inherit;vertical-align:baseline;list-style:none;background:none}',
    'main *{all:unset}',
    ':root{--_ink:red;--_status:red;--_room:0;--_small:3em;--_dial:1em;--_track:red;--_compact:9em;--_elder:9em}',
  ])('looks the same after the reset %s', async (reset) => {
    expect(await unlike(reset)).toBeLessThan(corners);
  });

  test('takes its text size from the reader, not from the root of the page', async () => {
    host.answers.set('/page.css', () =>
      Promise.resolve({ body: 'html{font-size:62.5%}body{font-size:9px}' }),
    );
    const size = (page: Page): Promise<string> =>
      page.$eval(
        'zj-goal-gauge',
        (gauge) => getComputedStyle(gauge.shadowRoot!.querySelector('figure')!).fontSize,
      );
    const usual = await host.visit(pageOf(tag(ids[0]!)));
    await settled(usual.page);
    expect(await size(usual.page)).toBe('16px');
    const large = async (page: Page): Promise<void> => {
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    };
    const { page } = await host.visit(pageOf(tag(ids[0]!)), { before: large });
    await settled(page);
    expect(await size(page)).toBe('32px');
    await page.evaluate(() => document.body.style.setProperty('--zj-font-size', '20px'));
    expect(await size(page)).toBe('20px');
  });

  test('keeps the version that came first, and says so once', async () => {
    const html = pageOf(tags).replace(
      '</body>',
      '<script src="/second.js"></script><script src="/zj-goal-gauge.js"></script></body>',
    );
    host.answers.set('/second.js', () =>
      Promise.resolve({ body: host.script.replace(`"${version}"`, '"9.9.9"') }),
    );
    const { page, complaints } = await host.visit(html);
    await settled(page);
    expect(complaints).toEqual([`<zj-goal-gauge> ${version} stays; 9.9.9 is ignored.`]);
    expect(await figures(page)).toHaveLength(4);
  });

  test('one press on 重试 heals all gauges of a file with one request', async () => {
    let healthy = false;
    host.answers.set('/verdicts.json', () =>
      Promise.resolve(healthy ? { body: file() } : { status: 503, body: '' }),
    );
    const { page } = await host.visit(pageOf(tags));
    await settled(page);
    expect(await page.locator('zj-goal-gauge[failed]').count()).toBe(4);
    healthy = true;
    host.asked.length = 0;
    await page.getByRole('button', { name: '重试' }).first().click();
    await settled(page);
    expect(await figures(page)).toEqual(['83.9%', '71.0%', '1 / 2家', '1 / 1家']);
    expect(host.asked).toEqual(['/verdicts.json']);
  });

  test('asked to read again all at once, four gauges ask once', async () => {
    const { page } = await host.visit(pageOf(tags));
    await settled(page);
    host.asked.length = 0;
    await page.$$eval('zj-goal-gauge', (gauges) => gauges.forEach((gauge) => gauge.refresh()));
    await page.waitForSelector('zj-goal-gauge:not([loading])');
    await settled(page);
    expect(host.asked).toEqual(['/verdicts.json']);
  });

  test('moves into the document of a frame and back, and is dressed in each', async () => {
    const { page, complaints } = await host.visit(pageOf(`${tag(ids[0]!)}<iframe title="f"></iframe>`));
    await settled(page);
    const dressed = (inFrame: boolean): Promise<unknown[]> =>
      page.evaluate(async (inFrame) => {
        const frame = document.querySelector('iframe')!.contentDocument!;
        const gauge = [document, frame].flatMap((one) => [...one.querySelectorAll('zj-goal-gauge')])[0]!;
        (inFrame ? frame.body : document.querySelector('main')!).append(gauge);
        gauge.lang = inFrame ? 'en' : 'zh';
        await gauge.updateComplete;
        const root = gauge.shadowRoot!;
        const window = gauge.ownerDocument.defaultView!;
        return [
          root.adoptedStyleSheets.length,
          window.getComputedStyle(root.querySelector('figure')!).borderTopStyle,
          root.querySelector('.chip')!.textContent,
        ];
      }, inFrame);
    expect(await dressed(true)).toEqual([1, 'solid', 'On track']);
    expect(await dressed(false)).toEqual([1, 'solid', '进度正常']);
    expect(complaints).toEqual([]);
  });

  test('a hundred of them share one observer of languages, one of widths, and no timer; the page is listened to once, for sources, for when it is seen again and the network is back', async () => {
    const count = (page: Page): Promise<unknown> =>
      page.addInitScript(() => {
        const made: string[] = [];
        Object.assign(globalThis, { made });
        const watched: Record<string, object> = {};
        for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const) {
          watched[name] = new Proxy<new (given: never) => object>(globalThis[name], {
            construct: (target, given: [never]) => (made.push(name), new target(...given)),
          });
        }
        for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame'] as const) {
          watched[name] = new Proxy<(...given: unknown[]) => unknown>(globalThis[name] as never, {
            apply: (target, _, given: unknown[]) => (made.push(name), target(...given)),
          });
        }
        Object.assign(globalThis, watched);
        const { prototype } = EventTarget;
        const listen = Object.getOwnPropertyDescriptor(prototype, 'addEventListener')!.value as () => void;
        Object.assign(prototype, {
          addEventListener(this: unknown, ...given: [string, never]) {
            const isHost = this instanceof HTMLElement && this.localName.startsWith('zj-');
            if (this instanceof Window || this instanceof Document || isHost) {
              made.push(given[0]);
            }
            Reflect.apply(listen, this, given);
          },
        });
      });
    const { page } = await host.visit(pageOf(tags.repeat(25)), { before: count });
    await page.locator('zj-goal-gauge[status]').nth(99).waitFor();
    const made = await page.evaluate(() => (globalThis as unknown as { made: string[] }).made);
    expect(made.toSorted()).toEqual([
      'MutationObserver',
      'ResizeObserver',
      'online',
      'visibilitychange',
      'zj-source-news',
    ]);
  });

  test('nothing is left of those that are gone', async () => {
    const { page } = await host.visit(pageOf(tags));
    await settled(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const measure = async (): Promise<readonly number[]> => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      return ['Nodes', 'JSEventListeners'].map((name) => metrics.find((one) => one.name === name)!.value);
    };
    const come = (count: number): Promise<void> =>
      page.evaluate(async (count) => {
        const main = document.querySelector('main')!;
        const made = Array.from({ length: count }, () => {
          const gauge = document.createElement('zj-goal-gauge');
          Object.assign(gauge, { value: 71, target: 100 });
          return gauge;
        });
        main.append(...made);
        await Promise.all(made.map((gauge) => gauge.updateComplete));
        made.forEach((gauge) => gauge.remove());
      }, count);
    await come(1);
    const before = await measure();
    await come(200);
    expect(await measure()).toEqual(before);
  });
});
