import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { PublishedVerdict, Verdicts } from '@zj/metrics';
import { iconTree } from '../chart/card.js';
import { ZjPublished, type PublishedLook } from '../chart/published-element.js';
import { textOf } from '../chart/find-chart.js';
import type { Painted } from '../chart/painted.js';
import { draw } from '../drawing/draw.js';
import { icons, lock } from '../drawing/icons.js';
import type { Tree } from '../drawing/tree.js';
import { menuWords, type MenuTools } from '../element/menu-subject.js';
import { makeEmptiable, property } from '../element/property.js';
import type { Scene } from '../element/zj-element.js';
import { verdictsForm, type GaugeFile } from '../element/verdicts-form.js';
import { askDetail, forgetFailure } from '../goal-gauge/detail/ask-detail.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { arrange, arrangedAtFirst, type Arrangement } from './arrange.js';
import { boardShape, type BoardShape, type Entry } from './board-shape.js';
import { goalBoardWords } from './book.js';
import { orderOfPlan } from './plan-groups.js';
import { rowsTree } from './rows-tree.js';
import { boardSheet } from './sheet.js';
import { lookOf, orders, type Order, type Standing } from './words.js';

/** Parts that a page may leave out of a board. */
const hideable = ['summary', 'counts', 'search', 'order', 'remarks', 'source', 'through', 'read'] as const;

/** From this width, in `em` of the text, a goal is a line of a table. */
const wide = 66;

/**
 * All goals of a plan on one board: how each stands, its actual figure against its target, what was due by now, what is needed in each
 * month that is left. A goal opens its clause, the reasons and all its figures. The counts are filters; a reader searches and orders. Goals that have not begun, without
 * data, that cannot be assessed or are withheld are counted apart. Inside a `<zj-source>` the goals stand by the themes of the plan.
 *
 * @attr {string} src - The address of the release's verdicts.json. Inside a `<zj-source>` it can be left out.
 * @attr {string} label - The name. Default: 目标进展.
 * @attr {string} hide - Parts that are not shown, with spaces between them: summary, counts, search, order, remarks, source, through, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`.
 * @prop {Verdicts | null} verdicts - The content of a verdicts.json to show. It has priority over all attributes.
 * @prop {object | null} plan - The `plan` of a manifest.json, whose themes order the goals. Default: that of the source around, where its verdicts are shown.
 * @fires {CustomEvent<{ verdicts: Verdicts }>} zj-board-changed - The board shows other verdicts.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid, or nothing says which goals to show. `RELEASE`: the file cannot be read. `FAULT`: the board has a bug.
 * @slot - Shown until figures arrive.
 * @slot caption - The name in other words or with a link.
 * @slot note - A remark below the goals.
 * @csspart summary - How many goals there are, and how many are judged.
 * @csspart count - The button of a status with its count.
 * @csspart search - The field of the search.
 * @csspart order - The choice of the order.
 * @csspart table - The table.
 * @csspart goal - The row of a goal.
 * @csspart open - The button that opens the goal.
 * @csspart chip - The status of a goal.
 * @csspart detail - The row with the clause and the reasons.
 * @csspart track - The full length of a bar.
 * @csspart done - The attained part of it.
 * @csspart schedule - The mark of the schedule.
 * @csspart notch - The casing of the mark.
 * @csspart none - The words for no goals.
 * @csspart remarks - Facts that a reader must know of the goals.
 * @csspart read-button - In elder mode, the button that has the card read aloud; not in browsers without a voice for its language.
 * @csspart foot - The last line.
 * @csspart through - The last day of the figures, where it is the same for all.
 */
