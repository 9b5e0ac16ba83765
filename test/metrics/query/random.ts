import type { Condition, Contract } from '@zj/metrics';
import { readDay, writeDay } from './days.js';
import { whyRefused } from './refusal.js';
import { leavesOf } from './rows.js';
import type { During, Grain, Query, Scalar, World } from './types.js';
import { texts, throwDice, type Dice } from './worlds.js';

const grains: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];

/** A question over all keys of a query that has an answer in most cases; the others are left to `isRefused`. */
export function drawQuery(
  seed: number,
  world: World,
  ids: readonly string[] = world.metrics.map(({ id }) => id),
): Query {
  const dice = throwDice(seed);
  for (;;) {
    const query = draw(dice, world, ids);
    if (whyRefused(query, world) === undefined || dice.chance(0.08)) return query;
    const together = { ...query, share: false, contribution: false };
    if (whyRefused(together, world) === undefined || dice.chance(0.08)) return together;
  }
}

function draw(dice: Dice, world: World, ids: readonly string[]): Query {
  const { whole, chance, pick, some } = dice;
  const several = chance(0.3);
  const asked = several ? [pick(ids), ...some(ids, 2)] : [pick(ids)];
  const metrics = [...new Set(asked)];
  const contracts = contractsOf(world, metrics);
  const leaves = metrics.flatMap((id) => leavesOf(world, id)).filter(({ time }) => time === undefined);
  const daily = leaves.every(({ dataset }) => dataset!.startsWith('event'));
  const yearly = leaves.some(({ dataset }) => dataset!.startsWith('survey'));
  const shared = sharedColumns(contracts);
  const overlapping = shared.filter((name) => contracts.some((one) => columnOf(one, name).overlapping));
  const dimensions = [...some(shared, 3)];
  const overlap = overlapping.find((name) => !dimensions.includes(name) && chance(0.6));
  if (overlap !== undefined && chance(0.5)) dimensions.push(overlap);

  const time = chance(0.65)
    ? pick([...(chance(0.5) ? ['period'] : []), ...grains.slice(yearly ? 5 : daily ? 0 : 2)])
    : undefined;
  const by: string[] = [...dimensions];
  if (time !== undefined) by.splice(whole(0, by.length), 0, time);
  const where = drawConditions(dice, world, contracts, shared, by);
  if (overlap !== undefined && !by.includes(overlap))
    where.push({ column: overlap, equals: valueOf(dice, world, contracts[0]!, overlap) });

  const moving = time !== undefined && chance(0.35);
  const cumulative = moving && chance(0.5);
  const rolling = moving && !cumulative;
  const complete = moving || (time !== undefined && chance(0.3));
  // Each day of three years for each combination would be a long list.
  const short = complete && (time === 'day' || (time === 'period' && daily));
  const during = short ? drawShort(dice) : chance(0.6) ? drawDuring(dice) : undefined;
  const compare = (time !== undefined || during !== undefined) && chance(0.35);
  const split = dimensions.length > 0 && !dimensions.some((name) => overlapping.includes(name));
  const top = split && chance(0.25);
  return {
    ...(several ? { metrics } : { metric: metrics[0]! }),
    ...((by.length > 0 || chance(0.2)) && { by }),
    ...(during !== undefined && { during }),
    ...(where.length > 0 && { where }),
    ...(chance(0.25) && { fiscalStart: whole(1, 12) }),
    ...(cumulative && { cumulative: 'year-to-date' }),
    ...(rolling && { rolling: whole(1, pick([2, 4, 13])) }),
    ...(compare && { compare: pick(['previous-period', 'year-over-year'] as const) }),
    ...(split && chance(0.2) && { share: true }),
    ...(split && compare && chance(0.3) && { contribution: true }),
    ...(top && {
      top: {
        count: whole(1, 4),
        ...((dimensions.length > 1 || chance(0.5)) && { of: pick(dimensions) }),
        ...(chance(0.5) && { by: pick(metrics) }),
      },
    }),
    ...(split && chance(0.25) && { totals: true }),
    ...((complete && chance(0.7)) ||
    (time !== undefined && !short && time !== 'day' && time !== 'period' && chance(0.1))
      ? { complete: true }
      : {}),
    ...(chance(0.05) && { share: false, totals: false }),
  };
}

function columnOf(contract: Contract, name: string) {
  return contract.columns.find((one) => one.name === name)!;
}

function contractsOf(world: World, metrics: readonly string[]): readonly Contract[] {
  const names = metrics.flatMap((id) => leavesOf(world, id)).map(({ dataset }) => dataset);
  return world.datasets.map(({ contract }) => contract).filter(({ id }) => names.includes(id));
}

/** The dimensions that all of them publish. */
function sharedColumns(contracts: readonly Contract[]): string[] {
  const names = ['district', 'group', 'sealed', 'grade', 'theme', 'granted', 'filed', 'closed', 'taken'];
  return names.filter((name) =>
    contracts.every(
      (contract) => columnOf(contract, name) && (contract.cube?.dimensions.includes(name) ?? true),
    ),
  );
}

