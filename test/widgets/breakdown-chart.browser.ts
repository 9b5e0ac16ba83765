import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ZjSource } from '../../packages/widgets/src/source/source.js';
import { register } from '../../packages/widgets/src/element/register.js';
import type {
  Selected,
  ZjBreakdownChart,
} from '../../packages/widgets/src/breakdown-chart/breakdown-chart.js';
import { byField, pairs, revenueByField, streets } from './breakdowns.js';
import { mountBreakdown, settled } from './charts.js';
import { clear } from './mount.js';
import { readNames } from './names.js';
import { openedTable, rowTexts } from './opened-table.js';

register('zj-source', customElements, ZjSource);
beforeEach(clear);
afterEach(clear);

const long = '上海市浦东新区张江科学城集成电路设计与先进封装测试产业创新发展示范联合体';

const all = (chart: ZjBreakdownChart, selector: string): readonly HTMLElement[] => [
  ...chart.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const text = ({ innerText }: HTMLElement): string => innerText.replaceAll(/\s+/g, '');
const names = (chart: ZjBreakdownChart): readonly string[] =>
  all(chart, 'tbody th').map(({ innerText }) => innerText.trim());
const button = (chart: ZjBreakdownChart, name: string): HTMLElement =>
  all(chart, 'button').find(({ innerText }) => innerText.trim().startsWith(name))!;
const focused = (chart: ZjBreakdownChart): Element | null => chart.shadowRoot!.activeElement;

/** The elements that stick out of the card, sideways. */
function overflowing(chart: ZjBreakdownChart): readonly string[] {
  const { left, right } = chart.getBoundingClientRect();
  return all(chart, 'figure *:not(.unseen, .unseen *)').flatMap((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5)
      ? [`${element.localName}: ${element.textContent}`]
      : [];
  });
}

