/** Milliseconds that a script may take, and bytes that it may have: a browser by itself bounds neither. */
const deadline = 30_000;
const largest = 20_000_000;

/** By address: the scripts that have come, or are on their way. */
const scripts = new Map<string, Promise<object>>();

/**
 * Imports a script, and rejects where it has not come in time, or has no end. A browser never gives up an import: the script is read
 * before by a request that can be, and imported from the browser's own copy.
 */
export function importScript(address: string): Promise<object> {
  const script = scripts.get(address) ?? load(address);
  scripts.set(address, script);
  script.catch(() => scripts.delete(address));
  return script;
}

async function load(address: string): Promise<object> {
  const signal = AbortSignal.timeout(deadline);
  await readThrough(address, signal);
  signal.throwIfAborted();
  const overdue = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  return Promise.race([import(/* @vite-ignore */ address) as Promise<object>, overdue]);
}

/** Reads a script to its end. That it is not there, or may not be read, is for the import to tell. */
async function readThrough(address: string, signal: AbortSignal): Promise<void> {
  const reader = await fetch(address, { signal }).then(
    ({ body }) => body?.getReader(),
    () => undefined,
  );
  for (let read = 0, next = await reader?.read(); next?.value; next = await reader!.read()) {
    read += next.value.length;
    if (read <= largest) continue;
    void reader!.cancel().catch(() => undefined);
    throw new Error(`${address} has more than ${largest} bytes.`);
  }
}
