import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Day } from '@zj/metrics';
import { ZjChart, type ChartLook, type Painted, type Room } from '../chart/chart-element.js';
import { plotEm } from '../chart/painted.js';
import { hideable } from '../chart/card.js';
import type { ChartTools } from '../chart/chart-tools.js';
import type { ChartData } from '../chart/finding.js';
import { draw } from '../drawing/draw.js';
import type { Tree } from '../drawing/tree.js';
import { wordsIn } from '../element/known.js';
import { menuWords } from '../element/menu-subject.js';
import { makeEmptiable, property } from '../element/property.js';
import type { Locale } from '../locale/locale.js';
import { trendWords } from './book.js';
import type { Plot } from './plot-look.js';
import { plotTree } from './plot.js';
import { layReadout, readoutTree, type ReadoutLayout } from './readout-tree.js';
import { sheet } from './sheet.js';
import { sliderTree } from './slider-tree.js';
import { tellListed } from './listed.js';
import type { TrendAppearance } from './trend-model.js';
import { trendShape, type TrendShape } from './trend-shape.js';

const looks: readonly TrendAppearance[] = ['line', 'bars', 'cumulative'];

/** A plot with its readout, laid out for a room, and the notes that have no room in it. */
interface Laid {
  readonly plot: Plot;
  readonly layout: ReadoutLayout;
  readonly listed: readonly string[];
}

/**
 * Figures over time: of a goal with its schedule, milestones, last year, forecast and events, or of a metric and its members. A native
 * slider goes through the periods and says each figure; a table has all of them.
 *
 * @attr {"line" | "bars" | "cumulative"} appearance - Lines or bars of the figures of each period, or the sum so far. Default: the sum for a goal that is summed, else lines.
 * @attr {string} during - The periods that are shown, such as `2026`, `2025..2026`, `2026-03..2026-10` or `2026-03..`. The `during` of a query is written otherwise: `2025-11/2026-02`. Default: for a sum the period of the goal, else the newest 24 and those to come.
 * @attr {string} members - Of a series by a dimension the members in colour, at most three, with commas between them. Default: the largest and the smallest of many, else all.
 * @prop {readonly string[] | string | null} members - The same; as a list names may hold commas.
 * @fires {CustomEvent<{ index: number, start: string, end: string, name: string }>} zj-cursor-changed - A reader has moved the cursor to another period.
 * @slot - Shown until data arrive.
 * @slot caption - The name in other words or with a link.
 * @slot note - A remark below the chart.
 * @csspart chip - The status of the goal.
 * @csspart summary - The chart in a sentence or a few; also the buttons that open a list.
 * @csspart readout - The figures of the period at the cursor.
 * @csspart plot - The drawing.
 * @csspart line - A line of figures. Names beside it say which: `chosen-1`, `chosen-2`, `chosen-3`, `quiet`.
 * @csspart bar - Bars of figures.
 * @csspart target - The line of the target.
 * @csspart schedule - The line of the schedule.
 * @csspart path - The line along the milestones.
 * @csspart last-year - The line, or the marks, of the year before.
 * @csspart forecast - The line of the forecast.
 * @csspart fan - The band of the forecast interval.
 * @csspart limit - A bound.
 * @csspart breach - A point beyond a bound.
 * @csspart gap - The band of periods without figures.
 * @csspart slider-track - The track of the slider.
 * @csspart slider-thumb - Its thumb.
 * @csspart remarks - Notes that the drawing has no room for, the meaning of the band, reasons for absences.
 * @csspart data-button - The button that opens the table.
 * @csspart table - The table of all figures, a `<zj-data-table>`, and that of events.
 */
