import { months } from './calendar.mjs';
import { allow, demoContract } from './dataset.mjs';
import { formatHundredths } from './hundredths.mjs';
import { industries, industryValues } from './industries.mjs';
import { seedRandom } from './random.mjs';
import { drawNoise } from './totals.mjs';

/** @import { DemoDataset, Order } from './dataset.mjs' */

/**
 * Loans and equity by month. The enterprise is confidential.
 *
 * @type {DemoDataset}
 */
export const scienceFinance = {
  id: 'science-finance',
  contract: (order) =>
    demoContract(order, {
      id: 'science-finance',
      name: { zh: '科技金融“投贷联动”', en: 'Science finance: loans and equity' },
      description: {
        zh: '科技企业每月获得的贷款和股权投资，一行一家企业一种方式一个月。示例数据，由程序生成，企业均为虚构。',
        en: 'Loans and equity that technology enterprises receive each month, one enterprise, instrument and month a row. Demo data made by a program: enterprises are fictitious.',
      },
      columns: [
        { name: 'month', label: { zh: '月份', en: 'Month' }, type: 'DATE', required: true },
        {
          name: 'enterprise',
          label: { zh: '企业', en: 'Enterprise' },
          type: 'VARCHAR',
          required: true,
          confidential: true,
        },
        {
          name: 'instrument',
          label: { zh: '融资方式', en: 'Instrument' },
          type: 'VARCHAR',
          required: true,
          values: [allow('loan', '贷款', 'Loan'), allow('equity', '股权投资', 'Equity')],
        },
        {
          name: 'industry',
          label: { zh: '产业', en: 'Industry' },
          type: 'VARCHAR',
          required: true,
          values: industryValues,
        },
        {
          name: 'amount',
          label: { zh: '金额', en: 'Amount' },
          type: 'DECIMAL(18,2)',
          required: true,
          unit: { zh: '元', en: 'yuan', power: 4 },
          minimum: 0,
        },
      ],
      key: ['month', 'enterprise', 'instrument'],
      time: { column: 'month', grain: 'month' },
      cube: { dimensions: ['instrument', 'industry'], measures: ['amount'] },
    }),
  lines: drawLines,
};

/**
 * Fewest enterprises of a month, and the usual amounts of the smallest and the largest in 万元: with {@link noise} none has
 * more than 82 % of a month's loans or equity, so both can be published in every month (METHODS §7).
 */
const loans = { enterprises: 14, least: 100, most: 2500 };
const equity = { enterprises: 8, least: 300, most: 4000 };

/** An amount is at most this share above or below the usual one. */
const noise = 0.4;

/** Each month's share of a usual month: banks lend at the beginning of a year and at the ends of quarters. */
const season = [1.2, 0.8, 1.1, 0.9, 0.9, 1.1, 0.9, 0.9, 1.1, 0.9, 1, 1.2];

/** Weights of industries among enterprises that are financed. */
const financed = [26, 38, 26, 7, 3];

/**
 * @param {Order} order
 * @returns {Generator<string>}
 */
function* drawLines({ seed, rows }) {
  yield 'month,enterprise,instrument,industry,amount';
  const random = seedRandom(seed, 'science-finance');
  const times = Math.min(Math.max(rows / 10_000, 1), 100);
  const [lent, invested] = [loans, equity].map(({ enterprises }) => Math.round(enterprises * times));
  const park = Array.from({ length: 4 * lent }, () => ({
    industry: industries[random.pick(financed)].value,
    rank: random.next(),
  }));
  for (const [month, day] of months.entries()) {
    const order = random.shuffle(park.length);
    const level = (0.8 + month / 100) * season[month % 12];
    // Half of those with new equity have a loan, too: 投贷联动.
    const first = Math.floor(invested / 2);
    const deals = [
      ...order.slice(0, invested).map((index) => ({ index, instrument: 'equity', size: equity })),
      ...order.slice(first, first + lent).map((index) => ({ index, instrument: 'loan', size: loans })),
    ];
    deals.sort((a, b) => a.index - b.index);
    for (const { index, instrument, size } of deals) {
      const { industry, rank } = park[index];
      const amount = Math.round(100 * level * usualAmount(size, rank) * drawNoise(random, noise));
      const name = `示例融资企业 ${String(index + 1).padStart(4, '0')}`;
      yield `${day},${name},${instrument},${industry},${formatHundredths(amount)}`;
    }
  }
}

/**
 * Few are large: 1 in x is larger than x times the least.
 *
 * @param {typeof loans} size
 * @param {number} rank From 0 up to, not including, 1.
 */
function usualAmount({ least, most }, rank) {
  return least / (1 - (1 - least / most) * rank);
}
