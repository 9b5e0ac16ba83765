import { readLadder, type PublishedLadder } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { ladderHtml } from '../../../packages/widgets/src/print.js';
import { ladderForm } from '../../../packages/widgets/src/tier-ladder/ladder-form.js';
import { ladderShape, type LadderShape } from '../../../packages/widgets/src/tier-ladder/ladder-shape.js';
import { layoutOf } from '../../../packages/widgets/src/tier-ladder/layout.js';
import { listYears, readPeriod } from '../../../packages/widgets/src/tier-ladder/period.js';
import { emptyLadder, longLadder, parkLadder, tallLadder } from '../../../stories/ladders.js';

function shapeOf(ladder: PublishedLadder, period = '', locale = 'zh-CN'): LadderShape {
  const { shape } = ladderShape(ladder, { locale, label: '', period });
  return shape!;
}

describe('a period as an attribute writes it', () => {
  test.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2024-H1', '2024-01-01', '2024-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['0050', '0050-01-01', '0050-12-31'],
  ])('%s is %s to %s', (text, start, end) => {
    expect(readPeriod(text)).toEqual({ start, end });
  });

  test.each(['', '26', '2026-13', '2026-00', '2026-Q5', '2026-H3', '2026-10-31', 'x', '0000', '2026-q3'])(
    '%j is none',
    (text) => {
      expect(readPeriod(text)).toBeUndefined();
    },
  );

  test('the years of a register are those from its first move to its last day, the latest first', () => {
    expect(listYears(parkLadder().moves, '2026-10-31')).toEqual(['2026', '2025', '2024']);
    expect(listYears([], '2026-10-31')).toEqual(['2026']);
  });
});

describe('the words of a ladder', () => {
  test('the sentence has the sums of all tiers', () => {
    const { summary, title, demo, source, through } = shapeOf(parkLadder());
    expect(summary).toBe('2026年10月31日，4个层级共有企业576家，比年初增加79家；期间新进入91家，退出12家。');
    expect([title, demo, source.join(''), through]).toEqual([
      '企业梯度培育体系',
      '示例数据',
      '来源：示例数据（孵化登记）',
      '截至2026年10月31日',
    ]);
    expect(shapeOf(parkLadder(), '', 'en').summary).toBe(
      'On 31 October 2026: 576 enterprises on 4 tiers, 79 enterprises more than at the start of the year. Entered: 91 enterprises; left: 12 enterprises.',
    );
  });

  test.each(['2026', '2025', '2024', '2026-Q1', '2025-04', '2025-H2'])(
    'over %s, each tier has the figures of the SDK, and they add up',
    (period) => {
      const ladder = parkLadder();
      const { start, end } = readPeriod(period)!;
      const { tiers } = readLadder(ladder, { start, end });
      const rows = shapeOf(ladder, period).tables.tiers;
      expect(rows.map(({ figures }) => figures.map(Number))).toEqual(
        tiers.map(({ before, entered, came, went, left, count }) => [
          before,
          entered,
          came,
          went,
          left,
          count,
        ]),
      );
      for (const { figures } of rows) {
        const [before, entered, came, went, left, count] = figures.map(Number) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        expect(before + entered + came - went - left).toBe(count);
      }
    },
  );

  test('moves between neighbours stand between them, and those across tiers in a line below', () => {
    const { tiers, remarks } = shapeOf(parkLadder());
    expect(tiers.map(({ moves }) => moves && [moves.up, moves.down])).toEqual([
      ['升级1家', '下移0家'],
      ['升级2家', '下移0家'],
      ['升级18家', '下移1家'],
      null,
    ]);
    expect(tiers[0]!.moves!.between).toBe('“隐形冠军”和“独角兽”企业与创新型企业总部之间：');
    expect(remarks[0]).toBe('跨层级变动：创新创业企业→创新型企业总部，1家。');
    expect(remarks).toContain('每个层级都有：期初数＋新进入＋转入−转出−退出＝期末数。');
  });

  test('a period that does not begin with a year has no 年初', () => {
    const { tiers, summary } = shapeOf(parkLadder(), '2026-Q3');
    expect(tiers[3]!.before).toBe('期初458家');
    expect(summary).toContain('2026年9月30日');
    expect(summary).not.toContain('年初');
  });

  test('no tier with anybody on it is zeros, not gaps', () => {
    const { tiers, summary } = shapeOf(emptyLadder());
    expect(summary).toBe('2026年10月31日，4个层级共有企业0家，与年初相同；期间新进入0家，退出0家。');
    expect(tiers.map(({ count, changed }) => [count, changed])).toEqual(Array(4).fill(['0', '没有增减']));
  });

  test('English tells one enterprise, and groups of thousands', () => {
    const [a, b, , d] = shapeOf(longLadder(), '', 'en').tiers;
    expect([a!.count, a!.unit]).toEqual(['0', 'enterprises']);
    expect([b!.count, b!.unit]).toEqual(['1', 'enterprise']);
    expect([d!.count, d!.changed]).toEqual(['977,654', '10,000 enterprises fewer']);
  });

  test('rejected rows are told', () => {
    const ladder = parkLadder({ rows: { read: 1200, kept: 1188, rejected: 12 } });
    expect(shapeOf(ladder).remarks).toContain('登记数据1,200行，其中12行有误，没有计入。');
  });

  test.each(['2031', '2023', '2026-11', 'soon'])(
    'period="%s" is refused, with one that there is',
    (period) => {
      const { problem } = ladderShape(parkLadder(), { locale: 'zh-CN', label: '', period });
      expect(problem!.code).toBe('ATTRIBUTE');
      expect(problem!.message({} as never)).toBe(
        `没有 period="${period}" 的数据。登记数据从2024年3月4日到2026年10月31日，可以写 2026。`,
      );
    },
  );

  test('the words of a release in another language are marked', () => {
    const ladder = parkLadder({ source: { zh: '孵化登记' } });
    expect(shapeOf(ladder, '', 'en').foreign).toEqual([{ words: '孵化登记', lang: 'zh-CN' }]);
  });
});

