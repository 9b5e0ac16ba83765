import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { launchOptions, patience } from '../chromium.mjs';

const root = join(import.meta.dirname, '../..');
const zj = join(root, 'packages/cli/dist/zj.js');

/** The built command: its output and its exit code. */
export async function runZj(
  ...args: readonly string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [zj, ...args], { cwd: root });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

/** A page beside a published example, served by the built command. */
export interface Served {
  readonly address: string;
  readonly server: ChildProcess;
  /** Ends the server. */
  close(): void;
}

/** The same, and a browser to look at it. */
export interface Site extends Omit<Served, 'close'> {
  readonly release: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Publishes an example into a folder. */
export async function publish(source: string, release: string): Promise<void> {
  const { code, err } = await runZj('publish', source, '--out', release);
  if (code !== 0) throw new Error(`zj publish failed:\n${err}`);
}

/** Serves the page in a folder beside a release. */
export async function serve(folderOfPage: string, release: string): Promise<Served> {
  const server = spawn(process.execPath, [zj, 'serve', folderOfPage, '--release', release, '--port', '0'], {
    cwd: root,
  });
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
    server.once('close', (code) => reject(new Error(`zj serve ended with ${code}`)));
  });
  return { address, server, close: () => void server.kill('SIGTERM') };
}

export async function openSite(
  folderOfPage = 'examples/park/site',
  source = 'examples/park',
  /** Makes the page from the published release, where it has to be made. */
  build: (release: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'zj-page-'));
  const release = join(folder, 'release');
  await publish(source, release);
  await build(release);
  const served = await serve(folderOfPage, release);
  const browser = await chromium.launch(launchOptions());
  return {
    ...served,
    release,
    browser,
    async close() {
      await browser.close();
      served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A page of the site with everything that should not happen written down. */
export interface Visit {
  readonly page: Page;
  /** Requests to anywhere but the site itself: blocked and counted. */
  readonly foreign: readonly string[];
  /** Errors and policy violations that the console showed. */
  readonly complaints: readonly string[];
}

export async function visit(
  site: Site,
  options: BrowserContextOptions & {
    readonly path?: string;
    readonly before?: (page: Page) => Promise<unknown>;
  } = {},
): Promise<Visit> {
  const { path = '', before, ...context } = options;
  const page = await (await site.browser.newContext(context)).newPage();
  page.context().setDefaultTimeout(patience);
  const foreign: string[] = [];
  const complaints: string[] = [];
  await page.context().route(
    (url) => url.origin !== new URL(site.address).origin,
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // Counted from the first frame on.
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await before?.(page);
  await page.goto(site.address + path);
  return { page, foreign, complaints };
}
