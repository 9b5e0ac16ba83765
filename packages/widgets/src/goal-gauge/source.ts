import type { PublishedVerdict, Verdicts } from '@zj/metrics';
import type { Say } from '../locale/language.js';
import type { Failure } from './failure.js';

/** What is known of a file: its verdicts, and why there are none or no newer ones. */
export interface Answer {
  readonly verdicts?: readonly PublishedVerdict[] | undefined;
  readonly failure?: Failure | undefined;
  /** It is being read. */
  readonly busy?: boolean;
}

/** Every gauge on the page. */
export const gauges = new Set<{ requestUpdate(): void }>();

/** Lets every gauge look again at what it depends on. */
export function updateAll(): void {
  for (const gauge of gauges) gauge.requestUpdate();
}

/** By address: four gauges on one file make one request. */
const answers = new Map<string, Answer>();

/** Milliseconds until a request that does not end counts as failed. */
const deadline = 20_000;

/** What is known of the file at an address; the first to ask has it read. */
export function ask(url: string): Answer {
  if (!answers.has(url)) void read(url, 'default');
  return answers.get(url)!;
}

/** Reads a file, for the first time or again, one request at a time, and tells all gauges what came of it. What was known stays known. */
export async function read(url: string, cache: RequestCache): Promise<void> {
  const { verdicts, failure, busy } = answers.get(url) ?? {};
  if (busy) return;
  const file = url.replace(location.origin, '');
  const tell = (answer: Answer): void => {
    answers.set(url, { verdicts, ...answer });
    updateAll();
  };
  const fail = (message: Say): void => tell({ failure: { code: 'RELEASE', message } });
  // The failure stays until it is known to be over: who pressed the button below it keeps the focus.
  answers.set(url, { verdicts, failure, busy: true });
  try {
    const response = await fetch(url, { cache, signal: AbortSignal.timeout(deadline) });
    if (!response.ok) return fail((face) => face.unreachable(file, `HTTP ${response.status}`));
    const release = (await response.json()) as Partial<Verdicts> | null;
    if (release?.version === 1 && Array.isArray(release.verdicts)) tell({ verdicts: release.verdicts });
    else fail((face) => face.malformed(file));
  } catch (error) {
    const { name, message } = error as Error;
    fail((face) => (name === 'SyntaxError' ? face.malformed(file) : face.unreachable(file, message)));
  }
}
