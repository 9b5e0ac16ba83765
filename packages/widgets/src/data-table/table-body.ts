import { html, nothing, type TemplateResult } from 'lit';
import { bodyRows, totalRow } from './body-rows.js';
import { headRow } from './head-row.js';
import { hasTotals } from './total-cell.js';
import type { View } from './view.js';

/** What happens to the table as a whole. */
export interface BodyActions {
  readonly key: (event: KeyboardEvent) => void;
  readonly click: (event: MouseEvent) => void;
  readonly press: (event: PointerEvent) => void;
  readonly drag: (event: PointerEvent) => void;
  readonly scroll: () => void;
  readonly clear: () => void;
}

/** The parts of a table beside its cells. */
export interface BodyLook {
  readonly panel: unknown;
  /** The arrangement in words, for those who do not see it. */
  readonly told: string;
}

/** How small the columns of a table are on paper. */
function densityOf(columns: number): string {
  return [columns > 8 && 'many', columns > 12 && 'more', columns > 14 && 'most'].filter(Boolean).join(' ');
}

/** The table in its box. It is one stop for the Tab key: a cell of it, or the box while that cell is out of sight. */
export function tableBody(view: View, { panel, told }: BodyLook, actions: BodyActions): TemplateResult {
  const { words, rows, columns, mode, isNarrow, cursor, first, end, title, busy } = view;
  const isHere =
    cursor.row === -1 ? !isNarrow : (cursor.row >= first && cursor.row < end) || cursor.row === rows.rowCount;
  return html`
    <div class="stage">
      <div
        part="viewport"
        class="viewport by-${mode} ${isNarrow ? 'narrow' : 'wide'} ${busy ? 'busy' : ''}"
        tabindex=${isHere && rows.rowCount > 0 ? -1 : 0}
        @keydown=${actions.key}
        @scroll=${actions.scroll}
      >
        <div class="extent">
          <table
            part="table"
            class="cells ${densityOf(columns.length)}"
            role="grid"
            aria-label=${title}
            aria-description=${words.help}
            aria-rowcount=${rows.rowCount + 1 + Number(hasTotals(view))}
            aria-colcount=${columns.length}
            aria-multiselectable="true"
            aria-busy=${busy}
            @click=${actions.click}
            @pointerdown=${actions.press}
            @pointerover=${actions.drag}
          >
            <colgroup>
              ${columns.map(
                ({ kind }) => html`
                  <col class="of-${kind}" />
                `,
              )}
            </colgroup>
            ${headRow(view)}${isNarrow ? [totalRow(view), bodyRows(view)] : [bodyRows(view), totalRow(view)]}
          </table>
        </div>
        ${
          rows.rowCount === 0
            ? html`
                <div part="none" class="none" role="status">
                  <p>${rows.allRows > 0 ? words.none : words.noRows}</p>
                  ${
                    rows.allRows > 0
                      ? html`
                          <button @click=${actions.clear}>${words.clearAll}</button>
                        `
                      : nothing
                  }
                </div>
              `
            : nothing
        }
      </div>
      ${panel}
      <p class="unseen arranged" role="status" .textContent=${told}></p>
    </div>
  `;
}
