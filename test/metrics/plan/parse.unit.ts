import { formatProblem, parsePlan, type Thresholds } from '@zj/metrics';
import { expect, test } from 'vitest';
import { defaultThresholds } from '../../../packages/metrics/src/goal/thresholds.js';
import { edit, readExample } from '../example.js';

const json = readExample('plan.json');
const [revenue, , unicorns] = ['goals.0', 'goals.1', 'goals.2'];

/** Codes and places of all problems of a changed plan. */
function problemsOf(...changes: readonly (readonly [path: string, value: unknown])[]): readonly string[] {
  const changed = changes.reduce((plan, [path, value]) => edit(plan, path, value), json);
  return parsePlan(changed).problems.map(({ code, where }) => `${code} ${where}`);
}

/** A level from 2025 to 2026 with a baseline, in place of the first goal's total. */
const level = (...more: readonly (readonly [path: string, value: unknown])[]) =>
  problemsOf(
    [`${revenue}.accumulate`, 'level'],
    [`${revenue}.period`, { start: '2025-01-01', end: '2026-12-31' }],
    ...more.map(([key, value]) => [`${revenue}.${key}`, value] as const),
  );

test('a right plan is given back as it is, without problems', () => {
  const { plan, problems } = parsePlan(json, { file: 'plan.json' });
  if (!plan) throw new Error(problems.map(formatProblem).join('\n'));
  expect(problems).toEqual([]);
  expect(plan).toEqual(json);
});

test('all problems come at once, each with file, place, what is wrong and what to do', () => {
  const broken = [
    ['goals.0.targt', 6000],
    ['goals.0.period', undefined],
    ['goals.1.period.start', '2026-02-30'],
    ['goals.2.qualifier.binding', 'frm'],
    ['areas', {}],
  ] as const;
  const changed = broken.reduce<unknown>((plan, [path, value]) => edit(plan, path, value), json);
  const { plan, problems } = parsePlan(changed, { file: 'plan.json' });
  expect(plan).toBeUndefined();
  expect(problems.map(formatProblem)).toEqual([
    'plan.json $.goals[0]: "period" is missing. Add "period": an object. Write it in braces: { … }.',
    'plan.json $.goals[0].targt: "targt" is not a key of Goal. Did you mean "target"?',
    'plan.json $.goals[1].period.start: This must be a day of the calendar, but is "2026-02-30". Write year, month and day, such as 2026-10-31.',
    'plan.json $.goals[2].qualifier.binding: This must be one of firm, aspirational, but is "frm". Did you mean "firm"?',
    'plan.json $.areas: This must be a list, but is an object. Write it in brackets: [ … ].',
  ]);
});

test('every unknown key of an object is named, not only the first', () => {
  expect(problemsOf(['goals.0.hodl', true], ['goals.0.note', 'x'])).toEqual([
    'unknown-key $.goals[0].hodl',
    'unknown-key $.goals[0].note',
  ]);
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '0000-01-01',
  '2026-1-1',
  '20261031',
  20261031,
])('%s is no day of the calendar', (day) => {
  expect(problemsOf([`${revenue}.period.start`, day])).toHaveLength(1);
});

test('29 February is a day in a leap year only', () => {
  const begins = (start: string) => problemsOf([`${revenue}.period.start`, start]).length;
  expect(['2024-02-29', '2000-02-29'].map(begins)).toEqual([0, 0]);
  expect(['2025-02-29', '1900-02-29'].map(begins)).toEqual([1, 1]);
});

test.each([
  ['a number too large to hold', `${revenue}.target`, Number.POSITIVE_INFINITY],
  ['a number in quotes', `${revenue}.target`, '6000'],
  ['an id with a capital', `${revenue}.id`, 'Revenue'],
  ['an empty text', `${revenue}.name.en`, '  '],
  ['a text in no language', `${revenue}.name`, {}],
  ['a list where an object belongs', `${revenue}.thresholds`, []],
  ['a power that is no whole number', `${revenue}.unit.power`, 0.5],
  ['a share above 1', `${revenue}.thresholds`, { tooEarly: 1.5 }],
  ['a version of the future', 'version', 2],
])('%s is refused', (_, path, value) => {
  expect(problemsOf([path, value])).toHaveLength(1);
});

test.each([
  ['its plural beside it', { zh: '家', en: 'enterprises', one: 'enterprise' }, []],
  ['its plural alone beside it', { en: 'enterprises', one: 'enterprise' }, []],
  ['no plural', { zh: '家', one: 'enterprise' }, ['wrong-value $.goals[0].unit']],
  ['no other word', { one: 'enterprise' }, ['wrong-value $.goals[0].unit']],
  ['no letter', { en: 'enterprises', one: ' ' }, ['wrong-value $.goals[0].unit.one']],
  ['a number in place of words', { en: 'enterprises', one: 1 }, ['wrong-type $.goals[0].unit.one']],
  ['null in place of words', { en: 'enterprises', one: null }, ['wrong-type $.goals[0].unit.one']],
  ['a misspelt key', { en: 'enterprises', ones: 'enterprise' }, ['unknown-key $.goals[0].unit.ones']],
])('a unit’s singular with %s', (_, unit, problems) => {
  // The first goal has a metric of its own, which plays no part here.
  expect(problemsOf([`${revenue}.unit`, unit])).toEqual(problems);
});

