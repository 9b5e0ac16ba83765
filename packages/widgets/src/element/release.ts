import type { PublishedVerdict, Verdicts, WithheldGoal } from '@zj/metrics';
import type { Say } from '../locale/words.js';
import type { Failure } from './failure.js';

/** A file that elements read. */
export interface VerdictsFile {
  readonly url: string;
  /** The digest that pins it; empty where nothing does. */
  readonly integrity: string;
}

/** The state of a file: its verdicts and withheld goals, as they stand there, and the failure of the last attempt. */
export interface Known {
  readonly verdicts?: readonly PublishedVerdict[] | undefined;
  readonly withheld?: readonly WithheldGoal[] | undefined;
  readonly failure?: Failure | undefined;
  /** It is being read. */
  readonly busy?: boolean;
  /** When it was last asked for, in milliseconds of the reader's clock. */
  readonly at: number;
}

/** Which file a gauge shows, and how soon it is to look again. */
export interface Wish extends VerdictsFile {
  /** After so many minutes; `Infinity` is never. */
  readonly minutes: number;
  /** Also while the page stays in sight. */
  readonly steady: boolean;
}

/** Every element on the page, with the file that it reads. */
export const elements = new Map<{ requestUpdate(): void }, Wish | undefined>();

/** Updates every element. */
export function updateAll(): void {
  for (const element of elements.keys()) element.requestUpdate();
}

/** By address: four elements on one file make one request. */
const answers = new Map<string, Known>();
const keyOf = ({ url, integrity }: VerdictsFile): string => `${url} ${integrity}`;

/** Milliseconds until a request that does not end counts as failed. */
const deadline = 20_000;

/** The state of a file. The first call has it read. */
export function ask(source: VerdictsFile): Known {
  if (!answers.has(keyOf(source))) void read(source);
  return answers.get(keyOf(source))!;
}

/**
 * Reads a file, for the first time or again, one request at a time, then updates all elements. A failure keeps the verdicts that
 * were read before. The server is always asked whether there is something newer: without its word a browser may show last month's
 * for days.
 */
export async function read(source: VerdictsFile): Promise<void> {
  const { url, integrity } = source;
  const key = keyOf(source);
  const { busy, ...known } = answers.get(key) ?? {};
  if (busy) return;
  const file = url.replace(location.origin, '');
  const at = Date.now();
  // The failure stays until it is known to be over: who pressed the button below it keeps the focus.
  answers.set(key, { ...known, at, busy: true });
  const { verdicts, withheld, failure } = await load().catch(({ name }: Error) =>
    fail((face) => face.unreachable(file, causeOf(name)(face))),
  );
  answers.set(key, failure ? { ...known, failure, at } : { verdicts, withheld, at });
  updateAll();

  /** The likely cause, in our words: browsers tell it in English, and hide most of it. */
  function causeOf(error: string): Say {
    const { protocol, origin } = new URL(url);
    if (!protocol.startsWith('http')) return ({ needsHttp }) => needsHttp;
    if (error === 'TimeoutError') return ({ noAnswer }) => noAnswer;
    if (origin !== location.origin) return ({ otherSite }) => otherSite;
    return integrity ? ({ notPinned }) => notPinned : ({ noConnection }) => noConnection;
  }

  async function load(): Promise<Omit<Known, 'at'>> {
    const signal = AbortSignal.timeout(deadline);
    const response = await fetch(url, { cache: 'no-cache', signal, ...(integrity && { integrity }) });
    if (!response.ok) return fail((face) => face.unreachable(file, `HTTP ${response.status}`));
    const text = await response.text();
    try {
      const { version, verdicts, withheld } = JSON.parse(text) as Partial<Verdicts> & Known;
      if (version === 1 && Array.isArray(verdicts)) {
        return { verdicts, withheld: Array.isArray(withheld) ? withheld : [] };
      }
    } catch {
      // What is no JSON is told like what is none of ours.
    }
    return fail((face) => face.malformed(file));
  }
}

function fail(message: Say): Omit<Known, 'at'> {
  return { failure: { code: 'RELEASE', message } };
}
