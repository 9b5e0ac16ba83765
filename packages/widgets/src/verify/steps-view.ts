import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../drawing/icons.js';
import { formatNumber } from '../locale/number.js';
import type { Locale } from '../locale/locale.js';
import { verifyWords } from './book.js';
import type { FigureRow } from './goal-figures.js';
import type { CheckRow } from './model.js';

/** The deeds that the list of steps asks of the element. */
export interface StepActions {
  readonly locale: Locale;
  /** Gives statements to the clipboard. */
  readonly copy: (sql: string) => void;
}

/** The icon of equal, or of not equal, with its word for those who do not see it. */
export function mark(equal: boolean, locale: Locale): TemplateResult {
  const { isEqual, isDifferent } = verifyWords(locale);
  return html`
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d=${equal ? icons.achieved : icons.missed} />
    </svg>
    <span class="unseen">${equal ? isEqual : isDifferent}</span>
  `;
}

/** The parts that were compared, a row each: whether they are equal, their rows, milliseconds and statements. */
export function stepsView(rows: readonly CheckRow[], actions: StepActions): TemplateResult {
  const { locale } = actions;
  const words = verifyWords(locale);
  return html`
    <table part="steps">
      <thead>
        <tr>
          <th scope="col" class="mark"><span class="unseen">${words.result}</span></th>
          <th scope="col">${words.step}</th>
          <th scope="col" class="figure">${words.rows}</th>
          <th scope="col" class="figure">${words.milliseconds}</th>
        </tr>
      </thead>
      <tbody>${rows.map((row) => stepRow(row, actions))}</tbody>
    </table>
  `;
}

function stepRow(
  { kind, name, equal, differences, statements, milliseconds }: CheckRow,
  { locale, copy }: StepActions,
): TemplateResult {
  const words = verifyWords(locale);
  const count = statements.reduce((sum, { rows }) => sum + rows, 0);
  const sql = statements.map((one) => `${one.sql};`).join('\n\n');
  return html`
    <tr part="step" class=${equal ? 'equal' : 'different'}>
      <td class="mark">${mark(equal, locale)}</td>
      <th scope="row">
        <div class="line">
          <p>
            <span>${kind}</span>
            ${name}
          </p>
          ${
            sql
              ? html`
                  <details class="sql" part="sql">
                    <summary part="sql-button">${words.sql}</summary>
                    <pre tabindex="0">${sql}</pre>
                    <button part="copy" @click=${() => copy(sql)}>${words.copy}</button>
                  </details>
                `
              : nothing
          }
        </div>
        ${
          differences.length > 0
            ? html`
                <ul class="why" part="difference">
                  ${differences.map(
                    (one) => html`
                      <li>${one}</li>
                    `,
                  )}
                </ul>
              `
            : nothing
        }
      </th>
      <td class="figure">${statements.length > 0 ? formatNumber(count, 0, locale) : '—'}</td>
      <td class="figure">${milliseconds === undefined ? '—' : formatNumber(milliseconds, 0, locale)}</td>
    </tr>
  `;
}

/** The figures of a goal: as published, as computed, and whether they are equal. */
export function figuresView(rows: readonly FigureRow[], locale: Locale): TemplateResult {
  const words = verifyWords(locale);
  return html`
    <div class="figures" tabindex="0" role="region" aria-label=${words.figure}>
      <table part="figures">
        <thead>
          <tr>
            <th scope="col" class="mark"><span class="unseen">${words.result}</span></th>
            <th scope="col">${words.figure}</th>
            <th scope="col" class="figure">${words.published}</th>
            <th scope="col" class="figure">${words.computedBriefly}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, published, computed, equal }) => html`
              <tr class=${equal ? 'equal' : 'different'}>
                <td class="mark">${mark(equal, locale)}</td>
                <th scope="row">${name}</th>
                <td class="figure">${published}</td>
                <td class="figure">${computed}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}
