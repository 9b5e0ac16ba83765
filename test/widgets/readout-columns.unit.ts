import { expect, test } from 'vitest';
import { layReadout } from '../../packages/widgets/src/trend-chart/readout-tree.js';
import type { Cell, Readout } from '../../packages/widgets/src/trend-chart/readout.js';

const cell = (unit: string): Cell => ({ kind: 'value', label: 'Figure', figure: '50.22', unit, note: '' });
const readout = (...units: readonly string[]): Readout => ({ cells: units.map(cell), spoken: '' });
const columnsOf = (shown: Readout, width: number): number =>
  layReadout(() => shown, 1, { width, em: 24, small: 24 }).columns;

test('a readout has as many columns as its cells have room', () => {
  const short = readout('', '%', '%', '%', '%');
  expect([400, 720, 850, 1280].map((width) => columnsOf(short, width))).toEqual([1, 3, 4, 5]);
});

test('a long unit makes the columns fewer and wider', () => {
  const long = readout('', ...Array<string>(4).fill('kg of coal equivalent'));
  expect([400, 720, 850, 1280].map((width) => columnsOf(long, width))).toEqual([1, 2, 3, 4]);
});

test('a unit that no column is wide enough for leaves two of them', () => {
  const endless = readout('', 'standard cubic metres of natural gas per person and year');
  expect(columnsOf(endless, 850)).toBe(2);
});

test('a readout without cells has a column nevertheless', () => {
  expect(columnsOf(readout(), 850)).toBe(1);
});
