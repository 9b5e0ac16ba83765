import {
  formatDay,
  formatPoints,
  formatShare,
  statusWord,
  statusWords,
  type PublishedVerdict,
  type Status,
  type Text,
} from '@zj/metrics';
import { speak, type Locale } from '../locale/locale.js';
import * as word from '../locale/messages.js';
import { formatNumber, tellQuantities } from '../locale/number.js';
import { countSegments, drawDial, type Dial } from './dial.js';
import { icons } from './icons.js';

/** A verdict ready to paint: every word and every line of a gauge as plain data, for whatever prints it. */
export interface GaugeShape {
  readonly name: string;
  /** 示例数据, where the data are made up. */
  readonly demo: string;
  readonly dial: Dial;
  /** In the middle of the dial: `83.9` and `%`, or `1` and ` / 2`. */
  readonly figure: readonly [main: string, rest: string];
  /** Below it: `5,036` and `/ 6,000亿元`, or `家`. A line may break between them. */
  readonly quantity: readonly [first: string, second: string];
  /** What the two ends of the dial stand for; nothing where there is no target. */
  readonly ends: readonly [start: string, target: string];
  readonly meter: Meter;
  readonly status: Status;
  readonly word: string;
  /** Path data of the status's icon, in a square of 16. */
  readonly icon: string;
  /** How the goal stands to its schedule. */
  readonly pace: string;
  readonly through: string;
  readonly source: string;
  /** One sentence, why this status. */
  readonly reason: string;
  readonly rows: readonly Row[];
  readonly sql: string;
}

/** What assistive technology is told of the drawing: minimum and maximum are wide enough for overshoot and negatives. */
export interface Meter {
  readonly now: number;
  readonly min: number;
  readonly max: number;
  readonly text: string;
}

/** A line of the table. */
export type Row = readonly [label: string, text: string];

/**
 * The shape of a verdict in a language. Texts tell the figures as they are; only the drawing is clamped.
 *
 * @example gaugeShape(verdict, { locale: 'zh-CN' }).meter.text // '83.9%，5,036亿元 / 目标6,000亿元，进度正常'
 */
export function gaugeShape(verdict: PublishedVerdict, { locale }: { readonly locale: Locale }): GaugeShape {
  const {
    actual,
    target,
    attainment,
    baseline,
    status,
    schedule,
    forecast,
    thresholds,
    clause,
    dataThrough,
  } = verdict;
  const say = speak(locale);
  const { unit, tell } = tellQuantities(verdict.unit, [actual, target, baseline], locale);
  const full = (value: number | null): string => (value === null ? '' : tell(value, true) + unit);
  const percent = (share: number | null | undefined): string => (share == null ? '' : formatShare(share));

  const segments = countSegments(verdict);
  const share = percent(attainment);
  const figure = actual === null ? '—' : tell(actual);
  const goal = target === null ? '' : tell(target);
  const now = (segments ? actual : attainment && attainment * 100) ?? 0;
  const points = schedule && formatPoints(schedule.gap);
  const gap = points ? say(points === '0.0' ? word.level : word.apart(points, schedule.gap > 0)) : '';
  const expected = percent(schedule?.expected);
  const probability = percent(forecast?.probability);
  const state = say(statusWord(status, verdict.qualifier));
  const source = say(verdict.source);
  // Is it judged by its probability? (METHODS §4.6)
  const few = verdict.count && target !== null && target <= thresholds.smallCount;
  const [basis, onTrack, atRisk] = few
    ? [say(word.probability), thresholds.onTrackProbability, thresholds.atRiskProbability]
    : [`${say(word.attainment)} ÷ ${say(word.schedule)}`, thresholds.onTrack, thresholds.atRisk];
  const from = (least: number, words: Text): string => `≥ ${formatNumber(least * 100, 1)}% ${say(words)}`;
  const rows: readonly (readonly [Text, string])[] = [
    [word.target, full(target)],
    [word.baseline, baseline ? full(baseline) : ''],
    [word.actual, full(actual)],
    [word.attainment, share],
    [word.schedule, expected],
    [word.gap, gap],
    [word.probability, probability],
    [word.status, state],
    [word.clause, clause.quote.zh && `“${say(clause.quote)}”`],
    [word.qualifier, clause.quote.zh && say(verdict.qualifier)],
    [word.source, source],
    [
      word.method,
      basis +
        say(word.colon) +
        from(onTrack, statusWords['on-track']) +
        say(word.comma) +
        from(atRisk, statusWords['at-risk']),
    ],
  ];

  return {
    name: say(verdict.name) || say(word.target),
    demo: verdict.demo ? say(word.demo) : '',
    dial: drawDial(verdict),
    figure: segments ? [figure, ` / ${goal}`] : share ? [share.slice(0, -1), '%'] : [figure, ''],
    quantity:
      segments || !goal ? [unit, ''] : share ? [figure, `/ ${goal}${unit}`] : [say(word.target), goal + unit],
    ends: goal ? [tell(baseline ?? 0), goal] : ['', ''],
    meter: {
      now: Number(now.toFixed(2)),
      min: Math.min(0, Math.floor(now)),
      max: Math.max(segments || 100, Math.ceil(now)),
      text: [
        segments ? '' : share,
        actual === null ? '' : goal ? say(word.ofTarget(figure + unit, goal + unit)) : figure + unit,
        state.toLowerCase(),
      ]
        .filter(Boolean)
        .join(say(word.comma)),
    },
    status,
    word: state,
    icon: icons[status],
    pace:
      expected &&
      `${say(word.schedule)} ${expected}${say(word.comma)}${probability ? `${say(word.probability).toLowerCase()} ${probability}` : gap}`,
    through: dataThrough
      ? say(word.through(formatDay(dataThrough))) + (verdict.provisional ? say(word.provisional) : '')
      : '',
    source: source && say(word.source) + say(word.colon) + source,
    reason: say(verdict.reason),
    rows: rows.filter(([, text]) => text).map(([label, text]) => [say(label), text]),
    sql: verdict.sql,
  };
}
