import { chromium } from 'playwright';
import { launchOptions } from '../chromium.mjs';
import type { Start, Tab } from './driver.js';

/** A Chromium, old or new, by Playwright. */
export async function startChromium({ path, gate, dark }: Start): Promise<Tab> {
  const { args } = launchOptions();
  const browser = await chromium.launch({
    executablePath: path,
    args: [...args, `--proxy-server=127.0.0.1:${gate}`],
  });
  const page = await browser.newPage({ colorScheme: dark ? 'dark' : 'light' });
  return {
    version: browser.version(),
    async open(url) {
      await page.goto(url);
    },
    // Playwright hands over one value; a text it runs, whatever the page's policy says of eval().
    run: (work, ...args) => page.evaluate(`(${String(work)})(...${JSON.stringify(args)})`),
    click: (x, y) => page.mouse.click(x, y),
    resize: (width, height) => page.setViewportSize({ width, height }),
    picture: () => page.screenshot({ fullPage: true }),
    print: () => page.pdf({ format: 'A4' }),
    close: () => browser.close(),
  };
}
