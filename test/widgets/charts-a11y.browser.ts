import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { revenueSeries } from '../../stories/goal-series.js';
import { industries } from '../../stories/industries.js';
import { ZjBreakdownChart } from '../../packages/widgets/src/breakdown-chart/breakdown-chart.js';
import { register } from '../../packages/widgets/src/element/register.js';
import { ZjTrendChart } from '../../packages/widgets/src/trend-chart/trend-chart.js';
import { clear } from './mount.js';
import { openedTable } from './opened-table.js';

register('zj-trend-chart', customElements, ZjTrendChart);
register('zj-breakdown-chart', customElements, ZjBreakdownChart);
beforeEach(clear);
afterEach(clear);

type Chart = ZjTrendChart | ZjBreakdownChart;

const charts: Readonly<Record<string, () => Chart>> = {
  'a goal': () => Object.assign(document.createElement('zj-trend-chart'), { series: revenueSeries() }),
  'twelve lines': () => Object.assign(document.createElement('zj-trend-chart'), { series: industries() }),
  'a table': () => Object.assign(document.createElement('zj-breakdown-chart'), { series: industries() }),
  'small charts': () =>
    Object.assign(document.createElement('zj-breakdown-chart'), {
      series: industries(),
      appearance: 'multiples',
    }),
};

async function mount(make: () => Chart, width: number, elder = false): Promise<Chart> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = `${width}px`;
  const chart = make();
  chart.elder = elder;
  box.append(chart);
  document.body.append(box);
  await settle(chart);
  return chart;
}

async function settle(chart: Chart): Promise<void> {
  // Small charts come with a file of their own.
  await expect.poll(() => chart.shadowRoot!.querySelector('[part=menu-button]') !== null).toBe(true);
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
  await chart.updateComplete;
}

const all = (chart: Chart, selector: string): readonly HTMLElement[] => [
  ...chart.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

describe.each(Object.entries(charts))('%s', (_, make) => {
  test('opens its menu inside of the window, also where the card is narrow', async () => {
    const chart = await mount(make, 340);
    all(chart, '[part=menu-button]')[0]!.click();
    const menu = (): ShadowRoot | null | undefined => all(chart, '[part=menu]')[0]?.shadowRoot;
    await expect.poll(() => menu()?.querySelector('dialog')?.open).toBe(true);
    const { left, top, right, bottom } = menu()!.querySelector('dialog')!.getBoundingClientRect();
    expect([left >= 0, top >= 0, right <= innerWidth, bottom <= innerHeight]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    menu()!.querySelector('dialog')!.close();
  });

  test.each([340, 860])(
    'has for elders no text under 18 px and no button lower than 60 px, %i px wide',
    async (width) => {
      const chart = await mount(make, width, true);
      for (const one of all(chart, 'figure *')) {
        const hasText = [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
        if (!hasText || one.closest('.unseen') || one.getClientRects().length === 0) continue;
        expect([one.textContent, parseFloat(getComputedStyle(one).fontSize) >= 18]).toEqual([
          one.textContent,
          true,
        ]);
      }
      // Of a member all of its row is the button.
      for (const one of all(chart, 'button, summary, input')) {
        const target = one.closest('tbody tr') ?? one;
        if (one.getClientRects().length > 0)
          expect(target.getBoundingClientRect().height).toBeGreaterThanOrEqual(60);
      }
    },
  );

  test('breaks no rule of axe, its tables open', async () => {
    const chart = await mount(make, 860);
    for (const data of all(chart, 'details')) (data as HTMLDetailsElement).open = true;
    await settle(chart);
    if (all(chart, '.data').length > 0) await openedTable(chart);
    const { violations } = await axe.run(chart.parentElement!, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: true } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
