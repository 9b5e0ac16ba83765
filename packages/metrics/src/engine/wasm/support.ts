import { MetricsError } from '../../base/error.js';
import { oneOfThese, say } from '../../base/sentence.js';

/** The oldest browsers that run the engine. */
export const oldestBrowsers = ['Chromium 109', 'Firefox 115', 'Safari 16.4'] as const;

const exceptions = 'exceptions in WebAssembly';

/** The smallest module with an exception handler. */
const handler = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
];

/** A feature that the engine needs in its worker and this browser lacks; undefined if it has all. */
export function findLack(): string | undefined {
  const lack = ['WebAssembly', 'BigInt64Array', 'TransformStream'].find((name) => !(name in globalThis));
  return lack ?? (WebAssembly.validate(new Uint8Array(handler)) ? undefined : exceptions);
}

/** The error of a browser that lacks `lack`. */
export function tooOld(lack: string): MetricsError {
  const name = lack === exceptions ? say`exceptions in WebAssembly` : lack;
  const message = say`This browser is too old for the query engine, or a feature is switched off: it has no ${name}. Use ${oneOfThese(oldestBrowsers)}, or a later one.`;
  return new MetricsError('ENGINE_WASM', message);
}
