import type {
  Condition,
  During,
  Filter,
  FilterSpec,
  Manifest,
  Progress,
  PublishedVerdict,
  Query,
  QueryResult,
  ReleaseVerification,
  Rows,
  RowsQuestion,
  Selection,
  SeriesOrder,
  Surroundings,
  VerificationStep,
} from '@zj/metrics';
import type { Failure } from './failure.js';
import type { Locale } from '../locale/locale.js';
import type { Form, Wish } from './release.js';

/** By this name an element says that it is a source: the same for all versions and copies of the library on a page. */
const key: unique symbol = Symbol.for('zj-source');

/** A file of which a release has one: all verdicts, the ladder of enterprises, or the tasks of the plan. */
export type OneFile = 'verdicts' | 'ladder' | 'tasks';

/** A file of a release, as an element wants it: one of those, the series of a goal, or those of a metric. */
export type Wanted = OneFile | { readonly goal: string } | SeriesOrder;

/** The parts of a selection that change; `null` chooses nothing. */
export interface SelectionChange {
  readonly where?: readonly Condition[] | null | undefined;
  readonly during?: During | null | undefined;
}

/** How a source is asked. */
export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Columns whose conditions do not narrow this question: those that the asker lets its reader choose. */
  readonly except?: readonly string[] | undefined;
}

/** How a release is verified. */
export interface VerifyAsk {
  readonly signal: AbortSignal;
  /** The verdicts that the page shows. */
  readonly shown: readonly PublishedVerdict[];
  /** Told while the engine starts; not where it runs already. */
  readonly onProgress: (progress: Progress) => void;
  /** Told after each step. */
  readonly onStep: (step: VerificationStep) => void;
}

/** A release that was computed again. */
export interface Verified {
  readonly verification: ReleaseVerification;
  /** Its manifest, as the engine read it. */
  readonly manifest: Manifest;
}

/** The manifest of a source: its address, its content where it was read, and why it cannot be read. */
export interface KnownRelease {
  readonly url: string;
  readonly content: Manifest | null;
  readonly failure?: Failure | undefined;
}

/** Where a file is, or why that is not known: the manifest is still loading (neither), or the failure. */
export interface Located<Content = unknown> {
  readonly file?: Wish<Content> | undefined;
  readonly failure?: Failure | undefined;
  /** The manifest is being read. */
  readonly busy?: boolean | undefined;
  /** The release has this goal or metric, but not this file: of a goal, verdicts.json says why. */
  readonly lacks?: boolean | undefined;
  /** Reads the manifest again, where that may help. */
  readonly retry?: (() => void) | undefined;
}

/** How a selection meets the figures of a goal, of a metric or of a query, or the rows of a dataset, in words; each is empty where there is nothing to tell. */
export interface Narrowing {
  /** The conditions and the period by which questions about them are narrowed. */
  readonly told: string;
  /** The conditions on columns that their data do not have. */
  readonly beside: string;
}

/** The gift of a source to the elements inside it: the same object as long as it is there. They look again whenever it changes. */
export interface SourceGift {
  /** Where a file of its release is; the form is that of the file. */
  readonly locate: <Content>(wanted: Wanted, form: Form<Content>) => Located<Content>;
  /** The metrics and datasets that are known so far; a source of an older library does not say. */
  readonly known?: () => Surroundings;
  /** Whether it can answer questions: an engine, or the page's own metrics, is named. */
  readonly canQuery: boolean;
  /** Another object as soon as answers are of other data than those given before. */
  readonly era: object;
  /** Answers a question under the selection; the first one starts the engine. Rejects with a `FailureError`. */
  readonly query: (query: Query, options?: AskOptions) => Promise<QueryResult>;
  /** Opens rows under the selection: of a dataset those that meet the conditions on its columns. Close them. Rejects as `query`. */
  readonly rows: (question: RowsQuestion, options?: AskOptions) => Promise<Rows>;
  /**
   * Makes a filter, which the asker moves: conditions on columns that its dataset does not have are left out. Close it. It rejects as
   * `query`; the `cause` has the code `ABORTED` where a step was overtaken.
   */
  readonly filter: (spec: FilterSpec, options?: Pick<AskOptions, 'signal'>) => Promise<Filter>;
  /** The release, as far as it is known; a source of an older library does not say. */
  readonly release?: () => KnownRelease;
  /** Computes the release again, and compares; the first question starts the engine. A source of an older library cannot. It rejects as `query`. */
  readonly verify?: (ask: VerifyAsk) => Promise<Verified>;
  /** Another object as soon as it is another selection. */
  readonly selection: Selection;
  readonly select: (change: SelectionChange) => void;
  /** The selection in words, as it concerns a goal or a metric. */
  readonly tell: (
    wanted:
      | Exclude<Wanted, OneFile>
      | Pick<SeriesOrder, 'metric'>
      | { readonly query: Query }
      | { readonly dataset: string },
    locale: Locale,
    except?: readonly string[],
  ) => Narrowing;
}

/** An element that is a source. */
export interface SourceElement extends HTMLElement {
  readonly [key]: SourceGift;
}

/** Makes elements of a class sources. */
export function makeSource<Class extends HTMLElement>(
  prototype: Class,
  give: (element: Class) => SourceGift,
): void {
  Object.defineProperty(prototype, key, {
    get(this: Class) {
      return give(this);
    },
  });
}

/** The nearest source around an element, across shadow roots; also one that is not defined yet. */
export function findSource(element: Element): Element | undefined {
  for (let at = above(element); at; at = above(at)) {
    if (key in at || isComing(at)) return at as Element;
  }
  return undefined;
}

/** The gift of the nearest source around an element; `undefined` without one. */
export function findGift(element: Element): SourceGift | undefined {
  const source = findSource(element);
  return source && ((source as Partial<SourceElement>)[key] ?? nothingYet);
}

/** A source whose script is still loading gives nothing yet. */
const nothingYet: SourceGift = {
  locate: () => ({}),
  canQuery: true,
  era: {},
  query: () => new Promise(() => undefined),
  rows: () => new Promise(() => undefined),
  filter: () => new Promise(() => undefined),
  verify: () => new Promise(() => undefined),
  selection: { where: [] },
  select: () => undefined,
  tell: () => ({ told: '', beside: '' }),
};

function isComing(node: Node): boolean {
  return /-source$/i.test(node.nodeName) && (node as Element).matches(':not(:defined, [failed])');
}

function above(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}
