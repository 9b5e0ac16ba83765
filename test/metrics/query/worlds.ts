import type { Column, Contract, Measure, Metric } from '@zj/metrics';
import { random } from '../goal/random.js';
import { addMonths, readDay, writeDay } from './days.js';
import type { Dataset, Row, Value, World } from './types.js';

/** Draws from a seed. */
export interface Dice {
  readonly whole: (from: number, to: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly some: <T>(from: readonly T[], most: number) => readonly T[];
}

export function throwDice(seed: number): Dice {
  const next = random(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)]!;
  return {
    whole,
    pick,
    chance: (share) => next() < share,
    some: (from, most) => {
      const left = [...from];
      const count = Math.min(whole(0, most), left.length);
      return Array.from({ length: count }, () => left.splice(whole(0, left.length - 1), 1)[0]!);
    },
  };
}

/** Texts that are data and nothing else, although they look like code. */
export const texts: readonly string[] = [
  ...[
    '浦东',
    '张江',
    '陆家嘴',
    'a',
    'A',
    'Z',
    'é',
    'e\u0301',
    ' ',
    '',
    '\u200b',
    'null',
    'NULL',
    'undefined',
    '-1',
    'true',
  ],
  ...[
    "it's",
    '"quoted"',
    "'; DROP TABLE register; --",
    '/* */',
    '--',
    '\\',
    '\\n',
    '%',
    '_',
    '$1',
    '?',
    ':a',
    '{}',
    '`',
  ],
  ...[
    'two\nlines',
    'tab\t',
    '\r',
    '\u2028',
    '😀',
    '👩‍👩‍👧',
    'ｚ',
    '\uFFFD',
    '\uF8FF',
    '__proto__',
    'constructor',
    'rest',
    'total',
    '2026-01-01',
  ],
];

const words = (text: string) => ({ zh: text, en: text });
const yuan = words('元');

function describe(
  id: string,
  columns: Readonly<Record<string, Column['type']>>,
  time: Contract['time'],
): Contract {
  return {
    version: 1,
    id,
    name: words(id),
    description: words(id),
    file: `${id}.csv`,
    source: words('test'),
    reportedThrough: '2026-03-31',
    columns: Object.entries(columns).map(([name, type]) => ({ name, label: words(name), type })),
    key: [time.column],
    time,
  };
}

