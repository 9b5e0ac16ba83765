import { MetricsError } from '../../base/error.js';
import { say } from '../../base/sentence.js';

/** An address as the page means it. Throws `MetricsError` `ENGINE_WORKER` where there is no page, as in Node. */
export function absolute(url: string): string {
  const { document, location } = globalThis as Partial<typeof globalThis>;
  const base = document?.baseURI ?? location?.href;
  if (base === undefined) {
    throw new MetricsError(
      'ENGINE_WORKER',
      say`wasmEngine runs in a browser only. In Node, use nodeEngine from @zj/metrics/node.`,
    );
  }
  return new URL(url, base).href;
}
