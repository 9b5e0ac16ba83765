import type { GoalSeries, MetricSeries } from '@zj/metrics';
import type { Failure } from '../element/failure.js';
import { wrong } from '../element/patience.js';
import { statusIcon, type Card } from '../chart/card.js';
import type { Locale } from '../locale/locale.js';
import { modelOf } from './model.js';
import { readGoal } from './read-goal.js';
import { readMetric } from './read-metric.js';
import { readResult, type ReadResult, type ResultFault } from './read-result.js';
import { readoutAt, type Readout } from './readout.js';
import { remarksOf } from './remarks.js';
import { summaryOf } from './summary.js';
import { scaleFigures, tellerOf, type Teller } from './teller.js';
import { tellStatus } from './tell-status.js';
import type { Span, Trend } from './trend.js';
import type { TrendModel } from './trend-model.js';
import { trendWords } from './book.js';
import { viewOf, type View, type Wanted } from './view.js';
import { isDuring } from './window.js';

/** The data that a trend is drawn from. */
export type TrendData = GoalSeries | MetricSeries | ReadResult;

/** The wishes of a page, and the language. */
export interface TrendLook extends Wanted {
  readonly locale: Locale;
}

/** A trend ready to be laid out: its numbers, and every word of it as plain data, for every printer. */
export interface TrendShape extends Card {
  readonly model: TrendModel;
  /** The name without the measure of its figures. */
  readonly name: string;
  /** The last period with a figure, where the cursor begins; 0 without one. */
  readonly last: number;
  /** The readout of the period at a place. */
  readonly readout: (at: number) => Readout;
  /** The sources of the table of all figures. */
  readonly view: View;
  readonly teller: Teller;
  /** The unit, as headings have it. */
  readonly unit: string;
  /** The figures that choose the scale and the decimals of all others. */
  readonly figures: readonly (number | null)[];
  /** The periods that are shown, with their days. */
  readonly periods: readonly Span[];
}

/**
 * The shape of a trend in a language. Data that cannot be drawn have a failure instead.
 *
 * @example trendShape(series, { locale: 'zh-CN' }).summary // '2026年1月至2026年10月累计5,036亿元，完成目标…'
 */
export function trendShape(data: TrendData, look: TrendLook): TrendShape | { readonly problem: Failure } {
  const trend = readTrend(data);
  if (typeof trend === 'string')
    return { problem: { code: 'QUERY', message: () => faultWords(trend, look.locale) } };
  if (look.during && !isDuring(look.during))
    return { problem: wrong('during', look.during, '2025..2026').failure };
  // A series of which no period has a figure has no periods.
  if (trend.periods.length === 0) {
    const { nothing, stop } = trendWords(look.locale);
    return { problem: { code: 'RELEASE', message: () => (nothing + stop).trimEnd() } };
  }
  const view = viewOf(trend, look);
  if (!view) {
    const message = (): string => trendWords(look.locale).noPeriods(look.during ?? '');
    return { problem: { code: 'ATTRIBUTE', message } };
  }
  const figures = scaleFigures(view);
  const teller = tellerOf(trend, figures, look.locale);
  const { face, words, say, foreign } = teller;
  const verdict = trend.goal?.verdict;
  const year = /^(\d+)-01-01,\1-12-31$/.test(`${verdict?.period.start},${verdict?.period.end}`);
  const canSum = trend.curves.some(({ toDate }) => toDate !== undefined);
  const of = view.isSum ? 'to-date' : canSum ? 'period' : 'level';
  const name = say(trend.name);
  const source = trend.source ? say(trend.source) : '';
  const through =
    verdict?.dataThrough && verdict.dataThrough > verdict.period.end ? verdict.period.end : trend.through;
  const readouts = new Map<number, Readout>();
  return {
    model: modelOf(view, teller),
    title: words.titled(name, words.measure(of, trend.grain, year || !verdict)),
    name,
    demo: trend.demo ? face.demo : '',
    status: verdict
      ? {
          code: verdict.status,
          word: tellStatus(verdict, face),
          icon: statusIcon(verdict.status),
        }
      : null,
    summary: summaryOf(view, teller),
    last: Math.max(view.last, 0),
    readout(at) {
      if (!readouts.has(at)) readouts.set(at, readoutAt(view, teller, at));
      return readouts.get(at)!;
    },
    remarks: remarksOf(view, teller),
    through: through ? face.through(face.day(through)) : '',
    source: source ? [face.source, source] : ['', ''],
    view,
    teller,
    unit: teller.unit,
    units: [teller.unit],
    figures,
    periods: view.periods,
    foreign,
  };
}

/** Data of any kind in one form. */
export function readTrend(data: TrendData): Trend | ResultFault {
  if (!('kind' in data)) return readResult(data);
  return data.kind === 'goal' ? readGoal(data) : readMetric(data);
}

function faultWords(fault: ResultFault, locale: Locale): string {
  const { noTime, noFigures, units, dimensions } = trendWords(locale);
  return { 'no-time': noTime, 'no-figures': noFigures, units, dimensions }[fault];
}
