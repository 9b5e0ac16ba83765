import { describe, expect, test } from 'vitest';
import type { MetricSeries } from '@zj/metrics';
import { breakdownShape, topOf, usual } from '../../packages/widgets/src/breakdown-chart/breakdown-shape.js';
import { breakdownOfSeries, type Choice } from '../../packages/widgets/src/breakdown-chart/of-series.js';
import { readBreakdown } from '../../packages/widgets/src/breakdown-chart/read-breakdown.js';
import type { BreakdownLook, BreakdownShape } from '../../packages/widgets/src/breakdown-chart/shape.js';
import { allot, apportion } from '../../packages/widgets/src/breakdown-chart/shares.js';
import { seeded } from '../../stories/series.js';
import { seeds } from '../soak.js';
import { byField, pairs, revenueByField, streets } from './breakdowns.js';

const latest: Choice = { period: '', cumulative: false };

function shapeOf(
  series: MetricSeries,
  look: Partial<BreakdownLook> = {},
  choice: Partial<Choice> = {},
): BreakdownShape {
  const breakdown = breakdownOfSeries(series, { ...latest, ...choice });
  if ('code' in breakdown) throw new Error(breakdown.code);
  return breakdownShape(breakdown, { ...usual, locale: 'zh-CN', ...look });
}

/** The texts of a column by the names of the rows. */
function column(shape: BreakdownShape, id: string): Readonly<Record<string, string>> {
  const at = shape.columns.findIndex((one) => one.id === id);
  return Object.fromEntries(shape.rows.map(({ name, cells }) => [name, cells[at]!.text]));
}

const names = (shape: BreakdownShape): readonly string[] => shape.rows.map(({ name }) => name);
const percent = (text: string): number =>
  Number(
    text.replace('−', '-').replace('%', '').replace('<0.1', '0').replace('>99.9', '100').replaceAll(',', ''),
  );

describe('shares', () => {
  test('the tenths that rounding down leaves go to the largest remainders, of equal ones to the first', () => {
    expect(apportion([33.33, 33.33, 33.34], 1000)).toEqual([333, 333, 334]);
    expect(apportion([16.666, 16.666, 16.666, 16.666, 16.666, 16.67], 1000)).toEqual([
      167, 167, 167, 166, 166, 167,
    ]);
    expect(apportion([28.7, 71.3], 1000)).toEqual([287, 713]);
    expect(allot([50.04, 30.04, 10.04, 9.88], null, [2])).toEqual({ parts: [501, 300, 100, 99], merged: 0 });
  });

  test.each(seeds('shares', 2000))(
    'as they read they add up to 100.0 %, however many are put together (seed %i)',
    (seed) => {
      const random = seeded(seed);
      const count = 2 + Math.floor(random() * 60);
      const members = pairs(
        ...Array.from(
          { length: count },
          (_, at) => [`项${at}`, 1, Math.round(random() ** 5 * 1e6) / 100 + 0.01] as const,
        ),
      );
      const series = byField([
        ...members,
        ...(random() < 0.5 ? [{ ...pairs(['', 1, 12.34])[0]!, merged: true }] : []),
      ]);
      const top = 1 + Math.floor(random() * 12);
      const exact = new Map(series.lines.map(({ member = '', own }) => [member, own.share!.at(-1)!]));
      const reading = (isOpen: boolean): BreakdownShape => shapeOf(series, { top, isOpen });
      for (const isOpen of [false, true]) {
        const { rows, columns } = reading(isOpen);
        const at = columns.findIndex(({ id }) => id === 'share');
        const summed = rows.filter(
          ({ kind }) => kind !== 'total' && (isOpen ? kind !== 'rest' : kind !== 'part'),
        );
        const tenths = summed.map(({ cells }) => Math.round(percent(cells[at]!.text) * 10));
        expect(tenths.reduce((sum, one) => sum + one, 0)).toBe(1000);
        // Each is one of the two tenths around it.
        for (const { member, kind, cells } of summed)
          if (kind !== 'rest' && member !== null)
            expect(Math.abs(percent(cells[at]!.text) - exact.get(member)!)).toBeLessThan(0.1 + 1e-9);
      }
      const [closed, open] = [false, true].map((isOpen) => column(reading(isOpen), 'share'));
      expect(open).toMatchObject(closed!);
      expect(column(shapeOf(series, { top: 5 }), 'share')).toMatchObject(
        Object.fromEntries(
          Object.entries(column(shapeOf(series, { top: 8 }), 'share')).filter(([name]) =>
            names(shapeOf(series, { top: 5 })).includes(name),
          ),
        ),
      );
    },
  );

  test('a part that is neither nothing nor all does not read so', () => {
    expect(column(shapeOf(byField(pairs(['甲', 1, 99_990], ['乙', 1, 1]))), 'share')).toEqual({
      甲: '>99.9%',
      乙: '<0.1%',
      合计: '100.0%',
    });
  });

  test('where the parts miss a figure of the total, the shares stay as they are and a note says why', () => {
    const series = byField(pairs(['甲', 10, 50], ['乙', 10, 30]));
    const [total, ...lines] = series.lines;
    const short: MetricSeries = {
      ...series,
      lines: [
        {
          ...total!,
          own: { ...total!.own, value: total!.own.value.map((value, at) => (at === 12 ? 100 : value)) },
        },
        ...lines.map((line) => ({ ...line, own: { ...line.own, share: line.own.value } })),
      ],
    };
    const shape = shapeOf(short);
    expect(column(shape, 'share')).toMatchObject({ 甲: '50.0%', 乙: '30.0%' });
    expect(shape.remarks).toContain('各部分相加为80亿元，合计为100亿元：数据有缺口，占比相加不是100%。');
    expect(shape.remarks.join('')).not.toContain('最大余数');
  });
});

