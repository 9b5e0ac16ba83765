import { compileQuery } from '@zj/metrics/sql';
import { type Contract, type Metric, MetricsError, type Query } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqlName, sqlText } from '../../../packages/metrics/src/base/sql.js';
import {
  askOne,
  catalogueOf,
  patents,
  revenue,
  seriesOf,
  year2026,
  type Definition,
} from '../metric/definitions.js';

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
  await duckdb.execute(`
    CREATE TABLE industry_revenue (month DATE, enterprise VARCHAR, industry VARCHAR, tier VARCHAR, revenue DECIMAL(18,2), staff INTEGER);
    INSERT INTO industry_revenue VALUES
      ('2025-12-01', 'E1', '集成电路', 'a', 77.77, 1),
      ('2026-02-01', 'E1', '集成电路', 'a', 10000.01, 1),
      ('2026-02-01', 'E2', '生物医药', 'a', 20000.02, 1),
      ('2026-02-01', 'E3', '其他', 'a', 5, 1),
      ('2026-01-01', 'E1', '集成电路', 'a', -0.03, 1),
      ('2026-03-01', 'E1', NULL, 'a', 1, 1);
    CREATE TABLE patents (number VARCHAR, filed DATE, route VARCHAR, granted BOOLEAN, claims INTEGER, fee DECIMAL(9,2), weight DOUBLE);
    INSERT INTO patents VALUES ('P1', '2026-05-04', 'PCT', true, 3, 1.5, 1), ('P2', '2026-05-04', 'PCT', NULL, 3, 2.5, 1),
      ('P3', '2026-05-01', 'PCT', false, NULL, 1, 1), ('P4', '2026-05-01', 'it''s', false, 4, 1, 1)`);
});
afterAll(() => duckdb.close());

describe('a series', () => {
  test('of sums reads as a person would write it', () => {
    expect(seriesOf(revenue, year2026)).toBe(
      `SELECT month AS period, CAST(sum(revenue) * 0.0001 AS DOUBLE) AS value
FROM industry_revenue
WHERE month BETWEEN DATE '2026-01-01' AND DATE '2026-12-31'
  AND industry IN ('集成电路', '生物医药', '人工智能')
GROUP BY month
ORDER BY month`,
    );
  });

  test('of sums gives the exact figure of each month that has one, in order', async () => {
    const { columns } = await duckdb.run(seriesOf(revenue, year2026));
    expect(columns).toEqual([
      { name: 'period', type: 'DATE', values: ['2026-01-01', '2026-02-01'] },
      { name: 'value', type: 'DOUBLE', values: [-0.000003, 3.000003] },
    ]);
  });

  test('of events gives their number on each day that has any', async () => {
    const { columns } = await duckdb.run(seriesOf(patents, year2026));
    expect(columns).toEqual([
      { name: 'period', type: 'DATE', values: ['2026-05-01', '2026-05-04'] },
      { name: 'value', type: 'DOUBLE', values: [1, 2] },
    ]);
  });
});

