import { expect, test, describe } from 'vitest';
import type { Rows } from '@zj/metrics';
import { tableHtml, type PrintedRows } from '../../../packages/widgets/src/print.js';
import { revenueSeries } from '../../../stories/goal-series.js';
import { industries } from '../../../stories/industries.js';
import { withheld } from '../../../stories/verdicts.js';
import { columns, rowOf, sourceOf } from './rows-fixture.js';

/** Elements and attributes that content management systems let through: nothing that runs, styles or fetches. */
const tags =
  /^(figure|figcaption|ul|li|span|small|p|b|div|nav|a|table|caption|thead|tbody|tfoot|tr|th|td|bdi|svg|path)$/;
const attributes =
  /^(lang|dir|href|rel|scope|role|tabindex|align|aria-(hidden|label|sort|current)|viewBox|width|height|d|fill|stroke|stroke-width)$/;

function audit(html: string): readonly string[] {
  return [...html.matchAll(/<(\w+)([^>]*)>/g)].flatMap(([, tag, written]) => [
    ...(tags.test(tag!) ? [] : [tag!]),
    ...[...written!.matchAll(/([\w:-]+)="/g)].flatMap(([, name]) =>
      attributes.test(name!) ? [] : [`${tag} ${name}`],
    ),
  ]);
}

/** The texts of the cells of a part of the table, row by row. */
function rowsIn(html: string, part: 'thead' | 'tbody' | 'tfoot'): readonly (readonly string[])[] {
  const [, inside = ''] = new RegExp(`<${part}>(.*)</${part}>`).exec(html) ?? [];
  return inside
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      row
        .split(/<\/t[hd]>/)
        .slice(0, -1)
        .map((cell) => textOf(cell)),
    );
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .trim();
}

/** Made-up rows as lists of a page. */
const lists = (count: number): PrintedRows => ({
  columns,
  rows: Array.from({ length: count }, (_, at) => rowOf(at)),
});
const hrefOf = (page: number): string => `rows-${page}.html?a=1&b=2`;

describe.each(['zh-CN', 'en'])('in %s', (locale) => {
  test.each<[string, PrintedRows]>([
    ['a goal', revenueSeries()],
    ['a metric by members', industries({ merged: true })],
    ['lists', lists(120)],
  ])('%s is printed with nothing that a content management system takes out', async (_, data) => {
    const html = await tableHtml(data, { locale, hrefOf });
    expect(audit(html)).toEqual([]);
    expect(html).toMatch(
      /^<figure lang="(zh-CN|en)" dir="ltr"><figcaption>.*<table>.*<\/table>.*<\/figure>$/,
    );
  });
});

test('the pages have every row once, in the order that is said, with the exact figures', async () => {
  const data = lists(123);
  const pages = await Promise.all(
    [1, 2, 3].map((page) => tableHtml(data, { locale: 'en', page, hrefOf, order: '-revenue company' })),
  );
  const rows = pages.flatMap((html) => rowsIn(html, 'tbody'));
  const source = sourceOf(123);
  const wanted = await source.arrange({
    ...{ where: [], search: '' },
    orderBy: [{ column: 'revenue', direction: 'descending' }, { column: 'company' }],
  });
  const window = await wanted.window(0, 123);
  const digits = (text: string | undefined): string => text!.replaceAll(',', '');
  expect(rows).toHaveLength(123);
  expect(rows.map(([company]) => company)).toEqual(window.columns[0]);
  expect(rows.map((row) => digits(row[5]))).toEqual(window.columns[5]!.map((cell) => cell ?? 'not reported'));
  expect(textOf(pages[1]!)).toContain(
    '123 rows, sorted by Revenue, largest first, then by Company, ascending',
  );
});

test('empty cells say why, states are words with a shape, a total says where nothing is added', async () => {
  const html = await tableHtml(lists(60), { locale: 'zh-CN', label: '明细' });
  const body = rowsIn(html, 'tbody');
  expect(body).toHaveLength(60);
  const empty = Array.from({ length: 60 }, (_, at) => rowOf(at));
  expect(body.map((row) => row[4] === '未填写')).toEqual(empty.map((row) => row[4] === null));
  expect(body.map((row) => row[5] === '未报送')).toEqual(empty.map((row) => row[5] === null));
  expect(body[3]![5]).toBe('0.00');
  expect(html).toMatch(/<svg [^>]*aria-hidden="true"><path [^>]*><\/path><\/svg> 初步/);
  const cents = empty.reduce((sum, row) => sum + Math.round(Number(row[5] ?? 0) * 100), 0);
  const [total] = rowsIn(html, 'tfoot');
  expect(total![0]).toBe('合计');
  expect(Math.round(Number(total![5]!.replaceAll(',', '').replace(' 含初步数', '')) * 100)).toBe(cents);
  expect(total![5]).toMatch(/ 含初步数$/);
  expect(total![6]).toBe('比率，不相加');
  const [heads] = rowsIn(html, 'thead');
  expect(heads![5]).toBe('营业收入 万元，两位小数');
  expect(heads![4]).toBe(
    `企业等级 文本，3 个不同的值，空缺 ${empty.filter((row) => row[4] === null).length}`,
  );
});

