import { expect, test } from 'vitest';
import { readRange } from '../../packages/cli/src/serve/range.js';

test('a part of a file is told by its first and last byte, or by the number of its last bytes', () => {
  expect(readRange('bytes=0-1', 100)).toEqual({ start: 0, end: 1 });
  expect(readRange('bytes=90-', 100)).toEqual({ start: 90, end: 99 });
  expect(readRange('bytes=90-900', 100)).toEqual({ start: 90, end: 99 });
  expect(readRange('bytes=0-0', 100)).toEqual({ start: 0, end: 0 });
  expect(readRange('bytes=-5', 100)).toEqual({ start: 95, end: 99 });
  expect(readRange('bytes=-500', 100)).toEqual({ start: 0, end: 99 });
  expect(readRange(' BYTES = 3-4 ', 100)).toEqual({ start: 3, end: 4 });
});

test('several parts, another unit and no header at all get the whole file', () => {
  for (const header of [undefined, 'bytes=0-1,5-6', 'bytes=0-1, nonsense', 'items=0-1']) {
    expect(readRange(header, 100), header).toBe('whole');
  }
});

test('bytes that the file does not have, and words that are no range, are told as such', () => {
  const bad = [
    '100-',
    '100-200',
    '5-2',
    '-0',
    '-',
    '',
    'x',
    'a-b',
    '1-2-3',
    '1.5-2',
    '-1-',
    '99999999999999999999999-',
  ];
  for (const range of bad) expect(readRange(`bytes=${range}`, 100), range).toBe('none');
  for (const header of ['', 'bytes', 'nonsense', 'bytes=200-300,400-', '0-5']) {
    expect(readRange(header, 100), header).toBe('none');
  }
  for (const header of ['bytes=0-', 'bytes=0-0', 'bytes=-5'])
    expect(readRange(header, 0), header).toBe('none');
});
