import type { Metrics, RowsQuestion } from '@zj/metrics';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZjSource } from '../../../packages/widgets/src/source/source.js';
import { register } from '../../../packages/widgets/src/element/register.js';
import { clear } from '../mount.js';
import { publishPage } from '../release-files.js';
import { sourceOf } from './rows-fixture.js';
import { all, mountTable, one, seen, settled } from './table-stage.js';

register('zj-source', customElements, ZjSource);
beforeEach(clear);
afterEach(clear);

test('inside a source it asks for the rows of a dataset, in the order of the attribute', async () => {
  const asked: RowsQuestion[] = [];
  // The page's own metrics: rows of one dataset.
  const metrics = {
    catalogue: {
      metrics: [],
      datasets: [{ contract: { id: 'revenue', name: { zh: '企业营业收入', en: 'Revenue' } } }],
    },
    rows(question: RowsQuestion) {
      asked.push(question);
      const { where = [], search = '', orderBy = [] } = question;
      return sourceOf(300).arrange({ where, search, orderBy });
    },
  } as unknown as Metrics;
  const source = Object.assign(document.createElement('zj-source'), { metrics });
  document.body.append(source);
  const table = await mountTable({ rows: null, label: null, datasetId: 'revenue', order: '-revenue' });
  source.append(table.parentElement!);
  await expect
    .poll(() => [seen(one(table, '[part=error]')), all(table, 'tbody tr').length])
    .toEqual(['', 50]);
  await settled(table);
  expect(asked.length).toBeGreaterThan(0);
  for (const one of asked)
    expect(one).toMatchObject({
      dataset: 'revenue',
      orderBy: [{ column: 'revenue', direction: 'descending' }],
    });
  expect(seen(one(table, '[part=summary]'))).toBe('300 行，按营业收入从大到小排序');
  expect(seen(one(table, '[part=label]'))).toBe('企业营业收入');
  expect(one(table, 'figure').ariaLabel).toBe('企业营业收入');
  source.remove();
});

test('a dataset without a source, or without an engine, is told in words', async () => {
  const table = await mountTable({ rows: null, datasetId: 'revenue' });
  expect(table.hasAttribute('failed')).toBe(true);
  expect(seen(one(table, '[part=error]'))).toMatch(/^dataset-id .*<zj-source>/);
});

test('an order that a reader chose before the files of the release had come stands in the address', async () => {
  const start = location.href;
  const { manifest } = publishPage([]);
  const { fetch } = globalThis;
  let answer = (): void => undefined;
  const coming = new Promise<void>((resolve) => (answer = resolve));
  globalThis.fetch = async (address, options) => {
    if (typeof address === 'string' && address.endsWith('verdicts.json')) await coming;
    return fetch(address, options);
  };
  const source = Object.assign(document.createElement('zj-source'), { manifest });
  try {
    document.body.append(source);
    const table = await mountTable({ address: '' });
    source.append(table.parentElement!);
    await settled(table);
    all(table, 'thead [part=sort]')[0]!.click();
    await settled(table);
    expect(location.search).not.toContain('sort=');
    answer();
    await expect.poll(() => location.search).toContain('sort=');
  } finally {
    globalThis.fetch = fetch;
    source.remove();
    history.replaceState(null, '', start);
  }
});