test('links lead to the other pages, and escape their addresses; the sums are of all rows', async () => {
  const html = await tableHtml(lists(2000), { locale: 'zh-CN', page: 3, hrefOf });
  const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => textOf(href!));
  expect(links).toEqual([2, 1, 2, 4, 40, 4].map(hrefOf));
  expect(html).toContain('<b aria-current="page">3</b>');
  expect(html).toContain('<caption>第 101–150 行</caption>');
  const first = await tableHtml(lists(2000), { locale: 'zh-CN', hrefOf });
  expect(rowsIn(html, 'tfoot')).toEqual(rowsIn(first, 'tfoot'));
});

test('a page that there is not is the nearest one; without addresses all rows stand in one table', async () => {
  const at = (page: number): Promise<string> => tableHtml(lists(120), { locale: 'en', page, hrefOf });
  expect(await at(99)).toBe(await at(3));
  expect(await at(0)).toBe(await at(1));
  expect(await at(Number.NaN)).toBe(await at(1));
  const whole = await tableHtml(lists(2345), { locale: 'en' });
  expect(rowsIn(whole, 'tbody')).toHaveLength(2345);
  expect(whole).not.toContain('<nav');
  expect(textOf(await tableHtml(lists(0), { locale: 'en' }))).toContain('0 rows');
});

test('rows of an engine are read by windows, and summed once for all pages', async () => {
  const rows = await sourceOf(300).arrange({ where: [], search: '', orderBy: [] });
  const asked: string[] = [];
  const counted: Rows = {
    ...rows,
    window: (start, count) => (asked.push(`${start}+${count}`), rows.window(start, count)),
    totals: () => (asked.push('totals'), rows.totals()),
    summarize: () => (asked.push('summaries'), rows.summarize()),
  };
  await tableHtml(counted, { locale: 'en', page: 2, pageSize: 100, hrefOf });
  const html = await tableHtml(counted, { locale: 'en', page: 3, pageSize: 100, hrefOf });
  expect(asked).toEqual(['100+100', 'summaries', 'totals', '200+100']);
  // Nobody says in which order they are.
  expect(html).toContain('<p>300 rows</p>');
});

test('of a goal whose figures are withheld the name and the reason are printed', async () => {
  const html = await tableHtml(withheld, { locale: 'zh-CN' });
  expect(html).not.toContain('<table');
  expect(textOf(html)).toContain(withheld.reason.zh);
});

test('text of data is escaped', async () => {
  const html = await tableHtml(
    { columns: ['<b>'], rows: [['"><script>alert(1)</script>']] },
    { locale: 'en', label: '<i>' },
  );
  expect(html).not.toMatch(/<script|<i>/);
  expect(html).toContain('&#60;script&#62;');
});

test('an address of the web in a cell is a link, any other is text', async () => {
  const addresses = [
    'https://example.org/a?b=1',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'see https://a.b',
  ];
  const html = await tableHtml(
    { columns: ['id', 'address'], rows: addresses.map((one, at) => [`${at}`, one]) },
    { locale: 'en' },
  );
  expect([...html.matchAll(/<a href="([^"]*)" rel="([^"]*)"/g)].map(([, ...found]) => found)).toEqual([
    ['https://example.org/a?b=1', 'noopener noreferrer nofollow'],
  ]);
  for (const one of addresses) expect(textOf(html)).toContain(one);
});

test('the gaps behind the rows are told below the table, and merged cells leave no sum', async () => {
  const rows = await sourceOf(60).arrange({ where: [], search: '', orderBy: [] });
  const lack = (kind: 'rejected' | 'merged', zh: string): Rows['completeness'][number] => ({
    ...{ dataset: 'revenue', kind, count: 2, names: [], text: { zh, en: zh } },
  });
  const rejected = await tableHtml(
    { ...rows, completeness: [lack('rejected', '2行数据被拒收')] },
    { locale: 'zh-CN' },
  );
  expect(rejected).toContain('<li>2行数据被拒收。</li>');
  expect(rowsIn(rejected, 'tfoot')[0]![5]).toMatch(/^[\d,.]+ 含初步数$/);
  const merged = await tableHtml(
    { ...rows, completeness: [lack('merged', '2个单元格因保密而合并')] },
    { locale: 'zh-CN' },
  );
  expect(merged).toContain('<li>2个单元格因保密而合并。</li>');
  expect(rowsIn(merged, 'tfoot')[0]![5]).toBe('有单元格因保密合并，未计入，合计不可知');
});
