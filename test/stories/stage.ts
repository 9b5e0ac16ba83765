import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright';
import { launchOptions, patience } from '../chromium.mjs';
import type { Listed } from './page.js';

/** A page that can show every story, without Storybook around it. */
export interface Stage {
  readonly browser: Browser;
  readonly page: Page;
  readonly stories: readonly Listed[];
  /** The errors and warnings of the console. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** The page's script and style, with all that the stories import. */
async function bundle(): Promise<{ readonly script: string; readonly style: string }> {
  const files = readdirSync(join(root, 'stories')).filter((file) => file.endsWith('.stories.ts'));
  const entry = [
    "import { take } from './test/stories/page.js';",
    ...files.map((file, at) => `import * as s${at} from './stories/${file}';`),
    `take([${files.map((_, at) => `s${at}`).join()}]);`,
  ].join('\n');
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    outdir: root,
    format: 'esm',
    conditions: ['source', 'production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    logLevel: 'error',
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  return { script: text('.js'), style: text('.css') };
}

const html =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stories</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/stage.css"></head><body><main><h1>Stories</h1></main><script type="module" src="/stage.js"></script></body></html>';

/** So that letters and colours are drawn alike on every machine that has the fonts. */
const alike = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];

/** Builds and opens the page. */
export async function openStage(): Promise<Stage> {
  const { script, style } = await bundle();
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html', html],
    '/stage.js': ['text/javascript', script],
    '/stage.css': ['text/css', style],
  };
  const server = createServer(({ url }, response) => {
    const [type, body] = files[url!] ?? [];
    response.writeHead(type ? 200 : 404, type ? { 'content-type': `${type}; charset=utf-8` } : {}).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { args, ...options } = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, ...alike] });
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // One story shows a missing file.
    if (!['error', 'warning'].includes(message.type()) || message.text().startsWith('Failed to load')) return;
    complaints.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const stories = await page.evaluate(() => globalThis.storyPage.listed);
  return {
    browser,
    page,
    stories,
    complaints,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
