import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { four } from '../../stories/verdicts.js';
import { openHost, pageOf, settled, tag, type Host } from './host.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

/** A piece of text on a sheet, in points from its upper left corner. */
interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The texts of each sheet of a PDF, as they are drawn. */
async function readSheets(pdf: Uint8Array): Promise<readonly (readonly Piece[])[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const sheet = await document.getPage(at + 1);
      const { height } = sheet.getViewport({ scale: 1 });
      const { items } = await sheet.getTextContent();
      return items.flatMap((item) => {
        if (!('str' in item) || !item.str.trim()) return [];
        const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
        // Letters are about as high as their size, less a little above and below.
        const [top, bottom] = [height - y - size * 0.8, height - y + size * 0.1];
        return [{ text: item.str, left: x, right: x + item.width, top, bottom }];
      });
    }),
  );
}

/** Pieces that lie over each other. */
function findOverlaps(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((one, at) =>
    pieces
      .slice(at + 1)
      .filter(
        (other) =>
          // Full-width quotes are set half-width: of their line, a file says more than is drawn.
          Math.min(one.right, other.right) - Math.max(one.left, other.left) >
            (Math.abs(one.top - other.top) < 1 ? 2 * (one.bottom - one.top) : 1) &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
      )
      .map((other) => `“${one.text}” and “${other.text}”`),
  );
}

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
