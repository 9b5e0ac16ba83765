import { createHash } from 'node:crypto';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSite, sendFile, type Site, type Visit } from '../metrics/engine/site.js';
import { writeRelease, type Release } from '../metrics/release/release.js';
import { buildModule } from './build.js';

let release: Release;
let site: Site;
let visit: Visit | undefined;
/** The digest that pins the release at `/release`. */
let pin: string;
beforeAll(async () => {
  release = await writeRelease();
  // Another release of the same plan, with half the revenue.
  const other = await writeRelease({
    industry_revenue: 'UPDATE industry_revenue SET revenue = CAST(revenue / 2 AS DECIMAL(38, 2))',
  });
  await cp(other.folder, join(release.folder, 'other'), { recursive: true });
  await rm(other.folder, { recursive: true });
  pin = `sha256-${createHash('sha256')
    .update(await readFile(release.manifestFile))
    .digest('base64')}`;
  site = await openSite(release.folder);
  for (const [file, code] of await buildModule()) {
    site.answers.set(`/zj/${file}`, (response) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(code);
    });
  }
});
afterEach(async () => {
  await visit?.page.context().close();
  visit = undefined;
  for (const file of files) site.answers.delete(`/release/${file}`);
});
afterAll(async () => {
  await site.close();
  await rm(release.folder, { recursive: true });
});

const files = ['manifest.json', 'verdicts.json', 'park.duckdb'] as const;

/** From its so many-th request on, a file of `/release` is that of the other release. */
function replace(file: (typeof files)[number], from = 0): void {
  let asked = 0;
  site.answers.set(`/release/${file}`, (response) =>
    sendFile(response, join(release.folder, asked++ < from ? '' : 'other', file)),
  );
}

/** One element for each kind of question. */
const elements = `
  <zj-filter dataset-id="industry-revenue" fields="industry"></zj-filter>
  <zj-data-table dataset-id="industry-revenue"></zj-data-table>
  <zj-data-table query='{"metric":"industry-revenue","by":["month"]}'></zj-data-table>
  <zj-trend-chart query='{"metric":"industry-revenue","by":["month"]}'></zj-trend-chart>
  <zj-breakdown-chart query='{"metric":"industry-revenue","by":["industry"],"during":"2026"}'></zj-breakdown-chart>`;

/** A page with these elements in a source; they have settled, or failed. */
async function open(attributes: string, inside = elements): Promise<Page> {
  site.answers.set('/bound', (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>
      <zj-source sdk="/zj-metrics.js" engine="/engine/" ${attributes}>${inside}</zj-source><script type="module" src="/zj/zj.js"></script>`,
    );
  });
  visit = await site.visit();
  const { page } = visit;
  await page.addInitScript(() => {
    const codes: string[] = ((window as unknown as { codes: string[] }).codes = []);
    document.addEventListener('zj-failed', (event) =>
      codes.push((event as CustomEvent<{ code: string }>).detail.code),
    );
  });
  await page.goto(`${site.address}/bound`);
  return page;
}

/** The elements that refuse, each by its name with its message. */
const refusals = (page: Page): Promise<readonly string[]> =>
  page.$$eval('zj-source > *', (all) =>
    all.flatMap((one) =>
      one.matches('[failed]')
        ? [`${one.localName}: ${one.shadowRoot!.querySelector('[part=error]')!.textContent.trim()}`]
        : [],
    ),
  );
const codes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...new Set((window as unknown as { codes: string[] }).codes)]);

/** The sum of a year that the source around answers. */
const sum = (page: Page): Promise<number> =>
  page.$eval('zj-source', async (source) => {
    interface Gift {
      query(query: unknown): Promise<{ rows(): readonly { value: number }[] }>;
    }
    const gift = (source as unknown as Record<symbol, Gift>)[Symbol.for('zj-source')]!;
    return (await gift.query({ metric: 'industry-revenue', during: '2026' })).rows()[0]!.value;
  });

test('a source that is pinned to another release refuses questions of every kind, by one failure', async () => {
  replace('manifest.json');
  replace('park.duckdb');
  const page = await open(`manifest="/release/manifest.json" integrity="${pin}"`);
  await expect.poll(() => refusals(page)).toHaveLength(5);
  for (const told of await refusals(page)) expect(told).toContain('/release/manifest.json');
  expect(await codes(page)).toEqual(['RELEASE']);
});

test('a release that is replaced after its pinned manifest was read is refused by questions of every kind', async () => {
  replace('manifest.json', 1);
  replace('park.duckdb');
  const page = await open(`manifest="/release/manifest.json" integrity="${pin}"`);
  await expect.poll(() => refusals(page)).toHaveLength(5);
  expect(await codes(page)).toEqual(['RELEASE']);
});

test('a database of another release than its manifest is refused as such', async () => {
  replace('park.duckdb');
  const page = await open(`manifest="/release/manifest.json" integrity="${pin}"`);
  await expect.poll(() => refusals(page)).toHaveLength(5);
  expect(await codes(page)).toEqual(['RELEASE']);
});

test('without a pin, all of a page goes on to a release that came between the two readings of its manifest', async () => {
  const page = await open('manifest="/release/manifest.json"', '');
  const own = await sum(page);
  await visit!.page.context().close();
  replace('manifest.json', 1);
  replace('park.duckdb');
  replace('verdicts.json');
  const later = await open('manifest="/release/manifest.json"');
  await expect.poll(() => sum(later).catch(() => 0)).toBeCloseTo(own / 2, 0);
  expect(
    await later.$eval('zj-source', (source) => (source as unknown as { release: unknown }).release),
  ).toEqual(JSON.parse(await readFile(join(release.folder, 'other/manifest.json'), 'utf8')));
  await expect.poll(() => refusals(later)).toEqual([]);
});

test('without a pin, a manifest that is another one at every other request shows nothing, and says so', async () => {
  let asked = 0;
  site.answers.set('/release/manifest.json', (response) =>
    sendFile(response, join(release.folder, asked++ % 2 === 0 ? '' : 'other', 'manifest.json')),
  );
  // The engine's reading is the one between two of the page.
  replace('park.duckdb');
  const page = await open('manifest="/release/manifest.json"');
  await expect.poll(() => refusals(page)).toHaveLength(5);
  for (const told of await refusals(page)) expect(told).toContain('another release');
});

test('a manifest that does not exist is a failure of the release for questions, too', async () => {
  const page = await open('manifest="/release/no-such.json"');
  await expect.poll(() => refusals(page)).toHaveLength(5);
  for (const told of await refusals(page)) expect(told).toContain('404');
  expect(await codes(page)).toEqual(['RELEASE']);
});
