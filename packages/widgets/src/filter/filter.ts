import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { FilterState, Selection } from '@zj/metrics';
import { chartSheet } from '../chart/sheet.js';
import { textOf } from '../chart/find-chart.js';
import { speaker } from '../element/foreign.js';
import type { Failure } from '../element/failure.js';
import { makeEmptiable, property } from '../element/property.js';
import { prefixOf } from '../element/address.js';
import { findGift, type SourceGift } from '../element/source.js';
import { ZjElement, type Scene } from '../element/zj-element.js';
import { findLocale } from '../locale/find-locale.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { tellQuantities } from '../locale/number.js';
import { createAddressing, type Addressing } from './addressing.js';
import { filterWords } from './book.js';
import { besideFields, chipsOf, clearAll, withRange, type Chip } from './chips.js';
import { withChoice } from './choice.js';
import { fieldView } from './field-view.js';
import { chipsView } from './head-view.js';
import { filterModel, tellCount, type FilterModel } from './model.js';
import type { Draft } from './period-view.js';
import { readQuestion } from './question.js';
import { filterRoomSheet } from './room-sheet.js';
import { filterSheet } from './sheet.js';
import { createStepper, type Stepped } from './steps.js';
import { firstShown, type Opened } from './values-view.js';

/** Parts that a page may leave out. */
const hideable = ['count', 'chips', 'quick', 'dates', 'hint'] as const;

/** The attributes that are text. */
const texts = ['fields', 'metric', 'label', 'hide'] as const;

/** A reader who moves a slider rests as long before the choice counts as settled, in ms; as long before the count is announced. */
const rest = 500;

/**
 * Chooses periods and values of a dataset for all elements of the source around it. Each field shows how many rows every value has
 * under the conditions of all other fields. The conditions stand in words above; the address of the page holds them, if it is to.
 *
 * @attr {string} dataset-id - Inside a `<zj-source>` with an engine: the id of the dataset whose rows are counted.
 * @attr {string} fields - The columns to choose from, with spaces between them, and at most one length of periods: `month industry zone`.
 * @attr {string} metric - A metric over the dataset: its figure is the height of the periods' bars. Default: the rows.
 * @attr {string} label - The name. Default: 筛选.
 * @attr {string} hide - Parts that are not shown, with spaces between them: count, chips, quick, dates, hint.
 * @attr {string} address - The address of the page holds the choices: `?industry=集成电路&month=2026-01..2026-10&release=ab12cd34ef56`. With a word, such as `address="detail"`, it stands before each name: `detail-month=2026-10`. Filters of two sources need two.
 * @attr {boolean} elder - Larger type, larger targets (长辈版).
 * @attr {boolean} loading - Set by the filter while it has no figures yet.
 * @attr {boolean} stale - Set by the filter while its figures are those of before.
 * @attr {boolean} failed - Set by the filter after an error.
 * @fires {CustomEvent<{ selection: Selection, rows: number, allRows: number }>} zj-filtered - The figures of a selection have arrived.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid. `UNKNOWN_NAME`: there is no such dataset, column or metric. `QUERY`: the question has no answer. `ENGINE`: there is no engine. `FAULT`: the filter has a bug.
 * @slot - Shown until the figures arrive: such as links to states that were rendered.
 * @slot caption - The name in other words or with a link.
 * @slot note - A remark below the fields.
 * @csspart figure - The card.
 * @csspart label - The name.
 * @csspart count - How many rows match.
 * @csspart chips - The conditions.
 * @csspart chip - A condition.
 * @csspart more-chips - The button that shows all conditions.
 * @csspart clear - The button that clears all of them.
 * @csspart remarks - Notes, such as of a link to another release.
 * @csspart field - A field.
 * @csspart field-label - Its name; on a phone the button that opens it.
 * @csspart brush - The chart of the periods.
 * @csspart slider - A slider of it.
 * @csspart date - A typed date.
 * @csspart quick - A quick choice of periods.
 * @csspart search - The search in a list of values.
 * @csspart value - A value.
 * @csspart mark - The part of it that was found.
 * @csspart more - The button that shows more values.
 * @csspart exclude - The button that leaves the chosen values out.
 * @csspart error - The error message.
 * @csspart retry - The button that tries again.
 */
