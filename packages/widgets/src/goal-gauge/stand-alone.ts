import {
  judgeFigure,
  isDay,
  type Bilingual,
  type Day,
  type JudgedGoal,
  type PublishedVerdict,
  type Unit,
  type WithheldGoal,
} from '@zj/metrics';
import { marginOf } from '@zj/metrics/internal';
import { readLimits, readsAsNumber } from './alone-limits.js';
import type { Say } from '../locale/words.js';
import type { GaugeSay } from './words.js';
import type { Failure } from '../element/failure.js';
import type { Wish } from '../element/release.js';

/** The attributes of one word by which a gauge stands alone. */
export const figures = [
  'value',
  'target',
  'bound',
  'range',
  'baseline',
  'unit',
  'label',
  'start',
  'end',
] as const;

/** The attributes of a gauge that stands alone, as they were written or set. */
export type StandAlone = Partial<Record<(typeof figures)[number] | 'asOf' | 'count', unknown>>;

/** The figures that a gauge shows, or the failure, or both; neither while it waits. */
export interface Finding {
  /** As it stands in a file or a page, unchecked. */
  readonly verdict?: PublishedVerdict | undefined;
  /** That the goal is withheld, just so. */
  readonly withheld?: WithheldGoal | undefined;
  readonly failure?: Failure | undefined;
  readonly busy?: boolean | undefined;
  /** The file it is read from. */
  readonly source?: Wish | undefined;
  /** The digest of the release that it is from. */
  readonly release?: string | undefined;
  /** Reads the manifest again that says where that file is. */
  readonly retry?: (() => void) | undefined;
  /** The input of the judging, for the detail. */
  readonly judged?: Judged | undefined;
  /** Why it has no schedule, where its author may have expected one. */
  readonly remark?: GaugeSay | undefined;
}

/** The input of judging a stand-alone gauge. */
export interface Judged {
  readonly goal: JudgedGoal;
  readonly value: number | null;
  readonly count: boolean;
  /** Empty where there is none: then nothing but the figure is told. */
  readonly asOf: Day;
}

/**
 * The verdict of a gauge that stands alone, by the same rules as in a release (METHODS §2–4): a count is counted since `start`, a
 * figure with a baseline, a bound or a range is a level, any other a total. Without `as-of` there is no schedule. The failure names all attributes
 * that are missing or cannot be read.
 *
 * @example judgeAlone({ value: 5036, target: 6000, start: '2026-01-01', end: '2026-12-31', asOf: '2026-10-31' }).verdict.status // 'on-track'
 */
