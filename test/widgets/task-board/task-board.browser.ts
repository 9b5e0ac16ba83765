import type { PublishedTasks } from '@zj/metrics';
import { define, type ZjSource, type ZjTaskBoard } from '@zj/widgets';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardHtml } from '../../../packages/widgets/src/print.js';
import { longTasks, parkTasks, singleTask, unreportedTasks } from '../../../stories/boards.js';
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

type Given = Partial<Pick<ZjTaskBoard, 'tasks' | 'src' | 'elder' | 'lang' | 'hide' | 'label'>>;

function mount(given: Given, options: Parameters<typeof mountIn>[1] = {}): Promise<ZjTaskBoard> {
  return mountIn(Object.assign(document.createElement('zj-task-board'), given), options);
}

const words: Readonly<Record<string, string>> = {
  done: '已完成',
  'under-way': '进行中',
  'not-started': '未开始',
  stopped: '已停止',
};
const wordOf = ({ report }: { readonly report: { readonly state: string } | null }): string =>
  report ? words[report.state]! : '没有报告';

const button = (board: ZjTaskBoard, name: string): HTMLButtonElement =>
  all<HTMLButtonElement>(board, '[part=count]').find((one) => textOf(one).startsWith(name))!;
const shown = (board: ZjTaskBoard): readonly HTMLElement[] =>
  all(board, '[part=task]').filter((one) => one.checkVisibility());
/** Opens every task. */
async function open(board: ZjTaskBoard): Promise<void> {
  for (const one of all<HTMLDetailsElement>(board, 'details')) one.open = true;
  await painted(board);
}

describe('the states', () => {
  test('of tasks and measures are those of the file, each as a word', async () => {
    const file = parkTasks();
    const board = await mount({ src: serve(JSON.stringify(file)) });
    await expect.poll(() => all(board, '[part=task]').length).toBe(10);
    const tasks = file.areas.flatMap((area) => area.tasks);
    const told = all(board, '[part=task]').map((one) => ({
      title: textOf(one.querySelector('.row .name')!),
      state: textOf(one.querySelector('.row [part=state]')!),
      measures: [...one.querySelectorAll('[part=measure] [part=state]')].map(textOf),
    }));
    expect(told).toEqual(
      tasks.map((task) => ({
        title: task.title.zh,
        state: wordOf(task),
        measures: task.measures.map(wordOf),
      })),
    );
    expect(all(board, '[part=area-title]').map(textOf)).toEqual(
      file.areas.map(({ ordinal, title }) => ordinal + title.zh!),
    );
  });

  test('are counted on buttons; one shows its tasks alone, and all of them again', async () => {
    const board = await mount({ tasks: parkTasks() });
    expect(all(board, '[part=count]').map(textOf)).toEqual([
      '全部 10',
      '已完成 3',
      '进行中 4',
      '未开始 1',
      '已停止 1',
      '没有报告 1',
    ]);
    button(board, '已完成').focus();
    await userEvent.keyboard('{Enter}');
    await painted(board);
    expect(shown(board).map((one) => textOf(one.querySelector('[part=state]')!))).toEqual(
      Array(3).fill('已完成'),
    );
    expect(all(board, '[aria-pressed=true]').map(textOf)).toEqual(['已完成 3']);
    expect(all(board, '[role=status]').map(textOf)).toContain('显示3项任务');
    // An area without any of them goes with them.
    expect(all(board, '[part=area]').filter((one) => one.checkVisibility())).toHaveLength(3);
    expect(board.shadowRoot!.activeElement).toBe(button(board, '已完成'));
    await userEvent.keyboard(' ');
    await painted(board);
    expect(shown(board)).toHaveLength(10);
    expect(all(board, '[aria-pressed=true]').map(textOf)).toEqual(['全部 10']);
  });

  test('that no task has are no choice; a choice that new tasks do not have is given up', async () => {
    const board = await mount({ tasks: parkTasks() });
    button(board, '已停止').click();
    board.tasks = singleTask();
    await painted(board);
    expect(shown(board)).toHaveLength(1);
    expect(button(board, '已停止').disabled).toBe(true);
    expect(button(board, '进行中').disabled).toBe(false);
  });

  test('a task without a report has the colour of no state, and is not said to be late', async () => {
    const board = await mount({ tasks: unreportedTasks() });
    const colours = new Set(all(board, '.row [part=state]').map((one) => getComputedStyle(one).color));
    expect(colours).toEqual(new Set(['rgb(91, 103, 116)']));
    expect(all(board, 'figure').map(textOf).join()).not.toMatch(/滞后|逾期|偏慢/);
    expect(all(board, '[part=remarks] li').map(textOf)[0]).toContain('不表示落后');
  });

  test('what is open stays open while a reader chooses a state', async () => {
    const board = await mount({ tasks: parkTasks() });
    const [first] = all<HTMLDetailsElement>(board, '[part=detail]');
    first!.open = true;
    button(board, '已停止').click();
    await painted(board);
    button(board, '全部').click();
    await painted(board);
    expect(
      all<HTMLDetailsElement>(board, '[part=detail]')
        .map((one) => one.open)
        .indexOf(true),
    ).toBe(0);
  });
});

