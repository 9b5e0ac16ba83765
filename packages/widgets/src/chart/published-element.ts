import { html, nothing, type TemplateResult } from 'lit';
import { defineVerify } from '../define/verify-beside.js';
import { draw } from '../drawing/draw.js';
import { keepFresh } from '../element/freshness.js';
import { createReader } from '../element/read-aloud.js';
import { wordsIn } from '../element/known.js';
import type { MenuTools } from '../element/menu-subject.js';
import type { Form } from '../element/release.js';
import type { OneFile } from '../element/source.js';
import type { Scene } from '../element/zj-element.js';
import { faceOf, type Locale } from '../locale/locale.js';
import {
  emptyCard,
  footTrees,
  headTrees,
  hideable,
  linesOf,
  remarkTrees,
  type Card,
  type Hideable,
} from './card.js';
import { textOf } from './find-chart.js';
import { ZjFileElement } from './file-element.js';
import { findPublished, type PublishedFinding } from './find-published.js';
import { unwatchFold, watchFold } from './fold.js';
import { isSameRoom, readRoom, type Painted, type Room } from './painted.js';

/** How the content of a file is to be shown now. */
export interface PublishedLook {
  readonly locale: Locale;
  /** `undefined` until it was measured. */
  readonly room: Room | undefined;
  /** The parts that the page leaves out. */
  readonly hide: readonly string[];
}

/**
 * The base of the elements that show a file of which a release has one: `ladder.json`, `tasks.json`. A kind of element says how it
 * makes a shape of the content (`shapeOf`), and how it paints the shape (`body`).
 *
 * @attr {string} label - The name. Default: a word for the content.
 * @attr {boolean} elder - Larger type, larger targets (长辈版).
 */
export abstract class ZjPublished<Content extends object, Shape extends Card> extends ZjFileElement {
  /** Which file of a release it shows. */
  protected abstract readonly wanted: OneFile;
  protected abstract readonly form: Form<Content>;
  /** The content that the page gave. */
  protected abstract get given(): Content | null | undefined;
  /** The name while nothing is known, and the sentence for a tag without input. */
  protected abstract own(locale: Locale): { readonly title: string; readonly noInput: string };
  protected abstract shapeOf(content: Content, locale: Locale): Painted<Shape>;
  /** The properties, beside the content and the language, that a shape is made of. */
  protected abstract wishes(): readonly unknown[];
  protected abstract body(shape: Shape, look: PublishedLook): TemplateResult;
  /** Tells of new content by an event. */
  protected abstract tell(content: Content | undefined): void;

  /** Reads the file that makes its table and its picture. */
  protected abstract loadTools(): Promise<MenuTools<Shape>>;
  /** The last day of the figures. */
  protected abstract dayOf(content: Content, shape: Shape): string;
  /** Lines that are read aloud after those of the card. */
  protected spokenBeside?(shape: Shape): readonly string[];
  /** The attributes by which a tag of another page shows the choices of the reader. */
  protected chosenIn?(shape: Shape): Readonly<Record<string, string>>;
  /** Opens a table of its own. */
  protected openTable(): (() => void) | undefined {
    return undefined;
  }

  private _painted: Painted<Shape> | undefined;
  private _room: Room | undefined;
  /** It was seen without its content: the room that it kept then stays, so that nothing moves under a reader. */
  private _waited = false;
  private readonly _reader = createReader(this);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatchFold(this);
    this._reader.end();
  }

  override measured(em: number, probe: DOMRectReadOnly, style: CSSStyleDeclaration): void {
    const room = readRoom(em, probe, style);
    if (isSameRoom(room, this._room)) return;
    this._room = room;
    this.requestUpdate();
  }

  protected override scene(locale: Locale): Scene {
    const face = faceOf(locale);
    const found = (this.found = this._find(locale));
    const { content, source, busy, retry } = found;
    keepFresh(this, source);
    const painted = (this._painted =
      content &&
      this.keep('shape', [content, locale, this.label, ...this.wishes()], () =>
        this.shapeOf(content, locale),
      ));
    const shape = painted?.shape;
    const failure = found.failure ?? painted?.problem;
    const error = failure ? (busy ? face.loading : failure.message(face)) : '';
    const isShown = shape !== undefined;
    const label = textOf(this.label) || this.own(locale).title;
    const card: Card = shape ?? this.keep('card', [label], () => emptyCard(label));
    const state = this.stand({ isShown, busy: busy === true, error });
    const fallback = state === 'fallback';
    if (state === 'loading') {
      this._waited = true;
      watchFold(this);
    } else if (unwatchFold(this)) this._waited = false;
    const hide = wordsIn('hide', this.hide);
    const cardHide: readonly Hideable[] = hideable.filter((one) => hide.includes(one));
    const isOld = error !== '' && (fallback || isShown);
    return {
      look: [
        state,
        isOld ? 'old' : '',
        error ? 'error' : '',
        this._waited ? 'kept' : '',
        this._room?.isElder ? 'elder' : '',
      ]
        .filter(Boolean)
        .join(' '),
      room: '',
      fallback,
      error,
      menu: shape
        ? {
            ...{ card, shape, data: content, file: source, day: this.dayOf(content!, shape) },
            chosen: this.chosenIn?.(shape),
            release: (content as { readonly manifest?: unknown }).manifest,
            tools: () => this.loadTools(),
            defineVerify,
            openTable: this.openTable(),
          }
        : null,
      content: html`
        <figure part="figure" lang=${locale} dir="ltr" aria-busy=${state === 'loading'}>
          ${draw(this.keep('head', [card, locale, cardHide.join()], () => headTrees(card, locale, cardHide)))}${this.errorLine(error, error !== '' && (source ?? retry) !== undefined, locale)}
          ${
            state === 'loading'
              ? html`
                  <p class="wait" role="status">${face.loading}</p>
                `
              : nothing
          }
          ${shape ? this.body(shape, { locale, room: this._room, hide }) : nothing}${draw(this.keep('remarks', [card, cardHide.join()], () => remarkTrees(card, cardHide)))}
          ${this._reader.view(shape && this._room?.isElder && !hide.includes('read') ? { locale, lines: [...linesOf(shape), ...(this.spokenBeside?.(shape) ?? [])] } : null)}
          <div part="foot" class="foot" ?hidden=${!shape?.source[1] && !shape?.through}>
            ${draw(this.keep('foot', [shape, cardHide.join()], () => (shape ? footTrees(shape, cardHide) : [])))}
          </div>
          <slot name="note"></slot>
        </figure>
      `,
    };
  }

  protected override updated(): void {
    super.updated();
    const { content, failure, busy } = this.found as PublishedFinding<Content>;
    this.tell(this._painted?.shape && content);
    this.tellFailure(failure ?? this._painted?.problem, busy);
  }

  private _find(locale: Locale): PublishedFinding<Content> {
    if (this.fault) return { failure: this.fault };
    const { given, wanted, form, around, src, integrity, refreshAfter, baseURI } = this;
    const found = findPublished({ given, wanted, form, around, src, integrity, refreshAfter, baseURI });
    const isBare = !found.content && !found.source && !found.failure && found.busy !== true;
    if (!this.bare.isLong(isBare && this.isConnected)) return found;
    return { failure: { code: 'ATTRIBUTE', message: () => this.own(locale).noInput } };
  }
}
