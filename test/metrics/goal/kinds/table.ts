import { expect, test } from 'vitest';
import { periodEnd } from '../../../../packages/metrics/src/goal/calendar.js';
import type { JudgedGoal } from '../../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import type { Observation, Series } from '../../../../packages/metrics/src/goal/series.js';
import type { Verdict } from '../../../../packages/metrics/src/goal/verdict.js';

/** A figure, none, or a figure with its quality. */
export type Cell = number | null | Pick<Observation, 'value' | 'quality' | 'parts'>;

export const provisional = (value: number): Cell => ({ value, quality: 'provisional' });
export const estimate = (value: number): Cell => ({ value, quality: 'estimate' });
/** A ratio of these parts. */
export const ratio = (a: number, b: number): Cell => ({ value: a / b, parts: [a, b] });

/** A row of cells, one for each period from the one that holds `first` on, reported through the last one. */
export function row(
  grain: 'month' | 'year',
  first: string,
  cells: readonly Cell[],
  more: Partial<Series> = {},
): Series {
  const dated = cells.map((cell, i) => ({ cell, date: periodEnd({ grain }, first, i) }));
  const observations = dated.flatMap(({ cell, date }) =>
    cell === null ? [] : [{ date, ...(typeof cell === 'number' ? { value: cell } : cell) }],
  );
  return { grain, count: false, reportedThrough: dated.at(-1)?.date ?? null, observations, ...more };
}

/** What a row of the table says of its verdict. What it leaves out is `null` for margin, `false` for stale and provisional. */
export interface Expected extends Partial<Omit<Verdict, 'reason'>> {
  /** Parts of the reason. */
  readonly zh?: string | readonly string[];
  readonly en?: string | readonly string[];
}

/** What the reason says of it, the series, the day of judging, and the verdict computed by hand. */
export type Row = readonly [name: string, series: Series, asOf: string, expected: Expected];

/** Figures of a verdict that are computed in doubles here, but stand rounded in the table. */
const rounded = ['margin', 'averageGrowth', 'attainment', 'actual'] as const;

/** Tests a table of one goal; `all` holds for each of its rows. */
export function table(goal: JudgedGoal, all: Expected, rows: readonly Row[]): void {
  test.each(rows)('%s', (_, series, asOf, own) => {
    const { zh = [], en = [], ...expected } = { ...all, ...own };
    const verdict = judge(goal, series, { asOf });
    expect(verdict).toMatchObject({
      stale: false,
      provisional: false,
      ...expected,
      ...Object.fromEntries(
        rounded.flatMap((key) =>
          typeof expected[key] === 'number' ? [[key, expect.closeTo(expected[key], 9)]] : [],
        ),
      ),
    });
    // A part too many is as wrong as one that is missing.
    for (const key of ['breaches', 'periods', 'averaged'] as const)
      if (expected[key]) expect(verdict[key]).toEqual(expected[key]);
    for (const part of [zh].flat()) expect(verdict.reason.zh).toContain(part);
    for (const part of [en].flat()) expect(verdict.reason.en).toContain(part);
  });
}

/** A goal that is kept is no share of a way: all of these are null. */
export const noWay = { attainment: null, schedule: null, forecast: null, needed: null } as const;

/** What each status reads as, where the target is kept, not reached. */
export const reads = {
  kept: { status: 'on-track', zh: '目前达标', en: 'kept so far' },
  broken: { status: 'off-track', zh: '目前未达标', en: 'not kept so far' },
  achieved: { status: 'achieved', zh: '已达成', en: 'achieved' },
  missed: { status: 'missed', zh: '未达成', en: 'missed' },
  nothing: { status: 'no-data', margin: null, actual: null },
} as const;
