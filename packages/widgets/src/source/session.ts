import type { Manifest, Metrics, Progress, Translation } from '@zj/metrics';
import { failing, type Failure, type FailureError } from '../element/failure.js';
import type { Locale } from '../locale/locale.js';
import { sourceWords } from './book.js';
import { importScript } from './import-script.js';
import { isSameJson } from './same-json.js';
import { shareEngine, type EngineSdk, type Shared } from './share-engine.js';

/** The exports of `zj-metrics.js` that a source uses. */
interface Sdk extends EngineSdk {
  readonly translateError: (error: unknown, translation: Translation) => string;
  readonly loadTranslation: (lang: string) => Promise<Translation>;
}

/** The metrics of a page, or one of their releases: they answer questions. Those of an older SDK open no rows, make no filters and verify nothing. */
export type Answering = Pick<Metrics, 'query' | 'catalogue'> &
  Partial<Pick<Metrics, 'rows' | 'filter' | 'verify' | 'manifest'>>;

/** Where the answers come from: the page's own metrics, or the addresses of the SDK and its engine, in full. */
export interface Place {
  readonly metrics: Answering | undefined;
  readonly sdk: string;
  readonly engine: string;
  readonly manifest: string;
  /** The digests of its files; empty while they are not known. */
  readonly release: string;
}

/** Whether a session stays: a place whose release was not known yet may still be the same. */
export function isSamePlace(before: Place, now: Place): boolean {
  const names = ['metrics', 'sdk', 'engine', 'manifest', 'release'] as const;
  return names.every(
    (name) => before[name] === now[name] || (name === 'release' && !(before[name] && now[name])),
  );
}

/** The answers of a source, from the first question until it is closed. */
export interface Session {
  /** Asks something; the first question starts the engine. Rejects with a `FailureError`, but for a call that was given up. */
  readonly ask: <Answer>(work: (asked: Answering) => Promise<Answer>, locale: Locale) => Promise<Answer>;
  /** Calls the listener while the engine starts, until the returned function is called. */
  readonly follow: (listener: (progress: Progress) => void) => () => void;
  /** The metrics and datasets that can be asked, where that is known. */
  readonly catalogue: () => Metrics['catalogue'] | undefined;
  /** Stops the engine, if it is the source's own. */
  readonly close: () => void;
}

/** The release whose files the elements of a page read: answers are of no other one. */
export interface Bond {
  /** Its manifest, as it was read and checked; none where the source names none. */
  readonly manifest: Manifest | undefined;
  /** Reads the manifest again, because the answers are of another one; the failure to tell. */
  readonly renew: () => Promise<Failure>;
}

/** The session of a source: nothing is loaded before the first question. */
export function createSession(
  { metrics, sdk, engine, manifest }: Omit<Place, 'release'>,
  bond: Bond,
): Session {
  let own: Promise<Shared> | undefined;
  let ready: Answering | undefined = metrics;
  const followers = new Set<(progress: Progress) => void>();

  /** One loading for all who ask; one that failed is tried again by the next question. */
  async function open(locale: Locale): Promise<Answering> {
    if (!own) {
      own = start(locale);
      own.catch(() => (own = undefined));
    }
    ready = (await own).release;
    return ready;
  }

  async function start(locale: Locale): Promise<Shared> {
    if (!sdk || !engine) throw failing({ code: 'ENGINE', message: () => sourceWords(locale).noEngine });
    const place = { at: `${sdk} ${engine}`, sdk: await loadSdk(sdk, locale), engine };
    const shared = await shareEngine(place, manifest, (progress) =>
      followers.forEach((follow) => follow(progress)),
    );
    if (isBound(shared.release)) return shared;
    // The file at the address is another one by now.
    await shared.leave();
    throw failing(await bond.renew());
  }

  /** The page's own metrics; without an open release they hold the page's own data alone. */
  async function bound(given: Answering): Promise<Answering> {
    if (isBound(given)) return given;
    throw failing(await bond.renew());
  }

  /** Whether answers are of the release that the elements show. */
  function isBound(asked: Answering): boolean {
    const answering = manifestOf(asked);
    return !answering || !bond.manifest || isSameJson(answering, bond.manifest);
  }

  /** An error of the SDK in the words of a language. */
  async function tell(cause: unknown, locale: Locale): Promise<FailureError> {
    if (cause instanceof Error && 'failure' in cause) return cause as FailureError;
    const { code = '', message } = cause as { readonly code?: string; readonly message: string };
    const known = code.startsWith('ENGINE_')
      ? 'ENGINE'
      : /^(DATABASE|RELEASE)$/.test(code)
        ? 'RELEASE'
        : undefined;
    const translated = await translate(cause, locale).catch(() => message);
    const failure: Failure = {
      code: known ?? (code === 'UNKNOWN_NAME' ? code : 'QUERY'),
      message: (face) => (face.text === 'zh' ? translated : message),
    };
    return failing(failure, cause);
  }

  async function translate(error: unknown, locale: Locale): Promise<string> {
    const { translateError, loadTranslation } = await loadSdk(sdk, locale);
    return translateError(error, await loadTranslation(locale));
  }

  return {
    async ask(work, locale) {
      try {
        return await work(metrics ? await bound(metrics) : await open(locale));
      } catch (error) {
        throw await tell(error, locale);
      }
    },
    follow(listener) {
      followers.add(listener);
      return () => void followers.delete(listener);
    },
    catalogue: () => {
      try {
        return ready?.catalogue;
      } catch {
        // The page's own metrics have nothing open yet.
        return undefined;
      }
    },
    close() {
      own
        ?.then((shared) => shared.leave())
        // It has failed, and was told then.
        .catch(() => undefined);
    },
  };
}

/** A method that metrics of an older SDK do not have. Throws a `FailureError` then. */
export function methodOf<Name extends 'rows' | 'filter' | 'verify'>(
  asked: Answering,
  name: Name,
  locale: Locale,
): Metrics[Name] {
  const method = asked[name];
  if (method) return method.bind(asked) as Metrics[Name];
  throw failing({ code: 'ENGINE', message: () => sourceWords(locale).lacksMethod(name) });
}

async function loadSdk(address: string, locale: Locale): Promise<Sdk> {
  let sdk: Partial<Sdk>;
  try {
    sdk = await importScript(address);
  } catch (cause) {
    throw failing({ code: 'ENGINE', message: () => sourceWords(locale).noSdk(address) }, cause);
  }
  if (typeof sdk.createMetrics !== 'function' || typeof sdk.wasmEngine !== 'function') {
    throw failing({ code: 'ENGINE', message: () => sourceWords(locale).notSdk(address) });
  }
  return sdk as Sdk;
}

/** The manifest of an open release; `undefined` where none is open. */
function manifestOf(asked: Answering): Manifest | undefined {
  try {
    return asked.manifest;
  } catch {
    return undefined;
  }
}
