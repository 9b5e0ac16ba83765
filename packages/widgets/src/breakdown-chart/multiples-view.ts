import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { draw } from '../drawing/draw.js';
import { markForeign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import type { MultiplesShape } from './multiples.js';
import { cornerTrees, panelTree, type Grid } from './multiples-tree.js';

/** The state of the element that shows small charts. */
export interface MultiplesView {
  readonly locale: Locale;
  readonly grid: Grid;
  /** The member that is chosen, as the key of its chart. */
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

/** The small charts of a breakdown, each with its name as a button that chooses its member. */
export function multiplesView(
  shape: MultiplesShape,
  { locale, grid, chosen, choose }: MultiplesView,
): TemplateResult {
  const { panels, foreign } = shape;
  const trees = (words: string): unknown => draw(markForeign([words], foreign));
  return html`
    <ul part="panels" class="panels of${grid.columns}">
      ${repeat(
        panels,
        ({ key }) => key,
        (panel) => html`
          <li part="panel" class=${panel.key === chosen ? 'chosen' : ''}>
            <p class="head">
              <button part="choose" aria-pressed=${panel.key === chosen} @click=${() => choose(panel.key)}>
                ${trees(panel.name)}
              </button>
              <span class="corner">${draw(cornerTrees(panel))}</span>
            </p>
            ${draw([panelTree(shape, panel, grid, locale)])}
            <p class="unseen">${panel.told}</p>
          </li>
        `,
      )}
    </ul>
  `;
}