function drawConditions(
  dice: Dice,
  world: World,
  contracts: readonly Contract[],
  shared: readonly string[],
  by: readonly string[],
): Condition[] {
  const { chance, pick } = dice;
  const [contract] = contracts as [Contract];
  const own = contract.cube
    ? []
    : [
        'amount',
        'staff',
        'rate',
        'fee',
        'claims',
        'score',
        'balance',
        'budget',
        'answers',
        'spent',
        'share',
      ].filter((name) => columnOf(contract, name));
  const names = contracts.length === 1 ? [...shared, ...own] : shared;
  const conditions: Condition[] = [];
  while (names.length > 0 && chance(0.3)) {
    const column = pick(names);
    if (columnOf(contract, column).overlapping && by.includes(column)) continue;
    const value = (): Scalar => valueOf(dice, world, contract, column);
    const { type, overlapping } = columnOf(contract, column);
    const test = (): Condition => drawTest(dice, column, type, value);
    const forms = [
      'equals',
      'in',
      'null',
      'test',
      'test',
      'not',
      'or',
      ...(type === 'BOOLEAN' ? [] : ['between']),
    ];
    const form = overlapping ? 'equals' : pick(forms);
    if (form === 'equals') conditions.push({ column, equals: value() });
    else if (form === 'test') conditions.push(test());
    else if (form === 'not') conditions.push({ not: chance(0.3) ? { not: test() } : test() });
    else if (form === 'or') {
      const other = pick(names.filter((name) => !columnOf(contract, name).overlapping));
      const { type: otherType } = columnOf(contract, other);
      const second = drawTest(dice, other, otherType, () => valueOf(dice, world, contract, other));
      const or: Condition = { or: [chance(0.5) ? { not: test() } : test(), second] };
      conditions.push(chance(0.3) ? { not: or } : or);
    } else if (form === 'in')
      conditions.push({ column, in: Array.from({ length: dice.whole(1, 7) }, value) });
    else if (form === 'null') conditions.push({ column, null: chance(0.3) });
    else {
      const [low, high] = [chance(0.3) ? null : value(), chance(0.3) ? null : value()];
      const to = low === null && high === null ? value() : high;
      conditions.push({ column, between: low !== null && to !== null ? ordered(low, to, type) : [low, to] });
    }
  }
  return conditions;
}

/** A comparison that a column of this type allows. */
function drawTest({ pick, chance }: Dice, column: string, type: string, value: () => Scalar): Condition {
  const own = value();
  if (type === 'BOOLEAN') return { column, notEquals: own };
  const text = String(own);
  return pick<Condition>([
    { column, notEquals: own },
    { column, above: own },
    { column, below: own },
    { column, atLeast: own },
    { column, atMost: own },
    { column, between: [null, null] },
    ...(type === 'VARCHAR' && text !== ''
      ? [
          { column, contains: [...text].at(chance(0.5) ? 0 : -1)! },
          { column, startsWith: [...text].slice(0, 2).join('') },
        ]
      : []),
  ]);
}

/** Two bounds, the larger not first: that would be refused. */
function ordered(one: Scalar, other: Scalar, type: string): [Scalar, Scalar] {
  const words = type === 'VARCHAR' || type === 'DATE';
  const after = words
    ? Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other))) > 0
    : Number(one) > Number(other);
  return after ? [other, one] : [one, other];
}

/** A value of a column that is there, or might be. */
function valueOf(
  { chance, pick, whole }: Dice,
  { datasets }: World,
  contract: Contract,
  name: string,
): Scalar {
  const { rows } = datasets.find((one) => one.contract === contract)!;
  const values = rows.map((row) => row[name] ?? null).filter((value) => value !== null);
  const { type } = columnOf(contract, name);
  if (values.length > 0 && chance(0.85)) {
    const value = pick(values);
    // A DECIMAL may be given as a number, where a double holds it.
    return type.startsWith('DECIMAL') && chance(0.5) ? Number(value) : value;
  }
  if (type === 'VARCHAR') return pick(texts);
  if (type === 'BOOLEAN') return chance(0.5);
  if (type === 'DATE') return writeDay(whole(readDay('2023-01-01'), readDay('2026-12-31')));
  return whole(-10, 10);
}

const two = (n: number): string => String(n).padStart(2, '0');

function drawDuring(dice: Dice): During {
  const { whole, chance, pick } = dice;
  const day = (): string => writeDay(whole(readDay('2022-11-01'), readDay('2026-08-31')));
  const text = (): string => {
    const year = whole(2023, 2026);
    return pick([
      `${year}`,
      `${year}-H${whole(1, 2)}`,
      `${year}-Q${whole(1, 4)}`,
      `${year}-${two(whole(1, 12))}`,
      day(),
    ]);
  };
  if (chance(0.45)) return text();
  if (chance(0.4)) {
    // Fiscal years begin in any month, so that the later text must end a year after the earlier.
    const [from, to] = [whole(2022, 2024), whole(2025, 2026)];
    return `${pick([`${from}`, `${from}-H2`, `${from}-Q1`, `${from}-${two(whole(1, 12))}`, `${from}-02-28`])}/${pick([`${to}-H2`, `${to}`, `${to}-11`, `${to}-12-31`])}`;
  }
  if (chance(0.5))
    return {
      last: whole(1, 8),
      grain: pick(grains.slice(1)),
      asOf: writeDay(whole(readDay('2025-01-01'), readDay('2026-06-30'))),
    };
  const [start, end] = [day(), day()].toSorted() as [string, string];
  return { start, end };
}

/** A few weeks. */
function drawShort({ whole, pick }: Dice): During {
  const start = whole(readDay('2024-01-01'), readDay('2026-04-30'));
  const period = { start: writeDay(start), end: writeDay(start + whole(0, 60)) };
  return pick<During>([
    period,
    `2025-${two(whole(1, 12))}`,
    `2026-Q1`,
    { last: 20, grain: 'day', asOf: '2026-03-05' },
  ]);
}
