/** Milliseconds that a script may take: a browser by itself gives up none. */
const deadline = 30_000;

/**
 * Imports a script, and rejects where it has not come in time. The browser goes on with it: a later import of the address takes it as
 * it comes.
 */
export async function importScript(address: string): Promise<object> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${address} did not come within ${deadline} ms.`)), deadline);
  });
  try {
    return await Promise.race([import(/* @vite-ignore */ address) as Promise<object>, overdue]);
  } finally {
    clearTimeout(timer);
  }
}
