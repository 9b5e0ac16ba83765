import type { Verdicts } from '@zj/metrics';
import { define, type ZjGoalBoard, type ZjSource } from '@zj/widgets';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { goalBoardHtml } from '../../../packages/widgets/src/print.js';
import {
  boardOf,
  crowdedBoard,
  everyBoard,
  parkBoard,
  parkPlan,
  secret,
} from '../../../stories/goal-boards.js';
import { file, four } from '../../../stories/verdicts.js';
import { clear, pageStyle, serve } from '../mount.js';
import {
  all,
  errorOf,
  expectElder,
  expectSound,
  misplaced,
  mountIn,
  painted,
  textOf,
} from '../published-stage.js';
import { manifestOf, serveFile, serveManifest } from '../release-files.js';

define();
beforeEach(clear);
afterEach(clear);

type Given = Partial<Pick<ZjGoalBoard, 'verdicts' | 'plan' | 'src' | 'elder' | 'lang' | 'hide'>>;

function mount(given: Given, options: Parameters<typeof mountIn>[1] = {}): Promise<ZjGoalBoard> {
  return mountIn(Object.assign(document.createElement('zj-goal-board'), given), options);
}

const namesOf = (board: ZjGoalBoard): readonly string[] =>
  all(board, '[part=goal] [part=open] span:last-child').map(textOf);

const press = async (board: ZjGoalBoard, selector: string, at = 0): Promise<void> => {
  all(board, selector)[at]!.click();
  await painted(board);
};

describe('the goals', () => {
  test('are those of the file, with the figures of each', async () => {
    const board = await mount({ src: serve(file(four)) }, { width: 1240 });
    await expect.poll(() => all(board, '[part=goal]').length).toBe(4);
    expect(all(board, '[part=goal]').map((row) => [...row.children].map(textOf))).toEqual([
      ['▸三大先导产业营业收入', '进度正常', '83.9%', '5,036 / 6,000亿元', '83.3%', '482亿元', '2026年10月'],
      ['▸PCT专利申请量', '进度偏慢', '71.0%', '71 / 100件', '83.3%', '14.5件', '2026年10月'],
      ['▸“独角兽”“隐形冠军”企业', '明显滞后', '50.0%', '1 / 2家', '91.6%', '共1家', '2026年10月'],
      ['▸新增高质量孵化器', '已达成', '100.0%', '1 / 1家', '91.6%', '—', '2026年10月'],
    ]);
  });

  test('stand by the themes of the plan of the source around, and are told by an event', async () => {
    const address = serveManifest(manifestOf({ plan: { ...manifestOf().plan, ...parkPlan } }));
    serveFile(address.replace('manifest.json', 'verdicts.json'), file(four));
    const source: ZjSource = Object.assign(document.createElement('zj-source'), { manifest: address });
    const heard: number[] = [];
    source.addEventListener('zj-board-changed', ({ detail }) => heard.push(detail.verdicts.verdicts.length));
    const board = await mount({}, { around: source });
    await expect
      .poll(() => all(board, '.group th').map(textOf))
      .toEqual(['二是科技创新更加凸显 2项', '三是产业集聚更加突出 1项', '其他目标 1项']);
    expect(heard).toEqual([4]);
    expect(textOf(all(board, '[part=summary]')[0]!)).toContain('自贸保税园改革创新发展行动方案');
  });

  test('that are withheld show their reason and no figure', async () => {
    const board = await mount({ verdicts: boardOf([], [secret]) }, { width: 1240 });
    expect([...all(board, '[part=goal]')[0]!.children].map(textOf)).toEqual([
      `▸${(secret.name as { readonly zh: string }).zh}`,
      '不公布',
      ...Array.from({ length: 5 }, () => '—'),
    ]);
    await press(board, '[part=open]');
    expect(textOf(all(board, '[part=detail]')[0]!)).toContain('只有两家企业');
  });
});

