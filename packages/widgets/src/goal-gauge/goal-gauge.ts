import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { defineVerify } from '../define/verify-beside.js';
import { draw } from '../drawing/draw.js';
import { textWidth } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';
import type { FailureCode } from '../element/failure.js';
import { askMenu } from '../element/ask-menu.js';
import { markForeign } from '../element/foreign.js';
import { isElderIn } from '../element/elder.js';
import { keepFresh } from '../element/freshness.js';
import { createReader } from '../element/read-aloud.js';
import { wordsIn } from '../element/known.js';
import { menuWords } from '../element/menu-subject.js';
import { isPlaced } from '../element/part.js';
import { makeEmptiable, property } from '../element/property.js';
import { read, updateAll } from '../element/release.js';
import { findGift } from '../element/source.js';
import { ZjElement, type Scene } from '../element/zj-element.js';
import { findLocale } from '../locale/find-locale.js';
import type { Locale } from '../locale/locale.js';
import { askDetail, forgetFailure } from './detail/ask-detail.js';
import { findFigures } from './find.js';
import type { Hidden, Look } from './shape.js';
import { footTree, gaugeTree, toldLines } from './gauge-tree.js';
import { isSamePen, pen, readPen, type Pen } from './pen.js';
import { drawFinding, waiting, type Drawn } from './shape-of.js';
import { sheet } from './sheet.js';
import { figures } from './stand-alone.js';
import type { Appearance } from './track.js';
import { gaugeFace } from './book.js';

/** All attributes that are text or figures and have one word. */
const texts = [...figures, 'src', 'goal', 'integrity', 'appearance', 'hide'] as const;
const looks: readonly Appearance[] = ['arc', 'ring', 'linear', 'number'];
const hidden: readonly Hidden[] = ['forecast', 'source', 'through'];

/** Attributes by the names of their properties in lower case: so frameworks write them that know the properties alone. */
const spelled: Readonly<Record<string, 'asOf' | 'refreshAfter'>> = {
  asof: 'asOf',
  refreshafter: 'refreshAfter',
};

