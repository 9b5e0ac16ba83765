import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle, zipOf } from '../../.ci/bundle/bundle.mjs';
import { launchOptions } from '../chromium.mjs';
import { runZj } from '../page/site.js';
import { openSite, unpack, type Site } from './site.js';

const bundle = makeBundle();
const at = `/${bundle.folder}`;
const starts = [
  ['start.html', 'zh-CN', '示例数据'],
  ['start.en.html', 'en', 'demo data'],
] as const;

let folder: string;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-bundle-'));
  await unpack(zipOf(bundle), folder);
  const published = await runZj('publish', 'examples/park', '--out', join(folder, 'release'));
  expect(published.code, published.err).toBe(0);
  site = await openSite(folder);
  browser = await chromium.launch(launchOptions());
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Visit {
  readonly page: Page;
  /** What the console and the policy complained of, and requests to other sites. */
  readonly complaints: string[];
}

async function visit(address: string): Promise<Visit> {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) complaints.push(request.url());
  });
  await page.goto(address);
  return { page, complaints };
}

/** A page of the site that holds this in its head and body. */
function pageOf(head: string, body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>a page</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

/** What the start page lets a reader copy, as it is copied. */
async function copy(start: string, ...ids: readonly string[]): Promise<readonly string[]> {
  const { page } = await visit(`${site.address}${at}/${start}`);
  const texts = await Promise.all(ids.map((id) => page.locator(`#${id}`).innerText()));
  await page.context().close();
  return texts;
}

async function open(html: string): Promise<Visit> {
  site.pages.set('/page.html', html);
  return visit(`${site.address}/page.html`);
}

describe.each(starts)('%s', (start, lang, demo) => {
  test('shows its gauge under the strict policy, as demo data, and every link leads somewhere', async () => {
    const { page, complaints } = await visit(`${site.address}${at}/${start}`);
    const gauge = page.locator('zj-goal-gauge');
    await gauge.and(page.locator('[status]')).waitFor();
    expect(await gauge.locator('[part=value]').innerText()).toMatch(/^71\.0\s*%$/);
    expect(await gauge.locator('[part=label]').innerText()).toContain(demo);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    const links = await page.$$eval('a', (all) => all.map((one) => one.href));
    for (const link of links) {
      expect(new URL(link).origin, link).toBe(site.address);
      expect((await fetch(link)).status, link).toBe(200);
      const { hash } = new URL(link);
      if (hash) expect(await page.locator(hash).count(), link).toBe(1);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('shows its gauge opened from a disk, too, and its buttons; its reason waits for the upload, as it says', async () => {
    const { page, complaints } = await visit(pathToFileURL(join(folder, bundle.folder, start)).href);
    const gauge = page.locator('zj-goal-gauge[status=at-risk]');
    await gauge.waitFor();
    expect(await page.locator('.copy').count()).toBe(await page.locator('pre').count());
    expect(complaints).toEqual([]);
    await gauge.locator('summary').click();
    await gauge
      .locator('details [role=status]', { hasText: lang === 'en' ? 'begin with http' : '开头的地址' })
      .waitFor();
    const hint = lang === 'en' ? 'works only after the upload' : '要上传后才能看';
    expect(await page.locator('.sample').innerText()).toContain(hint);
    await page.context().close();
  });

  test('has a button beside each snippet that copies it; without a clipboard, too', async () => {
    const { page, complaints } = await visit(`${site.address}${at}/${start}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const [copied, count] = [lang === 'en' ? 'Copied' : '已复制', await page.locator('pre').count()];
    expect(await page.locator('.copy').count()).toBe(count);
    const clip = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    const button = (id: string) => page.locator(`.copy:has(+ #${id})`);
    for (const id of ['snippet-head', 'snippet-tag']) {
      await button(id).click();
      await expect.poll(() => button(id).innerText()).toBe(copied);
      expect(await clip()).toBe(await page.locator(`#${id}`).textContent());
    }
    // A page by http has none.
    await page.evaluate(() => {
      Object.defineProperty(Clipboard.prototype, 'writeText', { value: undefined });
    });
    await button('snippet-alone').click();
    await expect.poll(() => button('snippet-alone').innerText()).toBe(copied);
    expect(await clip()).toBe(await page.locator('#snippet-alone').textContent());
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('its line for zj.js shows the same gauge; without its type, the console says what the page quotes', async () => {
    const [head, module, tag] = await copy(start, 'snippet-head', 'snippet-module', 'snippet-tag');
    const [style] = head!.split('\n');
    const { page, complaints } = await open(pageOf(style! + module!, tag!));
    await page.locator('zj-goal-gauge[status=at-risk]').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
    const classic = await open(pageOf(style! + module!.replace(' type="module"', ''), tag!));
    await classic.page.waitForLoadState('load');
    expect(classic.complaints.join()).toContain("Cannot use 'import.meta' outside a module");
    const html = await (await fetch(`${site.address}${at}/${start}`)).text();
    expect(html).toContain("Cannot use 'import.meta' outside a module");
    await classic.page.context().close();
  });

  test('what is copied from it into an empty page shows a goal of a release, in its language', async () => {
    const [head, tag] = await copy(start, 'snippet-head', 'snippet-tag');
    const { page, complaints } = await open(pageOf(head!, tag!));
    const gauge = page.locator('zj-goal-gauge[status=at-risk]');
    await gauge.waitFor();
    expect(await gauge.locator('[part=value]').innerText()).toMatch(/^71\.0\s*%$/);
    expect(await gauge.locator('figure').getAttribute('lang')).toBe(lang);
    await gauge.locator('summary').click();
    await gauge.locator('table').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the tag without a file of data says the same as the release', async () => {
    const [head, tag, alone] = await copy(start, 'snippet-head', 'snippet-tag', 'snippet-alone');
    const { page } = await open(pageOf(head!, tag! + alone!));
    await page.locator('zj-goal-gauge[status]').nth(1).waitFor();
    const values = await page.locator('zj-goal-gauge [part=value]').allInnerTexts();
    expect(values[0]).toBe(values[1]);
    await page.context().close();
  });

  test('an unknown goal lists all ids, as it tells', async () => {
    const [head, tag] = await copy(start, 'snippet-head', 'snippet-tag');
    const { page } = await open(pageOf(head!, tag!.replace('pct-applications', '?')));
    const error = page.locator('zj-goal-gauge[failed] [part=error]');
    await error.waitFor();
    const ids = [
      'leading-industries-revenue',
      'pct-applications',
      'unicorn-hidden-champion',
      'high-quality-incubator',
    ];
    for (const id of ids) expect(await error.innerText()).toContain(id);
    await page.context().close();
  });

  test('its script for verifying finds a release that is what it says', { timeout: 180_000 }, async () => {
    const [script] = await copy(start, 'snippet-verify');
    site.pages.set('/verify.js', script!);
    const { page, complaints } = await open(
      pageOf(
        '<script type="module" src="/verify.js"></script>',
        '<button id="verify">v</button><output id="result"></output>',
      ),
    );
    await page.locator('#verify').click();
    await page
      .locator('#result', { hasText: lang === 'en' ? 'All equal' : '全部一致' })
      .waitFor({ timeout: 120_000 });
    expect(complaints).toEqual([]);
    site.pages.set('/release/manifest.json', '{}');
    await page.locator('#verify').click();
    const told =
      lang === 'en' ? 'Not verified: The release cannot be read.' : '没有完成核验：无法读取发布文件夹。';
    await page.locator('#result', { hasText: told }).waitFor({ timeout: 60_000 });
    site.pages.delete('/release/manifest.json');
    await page.context().close();
  });
});

test('the two lines do not run on a disk, which the page tells: their integrity needs a server', async () => {
  const [head, tag] = await copy('start.html', 'snippet-head', 'snippet-tag');
  const path = join(folder, 'disk.html');
  await writeFile(path, pageOf(head!.replaceAll('"/zj-', '"zj-'), tag!));
  const { page, complaints } = await visit(pathToFileURL(path).href);
  await page.waitForLoadState('load');
  expect(await page.evaluate(() => customElements.get('zj-goal-gauge'))).toBeUndefined();
  expect(complaints.join('\n')).toContain('integrity');
  await page.context().close();
});

test('a script that was rewritten on its way is not run: the text inside the tag stays', async () => {
  const [head, tag] = await copy('start.html', 'snippet-head', 'snippet-tag');
  site.pages.set(`${at}/zj-goal-gauge.js`, 'document.title = "other";');
  try {
    const { page, complaints } = await open(pageOf(head!, tag!));
    await page.waitForLoadState('load');
    expect(await page.title()).toBe('a page');
    expect(await page.locator('zj-goal-gauge').innerText()).toContain('PCT专利申请量争取达到100件');
    expect(complaints.join('\n')).toContain('integrity');
    await page.context().close();
  } finally {
    site.pages.delete(`${at}/zj-goal-gauge.js`);
  }
});
