import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locale/locale.js';
import { chartWords } from './book.js';
import { downloadButton, type Download } from './download.js';

/** The state of the buttons below a chart. */
export interface Buttons extends Omit<Download, 'words' | 'name'> {
  readonly locale: Locale;
  /** The name of saved files; `null` without the button. */
  readonly name: (() => string) | null;
  /** The content of the table, which is nothing as long as it is closed; `null` without one. */
  readonly table: TemplateResult | typeof nothing | null;
  readonly toggle: (isOpen: boolean) => void;
}

/** The buttons below a chart: one saves it, one opens the table of its figures. */
export function chartButtons({ locale, name, table, toggle, ...download }: Buttons): TemplateResult {
  const words = chartWords(locale);
  return html`
    <div part="buttons" class="buttons">
      ${name === null ? nothing : downloadButton({ ...download, words, name })}
      ${table === null ? nothing : tableButton(words.table, table, toggle)}
    </div>
  `;
}

/** The button that opens a table. */
function tableButton(
  word: string,
  table: TemplateResult | typeof nothing,
  toggle: Buttons['toggle'],
): TemplateResult {
  return html`
    <details
      part="data"
      class="data"
      @toggle=${({ target }: Event) => toggle((target as HTMLDetailsElement).open)}
    >
      <summary part="data-button">${word}</summary>
      ${table}
    </details>
  `;
}
