import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { PublishedTasks } from '@zj/metrics';
import { iconTree } from '../chart/card.js';
import { textOf } from '../chart/find-chart.js';
import type { Painted } from '../chart/painted.js';
import { ZjPublished, type PublishedLook } from '../chart/published-element.js';
import { draw } from '../drawing/draw.js';
import { menuWords, type MenuTools } from '../element/menu-subject.js';
import { makeEmptiable, property } from '../element/property.js';
import type { Locale } from '../locale/locale.js';
import { formatNumber } from '../locale/number.js';
import { boardShape, type BoardShape } from './board-shape.js';
import { boardTrees, safeguardTrees } from './board-tree.js';
import { boardWords } from './book.js';
import { boardSheet } from './sheet.js';
import { stateIcons } from './state-icon.js';
import { tasksForm } from './tasks-form.js';
import type { State } from './words.js';

/** Parts that a page may leave out. */
const hideable = ['summary', 'counts', 'safeguards', 'remarks', 'source', 'through', 'read'] as const;

/** From this width in `em` on, the facts of a task stand beside its name. */
const wide = 44;

/**
 * The tasks of a plan by areas, with their measures: the state that those responsible reported, the days, a note and the evidence. A task without a
 * report has the state 没有报告, and no colour. All of it comes from `tasks.json` of a release, at `src` or in the release of a `<zj-source>` around it.
 *
 * @attr {string} src - The address of the file, such as `/data/tasks.json`. Without it, the release of the `<zj-source>` around has it.
 * @attr {string} hide - Parts that are not shown, with spaces between them: summary, counts, safeguards, remarks, source, through, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`.
 * @prop {PublishedTasks | null} tasks - The tasks to show. It has priority over `src`.
 * @fires {CustomEvent<{ tasks: PublishedTasks }>} zj-tasks-changed - The element shows new tasks.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without any input. `RELEASE`: the file cannot be read, or the release has none. `FAULT`: the element has a bug.
 * @slot - Shown until the tasks arrive.
 * @slot caption - The name in other words or with a link.
 * @slot note - A remark below the tasks.
 * @csspart summary - How many tasks are in which state, in a sentence.
 * @csspart counts - The buttons that choose a state.
 * @csspart count - One of them.
 * @csspart area - An area with its tasks.
 * @csspart area-title - Its name.
 * @csspart task - A task.
 * @csspart state - The state of a task or of a measure.
 * @csspart detail - Measures and reports of a task, which open.
 * @csspart detail-button - The button that opens them.
 * @csspart measure - A measure.
 * @csspart evidence - The link to a page that shows it.
 * @csspart changes - The states so far.
 * @csspart changes-button - The button that opens them.
 * @csspart safeguards - The safeguards of the plan, which open.
 * @csspart remarks - Facts that a reader must know of the states.
 * @csspart read-button - In elder mode, the button that has the card read aloud; not in browsers without a voice for its language.
 * @csspart foot - The last line.
 * @csspart source - The source of the reports.
 * @csspart through - The last day of the reports.
 */
export class ZjTaskBoard extends ZjPublished<PublishedTasks, BoardShape> {
  static override readonly properties: PropertyDeclarations = { tasks: property(false) };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare tasks: PublishedTasks | null | undefined;

  protected readonly sheet = boardSheet;
  protected readonly known = { hide: [...hideable, ...menuWords] };
  protected readonly wanted = 'tasks';
  protected readonly form = tasksForm;
  /** The state that the reader wants to see; `null` for all. */
  private _chosen: State | null = null;

  protected get given(): PublishedTasks | null | undefined {
    return this.tasks;
  }

  protected own(locale: Locale): { readonly title: string; readonly noInput: string } {
    return boardWords(locale);
  }

  protected wishes(): readonly unknown[] {
    return [];
  }

  protected shapeOf(tasks: PublishedTasks, locale: Locale): Painted<BoardShape> {
    return { shape: boardShape(tasks, { locale, label: textOf(this.label) }) };
  }

  protected body(shape: BoardShape, { locale, room, hide }: PublishedLook): TemplateResult {
    // New tasks may have none of the state that was chosen before.
    const found = shape.counts.find(({ state, count }) => state === this._chosen && count > 0);
    const chosen = hide.includes('counts') ? null : (found?.state ?? null);
    const isWide = room !== undefined && room.width / room.em >= wide;
    const trees = this.keep('tasks', [shape, chosen], () => boardTrees(shape, chosen, locale));
    return html`
      ${hide.includes('counts') ? nothing : this._counts(shape, chosen, locale)}
      <p class="unseen" role="status">${found ? boardWords(locale).shown(found.count) : nothing}</p>
      <div class="areas ${isWide ? 'wide' : 'narrow'}">${draw(trees)}</div>
      ${
        hide.includes('safeguards')
          ? nothing
          : html`
              <div>${draw(this.keep('safeguards', [shape], () => safeguardTrees(shape, locale)))}</div>
            `
      }
    `;
  }

  protected override loadTools(): Promise<MenuTools<BoardShape>> {
    return import('./tools.js');
  }

  protected override dayOf({ reportedThrough }: PublishedTasks): string {
    return reportedThrough;
  }

  protected tell(tasks: PublishedTasks | undefined): void {
    this.announce('zj-tasks-changed', { tasks }, tasks);
  }

  /** How many tasks are in which state; each is a button that shows those alone. */
  private _counts({ counts, count: all }: BoardShape, chosen: State | null, locale: Locale): TemplateResult {
    const words = boardWords(locale);
    const button = (state: State | null, word: string, count: number): TemplateResult => html`
      <button
        part="count"
        class="count ${state ?? 'all'}"
        aria-pressed=${state === chosen}
        ?disabled=${count === 0 && state !== null}
        @click=${() => this._choose(state)}
      >
        ${draw(state ? [iconTree(stateIcons[state])] : [])}${word}
        <b>${formatNumber(count, 0, locale)}</b>
      </button>
    `;
    return html`
      <div part="counts" class="counts" role="group" aria-label=${words.filter}>
        ${button(null, words.all, all)}
        ${counts.map(({ state, count }) => button(state, words.states[state], count))}
      </div>
    `;
  }

  private _choose(state: State | null): void {
    this._chosen = state === this._chosen ? null : state;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-task-board': ZjTaskBoard;
  }
  interface GlobalEventHandlersEventMap {
    'zj-tasks-changed': CustomEvent<{ readonly tasks: PublishedTasks }>;
  }
}
