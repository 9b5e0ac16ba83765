import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { define } from '../../../packages/widgets/src/define/elements.js';
import { ZjTrendChart } from '../../../packages/widgets/src/trend-chart/trend-chart.js';
import { revenueSeries } from '../../../stories/goal-series.js';
import { openedTable, rowTexts } from '../opened-table.js';
import { clear, find, mount, painted } from '../trend-stage.js';

afterEach(clear);

const press = (chart: ZjTrendChart): void => find(chart, '.data > summary').click();
const head = (table: Element, label: string): HTMLElement =>
  [...table.shadowRoot!.querySelectorAll<HTMLElement>('[part=sort]')].find((one) =>
    one.textContent.includes(label),
  )!;

test('the table is made when it is opened, and goes when it is closed', async () => {
  const chart = await mount({ series: revenueSeries() });
  expect(find(chart, '.opened')).toBe(null);
  press(chart);
  const table = await openedTable(chart);
  expect(table.localName).toBe('zj-data-table');
  // The chart has the name, the source and the frame already.
  const figure = table.shadowRoot!.querySelector('figure')!;
  expect(figure.querySelector<HTMLElement>('[part=label]')!.offsetHeight).toBe(0);
  expect(figure.querySelector<HTMLElement>('[part=foot]')!.offsetHeight).toBe(0);
  expect(getComputedStyle(figure).borderTopWidth).toBe('0px');
  press(chart);
  await expect.poll(() => find(chart, '.opened')).toBe(null);
  press(chart);
  expect(rowTexts(await openedTable(chart))).toHaveLength(12);
});

test('the table speaks the language of the chart, is large with it, and keeps the order of the reader', async () => {
  const chart = await mount({ series: revenueSeries() });
  press(chart);
  const table = await openedTable(chart);
  const figures = (): readonly string[] => rowTexts(table).map((cells) => cells[1]!);
  await userEvent.click(head(table, '数值'));
  await expect.poll(() => figures()[0]).toBe('545.2');
  chart.series = revenueSeries({ target: 6100 });
  await painted(chart);
  await expect.poll(() => rowTexts(table).some((cells) => cells.includes('6,100'))).toBe(true);
  expect(figures()[0]).toBe('545.2');
  chart.lang = 'en';
  chart.elder = true;
  await expect.poll(() => rowTexts(table)[0]?.[0]).toMatch(/^[A-Z][a-z]+ 2026$/);
  expect(table.elder).toBe(true);
});

test('the events of the table are not those of the chart', async () => {
  const chart = await mount({ series: revenueSeries() });
  const told: string[] = [];
  for (const type of ['zj-data-changed', 'zj-arranged', 'zj-failed'])
    chart.addEventListener(type, () => told.push(type));
  press(chart);
  const table = await openedTable(chart);
  await userEvent.click(head(table, '数值'));
  await expect.poll(() => rowTexts(table)[0]?.[1]).toBe('545.2');
  expect(told).toEqual([]);
});

test('a chart under another prefix has its table under the same; one of a name of its own has <zj-data-table>', async () => {
  define({ prefix: 'ward' });
  customElements.define('own-chart-of-ward', class extends ZjTrendChart {});
  for (const [name, wanted] of [
    ['ward-trend-chart', 'ward-data-table'],
    ['own-chart-of-ward', 'zj-data-table'],
  ] as const) {
    const chart = Object.assign(document.createElement(name) as ZjTrendChart, { series: revenueSeries() });
    const box = Object.assign(document.createElement('div'), { className: 'box' });
    box.append(chart);
    document.body.append(box);
    await painted(chart);
    press(chart);
    expect((await openedTable(chart)).localName).toBe(wanted);
  }
});