describe('rows', () => {
  test('are the parts by rank, then the rest, the merged cells and the total, which is the published figure', () => {
    const shape = shapeOf(revenueByField(), {}, { cumulative: true });
    expect(names(shape)).toEqual([
      ...['生物制药', '芯片设计', '医疗器械', '设备材料', '智能驾驶', '封装测试', '智能软件', '现代物流'],
      ...['其他（5项）', '合并（保密）', '合计'],
    ]);
    expect(shape.rows.map(({ rank }) => rank)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '', '', '']);
    expect(column(shape, 'value')).toMatchObject({
      生物制药: '1,839.2',
      '其他（5项）': '815.0',
      合计: '6,268.9',
    });
    expect(shape.columns.map(({ label, unit }) => label + unit)).toEqual([
      '数值亿元',
      '占比',
      '同比',
      '拉动百分点',
    ]);
  });

  test('parts of one size share their rank, and the next one skips as many', () => {
    const shape = shapeOf(byField(pairs(['甲', 1, 5], ['乙', 1, 7], ['丙', 1, 5], ['丁', 1, 1])));
    expect(shape.rows.slice(0, 4).map(({ name, rank }) => [name, rank])).toEqual([
      ['乙', '1'],
      ['丙', '2'],
      ['甲', '2'],
      ['丁', '4'],
    ]);
    expect(shapeOf(byField(pairs(['甲', 1, 5], ['乙', 1, 5]))).summary).toContain(
      '乙、甲并列居首，均为5亿元，各占50.0%',
    );
  });

  test.each(seeds('rests', 400))(
    'the first parts, the rest and the merged cells add up to the total (seed %i)',
    (seed) => {
      const series = streets(9 + (seed % 40), seed);
      const top = 1 + (seed % 7);
      const breakdown = breakdownOfSeries(series, latest);
      if ('code' in breakdown) throw new Error(breakdown.code);
      const { rows } = breakdownShape(
        { ...breakdown, format: { decimals: 2 } },
        { ...usual, locale: 'zh-CN', top },
      );
      const shown = rows.map(({ cells }) => percent(cells[0]!.text));
      const total = shown.pop()!;
      expect(shown).toHaveLength(top + 1);
      // Each is rounded by itself.
      expect(Math.abs(shown.reduce((sum, one) => sum + one, 0) - total)).toBeLessThan(
        0.05 * (top + 2) + 1e-9,
      );
      const tail = breakdown.parts
        .map(({ value }) => value!)
        .sort((a, b) => b - a)
        .slice(top);
      expect(Math.abs(shown.at(-1)! - tail.reduce((sum, one) => sum + one, 0))).toBeLessThan(0.05 + 1e-9);
    },
  );

  test('a rest of one part is that part', () => {
    const shape = shapeOf(byField(pairs(['甲', 1, 3], ['乙', 1, 2], ['丙', 1, 1])), { top: 2 });
    expect(names(shape)).toEqual(['甲', '乙', '丙', '合计']);
  });

  test('an open rest has its parts below it, each with its own rank', () => {
    const { rows } = shapeOf(revenueByField(), { isOpen: true });
    expect(rows.filter(({ kind }) => kind === 'part').map(({ rank }) => rank)).toEqual([
      '9',
      '10',
      '11',
      '12',
      '13',
    ]);
  });

  test('another order moves the ranked rows alone; those without a figure come last in both directions', () => {
    const series = byField(pairs(['甲', 4, 5], ['乙', 9, 3], ['丙', null, 2], ['丁', 1, null]));
    const order = (look: Partial<BreakdownLook>): string => names(shapeOf(series, look)).join('');
    expect(order({ order: 'change' })).toBe('甲乙丁丙合计');
    expect(order({ order: 'change', isAscending: true })).toBe('乙甲丁丙合计');
    expect(order({ order: 'name', isAscending: true })).toBe('丁丙乙甲合计');
    expect(order({ order: 'given', isAscending: true })).toBe('甲乙丙丁合计');
    const shape = shapeOf(series);
    expect(column(shape, 'value')['丁']).toBe('无数据');
    expect(shape.remarks).toContain('1项没有数值，排在最后。');
  });

  test('a state is told beside a figure where not all are alike, else once', () => {
    const [one, other] = pairs(['甲', 1, 5], ['乙', 1, 7]);
    const states = Array.from({ length: 13 }, () => 'provisional' as const);
    const mixed = shapeOf(byField([{ ...one!, states }, other!]));
    expect(mixed.rows.map(({ name, state }) => [name, state])).toEqual([
      ['乙', ''],
      ['甲', '初步数'],
      ['合计', ''],
    ]);
    const all = shapeOf(
      byField([
        { ...one!, states },
        { ...other!, states },
      ]),
    );
    expect(all.rows.every(({ state }) => state === '')).toBe(true);
    expect(all.remarks).toContain('全部为初步数。');
  });
});

