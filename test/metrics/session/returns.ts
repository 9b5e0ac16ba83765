import type { Contract, Metric } from '@zj/metrics';
import { tableOf } from './own.js';
import type { TextTable } from '../../../packages/metrics/src/dataset/text-table.js';

const words = (en: string) => ({ zh: en, en });

/** Enough rows, in few cells, for a filter to compute sums. */
export const returnRows = 12_000;

/** Returns by month: a zone in an order of its own, whether it was granted, a grade, a fee and a weight; any may be empty. */
export const returns: Contract = {
  ...{ version: 1, id: 'returns', name: words('Returns'), description: words('Returns by month') },
  ...{ file: 'returns.csv', source: words('Nobody'), reportedThrough: '2026-12-31' },
  columns: [
    { name: 'number', label: words('Number'), type: 'INTEGER', required: true },
    { name: 'month', label: words('Month'), type: 'DATE' },
    {
      ...{ name: 'zone', label: words('Zone'), type: 'VARCHAR' },
      values: ['west', 'north', 'east', 'south'].map((value) => ({ value, label: words(value) })),
    },
    { name: 'granted', label: words('Granted'), type: 'BOOLEAN' },
    { name: 'grade', label: words('Grade'), type: 'INTEGER' },
    { name: 'fee', label: words('Fee'), type: 'DECIMAL(9,2)' },
    { name: 'weight', label: words('Weight'), type: 'DOUBLE' },
  ],
  ...{ key: ['number'], time: { column: 'month', grain: 'month' } },
};

const metric = (id: string, measure: Metric['measure'], more: Partial<Metric> = {}): Metric => ({
  ...{ id, name: words(id), description: words(id), dataset: 'returns', measure, unit: words('units') },
  ...more,
});

/** Exact sums and counts, and measures that follow from no sums. */
export const returnMetrics: readonly Metric[] = [
  metric('fees', { sum: 'fee' }),
  metric('granted-fees', { sum: 'fee' }, { where: [{ column: 'granted', equals: true }] }),
  metric('counted', { count: 'rows' }),
  metric('grades', { countDistinct: 'grade' }),
  metric('middle', { median: 'fee' }),
  metric('weights', { sum: 'weight' }),
];

/** The rows: of March 2025 and of the south after 2025 there are none. */
export function returnTable(count = returnRows): TextTable {
  const lines = ['number,month,zone,granted,grade,fee,weight'];
  let state = 7;
  const below = (most: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const or = (value: string): string => (below(9) === 0 ? '' : value);
  for (let i = 0; i < count; i++) {
    const at = below(24);
    const [year, month] = [2025 + Math.floor(at / 12), (at % 12) + 1];
    if (at === 2) continue;
    const zone = ['west', 'north', 'east', 'south'][below(year === 2026 ? 3 : 4)]!;
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    const cells = [
      or(zone),
      or(String(below(2) === 0)),
      or(String(below(5) * 5)),
      or((below(90_000) / 100).toFixed(2)),
    ];
    lines.push([i, day, ...cells, or(String(below(1000) / 7))].join(','));
  }
  return tableOf(lines, 'returns.csv');
}
