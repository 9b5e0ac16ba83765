import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import {
  narrowQuery,
  type Condition,
  type During,
  type Filter,
  type FilterSpec,
  type Manifest,
  type Query,
  type QueryResult,
  type Rows,
  type RowsQuestion,
  type Selection,
  type Surroundings,
} from '@zj/metrics';
import { createBareWatch } from '../element/bare.js';
import { css } from '../element/css.js';
import type { Failure } from '../element/failure.js';
import { keepFresh } from '../element/freshness.js';
import { addressOf, readManner, wrong } from '../element/patience.js';
import { makeEmptiable, property } from '../element/property.js';
import { ask, read, type Form } from '../element/release.js';
import { dress } from '../element/sheets.js';
import {
  makeSource,
  type AskOptions,
  type Located,
  type SelectionChange,
  type SourceGift,
  type KnownRelease,
  type Verified,
  type VerifyAsk,
  type Wanted,
} from '../element/source.js';
import { updateInside } from '../element/watch-source.js';
import { ZjBase } from '../element/zj-element.js';
import { findLocale } from '../locale/find-locale.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { sourceWords } from './book.js';
import { findFile, integrityOf } from './find-file.js';
import { manifestForm } from './manifest-form.js';
import { awaitManifest, renewManifest, type ManifestState } from './manifest-state.js';
import { narrowRows, tellFilter, tellRows } from './open-rows.js';
import { isSameSelection, nothing, takeSelection } from './selection.js';
import { tellNarrowing } from './tell-narrowing.js';
import { verifyWith } from './verify-release.js';
import { createSession, isSamePlace, methodOf, type Answering, type Place, type Session } from './session.js';

/** The attributes of one word. */
const texts = ['manifest', 'integrity', 'sdk', 'engine'] as const;
const sheet = css`
  :host {
    display: contents;
  }
`;

/**
 * One release for all elements inside it, one engine and one selection. It has no box of its own. Elements inside need no
 * address: a gauge names its goal, a chart its goal or metric. The engine starts when an element asks a question, not before; sources that name the same `sdk` and
 * `engine` share one, which stops when the last of them is gone.
 *
 * @attr {string} manifest - The address of the release's manifest.json. The other files of the release are found by it.
 * @attr {string} integrity - The SHA-256 of the manifest, as `sha256-…` in Base64. It pins all files of the release: any other file is rejected. Each file is read once.
 * @attr {number | "never"} refresh - Minutes until the files are old (default 10), as of `<zj-goal-gauge>`; for all files that elements inside read by this source.
 * @attr {string} sdk - The address of `zj-metrics.js` of @zj/metrics (`dist/browser`), for questions.
 * @attr {string} engine - The folder of the engine's files, such as `/zj/engine/`.
 * @attr {string} lang - The language of its failures: zh… is Chinese, any other value English. Default: the `lang` of the nearest ancestor, else the language of the page.
 * @prop {Metrics | Release | null} metrics - The page's own metrics, or one of their releases, in place of `sdk` and `engine`. The page closes them.
 * @prop {Selection} selection - The selection: `where`, conditions as in a query, and `during`, a period. Plain data, frozen.
 * @fires {CustomEvent<{ manifest: Manifest }>} zj-source-ready - The manifest is read, for the first time or with new content.
 * @fires {CustomEvent<{ where: readonly Condition[], during?: During }>} zj-selection-changed - Another selection.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without `manifest` and `metrics`. `RELEASE`: the manifest cannot be read. The elements inside show it, too.
 * @slot - The page's content with the elements.
 */
export class ZjSource extends ZjBase {
  static override readonly properties: PropertyDeclarations = {
    ...Object.fromEntries(texts.map((name) => [name, property(name)])),
    refreshAfter: property('refresh'),
    metrics: property(false),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
    makeSource(this.prototype, (element) => element._gift);
  }

  declare manifest: string | null | undefined;
  declare integrity: string | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  declare refreshAfter: string | number | null | undefined;
  declare sdk: string | null | undefined;
  declare engine: string | null | undefined;
  declare metrics: Answering | null | undefined;

  private _selection: Selection = nothing;
  private _state: ManifestState = {};
  /** Those who wait for an input, until the next update. */
  private _waiting: (() => void)[] = [];
  /** The place of the session: another one ends it. */
  private _place: Place | undefined;
  private _session: Session | undefined;
  private _era = {};
  private readonly _bare = createBareWatch(() => this.requestUpdate());
  private readonly _gift: SourceGift = this._give();