describe('bars', () => {
  test('invert to their figures within a twentieth of a pixel on a drawing of 1600 px', () => {
    const series = streets(40, 7);
    const values = new Map(series.lines.map(({ member = '', own }) => [member, own.value.at(-1)!]));
    const { rows } = shapeOf(series, { isOpen: true });
    const [first] = rows;
    const unit = values.get(first!.member!)! / (first!.bar!.to / 100);
    for (const { member, bar } of rows)
      if (member !== null)
        expect(Math.abs((bar!.to / 100) * unit - values.get(member)!) * (1600 / unit)).toBeLessThan(0.05);
  });

  test('have one zero line where signs are mixed; there are no shares, and a note says so', () => {
    const shape = shapeOf(byField(pairs(['甲', 4, 6], ['乙', 1, -2])));
    expect(shape.zero).toBeCloseTo(25, 3);
    expect(shape.rows.map(({ bar }) => bar)).toEqual([
      { from: 25, to: 100, mark: 75, isNegative: false },
      { from: 0, to: 25, mark: 37.5, isNegative: true },
      null,
    ]);
    expect(shape.columns.map(({ id }) => id)).not.toContain('share');
    expect(shape.remarks).toContain('各部分有正有负，不列占比，也不堆叠。');
    expect(shape.sides).toEqual(['负值', '正值']);
  });

  test('of a change go by the difference, the largest either way first to be shown', () => {
    const shape = shapeOf(revenueByField(), { appearance: 'change' }, { cumulative: true });
    expect(names(shape).slice(0, 3)).toEqual(['生物制药', '芯片设计', '智能驾驶']);
    expect(names(shape).slice(6, 10)).toEqual(['国际贸易', '封装测试', '其他（5项）', '合并（保密）']);
    expect(shape.sides).toEqual(['减少', '增加']);
    expect(shape.summary).toMatch(
      /^13项中8项增加、5项减少；增加最多的是生物制药（\+213\.6亿元），减少最多的是封装测试（−60\.2亿元）。合计/,
    );
  });

  test('the sum of a long rest has none, and says so', () => {
    const { rows } = shapeOf(streets(200));
    const rest = rows.find(({ kind }) => kind === 'rest')!;
    expect(rest.bar).toBeNull();
    expect(rest.noBar).toBe('合计过大，不画条');
    expect(rows[0]!.bar!.to).toBe(100);
  });
});

