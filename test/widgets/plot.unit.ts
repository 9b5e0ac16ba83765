import { inkPlot, inkOf } from '../../packages/widgets/src/drawing/ink-plot.js';
import { overlap } from '../../packages/widgets/src/drawing/room.js';
import { printMarkup } from '../../packages/widgets/src/drawing/print.js';
import { plotTree } from '../../packages/widgets/src/trend-chart/plot.js';
import { trendWords } from '../../packages/widgets/src/trend-chart/book.js';
import type { Plot } from '../../packages/widgets/src/trend-chart/plot-look.js';
import { faceOf } from '../../packages/widgets/src/locale/locale.js';
import { runsOf, type Run } from '../../packages/widgets/src/trend-chart/plot-runs.js';
import { tellUnsaid } from '../../packages/widgets/src/trend-chart/plot-legend.js';
import type { TrendModel, TrendPoint } from '../../packages/widgets/src/trend-chart/trend-model.js';
import { describe, expect, test } from 'vitest';
import { random } from '../metrics/goal/random.js';
import { seeds, times } from '../soak.js';
import { elementsOf, find, partOf, shapeBox, strokesOf, wordsOf, type Element } from './drawn.js';
import { randomTrend } from './random-trend.js';
import { fields, line, monthly, months, patents, points, revenue, trend, unemployment } from './trends.js';
import { collisions, plot } from './plot-stage.js';

