import type { Day, FilterSpec } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import type { Tree } from '../../../packages/widgets/src/drawing/tree.js';
import { speaker } from '../../../packages/widgets/src/element/foreign.js';
import { filterModel, type PeriodModel } from '../../../packages/widgets/src/filter/model.js';
import { partialOf, periodsOf } from '../../../packages/widgets/src/filter/periods.js';
import { plotTree } from '../../../packages/widgets/src/filter/plot.js';
import type { Locale } from '../../../packages/widgets/src/locale/locale.js';
import { pageFilter, parkRows } from '../../../stories/filter-data.js';

/** The months of a made-up park whose figures count up to a day. */
function monthsOf(through: Day | undefined, locale: Locale = 'zh-CN'): PeriodModel {
  const spec: FilterSpec = { dataset: 'park', fields: ['month'], metric: 'revenue' };
  const answer = (): Promise<void> => Promise.resolve();
  const { fields, state } = pageFilter(spec, { rows: parkRows(500), through: '2026-10-31', answer });
  const given = { fields, state, selection: { where: [] }, through };
  return filterModel(given, speaker(locale), locale).fields[0] as PeriodModel;
}

/** The bars of a plot by their classes: those in the plot itself. */
const barsOf = (model: PeriodModel): readonly string[] =>
  (plotTree(model).slice(2) as readonly Exclude<Tree, string>[])
    .filter(([, { key = '' }]) => String(key).startsWith('bar'))
    .map(([tag, attributes]) => `${tag} ${String(attributes.class)}`);

test('a period is not over if the last day that counts lies in it, before its end', () => {
  const months = periodsOf(['2026-07-01', '2026-08-01', '2026-09-01'], 'month');
  const places: readonly (readonly [Day, number | undefined])[] = [
    ['2026-08-01', 1],
    ['2026-08-20', 1],
    ['2026-08-30', 1],
    ['2026-08-31', undefined],
    ['2026-09-29', 2],
    ['2026-09-30', undefined],
    ['2026-12-31', undefined],
    ['2026-06-30', undefined],
  ];
  for (const [through, at] of places) expect([through, partialOf(months, through)]).toEqual([through, at]);
  expect(partialOf(periodsOf(['2026-08-20'], 'day'), '2026-08-20')).toBeUndefined();
  expect(partialOf(periodsOf(['2025-10-01'], 'year', 10), '2026-08-20')).toBe(0);
});

test('its name says up to which day it counts, in both languages; names of others and typed dates stay', () => {
  const last = 45;
  expect(monthsOf('2026-10-20').toldOf(last)).toBe('2026年10月（截至2026年10月20日）');
  expect(monthsOf('2026-10-20', 'en').toldOf(last)).toBe('October 2026 (to 20 October 2026)');
  expect(monthsOf('2026-10-20').toldOf(last - 1)).toBe('2026年9月');
  expect(monthsOf('2026-10-20').typedOf(last)).toBe('2026年10月');
  for (const through of ['2026-10-31', undefined]) expect(monthsOf(through).toldOf(last)).toBe('2026年10月');
});

describe('in the chart of the periods', () => {
  test('its bar is hatched, and all others are full', () => {
    const bars = barsOf(monthsOf('2026-10-20'));
    expect(bars).toHaveLength(46);
    expect(bars.slice(0, -1).every((bar) => bar === 'rect bar in')).toBe(true);
    expect(bars.at(-1)).toBe('svg open in');
    expect(barsOf(monthsOf('2026-10-31')).at(-1)).toBe('rect bar in');
  });

  test('so is one that it shares with its neighbours', () => {
    const days = Array.from({ length: 400 }, (_, at) => at);
    const model = monthsOf('2026-10-20');
    const many = {
      ...model,
      bars: days,
      periods: { ...model.periods, starts: days.map(() => '2026-01-01') },
      range: { from: 0, to: 10 },
      partial: 398,
    };
    const bars = barsOf(many);
    expect(bars.length).toBeLessThanOrEqual(160);
    expect(bars.filter((bar) => bar.startsWith('svg'))).toEqual(['svg open']);
    expect(bars.at(-2)).toBe('svg open');
  });
});