describe('words', () => {
  test('parts that overlap are not added: no total, no share, no figure of the rest, and the reason', () => {
    const apart = { zh: '一家企业可以属于几个领域', en: 'an enterprise may be in several fields' };
    const shape = shapeOf(byField(pairs(['甲', 1, 5], ['乙', 1, 4], ['丙', 1, 3], ['丁', 1, 2]), { apart }), {
      top: 2,
    });
    expect(names(shape)).toEqual(['甲', '乙', '其他（2项）']);
    expect(column(shape, 'value')['其他（2项）']).toBe('无数据');
    expect(shape.columns.map(({ id }) => id)).toEqual(['value', 'change']);
    expect(shape.remarks[0]).toBe(
      '各部分有重叠，不能相加，所以没有合计、占比和“其他”的数值：一家企业可以属于几个领域',
    );
    expect(shape.summary).toBe('甲居首，5亿元。');
  });

  test('the summary names the total, who leads, and who moved it, in both languages', () => {
    expect(shapeOf(revenueByField(), {}, { cumulative: true }).summary).toBe(
      '合计6,268.9亿元，同比增长10.9%。生物制药居首，1,839.2亿元，占29.4%；前3位合占56.9%。拉动最大的是生物制药（+3.78个百分点），拖累最大的是封装测试（−1.07个百分点）。',
    );
    expect(shapeOf(revenueByField(), { locale: 'en' }, { cumulative: true }).summary).toBe(
      'The total is 626.89 billion yuan, up 10.9% on a year before. 生物制药 is the largest with 183.92 billion yuan (29.4%); the first 3 have 56.9%. 生物制药 added most to the change (+3.78 points); 封装测试 took most from it (−1.07 points).',
    );
  });

  test('the title has the period, and names of another language are known as such', () => {
    const series = revenueByField();
    expect(shapeOf(series).title).toBe('营业收入（按领域），2026年10月');
    expect(shapeOf(series, {}, { cumulative: true }).title).toBe('营业收入（按领域），2026年1—10月');
    expect(shapeOf(series, {}, { cumulative: true, period: '2026-01' }).title).toBe(
      '营业收入（按领域），2026年1月',
    );
    const english = shapeOf(series, { locale: 'en' }, { period: '2026-03-31', cumulative: true });
    expect(english.title).toBe('Revenue by field, January–March 2026');
    expect(english.foreign).toContainEqual({ words: '生物制药', lang: 'zh-CN' });
  });

  test('a period, a year to date or parts that there are not have a reason', () => {
    const series = revenueByField();
    expect(breakdownOfSeries(series, { ...latest, period: '2020-01' })).toEqual({
      code: 'no-period',
      known: { first: '2025-01-01', last: '2026-10-31', example: '2026-10' },
    });
    expect(breakdownOfSeries(series, { ...latest, period: '2026-Q1' })).toMatchObject({ code: 'no-period' });
    const { dimension, ...whole } = series;
    expect(dimension).toBeDefined();
    expect(breakdownOfSeries(whole, latest)).toEqual({ code: 'no-parts' });
    const own = { ...series, lines: series.lines.map((line) => ({ ...line, toDate: undefined })) as never };
    expect(breakdownOfSeries(own, { ...latest, cumulative: true })).toEqual({ code: 'no-cumulative' });
  });

  test('of counts there are no decimals, and the decimals of a metric are kept', () => {
    const unit = { zh: '家', en: 'enterprises' };
    expect(column(shapeOf(byField(pairs(['甲', 1, 5], ['乙', 1, 12]), { unit })), 'value')).toEqual({
      乙: '12',
      甲: '5',
      合计: '17',
    });
    const tenths = { ...byField(pairs(['甲', 1, 5.25], ['乙', 1, 12])), format: { decimals: 1 } };
    expect(column(shapeOf(tenths), 'value')).toEqual({ 乙: '12.0', 甲: '5.3', 合计: '17.3' });
  });
});

