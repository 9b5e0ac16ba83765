/** Milliseconds that a script may take: a browser by itself gives up none. */
const deadline = 30_000;

const loaded = new Map<string, object>();
/** The imports of an address that have neither come nor failed. */
const pending = new Map<string, Set<Promise<object>>>();
let late = 0;

/**
 * Imports a script, and rejects where it has not come in time. A browser joins an import to one of the same address that hangs, so the
 * next one asks with a query of its own; whichever comes first is taken.
 */
export async function importScript(address: string): Promise<object> {
  const known = loaded.get(address);
  if (known) return known;
  const open = pending.get(address) ?? new Set();
  pending.set(address, open);
  const own = import(/* @vite-ignore */ open.size > 0 ? again(address) : address) as Promise<object>;
  open.add(own);
  own.then(
    (script) => {
      loaded.set(address, script);
      pending.delete(address);
    },
    () => open.delete(own),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${address} did not come within ${deadline} ms.`)), deadline);
  });
  try {
    return await Promise.race([Promise.any(open), overdue]);
  } finally {
    clearTimeout(timer);
  }
}

function again(address: string): string {
  const url = new URL(address);
  url.searchParams.set('again', `${++late}`);
  return url.href;
}
