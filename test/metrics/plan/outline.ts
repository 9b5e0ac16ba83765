import { join } from 'node:path';
import { rowsOf, type Row } from './record.js';

/** The national outline: its twenty main indicators, and the published figures that were found of them. */
export const outline = join(import.meta.dirname, '../../../examples/national-outline');

/** The figures of one indicator, in order of years; of all without one. */
export function figuresOf(indicator?: string): readonly Row[] {
  const rows = rowsOf(join(outline, 'data/published-figures.csv'));
  return indicator === undefined ? rows : rows.filter((row) => row.indicator === indicator);
}

/** How a target is written in the plan, beside the target itself. */
type Target =
  | number
  | null
  | { readonly bound: string; readonly target: number }
  | { readonly formula: Readonly<Record<string, number>> };

/** The twenty: the goal, the name that reports on the mid-term review give the indicator, its target, and its nature where a source says it. */
export const indicators: readonly (readonly [goal: string, name: string, target: Target, nature?: string])[] =
  [
    ['gdp-growth', '国内生产总值增长', null],
    ['labour-productivity', '全员劳动生产率增长', null],
    ['urbanization', '常住人口城镇化率', 65],
    ['research-spending', '全社会研发经费投入增长', { formula: { growth: 7, years: 5 } }],
    ['high-value-patents', '每万人口高价值发明专利拥有量', 12, 'expected'],
    ['digital-economy', '数字经济核心产业增加值占GDP比重', 10],
    ['disposable-income', '居民人均可支配收入增长', null],
    ['urban-unemployment', '城镇调查失业率', { bound: 'at-most', target: 5.5 }],
    ['schooling', '劳动年龄人口平均受教育年限', 11.3],
    ['physicians', '每千人口拥有执业（助理）医师数', 3.2],
    ['pension-coverage', '基本养老保险参保率', 95],
    ['nursery-places', '每千人口拥有3岁以下婴幼儿托位数', 4.5, 'expected'],
    ['life-expectancy', '人均预期寿命', { formula: { plus: 1 } }],
    ['energy-intensity', '单位GDP能源消耗降低', { formula: { percent: -13.5 } }, 'binding'],
    ['carbon-intensity', '单位GDP二氧化碳排放降低', { formula: { percent: -18 } }, 'binding'],
    ['good-air-days', '地级及以上城市空气质量优良天数比率', 87.5, 'binding'],
    ['good-surface-water', '地表水达到或好于Ⅲ类水体比例', 85, 'binding'],
    ['forest-cover', '森林覆盖率', 24.1, 'binding'],
    ['grain-capacity', '粮食综合生产能力', { bound: 'at-least', target: 6.5 }, 'binding'],
    ['energy-capacity', '能源综合生产能力', { bound: 'at-least', target: 46 }, 'binding'],
  ];
