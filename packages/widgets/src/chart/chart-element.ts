import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineVerify } from '../define/verify-beside.js';
import { draw } from '../drawing/draw.js';
import { speaker } from '../element/foreign.js';
import { keepFresh } from '../element/freshness.js';
import { createReader } from '../element/read-aloud.js';
import { wordsIn } from '../element/known.js';
import { makeEmptiable, property } from '../element/property.js';
import type { Scene } from '../element/zj-element.js';
import { findLocale } from '../locale/find-locale.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { chartWords } from './book.js';
import {
  emptyCard,
  footTrees,
  headTrees,
  hideable,
  linesOf,
  remarkTrees,
  withheldCard,
  type Card,
} from './card.js';
import { tellChosen } from './chosen.js';
import { createTools, type ChartTools } from './chart-tools.js';
import { createOpenedTable } from './opened-table.js';
import { chartButtons } from './buttons.js';
import { isSameRoom, readRoom, type ChartLook, type Painted, type Room } from './painted.js';
import { findChart, textOf } from './find-chart.js';
import { ZjDataElement } from './data-element.js';
import type { ChartData } from './finding.js';
import { unwatchFold, watchFold } from './fold.js';

export type { ChartLook, Painted, Room };

/** Always the same, so that nothing is made anew for it. */
const none: readonly string[] = [];

/** The width of a picture that a reader saves, in px. */
const pictureWidth = 860;

/**
 * The base of all charts. A chart knows its room, keeps the content of its tag until there is something to show, and leaves the page
 * as CSV, SVG and PNG.
 *
 * A kind of chart says how it makes a shape of the data (`shapeOf`), how it paints the shape (`body`), and where the file is that
 * makes its table and its picture (`loadTools`).
 *
 * @attr {string} label - The name until the data are read.
 * @attr {string} hide - Parts that are not shown, with spaces between them: status, summary, readout, remarks, source, through, table, download, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`; `download` leaves out csv, svg and png.
 * @attr {boolean} elder - Larger type, fewer ticks, larger targets (长辈版).
 * @attr {string} status - Set by the chart: the status of its goal.
 * @fires {CustomEvent<{ data: GoalSeries | MetricSeries | QueryResult }>} zj-data-changed - The chart shows new data.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without any input; a word that the chart does not know, as in `appearance="pie"`, is told by this event and the console alone, and the default is shown. `RELEASE`: a file cannot be read. `UNKNOWN_NAME`: the release has no such goal or series. `QUERY`: the query has no answer. `ENGINE`: there is no engine. `PART`: a file of the chart itself cannot be read. `FAULT`: the chart has a bug.
 * @csspart buttons - The buttons below.
 * @csspart read-button - In elder mode, the button that has the card read aloud; not in browsers without a voice for its language.
 * @csspart foot - The last line.
 * @csspart source - The source of the figures.
 * @csspart through - The last day of the figures.
 */
export abstract class ZjChart<Shape extends Card> extends ZjDataElement {
  static override readonly properties: PropertyDeclarations = { appearance: property('appearance') };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare appearance: string | null | undefined;

