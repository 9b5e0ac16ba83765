import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCube, type CubeContract } from '../../../packages/metrics/src/dataset/cube.js';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import type { Column } from '../../../packages/metrics/src/dataset/contract.js';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

/** A row of the tests; amounts are whole hundredths, so that every sum here is exact. */
interface Row {
  readonly month: string;
  readonly dimensions: readonly string[];
  /** Values of the confidential columns. */
  readonly who: readonly string[];
  readonly amounts: readonly number[];
}

interface Shape {
  readonly dimensions: readonly string[];
  readonly measures: readonly string[];
  readonly who: readonly string[];
  readonly key: readonly string[];
}

function contractOf({ dimensions, measures, who, key }: Shape): CubeContract {
  const words = { zh: '试', en: 'test' };
  const column = (name: string, rest: Partial<Column>): Column => ({
    name,
    label: words,
    type: 'VARCHAR',
    ...rest,
  });
  return {
    version: 1,
    id: 'returns',
    name: words,
    description: words,
    file: 'returns.csv',
    source: words,
    reportedThrough: '2026-12-31',
    columns: [
      column('id', { type: 'INTEGER' }),
      column('month', { type: 'DATE' }),
      ...who.map((name) => column(name, { confidential: true })),
      ...dimensions.map((name) => column(name, {})),
      ...measures.map((name, index) => column(name, { type: index === 0 ? 'DECIMAL(18,2)' : 'INTEGER' })),
    ],
    key,
    time: { column: 'month', grain: 'month' },
    cube: { dimensions, measures },
  };
}

async function publish(rows: readonly Row[], shape: Shape) {
  const contract = contractOf(shape);
  const columns = contract.columns.map(({ name, type }) => `"${name}" ${type}`);
  await workbench.execute(
    `CREATE OR REPLACE TABLE returns (${columns.join(', ')}); DROP TABLE IF EXISTS cube`,
  );
  const values = rows.map(({ month, dimensions, who, amounts }, id) => {
    const texts = [month, ...who, ...dimensions].map((text) => `'${text}'`);
    return `(${[id, ...texts, ...amounts.map((amount, i) => (i === 0 ? formatHundredths(amount) : amount))].join(', ')})`;
  });
  await workbench.execute(`INSERT INTO returns VALUES ${values.join(', ')}`);
  const outcome = await buildCube(workbench, contract, 'cube');
  if (outcome.unsafe.length > 0) return { outcome, cells: undefined };
  const found = await workbench.rows('SELECT * FROM cube');
  return { outcome, cells: found };
}

