import { expect, test } from 'vitest';
import { fileName } from '../../packages/widgets/src/element/save-file.js';

test('a file is named by the title and the day of its figures', () => {
  expect(fileName('企业数 / 分街道', '2026-10')).toBe('企业数-分街道-2026-10');
  expect(fileName('三大先导产业营业收入（亿元）', '2026-10-31')).toBe(
    '三大先导产业营业收入（亿元）-2026-10-31',
  );
});

test('no name is hidden, a path, too long for a file system or nothing at all', () => {
  expect(fileName('../../etc/passwd', '')).toBe('etc-passwd');
  expect(fileName('.hidden', '')).toBe('hidden');
  expect(fileName('a<b>:"|?*\u0000\u202Eb', '')).toBe('a-b-b');
  expect(new TextEncoder().encode(`${fileName('长'.repeat(300), '2026-10')}.csv`).length).toBeLessThan(255);
  expect(fileName('???', '')).toBe('chart');
});
