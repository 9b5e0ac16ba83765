import type { RowSource } from '../../../packages/widgets/src/data-table/row-source.js';
import type { Condition, Rows, RowsColumn } from '@zj/metrics';

type Cells = readonly (string | null)[];

/** The columns of made-up enterprises. */
export const columns: readonly RowsColumn[] = [
  { name: 'company', label: { zh: '企业', en: 'Company' }, type: 'VARCHAR', role: 'key', additive: false },
  {
    name: 'month',
    label: { zh: '月份', en: 'Month' },
    type: 'DATE',
    role: 'time',
    grain: 'month',
    additive: false,
  },
  {
    name: 'industry',
    label: { zh: '产业', en: 'Industry' },
    type: 'VARCHAR',
    role: 'dimension',
    additive: false,
  },
  {
    name: 'field',
    label: { zh: '细分领域', en: 'Field' },
    type: 'VARCHAR',
    role: 'dimension',
    additive: false,
  },
  {
    name: 'level',
    label: { zh: '企业等级', en: 'Level' },
    type: 'VARCHAR',
    role: 'dimension',
    additive: false,
  },
  {
    name: 'revenue',
    label: { zh: '营业收入', en: 'Revenue' },
    type: 'DECIMAL(18,2)',
    role: 'figure',
    additive: true,
    unit: { zh: '元', en: 'yuan', power: 4 },
  },
  {
    name: 'change',
    label: { zh: '同比', en: 'Year over year' },
    type: 'DOUBLE',
    role: 'figure',
    additive: false,
    unit: { zh: '%', en: '%' },
    format: { sign: true },
  },
  { name: 'state', label: { zh: '数据状态', en: 'State' }, type: 'VARCHAR', role: 'state', additive: false },
];

const industries = ['集成电路', '生物医药', '人工智能'];
const fields = ['芯片设计', '生物制药', '设备材料', '医疗器械', '封装测试', '智能驾驶'];
const levels = ['高新技术企业', '创新型企业总部', '隐形冠军', null];
const states = ['final', 'final', 'provisional', 'final', 'revised', 'final', 'estimate'];

/** A row of made-up figures: the same for the same number. */
export function rowOf(at: number): Cells {
  const chance = (at * 7919 + 13) % 9973;
  return [
    `示例企业 ${`${at % 10_000}`.padStart(4, '0')}`,
    `2026-${`${(at % 10) + 1}`.padStart(2, '0')}-01`,
    industries[chance % 3]!,
    fields[chance % 6]!,
    levels[chance % 4]!,
    at === 3 ? '0.00' : chance % 11 === 0 ? null : `${chance * 9}.${`${chance % 100}`.padStart(2, '0')}`,
    chance % 13 === 0 ? null : `${(chance % 700) / 10 - 25}`.slice(0, 5),
    states[chance % 7]!,
  ];
}

/** Rows in the page, arranged as simply as can be: what a table asks of rows is held against it. */
export function sourceOf(count: number, cells: (at: number) => Cells = rowOf): RowSource {
  const all = Array.from({ length: count }, (_, at) => cells(at));
  return {
    async arrange({ where, search, orWhere = [], orderBy }) {
      await Promise.resolve();
      const place = (name: string): number => columns.findIndex((one) => one.name === name);
      const kept = all.filter(
        (row) =>
          where.every((one) => meets(row, one, place)) &&
          (search === '' ||
            orWhere.some((one) => meets(row, one, place)) ||
            row.some((cell) => cell?.toLowerCase().includes(search.toLowerCase()))),
      );
      const order = orderBy.map((one) => ({
        at: place(one.column),
        sign: one.direction === 'descending' ? -1 : 1,
      }));
      const sorted = kept
        .map((row, at) => ({ row, at }))
        .sort((a, b) => {
          for (const { at, sign } of order) {
            const by = compare(a.row[at] ?? null, b.row[at] ?? null, isFigure(at), sign);
            if (by !== 0) return by;
          }
          return a.at - b.at;
        })
        .map(({ row }) => row);
      return rowsOf(sorted, all.length);
    },
  };
}

