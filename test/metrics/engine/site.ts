import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import type { Database, Engine } from '@zj/metrics';
import type { Release } from '../release/release.js';
import type * as Sdk from '../../../packages/metrics/src/browser.js';
import { launchOptions, patience } from '../../chromium.mjs';

declare global {
  /** The SDK as the page imported it. */
  var zj: typeof Sdk;
  /** The engine that a test started in the page. */
  var engine: Engine;
}

const built = join(import.meta.dirname, '../../../packages/metrics/dist/browser');
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const pagePolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; img-src data:";
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** How a path is answered instead of with its file. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>;

/** The built SDK and engine, and a release, served under a strict policy; and a browser. */
export interface Site {
  readonly address: string;
  /** Paths that are answered differently, until they are deleted. */
  readonly answers: Map<string, Answer>;
  /** A fresh page with the SDK in `zj`. Requests to other sites are blocked and recorded. */
  visit(): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly foreign: readonly string[];
  /** Requests to the site, by path. */
  readonly requests: readonly string[];
  /** The errors of the console. */
  readonly complaints: readonly string[];
}

/** Opens a site, and a browser of its own where it is given none. */
export async function openSite(release: string, given?: Browser): Promise<Site> {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    response.setHeader(
      'Content-Security-Policy',
      pathname.startsWith('/engine/') ? workerPolicy : pagePolicy,
    );
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const answer = answers.get(pathname) ?? ((to) => sendPath(to, pathname, release, request.headers.range));
    void answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = given ?? (await chromium.launch(launchOptions()));

  async function visit(): Promise<Visit> {
    const [foreign, requests, complaints]: string[][] = [[], [], []];
    const context = await browser.newContext();
    context.setDefaultTimeout(patience);
    await context.route(
      (url) => url.origin !== address,
      (route) => {
        foreign!.push(route.request().url());
        return route.abort();
      },
    );
    context.on('request', (request) => requests!.push(new URL(request.url()).pathname));
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints!.push(message.text());
    });
    page.on('pageerror', (error) => complaints!.push(error.message));
    await page.goto(`${address}/page`);
    await page.waitForFunction(() => 'zj' in globalThis);
    return { page, foreign: foreign!, requests: requests!, complaints: complaints! };
  }

  async function close(): Promise<void> {
    if (!given) await browser.close();
    server.closeAllConnections();
    server.close();
  }
  return { address, answers, visit, close };
}

async function sendPath(
  response: ServerResponse,
  path: string,
  release: string,
  range?: string,
): Promise<void> {
  if (path === '/page') {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      '<!doctype html><title>SDK</title><link rel=icon href=data:,><script type=module src=/page.js></script>',
    );
  } else if (path === '/page.js') {
    response.setHeader('Content-Type', types['.js']!);
    response.end("import * as zj from '/zj-metrics.js'; globalThis.zj = zj;");
  } else {
    await sendFile(
      response,
      path.startsWith('/release/') ? join(release, path.slice(9)) : join(built, path),
      range,
    );
  }
}

/** Sends a file, or the part of it that a range asks for. */
export async function sendFile(response: ServerResponse, file: string, range?: string): Promise<void> {
  const { size, mtimeMs } = await stat(file).catch(() => ({ size: -1, mtimeMs: 0 }));
  if (size < 0) return void response.writeHead(404).end('Not found');
  const [, from = 0, to = size - 1] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const [start, end] = [Number(from), Math.min(Number(to || size - 1), size - 1)];
  response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
  response.setHeader('Content-Length', end - start + 1);
  if (range !== undefined) {
    response.statusCode = 206;
    if (!response.hasHeader('ETag')) response.setHeader('ETag', `"${size}-${mtimeMs}"`);
    response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
  }
  createReadStream(file, { start, end }).pipe(response);
}

/** The database of a release as its manifest names it, under its address. */
export function databaseOf({ manifest }: Release): Database {
  const { path, ...file } = manifest.files.database;
  return { url: `/release/${path}`, ...file };
}

/**
 * How many workers a page has, once it has this many, or a minute later. Chromium lets a worker that is
 * busy when it is ended, compiling the engine for one, go on for two seconds or more.
 */
export async function countWorkers(page: Page, expected: number): Promise<number> {
  for (let wait = 0; wait < 1200 && page.workers().length !== expected; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return page.workers().length;
}
