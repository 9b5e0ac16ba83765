import { expect, test } from 'vitest';
import { chartCsv } from '../../../packages/widgets/src/chart/csv.js';

test('a table is RFC 4180 with a byte order mark, its notes below', () => {
  const csv = chartCsv({ columns: ['月份', '件'], rows: [['2026年7月', 12]], notes: ['来源：区统计局'] });
  expect(csv).toBe('\uFEFF月份,件\r\n2026年7月,12\r\n来源：区统计局,\r\n');
});

test('figures have all their digits, and no power of ten', () => {
  const figures = [0.1 + 0.2, -0, 5036.183333333333, 1e-7, 1.5e21, -12.5];
  const csv = chartCsv({ columns: ['v'], rows: figures.map((figure) => [figure]), notes: [] });
  const cells = csv.slice(1).trimEnd().split('\r\n').slice(1);
  expect(cells).toEqual([
    '0.30000000000000004',
    '0',
    '5036.183333333333',
    '0.0000001',
    '1500000000000000000000',
    '-12.5',
  ]);
  expect(cells.map(Number)).toEqual(figures.map((figure) => figure + 0));
});

test('no figure is an empty cell, no text a quoted one, and a line is never empty', () => {
  expect(chartCsv({ columns: ['a', 'b'], rows: [[null, '']], notes: [] })).toBe('\uFEFFa,b\r\n,""\r\n');
  expect(chartCsv({ columns: ['a'], rows: [[null]], notes: [] })).toBe('\uFEFFa\r\n""\r\n');
});

test('quotes, commas and lines in a name stay in their cell', () => {
  const names = ['芯片, "设计"', 'one\r\ntwo'];
  const csv = chartCsv({ columns: names, rows: [], notes: [] }).slice(1);
  expect(csv).toBe('"芯片, ""设计""","one\r\ntwo"\r\n');
});

test('no spreadsheet runs a name, a head or a note as a formula', () => {
  const csv = chartCsv({ columns: ['=cmd()', '+x'], rows: [['@sum', -3]], notes: ['-note', '＝全角'] });
  expect(csv).toBe("\uFEFF'=cmd(),'+x\r\n'@sum,-3\r\n'-note,\r\n'＝全角,\r\n");
});