test('as many parts are shown as are wanted, else as many as is usual', () => {
  expect(['', null, undefined, 'x', 0, '12', 3].map((wanted) => topOf(wanted, 8))).toEqual([
    8, 8, 8, 8, 8, 12, 3,
  ]);
});

describe('a part without a figure', () => {
  // Harbour reported 20 a year ago; its cell is empty now.
  const series = byField(pairs(['East', 36, 40], ['Harbour', 20, null]));

  test('is no fall: the total says beside its change what it is without', () => {
    const shape = shapeOf(series);
    expect(column(shape, 'contribution').Harbour).toBe('—');
    expect(column(shape, 'change').Harbour).toBe('—');
    expect(shape.summary).not.toContain('拖累');
    expect(shape.summary).toMatch(
      /^合计40亿元，同比下降\d+\.\d%；合计缺Harbour的数据（本期或基期），前后范围不同，增减不能直接比较。/,
    );
    expect(shapeOf(series, { locale: 'en' }).summary).toMatch(/; the total lacks figures of Harbour in one/);
    expect(shapeOf(series, { appearance: 'change' }).summary).toContain('合计缺Harbour');
  });

  test('has nothing said of it where every part has one in both periods, or is new with its contribution', () => {
    const whole = byField(pairs(['East', 36, 40], ['Harbour', 20, 21]));
    expect(shapeOf(whole).summary).not.toContain('合计缺');
  });
});

describe('sums after a gap', () => {
  const [year, at] = [revenueByField(), 15];
  const cut = (list: readonly (number | null)[]) => list.map((one, place) => (place < at ? one : null));
  const gap: MetricSeries = {
    ...year,
    lines: year.lines.map((line) => ({
      ...line,
      toDate: { ...line.toDate!, value: cut(line.toDate!.value) },
    })),
    completeness: [
      {
        ...{ dataset: 'revenue', kind: 'missing', count: 1, names: ['2026-04'] },
        text: { zh: '营业收入：缺1期数据（2026-04）', en: 'Revenue: 1 period is missing (2026-04)' },
      },
    ],
  };

  test('are those up to the last one that is known, and say how far they are not', () => {
    const shape = shapeOf(gap, {}, { cumulative: true });
    expect(shape.title).toContain('2026年1—3月');
    expect(shape.remarks).toContain('前面有缺期，此后至2026年10月的累计不可知。');
    expect(shape.remarks).toContain('营业收入：缺1期数据（2026-04）。');
    expect(shapeOf(year, {}, { cumulative: true }).remarks.join('')).not.toContain('不可知');
    expect(shapeOf(gap).remarks.join('')).not.toContain('不可知');
  });

  test('of a period after it have a reason in place of figures', () => {
    const asked = { cumulative: true, appearance: 'table' } as const;
    const read = (period: string, of = gap) => readBreakdown(of, { ...asked, period });
    const told = read('2026-06');
    expect('problem' in told && told.problem('zh-CN')).toMatch(/^累计不可知：/);
    expect('problem' in told && told.problem('en')).toMatch(/^The sum so far is not known: /);
    const none = {
      ...gap,
      lines: gap.lines.map((line) => ({ ...line, toDate: { value: line.own.value.map(() => null) } })),
    };
    const empty = read('', none);
    expect('problem' in empty && empty.problem('zh-CN')).toMatch(/^累计不可知：/);
  });
});
