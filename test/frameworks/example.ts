import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { openSite, visit, type Site } from '../page/site.js';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Runs a program of a package, as npx does, in the repository; what it complains of is the error. */
async function runTool(script: string, ...args: readonly string[]): Promise<void> {
  // A development build says in the console what is wrong.
  const env = { ...process.env, NODE_ENV: 'development' };
  try {
    await run(process.execPath, [join(root, script), ...args], { cwd: root, env });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${script} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

/** Checks the types of an example by its own tsconfig.json, as whoever copies it does. */
export function checkTypes(name: 'react' | 'vue'): Promise<void> {
  const compiler = name === 'vue' ? 'node_modules/vue-tsc/bin/vue-tsc.js' : 'node_modules/typescript/bin/tsc';
  return runTool(compiler, '--noEmit', '--project', `examples/${name}`);
}

/** A built example beside the published examples/public-record. */
export function openExample(name: 'react' | 'vue'): Promise<Site> {
  const out = join(root, 'build', name);
  return openSite(out, 'examples/public-record', (release) =>
    runTool(`examples/${name}/build.mjs`, '--release', release, '--out', out),
  );
}

/** The gauge's script runs while a server-rendered page is still read: it is there before the framework is. */
export async function defineFirst(page: Page): Promise<void> {
  await page.route('**/hydrated.html', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const script = '<script src="/zj/zj-goal-gauge.js"></script>';
    await route.fulfill({ response, body: html.replace('</body>', `${script}</body>`) });
  });
}

/** What Lit's own development build says of itself, and of a second copy in the classic script. */
const ofLit = /^(Lit is in dev mode|Multiple versions of Lit loaded)/;

/** A page of an example, and everything that its console said of a fault. */
export interface Look {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** The gauge in a section of the page. */
  readonly gauge: (section: string) => Gauge;
}

/** A gauge, by what a reader sees and what a page is told. */
export interface Gauge {
  /** Waits until it has the status. */
  readonly has: (status: string) => Promise<void>;
  readonly value: Locator;
  /** The line of the schedule. */
  readonly key: Locator;
  readonly told: Locator;
  readonly press: (name: string) => Promise<void>;
}

/** Visits a page of an example. */
export async function look(
  site: Site,
  options: BrowserContextOptions & {
    readonly path?: string;
    readonly before?: (page: Page) => Promise<unknown>;
  } = {},
): Promise<Look> {
  const complaints: string[] = [];
  const { page } = await visit(site, {
    ...options,
    before: (page) => {
      page.on('console', (message) => {
        if (/^(error|warning)$/.test(message.type()) && !ofLit.test(message.text()))
          complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => complaints.push(message));
      return options.before?.(page) ?? Promise.resolve();
    },
  });
  return {
    page,
    complaints,
    gauge: (section) => {
      const place = page.locator(section);
      return {
        has: (status) => place.locator(`zj-goal-gauge[status=${status}]`).waitFor(),
        value: place.locator('zj-goal-gauge [part=value]'),
        key: place.locator('zj-goal-gauge [part=pace]').first(),
        told: place.locator('output').first(),
        press: (name) => place.getByRole('button', { name, exact: true }).click(),
      };
    },
  };
}
