import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { draw } from '../drawing/draw.js';
import type { Tree } from '../drawing/tree.js';
import type { Locale } from '../locale/locale.js';
import { filterWords } from './book.js';
import type { Chip } from './chips.js';
import type { FilterWords } from './words.js';

/** So many chips stand one by one; all others fold into one. */
export const mostChips = 4;

/** What the chips ask of the element. */
export interface ChipActions {
  readonly locale: Locale;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly remove: (chip: Chip, at: number) => void;
  readonly clear: () => void;
}

/** The conditions as chips: each goes by a press, and the button that clears all of them is always the last. */
export function chipsView(chips: readonly Chip[], actions: ChipActions): TemplateResult {
  const words = filterWords(actions.locale);
  // The row is there before the first condition, so that a tick moves nothing under the pointer.
  if (chips.length === 0)
    return html`
      <p class="chips hint">${words.noConditions}</p>
    `;
  const folded = chips.length - mostChips;
  return html`
    <ul class="chips" part="chips" role="list" aria-label=${words.conditions}>
      ${repeat(
        chips,
        ({ key }) => key,
        (chip, at) => html`
          <li class=${at >= mostChips && !actions.isOpen ? 'more' : ''}>
            <button
              part="chip"
              aria-label=${words.remove(chip.label ? words.chip(chip.label, chip.choice) : chip.choice)}
              @click=${() => actions.remove(chip, at)}
            >
              ${draw([chipTree(chip, words)])}
              <svg class="cross" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8m0-8l-8 8" /></svg>
            </button>
          </li>
        `,
      )}
      ${
        folded > 0
          ? html`
              <li class="fold">
                <button part="more-chips" aria-expanded=${actions.isOpen} @click=${actions.toggle}>
                  ${actions.isOpen ? words.fewerChips : words.moreChips(folded)}
                </button>
              </li>
            `
          : nothing
      }
      <li class="fold">
        <button part="clear" @click=${actions.clear}>${words.clearAll}</button>
      </li>
    </ul>
  `;
}

/** The words of a chip, the choice in bold. */
function chipTree({ label, choice }: Chip, words: FilterWords): Tree {
  return ['span', {}, label && words.chip(label, ''), ['b', {}, choice]];
}
