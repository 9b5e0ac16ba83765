import type { Manifest, Metrics, Query, QueryResult } from '@zj/metrics';
import { ZjDataTable, ZjFilter, ZjSource } from '@zj/widgets';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FailureError } from '../../packages/widgets/src/element/failure.js';
import { findGift, type SourceGift } from '../../packages/widgets/src/element/source.js';
import { faceOf } from '../../packages/widgets/src/locale/locale.js';
import { clear } from './mount.js';
import { manifestOf, serveFile, serveManifest } from './release-files.js';

for (const [name, element] of [
  ['zj-source', ZjSource],
  ['zj-data-table', ZjDataTable],
  ['zj-filter', ZjFilter],
] as const)
  if (!customElements.get(name)) customElements.define(name, element);

beforeEach(clear);
afterEach(clear);

/** Metrics of a page over a release, which answer each query with nothing. */
function metricsOf(manifest: Manifest | undefined): Metrics {
  return {
    query: () => Promise.resolve({ sql: 'SELECT 1' } as QueryResult),
    rows: () => Promise.reject(Object.assign(new Error('no rows here'), { code: 'REFUSED' })),
    filter: () => Promise.reject(Object.assign(new Error('no filter here'), { code: 'REFUSED' })),
    catalogue: manifestOf(),
    get manifest() {
      if (manifest) return manifest;
      throw new Error('No release is open.');
    },
  } as unknown as Metrics;
}

/** A source on the page, with elements inside. */
function place(properties: Partial<ZjSource>, inside = ''): { source: ZjSource; gift: SourceGift } {
  const source = Object.assign(document.createElement('zj-source'), { lang: 'en', ...properties });
  source.innerHTML = inside || '<p></p>';
  const box = document.createElement('div');
  box.className = 'box';
  box.append(source);
  document.body.append(box);
  return { source, gift: findGift(source.firstElementChild!)! };
}

/** The answer to a question, or the failure of it. */
const ask = (gift: SourceGift, query: Query = { metric: 'revenue' }): Promise<unknown> =>
  gift.query(query).catch((error: FailureError) => error.failure);

const told = (failure: unknown): readonly string[] => {
  const { code, message } = failure as FailureError['failure'];
  return [code, message(faceOf('en'))];
};

test('a source without any input waits for the page’s metrics, and no element inside fails meanwhile', async () => {
  const failed: string[] = [];
  const hear = ({ target, detail }: CustomEvent<{ message: string }>): void =>
    void failed.push(`${(target as Element).localName}: ${detail.message}`);
  document.addEventListener('zj-failed', hear as EventListener);
  const { source, gift } = place(
    {},
    `<zj-data-table query='{"metrics":["revenue"]}'></zj-data-table><zj-filter dataset-id="goods" fields="zone"></zj-filter>`,
  );
  const answer = ask(gift);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(failed).toEqual([]);
  expect(source.querySelectorAll('[failed]')).toHaveLength(0);
  source.metrics = metricsOf(undefined);
  expect(await answer).toEqual({ sql: 'SELECT 1' });
  // They have asked.
  await expect
    .poll(() => failed.toSorted())
    .toEqual([
      expect.stringMatching(/^zj-data-table: .*no rows here/),
      expect.stringMatching(/^zj-filter: .*no filter here/),
    ]);
  document.removeEventListener('zj-failed', hear as EventListener);
});

test('the page’s own metrics answer where they are of the release of the manifest, or of the page’s own data alone', async () => {
  const manifest = manifestOf();
  const { source, gift } = place({ manifest: serveManifest(manifest), metrics: metricsOf(undefined) });
  expect(await ask(gift)).toEqual({ sql: 'SELECT 1' });
  // Its keys are in another order.
  source.metrics = metricsOf(Object.fromEntries(Object.entries(manifest).reverse()) as unknown as Manifest);
  expect(await ask(gift)).toEqual({ sql: 'SELECT 1' });
});

test('the page’s own metrics over another release than the manifest are refused', async () => {
  const other = { ...manifestOf(), asOf: '2025-01-01' } as Manifest;
  const { gift } = place({ manifest: serveManifest(manifestOf()), metrics: metricsOf(other) });
  expect(told(await ask(gift))).toEqual(['RELEASE', expect.stringContaining('another release')]);
});

test('a question is told why the manifest cannot be read, and is answered once it can', async () => {
  const manifest = serveManifest({ version: 7 });
  const { source, gift } = place({ manifest, metrics: metricsOf(manifestOf()) });
  expect(told(await ask(gift))).toEqual(['RELEASE', expect.stringContaining('manifest.json')]);
  const { era } = gift;
  serveFile(manifest, JSON.stringify(manifestOf()));
  expect(await ask(gift)).toEqual({ sql: 'SELECT 1' });
  await source.updateComplete;
  // Whoever failed asks again.
  expect(gift.era).not.toBe(era);
});

test('answers are of another era as soon as the manifest is another one over the same database', async () => {
  const manifest = serveManifest(manifestOf());
  const { source, gift } = place({ manifest, metrics: metricsOf(undefined) });
  await ask(gift);
  const { era } = gift;
  const { files, ...rest } = manifestOf();
  const verdicts = { ...files.verdicts, sha256: '0'.repeat(64) };
  serveFile(manifest, JSON.stringify({ ...rest, files: { ...files, verdicts } }));
  source.refresh();
  await expect.poll(() => gift.era).not.toBe(era);
});

test('a selection that is none changes nothing, however it is set; before the script it is told, and the source works', () => {
  const { source } = place({});
  source.select({ during: '2026' });
  const before = source.selection;
  for (const wrong of [
    { where: [{ column: 'a', equal: 'x' }], during: '2025' },
    { during: 'garbage' },
    'x',
  ]) {
    expect(() => source.select(wrong as never)).toThrow(TypeError);
    expect(() => (source.selection = wrong as never)).toThrow(TypeError);
    expect(source.selection).toBe(before);
  }
  const told: unknown[] = [];
  const hear = (event: ErrorEvent): void => {
    told.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('error', hear, { capture: true });
  const early = document.createElement('other-source') as ZjSource;
  Object.assign(early, { selection: { where: 'x' } });
  document.body.append(early);
  customElements.define('other-source', class extends ZjSource {});
  window.removeEventListener('error', hear, { capture: true });
  expect(early.selection).toEqual({ where: [] });
  expect(told).toEqual([expect.any(TypeError)]);
  early.remove();
});