describe('a query', () => {
  test('splits by what it names, in that order, and puts merged cells last', async () => {
    const { metric, contract } = revenue;
    const sql = askOne({ by: ['industry', 'period'] }, { metric: withoutConditions(metric), contract });
    const { columns } = await duckdb.run(sql);
    expect(columns.map(({ name, type }) => [name, type])).toEqual([
      ['industry', 'VARCHAR'],
      ['period', 'DATE'],
      ['value', 'DOUBLE'],
    ]);
    expect(columns[0]!.values).toEqual(['其他', '生物医药', '集成电路', '集成电路', '集成电路', null]);
    expect(columns[1]!.values.slice(2, 5)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
  });

  test('without dimensions gives one figure', async () => {
    const { columns, rowCount } = await duckdb.run(askOne({}, patents));
    expect([rowCount, columns]).toEqual([1, [{ name: 'value', type: 'DOUBLE', values: [3] }]]);
  });

  test('splits by truth values, days and whole numbers, each as a type that leaves the engine', async () => {
    const by = ['granted', 'filed', 'claims'];
    const { columns } = await duckdb.run(askOne({ by }, patents));
    expect(columns.map(({ type }) => type)).toEqual(['BOOLEAN', 'DATE', 'DOUBLE', 'DOUBLE']);
  });

  test('narrows by its own conditions and period', async () => {
    const where = [{ column: 'number', equals: 'P2' }];
    const query = { where, during: { start: '2026-05-02', end: '2026-05-31' } };
    expect((await duckdb.run(askOne(query, patents))).columns[0]!.values).toEqual([1]);
  });

  test('takes every text for a text: nothing in a condition becomes a statement', async () => {
    const texts = ["it's", "'; DROP TABLE patents; --", 'a\0b', '\\', '\u2028', "''", '"'];
    for (const text of texts) {
      const { metric, contract } = patents;
      const sql = askOne(
        { where: [{ column: 'route', in: [text] }] },
        { metric: withoutConditions(metric), contract },
      );
      expect((await duckdb.run(sql)).columns[0]!.values).toEqual([text === "it's" ? 1 : 0]);
    }
    expect(await duckdb.rows('SELECT count(*) AS n FROM patents')).toEqual([{ n: 4 }]);
  });
});

describe('what has no right answer is refused with its reason', () => {
  const cases: readonly [string, () => string, string, RegExp][] = [
    [
      'a dimension that nothing declares',
      () => by('industri'),
      'UNKNOWN_NAME',
      /no column "industri".*Did you mean "industry"/,
    ],
    ['a condition on an unknown column', () => where('zone', '其他'), 'UNKNOWN_NAME', /no column "zone"/],
    [
      'a value that the contract does not allow',
      () => where('industry', '生物医疗'),
      'UNKNOWN_NAME',
      /Did you mean "生物医药"/,
    ],
    ['a confidential dimension', () => by('enterprise'), 'REFUSED', /confidential/],
    ['a condition on a confidential column', () => where('enterprise', 'E1'), 'REFUSED', /confidential/],
    [
      'a dimension outside the public cube',
      () => by('tier'),
      'REFUSED',
      /is not published.*Use one of: month, industry/,
    ],
    [
      'a measure outside the public cube',
      () => series({ measure: { sum: 'staff' } }),
      'REFUSED',
      /is not published.*Use one of: revenue/,
    ],
    [
      'a measure that nothing declares',
      () => series({ measure: { sum: 'revenu' } }),
      'UNKNOWN_NAME',
      /Did you mean "revenue"/,
    ],
    [
      'a count of confidential rows',
      () => series({ measure: { count: 'rows' } }),
      'REFUSED',
      /at least 3 contributors/,
    ],
    ['a scale that is not exact', () => series({ scale: 0.5 }), 'REFUSED', /whole number/],
    ['a scale out of reach', () => series({ scale: -19 }), 'REFUSED', /−18 to 18/],
    [
      'a period of days that do not exist',
      () => seriesOf(revenue, { start: '2026-02-30', end: '2026-12-31' }),
      'REFUSED',
      /"2026-02-30"/,
    ],
    [
      'a period that is more than a day',
      () => seriesOf(revenue, { start: "2026-01-01' OR '1'='1", end: '2026-12-31' }),
      'REFUSED',
      /\$\.during\.start: .*day of the calendar/,
    ],
    ['a split by a quantity', () => askOne({ by: ['fee'] }, patents), 'REFUSED', /quantity/],
    ['a sum of words', () => sumOf('route'), 'REFUSED', /it has no sum/],
  ];
  test.each(cases)('%s', (_, compile, code, message) => {
    const error = thrown(compile);
    expect(error).toBeInstanceOf(MetricsError);
    expect((error as MetricsError).code).toBe(code);
    expect((error as MetricsError).message).toMatch(message);
  });

  test('a sum across values that overlap; one of them, or all apart, is answered', () => {
    const columns = patents.contract.columns.map((one) =>
      one.name === 'route' ? { ...one, overlapping: true } : one,
    );
    const overlapping: Definition = {
      metric: withoutConditions(patents.metric),
      contract: { ...patents.contract, columns },
    };
    const ask = (query: Omit<Query, 'metric'>) => () => askOne(query, overlapping);
    expect(ask({})).toThrow(/one row can belong to several/);
    expect(ask({ by: ['period'] })).toThrow(/overlap/);
    expect(ask({ where: [{ column: 'route', in: ['PCT', 'domestic'] }] })).toThrow(/overlap/);
    expect(ask({ by: ['route'] })).not.toThrow();
    expect(ask({ where: [{ column: 'route', equals: 'PCT' }] })).not.toThrow();
    expect(ask({ where: [{ column: 'route', in: ['PCT'] }] })).not.toThrow();
  });
});

describe('a query of another shape is refused, with the place of what is wrong', () => {
  const evil = { replaceAll: () => "x') OR (1 = 1" };
  const cases: readonly [string, unknown, RegExp][] = [
    ['nothing', undefined, /\$: This must be an object, but is nothing/],
    ['null', null, /\$: This must be an object, but is null/],
    ['a list', [], /\$: This must be an object/],
    ['an empty object', {}, /"metric" is missing/],
    ['a misspelt key', { metric: 'm', wher: [] }, /\$\.wher: .*Did you mean "where"/],
    ['a key of SQL', { metric: 'm', group: ['route'] }, /\$\.group: .*not a key of Query/],
    ['a split by a word in place of a list', { metric: 'm', by: 'period' }, /\$\.by: This must be a list/],
    ['a split by null', { metric: 'm', by: [null] }, /\$\.by\[0\]: .*is null/],
    [
      'the same split twice',
      { metric: 'm', by: ['route', 'period', 'route'] },
      /\$\.by\[2\]: "route" is named/,
    ],
    [
      'a period without an end',
      { metric: 'm', during: { start: '2026-01-01' } },
      /\$\.during: "end" is missing/,
    ],
    ['one condition in place of a list', { metric: 'm', where: { column: 'route' } }, /\$\.where: .*a list/],
    ['a condition that is null', { metric: 'm', where: [null] }, /\$\.where\[0\]: .*"equals"/],
    [
      'a condition without a value',
      { metric: 'm', where: [{ column: 'route' }] },
      /\$\.where\[0\]: .*"equals"/,
    ],
    ['a condition of two kinds', condition({ in: ['PCT'], equals: 'PCT' }), /\$\.where\[0\]\.equals/],
    ['a number for a word', condition({ equals: 5 }), /\$\.where\[0\]\.equals: .*but is 5/],
    ['none of the values', condition({ in: [] }), /\$\.where\[0\]\.in: .*a list that is not empty/],
    [
      'a period that ends before it starts',
      { metric: 'm', during: { start: '2026-02-01', end: '2026-01-31' } },
      /\$\.during: The period from 2026-02-01 to 2026-01-31 has no days/,
    ],
    [
      'more metrics than anyone reads',
      { metrics: Array.from({ length: 51 }, (_, i) => `m${i}`) },
      /\$\.metrics: These are 51 metrics, .*at most 50.*several queries/,
    ],
    ['a word for a list', condition({ in: 'abc' }), /\$\.where\[0\]\.in: .*a list, but is "abc"/],
    ['an object that escapes itself', condition({ equals: evil }), /\$\.where\[0\]\.equals: .*an object/],
    ['one of them in a list', condition({ in: ['PCT', evil] }), /\$\.where\[0\]\.in\[1\]: .*an object/],
    ['a column that escapes itself', condition({ column: evil, equals: 'PCT' }), /\$\.where\[0\]\.column/],
  ];
  test.each(cases)('%s', (_, query, message) => {
    const error = thrown(() => compileQuery(query, catalogueOf(patents)));
    expect(error).toMatchObject({ name: 'MetricsError', code: 'REFUSED' });
    expect((error as MetricsError).message).toMatch(message);
  });

  test('a key that is undefined is absent', () => {
    const query = { by: undefined, during: undefined } as unknown as Query;
    expect(askOne(query, patents)).toBe(askOne({}, patents));
  });

  test('what is no text is never written into SQL', () => {
    for (const value of [null, undefined, 5, evil, ['a'], new String('a')]) {
      for (const write of [sqlName, sqlText]) {
        const error = thrown(() => write(value as string));
        expect(error).toMatchObject({ name: 'MetricsError', code: 'REFUSED' });
      }
    }
  });

  test('a value of another type than its column says what it must be', () => {
    const ask = (column: string, equals: string | number) =>
      thrown(() => askOne({ where: [{ column, equals }] }, patents));
    expect(ask('filed', '2026-02-30')).toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/\$\.where\[0\]\.equals: This must be a day/) as string,
    });
    expect(ask('granted', 'yes')).toMatchObject({
      message: expect.stringMatching(/true or false, because "granted" of "patents" is BOOLEAN/) as string,
    });
    expect(ask('route', 5)).toMatchObject({ message: expect.stringMatching(/a text.*is 5/) as string });
    expect(ask('fee', '1e5')).toMatchObject({ message: expect.stringMatching(/a number/) as string });
  });
});

