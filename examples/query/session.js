import { at, show } from './dom.js';
import { language, words } from './words.js';

let starting;
let last;
/** The SDK once it is loaded, and its sentences in the page's language; none are English. */
let loaded;
let translation = {};

/** The SDK and one `metrics` of it for the whole page, loaded when first asked for. A failed load is forgotten. */
export function openSession() {
  starting ??= start().catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start() {
  const sdk = await import('./zj/zj-metrics.js');
  loaded = sdk;
  await loadSentences();
  const engine = sdk.wasmEngine({ baseUrl: new URL('zj/engine/', document.baseURI).href });
  const metrics = sdk.createMetrics({ engine });
  metrics.subscribe((event) => {
    last = event;
    showEngine();
  });
  return { sdk, metrics };
}

/** Loads the sentences of the SDK in the page's language; without them its problems are told in English. */
export async function loadSentences() {
  translation = (await loaded?.loadTranslation(language()).catch(() => undefined)) ?? {};
}

/** The language of the SDK's sentences: that of the page, or English. */
export function toldLanguage() {
  return Object.keys(translation).length > 0 ? language() : 'en';
}

/** A problem in the page's language. */
export function tellProblem(problem) {
  return loaded ? loaded.translateProblem(problem, translation) : problem;
}

/** The message of an error in the page's language. */
export function tellError(error) {
  return loaded ? loaded.translateError(error, translation) : error.message;
}

/** What can be asked now; nothing before something is open. */
export function catalogueOf(metrics) {
  try {
    return metrics.catalogue;
  } catch {
    return { metrics: [], datasets: [] };
  }
}

/** What the engine does now, in words and as a bar. */
export function showEngine() {
  if (!last) return;
  const text = words();
  const { state, step, loaded, total } = last;
  at('engine').dataset.state = state === 'restarted' ? 'ready' : state;
  const loading =
    step === 'engine'
      ? text.loadingEngine(megabytes(loaded), total && megabytes(total))
      : text[{ database: 'loadingDatabase', compiling: 'compiling', opening: 'opening' }[step]];
  show(at('engine'), state === 'starting' ? loading : text[state]);
  const bar = at('progress');
  bar.hidden = state !== 'starting';
  bar.setAttribute('aria-label', text.starting);
  if (total) Object.assign(bar, { max: total, value: loaded });
  else bar.removeAttribute('value');
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