/**
 * The progress of one goal: attainment, target, schedule and status, with the reason, the clause, the source and the query. It
 * reads a release (`src` and `goal`, or `goal` inside a `<zj-source>`), or shows the figures of its tag (`value`, `target`, …). It shows the content of its tag
 * until figures arrive. If none arrive, the content stays, marked stale.
 *
 * @attr {string} src - The address of the release's verdicts.json. Inside a `<zj-source>` it can be left out.
 * @attr {string} goal - The id of the goal in that file, such as `pct-applications`.
 * @attr {string} integrity - The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. The file is read once.
 * @attr {number | "never"} refresh - Minutes until the figures are old (default 10). The gauge reads old figures again when the page becomes visible or online. With a number, it also reads them while the page is visible. `never` disables this.
 * @attr {string} lang - The language: zh… is Chinese, any other value English. Default: the `lang` of the nearest ancestor, else the language of the page.
 * @attr {"arc" | "ring" | "linear" | "number"} appearance - The drawing: a dial that opens downward (`arc`, the default), a full circle (`ring`), a bar (`linear`), or only the figure (`number`). Small counts are drawn as segments.
 * @attr {boolean} compact - A smaller drawing, without forecast, pace, source and end labels. They stay in the text for assistive technology.
 * @attr {string} hide - Left out of the card, and kept in the text for assistive technology: `forecast`, `source`, `through`, or several of them with spaces; `read` leaves out the button that elder mode has. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`.
 * @attr {boolean} elder - Larger type, higher contrast, larger targets (长辈版).
 * @attr {number} value - Stand-alone: the actual figure, at most 10¹⁵. Empty: not reported.
 * @attr {number} target - Stand-alone: the target figure.
 * @attr {"at-least" | "at-most"} bound - Stand-alone: the target is to be kept, not reached: the figure stays at `target` or above it, or at `target` or below it.
 * @attr {string} range - Stand-alone: the figure stays between two figures, both included, such as `4.5..5.5`. In place of `target`.
 * @attr {number} baseline - Stand-alone: the level at the start. A target below the baseline is a decrease.
 * @attr {string} unit - Stand-alone: the unit, such as 亿元, 件, billion yuan, applications.
 * @attr {string} label - Stand-alone: the name of the goal. With `src`: the name until the release is read.
 * @attr {string} start - Stand-alone: the first day of the period, such as 2026-01-01.
 * @attr {string} end - Stand-alone: the last day of the period.
 * @attr {string} as-of - Stand-alone: the last day that the figure covers; use it with `start` and `end`. Without it, the gauge says that it has no schedule. `asof` is the same attribute.
 * @attr {boolean} count - Stand-alone: the figure is a count of things. A small target is judged by probability.
 * @attr {boolean} loading - Set by the gauge while it loads figures.
 * @attr {boolean} stale - Set by the gauge if newer figures may exist.
 * @attr {boolean} open - Set by the gauge while its details are open.
 * @attr {boolean} failed - Set by the gauge after an error.
 * @attr {boolean} withheld - Set by the gauge if the release withholds the goal. The gauge then shows the name and the reason.
 * @attr {string} status - Set by the gauge: achieved, on-track, at-risk, off-track, missed, no-data or not-assessable.
 * @prop {PublishedVerdict | WithheldGoal | null} verdict - The verdict or the withheld goal to show. It has priority over all attributes.
 * @fires {CustomEvent<{ verdict: PublishedVerdict }>} zj-verdict-changed - The gauge shows new figures.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid; a word that the gauge does not know, as in `appearance="dial"`, is told by this event and the console alone, and the default is shown. `RELEASE`: the release cannot be read. `UNKNOWN_NAME`: the release has no such goal. `FAULT`: the gauge has a bug. `PART`: `zj.js` cannot load the file of the element.
 * @slot - Shown until figures arrive.
 * @slot caption - The goal's name in other words or with a link.
 * @slot note - A remark below the figures.
 * @csspart figure - The card.
 * @csspart label - The goal's name.
 * @csspart demo - The badge 示例数据, where the data are made up.
 * @csspart dial - The drawing with the figure in it or beside it. In `linear` and `number` it has no box of its own.
 * @csspart track - The full length of the scale.
 * @csspart done - The attained part of the scale, and the arrow of a figure beyond its end.
 * @csspart schedule - The mark of the schedule.
 * @csspart due - The word at the mark of the schedule.
 * @csspart forecast - The forecast: a ring outside the track, or an arrow beyond the end of the scale.
 * @csspart finish - In a ring, the line at the target under an arrow.
 * @csspart notch - The casing of a mark, and the gaps between hatches.
 * @csspart zone - On the ruler of a bound or a range: the zone that keeps it.
 * @csspart broken - On a ruler, the zone that breaks the bound.
 * @csspart limit - On a ruler, the mark of the bound.
 * @csspart number - The number of the bound on a ruler; the figure of a period.
 * @csspart end - The number of an end of a ruler; the name of a period.
 * @csspart pointer - On a ruler, the arrow head at the figure.
 * @csspart period - The cell of a period that kept its limit, or has no figure.
 * @csspart breach - The cell of a period that broke its limit.
 * @csspart cross - In such a cell, the cross and the figure.
 * @csspart ends - The figures at the two ends of the scale.
 * @csspart start - The figure at the beginning of the scale.
 * @csspart target - The figure at the end of the scale.
 * @csspart value - The figure.
 * @csspart quantity - The amount and its target.
 * @csspart facts - The status, the forecast and the pace.
 * @csspart chip - The status.
 * @csspart outlook - The forecast in words.
 * @csspart pace - How the goal stands to its schedule.
 * @csspart read-button - In elder mode, the button that has the card read aloud; not in browsers without a voice for its language.
 * @csspart foot - The last line, with everything behind it.
 * @csspart through - The last day of the figures.
 * @csspart source - The source of the figures.
 * @csspart summary - The link 为什么 that opens the details.
 * @csspart table - The tables of the details.
 * @csspart menu-button - The button in the corner that opens the menu.
 * @csspart menu-dialog - The menu, and the view that an item opens.
 * @csspart menu-item - An item of the menu.
 * @csspart menu-copy - The button in a view that copies its text.
 * @csspart menu-back - The button that goes back to the items.
 * @csspart menu-close - The button that closes a view.
 * @csspart menu-failure - Why the menu cannot be loaded.
 * @csspart error - The error message.
 * @csspart retry - The button that reads the release again.
 */