describe('a task that is opened', () => {
  test('tells the days, the note, the evidence and the states so far', async () => {
    const board = await mount({ tasks: parkTasks() });
    await open(board);
    const facts = all(board, '[part=task]')[0]!.querySelector('.inside > .facts')!;
    expect([...facts.querySelectorAll('p, li')].map(textOf)).toEqual([
      '自2026年8月6日起已完成',
      '计划完成日：2026年12月31日',
      '说明：已完成并通过验收',
      '佐证材料（www.example.com）',
      '进行中：自2025年3月21日起，2025年6月30日报告',
      '已完成：自2026年8月6日起，2026年9月30日报告',
    ]);
    const link = facts.querySelector('a')!;
    expect(link.href).toBe('https://www.example.com/park/report');
    expect(link.rel.split(' ')).toContain('noopener');
  });

  test('is reached by the keyboard with one stop, and opened by it', async () => {
    const board = await mount({ tasks: parkTasks() });
    const reached: string[] = [];
    for (let step = 0; step < 9; step++) {
      await userEvent.tab();
      reached.push(board.shadowRoot!.activeElement?.getAttribute('part') ?? '');
    }
    const counts = Array<string>(6).fill('count');
    expect(reached).toEqual(['menu-button', ...counts, 'detail-button', 'detail-button']);
    await userEvent.keyboard('{Enter}');
    expect(
      all<HTMLDetailsElement>(board, '[part=detail]')
        .map((one) => one.open)
        .indexOf(true),
    ).toBe(1);
  });
});

