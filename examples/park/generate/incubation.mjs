import { dayOf, drawDay, firstDay, lastDay } from './calendar.mjs';
import { allow, demoContract } from './dataset.mjs';
import { industries, industryValues } from './industries.mjs';
import { seedRandom } from './random.mjs';

/** @import { DemoDataset, Order } from './dataset.mjs' */
/** @import { Random } from './random.mjs' */

/**
 * Incubators and their enterprises: one register of events.
 *
 * @type {DemoDataset}
 */
export const incubation = {
  id: 'incubation',
  contract: (order) =>
    demoContract(order, {
      id: 'incubation',
      name: { zh: '孵化培育事件', en: 'Incubation events' },
      description: {
        zh: '孵化器认定，以及企业入孵、毕业、认定、资格到期、设立总部和迁出的登记，一行一个事件。示例数据，由程序生成，企业和孵化器均为虚构。',
        en: 'Register of incubators recognised and of enterprises that enter, graduate, are recognised, lose a recognition, set up headquarters or leave, one event a row. Demo data made by a program: enterprises and incubators are fictitious.',
      },
      columns: [
        { name: 'id', label: { zh: '编号', en: 'Number' }, type: 'VARCHAR', required: true },
        { name: 'date', label: { zh: '日期', en: 'Date' }, type: 'DATE', required: true },
        {
          name: 'event',
          label: { zh: '事件', en: 'Event' },
          type: 'VARCHAR',
          required: true,
          values: [
            allow('entered', '入孵', 'Entered an incubator or the park'),
            allow('graduated', '毕业', 'Graduated'),
            allow('high-tech-recognised', '认定为高新技术企业', 'Recognised as a high-tech enterprise'),
            allow('hidden-champion-recognised', '认定为“隐形冠军”企业', 'Recognised as a hidden champion'),
            allow('unicorn-recognised', '认定为“独角兽”企业', 'Recognised as a unicorn'),
            allow('headquarters-set-up', '设立创新型企业总部', 'Set up headquarters'),
            allow(
              'high-tech-expired',
              '高新技术企业资格到期',
              'Recognition as a high-tech enterprise expired',
            ),
            allow('left', '迁出或注销', 'Left the park, or was dissolved'),
            allow('incubator-recognised', '孵化器获认定', 'Incubator recognised'),
          ],
        },
        {
          name: 'subject',
          label: { zh: '企业或孵化器', en: 'Enterprise or incubator' },
          type: 'VARCHAR',
          required: true,
        },
        {
          name: 'level',
          label: { zh: '孵化器级别', en: 'Level of the incubator' },
          type: 'VARCHAR',
          values: [
            allow('national', '国家级', 'National'),
            allow('municipal', '市级', 'Municipal'),
            allow('district', '区级', 'District'),
            allow('high-quality', '高质量孵化器', 'High-quality'),
          ],
        },
        { name: 'incubator', label: { zh: '所在孵化器', en: 'Incubator' }, type: 'VARCHAR' },
        {
          name: 'industry',
          label: { zh: '产业', en: 'Industry' },
          type: 'VARCHAR',
          required: true,
          values: industryValues,
        },
      ],
      key: ['id'],
      time: { column: 'date', grain: 'day' },
    }),
  lines: drawLines,
};

/**
 * @typedef {object} Event
 * @property {number} day
 * @property {string} event
 * @property {string} subject
 * @property {string} [level]
 * @property {string} [incubator]
 * @property {string} industry
 */

/**
 * Year, level and number of each incubator recognised: since 2025 exactly one of high quality, in 2026.
 *
 * @type {readonly (readonly [year: number, level: string, incubator: number])[]}
 */
const recognitions = [
  [2023, 'district', 1],
  [2023, 'municipal', 2],
  [2023, 'district', 3],
  [2023, 'district', 4],
  [2024, 'national', 2],
  [2024, 'high-quality', 1],
  [2024, 'municipal', 5],
  [2025, 'district', 6],
  [2025, 'municipal', 3],
  [2026, 'high-quality', 2],
  [2026, 'district', 7],
];
const incubators = 7;

/**
 * Recognitions of mature enterprises of the park before 2025, and the headquarters set up.
 *
 * @type {readonly (readonly [year: number, event: string])[]}
 */
const milestones = [
  [2023, 'hidden-champion-recognised'],
  [2024, 'unicorn-recognised'],
  [2024, 'hidden-champion-recognised'],
  [2023, 'headquarters-set-up'],
  [2024, 'headquarters-set-up'],
  [2025, 'headquarters-set-up'],
];

/** How incubated enterprises spread over the industries, and over the years from 2021 when they enter. */
const founders = [20, 38, 30, 8, 4];
const arrivals = [12, 14, 16, 18, 21, 19];

