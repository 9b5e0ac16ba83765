import { html, type TemplateResult } from 'lit';
import type { Place } from './move.js';
import { written, type View } from './view.js';
import { isWebAddress, linkRel } from '../element/web-address.js';

/** A cell in full: its whole text, a figure in all its digits with its unit. */
export function cellDetail({ row, column }: Place, view: View, close: () => void): TemplateResult {
  const { words, columns, windows, tellers } = view;
  const { at, label, unit, kind } = columns[column]!;
  const cells = windows.row(row);
  const raw = cells?.[at];
  const text =
    raw?.text != null && kind === 'figure'
      ? words.number(raw.text).replace('-', '−')
      : raw
        ? tellers[column]!(raw, cells?.[view.kindAt]?.text).text
        : words.pending;
  return html`
    <div
      part="detail"
      class="panel"
      role="dialog"
      aria-label=${words.detail(written(view, row + 1), label)}
      tabindex="-1"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' && event.key !== 'F2') return;
        event.stopPropagation();
        close();
      }}
    >
      <p class="title">${words.detail(written(view, row + 1), label)}</p>
      <p class="whole-text">
        ${
          isWebAddress(text)
            ? html`
                <a part="link" href=${text} rel=${linkRel}>${text}</a>
              `
            : text
        }${unit && raw?.text != null ? ` ${unit}` : ''}
      </p>
      <p class="actions"><button type="button" @click=${close}>${words.close}</button></p>
    </div>
  `;
}