describe('the reader', () => {
  test('sorts by the head of a column with the keyboard, back with the same, and keeps the focus', async () => {
    const chart = await mountBreakdown({ series: revenueByField(), cumulative: true });
    expect(all(chart, '[aria-sort]').map(text)).toEqual(['数值，亿元↓']);
    const before = names(chart);
    button(chart, '同比').focus();
    await userEvent.keyboard('{Enter}');
    await chart.updateComplete;
    expect(names(chart).slice(0, 2)).toEqual(['智能驾驶', '现代物流']);
    expect(all(chart, '[aria-sort=descending]').map(text)).toEqual(['同比↓']);
    await userEvent.keyboard(' ');
    await chart.updateComplete;
    expect(names(chart)[0]).toBe('封装测试');
    expect(all(chart, '[aria-sort=ascending]')).toHaveLength(1);
    expect(focused(chart)).toBe(button(chart, '同比'));
    expect(names(chart).slice(8)).toEqual(before.slice(8));
    button(chart, '领域').click();
    await chart.updateComplete;
    expect(names(chart)[0]).toBe('医疗器械');
  });

  test('opens the rest, whose parts stand below it, and closes it', async () => {
    const chart = await mountBreakdown({ series: revenueByField(), cumulative: true });
    expect(names(chart)).toHaveLength(11);
    button(chart, '其他').focus();
    await userEvent.keyboard('{Enter}');
    await chart.updateComplete;
    expect(names(chart).slice(8)).toEqual([
      ...['其他（5项）', '专业服务', '国际贸易', '智能装备', '海工装备', '智能机器人'],
      ...['合并（保密）', '合计'],
    ]);
    expect(focused(chart)!.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Enter}');
    await chart.updateComplete;
    expect(names(chart)).toHaveLength(11);
  });

  test('chooses a member with the keyboard or by its row: one event, with the condition of a query; once more lets it go', async () => {
    const chart = await mountBreakdown({ series: revenueByField() });
    const told: Selected[] = [];
    document.addEventListener('zj-selected', ({ detail }) => told.push(detail));
    button(chart, '医疗器械').focus();
    await userEvent.keyboard('{Enter}');
    await chart.updateComplete;
    expect(button(chart, '医疗器械').getAttribute('aria-pressed')).toBe('true');
    expect(chart.chosen).toBe('医疗器械');
    all(chart, 'tbody tr')[0]!.querySelector<HTMLElement>('td.share')!.click();
    await chart.updateComplete;
    expect(all(chart, '[aria-pressed=true]').map(({ innerText }) => innerText.trim())).toEqual(['生物制药']);
    button(chart, '生物制药').click();
    await chart.updateComplete;
    expect(all(chart, '[aria-pressed=true]')).toEqual([]);
    expect(told).toEqual([
      { column: 'field', member: '医疗器械', condition: { column: 'field', equals: '医疗器械' } },
      { column: 'field', member: '生物制药', condition: { column: 'field', equals: '生物制药' } },
      { column: 'field', member: null, condition: null },
    ]);
    // Neither a total nor merged cells are a member.
    all(chart, 'tbody tr.total')[0]!.click();
    all(chart, 'tbody tr.merged')[0]!.click();
    expect(told).toHaveLength(3);
  });

  test('inside a source the choice is the source’s, for all charts in it', async () => {
    const source = document.createElement('zj-source');
    document.body.append(source);
    const [one, other] = [
      await mountBreakdown({ series: revenueByField() }, { parent: source }),
      await mountBreakdown({ series: revenueByField() }, { parent: source }),
    ];
    button(one, '医疗器械').click();
    await new Promise(requestAnimationFrame);
    await other.updateComplete;
    expect(source.selection.where).toEqual([{ column: 'field', equals: '医疗器械' }]);
    expect(button(other, '医疗器械').getAttribute('aria-pressed')).toBe('true');
    button(other, '医疗器械').click();
    await new Promise(requestAnimationFrame);
    expect(source.selection.where).toEqual([]);
    source.remove();
  });

  test('hears every figure, by row and column, and the state of a sort, a choice and the rest', async () => {
    for (const width of [860, 340]) {
      const chart = await mountBreakdown({ series: revenueByField(), cumulative: true }, { width });
      const of = await readNames();
      const rows = width > 500 ? 11 : 8;
      expect(of('table')).toEqual([expect.stringContaining('营业收入（按领域），2026年1—10月')]);
      expect(of('row')).toHaveLength(rows + 1);
      expect(of('rowheader')).toHaveLength(rows);
      expect(of('columnheader').map((name) => name.replaceAll(/[↓↑ ]/g, ''))).toEqual(
        ['名次', '领域', '数值，亿元', '占比', '同比', '拉动，百分点'].map(
          (name) => expect.stringContaining(name) as string,
        ),
      );
      const cells = of('cell').join(' ');
      for (const text of ['1,839.2', '29.4%', '+13.1%', '+3.78', '6,268.9', '100.0%'])
        expect(cells).toContain(text);
      // Bars tell nothing beside the figures.
      expect(of('image').concat(of('img'))).toEqual([]);
      chart.parentElement!.remove();
    }
  });
});

describe('the layout', () => {
  test('has no part beside the card from 280 to 1600 px, and bars of one length scale', async () => {
    const series = byField([
      ...pairs([long, 4, 6], [`${long}二`, 3, 4]),
      ...revenueByField()
        .lines.slice(1, 7)
        .map(({ member, own }) => ({ name: member!, values: own.value.slice(-13) })),
    ]);
    const chart = await mountBreakdown({ series }, { width: 280 });
    for (const appearance of ['table', 'change'])
      for (const lang of ['zh-CN', 'en'])
        for (const width of [280, 320, 360, 480, 600, 720, 960, 1280, 1600]) {
          chart.parentElement!.style.width = `${width}px`;
          Object.assign(chart, { appearance, lang });
          await settled(chart);
          expect(overflowing(chart), `${appearance} ${lang} ${width}`).toEqual([]);
          const bars = new Set(
            all(chart, 'tbody tr:not(.total) .bar').map((bar) =>
              Math.round(bar.getBoundingClientRect().width),
            ),
          );
          expect(bars.size, `${appearance} ${lang} ${width}`).toBe(1);
          expect([...bars][0]).toBeGreaterThan(80);
        }
  });

  test('shows names of forty letters in full', async () => {
    for (const width of [320, 720]) {
      const chart = await mountBreakdown({ series: byField(pairs([long, 4, 6], ['乙', 1, 2])) }, { width });
      const [name] = all(chart, '[part=choose]');
      expect(name!.innerText).toBe(long);
      expect(name!.scrollWidth).toBeLessThanOrEqual(name!.clientWidth + 1);
      expect(name!.getBoundingClientRect().height).toBeGreaterThan(30);
      chart.parentElement!.remove();
    }
  });

  test('of 200 streets has a row each when the rest is open, none lower than 44 px, or 60 px in elder mode', async () => {
    for (const [elder, least] of [
      [false, 44],
      [true, 60],
    ] as const) {
      const chart = await mountBreakdown({ series: streets(200), elder });
      button(chart, '其他').click();
      await chart.updateComplete;
      const rows = all(chart, 'tbody tr');
      expect(rows).toHaveLength(202);
      expect(Math.min(...rows.map((row) => row.getBoundingClientRect().height))).toBeGreaterThanOrEqual(
        least - 0.5,
      );
      expect(overflowing(chart)).toEqual([]);
      chart.parentElement!.remove();
    }
  });
});

