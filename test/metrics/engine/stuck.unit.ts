import { MetricsError, type EngineEvent, type Table } from '@zj/metrics';
import { beforeEach, expect, test } from 'vitest';
import { DuckDBEngine } from '../../../packages/metrics/src/engine/duckdb.js';
import type { Host, Session } from '../../../packages/metrics/src/engine/host.js';

// An engine that can be told to hear no interrupt, as a cross join or a long text made DuckDB do.

let log: string[];
let deaf: boolean;
let events: EngineEvent[];
let engine: DuckDBEngine;

function startSession(number: number): Session {
  const say = (what: string, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      log.push(`${number}: ${what}`);
      if (!what.includes('slow')) return resolve();
      if (!deaf)
        signal?.addEventListener('abort', () => setTimeout(() => reject(new Error('interrupted')), 30));
    });
  return {
    contents: [],
    run: (sql, signal) => say(sql, signal).then((): Table => ({ columns: [], rowCount: 0, sql })),
    load: (name, _, signal) => say(`load ${name}`, signal),
    build: (name, _, signal) => say(`build ${name}`, signal),
    read: (name) => say(`read ${name}`).then(() => ''),
    drop: (name) => say(`drop ${name}`),
    detach: (name) => say(`detach ${name}`),
    failure: () => undefined,
    end: () => Promise.resolve(void log.push(`${number}: end`)),
  };
}

beforeEach(async () => {
  [log, deaf, events] = [[], false, []];
  let started = 0;
  const start = (): Session => startSession(++started);
  const host = {
    open: () => Promise.resolve({ session: start(), loaded: [] }),
    start: () => Promise.resolve(start()),
  } as unknown as Host;
  engine = new DuckDBEngine(host, 100);
  await engine.open();
  engine.subscribe((event) => events.push(event));
  await engine.load('own', [{ name: 'a', type: 'DOUBLE', values: [1] }]);
  log = [];
});

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof MetricsError ? error.code : String(error)),
  );

test('an engine that hears an interrupt goes on as it is', async () => {
  const calls = [codeOf(engine.run('slow', { deadline: 20 })), codeOf(engine.run('next'))];
  expect(await Promise.all(calls)).toEqual(['DEADLINE', 'answered']);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await codeOf(engine.run('last'))).toBe('answered');
  expect(log).toEqual(['1: slow', '1: next', '1: last']);
  expect(events).toEqual([]);
});

test('one that does not is replaced, with its tables, before the next call begins', async () => {
  deaf = true;
  const slow = codeOf(engine.run('slow', { deadline: 20 }));
  const next = codeOf(engine.run('next'));
  expect(await slow).toBe('DEADLINE');
  // Its caller is told before the engine has had its time to hear.
  expect(log).toEqual(['1: slow']);
  expect(await next).toBe('answered');
  expect(log).toEqual(['1: slow', '1: end', '2: load own', '2: next']);
  expect(events.at(-1)).toMatchObject({ state: 'restarted', cause: { code: 'DEADLINE' } });
});

test('a call that is given up while another makes the engine be replaced never runs', async () => {
  deaf = true;
  const controller = new AbortController();
  const slow = codeOf(engine.run('slow', { deadline: 20 }));
  const waiting = codeOf(engine.build('late', 'x', { signal: controller.signal }));
  setTimeout(() => controller.abort(), 60);
  expect([await slow, await waiting]).toEqual(['DEADLINE', 'ABORTED']);
  expect(await codeOf(engine.run('next'))).toBe('answered');
  expect(log).toEqual(['1: slow', '1: end', '2: load own', '2: next']);
});

test('closing waits for nothing that is stuck, and opening again begins anew', async () => {
  deaf = true;
  const slow = codeOf(engine.run('slow'));
  await new Promise((resolve) => setTimeout(resolve, 10));
  await engine.close();
  expect(await slow).toBe('CLOSED');
  await engine.open();
  expect(await codeOf(engine.run('next'))).toBe('answered');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await codeOf(engine.run('last'))).toBe('answered');
  expect(log).toEqual(['1: slow', '1: end', '2: next', '2: last']);
});
