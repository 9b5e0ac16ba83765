import { months } from './calendar.mjs';
import { allow, demoContract } from './dataset.mjs';
import { seedRandom } from './random.mjs';

/** @import { DemoDataset, Order } from './dataset.mjs' */

/**
 * Service packages of key enterprises, by the month in which they were answered. The enterprise is confidential.
 *
 * @type {DemoDataset}
 */
export const servicePackages = {
  id: 'service-packages',
  contract: (order) =>
    demoContract(order, {
      id: 'service-packages',
      name: { zh: '重点企业“服务包”', en: 'Service packages of key enterprises' },
      description: {
        zh: '重点企业提出并已答复的“服务包”诉求，按答复月份，一行一件。示例数据，由程序生成，企业均为虚构。',
        en: 'Needs of key enterprises that were answered by a service package, by the month of the answer, one package a row. Demo data made by a program: enterprises are fictitious.',
      },
      columns: [
        { name: 'number', label: { zh: '编号', en: 'Number' }, type: 'VARCHAR', required: true },
        { name: 'month', label: { zh: '答复月份', en: 'Month of the answer' }, type: 'DATE', required: true },
        {
          name: 'enterprise',
          label: { zh: '企业', en: 'Enterprise' },
          type: 'VARCHAR',
          required: true,
          confidential: true,
        },
        {
          name: 'need',
          label: { zh: '需求类型', en: 'Need' },
          type: 'VARCHAR',
          required: true,
          values: needs.map(({ value, label }) => ({ value, label })),
        },
        {
          name: 'packages',
          label: { zh: '件数（每行1件）', en: 'Packages (1 a row)' },
          type: 'INTEGER',
          required: true,
          unit: { zh: '件', en: 'packages', one: 'package' },
          minimum: 1,
          maximum: 1,
        },
        {
          name: 'days',
          label: {
            zh: '答复用时（受理当日计为第1天）',
            en: 'Days to the answer (the day of the request is day 1)',
          },
          type: 'INTEGER',
          required: true,
          unit: { zh: '天', en: 'days', one: 'day' },
          minimum: 1,
        },
      ],
      key: ['number'],
      time: { column: 'month', grain: 'month' },
      cube: { dimensions: ['need'], measures: ['packages', 'days'] },
    }),
  lines: drawLines,
};

/** The needs that the plan names, and others: of a hundred packages how many, and the most days that an answer takes; the fewest are a sixth. */
const needs = [
  { ...allow('policy', '政策', 'Policy'), packages: 30, days: 10 },
  { ...allow('space', '空间', 'Space'), packages: 20, days: 36 },
  { ...allow('funds', '资金', 'Funds'), packages: 25, days: 24 },
  { ...allow('scenarios', '场景', 'Scenarios'), packages: 15, days: 42 },
  { ...allow('other', '其他', 'Other'), packages: 10, days: 14 },
];

/**
 * Fewest packages of a month, and fewest days of an answer. An enterprise has at most two packages in a month, so none has
 * more than 84 of 104 days, and every month can be published (METHODS §7).
 */
const fewest = { packages: 12, days: 2 };

/**
 * @param {Order} order
 * @returns {Generator<string>}
 */
function* drawLines({ seed, rows }) {
  yield 'number,month,enterprise,need,packages,days';
  const random = seedRandom(seed, 'service-packages');
  const usual = Math.min(rows / 400, 1000);
  let number = 0;
  for (const [month, day] of months.entries()) {
    const count = Math.max(Math.round(usual * (0.8 + month / 100 + random.next() / 5)), fewest.packages);
    const enterprises = random.shuffle(2 * count);
    // Answers become quicker: by a fifth over the whole time.
    const pace = 1 - month / (5 * months.length);
    for (let place = 0; place < count; place++) {
      const { value, days } = needs[random.pick(needs.map(({ packages }) => packages))];
      // One in six enterprises has a second package.
      const enterprise = nameEnterprise(enterprises[place % 7 === 6 ? place - 1 : place]);
      const least = Math.max(Math.ceil(days / 6), fewest.days);
      const taken = least + random.below(Math.floor((days - least) * pace) + 1);
      yield `F${String(++number).padStart(6, '0')},${day},${enterprise},${value},1,${taken}`;
    }
  }
}

/** @param {number} index */
function nameEnterprise(index) {
  return `示例重点企业 ${String(index + 1).padStart(4, '0')}`;
}
