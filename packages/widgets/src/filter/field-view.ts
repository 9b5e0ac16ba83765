import { html, nothing, type TemplateResult } from 'lit';
import type { Day } from '@zj/metrics';
import { draw } from '../drawing/draw.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { filterWords } from './book.js';
import type { Choice } from './choice.js';
import type { PeriodModel, ValuesModel } from './model.js';
import { periodView, type PeriodActions } from './period-view.js';
import type { Range } from './periods.js';
import { sampleTree } from './plot.js';
import { listedOptions, valuesView, type ValuesActions } from './values-view.js';

/** What the view of a field asks of the element. */
export interface FieldActions
  extends
    Pick<PeriodActions, 'locale' | 'figure' | 'drafts' | 'draft'>,
    Pick<ValuesActions, 'opened' | 'open'> {
  /** Fields fold, because there is little room. */
  readonly isNarrow: boolean;
  readonly isOpen: boolean;
  readonly fold: (isOpen: boolean) => void;
  readonly choose: (choice: Choice) => void;
  readonly range: (range: Range, isSettled: boolean) => void;
}

/** A field with its name; where there is little room, its name is the button that opens it. */
export function fieldView(model: PeriodModel | ValuesModel, actions: FieldActions): TemplateResult {
  const { name } = model.field;
  const { isNarrow, isOpen, fold } = actions;
  const [id, body] = [`field-${name}`, `body-${name}`];
  const label = html`
    <span id=${id} class="field-name">${model.label}</span>
    <span class="tally">
      ${tallyOf(model, actions)}
      ${model.kind === 'period' && model.through ? throughLegend(model.through, actions.locale) : nothing}
    </span>
  `;
  return html`
    <div
      part="field"
      class="field ${model.kind} ${isNarrow && !isOpen ? 'folded' : ''}"
      role="group"
      aria-labelledby=${id}
    >
      ${
        isNarrow
          ? html`
              <button
                part="field-label"
                class="fold-button"
                aria-expanded=${isOpen}
                aria-controls=${body}
                @click=${() => fold(!isOpen)}
              >
                ${label}
                <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6l4 4 4-4" /></svg>
              </button>
            `
          : html`
              <div part="field-label" class="field-label">${label}</div>
            `
      }
      <div id=${body} class="body" ?hidden=${isNarrow && !isOpen}>
        ${
          isNarrow && !isOpen
            ? nothing
            : model.kind === 'period'
              ? periodView(model, { ...actions, choose: actions.range })
              : valuesView(model, actions)
        }
      </div>
    </div>
  `;
}

function tallyOf(model: PeriodModel | ValuesModel, { locale, figure, opened }: FieldActions): string {
  const words = filterWords(locale);
  // The bars of a period are named where the tally of values stands.
  if (model.kind === 'period') return figure;
  const { options, choice } = model;
  if (opened.search) return words.found(options.length, listedOptions(model, opened).found);
  return words.count(options.length, choice?.values.length ?? 0, choice?.excludes ?? false);
}

/** Up to which day the period counts that is not over, beside a sample of its bar. */
function throughLegend(day: Day, locale: Locale): TemplateResult {
  const face = faceOf(locale);
  return html`
    <span class="legend">${draw([sampleTree])}${face.through(face.day(day))}</span>
  `;
}
