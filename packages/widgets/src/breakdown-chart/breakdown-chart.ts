import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Condition, MetricSeries } from '@zj/metrics';
import { ZjChart, type ChartLook, type Painted } from '../chart/chart-element.js';
import { hideable } from '../chart/card.js';
import type { ChartTools } from '../chart/chart-tools.js';
import type { ChartData } from '../chart/finding.js';
import { draw } from '../drawing/draw.js';
import { wordsIn } from '../element/known.js';
import { menuWords } from '../element/menu-subject.js';
import { makeEmptiable, property } from '../element/property.js';
import type { Locale } from '../locale/locale.js';
import type { Say } from '../locale/words.js';
import { sidesTree } from './bar-tree.js';
import { breakdownWords } from './book.js';
import { breakdownShape, topOf, usual } from './breakdown-shape.js';
import {
  cellTrees,
  headTrees,
  legendTree,
  nameTree,
  rankTree,
  stateTree,
  type TableLook,
} from './breakdown-tree.js';
import { columnWidths } from './column-widths.js';
import type { MultiplesShape } from './multiples.js';
import { readBreakdown } from './read-breakdown.js';
import { orders, type Order } from './ranking.js';
import type { Appearance, BreakdownShape, Row } from './shape.js';
import { sheet } from './sheet.js';
import { few } from './tell-shares.js';

/** A part that a reader chose, or let go. */
export interface Selected {
  /** The column of the dimension. */
  readonly column: string;
  /** The member; `null` where the data state none, or nothing is chosen any more. */
  readonly member: string | null;
  /** The condition of its rows in a query; `null` where nothing is chosen any more. */
  readonly condition: Condition | null;
}

/** What readers ask for, with the small charts. */
type Tools = typeof import('./tools.js');

/** Rows, or small charts. */
type AnyShape = BreakdownShape | MultiplesShape;

/** Where the columns leave less than this to the bars, in `em` of the table's text, a row has three lines. */
const least = 8;

/** So many small charts, where nobody says how many. */
const panels = 6;

const appearances: readonly Appearance[] = ['table', 'change', 'multiples'];
const scales = ['one', 'own'] as const;

/** How many members stand one by one: fewer where there is little room, and for elders. */
function usualTop(isNarrow: boolean, isElder: boolean): number {
  if (isElder) return isNarrow ? few - 1 : few;
  return isNarrow ? few : usual.top;
}

/** The size of the table's text in that of the card. */
const type = 0.875;

/**
 * A figure by the members of a dimension: ranked bars in a table, with share, change and contribution. The first members stand one by
 * one, all others as 其他, which opens. A reader sorts it by the heads of its columns and chooses a member by its name.
 *
 * @attr {"table" | "change" | "multiples"} appearance - Bars of the figures (`table`, the default), or of increases and decreases (`change`), or a small chart over time for each member (`multiples`; of a series file alone).
 * @attr {"one" | "own"} scale - With `multiples`: one scale for all (the default), or each its own, which each then says.
 * @attr {string} period - The period, as long as those of the data: `2026-10` of months, `2026-Q3` of quarters, `2026-H1` of half-years, `2026` of years; or one of its days, such as `2026-10-15`. Default: the last with figures.
 * @attr {boolean} cumulative - The figures of the year up to the end of the period, not those of the period alone.
 * @attr {number} top - So many members stand one by one (default 8, and 5 where there is little room; 6 small charts).
 * @attr {"value" | "share" | "change" | "difference" | "contribution" | "name" | "given"} order - The order of the rows; `given` is that of the data. Default: by the figures of the bars.
 * @attr {string} chosen - The member that is chosen. Inside a `<zj-source>` its selection says so.
 * @fires {CustomEvent<Selected>} zj-selected - A reader chose a member, or let it go. Detail: `column`, `member`, and the `condition` of a query (`null` where nothing is chosen).
 * @slot - Shown until figures arrive.
 * @slot caption - The name in other words or with a link.
 * @slot note - A remark below the figures.
 * @csspart summary - The statement of the figures, in a sentence or two.
 * @csspart legend - The unit of the figures, and the meaning of the marks on bars.
 * @csspart table - The table.
 * @csspart panels - The small charts.
 * @csspart panel - A small chart with its name.
 * @csspart mini - Its drawing; the parts in it are those of `<zj-trend-chart>`.
 * @csspart data - The table of data of small charts, which opens.
 * @csspart data-button - The button that opens it.
 * @csspart data-table - The table itself, a `<zj-data-table>`.
 * @csspart sort - The button in the head of a column.
 * @csspart choose - The name of a member, as a button.
 * @csspart open - The button of the rest.
 * @csspart bar - A bar.
 * @csspart negative - A bar below zero.
 * @csspart rest - The bar of the rest.
 * @csspart merged - The bar of merged cells.
 * @csspart frame - The outline of that bar.
 * @csspart stripes - The stripes in it.
 * @csspart mark - The figure that a bar is compared with.
 * @csspart casing - The space around that mark.
 * @csspart zero - The zero line.
 * @csspart side - The words over its two sides.
 * @csspart figure-text - The figure at the end of a bar.
 * @csspart value - The figure of a row.
 * @csspart state - How settled a figure is.
 * @csspart remarks - Facts that a reader must know of the figures.
 */
