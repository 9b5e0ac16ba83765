import { mkdtemp, rm } from 'node:fs/promises';
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

  test('shows its gauge opened from a disk, too', async () => {
    const { page, complaints } = await visit(pathToFileURL(join(folder, bundle.folder, start)).href);
    await page.locator('zj-goal-gauge[status=at-risk]').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
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
    await page.context().close();
  });
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
