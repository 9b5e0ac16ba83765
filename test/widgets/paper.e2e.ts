import { afterAll, beforeAll, expect, test } from 'vitest';
import { four } from '../../stories/verdicts.js';
import { findOverlaps, readSheets } from '../sheets.js';
import { openHost, pageOf, settled, tag, type Host } from './host.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const looks = ['arc', 'ring', 'linear', 'number'];

test.each([1, 2, 3, 4])(
  'printed in %i columns, no text lies over another, in every appearance',
  async (columns) => {
    host.answers.set('/page.css', () =>
      Promise.resolve({
        body: `@media print{main{display:grid;grid-template-columns:repeat(${columns},1fr);gap:12px}h1{display:none}}`,
      }),
    );
    for (const lang of ['zh-CN', 'en']) {
      const tags = looks.flatMap((look) => four.map(({ goal }) => tag(goal, `appearance="${look}"`)));
      // On the screen the cards stand one below the other, and are wide.
      const { page } = await host.visit(pageOf(tags.join(''), { lang }));
      await settled(page);
      const sheets = await readSheets(await page.pdf({ format: 'A4' }));
      expect(sheets.flat().length).toBeGreaterThan(100);
      expect(sheets.flatMap(findOverlaps), lang).toEqual([]);
      await page.context().close();
    }
  },
);

test('on paper a dark brand is dark ink on white, the card as high as its lines, and nothing there is only for pressing', async () => {
  host.answers.set('/page.css', () =>
    Promise.resolve({
      body: ':root{color-scheme:dark;--zj-surface:#101820;--zj-ink:#f0f4f8;--zj-ink-soft:#a0b0c0;--zj-track:#203040;--zj-line:#203040}body{background:#101820}',
    }),
  );
  const { page } = await host.visit(pageOf(four.map(({ goal }) => tag(goal)).join('')));
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  const seen = await page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((gauge) => {
      const root = gauge.shadowRoot!;
      const style = (selector: string): CSSStyleDeclaration =>
        getComputedStyle(root.querySelector(selector)!);
      return [
        style('figure').backgroundColor,
        style('figcaption').color,
        style('[part=track]').color,
        style('summary').display,
        style('.root').minHeight,
      ];
    }),
  );
  for (const one of seen)
    expect(one).toEqual(['rgb(255, 255, 255)', 'rgb(23, 33, 43)', 'rgb(230, 235, 240)', 'none', '0px']);
  await page.context().close();
});
