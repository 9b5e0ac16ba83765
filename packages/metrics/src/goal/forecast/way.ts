import { monthsIn } from '../../base/period.js';
import type { Bilingual } from '../../base/text.js';
import { samePeriodShare } from '../same-period.js';
import { linearShare } from '../schedule.js';
import type { ForecastMethod } from '../verdict.js';
import { fitSmoothing, predictSmoothed } from './holt-winters.js';
import { fitLine, predictLine } from './line.js';
import { lastMonthEnded, monthOf } from './month.js';
import type { Ground, Origin } from './origin.js';
import type { Prediction } from './prediction.js';
import type { SmoothingForm } from './smoothing.js';
import * as obstacle from './obstacle.js';

/** A method that forecasts the end figure from an origin. */
export interface Way {
  readonly method: ForecastMethod;
  /** Why it does not apply to a goal; null where it does. */
  readonly ruledOut: (ground: Ground, now: Origin) => Bilingual | null;
  /** The end figure, with the method's own uncertainty where it has one; null where there is no such figure. */
  readonly forecast: (origin: Origin, ground: Ground) => Prediction | null;
}

/** The methods of METHODS §5 that a back-test compares, simplest first. */
export const ways: readonly Way[] = [
  {
    method: 'run-rate',
    ruledOut: ({ goal, horizon, known }) => {
      if (goal.accumulate !== 'total') return obstacle.onlyTotals;
      const months =
        known.grain === 'day'
          ? Math.max(0, lastMonthEnded(known.dataThrough) - monthOf(goal.period.start) + 1)
          : monthsIn[known.grain] * horizon.known;
      return months < 3 ? obstacle.tooFew(obstacle.reportedMonths, 3, months) : null;
    },
    forecast: ({ actual, period, day }) => point(actual / linearShare(period, day)),
  },
  {
    method: 'same-period',
    ruledOut: ({ goal }, origin) => {
      if (goal.accumulate !== 'total') return obstacle.onlyTotals;
      return shareOf(origin) === null ? obstacle.noEarlierPeriod : null;
    },
    forecast: (origin) => {
      const share = shareOf(origin);
      return share === null ? null : point(origin.actual / share);
    },
  },
  {
    method: 'trend',
    ruledOut: ({ goal }, { points }) => {
      if (goal.accumulate !== 'level') return obstacle.onlyLevels;
      const different = new Set(points.map(([x]) => x)).size;
      return different < 5 ? obstacle.tooFew(obstacle.observations, 5, different) : null;
    },
    forecast: ({ points, end }) => predictLine(fitLine(points), end),
  },
  smoothingWay('holt', 'none', false),
  smoothingWay('holt-damped', 'none', true),
  smoothingWay('holt-winters-additive', 'additive', false),
  smoothingWay('holt-winters-additive-damped', 'additive', true),
  smoothingWay('holt-winters-multiplicative', 'multiplicative', false),
  smoothingWay('holt-winters-multiplicative-damped', 'multiplicative', true),
];

function smoothingWay(method: ForecastMethod, seasonal: SmoothingForm['seasonal'], damped: boolean): Way {
  const formOf = ({ history }: Ground): SmoothingForm => ({ seasonal, damped, period: history.steps.cycle });
  return {
    method,
    ruledOut: ({ history, horizon }, { figures }) => {
      if (!history.regular) return obstacle.notRegular;
      if (!horizon.whole) return obstacle.notWholeMonths;
      const { cycle } = history.steps;
      if (seasonal !== 'none' && cycle === 1) return obstacle.noSeasons;
      const least = seasonal === 'none' ? 5 : 2 * cycle;
      if (figures.length < least) return obstacle.tooFew(obstacle.unbrokenFigures, least, figures.length);
      return seasonal === 'multiplicative' && !figures.every((figure) => figure > 0)
        ? obstacle.notPositive
        : null;
    },
    forecast: ({ figures, base }, ground) => {
      const { lead, open } = ground.horizon;
      const smoothed = fitSmoothing(figures, formOf(ground));
      if (!smoothed) return null;
      const coming = predictSmoothed(smoothed, lead, open);
      return { ...coming, point: base + coming.point };
    },
  };
}

function point(figure: number): Prediction {
  return { point: figure, deviation: null, freedom: Infinity };
}

function shareOf(origin: Origin): number | null {
  return samePeriodShare(origin.observations, origin, origin.period, origin.day);
}
