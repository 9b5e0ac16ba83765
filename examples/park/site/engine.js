import { words } from './words.js';

let opening;

/**
 * The release opened in DuckDB-WASM: started when first asked for, then shared by everything on the page.
 * A failed start is forgotten, so that the next click tries again.
 */
export function openMetrics(lang, say) {
  opening ??= start(lang, say).catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** An error in the language of the page, with its code; the browser's own words where the SDK itself did not load. */
export async function tellError(error, lang) {
  const message = await import('./zj/zj-metrics.js')
    .then(async (sdk) => sdk.translateError(error, await sdk.loadTranslation(lang)))
    .catch(() => error.message);
  return `${message} [${error.code ?? error.name}]`;
}

async function start(lang, say) {
  const { createMetrics, wasmEngine } = await import('./zj/zj-metrics.js');
  const text = words(lang);
  const metrics = createMetrics({
    engine: wasmEngine({ baseUrl: new URL('zj/engine/', document.baseURI).href }),
  });
  try {
    await metrics.open(new URL('release/manifest.json', document.baseURI).href, {
      onProgress: ({ step, loaded, total }) =>
        say(
          step === 'engine'
            ? text.loadingEngine(megabytes(loaded), total && megabytes(total))
            : step === 'compiling'
              ? text.compiling
              : text.loadingDatabase,
        ),
    });
  } catch (error) {
    await metrics.close();
    throw error;
  }
  return metrics;
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