export class ZjGoalBoard extends ZjPublished<GaugeFile, BoardShape> {
  static override readonly properties: PropertyDeclarations = {
    verdicts: property(false),
    plan: property(false),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare verdicts: Verdicts | null | undefined;
  declare plan: object | null | undefined;

  protected readonly sheet = boardSheet;
  protected readonly known = { hide: [...hideable, ...menuWords] };
  protected readonly wanted = 'verdicts';
  protected readonly form = verdictsForm;
  private _arranged: Arrangement = arrangedAtFirst;
  private _open: ReadonlySet<string> = new Set();

  protected get given(): GaugeFile | null | undefined {
    return this.verdicts;
  }

  protected own(locale: Locale): { readonly title: string; readonly noInput: string } {
    return goalBoardWords(locale);
  }

  protected wishes(): readonly unknown[] {
    return [this._plan];
  }

  protected shapeOf(content: GaugeFile, locale: Locale): Painted<BoardShape> {
    return boardShape(content, { locale, label: textOf(this.label), plan: orderOfPlan(this._plan) });
  }

  protected override scene(locale: Locale): Scene {
    const scene = super.scene(locale);
    const detail = this._open.size > 0 ? askDetail().detail : undefined;
    return detail ? { ...scene, sheets: [detail.detailSheet] } : scene;
  }

  protected override retry(): void {
    forgetFailure();
    super.retry();
  }

  protected body(shape: BoardShape, { locale, room, hide }: PublishedLook): TemplateResult {
    const words = goalBoardWords(locale);
    const groups = arrange(shape, this._arranged);
    const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
    const isWide = room === undefined || room.width / room.em >= wide;
    const table = rowsTree(groups, {
      locale,
      title: shape.title,
      isNarrow: !isWide,
      open: this._open,
      behind: (entry) => this._behind(entry, locale),
    });
    return html`
      <div class="tools">
        ${hide.includes('counts') ? nothing : this._counts(shape, locale)}
        <div class="choices">
          ${hide.includes('search') ? nothing : this._search(locale)}
          ${hide.includes('order') ? nothing : this._orders(shape, locale)}
        </div>
        <p class="shown" role="status">
          ${count < shape.entries.length ? words.shown(count, shape.entries.length) : ''}
        </p>
      </div>
      <div class=${isWide ? 'rows' : 'cards'} @click=${(event: Event) => this._toggle(event)}>
        ${draw(count > 0 ? [table] : [])}
      </div>
      ${
        count > 0
          ? nothing
          : html`
              <div part="none" class="none">
                <p>${words.none}</p>
                <button @click=${() => this._arrange(arrangedAtFirst)}>${words.showAll}</button>
              </div>
            `
      }
      <p class="hint">${words.key}</p>
    `;
  }

  protected override loadTools(): Promise<MenuTools<BoardShape>> {
    return import('./tools.js');
  }

  protected override dayOf({ verdicts }: GaugeFile): string {
    const days = verdicts.map((one: Partial<PublishedVerdict> | null) => String(one?.dataThrough ?? ''));
    return days.sort().at(-1) ?? '';
  }

  protected override spokenBeside({ counts }: BoardShape): readonly string[] {
    return counts.map(({ word, count }) => `${word} ${count}`);
  }

  protected tell(content: GaugeFile | undefined): void {
    this.announce('zj-board-changed', { verdicts: content }, content);
  }

  private get _plan(): unknown {
    return (
      this.plan ?? (this.verdicts || textOf(this.src) ? undefined : this.around?.release?.().content?.plan)
    );
  }

  private _counts({ entries, counts }: BoardShape, locale: Locale): TemplateResult {
    const words = goalBoardWords(locale);
    const button = (standing: Standing | '', word: string, count: number): TemplateResult => html`
      <button
        part="count"
        class=${standing && lookOf(standing)}
        aria-pressed=${this._arranged.standing === standing}
        aria-label=${words.count(word, count)}
        @click=${() => this._arrange({ standing })}
      >
        ${draw(standing === '' ? [] : [iconTree(iconOf(standing))])}${word} ${count}
      </button>
    `;
    return html`
      <div class="counts" role="group" aria-label=${words.filter}>
        ${button('', words.all, entries.length)}
        ${counts.map(({ standing, word, count }) => button(standing, word, count))}
      </div>
    `;
  }

  private _search(locale: Locale): TemplateResult {
    const words = goalBoardWords(locale);
    return html`
      <label>
        ${words.search}
        <input
          part="search"
          type="search"
          placeholder=${words.byPinyin}
          .value=${this._arranged.search}
          @input=${({ target }: Event) => this._arrange({ search: (target as HTMLInputElement).value })}
        />
      </label>
    `;
  }

  private _orders({ entries }: BoardShape, locale: Locale): TemplateResult {
    const words = goalBoardWords(locale);
    const offered = orders.filter((one) => one !== 'gap' || entries.some(({ gap }) => gap !== null));
    return html`
      <label>
        ${words.order}
        <select
          part="order"
          @change=${({ target }: Event) => this._arrange({ order: (target as HTMLSelectElement).value as Order })}
        >
          ${offered.map(
            (one) => html`
              <option value=${one} ?selected=${one === this._arranged.order}>${words.orders[one]}</option>
            `,
          )}
        </select>
      </label>
    `;
  }

  /** All figures and formulas of an open goal: the same as in its gauge. */
  private _behind({ verdict }: Entry, locale: Locale): readonly Tree[] {
    if (!verdict) return [];
    const { detail, failed } = askDetail();
    if (detail) return detail.showDetail(verdict, undefined, { locale });
    return [['p', { role: 'status' }, failed ? failed(faceOf(locale)) : faceOf(locale).loading]];
  }

  private _arrange(change: Partial<Arrangement>): void {
    this._arranged = { ...this._arranged, ...change };
    this.requestUpdate();
  }

  private _toggle({ target }: Event): void {
    const goal = (target as Element).closest<HTMLElement>('[data-open]')?.dataset.open;
    if (goal === undefined) return;
    const open = new Set(this._open);
    if (!open.delete(goal)) open.add(goal);
    this._open = open;
    this.requestUpdate();
  }
}

function iconOf(standing: Standing): string {
  const look = lookOf(standing);
  if (look === 'withheld') return lock;
  return icons[look === 'not-begun' ? 'no-data' : look];
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-goal-board': ZjGoalBoard;
  }
  interface GlobalEventHandlersEventMap {
    'zj-board-changed': CustomEvent<{ readonly verdicts: Verdicts }>;
  }
}
