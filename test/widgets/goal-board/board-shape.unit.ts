import { describe, expect, test } from 'vitest';
import { arrange, arrangedAtFirst } from '../../../packages/widgets/src/goal-board/arrange.js';
import { boardShape, type BoardShape } from '../../../packages/widgets/src/goal-board/board-shape.js';
import { orderOfPlan } from '../../../packages/widgets/src/goal-board/plan-groups.js';
import { standings } from '../../../packages/widgets/src/goal-board/words.js';
import { goalBoardHtml } from '../../../packages/widgets/src/print.js';
import { boardOf, everyBoard, parkBoard, parkPlan, secret } from '../../../stories/goal-boards.js';
import { unemployment } from '../../../stories/kinds.js';
import { applications, foreseen, revenue } from '../../../stories/verdicts.js';

type Given = Parameters<typeof boardShape>[0];

function shapeOf(file: Given, locale: 'zh-CN' | 'en' = 'zh-CN', plan?: object): BoardShape {
  return boardShape(file, { locale, label: '', plan: orderOfPlan(plan) }).shape!;
}

const goalsOf = (shape: BoardShape, change: Partial<typeof arrangedAtFirst>): readonly string[] =>
  arrange(shape, { ...arrangedAtFirst, ...change }).flatMap(({ entries }) => entries.map(({ goal }) => goal));

describe('a goal in words', () => {
  test('has the figures of its verdict', () => {
    const [entry] = shapeOf(boardOf([revenue()])).entries;
    expect(entry).toMatchObject({
      standing: 'on-track',
      word: '进度正常',
      share: '83.9%',
      figure: '5,036 / 6,000亿元',
      expected: '83.3%',
      through: '2026年10月',
      quote: '到2026年,三大先导产业完成营业收入6000亿元',
    });
    expect(shapeOf(boardOf([revenue()]), 'en').entries[0]).toMatchObject({
      figure: '503.6 / 600 billion yuan',
      word: 'On track',
    });
  });

  test('tells what is needed in each month that is left, and of a few things how many are', () => {
    const needed = { total: 29, months: 2, perMonth: 14.5 };
    const [many, few] = shapeOf(
      boardOf([
        { ...applications(), needed },
        { ...applications({ target: 2, id: 'few' }), needed: { total: 1, months: 2, perMonth: 0.5 } },
      ]),
    ).entries;
    expect(many!.needed).toBe('14.5件');
    expect(many!.neededSentence).toBe('还需29件；剩余2个月，每月需14.5件。');
    expect(few!.needed).toBe('共1件');
  });

  test('tells the forecast as its gauge does', () => {
    const [entry] = shapeOf(boardOf([foreseen(applications(), 87, [80, 93], 0.021)])).entries;
    expect(entry!.outlook).toContain('87');
  });
});

describe('goals without a verdict', () => {
  const shape = shapeOf(everyBoard);

  test('are counted apart from those that are judged, and the counts add up to all', () => {
    const sum = shape.counts.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(shape.entries.length);
    expect(shape.counts.map(({ standing }) => standing)).toEqual(
      standings.filter((one) => shape.entries.some(({ standing }) => standing === one)),
    );
    const reasons = new Set(['not-begun', 'no-data', 'not-assessable', 'withheld']);
    const judged = shape.entries.filter(({ standing }) => !reasons.has(standing)).length;
    expect(shape.summary).toContain(`共${shape.entries.length}项目标，其中${judged}项有评判结果`);
    expect(shape.remarks[0]).toContain('不算滞后');
  });

  test('a limit that holds before the end is counted apart from goals on track, in its own word', () => {
    const shape = shapeOf(boardOf([unemployment(), revenue()]));
    expect(shape.counts.map(({ word, count }) => [word, count])).toEqual([
      ['进度正常', 1],
      ['目前达标', 1],
    ]);
    expect(shape.entries.map(({ word }) => word)).toEqual(['目前达标', '进度正常']);
  });

  test('have a word of their own: not begun is not the same as no data', () => {
    const words = new Map(shape.entries.map(({ goal, standing, word }) => [goal, [standing, word]]));
    expect(words.get('later')).toEqual(['not-begun', '尚未开始']);
    expect(words.get('secret')).toEqual(['withheld', shape.counts.at(-1)!.word]);
    expect(shape.entries.some(({ standing }) => standing === 'no-data')).toBe(true);
  });

  test('show no figure where they are withheld, whatever else their data say', () => {
    const leaky = { ...secret, actual: 17, status: 'on-track' };
    const [entry] = shapeOf(boardOf([], [leaky])).entries;
    expect(entry).toMatchObject({ standing: 'withheld', bar: null, share: '', figure: '', verdict: null });
    expect(JSON.stringify(entry)).not.toContain('17');
  });

  test('are told by their number where they are damaged', () => {
    const { entries, remarks } = shapeOf(boardOf([{ ...revenue(), actual: '5' } as never, applications()]));
    expect(entries).toHaveLength(1);
    expect(remarks).toEqual(['有1项目标的数据不完整，没有显示。']);
  });

  test('are told by their number where a part that only a board shows is damaged', () => {
    const needed = { total: 'x', months: null, perMonth: 'NaN' } as never;
    const { entries, remarks } = shapeOf(boardOf([{ ...revenue(), needed }, applications()]));
    expect(entries.map(({ goal }) => goal)).toEqual([applications().goal]);
    expect(remarks).toEqual(['有1项目标的数据不完整，没有显示。']);
  });

  test('are told by their number where a goal has two verdicts: nobody knows which is right', () => {
    const { entries, remarks } = shapeOf(
      boardOf([revenue(), applications(), { ...applications(), actual: 5 }]),
    );
    expect(entries.map(({ goal }) => goal)).toEqual([revenue().goal]);
    expect(remarks).toEqual(['有2项目标的数据不完整，没有显示。']);
  });

  test('of the plan that the file leaves out are told by their number, damaged ones once', () => {
    const [first, ...rest] = parkBoard.verdicts;
    const remarksOf = (verdicts: readonly unknown[]): readonly string[] =>
      shapeOf({ ...parkBoard, verdicts } as never, 'zh-CN', parkPlan).remarks;
    const all = remarksOf(parkBoard.verdicts).length;
    expect(remarksOf(rest).slice(all)).toEqual(['方案中有1项目标不在公布的数据里。']);
    expect(remarksOf([{ ...first, actual: 'x' }, ...rest]).slice(all)).toEqual([
      '有1项目标的数据不完整，没有显示。',
    ]);
  });
});

