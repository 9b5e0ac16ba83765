import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { applicationsSeries, industrySeries, rateSeries, revenueSeries } from './trend-series.js';
import { clear, figureAt, find, heard, mount, painted, said, slider } from './trend-stage.js';
import { openedTable, rowTexts } from './opened-table.js';

beforeEach(clear);

afterEach(clear);

describe('what it shows', () => {
  test('a name, the status, a summary, the figures at the cursor, a drawing, what is behind it', async () => {
    const chart = await mount({ series: revenueSeries() });
    expect(find(chart, 'figcaption').innerText.replaceAll(/\s+/g, ' ')).toBe(
      '三大先导产业营业收入，年内累计 示例数据',
    );
    expect(chart.getAttribute('status')).toBe('on-track');
    expect(find(chart, '.chip').textContent).toBe('进度正常');
    expect(find(chart, '[part=summary]').textContent).toMatch(/^2026年1月至10月累计5,009亿元/);
    expect(figureAt(chart)).toBe('5,009');
    expect(find(chart, '[part=plot]').getBoundingClientRect().width).toBe(find(chart, '.stage').clientWidth);
    expect(find(chart, '.foot').innerText.trim()).toBe('来源：示例数据(park/generate) · 截至2026年10月');
  });

  test('the language of its own, and of the page as that changes', async () => {
    const chart = await mount({ series: revenueSeries(), lang: 'en' });
    expect(find(chart, '.chip').textContent).toBe('On track');
    chart.removeAttribute('lang');
    await painted(chart);
    expect(find(chart, '.chip').textContent).toBe('进度正常');
    document.documentElement.lang = 'fr';
    await painted(chart);
    expect(find(chart, '[part=label]').textContent).toBe(
      'Revenue of the three leading industries, year to date',
    );
  });

  test('a figure in the summary is on one line with its unit, at any width', async () => {
    const chart = await mount({ series: revenueSeries() });
    for (let width = 280; width <= 700; width += 35) {
      chart.parentElement!.style.width = `${width}px`;
      await painted(chart);
      const figures = [...chart.shadowRoot!.querySelectorAll('[part=summary] .whole')];
      expect(figures.length).toBeGreaterThan(8);
      expect(figures.every((one) => one.getClientRects().length === 1)).toBe(true);
    }
  });

  test('another width has another drawing, laid out for it', async () => {
    const chart = await mount({ series: revenueSeries() }, 860);
    const wide = find(chart, '[part=plot]').getAttribute('width');
    expect(find(chart, '.readout').classList.contains('list')).toBe(false);
    chart.parentElement!.style.width = '340px';
    await painted(chart);
    expect(Number(find(chart, '[part=plot]').getAttribute('width'))).toBeLessThan(Number(wide));
    expect(find(chart, '.readout').classList.contains('list')).toBe(true);
    expect(find(chart, '.root').scrollWidth).toBeLessThanOrEqual(340);
  });

  test('parts that are hidden stay in the text; the button does not', async () => {
    const chart = await mount({ series: revenueSeries(), hide: 'summary source download table readout' });
    expect(find(chart, '[part=summary]').getBoundingClientRect().width).toBe(1);
    expect(find(chart, '[part=source]').getBoundingClientRect().width).toBe(1);
    expect([find(chart, '.data'), find(chart, '.readout')]).toEqual([null, null]);
  });
});

