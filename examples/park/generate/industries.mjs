import { allow } from './dataset.mjs';

/** @import { ColumnValue } from '@zj/metrics' */

/**
 * How an industry of the demo park stands and moves.
 *
 * @typedef {object} OfIndustry
 * @property {boolean} leading
 * @property {number} revenue Revenue from January to October 2026 in 亿元, before chance.
 * @property {number} growth From one year to the next.
 * @property {readonly number[]} season Each month's share of a year, in thousandths, before the Spring Festival's dip.
 * @property {number} enterprises Of a thousand enterprises, how many.
 * @property {readonly Part[]} parts
 * @property {readonly number[]} zones How likely each of {@link zones} is.
 * @property {readonly string[]} ipc Classes of the International Patent Classification; the first two are of devices, as
 *   utility models must be.
 *
 * @typedef {ColumnValue & OfIndustry} Industry
 */

/**
 * A sub-industry; of a hundred enterprises of the industry, how many.
 *
 * @typedef {ColumnValue & { readonly enterprises: number }} Part
 */

/**
 * Places of the plan, by short names.
 *
 * @type {readonly ColumnValue[]}
 */
export const zones = [
  allow('综合保税区', '外高桥港综合保税区', 'Waigaoqiao Port Comprehensive Bonded Zone'),
  allow('智造服务园', '外高桥国际智能制造服务产业园', 'Waigaoqiao Intelligent Manufacturing Service Park'),
  allow('生物医药园', '外高桥生物医药产业园', 'Waigaoqiao Biomedical Industrial Park'),
  allow('医械基地', '国际医疗器械智造基地', 'International Medical-Device Manufacturing Base'),
  allow('细胞基因区', '细胞与基因治疗跨境研发生产先行区', 'Cell and Gene Therapy Pioneer Zone'),
];

/**
 * The industries; quarters and years end high.
 *
 * @type {readonly Industry[]}
 */
export const industries = [
  {
    ...allow('集成电路', '集成电路', 'Integrated circuits'),
    leading: true,
    revenue: 1920,
    growth: 0.09,
    season: [80, 75, 85, 79, 81, 88, 81, 82, 91, 85, 86, 98],
    enterprises: 220,
    parts: [
      { ...allow('芯片设计', '芯片设计', 'Chip design'), enterprises: 45 },
      { ...allow('晶圆制造', '晶圆制造', 'Wafer fabrication'), enterprises: 15 },
      { ...allow('封装测试', '封装测试', 'Packaging and testing'), enterprises: 20 },
      { ...allow('设备材料', '半导体设备与材料', 'Semiconductor equipment and materials'), enterprises: 20 },
    ],
    zones: [45, 40, 5, 7, 3],
    ipc: ['H01L', 'G01R', 'H03K', 'G11C', 'G06F'],
  },
  {
    ...allow('生物医药', '生物医药', 'Biomedicine'),
    leading: true,
    revenue: 2398,
    growth: 0.12,
    season: [82, 77, 84, 80, 82, 86, 82, 83, 90, 85, 85, 95],
    enterprises: 300,
    parts: [
      { ...allow('生物制药', '生物制药', 'Biopharmaceuticals'), enterprises: 42 },
      { ...allow('医疗器械', '医疗器械', 'Medical devices'), enterprises: 35 },
      { ...allow('细胞与基因', '细胞与基因治疗', 'Cell and gene therapy'), enterprises: 23 },
    ],
    zones: [12, 4, 42, 24, 18],
    ipc: ['A61B', 'A61M', 'A61K', 'A61P', 'C12N', 'C07K'],
  },
  {
    ...allow('人工智能', '人工智能', 'Artificial intelligence'),
    leading: true,
    revenue: 718,
    growth: 0.22,
    season: [75, 71, 84, 76, 79, 90, 78, 80, 93, 82, 88, 115],
    enterprises: 190,
    parts: [
      { ...allow('智能软件', '智能软件', 'Intelligent software'), enterprises: 50 },
      { ...allow('智能机器人', '智能机器人', 'Intelligent robots'), enterprises: 20 },
      { ...allow('智能驾驶', '智能驾驶', 'Autonomous driving'), enterprises: 30 },
    ],
    zones: [35, 50, 5, 7, 3],
    ipc: ['B25J', 'G05D', 'G06N', 'G06V', 'G06T', 'G10L'],
  },
  {
    ...allow('高端装备制造', '高端装备制造', 'High-end equipment manufacturing'),
    leading: false,
    revenue: 388,
    growth: -0.03,
    season: [76, 68, 88, 78, 80, 92, 76, 80, 94, 80, 90, 108],
    enterprises: 130,
    parts: [
      { ...allow('智能装备', '智能制造装备', 'Intelligent manufacturing equipment'), enterprises: 50 },
      { ...allow('航空装备', '航空航天装备', 'Aerospace equipment'), enterprises: 20 },
      { ...allow('海工装备', '海洋工程装备', 'Marine engineering equipment'), enterprises: 30 },
    ],
    zones: [28, 62, 1, 8, 1],
    ipc: ['F16H', 'B23Q', 'B23K', 'G05B', 'B63B'],
  },
  {
    ...allow('其他', '其他', 'Other'),
    leading: false,
    revenue: 620,
    growth: 0.04,
    season: [84, 78, 84, 80, 82, 85, 82, 83, 87, 86, 90, 85],
    enterprises: 160,
    parts: [
      { ...allow('国际贸易', '国际贸易', 'International trade'), enterprises: 45 },
      { ...allow('现代物流', '现代物流', 'Modern logistics'), enterprises: 35 },
      { ...allow('专业服务', '专业服务', 'Professional services'), enterprises: 20 },
    ],
    zones: [70, 14, 8, 5, 3],
    ipc: ['B65G', 'B65D', 'G06Q', 'H04L'],
  },
];

/**
 * The industries as the allowed values of a column.
 *
 * @type {readonly ColumnValue[]}
 */
export const industryValues = industries.map(({ value, label }) => ({ value, label }));
