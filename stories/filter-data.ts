import type {
  Condition,
  Day,
  Filter,
  FilterSpec,
  FilterState,
  ListedField,
  Metrics,
  Selection,
} from '@zj/metrics';

/** A made-up row of a park: a month, an industry, its subfield, a zone that some have not filled in, and revenue. */
export interface Row {
  readonly month: string;
  readonly industry: string;
  readonly subfield: string;
  readonly zone: string | null;
  readonly revenue: number;
}

const industries: Readonly<Record<string, readonly string[]>> = {
  集成电路: ['芯片设计', '设备材料', '封装测试', '晶圆制造', '半导体材料'],
  生物医药: ['生物制药', '医疗器械', '细胞与基因', '化学制药', '诊断试剂'],
  人工智能: ['大模型', '智能机器人', '自动驾驶'],
  高端装备制造: ['数控机床', '航空零部件'],
  其他: ['商务服务'],
};
const zones = ['综合保税区', '北区', '南区', '张江科学城', null];

/** Numbers below one that look like chance, the same each time. */
function* chance(seed: number): Generator<number, never> {
  let at = seed;
  for (;;) {
    at = (at * 1103515245 + 12345) % 2147483648;
    yield at / 2147483648;
  }
}

/** So many made-up rows of 46 months up to October 2026. */
export function parkRows(count = 10_000): readonly Row[] {
  const numbers = chance(7);
  const next = (below: number): number => Math.floor(numbers.next().value * below);
  const names = Object.keys(industries);
  return Array.from({ length: count }, () => {
    const at = next(46);
    const industry = names[Math.min(next(7), names.length - 1)]!;
    const fields = industries[industry]!;
    return {
      month: `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
      industry,
      subfield: fields[next(fields.length)]!,
      zone: zones[next(zones.length)]!,
      revenue: 100 + at * 3 + next(60),
    };
  });
}

const fields: readonly ListedField[] = [
  {
    name: 'month',
    label: { zh: '月份', en: 'Month' },
    kind: 'period',
    column: 'month',
    type: 'DATE',
    grain: 'month',
  },
  {
    ...{
      name: 'industry',
      label: { zh: '产业', en: 'Industry' },
      kind: 'values',
      column: 'industry',
      type: 'VARCHAR',
    },
    words: Object.keys(industries).map((value) => ({ value, label: { zh: value, en: value } })),
  },
  {
    name: 'subfield',
    label: { zh: '细分领域', en: 'Subfield' },
    kind: 'values',
    column: 'subfield',
    type: 'VARCHAR',
  },
  {
    ...{ name: 'zone', label: { zh: '功能区', en: 'Zone' }, kind: 'values', column: 'zone', type: 'VARCHAR' },
    empty: 'blank',
  },
];

function meets(row: Row, condition: Condition): boolean {
  if ('or' in condition) return condition.or.some((one) => meets(row, one));
  if ('not' in condition) return isFilled(row, condition.not) && !meets(row, condition.not);
  const cell = row[condition.column as keyof Row];
  if ('null' in condition) return (cell === null) === condition.null;
  if (cell === null) return false;
  if ('in' in condition) return condition.in.includes(cell);
  if ('equals' in condition) return condition.equals === cell;
  if ('startsWith' in condition) return `${cell}`.startsWith(condition.startsWith);
  throw new Error(`The page's filter does not know ${JSON.stringify(condition)}.`);
}

function isFilled(row: Row, condition: Condition): boolean {
  if ('or' in condition) return condition.or.every((one) => isFilled(row, one));
  if ('not' in condition) return isFilled(row, condition.not);
  return row[condition.column as keyof Row] !== null;
}

function tests(condition: Condition, column: string): boolean {
  if ('or' in condition) return condition.or.some((one) => tests(one, column));
  return 'not' in condition ? tests(condition.not, column) : condition.column === column;
}

/** The data of a filter of a page. `answer` is awaited before each step. */
interface PageData {
  readonly rows?: readonly Row[];
  /** The last day that the rows can cover. */
  readonly through?: Day;
  readonly open?: () => Promise<void>;
  readonly answer?: () => Promise<void>;
}

/** A filter over rows in the page, without an engine. */
export function pageFilter(
  spec: FilterSpec,
  { rows, through, answer }: Required<Omit<PageData, 'open'>>,
): Filter {
  const asked = spec.fields.map((name) => fields.find((one) => one.name === name)!);
  const within = ({ month }: Row, { during }: Selection): boolean => {
    if (during === undefined) return true;
    if (typeof during === 'string') return month.startsWith(during);
    return 'start' in during && month >= during.start && month <= during.end;
  };
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  const valuesOf = ({ name, words }: ListedField): readonly (string | null)[] => {
    if (name === 'month') return months;
    if (words) return words.map(({ value }) => String(value));
    const found = [...new Set(rows.map((row) => row[name as 'zone']))];
    const texts = found.filter((one) => one !== null).sort();
    return found.length > texts.length ? [...texts, null] : texts;
  };
  const compute = (selection: Selection): FilterState => {
    const staying = (except?: ListedField): readonly Row[] =>
      rows.filter(
        (row) =>
          (except?.kind === 'period' || within(row, selection)) &&
          selection.where.every((one) => (except ? tests(one, except.column) : false) || meets(row, one)),
      );
    return {
      selection,
      rows: staying().length,
      allRows: rows.length,
      fields: asked.map((field) => {
        const own = staying(field);
        return {
          name: field.name,
          values: valuesOf(field).map((value) => {
            const mine = own.filter((row) => row[field.name as 'zone'] === value);
            const figure = mine.reduce((sum, { revenue }) => sum + revenue, 0);
            return { value, rows: mine.length, ...(spec.metric && { figure }) };
          }),
        };
      }),
    };
  };
  let state = compute({ where: [] });
  return {
    fields: asked,
    ...(spec.metric && {
      metric: {
        id: spec.metric,
        name: { zh: '营业收入', en: 'Revenue' },
        unit: { zh: '元', en: 'yuan', power: 8 },
      },
    }),
    reportedThrough: through,
    async select(selection) {
      await answer();
      state = compute({ where: [], ...selection });
      return state;
    },
    get state() {
      return state;
    },
    close: () => Promise.resolve(),
  };
}

/** Metrics of a page that only filter: rows in the page, no engine. */
export function filterMetrics({
  rows = parkRows(),
  open = () => Promise.resolve(),
  answer = () => Promise.resolve(),
  through = '2026-10-31',
}: PageData = {}): Pick<Metrics, 'query' | 'catalogue' | 'filter'> {
  const columns = [...fields.map(({ name, label, type }) => ({ name, label, type })), { name: 'revenue' }];
  const contract = { id: 'park', columns } as unknown as Metrics['catalogue']['datasets'][number]['contract'];
  return {
    query: () => Promise.reject(new Error('This page has no engine.')),
    catalogue: { metrics: [], datasets: [{ contract }] },
    async filter(spec) {
      await open();
      return pageFilter(spec, { rows, through, answer });
    },
  };
}