describe('the slider', () => {
  test('begins at the newest figure; the keyboard walks to every period, and each is said', async () => {
    const chart = await mount({ series: revenueSeries() });
    // The menu is first.
    await userEvent.tab();
    await userEvent.tab();
    expect(chart.shadowRoot!.activeElement).toBe(slider(chart));
    expect(said(chart)).toMatch(/^2026年10月；累计5,009亿元，完成83\.5%；时序/);
    const walk = async (keys: string): Promise<string> => {
      await userEvent.keyboard(keys);
      await painted(chart);
      return said(chart).split('；')[0]!;
    };
    expect(await walk('{ArrowLeft}')).toBe('2026年9月');
    expect(await walk('{ArrowRight}{ArrowRight}')).toBe('2026年11月');
    expect(await walk('{Home}')).toBe('2026年1月');
    expect(figureAt(chart)).toBe(find(chart, '.readout .value b').textContent);
    expect(await walk('{ArrowLeft}')).toBe('2026年1月');
    expect(await walk('{PageUp}')).toBe('2026年4月');
    expect(await walk('{End}')).toBe('2026年12月');
    expect(said(chart)).toContain('预测5,991亿元');
    expect(await walk('{PageDown}')).toBe('2026年9月');
  });

  test('on a page that runs to the left, left is earlier too', async () => {
    document.documentElement.dir = 'rtl';
    const chart = await mount({ series: revenueSeries() });
    slider(chart).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await painted(chart);
    expect(said(chart)).toMatch(/^2026年9月/);
  });

  test('a pointer on the drawing moves it to the nearest period, and the focus with it; the page is told', async () => {
    const chart = await mount({ series: revenueSeries() });
    const stage = find(chart, '.stage');
    const thumb = (): number => Number(find(chart, '[part=slider-thumb]').getAttribute('cx'));
    const from = thumb();
    const told = heard(document, 'zj-cursor-changed');
    const { left, top } = stage.getBoundingClientRect();
    stage.dispatchEvent(
      new PointerEvent('pointerdown', {
        clientX: left + from - 150,
        clientY: top + 50,
        pointerId: 1,
        button: 0,
        bubbles: true,
      }),
    );
    expect(await told).toEqual({ index: 6, start: '2026-07-01', end: '2026-07-31', name: '2026年7月' });
    await painted(chart);
    expect(thumb()).toBeLessThan(from);
    expect(chart.shadowRoot!.activeElement).toBe(slider(chart));
    expect(slider(chart).value).toBe('6');
  });

  test('moving it changes the height of nothing, and draws the plot no second time', async () => {
    for (const [series, width] of [
      [revenueSeries(), 860],
      [revenueSeries(), 340],
      [applicationsSeries(), 640],
    ] as const) {
      const chart = await mount(
        { series, lang: 'en', appearance: series.verdict.goal === 'pct-applications' ? 'line' : null },
        width,
      );
      const before = [...find(chart, '.trend').children].map((one) => one.getBoundingClientRect().height);
      const line = find(chart, '[part=plot] [part~=line]');
      const count = Number(slider(chart).max);
      for (let at = 0; at <= count; at++) {
        slider(chart).value = `${at}`;
        slider(chart).dispatchEvent(new Event('input'));
        await chart.updateComplete;
        expect([...find(chart, '.trend').children].map((one) => one.getBoundingClientRect().height)).toEqual(
          before,
        );
      }
      expect(find(chart, '[part=plot] [part~=line]')).toBe(line);
    }
  });

  test('its thumb stands at the place of the cursor in the drawing', async () => {
    const chart = await mount({ series: rateSeries() });
    const line = find(chart, '.stage > .cursor [part=cursor-line]');
    expect(Number(find(chart, '[part=slider-thumb]').getAttribute('cx'))).toBeCloseTo(
      Number(line.getAttribute('x1')),
      1,
    );
  });

  test('newer data leave it at its period', async () => {
    const chart = await mount({ series: revenueSeries() });
    slider(chart).value = '2';
    slider(chart).dispatchEvent(new Event('input'));
    chart.series = revenueSeries({ target: 6100 });
    await painted(chart);
    expect(said(chart)).toMatch(/^2026年3月/);
  });
});

describe('assistive technology', () => {
  test('is told every figure, unit and state: in the table that opens by keyboard, and by the slider', async () => {
    const chart = await mount({ series: applicationsSeries(), appearance: 'line' });
    const summary = find(chart, '.data > summary');
    summary.focus();
    await userEvent.keyboard('{Enter}');
    const table = await openedTable(chart);
    expect(table.shadowRoot!.querySelector('table')!.getAttribute('aria-label')).toBe(
      'PCT专利申请量，单位：件',
    );
    const rows = rowTexts(table).map((cells) => cells.slice(0, 3));
    expect(rows).toHaveLength(24);
    expect(rows[7]).toEqual(['2025年8月', '未报送', '未报送']);
    expect(rows[14]).toEqual(['2026年3月', '6', '估计数']);
    expect(rows[21]).toEqual(['2026年10月', '7', '初步数']);
    expect(slider(chart).getAttribute('aria-label')).toBe('逐期查看');
    // Drawings are hidden: words tell their content.
    for (const svg of chart.shadowRoot!.querySelectorAll('svg'))
      expect(svg.getAttribute('aria-hidden')).toBe('true');
  });

  test('the figure has its name, and each head of the table its scope', async () => {
    const chart = await mount({ series: industrySeries(14) });
    find<HTMLDetailsElement>(chart, '.data').open = true;
    const heads = [...(await openedTable(chart)).shadowRoot!.querySelectorAll('thead th')];
    expect(find(chart, 'figure > figcaption').textContent).toContain('分行业营业收入');
    expect(heads.every((head) => head.getAttribute('scope') === 'col')).toBe(true);
    expect(heads).toHaveLength(16);
  });
});
