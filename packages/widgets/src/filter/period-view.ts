import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { draw } from '../drawing/draw.js';
import type { Locale } from '../locale/locale.js';
import { filterWords } from './book.js';
import { dragTo, gripAt, type Grip, type Pointed } from './brush.js';
import type { PeriodModel } from './model.js';
import { quickRanges, readTyped, wholeRange, type Range } from './periods.js';
import { measures, plotTree } from './plot.js';

/** The side of a range. */
export type Side = 'from' | 'to';

/** A text that somebody typed and that is no period, and why. It stays until it is one. */
export interface Draft {
  readonly side: Side;
  readonly text: string;
  readonly problem: string;
}

/** What the view of a period field asks of the element. */
export interface PeriodActions {
  readonly locale: Locale;
  /** The figure of the bars, in words. */
  readonly figure: string;
  readonly drafts: readonly Draft[];
  /** Chooses a range; `isSettled` where a reader is done with it. */
  readonly choose: (range: Range, isSettled: boolean) => void;
  readonly draft: (drafts: readonly Draft[]) => void;
}

/** By stage: the pointer that holds a part of its range. */
const held = new WeakMap<Element, { readonly grip: Grip; readonly before: Range; latest: Range }>();

/** The field of the periods: a chart with a brush, two sliders, two typed dates, quick choices. */
export function periodView(model: PeriodModel, actions: PeriodActions): TemplateResult {
  const { periods } = model;
  const words = filterWords(actions.locale);
  const range = model.range ?? wholeRange(periods);
  const key = (one: Range): string => `${one.from} ${one.to}`;
  if (periods.starts.length === 0) return html``;
  return html`
    <div
      class="stage"
      part="brush"
      @pointerdown=${(event: PointerEvent) => grasp(event, model, actions)}
      @pointermove=${(event: PointerEvent) => drag(event, model, actions)}
      @pointerup=${(event: PointerEvent) => letGo(event, actions)}
      @pointercancel=${(event: PointerEvent) => letGo(event, actions)}
    >
      ${slider('from', model, range, actions)}${slider('to', model, range, actions)}
      ${draw([plotTree(model)])}
    </div>
    <div class="dates">${typed('from', model, range, actions)}${typed('to', model, range, actions)}</div>
    <div class="quick">
      ${quickRanges(periods).map(
        ([quick, one]) => html`
          <button
            part="quick"
            aria-pressed=${model.range !== undefined && key(one) === key(range)}
            @click=${() => actions.choose(one, true)}
          >
            ${words.quick[quick]}
          </button>
        `,
      )}
    </div>
  `;
}

function slider(side: Side, model: PeriodModel, range: Range, actions: PeriodActions): TemplateResult {
  const words = filterWords(actions.locale);
  const last = model.periods.starts.length - 1;
  const move = (to: number): void => {
    const at = Math.min(Math.max(to, 0), last);
    const next =
      side === 'from'
        ? { from: Math.min(at, range.to), to: range.to }
        : { from: range.from, to: Math.max(at, range.from) };
    actions.choose(next, false);
  };
  return html`
    <input
      type="range"
      class=${side}
      part="slider"
      min="0"
      max=${last}
      step="1"
      .value=${live(String(range[side]))}
      aria-label=${(side === 'from' ? words.first : words.last)(model.label)}
      aria-valuetext=${model.toldOf(range[side])}
      @input=${({ target }: Event) => move(Number((target as HTMLInputElement).value))}
      @keydown=${(event: KeyboardEvent) => {
        // A page is a year. Left is always earlier, also on pages that run to the left.
        const year = yearOf(model, range[side]);
        const steps: Readonly<Record<string, number>> = {
          PageUp: year,
          PageDown: -year,
          ArrowLeft: -1,
          ArrowRight: 1,
        };
        const by = steps[event.key];
        if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        move(range[side] + by);
      }}
    />
  `;
}

function yearOf({ periods: { starts } }: PeriodModel, at: number): number {
  return starts.filter((start) => start.slice(0, 4) === starts[at]?.slice(0, 4)).length;
}

