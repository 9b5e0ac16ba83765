import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { cellContent } from './cell-content.js';
import type { Column } from './column.js';
import type { Place } from './move.js';
import { selectedAt } from './head-row.js';
import { ring } from './ring.js';
import { hasTotals, tellTotal } from './total-cell.js';
import { rowIndex, written, type View } from './view.js';

/** So many rows are elements at most; a row that leaves lends its element to one that comes. */
export const mostRows = 56;

/** The rows in sight. */
export function bodyRows(view: View): TemplateResult {
  const { first, end, isNarrow } = view;
  const rows = Array.from({ length: Math.max(end - first, 0) }, (_, at) => {
    const row = first + at;
    // A row that is as it was costs nothing: most are, while a reader scrolls.
    return guard(factsOf(row, view), () => bodyRow(row, view));
  });
  return html`
    <tbody part="body" role=${isNarrow ? 'rowgroup' : nothing}>${ring(first, rows)}</tbody>
  `;
}

/** All that a row depends on. */
function factsOf(row: number, view: View): unknown[] {
  const { columns, tellers, kindAt, windows, locale, isNarrow, cursor, order, edges, hit, search } = view;
  return [
    ...[
      row,
      windows.row(row),
      columns,
      tellers,
      kindAt,
      locale,
      isNarrow,
      search,
      row === hit,
      order[0]?.column,
    ],
    isNarrow && rowIndex(view, row),
    ...[cursor.row === row && cursor.column, ...(edges ? [edges.left, edges.right] : [])],
    edges && row >= edges.top && row <= edges.bottom,
  ];
}

function bodyRow(row: number, view: View): TemplateResult {
  const { columns, windows, isNarrow, hit } = view;
  const cells = windows.row(row);
  return html`
    <tr
      part="row"
      class="${cells ? '' : 'pending'} ${row % 2 ? 'odd' : ''} ${row === hit ? 'hit' : ''}"
      role=${isNarrow ? 'row' : nothing}
      aria-rowindex=${rowIndex(view, row)}
      data-row=${row}
    >
      ${columns.map((column, place) => {
        const raw = cells?.[column.at];
        const content = raw
          ? cellContent(view.tellers[place]!(raw, cells[view.kindAt]?.text), view.search)
          : html`
              <span class="bone" aria-label=${view.words.pending}></span>
            `;
        return bodyCell(column, { row, column: place }, content, view);
      })}
    </tr>
  `;
}

function bodyCell(column: Column, { row, column: at }: Place, content: unknown, view: View): TemplateResult {
  const { cursor, order, isNarrow, cardHead } = view;
  const { kind, name } = column;
  const tab = cursor.row === row && cursor.column === at ? 0 : -1;
  const selected = selectedAt(view, row, at);
  const isHead = isNarrow && cardHead.includes(at);
  const isLast = isNarrow && cardHead.at(-1) === at;
  const look = `of-${kind} ${order[0]?.column === name ? 'sorted' : ''} ${isHead ? 'heading' : ''} ${isLast ? 'last' : ''}`;
  // In lines there is no element around a content: each costs time while they are scrolled.
  const inside = isNarrow
    ? html`
        ${isHead ? nothing : label(column, view)}
        <span class="content">${content}</span>
        ${
          isLast
            ? html`
                <span class="number">${view.words.row(written(view, row + 1))}</span>
              `
            : nothing
        }
      `
    : content;
  if (at === 0)
    return html`
      <th
        part="cell"
        scope="row"
        class=${look}
        role=${isNarrow ? 'rowheader' : nothing}
        aria-colindex="1"
        aria-selected=${selected}
        tabindex=${tab}
        data-column="0"
      >
        ${inside}
      </th>
    `;
  return html`
    <td
      part="cell"
      class=${look}
      role=${isNarrow ? 'gridcell' : nothing}
      aria-colindex=${at + 1}
      aria-selected=${selected}
      tabindex=${tab}
      data-column=${at}
    >
      ${inside}
    </td>
  `;
}

/** The name of a field in a card, with its unit. */
function label({ label: name, unit }: Column, { words }: View): TemplateResult {
  return html`
    <span class="label">${unit ? words.unit(name, unit) : name}</span>
  `;
}

/** The sums of all rows that stay, and why there is none. */
export function totalRow(view: View): TemplateResult | typeof nothing {
  if (!hasTotals(view)) return nothing;
  const { columns, rows, words, isNarrow, cursor } = view;
  const row = rows.rowCount;
  return html`
    <tfoot part="totals" role=${isNarrow ? 'rowgroup' : nothing}>
      <tr role=${isNarrow ? 'row' : nothing} aria-rowindex=${rowIndex(view, row)} data-row=${row}>
        ${columns.map((column, at) => {
          const { kind } = column;
          const tab = cursor.row === row && cursor.column === at ? 0 : -1;
          if (at === 0)
            return html`
              <th
                scope="row"
                role=${isNarrow ? 'rowheader' : nothing}
                aria-colindex="1"
                tabindex=${tab}
                data-column="0"
              >
                ${words.total}
              </th>
            `;
          const { sum, note } = tellTotal(column, view);
          const told = sum === null ? '' : view.tellers[at]!({ text: sum, empty: null }).text;
          // Of cards, which columns have no sum need not be told one by one.
          const isVoid = isNarrow && [words.rate, words.notAdded].includes(note);
          const content =
            isVoid || note === ''
              ? told
              : html`
                  ${told}
                  <small>${note}</small>
                `;
          return html`
            <td
              class="of-${kind} ${content === '' ? 'void' : ''}"
              role=${isNarrow ? 'gridcell' : nothing}
              aria-colindex=${at + 1}
              tabindex=${tab}
              data-column=${at}
            >
              ${isNarrow ? label(column, view) : nothing}
              <span class="content">${content}</span>
            </td>
          `;
        })}
      </tr>
    </tfoot>
  `;
}
