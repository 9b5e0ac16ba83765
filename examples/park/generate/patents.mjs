import { dayNumber, dayOf, drawDay, lastDay, years } from './calendar.mjs';
import { allow, defaultSeed, demoContract } from './dataset.mjs';
import { industries, industryValues } from './industries.mjs';
import { seedRandom } from './random.mjs';

/** @import { DemoDataset, Order } from './dataset.mjs' */
/** @import { Random } from './random.mjs' */

/**
 * Patent applications, with numbers that no office gives.
 *
 * @type {DemoDataset}
 */
export const patents = {
  id: 'patents',
  contract: (order) =>
    demoContract(order, {
      id: 'patents',
      name: { zh: '专利申请', en: 'Patent applications' },
      description: {
        zh: '园区申请人的专利申请登记，按申请日；状态截至数据日期。示例数据，由程序生成，申请号和申请人均为虚构。',
        en: 'Register of patent applications by applicants of the park, by filing date; the status is that of the last day covered. Demo data made by a program: numbers and applicants are fictitious.',
      },
      columns: [
        {
          name: 'application_number',
          label: { zh: '申请号', en: 'Application number' },
          type: 'VARCHAR',
          required: true,
        },
        { name: 'filed', label: { zh: '申请日', en: 'Filing date' }, type: 'DATE', required: true },
        { name: 'applicant', label: { zh: '申请人', en: 'Applicant' }, type: 'VARCHAR', required: true },
        {
          name: 'route',
          label: { zh: '申请途径', en: 'Route' },
          type: 'VARCHAR',
          required: true,
          values: [
            allow('PCT', 'PCT国际申请', 'PCT international application'),
            allow('domestic', '国内申请', 'Domestic application'),
            allow('other', '其他境外申请', 'Other application abroad'),
          ],
        },
        {
          name: 'kind',
          label: { zh: '专利类型', en: 'Kind' },
          type: 'VARCHAR',
          required: true,
          values: [
            allow('invention', '发明', 'Invention'),
            allow('utility-model', '实用新型', 'Utility model'),
            allow('design', '外观设计', 'Design'),
          ],
        },
        {
          name: 'ipc',
          label: {
            zh: '国际专利分类（外观设计为空）',
            en: 'International Patent Classification (none for designs)',
          },
          type: 'VARCHAR',
        },
        {
          name: 'industry',
          label: { zh: '产业', en: 'Industry' },
          type: 'VARCHAR',
          required: true,
          values: industryValues,
        },
        {
          name: 'status',
          label: { zh: '状态', en: 'Status' },
          type: 'VARCHAR',
          required: true,
          values: [
            allow('filed', '已受理', 'Filed'),
            allow('published', '已公开', 'Published'),
            allow('granted', '已授权', 'Granted'),
            allow('withdrawn', '已撤回', 'Withdrawn'),
          ],
        },
      ],
      key: ['application_number'],
      time: { column: 'filed', grain: 'day' },
    }),
  lines: drawLines,
};

const routes = /** @type {const} */ (['PCT', 'domestic', 'other']);
const kinds = /** @type {const} */ (['invention', 'utility-model', 'design']);

/** @typedef {typeof routes[number]} Route */
/** @typedef {typeof kinds[number]} Kind */

/**
 * How likely each of {@link kinds} is by route; only inventions go the way of the PCT.
 *
 * @type {Readonly<Record<Route, readonly number[]>>}
 */
const kindsByRoute = {
  PCT: [1, 0, 0],
  domestic: [55, 35, 10],
  other: [85, 0, 15],
};

/** How the domestic applications spread over {@link years}, in hundredths. */
const spread = [20, 24, 30, 26];

/** Weights of industries among applicants. */
const inventive = [26, 40, 20, 10, 4];

/** @param {Order} order */
function drawLines({ seed, rows }) {
  const random = seedRandom(seed, 'patents');
  const domestic = Math.min(Math.max(rows / 20, 60), 50_000);
  const applicants = Math.ceil(domestic / 5);
  const pct = countPct(seed, random);
  const register = years.flatMap((year, index) => {
    const atHome = Math.round((domestic * spread[index]) / 100);
    const counts = { PCT: pct[index], domestic: atHome, other: Math.ceil(atHome / 10) };
    return routes.flatMap((route) => {
      const days = Array.from({ length: counts[route] }, () => drawDay(random, year)).sort((a, b) => a - b);
      return days.map((day, earlier) => drawApplication(route, year, day, earlier + 1, applicants, random));
    });
  });
  register.sort((a, b) => (a.filed < b.filed || (a.filed === b.filed && a.line < b.line) ? -1 : 1));
  return [
    'application_number,filed,applicant,route,kind,ipc,industry,status',
    ...register.map(({ line }) => line),
  ];
}

/**
 * PCT applications of each of {@link years}; up to October 2026 from 66 to 76, the default seed in the middle.
 *
 * @param {number} seed
 * @param {Random} random
 */
function countPct(seed, random) {
  const around = (seed - defaultSeed) % 11;
  return [50, 64, 78].map((count) => count - 3 + random.below(7)).concat(66 + ((around + 16) % 11));
}

/**
 * @param {Route} route
 * @param {number} year
 * @param {number} day
 * @param {number} number
 * @param {number} applicants
 * @param {Random} random
 */
function drawApplication(route, year, day, number, applicants, random) {
  const filed = dayOf(day);
  // The square of a chance: some applicants file often, most seldom.
  const applicant = 1 + Math.floor(random.next() * random.next() * applicants);
  const kind = kinds[random.pick(kindsByRoute[route])];
  const { value: industry, ipc } = industries[random.pick(inventive)];
  const field = ipc[random.below(kind === 'utility-model' ? 2 : ipc.length)];
  const cells = [
    formatNumber(route, year, number),
    filed,
    `示例申请人 ${String(applicant).padStart(4, '0')}`,
    route,
    kind,
    kind === 'design' ? '' : field,
    industry,
    drawStatus(route, kind, lastDay - dayNumber(filed), random),
  ];
  return { filed, line: cells.join(',') };
}

/**
 * The letter D, for demo, stands in every number, where no office writes one.
 *
 * @param {Route} route
 * @param {number} year
 * @param {number} number
 */
function formatNumber(route, year, number) {
  if (route === 'PCT') return `PCT/CN${year}/D${String(number).padStart(5, '0')}`;
  return `${route === 'domestic' ? 'CN' : 'US'}${year}D${String(number).padStart(7, '0')}`;
}

/**
 * Inventions are published after 18 months and granted later, the others granted at once; a PCT application never is.
 *
 * @param {Route} route
 * @param {Kind} kind
 * @param {number} age
 * @param {Random} random
 */
function drawStatus(route, kind, age, random) {
  const withdrawn = random.next() < 0.04;
  const examined = age > (kind === 'invention' ? 750 : 200) + random.below(300);
  if (withdrawn) return 'withdrawn';
  if (route !== 'PCT' && examined) return 'granted';
  return kind === 'invention' && age > 548 ? 'published' : 'filed';
}