describe('what cannot be shown', () => {
  test('a release without reports on tasks says so, and names the remedy', async () => {
    const { tasks: none, ...files } = manifestOf().files;
    void none;
    const source: ZjSource = document.createElement('zj-source');
    source.manifest = serveManifest(manifestOf({ files }));
    const board = await mount({}, { around: source });
    await expect.poll(() => errorOf(board)).toContain('这次发布没有任务进展。');
  });

  test('a release of a source is found by its manifest', async () => {
    const source = document.createElement('zj-source');
    source.manifest = serveManifest(manifestOf());
    serveFile(source.manifest.replace('manifest.json', 'tasks.json'), JSON.stringify(parkTasks()));
    const heard: string[] = [];
    source.addEventListener('zj-tasks-changed', ({ detail }) => void heard.push(detail.tasks.kind));
    const board = await mount({}, { around: source });
    await expect.poll(() => all(board, '[part=task]').length).toBe(10);
    expect(heard).toEqual(['tasks']);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//example.com'])(
    'a file with the evidence %s is refused, with its name and the remedy',
    async (evidence) => {
      const text = JSON.stringify(parkTasks()).replace('https://www.example.com/park/report', evidence);
      const board = await mount({ src: serve(text) });
      await expect.poll(() => errorOf(board)).toContain('的内容无效。请用 zj publish 重新生成。');
      expect(all(board, '[part=task], a')).toEqual([]);
    },
  );

  test('the content of the tag stays where the file cannot be read, marked as old', async () => {
    const board = await mount({ src: '/nowhere/tasks.json' }, { inside: '<p>10项任务</p>' });
    await expect.poll(() => board.hasAttribute('stale')).toBe(true);
    expect(board.querySelector('p')!.checkVisibility()).toBe(true);
  });
});

const boards: Readonly<Record<string, () => PublishedTasks>> = {
  'every state': parkTasks,
  'one task': singleTask,
  'long titles': longTasks,
  'no reports': unreportedTasks,
  'no areas': () => parkTasks({ areas: [] }),
};

describe.each(Object.entries(boards))('%s', (_, make) => {
  test.each(['zh-CN', 'en'])(
    'fit from 280 to 1600 px without overlap, opened and closed, %s',
    async (lang) => {
      for (const width of [280, 343, 480, 720, 960, 1240, 1600]) {
        const board = await mount({ tasks: make(), lang }, { width });
        expect(misplaced(board), `${width} px`).toEqual([]);
        await open(board);
        expect(misplaced(board), `${width} px, opened`).toEqual([]);
        clear();
      }
    },
  );

  test.each([343, 960])('for elders have large text and large controls, %i px wide', async (width) => {
    const board = await mount({ tasks: make(), elder: true }, { width });
    await open(board);
    expectElder(board);
    expect(misplaced(board)).toEqual([]);
  });
});

describe('for assistive technology', () => {
  test('tasks are lists with the names of their areas, measures are lists, buttons say whether they are pressed', async () => {
    const board = await mount({ tasks: parkTasks() });
    const inside = page.elementLocator(board);
    expect(inside.getByRole('list', { name: '（一）深化体制机制改革' }).elements()).toHaveLength(1);
    expect(inside.getByRole('heading').elements()).toEqual([]);
    expect(inside.getByRole('group', { name: '按状态筛选任务' }).elements()).toHaveLength(1);
    expect(inside.getByRole('button', { pressed: true }).elements().map(textOf)).toEqual(['全部 10']);
    await open(board);
    expect(inside.getByRole('list', { name: '深化园区联动发展机制：措施' }).elements()).toHaveLength(1);
  });

  test.each([
    [1240, {}],
    [343, {}],
    [343, { elder: true }],
    [960, { lang: 'en' }],
  ])('axe finds nothing to mend at %i px with %j', async (width, given) => {
    for (const scheme of ['light', 'dark']) {
      clear();
      document.documentElement.style.colorScheme = scheme;
      const board = await mount({ tasks: parkTasks(), ...given }, { width });
      await open(board);
      await expectSound(board);
    }
  });
});

test('it keeps to itself on a page that styles every element', async () => {
  const before = (await mount({ tasks: parkTasks() }))
    .shadowRoot!.querySelector('figure')!
    .getBoundingClientRect();
  clear();
  pageStyle(
    '* { font-size: 40px; padding: 9px; text-transform: uppercase } li, summary, button { display: none }',
  );
  const board = await mount({ tasks: parkTasks() });
  const { height } = board.shadowRoot!.querySelector('figure')!.getBoundingClientRect();
  expect(Math.abs(height - before.height)).toBeLessThan(40);
});

test('the tables that are printed into the tag have the tasks and states of the element', async () => {
  const board = await mount({ tasks: parkTasks() });
  const printed = document
    .createRange()
    .createContextualFragment(boardHtml(parkTasks(), { locale: 'zh-CN' }));
  const rows = [...printed.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].slice(0, 2).map(textOf),
  );
  const told = all(board, '.row, [part=measure]').map((one) => [
    textOf(one.querySelector('.name')!),
    textOf(one.querySelector('[part=state]')!),
  ]);
  expect(rows).toEqual(told);
});