function condition(parts: object): unknown {
  return { metric: 'pct-applications', where: [{ column: 'route', ...parts }] };
}

describe('names and texts are escaped', () => {
  test('so that every keyword of DuckDB can be a column', async () => {
    const keywords = await duckdb.rows('SELECT DISTINCT keyword_name AS name FROM duckdb_keywords()');
    expect(keywords.length).toBeGreaterThan(400);
    for (const { name } of keywords) {
      const column = sqlName(name as string);
      await duckdb.execute(
        `CREATE OR REPLACE TABLE words ("${name as string}" VARCHAR, ${sqlName('v')} INTEGER)`,
      );
      await duckdb.execute(
        `SELECT ${column}, ${column} AS period, CAST(sum(v) AS DOUBLE) AS value FROM words
         WHERE ${column} BETWEEN 'a' AND 'b' AND ${column} IN ('a') AND ${column} = 'b' GROUP BY ${column} ORDER BY ${column}`,
      );
    }
  });

  test('and come back as they were', async () => {
    for (const text of ['revenue', 'Revenue', '产业', 'a b', 'a"b', "a'b", '1a', '', 'a;--', '🏭']) {
      expect(await duckdb.rows(`SELECT ${sqlText(text)} AS ${sqlName(text || 'x')}`)).toEqual([
        { [text || 'x']: text },
      ]);
    }
  });
});

