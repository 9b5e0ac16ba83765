import { describe, expect } from 'vitest';
import { countWorkers } from './site.js';
import {
  databaseFile,
  readBuilt,
  script,
  scriptFile,
  testOnStages,
  wasmFile,
  workerFile,
  type Stage,
} from './stage.js';

const test = testOnStages();

describe.concurrent('an engine that breaks down while it runs is started again', () => {
  /** The engine's own script, with a statement that makes it do something. */
  async function sabotage(stage: Stage, deed: string): Promise<void> {
    const text = (await readBuilt(scriptFile)).toString();
    const trap = `const listen = onmessage;
      onmessage = (event) => {
        const { messageId, type, data } = event.data;
        if (type !== 'CREATE_PREPARED' || !data[1].includes('sabotage')) return listen(event);
        ${deed}
      };`;
    stage.answers.set(scriptFile, script(`${text};${trap}`));
  }

  test.for([
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
  ] as const)('after %s', async ([, deed, code], { stage }) => {
    const visit = await stage.visit();
    const { page } = visit;
    await sabotage(stage, deed);
    expect((await stage.open()).code).toBe('none');
    const started = () => visit.requests.filter((path) => path === workerFile).length;
    expect(started()).toBe(1);
    const options = code === 'DEADLINE' ? { deadline: 3000 } : undefined;
    expect(await stage.run("SELECT 'sabotage'", options)).toBe(code);
    expect(await stage.run("SELECT 'a'")).toBe('none');
    expect(started()).toBe(2);
    expect(visit.requests.filter((path) => path === databaseFile).length).toBe(1);
    expect(await countWorkers(page, 1)).toBe(1);
    await page.evaluate(() => engine.close());
    expect(await countWorkers(page, 0)).toBe(0);
  });

  test('after a breakdown between two statements, which neither of them notices', async ({ stage }) => {
    const { page } = await stage.visit();
    await sabotage(stage, "setTimeout(() => { throw new Error('later') }, 1000); return listen(event);");
    expect((await stage.open()).code).toBe('none');
    expect(await stage.run("SELECT 'sabotage'")).toBe('none');
    await page.waitForTimeout(1500);
    expect(await stage.run("SELECT 'a'")).toBe('none');
  });
});
test('the worker lets no extension be fetched, even before the engine is locked', async ({ stage }) => {
  const visit = await stage.visit();
  const { page } = visit;
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