function formatHundredths(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The magnitude that each contributor of a kind adds to a measure. */
function amountsOf(members: readonly Row[], kind: number, measure: number): readonly number[] {
  const contributors = [...new Set(members.map((row) => row.who[kind]!))];
  return contributors.map((one) => {
    const own = members.filter((row) => row.who[kind] === one);
    return Math.abs(own.reduce((sum, row) => sum + row.amounts[measure]!, 0));
  });
}

/** The fewest that add something to a measure: each kind of contributor on its own, each measure on its own. */
function countContributors(members: readonly Row[], { who, measures }: Shape): number {
  const counts = who.flatMap((_, kind) =>
    measures.map((_, measure) => amountsOf(members, kind, measure).filter((amount) => amount !== 0).length),
  );
  return Math.min(...counts);
}

/** Safety as METHODS §7 says it, counted by hand: each kind of contributor on its own, each measure on its own. */
function isSafe(members: readonly Row[], shape: Shape): boolean {
  if (countContributors(members, shape) < 3) return false;
  return shape.who.every((_, kind) =>
    shape.measures.every((_, measure) => {
      const amounts = amountsOf(members, kind, measure);
      return 100 * Math.max(...amounts) <= 85 * amounts.reduce((a, b) => a + b, 0);
    }),
  );
}

/** A row belongs to the cell that tells most about it. */
function cellOf(row: Row, cells: ReadonlyMap<string, unknown>): string {
  for (let depth = row.dimensions.length; depth >= 0; depth--) {
    const key = JSON.stringify([row.month, ...row.dimensions.map((value, i) => (i < depth ? value : null))]);
    if (cells.has(key)) return key;
  }
  throw new Error(`No cell holds ${JSON.stringify(row)}`);
}

/** Checks all promises of METHODS §7 about the published cells. Returns the number of merged cells. */
function expectSafe(
  rows: readonly Row[],
  shape: Shape,
  found: readonly Readonly<Record<string, unknown>>[],
): number {
  const cells = new Map(
    found.map((cell) => [JSON.stringify([cell.month, ...shape.dimensions.map((name) => cell[name])]), cell]),
  );
  expect(cells.size).toBe(found.length);
  const members = new Map([...cells.keys()].map((key) => [key, [] as Row[]]));
  for (const row of rows) members.get(cellOf(row, cells))!.push(row);
  for (const [key, cell] of cells) {
    const own = members.get(key)!;
    expect(isSafe(own, shape), `${key} of ${JSON.stringify(own)}`).toBe(true);
    expect(cell.contributors).toBe(countContributors(own, shape));
    shape.measures.forEach((name, measure) => {
      const sum = own.reduce((total, row) => total + BigInt(row.amounts[measure]!), 0n);
      expect(BigInt(String(cell[name]).replace('.', ''))).toBe(sum);
    });
  }
  return found.filter((cell) => cell[shape.dimensions.at(-1)!] === null).length;
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function drawRows(random: (below: number) => number, shape: Shape, unique: boolean): readonly Row[] {
  const crowd = 3 + random(unique ? 40 : 12);
  const narrow = random(4) === 0;
  const spread = shape.dimensions.map(() => (narrow ? 1 : 1 + random(4)));
  const signed = random(3) === 0;
  const rows = Array.from({ length: 1 + random(60) }, (): Row => {
    const size = 10 ** random(7);
    return {
      month: `2026-0${1 + random(2)}-01`,
      dimensions: spread.map((values) => 'abcd'[random(values)]!),
      who: shape.who.map((_, kind) => `${kind}${random(crowd)}`),
      amounts: shape.measures.map(
        () => (random(size) + (random(9) === 0 ? 0 : 1)) * (signed && random(2) === 0 ? -1 : 1),
      ),
    };
  });
  if (!unique) return rows;
  return [...new Map(rows.map((row) => [`${row.month} ${row.who[0]}`, row])).values()];
}

const shapes: readonly (readonly [name: string, Shape])[] = [
  [
    'one return a month',
    {
      dimensions: ['industry', 'part', 'zone'],
      measures: ['revenue'],
      who: ['enterprise'],
      key: ['month', 'enterprise'],
    },
  ],
  [
    'many returns of an enterprise',
    { dimensions: ['industry', 'part'], measures: ['revenue', 'staff'], who: ['enterprise'], key: ['id'] },
  ],
  [
    'two kinds of contributors',
    { dimensions: ['industry', 'zone'], measures: ['revenue'], who: ['enterprise', 'owner'], key: ['id'] },
  ],
];

describe('the public cube of random datasets', () => {
  test.each(shapes)('is a partition into safe cells with exact totals: %s', async (_, shape) => {
    let [merged, refused, untouched] = [0, 0, 0];
    for (let seed = 1; seed <= 50; seed++) {
      const rows = drawRows(randomFrom(seed), shape, shape.key.includes('month'));
      const { outcome, cells } = await publish(rows, shape);
      const months = [...new Set(rows.map(({ month }) => month))].sort();
      const unsafe = months.filter(
        (month) =>
          !isSafe(
            rows.filter((row) => row.month === month),
            shape,
          ),
      );
      expect(outcome.unsafe).toEqual(unsafe);
      expect(cells === undefined).toBe(unsafe.length > 0);
      if (!cells) {
        refused++;
        continue;
      }
      const pools = expectSafe(rows, shape, cells);
      expect(outcome.published).toBe(cells.length);
      expect(outcome.cells).toBe(
        new Set(rows.map(({ month, dimensions }) => [month, ...dimensions].join())).size,
      );
      merged += pools;
      if (outcome.merged === 0) untouched++;
    }
    // The draw exercises all of it.
    expect(merged).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(2);
    expect(untouched).toBeGreaterThan(1);
  });
});

describe('merging', () => {
  const shape: Shape = {
    dimensions: ['industry', 'zone'],
    measures: ['revenue'],
    who: ['enterprise'],
    key: ['month', 'enterprise'],
  };
  const group = (industry: string, zone: string, amounts: readonly number[]): readonly Row[] =>
    amounts.map((amount, i) => ({
      month: '2026-01-01',
      dimensions: [industry, zone],
      who: [`${industry}${zone}${i}`],
      amounts: [amount],
    }));
  const published = async (rows: readonly Row[]) => {
    const { cells, outcome } = await publish(rows, shape);
    return {
      ...outcome,
      cells: cells?.map(({ industry, zone, revenue, contributors }) => [
        industry,
        zone,
        revenue,
        contributors,
      ]),
    };
  };

  test('safe cells stay as they are', async () => {
    const rows = [...group('a', 'x', [1, 2, 3]), ...group('a', 'y', [85, 10, 5])];
    expect(await published(rows)).toMatchObject({
      cells: [
        ['a', 'x', '0.06', 3],
        ['a', 'y', '1.00', 3],
      ],
      merged: 0,
      unsafe: [],
    });
  });

  test('unsafe siblings are pooled, and stand last', async () => {
    const rows = [...group('a', 'x', [5, 5, 5]), ...group('a', 'w', [1, 1]), ...group('a', 'y', [1, 1])];
    expect((await published(rows)).cells).toEqual([
      ['a', 'x', '0.15', 3],
      ['a', null, '0.04', 4],
    ]);
  });

  test('a pool that is still unsafe takes in its smallest sibling', async () => {
    const rows = [...group('a', 'w', [5, 5, 5]), ...group('a', 'x', [3, 3, 3]), ...group('a', 'y', [1])];
    expect(await published(rows)).toMatchObject({
      cells: [
        ['a', 'w', '0.15', 3],
        ['a', null, '0.10', 4],
      ],
      merged: 2,
    });
  });

  test('one enterprise with more than 85 % is hidden among others, one with 85 % is not', async () => {
    const rows = [
      ...group('a', 'x', [86, 10, 4]),
      ...group('a', 'y', [30, 30, 30]),
      ...group('b', 'x', [85, 10, 5]),
    ];
    expect((await published(rows)).cells).toEqual([
      ['a', null, '1.90', 6],
      ['b', 'x', '1.00', 3],
    ]);
  });

  test('an enterprise that reports zero is none of the three', async () => {
    const rows = [...group('a', 'x', [50, 50, 0]), ...group('a', 'y', [30, 30, 30, 0])];
    expect((await published(rows)).cells).toEqual([['a', null, '1.90', 5]]);
    expect(await published(group('a', 'x', [50, 50, 0, 0]))).toMatchObject({ unsafe: ['2026-01-01'] });
  });

  test('a cell is safe only if it is safe for each measure', async () => {
    const both = { ...shape, measures: ['revenue', 'exports'] };
    const reports = (zone: string, amounts: readonly (readonly [number, number])[]): readonly Row[] =>
      amounts.map(([revenue, exports], i) => ({
        month: '2026-01-01',
        dimensions: ['a', zone],
        who: [`${zone}${i}`],
        amounts: [revenue, exports],
      }));
    // Four report revenue in each zone; of x only two export, of y and z all do.
    const rows = [
      ...reports(
        'x',
        [5, 5, 5, 5].map((revenue, i) => [revenue, i < 2 ? 7 : 0]),
      ),
      ...reports(
        'y',
        [9, 9, 9, 9].map((revenue) => [revenue, 7]),
      ),
      ...reports(
        'z',
        [2, 2, 2, 2].map((revenue) => [revenue, 7]),
      ),
    ];
    const { cells } = await publish(rows, both);
    expect(cells).toEqual([
      { month: '2026-01-01', industry: 'a', zone: 'y', revenue: '0.36', exports: '28', contributors: 4 },
      { month: '2026-01-01', industry: 'a', zone: null, revenue: '0.28', exports: '42', contributors: 6 },
    ]);
  });

  test('an amount that is missing adds nothing', async () => {
    await publish(group('a', 'x', [1, 2, 3]), shape);
    await workbench.execute('DROP TABLE cube; UPDATE returns SET revenue = NULL WHERE revenue = 0.03');
    expect((await buildCube(workbench, contractOf(shape), 'cube')).unsafe).toEqual(['2026-01-01']);
  });

  test('a whole industry that is unsafe is pooled with others, and its own zones go with it', async () => {
    const rows = [
      ...group('a', 'x', [1]),
      ...group('a', 'y', [1]),
      ...group('b', 'x', [9, 9, 9]),
      ...group('c', 'x', [2, 2, 2]),
      ...group('c', 'y', [2, 2, 2]),
    ];
    expect((await published(rows)).cells).toEqual([
      ['b', 'x', '0.27', 3],
      [null, null, '0.14', 8],
    ]);
  });

  test('a month that is itself unsafe is told, and nothing is published', async () => {
    expect(await published(group('a', 'x', [1, 1]))).toMatchObject({
      unsafe: ['2026-01-01'],
      published: 0,
      cells: undefined,
    });
    expect(await published(group('a', 'x', [100, 1, 1]))).toMatchObject({ unsafe: ['2026-01-01'] });
  });

  test('sums of the largest decimals and integers are exact', async () => {
    const many: Shape = { ...shape, measures: ['revenue', 'staff'] };
    const rows = group('a', 'x', [9007199254740991, 9007199254740990, 9007199254740989]).map((row) => ({
      ...row,
      amounts: [row.amounts[0]!, 2147483647],
    }));
    const { cells } = await publish(rows, many);
    expect(cells).toMatchObject([{ revenue: '270215977642229.70', staff: '6442450941' }]);
  });
});