export class ZjFilter extends ZjElement {
  static override readonly properties: PropertyDeclarations = {
    ...Object.fromEntries(texts.map((name) => [name, property(name)])),
    datasetId: property('dataset-id'),
    address: property('address'),
    elder: property('elder', Boolean, true),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare datasetId: string | null | undefined;
  declare fields: string | readonly string[] | null | undefined;
  declare metric: string | null | undefined;
  declare label: string | null | undefined;
  declare hide: string | null | undefined;
  declare address: string | boolean | null | undefined;
  declare elder: boolean | undefined;

  protected readonly sheet = chartSheet + filterRoomSheet + filterSheet;
  protected readonly known = { hide: hideable };
  private readonly _stepper = createStepper(() => this.requestUpdate());
  private readonly _addressing: Addressing = createAddressing(this);
  private _failure: Failure | undefined;
  private _model: FilterModel | undefined;
  private _around: SourceGift | undefined;
  private _named: readonly string[] = [];
  private _stepped: Stepped = { busy: false };
  /** The newest selection of a slider that moves, while the figures of the one before are awaited. */
  private _awaiting: Selection | undefined;
  private _width = 0;
  /** Whether a reader is moving a slider or the brush. */
  private _isMoving = false;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _areChipsOpen = false;
  private _drafts: readonly Draft[] = [];
  private readonly _lists = new Map<string, Opened>();
  /** The fields that are open, or closed, by a reader's hand. */
  private readonly _folds = new Map<string, boolean>();
  private _shown: FilterState | undefined;
  private _announcement: ReturnType<typeof setTimeout> | undefined;

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // React 18 writes so that a boolean is not set.
    if ((name === 'elder' || name === 'address') && now === 'false') this.removeAttribute(name);
    else super.attributeChangedCallback(name, before, now);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this._timer);
    clearTimeout(this._announcement);
    this._stepper.end();
    this._addressing.end();
  }

  override measured(em: number, { width }: DOMRectReadOnly): void {
    const before = roomOf(this._width);
    this._width = width / em;
    if (roomOf(this._width) !== before) this.requestUpdate();
  }

  protected override retry(): void {
    this._stepper.retry();
  }

  protected override scene(locale: Locale): Scene {
    const face = faceOf(locale);
    const words = filterWords(locale);
    const around = (this._around = findGift(this));
    const input = this.fault ? { failure: this.fault } : readQuestion(this, around, locale);
    this._named = 'spec' in input ? input.spec.fields : [];
    const stepped: Stepped = (this._stepped =
      'failure' in input ? { failure: input.failure, busy: false } : this._stepper.look(around!, input.spec));
    const { fields, state, busy, through } = stepped;
    const failure = (this._failure = stepped.failure);
    const { say, foreign } = speaker(locale);
    const selection = this._selection();
    const model = (this._model =
      fields && state
        ? filterModel({ fields, state, selection, through }, { say, foreign }, locale)
        : undefined);
    const error = failure ? failure.message(face) : '';
    const fallback = !model && this.hasFallback();
    const look = model ? 'ready' : fallback ? 'fallback' : error ? 'failed' : 'loading';
    this.toggleAttribute('loading', !error && !model);
    this.toggleAttribute('stale', model !== undefined && (busy || error !== ''));
    this.toggleAttribute('failed', error !== '');
    const hide = new Set(textOf(this.hide).split(/\s+/));
    return {
      look: [
        ...['kept', look, roomOf(this._width)],
        ...(error ? ['error'] : []),
        ...(busy && model ? ['computing'] : []),
        ...[...hide].filter(Boolean).map((one) => `no-${one}`),
      ].join(' '),
      room: '',
      fallback,
      error,
      content: html`
        <figure part="figure" role="group" aria-labelledby="title" lang=${locale} dir="ltr" aria-busy=${busy}>
          <div class="head">
            <figcaption id="title" tabindex="-1">
              <slot name="caption"><span part="label">${textOf(this.label) || words.filter}</span></slot>
            </figcaption>
            ${model ? this._count(model, locale) : nothing}
          </div>
          ${this.errorLine(error && model ? `${error} ${words.older}` : error, error !== '' && 'spec' in input, locale)}
          ${
            look === 'loading'
              ? html`
                  <p class="wait" role="status">${words.starting}</p>
                `
              : nothing
          }
          ${model ? this._body(model, selection, locale) : nothing}
          <p class="unseen" role="status" id="told"></p>
          <slot name="note"></slot>
        </figure>
      `,
    };
  }

  private _count({ rows, allRows, merged }: FilterModel, locale: Locale): TemplateResult {
    const words = filterWords(locale);
    const [before, figure, after] = words.matching(rows, allRows);
    return html`
      <p part="count" class="count">
        <span class="busy" aria-hidden="true" title=${words.computing}></span>
        ${before}
        <b>${figure}</b>
        ${after}
      </p>
      ${
        merged
          ? html`
              <p class="hint merged">${words.merged(merged)}</p>
            `
          : nothing
      }
    `;
  }

  private _body(model: FilterModel, selection: Selection, locale: Locale): TemplateResult {
    const words = filterWords(locale);
    const chips = chipsOf(model, selection, locale);
    const met = this._around?.tell({ dataset: textOf(this.datasetId) }, locale).beside ?? '';
    const beside = besideFields(model, this._stepped.state?.selection ?? selection);
    const remarks = [
      ...this._addressing.remarks(locale),
      ...(beside > 0 ? [words.beside(beside)] : []),
      ...(met ? [words.notNarrowed(met)] : []),
    ];
    const narrow = roomOf(this._width) === 'narrow';
    return html`
      ${chipsView(chips, {
        locale,
        isOpen: this._areChipsOpen,
        toggle: () => {
          this._areChipsOpen = !this._areChipsOpen;
          this.requestUpdate();
        },
        remove: (chip, at) => this._remove(chip, at),
        clear: () => {
          this._select(clearAll(model, selection), true);
          this._drafts = [];
          this._focus('#title');
        },
      })}
      <ul part="remarks" class="remarks" aria-live="polite" ?hidden=${remarks.length === 0}>
        ${remarks.map(
          (remark) => html`
            <li>${remark}</li>
          `,
        )}
      </ul>
      <div class="fields">
        ${model.fields.map((field, at) => {
          const { name } = field.field;
          return fieldView(field, {
            locale,
            isNarrow: narrow,
            isOpen: this._folds.get(name) ?? at === 0,
            fold: (isOpen) => {
              this._folds.set(name, isOpen);
              this.requestUpdate();
            },
            figure: this._figureName(locale),
            drafts: this._drafts,
            opened: this._lists.get(name) ?? { search: '', shown: narrow ? 5 : firstShown },
            open: (opened) => {
              this._lists.set(name, opened);
              this.requestUpdate();
            },
            draft: (drafts) => {
              this._drafts = drafts;
              this.requestUpdate();
            },
            choose: (choice) => {
              if (field.kind !== 'values') return;
              const now = this._selection();
              this._select({ ...now, where: withChoice(now.where, field.field, choice) }, true);
            },
            range: (range, isSettled) => {
              if (field.kind !== 'period') return;
              this._drafts = [];
              this._select(withRange(this._selection(), field, range), isSettled);
            },
          });
        })}
      </div>
      <p class="hint own">${words.ownLeftOut}</p>
    `;
  }

  /** The figure of the bars, with its unit. */
  private _figureName(locale: Locale): string {
    const words = filterWords(locale);
    const { metric } = this._stepped;
    if (!metric) return words.rowsChart;
    const { say } = speaker(locale);
    const { unitOf } = tellQuantities(metric.unit, [1], locale);
    return words.chart(say(metric.name), unitOf('2').trim());
  }

  /** The selection that the reader sees. */
  private _selection(): Selection {
    return this._awaiting ?? this._around?.selection ?? { where: [] };
  }

  /** Replaces the selection of the source. A slider that moves goes as fast as figures arrive, and is settled when it rests. */
  private _select(selection: Selection, isSettled: boolean): void {
    clearTimeout(this._timer);
    this._isMoving = !isSettled;
    this._addressing.forget();
    this._awaiting = selection;
    if (isSettled || !this._stepped.busy) this._send();
    if (!isSettled) this._timer = setTimeout(() => this._settle(), rest);
    this.requestUpdate();
  }

  private _send(): void {
    const { where, during } = this._selection();
    this._awaiting = undefined;
    this._around!.select({ where, during: during ?? null });
  }

  private _settle(): void {
    this._isMoving = false;
    if (this._awaiting) this._send();
    this.requestUpdate();
  }

  /** Takes a condition away; the focus goes to the next one, so that it is not lost. */
  private _remove({ without }: Chip, at: number): void {
    this._select(without, true);
    this._focus(`.chips li:nth-child(${at + 1}) button`);
  }

  private _focus(selector: string): void {
    void this.updateComplete.then(() => {
      const found = this.renderRoot.querySelector<HTMLElement>(selector);
      (found ?? this.renderRoot.querySelector<HTMLElement>('#title'))?.focus();
    });
  }

  protected override updated(): void {
    super.updated();
    const locale = findLocale(this);
    const { state, busy } = this._stepped;
    const [model, failure] = [this._model, this._failure];
    if (this._awaiting && !busy && this._around) this._send();
    const prefix = prefixOf(this.address);
    if (prefix === undefined) this._addressing.end();
    else this._addressing.claim(prefix, this._named);
    if (model && this._around && prefix !== undefined)
      this._addressing.follow(this._around, model, { isMoving: this._isMoving, locale });
    if (state && state !== this._shown) {
      this._shown = state;
      const { selection, rows, allRows } = state;
      this.dispatchEvent(
        new CustomEvent('zj-filtered', {
          detail: { selection, rows, allRows },
          bubbles: true,
          composed: true,
        }),
      );
      clearTimeout(this._announcement);
      this._announcement = setTimeout(() => this._tell(state), rest);
    }
    const told = { code: failure?.code, message: failure?.message(faceOf(locale)) };
    this.announce('zj-failed', told, failure?.message(faceOf('en')));
  }

  /** Announces the count, once it rests. */
  private _tell({ rows, allRows }: FilterState): void {
    const locale = findLocale(this);
    const told = this.renderRoot.querySelector('#told');
    const words = filterWords(locale).matching(tellCount(rows, locale), tellCount(allRows, locale));
    if (told) told.textContent = words.join('');
  }
}

/** How much room a filter has, by its width in em of its text. As narrow as on a phone its fields fold. */
function roomOf(width: number): 'narrow' | 'middle' | 'wide' {
  return width < 45 ? 'narrow' : width < 66 ? 'middle' : 'wide';
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-filter': ZjFilter;
  }
  interface GlobalEventHandlersEventMap {
    'zj-filtered': CustomEvent<{
      readonly selection: Selection;
      readonly rows: number;
      readonly allRows: number;
    }>;
  }
}
