import type { Failure } from '../element/failure.js';
import { failed } from './failed.js';

/** The newest answer that has come; an older one stays while a new one is awaited, and when that fails. */
export interface Latest<Value> {
  readonly value?: Value | undefined;
  readonly failure?: Failure | undefined;
  readonly busy: boolean;
}

/** Who makes a value of parts that change: one that is overtaken is aborted, and says nothing. */
export interface Maker<Value> {
  /** The answer so far; other parts have it made anew. */
  readonly ask: (of: readonly unknown[], make: (signal: AbortSignal) => Promise<Value>) => Latest<Value>;
  readonly retry: () => void;
  readonly end: () => void;
}

/** Makes one. `update` is called when an answer arrives, `drop` with a value that is needed no more. */
export function createMaker<Value>(update: () => void, drop?: (value: Value) => void): Maker<Value> {
  let asked: readonly unknown[] = [];
  let latest: Latest<Value> = { busy: false };
  let running: AbortController | undefined;
  const stop = (): void => {
    running?.abort();
    running = undefined;
    asked = [];
  };
  const settle = (mine: AbortController, next: Latest<Value>): void => {
    if (running !== mine) {
      if (next.value !== undefined && next.value !== latest.value) drop?.(next.value);
      return;
    }
    const before = latest.value;
    latest = next;
    if (before !== undefined && before !== next.value) drop?.(before);
    update();
  };
  return {
    ask(of, make) {
      if (of.length === asked.length && of.every((part, at) => part === asked[at])) return latest;
      stop();
      asked = of;
      const mine = (running = new AbortController());
      const { value } = latest;
      latest = { value, busy: true };
      make(mine.signal).then(
        (made) => settle(mine, { value: made, busy: false }),
        (error: unknown) => settle(mine, { value, failure: failed(error).failure, busy: false }),
      );
      return latest;
    },
    retry() {
      asked = [];
      update();
    },
    end() {
      stop();
      if (latest.value !== undefined) drop?.(latest.value);
      latest = { busy: false };
    },
  };
}
