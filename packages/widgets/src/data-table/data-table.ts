import { html, nothing, type PropertyDeclarations } from 'lit';
import { ZjDataElement } from '../chart/data-element.js';
import { createTools, type ChartTools } from '../chart/chart-tools.js';
import { emptyCard, footTrees, headTrees, withheldCard, type Card } from '../chart/card.js';
import { defineVerify } from '../define/verify-beside.js';
import { draw } from '../drawing/draw.js';
import { prefixOf } from '../element/address.js';
import { speaker } from '../element/foreign.js';
import type { Failure } from '../element/failure.js';
import { keepFresh } from '../element/freshness.js';
import { wordsIn } from '../element/known.js';
import { menuWords } from '../element/menu-subject.js';
import { makeEmptiable, property } from '../element/property.js';
import type { Scene } from '../element/zj-element.js';
import { textOf } from '../chart/find-chart.js';
import { findLocale } from '../locale/find-locale.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { createAddressing, type Addressing } from './addressing.js';
import type { Say } from '../locale/words.js';
import { findRows, type RowsFinding } from './find-rows.js';
import type { Sorted } from './order.js';
import type { PageLists } from './rows/of-lists.js';
import { createPilot, type Pilot } from './pilot.js';
import type { RowSource } from './row-source.js';
import type { Condition, Rows } from '@zj/metrics';
import { sheet } from './sheet.js';
import { namesOf } from './title.js';
import { tableWords } from './book.js';
import { tellGaps } from './summary.js';
import { pageSizes } from './page-bar.js';
import type { Mode } from './view.js';

/** Parts that a page may leave out of a table. */
const hideable = ['summary', 'find', 'modes', 'download', 'source', 'through'] as const;
const modes: readonly Mode[] = ['pages', 'scroll'];

/** How the rows of a table are arranged. */
export interface ArrangedDetail {
  /** The columns that the rows are ordered by, the first one first. */
  readonly orderBy: readonly Sorted[];
  /** The conditions of the filters in the heads, as in a query. */
  readonly where: readonly Condition[];
  /** The text that is looked for; empty for none. */
  readonly search: string;
  readonly mode: Mode;
  /** The page, from 1; 1 while the rows are scrolled. */
  readonly page: number;
}

/**
 * A table of rows: of a series file, of the answer to a query, or of a dataset, from a few to a million. A reader orders it by several
 * columns, filters and searches it, selects and copies cells, and saves all rows as CSV. Cells have their exact figures; empty ones
 * say why. The keyboard walks it by cell.
 *
 * @attr {string} dataset-id - Inside a `<zj-source>` with an engine: the id of a dataset, whose rows are shown.
 * @attr {string} label - The name. Default: that of the data.
 * @attr {string} hide - Parts that are not shown, with spaces between them: summary, find, modes, download, source, through. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`.
 * @attr {"pages" | "scroll"} mode - Rows in pages, or scrolled through. Default: pages in elder mode, in narrow tables and up to 1000 rows, else scrolled.
 * @attr {50 | 100} page-size - Rows of a page (default 50). Cards are 10 a page. A reader may choose others.
 * @attr {string} order - The order until a reader chooses one: names of columns with spaces between, a minus in front of those from the greatest down, such as `-revenue company`.
 * @attr {string} address - The address of the page holds the order, the conditions and the page: `?page=3&sort=-revenue&search=03&release=ab12cd34ef56`. With a word, such as `address="detail"`, it stands before each name: `detail-page=3`. Each table of a page needs another one.
 * @attr {boolean} elder - Larger type, pages, larger targets (长辈版).
 * @prop {RowSource | PageLists | null} rows - The rows to show: columns and rows as data, or a source of rows. It has priority over all others.
 * @fires {CustomEvent<{ rows: Rows }>} zj-data-changed - The table shows other rows.
 * @fires {CustomEvent<ArrangedDetail>} zj-arranged - A reader ordered, filtered or searched the rows, or went to another page. Detail: `orderBy`, `where`, `search`, `mode`, `page`.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid. `RELEASE`: a file cannot be read. `UNKNOWN_NAME`: the release has no such goal or series. `QUERY`: the question has no answer. `ENGINE`: there is no engine. `FAULT`: the table has a bug.
 * @slot - Shown until rows arrive.
 * @slot caption - The name in other words or with a link.
 * @slot note - A remark below the table.
 * @csspart summary - How many rows there are, and in which order.
 * @csspart tools - The bar above the table.
 * @csspart find - The search, with its text (`find-text`), its count (`found`) and its buttons (`previous`, `next`, `only`).
 * @csspart clear - The button that clears all conditions.
 * @csspart copy - The button that copies the selected cells.
 * @csspart csv - The button that saves all rows; `stop` ends it.
 * @csspart viewport - The box that the table is scrolled in.
 * @csspart table - The table.
 * @csspart column - The head of a column.
 * @csspart sort - The button in a head that orders the rows.
 * @csspart filter - The button in a head that opens the filter.
 * @csspart filter-panel - The filter of a column.
 * @csspart histogram - The small histogram in a head.
 * @csspart row - A row.
 * @csspart cell - A cell of it.
 * @csspart link - An address of the web in a cell.
 * @csspart mark - A place with the text that is looked for.
 * @csspart detail - A cell in full.
 * @csspart totals - The last row, with the sums.
 * @csspart none - The words for no rows.
 * @csspart pages - The bar below the table.
 * @csspart page - The button of a page.
 * @csspart mode - The buttons for pages and scrolling.
 * @csspart foot - The last lines.
 * @csspart source - The source of the figures.
 * @csspart through - The last day of the figures.
 */
