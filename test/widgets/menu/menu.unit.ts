import type { PublishedVerdict } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import {
  menuItems,
  type MenuSubject,
  type MenuTools,
} from '../../../packages/widgets/src/element/menu-subject.js';
import { tableOf as tableOfGauge } from '../../../packages/widgets/src/goal-gauge/tools.js';
import { boardShape as goalBoardShape } from '../../../packages/widgets/src/goal-board/board-shape.js';
import { tableOf as tableOfGoals } from '../../../packages/widgets/src/goal-board/tools.js';
import { aboutOf } from '../../../packages/widgets/src/menu/about.js';
import { citationOf, citedAddress } from '../../../packages/widgets/src/menu/cite.js';
import { conflictTrees } from '../../../packages/widgets/src/menu/conflicts.js';
import { attributesOf, embedCode } from '../../../packages/widgets/src/menu/embed.js';
import { makeFile } from '../../../packages/widgets/src/menu/files.js';
import { factTrees } from '../../../packages/widgets/src/menu/facts.js';
import { itemsOf } from '../../../packages/widgets/src/menu/items.js';
import { placeBeside } from '../../../packages/widgets/src/menu/place.js';
import { printMarkup } from '../../../packages/widgets/src/drawing/print.js';
import { boardShape } from '../../../packages/widgets/src/task-board/board-shape.js';
import { tableOf as tableOfTasks } from '../../../packages/widgets/src/task-board/tools.js';
import { ladderShape } from '../../../packages/widgets/src/tier-ladder/ladder-shape.js';
import { svgOf, tableOf as tableOfLadder } from '../../../packages/widgets/src/tier-ladder/tools.js';
import { parkTasks } from '../../../stories/boards.js';
import { parkBoard } from '../../../stories/goal-boards.js';
import { parkLadder } from '../../../stories/ladders.js';
import { applications, full, revenue } from '../../../stories/verdicts.js';

const tools: MenuTools<unknown> = { tableOf: () => ({ columns: [], rows: [] }), svgOf: () => '' };
const place = { tools, manifest: undefined, canEmbed: true, canVerify: true };

function subjectOf(by: Partial<MenuSubject> = {}): MenuSubject {
  const source = ['来源：', '区统计局'] as const;
  return {
    card: { title: '营业收入', demo: '', summary: '83.9%，进度正常。', through: '截至2026年10月', source },
    ...{ shape: {}, data: revenue(), release: 'ab12cd34ef56'.padEnd(64, '0'), day: '2026-10-31' },
    tools: () => Promise.resolve(tools as MenuTools<never>),
    defineVerify: () => Promise.resolve(),
    ...by,
  };
}

const conflicting: PublishedVerdict = {
  ...revenue(),
  conflicts: [{ value: 5040, date: '2026-10-31', source: { zh: '市统计局', en: 'City bureau' } }],
};

describe('the items', () => {
  test('are all there where there is everything', () => {
    expect(itemsOf(subjectOf({ data: conflicting }), '', place)).toEqual(menuItems);
  });

  test('are there only where they make sense', () => {
    const bare = { tools: null, manifest: undefined, canEmbed: false, canVerify: false };
    expect(itemsOf(subjectOf({ data: {} }), '', bare)).toEqual(['cite', 'source']);
  });

  test.each(menuItems)('%s is left out by its word', (item) => {
    const items = itemsOf(subjectOf({ data: conflicting }), `menu-${item}`, place);
    expect(items).toEqual(menuItems.filter((one) => one !== item));
  });

  test('download leaves out the files, menu everything', () => {
    expect(itemsOf(subjectOf(), 'download', place)).not.toEqual(expect.arrayContaining(['csv']));
    expect(itemsOf(subjectOf(), 'download', place)).toContain('table');
    expect(itemsOf(subjectOf(), 'menu', place)).toEqual([]);
  });
});

