import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { whole } from '../../soak.js';
import { buildModule } from '../build.js';
import { openHost, type Host } from '../host.js';

let host: Host;
let files: ReadonlyMap<string, string>;
let script: string;
beforeAll(async () => {
  host = await openHost();
  files = await buildModule();
  const { outputFiles } = await build({
    stdin: {
      contents: `import { filterMetrics } from './filter-data.js';
        const gate = new Promise((resolve) => (globalThis.answer = resolve));
        document.querySelector('zj-source').metrics = filterMetrics({ open: () => gate });`,
      resolveDir: join(import.meta.dirname, '../../../stories'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  script = outputFiles[0]!.text;
});
afterAll(() => host.close());
afterEach(() => host.answers.clear());

/** How far anything moved that a reader has seen, and the heights of a filter: bare, waiting, with its figures. */
async function arrive(
  attributes: string,
  { width, lang }: { readonly width: number; readonly lang: string },
): Promise<{ readonly moves: readonly number[]; readonly heights: readonly number[] }> {
  let sendScript = (): void => undefined;
  const gate = new Promise<void>((resolve) => (sendScript = resolve));
  for (const [name, body] of [...files, ['page.js', script] as const])
    host.answers.set(`/${name}`, async () => {
      await gate;
      return { body, type: 'text/javascript' };
    });
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: `body{margin:0;font:13px serif}main{width:${width}px}` }),
  );
  const html =
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">` +
    `<link rel="stylesheet" href="/zj.css"><link rel="stylesheet" href="/page.css"></head><body><main><zj-source>` +
    `<zj-filter dataset-id="park" metric="revenue" ${attributes}></zj-filter></zj-source><p>below</p></main>` +
    `<script type="module" src="/page.js"></script><script type="module" src="/zj.js"></script></body></html>`;
  let announce!: (page: Page) => void;
  const opened = new Promise<Page>((resolve) => (announce = resolve));
  const visit = host.visit(html, {
    viewport: { width: 1400, height: 2200 },
    before: async (page) => {
      await page.addInitScript(() => {
        const moves: number[] = [];
        Object.assign(globalThis, { moves });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            moves.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      announce(page);
    },
  });
  const page = await opened;
  await page.waitForSelector('zj-filter', { state: 'attached' });
  const height = (): Promise<number> =>
    page.$eval('zj-filter', async (element) => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      return Math.round(element.getBoundingClientRect().height);
    });
  const heights = [await height()];
  sendScript();
  const { complaints } = await visit;
  await page.waitForSelector('zj-filter[loading]', { state: 'attached' });
  heights.push(await height());
  await page.evaluate(() => (globalThis as unknown as { answer: () => void }).answer());
  await page.waitForSelector('zj-filter:defined:not([loading])', { state: 'attached' });
  heights.push(await height());
  const moves = await page.evaluate(() => (globalThis as unknown as { moves: number[] }).moves);
  await page.context().close();
  expect(complaints).toEqual([]);
  return { moves, heights };
}

const four = 'fields="month industry subfield zone"';
const widths = whole ? [360, 480, 600, 740, 768, 900, 1100, 1280] : [360, 768, 1280];

test.each([
  ['zh-CN', four],
  ['en', four],
  ['zh-CN', `${four} elder`],
  ['en', `${four} elder`],
])('in %s nothing moves from the bare tag to the figures of %s', async (lang, attributes) => {
  for (const width of widths) {
    const { moves, heights } = await arrive(attributes, { width, lang });
    expect([width, ...heights, moves]).toEqual([width, heights[0], heights[0], heights[0], []]);
  }
});

test.each(['fields="month"', 'fields="month industry"', 'fields="industry zone"', 'fields="zone"'])(
  'nor with %s alone',
  async (attributes) => {
    for (const width of widths) {
      const { moves, heights } = await arrive(attributes, { width, lang: 'zh-CN' });
      expect([width, ...heights, moves]).toEqual([width, heights[0], heights[0], heights[0], []]);
    }
  },
);
