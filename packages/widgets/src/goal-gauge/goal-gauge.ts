import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { draw } from '../drawing/draw.js';
import type { Tree } from '../drawing/tree.js';
import type { FailureCode } from '../element/failure.js';
import { markForeign } from '../element/foreign.js';
import { keepFresh } from '../element/freshness.js';
import { makeEmptiable, property } from '../element/property.js';
import { read, updateAll } from '../element/release.js';
import { ZjElement, type Scene } from '../element/zj-element.js';
import { findLocale } from '../locale/find-locale.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { askDetail, forgetFailure } from './detail/ask-detail.js';
import { findFigures } from './find.js';
import type { Look } from './gauge-shape.js';
import { gaugeTree } from './gauge-tree.js';
import { drawFinding, waiting, type Drawn } from './shape-of.js';
import { sheet } from './sheet.js';
import { figures } from './stand-alone.js';
import type { Appearance } from './track.js';

/** All attributes that are text or figures and have one word. */
const texts = [...figures, 'src', 'goal', 'integrity', 'appearance'] as const;
const looks: readonly Appearance[] = ['arc', 'ring', 'linear', 'number'];

/** Attributes by the names of their properties in lower case: so frameworks write them that know the properties alone. */
const spelled: Readonly<Record<string, 'asOf' | 'refreshAfter'>> = {
  asof: 'asOf',
  refreshafter: 'refreshAfter',
};