describe('the citation', () => {
  test('has title, value, last day, source, release and address', () => {
    expect(citationOf(subjectOf(), 'https://a.cn/p', 'zh-CN')).toBe(
      '营业收入：83.9%，进度正常（截至2026年10月）。来源：区统计局。发布版 ab12cd34ef56。https://a.cn/p',
    );
  });

  test('is in the language of the element, and says that data are made up', () => {
    const card = {
      ...{
        title: 'Revenue',
        demo: 'Demo data',
        summary: '83.9%, on track.',
        through: 'Through October 2026',
      },
      source: ['Source: ', 'Statistics bureau'] as const,
    };
    expect(citationOf(subjectOf({ card }), 'https://a.cn/p', 'en')).toBe(
      'Revenue: 83.9%, on track (through October 2026, demo data). Source: Statistics bureau. Release ab12cd34ef56. https://a.cn/p',
    );
  });

  test('leaves out whatever is not known', () => {
    const card = { ...subjectOf().card, through: '', source: ['', ''] as const };
    expect(citationOf(subjectOf({ card, release: 'no digest' }), '', 'zh-CN')).toBe(
      '营业收入：83.9%，进度正常',
    );
  });

  test('names the page without its place, and the file where the page has no address', () => {
    const file = { url: 'https://a.cn/verdicts.json', integrity: '', form: { name: '', take: () => 1 } };
    expect(citedAddress(subjectOf({ file }), 'https://a.cn/p?zone=1#top')).toBe('https://a.cn/p?zone=1');
    expect(citedAddress(subjectOf({ file }), 'about:srcdoc')).toBe('https://a.cn/verdicts.json');
  });
});

describe('the code that embeds', () => {
  test('escapes every text', () => {
    const code = embedCode({
      tag: 'zj-goal-gauge',
      attributes: { src: 'https://a.cn/v.json?a=1&b="2"', label: '<b>"x"</b>', compact: true },
      source: undefined,
      script: { src: 'https://a.cn/zj.js', type: 'module' },
      fallback: '</p><script>alert(1)</script>',
    });
    expect(code).toBe(
      '<script src="https://a.cn/zj.js" type="module"></script>\n' +
        '<zj-goal-gauge src="https://a.cn/v.json?a=1&#38;b=&#34;2&#34;" label="&#60;b&#62;&#34;x&#34;&#60;/b&#62;" compact="">' +
        '<p>&#60;/p&#62;&#60;script&#62;alert(1)&#60;/script&#62;</p></zj-goal-gauge>',
    );
  });

  test('has the source around an element that asks it, under its prefix', () => {
    const parts = { tag: 'park-trend-chart', attributes: { query: '{}' }, script: null, fallback: 'x' };
    expect(embedCode({ ...parts, source: { manifest: 'https://a.cn/manifest.json' } })).toBe(
      '<park-source manifest="https://a.cn/manifest.json"><park-trend-chart query="{}"><p>x</p></park-trend-chart></park-source>',
    );
  });

  const declared = new Map<string, { readonly attribute: string | false }>([
    ['asOf', { attribute: 'as-of' }],
    ['query', { attribute: 'query' }],
    ['members', { attribute: 'members' }],
    ['compact', { attribute: 'compact' }],
    ['verdict', { attribute: false }],
  ]);

  test('has attributes and properties as text', () => {
    const element = { asOf: '2026-10-31', query: { metric: 'x' }, members: ['a', 'b'], compact: true };
    expect(attributesOf(element, declared, false)).toEqual({
      ...{ 'as-of': '2026-10-31', query: '{"metric":"x"}', members: 'a,b', compact: true },
    });
  });

  test('is not there for figures that a script gave', () => {
    expect(attributesOf({ verdict: {} }, declared, false)).toBeUndefined();
  });
});

describe('the facts', () => {
  test('have the clause, the document, the method, the source and the reading of the wording', () => {
    const text = printMarkup(factTrees(subjectOf({ data: full }), undefined, 'zh-CN'));
    for (const fact of ['依据条款', '限定词', '评判方法', '来源', '发布版']) expect(text).toContain(fact);
  });

  test('an address that is none of the web is no link', () => {
    const document = { title: { zh: '文' }, url: 'javascript:alert(1)' };
    const data = { ...full, clause: { ...full.clause, document } };
    const text = printMarkup(factTrees(subjectOf({ data }), undefined, 'zh-CN'));
    expect(text).toContain('文');
    expect(text).not.toContain('javascript');
  });

  test('damaged data are left out', () => {
    const data = {
      ...full,
      interpretations: [null, { question: 1 }],
      conflicts: 'x',
      sql: 7,
      completeness: {},
    };
    const about = aboutOf(data, null);
    expect(about.sql).toEqual([]);
    expect(conflictTrees(about.verdicts, 'zh-CN')).toEqual([]);
    expect(() => factTrees(subjectOf({ data }), null, 'en')).not.toThrow();
  });
});

test('conflicting figures stand side by side, and the one that is used says so', () => {
  const text = printMarkup(conflictTrees([conflicting], 'zh-CN'));
  for (const word of ['市统计局', '5,040亿元', '未采用', '采用']) expect(text).toContain(word);
});

