import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { findLocale } from '../locale/find-locale.js';
import { faceOf, type Locale } from '../locale/locale.js';
import type { Face, Say } from '../locale/words.js';
import type { Failure } from './failure.js';
import { unwatchFreshness } from './freshness.js';
import { doubtsOf, idleDoubts, type Known } from './known.js';
import { unwatchLanguage, watchLanguage } from './watch-language.js';
import { createMenuButton } from './menu-button.js';
import { hiddenItems, type MenuSubject } from './menu-subject.js';
import { elements } from './release.js';
import { dress } from './sheets.js';
import { unwatchSize, watchSize } from './watch-size.js';
import { unwatchSources, watchSources } from './watch-source.js';

/** The state of an element, ready to be rendered. */
export interface Scene {
  /** The classes of the root: the kind of drawing and its state. */
  readonly look: string;
  /** The class of the room that is reserved before anything is drawn. */
  readonly room: string;
  /** Whether the content of the tag is shown, because there is nothing else. */
  readonly fallback: boolean;
  /** The sentence of the failure; empty without one. */
  readonly error: string;
  readonly content: TemplateResult;
  /** All that the menu of the element is about; without it there is no menu. */
  readonly menu?: MenuSubject | false | null | undefined;
  /** Further style sheets of the content. */
  readonly sheets?: readonly string[];
}

/** The common part of all elements, also those that show nothing themselves: they hear of files, languages and sources. */
export abstract class ZjBase extends LitElement {
  static readonly version: string = '0.1.0';
  declare static readonly properties: PropertyDeclarations;
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  declare readonly renderRoot: ShadowRoot;
  private readonly _told: Record<string, unknown> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    elements.set(this, undefined);
    watchLanguage(this);
    watchSources();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    elements.delete(this);
    if (elements.size > 0) return;
    unwatchLanguage();
    unwatchFreshness();
    unwatchSources();
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  /** Dispatches an event for news, once, and says whether it did. News of another `topic` are told beside these. */
  protected announce(type: string, detail: object, news: unknown, topic = type): boolean {
    const told = this._told[topic];
    this._told[topic] = news;
    const isNews = Boolean(news && news !== told && (!told || printOf(news) !== printOf(told)));
    if (isNews) this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    return isNews;
  }
}

/**
 * The base of all elements that show something. An element speaks the language around it, knows its width in steps, adopts style sheets of its own
 * document, reads a release once for the page, falls back to the content of its tag, and reports a fault of its own as such.
 *
 * @attr {string} lang - zh… is Chinese, all else English; without it, the language of the nearest ancestor that states one.
 */
export abstract class ZjElement extends ZjBase {
  /** The style sheet of its shadow tree. */
  protected abstract readonly sheet: string;
  /** Its attributes that are words. One that it does not know changes no figure: the page's author is told, its readers are not. */
  protected abstract readonly known: Known;
  /** A fault of the element itself; the data are not to blame. */
  protected fault: Failure | undefined;
  private _doubts: readonly Say[] = [];
  private readonly _menu = createMenuButton(this, () => this.requestUpdate());
  /** Whether something stood inside the tag; not asked while there is anything else to show. */
  private _offered: boolean | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this._watchSize(watchSize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._watchSize(unwatchSize);
  }

  /** The scene to render now. */
  protected abstract scene(locale: Locale): Scene;

  /** Is told the lengths of the theme that its drawing needs. */
  measured?(em: number, probe: DOMRectReadOnly, style: CSSStyleDeclaration): void;

  /** Reads failed files again. */
  protected abstract retry(): void;

  protected override render(): TemplateResult {
    const locale = findLocale(this);
    const { look, room, fallback, error, content, menu, sheets } = this.scene(locale);
    dress(this.renderRoot, [this.sheet, ...(sheets ?? [])]);
    return html`
      <div class="room ${room}" ?hidden=${!fallback}></div>
      <slot
        ?hidden=${!fallback}
        @slotchange=${() => this._offered !== undefined && this.requestUpdate()}
      ></slot>
      <div
        class="root ${look} ${menu !== undefined && hiddenItems((this as { readonly hide?: unknown }).hide) ? 'menu' : ''}"
        ?hidden=${fallback && !error}
      >
        <div class="probe"></div>
        ${menu === undefined ? nothing : this._menu.view(menu, locale)}${content}
      </div>
    `;
  }

  protected override update(changed: PropertyValues): void {
    this.fault = undefined;
    this._offered = undefined;
    this._doubts = [];
    try {
      super.update(changed);
      this._doubts = this.doubts();
    } catch (error) {
      console.error(error);
      this.fault = { code: 'FAULT', message: (face) => face.broken };
      super.update(changed);
    }
  }

  protected override updated(): void {
    const tell = (face: Face): string => this._doubts.map((doubt) => doubt(face)).join('\n');
    const message = tell(faceOf(findLocale(this)));
    const news = tell(faceOf('en'));
    if (this.announce('zj-failed', { code: 'ATTRIBUTE', message }, news, 'known'))
      console.warn(message, this);
  }

  /** The attributes without effect: their defaults are shown, because they cannot be read, or they go with others. */
  protected doubts(): readonly Say[] {
    return [...doubtsOf(this, this.known), ...idleDoubts(this)];
  }

  protected override firstUpdated(): void {
    // It may have left the page before its first update.
    if (this.isConnected) this._watchSize(watchSize);
  }

  /** The line of the failure, with a button if trying again may help. */
  protected errorLine(error: string, canRetry: boolean, locale: Locale): TemplateResult {
    return html`
      <div part="error" role="status">
        ${
          error
            ? html`
                <p>${error}</p>
              `
            : nothing
        }${canRetry ? this.retryButton(locale) : nothing}
      </div>
    `;
  }

  protected retryButton(locale: Locale): TemplateResult {
    return html`
      <button part="retry" @click=${() => this.retry()}>${faceOf(locale).retry}</button>
    `;
  }

  /** Does the tag have content for its default slot, other than white space and comments? */
  protected hasFallback(): boolean {
    return (this._offered = [...this.childNodes].some((node) =>
      // Nodes of a frame are of other classes.
      node.nodeType === Node.ELEMENT_NODE
        ? !(node as Element).slot
        : node.nodeType === Node.TEXT_NODE && (node as Text).data.trim() !== '',
    ));
  }

  /** Before it is painted there is nothing to watch. */
  private _watchSize(watch: (root: Element) => void): void {
    const root = this.renderRoot.querySelector('.root');
    if (root) watch(root);
  }
}

/** The text by which two values are compared; one that cannot be printed equals nothing. */
function printOf(news: unknown): unknown {
  try {
    return JSON.stringify(news);
  } catch {
    return {};
  }
}