describe('a sum is exact, or an error', () => {
  /** The decimal that a sum is, by whole numbers; scaled by ten to `scale`. */
  const expected = (rows: readonly bigint[], decimals: number): number =>
    Number(`${rows.reduce((sum, row) => sum + row, 0n)}e${-decimals}`);

  async function total(type: string, rows: readonly string[], scale: number): Promise<number> {
    await duckdb.execute(
      `CREATE OR REPLACE TABLE patents AS SELECT DATE '2026-01-01' AS filed, unnest([${rows.map((row) => `'${row}'`).join()}])::${type} AS fee`,
    );
    const columns = patents.contract.columns.map((one) =>
      one.name === 'fee' ? { ...one, type } : one,
    ) as Contract['columns'];
    const metric: Metric = { ...withoutConditions(patents.metric), measure: { sum: 'fee' }, scale };
    const sql = askOne({}, { metric, contract: { ...patents.contract, columns } });
    return (await duckdb.run(sql)).columns[0]!.values[0] as number;
  }
  const decimal = (units: bigint, decimals: number): string => {
    const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
    return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  };

  test('to the last bit, for sums of up to 15 digits at any scale', async () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (const scale of [-8, -4, -1, 0, 3]) {
      for (let round = 0; round < 20; round++) {
        const units = Array.from({ length: 50 }, () => BigInt(Math.floor((random() - 0.3) * 2e13)));
        const rows = units.map((unit) => decimal(unit, 2));
        expect(await total('DECIMAL(18,2)', rows, scale)).toBe(expected(units, 2 - scale));
      }
    }
  });

  test('beyond them, within the last bit that a DOUBLE has', async () => {
    const units = Array.from({ length: 9 }, (_, i) => 999_999_999_999_999_989n - BigInt(i));
    const sum = await total(
      'DECIMAL(18,2)',
      units.map((unit) => decimal(unit, 2)),
      -4,
    );
    expect(Math.abs(sum / expected(units, 6) - 1)).toBeLessThanOrEqual(2 ** -52);
  });

  test('where the sum or its scale leaves 38 digits, an error', async () => {
    const huge = '9'.repeat(36) + '.99';
    await expect(total('DECIMAL(38,2)', [huge], 4)).rejects.toThrow(/Overflow/);
    await expect(
      total(
        'DECIMAL(38,2)',
        Array.from({ length: 20 }, () => huge),
        0,
      ),
    ).rejects.toThrow(/Overflow/i);
    await expect(total('DECIMAL(38,30)', ['1.5'], -18)).rejects.toThrow(/scale/);
    expect(await total('DECIMAL(38,2)', [huge], 0)).toBe(1e36);
  });

  test('whole numbers, too', async () => {
    expect(await total('INTEGER', ['2147483647', '2147483647', '5'], 18)).toBe(4294967299e18);
    expect(await total('INTEGER', ['2147483647', '2147483647', '5'], -4)).toBe(429496.7299);
  });
});

function withoutConditions(metric: Metric): Metric {
  return { ...metric, where: [] };
}
function by(name: string): string {
  return askOne({ by: [name] }, revenue);
}
function where(column: string, equals: string): string {
  return askOne({ where: [{ column, equals }] }, revenue);
}
function series(change: Partial<Metric>): string {
  return seriesOf({ ...revenue, metric: { ...revenue.metric, ...change } }, year2026);
}
function sumOf(column: string): string {
  return askOne({}, { ...patents, metric: { ...patents.metric, measure: { sum: column } } });
}
function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
