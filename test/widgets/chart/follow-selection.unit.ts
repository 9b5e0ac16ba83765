import { expect, test } from 'vitest';
import { createAsker } from '../../../packages/widgets/src/chart/ask-query.js';
import { createBareWatch } from '../../../packages/widgets/src/element/bare.js';
import { createTools } from '../../../packages/widgets/src/chart/chart-tools.js';
import { followSelection } from '../../../packages/widgets/src/chart/follow-selection.js';
import type { SourceGift } from '../../../packages/widgets/src/element/source.js';
import { metricSeries } from '../../../stories/series.js';

const series = metricSeries({
  metric: 'output',
  name: { zh: '总产值', en: 'Output' },
  unit: { zh: '元', en: 'yuan' },
  from: '2026-01',
  members: [{ name: 'all', values: [1, 2, 3] }],
});

/** A source with an engine, in which a reader has chosen a street. */
const around = {
  canQuery: true,
  tell: () => ({ told: '街道：金鸡湖', beside: '' }),
} as unknown as SourceGift;

test('while the file that narrows figures is read, and where it cannot be, a chart does not say that its figures are narrowed', async () => {
  let update = (): void => undefined;
  const settled = new Promise<void>((resolve) => (update = resolve));
  const tools = createTools<never>(() => Promise.reject(new Error('no file')), update);
  const asker = createAsker(update);
  const find = (): ReturnType<typeof followSelection> =>
    followSelection(
      { data: series },
      { metric: 'output', grain: 'month' },
      { around, asker, summer: asker, tools, bare: createBareWatch(update), locale: 'zh-CN' },
    );
  const first = find();
  expect([first.data, first.busy, first.chosen?.told]).toEqual([series, true, '']);
  await settled;
  const second = find();
  expect([second.data, second.busy, second.chosen?.told]).toEqual([series, undefined, '']);
  expect(second.failure?.code).toBe('PART');
  expect(second.chosen?.remarks.join('')).toContain('街道：金鸡湖');
});

test('sums to date under a period that begins later say on which day they begin', () => {
  const told = (during: string | undefined, showsSums: boolean): string => {
    const answer = { columns: [], rowCount: 0, completeness: [] };
    const asker = { ask: () => ({ result: { ...answer } }) } as unknown as ReturnType<typeof createAsker>;
    const chosen = { canQuery: true, tell: () => ({ told: '时间', beside: '' }), selection: { during } };
    const late = { ...series, periods: series.periods.slice(1) };
    const { remarks } = followSelection(
      { data: series },
      { metric: 'output', grain: 'month' },
      {
        around: chosen as unknown as SourceGift,
        asker,
        summer: asker,
        tools: {
          ask: () => ({ questionsOf: () => ({ own: {}, toDate: {} }), narrowSeries: () => late }) as never,
          failure: undefined,
        },
        bare: createBareWatch(() => undefined),
        locale: 'zh-CN',
        showsSums,
      },
    ).chosen!;
    return remarks.join('');
  };
  expect(told('2026-02/2026-03', true)).toContain('累计数从年初（2026年1月1日）算起');
  expect(told('2026-02/2026-03', false)).not.toContain('累计数');
  expect(told(undefined, true)).not.toContain('累计数');
});
