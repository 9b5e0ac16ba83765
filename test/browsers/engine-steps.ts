import { join } from 'node:path';
import { createMetrics, type Query } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { expect } from 'vitest';
import type { Tab } from './driver.js';
import { press, seen, texts, words } from './press.js';
import type { Step } from './walk.js';

/** Twelve rows of two industries, and one whose figure has a letter in it. */
const csv = [
  'month,industry,revenue',
  ...['01', '02', '03'].flatMap((month, i) => [
    `2025-${month}-01,Chips,${100 + i}.25`,
    `2025-${month}-01,Biotech,${50 + i}.50`,
    `2026-${month}-01,Chips,${120 + i}.75`,
    `2026-${month}-01,Biotech,${60 + i}.00`,
  ]),
  '2026-03-01,Optics,12O.00',
].join('\n');

/** The rows of the answer, once it is there. */
const rows = ['#answer zj-data-table:not([loading])', '.viewport:not(.busy) tbody tr:not(.pending)'] as const;

/** Fills in what is asked on the query page. */
async function choose(tab: Tab, values: Readonly<Record<string, string | boolean>>): Promise<void> {
  for (const [selector, value] of Object.entries(values))
    await tab.run((control, wanted) => inPage.choose(control, wanted), selector, value);
}

/** Presses the button that asks, and waits for the answer, which is another one. */
async function ask(tab: Tab): Promise<void> {
  await tab.run(() => document.getElementById('answer')!.replaceChildren());
  await press(tab, '#question .primary');
  await seen(tab, ...rows);
}

/** What native DuckDB answers to a question of the page. */
async function askNode(release: string, question: Query): Promise<object[]> {
  const metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(join(release, 'manifest.json'));
  const rows = (await metrics.query(question)).rows();
  await metrics.close();
  return JSON.parse(JSON.stringify(rows)) as object[];
}

export const engineSteps: readonly Step[] = [
  {
    name: '核验 computes the four figures again, and finds them equal to those of the release',
    async take(walk) {
      const { tab, verdicts } = walk;
      await tab.open(`${walk.park.address}/`);
      await press(tab, 'zj-verify', '[part=start]');
      await seen(tab, 'zj-verify', '[part=outcome]');
      expect((await texts(tab, 'zj-verify', '[part=outcome]'))[0]).not.toContain('不相等');
      const rows = await tab.run(() =>
        document
          .querySelector('zj-verify')!
          .verification!.goals.map(({ goal, equal, recomputed }) => [goal, equal, recomputed?.actual]),
      );
      expect(rows).toEqual(verdicts.verdicts.map(({ goal, actual }) => [goal, true, actual]));
      await walk.keep(tab, 'verify');
    },
  },
  {
    name: 'the query page opens the release, and answers as native DuckDB does',
    async take(walk) {
      const { tab, query, release } = walk;
      await tab.open(`${query.address}/`);
      await press(tab, '#open .button:enabled');
      await seen(tab, ...rows);
      await choose(tab, { '[name=metric]': 'industry-revenue' });
      await choose(tab, {
        '[name=by][value=industry]': true,
        '[name=grain]': 'quarter',
        '[name=during]': '"2026"',
        '[name=compare]': 'year-over-year',
        '[name=share]': true,
        '[name=totals]': true,
      });
      await ask(tab);
      const question = JSON.parse((await texts(tab, '#answer details:last-child pre'))[0]!) as Query;
      const expected = await askNode(release, question);
      expect(expected.length).toBeGreaterThan(10);
      expect(await tab.run((asked) => inPage.ask(asked), question)).toEqual(expected);
      const told = await texts(tab, ...rows);
      expect(told).toHaveLength(expected.length);
      expect(told.join()).toContain('集成电路');
      await walk.keep(tab, 'query');
    },
  },
  {
    name: 'a file of the reader is read and asked',
    async take({ tab, query }) {
      await tab.open(`${query.address}/`);
      await seen(tab, '#open .button:enabled');
      await tab.run((text) => inPage.drop('#drop', 'revenue.csv', text), csv);
      await seen(tab, ...rows);
      expect(await words(tab, '#file-status [data-count] b')).toEqual(['13', '12', '1']);
      expect(await words(tab, '.problems tbody th')).toEqual(['revenue.csv:14:19']);
      await choose(tab, { '[name=metric]': 'own-sum-revenue' });
      await choose(tab, { '[name=grain]': 'year', '[name=by][value=industry]': true });
      await ask(tab);
      const cells = await tab.run(
        (path) => inPage.all(path).map((row) => [...row.children].map((cell) => cell.textContent.trim())),
        rows,
      );
      expect(cells.map((row) => row.slice(0, 3))).toContainEqual([
        '2026年（截至2026年3月）',
        'Chips',
        '365.25',
      ]);
    },
  },
];