describe('a plot', () => {
  test('of the year so far has its target, its path, its schedule, last year and the forecast', () => {
    const drawn = plot(revenue);
    const texts = elementsOf(drawn.tree)
      .filter(([tag]) => tag === 'text')
      .map(wordsOf);
    expect(texts).toEqual(
      expect.arrayContaining([
        '亿元',
        '预计 6,175',
        '80%区间 6,050–6,300',
        '目标 6,000',
        '上年同期 5,511',
        '10月 初步数',
        '首批GMP厂房投产',
        '时序',
        '目标路径',
        '快于时序',
        '慢于时序',
      ]),
    );
    expect(drawn.listed).toEqual([]);
    expect(strokesOf(`${find(drawn.tree, 'milestone')[0]![1].d}`)).toHaveLength(4);
  });

  test('draws the fan of a forecast again on the scale of the gaps, several times higher', () => {
    const drawn = plot(revenue);
    const [fan, enlarged] = find(drawn.tree, 'fan').map(([, { d }]) => {
      const ends = strokesOf(`${d}`)
        .flat()
        .filter(([px]) => Math.abs(px - drawn.x(11)) < 0.01);
      return Math.abs(ends[0]![1] - ends[1]![1]);
    });
    expect(fan).toBeLessThan(14);
    expect(enlarged! / fan!).toBeGreaterThan(3);
    expect(find(drawn.tree, 'whisker')).toHaveLength(1);
  });

  test('has the gaps to the schedule under it only where it is wide and a sum', () => {
    const strip = (model: TrendModel, width: number): number =>
      find(plot(model, width).tree, 'gap-bar').length;
    expect(strip(revenue, 860)).toBe(2);
    expect(strip(revenue, 700)).toBe(0);
    expect(strip(monthly, 860)).toBe(0);
  });

  test('names the period of a line that ends before the others: its figure is not of the newest', () => {
    const [first, ...others] = fields.lines;
    const points = first!.points.map((point, at) => (at === 9 ? { ...point, value: null } : point));
    const drawn = plot({ ...fields, lines: [{ ...first!, points }, ...others] }, 340);
    const texts = drawn.listed.map(({ text }) => text);
    expect(texts.filter((text) => text.includes('9月'))).toEqual([expect.stringMatching(/^智能驾驶 9月 /)]);
    expect(texts).toContain('现代物流 135.6指数');
  });

  test('of a phone has numbers, and a list of what they mean', () => {
    const drawn = plot(revenue, 340);
    expect(drawn.listed).toEqual([{ number: 1, text: '2026年9月 首批GMP厂房投产' }]);
    expect(find(drawn.tree, 'digit').map(wordsOf)).toEqual(['1']);
    const twelve = plot(fields, 340);
    expect(twelve.listed.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(twelve.listed[0]!.text).toBe('智能驾驶 166.9指数');
  });

  test('numbers events from left to right, and names a stretch of time in its band', () => {
    const event = (from: number, to: number, name: string) => ({ from, to, name, url: '' });
    const marks = [event(8, 8, '投产'), event(3, 3, '开工'), event(4.5, 9.5, '试点')];
    const drawn = plot({ ...revenue, marks }, 340);
    expect(drawn.listed).toEqual([
      { number: 1, text: '2026年4月 开工' },
      { number: 2, text: '2026年9月 投产' },
    ]);
    expect(find(drawn.tree, 'of-mark').map(wordsOf)).toEqual(['试点']);
    const [name] = find(drawn.tree, 'of-mark');
    expect(Number(name![1].x)).toBeCloseTo(drawn.x(7), 0);
    expect(shapeBox(find(drawn.tree, 'number')[0]!).x).toBeLessThan(
      shapeBox(find(drawn.tree, 'number')[1]!).x,
    );
  });

  test('stops lines at gaps, and says in their bands that nothing was reported', () => {
    const drawn = plot(patents);
    const [casing] = find(drawn.tree, 'casing');
    expect(strokesOf(`${casing![1].d}`).map((stroke) => stroke.length)).toEqual([7, 13]);
    expect(find(drawn.tree, 'of-gap').map(wordsOf)).toEqual(['8–9月', '未报送']);
    const band = shapeBox(find(drawn.tree, 'gap')[0]!);
    expect(band.x).toBeGreaterThanOrEqual(drawn.x(6.5) - 0.01);
    expect(band.x + band.width).toBeLessThanOrEqual(drawn.x(8.5) + 0.01);
  });

  test('tells states by shape and word', () => {
    const drawn = plot(patents);
    expect(find(drawn.tree, 'of-state').map(wordsOf)).toEqual(['估计数', '修订数']);
    expect(find(drawn.tree, 'label').map(wordsOf)).toEqual(['10月 初步数', '7件']);
    expect(
      find(drawn.tree, 'state')
        .map(([tag]) => tag)
        .sort(),
    ).toEqual(['circle', 'path', 'path']);
    expect(find(plot(monthly).tree, 'of-state').map(wordsOf)).toEqual(['初步数']);
    expect(find(plot(monthly).tree, 'hatch')).toHaveLength(1);
  });

  test.each([860, 600, 340])('of %i px has the word for the state of its last figure', (width) => {
    for (const [state, word] of Object.entries({
      provisional: '初步数',
      estimate: '估计数',
      revised: '修订数',
    } as const)) {
      const open = points([3, 5, 4, 6, 5, 7]).map((point, at) => (at > 4 ? { ...point, state } : point));
      for (const [name, model] of [
        ['one', trend({ periods: months(6), lines: [line('专利', open as TrendPoint[])] })],
        [
          'two',
          trend({
            periods: months(6),
            lines: [line('专利', open as TrendPoint[]), line('商标', points([9, 9, 9, 9, 9, 9]))],
          }),
        ],
        ['a sum', { ...revenue, lines: [line('收入', open as TrendPoint[])] }],
        [
          'bars',
          trend({ appearance: 'bars', periods: months(6), lines: [line('专利', open as TrendPoint[])] }),
        ],
      ] as const) {
        const drawn = plot(model, width);
        const said = [...elementsOf(drawn.tree).map(wordsOf), ...drawn.listed.map(({ text }) => text)].filter(
          (text) => text.includes(word),
        );
        expect(said.length, `${name}, ${state}`).toBeGreaterThan(0);
      }
    }
  });

  test('has a word for every state that it shows, or a line below with its shape', () => {
    for (const seed of seeds('states', 1000, 10)) {
      const next = random(seed * 31);
      const model = randomTrend(seed, 'zh-CN');
      const drawn = plot(model, Math.round(280 + next() * 920), 'zh-CN', next() < 0.5 ? 16 : 32);
      const said = [...elementsOf(drawn.tree).map(wordsOf), ...drawn.listed.map(({ text }) => text)];
      for (const { state } of runsOf(model))
        expect(
          said.some((text) => text.includes(faceOf('zh-CN').states[state])),
          `seed ${seed}, ${state}`,
        ).toBe(true);
    }
  });

  test('lists the states for whose words it has no room: their shape, their periods', () => {
    const model = trend({ periods: months(12), lines: [line('一', points([])), line('二', points([]))] });
    const run = (at: number, to = at) => ({ line: 1, from: at, to, state: 'estimate' }) as const;
    const tell = (...runs: readonly Run[]): readonly string[] =>
      tellUnsaid(model, runs, { locale: 'zh-CN', words: trendWords('zh-CN').plot });
    expect(tell(run(0), run(3, 5))).toEqual(['□ 估计数：二 2026年1月、二 2026年4月–6月']);
    expect(tell(run(0), run(2), run(4), run(6))).toEqual(['□ 估计数']);
    const steep = points([1, 2, 3, 4, 5, 6]).map((point, at): TrendPoint => ({
      ...point,
      state: at % 2 ? 'estimate' : 'final',
    }));
    const many = trend({
      periods: months(6),
      lines: Array.from({ length: 12 }, (_, row) =>
        line(`线${row + 1}`, row ? points(Array<number>(6).fill(row)) : steep),
      ),
    });
    expect(plot(many, 280, 'zh-CN', 32).listed.some(({ text }) => text.startsWith('□ 估计数'))).toBe(true);
  });

  test('of no figure says so and why, and has no hatch and no scale', () => {
    const none = (lack: 'missing' | 'coming'): Plot =>
      plot(trend({ periods: months(3), lines: [line('无', points([null, null, null], lack))] }));
    expect(find(none('missing').tree, 'of-gap').map(wordsOf)).toEqual(['暂无数据', '各期均未报送']);
    expect(find(none('coming').tree, 'of-gap').map(wordsOf)).toEqual(['暂无数据', '各期尚未到期']);
    expect(find(none('missing').tree, 'gap')).toEqual([]);
    expect(find(none('missing').tree, 'tick').map(wordsOf)).toEqual(['1月', '2月', '3月']);
  });

  test('points up where a ceiling is broken, and down where a floor is', () => {
    const tip = (element: Element): 'up' | 'down' => {
      const [stroke] = strokesOf(`${element[1].d}`);
      const heights = stroke!.map(([, y]) => y);
      return heights[0] === Math.min(...heights) ? 'up' : 'down';
    };
    const at = (value: number, limits: { low: number | null; high: number | null }): readonly Element[] =>
      find(
        plot(
          trend({
            periods: months(3),
            lines: [line('率', [...points([5, 5]), { value, state: 'final', broken: true }])],
            limits,
          }),
        ).tree,
        'breach',
      );
    expect(at(6, { low: null, high: 5.5 }).map(tip)).toEqual(['up']);
    expect(at(4, { low: 4.5, high: null }).map(tip)).toEqual(['down']);
    expect(at(6, { low: 4.5, high: 5.5 }).map(tip)).toEqual(['up']);
    expect(at(4, { low: 4.5, high: 5.5 }).map(tip)).toEqual(['down']);
    expect(at(0, { low: 1, high: null }).map(tip)).toEqual(['down']);
  });

  test('of a broken limit keeps the shape and the word of a figure that is not settled', () => {
    const model = trend({
      periods: months(3),
      lines: [line('率', [...points([5, 5]), { value: 6, state: 'provisional', broken: true }])],
      limits: { low: null, high: 5.5 },
    });
    const drawn = plot(model);
    expect(find(drawn.tree, 'breach')).toHaveLength(1);
    expect(find(drawn.tree, 'state')).toHaveLength(1);
    expect(find(drawn.tree, 'label').map(wordsOf)[0]).toBe('3月 初步数');
    const [breach, state] = ['breach', 'state'].map((name) => shapeBox(find(drawn.tree, name)[0]!));
    expect(overlap(breach!, state!)).toBe(false);
  });

  test('marks what breaks a limit, and tells by how much', () => {
    const drawn = plot(unemployment);
    expect(find(drawn.tree, 'breach')).toHaveLength(1);
    expect(find(drawn.tree, 'of-breach').map(wordsOf)).toEqual(['2026年2月 5.6%', '高于上限0.1个百分点']);
    const [forbidden] = find(drawn.tree, 'forbidden');
    expect(Number(forbidden![1].y)).toBe(Math.round(drawn.frame.top * 100) / 100);
    expect(Number(forbidden![1].height)).toBeCloseTo(drawn.y(5.5) - drawn.frame.top, 1);
  });

  test('says where a line does not begin at zero; bars do', () => {
    expect(find(plot(unemployment).tree, 'unit').map(wordsOf)).toEqual(['%；纵轴从4.5起']);
    const bars = plot({ ...unemployment, appearance: 'bars' });
    expect(find(bars.tree, 'unit').map(wordsOf)).toEqual(['%']);
    expect(bars.y(0)).toBeCloseTo(bars.frame.bottom);
  });

  test('tells its axis and its labels in one unit, whichever figures choose it', () => {
    const near = trend({
      periods: months(2),
      unit: { zh: '元', en: 'yuan' },
      lines: [line('收入', points([9e7, 9.9e7]))],
      target: 1.2e8,
    });
    const drawn = (figures?: readonly number[]): readonly string[] =>
      ['unit', 'tick', 'label']
        .flatMap((part) =>
          find(
            plotTree(near, {
              width: 860,
              em: 16,
              locale: 'zh-CN',
              words: trendWords('zh-CN').plot,
              ...(figures && { figures }),
            }).tree,
            part,
          ),
        )
        .map(wordsOf);
    expect(drawn()).toEqual(expect.arrayContaining(['亿元；纵轴从0.8起', '1.2', '0.99亿元', '目标 1.2']));
    expect(drawn([9e7, 9.9e7])).toEqual(
      expect.arrayContaining(['万元；纵轴从8,000起', '10,000', '9,900万元', '目标 12,000']),
    );
  });

  test('has a label for each of twelve lines, in their order', () => {
    const drawn = plot(fields);
    const labels = find(drawn.tree, 'label').filter(([, attributes]) => !('text-anchor' in attributes));
    expect(labels.map(wordsOf)).toEqual(fields.lines.map(({ name }) => name));
    const figures = find(drawn.tree, 'label').filter(([, attributes]) => 'text-anchor' in attributes);
    expect(figures.map(wordsOf).slice(0, 4)).toEqual(['166.9', '135.6', '132.0', '121.1']);
    expect(drawn.listed).toEqual([]);
  });

  test('begins a sum anew each year, and breaks its line there', () => {
    const model = trend({
      appearance: 'cumulative',
      periods: months(4, 2025, 11, true),
      lines: [line('收入', points([5500, 6000, 480, 900]))],
    });
    expect(strokesOf(`${find(plot(model).tree, 'line')[0]![1].d}`).map((stroke) => stroke.length)).toEqual([
      2, 2,
    ]);
  });

  test('has its cursor as a drawing of its own', () => {
    const drawn = plot(revenue);
    const cursor = drawn.cursor(6);
    expect(find(cursor, 'cursor-line')[0]![1].x1).toBe(Math.round(drawn.x(6) * 100) / 100);
    expect(find(cursor, 'dot')).toHaveLength(4);
    expect(find(drawn.tree, 'cursor')).toEqual([]);
  });

  test.each([
    ['no figure', trend({ periods: months(12), lines: [line('无', points(Array<null>(12).fill(null)))] })],
    ['no period', trend({ periods: [], lines: [] })],
    ['one point', trend({ periods: months(1), lines: [line('一', points([5]))] })],
    ['nothing but zero', trend({ periods: months(3), lines: [line('零', points([0, 0, 0]))] })],
    [
      'a constant',
      trend({ periods: months(12), lines: [line('常数', points(Array<number>(12).fill(7.2)))] }),
    ],
    ['negative figures', trend({ periods: months(3), lines: [line('负', points([-5, -9, -2]))] })],
    ['the largest figures', trend({ periods: months(3), lines: [line('大', points([1e15, -1e15, 3e12]))] })],
    ['the smallest figures', trend({ periods: months(3), lines: [line('小', points([1e-3, 2e-3, 1e-9]))] })],
  ] as const)('stands with %s', (_, model) => {
    for (const appearance of ['line', 'bars', 'cumulative'] as const)
      for (const width of [280, 860]) {
        const drawn = plot({ ...model, appearance }, width);
        const markup = printMarkup([drawn.tree]);
        expect(markup).not.toMatch(/NaN|Infinity|undefined/);
        expect(collisions(drawn, width)).toEqual([]);
      }
  });

  test('of six hundred points draws one path, not a shape for each', () => {
    const values = Array.from({ length: 600 }, (_, at) => 100 + Math.sin(at / 20) * 30 + (at % 7));
    const model = trend({ periods: months(600, 1976, 1, true), lines: [line('长', points(values))] });
    for (const appearance of ['line', 'bars', 'cumulative'] as const)
      expect(elementsOf(plot({ ...model, appearance }).tree).length).toBeLessThan(100);
  });

  test('has a colour for each of its parts, on paper and in a sheet', () => {
    for (const seed of seeds('inks', times(100))) {
      const { tree } = plot(randomTrend(seed, 'zh-CN'));
      for (const element of elementsOf(tree)) {
        const part = partOf(element);
        if (part === '' || part === 'plot') continue;
        expect(inkOf(part), part).toBeDefined();
      }
      expect(printMarkup([inkPlot(tree)])).not.toMatch(/ part=/);
    }
  });
});
