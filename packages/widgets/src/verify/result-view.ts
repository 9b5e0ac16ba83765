import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../drawing/icons.js';
import type { Locale } from '../locale/locale.js';
import { formatNumber } from '../locale/number.js';
import { verifyWords } from './book.js';
import { figureRows, tellPlaces } from './goal-figures.js';
import type { VerifyModel } from './model.js';
import type { Finished } from './run.js';
import { figuresView, stepsView, type StepActions } from './steps-view.js';

/** The deeds that the result asks of the element. */
export interface ResultActions extends StepActions {
  /** Saves the record. */
  readonly save: () => void;
}

/** The result: equal or not equal, the proof and its limit, every step, and the record. */
export function resultView(
  finished: Finished,
  model: VerifyModel,
  { goal, ...actions }: ResultActions & { readonly goal: string },
): TemplateResult {
  const { locale, save } = actions;
  const words = verifyWords(locale);
  const { goals, shown } = finished.verification;
  const own = goal === '' ? undefined : goals.find((one) => one.goal === goal);
  const onPage = shown?.goals.find((one) => one.goal === goal)?.published ?? null;
  const { equal, different } = model;
  return html`
    <div class="outcome" part="outcome">
      <p part="outcome-word">
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d=${equal ? icons.achieved : icons.missed} />
        </svg>
        ${equal ? words.equal : words.different(formatNumber(Math.max(different, 1), 0, locale))}
      </p>
      ${own ? placesView(tellPlaces(own, onPage, locale), onPage === null, locale) : nothing}
    </div>
    <p class="proof" part="proof">
      ${
        equal
          ? html`
              ${words.proves}
              <b>${words.provesNot}</b>
            `
          : words.disproves
      }
    </p>
    ${own ? figuresView(figureRows(own, locale), locale) : nothing} ${stepsView(model.rows, actions)}
    <div class="foot" part="foot">
      <span>${words.total(formatNumber(finished.milliseconds, 0, locale))} · ${words.local}</span>
      <button part="record" @click=${save}>${words.record}</button>
    </div>
  `;
}

/** The figure in three places. */
function placesView(
  [shown, published, computed]: ReturnType<typeof tellPlaces>,
  isMissing: boolean,
  locale: Locale,
): TemplateResult {
  const words = verifyWords(locale);
  const place = (name: string, figure: string): TemplateResult => html`
    <div>
      <dt>${name}</dt>
      <dd>${figure}</dd>
    </div>
  `;
  return html`
    <dl part="places">
      ${place(words.onPage, isMissing ? words.notShown : shown)} ${place(words.published, published)}
      ${place(words.computed, computed)}
    </dl>
  `;
}
