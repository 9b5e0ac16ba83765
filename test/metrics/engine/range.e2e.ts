import { mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallOptions, Database, Table } from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, countWorkers, openSite, sendFile, type Site, type Visit } from './site.js';

const path = '/release/large.duckdb';
const narrow = `SELECT month, CAST(sum(revenue) AS DOUBLE) AS revenue FROM revenue
  WHERE month = DATE '2024-01-01' GROUP BY month`;
const wide =
  'SELECT industry, CAST(sum(revenue) AS DOUBLE) AS revenue FROM revenue GROUP BY ALL ORDER BY ALL';

let folder: string;
let file: string;
let bytes: number;
let site: Site;
let visit: Visit;
/** Bytes of the database that were sent. */
let sent: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-range-'));
  file = join(folder, 'large.duckdb');
  const workbench = await openWorkbench();
  await workbench.execute(`
    ATTACH '${file}' AS release (STORAGE_VERSION 'v1.2.0');
    CREATE TABLE release.revenue AS
      SELECT CAST(DATE '2020-01-01' + INTERVAL (range // 10000) MONTH AS DATE) AS month, 'industry ' || range % 31 AS industry,
        CAST(hash(range) % 1000000000 / 100 AS DECIMAL(18, 2)) AS revenue, hash(range + 7) AS noise
      FROM range(600000);
    CHECKPOINT release; DETACH release`);
  await workbench.close();
  ({ size: bytes } = await stat(file));
  site = await openSite(folder);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  sent = 0;
  site.answers.clear();
  answerParts((response, { headers }) => sendFile(response, file, headers.range));
  visit = await site.visit();
});
afterEach(() => visit.page.context().close());

/** Answers requests for the database and counts the bytes sent. */
function answerParts(answer: Answer): void {
  site.answers.set(path, async (response, request) => {
    await answer(response, request);
    response.on('finish', () => (sent += Number(response.getHeader('content-length') ?? 0)));
  });
}

type Deadline = Pick<CallOptions, 'deadline'>;

/** The outcome of opening in the page. */
function open(database: Partial<Database> = {}, options: Deadline = {}): Promise<unknown> {
  return visit.page.evaluate(
    async ([given, { deadline }]) => {
      globalThis.engine = zj.wasmEngine({ baseUrl: '/engine/' });
      return engine
        .open(given, deadline === undefined ? {} : { deadline })
        .catch(({ code, message }: { code: string; message: string }) => ({ code, message }));
    },
    [{ url: path, bytes, range: true, ...database }, options] as const,
  );
}

/** The answer of a statement, or the code of its error. */
function run(sql: string, options: Deadline = {}): Promise<Table | string> {
  return visit.page.evaluate(
    ([text, given]) => engine.run(text, given).catch(({ code }: { code: string }) => code),
    [sql, options] as const,
  );
}

const says = (code: string, message: RegExp): unknown => ({
  code,
  message: expect.stringMatching(message) as string,
});

test('a query fetches only the parts it needs, and answers as over the whole file', async () => {
  const native = nodeEngine();
  await native.open({ url: file });
  expect(await open({ sha256: '0'.repeat(64) })).toEqual({ verified: false });
  expect(await run(narrow)).toEqual(await native.run(narrow));
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(bytes / 2);
  expect(await run(wide)).toEqual(await native.run(wide));
  expect(visit.complaints).toEqual([]);
  // Nothing else can be fetched in this way.
  const before = visit.requests.length;
  for (const name of [path, `${site.address}${path}`, 'https://example.org/a.csv', 'a.parquet']) {
    expect(await run(`SELECT * FROM '${name}'`)).toBe('SQL');
  }
  expect(await run('SELECT current_date')).toBe('SQL');
  expect(visit.requests.slice(before)).toEqual([]);
  expect(visit.foreign).toEqual([]);
  await native.close();
});

describe('a server that does not play along is told of, and never waited for', () => {
  const late = 600;
  const never: Answer = () => undefined;
  const whole: Answer = (response) => sendFile(response, file);
  const empty = (status: number) => (response: ServerResponse) => void response.writeHead(status).end();

  test.each<[string, Answer, unknown]>([
    ['the file is missing', empty(404), says('DATABASE', /404/)],
    ['it sends only whole files', whole, says('DATABASE', /only as a whole/)],
    [
      'it does not tell one version of a file from another',
      (response, { headers }) => {
        response.setHeader('ETag', '');
        return sendFile(response, file, headers.range);
      },
      says('DATABASE', /neither an ETag nor/),
    ],
    ['it never answers', never, says('DEADLINE', /0.6 s/)],
    [
      'it sends another file than the release has',
      (response, { headers }) => sendFile(response, join(import.meta.dirname, 'site.ts'), headers.range),
      says('DATABASE', /bytes, not the/),
    ],
  ])('where %s', async (what, answer, expected) => {
    answerParts(answer);
    expect(await open({}, what === 'it never answers' ? { deadline: late } : {})).toEqual(expected);
    expect(await run("SELECT 'a'")).toBe('CLOSED');
    expect(await countWorkers(visit.page, 0)).toBe(0);
  });

  test('while a statement runs: it hangs, it fails, it answers again, it has another file', async () => {
    await open();
    answerParts(never);
    expect(await run(wide, { deadline: late })).toBe('DEADLINE');
    answerParts(empty(503));
    expect(await run(wide)).toBe('DATABASE');
    answerParts((response, { headers }) => sendFile(response, file, headers.range));
    expect(await run(wide)).toMatchObject({ rowCount: 31 });
    expect(await countWorkers(visit.page, 1)).toBe(1);
    // No answer comes from two files: unread parts of the old file are not read any more.
    await utimes(file, new Date(0), new Date(0));
    expect(await run('SELECT CAST(max(noise) AS DOUBLE) AS most FROM revenue')).toBe('DATABASE');
    expect(await run(narrow)).toBe('DATABASE');
    expect(await open()).toEqual({ verified: false });
    expect(await run(narrow)).toMatchObject({ rowCount: 1 });
  });
});
