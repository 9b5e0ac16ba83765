import type { Column, Contract } from '../../../packages/metrics/src/dataset/contract.js';

export const words = { zh: '试', en: 'test' };

export function column(name: string, rest: Partial<Column> = {}): Column {
  return { name, label: words, type: 'VARCHAR', ...rest };
}

/** Revenue by month and industry, as districts report it; columns by the words of their workbooks. */
export const revenue: Contract = {
  version: 1,
  id: 'revenue',
  name: words,
  description: words,
  file: 'revenue.xlsx',
  source: words,
  reportedThrough: '2026-10-31',
  columns: [
    column('month', { type: 'DATE', header: '月份' }),
    column('industry', { header: '行业' }),
    column('revenue', { type: 'DECIMAL(18,2)', header: '营业收入（万元）' }),
    column('staff', { type: 'INTEGER', header: '从业人员' }),
  ],
  key: ['month', 'industry'],
  time: { column: 'month', grain: 'month' },
};
