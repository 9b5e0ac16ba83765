import { html, type TemplateResult } from 'lit';
import type { Listed } from './listed.js';

/** A table of names of the manifest. */
export function list(
  caption: string,
  lines: readonly Listed[],
  first: readonly [head: string, cell: (line: Listed) => unknown],
  last?: readonly [head: string, cell: (line: Listed) => unknown],
): TemplateResult {
  const columns = [first, ...(last ? [last] : [])] as const;
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="figures names">
        <caption>${caption}</caption>
        <thead>
          <tr>
            ${columns.map(
              ([head]) => html`
                <th scope="col">${head}</th>
              `,
            )}
            <th scope="col">meaning</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            (line) => html`
              <tr>
                ${columns.map(
                  ([, cell]) => html`
                    <td>${cell(line)}</td>
                  `,
                )}
                <td>${line.description.replaceAll('`', '')}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** A name as it is written in code. */
export const code = (text: string): TemplateResult => html`
  <code>${text}</code>
`;
