import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { elements } from '../../packages/widgets/src/element/release.js';
import { ZjTrendChart } from '../../packages/widgets/src/trend-chart/trend-chart.js';
import { rateSeries, revenueSeries } from './trend-series.js';
import { clear, figureAt, find, mount, painted } from './trend-stage.js';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
  violations.push(violatedDirective),
);

beforeEach(clear);

afterEach(clear);

describe('a guest', () => {
  test('properties that a page sets before the element is known count', async () => {
    const early = document.createElement('zj-early-trend') as ZjTrendChart;
    Object.assign(early, { series: rateSeries(), during: '2026', refresh: 5 });
    const box = document.createElement('div');
    box.className = 'box';
    box.append(early);
    document.body.append(box);
    customElements.define('zj-early-trend', class extends ZjTrendChart {});
    await painted(early);
    expect(find(early, '[part=summary]').textContent).toMatch(/^2026年1月至10月/);
    expect(typeof early.refresh).toBe('function');
    expect(early.refreshAfter).toBe('5');
  });

  test('empty properties and attributes are those of nobody', async () => {
    const chart = await mount({ series: revenueSeries() });
    Object.assign(chart, { during: null, members: '', appearance: undefined, hide: null, elder: '' });
    chart.setAttribute('elder', 'false');
    await painted(chart);
    expect(chart.hasAttribute('elder')).toBe(false);
    expect(figureAt(chart)).toBe('5,009');
  });

  test('the style of the page does not reach in', async () => {
    const style = document.createElement('style');
    style.textContent =
      '* { font-size: 40px !important; display: inline !important; color: red !important; letter-spacing: 1em !important } svg { width: 10px !important }';
    document.head.append(style);
    const chart = await mount({ series: revenueSeries() });
    expect(getComputedStyle(find(chart, '[part=summary]')).fontSize).toBe('15px');
    expect(getComputedStyle(find(chart, '[part=summary]')).letterSpacing).toBe('normal');
    style.remove();
  });

  test('it leaves nothing behind when it goes: no place among the elements, no question', async () => {
    const box = document.createElement('div');
    box.className = 'box';
    const source = document.createElement('zj-source');
    const signals: AbortSignal[] = [];
    const query = (_query: unknown, { signal }: { readonly signal: AbortSignal }): Promise<never> => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    source.metrics = { query, catalogue: { metrics: [], datasets: [] } };
    const chart = document.createElement('zj-trend-chart');
    chart.query = { metric: 'a', by: ['month'] };
    source.append(chart);
    box.append(source);
    document.body.append(box);
    await expect.poll(() => signals.length).toBe(1);
    expect([elements.has(chart), signals[0]!.aborted]).toEqual([true, false]);
    box.remove();
    expect([elements.has(chart), signals[0]!.aborted]).toEqual([false, true]);
  });

  test('nothing that a strict policy forbids: no style attribute, no style element, no id', async () => {
    const chart = await mount({ series: revenueSeries() });
    find<HTMLDetailsElement>(chart, '.data').open = true;
    await painted(chart);
    expect(chart.shadowRoot!.querySelectorAll('[style], style, [id], script')).toHaveLength(0);
    expect(violations).toEqual([]);
  });
});

describe('it leaves the page', () => {
  test('as CSV: the figures on display, the title, the source, that they are made up', async () => {
    const chart = await mount({ series: revenueSeries() });
    const lines = (await chart.toCsv()).split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF时期,数值（亿元）,累计（亿元）,数据状态,时序（亿元）,里程碑（亿元）,目标（亿元）,上年同期（亿元）,同比（%）,预测（亿元）,预测下限（亿元）,预测上限（亿元）',
    );
    expect(lines[10]).toMatch(/^2026年10月,454\.36,5008\.98,初步数,/);
    expect(lines.join('\n')).toContain('来源：示例数据(park/generate)');
    expect(lines.join('\n')).toContain('示例数据,');
  });

  test('as SVG with its words and colours, and as PNG', async () => {
    const chart = await mount({ series: revenueSeries() });
    const svg = await chart.toSvg();
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelector('desc')!.textContent).toContain('累计5,009亿元');
    expect(svg).toContain('三大先导产业营业收入，年内累计');
    expect(svg).not.toMatch(/style=|<style|part=/);
    const png = await chart.toPng({ width: 400, scale: 1 });
    expect(png.type).toBe('image/png');
    expect((await createImageBitmap(png)).width).toBe(400);
  });

  test('not before there is something', async () => {
    const chart = await mount({});
    await expect(chart.toCsv()).rejects.toThrow('nothing to show yet');
    await expect(chart.toSvg()).rejects.toThrow('nothing to show yet');
    await expect(chart.toPng()).rejects.toThrow('nothing to show yet');
    expect(chart.shown).toBeNull();
  });
});