export class ZjTrendChart extends ZjChart<TrendShape> {
  static override readonly properties: PropertyDeclarations = {
    ...ZjChart.properties,
    during: property('during'),
    members: property('members'),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare during: string | null | undefined;
  declare members: readonly string[] | string | null | undefined;

  protected readonly sheet = sheet;
  protected readonly known = { appearance: looks, hide: [...hideable, ...menuWords] };
  /** Where the cursor is; it begins at the newest figure. */
  private _at: { readonly of: TrendShape; readonly index: number } | undefined;

  protected override wishes(): readonly unknown[] {
    return [this.appearance, this.during, String(this.members ?? '')];
  }

  protected override shapeOf(data: ChartData, locale: Locale): Painted<TrendShape> {
    const { members, during } = this;
    const [shown] = wordsIn('appearance', this.appearance);
    const shape = trendShape(data, {
      locale,
      appearance: looks.find((one) => one === shown),
      during: during?.trim(),
      members: Array.isArray(members)
        ? (members as readonly string[])
        : String(members ?? '')
            .split(/[,，、]/)
            .map((name) => name.trim())
            .filter(Boolean),
    });
    return 'problem' in shape ? { problem: shape.problem } : { shape };
  }

  protected override body(shape: TrendShape, look: ChartLook): TemplateResult | typeof nothing {
    const { room, locale, hide } = look;
    if (!room) return nothing;
    const words = trendWords(locale);
    const { plot, layout } = this._lay(shape, room, locale);
    const index = this._indexOf(shape);
    const readout = shape.readout(index);
    const count = shape.model.periods.length;
    // As high as a finger, for readers with less sure ones higher.
    const height = look.elder ? 60 : 44;
    const cursor: Tree = [
      'svg',
      {
        class: 'cursor',
        width: room.width,
        height: plot.height,
        viewBox: `0 0 ${room.width} ${plot.height}`,
        fill: 'none',
        'aria-hidden': 'true',
      },
      plot.cursor(index),
    ];
    return html`
      <div class="trend">
        <div
          class="stage"
          part="stage"
          @pointerdown=${(event: PointerEvent) => this._grasp(event, shape, plot)}
          @pointermove=${(event: PointerEvent) => this._drag(event, shape, plot)}
        >
          ${draw([plot.tree, cursor])}
          <div class="walk">
            <input
              type="range"
              part="slider"
              min="0"
              max=${Math.max(count - 1, 0)}
              step="1"
              .value=${String(index)}
              aria-label=${words.walk}
              aria-valuetext=${readout.spoken}
              @input=${(event: Event) => this._move(shape, Number((event.target as HTMLInputElement).value))}
              @keydown=${(event: KeyboardEvent) => this._leap(event, shape)}
            />
            ${draw([sliderTree(plot.x, { count, at: index, width: room.width, height })])}
          </div>
        </div>
        ${draw(hide.includes('readout') ? [] : [readoutTree(readout, layout)])}
      </div>
    `;
  }

  protected override listed(shape: TrendShape, look: ChartLook): readonly string[] {
    const { room, locale } = look;
    return room ? this._lay(shape, room, locale).listed : [];
  }

  protected override hasTable(): boolean {
    return true;
  }

  protected override loadTools(): Promise<ChartTools<TrendShape>> {
    return import('./tools.js');
  }

  protected override dayOf({ periods, last }: TrendShape): Day {
    return periods[last]?.end ?? '';
  }

  /** The plot for a room: the same as long as that and the figures are. */
  private _lay(shape: TrendShape, room: Room, locale: Locale): Laid {
    return this.keep('plot', [shape, room, locale], () => {
      const { model, figures } = shape;
      const { width } = room;
      const em = plotEm(room);
      const share = room.em / em;
      const plot = plotTree(model, { width, em, share, locale, words: trendWords(locale).plot, figures });
      return {
        plot,
        layout: layReadout(shape.readout, model.periods.length, room),
        listed: tellListed(plot.listed),
      };
    });
  }

  private _indexOf(shape: TrendShape): number {
    const { last, periods } = shape;
    if (!this._at) return last;
    if (this._at.of === shape) return this._at.index;
    // Newer data, another language, another window: the cursor stays at its period.
    const end = this._at.of.periods[this._at.index]?.end;
    const index = periods.findIndex((period) => period.end === end);
    return index < 0 ? last : index;
  }

  private _move(shape: TrendShape, wanted: number): void {
    const index = Math.min(Math.max(wanted, 0), shape.periods.length - 1);
    if (index === this._indexOf(shape)) return;
    this._at = { of: shape, index };
    this.requestUpdate();
    const { start, end } = shape.periods[index]!;
    const name = shape.model.periods[index]!.name();
    this.dispatchEvent(
      new CustomEvent('zj-cursor-changed', {
        detail: { index, start, end, name },
        bubbles: true,
        composed: true,
      }),
    );
  }

  /** A page of periods is a year of them, where there are more than two. Left is always earlier, also on pages that run to the left. */
  private _leap(event: KeyboardEvent, shape: TrendShape): void {
    const { periods } = shape.model;
    const at = this._indexOf(shape);
    const year = periods.filter((period) => period.year === periods[at]!.year).length;
    const page = periods.length > 2 * year ? Math.max(year, 1) : Math.max(Math.round(periods.length / 4), 1);
    const steps: Readonly<Record<string, number>> = {
      PageUp: at + page,
      PageDown: at - page,
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
    };
    const to = steps[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this._move(shape, to);
  }

  private _grasp(event: PointerEvent, shape: TrendShape, plot: Plot): void {
    if (event.button !== 0) return;
    const stage = event.currentTarget as HTMLElement;
    stage.setPointerCapture(event.pointerId);
    this.renderRoot.querySelector<HTMLInputElement>('input[type=range]')!.focus({ preventScroll: true });
    // Else the focus would go to the page.
    event.preventDefault();
    this._move(shape, placeOf(event, shape, plot));
  }

  private _drag(event: PointerEvent, shape: TrendShape, plot: Plot): void {
    if ((event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId))
      this._move(shape, placeOf(event, shape, plot));
  }
}

/** The period at which a pointer is. */
function placeOf({ clientX, currentTarget }: PointerEvent, { periods }: TrendShape, { x }: Plot): number {
  const { left } = (currentTarget as HTMLElement).getBoundingClientRect();
  return periods.length < 2 ? 0 : Math.round((clientX - left - x(0)) / (x(1) - x(0)));
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-trend-chart': ZjTrendChart;
  }
  interface GlobalEventHandlersEventMap {
    'zj-cursor-changed': CustomEvent<{
      readonly index: number;
      readonly start: Day;
      readonly end: Day;
      readonly name: string;
    }>;
  }
}