export class ZjBreakdownChart extends ZjChart<AnyShape> {
  static override readonly properties: PropertyDeclarations = {
    ...ZjChart.properties,
    period: property('period'),
    top: property('top'),
    order: property('order'),
    chosen: property('chosen'),
    scale: property('scale'),
    cumulative: property('cumulative', Boolean, true),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare period: string | null | undefined;
  declare top: string | number | null | undefined;
  declare order: string | null | undefined;
  declare chosen: string | null | undefined;
  declare scale: 'one' | 'own' | (string & {}) | null | undefined;
  declare cumulative: boolean | undefined;

  protected readonly sheet = sheet;
  protected readonly known = {
    appearance: appearances,
    order: orders,
    scale: scales,
    hide: [...hideable, ...menuWords],
  };
  protected override readonly keepsOwn = true;
  protected override readonly tablePart = 'data-table';
  private _isOpen = false;
  /** The order that the reader wants; the attribute's until then. */
  private _sorted: { readonly order: Order; readonly isAscending: boolean } | undefined;
  private _isNarrow = false;
  private _width = 0;

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // React 18 writes so that a boolean is not set.
    if (name === 'cumulative' && now === 'false') this.removeAttribute(name);
    else super.attributeChangedCallback(name, before, now);
    if (name === 'order') this._sorted = undefined;
  }

  override measured(em: number, probe: DOMRectReadOnly, style: CSSStyleDeclaration): void {
    super.measured(em, probe, style);
    const room = this.room;
    this._width = room ? room.width / room.em / (room.isElder ? 1 : type) : 0;
  }

  /** The columns that elder mode leaves out: its sheet hides them. */
  private get _hidden(): readonly string[] {
    return this.room?.isElder ? ['contribution'] : [];
  }

  protected override doubts(): readonly Say[] {
    const written = String(this.top ?? '').trim();
    const isSound = written === '' || topOf(written, 0) > 0;
    const doubt: Say = (face) => face.badAttribute('top', written, `${usual.top}`);
    return [...super.doubts(), ...(isSound ? [] : [doubt])];
  }

  protected override wishes(): readonly unknown[] {
    const { appearance, period, cumulative, top, order, scale, _isOpen, _sorted, _width, room } = this;
    return [appearance, period, cumulative, top, order, scale, _isOpen, _sorted, _width, room?.isElder];
  }

