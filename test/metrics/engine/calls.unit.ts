import { MetricsError } from '@zj/metrics';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Call, Calls } from '../../../packages/metrics/src/engine/calls.js';

let calls: Calls;
let stopped: number;
beforeEach(() => {
  stopped = 0;
  // Leftovers of an earlier test are counted apart.
  const own = new Calls(() => (calls === own ? stopped++ : 0), 200);
  calls = own;
});

const never = (): Promise<never> => new Promise(() => undefined);
const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof MetricsError ? error.code : String(error)),
  );

describe('a call always ends', () => {
  test('with its answer', async () => {
    expect(await calls.start(() => Promise.resolve('answer'), {})).toBe('answer');
    expect(await calls.queue(() => Promise.resolve('answer'), {})).toBe('answer');
  });

  test('with the error of its work, thrown at once or later', async () => {
    const error = new Error('broken');
    const throws = (): Promise<never> => {
      throw error;
    };
    await expect(calls.start(throws, {})).rejects.toBe(error);
    await expect(calls.queue(() => Promise.reject(error), {})).rejects.toBe(error);
  });

  test('at its deadline, whatever its work does', async () => {
    expect(await codeOf(calls.start(never, { deadline: 60 }))).toBe('DEADLINE');
    expect(await codeOf(calls.queue(never, { deadline: 60 }))).toBe('DEADLINE');
  });

  test('not before, where its deadline is longer than a timer can be', async () => {
    expect(await codeOf(calls.start(() => after(30), { deadline: Infinity }))).toBe('answered');
  });

  test('at once, where its deadline is no time to wait', async () => {
    for (const deadline of [NaN, -1, -Infinity, '5', null, {}]) {
      const options = { deadline: deadline as number };
      for (const call of [calls.start(never, options), calls.queue(never, options)]) {
        await expect(call).rejects.toMatchObject({
          code: 'REFUSED',
          message: expect.stringMatching(/"deadline" is .*milliseconds/) as string,
        });
      }
    }
    expect(await codeOf(calls.queue(() => Promise.resolve('next'), {}))).toBe('answered');
  });

  test('when its caller gives up, before it, or while it runs; the reason is the cause', async () => {
    const controller = new AbortController();
    const running = calls.start(never, { signal: controller.signal });
    controller.abort('changed my mind');
    await expect(running).rejects.toMatchObject({ code: 'ABORTED', cause: 'changed my mind' });
    let begun = false;
    const work = (): Promise<void> => {
      begun = true;
      return Promise.resolve();
    };
    expect(await codeOf(calls.start(work, { signal: AbortSignal.abort() }))).toBe('ABORTED');
    expect(await codeOf(calls.queue(work, { signal: AbortSignal.abort() }))).toBe('ABORTED');
    await after(1);
    expect(begun).toBe(false);
  });

  test('with its engine, running or waiting', async () => {
    const all = [calls.start(never, {}), calls.queue(never, {}), calls.queue(never, {})].map(codeOf);
    await after(1);
    calls.end(new MetricsError('CLOSED', 'closed'));
    expect(await Promise.all(all)).toEqual(['CLOSED', 'CLOSED', 'CLOSED']);
  });
});

