import { userEvent, cdp } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clear } from '../mount.js';
import { all, cell, mountTable, one, seen, settled } from './table-stage.js';

beforeEach(clear);
afterEach(async () => {
  await emulate({});
  document.documentElement.removeAttribute('dir');
  clear();
});

async function emulate(media: {
  readonly media?: string;
  readonly features?: readonly { readonly name: string; readonly value: string }[];
}): Promise<void> {
  const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
  await session.send('Emulation.setEmulatedMedia', { media: '', features: [], ...media });
}

const isSeen = (element: HTMLElement): boolean => element.getClientRects().length > 0;

describe('on paper', () => {
  test('a page of rows is printed as it is shown, and nothing to press', async () => {
    const table = await mountTable({ order: '-revenue' });
    await emulate({ media: 'print' });
    await settled(table);
    expect(all(table, 'tbody tr').filter(isSeen)).toHaveLength(50);
    expect(seen(one(table, '[part=stretch]'))).toBe('第 1–50 行');
    expect(one(table, '.viewport').scrollHeight).toBe(one(table, '.viewport').clientHeight);
    const pressed = all(table, '[part=tools], [part=page], [part=mode], [part=filter], .histogram');
    expect(pressed.filter(isSeen)).toEqual([]);
    expect(seen(one(table, 'thead [data-column="5"]'))).toContain('营业收入');
  });

  test.each(['pages', 'scroll'])(
    'all columns have their place, and names of columns that repeat: %s',
    async (mode) => {
      const table = await mountTable({ mode }, { width: 680, count: 1200 });
      await emulate({ media: 'print' });
      await settled(table);
      const { right } = one(table, 'figure').getBoundingClientRect();
      for (const last of all(table, 'tr > :last-child'))
        expect(last.getBoundingClientRect().right).toBeLessThanOrEqual(right);
      // Chromium paints boxes of buttons in the head of the first page alone.
      for (const button of all(table, '[part=sort]'))
        expect(getComputedStyle(button).display).toBe('contents');
    },
  );

  test.each([9, 12, 14, 16, 20])(
    '%i columns fit on a sheet of A4, and the sums stand below the rows',
    async (count) => {
      const columns = Array.from({ length: count }, (_, at) =>
        at < 1 ? `产业名称${at}` : { name: `规模以上工业企业营业收入${at}`, additive: true },
      );
      const rows = Array.from({ length: 30 }, (_, row) =>
        columns.map((_, at) => (at < 1 ? '示例企业科技有限公司' : 1_234_567.89 * (at + row))),
      );
      const table = await mountTable({ rows: { columns, rows } }, { width: 1100 });
      await emulate({ media: 'print' });
      table.parentElement!.style.width = '718px';
      await settled(table);
      const { right } = one(table, 'figure').getBoundingClientRect();
      for (const last of all(table, 'tr > :last-child'))
        expect(last.getBoundingClientRect().right).toBeLessThanOrEqual(right);
      const bottom = all(table, 'tbody tr').at(-1)!.getBoundingClientRect().bottom;
      for (const sum of all(table, 'tfoot tr > *')) {
        expect(getComputedStyle(sum).position).toBe('static');
        expect(sum.getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom - 1);
      }
      // A figure that can stand in one line does.
      if (count === 9) {
        const heights = all(table, 'tbody tr').map((row) => row.getBoundingClientRect().height);
        expect(Math.max(...heights)).toBeLessThan(60);
      }
      expect(getComputedStyle(one(table, 'figure')).breakInside).toBe('auto');
      expect(getComputedStyle(one(table, 'tfoot')).display).toBe('table-row-group');
    },
  );

  test('of rows that are scrolled a few are printed, without the room of all others, and it is said', async () => {
    const table = await mountTable({}, { count: 100_000 });
    one(table, '.viewport').scrollTop = 1_000_000;
    await settled(table);
    expect(isSeen(one(table, '.on-paper'))).toBe(false);
    await emulate({ media: 'print' });
    const rows = all(table, 'tbody tr');
    expect(rows.length).toBeLessThanOrEqual(60);
    const [first, last] = [rows[0]!, rows.at(-1)!].map(({ dataset }) => Number(dataset.row) + 1);
    const written = (count: number): string => count.toLocaleString('en');
    expect(seen(one(table, '.on-paper'))).toBe(
      `纸上只有第 ${written(first!)}–${written(last!)} 行，共 100,000 行`,
    );
    expect(table.getBoundingClientRect().height).toBeLessThan(70 * 60);
  });
});

test('with forced colours a selection, an order, empty cells and histograms are still told apart', async () => {
  await emulate({ features: [{ name: 'forced-colors', value: 'active' }] });
  const table = await mountTable({ order: '-revenue' });
  cell(table, 1, 2).click();
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  await settled(table);
  const background = (element: HTMLElement): string => getComputedStyle(element).backgroundColor;
  const [chosen] = all(table, 'tbody [aria-selected=true]');
  expect(background(chosen!)).not.toBe(background(cell(table, 8, 2)));
  expect(background(chosen!)).not.toBe(getComputedStyle(chosen!).color);
  expect(seen(one(table, 'thead [data-column="5"] .arrow'))).toBe('↓');
  const [empty] = all(table, 'tbody .empty');
  expect(parseFloat(getComputedStyle(empty!).borderTopWidth)).toBeGreaterThan(0);
  const [bar] = all(table, '.histogram rect');
  const ground = getComputedStyle(one(table, 'thead th')).backgroundColor;
  expect(getComputedStyle(bar!).fill).not.toBe(ground);
});

