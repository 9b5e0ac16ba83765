import { html, nothing, type TemplateResult } from 'lit';
import type { PropertyDeclarations } from 'lit';
import type { PublishedLadder } from '@zj/metrics';
import { chartButtons } from '../chart/buttons.js';
import { textOf } from '../chart/find-chart.js';
import type { Painted } from '../chart/painted.js';
import { ZjPublished, type PublishedLook } from '../chart/published-element.js';
import { draw } from '../drawing/draw.js';
import { menuWords, type MenuTools } from '../element/menu-subject.js';
import { makeEmptiable, property } from '../element/property.js';
import type { Locale } from '../locale/locale.js';
import { ladderWords } from './book.js';
import { ladderForm } from './ladder-form.js';
import { ladderShape, type LadderShape } from './ladder-shape.js';
import { layoutOf } from './layout.js';
import { ladderSheet } from './sheet.js';
import { stepsTree } from './steps-tree.js';
import { tableTrees } from './table-trees.js';

/** Parts that a page may leave out. */
const hideable = ['summary', 'period', 'remarks', 'source', 'through', 'table', 'read'] as const;

/**
 * The ladder of enterprises that a plan cultivates: how many stand on each tier, how many stood there at the start of the period, who
 * came and who left, and the moves between tiers. All figures come from `ladder.json` of a release, at `src` or in the release of a `<zj-source>` around it.
 *
 * @attr {string} src - The address of the file, such as `/data/ladder.json`. Without it, the release of the `<zj-source>` around has it.
 * @attr {string} period - The period: `2026`, `2026-H1`, `2026-Q3` or `2026-07`. Default: the year of the last day of the register. A reader can choose another year.
 * @attr {string} hide - Parts that are not shown, with spaces between them: summary, period, remarks, source, through, table, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`.
 * @prop {PublishedLadder | null} ladder - The ladder to show. It has priority over `src`.
 * @fires {CustomEvent<{ ladder: PublishedLadder }>} zj-ladder-changed - The element shows a new ladder.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without any input. `RELEASE`: the file cannot be read, or the release has none. `FAULT`: the element has a bug.
 * @slot - Shown until the figures arrive.
 * @slot caption - The name in other words or with a link.
 * @slot note - A remark below the figures.
 * @csspart summary - The statement of the figures.
 * @csspart period - The choice of a period.
 * @csspart tiers - The list of tiers.
 * @csspart tier - A tier.
 * @csspart name - The name of a tier.
 * @csspart count - The number of its enterprises.
 * @csspart change - How many more or fewer they are than at the start.
 * @csspart flows - Those who came and those who left.
 * @csspart moves - The moves between two tiers.
 * @csspart buttons - The buttons below.
 * @csspart data - The tables, which open.
 * @csspart data-button - The button that opens them.
 * @csspart remarks - Facts that a reader must know of the figures.
 * @csspart read-button - In elder mode, the button that has the card read aloud; not in browsers without a voice for its language.
 * @csspart foot - The last line.
 * @csspart source - The source of the figures.
 * @csspart through - The last day of the figures.
 */
export class ZjTierLadder extends ZjPublished<PublishedLadder, LadderShape> {
  static override readonly properties: PropertyDeclarations = {
    period: property('period'),
    ladder: property(false),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare period: string | null | undefined;
  declare ladder: PublishedLadder | null | undefined;

  protected readonly sheet = ladderSheet;
  protected readonly known = { hide: [...hideable, ...menuWords] };
  protected readonly wanted = 'ladder';
  protected readonly form = ladderForm;
  /** The period that the reader wants; the attribute's until then. */
  private _chosen = '';

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'period') this._chosen = '';
  }

  protected get given(): PublishedLadder | null | undefined {
    return this.ladder;
  }

  protected own(locale: Locale): { readonly title: string; readonly noInput: string } {
    return ladderWords(locale);
  }

  protected wishes(): readonly unknown[] {
    return [this.period, this._chosen];
  }

  protected shapeOf(ladder: PublishedLadder, locale: Locale): Painted<LadderShape> {
    const period = this._chosen || textOf(this.period);
    return ladderShape(ladder, { locale, label: textOf(this.label), period });
  }

  protected body(shape: LadderShape, { locale, room, hide }: PublishedLook): TemplateResult {
    const steps = this.keep('steps', [shape], () => stepsTree(shape, locale));
    const layout = layoutOf(shape.tiers.length, room);
    const isOver = layout === 'stairs' && shape.tiers.length > 3;
    const tables = this.keep('tables', [shape], () => tableTrees(shape, locale));
    return html`
      ${hide.includes('period') ? nothing : this._periods(shape, isOver, locale)}
      <div class="ladder ${layout}">${draw(steps)}</div>
      ${
        hide.includes('table')
          ? nothing
          : chartButtons({
              locale,
              table: html`
                <div class="tables" tabindex="0" role="region" aria-label=${shape.title}>${draw(tables)}</div>
              `,
              toggle: () => undefined,
            })
      }
    `;
  }

  protected override loadTools(): Promise<MenuTools<LadderShape>> {
    return import('./tools.js');
  }

  protected override dayOf(_: PublishedLadder, { over }: LadderShape): string {
    return over.end;
  }

  protected override chosenIn({ period }: LadderShape): Readonly<Record<string, string>> {
    return this._chosen ? { period } : {};
  }

  protected tell(ladder: PublishedLadder | undefined): void {
    this.announce('zj-ladder-changed', { ladder }, ladder);
  }

  /** The choice of a period, where there are several. */
  private _periods(
    { periods, period }: LadderShape,
    isOver: boolean,
    locale: Locale,
  ): TemplateResult | typeof nothing {
    if (periods.length < 2) return nothing;
    return html`
      <label class="periods ${isOver ? 'over' : ''}">
        ${ladderWords(locale).choosePeriod}
        <select
          part="period"
          @change=${({ target }: Event) => this._choose((target as HTMLSelectElement).value)}
        >
          ${periods.map(
            ({ value, name }) => html`
              <option value=${value} ?selected=${value === period}>${name}</option>
            `,
          )}
        </select>
      </label>
    `;
  }

  private _choose(period: string): void {
    this._chosen = period;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-tier-ladder': ZjTierLadder;
  }
  interface GlobalEventHandlersEventMap {
    'zj-ladder-changed': CustomEvent<{ readonly ladder: PublishedLadder }>;
  }
}
