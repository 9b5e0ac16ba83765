import { Calls, type Call } from '../engine/calls.js';
import type { CallOptions } from '../engine/engine.js';

/** Values that are asked for again, the least recently used forgotten first. */
export interface Cache<T> {
  /**
   * The value of a key, from memory or else from `work`. Callers of one key at one time share one work, each with a signal and a
   * deadline of its own; the work is cancelled when all of them have given up. Throws as the work, `DEADLINE`, `ABORTED`, and
   * `REFUSED` for an invalid deadline.
   */
  get(key: string, work: Work<T>, options?: CallOptions): Promise<Found<T>>;
  /** Forgets every value; results under way go to their callers and are not kept. */
  clear(): void;
}

/** Gives a value; its callers keep the deadlines, so it has none. */
export type Work<T> = (options: CallOptions) => Promise<T>;

/** A value, and whether it was in memory. */
export interface Found<T> {
  readonly value: T;
  readonly cached: boolean;
}

/** Work under way, and who waits for it. */
interface Flight<T> {
  readonly value: Promise<T>;
  readonly controller: AbortController;
  readonly callers: Set<Call>;
}

/** An empty cache of so many bytes, as `sizeOf` counts them; of none, it keeps nothing. */
export function createCache<T>(capacity: number, sizeOf: (value: T) => number): Cache<T> {
  const calls = new Calls(() => undefined);
  const flights = new Map<string, Flight<T>>();
  /** In the order of their last use. */
  const entries = new Map<string, { readonly value: T; readonly size: number }>();
  let bytes = 0;

  function keep(key: string, value: T): void {
    const size = sizeOf(value) + 2 * key.length;
    if (size > capacity) return;
    entries.set(key, { value, size });
    bytes += size;
    for (const [oldest, entry] of entries) {
      if (bytes <= capacity) return;
      entries.delete(oldest);
      bytes -= entry.size;
    }
  }

  function begin(key: string, work: Work<T>): Flight<T> {
    const controller = new AbortController();
    const callers = new Set<Call>();
    const onProgress: CallOptions['onProgress'] = (progress) => {
      for (const { advance } of callers) advance(progress);
    };
    const value = work({ signal: controller.signal, deadline: Infinity, onProgress });
    const flight = { value, controller, callers };
    flights.set(key, flight);
    value.then(
      (known) => {
        // Else it was forgotten before it was known.
        if (end(key, flight)) keep(key, known);
      },
      () => end(key, flight),
    );
    return flight;
  }

  function end(key: string, flight: Flight<T>): boolean {
    return flights.get(key) === flight && flights.delete(key);
  }

  async function join(key: string, work: Work<T>, call: Call): Promise<Found<T>> {
    const entry = entries.get(key);
    if (entry) {
      entries.delete(key);
      entries.set(key, entry);
      return { value: entry.value, cached: true };
    }
    const flight = flights.get(key) ?? begin(key, work);
    const { callers, controller } = flight;
    callers.add(call);
    call.signal.addEventListener('abort', () => {
      callers.delete(call);
      if (callers.size > 0) return;
      end(key, flight);
      controller.abort(call.signal.reason);
    });
    return { value: await flight.value, cached: false };
  }

  return {
    get: (key, work, options = {}) => calls.start((call) => join(key, work, call), options),
    clear() {
      flights.clear();
      entries.clear();
      bytes = 0;
    },
  };
}
