import type { PublishedTasks, TaskReport } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { boardHtml } from '../../../packages/widgets/src/print.js';
import { boardShape, type BoardShape } from '../../../packages/widgets/src/task-board/board-shape.js';
import { tasksForm } from '../../../packages/widgets/src/task-board/tasks-form.js';
import { longTasks, parkTasks, singleTask, unreportedTasks } from '../../../stories/boards.js';

const shapeOf = (tasks: PublishedTasks, locale = 'zh-CN'): BoardShape =>
  boardShape(tasks, { locale, label: '' });

/** The tasks with another report on the first one. */
function withReport(report: unknown): PublishedTasks {
  const tasks = parkTasks();
  const [area, ...areas] = tasks.areas;
  const [first, ...others] = area!.tasks;
  const changed = { ...first!, report: report as TaskReport | null };
  return { ...tasks, areas: [{ ...area!, tasks: [changed, ...others] }, ...areas] };
}
const report = parkTasks().areas[0]!.tasks[0]!.report!;

describe('the words of tasks', () => {
  test('the sentence counts each task once, by its own state', () => {
    const { summary, counts, count } = shapeOf(parkTasks());
    expect(summary).toBe('4个领域10项任务：已完成3项，进行中4项，未开始1项，已停止1项，没有报告1项。');
    expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(count);
    expect(shapeOf(parkTasks(), 'en').summary).toBe(
      '10 tasks in 4 areas. Done: 3, under way: 4, not started: 1, stopped: 1, no report: 1.',
    );
    expect(shapeOf(singleTask(), 'en').summary).toBe('1 task in 1 area. Under way: 1.');
    expect(shapeOf(parkTasks({ areas: [] })).summary).toBe('0个领域0项任务。');
  });

  test('the state of a task is not concluded from its measures', () => {
    const { state, told, line } = shapeOf(withReport(null)).areas[0]!.tasks[0]!;
    expect([state, told, line]).toEqual(['none', '6项措施，已完成6项', '责任单位还没有报告']);
  });

  test('a report tells its day, who reported, since when, by when, a note and its evidence', () => {
    expect(shapeOf(parkTasks()).areas[0]!.tasks[0]).toMatchObject({
      title: '深化园区联动发展机制',
      state: 'done',
      line: '2026年9月30日，保税区管理局报告',
      since: '自2026年8月6日起已完成',
      due: '计划完成日：2026年12月31日',
      note: '说明：已完成并通过验收',
      evidence: { address: 'https://www.example.com/park/report', host: 'www.example.com' },
      changes: [
        '进行中：自2025年3月21日起，2025年6月30日报告',
        '已完成：自2026年8月6日起，2026年9月30日报告',
      ],
    });
    expect(shapeOf(parkTasks(), 'en').areas[0]!.tasks[0]!.changes).toEqual([
      'Under way: since 21 March 2025, reported on 30 June 2025',
      'Done: since 6 August 2026, reported on 30 September 2026',
    ]);
  });

  test('a day that nobody told is said not to be told', () => {
    const { changes, since } = shapeOf(parkTasks()).areas[1]!.tasks[1]!;
    expect([since, ...changes]).toEqual(['', '未开始：起始日未报告，2025年6月30日报告']);
  });

  test('tasks without a report are in a state of their own', () => {
    const { counts, areas } = shapeOf(unreportedTasks());
    expect(counts.filter(({ count }) => count > 0)).toEqual([{ state: 'none', count: 3 }]);
    expect(areas[0]!.tasks[0]!.told).toBe('2项措施，已完成0项，2项没有报告');
  });
});

describe('a file that has no tasks is refused', () => {
  const tasks = parkTasks();
  const [area] = tasks.areas;
  const broken: Readonly<Record<string, unknown>> = {
    'another kind': { ...tasks, kind: 'ladder' },
    'a newer version': { ...tasks, version: 2 },
    'an area twice': { ...tasks, areas: [area, area] },
    'a task twice': { ...tasks, areas: [{ ...area, tasks: [area!.tasks[0], area!.tasks[0]] }] },
    'a state that is not known': withReport({ ...report, state: 'late' }),
    'a script as evidence': withReport({ ...report, evidence: 'javascript:alert(1)' }),
    'no address as evidence': withReport({ ...report, evidence: 'https://[x' }),
    'a report after the last day': withReport({ ...report, reported: '2026-11-30' }),
    'changes that lead to another state': withReport({ ...report, changes: report.changes.slice(0, 1) }),
    'changes out of order': withReport({
      ...report,
      changes: [report.changes[1], report.changes[0], report.changes[1]],
    }),
    'a change after the report': withReport({ ...report, reported: '2026-09-01' }),
    'no changes': withReport({ ...report, changes: [] }),
    'no day': withReport({ ...report, due: '2026-02-30' }),
    'half a report': withReport({ state: 'done' }),
  };
  test.each(Object.entries(broken))('%s', (_, file) => {
    expect(tasksForm.take(file)).toBeUndefined();
    expect(() => boardHtml(file as PublishedTasks, { locale: 'zh-CN' })).toThrow('tasks.json 的内容无效');
  });

  test('a whole one is taken as it is', () => {
    for (const one of [tasks, singleTask(), longTasks(), unreportedTasks(), withReport(null)])
      expect(tasksForm.take(one)).toBe(one);
  });
});

describe('without scripts', () => {
  test('each area is a table of its tasks and measures, with states as words', () => {
    const html = boardHtml(parkTasks(), { locale: 'zh-CN' });
    expect(html.match(/<table>/g)).toHaveLength(4);
    expect(html).toContain('<caption>（一）深化体制机制改革</caption>');
    expect(html).toContain(
      '<tr><th scope="row">深化园区联动发展机制</th><td>已完成</td><td>2026年12月31日</td><td>2026年9月30日</td><td>保税区管理局</td>' +
        '<td>已完成并通过验收 <a href="https://www.example.com/park/report" rel="noopener noreferrer nofollow">佐证材料（www.example.com）</a></td>',
    );
    expect(html).toContain(
      '<tr><th scope="row">畅通产业链交流渠道</th><td>没有报告</td><td></td><td></td><td></td><td></td><td></td></tr>',
    );
    expect(html).toContain('<summary>保障措施1项</summary>');
    expect(html).not.toMatch(/ (style|class|id|on\w+)=|<script/);
  });

  test('words of a file are text, whatever they hold', () => {
    const html = boardHtml(withReport({ ...report, note: { zh: '<script>alert(1)</script>' } }), {
      locale: 'zh-CN',
    });
    expect(html).not.toContain('<script');
  });
});
