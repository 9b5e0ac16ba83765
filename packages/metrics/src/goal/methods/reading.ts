import type { Day } from '../../base/day.js';
import type { Direction, PublishedMethod } from '../../plan/plan.js';
import type { Bilingual } from '../../base/text.js';
import { splitDay } from '../calendar.js';
import type { JudgedGoal } from '../goal.js';
import { settle } from '../../base/same.js';
import { observe } from '../observed.js';
import type { Observation, Series } from '../series.js';
import type { MethodVerdict } from '../verdict.js';
import type { AnnualPoint } from './destatis.js';

/** The input of the published methods for a goal on a day. */
export interface Reading {
  /** Whether the goal's figure is that of its own period, from 0 (METHODS §2 `total`, `since`). */
  readonly ownPeriod: boolean;
  readonly begun: boolean;
  readonly baseValue: number | null;
  readonly baseYear: number | null;
  readonly currentValue: number | null;
  readonly currentYear: number | null;
  readonly target: number | null;
  readonly targetYear: number;
  readonly direction: Direction;
  /** The last figure of every year that counts: the yearly series of a level. */
  readonly annual: readonly AnnualPoint[];
}

/** The input of the published methods from a goal and its series: the figures that {@link observe} counts, by their years. */
export function readGoal(goal: JudgedGoal, series: Series, asOf: Day): Reading {
  const { period, target, baseline, direction = 'increase' } = goal;
  const ownPeriod = goal.accumulate !== 'level';
  const begun = asOf >= period.start;
  const { actual, history } = observe(goal, series, asOf);
  // Adding zero makes a negative zero an ordinary one.
  const aim = target === null ? null : target + 0;
  const base = ownPeriod ? 0 : baseline ? settle(baseline.value + 0, [aim]) : null;
  const annual = lastOfYears(history, aim);
  return {
    ownPeriod,
    begun,
    baseValue: base,
    baseYear: ownPeriod || !baseline ? null : yearOf(baseline.date),
    currentValue: actual === null ? null : settle(actual, [aim, base]),
    currentYear: annual.at(-1)?.[0] ?? null,
    target: aim,
    targetYear: yearOf(period.end),
    direction,
    annual,
  };
}

function lastOfYears(history: readonly Observation[], target: number | null): readonly AnnualPoint[] {
  return [...new Map(history.map(({ date, value }) => [yearOf(date), settle(value, [target])]))];
}

function yearOf(day: Day): number {
  return splitDay(day)[0];
}

/** A published method that says nothing of a goal, and why. */
export function decline(method: PublishedMethod, zh: string, en: string): MethodVerdict {
  return { method, inputs: null, outputs: null, words: sentence(zh, en) };
}

/** The reason for a goal without a first figure. */
export function declineUnreported(method: PublishedMethod, { begun }: Reading): MethodVerdict {
  return begun
    ? decline(method, '目标期内尚未报送数据', "Nothing is reported for the goal's period")
    : decline(method, '目标期尚未开始', "The goal's period has not begun");
}

/** Where growth would have to be measured from the 0 that a figure of its own period begins with. */
export function declineOwnPeriod(method: PublishedMethod): MethodVerdict {
  return decline(
    method,
    '该目标自期初从0累计，基期值为0，增长率没有意义',
    'The goal counts up from 0 within its own period, and growth from a baseline of 0 has no meaning',
  );
}

export function declineWithoutBaseline(method: PublishedMethod): MethodVerdict {
  return decline(method, '该目标无基期值', 'The goal has no baseline');
}

export function declineWithoutTarget(method: PublishedMethod): MethodVerdict {
  return decline(method, '文件未设目标值', 'The goal has no target figure');
}

/** Where a figure is to be kept, and there is no way to it. */
export function declineKept(method: PublishedMethod): MethodVerdict {
  return decline(
    method,
    '该目标是限值或区间，没有从基期到目标的过程',
    'The goal is a bound or a range to keep, so there is no way to go',
  );
}

/** Where there is no way from the baseline to the target. */
export function declineWithoutWay(method: PublishedMethod): MethodVerdict {
  return decline(
    method,
    '目标值等于基期值，没有需要完成的变化',
    'The target is the baseline, so there is no way to go',
  );
}

/** One whole sentence in both languages. */
export function sentence(zh: string, en: string): Bilingual {
  return { zh: `${zh}。`, en: `${en}.` };
}