describe('the data', () => {
  test('leave the page as CSV in full, and as a picture', async () => {
    const chart = await mountBreakdown({ series: revenueByField(), cumulative: true });
    const lines = (await chart.toCsv()).split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF名次,领域,数值（亿元）,上年同期（亿元）,占比（%）,同比（%）,拉动（百分点）,状态',
    );
    expect(lines[1]).toMatch(/^1,生物制药,1839\.1799\d*,1625\.\d+,29\.3\d+,13\.1\d+,3\.7\d+,正式数$/);
    expect(await chart.toCsv()).toContain('示例数据');
    const svg = new DOMParser().parseFromString(await chart.toSvg(), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.documentElement.textContent).toContain('1,839.2');
    expect((await chart.toPng()).type).toBe('image/png');
  });

  test('without parts, without such a period or without a year to date have a reason', async () => {
    const { dimension, lines, ...rest } = revenueByField();
    expect(dimension!.name).toBe('field');
    const whole = { ...rest, lines: lines.filter(({ kind }) => kind === 'total') };
    const chart = await mountBreakdown({ series: whole });
    const said = (): string => all(chart, '[part=error]')[0]!.innerText;
    expect(said()).toContain('数据没有按一个维度分组');
    expect(chart.hasAttribute('failed')).toBe(true);
    chart.series = revenueByField();
    chart.period = '2031-01';
    await settled(chart);
    expect(said()).toContain('period="2031-01"');
    chart.period = '2026-09';
    await settled(chart);
    expect(said()).toBe('');
    expect(all(chart, 'figcaption')[0]!.innerText).toContain('2026年9月');
  });
});

describe('small charts', () => {
  test('are chosen by their names, have their figures in a table, and nothing beside the card', async () => {
    const chart = await mountBreakdown({
      series: revenueByField(),
      cumulative: true,
      appearance: 'multiples',
    });
    // Small charts are in a file of their own.
    await expect.poll(() => chart.hasAttribute('loading')).toBe(false);
    const told: Selected[] = [];
    chart.addEventListener('zj-selected', ({ detail }) => told.push(detail));
    button(chart, '芯片设计').focus();
    await userEvent.keyboard('{Enter}');
    await chart.updateComplete;
    expect(told.map(({ member }) => member)).toEqual(['芯片设计']);
    expect(button(chart, '芯片设计').getAttribute('aria-pressed')).toBe('true');
    all(chart, '[part=data-button]')[0]!.click();
    const rows = rowTexts(await openedTable(chart));
    expect(rows.flatMap((cells) => cells.slice(1))).toHaveLength(130);
    expect((await chart.toCsv()).split('\r\n')[0]).toContain('芯片设计（亿元）');
    expect(await chart.toSvg()).toContain('芯片设计');
    for (const width of [280, 340, 520, 1200]) {
      chart.parentElement!.style.width = `${width}px`;
      await settled(chart);
      await expect.poll(() => overflowing(chart), { message: `${width}` }).toEqual([]);
    }
  });
});
