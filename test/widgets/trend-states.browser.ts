import type { GoalSeries, QueryResult, WithheldGoal } from '@zj/metrics';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { industrySeries, rateSeries, revenueSeries } from './trend-series.js';
import { type Given, clear, figureAt, find, heard, mount, painted, said, slider } from './trend-stage.js';

beforeEach(clear);

afterEach(clear);

describe('states', () => {
  test('without data it waits, under the name that it was given, in the room that it will have', async () => {
    const chart = await mount({ label: '营业收入' });
    expect(chart.hasAttribute('loading')).toBe(true);
    expect(find(chart, '[part=label]').textContent).toBe('营业收入');
    expect(find(chart, '.wait').textContent).toBe('正在读取…');
  });

  test.each([340, 640, 860, 1280])('at %i px the data move nothing below it', async (width) => {
    // Files that never arrive.
    const usual = window.fetch.bind(window);
    window.fetch = () => new Promise(() => undefined);
    for (const lang of ['zh-CN', 'en']) {
      for (const [series, more] of [
        [revenueSeries(), {}],
        [rateSeries(), {}],
        [industrySeries(), { src: '/data/series/metrics/x.json' }],
      ] as const) {
        const chart = await mount({ lang, ...more }, width);
        const before = chart.getBoundingClientRect().height;
        chart.series = series;
        await painted(chart);
        expect(chart.getBoundingClientRect().height, `${lang} ${width}`).toBe(before);
        clear();
      }
    }
    window.fetch = usual;
  });

  test('a withheld goal has its name and the reason, and no figure', async () => {
    const withheld: WithheldGoal = {
      goal: 'a',
      name: { zh: '营业收入', en: 'Revenue' },
      reason: { zh: '不足3家企业', en: 'Fewer than 3' },
    };
    const chart = await mount({ series: withheld });
    expect(chart.hasAttribute('withheld')).toBe(true);
    expect(find(chart, 'figure').innerText.replaceAll(/\s+/g, ' ')).toBe('营业收入 不公布 不足3家企业');
    expect(find(chart, 'svg[part=plot]')).toBeNull();
  });

  test('data that are none are told, with an event; older ones do not stay', async () => {
    const chart = await mount({ series: revenueSeries() });
    const told = heard(chart, 'zj-failed');
    chart.series = { ...revenueSeries(), periods: 3 } as unknown as GoalSeries;
    expect(await told).toMatchObject({
      code: 'RELEASE',
      message: expect.stringContaining('series') as string,
    });
    await painted(chart);
    expect(chart.hasAttribute('failed')).toBe(true);
    expect(find(chart, '[part=plot]')).toBeNull();
  });

  test('a wrong attribute is named with the right way to write it', async () => {
    const told = async (given: Given): Promise<string> =>
      find(await mount(given), '[part=error] p').textContent;
    expect(await told({ series: revenueSeries(), during: 'soon' })).toContain('during="2025..2026"');
    expect(await told({ goal: 'a', metric: 'b' })).toContain('goal 和 metric');
    expect(await told({ goal: 'a' })).toContain('src="/data/series/goals/a.json"');
    expect(await told({ query: '{' })).toContain('query="{"');
    expect(await told({ query: '{"metric":"a"}' })).toContain('<zj-source>');
  });

  test('the result of a query is drawn; one that cannot be says why', async () => {
    const column = (name: string, role: string, values: readonly unknown[], more = {}): object => ({
      name,
      role,
      values,
      label: { zh: name, en: name },
      ...more,
    });
    const month = column('month', 'time', ['2026-01-01', '2026-02-01'], { grain: 'month' });
    const value = column('受理', 'value', [3, 5], { unit: { zh: '件', en: 'cases' } });
    const result = (...columns: object[]): QueryResult =>
      ({ columns, rowCount: 2, query: {} }) as unknown as QueryResult;
    const chart = await mount({ result: result(month, value) });
    expect(said(chart)).toBe('2026年2月；数值5件');
    chart.result = result(value);
    await painted(chart);
    expect(find(chart, '[part=error] p').textContent).toContain('没有时间列');
  });

  test('what stands in the tag stays until there is something to show, and goes then', async () => {
    const chart = await mount({}, 860, '<p>六千亿元</p>');
    const words = chart.querySelector('p')!;
    expect(words.getClientRects()).toHaveLength(1);
    chart.series = revenueSeries();
    await painted(chart);
    expect(words.getClientRects()).toHaveLength(0);
  });

  test('with forced colours, ticks have weaker lines than figures, and stretches of time a border', async () => {
    const emulate = (features: readonly { name: string; value: string }[]): Promise<unknown> =>
      (cdp() as unknown as { send: (method: string, given: object) => Promise<unknown> }).send(
        'Emulation.setEmulatedMedia',
        { features },
      );
    const chart = await mount({ series: revenueSeries() });
    const strokeOf = (selector: string): string => getComputedStyle(find(chart, selector)).stroke;
    expect(strokeOf('[part=stretch]')).toBe('none');
    await emulate([{ name: 'forced-colors', value: 'active' }]);
    try {
      expect(matchMedia('(forced-colors: active)').matches).toBe(true);
      expect(strokeOf('[part=grid]')).not.toBe(strokeOf('[part~=line]'));
      expect(getComputedStyle(find(chart, '[part=grid]')).strokeDasharray).not.toBe('none');
      expect(strokeOf('[part=stretch]')).not.toBe('none');
    } finally {
      await emulate([]);
    }
  });

  test('one period, none with a figure, 600 periods', async () => {
    const months = industrySeries(1);
    const one = {
      ...months,
      periods: months.periods.slice(0, 1),
      lines: months.lines.map((line) => ({
        kind: line.kind,
        ...(line.member && { member: line.member }),
        own: { value: line.own.value.slice(0, 1) },
      })),
    };
    const single = await mount({ series: one });
    expect(slider(single).max).toBe('0');
    expect(figureAt(single) ?? '').not.toBe('');
    const none = await mount({
      series: { ...one, lines: one.lines.map((line) => ({ ...line, own: { value: [null] } })) },
    });
    expect(find(none, '[part=summary]').textContent).toBe('所示时期没有数据。各期均未报送。');
    expect(
      [...none.shadowRoot!.querySelectorAll('[part~=of-gap]')].map(({ textContent }) => textContent),
    ).toEqual(['暂无数据', '各期均未报送']);
    expect(none.shadowRoot!.querySelector('[part=gap]')).toBeNull();
    const periods = Array.from({ length: 600 }, (_, at) => ({
      start: new Date(Date.UTC(1976, at, 1)).toISOString().slice(0, 10),
      end: new Date(Date.UTC(1976, at + 1, 0)).toISOString().slice(0, 10),
    }));
    const long = await mount({
      series: { ...one, periods, lines: [{ kind: 'total', own: { value: periods.map((_, at) => at) } }] },
      during: '1976..',
    });
    expect(slider(long).max).toBe('599');
    expect(said(long)).toMatch(/^2025年12月；/);
  });
});
