import { months } from './calendar.mjs';
import { allow, demoContract } from './dataset.mjs';
import { enterprisesByMonth } from './enterprises.mjs';
import { formatHundredths } from './hundredths.mjs';
import { industries, industryValues, zones } from './industries.mjs';
import { seedRandom } from './random.mjs';
import { drawNoise, drawTotals } from './totals.mjs';

/** @import { DemoDataset, Order } from './dataset.mjs' */
/** @import { Enterprise } from './enterprises.mjs' */
/** @import { Random } from './random.mjs' */

/**
 * Monthly returns: each month's total of an industry is shared among its enterprises, a few of them large.
 *
 * @type {DemoDataset}
 */
export const industryRevenue = {
  id: 'industry-revenue',
  contract: (order) =>
    demoContract(order, {
      id: 'industry-revenue',
      name: { zh: '产业营业收入', en: 'Industry revenue' },
      description: {
        zh: '园区企业每月申报的营业收入，每家企业归入一个主要产业。示例数据，由程序生成，不是真实企业的申报。',
        en: 'Operating revenue that the enterprises of the park return each month, each under one primary industry. Demo data made by a program, not the returns of real enterprises.',
      },
      columns: [
        { name: 'month', label: { zh: '月份', en: 'Month' }, type: 'DATE', required: true },
        {
          name: 'enterprise',
          label: { zh: '企业代码', en: 'Enterprise code' },
          type: 'VARCHAR',
          required: true,
          confidential: true,
        },
        {
          name: 'industry',
          label: { zh: '主要产业', en: 'Primary industry' },
          type: 'VARCHAR',
          required: true,
          values: industryValues,
        },
        {
          name: 'sub_industry',
          label: { zh: '细分产业', en: 'Sub-industry' },
          type: 'VARCHAR',
          required: true,
          values: industries.flatMap(({ parts }) => parts.map(({ value, label }) => ({ value, label }))),
        },
        { name: 'zone', label: { zh: '片区', en: 'Zone' }, type: 'VARCHAR', required: true, values: zones },
        {
          name: 'tier',
          label: { zh: '企业梯度', en: 'Enterprise tier' },
          type: 'VARCHAR',
          required: true,
          values: [
            allow('headquarters', '创新型企业总部', 'Innovative enterprise headquarters'),
            allow('champion-unicorn', '“隐形冠军”和“独角兽”企业', 'Hidden champions and unicorns'),
            allow('high-tech', '高新技术企业', 'High-tech enterprises'),
            allow('start-up', '创新创业企业', 'Innovation and start-up enterprises'),
          ],
        },
        {
          name: 'revenue',
          label: { zh: '营业收入', en: 'Operating revenue' },
          type: 'DECIMAL(18,2)',
          required: true,
          unit: { zh: '元', en: 'yuan', power: 4 },
          minimum: 0,
        },
      ],
      key: ['month', 'enterprise'],
      time: { column: 'month', grain: 'month' },
      cube: { dimensions: ['industry', 'sub_industry', 'zone'], measures: ['revenue'] },
    }),
  lines: drawLines,
};

/** No enterprise earns more of its industry's month than this, so that every month can be published (METHODS §7). */
const largestShare = 0.6;

/**
 * @param {Order} order
 * @returns {Generator<string>}
 */
function* drawLines({ seed, rows }) {
  yield 'month,enterprise,industry,sub_industry,zone,tier,revenue';
  const random = seedRandom(seed, 'industry-revenue');
  const totals = drawTotals(seed);
  let month = 0;
  for (const park of enterprisesByMonth(rows, random)) {
    const revenues = shareRevenue(park, totals[month], random);
    for (const [index, { code, columns }] of park.entries()) {
      yield `${months[month]},${code},${columns},${formatHundredths(revenues[index])}`;
    }
    month++;
  }
}

/**
 * Shares each industry's total among its enterprises, without a rest; all in hundredths of 万元.
 *
 * @param {readonly Enterprise[]} park
 * @param {readonly number[]} totals
 * @param {Random} random
 */
function shareRevenue(park, totals, random) {
  const weights = new Float64Array(park.length);
  const sums = totals.map(() => 0);
  const tops = totals.map(() => -1);
  for (const [index, { industry, size }] of park.entries()) {
    const weight = size * drawNoise(random, 0.35);
    weights[index] = weight;
    sums[industry] += weight;
    if (weight > (weights[tops[industry]] ?? 0)) tops[industry] = index;
  }
  for (const [industry, top] of tops.entries()) {
    const others = sums[industry] - weights[top];
    weights[top] = Math.min(weights[top], (others * largestShare) / (1 - largestShare));
    sums[industry] = others + weights[top];
  }

  // Rounding the running total, not each share, leaves no rest.
  const upTo = totals.map(() => 0);
  const shared = totals.map(() => 0);
  return weights.map((weight, index) => {
    const { industry } = park[index];
    upTo[industry] += weight;
    const before = shared[industry];
    shared[industry] = Math.round((upTo[industry] / sums[industry]) * totals[industry]);
    return shared[industry] - before;
  });
}
