import type { PropertyDeclarations } from 'lit';
import type { GoalSeries, MetricSeries, Query, QueryResult, WithheldGoal } from '@zj/metrics';
import type { Failure } from '../element/failure.js';
import { makeEmptiable, property } from '../element/property.js';
import { read, updateAll } from '../element/release.js';
import { findGift, type SourceGift } from '../element/source.js';
import { ZjElement } from '../element/zj-element.js';
import { findLocale } from '../locale/find-locale.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { createAsker, type Asker } from './ask-query.js';
import { createBareWatch } from '../element/bare.js';
import type { ToolsAsker } from './chart-tools.js';
import type { ChartFinding, Surroundings } from './finding.js';

/** The attributes that are text and have one word. */
const texts = ['src', 'goal', 'metric', 'grain', 'by', 'integrity', 'hide', 'label'] as const;

/** What a reader sees: the data, that they are withheld, the content of the tag, a failure, or that they are on their way. */
export type Standing = 'ready' | 'withheld' | 'fallback' | 'failed' | 'loading';

/**
 * The base of the elements that show data: charts and tables. Such an element reads a series file (`src`), or inside a `<zj-source>` the
 * series of a goal or of a metric, or asks the source a query; or it is given a series or a result.
 *
 * @attr {string} src - The address of a series file of a release, such as `/data/series/goals/pct-applications.json`.
 * @attr {string} goal - Inside a `<zj-source>`: the id of a goal.
 * @attr {string} metric - Inside a `<zj-source>`: the id of a metric whose series is published.
 * @attr {"week" | "month" | "quarter" | "half-year" | "year"} grain - With `metric`: the length of the periods. Default: month.
 * @attr {string} by - With `metric`: the dimension that the series is split by.
 * @attr {string} query - Inside a `<zj-source>` with an engine: a query as JSON, such as `{"metric":"industry-revenue","by":["month"],"during":"2025-11/2026-02"}`.
 * @attr {string} integrity - The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected.
 * @attr {number | "never"} refresh - Minutes until the figures are old (default 10).
 * @attr {boolean} loading - Set by the element while it loads data.
 * @attr {boolean} stale - Set by the element if newer data may exist.
 * @attr {boolean} failed - Set by the element after an error.
 * @attr {boolean} withheld - Set by the element if the release withholds the goal. It then shows the name and the reason.
 * @prop {GoalSeries | MetricSeries | WithheldGoal | null} series - The series to show. It has priority over all attributes.
 * @prop {QueryResult | null} result - The result of a query to show.
 * @prop {Query | string | null} query - The query to ask the source around the element.
 */
export abstract class ZjDataElement extends ZjElement {
  static override readonly properties: PropertyDeclarations = {
    ...Object.fromEntries(texts.map((name) => [name, property(name)])),
    query: property('query'),
    refreshAfter: property('refresh'),
    elder: property('elder', Boolean, true),
    series: property(false),
    result: property(false),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare src: string | null | undefined;
  declare goal: string | null | undefined;
  declare metric: string | null | undefined;
  declare grain: string | null | undefined;
  declare by: string | null | undefined;
  declare query: Query | string | null | undefined;
  declare integrity: string | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  declare refreshAfter: string | number | null | undefined;
  declare hide: string | null | undefined;
  declare label: string | null | undefined;
  declare elder: boolean | undefined;
  declare series: GoalSeries | MetricSeries | WithheldGoal | null | undefined;
  declare result: QueryResult | null | undefined;

  /** The data that were found last, or why there are none. */
  protected found: ChartFinding = {};
  private readonly _kept = new Map<string, { readonly of: readonly unknown[]; readonly made: unknown }>();
  private readonly _askers = [1, 2].map(() => createAsker(() => this.requestUpdate())) as [Asker, Asker];
  private readonly _bare = createBareWatch(() => this.requestUpdate());

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
    // React 18 writes so that a boolean is not set.
    if (name === 'elder' && now === 'false') this.removeAttribute(name);
    else super.attributeChangedCallback(name, before, now);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    [...this._askers, this._bare].forEach((one) => one.end());
  }

  /** The method `refresh()` reads the data again. If a page sets `refresh` to minutes, the attribute is set. */
  get refresh(): () => void {
    return () => this.retry();
  }
  // Frameworks set a property where there is one of an attribute's name: it must not take the method away.
  set refresh(minutes: string | number | null | undefined) {
    this.refreshAfter = minutes;
  }

  /** The source around the element. */
  protected get around(): SourceGift | undefined {
    return findGift(this);
  }

  /** What the data are looked for with. */
  protected surroundings(tools: Pick<ToolsAsker<never>, 'ask' | 'failure'>, locale: Locale): Surroundings {
    const [asker, summer] = this._askers;
    return { around: this.around, asker, summer, tools, bare: this._bare, locale };
  }

  /** The earlier result, as long as it is of the same parts: a step of a cursor makes only the moved parts anew. */
  protected keep<Made>(name: string, of: readonly unknown[], make: () => Made): Made {
    const kept = this._kept.get(name);
    if (of.length === kept?.of.length && of.every((part, at) => part === kept.of[at]))
      return kept.made as Made;
    const made = make();
    this._kept.set(name, { of, made });
    return made;
  }

  /** Notes in attributes how the element stands, and gives it in one word. */
  protected stand(parts: {
    readonly isShown: boolean;
    readonly busy: boolean;
    readonly error: string;
  }): Standing {
    const { isShown, busy, error } = parts;
    const isWithheld = this.found.withheld !== undefined;
    const hasFailed = error !== '';
    const isFallback = !isShown && !isWithheld && this.hasFallback();
    const standing = isShown
      ? 'ready'
      : isWithheld
        ? 'withheld'
        : isFallback
          ? 'fallback'
          : hasFailed
            ? 'failed'
            : 'loading';
    this.toggleAttribute('loading', busy || standing === 'loading');
    this.toggleAttribute('stale', hasFailed && (isFallback || isShown));
    this.toggleAttribute('failed', hasFailed);
    this.toggleAttribute('withheld', standing === 'withheld');
    return standing;
  }

  /** Tells a failure by the event `zj-failed`, once. */
  protected tellFailure(failure: Failure | undefined, isLate = false): void {
    const told = { code: failure?.code, message: failure?.message(faceOf(findLocale(this))) };
    this.announce('zj-failed', told, !isLate && failure?.message(faceOf('en')));
  }

  /** Dispatches an event that leaves shadow trees. */
  protected dispatch(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  protected override retry(): void {
    if (this.found.source) void read(this.found.source);
    this.found.retry?.();
    updateAll();
  }
}