describe('a reader', () => {
  test('opens a goal in place, by the keyboard, and finds clause, reason, figures and SQL', async () => {
    const board = await mount({ verdicts: parkBoard }, { width: 1240 });
    const open = all(board, '[part=open]')[1]!;
    expect(open.getAttribute('aria-expanded')).toBe('false');
    open.focus();
    await userEvent.keyboard('{Enter}');
    await painted(board);
    expect(board.shadowRoot!.activeElement).toBe(open);
    expect(open.getAttribute('aria-expanded')).toBe('true');
    const detail = all(board, '[part=detail]')[0]!;
    expect(textOf(detail)).toContain('到2026年,三大先导产业完成营业收入6000亿元');
    expect(textOf(detail)).toContain('比时序进度慢12.3个百分点');
    await expect.poll(() => textOf(detail)).toContain('SELECT month AS period');
    await userEvent.keyboard('{Enter}');
    await painted(board);
    expect(all(board, '[part=detail]')).toEqual([]);
  });

  test('filters by the counts, whose numbers are those of the rows', async () => {
    const board = await mount({ verdicts: everyBoard }, { width: 1240 });
    const buttons = all(board, '[part=count]');
    const total = namesOf(board).length;
    for (const [at, button] of buttons.entries()) {
      await press(board, '[part=count]', at);
      expect(button.getAttribute('aria-pressed')).toBe('true');
      expect(namesOf(board)).toHaveLength(Number(/\d+$/.exec(textOf(button))![0]));
    }
    const counted = buttons.map((one) => Number(/\d+$/.exec(textOf(one))![0]));
    expect(counted[0]).toBe(total);
    expect(counted.slice(1).reduce((sum, one) => sum + one, 0)).toBe(total);
  });

  test('searches, hears how many were found, and gets all back where there is none', async () => {
    const board = await mount({ verdicts: parkBoard }, { width: 1240 });
    const field = all<HTMLInputElement>(board, '[part=search]')[0]!;
    await userEvent.fill(field, 'PCT');
    await painted(board);
    expect(textOf(all(board, '.shown')[0]!)).toBe('显示1项，共4项');
    expect(namesOf(board)).toEqual(['PCT专利申请量']);
    await userEvent.fill(field, '没有这个目标');
    await painted(board);
    expect(textOf(all(board, '[part=none]')[0]!)).toContain('没有符合条件的目标');
    await press(board, '[part=none] button');
    expect(namesOf(board)).toHaveLength(4);
    expect(field.value).toBe('');
  });

  test('orders by status', async () => {
    const board = await mount({ verdicts: parkBoard, plan: parkPlan }, { width: 1240 });
    await userEvent.selectOptions(all<HTMLSelectElement>(board, 'select')[0]!, 'status');
    await painted(board);
    expect(namesOf(board)[0]).toBe('“独角兽”“隐形冠军”企业');
    expect(all(board, '.group')).toEqual([]);
  });
});

describe('what cannot be shown', () => {
  test('a broken file is refused with its name, and the content of the tag stays', async () => {
    const board = await mount({ src: serve('{"version":1}') }, { inside: '<p>71件</p>' });
    await expect.poll(() => errorOf(board)).toContain('的内容无效');
    expect(board.hasAttribute('stale')).toBe(true);
    expect(board.querySelector('p')!.checkVisibility()).toBe(true);
  });

  test('a damaged goal is counted, and the others are shown', async () => {
    const board = await mount({ verdicts: boardOf([{ ...four[0]!, actual: 'x' } as never, four[1]!]) });
    expect(namesOf(board)).toEqual(['PCT专利申请量']);
    expect(textOf(all(board, '[part=remarks]')[0]!)).toContain('有1项目标的数据不完整');
  });

  test('names are text, not markup', async () => {
    const name = { zh: '<img src=x onerror="document.title=1">', en: 'x' };
    const board = await mount({ verdicts: boardOf([{ ...four[0]!, name }]) });
    expect(namesOf(board)).toEqual([name.zh]);
    expect(all(board, 'img')).toEqual([]);
  });
});

const boards: Readonly<Record<string, Verdicts>> = {
  'the four goals': parkBoard,
  'every kind of goal': everyBoard,
  'no goal': boardOf([]),
};

