import { formatChance, formatPoints, type Day, type Schedule, type Text } from '@zj/metrics';
import { cite } from '../cited.js';
import type { Tellable } from './tellable.js';
import { countedThrough } from '../counted.js';
import { isKept } from '../kept.js';
import { tellMargin } from '../kept-shape.js';
import { tellStatus } from '../tell-status.js';
import { tellComputed, tellLimits } from './kept.js';
import { nameOf, type Row, type Teller } from './teller.js';
import { forecastName, tellBacktest } from './trials.js';

/** The figures of a verdict, and how each follows from the others (METHODS §1–5). */
export function figureRows(verdict: Tellable, teller: Teller): readonly Row[] {
  const {
    actual,
    before,
    target,
    baseline,
    attainment,
    averageGrowth,
    nature,
    schedule,
    forecast,
    needed,
    clause,
    conflicts,
    period,
  } = verdict;
  const through = countedThrough(verdict);
  const { locale, word, face, say, amount, estimate, apart, apartEstimate, range, number } = teller;
  const quoted = say(clause.quote);
  // A gauge that stands alone without a date has neither a period nor a day.
  const dated = !period.end.startsWith('9999');
  /** Of when a figure is and, where others published another, who published it. */
  const published = (source: Text, date?: Day): string => {
    const known = [date && word.date(date), conflicts.length > 0 && say(source)].filter(Boolean);
    return known.length > 0 ? word.brackets(known.join(face.comma)) : '';
  };
  return [
    [word.target, tellLimits(verdict, teller) || amount(target)],
    [word.formula, tellComputed(verdict, teller)],
    [word.averageGrowth, averageGrowth === null ? '' : face.share(averageGrowth)],
    [word.nature, nature ? face.nature(nature) : ''],
    [word.baseline, baseline ? amount(baseline) : ''],
    [word.before, before ? amount(before.value) + published(verdict.source, before.date) : ''],
    [word.actual, actual === null ? '' : amount(actual) + published(verdict.source)],
    ...conflicts.map(({ value, date, source }): Row => [
      word.conflict,
      amount(value) + published(source, date),
    ]),
    [word.attainment, attainmentFormula(verdict, teller)],
    [word.schedule, schedule ? scheduleFormula(verdict, schedule, teller) : ''],
    // Of a limit the periods say it, each of its own figure.
    [word.margin, verdict.kind === 'each-period' ? '' : tellMargin(verdict, { locale })],
    [word.gap, schedule && attainment !== null ? gap(schedule, verdict, teller) : ''],
    ...verdict.otherSchedules.map((other): Row => [
      word.otherSchedule,
      scheduleFormula(verdict, other, teller) + word.semicolon + gap(other, verdict, teller),
    ]),
    [
      word.forecast,
      forecast ? estimate(forecast.point) : verdict.forecasts.length > 0 ? word.noForecast : '',
    ],
    [word.interval, forecast?.interval ? range(forecast.interval) : ''],
    [
      word.probability,
      forecast?.probability == null ? '' : formatChance(forecast.probability, chanceLines(verdict)),
    ],
    [word.forecastMethod, forecast?.method ? forecastName(forecast.method, teller) : ''],
    [word.backtest, forecast?.backtest ? tellBacktest(forecast.backtest, teller) : ''],
    [
      word.needed,
      needed
        ? word.perMonth(apart(needed.total), number(needed.months, 1), apartEstimate(needed.perMonth))
        : '',
    ],
    [word.status, tellStatus(verdict, face)],
    [word.thresholds, thresholds(verdict, teller)],
    [word.period, dated ? word.span(word.date(period.start), word.date(period.end)) : ''],
    [word.through, through ? face.day(through) : ''],
    [word.asOf, dated ? word.date(verdict.asOf) : ''],
    clauseRow(verdict, teller),
    [word.qualifier, quoted && say(verdict.qualifier)],
    [word.source, say(verdict.source)],
  ];
}

/** The words of the clause, and the document that they are from where it is not the plan's own. */
function clauseRow({ clause }: Tellable, { word, say }: Teller): Row {
  const quoted = say(clause.quote);
  if (!quoted) return [word.clause, ''];
  const cited = cite(clause.document, { say, brackets: word.brackets });
  if (!cited) return [word.clause, word.quote(quoted)];
  const text = word.quote(quoted) + word.semicolon;
  return cited.url ? [word.clause, text, cited] : [word.clause, text + cited.title];
}

/** (5,036.18 − 0) ÷ (6,000 − 0) = 83.9% */
function attainmentFormula(
  { actual, target, baseline, attainment }: Tellable,
  { face, figure }: Teller,
): string {
  if (attainment === null) return '';
  const less = (value: number): string => (value < 0 ? `(${figure(value)})` : figure(value));
  const way = (value: number): string => `(${figure(value)} − ${less(baseline!)})`;
  return `${way(actual!)} ÷ ${way(target!)} = ${face.share(attainment)}`;
}

/** The expected share and its rule; in days if the schedule counts days. */
function scheduleFormula(verdict: Tellable, { kind, expected }: Schedule, { word, face }: Teller): string {
  const { period, thresholds } = verdict;
  const days = (last: string): number => (Date.parse(last) - Date.parse(period.start)) / 86_400_000 + 1;
  const [done, all] = [days(countedThrough(verdict)!), days(period.end)];
  // A level's way begins after its baseline, of which a verdict does not tell the day.
  const counted = kind === 'linear' && Math.abs(done / all - expected) < 1e-12;
  return (
    (counted ? `${word.days(done, all)} = ` : '') +
    `${face.share(expected, thresholds ? [thresholds.tooEarly] : [])}${word.brackets(nameOf(kind, word.schedules))}`
  );
}

function gap({ gap, ratio }: Schedule, { thresholds: at }: Tellable, { word, face }: Teller): string {
  const points = formatPoints(gap);
  const apart = points === '0.0' ? face.level : face.apart(points, gap > 0);
  return ratio === null
    ? apart
    : apart + word.semicolon + word.ratio(face.share(ratio, at ? [at.onTrack, at.atRisk] : []));
}

function chanceLines({ thresholds: at }: Tellable): readonly number[] {
  return at ? [at.onTrackProbability, at.atRiskProbability] : [];
}

/** Where one status ends and the next begins (METHODS §4). */
function thresholds(
  { thresholds: at, count, target, qualifier, kind }: Tellable,
  { word, face }: Teller,
): string {
  // A bound or a range has no pace.
  if (!at || isKept(kind)) return '';
  const few = count && target !== null && target <= at.smallCount;
  const [measure, onTrack, atRisk] = few
    ? [word.probability, at.onTrackProbability, at.atRiskProbability]
    : [word.pace, at.onTrack, at.atRisk];
  return [
    `${measure} ≥ ${face.share(onTrack)} ${face.status('on-track', qualifier)}`,
    `≥ ${face.share(atRisk)} ${face.status('at-risk', qualifier)}`,
    `< ${face.share(atRisk)} ${face.status('off-track', qualifier)}`,
    word.tooEarly(face.share(at.tooEarly)),
  ].join(word.semicolon);
}