function typed(side: Side, model: PeriodModel, range: Range, actions: PeriodActions): TemplateResult {
  const words = filterWords(actions.locale);
  const draft = actions.drafts.find((one) => one.side === side);
  const label = side === 'from' ? words.from : words.to;
  const id = `problem-${side}`;
  return html`
    <div class="date">
      <label>
        <span>${label}</span>
        <input
          type="text"
          part="date"
          autocomplete="off"
          spellcheck="false"
          .value=${live(draft?.text ?? model.typedOf(range[side]))}
          aria-invalid=${draft !== undefined}
          aria-describedby=${draft ? id : nothing}
          @change=${({ target }: Event) => type(side, (target as HTMLInputElement).value, model, actions)}
        />
      </label>
      ${
        draft
          ? html`
              <p id=${id} class="problem" role="alert">${draft.problem}</p>
            `
          : nothing
      }
    </div>
  `;
}

/** Takes typed dates: both are read anew, so that the other one is mended, too. What is wrong stays as it was typed. */
function type(side: Side, text: string, model: PeriodModel, actions: PeriodActions): void {
  const words = filterWords(actions.locale);
  const { periods, nameOf, typedOf } = model;
  const range = model.range ?? wholeRange(periods);
  const last = periods.starts.length - 1;
  const others = actions.drafts.filter((one) => one.side !== side);
  const texts = { from: typedOf(range.from), to: typedOf(range.to) };
  for (const draft of others) texts[draft.side] = draft.text;
  texts[side] = text;
  const drafts: Draft[] = [];
  const places: Partial<Record<Side, number>> = {};
  for (const one of ['from', 'to'] as const) {
    const written = texts[one].trim();
    // An empty field stands for the first or the last period.
    const read = written === '' ? { range: wholeRange(periods) } : readTyped(written, periods);
    if ('range' in read) places[one] = read.range[one];
    else {
      const problem =
        read.problem === 'unclear'
          ? words.unclear(written, typedOf(last))
          : words.outside(written, nameOf(0), nameOf(last));
      drafts.push({ side: one, text: texts[one], problem });
    }
  }
  const { from, to } = places;
  if (from !== undefined && to !== undefined && from > to)
    drafts.push({ side, text, problem: words.reversed });
  actions.draft(drafts);
  if (drafts.length === 0) actions.choose({ from: from!, to: to! }, true);
}

function pointedAt({ clientX, clientY, currentTarget }: PointerEvent, count: number): Pointed {
  const stage = currentTarget as Element;
  const { left, top, width } = stage.getBoundingClientRect();
  const each = width / count;
  // A slider is as high as the least target of this reader.
  const reach = stage.querySelector('input')!.offsetHeight / 2 / each;
  return { place: (clientX - left) / each, reach, onTrack: clientY - top > measures.bars };
}

function grasp(event: PointerEvent, model: PeriodModel, actions: PeriodActions): void {
  if (event.button !== 0) return;
  const stage = event.currentTarget as HTMLElement;
  const count = model.periods.starts.length;
  const pointed = pointedAt(event, count);
  const grip = gripAt(pointed, model.range, count);
  const before = model.range ?? wholeRange(model.periods);
  held.set(stage, { grip, before, latest: before });
  stage.setPointerCapture(event.pointerId);
  // Else the focus would go to the page.
  event.preventDefault();
  stage.querySelector<HTMLInputElement>(grip.kind === 'to' ? '.to' : '.from')!.focus({ preventScroll: true });
  if (grip.kind === 'new') drag(event, model, actions);
}

function drag(event: PointerEvent, { periods }: PeriodModel, actions: PeriodActions): void {
  const mine = held.get(event.currentTarget as Element);
  if (!mine) return;
  const count = periods.starts.length;
  const next = dragTo(mine.grip, pointedAt(event, count).place, mine.before, count);
  if (next.from === mine.latest.from && next.to === mine.latest.to) return;
  mine.latest = next;
  actions.choose(next, false);
}

function letGo({ currentTarget, type: kind }: PointerEvent, actions: PeriodActions): void {
  const mine = held.get(currentTarget as Element);
  if (!mine) return;
  held.delete(currentTarget as Element);
  // A gesture that the browser took over, such as scrolling, chooses nothing.
  actions.choose(kind === 'pointercancel' ? mine.before : mine.latest, true);
}
