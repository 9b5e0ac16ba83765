import { readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { CallOptions, Database } from '@zj/metrics';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, test, type TestAPI } from 'vitest';
import { launchOptions, patience } from '../../chromium.mjs';
import { writeRelease, type Release } from '../release/release.js';
import { databaseOf, openSite, type Answer, type Visit } from './site.js';

const built = join(import.meta.dirname, '../../../packages/metrics/dist/browser');

/** The files of the engine, and the database, by their paths on the site. */
export const workerFile = '/engine/zj-engine-worker.js';
export const scriptFile = '/engine/duckdb-browser-eh.worker.js';
export const wasmFile = '/engine/duckdb-eh.wasm';
export const databaseFile = '/release/park.duckdb';

/** A built file as it is. */
export const readBuilt = (path: string): Promise<Buffer> => readFile(join(built, path));

type Deadline = Pick<CallOptions, 'deadline'>;
/** Of calls that are about no deadline: many start at once here, on a machine that may be busy. */
const none: Deadline = { deadline: patience };

/** A site of one test, whose answers it changes, and a page of it. */
export interface Stage {
  readonly answers: Map<string, Answer>;
  readonly release: Release;
  visit(): Promise<Visit>;
  /** The outcome of a start in the page, and its duration in milliseconds. */
  open(
    database?: Database,
    options?: Deadline,
    baseUrl?: string,
  ): Promise<{ code: string; message: string; took: number }>;
  /** The code of a statement's error, or `none`. */
  run(sql: string, options?: Deadline): Promise<string>;
}

/** Tests that wait side by side: each has a stage of its own, and all of a file have one browser and one release. */
export function testOnStages(): TestAPI<{ stage: Stage }> {
  let release: Release;
  let browser: Browser;
  beforeAll(async () => {
    release = await writeRelease();
    browser = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await browser.close();
    await rm(release.folder, { recursive: true });
  });
  return test.extend<{ stage: Stage }>({
    async stage({ onTestFinished }, use) {
      const site = await openSite(release.folder, browser);
      let page: Page | undefined;
      onTestFinished(async () => {
        await page?.context().close();
        await site.close();
      });
      await use({
        release,
        answers: site.answers,
        async visit() {
          const visit = await site.visit();
          ({ page } = visit);
          return visit;
        },
        open: (database = databaseOf(release), options, baseUrl) => open(page!, database, options, baseUrl),
        run: (sql, options) => run(page!, sql, options),
      });
    },
  });
}

function open(page: Page, database: Database, options: Deadline = none, baseUrl = '/engine/') {
  return page.evaluate(
    async ({ database, options, baseUrl }) => {
      const started = performance.now();
      globalThis.engine = zj.wasmEngine({ baseUrl });
      const outcome = await engine.open(database, options).then(
        () => ({ code: 'none', message: '' }),
        ({ code, message }: { code: string; message: string }) => ({ code, message }),
      );
      return { ...outcome, took: performance.now() - started };
    },
    { database, options, baseUrl },
  );
}

function run(page: Page, sql: string, options: Deadline = none): Promise<string> {
  return page.evaluate(
    ({ sql, options }) =>
      engine.run(sql, options).then(
        () => 'none',
        ({ code }: { code: string }) => code,
      ),
    { sql, options },
  );
}

/** Sends a body of a type. */
export function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

/** Sends a script. */
export const script =
  (text: string): Answer =>
  (response) =>
    send(response, 'text/javascript', text);

/** Sends a body that never ends. */
export const endless: Answer = (response, request) => {
  const piece = Buffer.alloc(1 << 18, 32);
  const more = (): void => {
    while (!request.destroyed && !response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
};