/**
 * How one goal stands: attainment, target, schedule and status, with the reason, the clause, the source and the query behind
 * them. It reads a release (`src` and `goal`), or stands alone (`value`, `target`, …). Until its first figures it shows the
 * content of its tag. Without any it goes on showing that, marked stale.
 *
 * @attr {string} src - Address of a release's verdicts.json.
 * @attr {string} goal - Which goal of it.
 * @attr {string} integrity - The SHA-256 of the file at `src`, as `sha256-…` in Base64: any other file is refused. It cites one release, and is read once.
 * @attr {number | "never"} refresh - After how many minutes the gauge looks again for newer figures: once the page is seen again or the network is back, and with a number also while it stays in sight. Without it, 10.
 * @attr {string} lang - zh… is Chinese, all else English; without it, the language of the nearest ancestor that states one, or of the page.
 * @attr {"arc" | "ring" | "linear" | "number"} appearance - How it is drawn: a dial that opens downward (`arc`, the default), a full circle, a bar, or as its figure alone. Small counts are drawn as segments.
 * @attr {boolean} compact - A smaller drawing and fewer lines, for tables and side columns.
 * @attr {boolean} elder - Larger type, higher contrast, larger targets (长辈版).
 * @attr {number} value - Stand-alone: the actual figure, at most 10¹⁵. Empty: nothing reported.
 * @attr {number} target - Stand-alone: the figure to reach.
 * @attr {number} baseline - Stand-alone: where a level stood at the start; below it, a target is a decrease.
 * @attr {string} unit - Stand-alone: 亿元, 件, billion yuan, applications.
 * @attr {string} label - Stand-alone: the name of the goal. With `src`, the name until the release is read.
 * @attr {string} start - Stand-alone: first day of the period, 2026-01-01.
 * @attr {string} end - Stand-alone: last day of the period.
 * @attr {string} as-of - Stand-alone: the day up to which the figure counts, with `start` and `end`; without it there is no schedule, which is said. `asof`, as some frameworks write it, is the same.
 * @attr {boolean} count - Stand-alone: the figure counts things; a small target is judged by probability.
 * @attr {boolean} loading - Set by the gauge while figures are on their way.
 * @attr {boolean} stale - Set by the gauge if newer figures may exist.
 * @attr {boolean} failed - Set by the gauge where something went wrong.
 * @attr {boolean} withheld - Set by the gauge where the release withholds the goal: it shows the name and the reason.
 * @attr {string} status - Set by the gauge: achieved, on-track, at-risk, off-track, missed, no-data or not-assessable.
 * @prop {PublishedVerdict | WithheldGoal | null} verdict - A verdict to show, or a goal that is withheld; wins over all attributes.
 * @fires {CustomEvent<{ verdict: PublishedVerdict }>} zj-verdict-changed - Other figures are shown.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - An attribute cannot be read (`ATTRIBUTE`), or the release cannot (`RELEASE`), it has no such goal (`UNKNOWN_NAME`), the gauge has a fault of its own (`FAULT`), or `zj.js` cannot load its file (`PART`).
 * @slot - Shown until there are figures.
 * @slot caption - The goal's name in other words or with a link.
 * @slot note - A remark below.
 * @csspart figure - The card.
 * @csspart track - The whole way.
 * @csspart done - The part of the way that is done.
 * @csspart value - The figure itself.
 * @csspart schedule - The mark of the schedule.
 * @csspart forecast - Outside the track, where the goal will end: a ring, and a band for four cases of five.
 * @csspart finish - The target on a scale that goes on beyond it.
 * @csspart notch - Where the track is cut: at nothing on a scale that begins below it, and twice where more is cut off.
 * @csspart target - The figure at the end of the scale.
 * @csspart label - The goal's name.
 * @csspart summary - The line that opens the table.
 * @csspart table - The tables of the detail.
 * @csspart error - The message of a failure.
 * @cssprop --zj-font-size - The size of the text; the reader's own (`medium`) by default, not that of the page's root.
 * @cssprop --zj-font-size-small - The size of secondary text; 0.8125em by default, and 1em in elder mode.
 * @cssprop --zj-target-size - The least height of buttons and links; 44px by default, and 60px in elder mode.
 * @cssprop --zj-font - The font family.
 * @cssprop --zj-radius - The card's corners.
 * @cssprop --zj-ink - Text.
 * @cssprop --zj-ink-soft - Secondary text.
 * @cssprop --zj-surface - The card.
 * @cssprop --zj-line - Borders.
 * @cssprop --zj-track - The part of the way not yet done.
 * @cssprop --zj-achieved - Achieved.
 * @cssprop --zj-on-track - On track.
 * @cssprop --zj-at-risk - At risk.
 * @cssprop --zj-off-track - Off track and missed.
 * @cssprop --zj-neutral - No data and not assessable.
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
  // A number that is set reads back as text: see `makeEmptiable`.
  declare value: string | number | null | undefined;
  declare target: string | number | null | undefined;
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
  private _drawn: Drawn = {};
  private _open = false;

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

  /** The verdict that is shown, or `null`. A page hands it to `metrics.verify({ shown })`. */
  get shown(): PublishedVerdict | null {
    return this._drawn.verdict ?? null;
  }

  /**
   * A method, `refresh()`: reads the release again, for all gauges that show it, and parts that failed. Set to minutes, it is the
   * attribute `refresh`.
   */
  get refresh(): () => void {
    return () => this.retry();
  }
  // Frameworks set a property where there is one of an attribute's name: it must not take the method away.
  set refresh(minutes: string | number | null | undefined) {
    this.refreshAfter = minutes;
  }

  protected override retry(): void {
    if (this._drawn.source) void read(this._drawn.source);
    forgetFailure();
    updateAll();
  }

  protected override scene(locale: Locale): Scene {
    const face = faceOf(locale);
    const look: Look = { locale, appearance: looks.find((one) => one === this.appearance) ?? 'arc' };
    const drawn = drawFinding(this.fault ? { failure: this.fault } : findFigures(this), look);
    const { verdict, source, failure, busy } = drawn;
    this._drawn = drawn;
    keepFresh(this, source);
    const error = failure ? (busy ? face.loading : failure.message(face)) : '';
    const failed = error !== '';
    const fallback = !drawn.shape && this.hasFallback();
    const stale = verdict?.stale === true || (failed && (fallback || drawn.shape !== undefined));
    const shape = drawn.shape ?? waiting(this.label, look, failure);
    const state = drawn.shape?.status ?? (fallback ? 'fallback' : failed ? 'failed' : 'loading');
    const asked = this._open && verdict ? askDetail() : undefined;
    const behind: readonly Tree[] = asked
      ? [
          ...markForeign([['p', {}, shape.reason]], shape.foreign),
          ...(asked.detail?.showDetail(verdict!, drawn.judged, { locale }) ?? []),
        ]
      : [];

    // The room that was reserved stays, so that nothing moves; a card that lacks some of its lines is as high as those that it has.
    const isKept = state === 'loading' || state === shape.status;
    const isFull = state === 'loading' || (isKept && !!(shape.pace && shape.outlook && shape.source));
    const marks = [
      /arc|ring/.test(shape.appearance) ? '' : ' flat',
      isKept ? ' kept' : '',
      isFull ? '' : ' short',
    ].join('');

    this.toggleAttribute('loading', busy === true || (!drawn.shape && !failed));
    this.toggleAttribute('stale', stale);
    this.toggleAttribute('failed', failed);
    this.toggleAttribute('withheld', drawn.shape?.status === 'withheld');
    if (verdict) this.setAttribute('status', verdict.status);
    else this.removeAttribute('status');
    return {
      look: `${state} ${shape.appearance}${marks}`,
      room: shape.appearance,
      fallback,
      error,
      content: html`
        <figure part="figure" lang=${locale} dir="ltr" aria-busy=${state === 'loading'}>
          ${draw(gaugeTree(shape, { locale, look: state, stale }))}${this.errorLine(error, failed && source !== undefined, locale)}
          <details ?hidden=${state === 'withheld'} @toggle=${(event: Event) => this._toggle(event)}>
            <summary part="summary">${face.why}</summary>
            ${draw(behind)}${asked && !asked.detail ? this._waiting(asked, locale) : nothing}
          </details>
          <slot name="note"></slot>
        </figure>
      `,
      sheets: asked?.detail ? [asked.detail.detailSheet] : [],
    };
  }

  protected override updated(): void {
    const { verdict, failure, busy } = this._drawn;
    this.announce('zj-verdict-changed', { verdict }, verdict);
    const told = { code: failure?.code, message: failure?.message(faceOf(findLocale(this))) };
    this.announce('zj-failed', told, !busy && failure?.message(faceOf('en')));
  }

  private _toggle({ target }: Event): void {
    this._open = (target as HTMLDetailsElement).open;
    this.requestUpdate();
  }

  /** The line that says that the detail is loading, or cannot be loaded. */
  private _waiting({ failed, tried }: ReturnType<typeof askDetail>, locale: Locale): TemplateResult {
    const face = faceOf(locale);
    const sentence = failed ? failed(face) : face.loading;
    return html`
      <p role="status">${sentence}</p>
      ${tried ? this.retryButton(locale) : nothing}
    `;
  }
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
