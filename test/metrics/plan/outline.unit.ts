import {
  checkReferences,
  parseContract,
  parseMetrics,
  parsePlan,
  type Contract,
  type Metric,
  type Plan,
  type Unit,
} from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { readExample } from '../example.js';
import { figuresOf, indicators } from './outline.js';
import type { Row } from './record.js';

const read = (file: string): unknown => readExample(file, 'national-outline');
const { plan } = parsePlan(read('plan.json')) as { readonly plan: Plan };
const { metrics } = parseMetrics(read('metrics.json')) as { readonly metrics: readonly Metric[] };
const { contract } = parseContract(read('data/published-figures.json')) as { readonly contract: Contract };
const figures = figuresOf();

/** `10⁸ yuan` as the data write it: 亿元. */
const unitOf = ({ power = 0, zh }: Unit): string => `${{ 0: '', 4: '万', 8: '亿' }[power]}${zh}`;

/** The indicator whose figures a metric has. */
function indicatorOf(id: string): string {
  const [condition] = metrics.find((metric) => metric.id === id)!.where!;
  return String((condition as { readonly equals: unknown }).equals);
}

describe('the national outline is a plan like any other', () => {
  test('its plan, metrics and dataset are right, and fit each other', () => {
    expect(parsePlan(read('plan.json')).problems).toEqual([]);
    expect(parseMetrics(read('metrics.json')).problems).toEqual([]);
    expect(checkReferences({ plan, metrics, contracts: [contract] })).toEqual([]);
    expect(contract.demo).toBeUndefined();
  });

  test('its goals are the twenty main indicators, each of the kind that its text is', () => {
    const goals = plan.goals.map(({ id, name, target, bound, formula }) => [
      ...[id, name.zh],
      bound ? { bound, target } : formula ? { formula } : target,
    ]);
    expect(goals).toEqual(indicators.map(([id, name, target]) => [id, name, target]));
    for (const { formula, target, period } of plan.goals) {
      if (formula) expect(target).toBeNull();
      expect(period).toEqual({ start: '2021-01-01', end: '2025-12-31' });
    }
    const [air, grain] = ['good-air-days', 'grain-capacity'].map((id) =>
      plan.goals.find((one) => one.id === id),
    );
    expect([air!.hold, grain!.hold, grain!.grain]).toEqual([true, 'each-period', 'year']);
  });

  test('says of an indicator whether it is binding or expected only where a source does', () => {
    expect(plan.goals.map(({ nature }) => nature)).toEqual(indicators.map(([, , , nature]) => nature));
    const reading = plan.document.interpretations.find(({ question }) => question.zh!.includes('约束性'))!;
    for (const words of ['财新', '中国网', '中新网', '新京报', '其余11项']) {
      expect(reading.reading.zh).toContain(words);
    }
    expect(plan.goals.filter(({ nature }) => !nature)).toHaveLength(11);
  });

  test('each goal says from which document its clause is, and where it can be read', () => {
    for (const { clause } of plan.goals) {
      expect([
        clause.quote.zh,
        clause.quote.en,
        clause.document!.title.zh,
        clause.document!.title.en,
      ]).toEqual(Array(4).fill(expect.stringMatching(/\S/)));
      expect(new URL(clause.document!.url!).protocol).toMatch(/^https?:$/);
    }
  });

  test('a goal without a figure, a baseline or a year says why', () => {
    const why = (id: string) =>
      plan.goals.find((goal) => goal.id === id)!.interpretations.map(({ question }) => question.zh);
    for (const id of ['gdp-growth', 'labour-productivity', 'disposable-income'])
      expect(why(id)).toContain('为什么不能评判？');
    for (const id of ['urbanization', 'pension-coverage']) expect(why(id)).toContain('为什么没有基期？');
    expect(why('digital-economy')).toContain('为什么没有数据？');
  });
});

