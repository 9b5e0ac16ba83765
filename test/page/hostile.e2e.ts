import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions, patience } from '../chromium.mjs';
import { four, incomplete } from '../../stories/verdicts.js';
import { whole } from '../soak.js';
import { manifestOf } from '../widgets/release-files.js';
import { mutate, scraps } from '../widgets/mutations.js';

const root = join(import.meta.dirname, '../..');
const folders = [
  'examples/park/site',
  'examples/public-record/site',
  'examples/query',
  'examples/national-outline/site',
] as const;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** The files at `release/…`: a forged release. */
let release: Readonly<Record<string, unknown>> = {};
let server: Server;
let address: string;
let browser: Browser;
/** The one page of all cases: each opens its own address in it. */
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url!, 'http://x').pathname));
    const name = /\/release\/(\w+)\.json$/.exec(path)?.[1];
    const gauge = path.replace(/^.*\/zj\//, 'packages/widgets/dist/');
    const content = name
      ? Promise.resolve(JSON.stringify(release[name]))
      : readFile(join(root, gauge.endsWith('/') ? `${gauge}index.html` : gauge));
    content.then(
      (body) =>
        response
          .writeHead(200, { 'content-type': types[extname(path) || '.html'] ?? 'text/plain' })
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch(launchOptions());
  page = await browser.newPage();
  page.setDefaultTimeout(patience);
  page.on('pageerror', ({ message }) => complaints.push(message));
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a page of an example; `complaints` has its errors from then on. */
async function visit(folder: string, search = ''): Promise<void> {
  // A page whose address differs by its fragment alone would stay, and the case before may have errors to come.
  await page.goto('about:blank');
  complaints = [];
  await page.goto(`${address}/${folder}/${search}`);
  await page.waitForFunction(() => !document.querySelector('button[disabled]'));
}

/** Calls an export of a module of the page with made-up input. */
async function load(page: Page, address: string): Promise<void> {
  const content = `import * as loaded from ${JSON.stringify(address)}; Object.assign(globalThis, { loaded });`;
  await page.addScriptTag({ type: 'module', content });
  await page.waitForFunction(() => 'loaded' in globalThis);
}

/** The texts that stand in a page, and where its links lead. */
function read(page: Page): Promise<{ text: string; links: string[] }> {
  return page.evaluate(() => ({
    text: document.body.textContent,
    links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!),
  }));
}

const evil = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '//evil.example/x',
  'vbscript:x',
  ' javascript:alert(1)',
  'file:///etc/passwd',
  'http://',
  7,
  {},
];

describe.each(folders)('%s', (folder) => {
  test.each([
    'fr',
    '',
    'zh-Hant',
    'en_US',
    '__proto__',
    '<b>',
    '\u0000',
    '一',
    'zh-',
    'en-u-nu-bogus-',
    'x'.repeat(300),
  ])('is alive under ?lang=%j', async (lang) => {
    release = { verdicts: { version: 1, verdicts: four }, manifest: {} };
    await visit(folder, `?lang=${encodeURIComponent(lang)}`);
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^(zh-CN|en)$/);
    await page.click('#language');
    await page.click('#language');
    expect(complaints).toEqual([]);
  });
});

describe.each([folders[0], folders[1], folders[3]])('%s', (folder) => {
  /** Waits until the elements have read the forged files, or said that they cannot. */
  const settled = (): Promise<unknown> =>
    page.waitForFunction(() => {
      const board = document.querySelector('zj-goal-board')!;
      return board.shadowRoot?.querySelector('[part=goal], [part=none], [part=error] p');
    });

  test.each([
    null,
    7,
    [[]],
    {},
    { verdicts: null },
    { verdicts: [null, 7, {}], plan: 3, withheld: 'x', asOf: {} },
  ])('is alive where verdicts.json and manifest.json are %j', async (file) => {
    release = { verdicts: file, manifest: file };
    await visit(folder);
    await settled();
    expect(complaints).toEqual([]);
    expect((await read(page)).text).not.toMatch(scraps);
  });

  test('is alive under changed verdicts, each in its row', async () => {
    const verdicts = Array.from({ length: whole ? 200 : 40 }, (_, seed) => mutate(seed + 90_000));
    release = { verdicts: { version: 1, verdicts }, manifest: manifestOf() };
    for (const lang of ['zh', 'en']) {
      await visit(folder, `?lang=${lang}`);
      await settled();
      expect(complaints).toEqual([]);
      const text = await page.locator('zj-goal-board figure').textContent();
      expect(text).not.toMatch(scraps);
    }
  });
});

test.each(evil)('the address %j of a clause becomes text in its goal, never a link', async (url) => {
  const document = { title: { zh: '方案', en: 'Plan' }, url };
  const verdict = { ...incomplete, clause: { ...incomplete.clause, document } };
  release = { verdicts: { version: 1, verdicts: [verdict] }, manifest: manifestOf() };
  await visit(folders[1]);
  await page.locator('zj-goal-board [part=open]').click();
  const detail = page.locator('zj-goal-board [part=detail]');
  expect(await detail.textContent()).toContain(incomplete.clause.quote.zh);
  expect(await detail.locator('a').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a result on the query page says what its data lack, and shows what it can of any column', async () => {
  await visit(folders[2]);
  const lacking = incomplete.completeness;
  await load(page, `${address}/${folders[2]}/result.js`);
  await page.evaluate((completeness) => {
    const { showAnswer } = (
      globalThis as unknown as { readonly loaded: { readonly showAnswer: (answer: object) => void } }
    ).loaded;
    const text = { zh: '字', en: 'word' };
    showAnswer({
      question: { metric: 'a' },
      milliseconds: 1,
      metric: { name: text },
      contracts: [],
      result: {
        ...{ rowCount: 2, sql: '', cached: false, completeness, query: { metric: 'a' } },
        columns: [
          {
            name: 'period',
            role: 'time',
            type: 'DATE',
            grain: 'month',
            label: text,
            values: [7, '2026-01-01'],
          },
          {
            name: 'value',
            role: 'value',
            type: 'DOUBLE',
            label: text,
            values: [NaN, 3],
            format: { decimals: 400 },
          },
        ],
      },
    });
  }, lacking);
  await page.waitForSelector('#answer zj-data-table tbody tr:not(.pending)');
  expect(await page.$$eval('#answer zj-data-table tbody tr', (rows) => rows.length)).toBe(2);
  for (const { text } of lacking) expect(await page.textContent('#lacks')).toContain(text.zh);
  await page.click('#language');
  expect(complaints).toEqual([]);
});
