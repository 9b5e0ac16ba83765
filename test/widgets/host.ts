import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { launchOptions, patience } from '../chromium.mjs';
import { buildGauge } from './build.js';
import { file } from '../../stories/verdicts.js';

/** The policy of lanes without an engine, and the additions of a page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/** An answer of the server, when it is ready. */
type Answer = () => Promise<{
  readonly status?: number;
  readonly body: string | Uint8Array;
  readonly type?: string;
  /** In which the body is given. */
  readonly encoding?: 'br';
}>;

/** A site that embeds the built gauge, under a strict policy. */
export interface Host {
  readonly browser: Browser;
  readonly address: string;
  /** The built gauge. */
  readonly script: string;
  /** The script of the detail. */
  readonly detail: string;
  /** The answer at a path: a page, a style, a file. */
  readonly answers: Map<string, Answer>;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[];
  /** Puts a page at /, and visits it. */
  visit(
    html: string,
    options?: BrowserContextOptions & { readonly before?: (page: Page) => Promise<unknown> },
  ): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /** The errors of the console and the violations of the policy. */
  readonly complaints: string[];
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

/** A page around some tags. */
export function pageOf(
  tags: string,
  { lang = 'zh-CN', head = '' }: { readonly lang?: string; readonly head?: string } = {},
): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/zj.css"><link rel="stylesheet" href="/page.css">${head}</head><body><main><h1>t</h1>${tags}</main><script src="/zj-goal-gauge.js"></script></body></html>`;
}

/** The tag of a goal of the release. */
export function tag(goal: string, attributes = '', inside = ''): string {
  return `<zj-goal-gauge src="/verdicts.json" goal="${goal}" ${attributes}>${inside}</zj-goal-gauge>`;
}

/** Opens a site, and a browser with further arguments and without some of Playwright's own. */
export async function openHost(args: readonly string[] = [], without: readonly string[] = []): Promise<Host> {
  const options = launchOptions();
  const { script, detail, menu, style } = await buildGauge();
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const fixed: Readonly<Record<string, string>> = {
    '/zj-goal-gauge.js': script,
    '/zj-goal-gauge-detail.js': detail,
    '/zj-goal-gauge-menu.js': menu,
    '/zj.css': style,
    '/verdicts.json': file(),
    '/page.css': '',
  };
  const server = createServer((request, response) => {
    // A further attempt has an address of its own.
    const path = request.url!.replace(/\?attempt=\d+$/, '');
    asked.push(path);
    const answer: Answer =
      answers.get(path) ??
      (() => Promise.resolve(path in fixed ? { body: fixed[path]! } : { status: 404, body: 'Not found' }));
    void answer().then(({ status = 200, body, type, encoding }) => {
      response.writeHead(status, {
        'content-security-policy': policy,
        'content-type': type ?? types[path.split('.').at(-1)!] ?? 'text/html',
        'cache-control': 'no-store',
        ...(encoding && { 'content-encoding': encoding }),
      });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    ...options,
    args: [...options.args, ...args],
    ignoreDefaultArgs: [...without],
  });
  return {
    browser,
    address,
    script,
    detail,
    answers,
    asked,
    async visit(html, { before, ...options } = {}) {
      answers.set('/', () => Promise.resolve({ body: html, type: 'text/html' }));
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      asked.length = 0;
      await before?.(page);
      await page.goto(address);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Waits until every gauge of a page has a status or a failure. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('zj-goal-gauge')].every(
      (gauge) => gauge.matches('[status], [failed]') && !gauge.matches('[loading]'),
    ),
  );
}
