import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { countWorkers, databaseOf } from './site.js';
import { databaseFile, readBuilt, script, testOnStages, workerFile, type Stage } from './stage.js';

const test = testOnStages();

/** The worker, whose compiling is done otherwise. */
async function answerCompiling(stage: Stage, way: string): Promise<void> {
  const text = (await readBuilt(workerFile)).toString();
  const slowly = `const compile = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const compiled = await compile(source, imports);
      ${way}
      return compiled;
    };`;
  stage.answers.set(workerFile, script(`${slowly}${text}`));
}

describe.concurrent('a start takes as long as it takes', () => {
  test('a start that makes progress is not ended, however slow', async ({ stage }) => {
    await stage.visit();
    const content = await readFile(stage.release.databaseFile);
    stage.answers.set(databaseFile, async (response) => {
      for (let at = 0; at < content.length; at += 100_000) {
        response.write(content.subarray(at, at + 100_000));
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }
      response.end();
    });
    // Long enough for every step by itself, on a busy machine, too.
    const deadline = 15_000;
    const { code, took } = await stage.open(undefined, { deadline });
    expect(code).toBe('none');
    expect(took).toBeGreaterThan(deadline);
  });

  test('compiling takes as long as it takes: no deadline ends it, and that it goes on is told', async ({
    stage,
  }) => {
    const { page } = await stage.visit();
    await answerCompiling(stage, 'await new Promise((resolve) => setTimeout(resolve, 20_000));');
    const { outcome, steps } = await page.evaluate(async (database) => {
      globalThis.engine = zj.wasmEngine({ baseUrl: '/engine/' });
      const steps: string[] = [];
      const onProgress = ({ step }: { step: string }): void => void steps.push(step);
      const outcome = await engine.open(database, { deadline: 15_000, onProgress }).then(
        () => 'none',
        ({ code }: { code: string }) => code,
      );
      return { outcome, steps };
    }, databaseOf(stage.release));
    expect(outcome).toBe('none');
    // Every second, where the machine is not busy.
    expect(steps.filter((step) => step === 'compiling').length).toBeGreaterThanOrEqual(2);
    const order = steps.filter((step, i) => step !== 'database' && step !== steps[i - 1]);
    expect([...new Set(order)]).toEqual(['engine', 'compiling', 'opening']);
    expect(steps).toContain('database');
  });
});

describe.concurrent('a start that goes on no more is ended', () => {
  test.for([
    ['dies', "setTimeout(() => { throw new Error('out of memory'); }); await new Promise(() => {});"],
    [
      'gives no sign any more',
      'Atomics.wait(new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer), 0, 0);',
    ],
    ['is gone without a word', 'close(); await new Promise(() => {});'],
  ] as const)('ENGINE_WORKER where a worker that compiles %s', async ([, way], { stage }) => {
    const { page } = await stage.visit();
    await answerCompiling(stage, way);
    expect(await stage.open()).toMatchObject({ code: 'ENGINE_WORKER' });
    expect(await stage.run("SELECT 'a'")).toBe('CLOSED');
    expect(await countWorkers(page, 0)).toBe(0);
  });

  test('a start that is given up while the engine compiles leaves nothing behind, and the next one is whole', async ({
    stage,
  }) => {
    const { page } = await stage.visit();
    await answerCompiling(stage, 'await new Promise((resolve) => setTimeout(resolve, 3000));');
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
    }, databaseOf(stage.release));
    expect(codes).toEqual(['ABORTED', 'none', 'none']);
    expect(await countWorkers(page, 1)).toBe(1);
  });
});
