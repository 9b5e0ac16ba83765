import { rm } from 'node:fs/promises';
import type { Engine, EngineEvent } from '@zj/metrics';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { countWorkers, databaseOf, openSite, type Site, type Visit } from './site.js';
import { slow } from './statements.js';

declare global {
  /** Two holds on the engine of the page. */
  var holds: readonly [Engine, Engine];
  /** The messages to the second page. */
  var heard: EngineEvent['state'][];
  function codeOf(call: Promise<unknown>): Promise<string>;
}

let release: Release;
let site: Site;
let visit: Visit;

beforeAll(async () => {
  release = await writeRelease();
  site = await openSite(release.folder);
});
afterAll(async () => {
  await site.close();
  await rm(release.folder, { recursive: true });
});
beforeEach(async () => {
  visit = await site.visit();
  await visit.page.evaluate(() => {
    const hold = (): Engine => zj.sharedEngine({ baseUrl: '/engine/' });
    globalThis.holds = [hold(), hold()];
    globalThis.heard = [];
    holds[1].subscribe(({ state }) => heard.push(state));
    globalThis.codeOf = (call) =>
      call.then(
        () => 'answered',
        (error: { code?: string }) => error.code ?? 'no code',
      );
  });
});
afterEach(() => visit.page.context().close());

/** How often the page asked for a file. */
const asked = (end: string): number => visit.requests.filter((path) => path.endsWith(end)).length;

test('holds on one database share a worker and a download; another database has to wait for all to let go', async () => {
  const told = await visit.page.evaluate(async (database) => {
    const [one, other] = holds;
    const opened = await Promise.all(holds.map((hold) => hold.open(database)));
    const answers = await Promise.all(holds.map((hold) => hold.run("SELECT 'a' AS a")));
    const { code, message } = (await other.open().catch((error: unknown) => error)) as {
      code: string;
      message: string;
    };
    await one.close();
    const after = [await codeOf(one.run("SELECT 'a'")), await codeOf(other.run("SELECT 'a'"))];
    return { opened, rows: answers.map(({ rowCount }) => rowCount), code, message, after };
  }, databaseOf(release));
  expect(told).toEqual({
    opened: [{ verified: true }, { verified: true }],
    rows: [1, 1],
    code: 'REFUSED',
    message: expect.stringContaining('wasmEngine') as string,
    after: ['CLOSED', 'answered'],
  });
  expect([asked('.duckdb'), asked('zj-engine-worker.js')]).toEqual([1, 1]);
  // The other is alone now and may open any file.
  expect(await visit.page.evaluate(() => holds[1].open())).toEqual({ verified: false });
  expect(await countWorkers(visit.page, 1)).toBe(1);
  await visit.page.evaluate(() => holds[1].close());
  expect(await countWorkers(visit.page, 0)).toBe(0);
  const states = await visit.page.evaluate(() => heard);
  expect(states.filter((state) => state !== 'starting')).toEqual(['ready', 'ready', 'closed']);
});

test('a table is for all to read, its name for one to use, and it goes with its hold', async () => {
  const told = await visit.page.evaluate(async () => {
    const [one, other] = holds;
    await Promise.all([one.open(), other.open()]);
    const load = (hold: Engine, name: string): Promise<string> =>
      codeOf(hold.load(name, [{ name: 'a', type: 'DOUBLE', values: [1] }]));
    const codes = [await load(one, 'Mine'), await load(other, 'mine'), await load(one, 'mine')];
    codes.push(await codeOf(other.build('MINE', 'SELECT 1 AS a')), await codeOf(other.drop('mine')));
    codes.push(await codeOf(other.run('FROM mine')), await load(one, 7 as unknown as string));
    // A name that came to nothing is nobody's.
    codes.push(await codeOf(one.build('free', 'SELECT nothing')), await load(other, 'free'));
    await one.close();
    codes.push(await codeOf(other.run('FROM mine')), await load(other, 'mine'));
    return codes;
  });
  expect(told).toEqual([
    ...['answered', 'REFUSED', 'answered', 'REFUSED', 'REFUSED', 'answered', 'REFUSED'],
    ...['SQL', 'answered', 'SQL', 'answered'],
  ]);
});

test('what one gives up does not end what the other waits for', async () => {
  const told = await visit.page.evaluate(
    async ({ database, sql }) => {
      const [one, other] = holds;
      const controller = new AbortController();
      const opens = [codeOf(one.open(database, { signal: controller.signal })), codeOf(other.open(database))];
      controller.abort();
      const opened = await Promise.all(opens);
      await one.open(database);
      const running = codeOf(one.run(sql));
      const waiting = codeOf(other.run("SELECT 'a'"));
      setTimeout(() => void one.close(), 300);
      return [...opened, await running, await waiting];
    },
    { database: databaseOf(release), sql: slow },
  );
  expect(told).toEqual(['ABORTED', 'answered', 'CLOSED', 'answered']);
  expect(await countWorkers(visit.page, 1)).toBe(1);
});

test('what one interrupts is its own statement: the other is answered, and nothing starts again', async () => {
  const told = await visit.page.evaluate(async (sql) => {
    const [one, other] = holds;
    await Promise.all([one.open(), other.open()]);
    await other.load('own', [{ name: 'a', type: 'DOUBLE', values: [7] }]);
    const codes: string[] = [];
    for (const begin of [
      (signal: AbortSignal) => one.run(sql, { signal }),
      (signal: AbortSignal) => one.build('late', sql, { signal }),
    ]) {
      const controller = new AbortController();
      const running = codeOf(begin(controller.signal));
      const waiting = other.run('FROM memory.main.own').then(({ columns }) => String(columns[0]!.values[0]));
      setTimeout(() => controller.abort(), 300);
      codes.push(await running, await waiting);
    }
    return codes;
  }, slow);
  expect(told).toEqual(['ABORTED', '7', 'ABORTED', '7']);
  expect(await visit.page.evaluate(() => heard.filter((state) => state !== 'starting'))).toEqual(['ready']);
  expect(asked('zj-engine-worker.js')).toBe(1);
});