test('progress gives a call its whole deadline again, and reaches the caller until the call has ended', async () => {
  const seen: number[] = [];
  let late: Call['advance'] | undefined;
  const work = async ({ advance }: Call): Promise<string> => {
    late = advance;
    for (let i = 1; i <= 5; i++) {
      await after(50);
      advance({ step: 'engine', loaded: i });
    }
    return 'done';
  };
  expect(await calls.start(work, { deadline: 120, onProgress: ({ loaded }) => seen.push(loaded) })).toBe(
    'done',
  );
  late!({ step: 'engine', loaded: 6 });
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('no deadline runs while an engine compiles, whatever is downloaded beside it', async () => {
  const work = async ({ advance }: Call): Promise<string> => {
    advance({ step: 'compiling', loaded: 1 });
    advance({ step: 'database', loaded: 1 });
    await after(120);
    advance({ step: 'opening', loaded: 0 });
    return 'done';
  };
  expect(await calls.start(work, { deadline: 50 })).toBe('done');
  const stuck = async ({ advance }: Call): Promise<never> => {
    advance({ step: 'compiling', loaded: 1 });
    advance({ step: 'opening', loaded: 0 });
    return never();
  };
  expect(await codeOf(calls.start(stuck, { deadline: 50 }))).toBe('DEADLINE');
});

test('work that nobody waits for is told so', async () => {
  const reasons: unknown[] = [];
  const work = async ({ signal }: Call): Promise<void> => {
    signal.addEventListener('abort', () => reasons.push((signal.reason as MetricsError).code));
    await never();
  };
  await codeOf(calls.queue(work, { deadline: 20 }));
  expect(reasons).toEqual(['DEADLINE']);
  // A download beside an engine that did not start need not go on.
  let signal: AbortSignal | undefined;
  await codeOf(calls.start((call) => ((signal = call.signal), Promise.reject(new Error('broken'))), {}));
  expect(signal!.aborted).toBe(true);
});

describe('queued calls', () => {
  test('run one after another, in order, whatever becomes of them', async () => {
    const log: string[] = [];
    const work =
      (name: string, fails = false) =>
      async (): Promise<void> => {
        log.push(`${name} begins`);
        await after(5);
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    await Promise.all(
      [calls.queue(work('a', true), {}), calls.queue(work('b'), {}), calls.queue(work('c'), {})].map(codeOf),
    );
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('go on after one that never ends; the engine is stopped before the next begins', async () => {
    const stuck = codeOf(calls.queue(never, { deadline: 40 }));
    const next = calls.queue(() => Promise.resolve(stopped), {});
    expect([await stuck, stopped]).toEqual(['DEADLINE', 0]);
    expect(await next).toBe(1);
  });

  test('wait for one that was given up until it has let go, and stop nothing then', async () => {
    const controller = new AbortController();
    let over = false;
    const lets = ({ signal }: Call): Promise<void> =>
      new Promise((_, reject) => {
        const letGo = (): void => {
          over = true;
          reject(new Error('interrupted'));
        };
        signal.addEventListener('abort', () => setTimeout(letGo, 60));
      });
    const first = codeOf(calls.queue(lets, { signal: controller.signal }));
    const next = calls.queue(() => Promise.resolve(over), {});
    await after(5);
    controller.abort();
    expect([await first, over]).toEqual(['ABORTED', false]);
    expect(await next).toBe(true);
    await after(300);
    expect(stopped).toBe(0);
  });

  test('that ended well are not stopped by a signal that comes with their answer', async () => {
    const controller = new AbortController();
    const answer = calls.queue(() => Promise.resolve('answer'), { signal: controller.signal });
    void Promise.resolve().then(() => controller.abort());
    await codeOf(answer);
    await after(300);
    expect(stopped).toBe(0);
  });

  test('given up while they wait never begin, and do not let a later one begin too early', async () => {
    const log: string[] = [];
    const controller = new AbortController();
    const running = calls.queue(() => after(80).then(() => log.push('first ends')), {});
    const waiting = codeOf(
      calls.queue(() => Promise.resolve(log.push('never')), { signal: controller.signal }),
    );
    const last = calls.queue(() => Promise.resolve(log.push('last begins')), {});
    controller.abort();
    expect(await waiting).toBe('ABORTED');
    await Promise.all([running, last]);
    expect(log).toEqual(['first ends', 'last begins']);
  });

  test('given up while they wait stop nothing', async () => {
    const running = calls.queue(() => after(60).then(() => 'answer'), {});
    const waiting = codeOf(calls.queue(never, { deadline: 20 }));
    expect([await waiting, await running, stopped]).toEqual(['DEADLINE', 'answer', 0]);
  });

  test('that ended stop nothing later', async () => {
    const controller = new AbortController();
    await calls.queue(() => Promise.resolve(), { signal: controller.signal });
    controller.abort();
    expect(stopped).toBe(0);
  });
});
