import type { Metrics, Progress, Translation } from '@zj/metrics';
import type { Failure, FailureError } from '../element/failure.js';
import type { Locale } from '../locale/locale.js';
import { sourceWords } from './book.js';
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
  /** The digest of its database; empty while it is not known. */
  readonly database: string;
}

/** Whether a session stays: a place whose database was not known yet may still be the same. */
export function isSamePlace(before: Place, now: Place): boolean {
  const names = ['metrics', 'sdk', 'engine', 'manifest', 'database'] as const;
  return names.every(
    (name) => before[name] === now[name] || (name === 'database' && !(before[name] && now[name])),
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

/** The session of a source: nothing is loaded before the first question. */
export function createSession({ metrics, sdk, engine, manifest }: Omit<Place, 'database'>): Session {
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
    return shareEngine(place, manifest, (progress) => followers.forEach((follow) => follow(progress)));
  }

  /** An error of the SDK in the words of a language. */
  async function tell(cause: unknown, locale: Locale): Promise<FailureError> {
    if (cause instanceof Error && 'failure' in cause) return cause as FailureError;
    const { code = '', message } = cause as { readonly code?: string; readonly message: string };
    const isEngine = /^(ENGINE_|DATABASE$|RELEASE$)/.test(code);
    const translated = await translate(cause, locale).catch(() => message);
    const failure: Failure = {
      code: isEngine ? 'ENGINE' : code === 'UNKNOWN_NAME' ? code : 'QUERY',
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
        return await work(metrics ?? (await open(locale)));
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
    sdk = (await import(/* @vite-ignore */ address)) as Partial<Sdk>;
  } catch (cause) {
    throw failing({ code: 'ENGINE', message: () => sourceWords(locale).noSdk(address) }, cause);
  }
  if (typeof sdk.createMetrics !== 'function' || typeof sdk.wasmEngine !== 'function') {
    throw failing({ code: 'ENGINE', message: () => sourceWords(locale).notSdk(address) });
  }
  return sdk as Sdk;
}

/** An error of which an element tells the failure. */
export function failing(failure: Failure, cause?: unknown): FailureError {
  const error = new Error(failure.code, { cause });
  return Object.assign(error, { failure });
}