describe('an arrangement', () => {
  test('by the plan has its themes in its order, and goals of none at the end', () => {
    const groups = arrange(shapeOf(parkBoard, 'zh-CN', parkPlan), arrangedAtFirst);
    expect(groups.map(({ title, entries }) => [title, ...entries.map(({ goal }) => goal)])).toEqual([
      ['二是科技创新更加凸显', 'unicorn-hidden-champion', 'high-quality-incubator'],
      ['三是产业集聚更加突出', 'leading-industries-revenue'],
      ['其他目标', 'pct-applications'],
    ]);
  });

  test('by a plan that is damaged is that of the file', () => {
    const shape = shapeOf(parkBoard, 'zh-CN', { goals: 'none', themes: [] });
    expect(goalsOf(shape, {})).toEqual(parkBoard.verdicts.map(({ goal }) => goal));
  });

  test('by status has those that need attention first, and those without a verdict last', () => {
    const shape = shapeOf(everyBoard);
    const sorted = goalsOf(shape, { order: 'status' }).map(
      (goal) => shape.entries.find((one) => one.goal === goal)!.standing,
    );
    expect(sorted[0]).toBe('missed');
    expect(sorted.at(-1)).toBe('withheld');
    expect(sorted.lastIndexOf('off-track')).toBeLessThan(sorted.indexOf('on-track'));
  });

  test('by the gap has the goal that is farthest behind first, and those without one last', () => {
    expect(goalsOf(shapeOf(parkBoard), { order: 'gap' })).toEqual([
      'unicorn-hidden-champion',
      'pct-applications',
      'leading-industries-revenue',
      'high-quality-incubator',
    ]);
  });

  test.each([
    ['PCT', ['pct-applications']],
    ['pct', ['pct-applications']],
    ['营业', ['leading-industries-revenue']],
    ['sdxdcyyysr', ['leading-industries-revenue']],
    ['xzgzlfhq', ['high-quality-incubator']],
    ['<b>', []],
    ['.*', []],
    ['  ', parkBoard.verdicts.map(({ goal }) => goal)],
  ])('finds by "%s" what has it in its name, its clause or its pinyin', (search, expected) => {
    // All of these goals have the clause of the revenue.
    const own = boardOf(parkBoard.verdicts.map((one) => ({ ...one, clause: { quote: one.name } }) as never));
    expect(goalsOf(shapeOf(own), { search })).toEqual(expected);
  });

  test('with a status and a search has what meets both', () => {
    const shape = shapeOf(parkBoard);
    expect(goalsOf(shape, { standing: 'at-risk', search: 'PCT' })).toEqual(['pct-applications']);
    expect(goalsOf(shape, { standing: 'on-track', search: 'PCT' })).toEqual([]);
  });
});

describe('on paper and without scripts', () => {
  test('every goal has its row, its clause and its reason; names are text', () => {
    const bad = revenue({ name: { zh: '<img src=x onerror=alert(1)>', en: 'x' } });
    const html = goalBoardHtml(boardOf([bad, applications()], [secret]), { locale: 'zh-CN', plan: parkPlan });
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;');
    expect(html.match(/scope="row"/g)).toHaveLength(3);
    expect(html).toContain('到2026年,三大先导产业完成营业收入6000亿元');
    expect(html).toContain('只有两家企业');
    expect(html).not.toMatch(/ (class|style|id|part|data-[a-z]+)=|<button|<script/);
  });

  test('a file that is none is refused', () => {
    expect(() => goalBoardHtml({ version: 2 } as never, { locale: 'en' })).toThrow('verdicts.json');
  });
});
