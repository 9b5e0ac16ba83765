import { MetricsError } from '../../base/error.js';

/** The oldest browsers that run the engine. */
export const oldestBrowsers = 'Chromium 109, Firefox 115 or Safari 16.4';

/** The smallest module with an exception handler. */
const handler = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
];

/** What the engine needs in its worker, and this browser lacks; undefined where it has all. */
export function findLack(): string | undefined {
  const lack = ['WebAssembly', 'BigInt64Array', 'TransformStream'].find((name) => !(name in globalThis));
  return lack ?? (WebAssembly.validate(new Uint8Array(handler)) ? undefined : 'exceptions in WebAssembly');
}

/** The error of a browser that lacks what the engine needs. */
export function tooOld(lack: string): MetricsError {
  return new MetricsError(
    'ENGINE_WASM',
    `This browser is too old for the query engine, or has it switched off: it has no ${lack}. Use ${oldestBrowsers}, or a later one.`,
  );
}
