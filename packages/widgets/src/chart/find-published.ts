import { addressOf, readManner, wrong } from '../element/patience.js';
import { ask, type Form } from '../element/release.js';
import type { Located, OneFile, SourceGift } from '../element/source.js';
import type { FileFinding } from './file-element.js';
import { textOf } from './find-chart.js';

/** The content of a file of which a release has one, or why there is none. Older content stays beside a failure. */
export interface PublishedFinding<Content> extends FileFinding {
  readonly content?: Content | undefined;
}

/** The input of an element that shows such a file, as its attributes and properties have it. */
export interface PublishedInput<Content> {
  /** The content that a page gave; it has priority. */
  readonly given: Content | null | undefined;
  readonly src: unknown;
  readonly integrity: unknown;
  readonly refreshAfter: unknown;
  readonly baseURI: string;
  readonly around: SourceGift | undefined;
  readonly wanted: OneFile;
  readonly form: Form<Content>;
}

/** The content to show. Without any input there is neither content nor a failure. */
export function findPublished<Content extends object>(
  input: PublishedInput<Content>,
): PublishedFinding<Content> {
  const { given, wanted, form, around } = input;
  if (given) return take(given, form);
  const src = textOf(input.src);
  if (!src) return around ? readFile(around.locate(wanted, form)) : {};
  const url = addressOf(src, input.baseURI);
  if (!url) return wrong('src', src, `/data/${wanted}.json`);
  const manner = readManner(textOf(input.integrity), textOf(input.refreshAfter));
  return manner.failure ? manner : readFile({ file: { url, form, ...manner } });
}

function readFile<Content>({ file, failure, busy, retry }: Located<Content>): PublishedFinding<Content> {
  if (!file) return { failure, busy, retry };
  const { content, failure: read, busy: reading } = ask(file);
  return { source: file, content, failure: read ?? failure, busy: reading };
}

/** The findings in content that a page gave: it is checked once. */
const taken = new WeakMap<object, FileFinding>();

function take<Content extends object>(given: Content, form: Form<Content>): PublishedFinding<Content> {
  const known = taken.get(given) as PublishedFinding<Content> | undefined;
  if (known) return known;
  const content = form.take(given);
  const found: PublishedFinding<Content> = content
    ? { content }
    : { failure: { code: 'RELEASE', message: (face) => face.malformed(form.name) } };
  taken.set(given, found);
  return found;
}