test('a goal may be without a figure', () => {
  expect(problemsOf([`${revenue}.target`, null])).toEqual([]);
});

test('a clause may be from a document of its own, and a plan of several documents has no number', () => {
  const title = { zh: '方案', en: 'A scheme' };
  const document = { title, number: '沪府办规〔2023〕16号', url: 'https://stcsm.sh.gov.cn/zwgk/' };
  const number: readonly [string, unknown] = ['document.number', undefined];
  expect(problemsOf(number, [`${revenue}.clause.document`, document])).toEqual([]);
  expect(problemsOf([`${revenue}.clause.document`, { title }])).toEqual([]);
  for (const url of ['javascript:alert(1)', 'stcsm.sh.gov.cn', 'https://a b', 'https://a"onclick=']) {
    expect(problemsOf([`${revenue}.clause.document`, { title, url }])).toEqual([
      'wrong-value $.goals[0].clause.document.url',
    ]);
  }
});

test('ids are unique, and names lead to what they name', () => {
  expect(
    problemsOf(
      ['goals.1.id', 'leading-industries-revenue'],
      ['themes.1.id', 'reform'],
      ['areas.1.id', 'A1'],
      ['ladder.tiers.0.id', 'start-up'],
      ['ladder.tiers.1.goal', 'unicorn'],
      ['platforms.1.id', 'smart-gov'],
      ['platforms.0.task', 'A9.1'],
      ['goals.0.theme', 'industri'],
    ),
  ).toEqual([
    'duplicate $.goals[1].id',
    'duplicate $.themes[1].id',
    'duplicate $.areas[1].id',
    'duplicate $.ladder.tiers[3].id',
    'duplicate $.platforms[2].id',
    'unknown-theme $.goals[0].theme',
    'unknown-theme $.goals[2].theme',
    'unknown-theme $.goals[3].theme',
    'wrong-area $.areas[1].tasks[0].id',
    'wrong-area $.areas[1].tasks[1].id',
    'wrong-area $.areas[1].tasks[2].id',
    'unknown-goal $.ladder.tiers[1].goal',
    'unknown-task $.platforms[0].task',
  ]);
});

test('a period begins before it ends, or on the same day', () => {
  const day = (start: string) => problemsOf([`${revenue}.period`, { start, end: '2026-12-31' }]);
  expect(day('2026-12-31')).toEqual([]);
  expect(day('2027-01-01')).toEqual(['period $.goals[0].period']);
  expect(problemsOf(['document.period.end', '2024-12-31'])).toEqual(['period $.document.period']);
});

test('only a level may decrease, have a baseline or be held', () => {
  const baseline = { value: 1, date: '2024-12-31' };
  expect(
    problemsOf(
      [`${unicorns}.direction`, 'decrease'],
      [`${unicorns}.baseline`, baseline],
      [`${unicorns}.hold`, true],
    ),
  ).toEqual(['decrease $.goals[2].direction', 'baseline $.goals[2].baseline', 'hold $.goals[2].hold']);
  const high = { ...baseline, value: 9000 };
  expect(level(['direction', 'decrease'], ['baseline', high], ['hold', true])).toEqual([]);
});

test('a target lies in the direction of its goal; one that equals the baseline is a level to keep', () => {
  const goal = (direction: string | undefined, target: number | null, value: number) =>
    level(['direction', direction], ['target', target], ['baseline', { value, date: '2024-12-31' }]);
  const wrong = ['target $.goals[0].target'];
  expect(goal('increase', 99, 100)).toEqual(wrong);
  expect(goal(undefined, 99, 100)).toEqual(wrong);
  expect(goal('decrease', 101, 100)).toEqual(wrong);
  for (const direction of ['increase', 'decrease', undefined]) {
    expect(goal(direction, 100, 100)).toEqual([]);
    expect(goal(direction, null, 100)).toEqual([]);
  }
  expect(goal('increase', 101, 100)).toEqual([]);
  expect(goal('decrease', 99, 100)).toEqual([]);
});

test('a target that only rounding tells from its baseline is a level to keep', () => {
  const baseline = { value: 0.3, date: '2024-12-31' };
  expect(level(['direction', 'decrease'], ['target', 0.1 + 0.2], ['baseline', baseline])).toEqual([]);
  expect(level(['direction', 'decrease'], ['target', 0.3 + 1e-9], ['baseline', baseline])).toHaveLength(1);
});