export class ZjGoalGauge extends ZjElement {
  static override readonly properties: PropertyDeclarations = {
    ...Object.fromEntries(texts.map((name) => [name, property(name)])),
    asOf: property('as-of'),
    refreshAfter: property('refresh'),
    count: property('count', Boolean),
    elder: property('elder', Boolean, true),
    compact: property('compact', Boolean, true),
    verdict: property(false),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...Object.keys(spelled)];
  }

  declare src: string | null | undefined;
  declare goal: string | null | undefined;
  declare integrity: string | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  declare refreshAfter: string | number | null | undefined;
  declare appearance: Appearance | null | undefined;
  declare hide: string | null | undefined;
  // A number that is set reads back as text: see `makeEmptiable`.
  declare value: string | number | null | undefined;
  declare target: string | number | null | undefined;
  declare bound: 'at-least' | 'at-most' | (string & {}) | null | undefined;
  declare range: string | null | undefined;
  declare baseline: string | number | null | undefined;
  declare unit: string | null | undefined;
  declare label: string | null | undefined;
  declare start: string | null | undefined;
  declare end: string | null | undefined;
  declare asOf: string | null | undefined;
  declare count: boolean | undefined;
  declare elder: boolean | undefined;
  declare compact: boolean | undefined;
  declare verdict: PublishedVerdict | WithheldGoal | null | undefined;

  protected readonly sheet = sheet;
  protected readonly known = { appearance: looks, hide: [...hidden, 'read', ...menuWords] };
  private _drawn: Drawn = {};
  private _open = false;
  private _pen: Pen = pen;
  private _isElder = false;
  private readonly _reader = createReader(this);

  constructor() {
    super();
    // A property that a page set before the script arrived would hide the method.
    if (Object.hasOwn(this, 'refresh')) {
      const given = this.refresh as unknown as number;
      Reflect.deleteProperty(this, 'refresh');
      this.refresh = given;
    }
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    const property = spelled[name];
    if (property) this[property] = now;
    // React 18 writes so that a boolean is not set.
    else if (now === 'false' && /^(count|compact|elder)$/.test(name)) this.removeAttribute(name);
    else super.attributeChangedCallback(name, before, now);
  }

  /** The verdict on display, or `null`. A page passes it to `metrics.verify({ shown })`. */
  get shown(): PublishedVerdict | null {
    return this._drawn.verdict ?? null;
  }

  /**
   * The method `refresh()` reads the release again for all gauges that show it, and retries failed parts. If a page sets
   * `refresh` to minutes, the attribute is set.
   */
  get refresh(): () => void {
    return () => this.retry();
  }
  // Frameworks set a property where there is one of an attribute's name: it must not take the method away.
  set refresh(minutes: string | number | null | undefined) {
    this.refreshAfter = minutes;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._reader.end();
  }

  protected override retry(): void {
    if (this._drawn.source) void read(this._drawn.source);
    this._drawn.retry?.();
    forgetFailure();
    updateAll();
  }

  protected override scene(locale: Locale): Scene {
    const face = gaugeFace(locale);
    const named = wordsIn('hide', this.hide);
    const hide = hidden.filter((one) => named.includes(one));
    const [shown] = wordsIn('appearance', this.appearance);
    const appearance = looks.find((one) => one === shown) ?? 'arc';
    const wanted: Look = { locale, appearance, pen: this._pen, hide };
    const drawn = drawFinding(
      this.fault ? { failure: this.fault } : findFigures(this, findGift(this)),
      wanted,
    );
    const { verdict, source, failure, busy, retry } = drawn;
    this._drawn = drawn;
    keepFresh(this, source);
    const error = failure ? (busy ? face.loading : failure.message(face)) : '';
    const failed = error !== '';
    const fallback = !drawn.shape && this.hasFallback();
    const stale = verdict?.stale === true || (failed && (fallback || drawn.shape !== undefined));
    const shape = drawn.shape ?? waiting(this.label, wanted, failure);
    const state = drawn.shape?.status ?? (fallback ? 'fallback' : failed ? 'failed' : 'loading');
    const asked = this._open && verdict ? askDetail() : undefined;
    const behind: readonly Tree[] = asked
      ? [
          ...markForeign([['p', {}, shape.reason]], shape.foreign),
          ...(asked.detail?.showDetail(verdict!, drawn.judged, { locale }) ?? []),
        ]
      : [];

    const [figure, unit] = shape.figure.map(textWidth) as [number, number];
    // The room that was reserved stays, so that nothing moves; a card that lacks some of its lines is as high as those that it has.
    const isKept = state === 'loading' || state === shape.status;
    const marks = {
      flat: /linear|number/.test(shape.appearance),
      kept: isKept,
      short: state === 'withheld',
      open: this._open,
      compact: this.compact,
      long: figure + unit / 2 > 2.4,
      error,
      old: stale,
      due: shape.marks.schedule,
      ruler: shape.scale !== 'way',
      periods: shape.scale === 'periods',
    };
    const look = [
      state,
      shape.appearance,
      ...Object.entries(marks).map(([mark, holds]) => (holds ? mark : '')),
    ];

    this.toggleAttribute('loading', busy === true || (!drawn.shape && !failed));
    this.toggleAttribute('stale', stale);
    this.toggleAttribute('failed', failed);
    this.toggleAttribute('open', this._open);
    this.toggleAttribute('withheld', drawn.shape?.status === 'withheld');
    if (verdict) this.setAttribute('status', verdict.status);
    else this.removeAttribute('status');
    return {
      look: look.filter(Boolean).join(' '),
      room: shape.appearance + (this.compact ? ' compact' : ''),
      fallback,
      error,
      menu:
        (verdict &&
          drawn.shape && {
            card: {
              ...{ title: shape.name, demo: shape.demo[0], through: shape.through, source: shape.source },
              summary: [shape.meter.text, shape.word.toLowerCase()].filter(Boolean).join(face.comma),
            },
            ...{ shape: { verdict, appearance }, data: verdict, file: source, release: drawn.release },
            ...{
              day: verdict.dataThrough ?? '',
              tools: loadTools,
              defineVerify,
              openTable: () => this._openTable(),
            },
          }) ??
        null,
      content: html`
        <figure part="figure" lang=${locale} dir="ltr" aria-busy=${state === 'loading'}>
          ${draw(gaugeTree(shape, { locale, look: state, stale, hide }))}${this.errorLine(error, failed && (source ?? retry) !== undefined, locale)}
          ${this._reader.view(drawn.shape && this._isElder && !named.includes('read') ? { locale, lines: toldLines(shape) } : null)}
          <div part="foot" class="foot" ?hidden=${state === 'withheld'}>
            ${draw(footTree(shape, hide))}
            <details @toggle=${(event: Event) => this._toggle(event)}>
              <summary part="summary" aria-label=${face.why}>${face.whyBriefly}</summary>
              ${draw(behind)}${asked && !asked.detail ? this._waiting(asked, locale) : nothing}
            </details>
          </div>
          <slot name="note"></slot>
        </figure>
      `,
      sheets: asked?.detail ? [asked.detail.detailSheet] : [],
    };
  }

  protected override updated(): void {
    super.updated();
    const { verdict, failure, busy } = this._drawn;
    this.announce('zj-verdict-changed', { verdict }, verdict);
    const told = { code: failure?.code, message: failure?.message(gaugeFace(findLocale(this))) };
    this.announce('zj-failed', told, !busy && failure?.message(gaugeFace('en')));
  }

  override measured(em: number, probe: DOMRectReadOnly, style: CSSStyleDeclaration): void {
    const pen = readPen(em, probe, style.strokeLinecap);
    const isElder = isElderIn(style);
    if (isSamePen(pen, this._pen) && isElder === this._isElder) return;
    this._pen = pen;
    this._isElder = isElder;
    this.requestUpdate();
  }

  private _openTable(): void {
    const details = this.renderRoot.querySelector('details')!;
    details.open = true;
    details.querySelector('summary')!.focus();
  }

  private _toggle({ target }: Event): void {
    this._open = (target as HTMLDetailsElement).open;
    this.requestUpdate();
  }

  /** The line that says that the detail is loading, or cannot be loaded. */
  private _waiting({ failed, tried }: ReturnType<typeof askDetail>, locale: Locale): TemplateResult {
    const face = gaugeFace(locale);
    const sentence = failed ? failed(face) : face.loading;
    return html`
      <p role="status">${sentence}</p>
      ${tried ? this.retryButton(locale) : nothing}
    `;
  }
}

type Tools = typeof import('./tools.js');

/** Beside the classic script they are in the file of the menu. */
async function loadTools(): Promise<Tools> {
  return isPlaced() ? ((await askMenu()) as unknown as Tools) : import('./tools.js');
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-goal-gauge': ZjGoalGauge;
  }
  interface GlobalEventHandlersEventMap {
    'zj-verdict-changed': CustomEvent<{ readonly verdict: PublishedVerdict }>;
    'zj-failed': CustomEvent<{ readonly code: FailureCode; readonly message: string }>;
  }
}
