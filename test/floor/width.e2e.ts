import { afterAll, beforeAll, expect, test } from 'vitest';
import { four } from '../../stories/verdicts.js';
import { openHost, pageOf, settled, tag, type Host } from '../widgets/host.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

/** The width of a gauge in a box that is as wide as its content. */
async function widthIn(script: string): Promise<number> {
  host.answers.set('/zj-goal-gauge.js', () => Promise.resolve({ body: script }));
  host.answers.set('/page.css', () => Promise.resolve({ body: 'main{float:left}h1{display:none}' }));
  const { page } = await host.visit(pageOf(tag(four[0]!.goal)));
  await settled(page);
  const width = await page.$eval('zj-goal-gauge', (gauge) => gauge.getBoundingClientRect().width);
  await page.context().close();
  return width;
}

test('in a box that shrinks to it, a gauge is as wide where contain-intrinsic-width is unknown, as in Safari 16.4', async () => {
  const asInSafari = host.script.replaceAll('contain-intrinsic-width', 'zj-unknown');
  expect(asInSafari).not.toBe(host.script);
  expect(await widthIn(host.script)).toBe(288);
  expect(await widthIn(asInSafari)).toBe(288);
});
