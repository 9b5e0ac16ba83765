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
import { compileQuery } from '@zj/metrics/sql';
import { describe, expect, test } from 'vitest';
import { readExample } from '../example.js';
import { readRows, targets, type Row } from './record.js';

const read = (file: string): unknown => readExample(file, 'public-record');
const { plan } = parsePlan(read('plan.json')) as { readonly plan: Plan };
const { metrics } = parseMetrics(read('metrics.json')) as { readonly metrics: readonly Metric[] };
const contracts = ['published-figures', 'published-targets'].map(
  (name) => parseContract(read(`data/${name}.json`)).contract!,
) as [Contract, Contract];
const figures = readRows('published-figures');
const published = readRows('published-targets');

/** `10⁸ yuan` as the source writes it: 亿元. */
const unitOf = ({ power = 0, zh }: Unit): string => `${{ 0: '', 4: '万', 8: '亿' }[power]}${zh}`;

describe('the public record is a plan like any other', () => {
  test('its plan, metrics and datasets are right, and fit each other', () => {
    expect(parsePlan(read('plan.json')).problems).toEqual([]);
    expect(parseMetrics(read('metrics.json')).problems).toEqual([]);
    expect(checkReferences({ plan, metrics, contracts })).toEqual([]);
  });

  test('each of its goals says from which document its clause is, and where it can be read', () => {
    expect(plan.document.number).toBeUndefined();
    const cited = plan.goals.map(({ clause }) => clause.document);
    expect(cited.every((document) => document?.title.zh && document.title.en)).toBe(true);
    // The newsflash about the Opinions gave no address.
    expect(plan.goals.filter(({ clause }) => !clause.document?.url).map(({ theme }) => theme)).toEqual(
      Array(5).fill('zhangjiang'),
    );
    const hosts = cited.flatMap((document) => (document?.url ? [new URL(document.url).host] : []));
    expect(hosts).toContain('stcsm.sh.gov.cn');
  });
});

describe('every published target is in it', () => {
  test('as a row of the data, with the words of its source', () => {
    expect(
      published.map((row) =>
        ['stated_indicator', 'region', 'stated_period', 'figure', 'unit'].map((name) => row[name]),
      ),
    ).toEqual(expect.arrayContaining(targets.map(([, ...target]) => target)));
    expect(published).toHaveLength(targets.length);
  });

  test('as a goal with the same figure, unit and end', () => {
    expect(plan.goals.map(({ id }) => id)).toEqual(targets.map(([goal]) => goal));
    expect(
      plan.goals.map(({ target, unit, period }) => [String(target), unitOf(unit), period.end.slice(0, 4)]),
    ).toEqual(targets.map(([, , , year, value, unit]) => [value, unit, year]));
    for (const { period } of plan.goals) expect(period.end).toMatch(/-12-31$/);
  });

  test('its goals measure the indicator and the region that the target names', () => {
    for (const [i, { metric }] of plan.goals.entries()) {
      const conditions = metrics.find(({ id }) => id === metric)!.where!;
      const fixed = Object.fromEntries(
        conditions.flatMap((one) => ('equals' in one ? [[one.column, one.equals]] : [])),
      );
      const row = published.find(
        (one) => one.stated_indicator === targets[i]![1] && one.region === targets[i]![2],
      )!;
      expect([fixed.indicator, fixed.region, fixed.status]).toEqual([row.indicator, row.region, 'final']);
    }
  });
});

describe('every figure says where it is from', () => {
  test('with title, period and reliability, and its address unless its note says that there is none', () => {
    expect([figures.length, published.length]).toEqual([116, 10]);
    for (const row of [...figures, ...published]) {
      expect(row.source_title).toMatch(/\S/);
      expect(row.stated_period).toMatch(/^\d{4}/);
      expect(row.reliability).toMatch(/^(high|medium|low)$/);
      expect(row.figure).toMatch(/^\d+(\.\d+)?$/);
      if (row.source_url === '') expect(row.note).toContain('来源未给出网址');
      // A page that is hardly reliable is named, and no link leads to it.
      else if (row.reliability === 'low') expect(row.source_url).toMatch(/^[\w.-]+\.[a-z]+\/?/);
      else expect(new URL(row.source_url!).protocol).toMatch(/^https?:$/);
    }
    const without = [...figures, ...published].filter(({ source_url }) => source_url === '');
    expect(without.map(({ region, indicator }) => `${region} ${indicator}`)).toEqual([
      '浦东新区 地区生产总值',
      ...targets.slice(5).map(([, , region]) => expect.stringMatching(`^${region}`) as string),
    ]);
  });

  test('its first and last day are those of its period', () => {
    const days = (period: string): readonly string[] =>
      figures
        .filter(({ stated_period }) => stated_period === period)
        .map(({ span, first_day, last_day, year }) => [span, first_day, last_day, year].join(' '));
    expect(new Set(days('2024-H1'))).toEqual(new Set(['half-year 2024-01-01 2024-06-30 2024-01-01']));
    expect(days('2020/2024')).toEqual(['range 2020-01-01 2024-12-31 2024-01-01']);
    expect(days('2023-01/2023-11')).toEqual(['range 2023-01-01 2023-11-30 2023-01-01']);
    expect(days('2025-07-30')).toEqual(['stock 2025-07-30 2025-07-30 2025-01-01']);
    for (const { span, first_day, last_day, stated_period, year } of figures) {
      expect(first_day! <= last_day!).toBe(true);
      expect(year).toBe(`${last_day!.slice(0, 4)}-01-01`);
      expect(stated_period).toContain(last_day!.slice(0, 4));
      if (span === 'year') expect([first_day, last_day]).toEqual([year, `${year!.slice(0, 4)}-12-31`]);
    }
  });

  test('nothing is demo data', () => {
    for (const contract of contracts) expect(contract.demo).toBeUndefined();
    expect(JSON.stringify([plan, metrics, contracts])).not.toContain('park/generate');
  });
});

