import type { GoalSeries, MetricSeries, QueryResult, WithheldGoal } from '@zj/metrics';
import type { Failure } from '../element/failure.js';
import type { Wish } from '../element/release.js';
import type { SourceGift } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import type { Asker } from './ask-query.js';
import type { BareWatch } from '../element/bare.js';
import type { ToolsAsker } from './chart-tools.js';
import type { Chosen } from './chosen.js';

/** The data that charts are drawn from. */
export type ChartData = GoalSeries | MetricSeries | QueryResult;

/** The finding: data, a withheld goal, a failure, or that it is still loading. Older data stay beside a failure. */
export interface ChartFinding {
  readonly data?: ChartData | undefined;
  readonly withheld?: WithheldGoal | undefined;
  readonly source?: Wish | undefined;
  readonly failure?: Failure | undefined;
  readonly busy?: boolean | undefined;
  readonly retry?: (() => void) | undefined;
  /** How the selection of the source around meets the data; absent where nothing is chosen. */
  readonly chosen?: Chosen | undefined;
}

/** The surroundings of a chart. */
export interface Surroundings {
  readonly around: SourceGift | undefined;
  readonly asker: Asker;
  /** Who asks for the sums of the year to date. */
  readonly summer: Asker;
  /** Who reads the file that narrows a series. */
  readonly tools: Pick<ToolsAsker<never>, 'ask' | 'failure'>;
  readonly bare: BareWatch;
  readonly locale: Locale;
  /** The sentence for a tag without input, where it is not that of a chart. */
  readonly noInput?: string;
  /** A choice by the dimensions of a question does not narrow it. */
  readonly keepsOwn?: boolean;
  /** The chart shows the sums of the year to date, not the figures of the periods. */
  readonly showsSums?: boolean;
}