describe('every figure says where it is from', () => {
  test('with its address, the day it was found and a reliability, unless its note says that there is no address', () => {
    expect(figures).toHaveLength(81);
    for (const row of figures) {
      expect(row.source_title).toMatch(/\S/);
      expect(row.found).toBe('2026-11-29');
      expect(row.reliability).toMatch(/^(high|medium|low)$/);
      if (row.source_url === '') expect(row.note).toContain('来源未给出网址');
      // A page that is hardly reliable is named, and no link leads to it.
      else if (row.reliability === 'low') expect(row.source_url).toMatch(/^[\w.-]+\.[a-z]+\/?/);
      else expect(new URL(row.source_url!).protocol).toMatch(/^https?:$/);
    }
    expect(figures.filter(({ source_url }) => source_url === '').map(({ figure }) => figure)).toEqual([
      '100',
      '100',
    ]);
  });

  test('stands in the words of its source, or its note says how it is computed', () => {
    /** Whether a text has the figure, in any unit of ten: 66949万吨 is 6.6949亿吨. */
    const told = ({ stated, figure }: Row) =>
      [...stated!.matchAll(/\d+(?:[.,]\d+)?/g)].some(([number]) => {
        const times = Number(number.replace(',', '.')) / Number(figure);
        return Math.abs(Math.log10(times) - Math.round(Math.log10(times))) < 1e-9;
      });
    const computed = figures.filter((row) => !told(row));
    for (const { note } of computed) expect(note).toMatch(/算出|与上年持平/);
    expect(computed.map(({ indicator, year }) => `${indicator} ${year!.slice(0, 4)}`)).toEqual([
      '全社会研发经费投入 2021',
      '城镇调查失业率 2022',
      '单位GDP能源消耗 2023',
      '单位GDP能源消耗 2024',
      '单位GDP二氧化碳排放 2021',
      '单位GDP二氧化碳排放 2022',
      '单位GDP二氧化碳排放 2023',
    ]);
  });

  test('and what is computed follows from the words', () => {
    const of = (indicator: string, year: number) =>
      Number(figuresOf(indicator).find((row) => row.year === `${year}-01-01`)!.figure);
    expect(of('全社会研发经费投入', 2021)).toBeCloseTo(30782.9 - 2826.6, 9);
    expect(of('城镇调查失业率', 2022)).toBeCloseTo(5.2 + 0.4, 9);
    expect([of('单位GDP能源消耗', 2023), of('单位GDP能源消耗', 2024)]).toEqual([100 - 7.3, 100 - 11.6]);
    expect(of('单位GDP二氧化碳排放', 2021)).toBeCloseTo(100 * 0.962, 9);
    expect(of('单位GDP二氧化碳排放', 2022)).toBeCloseTo(100 * 0.962 * 0.992, 9);
    expect(of('单位GDP二氧化碳排放', 2023)).toBe(of('单位GDP二氧化碳排放', 2022));
  });

  test('is preliminary or revised where its source says so', () => {
    expect(contract.revision).toEqual({ column: 'state', values: { 初步: 'provisional', 修订: 'revised' } });
    const told = figures.filter(({ state }) => state !== '');
    expect(told.map(({ indicator, year, state }) => [indicator, year!.slice(0, 4), state])).toEqual([
      ['国内生产总值增长', '2020', '初步'],
      ['国内生产总值增长', '2021', '修订'],
      ['国内生产总值增长', '2023', '初步'],
      ['国内生产总值增长', '2024', '初步'],
      ['国内生产总值增长', '2025', '初步'],
      ['全员劳动生产率增长', '2020', '初步'],
    ]);
    for (const { note, state } of told) expect(note).toMatch(state === '修订' ? /最终核实/ : /初步|预计/);
  });

  test('is in the unit of its goal, and each series ends where its metric says', () => {
    for (const { metric, unit } of plan.goals) {
      const rows = figuresOf(indicatorOf(metric));
      expect(new Set(rows.map((row) => row.unit))).toEqual(new Set([unitOf(unit)]));
      const last = `${rows.at(-1)!.year!.slice(0, 4)}-12-31`;
      const { reportedThrough = contract.reportedThrough } = metrics.find(({ id }) => id === metric)!;
      expect([metric, reportedThrough]).toEqual([metric, last]);
    }
  });

  test('a baseline is the figure of 2020 in the data, and there is none where none was found', () => {
    for (const { id, metric, baseline, target, formula, bound } of plan.goals) {
      const of2020 = figuresOf(indicatorOf(metric)).find(({ year }) => year === '2020-01-01');
      if (baseline)
        expect([id, baseline]).toEqual([id, { value: Number(of2020?.figure), date: '2020-12-31' }]);
      else if (!bound && (formula || target !== null)) expect([id, of2020]).toEqual([id, undefined]);
    }
  });
});