/** Datasets with every kind of column and few rows, and every kind of metric over them. */
export function drawWorld(seed: number): World {
  const dice = throwDice(seed * 7919);
  const { whole, chance, pick } = dice;
  const maybe = <T extends Value>(share: number, value: T): T | null => (chance(share) ? null : value);
  const list = <T>(count: number, draw: (i: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, i) => draw(i));
  const districts = list(whole(2, 5), () => pick(texts));
  const kinds = list(whole(2, 4), () => pick(texts));
  const shown = (day: number): string => writeDay(day);
  const firstMonth = readDay(pick(['2023-01-01', '2023-11-01', '2024-06-01']));
  const month = (): string =>
    shown(
      addMonths(
        firstMonth,
        whole(
          0,
          (2026 - Number(shown(firstMonth).slice(0, 4))) * 12 + 3 - Number(shown(firstMonth).slice(5, 7)),
        ),
      ),
    );
  // Ends of months and leap days more often than chance has them.
  const day = (): string =>
    chance(0.3)
      ? pick([
          '2024-02-29',
          '2024-01-31',
          '2024-12-31',
          '2025-02-28',
          '2025-03-31',
          '2025-12-29',
          '2026-01-01',
          '2026-01-31',
          '2026-02-28',
          '2026-03-29',
        ])
      : shown(whole(firstMonth, readDay('2026-03-31')));
  const money = (): string => {
    const text = String(whole(0, 99_999_99)).padStart(3, '0');
    return `${chance(0.2) ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
  };
  const binary = chance(0.7);
  const double = (): number => (binary ? whole(-8000, 8000) / 8 : whole(-1e6, 1e6) / 1000);
  // A member that vanishes: in the first dataset alone.
  const district = (all = true): string | null => maybe(0.08, pick(all ? districts : districts.slice(1)));
  const sealed = (): boolean | null => maybe(0.2, chance(0.5));

  const register: Dataset = {
    contract: describe(
      `register-${seed}`,
      {
        ...{
          month: 'DATE',
          district: 'VARCHAR',
          group: 'VARCHAR',
          sealed: 'BOOLEAN',
          grade: 'INTEGER',
          granted: 'DATE',
        },
        ...{ amount: 'DECIMAL(12,2)', staff: 'INTEGER', rate: 'DOUBLE', weight: 'DECIMAL(6,3)' },
      },
      { column: 'month', grain: 'month' },
    ),
    rows: list(whole(40, 110), (): Row => ({
      ...{ month: month(), district: district(), group: maybe(0.1, pick(kinds)), sealed: sealed() },
      ...{ grade: maybe(0.1, whole(-2, 3)), granted: maybe(0.3, day()), amount: maybe(0.1, money()) },
      ...{
        staff: maybe(0.1, whole(-5, 500)),
        rate: maybe(0.1, double()),
        weight: maybe(0.1, `${whole(0, 9)}.${whole(100, 999)}`),
      },
    })),
  };
  const events: Dataset = {
    contract: {
      ...describe(
        `event-${seed}`,
        {
          ...{ filed: 'DATE', district: 'VARCHAR', group: 'VARCHAR', sealed: 'BOOLEAN', closed: 'DATE' },
          ...{ fee: 'DECIMAL(9,2)', claims: 'INTEGER', score: 'DOUBLE' },
        },
        { column: 'filed', grain: 'day' },
      ),
      reportedThrough: '2026-05-15',
    },
    rows: list(whole(40, 110), (): Row => ({
      ...{
        filed: day(),
        district: district(false),
        group: maybe(0.1, pick(kinds)),
        sealed: sealed(),
        closed: maybe(0.4, day()),
      },
      ...{ fee: maybe(0.1, money()), claims: maybe(0.1, whole(0, 40)), score: maybe(0.1, double()) },
    })),
  };
  const stock: Dataset = {
    contract: {
      ...describe(
        `stock-${seed}`,
        { month: 'DATE', district: 'VARCHAR', grade: 'INTEGER', balance: 'DECIMAL(14,2)', level: 'DOUBLE' },
        { column: 'month', grain: 'month' },
      ),
      reporters: 'district',
    },
    rows: list(whole(20, 60), (): Row => ({
      ...{ month: month(), district: district(), grade: maybe(0.1, whole(0, 1)) },
      ...{ balance: maybe(0.1, money()), level: maybe(0.1, double()) },
    })),
  };
  const topics: Dataset = {
    contract: overlap(
      describe(
        `topic-${seed}`,
        { month: 'DATE', theme: 'VARCHAR', district: 'VARCHAR', budget: 'DECIMAL(12,2)', places: 'INTEGER' },
        { column: 'month', grain: 'month' },
      ),
      'theme',
    ),
    rows: list(whole(20, 60), (): Row => ({
      ...{ month: month(), theme: maybe(0.05, pick(kinds)), district: district() },
      ...{ budget: maybe(0.1, money()), places: maybe(0.1, whole(0, 40)) },
    })),
  };
  const surveys: Dataset = {
    contract: describe(
      `survey-${seed}`,
      { year: 'DATE', district: 'VARCHAR', taken: 'DATE', answers: 'INTEGER', spent: 'DECIMAL(12,2)' },
      { column: 'year', grain: 'year' },
    ),
    rows: list(whole(10, 30), (): Row => ({
      ...{ year: `${whole(2019, 2026)}-01-01`, district: district(), taken: maybe(0.2, day()) },
      ...{ answers: maybe(0.1, whole(0, 40)), spent: maybe(0.1, money()) },
    })),
  };
  const returns: Dataset = {
    contract: {
      ...describe(
        `returns-${seed}`,
        {
          month: 'DATE',
          enterprise: 'VARCHAR',
          district: 'VARCHAR',
          group: 'VARCHAR',
          revenue: 'DECIMAL(12,2)',
          heads: 'INTEGER',
        },
        { column: 'month', grain: 'month' },
      ),
      cube: { dimensions: ['district', 'group'], measures: ['revenue', 'heads'] },
    },
    rows: list(whole(20, 60), (): Row => {
      const merged = whole(0, 5);
      return {
        month: month(),
        district: merged === 0 ? null : pick(districts),
        group: merged <= 1 ? null : pick(kinds),
        revenue: money(),
        heads: whole(3, 900),
      };
    }),
  };
  const confidential = returns.contract.columns.map((column) =>
    column.name === 'enterprise' ? { ...column, confidential: true } : column,
  );
  const cube = { ...returns, contract: { ...returns.contract, columns: confidential } };
  const keys = new Set<string>();
  const rates: Dataset = {
    contract: {
      ...describe(
        `rate-${seed}`,
        {
          month: 'DATE',
          district: 'VARCHAR',
          group: 'VARCHAR',
          share: 'DECIMAL(6,2)',
          price: 'DECIMAL(8,2)',
        },
        { column: 'month', grain: 'month' },
      ),
      key: ['month', 'district', 'group'],
      reporters: 'group',
    },
    // No two rows share a key. Here it is kept, because figures that do not add up are never added.
    rows: list(whole(30, 90), (): Row => ({
      ...{ month: month(), district: pick(districts), group: pick(kinds) },
      ...{ share: maybe(0.1, money().slice(-5).replace(/^\./, '0.')), price: maybe(0.1, money().slice(-6)) },
    })).filter(({ month, district, group }) => {
      const key = JSON.stringify([month, district, group]);
      return !keys.has(key) && keys.add(key);
    }),
  };
  const units = rates.contract.columns.map((column) =>
    column.name === 'share'
      ? { ...column, unit: { zh: '%', en: '%' } }
      : column.name === 'price'
        ? { ...column, unit: { zh: '指数', en: 'index' } }
        : column,
  );
  const shares = { ...rates, contract: { ...rates.contract, columns: units } };
  return {
    metrics: drawMetrics(seed, kinds),
    datasets: [register, events, stock, topics, cube, surveys, shares],
  };
}

function overlap(contract: Contract, name: string): Contract {
  const columns = contract.columns.map((column) =>
    column.name === name ? { ...column, overlapping: true } : column,
  );
  return { ...contract, columns };
}

function drawMetrics(seed: number, kinds: readonly string[]): readonly Metric[] {
  const metric = (id: string, measure: Measure, more: Partial<Metric> = {}): Metric => ({
    id,
    name: words(id),
    description: words(id),
    measure,
    unit: yuan,
    ...more,
  });
  const over =
    (dataset: string) =>
    (id: string, measure: Measure, more: Partial<Metric> = {}): Metric =>
      metric(id, measure, { dataset: `${dataset}-${seed}`, ...more });
  const [register, event, stock] = [over('register'), over('event'), over('stock')];
  const [topic, returns, survey] = [over('topic'), over('returns'), over('survey')];
  const rate = over('rate');
  const granted = { time: 'granted' };
  const percent = { unit: words('%') };
  const index = { unit: { zh: '指数', en: 'index' } };
  return [
    register('amount', { sum: 'amount' }, { scale: -4 }),
    register(
      'amount-or-nothing',
      { sum: 'amount' },
      { empty: 'zero', where: [{ column: 'sealed', equals: true }] },
    ),
    register('staff', { sum: 'staff' }, { scale: 2 }),
    register('rate', { sum: 'rate' }, { scale: -1 }),
    register('entries', { count: 'rows' }),
    register(
      'known-entries',
      { count: 'rows' },
      { empty: 'null', where: [{ column: 'grade', between: [0, null] }] },
    ),
    register('granted-entries', { count: 'rows' }, granted),
    register(
      'granted-amount',
      { sum: 'amount' },
      { ...granted, where: [{ column: 'district', null: false }] },
    ),
    register('granted-last', { last: 'staff' }, granted),
    register('districts', { countDistinct: 'district' }),
    register('days', { countDistinct: 'granted' }, { empty: 'null' }),
    register('grades', { countDistinct: 'grade' }),
    register('mean-amount', { average: 'amount' }, { scale: -2 }),
    register('mean-staff', { average: 'staff' }, { empty: 'zero' }),
    register('mean-rate', { average: 'rate' }),
    register('weighted-amount', { average: 'amount', weight: 'weight' }),
    register('weighted-rate', { average: 'rate', weight: 'staff' }, { scale: 1 }),
    register(
      'least-amount',
      { minimum: 'amount' },
      { where: [{ column: 'amount', between: ['-50000.00', 50_000.5] }] },
    ),
    register('most-staff', { maximum: 'staff' }),
    register('least-rate', { minimum: 'rate' }),
    register('middle-amount', { median: 'amount' }),
    register('high-rate', { quantile: 'rate', at: 0.9 }),
    register(
      'low-staff',
      { quantile: 'staff', at: 0.05 },
      { where: [{ column: 'group', in: kinds.slice(0, 2) }] },
    ),
    register('level-amount', { sum: 'amount' }, { additivity: 'semi-additive' }),
    register('lone-amount', { sum: 'amount' }, { additivity: 'non-additive' }),
    event('filings', { count: 'rows' }),
    event('fees', { sum: 'fee' }, { scale: -2 }),
    event('closings', { count: 'rows' }, { time: 'closed' }),
    event('middle-claims', { median: 'claims' }),
    event('score', { sum: 'score' }, { empty: 'zero' }),
    event('open-filings', { count: 'rows' }, { where: [{ column: 'closed', null: true }] }),
    event('late-fees', { sum: 'fee' }, { where: [{ column: 'closed', between: ['2025-01-01', null] }] }),
    event('newest-claims', { last: 'claims' }),
    stock('balance', { last: 'balance' }),
    stock('good-balance', { last: 'balance' }, { where: [{ column: 'grade', equals: 1 }], empty: 'zero' }),
    stock('level', { last: 'level' }),
    stock('balance-to-may', { last: 'balance' }, { reportedThrough: '2025-05-31' }),
    register('entries-to-may', { count: 'rows' }, { reportedThrough: '2025-05-31' }),
    event('closings-to-june', { count: 'rows' }, { time: 'closed', reportedThrough: '2025-06-15' }),
    survey('answers', { sum: 'answers' }),
    survey('surveys', { count: 'rows' }, { where: [{ column: 'district', null: false }] }),
    survey('spent-to-2024', { sum: 'spent' }, { reportedThrough: '2024-12-31' }),
    survey('spent-before', { sum: 'spent' }, { reportedThrough: '2018-12-31' }),
    survey('newest-spent', { last: 'spent' }),
    survey('middle-answers', { median: 'answers' }, { time: 'taken' }),
    topic('budget', { sum: 'budget' }),
    topic('most-places', { maximum: 'places' }),
    topic('themes', { countDistinct: 'theme' }),
    topic('one-theme', { count: 'rows' }, { where: [{ column: 'theme', equals: kinds[0]! }] }),
    returns('revenue', { sum: 'revenue' }, { scale: -4 }),
    returns('heads', { sum: 'heads' }),
    rate('share', { sum: 'share' }, percent),
    rate('share-of-one', { sum: 'share' }, { ...percent, where: [{ column: 'group', equals: kinds[0]! }] }),
    rate('parts', { sum: 'share' }, { ...percent, additivity: 'additive' }),
    rate('stock-of-parts', { sum: 'share' }, { ...percent, additivity: 'semi-additive' }),
    rate('mean-share', { average: 'share' }, percent),
    rate('newest-share', { last: 'share' }, percent),
    rate('newest-parts', { last: 'share' }, { ...percent, additivity: 'semi-additive' }),
    rate('price', { sum: 'price' }, { unit: { zh: '指数', en: 'index' } }),
    rate('lone-rates', { count: 'rows' }, { additivity: 'non-additive' }),
    metric('shares', { add: ['share', 'share-of-one'] }, percent),
    metric('price-of-share', { ratio: ['price', 'share'] }),
    metric('level-amounts', { add: ['amount', 'amount-or-nothing'] }, { additivity: 'semi-additive' }),
    metric('fee-per-filing', { ratio: ['fees', 'filings'] }),
    metric('rate-per-staff', { ratio: ['rate', 'staff'] }, { ...percent, scale: 2, empty: 'zero' }),
    metric('amount-per-filing', { ratio: ['amount', 'filings'] }),
    metric('both-amounts', { add: ['amount', 'amount-or-nothing'] }),
    metric('amount-and-more', { add: ['amount', 100.25] }, { scale: -1, unit: { ...yuan, power: 1 } }),
    metric('amount-less-balance', { subtract: ['amount', 'balance'] }),
    metric('amount-less-fees', { subtract: ['amount', 'fees'] }, { empty: 'zero' }),
    metric('from-hundred', { subtract: [100, 'filings'] }),
    metric('double-amount', { multiply: ['amount', 2] }),
    metric('filings-of-staff', { multiply: ['filings', 'staff'] }),
    metric('amount-per-answer', { ratio: ['amount', 'answers'] }),
    metric('early-answers', { ratio: ['spent-before', 'answers'] }),
    metric('lost-entries', { subtract: ['entries', 'entries-to-may'] }),
    metric('share-of-both', { ratio: ['amount', 'both-amounts'] }),
    metric('amount-index', { index: 'amount', base: '2024' }, index),
    metric('fees-index', { index: 'fees', base: '2025-Q1' }, index),
    metric('mean-amount-index', { index: 'mean-amount', base: '2024' }, index),
    metric('balance-index', { index: 'balance', base: '2024-03' }, percent),
    metric('answers-index', { index: 'amount-per-answer', base: '2023' }, index),
    metric('filings-index', { index: 'filings', base: '2024-H2' }, percent),
    metric('entries-average', { movingAverage: 'entries', periods: 3 }),
    metric(
      'amount-average',
      { movingAverage: 'amount', periods: 2 },
      { scale: 1, unit: { ...yuan, power: -1 } },
    ),
    metric('balance-average', { movingAverage: 'balance', periods: 2 }),
    metric('fee-average', { movingAverage: 'fee-per-filing', periods: 4 }),
    metric('rate-average', { movingAverage: 'rate', periods: 2 }),
    metric('share-average', { movingAverage: 'share', periods: 2 }, percent),
    metric('revenue-average', { movingAverage: 'revenue', periods: 12 }),
    metric(
      'growth',
      { subtract: ['filings-index', 'filings-index'] },
      { unit: { zh: '个百分点', en: 'percentage points' } },
    ),
    metric('amount-by-average', { ratio: ['amount', 'amount-average'] }, { unit: { ...yuan, power: 1 } }),
    metric('three-in-one', { add: ['entries', 'filings', 'granted-entries'] }),
  ];
}
