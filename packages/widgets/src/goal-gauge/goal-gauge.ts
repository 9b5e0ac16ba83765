import { ReactiveElement, type PropertyDeclaration, type PropertyValues } from 'lit';
import type { PublishedVerdict } from '@zj/metrics';
import { findLocale, speak, type Locale } from '../locale/locale.js';
import { badAttribute, badGoal, loading, malformed } from '../locale/messages.js';
import { gaugeShape, type GaugeShape } from '../shape/gauge-shape.js';
import { gaugeTree } from '../shape/gauge-tree.js';
import { paint } from './paint.js';
import { ask, gauges, read, updateAll } from './source.js';
import { judgeAlone, type Finding } from './stand-alone.js';
import { style } from './style.js';

/** The attributes that are text or figures and have one word. */
const texts = ['src', 'goal', 'value', 'target', 'baseline', 'unit', 'label', 'start', 'end'] as const;

/** One for all gauges: the page may change its language. */
let pageLanguage: MutationObserver | undefined;

/** A declaration that says everything itself, so that a polluted `Object.prototype` says nothing. */
function property(attribute: string | false, type: unknown = String, reflect = false): PropertyDeclaration {
  return { __proto__: null, attribute, type, reflect } as PropertyDeclaration;
}

/**
 * How one goal stands: attainment, target, schedule and status, with the reason, the clause, the source and the query behind them.
 * It reads a release (`src` and `goal`), or stands alone (`value`, `target`, …). Until its first figures it shows what stands
 * inside the tag, and goes on showing that, marked stale, where there are none.
 *
 * @attr {string} src - Address of a release's verdicts.json.
 * @attr {string} goal - Which goal of it.
 * @attr {string} lang - zh… is Chinese, all else English; without it, the language of the nearest ancestor that states one.
 * @attr {boolean} elder - Larger type, higher contrast, larger targets (长辈版).
 * @attr {number} value - Stand-alone: the actual figure. Empty: nothing reported.
 * @attr {number} target - Stand-alone: the figure to reach.
 * @attr {number} baseline - Stand-alone: where a level stood at the start; below it, a target is a decrease.
 * @attr {string} unit - Stand-alone: 亿元, 件, billion yuan, applications.
 * @attr {string} label - Stand-alone: the name of the goal. With `src`, the name until the release is read.
 * @attr {string} start - Stand-alone: first day of the period, 2026-01-01.
 * @attr {string} end - Stand-alone: last day of the period.
 * @attr {string} as-of - Stand-alone: the day up to which the figure counts; without it there is no schedule.
 * @attr {boolean} count - Stand-alone: the figure counts things; a small target is judged by probability.
 * @attr {boolean} loading - Set by the gauge while figures are on their way.
 * @attr {boolean} stale - Set by the gauge where what it shows may have been overtaken.
 * @attr {boolean} failed - Set by the gauge where something went wrong.
 * @attr {string} status - Set by the gauge: achieved, on-track, at-risk, off-track, missed, no-data or not-assessable.
 * @prop {PublishedVerdict | null} verdict - A verdict to show; wins over all attributes.
 * @fires {CustomEvent<{ verdict: PublishedVerdict }>} zj-verdict-changed - Other figures are shown.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - An attribute cannot be read, or the release cannot.
 * @slot - What to show until there are figures.
 * @slot caption - The goal's name in other words or with a link.
 * @slot note - A remark below.
 * @csspart figure - The card.
 * @csspart track - The whole way.
 * @csspart value - The figure in the middle.
 * @csspart schedule - The mark of the schedule.
 * @csspart target - The target at the end of the dial.
 * @csspart label - The goal's name.
 * @csspart summary - The line that opens the table.
 * @csspart table - All that stands behind the figure.
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
  static override readonly styles = style;
  static override readonly properties = {
    ...Object.fromEntries(texts.map((name) => [name, property(name)])),
    asOf: property('as-of'),
    count: property('count', Boolean),
    elder: property('elder', Boolean, true),
    verdict: property(false),
  };
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  declare src: string | null | undefined;
  declare goal: string | null | undefined;
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
  declare verdict: PublishedVerdict | null | undefined;

  /** The file that is shown; empty where none is. */
  private _url = '';
  private readonly _told: Record<string, string> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    gauges.add(this);
    (pageLanguage ??= new MutationObserver(updateAll)).observe(document.documentElement, {
      attributeFilter: ['lang'],
    });
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    gauges.delete(this);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  /** Reads the release again, for all gauges that show it. */
  refresh(): void {
    if (this._url) void read(this._url, 'no-cache');
    updateAll();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const locale = findLocale(this);
    const say = speak(locale);
    const { verdict, failure, busy, shape } = draw(this._find(), locale);
    const error = failure ? say(failure.message) : '';
    const failed = error !== '';
    const fallback = !shape && hasFallback(this);
    const stale = verdict?.stale === true || (failed && (fallback || shape !== undefined));

    this.toggleAttribute('loading', busy === true || (!shape && !failed));
    this.toggleAttribute('stale', stale);
    this.toggleAttribute('failed', failed);
    if (verdict) this.setAttribute('status', verdict.status);
    else this.removeAttribute('status');
    paint(
      this.renderRoot,
      gaugeTree(shape ?? waiting(this.label, locale), {
        locale,
        look: shape?.status ?? (fallback ? 'fallback' : failed ? 'failed' : 'loading'),
        stale,
        error,
        retry: failed && this._url !== '',
      }),
    );
    this._announce('zj-verdict-changed', { verdict }, verdict);
    this._announce('zj-failed', { code: failure?.code, message: error }, failure);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('button')!.onclick = () => this.refresh();
  }

  /** Tells the page what is new, once. */
  private _announce(type: string, detail: object, news: unknown): void {
    const text = news ? JSON.stringify(news) : '';
    if (text && text !== this._told[type]) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
    this._told[type] = text;
  }

  /** What there is to show, or what is wrong with the input. A tag without any waits. */
  private _find(): Finding {
    const { verdict, src, goal } = this;
    this._url = '';
    if (verdict) return { verdict };
    if (src == null && goal == null) return texts.some((name) => this[name] != null) ? judgeAlone(this) : {};
    if (!goal) return wrong('goal', '', 'pct-applications');
    try {
      this._url = src ? new URL(src, this.baseURI).href : '';
    } catch {
      // What is no address is told like one that is missing.
    }
    if (!this._url) return wrong('src', src ?? '', '/data/verdicts.json');
    const { verdicts, failure, busy } = ask(this._url);
    const found = verdicts?.find((one) => one?.goal === goal);
    return !verdicts || found
      ? { verdict: found, failure, busy }
      : {
          failure: {
            code: 'UNKNOWN_NAME',
            message: badGoal(goal, verdicts.map((one) => one?.goal).join(', ')),
          },
        };
  }
}

/** The shape of what was found. Data that have none are a failure. */
function draw(found: Finding, locale: Locale): Finding & { readonly shape?: GaugeShape | undefined } {
  try {
    return { ...found, shape: found.verdict && gaugeShape(found.verdict, { locale }) };
  } catch {
    return { failure: { code: 'RELEASE', message: malformed('verdict') } };
  }
}

/** What is shown while nothing is known but perhaps a name. */
function waiting(label: unknown, locale: Locale): GaugeShape {
  const shape = gaugeShape(judgeAlone({ label }).verdict!, { locale });
  return { ...shape, meter: { ...shape.meter, text: speak(locale)(loading) } };
}

function wrong(name: string, written: string, example: string): Finding {
  return { failure: { code: 'ATTRIBUTE', message: badAttribute(name, written, example) } };
}

/** Does anything stand inside the tag but white space, comments and what belongs to a named slot? */
function hasFallback(host: Element): boolean {
  return [...host.childNodes].some((node) =>
    node instanceof Element ? !node.slot : node instanceof Text && node.data.trim() !== '',
  );
}
