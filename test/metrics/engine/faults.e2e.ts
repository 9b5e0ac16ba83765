import { readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { CallOptions, Database, MetricsErrorCode } from '@zj/metrics';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { countWorkers, databaseOf, openSite, type Answer, type Site } from './site.js';

const built = join(import.meta.dirname, '../../../packages/metrics/dist/browser');
const workerFile = '/engine/zj-engine-worker.js';
const scriptFile = '/engine/duckdb-browser-eh.worker.js';
const wasmFile = '/engine/duckdb-eh.wasm';
const databaseFile = '/release/park.duckdb';
const oldest = 'Chromium 109, Firefox 115 or Safari 16.4';

let release: Release;
let site: Site;
let page: Page;

beforeAll(async () => {
  release = await writeRelease();
  site = await openSite(release.folder);
});
afterAll(async () => {
  await site.close();
  await rm(release.folder, { recursive: true });
});
afterEach(async () => {
  site.answers.clear();
  await page.context().close();
});

const notFound: Answer = (response) => void response.writeHead(404).end('Not found');
const webPage: Answer = (response) => send(response, 'text/html', '<!doctype html><title>Log in</title>');
const cut: Answer = (response) => {
  response.setHeader('Content-Length', 5_000_000);
  response.write(Buffer.alloc(300_000));
  setTimeout(() => response.destroy(), 50);
};
const never: Answer = () => undefined;
const stalls: Answer = (response) => {
  response.setHeader('Content-Length', 5_000_000);
  response.write(Buffer.alloc(1000));
};
/** A body that never ends. */
const endless: Answer = (response, request) => {
  const piece = Buffer.alloc(1 << 18, 32);
  const more = (): void => {
    while (!request.destroyed && !response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
};
const script =
  (text: string): Answer =>
  (response) =>
    send(response, 'text/javascript', text);
const half =
  (file: string): Answer =>
  async (response) => {
    const whole = await readFile(file);
    send(
      response,
      file.endsWith('.js') ? 'text/javascript' : 'application/wasm',
      whole.subarray(0, whole.length / 2),
    );
  };

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

/** The outcome of a start in the page, and its duration in milliseconds. */
async function open(
  database: Database = databaseOf(release),
  options: Pick<CallOptions, 'deadline'> = {},
  baseUrl = '/engine/',
): Promise<{ code: string; message: string; took: number }> {
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

/** The code of a statement's error, or `none`. */
async function run(sql: string, options: Pick<CallOptions, 'deadline'> = {}): Promise<string> {
  return page.evaluate(
    ({ sql, options }) =>
      engine.run(sql, options).then(
        () => 'none',
        ({ code }: { code: string }) => code,
      ),
    { sql, options },
  );
}

interface Fault {
  readonly what: string;
  readonly path: string;
  readonly answer: Answer;
  readonly code: MetricsErrorCode;
  readonly says: RegExp;
}

const faults: readonly Fault[] = [
  {
    what: 'the worker is missing',
    path: workerFile,
    answer: notFound,
    code: 'ENGINE_WORKER',
    says: /missing/,
  },
  {
    what: 'the worker is a web page',
    path: workerFile,
    answer: webPage,
    code: 'ENGINE_WORKER',
    says: /missing/,
  },
  { what: 'the worker breaks off', path: workerFile, answer: cut, code: 'ENGINE_WORKER', says: /missing/ },
  {
    what: 'the worker does not parse',
    path: workerFile,
    answer: script('function ('),
    code: 'ENGINE_WORKER',
    says: /missing or broke/,
  },
  {
    what: 'the worker is some other script',
    path: workerFile,
    answer: script('42'),
    code: 'ENGINE_WORKER',
    says: /does not respond/,
  },
  {
    what: 'the worker is empty',
    path: workerFile,
    answer: script(''),
    code: 'ENGINE_WORKER',
    says: /does not respond/,
  },
  {
    what: 'the engine script is empty',
    path: scriptFile,
    answer: script(''),
    code: 'ENGINE_WORKER',
    says: /empty, or not/,
  },
  {
    what: 'the engine script is some other script',
    path: scriptFile,
    answer: script('globalThis.answer = 42'),
    code: 'ENGINE_WORKER',
    says: /empty, or not/,
  },
  {
    what: 'the engine is WebAssembly of another program',
    path: wasmFile,
    answer: (response) => send(response, 'application/wasm', Buffer.from([0, 97, 115, 109, 1, 0, 0, 0])),
    code: 'ENGINE_WASM',
    says: /not the query engine/,
  },
  {
    what: 'the database never ends',
    path: databaseFile,
    answer: endless,
    code: 'DATABASE',
    says: /has more than \d+ bytes/,
  },
  {
    what: 'the engine script is missing',
    path: scriptFile,
    answer: notFound,
    code: 'ENGINE_WORKER',
    says: /duckdb-browser-eh\.worker\.js/,
  },
  {
    what: 'the engine script is a web page',
    path: scriptFile,
    answer: webPage,
    code: 'ENGINE_WORKER',
    says: /duckdb-browser-eh\.worker\.js/,
  },
  {
    what: 'the engine script is truncated',
    path: scriptFile,
    answer: half(join(built, scriptFile)),
    code: 'ENGINE_WORKER',
    says: /duckdb-browser-eh\.worker\.js/,
  },
  { what: 'the engine is missing', path: wasmFile, answer: notFound, code: 'ENGINE_WASM', says: /404/ },
  {
    what: 'the engine is truncated',
    path: wasmFile,
    answer: half(join(built, wasmFile)),
    code: 'ENGINE_WASM',
    says: /is incomplete/,
  },
  { what: 'the engine breaks off', path: wasmFile, answer: cut, code: 'ENGINE_WASM', says: /is incomplete/ },
  {
    what: 'the engine is a web page',
    path: wasmFile,
    answer: webPage,
    code: 'ENGINE_WASM',
    says: /is incomplete/,
  },
  {
    what: 'the engine is empty',
    path: wasmFile,
    answer: (response) => send(response, 'application/wasm', ''),
    code: 'ENGINE_WASM',
    says: /is incomplete/,
  },
  { what: 'the database is missing', path: databaseFile, answer: notFound, code: 'DATABASE', says: /404/ },
  {
    what: 'the database breaks off',
    path: databaseFile,
    answer: cut,
    code: 'DATABASE',
    says: /did not load/,
  },
  {
    what: 'the database is a web page',
    path: databaseFile,
    answer: webPage,
    code: 'DATABASE',
    says: /bytes/,
  },
];

describe('a broken site is told, and leaves no worker behind', () => {
  for (const { what, path, answer, code, says } of faults) {
    test(`${code} where ${what}`, async () => {
      ({ page } = await site.visit());
      site.answers.set(path, answer);
      const outcome = await open();
      expect(outcome).toMatchObject({ code, message: expect.stringMatching(says) as string });
      expect(await run("SELECT 'a'")).toBe('CLOSED');
      expect(await countWorkers(page, 0)).toBe(0);
    });
  }

  test('ENGINE_WASM where the worker may not compile WebAssembly', async () => {
    ({ page } = await site.visit());
    const text = await readFile(join(built, workerFile), 'utf8');
    site.answers.set(workerFile, (response) => {
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; script-src 'self'; connect-src 'self'",
      );
      send(response, 'text/javascript', text);
    });
    expect(await open()).toMatchObject({
      code: 'ENGINE_WASM',
      message: expect.stringContaining("'wasm-unsafe-eval'") as string,
    });
  });

  test.each([
    ['WebAssembly exceptions', 'WebAssembly.validate = () => false;', 'exceptions in WebAssembly'],
    ['WebAssembly', 'delete globalThis.WebAssembly;', 'WebAssembly'],
    ['BigInt64Array', 'delete globalThis.BigInt64Array;', 'BigInt64Array'],
  ])('ENGINE_WASM, and the oldest browsers, where this one knows no %s', async (_, without, lack) => {
    ({ page } = await site.visit());
    const text = await readFile(join(built, workerFile), 'utf8');
    site.answers.set(workerFile, script(`${without}${text}`));
    const { code, message } = await open();
    expect(code).toBe('ENGINE_WASM');
    expect(message).toContain(
      `too old for the query engine, or a feature is switched off: it has no ${lack}.`,
    );
    expect(message).toContain(oldest);
  });

  test('ENGINE_WASM, and the oldest browsers, where this one knows no workers', async () => {
    ({ page } = await site.visit());
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'Worker'));
    const { code, message } = await open();
    expect(code).toBe('ENGINE_WASM');
    expect(message).toContain(`it has no Worker. Use ${oldest}`);
  });

  test('ENGINE_WORKER where the page allows no worker, or it is on another site', async () => {
    site.answers.set('/page', (response) => {
      response.setHeader('Content-Security-Policy', "script-src 'self'; worker-src 'none'");
      send(response, 'text/html', '<!doctype html><script type=module src=/page.js></script>');
    });
    ({ page } = await site.visit());
    expect((await open()).code).toBe('ENGINE_WORKER');
    expect((await open(undefined, {}, 'https://example.org/engine/')).code).toBe('ENGINE_WORKER');
  });

  test.each([
    ['the worker never comes', workerFile],
    ['the engine script never comes', scriptFile],
    ['the engine never comes', wasmFile],
    ['the database never comes', databaseFile],
  ])('DEADLINE where %s', async (_, path) => {
    ({ page } = await site.visit());
    site.answers.set(path, path === workerFile || path === scriptFile ? never : stalls);
    expect(await open(undefined, { deadline: 1500 })).toMatchObject({ code: 'DEADLINE' });
    expect(await countWorkers(page, 0)).toBe(0);
  });

  test('a start that makes progress is not ended, however slow', async () => {
    ({ page } = await site.visit());
    const content = await readFile(release.databaseFile);
    site.answers.set(databaseFile, async (response) => {
      for (let at = 0; at < content.length; at += 200_000) {
        response.write(content.subarray(at, at + 200_000));
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }
      response.end();
    });
    // Long enough for every step by itself, on a busy machine, too.
    const deadline = 6000;
    const { code, took } = await open(undefined, { deadline });
    expect(code).toBe('none');
    expect(took).toBeGreaterThan(deadline);
  });

  /** The worker, whose compiling is done otherwise. */
  async function answerCompiling(way: string): Promise<void> {
    const text = await readFile(join(built, workerFile), 'utf8');
    const slowly = `const compile = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (source, imports) => {
        const compiled = await compile(source, imports);
        ${way}
        return compiled;
      };`;
    site.answers.set(workerFile, script(`${slowly}${text}`));
  }

  test('compiling takes as long as it takes: no deadline ends it, and that it goes on is told', async () => {
    ({ page } = await site.visit());
    await answerCompiling('await new Promise((resolve) => setTimeout(resolve, 6000));');
    const { outcome, steps } = await page.evaluate(async (database) => {
      globalThis.engine = zj.wasmEngine({ baseUrl: '/engine/' });
      const steps: string[] = [];
      const onProgress = ({ step }: { step: string }): void => void steps.push(step);
      const outcome = await engine.open(database, { deadline: 4000, onProgress }).then(
        () => 'none',
        ({ code }: { code: string }) => code,
      );
      return { outcome, steps };
    }, databaseOf(release));
    expect(outcome).toBe('none');
    // Every second, where the machine is not busy.
    expect(steps.filter((step) => step === 'compiling').length).toBeGreaterThanOrEqual(2);
    const order = steps.filter((step, i) => step !== 'database' && step !== steps[i - 1]);
    expect([...new Set(order)]).toEqual(['engine', 'compiling', 'opening']);
    expect(steps).toContain('database');
  });

  test.each([
    ['dies', "setTimeout(() => { throw new Error('out of memory'); }); await new Promise(() => {});"],
    ['gives no sign any more', 'const until = Date.now() + 60_000; while (Date.now() < until);'],
    ['is gone without a word', 'close(); await new Promise(() => {});'],
  ])('ENGINE_WORKER where a worker that compiles %s', async (_, way) => {
    ({ page } = await site.visit());
    await answerCompiling(way);
    expect(await open(undefined, { deadline: 5000 })).toMatchObject({ code: 'ENGINE_WORKER' });
    expect(await run("SELECT 'a'")).toBe('CLOSED');
    expect(await countWorkers(page, 0)).toBe(0);
  });

  test('a start that is given up while the engine compiles leaves nothing behind, and the next one is whole', async () => {
    ({ page } = await site.visit());
    await answerCompiling('await new Promise((resolve) => setTimeout(resolve, 3000));');
    const codes = await page.evaluate(async (database) => {
      globalThis.engine = zj.wasmEngine({ baseUrl: '/engine/' });
      const controller = new AbortController();
      const onProgress = ({ step }: { step: string }): void => {
        if (step === 'compiling') controller.abort();
      };
      const code = (call: Promise<unknown>): Promise<string> =>
        call.then(
          () => 'none',
          (error: { code: string }) => error.code,
        );
      const given = [
        code(engine.open(database, { signal: controller.signal, onProgress })),
        code(engine.open(database)),
      ];
      return [...(await Promise.all(given)), await code(engine.run("SELECT 'a'"))];
    }, databaseOf(release));
    expect(codes).toEqual(['ABORTED', 'none', 'none']);
    expect(await countWorkers(page, 1)).toBe(1);
  });

  test('no file is read further than it may go', async () => {
    ({ page } = await site.visit());
    for (const path of ['/release/verdicts.json', '/release/manifest.json']) site.answers.set(path, endless);
    const outcomes = await page.evaluate(async () => {
      const engine = zj.wasmEngine({ baseUrl: '/engine/' });
      const tell = (call: Promise<unknown>): Promise<string> =>
        call.then(
          () => 'none',
          ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
        );
      const metrics = zj.createMetrics({ engine });
      return [
        await tell(engine.read('/release/verdicts.json', { bytes: 1000 })),
        await tell(metrics.open('/release/manifest.json')),
      ];
    });
    expect(outcomes[0]).toMatch(/^RELEASE .*more than 1000 bytes/);
    expect(outcomes[1]).toMatch(/^RELEASE .*more than \d+ bytes/);
  });

  test('a server that calls the engine by another type is no fault', async () => {
    ({ page } = await site.visit());
    const engine = await readFile(join(built, wasmFile));
    site.answers.set(wasmFile, (response) => send(response, 'text/plain', engine));
    expect((await open()).code).toBe('none');
  });
});

describe('a database that is not the published one is never opened', () => {
  test('neither one with another digest, nor a truncated one, nor garbage that no digest tells apart', async () => {
    ({ page } = await site.visit());
    const content = await readFile(release.databaseFile);
    const named = databaseOf(release);
    const flipped = Buffer.from(content);
    flipped[content.length >> 1]! ^= 1;
    const cases: readonly [Buffer, Database][] = [
      [flipped, named],
      [content.subarray(0, content.length - 4096), named],
      [content.subarray(0, 300_000), { url: named.url }],
      [content.subarray(0, content.length - 262_144), { url: named.url }],
      [Buffer.alloc(content.length, 7), { url: named.url }],
      [Buffer.alloc(0), { url: named.url }],
    ];
    for (const [body, database] of cases) {
      site.answers.set(databaseFile, (response) => send(response, 'application/octet-stream', body));
      // A fault that no digest shows may come to light while reading.
      const { code } = await open(database);
      expect(code === 'none' ? await run('SELECT route FROM patents') : code).toBe('DATABASE');
      if (code !== 'none') expect(await run("SELECT 'a'")).toBe('CLOSED');
      await page.evaluate(() => engine.close());
    }
    expect(await countWorkers(page, 0)).toBe(0);
    site.answers.clear();
    expect((await open(named)).code).toBe('none');
  });

  test('on a page without HTTPS the digest is checked all the same', async () => {
    ({ page } = await site.visit());
    await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    expect((await open({ ...databaseOf(release), sha256: '0'.repeat(64) })).code).toBe('DATABASE');
    expect((await open()).code).toBe('none');
  });
});

describe('an engine that breaks down while it runs is started again', () => {
  /** The engine's own script, with a statement that makes it do something. */
  async function sabotage(deed: string): Promise<void> {
    const text = await readFile(join(built, scriptFile), 'utf8');
    const trap = `const listen = onmessage;
      onmessage = (event) => {
        const { messageId, type, data } = event.data;
        if (type !== 'CREATE_PREPARED' || !data[1].includes('sabotage')) return listen(event);
        ${deed}
      };`;
    site.answers.set(scriptFile, script(`${text};${trap}`));
  }

  test.each([
    [
      'a trap of WebAssembly',
      "postMessage({ requestId: messageId, type: 'ERROR', data: { name: 'RuntimeError', message: 'unreachable' } })",
      'SQL',
    ],
    [
      'an error that invalidates the database',
      "postMessage({ requestId: messageId, type: 'ERROR', data: { name: 'Error', message: 'FATAL Error: x' } })",
      'SQL',
    ],
    ['an error that nobody caught', "throw new Error('broken')", 'ENGINE_WORKER'],
    ['a worker that just stops', 'close()', 'DEADLINE'],
  ])('after %s', async (_, deed, code) => {
    const visit = await site.visit();
    ({ page } = visit);
    await sabotage(deed);
    expect((await open()).code).toBe('none');
    const started = () => visit.requests.filter((path) => path === workerFile).length;
    expect(started()).toBe(1);
    expect(await run("SELECT 'sabotage'", { deadline: 3000 })).toBe(code);
    expect(await run("SELECT 'a'")).toBe('none');
    expect(started()).toBe(2);
    expect(visit.requests.filter((path) => path === databaseFile).length).toBe(1);
    expect(await countWorkers(page, 1)).toBe(1);
    await page.evaluate(() => engine.close());
    expect(await countWorkers(page, 0)).toBe(0);
  });

  test('after a breakdown between two statements, which neither of them notices', async () => {
    ({ page } = await site.visit());
    await sabotage("setTimeout(() => { throw new Error('later') }, 1000); return listen(event);");
    expect((await open()).code).toBe('none');
    expect(await run("SELECT 'sabotage'")).toBe('none');
    await page.waitForTimeout(1500);
    expect(await run("SELECT 'a'")).toBe('none');
  });
});

test('the worker lets no extension be fetched, even before the engine is locked', async () => {
  const visit = await site.visit();
  ({ page } = visit);
  const answers = await page.evaluate(async (wasm) => {
    const worker = new Worker('/engine/zj-engine-worker.js');
    let next = 0;
    const hear = <T>(
      take: (data: { zj?: string; requestId?: number; type: string }) => T | undefined,
    ): Promise<T> =>
      new Promise((resolve) => {
        worker.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
          const taken = take(data);
          if (taken !== undefined) resolve(taken);
        });
      });
    const ask = (type: string, data: unknown): Promise<{ type: string; data: unknown }> => {
      const messageId = ++next;
      const answer = hear((message) =>
        message.requestId === messageId && message.type !== 'INSTANTIATE_PROGRESS'
          ? (message as unknown as { type: string; data: unknown })
          : undefined,
      );
      worker.postMessage({ messageId, type, data });
      return answer;
    };
    await hear(({ zj }) => (zj === 'ready' ? true : undefined));
    await ask('INSTANTIATE', [new URL(wasm, location.href).href, null]);
    await ask('OPEN', { path: ':memory:' });
    const connection = (await ask('CONNECT', null)).data;
    const types = [];
    for (const sql of [
      'INSTALL icu',
      'LOAD icu',
      'SELECT current_date',
      "FROM read_parquet('a.parquet')",
      "FROM 'https://example.org/a.csv'",
    ])
      types.push((await ask('RUN_QUERY', [connection, sql])).type);
    const works = (await ask('RUN_QUERY', [connection, 'SELECT 1'])).type;
    worker.terminate();
    return { types, works };
  }, wasmFile);
  expect(answers.types.slice(1)).toEqual(['ERROR', 'ERROR', 'ERROR', 'ERROR']);
  expect(answers.works).toBe('QUERY_RESULT');
  expect(visit.foreign).toEqual([]);
  expect(visit.requests.filter((path) => path.includes('extension'))).toEqual([]);
});

describe('verification in the browser', () => {
  test('shows an edited figure, and that the file was edited', async () => {
    ({ page } = await site.visit());
    const [edited, ...others] = release.verdicts.verdicts;
    const body = {
      ...release.verdicts,
      verdicts: [{ ...edited, actual: edited!.actual! + 1, status: 'achieved' }, ...others],
    };
    site.answers.set('/release/verdicts.json', (response) =>
      send(response, 'application/json', JSON.stringify(body)),
    );
    const { equal, goals, verdictsFile } = await page.evaluate(async () => {
      const metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }) });
      await metrics.open('/release/manifest.json');
      return metrics.verify().finally(() => metrics.close());
    });
    expect([equal, verdictsFile.equal]).toEqual([false, false]);
    expect(goals.map((goal) => goal.differences)).toEqual([['actual', 'status'], [], [], []]);
  });
});
