import { isKept } from '@zj/metrics/internal';
import { formatNumber } from '../locale/number.js';
import { forecastOf, lineName, milestonesOf } from './model.js';
import type { Teller } from './teller.js';
import type { View } from './view.js';

/** The lines below the drawing: the meaning of the band and how good it was, and why something that one may look for is not there. */
export function remarksOf(view: View, teller: Teller): readonly string[] {
  const { words } = teller;
  const { trend, members } = view;
  const nameAll = (curves: typeof members.left): string =>
    curves.map((curve) => lineName(curve, view, teller)).join(words.list);
  // One line for the signs of the drawing: a line more would move the page below the chart.
  const [first, ...reasons] = forecastRemarks(view, teller);
  const diamonds = milestonesOf(view).length > 0 ? words.milestones : '';
  const signs = [first, diamonds].filter(Boolean).join(words.semicolon);
  const hasTotal = trend.curves.some(({ kind }) => kind === 'total') && view.lines.length > 1;
  return [
    ...(signs ? [signs] : []),
    ...judgedThrough(view, teller),
    ...reasons,
    ...(members.left.length > 0 ? [words.leftOut(members.left.length, nameAll(members.left))] : []),
    ...(members.unknown.length > 0 ? [words.unknownMembers(members.unknown.join(words.list))] : []),
    ...gapsOf(view, teller),
    ...(trend.apart ? [teller.say(trend.apart)] : hasTotal ? [words.inTable] : []),
  ];
}

/** That a goal is judged by earlier figures than the last ones on display: those after a gap do not count (METHODS §2). */
function judgedThrough({ trend, periods, last }: View, { face, words }: Teller): readonly string[] {
  const through = trend.goal?.verdict.dataThrough;
  const shown = periods[last];
  if (!through || !shown || (shown.partial ?? shown.end) <= through) return [];
  return [words.judgedThrough(face.day(through))];
}

/** Gaps behind the figures. The summary of one line names the periods that are missing. */
function gapsOf({ trend: { gaps, goal, grain }, lines }: View, { face, words }: Teller): readonly string[] {
  const isNamed =
    lines.length === 1 && (goal !== undefined || grain === 'month') && lines[0]!.lacks.includes('missing');
  return gaps
    .filter(({ kind, means }) => means !== 'not-applicable' && (kind !== 'missing' || !isNamed))
    .map(({ text }) => (text[face.text] + words.stop).trimEnd());
}

function forecastRemarks(view: View, teller: Teller): readonly string[] {
  const { trend, isSum } = view;
  const { words, locale } = teller;
  const verdict = trend.goal?.verdict;
  if (!verdict) return [];
  const forecast = forecastOf(view);
  if (forecast) {
    if (!forecast.points.some(({ interval }) => interval)) return [words.noInterval];
    const percent = (share: number): string => `${formatNumber(share * 100, 0, locale)}%`;
    const { coverage, level } = forecast;
    return [
      words.fan(
        percent(level),
        coverage === null ? '' : percent(coverage),
        verdict.forecast?.backtest?.origins ?? 0,
      ) + (coverage === null ? words.noCoverage : ''),
    ];
  }
  // Of a goal that is decided or that has limits nobody looks for one.
  if (isKept(verdict) || /achieved|missed|no-data/.test(verdict.status)) return [];
  const canSum = trend.curves.some(({ toDate }) => toDate !== undefined);
  if (canSum && !isSum) {
    const { needed } = verdict;
    const each = needed && teller.amount(needed.perMonth);
    return [
      ...(needed && needed.months > 0 ? [words.needed(formatNumber(needed.months, 1, locale), each!)] : []),
      ...(trend.goal.forecast ? [words.summedForecast] : []),
    ];
  }
  if (trend.goal.forecast) return [];
  const why = verdict.forecasts.find((trial) => trial.why)?.why;
  return why ? [words.noForecast(teller.say(why))] : [];
}
