import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
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
    expect(await figures(page)).toEqual(['83.9%', '71.0%', '1 / 2', '1 / 1']);
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

  test('looks the same whatever a page says of every element', async () => {
    const look = async (style: string): Promise<Buffer> => {
      const place = 'main{position:absolute;top:0;left:0;width:288px}h1{display:none!important}';
      host.answers.set('/page.css', () => Promise.resolve({ body: place + style }));
      const { page } = await host.visit(pageOf(tag(ids[0]!)));
      await settled(page);
      return page.locator('zj-goal-gauge').screenshot();
    };
    const plain = await look('');
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
    const hostile = await look(
      `*{${inherited.map((rule) => `${rule}!important`).join(';')}}` +
        'html,body,main{direction:ltr!important}' +
        'zj-goal-gauge{display:flex!important}' +
        'svg,p,table,b,small,figure,details,.root,.dial{display:none!important}',
    );
    expect(hostile.equals(plain)).toBe(true);
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
      Promise.resolve({ body: host.script.replace('"0.1.0"', '"0.2.0"') }),
    );
    const { page, complaints } = await host.visit(html);
    await settled(page);
    expect(complaints).toEqual(['<zj-goal-gauge> 0.1.0 stays; 0.2.0 is ignored.']);
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
    expect(await figures(page)).toEqual(['83.9%', '71.0%', '1 / 2', '1 / 1']);
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
});
