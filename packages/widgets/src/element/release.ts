import type { Say } from '../locale/words.js';
import type { Failure } from './failure.js';

/** The content of a kind of file. */
export interface Form<Content = unknown> {
  /** Its name tells two forms of one address from each other. */
  readonly name: string;
  /** The content of a file, from its JSON; `undefined` for JSON of another form. */
  readonly take: (json: unknown) => Content | undefined;
}

/** A JSON file of a release that elements read. */
export interface ReleaseFile<Content = unknown> {
  readonly url: string;
  /** The digest that pins it; empty where nothing does. */
  readonly integrity: string;
  readonly form: Form<Content>;
}

/** The state of a file: its content, and the failure of the last attempt. */
export interface Known<Content = unknown> {
  readonly content?: Content | undefined;
  readonly failure?: Failure | undefined;
  /** It is being read. */
  readonly busy?: boolean;
  /** When it was last asked for, in milliseconds of the reader's clock. */
  readonly at: number;
}

/** How soon an element is to look again. */
export interface Patience {
  /** After so many minutes; `Infinity` is never. */
  readonly minutes: number;
  /** Also while the page stays in sight. */
  readonly steady: boolean;
}

/** Which file an element shows, and how soon it is to look again. */
export interface Wish<Content = unknown> extends ReleaseFile<Content>, Patience {}

/** Every element on the page, with the file that it reads. */
export const elements = new Map<{ requestUpdate(): void }, Wish | undefined>();

/** Updates every element. */
export function updateAll(): void {
  for (const element of elements.keys()) element.requestUpdate();
}

/** The requests under way. */
const running = new Map<string, Promise<void>>();

/** By address: four elements on one file make one request. */
const answers = new Map<string, Known>();
const keyOf = ({ url, integrity, form }: ReleaseFile): string => `${url} ${integrity} ${form.name}`;

/** Milliseconds until a request that does not end counts as failed. */
export const deadline = 20_000;

/** The state of a file. The first call has it read. */
export function ask<Content>(file: ReleaseFile<Content>): Known<Content> {
  if (!answers.has(keyOf(file))) void read(file);
  return answers.get(keyOf(file)) as Known<Content>;
}

/**
 * Reads a file, for the first time or again, one request at a time, then updates all elements. A failure keeps the content that
 * was read before. The server is always asked whether there is something newer: without its word a browser may show last month's
 * for days.
 */
export function read(wanted: ReleaseFile): Promise<void> {
  const key = keyOf(wanted);
  const run = running.get(key) ?? request(wanted, key);
  running.set(key, run);
  return run;
}

async function request({ url, integrity, form }: ReleaseFile, key: string): Promise<void> {
  const { content: older, failure: lack } = answers.get(key) ?? {};
  const known = { content: older, failure: lack };
  const file = url.replace(location.origin, '');
  const at = Date.now();
  // The failure stays until it is known to be over: who pressed the button below it keeps the focus.
  answers.set(key, { ...known, at, busy: true });
  const { content, failure } = await load().catch(({ name }: Error) =>
    fail((face) => face.unreachable(file, causeOf(name)(face))),
  );
  running.delete(key);
  answers.set(key, failure ? { ...known, failure, at } : { content, at });
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
      const content = form.take(JSON.parse(text));
      if (content !== undefined) return { content };
    } catch {
      // A file without JSON is told like one of another form.
    }
    return fail((face) => face.malformed(file));
  }
}

function fail(message: Say): Omit<Known, 'at'> {
  return { failure: { code: 'RELEASE', message } };
}
