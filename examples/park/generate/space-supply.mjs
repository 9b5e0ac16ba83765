import { months } from './calendar.mjs';
import { allow, demoContract } from './dataset.mjs';
import { formatHundredths } from './hundredths.mjs';
import { zones } from './industries.mjs';
import { seedRandom } from './random.mjs';

/** @import { DemoDataset, Order } from './dataset.mjs' */
/** @import { Random } from './random.mjs' */

/**
 * Spaces for industry at each month's end: a stock, which is not added over time.
 *
 * @type {DemoDataset}
 */
export const spaceSupply = {
  id: 'space-supply',
  contract: (order) =>
    demoContract(order, {
      id: 'space-supply',
      name: { zh: '物业空间供给', en: 'Space supply' },
      description: {
        zh: '园区GMP标准厂房、洁净室和配套商务办公楼在每月月末的面积和状态，一行一处空间一个月。示例数据，由程序生成，空间均为虚构。',
        en: 'Area and state of the park’s GMP-standard plants, clean rooms and supporting office buildings at the end of each month, one space and month a row. Demo data made by a program: spaces are fictitious.',
      },
      columns: [
        { name: 'month', label: { zh: '月份', en: 'Month' }, type: 'DATE', required: true },
        { name: 'space', label: { zh: '空间', en: 'Space' }, type: 'VARCHAR', required: true },
        { name: 'zone', label: { zh: '片区', en: 'Zone' }, type: 'VARCHAR', required: true, values: zones },
        {
          name: 'kind',
          label: { zh: '空间类型', en: 'Kind of space' },
          type: 'VARCHAR',
          required: true,
          values: kinds.map(({ value, label }) => ({ value, label })),
        },
        {
          name: 'state',
          label: { zh: '状态', en: 'State' },
          type: 'VARCHAR',
          required: true,
          values: [
            allow('under-construction', '在建', 'Under construction'),
            allow('available', '待入驻', 'Completed and available'),
            allow('occupied', '已入驻', 'Occupied'),
          ],
        },
        {
          name: 'area',
          label: { zh: '建筑面积', en: 'Floor area' },
          type: 'DECIMAL(12,2)',
          required: true,
          unit: { zh: '平方米', en: 'square metres', one: 'square metre' },
          minimum: 0,
        },
      ],
      key: ['month', 'space'],
      time: { column: 'month', grain: 'month' },
    }),
  lines: drawLines,
};

/**
 * The kinds of space that the plan names: the smallest and the largest in m², months of building, how likely each of
 * {@link zones} is, and of ten spaces how many.
 */
const kinds = [
  {
    ...allow('gmp-plant', 'GMP标准厂房', 'GMP-standard plant'),
    area: [3000, 24_000],
    building: [12, 20],
    zones: [5, 5, 50, 25, 15],
    spaces: 4,
  },
  {
    ...allow('clean-room', '洁净室', 'Clean room'),
    area: [400, 3000],
    building: [4, 9],
    zones: [10, 5, 40, 20, 25],
    spaces: 3,
  },
  {
    ...allow('office', '配套商务办公楼', 'Supporting office building'),
    area: [2000, 15_000],
    building: [14, 22],
    zones: [35, 35, 15, 10, 5],
    spaces: 3,
  },
];

/**
 * A space; its months are counted from the first of {@link months}, before it below 0.
 *
 * @typedef {object} Space
 * @property {string} before Its columns before the state, without the month.
 * @property {number} begun
 * @property {number} completed
 * @property {number} occupied
 * @property {string} area
 */

/**
 * @param {Order} order
 * @returns {Generator<string>}
 */
function* drawLines({ seed, rows }) {
  yield 'month,space,zone,kind,state,area';
  const random = seedRandom(seed, 'space-supply');
  const count = Math.min(Math.max(Math.round(rows / 400), 20), 2000);
  const spaces = Array.from({ length: count }, (_, index) => drawSpace(index, random));
  for (const [month, day] of months.entries()) {
    for (const { before, begun, completed, occupied, area } of spaces) {
      if (month < begun) continue;
      const state = month < completed ? 'under-construction' : month < occupied ? 'available' : 'occupied';
      yield `${day},${before},${state},${area}`;
    }
  }
}

/**
 * Two spaces of each kind were occupied before the first month; a quarter of the others were completed by then.
 *
 * @param {number} index
 * @param {Random} random
 * @returns {Space}
 */
function drawSpace(index, random) {
  const old = index < 2 * kinds.length;
  const kind = kinds[old ? index % kinds.length : random.pick(kinds.map(({ spaces }) => spaces))];
  const begun = old || random.below(4) === 0 ? -60 : random.below(months.length + 10) - 10;
  const completed = begun + between(kind.building, random);
  const vacant = begun < -10 ? random.below(70) : 2 + random.below(23);
  const area = 50 * between([kind.area[0] / 50, kind.area[1] / 50], random);
  const name = `示例空间 ${String(index + 1).padStart(4, '0')}`;
  return {
    before: `${name},${zones[random.pick(kind.zones)].value},${kind.value}`,
    begun,
    completed,
    occupied: old ? completed : completed + vacant,
    area: formatHundredths(100 * area + 25 * random.below(4)),
  };
}

/**
 * A whole number from the first to the second.
 *
 * @param {readonly number[]} bounds
 * @param {Random} random
 */
function between([least, most], random) {
  return least + random.below(most - least + 1);
}