function isFigure(at: number): boolean {
  return columns[at]!.role === 'figure';
}

function compare(a: string | null, b: string | null, isNumber: boolean, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const by = isNumber ? Number(a) - Number(b) : a < b ? -1 : Number(a > b);
  return by * sign;
}

function meets(row: Cells, condition: Condition, place: (name: string) => number): boolean {
  if ('or' in condition) return condition.or.some((one) => meets(row, one, place));
  if ('not' in condition) return !meets(row, condition.not, place);
  const cell = row[place(condition.column)] ?? null;
  if ('null' in condition) return (cell === null) === condition.null;
  if (cell === null) return false;
  if ('in' in condition) return condition.in.map(String).includes(cell);
  if ('contains' in condition) return cell.includes(condition.contains);
  if ('between' in condition) {
    const [low, high] = condition.between;
    return (low === null || Number(cell) >= Number(low)) && (high === null || Number(cell) <= Number(high));
  }
  throw new Error('not in this fixture');
}

function rowsOf(rows: readonly Cells[], allRows: number): Rows {
  const column = (at: number): readonly (string | null)[] => rows.map((row) => row[at] ?? null);
  return {
    ...{ columns, rowCount: rows.length, allRows, sql: 'SELECT …', completeness: [] },
    reportedThrough: '2026-10-31',
    source: { zh: '区统计局', en: 'Bureau of Statistics' },
    demo: true,
    async window(start, count) {
      await new Promise((resolve) => setTimeout(resolve));
      return {
        start,
        columns: columns.map((_, at) => column(at).slice(start, start + count)),
        means: columns.map(() => null),
      };
    },
    summarize: () =>
      Promise.resolve(
        columns.map(({ name, role, type }, at) => {
          const filled = column(at).filter((cell) => cell !== null);
          const values = new Map<string, number>();
          const numbers = filled.map(Number);
          const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)];
          if (role === 'figure') {
            const width = (greatest - least) / 10 || 1;
            const bins = Array.from({ length: 10 }, (_, bin) => ({
              from: `${least + bin * width}`,
              to: `${least + (bin + 1) * width}`,
              rows: numbers.filter((one) => Math.min(Math.floor((one - least) / width), 9) === bin).length,
            }));
            return {
              ...{ name, empty: rows.length - filled.length, distinct: new Set(filled).size, bins },
              ...{ least: filled.length ? `${least}` : null, greatest: filled.length ? `${greatest}` : null },
            };
          }
          for (const cell of filled) values.set(cell, (values.get(cell) ?? 0) + 1);
          const sorted = [...values.keys()].sort();
          const bins = [...values].map(([from, count]) => ({ from, rows: count }));
          if (type !== 'DATE') bins.sort((a, b) => b.rows - a.rows);
          return {
            ...{ name, empty: rows.length - filled.length, distinct: values.size, bins: bins.slice(0, 12) },
            ...{ least: sorted[0] ?? null, greatest: sorted[sorted.length - 1] ?? null },
          };
        }),
      ),
    totals: () =>
      Promise.resolve(
        columns.map(({ additive }, at) =>
          additive
            ? column(at)
                .reduce((sum, cell) => sum + Number(cell ?? 0), 0)
                .toFixed(2)
            : null,
        ),
      ),
    find: (text, { orWhere = [] } = {}) => {
      const place = (name: string): number => columns.findIndex((one) => one.name === name);
      const found = rows.flatMap((row, at) =>
        orWhere.some((one) => meets(row, one, place)) ||
        row.some((cell) => cell?.toLowerCase().includes(text.toLowerCase()))
          ? [at]
          : [],
      );
      return Promise.resolve({ count: found.length, rows: found.slice(0, 10_000) });
    },
    async *toCsv() {
      yield `${columns.map(({ label }) => label.zh).join(',')}\r\n`;
      for (let start = 0; start < rows.length; start += 500) {
        await Promise.resolve();
        yield rows
          .slice(start, start + 500)
          .map((row) => `${row.map((cell) => cell ?? '').join(',')}\r\n`)
          .join('');
      }
    },
    close: () => Promise.resolve(),
  };
}
