import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hang, visit, type Exhibit, type State } from './gallery.js';
import { openHost, type Host } from './host.js';
import { readTree, type GaugeMeter } from './tree.js';

/** One page with every appearance, compact or not, in every state and both languages. */
let host: Host;
let page: Page;
const exhibits = hang();
beforeAll(async () => {
  host = await openHost();
  page = await visit(host, exhibits);
});
afterAll(() => host.close());

type Told = readonly [value: number, min: number, max: number, zh: string, en: string];

const atRisk: Told = [
  71,
  0,
  100,
  '71.0%，71件 / 目标100件',
  '71.0%, 71 applications of a target of 100 applications',
];
const onTrack: Told = [
  83.9,
  0,
  100,
  '83.9%，5,036亿元 / 目标6,000亿元',
  '83.9%, 503.6 billion yuan of a target of 600 billion yuan',
];
const tooEarly = '3.0%, 3 applications of a target of 100 applications';

/** The text of the meter in each state; other states have none. */
const told: Readonly<Record<string, Told>> = {
  'on track': onTrack,
  'at risk': atRisk,
  'off track, a count': [1, 0, 2, '1家 / 目标2家', '1 enterprise of a target of 2 enterprises'],
  'achieved, a count': [1, 0, 1, '1家 / 目标1家', '1 incubator of a target of 1 incubator'],
  'beyond the target': [
    118.7,
    0,
    119,
    '118.7%，7,123亿元 / 目标6,000亿元',
    '118.7%, 712.3 billion yuan of a target of 600 billion yuan',
  ],
  'below nothing': [
    -2,
    -2,
    100,
    '−2.0%，−120亿元 / 目标6,000亿元',
    '−2.0%, −12 billion yuan of a target of 600 billion yuan',
  ],
  missed: [96, 0, 100, '96.0%，96件 / 目标100件', '96.0%, 96 applications of a target of 100 applications'],
  'no data': [0, 0, 100, '目标100件', 'Target 100 applications'],
  'too early': [3, 0, 100, '3.0%，3件 / 目标100件', tooEarly],
  'no target': [0, 0, 100, '5,036亿元', '503.6 billion yuan'],
  'no baseline': [0, 0, 100, '504亿元 / 目标6,000亿元', '50.4 billion yuan of a target of 600 billion yuan'],
  stale: atRisk,
  provisional: onTrack,
  'none of two': [0, 0, 2, '0家 / 目标2家', '0 enterprises of a target of 2 enterprises'],
  'five of twelve': [5, 0, 12, '5家 / 目标12家', '5 enterprises of a target of 12 enterprises'],
  'five of two': [5, 0, 5, '5家 / 目标2家', '5 enterprises of a target of 2 enterprises'],
  'with all there is': onTrack,
  'a forecast beyond the target': onTrack,
  'a forecast without interval': atRisk,
  'a forecast far short': atRisk,
  'falling, as it should': [
    45,
    0,
    100,
    '45.0%，62千克标准煤 / 目标40千克标准煤',
    '45.0%, 62 kg of coal equivalent of a target of 40 kg of coal equivalent',
  ],
  'rising, where it should fall': [
    -37.5,
    -38,
    100,
    '−37.5%，95千克标准煤 / 目标40千克标准煤',
    '−37.5%, 95 kg of coal equivalent of a target of 40 kg of coal equivalent',
  ],
  'far beyond': [
    1520.6,
    0,
    1521,
    '1,520.6%，91,235亿元 / 目标6,000亿元',
    '1,520.6%, 9,123 billion yuan of a target of 600 billion yuan',
  ],
  'far below': [
    -520.6,
    -521,
    100,
    '−520.6%，−31,235亿元 / 目标6,000亿元',
    '−520.6%, −3,123 billion yuan of a target of 600 billion yuan',
  ],
  'extreme figures': [
    98.8,
    0,
    100,
    '98.8%，98,765,432,100万亿元 / 目标100,000,000,000万亿元',
    '98.8%, 98,765,432,100 trillion yuan of a target of 100,000,000,000 trillion yuan',
  ],
  'a long name': [
    83.9,
    0,
    100,
    '83.9%，5,036亿元等值人民币（按当年平均汇率折算） / 目标6,000亿元等值人民币（按当年平均汇率折算）',
    '83.9%, 503.6 billion yuan at the average rate of the year of a target of 600 billion yuan at the average rate of the year',
  ],
  // The ends of a ruler are those of the meter: they reach the figure.
  'a ceiling': [5.2, 4.8, 5.8, '5.2%，控制在5.5%以内', '5.2%, at most 5.5%'],
  'a floor': [6.8, 6, 7.2, '6.8亿吨，不低于6.5亿吨', '680 million tonnes, at least 650 million tonnes'],
  'a range': [5.7, 3.5, 6.5, '5.7%，4.5%至5.5%之间', '5.7%, between 4.5% and 5.5%'],
  'a limit of each year': [
    4,
    0,
    5,
    '4 / 5年守住，每年不超过30微克/立方米',
    '4 / 5 years kept, at most 30 µg/m³ each year',
  ],
  'a limit with a gap': [
    2,
    0,
    4,
    '2 / 4年守住，每年不超过30微克/立方米',
    '2 / 4 years kept, at most 30 µg/m³ each year',
  ],
  'a limit of months': [
    8,
    0,
    10,
    '8 / 10个月守住，每月不超过1,030微克/立方米',
    '8 / 10 months kept, at most 1,030 µg/m³ each month',
  ],
  'a mean': [5.23, 4.8, 5.8, '5.23%，平均控制在5.5%以内', '5.23%, at most 5.5% on average'],
  'a ceiling on a total': [
    620,
    0,
    1400,
    '620万吨标准煤，控制在900万吨标准煤以内',
    '6.2 million tonnes of coal equivalent, at most 9 million tonnes of coal equivalent',
  ],
  'a formula': [
    72.2,
    0,
    100,
    '72.2%，36.1千克标准煤 / 目标34.6千克标准煤',
    '72.2%, 36.1 kg of coal equivalent of a target of 34.6 kg of coal equivalent',
  ],
  loading: [0, 0, 100, '正在读取…', 'Loading…'],
  overtaken: atRisk,
};
/** The meter that stands for a state in a language. */
function meterOf({ name }: State, lang: Exhibit['lang']): readonly GaugeMeter[] {
  const state = told[name];
  if (!state) return [];
  const [value, min, max, zh, en] = state;
  const [label, text] = lang === 'en' ? ['Progress', en] : ['完成情况', zh];
  return [{ name: label, value, text, range: [min, max], children: 0 }];
}