test('in a page from right to left it reads as in any other, and nothing sticks out', async () => {
  document.documentElement.dir = 'rtl';
  const table = await mountTable();
  const { left, right } = table.getBoundingClientRect();
  const [first, second] = [cell(table, 0, 0), cell(table, 0, 1)].map((one) => one.getBoundingClientRect());
  expect(first!.left).toBeLessThan(second!.left);
  const box = one(table, '.viewport').getBoundingClientRect();
  expect(box.left).toBeGreaterThanOrEqual(left - 0.5);
  expect(box.right).toBeLessThanOrEqual(right + 0.5);
});

test('the styles of the page do not reach into it, in columns and in cards', async () => {
  const properties = [
    ...['color', 'background-color', 'font-family', 'font-size', 'font-weight', 'font-style', 'line-height'],
    ...['letter-spacing', 'word-spacing', 'text-transform', 'text-align', 'text-indent', 'text-shadow'],
    ...[
      'white-space',
      'direction',
      'display',
      'visibility',
      'padding-left',
      'margin-top',
      'border-top-width',
    ],
  ];
  const styles = (table: Parameters<typeof all>[0]): readonly string[] =>
    all(table, 'figure, figure *:not(col, rect, svg, svg *)').map((element) => {
      const style = getComputedStyle(element);
      return `${element.localName}.${element.className}: ${properties.map((name) => style.getPropertyValue(name)).join('; ')}`;
    });
  for (const width of [1100, 300]) {
    const plain = styles(await mountTable({ order: '-revenue' }, { width, count: 60 }));
    clear();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `zj-data-table, zj-data-table * { color: red; font: italic 30px/3 serif; letter-spacing: 5px; word-spacing: 9px; text-transform: uppercase;
        text-align: center; text-indent: 40px; text-shadow: 1px 1px red; white-space: pre; direction: rtl; visibility: visible }
       table, th, td, tr, button, input { padding: 30px; margin: 20px; border: 9px solid red; display: block }`,
    );
    document.adoptedStyleSheets.push(sheet);
    try {
      expect(styles(await mountTable({ order: '-revenue' }, { width, count: 60 }))).toEqual(plain);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      clear();
    }
  }
});

test('texts are ordered by code point, or by pinyin if a reader chooses it, and it is said which', async () => {
  const rows = { columns: ['name'], rows: [['生物医药'], ['人工智能'], ['集成电路'], ['Zone']] };
  const table = await mountTable({ rows, order: 'name' });
  const names = (): readonly string[] => all(table, 'tbody th').map(seen);
  expect(names()).toEqual(['Zone', '人工智能', '生物医药', '集成电路']);
  expect(seen(one(table, '[part=summary]'))).toContain('文字按编码顺序');
  const choice = one(table, '[part=text-order]') as HTMLSelectElement;
  choice.value = 'pinyin';
  choice.dispatchEvent(new Event('change'));
  await settled(table);
  expect(names().filter((name) => name !== 'Zone')).toEqual(['集成电路', '人工智能', '生物医药']);
  expect(seen(one(table, '[part=summary]'))).toContain('文字按拼音顺序');
});

test.each([768, 1100])('a long name wraps in its own cell at %i px', async (width) => {
  const name = '示例企业集成电路设计与先进封装测试产业创新发展示范联合体第一分公司';
  const columns = ['company', 'industry', 'field', 'level', 'zone', 'state', 'owner', 'contact'];
  const rows = Array.from({ length: 3 }, () => [name, ...columns.slice(1).map(() => '集成电路设计')]);
  const table = await mountTable({ rows: { columns, rows } }, { width });
  const own = cell(table, 0, 0);
  expect(own.scrollWidth).toBeLessThanOrEqual(own.clientWidth);
});

test.each([320, 360])(
  'no part of a table %i px wide leaves the card, however long the names of its columns are',
  async (width) => {
    const long = { zh: '规模以上工业企业主营业务收入（不含增值税）累计数', en: 'x' };
    const rows = {
      columns: [
        { name: 'a', label: long },
        { name: 'b', label: long },
      ],
      rows: [
        ['一', '二'],
        ['三', '四'],
      ],
    };
    const table = await mountTable({ rows }, { width });
    const card = one(table, 'figure').getBoundingClientRect();
    for (const part of all(table, '.tools *, .pages *, tr, td')) {
      const { left, right, width: own } = part.getBoundingClientRect();
      if (own === 0) continue;
      expect([part.outerHTML.slice(0, 60), left >= card.left - 1, right <= card.right + 1]).toEqual([
        part.outerHTML.slice(0, 60),
        true,
        true,
      ]);
    }
  },
);
