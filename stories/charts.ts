import type { GoalSeries, MetricSeries, Query, QueryResult, WithheldGoal } from '@zj/metrics';
import { html, nothing, type TemplateResult } from 'lit';

/** The settings of any chart of a story: its attributes by name, its properties, and the content of its tag. */
export interface ChartArgs {
  readonly series?: GoalSeries | MetricSeries | WithheldGoal;
  readonly result?: QueryResult;
  readonly src?: string;
  readonly goal?: string;
  readonly metric?: string;
  readonly grain?: string;
  readonly by?: string;
  readonly query?: Query;
  readonly label?: string;
  readonly hide?: readonly string[];
  readonly elder?: boolean;
  readonly lang?: string;
  readonly inside?: TemplateResult;
}

export interface TrendArgs extends ChartArgs {
  readonly appearance?: 'line' | 'bars' | 'cumulative' | '';
  readonly during?: string;
  readonly members?: string;
}

export interface BreakdownArgs extends ChartArgs {
  readonly appearance?: 'table' | 'change' | 'multiples' | '';
  readonly period?: string;
  readonly cumulative?: boolean;
  readonly top?: number | string;
  readonly order?: 'value' | 'change' | 'difference' | 'contribution' | 'name' | 'given' | '';
  readonly scale?: 'own' | '';
}

/** An attribute that is left out where its control is empty. */
const optional = (given: number | string | undefined): number | string | typeof nothing =>
  given === '' ? nothing : (given ?? nothing);

/** Metrics that never answer: a chart that asks them stays as it is while it loads. */
const unanswered = {
  catalogue: { metrics: [], datasets: [] },
  query: () => new Promise<never>(() => undefined),
};

/** A chart that waits for the answer to a question, however long someone looks at it. */
export function waiting<Args extends ChartArgs>(chart: (args: Args) => TemplateResult) {
  return (args: Args): TemplateResult => html`
    <zj-source .metrics=${unanswered}>
      ${chart({ ...args, query: { metric: 'leading-industries-revenue', by: ['month'] } })}
    </zj-source>
  `;
}

/** The tag of a trend. */
export function trend(args: TrendArgs): TemplateResult {
  return html`
    <zj-trend-chart
      src=${optional(args.src)}
      goal=${optional(args.goal)}
      metric=${optional(args.metric)}
      grain=${optional(args.grain)}
      by=${optional(args.by)}
      label=${optional(args.label)}
      appearance=${optional(args.appearance)}
      during=${optional(args.during)}
      members=${optional(args.members)}
      hide=${optional(args.hide?.join(' '))}
      ?elder=${args.elder}
      lang=${optional(args.lang)}
      .query=${args.query}
      .series=${args.series}
      .result=${args.result}
    >
      ${args.inside}
    </zj-trend-chart>
  `;
}

/** The tag of a breakdown. */
export function breakdown(args: BreakdownArgs): TemplateResult {
  return html`
    <zj-breakdown-chart
      src=${optional(args.src)}
      metric=${optional(args.metric)}
      grain=${optional(args.grain)}
      by=${optional(args.by)}
      label=${optional(args.label)}
      appearance=${optional(args.appearance)}
      period=${optional(args.period)}
      ?cumulative=${args.cumulative}
      top=${optional(args.top)}
      order=${optional(args.order)}
      scale=${optional(args.scale)}
      hide=${optional(args.hide?.join(' '))}
      ?elder=${args.elder}
      lang=${optional(args.lang)}
      .query=${args.query}
      .series=${args.series}
      .result=${args.result}
    >
      ${args.inside}
    </zj-breakdown-chart>
  `;
}

/** The controls of a trend that is given its series. */
export const trendLooks = {
  controls: { include: ['appearance', 'during', 'members', 'hide', 'elder', 'lang', 'series'] },
};

/** The controls of a breakdown that is given its series. */
export const breakdownLooks = {
  controls: {
    include: [
      'appearance',
      'period',
      'cumulative',
      'top',
      'order',
      'scale',
      'hide',
      'elder',
      'lang',
      'series',
    ],
  },
};
