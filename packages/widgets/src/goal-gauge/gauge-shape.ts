import { formatPoints, formatShare, isSame, type PublishedVerdict } from '@zj/metrics';
import { speaker } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import { formatNumber, tellQuantities } from '../locale/number.js';
import { countedThrough } from './counted.js';
import { drawBeyond, drawGauge } from './drawing.js';
import { tellForeseen } from './foreseen.js';
import { icons } from '../drawing/icons.js';
import { isUsedUp } from './kept.js';
import { keptShape } from './kept-shape.js';
import { pen as usual } from './pen.js';
import { hasForecast, scaleOf } from './scale.js';
import type { GaugeShape, Look } from './shape.js';
import { isKnown, tellStatus } from './tell-status.js';
import { textWidth } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';
import { gaugeFace } from './book.js';

/**
 * The shape of a verdict in a language. Texts tell the figures as they are; only the drawing is cut off.
 *
 * @example gaugeShape(verdict, { locale: 'zh-CN' }).meter.text // '83.9%，5,036亿元 / 目标6,000亿元'
 */
export function gaugeShape(
  verdict: PublishedVerdict,
  { locale, appearance = 'arc', pen = usual, hide = [] }: Look,
): GaugeShape {
  const { actual, target, attainment, baseline, schedule } = verdict;
  const face = gaugeFace(locale);
  const { say, foreign } = speaker(locale);
  const { unitOf, tell } = tellQuantities(verdict.unit, [actual, target, baseline], locale);

  const { segments } = scaleOf(verdict);
  const share = attainment === null ? '' : face.share(attainment);
  const amount = actual === null ? '—' : tell(actual);
  const goal = target === null ? '' : tell(target);
  const now = segments ? (actual ?? 0) : readShare(attainment);
  const points = schedule && formatPoints(schedule.gap);
  const state = tellStatus(verdict, face);
  // A status without a colour of its own has none that may mislead.
  const status = isKnown(verdict.status) ? verdict.status : 'not-assessable';
  const through = countedThrough(verdict);
  const [, number = amount, percent = ''] = /^(.*?)(\s*%)$/.exec(share) ?? [];
  // The unit of a count stands beside it where there is room.
  const unit = unitOf(goal || amount);
  const isShort = textWidth(unit) < 1.6;
  const figure: GaugeShape['figure'] = segments
    ? [amount, ` / ${goal}${isShort ? unit : ''}`]
    : [number, percent];
  const quantity: GaugeShape['quantity'] = segments
    ? [isShort ? '' : unit.trim(), '']
    : !goal
      ? [unit, '']
      : share
        ? [amount, `/ ${goal}${unit}`]
        : [face.target, goal + unit];
  const source = say(verdict.source);
  say(verdict.unit);
  const forecast = !hide.includes('forecast');
  const drawing = drawGauge(verdict, { appearance, pen, due: face.due, forecast });
  const beyond = drawBeyond(verdict, { appearance, forecast });
  const isDrawn = (part: string): boolean =>
    [...drawing.slice(2), ...beyond.below, ...beyond.above].some(
      (line) => (line as Exclude<Tree, string>)[1].part === part,
    );
  // The room within a track, as a share of that within the usual one.
  const hole = (pen.size - 2 * pen.thickness) / (usual.size - 2 * usual.thickness);

  return {
    appearance,
    scale: 'way',
    name: say(verdict.name) || face.target,
    demo: verdict.demo ? [face.demo, face.demoBriefly] : ['', ''],
    drawing,
    figure,
    quantity,
    inside: [
      textWidth(figure[0]) + textWidth(figure[1]) / 2 < (appearance === 'ring' ? 3.1 : 3.2) * hole,
      appearance === 'ring'
        ? Math.max(...quantity.map(textWidth)) < 5.6 * hole
        : textWidth(quantity.join(' ')) < 9.4 * hole,
    ],
    // Where there is no way, there is no scale; without a baseline it begins at nothing.
    ends:
      attainment !== null && goal && /arc|linear/.test(appearance) && target !== (baseline ?? 0)
        ? [tell(baseline ?? 0), goal]
        : ['', ''],
    beyond,
    marks: { schedule: isDrawn('schedule'), forecast: isDrawn('forecast') },
    meter: {
      now,
      min: Math.min(0, Math.floor(now)),
      max: Math.max(segments || 100, Math.ceil(now)),
      text:
        [
          segments ? '' : share,
          actual === null
            ? goal && face.target + face.space + goal + unitOf(goal)
            : goal
              ? face.ofTarget(amount + unitOf(amount), goal + unitOf(goal))
              : amount + unitOf(amount),
        ]
          .filter(Boolean)
          .join(face.comma) || '—',
    },
    status,
    word: state,
    icon: icons[status],
    pace: schedule
      ? `${face.schedule} ${face.share(schedule.expected)}` +
        // A goal that is judged by its probability has no pace (METHODS §4.6).
        (verdict.forecast?.method === 'poisson-gamma'
          ? ''
          : face.comma + (points === '0.0' ? face.level : face.apart(points!, schedule.gap > 0)))
      : '',
    brief: hasForecast(verdict) ? tellOutlook(verdict, locale, true) : '',
    nature: verdict.nature ? face.nature(verdict.nature) : '',
    outlook: tellOutlook(verdict, locale),
    through: through ? face.through(face.day(through)) + (verdict.provisional ? face.provisional : '') : '',
    source: source ? [face.source, source] : ['', ''],
    reason: say(verdict.reason),
    foreign,
    ...keptShape(verdict, { locale, appearance, pen }),
  };
}

/** A share in per cent as it is shown: 99.96 % of a target reads 99.9 everywhere. */
function readShare(share: number | null): number {
  return share === null ? 0 : parseFloat(formatShare(share).replace('−', '-').replaceAll(',', ''));
}

/** The forecast in words: shares of the way in whole per cent, or figures where few are counted or there is no way. */
function tellOutlook(verdict: PublishedVerdict, locale: Locale, isBrief = false): string {
  const { forecast, period, status, target } = verdict;
  if (!forecast) return '';
  const { point, interval, probability } = forecast;
  const face = gaugeFace(locale);
  const { unitOf, tell } = tellForeseen(verdict, point, locale);
  const { segments, share } = isUsedUp(verdict)
    ? // Of a ceiling of nothing there are no shares.
      { segments: 0, share: target === 0 ? null : (used: number): number => used / target! || 0 }
    : scaleOf(verdict);
  const percent = (figure: number): string =>
    formatNumber(wholePercent(share!(figure), verdict.bound !== undefined), 0, locale);
  const [say, mark] = segments || !share ? [tell, unitOf] : [percent, () => '%'];
  const end = say(point);
  const year = /^(\d+)-01-01,\1-12-31$/.test(`${period.start},${period.end}`);
  if (isBrief) return face.forecast(end + mark(end), '', year);
  // On the way down the end of an interval is its beginning.
  const range = interval
    ?.slice()
    .sort((a, b) => (share ? share(a) - share(b) : 0))
    .map((figure) => say(figure));
  return (
    face.forecast(end + mark(end), range && range[0] !== range[1] ? range.join('–') : '', year) +
    // A decided goal needs no forecast.
    (probability === null || /achieved|missed/.test(status) ? '' : face.comma + face.chance(probability))
  );
}

/** A share in whole per cent; a share below the target, or above a ceiling, never reads 100. */
function wholePercent(share: number, isCeiling: boolean): number {
  const percent = Math.round(share * 100);
  if (percent !== 100 || isSame(share, 1) || share > 1 !== isCeiling) return percent;
  return isCeiling ? 101 : 99;
}
