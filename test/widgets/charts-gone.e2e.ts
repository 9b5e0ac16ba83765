import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, visit, type Site } from '../page/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** A page of the site with nothing on it. */
const body =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body><script type="module" src="/zj/zj.js"></script>';

const goal = 'leading-industries-revenue';
const inSource = (tag: string): string => `<zj-source manifest="/release/manifest.json">${tag}</zj-source>`;
const trend = '<zj-trend-chart';
const breakdown = '<zj-breakdown-chart cumulative';
const metric = 'src="/release/series/metrics/industry-revenue.month.by-industry.json"';

test.each([
  ['trends in sources', inSource(`${trend} goal="${goal}"></zj-trend-chart>`)],
  ['trends of files', `${trend} src="/release/series/goals/${goal}.json"></zj-trend-chart>`],
  [
    'breakdowns in sources',
    inSource(`${breakdown} metric="industry-revenue" grain="month" by="industry"></zj-breakdown-chart>`),
  ],
  ['breakdowns of files', `${breakdown} ${metric}></zj-breakdown-chart>`],
])('a thousand %s that come, draw and go leave nothing behind', async (_, tag) => {
  const { page, complaints } = await visit(site, {
    path: 'bare',
    before: (page) => page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body })),
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const held = async (): Promise<Record<string, number>> => {
    // What a finalizer lets go is free after the next collection.
    for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  /** Mounts as many at once as a large page has; each has drawn before it goes. Gives the number of those that drew. */
  const mount = (rounds: number): Promise<number> =>
    page.evaluate(
      async ({ rounds, tag }) => {
        const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
        let drawn = 0;
        for (let round = 0; round < rounds; round++) {
          const box = document.createElement('div');
          for (let i = 0; i < 20; i++) box.append(document.createRange().createContextualFragment(tag));
          document.body.append(box);
          const charts = [...box.querySelectorAll('zj-trend-chart, zj-breakdown-chart')];
          const isDrawn = (chart: Element): boolean =>
            Boolean(chart.shadowRoot?.querySelector('.root.ready[size]'));
          while (!charts.every((chart) => isDrawn(chart) || chart.matches('[failed]'))) await frame();
          drawn += charts.filter(isDrawn).length;
          box.remove();
        }
        for (let times = 0; times < 3; times++) await frame();
        return drawn;
      },
      { rounds, tag },
    );
  await mount(5);
  const before = await held();
  expect(await mount(50)).toBe(1000);
  const after = await held();
  // A thousand that stay would be a hundred thousand nodes.
  expect(after.Nodes! - before.Nodes!).toBeLessThan(1000);
  expect(after.JSEventListeners! - before.JSEventListeners!).toBeLessThan(200);
  expect(after.JSHeapUsedSize! - before.JSHeapUsedSize!).toBeLessThan(3_000_000);
  expect(complaints).toEqual([]);
  await page.context().close();
});