describe.each(Object.entries(boards))('%s', (_, verdicts) => {
  test.each(['zh-CN', 'en'])('fit from 280 to 1600 px without overlap, %s', async (lang) => {
    for (const width of [280, 343, 480, 720, 960, 1240, 1600]) {
      const board = await mount({ verdicts, lang, plan: parkPlan }, { width });
      if (verdicts === parkBoard) await press(board, '[part=open]');
      expect(misplaced(board).join(' | '), `${width} px`).toBe('');
      clear();
    }
  });

  test.each([343, 960, 1600])('for elders have large text and large controls, %i px wide', async (width) => {
    const board = await mount({ verdicts, elder: true }, { width });
    expectElder(board);
    expect(misplaced(board).join(' | ')).toBe('');
  });
});

describe('for assistive technology', () => {
  test.each([343, 1240])(
    'it is a table with heads at %i px, also where it looks like cards',
    async (width) => {
      await mount({ verdicts: parkBoard, plan: parkPlan }, { width });
      expect(page.getByRole('table', { name: '目标进展' }).elements()).toHaveLength(1);
      expect(page.getByRole('columnheader').elements().map(textOf)).toEqual([
        '目标',
        '状态',
        '完成率',
        '实际 / 目标',
        '时序应达',
        '今后每月需',
        '数据截至',
      ]);
      expect(page.getByRole('rowheader', { name: 'PCT专利申请量' }).elements()).toHaveLength(1);
      expect(page.getByRole('cell', { name: '71 / 100件' }).elements()).toHaveLength(1);
      expect(page.getByRole('button', { name: '进度偏慢，1项' }).elements()).toHaveLength(1);
    },
  );

  test.each([
    [1240, {}],
    [343, {}],
    [343, { elder: true }],
    [1240, { lang: 'en' }],
  ])('axe finds nothing to mend at %i px with %j', async (width, given) => {
    for (const scheme of ['', 'dark']) {
      clear();
      document.documentElement.style.colorScheme = scheme;
      const board = await mount({ verdicts: everyBoard, ...given }, { width });
      await press(board, '[part=open]');
      await expectSound(board);
    }
  });
});

test('it keeps to itself on a page that styles every element', async () => {
  const before = (await mount({ verdicts: parkBoard })).getBoundingClientRect().height;
  clear();
  pageStyle('* { font-size: 40px; padding: 9px; text-transform: uppercase } td, button { display: none }');
  const board = await mount({ verdicts: parkBoard });
  const { height } = board.shadowRoot!.querySelector('figure')!.getBoundingClientRect();
  expect(Math.abs(height - before)).toBeLessThan(40);
});

test('two hundred goals are all on the board, in their order', async () => {
  const board = await mount({ verdicts: crowdedBoard(200) }, { width: 1240 });
  expect(all(board, '[part=goal]')).toHaveLength(200);
  expect(namesOf(board).at(-1)).toContain('（200）');
});

test('the table that is printed into the tag has the figures of the element', async () => {
  const board = await mount({ verdicts: parkBoard }, { width: 1240 });
  const html = goalBoardHtml(parkBoard, { locale: 'zh-CN' });
  const printed = document.createRange().createContextualFragment(html);
  const cells = (root: ParentNode): readonly string[] =>
    [...root.querySelectorAll('table td:not([colspan])')].map(textOf);
  expect(cells(printed)).toEqual(cells(board.shadowRoot!));
});

test('nothing but what opens changes its look when the sheet of the detail comes', async () => {
  const board = await mount({ verdicts: parkBoard, plan: parkPlan }, { width: 1240 });
  const looks = (): readonly string[] =>
    all(board, '.goals > * > tr:not(.detail) > *').map((cell) => {
      const { fontSize, fontWeight, paddingLeft, textAlign } = getComputedStyle(cell);
      return [fontSize, fontWeight, paddingLeft, textAlign].join();
    });
  const before = looks();
  await press(board, '[part=open]');
  await expect.poll(() => textOf(all(board, '[part=detail]')[0]!)).toContain('SELECT');
  await painted(board);
  expect(looks()).toEqual(before);
});
