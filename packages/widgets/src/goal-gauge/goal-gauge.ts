import { ReactiveElement, type PropertyDeclaration, type PropertyValues } from 'lit';
import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { faceOf, findLocale } from '../locale/locale.js';
import type { Look } from './gauge-shape.js';
import { gaugeTree } from './gauge-tree.js';
import type { Appearance } from './track.js';
import { askDetail, forgetFailure } from './detail/ask-detail.js';
import { findFigures } from './find.js';
import { keepFresh, unwatchFreshness } from '../element/freshness.js';
import { makeEmptiable } from '../element/property.js';
import { paint, paintFirst } from './paint.js';
import { reveal } from './detail/reveal.js';
import { drawFinding, waiting, type Drawn } from './shape-of.js';
import { gauges, read, updateAll } from '../element/release.js';
import { figures, type Finding } from './stand-alone.js';
import { dress } from '../element/sheets.js';
import { unwatchLanguage, watchLanguage } from '../element/language.js';
import { unwatchSize, watchSize } from '../element/size.js';

/** All attributes that are text or figures and have one word. */
const texts = [...figures, 'src', 'goal', 'integrity', 'appearance'] as const;
const looks: readonly Appearance[] = ['arc', 'ring', 'linear', 'number'];

/** A declaration that says everything itself, so that a polluted `Object.prototype` says nothing. */
function property(attribute: string | false, type: unknown = String, reflect = false): PropertyDeclaration {
  return { __proto__: null, attribute, type, reflect } as PropertyDeclaration;
}

/** Attributes by the names of their properties in lower case: so frameworks write them that know the properties alone. */
const spelled: Readonly<Record<string, 'asOf' | 'refreshAfter'>> = {
  asof: 'asOf',
  refreshafter: 'refreshAfter',
};

