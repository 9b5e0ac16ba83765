import type { MetricsErrorCode } from '@zj/metrics';
import { describe, expect } from 'vitest';
import { countWorkers, type Answer } from './site.js';
import {
  databaseFile,
  endless,
  readBuilt,
  script,
  scriptFile,
  send,
  testOnStages,
  wasmFile,
  workerFile,
} from './stage.js';

const test = testOnStages();
const oldest = 'Chromium 109, Firefox 115 or Safari 16.4';

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
const half =
  (path: string): Answer =>
  async (response) => {
    const whole = await readBuilt(path);
    send(
      response,
      path.endsWith('.js') ? 'text/javascript' : 'application/wasm',
      whole.subarray(0, whole.length / 2),
    );
  };

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
    answer: half(scriptFile),
    code: 'ENGINE_WORKER',
    says: /duckdb-browser-eh\.worker\.js/,
  },
  { what: 'the engine is missing', path: wasmFile, answer: notFound, code: 'ENGINE_WASM', says: /404/ },
  {
    what: 'the engine is truncated',
    path: wasmFile,
    answer: half(wasmFile),
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
describe.concurrent('a broken site is told, and leaves no worker behind', () => {
  for (const { what, path, answer, code, says } of faults) {
    test(`${code} where ${what}`, async ({ stage }) => {
      const { page } = await stage.visit();
      stage.answers.set(path, answer);
      const outcome = await stage.open();
      expect(outcome).toMatchObject({ code, message: expect.stringMatching(says) as string });
      expect(await stage.run("SELECT 'a'")).toBe('CLOSED');
      expect(await countWorkers(page, 0)).toBe(0);
    });
  }

  test('ENGINE_WASM where the worker may not compile WebAssembly', async ({ stage }) => {
    await stage.visit();
    const text = (await readBuilt(workerFile)).toString();
    stage.answers.set(workerFile, (response) => {
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; script-src 'self'; connect-src 'self'",
      );
      send(response, 'text/javascript', text);
    });
    expect(await stage.open()).toMatchObject({
      code: 'ENGINE_WASM',
      message: expect.stringContaining("'wasm-unsafe-eval'") as string,
    });
  });

  test.for([
    ['WebAssembly exceptions', 'WebAssembly.validate = () => false;', 'exceptions in WebAssembly'],
    ['WebAssembly', 'delete globalThis.WebAssembly;', 'WebAssembly'],
    ['BigInt64Array', 'delete globalThis.BigInt64Array;', 'BigInt64Array'],
  ] as const)(
    'ENGINE_WASM, and the oldest browsers, where this one knows no %s',
    async ([, without, lack], { stage }) => {
      await stage.visit();
      const text = (await readBuilt(workerFile)).toString();
      stage.answers.set(workerFile, script(`${without}${text}`));
      const { code, message } = await stage.open();
      expect(code).toBe('ENGINE_WASM');
      expect(message).toContain(
        `too old for the query engine, or a feature is switched off: it has no ${lack}.`,
      );
      expect(message).toContain(oldest);
    },
  );

  test('ENGINE_WASM, and the oldest browsers, where this one knows no workers', async ({ stage }) => {
    const { page } = await stage.visit();
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'Worker'));
    const { code, message } = await stage.open();
    expect(code).toBe('ENGINE_WASM');
    expect(message).toContain(`it has no Worker. Use ${oldest}`);
  });

  test('ENGINE_WORKER where the page allows no worker, or it is on another site', async ({ stage }) => {
    stage.answers.set('/page', (response) => {
      response.setHeader('Content-Security-Policy', "script-src 'self'; worker-src 'none'");
      send(response, 'text/html', '<!doctype html><script type=module src=/page.js></script>');
    });
    await stage.visit();
    expect((await stage.open()).code).toBe('ENGINE_WORKER');
    expect((await stage.open(undefined, {}, 'https://example.org/engine/')).code).toBe('ENGINE_WORKER');
  });

  test.for([
    ['the worker never comes', workerFile],
    ['the engine script never comes', scriptFile],
    ['the engine never comes', wasmFile],
    ['the database never comes', databaseFile],
  ] as const)('DEADLINE where %s', async ([, path], { stage }) => {
    const { page } = await stage.visit();
    stage.answers.set(path, path === workerFile || path === scriptFile ? never : stalls);
    expect(await stage.open(undefined, { deadline: 1500 })).toMatchObject({ code: 'DEADLINE' });
    expect(await countWorkers(page, 0)).toBe(0);
  });

  test('no file is read further than it may go', async ({ stage }) => {
    const { page } = await stage.visit();
    for (const path of ['/release/verdicts.json', '/release/manifest.json']) stage.answers.set(path, endless);
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

  test('a server that calls the engine by another type is no fault', async ({ stage }) => {
    await stage.visit();
    const engine = await readBuilt(wasmFile);
    stage.answers.set(wasmFile, (response) => send(response, 'text/plain', engine));
    expect((await stage.open()).code).toBe('none');
  });
});
