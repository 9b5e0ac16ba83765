import type { PropertyDeclarations } from 'lit';
import type { GoalSeries, MetricSeries, Query, QueryResult, WithheldGoal } from '@zj/metrics';
import { makeEmptiable, property } from '../element/property.js';
import type { Locale } from '../locale/locale.js';
import { createAsker, type Asker } from './ask-query.js';
import type { ToolsAsker } from './chart-tools.js';
import { ZjFileElement } from './file-element.js';
import type { ChartFinding, Surroundings } from './finding.js';

/** The attributes that are text and have one word. */
const texts = ['goal', 'metric', 'grain', 'by'] as const;

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
 * @attr {boolean} withheld - Set by the element if the release withholds the goal. It then shows the name and the reason.
 * @prop {GoalSeries | MetricSeries | WithheldGoal | null} series - The series to show. It has priority over all attributes.
 * @prop {QueryResult | null} result - The result of a query to show.
 * @prop {Query | string | null} query - The query to ask the source around the element.
 */
export abstract class ZjDataElement extends ZjFileElement {
  static override readonly properties: PropertyDeclarations = {
    ...Object.fromEntries(texts.map((name) => [name, property(name)])),
    query: property('query'),
    series: property(false),
    result: property(false),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare goal: string | null | undefined;
  declare metric: string | null | undefined;
  declare grain: string | null | undefined;
  declare by: string | null | undefined;
  declare query: Query | string | null | undefined;
  declare series: GoalSeries | MetricSeries | WithheldGoal | null | undefined;
  declare result: QueryResult | null | undefined;

  /** The data that were found last, or why there are none. */
  protected override found: ChartFinding = {};
  private readonly _askers = [1, 2].map(() => createAsker(() => this.requestUpdate())) as [Asker, Asker];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._askers.forEach((one) => one.end());
  }

  /** What the data are looked for with. */
  protected surroundings(tools: Pick<ToolsAsker<never>, 'ask' | 'failure'>, locale: Locale): Surroundings {
    const [asker, summer] = this._askers;
    return { around: this.around, asker, summer, tools, bare: this.bare, locale };
  }
}