export function judgeAlone(given: StandAlone): Finding {
  const problems: Say[] = [];
  // A line break of the page's source is a space of its text.
  const text = (key: keyof StandAlone): string => textOf(given[key]).replace(/\s+/g, ' ');
  const check = (holds: boolean, name: string, written: string, example: string): void => {
    if (!holds) problems.push((face) => face.badAttribute(name, written, example));
  };
  const number = (key: keyof StandAlone): number | null => {
    const written = text(key);
    const sound = written === '' || readsAsNumber(written);
    check(sound, key, written, '5036');
    return written && sound ? +written : null;
  };
  const count = Boolean(given.count);
  const [value, target, base] = [number('value'), number('target'), number('baseline')];
  const limits = readLimits(
    { bound: text('bound'), range: text('range'), target: text('target'), baseline: text('baseline') },
    problems,
  );
  const { bound, range } = limits;
  const isKept = bound !== undefined || range !== undefined;
  // A way from nothing to a target of nothing or less has no direction (METHODS §2).
  check(target === null || target > 0 || base !== null || isKept, 'baseline', text('baseline'), '36');
  // Half an enterprise is no event.
  check(!count || Number.isInteger(value ?? 0), 'value', text('value'), '1');
  const [asOf, start, end] = [text('asOf'), text('start'), text('end')];
  check(!asOf || isDay(asOf), 'as-of', asOf, '2026-10-31');
  check(!(asOf + start) || isDay(start), 'start', start, '2026-01-01');
  check(
    !(asOf + end) || (isDay(end) && (!isDay(start) || end >= start)),
    'end',
    end,
    `${isDay(start) ? start.slice(0, 4) : 2026}-12-31`,
  );
  if (problems.length > 0) {
    return {
      failure: { code: 'ATTRIBUTE', message: (face) => problems.map((problem) => problem(face)).join('\n') },
    };
  }

  const period = asOf ? { start, end } : allTime;
  const today = asOf || period.start;
  const goal = {
    name: same(text('label')),
    unit: readUnit(text('unit')),
    qualifier: { zh: '完成', en: 'complete', binding: 'firm' },
    direction:
      bound === 'at-most' || (base !== null && target !== null && target < base) ? 'decrease' : 'increase',
    period,
  } as const;
  const judgedGoal: JudgedGoal = {
    ...goal,
    id: '',
    target,
    ...limits,
    // Only a ceiling can be used up by counted things.
    accumulate:
      base !== null || (isKept && !(count && bound === 'at-most')) ? 'level' : count ? 'since' : 'total',
    baseline: base === null ? base : { value: base, date: period.start },
  };
  const begun = today >= period.start;
  const known = begun && value !== null;
  const figure = { actual: known ? value + 0 : null, dataThrough: known ? today : null };
  const { schedules, ended, baseline, attainment, thresholds, status, forecast, ...judged } = judgeFigure(
    judgedGoal,
    figure,
    {
      begun,
      count,
    },
  );
  return {
    judged: { goal: judgedGoal, value, count, asOf },
    remark:
      !asOf && start + end && !(isKept && judgedGoal.accumulate === 'level')
        ? (face) => face.undated
        : undefined,
    verdict: {
      ...goal,
      goal: '',
      method: 'default',
      asOf: today,
      actual: figure.actual,
      before: null,
      dataThrough: asOf ? figure.dataThrough : null,
      baseline,
      target,
      ...(isKept && {
        ...limits,
        kind: range ? 'range' : bound === 'at-most' ? 'ceiling' : 'floor',
        margin: known && judged.limits ? marginOf(value, judged.limits) : null,
      }),
      attainment,
      schedule: asOf ? (schedules[0] ?? null) : null,
      otherSchedules: [],
      forecast,
      forecasts: [],
      needed: null,
      status,
      published: null,
      stale: today > period.end && !ended,
      provisional: false,
      thresholds,
      // Why is a matter of the detail.
      reason: same(''),
      count,
      clause: { quote: same('') },
      methods: [],
      interpretations: [],
      source: same(''),
      completeness: [],
      demo: false,
      sql: '',
    },
  };
}

/**
 * A value of a page as text. Scripts leave a value out by `null`, `undefined`, an empty text or `false` (`value={known &&
 * figure}`). A value without text, and the printed form of a missing one (`"undefined"`), is an ellipsis.
 */
export function textOf(given: unknown): string {
  try {
    const text = given === false ? '' : `${(given ?? '') as string}`.trim();
    return /^(NaN|undefined|null|\[object .*)$/.test(text) ? '…' : text;
  } catch {
    return '…';
  }
}

/** So long a period that on its first day it is too early to tell more than whether the target is reached. */
const allTime = { start: '0001-01-01', end: '9999-12-31' };
function same(text: string): Bilingual {
  return { zh: text, en: text };
}

/** 亿元 is 元 in units of 10⁸; `billion yuan` is yuan in units of 10⁹. */
export function readUnit(written: string): Unit {
  const [, scale = '', name = ''] = /^([亿万]|[mb]illion(?!\S))?\s*([^]*)$/.exec(written)!;
  return { ...(/^(元|yuan)$/.test(name) ? { zh: '元', en: 'yuan' } : same(name)), power: powers[scale] ?? 0 };
}

const powers: Readonly<Record<string, number>> = { 万: 4, 亿: 8, million: 6, billion: 9 };