test('a board has the statements of all its goals, each below its name', () => {
  const { sql, verdicts, goal } = aboutOf(parkBoard, null);
  expect([verdicts.length, goal]).toEqual([4, '']);
  expect(sql.every(({ name }) => name !== undefined)).toBe(true);
});

test('the datasets are those that the statements read: of a goal, of all goals of a board, of a metric', () => {
  const datasetOf = (table: string): unknown => ({ table, contract: { id: table, name: { zh: table } } });
  const manifest = {
    plan: {},
    datasets: ['patents', 'industry-revenue', 'incubation'].map(datasetOf),
  } as never;
  const reads = (table: string): PublishedVerdict => ({ ...revenue(), sql: `SELECT 1 FROM "${table}"` });
  const namesOf = (data: object): readonly unknown[] => aboutOf(data, manifest).datasets.map(({ zh }) => zh);
  expect(namesOf(reads('patents'))).toEqual(['patents']);
  expect(namesOf({ verdicts: [reads('incubation'), reads('patents')] })).toEqual(['patents', 'incubation']);
  expect(namesOf({ sql: ['SELECT 1 FROM "industry-revenue"', 'SELECT 2'] })).toEqual(['industry-revenue']);
});

describe('the table', () => {
  test('of a gauge has figures in all their digits', () => {
    const { rows } = tableOfGauge({ verdict: revenue(), appearance: 'arc' }, 'zh-CN');
    const cell = (head: string): unknown => rows.find(([name]) => String(name).startsWith(head))?.[1];
    expect(cell('实际（亿元）')).toBe(revenue().actual);
    expect(cell('完成率')).toBe(revenue().attainment);
  });

  test('of goals has a row for each', () => {
    const { shape } = goalBoardShape(parkBoard, { locale: 'en', label: '', plan: undefined });
    const { columns, rows } = tableOfGoals(shape!, 'en');
    expect(rows).toHaveLength(4);
    expect(rows.every(({ length }) => length === columns.length)).toBe(true);
  });

  test('of tasks has a row for each and for each of its measures', () => {
    const shape = boardShape(parkTasks(), { locale: 'zh-CN', label: '' });
    const { columns, rows } = tableOfTasks(shape, 'zh-CN');
    const tasks = parkTasks().areas.flatMap((area) => area.tasks);
    expect(rows).toHaveLength(tasks.length + tasks.flatMap(({ measures }) => measures).length);
    expect(rows.every(({ length }) => length === columns.length)).toBe(true);
  });

  test('of a ladder has the tiers and the moves, with counts as numbers', () => {
    const { shape } = ladderShape(parkLadder(), { locale: 'zh-CN', label: '', period: '' });
    const { columns, rows } = tableOfLadder(shape!, 'zh-CN');
    expect(rows.every(({ length }) => length === columns.length)).toBe(true);
    expect(rows.map(([period]) => period)).toEqual(rows.map(() => '2026-01-01/2026-10-31'));
    expect(typeof rows[0]![2]).toBe('number');
    expect(svgOf(shape!, 860, 'zh-CN')).toContain(shape!.tiers[0]!.name);
  });
});

test('a CSV file has, below its rows, what a reader must know of them, such as goals that are left out', async () => {
  const board = { ...parkBoard, verdicts: [{ ...revenue(), actual: 'x' } as never, applications()] };
  const shape = goalBoardShape(board, { locale: 'zh-CN', label: '', plan: undefined }).shape!;
  const file = await makeFile(
    'csv',
    subjectOf({ card: shape, shape }),
    { tableOf: tableOfGoals as never },
    'zh-CN',
  );
  const lines = (await file.text()).trim().split('\r\n');
  expect(lines.at(-1)).toMatch(/^有1项目标的数据不完整，没有显示。,/);
});

describe('the list', () => {
  const view = { width: 400, height: 800 };
  const list = { width: 200, height: 300 };

  test('opens below its button, above it where there is no room below, and inside of the window', () => {
    expect(placeBeside({ left: 300, top: 10, right: 344, bottom: 54 }, list, view)).toEqual({
      left: 144,
      top: 58,
    });
    expect(placeBeside({ left: 300, top: 700, right: 344, bottom: 744 }, list, view)).toEqual({
      left: 144,
      top: 396,
    });
    expect(placeBeside({ left: 0, top: 10, right: 44, bottom: 54 }, list, view).left).toBe(8);
    expect(
      placeBeside({ left: 300, top: 100, right: 344, bottom: 144 }, { width: 200, height: 790 }, view).top,
    ).toBe(8);
  });
});
