import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { tellKind, type Column } from './column.js';
import { histogram } from './histogram.js';
import { tellEmpty } from './row-kind.js';
import { isIn } from './range.js';
import type { View } from './view.js';

/** The heads of the columns: name and order, type and unit, empty cells, a small histogram, and the button of the filter. */
export function headRow(view: View): unknown {
  const { columns, summaries, order, filtered, locale, cursor, isNarrow } = view;
  const facts = [columns, summaries, JSON.stringify(order), [...filtered].join(), locale, isNarrow];
  return guard([...facts, cursor.row === -1 && cursor.column], () => heads(view));
}

function heads(view: View): TemplateResult {
  const { columns, isNarrow } = view;
  const role = (name: string): unknown => (isNarrow ? name : nothing);
  return html`
    <thead part="head" role=${role('rowgroup')} class=${isNarrow ? 'unseen' : ''}>
      <tr aria-rowindex="1" role=${role('row')}>
        ${columns.map((column, place) => head(column, place, view))}
      </tr>
    </thead>
  `;
}

function head(column: Column, at: number, view: View): TemplateResult {
  const { words, locale, order, summaries, filtered, cursor, isNarrow } = view;
  const { label, kind, name, unit } = column;
  const rank = order.findIndex((one) => one.column === name);
  const sorted = order[rank];
  const summary = summaries?.[column.at];
  const isCursor = cursor.row === -1 && cursor.column === at;
  const isFiltered = filtered.has(name);
  return html`
    <th
      part="column"
      scope="col"
      class="of-${kind} ${sorted ? 'sorted' : ''}"
      role=${isNarrow ? 'columnheader' : nothing}
      aria-colindex=${at + 1}
      aria-sort=${rank !== 0 ? nothing : sorted!.isDescending ? 'descending' : 'ascending'}
      aria-label=${unit ? words.unit(label, unit) : label}
      aria-describedby="facts-${at}"
      tabindex=${isCursor ? 0 : -1}
      data-column=${at}
    >
      <div class="top">
        <button part="sort" tabindex="-1" data-do="sort" title=${words.sortTip}>
          <span class="name">${label}</span>
          <span class="arrow" aria-hidden="true">
            ${sorted ? `${sorted.isDescending ? '↓' : '↑'}${order.length > 1 || rank > 0 ? ` ${rank + 1}` : ''}` : '↕'}
          </span>
        </button>
        <button
          part="filter"
          tabindex="-1"
          data-do="filter"
          class=${isFiltered ? 'on' : ''}
          aria-label=${isFiltered ? words.filtered(label) : words.filter(label)}
        >
          <svg class="funnel" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 3h12L9.5 8.5V13l-3 1.5v-6z" />
          </svg>
        </button>
      </div>
      <div class="facts" id="facts-${at}">
        <span>${tellKind(column, summary, locale)}</span>
        <span>
          ${
            summary
              ? tellEmpty(column, view)
              : html`
                  &nbsp;
                `
          }
        </span>
      </div>
      ${histogram(summary)}
    </th>
  `;
}

/** Whether a cell is selected, as an attribute. */
export function selectedAt(view: View, row: number, column: number): unknown {
  return view.edges ? `${isIn(view.edges, { row, column })}` : nothing;
}