describe('a file that is no ladder is refused', () => {
  const park = parkLadder();
  const [first, ...others] = park.moves;
  const broken: Readonly<Record<string, unknown>> = {
    'another kind': { ...park, kind: 'tasks' },
    'a newer version': { ...park, version: 2 },
    'without tiers': { ...park, tiers: [], moves: [] },
    'a tier twice': { ...park, tiers: [...park.tiers, park.tiers[0]] },
    'a tier without a name': { ...park, tiers: [{ ...park.tiers[0], name: {} }] },
    'a move to a tier that is not there': {
      ...park,
      moves: [...park.moves, { ...first, date: '2026-10-30', to: 'x' }],
    },
    'a move to nowhere': { ...park, moves: [{ ...first, to: null }] },
    'half an enterprise': { ...park, moves: [{ ...first, count: 1.5 }] },
    'a move of none': { ...park, moves: [{ ...first, count: 0 }] },
    'more leave than came': { ...park, moves: [{ ...first, from: 'headquarters', to: null }] },
    'out of order': { ...park, moves: [...others, first] },
    'a move twice': { ...park, moves: [first, first] },
    'after the last day': { ...park, reportedThrough: '2026-10-01' },
    'no day': { ...park, moves: [{ ...first, date: '2026-02-30' }] },
    'a word as a flag': { ...park, demo: 'no' },
  };
  test.each(Object.entries(broken))('%s', (_, file) => {
    expect(ladderForm.take(file)).toBeUndefined();
    expect(() => ladderHtml(file as PublishedLadder, { locale: 'zh-CN' })).toThrow('ladder.json 的内容无效');
  });

  test('a whole one is taken as it is', () => {
    for (const ladder of [park, tallLadder(12), longLadder(), emptyLadder()])
      expect(ladderForm.take(ladder)).toBe(ladder);
  });
});

test('steps are stairs where all have room, and else a list', () => {
  const at = (tiers: number, width: number, em = 16): string => layoutOf(tiers, { width, em });
  expect([at(4, 1240), at(4, 1100), at(4, 343)]).toEqual(['stairs', 'wide', 'narrow']);
  expect([at(12, 1600), at(1, 1600), at(4, 1240, 24)]).toEqual(['wide', 'wide', 'wide']);
  expect(layoutOf(4, undefined)).toBe('narrow');
});

describe('without scripts', () => {
  test('a ladder is a figure with both tables, its remarks and its source', () => {
    const html = ladderHtml(parkLadder(), { locale: 'zh-CN' });
    expect(html).toContain('<figure lang="zh-CN" dir="ltr"><figcaption>');
    expect(html).toContain(
      '<tr><th scope="row">创新创业企业</th><td align="right">385</td><td align="right">91</td>',
    );
    expect(html).toContain(
      '<tr><th scope="row">创新创业企业</th><td>高新技术企业</td><td>升级</td><td align="right">18</td></tr>',
    );
    expect(html).toContain('<span>来源：示例数据（孵化登记）</span> · <span>截至2026年10月31日</span>');
    expect(html).not.toMatch(/ (style|class|id|on\w+)=|<script/);
  });

  test('words of a file are text, whatever they hold', () => {
    const [tier, ...others] = parkLadder().tiers;
    const name = { zh: '<img src=x onerror=alert(1)>', en: 'x' };
    const html = ladderHtml(parkLadder({ tiers: [{ ...tier!, name }, ...others] }), { locale: 'zh-CN' });
    expect(html).not.toContain('<img');
  });

  test('a period of which there is nothing is an error', () => {
    expect(() => ladderHtml(parkLadder(), { locale: 'en', period: '2031' })).toThrow(
      'There is nothing of period="2031"',
    );
  });
});