test('a target below zero needs a baseline, which what is summed or counted cannot have', () => {
  const wrong = (goal: number): readonly string[] => [`negative-target $.goals[${goal}].target`];
  expect(problemsOf([`${revenue}.target`, -1])).toEqual(wrong(0));
  expect(problemsOf([`${unicorns}.target`, -1])).toEqual(wrong(2));
  expect(level(['target', -1])).toEqual(wrong(0));
  expect(level(['target', -1], ['baseline', null])).toEqual(wrong(0));
  expect(level(['target', -1], ['baseline', { value: -5, date: '2024-12-31' }])).toEqual([]);
  expect(level(['target', 0])).toEqual([]);
  expect(problemsOf([`${revenue}.target`, 0])).toEqual([]);
});

test('a baseline is of a day before the end, however old', () => {
  const dated = (date: string) => level(['baseline', { value: 1, date }]);
  expect(dated('2019-12-31')).toEqual([]);
  expect(dated('2026-12-30')).toEqual([]);
  expect(dated('2026-12-31')).toEqual(['baseline $.goals[0].baseline.date']);
});

test('milestones lie inside the period, after the baseline, each later than the one before', () => {
  const on = (...dates: readonly string[]) =>
    ['milestones', dates.map((date) => ({ date, value: 1 }))] as const;
  const place = (i: number) => `milestone $.goals[0].milestones[${i}].date`;
  expect(level(on('2025-01-01', '2026-12-30'))).toEqual([]);
  expect(level(on('2024-12-31', '2026-12-31'))).toEqual([place(0), place(1)]);
  expect(level(on('2025-06-30', '2025-06-30', '2025-03-31'))).toEqual([place(1), place(2)]);
  const old = ['baseline', { value: 1, date: '2023-12-31' }] as const;
  expect(level(old, on('2024-06-30'))).toEqual([]);
  expect(level(old, on('2023-12-31'))).toEqual([place(0)]);
});

test('thresholds are in order, also with the usual ones', () => {
  const own = (thresholds: Partial<Thresholds>) => problemsOf([`${revenue}.thresholds`, thresholds]);
  expect(own({ onTrack: 0.9, atRisk: 0.9 })).toEqual([]);
  expect(own({ onTrack: 0.5, atRisk: 0.6 })).toEqual(['thresholds $.goals[0].thresholds']);
  for (const [lower, upper] of [
    ['atRisk', 'onTrack'],
    ['atRiskProbability', 'onTrackProbability'],
  ] as const) {
    expect(own({ [lower]: defaultThresholds[upper] })).toEqual([]);
    expect(own({ [lower]: defaultThresholds[upper] + 0.01 })).toHaveLength(1);
    expect(own({ [upper]: defaultThresholds[lower] })).toEqual([]);
    expect(own({ [upper]: defaultThresholds[lower] - 0.01 })).toHaveLength(1);
  }
});

test.each([null, undefined, 0, Number.NaN, true, 'text', [], {}, [[[]]], new Date(0)])(
  'a plan that is %j has problems and throws nothing',
  (input) => {
    expect(parsePlan(input).problems.length).toBeGreaterThan(0);
  },
);

test('keys that every object has are not taken for the input’s own, nor the input’s for everyone’s', () => {
  const hostile = JSON.parse('{"__proto__": {"version": 1}, "constructor": 1, "toString": 1}') as unknown;
  const places = parsePlan(hostile).problems.map(({ code, where }) => `${code} ${where}`);
  expect(places).toEqual(
    expect.arrayContaining([
      'unknown-key $.__proto__',
      'unknown-key $.constructor',
      'unknown-key $.toString',
    ]),
  );
  expect(Object.prototype).not.toHaveProperty('version');

  // A page may have put keys of its own on every object, one of them called like a key of ours.
  const prototype = Object.prototype as { attribute?: number; power?: string };
  [prototype.attribute, prototype.power] = [1, 'yes'];
  const { plan, problems } = parsePlan(json);
  delete prototype.attribute;
  delete prototype.power;
  expect(problems).toEqual([]);
  expect(plan).toEqual(json);
});

test('a list of a hundred thousand wrong items gives the first hundred problems and says that there are more', () => {
  const { problems } = parsePlan(
    edit(
      json,
      'goals',
      Array.from({ length: 100_000 }, () => 0),
    ),
  );
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({ code: 'more-problems', where: '$' });
});

test('a value thousands deep and a key of a million letters give short problems', () => {
  let deep: unknown = [];
  for (let i = 0; i < 50_000; i++) deep = [deep];
  const { problems } = parsePlan({ ...(json as object), notes: deep, ['k'.repeat(1_000_000)]: 1 });
  expect(problems.map(({ code }) => code)).toEqual(['wrong-type', 'unknown-key']);
  for (const problem of problems) expect(formatProblem(problem).length).toBeLessThan(400);
});
