import type { CallOptions } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { createCache } from '../../../packages/metrics/src/session/cache.js';

/** Work that ends when it is told to, and knows whether anybody still wants it. */
function openWork(): {
  readonly work: (options: CallOptions) => Promise<string>;
  readonly end: (value: string) => void;
  readonly fail: (error: Error) => void;
  readonly runs: CallOptions[];
} {
  const runs: CallOptions[] = [];
  let [end, fail]: [(value: string) => void, (error: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<string>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  const work = (options: CallOptions): Promise<string> => {
    runs.push(options);
    return promise;
  };
  return { work, end, fail, runs };
}

const give = (value: string) => () => Promise.resolve(value);
/** Each text takes its length, and its key of one letter two bytes. */
const cacheOf = (bytes: number) => createCache<string>(bytes, ({ length }) => length);
const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    ({ code }: { code: unknown }) => code,
  );

describe('a value', () => {
  test('is worked out once, and found from then on', async () => {
    const cache = cacheOf(100);
    expect(await cache.get('a', give('first'))).toEqual({ value: 'first', cached: false });
    expect(await cache.get('a', give('second'))).toEqual({ value: 'first', cached: true });
  });

  test('is forgotten when there is no room for it, the least recently used one first', async () => {
    const cache = cacheOf(36);
    for (const key of ['a', 'b', 'c']) await cache.get(key, give('0123456789'));
    await cache.get('a', give('again'));
    await cache.get('d', give('0123456789'));
    const found = [];
    for (const key of ['a', 'c', 'd', 'b']) found.push((await cache.get(key, give('new'))).cached);
    expect(found).toEqual([true, true, true, false]);
  });

  test('that is larger than all room is not kept, and costs no other its place', async () => {
    const cache = cacheOf(20);
    await cache.get('a', give('small'));
    await cache.get('b', give('x'.repeat(30)));
    expect((await cache.get('b', give('x'))).cached).toBe(false);
    expect((await cache.get('a', give('other'))).cached).toBe(true);
  });

  test('is not kept where there is no room at all', async () => {
    const cache = cacheOf(0);
    await cache.get('a', give(''));
    expect((await cache.get('a', give(''))).cached).toBe(false);
  });

  test('that failed is tried again', async () => {
    const cache = cacheOf(100);
    await expect(cache.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await cache.get('a', give('mended'))).toEqual({ value: 'mended', cached: false });
  });

  test('is forgotten with all others, also one that was under way', async () => {
    const cache = cacheOf(100);
    const { work, end } = openWork();
    await cache.get('a', give('old'));
    const waiting = cache.get('b', work);
    cache.clear();
    end('old');
    expect((await waiting).value).toBe('old');
    expect((await cache.get('a', give('new'))).value).toBe('new');
    expect((await cache.get('b', give('new'))).value).toBe('new');
  });
});

describe('callers of one key at one time', () => {
  test('share one work', async () => {
    const cache = cacheOf(100);
    const { work, end, runs } = openWork();
    const calls = [cache.get('a', work), cache.get('a', work), cache.get('b', give('other'))];
    end('shared');
    expect((await Promise.all(calls)).map(({ value }) => value)).toEqual(['shared', 'shared', 'other']);
    expect(runs.length).toBe(1);
  });

  test('give up one by one, and those who wait still get the value', async () => {
    const cache = cacheOf(100);
    const { work, end, runs } = openWork();
    const leaving = new AbortController();
    const calls = [cache.get('a', work, { signal: leaving.signal }), cache.get('a', work, { deadline: 5 })];
    const staying = cache.get('a', work);
    leaving.abort();
    expect(await Promise.all(calls.map(codeOf))).toEqual(['ABORTED', 'DEADLINE']);
    expect(runs[0]!.signal!.aborted).toBe(false);
    end('late');
    expect((await staying).value).toBe('late');
  });

  test('cancel the work when all have given up, and the next caller begins anew', async () => {
    const cache = cacheOf(100);
    const { work, end, runs } = openWork();
    const [first, second] = [new AbortController(), new AbortController()];
    const calls = [first, second].map(({ signal }) => codeOf(cache.get('a', work, { signal })));
    first.abort();
    second.abort();
    expect(runs[0]!.signal!.aborted).toBe(true);
    const next = cache.get('a', give('new'));
    end('old');
    expect(await Promise.all(calls)).toEqual(['ABORTED', 'ABORTED']);
    expect(await next).toEqual({ value: 'new', cached: false });
    expect((await cache.get('a', give('?'))).value).toBe('new');
  });

  test('all hear of its progress, which gives each its whole deadline again', async () => {
    const cache = cacheOf(100);
    const { work, end, runs } = openWork();
    const heard: number[] = [];
    const calls = [1, 2].map((caller) => cache.get('a', work, { onProgress: () => heard.push(caller) }));
    runs[0]!.onProgress!({ step: 'engine', loaded: 1 });
    end('value');
    await Promise.all(calls);
    expect(heard).toEqual([1, 2]);
    expect(runs[0]!.deadline).toBe(Infinity);
  });

  test('all get the error where it fails, and nothing is left unheard', async () => {
    const cache = cacheOf(100);
    const { work, fail } = openWork();
    const calls = [cache.get('a', work), cache.get('a', work)];
    fail(new Error('broken'));
    for (const call of calls) await expect(call).rejects.toThrow('broken');
  });
});

test('a caller who has given up already gets nothing, known or not', async () => {
  const cache = cacheOf(100);
  await cache.get('a', give('known'));
  expect(await codeOf(cache.get('a', give('?'), { signal: AbortSignal.abort() }))).toBe('ABORTED');
  expect(await codeOf(cache.get('a', give('?'), { deadline: -1 }))).toBe('REFUSED');
});
