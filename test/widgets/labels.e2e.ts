import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from './faults.js';
import { openHost, pageOf, type Host } from './host.js';
import { kinds } from '../../stories/kinds.js';
import { every } from '../../stories/verdicts.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const looks = ['arc', 'ring', 'linear', 'number'];
const widths = [120, 150, 200, 240, 271, 280, 328, 400, 480, 600, 800, 1200];

/** Every example in every appearance, one below the other. */
async function visitAll(attributes: string, lang: string): Promise<Page> {
  const verdicts = Object.values({ ...every, ...kinds });
  const tags = looks.flatMap((look) =>
    verdicts.map(() => `<zj-goal-gauge appearance="${look}" ${attributes}></zj-goal-gauge>`),
  );
  const { page } = await host.visit(pageOf(tags.join(''), { lang }), {
    viewport: { width: 1300, height: 900 },
  });
  await page.evaluate(async (verdicts) => {
    const gauges = [...document.querySelectorAll('zj-goal-gauge')];
    gauges.forEach((gauge, at) => (gauge.verdict = verdicts[at % verdicts.length]!));
    await Promise.all(gauges.map((gauge) => gauge.updateComplete));
  }, verdicts);
  return page;
}

test.each([
  ['zh-CN', '', 16],
  ['zh-CN', '', 32],
  ['en', '', 16],
  ['en', '', 32],
  ['zh-CN', 'compact', 16],
  ['en', 'compact', 32],
  ['zh-CN', 'elder', 24],
  ['en', 'elder', 24],
])(
  'no two labels meet and none is cut off, in %s %s with text of %i px, from 120 to 1200 px',
  async (lang, attributes, size) => {
    const page = await visitAll(attributes, lang);
    if (!attributes.includes('elder')) {
      await page.evaluate((size) => document.body.style.setProperty('--zj-font-size', `${size}px`), size);
    }
    const faults: string[] = [];
    for (const width of widths) {
      await page.evaluate((width) => (document.querySelector('main')!.style.width = `${width}px`), width);
      faults.push(...(await findFaults(page)).map((fault) => `${width} px: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