/** Meters in an order of their own: Chromium lists its tree by depth. */
const inOrder = (meters: readonly GaugeMeter[]): readonly string[] =>
  meters.map((meter) => JSON.stringify(meter, ['name', 'value', 'text', 'range', 'children'])).sort();

/** How often a text is a piece of the tree that is read out. */
const count = (texts: readonly string[], wanted: RegExp): number =>
  texts.filter((text) => wanted.test(text)).length;
const among = (states: RegExp): number => exhibits.filter(({ name }) => states.test(name)).length;

/** Gives each gauge another verdict, or none. */
function give(verdicts: readonly (State['verdict'] | null)[]): Promise<void> {
  return page.evaluate(async (verdicts) => {
    const gauges = [...document.querySelectorAll('zj-goal-gauge')];
    gauges.forEach((gauge, at) => (gauge.verdict = verdicts[at] ?? null));
    await Promise.all(gauges.map((gauge) => gauge.updateComplete));
  }, verdicts);
}

test('every state but two kinds has its meter: what waits with words inside, and what failed without figures', () => {
  const without = exhibits.filter((exhibit) => !told[exhibit.name]).map(({ name }) => name);
  expect([...new Set(without)]).toEqual([
    'loading with words inside',
    'failed by an attribute',
    'failed by its file',
    'failed by its goal',
    'failed with words inside',
  ]);
});

test('name, value, range and value text of every gauge, most of them out of sight', async () => {
  const { meters } = await readTree(page);
  expect(inOrder(meters)).toEqual(inOrder(exhibits.flatMap((exhibit) => meterOf(exhibit, exhibit.lang))));
  const [height, window] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  expect(height).toBeGreaterThan(100 * window);
});

test('a figure with its caption around each; what is old, made up or failed is told beside it in words', async () => {
  const { named } = await readTree(page);
  const figures = named('figure');
  expect(figures).toHaveLength(exhibits.length - among(/^loading with/));
  expect(named('Figcaption')).toHaveLength(figures.length - among(/^failed with/));
  expect([...named('SvgRoot'), ...named('image')]).toEqual([]);
  const texts = named('StaticText');
  expect(count(texts, /^(数据可能已过期|May be out of date)$/)).toBe(
    among(/^(stale|overtaken|failed with words)/),
  );
  expect(count(texts, /^(示例数据|Demo data)$/)).toBe(among(/./) - among(/^(loading|failed)/));
  expect(count(texts, /value="twelve"/)).toBe(among(/by an attribute/));
  expect(count(texts, /nowhere\.json/)).toBe(among(/by its file|failed with words/));
  expect(count(texts, /pct-aplications/)).toBe(among(/by its goal/));
  expect(count(texts, /once\.json/)).toBe(among(/overtaken/));
  expect(count(named('button'), /^(重试|Try again)$/)).toBe(
    among(/by its file|by its goal|failed with words|overtaken/),
  );
});

test('other figures are told in place of the old ones', async () => {
  const shown = exhibits.filter(({ verdict }) => verdict);
  const next = (exhibit: Exhibit): Exhibit => shown[(shown.indexOf(exhibit) + 1) % shown.length]!;
  await give(exhibits.map((exhibit) => exhibit.verdict && next(exhibit).verdict));
  const { meters } = await readTree(page);
  expect(inOrder(meters)).toEqual(
    inOrder(exhibits.flatMap((exhibit) => meterOf(exhibit.verdict ? next(exhibit) : exhibit, exhibit.lang))),
  );
});

test('a gauge whose figures are taken away waits, and tells them again when they are back', async () => {
  const waits = { ...exhibits.find(({ name }) => name === 'loading')! };
  await give([]);
  const taken = (exhibit: Exhibit): State => (exhibit.verdict ? waits : exhibit);
  expect(inOrder((await readTree(page)).meters)).toEqual(
    inOrder(exhibits.flatMap((exhibit) => meterOf(taken(exhibit), exhibit.lang))),
  );
  await give(exhibits.map(({ verdict }) => verdict));
  expect(inOrder((await readTree(page)).meters)).toEqual(
    inOrder(exhibits.flatMap((exhibit) => meterOf(exhibit, exhibit.lang))),
  );
});