/**
 * How one goal stands: attainment, target, schedule and status, with the reason, the clause, the source and the query behind them.
 * It reads a release (`src` and `goal`), or stands alone (`value`, `target`, …). Until its first figures it shows what stands
 * inside the tag, and goes on showing that, marked stale, where there are none.
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
 * @attr {boolean} stale - Set by the gauge where what it shows may have been overtaken.
 * @attr {boolean} failed - Set by the gauge where something went wrong.
 * @attr {boolean} withheld - Set by the gauge where the release withholds the goal: it shows the name and the reason.
 * @attr {string} status - Set by the gauge: achieved, on-track, at-risk, off-track, missed, no-data or not-assessable.
 * @prop {PublishedVerdict | WithheldGoal | null} verdict - A verdict to show, or a goal that is withheld; wins over all attributes.
 * @fires {CustomEvent<{ verdict: PublishedVerdict }>} zj-verdict-changed - Other figures are shown.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - An attribute cannot be read, or the release cannot.
 * @slot - What to show until there are figures.
 * @slot caption - The goal's name in other words or with a link.
 * @slot note - A remark below.
 * @csspart figure - The card.
 * @csspart track - The whole way.
 * @csspart done - What is done of it.
 * @csspart value - The figure itself.
 * @csspart schedule - The mark of the schedule.
 * @csspart forecast - Outside the track, where the goal will end: a ring, and a band for four cases of five.
 * @csspart finish - The target on a scale that goes on beyond it.
 * @csspart notch - Where the track is cut: at nothing on a scale that begins below it, and twice where more is cut off.
 * @csspart target - What the end of the scale stands for.
 * @csspart label - The goal's name.
 * @csspart summary - The line that opens the table.
 * @csspart table - Tables of all that stands behind the figure.
 * @csspart error - What went wrong.
 * @cssprop --zj-font-size - The size of the text; the reader's own (`medium`) by default, whatever the page's root has.
 * @cssprop --zj-font-size-small - The size of secondary text; 0.8125em by default, and 1em in elder mode.
 * @cssprop --zj-target-size - The least height of what can be pressed; 44px by default, and 60px in elder mode.
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
export class ZjGoalGauge extends ReactiveElement {
  static readonly version: string = '0.1.0';
  static override readonly properties = {
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
    return [...super.observedAttributes, ...Object.keys(spelled), 'lang'];
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
  declare readonly renderRoot: ShadowRoot;

  private _finding: Drawn = {};
  private readonly _told: Record<string, unknown> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    gauges.set(this, undefined);
    watchLanguage(this);
    this._watchSize(watchSize);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    gauges.delete(this);
    if (gauges.size === 0) {
      unwatchLanguage();
      unwatchFreshness();
    }
    this._watchSize(unwatchSize);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    const property = spelled[name];
    if (property) this[property] = now;
    // React 18 writes so that a boolean is not set.
    else if (now === 'false' && /^(count|compact|elder)$/.test(name)) this.removeAttribute(name);
    else super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  /** The verdict that is shown; `null` where none is. What a page hands to `metrics.verify({ shown })`. */
  get shown(): PublishedVerdict | null {
    return this._finding.verdict ?? null;
  }

  /** A method, `refresh()`: reads again what could not be read, and the release, for all gauges that show it. Set to minutes, it is the attribute `refresh`. */
  get refresh(): () => void {
    return () => {
      if (this._finding.source) void read(this._finding.source);
      forgetFailure();
      updateAll();
    };
  }
  // Frameworks set a property where there is one of an attribute's name: it must not take the method away.
  set refresh(minutes: string | number | null | undefined) {
    this.refreshAfter = minutes;
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    root.addEventListener('click', ({ target }) => {
      if ((target as Element).localName === 'button') this.refresh();
    });
    // It does not bubble.
    root.addEventListener('toggle', () => this.requestUpdate(), true);
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    try {
      this._show(findFigures(this));
    } catch (error) {
      // Whatever the data are, they are not to blame for what the gauge cannot do.
      console.error(error);
      this._show({ failure: { code: 'FAULT', message: (face) => face.broken } });
    }
  }

  private _show(found: Finding): void {
    const locale = findLocale(this);
    const face = faceOf(locale);
    const look: Look = {
      locale: locale,
      appearance: looks.find((one) => one === this.appearance) ?? 'arc',
    };
    const drawn = drawFinding(found, look);
    const { verdict, source, failure, busy, shape } = drawn;
    this._finding = drawn;
    keepFresh(this, source);
    const error = failure ? (busy ? face.loading : failure.message(face)) : '';
    const failed = error !== '';
    const fallback = !shape && hasFallback(this);
    const stale = verdict?.stale === true || (failed && (fallback || shape !== undefined));
    const root = this.renderRoot;
    const open = verdict && shape && root.querySelector('details[open]') ? askDetail() : undefined;

    this.toggleAttribute('loading', busy === true || (!shape && !failed));
    this.toggleAttribute('stale', stale);
    this.toggleAttribute('failed', failed);
    this.toggleAttribute('withheld', shape?.status === 'withheld');
    if (verdict) this.setAttribute('status', verdict.status);
    else this.removeAttribute('status');
    dress(root, open?.detail?.detailSheet);
    (this.hasUpdated ? paint : paintFirst)(
      root,
      gaugeTree(shape ?? waiting(this.label, look, failure), {
        locale,
        look: shape?.status ?? (fallback ? 'fallback' : failed ? 'failed' : 'loading'),
        stale,
        error,
        retry: failed && source !== undefined,
        detail: open ? reveal(drawn, shape!, open, locale) : [],
      }),
    );
    this._announce('zj-verdict-changed', { verdict }, verdict);
    this._announce(
      'zj-failed',
      { code: failure?.code, message: error },
      !busy && failure?.message(faceOf('en')),
    );
  }

  protected override firstUpdated(): void {
    this._watchSize(watchSize);
  }

  /** Before it is painted there is nothing to watch. */
  private _watchSize(watch: (root: Element) => void): void {
    const root = this.renderRoot.querySelector('.root');
    if (root) watch(root);
  }

  /** Tells the page what is new, once. */
  private _announce(type: string, detail: object, news: unknown): void {
    const told = this._told[type];
    this._told[type] = news;
    if (news && news !== told && (!told || printOf(news) !== printOf(told))) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
  }
}

/** By which two things told are the same; of what cannot be printed, each is another. */
function printOf(news: unknown): unknown {
  try {
    return JSON.stringify(news);
  } catch {
    return {};
  }
}

/** Does anything stand inside the tag but white space, comments and what belongs to a named slot? */
function hasFallback(host: Element): boolean {
  return [...host.childNodes].some((node) =>
    node instanceof Element ? !node.slot : node instanceof Text && node.data.trim() !== '',
  );
}
