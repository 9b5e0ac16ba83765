import type { QueryColumn } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { createResult } from '../../../packages/metrics/src/session/result.js';

const yuan = { zh: '元', en: 'yuan', power: 8 };
const text = (zh: string, en: string) => ({ zh, en });

const columns: readonly QueryColumn[] = [
  {
    ...{ name: 'period', role: 'time', label: text('月份', 'Month'), grain: 'month' },
    ...{ type: 'DATE', values: ['2026-01-01', '2026-02-01', '0001-01-01', null] },
  },
  {
    ...{ name: 'zone', role: 'dimension', label: text('园区', 'Zone') },
    ...{ type: 'VARCHAR', values: ['东区', '=SUM(A1:A9)', 'a "b", c\r\nd', null] },
  },
  {
    ...{ name: 'listed', role: 'dimension', label: text('上市', 'Listed') },
    ...{ type: 'BOOLEAN', values: [true, false, null, true] },
  },
  {
    ...{ name: 'value', role: 'value', label: text('营业收入', 'Revenue'), metric: 'revenue', unit: yuan },
    ...{ format: { decimals: 1 }, type: 'DOUBLE', values: [0.1 + 0.2, -5, 1e21, null] },
  },
];
const query = { metric: 'revenue', by: ['period', 'zone', 'listed'] };
const sql = 'SELECT …';
const result = createResult({ columns, rowCount: 4, sql }, { columns, query, cached: false });

describe('a result', () => {
  test('gives its rows as objects by column name', () => {
    expect(result.rows()[1]).toEqual({ period: '2026-02-01', zone: '=SUM(A1:A9)', listed: false, value: -5 });
    expect(result.rows().length).toBe(4);
  });

  test('cannot be changed', () => {
    expect(() => ((result as { sql: string }).sql = '')).toThrow(TypeError);
    expect(() => ((result.columns[3] as { unit: unknown }).unit = {})).toThrow(TypeError);
    expect(() => (result.columns as unknown[]).pop()).toThrow(TypeError);
  });
});

describe('as CSV, a result', () => {
  test('has the labels with their units in either language, or the names, as a header', () => {
    const headers = [{}, { locale: 'en' }, { header: 'name' }] as const;
    expect(headers.map((options) => result.toCsv(options).split('\r\n')[0])).toEqual([
      '月份,园区,上市,营业收入（亿元）',
      'Month,Zone,Listed,Revenue (10^8 yuan)',
      'period,zone,listed,value',
    ]);
  });

  test('keeps every figure, quotes what must be quoted, and leaves empty cells empty', () => {
    const [, ...rows] = result.toCsv().split(/\r\n(?=\d|,|$)/);
    expect(rows).toEqual([
      '2026-01-01,东区,true,0.30000000000000004',
      "2026-02-01,'=SUM(A1:A9),false,-5",
      '0001-01-01,"a ""b"", c\r\nd",,1e+21',
      ',,true,',
      '',
    ]);
  });

  test('begins with a byte order mark where a spreadsheet is to read it', () => {
    expect(result.toCsv({ bom: true })).toBe(`\uFEFF${result.toCsv()}`);
  });

  test('holds no text that a spreadsheet takes for a formula', () => {
    const texts = ['=1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'];
    const harmless = ['1=1', "'=1", ' =1', '东-区'];
    const column = { ...columns[1], values: [...texts, ...harmless] } as QueryColumn;
    const rowCount = texts.length + harmless.length;
    const own = createResult(
      { columns: [column], rowCount, sql },
      { columns: [column], query, cached: false },
    );
    const lines = own.toCsv().slice(0, -2).split('\r\n').slice(1);
    const cells = lines.map((line) => line.replace(/^"([^]*)"$/, '$1'));
    expect(cells).toEqual([...texts.map((one) => `'${one}`), ...harmless]);
  });

  test('tells an empty text from an empty cell, and has a line for each row of one column', () => {
    const printed = (values: readonly (string | null)[], name = 'zone'): string => {
      const column = { ...columns[1], name, values } as QueryColumn;
      const table = { columns: [column, column], rowCount: values.length, sql };
      return createResult(table, { columns: [column, column], query, cached: false }).toCsv({
        header: 'name',
      });
    };
    expect(printed(['', null])).toBe('zone,zone\r\n"",""\r\n,\r\n');
    const column = { ...columns[1], values: [null] } as QueryColumn;
    const single = createResult(
      { columns: [column], rowCount: 1, sql },
      { columns: [column], query, cached: false },
    );
    expect(single.toCsv()).toBe('园区\r\n""\r\n');
  });

  test('is refused in a language or with a header that there is not', () => {
    expect(() => result.toCsv({ locale: 'fr' as 'en' })).toThrow(/"locale" is "fr"\. Give "zh" or "en"\./);
    expect(() => result.toCsv({ header: 'both' as 'name' })).toThrow(/"header"/);
  });
});

describe('in Arrow, a result', () => {
  test('has the same cells, and no figure that is not a number', async () => {
    const arrow = await result.toArrow();
    expect(arrow.schema.fields.map(({ name, type }) => [name, String(type)])).toEqual([
      ['period', 'Date32<DAY>'],
      ['zone', 'Utf8'],
      ['listed', 'Bool'],
      ['value', 'Float64'],
    ]);
    expect(arrow.numRows).toBe(4);
    const [periods, zones, listed, values] = columns.map((_, i): unknown[] => [...arrow.getChildAt(i)!]);
    expect(periods).toEqual([Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1), Date.parse('0001-01-01'), null]);
    expect([zones, listed, values]).toEqual(columns.slice(1).map((column) => column.values));
    expect(arrow.schema.fields.map((_, i) => arrow.getChildAt(i)!.nullCount)).toEqual([1, 1, 1, 1]);
  });

  test('says what its columns are, and what was asked', async () => {
    const { schema } = await result.toArrow();
    expect(Object.fromEntries(schema.metadata)).toEqual({ sql, query: JSON.stringify(query) });
    expect(Object.fromEntries(schema.fields[3]!.metadata)).toEqual({
      role: 'value',
      label: '{"zh":"营业收入","en":"Revenue"}',
      metric: 'revenue',
      unit: '{"zh":"元","en":"yuan","power":8}',
      format: '{"decimals":1}',
    });
    expect(schema.fields[0]!.metadata.get('grain')).toBe('month');
  });

  test('is what another program reads from its bytes', async () => {
    const { tableFromIPC, tableToIPC } = await import('apache-arrow');
    const arrow = await result.toArrow();
    const read = tableFromIPC(tableToIPC(arrow, 'file'));
    expect(read.toArray().map(String)).toEqual(arrow.toArray().map(String));
    expect(read.schema.fields[3]!.metadata.get('metric')).toBe('revenue');
  });

  test('may have no rows', async () => {
    const none = columns.map((column) => ({ ...column, values: [] }));
    const table = { columns: none, rowCount: 0, sql };
    const arrow = await createResult(table, { columns: none, query, cached: false }).toArrow();
    expect([arrow.numRows, arrow.numCols]).toEqual([0, 4]);
  });
});