  protected override shapeOf(data: ChartData, locale: Locale): Painted<AnyShape> {
    const [shown, wanted, scale] = (['appearance', 'order', 'scale'] as const).map(
      (name) => wordsIn(name, this[name])[0],
    );
    const appearance = appearances.find((one) => one === shown) ?? 'table';
    const breakdown = readBreakdown(data, {
      period: String(this.period ?? '').trim(),
      cumulative: this.cumulative === true,
      appearance,
    });
    if ('problem' in breakdown)
      return { problem: { code: 'RELEASE', message: () => breakdown.problem(locale) } };
    const order = this._sorted?.order ?? orders.find((one) => one === wanted) ?? null;
    const isAscending = this._sorted?.isAscending ?? (order === 'name' || order === 'given');
    if (appearance === 'multiples') {
      const look = { locale, order, isAscending, isOwn: scale === 'own', top: topOf(this.top, panels) };
      const tools = this.tools as Tools | undefined;
      return tools ? { shape: tools.multiplesShape(data as MetricSeries, breakdown, look) } : this.waiting;
    }
    const make = (isNarrow: boolean): BreakdownShape =>
      breakdownShape(breakdown, {
        ...{ locale, appearance, order, isAscending, isOpen: this._isOpen },
        top: topOf(this.top, usualTop(isNarrow, this.room?.isElder === true)),
      });
    const wide = make(false);
    this._isNarrow = this._width > 0 && columnWidths(wide, this._width, this._hidden).bars < least;
    return { shape: this._isNarrow ? make(true) : wide };
  }

  protected override body(shape: AnyShape, look: ChartLook): TemplateResult {
    return html`
      ${draw(legendTree(shape))}${shape.appearance === 'multiples' ? this._panels(shape, look) : this._rows(shape, look.locale)}
    `;
  }

  private _panels(shape: MultiplesShape, { locale, room }: ChartLook): TemplateResult {
    const { multiplesView, gridOf } = this.tools as Tools;
    return multiplesView(shape, {
      locale,
      grid: {
        ...gridOf(room ?? { width: 480, em: 16 }, shape.panels.length),
        ...(room?.isElder && { letters: room.em }),
      },
      chosen: this._chosenIn(shape),
      choose: (key) =>
        this._choose(
          shape.panels.find((panel) => panel.key === key)!,
          shape,
        ),
    });
  }

