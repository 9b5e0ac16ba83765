import type { GoalSeries, MetricSeries } from '@zj/metrics';
import { afterEach, describe, expect, test } from 'vitest';
import { ZjBreakdownChart } from '../../../packages/widgets/src/breakdown-chart/breakdown-chart.js';
import { breakdownHtml, trendHtml } from '../../../packages/widgets/src/print.js';
import { ZjTrendChart } from '../../../packages/widgets/src/trend-chart/trend-chart.js';
import { levelSeries, limitSeries, revenueSeries } from '../../../stories/goal-series.js';
import { balances, industries, longNames, overlapping, single } from '../../../stories/industries.js';
import { contentOf, openedTable } from '../opened-table.js';
import type { ZjDataTable } from '../../../packages/widgets/src/data-table/data-table.js';
import { applicationsSeries, averageSeries, industrySeries, rateSeries } from '../trend-series.js';

if (!customElements.get('zj-trend-chart')) customElements.define('zj-trend-chart', ZjTrendChart);
if (!customElements.get('zj-breakdown-chart')) customElements.define('zj-breakdown-chart', ZjBreakdownChart);

const trends: Readonly<Record<string, GoalSeries | MetricSeries>> = {
  'a sum': revenueSeries(),
  'a bound': limitSeries(),
  'a level': levelSeries(),
  'a rate': rateSeries(),
  'an average': averageSeries(),
  'gaps and states': applicationsSeries(),
  'twelve lines': industrySeries(),
  'members that overlap': overlapping(),
  'a few figures': single([5, null, 7, 9]),
  'one figure': single([5]),
  'no figure': single([null, null]),
};
const breakdowns: Readonly<Record<string, MetricSeries>> = {
  'ranked fields': industries({ merged: true }),
  balances: balances(),
  'fields that overlap': overlapping(),
  'long names': longNames(),
  'twelve fields': industrySeries(),
};
const locales = ['zh-CN', 'en'] as const;

const boxes: HTMLElement[] = [];
afterEach(() => boxes.splice(0).forEach((box) => box.remove()));

/** An element on the page, painted. */
async function mount<Chart extends ZjTrendChart | ZjBreakdownChart>(
  chart: Chart,
  given: Partial<Chart>,
  width: number,
): Promise<ShadowRoot> {
  const box = document.createElement('div');
  box.style.width = `${width}px`;
  boxes.push(box);
  box.append(Object.assign(chart, given));
  document.body.append(box);
  await painted(chart);
  return chart.shadowRoot!;
}

async function painted(chart: ZjTrendChart | ZjBreakdownChart): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await chart.updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

const parse = (html: string): Element =>
  new DOMParser().parseFromString(html, 'text/html').body.firstElementChild!;
/** A text without the places where its lines may or may not break. */
const clean = (text: string): string => text.replaceAll(/[\s\u2060\u200b]+/g, '');
const textsOf = (root: ParentNode, selector: string): readonly string[] =>
  [...root.querySelectorAll(selector)].map((one) => clean(one.textContent)).filter(Boolean);

/** The figures of a page without scripts, with the names of their rows and columns. */
function printedTexts(root: ParentNode): readonly (readonly string[])[] {
  const table = root.querySelector('table:has(thead)')!;
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => clean(cell.textContent)),
  );
}

/** The same of the table that opens: what is no figure is empty, units stand behind changes, days of a period behind its name. */
function tableTexts(table: ZjDataTable): readonly (readonly string[])[] {
  const { shadowRoot, shown } = table;
  const { columns } = shown!;
  const through = columns.findIndex(({ name }) => name === 'partial');
  const own = <Value>(list: readonly Value[]): readonly Value[] => list.filter((_, at) => at !== through);
  const heads = columns.map(({ label }) => clean(label.en ?? ''));
  const rows = [...shadowRoot!.querySelectorAll('tbody tr')].map((row) => {
    const texts = [...row.children].map((cell, at) => {
      const text = clean(cell.querySelector('.empty') ? '' : contentOf(cell).textContent);
      const { name, unit } = columns[at]!;
      return name === 'change' && text ? text + clean(unit!.en ?? '') : text;
    });
    const [name, day] = [texts[0]!, through < 0 ? '' : texts[through]!];
    const [before, after] =
      table.closest('[lang]')!.getAttribute('lang') === 'en' ? ['(to', ')'] : ['（截至', '）'];
    return own([day ? `${name}${before}${day}${after}` : name, ...texts.slice(1)]);
  });
  return [own(heads), ...rows];
}

describe.each(locales)('in %s, the page without scripts has the words and figures of the element', (lang) => {
  test.each(Object.entries(trends))('in a trend of %s', async (_, series) => {
    for (const width of [340, 860]) {
      const root = await mount(document.createElement('zj-trend-chart'), { series, lang }, width);
      const drawing = root.querySelector('[part=plot]')!;
      const printed = parse(
        trendHtml(series, { locale: lang, width: Number(drawing.getAttribute('width')) }),
      );
      root.querySelector<HTMLElement>('[part=data-button]')!.click();
      const table = await openedTable(root.host);
      expect(textsOf(printed, 'figcaption')).toEqual([clean(root.querySelector('figcaption')!.textContent)]);
      const words = textsOf(root, '.chip, [part=summary]');
      expect(textsOf(printed, 'figure > p').slice(0, words.length)).toEqual(words);
      expect(textsOf(printed, 'figure > ul li')).toEqual(textsOf(root, '[part=remarks] li'));
      expect(textsOf(printed, 'text').toSorted()).toEqual(textsOf(drawing, 'text').toSorted());
      const rows = printedTexts(printed);
      // On a phone ten rows are a page.
      expect(tableTexts(table)).toEqual(width < 600 ? rows.slice(0, 11) : rows);
      expect(textsOf(printed, 'table:not(:has(thead)) tr')).toEqual(textsOf(root, '.tables tr'));
      expect(textsOf(printed, 'figure > p').at(-1)).toBe(clean(root.querySelector('.foot')!.textContent));
    }
  });

  test.each(Object.entries(breakdowns))('in a breakdown of %s', async (_, series) => {
    const root = await mount(document.createElement('zj-breakdown-chart'), { series, lang }, 860);
    root.querySelector<HTMLElement>('[part=open]')?.click();
    await painted(root.host as ZjBreakdownChart);
    const printed = parse(breakdownHtml(series, { locale: lang }));
    expect(textsOf(printed, 'figcaption')).toEqual([clean(root.querySelector('figcaption')!.textContent)]);
    const summary = clean(root.querySelector('[part=summary]')!.textContent);
    expect(textsOf(printed, 'figure > p')).toContain(summary);
    expect(textsOf(printed, 'ul li')).toEqual(textsOf(root, '[part=remarks] li'));
    const rows = (one: ParentNode): readonly string[] =>
      [...one.querySelectorAll('tbody tr')].map((row) => textsOf(row, 'th, td').join(' | '));
    expect(rows(printed)).toEqual(rows(root));
    expect(textsOf(printed, 'figure > p').at(-1)).toBe(clean(root.querySelector('.foot')!.textContent));
  });
});