describe('figures that contradict each other', () => {
  /** Figures of the same indicator, region and days. */
  const saying = (indicator: string, region: string, year: string): readonly string[] =>
    figures
      .filter((row) => row.indicator === indicator && row.region === region && row.year === `${year}-01-01`)
      .filter(({ span }) => span === 'year')
      .map(({ figure, status, compiler }) => `${figure} ${status} ${compiler}`);

  test('stand side by side with their sources', () => {
    expect(saying('生物医药产业规模', '浦东新区', '2024')).toEqual([
      '4100 final 浦东新区人民政府',
      '4200 final 财联社',
    ]);
    expect(saying('PCT国际专利申请量', '上海', '2018')).toEqual([
      '2528 final 国家知识产权局',
      '2500 final 上海市统计局',
    ]);
  });

  test('are told by the goal that uses one of them, and why', () => {
    const { interpretations, baseline } = plan.goals[1]!;
    expect(baseline).toEqual({ value: 4100, date: '2024-12-31' });
    const { reading } = interpretations.find(({ question }) => question.zh!.includes('用哪一个'))!;
    for (const words of ['4100', '4200', '政府工作报告', '财联社']) expect(reading.zh).toContain(words);
    for (const words of ['410', '420', 'Cailianshe']) expect(reading.en).toContain(words);
  });

  test('are never added: not by compiler, indicator, region, kind of period or state', () => {
    const catalogue = { metrics, datasets: contracts.map((contract) => ({ contract })) };
    const columns = ['indicator', 'region', 'span', 'status', 'compiler'];
    expect(() =>
      compileQuery({ metric: 'published-figures', by: ['year', ...columns] }, catalogue),
    ).not.toThrow();
    for (const column of columns) {
      const by = columns.filter((one) => one !== column);
      expect(() => compileQuery({ metric: 'published-figures', by }, catalogue)).toThrow(
        `The values of "${column}" in "published-figures" overlap`,
      );
    }
  });

  test('of unicorns, one compiler’s count is judged and the others are only shown', () => {
    const rows = figures.filter(({ indicator }) => indicator === '独角兽企业数');
    const told = ({ figure, last_day }: Row) => `${figure} ${last_day}`;
    const [own, others] = [true, false].map((is) => rows.filter((row) => (row.compiler === 'IT桔子') === is));
    expect(own!.map(told)).toEqual(['54 2020-12-31', '80 2024-12-31', '86 2025-07-30']);
    expect(others!.map(told)).toEqual(['63 2022-12-31']);
    const metric = metrics.find(({ id }) => id === 'shanghai-unicorns')!;
    expect(metric.where).toContainEqual({ column: 'compiler', equals: 'IT桔子' });
    expect(metric.reportedThrough).toBe('2025-07-30');
  });

  test('of 2024, Pudong’s three industries overlap: their total is a figure of its own', () => {
    const of2024 = (indicator: string) =>
      Number(
        figures.find(
          (row) => row.indicator === indicator && row.region === '浦东新区' && row.stated_period === '2024',
        )!.figure,
      );
    const parts = ['集成电路产业规模', '生物医药产业规模', '人工智能产业规模'].map(of2024);
    expect(parts).toEqual([3305, 4100, 1638]);
    expect(of2024('三大先导产业规模')).toBe(8323.1);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeGreaterThan(8323.1);
  });

  test('marks the figures beside which another one was published, and no others', () => {
    const same = ({ indicator, region, first_day, last_day, status }: Row): string =>
      [indicator, region, first_day, last_day, status].join('|');
    const sayings = new Map<string, Set<number>>();
    for (const row of figures)
      sayings.set(same(row), (sayings.get(same(row)) ?? new Set()).add(Number(row.figure)));
    for (const row of figures)
      expect(row.contradicted, row.indicator).toBe(String(sayings.get(same(row))!.size > 1));
    expect(figures.filter(({ contradicted }) => contradicted === 'true')).toHaveLength(4);
  });
});