  /** Whether the reader chooses by the dimension here: then a choice of it in the source narrows the others, not this chart. */
  protected readonly keepsOwn: boolean = false;
  /** The part that the table below is. */
  protected readonly tablePart: string = 'table';
  private _painted: Painted<Shape> | undefined;
  private _room: Room | undefined;
  private _open = false;
  /** It was seen without its data: the room that it kept then stays, so that nothing moves under a reader. */
  private _waited = false;
  private readonly _reader = createReader(this);
  private readonly _update = (): void => this.requestUpdate();
  private readonly _asked = createTools(() => this.loadTools(), this._update);
  private readonly _table = createOpenedTable(this, this._asked, this._update);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatchFold(this);
    this._reader.end();
  }

  /** The data on display, or `null`. */
  get shown(): ChartData | null {
    return this._painted?.shape ? (this.found.data ?? null) : null;
  }

  /**
   * Resolves to the figures on display as CSV, with the title, the source and the last day below them. Rejects as long as there is
   * nothing to show, or if the file that makes it cannot be read.
   */
  async toCsv(): Promise<string> {
    const { chartCsv, tableOf } = await this._asked.make();
    const shape = this._need();
    const { title, demo, through, source } = shape;
    const notes = [title, source.join(''), through, demo].filter(Boolean);
    return chartCsv({ ...tableOf(shape, findLocale(this)), notes });
  }

  /** Resolves to the chart as the text of a self-contained SVG file, laid out for `width` in px (default 860). Rejects as `toCsv()` does. */
  async toSvg({ width = pictureWidth }: { readonly width?: number } = {}): Promise<string> {
    const { svgOf } = await this._asked.make();
    return svgOf(this._need(), width, findLocale(this));
  }

  /**
   * Resolves to the same as a PNG, a `Blob`, `width` times `scale` pixels wide (default 860 times 2). Rejects as `toCsv()` does, and where
   * the page's policy forbids `data:` images.
   */
  async toPng({
    width = pictureWidth,
    scale = 2,
  }: { readonly width?: number; readonly scale?: number } = {}): Promise<Blob> {
    const svg = await this.toSvg({ width });
    return (await this._asked.make()).chartPng(svg, scale);
  }

  /** The words and figures of the data. */
  protected abstract shapeOf(data: ChartData, locale: Locale): Painted<Shape>;
  /** The properties, beside the data and the language, that a shape is made of. */
  protected abstract wishes(): readonly unknown[];
  /** The chart between its summary and its remarks. */
  protected abstract body(shape: Shape, look: ChartLook): TemplateResult | typeof nothing;
  /** Lines below the drawing that the drawing brings about. */
  protected listed?(shape: Shape, look: ChartLook): readonly string[];
  /** Whether a table of all figures opens below: not where the chart is one itself. */
  protected abstract hasTable(shape: Shape): boolean;
  /** Reads the file with the tools. */
  protected abstract loadTools(): Promise<ChartTools<Shape>>;
  /** The last period of the figures, for the names of files. */
  protected abstract dayOf(shape: Shape): string;
  /** The tools for readers' wishes, once their file is there; the first call has it read. */
  protected get tools(): ChartTools<Shape> | undefined {
    return this._asked.ask();
  }
  /** In place of a shape that needs the tools. */
  protected get waiting(): Painted<Shape> {
    const { failure } = this._asked;
    return failure ? { problem: failure } : {};
  }
  /** `undefined` until it was measured. */
  protected get room(): Room | undefined {
    return this._room;
  }
  /** The painted shape. */
  protected get painted(): Partial<Painted<Shape>> {
    return this._painted ?? {};
  }

  protected override retry(): void {
    this._asked.retry();
    this._table.retry();
    super.retry();
  }

  protected override scene(locale: Locale): Scene {
    const face = faceOf(locale);
    const words = chartWords(locale);
    const { keepsOwn } = this;
    const found = (this.found = this.fault
      ? { failure: this.fault }
      : findChart(this, { ...this.surroundings(this._asked, locale), keepsOwn }));
    const { data, withheld, source, busy, retry, chosen } = found;
    keepFresh(this, source);
    const painted = (this._painted =
      data && !withheld
        ? this.keep('shape', [data, chosen, locale, this._asked.state, ...this.wishes()], () =>
            tellChosen(this.shapeOf(data, locale), chosen, words),
          )
        : undefined);
    const shape = painted?.shape;
    const problem = painted?.problem;
    const failure = found.failure ?? problem;
    const error = failure ? (busy ? face.loading : failure.message(face)) : '';
    const failed = error !== '';
    const isShown = shape !== undefined;
    const { say, foreign } = speaker(locale);
    // What cannot be drawn has its name nevertheless.
    const label = textOf(this.label) || (data && 'name' in data ? say(data.name) : words.chart);
    const card: Card =
      shape ??
      this.keep('card', [withheld, label, locale], () =>
        withheld
          ? withheldCard(say(withheld.name), say(withheld.reason), face.withheld, foreign)
          : emptyCard(label),
      );
    const state = this.stand({ isShown, busy: busy === true, error });
    const fallback = state === 'fallback';
    if (state === 'loading') {
      this._waited = true;
      watchFold(this);
    } else if (unwatchFold(this)) this._waited = false;
    const named = wordsIn('hide', this.hide);
    const hide = hideable.filter((one) => named.includes(one));
    const look: ChartLook = {
      locale,
      room: this._room,
      hide,
      elder: this._room?.isElder ?? this.elder === true,
    };
    const body = shape && this.body(shape, look);
    const listed = shape ? (this.listed?.(shape, look) ?? none) : none;

    const status = shape?.status?.code;
    // Even the same value would have all style computed again.
    if (status === undefined) this.removeAttribute('status');
    else if (this.getAttribute('status') !== status) this.setAttribute('status', status);
    return {
      look: [
        state,
        card.status?.code ?? '',
        failed && (fallback || isShown) ? 'old' : '',
        error ? 'error' : '',
        this._open ? 'open' : '',
        this._waited ? 'kept' : '',
        look.elder ? 'elder' : '',
      ]
        .filter(Boolean)
        .join(' '),
      room: '',
      fallback,
      error,
      menu: shape
        ? {
            ...{ card, shape, data, file: source, day: this.dayOf(shape) },
            release: data && 'manifest' in data && data.manifest,
            narrowedTo: chosen?.told,
            tools: () => this._asked.make(),
            defineVerify,
            ...(this.hasTable(shape) && !hide.includes('table') && { openTable: () => this._openTable() }),
          }
        : null,
      content: html`
        <figure part="figure" lang=${locale} dir="ltr" aria-busy=${state === 'loading'}>
          ${draw(this.keep('head', [card, locale, hide.join()], () => headTrees(card, locale, hide)))}${this.errorLine(error, failed && (source ?? retry ?? this._asked.failure) !== undefined, locale)}
          ${
            state === 'loading'
              ? html`
                  <p class="wait" role="status">${face.loading}</p>
                `
              : nothing
          }
          ${body ?? nothing}${draw(this.keep('remarks', [card, listed, hide.join()], () => remarkTrees({ ...card, remarks: [...listed, ...card.remarks] }, hide)))}
          ${this._reader.view(shape && look.elder && !hide.includes('read') ? { locale, lines: linesOf(shape) } : null)}${shape && this.hasTable(shape) && !hide.includes('table') ? this._buttons(shape, look) : nothing}
          <div part="foot" class="foot" ?hidden=${!shape}>
            ${draw(this.keep('foot', [shape, hide.join()], () => (shape ? footTrees(shape, hide) : [])))}
          </div>
          <slot name="note"></slot>
        </figure>
      `,
    };
  }

  protected override updated(): void {
    super.updated();
    const { data, failure, busy } = this.found;
    const shape = this._painted?.shape;
    this.announce('zj-data-changed', { data }, shape && data);
    this.tellFailure(failure ?? this._painted?.problem, busy);
  }

  override measured(em: number, probe: DOMRectReadOnly, style: CSSStyleDeclaration): void {
    const room = readRoom(em, probe, style);
    if (isSameRoom(room, this._room)) return;
    this._room = room;
    this.requestUpdate();
  }

  /** The shape on display. */
  private _need(): Shape {
    if (this._painted?.shape) return this._painted.shape;
    throw new Error('The chart has nothing to show yet. Wait for its event zj-data-changed.');
  }

  private _buttons(shape: Shape, { locale, elder }: ChartLook): TemplateResult {
    return chartButtons({
      locale,
      table: this._open
        ? this._table.view(shape, {
            locale,
            ...{ part: this.tablePart, elder },
            retry: () => this.retryButton(locale),
          })
        : nothing,
      toggle: (isOpen) => {
        this._open = isOpen;
        this._table.close();
        // Who opens it again tries again.
        if (isOpen) this._asked.retry();
        this._update();
      },
    });
  }

  private _openTable(): void {
    const data = this.renderRoot.querySelector<HTMLDetailsElement>('.data')!;
    data.open = true;
    data.querySelector('summary')!.focus();
    data.scrollIntoView({ block: 'nearest' });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'zj-data-changed': CustomEvent<{ readonly data: ChartData }>;
  }
}
