import { show } from './dom.js';
import { words } from './words.js';

let opening;

/** The release in DuckDB, opened when it is first asked for; a failure is forgotten, so that the next click tries again. */
export function openRelease(place) {
  opening ??= open(place).catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(place) {
  const { createMetrics, wasmEngine } = await import('./zj/zj-metrics.js');
  const metrics = createMetrics({
    engine: wasmEngine({ baseUrl: new URL('zj/engine/', document.baseURI).href }),
  });
  const onProgress = ({ step, loaded, total }) => show(place, words().loading(step, loaded, total));
  try {
    await metrics.open(new URL('release/manifest.json', document.baseURI).href, { onProgress });
  } catch (error) {
    await metrics.close();
    throw error;
  }
  return metrics;
}

/** An error in the language of the page, with its code; the browser's own words where the SDK itself did not load. */
async function tellError(error) {
  const message = await import('./zj/zj-metrics.js')
    .then(async (sdk) => sdk.translateError(error, await sdk.loadTranslation(document.documentElement.lang)))
    .catch(() => error.message);
  return `${message} [${error.code ?? error.name}]`;
}

/** Does something with the release for a button that was pressed, and says so where it fails. */
export async function withRelease(button, place, work) {
  button.disabled = true;
  try {
    await work(await openRelease(place));
    place.hidden = true;
  } catch (error) {
    show(place, words().failed(await tellError(error)));
  } finally {
    button.disabled = false;
  }
}
