import { html, nothing, type TemplateResult } from 'lit';
import { tellDay } from './cell.js';
import type { Column } from './column.js';
import { readNumber, type ColumnFilter } from './column-filter.js';
import type { ColumnSummary } from '@zj/metrics';
import { emptyWord } from './row-kind.js';
import { written, type View } from './view.js';

/** What a reader does in the filter of a column. */
export interface FilterActions {
  readonly apply: (filter: ColumnFilter) => void;
  readonly close: () => void;
}

/** The filter of a column: its values with their rows, a range, or a text that they contain. */
export function filterPanel(
  column: Column,
  {
    filter,
    summaries,
  }: {
    readonly filter: ColumnFilter;
    /** Of all columns, under the conditions of the others. */
    readonly summaries: readonly ColumnSummary[] | undefined;
  },
  view: View,
  { apply, close }: FilterActions,
): TemplateResult {
  const { words } = view;
  const summary = summaries?.[column.at];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (column.kind !== 'figure' || areNumbers(form)) apply(readForm(form, column));
  };
  return html`
    <div
      part="filter-panel"
      class="panel"
      role="dialog"
      aria-label=${words.filter(column.label)}
      tabindex="-1"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <form novalidate @submit=${submit}>
        <p class="title">${words.filter(column.label)}</p>
        ${
          column.kind === 'figure' || column.kind === 'day'
            ? range(column, filter, summary, view)
            : values(column, filter, summary, { ...view, summaries })
        }
        <p class="actions">
          <button type="button" @click=${() => apply({})}>${words.clear}</button>
          <button class="main">${words.apply}</button>
        </p>
      </form>
    </div>
  `;
}

function values(
  column: Column,
  { values: chosen = [], contains = '' }: ColumnFilter,
  summary: ColumnSummary | undefined,
  view: View,
): TemplateResult {
  const { words } = view;
  if (!summary)
    return html`
      <p role="status">${words.loading}</p>
    `;
  const { bins, distinct, empty } = summary;
  const known: readonly (readonly [string, string, number])[] = bins.map(({ from, rows }) => [
    `=${from}`,
    tellerOf(column, view)({ text: from, empty: null }).text,
    rows,
  ]);
  // A value that was chosen, and is not among the listed ones, would be lost when the filter is applied again.
  const unlisted = chosen.filter(
    (value): value is string => value !== null && !bins.some(({ from }) => from === value),
  );
  const isAll = distinct <= bins.length;
  return html`
    ${
      isAll
        ? nothing
        : html`
            <label class="field">
              <span>${words.contains}</span>
              <input name="contains" autocomplete="off" .value=${contains} />
            </label>
            <p class="note">${words.mostFrequent(`${bins.length}`)}</p>
          `
    }
    <ul>
      ${unlisted.map(
        (value) => html`
          <li>
            ${box(`=${value}`, tellerOf(column, view)({ text: value, empty: null }).text, undefined, true, view)}
          </li>
        `,
      )}
      ${known.map(
        ([value, told, rows]) => html`
          <li>${box(value, told, rows, chosen.includes(value.slice(1)), view)}</li>
        `,
      )}
      ${
        empty > 0
          ? html`
              <li>
                ${box('', emptyWord(column, view) ?? words.emptyValue, empty, chosen.includes(null), view)}
              </li>
            `
          : chosen.includes(null)
            ? html`
                <li>${box('', words.emptyValue, 0, true, view)}</li>
              `
            : nothing
      }
    </ul>
  `;
}

function box(
  value: string,
  told: string,
  rows: number | undefined,
  isChosen: boolean,
  view: View,
): TemplateResult {
  return html`
    <label class="box">
      <input type="checkbox" name="value" value=${value} .checked=${isChosen} />
      <span>${told}</span>
      ${
        rows === undefined
          ? nothing
          : html`
              <span class="rows">${written(view, rows)}</span>
            `
      }
    </label>
  `;
}

function range(
  column: Column,
  { low = '', high = '', empty = false }: ColumnFilter,
  summary: ColumnSummary | undefined,
  view: View,
): TemplateResult {
  const { words } = view;
  const isDay = column.kind === 'day';
  const told = (text: string | null | undefined): string =>
    !text
      ? ''
      : isDay
        ? tellDay(text, column, view.locale)
        : tellerOf(column, view)({ text, empty: null }).text;
  const field = (
    name: string,
    word: string,
    value: string,
    edge: string | null | undefined,
  ): TemplateResult => html`
    <label class="field">
      <span>${column.unit ? words.unit(word, column.unit) : word}</span>
      <input
        name=${name}
        type=${isDay ? 'date' : 'text'}
        inputmode=${isDay ? nothing : 'decimal'}
        autocomplete="off"
        placeholder=${told(edge)}
        .value=${value}
        @input=${({ target }: Event) => markNumber(target as HTMLInputElement, true)}
      />
      ${
        isDay
          ? nothing
          : html`
              <span class="invalid" role="alert" hidden>${words.noNumber}</span>
            `
      }
    </label>
  `;
  return html`
    ${field('low', words.atLeast, low, summary?.least)}
    ${field('high', words.atMost, high, summary?.greatest)}
    ${
      summary && summary.empty > 0
        ? html`
            <label class="box">
              <input type="checkbox" name="empty" .checked=${empty} />
              <span>${words.emptyValue}</span>
              <span class="rows">${written(view, summary.empty)}</span>
            </label>
          `
        : nothing
    }
  `;
}

/** Whether the fields of a range are numbers, or empty. Those that are neither are marked, and the first of them gets the focus. */
function areNumbers(form: HTMLFormElement): boolean {
  const fields = [...form.querySelectorAll<HTMLInputElement>('.field input')];
  const wrong = fields.filter((field) => !markNumber(field, false));
  wrong[0]?.focus();
  return wrong.length === 0;
}

/** Marks a field whose text is no number, or takes only the mark away as long as the reader types. */
function markNumber(field: HTMLInputElement, isTyping: boolean): boolean {
  const isNumber = isTyping || field.value.trim() === '' || readNumber(field.value) !== undefined;
  const line = field.parentElement?.querySelector<HTMLElement>('.invalid');
  if (!line) return true;
  line.hidden = isNumber;
  if (isNumber) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
  return isNumber;
}

function readForm(form: HTMLFormElement, { kind }: Column): ColumnFilter {
  const data = new FormData(form);
  const text = (name: string): string => {
    const given = data.get(name);
    return typeof given === 'string' ? given.trim() : '';
  };
  if (kind === 'figure' || kind === 'day') {
    const edge = (name: string): string => (kind === 'day' ? text(name) : (readNumber(text(name)) ?? ''));
    return { low: edge('low'), high: edge('high'), empty: data.has('empty') };
  }
  const chosen = data.getAll('value').filter((one) => typeof one === 'string');
  return {
    values: chosen.map((one) => (one === '' ? null : one.slice(1))),
    contains: text('contains'),
  };
}

function tellerOf(column: Column, { columns, tellers }: View): View['tellers'][number] {
  return tellers[columns.indexOf(column)]!;
}