/** @param {Order} order */
function drawLines({ seed, rows }) {
  const random = seedRandom(seed, 'incubation');
  const incubated = Math.min(Math.max(Math.round(rows / 32), 80), 20_000);
  // The one hidden champion or unicorn since 2025.
  const year = 2025 + random.below(2);
  const latest = random.below(2) === 0 ? 'hidden-champion-recognised' : 'unicorn-recognised';
  /** @type {typeof milestones} */
  const mature = [...milestones, [year, latest]];
  /** @type {Event[]} */
  const events = [
    ...recognitions.map(([year, level, number]) => ({
      day: drawDay(random, year),
      event: 'incubator-recognised',
      subject: nameIncubator(number),
      level,
      industry: industries[number % 3].value,
    })),
    ...mature.map(([year, event], index) => ({
      day: drawDay(random, year),
      event,
      subject: nameEnterprise(index + 1),
      industry: industries[random.pick(founders)].value,
    })),
  ];
  for (let number = 1; number <= incubated; number++) {
    events.push(...drawCareer(nameEnterprise(mature.length + number), random));
  }
  events.push(...drawLadder(events, seedRandom(seed, 'incubation ladder')));
  events.sort((a, b) => a.day - b.day);
  return ['id,date,event,subject,level,incubator,industry', ...events.map(formatEvent)];
}

/**
 * An enterprise enters, mostly into an incubator; some graduate, some are recognised, as far as the register's time covers it.
 *
 * @param {string} subject
 * @param {Random} random
 */
function drawCareer(subject, random) {
  const industry = industries[random.pick(founders)].value;
  const entered = drawDay(random, 2021 + random.pick(arrivals));
  const housed = random.next() < 0.9;
  const home = nameIncubator(1 + random.below(incubators));
  const graduated = entered + 365 + random.below(730);
  const recognised = entered + 200 + random.below(700);
  const [graduates, excels] = [random.next() < 0.5, random.next() < 0.3];
  const place = housed ? { incubator: home } : {};
  /** @type {Event[]} */
  const career = [{ day: entered, event: 'entered', subject, industry, ...place }];
  if (housed && graduates) career.push({ day: graduated, event: 'graduated', subject, industry, ...place });
  if (excels) career.push({ day: recognised, event: 'high-tech-recognised', subject, industry });
  return career.filter(({ day }) => day >= firstDay && day <= lastDay);
}

/** A recognition as a high-tech enterprise is valid for three years. */
const valid = 3 * 365;

/**
 * What leads enterprises up and down the ladder beside their own careers: champions were high-tech enterprises before, the first of them
 * sets up headquarters, recognitions expire and most are renewed on the same day, and some enterprises leave.
 *
 * @param {readonly Event[]} events
 * @param {Random} random
 * @returns {Event[]}
 */
function drawLadder(events, random) {
  /** @type {Event[]} */
  const more = [];
  /** @type {Map<string, Event[]>} */
  const careers = new Map();
  for (const event of events) {
    if (event.event === 'incubator-recognised') continue;
    careers.set(event.subject, [...(careers.get(event.subject) ?? []), event]);
  }
  for (const [subject, career] of careers) {
    const { industry } = career[0];
    /** @param {number} day @param {string} event */
    const add = (day, event) => {
      if (day < firstDay || day > lastDay) return;
      career.push({ day, event, subject, industry });
      more.push({ day, event, subject, industry });
    };
    const top = career.find(({ event }) => /^(hidden-champion|unicorn)-recognised$/.test(event));
    if (top) add(top.day - 60 - random.below(200), 'high-tech-recognised');
    if (subject === nameEnterprise(1)) add(drawDay(random, 2026), 'headquarters-set-up');
    const recognised = career.find(({ event }) => event === 'high-tech-recognised');
    const [renews, leaves] = [random.next() < 0.7, random.next() < 0.1];
    if (recognised) {
      add(recognised.day + valid, 'high-tech-expired');
      if (renews) add(recognised.day + valid, 'high-tech-recognised');
    }
    const last = Math.max(...career.map(({ day }) => day));
    const stays = 120 + random.below(600);
    if (leaves && !top) add(last + stays, 'left');
  }
  return more;
}

/**
 * @param {Event} event
 * @param {number} index
 */
function formatEvent({ day, event, subject, level = '', incubator = '', industry }, index) {
  const id = `I${String(index + 1).padStart(6, '0')}`;
  return [id, dayOf(day), event, subject, level, incubator, industry].join(',');
}

/** @param {number} number */
function nameEnterprise(number) {
  return `示例企业 ${String(number).padStart(4, '0')}`;
}

/** @param {number} number */
function nameIncubator(number) {
  return `示例孵化器 ${String(number).padStart(2, '0')}`;
}
