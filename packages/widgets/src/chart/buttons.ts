import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locale/locale.js';
import { chartWords } from './book.js';

/** The state of the button below a chart. */
export interface Buttons {
  readonly locale: Locale;
  /** The content of the table, which is nothing as long as it is closed. */
  readonly table: TemplateResult | typeof nothing;
  readonly toggle: (isOpen: boolean) => void;
}

/** The button below a chart that opens the table of its figures. */
export function chartButtons({ locale, table, toggle }: Buttons): TemplateResult {
  return html`
    <div part="buttons" class="buttons">
      <details
        part="data"
        class="data"
        @toggle=${({ target }: Event) => toggle((target as HTMLDetailsElement).open)}
      >
        <summary part="data-button">${chartWords(locale).table}</summary>
        ${table}
      </details>
    </div>
  `;
}
