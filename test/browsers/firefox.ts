import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Start, Tab } from './driver.js';
import { readTree, systemAccess } from './firefox-tree.js';

/** Not in the folder for temporary files: a Firefox from a snap sees another one. */
const profiles = join(import.meta.dirname, '../../build/browsers');

/** A Firefox by WebDriver BiDi. */
export async function startFirefox({ path, gate, dark }: Start): Promise<Tab> {
  await mkdir(profiles, { recursive: true });
  const profile = await mkdtemp(join(profiles, 'profile-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    userDataDir: profile,
    args: [systemAccess],
    // A busy machine takes long to start and to answer.
    timeout: 80_000,
    protocolTimeout: 180_000,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': gate,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': gate,
      // 0 is dark, 1 light.
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    },
  });
  const page = await browser.newPage();
  return {
    version: (await browser.version()).replace(/^.*\//, ''),
    async open(url) {
      await page.goto(url, { timeout: 60_000 });
    },
    run: (work, ...args) => page.evaluate(work as never, ...args),
    click: (x, y) => page.mouse.click(x, y),
    resize: (width, height) => page.setViewport({ width, height }),
    picture: () => page.screenshot({ fullPage: true }),
    print: () => page.pdf({ format: 'A4' }),
    tree: () => readTree(browser, page.url()),
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
