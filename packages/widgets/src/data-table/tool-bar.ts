import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../element/failure.js';
import { written, type View } from './view.js';

/** The state of the search over all rows. */
export interface Found {
  readonly count: number;
  /** The number of the match that the reader is at, from 0. */
  readonly at: number;
  readonly busy: boolean;
  /** Only rows with the text are shown. */
  readonly isOnly: boolean;
}

/** The state of a file that is being written. */
export interface Saving {
  /** Rows written so far; `undefined` while none is being written. */
  readonly done?: number | undefined;
  /** A sentence on the last one: that it was stopped, or why it could not be saved. */
  readonly told?: string | undefined;
}

/** What readers do in the bar above the table. */
export interface ToolActions {
  readonly search: (text: string) => void;
  readonly step: (by: 1 | -1) => void;
  readonly only: (isOnly: boolean) => void;
  readonly copy: () => void;
  readonly save: () => void;
  readonly stop: () => void;
  readonly clear: () => void;
  readonly sort: (column: string) => void;
  readonly turn: () => void;
  /** Opens the filter of a column. */
  readonly filter: (column: number) => void;
  readonly textOrder: (isPinyin: boolean) => void;
}

export interface ToolLook {
  readonly found: Found;
  readonly saving: Saving;
  readonly copied: string;
  readonly hide: ReadonlySet<string>;
  /** Whether texts can be in the order of their sounds, and are. */
  readonly pinyin: { readonly isOffered: boolean; readonly isChosen: boolean };
  readonly failure?: Failure | undefined;
}

/** The bar above the table: finding, copying, saving. */
export function toolBar(view: View, look: ToolLook, actions: ToolActions): TemplateResult {
  const { words, isNarrow, edges, filtered } = view;
  const { hide, found } = look;
  const isFiltered = filtered.size > 0 || found.isOnly;
  return html`
    <div part="tools" class="tools ${isNarrow ? 'small' : ''}">
      ${hide.has('find') ? nothing : findBox(view, found, actions)}
      ${isNarrow ? [cardOrder(view, actions), cardFilter(view, actions)] : nothing}
      ${look.pinyin.isOffered ? textOrder(view, look.pinyin.isChosen, actions) : nothing}
      ${
        isFiltered
          ? html`
              <button part="clear" @click=${actions.clear}>${words.clearAll}</button>
            `
          : nothing
      }
      ${
        edges && edges.count > 1
          ? html`
              <button part="copy" @click=${actions.copy}>${words.copy(written(view, edges.count))}</button>
            `
          : nothing
      }
      ${hide.has('download') ? nothing : saveButton(view, look.saving, actions)}
    </div>
    <p
      part="told"
      class="told"
      role="status"
      .textContent=${look.copied === '' ? (look.saving.told ?? '') : look.copied}
    ></p>
  `;
}

function findBox(view: View, found: Found, { search, step, only }: ToolActions): TemplateResult {
  const { words } = view;
  const has = view.search !== '';
  const told = !has
    ? ''
    : found.busy
      ? words.finding
      : found.count === 0
        ? words.foundNone
        : found.at < 0
          ? words.foundMany(written(view, found.count))
          : words.found(written(view, found.at + 1), written(view, found.count));
  const isNone = found.busy || found.count === 0;
  return html`
    <div class="find" part="find" role="search" aria-label=${words.findIn(view.title)}>
      <label>
        <span>${words.find}</span>
        <input
          part="find-text"
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${view.search}
          @input=${({ target }: Event) => search((target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            step(event.shiftKey ? -1 : 1);
          }}
        />
      </label>
      <output part="found" role="status">${told}</output>
      ${
        has
          ? html`
              <button
                part="previous"
                aria-label=${words.previous}
                ?disabled=${isNone}
                @click=${() => step(-1)}
              >
                <span aria-hidden="true">↑</span>
              </button>
              <button part="next" aria-label=${words.next} ?disabled=${isNone} @click=${() => step(1)}>
                <span aria-hidden="true">↓</span>
              </button>
              <button
                part="only"
                class="word"
                aria-pressed=${found.isOnly}
                @click=${() => only(!found.isOnly)}
              >
                ${words.only}
              </button>
            `
          : nothing
      }
    </div>
  `;
}

/** Cards have no heads: a menu opens the filters of their columns. */
function cardFilter({ words, columns, filtered }: View, { filter }: ToolActions): TemplateResult {
  return html`
    <select
      part="card-filter"
      aria-label=${words.apply}
      @change=${({ target }: Event) => {
        const select = target as HTMLSelectElement;
        filter(Number(select.value));
        select.value = '';
      }}
    >
      <option value="">${words.apply}</option>
      ${columns.map(
        ({ name, label }, at) => html`
          <option value=${at}>${filtered.has(name) ? words.filtered(label) : label}</option>
        `,
      )}
    </select>
  `;
}

/** Cards have no heads: a menu orders them. */
function cardOrder({ words, columns, order }: View, { sort, turn }: ToolActions): TemplateResult {
  const [first] = order;
  return html`
    <span class="card-order">
      <select
        part="card-order"
        aria-label=${words.cardOrder}
        @change=${({ target }: Event) => sort((target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!first}>${words.given}</option>
        ${columns.map(
          ({ name, label }) => html`
            <option value=${name} ?selected=${first?.column === name}>
              ${first?.column === name ? words.ordered(label, first.isDescending) : label}
            </option>
          `,
        )}
      </select>
      <button part="turn" ?disabled=${!first} aria-label=${words.cardOrder} @click=${turn}>
        <span aria-hidden="true">↑↓</span>
      </button>
    </span>
  `;
}

function textOrder({ words }: View, isChosen: boolean, { textOrder: choose }: ToolActions): TemplateResult {
  return html`
    <label class="choice">
      <span>${words.textOrder}</span>
      <select
        part="text-order"
        @change=${({ target }: Event) => choose((target as HTMLSelectElement).value === 'pinyin')}
      >
        <option value="code" ?selected=${!isChosen}>${words.code}</option>
        <option value="pinyin" ?selected=${isChosen}>${words.pinyin}</option>
      </select>
    </label>
  `;
}

function saveButton(view: View, { done }: Saving, { save, stop }: ToolActions): TemplateResult {
  const { words, rows } = view;
  if (done === undefined)
    return html`
      <button part="csv" ?disabled=${rows.rowCount === 0} @click=${save}>
        <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2v8M4 6.5L8 10l4-3.5M2 14h12" />
        </svg>
        ${words.csv}
      </button>
    `;
  return html`
    <span class="saving">
      <progress max=${Math.max(rows.rowCount, 1)} .value=${done} aria-label=${words.csv}></progress>
      <span>${words.saving(written(view, done), written(view, rows.rowCount))}</span>
      <button part="stop" @click=${stop}>${words.stop}</button>
    </span>
  `;
}