  constructor() {
    super();
    // A property that a page set before the script arrived would hide the accessor.
    for (const name of ['selection', 'refresh'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const given: unknown = this[name];
      Reflect.deleteProperty(this, name);
      // A selection that is none is told; the element is there all the same.
      try {
        Reflect.set(this, name, given);
      } catch (error) {
        reportError(error);
      }
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._bare.end();
    // One that is only moved is back by then.
    queueMicrotask(() => {
      if (!this.isConnected) this._end();
    });
  }

  /** The selection, frozen. Setting it replaces all of it; `null` chooses nothing. */
  get selection(): Selection {
    return this._selection;
  }
  set selection(selection: SelectionChange | null | undefined) {
    const given: unknown = selection ?? {};
    this.select(
      typeof given === 'object' ? { where: null, during: null, ...given } : (given as SelectionChange),
    );
  }

  /**
   * Replaces the given parts of the selection: `where`, `during`, or both. Throws a `TypeError`, with the path of the part, for conditions and periods that are none; then nothing changes.
   *
   * @example source.select({ where: [{ column: 'industry', equals: '集成电路' }] });
   */
  select(change: SelectionChange): void {
    const selection = takeSelection(this._selection, change);
    if (isSameSelection(selection, this._selection)) return;
    this._selection = selection;
    updateInside(this);
    this._dispatch('zj-selection-changed', selection);
  }

  /** The manifest as it was last read; `null` before. */
  get release(): Manifest | null {
    return this._state.known?.content ?? null;
  }

  /** The method `refresh()` reads the manifest again. If a page sets `refresh` to minutes, the attribute is set. */
  get refresh(): () => void {
    return () => this._retry();
  }
  // Frameworks set a property where there is one of an attribute's name: it must not take the method away.
  set refresh(minutes: string | number | null | undefined) {
    this.refreshAfter = minutes;
  }

  protected override render(): TemplateResult {
    dress(this.renderRoot, [sheet]);
    const before = this._state;
    this._state = this._look();
    const { wish, known, failure } = this._state;
    keepFresh(this, wish);
    // Questions that failed for want of a manifest are asked again.
    if (before.failure && !before.known?.content && known?.content) this._era = {};
    this._keepSession();
    this.toggleAttribute('failed', failure !== undefined);
    // Elements whose scripts came before this one wait for the first news, also where there is no manifest to read.
    if (
      !this.hasUpdated ||
      known !== before.known ||
      failure?.message(faceOf('en')) !== before.failure?.message(faceOf('en')) ||
      wish?.minutes !== before.wish?.minutes
    )
      updateInside(this);
    return html`
      <slot></slot>
    `;
  }

  protected override updated(): void {
    const { known, failure } = this._state;
    const manifest = known?.content;
    this._waiting.splice(0).forEach((go) => go());
    this.announce('zj-source-ready', { manifest }, manifest);
    const told = { code: failure?.code, message: failure?.message(faceOf(findLocale(this))) };
    this.announce('zj-failed', told, known?.busy !== true && failure?.message(faceOf('en')));
  }

  /** The state of the manifest that the attributes name. */
  private _look(): ManifestState {
    const src = textOf(this.manifest);
    if (this._bare.isLong(this._isBare())) return wrong('manifest', '', '/data/manifest.json');
    if (!src) return {};
    const url = addressOf(src, this.baseURI);
    if (!url) return wrong('manifest', src, '/data/manifest.json');
    const manner = readManner(textOf(this.integrity), textOf(this.refreshAfter));
    if (manner.failure) return manner;
    const wish = { url, form: manifestForm, ...manner };
    const known = ask(wish);
    return { wish, known, failure: known.failure };
  }

  /** Ends a session whose place, or whose data, are no more those of the attributes. The next question starts another. */
  private _keepSession(): void {
    const { wish, known } = this._state;
    const files = known?.content?.files;
    const full = (address: string | null | undefined): string => addressOf(textOf(address), this.baseURI);
    const place: Place = {
      metrics: this.metrics ?? undefined,
      sdk: full(this.sdk),
      engine: full(this.engine),
      manifest: wish?.url ?? '',
      // Of another manifest, verdicts.json is another file, too.
      release: known?.content ? `${files?.database.sha256} ${files?.verdicts.sha256}` : '',
    };
    if (this._place && !isSamePlace(this._place, place)) {
      this._end();
      // A question may come here before the update does, which would find nothing new.
      updateInside(this);
    }
    this._place = { ...place, release: place.release || (this._place?.release ?? '') };
  }

  private _end(): void {
    this._session?.close();
    this._session = undefined;
    this._place = undefined;
    this._era = {};
  }

  private _retry(): void {
    const { wish } = this._state;
    if (wish) void read(wish);
  }

  private _dispatch(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** The gift to the elements inside. */
  private _give(): SourceGift {
    const canQuery = (): boolean =>
      // Without any input yet, it may get metrics.
      this._isBare() || Boolean(this.metrics) || (textOf(this.sdk) !== '' && textOf(this.engine) !== '');
    const selection = (): Selection => this._selection;
    const era = (): object => this._era;
    return {
      locate: (wanted, form) => this._locate(wanted, form),
      known: () => this._session?.catalogue() ?? this.release ?? { metrics: [], datasets: [] },
      get canQuery() {
        return canQuery();
      },
      get era() {
        return era();
      },
      query: (query, options) => this._query(query, options),
      rows: (question, options) => this._rows(question, options),
      filter: (spec, options) => this._filter(spec, options),
      release: () => this._known(),
      verify: (asked) => this._verify(asked),
      get selection() {
        return selection();
      },
      select: (change) => this.select(change),
      tell: (wanted, locale, except) =>
        tellNarrowing(
          wanted,
          // The page's own metrics, too, know what they answer.
          { selection: this._selection, known: this._session?.catalogue() ?? this.release },
          { goals: this.release?.plan.goals ?? [], locale, except },
        ),
    };
  }

  /** Whether the page has given neither a manifest nor metrics; a script may still do so. */
  private _isBare(): boolean {
    return !textOf(this.manifest) && !this.metrics;
  }

  /** The session, which may be asked before the first update, and before there is an input. */
  private async _begin(): Promise<Asked> {
    await this.updateComplete;
    while (this._isBare() && !this._state.failure) {
      await new Promise<void>((resolve) => this._waiting.push(resolve));
    }
    const now = async (): Promise<ManifestState> => {
      await this.updateComplete;
      return this._state;
    };
    const manifest = await awaitManifest(now);
    this._keepSession();
    const renew = (): Promise<Failure> => renewManifest(now, findLocale(this));
    const session = (this._session ??= createSession(this._place!, { manifest, renew }));
    // An engine that has started knows more than the manifest.
    const known = (): Surroundings => session.catalogue() ?? this.release ?? { metrics: [], datasets: [] };
    return { session, known, selection: this._selection, locale: findLocale(this) };
  }

  private async _query(query: Query, { signal, except }: AskOptions = {}): Promise<QueryResult> {
    const { session, known, selection, locale } = await this._begin();
    return session.ask(
      (asked) => asked.query(narrowQuery(query, selection, known(), except), signal && { signal }),
      locale,
    );
  }

  private async _rows(question: RowsQuestion, { signal, except }: AskOptions = {}): Promise<Rows> {
    const { session, known, selection, locale } = await this._begin();
    const rows = await session.ask(async (asked) => {
      const narrowed = narrowRows(question, selection, known(), except);
      return methodOf(asked, 'rows', locale)(narrowed, signal && { signal });
    }, locale);
    return tellRows(rows, session, locale);
  }

  private async _filter(spec: FilterSpec, { signal }: Pick<AskOptions, 'signal'> = {}): Promise<Filter> {
    const { session, locale } = await this._begin();
    const filter = await session.ask(
      async (asked) => methodOf(asked, 'filter', locale)(spec, signal && { signal }),
      locale,
    );
    return tellFilter(filter, spec, session, locale);
  }

  private _known(): KnownRelease {
    const { wish, failure } = this._state;
    return { url: wish?.url ?? '', content: this.release, failure };
  }

  private async _verify(asked: VerifyAsk): Promise<Verified> {
    const { session, locale } = await this._begin();
    return verifyWith(session, asked, locale);
  }

  private _locate<Content>(wanted: Wanted, form: Form<Content>): Located<Content> {
    const { wish, known, failure } = this._state;
    const manifest = known?.content;
    const retry = (): void => this._retry();
    if (!wish || !manifest) return { failure, busy: known?.busy, ...(wish && { retry }) };
    const { file, lack, isKnown } = findFile(manifest, wanted);
    if (file) {
      const url = addressOf(file.path, wish.url);
      // A pinned manifest pins the files that it names.
      return { file: { ...wish, url, form, integrity: wish.integrity && integrityOf(file) } };
    }
    const message = (): string => lack(sourceWords(findLocale(this)));
    return { failure: { code: isKnown ? 'RELEASE' : 'UNKNOWN_NAME', message }, lacks: isKnown, retry };
  }
}

/** The session that is asked. */
interface Asked {
  readonly session: Session;
  /** The metrics and datasets that can be asked. */
  readonly known: () => Surroundings;
  readonly selection: Selection;
  readonly locale: Locale;
}

/** A value of a page as text. */
function textOf(given: string | number | null | undefined): string {
  return `${given ?? ''}`.trim();
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-source': ZjSource;
  }
  interface GlobalEventHandlersEventMap {
    'zj-source-ready': CustomEvent<{ readonly manifest: Manifest }>;
    'zj-selection-changed': CustomEvent<{ readonly where: readonly Condition[]; readonly during?: During }>;
  }
}
