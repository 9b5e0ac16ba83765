import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { launchOptions } from '../chromium.mjs';
import { drawMany } from './plot-bytes.js';

/** The same sources as one classic script for a page. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'plot-bytes.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'drawn',
    conditions: ['source'],
    write: false,
  });
  return outputFiles[0]!.text;
}

test('a trend is the same SVG in Node and in a browser, to the byte', async () => {
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    const drawn = await page.evaluate(() =>
      (globalThis as unknown as { drawn: { drawMany: typeof drawMany } }).drawn.drawMany(200),
    );
    expect(drawn.length).toBeGreaterThan(1e6);
    expect(drawn === drawMany(200)).toBe(true);
  } finally {
    await browser.close();
  }
});
