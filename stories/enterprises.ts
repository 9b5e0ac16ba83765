import type { PageLists } from '@zj/widgets';

/** How many rows of made-up enterprises a story has, and which. */
export interface Enterprises {
  readonly count?: number;
  /** Names of forty letters. */
  readonly long?: boolean;
}

const fields = [
  ['集成电路', '芯片设计'],
  ['生物医药', '生物制药'],
  ['集成电路', '设备材料'],
  ['生物医药', '医疗器械'],
  ['集成电路', '封装测试'],
  ['人工智能', '智能驾驶'],
] as const;
const levels = ['高新技术企业', '创新型企业总部', '隐形冠军', null, '高新技术企业'] as const;
const states = ['provisional', 'final', 'final', 'revised', 'final', 'final', 'estimate', 'final'] as const;
const tail = '集成电路设计与先进封装测试产业创新发展示范联合体';

const columns: PageLists['columns'] = [
  { name: 'company', label: { zh: '企业', en: 'Company' }, type: 'VARCHAR', role: 'key' },
  { name: 'month', label: { zh: '月份', en: 'Month' }, type: 'DATE', role: 'time', grain: 'month' },
  { name: 'industry', label: { zh: '产业', en: 'Industry' }, type: 'VARCHAR', role: 'dimension' },
  { name: 'field', label: { zh: '细分领域', en: 'Field' }, type: 'VARCHAR', role: 'dimension' },
  { name: 'level', label: { zh: '企业等级', en: 'Level' }, type: 'VARCHAR', role: 'dimension' },
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
    unit: { zh: '%', en: '%' },
    format: { decimals: 1, sign: true },
  },
  { name: 'state', label: { zh: '数据状态', en: 'State' }, type: 'VARCHAR', role: 'state' },
];

/** Rows of made-up enterprises: the same for the same number. */
export function enterprises({ count = 260, long = false }: Enterprises = {}): PageLists {
  const rows = Array.from({ length: count }, (_, at) => {
    const chance = (at * 7919 + 13) % 9973;
    const [industry, field] = fields[chance % fields.length]!;
    const cents = `${chance % 100}`.padStart(2, '0');
    return [
      `示例企业 ${`${at + 1}`.padStart(4, '0')}${long ? tail : ''}`,
      `2026-${`${(at % 10) + 1}`.padStart(2, '0')}-01`,
      industry,
      field,
      levels[chance % levels.length]!,
      at === 7 ? '0.00' : chance % 17 === 0 ? null : `${Math.floor((chance * chance) / 1000)}.${cents}`,
      chance % 19 === 0 ? null : ((chance % 700) - 250) / 10,
      states[chance % states.length]!,
    ];
  });
  return {
    columns,
    rows,
    source: { zh: '区统计局', en: 'Bureau of Statistics' },
    reportedThrough: '2026-10-31',
    demo: true,
  };
}