export class ZjDataTable extends ZjDataElement {
  static override readonly properties: PropertyDeclarations = {
    ...Object.fromEntries(['mode', 'order', 'address'].map((name) => [name, property(name)])),
    datasetId: property('dataset-id'),
    pageSize: property('page-size'),
    rows: property(false),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare datasetId: string | null | undefined;
  declare mode: string | null | undefined;
  declare order: string | null | undefined;
  declare address: string | null | undefined;
  declare pageSize: string | number | null | undefined;
  declare rows: RowSource | PageLists | null | undefined;

  protected readonly sheet = sheet;
  protected readonly known = { mode: modes, hide: [...hideable, ...menuWords] };
  private _failure: Failure | undefined;
  private readonly _update = (): void => this.requestUpdate();
  private readonly _tools = createTools(
    // Of the tools of a chart only those that narrow a series.
    () => import('./tools.js') as unknown as Promise<ChartTools<never>>,
    this._update,
  );
  private readonly _pilot: Pilot = createPilot(this, (told) => this.dispatch('zj-arranged', told));
  private readonly _addressing: Addressing = createAddressing(this, (state) => this._pilot.set(state));

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'order' && before !== now) this._pilot.set({ order: undefined });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._pilot.end();
    this._addressing.end();
  }

  /** The rows on display, or `null`. */
  get shown(): Rows | null {
    return (this._isHeld ? undefined : this._pilot.rows) ?? null;
  }

  /**
   * Resolves to all rows that stay, in their order, as CSV: the file that the button saves, in the words of the page. Rejects as long
   * as there is nothing to show.
   */
  async toCsv(): Promise<string> {
    if (!this.shown)
      throw new Error('The table has nothing to show yet. Wait for its event zj-data-changed.');
    return this._pilot.print();
  }

  override measured(em: number, { width }: DOMRectReadOnly, style: CSSStyleDeclaration): void {
    const inside = width - 2 * parseFloat(style.textIndent) - 2 * parseFloat(style.paddingTop);
    // Small text is not small in elder mode, which a page may switch on for all.
    this._pilot.measure({ width: inside / em, isElder: parseFloat(style.paddingBottom) >= em });
  }

  protected override retry(): void {
    this._tools.retry();
    this._pilot.retry();
    super.retry();
  }

  protected override scene(locale: Locale): Scene {
    const face = faceOf(locale);
    const words = tableWords(locale);
    const { around } = this;
    const found: RowsFinding = this.fault
      ? { failure: this.fault }
      : findRows(this, this.surroundings(this._tools, locale), (of, make) => this.keep('rows', of, make));
    this.found = found;
    const { withheld, source } = found;
    keepFresh(this, source);
    const hide = new Set(wordsIn('hide', this.hide));
    const { say, foreign } = speaker(locale);
    const data = found.data;
    const names = this.rows ? [] : namesOf(this, data, around).map(say);
    const title = textOf(this.label) || names.join(words.and) || words.table;
    const made = found.rows && !withheld ? this._pilot.show(found.rows, { locale, title, hide }) : undefined;
    if (!made) this._pilot.hide();
    // The rows of a link are shown at once, and no others before.
    this._isHeld = made !== undefined && this._addressing.isComing(prefixOf(this.address));
    const shown = this._isHeld ? { failure: made?.failure, busy: made?.failure === undefined } : made;
    const failure = (this._failure = found.failure ?? shown?.failure);
    const busy = found.busy === true || shown?.busy === true;
    const error = failure ? (busy ? face.loading : failure.message(face)) : '';
    const isShown = shown?.body !== undefined;
    const state = this.stand({ isShown, busy, error });
    const rows = shown?.rows;
    const card: Card = withheld
      ? withheldCard(say(withheld.name), say(withheld.reason), face.withheld, foreign)
      : {
          ...emptyCard(title),
          summary: shown?.summary ?? '',
          demo: rows?.demo || (data && 'demo' in data && data.demo) ? face.demo : '',
          remarks: [
            ...(found.chosen?.remarks ?? []),
            ...(rows ? tellGaps(rows, locale) : []),
            ...this._addressing.remarks(locale),
          ],
          through: rows?.reportedThrough ? face.through(face.day(rows.reportedThrough)) : '',
          source: rows?.source ? [face.source, say(rows.source)] : ['', ''],
          foreign,
        };
    const cardHide = (['summary', 'source', 'through'] as const).filter((one) => hide.has(one));
    return {
      look: [state, error ? 'error' : '', isShown && error ? 'old' : '', state === 'loading' ? 'kept' : '']
        .filter(Boolean)
        .join(' '),
      room: '',
      fallback: state === 'fallback',
      error,
      // The table is one itself, and its bar saves its rows.
      menu: isShown
        ? {
            card,
            shape: rows,
            data: data ?? rows,
            file: source,
            day: rows?.reportedThrough ?? '',
            tools: null,
            defineVerify,
          }
        : null,
      content: html`
        <figure part="figure" aria-label=${title} lang=${locale} dir="ltr" aria-busy=${state === 'loading'}>
          <div class="title-bar">
            <div>${draw(headTrees(card, locale, cardHide))}</div>
            ${shown?.tools ?? nothing}
          </div>
          ${this.errorLine(error, error !== '' && (source ?? found.rows ?? found.retry) !== undefined, locale)}
          ${
            state === 'loading'
              ? html`
                  <p class="wait" role="status">${face.loading}</p>
                `
              : nothing
          }
          ${shown?.body ?? nothing}${shown?.pages ?? nothing}
          ${card.remarks.map(
            (remark) => html`
              <p class="remark">${remark}</p>
            `,
          )}
          <div part="foot" class="foot" ?hidden=${!isShown}>
            ${draw(footTrees(card, cardHide))}
            <p class="note-find" ?hidden=${hide.has('find')}>${words.browserFind}</p>
          </div>
          <slot name="note"></slot>
        </figure>
      `,
    };
  }

  protected override doubts(): readonly Say[] {
    const written = String(this.pageSize ?? '').trim();
    const isSound = written === '' || pageSizes.includes(Number(written));
    const doubt: Say = (face) => face.unknown('page-size', written, pageSizes.map(String));
    const taken = this._addressing.taken();
    const other: Say = () => tableWords(findLocale(this)).nameTaken(taken!);
    return [...super.doubts(), ...(isSound ? [] : [doubt]), ...(taken === undefined ? [] : [other])];
  }

  protected override updated(): void {
    super.updated();
    this._pilot.painted();
    const settled = this._pilot.settled();
    const prefix = prefixOf(this.address);
    if (prefix === undefined) this._addressing.end();
    else if (settled) this._addressing.follow(prefix, settled, this.around);
    const rows = this.shown;
    if (rows && rows !== this._shown) {
      this._shown = rows;
      this.dispatch('zj-data-changed', { rows });
    }
    this.tellFailure(this._failure);
  }
  private _shown: Rows | undefined;
  /** The state of the address is not applied yet. */
  private _isHeld = false;
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-data-table': ZjDataTable;
  }
  interface GlobalEventHandlersEventMap {
    'zj-arranged': CustomEvent<ArrangedDetail>;
  }
}
