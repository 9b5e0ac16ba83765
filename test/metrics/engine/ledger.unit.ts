import { beforeEach, describe, expect, test } from 'vitest';
import { Ledger, perform, type Deed } from '../../../packages/metrics/src/engine/ledger.js';
import type { Session } from '../../../packages/metrics/src/engine/host.js';

let ledger: Ledger;
beforeEach(() => {
  ledger = new Ledger();
});

const load = (name: string): void => ledger.note({ does: 'load', name, columns: [] });
const build = (name: string): void => ledger.note({ does: 'build', name, sql: `FROM ${name}` });
const drop = (name: string): void => ledger.note({ does: 'drop', name });
const written = (): readonly string[] => ledger.deeds.map(({ does, name }) => `${does} ${name}`);

describe('a ledger', () => {
  test('keeps what was loaded and built, in order', () => {
    load('raw');
    build('rows');
    expect(written()).toEqual(['load raw', 'build rows']);
    ledger.clear();
    expect(written()).toEqual([]);
  });

  test('forgets what was dropped or replaced, whatever the case of its name', () => {
    load('raw');
    load('RAW');
    expect(written()).toEqual(['load RAW']);
    drop('raw');
    expect(written()).toEqual([]);
    drop('nothing');
    expect(written()).toEqual([]);
  });

  test('keeps what is gone as long as a table that is not may have been built from it', () => {
    load('raw');
    build('step');
    build('rows');
    drop('raw');
    drop('step');
    expect(written()).toEqual(['load raw', 'build step', 'build rows', 'drop raw', 'drop step']);
    drop('rows');
    expect(written()).toEqual([]);
  });

  test('keeps a table that was built from the one it replaced', () => {
    load('rows');
    build('rows');
    expect(written()).toEqual(['load rows', 'build rows']);
    load('rows');
    expect(written()).toEqual(['load rows']);
  });

  test('does not keep for a table what came after it', () => {
    build('rows');
    load('raw');
    drop('raw');
    expect(written()).toEqual(['build rows']);
  });

  test('is performed by a session, deed by deed', async () => {
    const done: string[] = [];
    const say = (what: string): Promise<void> => Promise.resolve(void done.push(what));
    const session = {
      load: (name: string) => say(`load ${name}`),
      build: (name: string, sql: string) => say(`build ${name}: ${sql}`),
      drop: (name: string) => say(`drop ${name}`),
    } as unknown as Session;
    const deeds: readonly Deed[] = [
      { does: 'load', name: 'a', columns: [] },
      { does: 'build', name: 'b', sql: 'FROM a' },
      { does: 'drop', name: 'a' },
    ];
    const call = { signal: new AbortController().signal, advance: () => undefined };
    for (const deed of deeds) await perform(deed, session, call);
    expect(done).toEqual(['load a', 'build b: FROM a', 'drop a']);
  });
});
