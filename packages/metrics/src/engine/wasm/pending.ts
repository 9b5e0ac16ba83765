import type { Instance } from './instance.js';

/** Parts of an answer that are asked for at once, after the first two: four, and with each further time twice as many, up to this. */
const most = 32;

/**
 * Runs a statement in steps of a tenth of a second, between which it can be given up: the engine's one-step way answers
 * nothing else until it is over. Gives the answer as a stream of Arrow. Throws the signal's reason.
 */
export async function runInSteps(
  ask: Instance['ask'],
  connection: number,
  sql: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  const fetchNext = (): Promise<Uint8Array | null> => ask((db) => db.fetchQueryResults(connection));
  // Most answers are there after the first step, and in one part: they are fetched without waiting for its end.
  const [first, ...early] = await Promise.all([
    ask((db) => db.startPendingQuery(connection, sql, false)),
    fetchNext(),
    fetchNext(),
  ]);
  let head: Uint8Array | null = first;
  while (!head) {
    if (signal.aborted) await ask((db) => db.cancelPendingQuery(connection));
    signal.throwIfAborted();
    head = await ask((db) => db.pollPendingQuery(connection));
  }
  const parts = [head];
  let next: readonly (Uint8Array | null)[] = first ? early : await Promise.all([fetchNext(), fetchNext()]);
  for (let ahead = 4; ; ahead = Math.min(2 * ahead, most)) {
    const end = next.findIndex((part) => part?.length === 0);
    parts.push(...next.slice(0, end < 0 ? undefined : end).filter((part) => part !== null));
    if (end >= 0) return join(parts);
    signal.throwIfAborted();
    next = await Promise.all(Array.from({ length: ahead }, fetchNext));
  }
}

/** Bytes one behind the other. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