  private _rows(shape: BreakdownShape, locale: Locale): TemplateResult {
    const words = breakdownWords(locale);
    const look: TableLook = { locale, isNarrow: this._isNarrow };
    const role = (name: string): unknown => (this._isNarrow ? name : nothing);
    const chosen = this._chosenIn(shape);
    return html`
      <table
        part="table"
        class="rows ${shape.appearance} ${this._isNarrow ? 'narrow' : 'wide'}"
        role=${role('table')}
      >
        <caption class="unseen">${shape.title}</caption>
        <thead role=${role('rowgroup')}>
          <tr role=${role('row')}>
            <th scope="col" class="rank" role=${role('columnheader')}>
              <span class="unseen">${words.rank}</span>
            </th>
            ${this._head(shape, { order: 'name', className: 'name' }, shape.dimension)}
            ${shape.columns.map((column, at) =>
              this._head(
                shape,
                { order: column.id, className: at === 0 ? 'measure' : column.id },
                draw(headTrees(column, look)),
                at === 0 ? draw(sidesTree(shape)) : nothing,
              ),
            )}
          </tr>
        </thead>
        <tbody role=${role('rowgroup')} @click=${(event: Event) => this._click(event, shape)}>
          ${repeat(
            shape.rows,
            ({ key }) => key,
            (row) => html`
              <tr
                class="${row.kind} ${row.key === chosen ? 'chosen' : ''}"
                role=${role('row')}
                data-key=${row.key}
              >
                ${draw([rankTree(row, look)])}
                <th scope="row" role=${role('rowheader')}>
                  ${this._name(row, shape, chosen)}${draw(stateTree(row))}
                </th>
                ${draw(cellTrees(row, shape, look))}
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  protected override hasTable({ appearance }: AnyShape): boolean {
    return appearance === 'multiples';
  }

  protected override loadTools(): Promise<ChartTools<AnyShape>> {
    return import('./tools.js');
  }

  protected override dayOf({ day }: AnyShape): string {
    return day;
  }

  protected override updated(): void {
    super.updated();
    const table = this.renderRoot.querySelector<HTMLElement>('table.rows');
    const { shape } = this.painted;
    if (!table || !shape || shape.appearance === 'multiples') return;
    // A rule of a sheet cannot know the texts, and a style attribute would break a strict policy.
    for (const [name, width] of Object.entries(columnWidths(shape, this._width, this._hidden).columns)) {
      if (table.style.getPropertyValue(name) !== width) table.style.setProperty(name, width);
    }
  }

  /** The head of a column, with the button that sorts by it. */
  private _head(
    shape: BreakdownShape,
    { order, className }: { readonly order: Order; readonly className: string },
    label: unknown,
    below: unknown = nothing,
  ): TemplateResult {
    const isSorted = shape.order === order;
    const sorted = isSorted ? (shape.isAscending ? 'ascending' : 'descending') : nothing;
    const arrow = shape.isAscending ? '↑' : '↓';
    return html`
      <th
        scope="col"
        class=${className}
        role=${this._isNarrow ? 'columnheader' : nothing}
        aria-sort=${sorted}
      >
        <button part="sort" @click=${() => this._sort(order, shape)}>
          <span>${label}</span>
          <span class="sorted" aria-hidden="true">${isSorted ? arrow : ''}</span>
        </button>
        ${below}
      </th>
    `;
  }

  /** The name of a row: a button that chooses its member, or that opens the rest. */
  private _name(row: Row, shape: BreakdownShape, chosen: string | null): unknown {
    const name = draw(nameTree(row, shape));
    if (row.kind === 'rest' && shape.isOpen !== null)
      return html`
        <button part="open" aria-expanded=${shape.isOpen}>${name}</button>
      `;
    if (row.kind !== 'member' && row.kind !== 'part') return name;
    return html`
      <button part="choose" aria-pressed=${row.key === chosen}>${name}</button>
    `;
  }

  private _sort(order: Order, shape: BreakdownShape): void {
    const isAscending = shape.order === order ? !shape.isAscending : order === 'name' || order === 'given';
    this._sorted = { order, isAscending };
    this.requestUpdate();
  }

  /** All of a row is its button for who points at it. */
  private _click({ target }: Event, shape: BreakdownShape): void {
    const key = (target as Element).closest<HTMLElement>('tr')?.dataset.key;
    const row = shape.rows.find((one) => one.key === key);
    if (row?.kind === 'rest' && shape.isOpen !== null) {
      this._isOpen = !this._isOpen;
      this.requestUpdate();
    } else if (row?.kind === 'member' || row?.kind === 'part') this._choose(row, shape);
  }

  /** Chooses a member, or lets it go where it is chosen already: in the source around, else here. */
  private _choose(row: Pick<Row, 'key' | 'member'>, shape: AnyShape): void {
    const { column } = shape;
    const isChosen = this._chosenIn(shape) === row.key;
    const condition: Condition =
      row.member === null ? { column, null: true } : { column, equals: row.member };
    const detail: Selected = isChosen
      ? { column, member: null, condition: null }
      : { column, member: row.member, condition };
    const { around } = this;
    if (around) {
      const others = around.selection.where.filter((one) => !('column' in one) || one.column !== column);
      around.select({ where: isChosen ? others : [...others, condition] });
    } else this.chosen = isChosen ? null : row.member;
    this.dispatchEvent(new CustomEvent('zj-selected', { detail, bubbles: true, composed: true }));
  }

  /** The key of the row, or of the small chart, that is chosen. */
  private _chosenIn(shape: AnyShape): string | null {
    const { around } = this;
    const members: readonly Pick<Row, 'key' | 'member'>[] =
      shape.appearance === 'multiples'
        ? shape.panels
        : shape.rows.filter(({ kind }) => kind === 'member' || kind === 'part');
    if (!around) {
      const { chosen = null } = this;
      return chosen === null ? null : (members.find(({ member }) => member === chosen)?.key ?? null);
    }
    const mine = around.selection.where.find((one) => 'column' in one && one.column === shape.column);
    if (!mine) return null;
    const wanted = 'equals' in mine ? mine.equals : 'null' in mine && mine.null ? null : undefined;
    return members.find(({ member }) => member === wanted)?.key ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-breakdown-chart': ZjBreakdownChart;
  }
  interface GlobalEventHandlersEventMap {
    'zj-selected': CustomEvent<Selected>;
  }
}
