import {
  createMetrics,
  type Condition,
  type Metrics,
  type Query,
  type RowOrdering,
  type Rows,
  type RowsQuestion,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageRows, type PageRows } from '../../../../packages/widgets/src/data-table/rows/page-rows.js';
import { series } from '../../../../packages/widgets/src/data-table/rows/en.js';
import { random } from '../../../metrics/goal/random.js';
import { ledger, ledgerMetrics, texts, writeLedger } from '../../../metrics/session/ledger.js';
import { patience, seeds } from '../../../soak.js';

const count = 600;

let metrics: Metrics;
let page: PageRows;
beforeAll(async () => {
  const file = writeLedger(count);
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.add({ contract: ledger, file, metrics: ledgerMetrics });
  const described = await metrics.rows({ dataset: 'ledger' });
  page = createPageRows({ columns: described.columns, rows: readFile(file), means: readMeans(file) }, series);
  await described.close();
});
afterAll(() => metrics.close());

const written = (file: Uint8Array): readonly (readonly string[])[] =>
  new TextDecoder().decode(file).trimEnd().split('\n').slice(1).map(readLine);

/** The cells of the file as they are written; a mark or nothing is an empty cell. */
function readFile(file: Uint8Array): readonly (readonly (string | null)[])[] {
  return written(file).map((line) => line.map((cell) => (cell === '' || cell === 'x' ? null : cell)));
}

/** The meanings of its empty cells; only figures have marks. */
function readMeans(file: Uint8Array): ReadonlyMap<string, readonly ('suppressed' | null)[]> {
  const rows = written(file);
  return new Map(
    ['amount', 'rate', 'visitors'].map((name) => [
      name,
      rows.map((row) => (row[names.indexOf(name)] === 'x' ? 'suppressed' : null)),
    ]),
  );
}

function readLine(line: string): readonly string[] {
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );
}

type Random = () => number;
const pick = <Item>(list: readonly Item[], next: Random): Item => list[Math.floor(next() * list.length)]!;

const names = ledger.columns.map(({ name }) => name);

/** Values that cells have, and some that they have not. */
const valuesOf: Readonly<Record<string, (next: Random) => string | number | boolean>> = {
  entry: (next) => Math.floor(next() * count),
  day: (next) => `202${Math.floor(next() * 7)}-0${1 + Math.floor(next() * 9)}-15`,
  name: (next) => pick([...texts, 'z', '中'], next),
  amount: (next) =>
    pick(['0', -3, '123456.0000000007', '-500.5', 999_999.25, '12345678901234567890.1'], next),
  rate: (next) => pick([0, 12.5, '0.125', 99.875, 0.1], next),
  open: (next) => next() < 0.5,
  visitors: (next) => Math.floor(next() * 110) - 5,
};

/** Conditions of a search on why cells are empty. */
const meanings: readonly Condition[] = [
  { column: 'amount:means', equals: 'suppressed' },
  { column: 'visitors:means', null: true },
  { not: { column: 'amount:means', in: ['suppressed', 'below-half'] } },
];

function randomCondition(next: Random, depth = 0): Condition {
  const kind = next();
  if (depth < 2 && kind < 0.15) return { not: randomCondition(next, depth + 1) };
  if (depth < 2 && kind < 0.3)
    return { or: Array.from({ length: 2 }, () => randomCondition(next, depth + 1)) };
  const column = pick(names, next);
  const value = () => valuesOf[column]!(next);
  if (kind < 0.37) return { column, null: next() < 0.5 };
  if (kind < 0.5) return { column, in: [value(), value()] };
  if (column === 'name' && kind < 0.6) return { column, contains: pick(['o', '医', '😀', '"', "'"], next) };
  if (column === 'name' && kind < 0.7) return { column, startsWith: pick(['Z', '集', '='], next) };
  if (column === 'open' || kind < 0.6)
    return { column, [pick(['equals', 'notEquals'], next)]: value() } as Condition;
  if (kind < 0.7) {
    const ends = [value(), value()].sort((one, other) => compareAny(one, other)) as [string, string];
    return { column, between: pick([ends, [ends[0], null], [null, ends[1]]] as const, next) };
  }
  return { column, [pick(['above', 'below', 'atLeast', 'atMost'], next)]: value() } as Condition;
}

function compareAny(one: string | number | boolean, other: string | number | boolean): number {
  const [a, b] = [Number(one), Number(other)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  // By code point, as an engine has it.
  const [left, right] = [one, other].map((text) => Buffer.from(String(text)));
  return Buffer.compare(left!, right!);
}

function randomQuestion(next: Random): Pick<RowsQuestion, 'columns' | 'where' | 'search' | 'orderBy'> {
  const shuffled = [...names].sort(() => next() - 0.5);
  const orderBy = shuffled.slice(0, Math.floor(next() * 4)).map((column): RowOrdering => ({
    column,
    ...(next() < 0.7 && { direction: pick(['ascending', 'descending'] as const, next) }),
    ...(column === 'name' && next() < 0.5 && { ranks: [...texts].sort(() => next() - 0.5).slice(0, 7) }),
  }));
  return {
    ...(next() < 0.3 && { columns: [...names].sort(() => next() - 0.5).slice(0, 3) }),
    ...(next() < 0.7 && {
      where: Array.from({ length: 1 + Math.floor(next() * 2) }, () => randomCondition(next)),
    }),
    ...(next() < 0.3 && {
      search: pick(['ZONE', 'o', '12', '.5', '2021-', 'tru', '医', '～', 'Ä', 'ä', '-'], next),
    }),
    orderBy,
  };
}

/** All that rows say, but for the statement behind them. */
async function tell(rows: Rows, wanted: string, orWhere: readonly Condition[]): Promise<unknown> {
  const { columns, rowCount, allRows } = rows;
  const middle = Math.floor(rowCount / 2);
  let csv = '';
  for await (const piece of rows.toCsv({ locale: 'en', bom: true })) csv += piece;
  const [whole, part, beyond] = [
    await rows.window(0, count),
    await rows.window(middle, 7),
    await rows.window(rowCount, 3),
  ];
  return {
    ...{ columns, rowCount, allRows, csv },
    windows: [whole, part, beyond],
    found: await rows.find(wanted, { orWhere }),
    summaries: await rows.summarize(),
    totals: await rows.totals(),
  };
}

describe('the same rows in the page and in the engine', () => {
  it('give the same answers to any question', { timeout: patience() }, async () => {
    let staying = 0;
    for (const seed of seeds('page rows', 1000)) {
      const next = random(seed);
      const question = randomQuestion(next);
      const wanted = pick(['o', '1', '集成', "'", 'ONE', '2022', 'false', '0.5'], next);
      const orWhere: readonly Condition[] = [
        ...(next() < 0.3 ? [randomCondition(next)] : []),
        ...(next() < 0.3 ? [pick(meanings, next)] : []),
      ];
      const label = `seed ${seed}: ${JSON.stringify(question)}`;
      const asked = await metrics.rows({ dataset: 'ledger', ...question });
      const own = await page.arrange(question);
      expect(await tell(own, wanted, orWhere), label).toEqual(await tell(asked, wanted, orWhere));
      staying += own.rowCount;
      await asked.close();
      await own.close();
    }
    // Neither all rows nor none.
    expect(staying).toBeGreaterThan(count);
  });

  it('stand in the same order where they are the answer to a query', async () => {
    const query = { metrics: ['amounts', 'visits'], by: ['month', 'name'], totals: true } as const;
    const own = createPageRows(await metrics.query(query), series);
    for (const orderBy of [
      [],
      [{ column: 'amounts', direction: 'descending' }],
      [{ column: 'name' }, { column: 'month', direction: 'descending' }],
      [{ column: 'visits' }],
    ] as const) {
      const asked = await metrics.rows({ query, orderBy });
      const arranged = await own.arrange({ orderBy });
      expect(arranged.columns.map(({ name, role }) => [name, role])).toEqual(
        asked.columns.map(({ name, role }) => [name, role]),
      );
      const [one, other] = [await arranged.window(0, 2000), await asked.window(0, 2000)];
      for (const [at, { type }] of arranged.columns.entries()) {
        // A result has the nearest double of an exact sum.
        const read = (cell: string | null) => (type === 'DOUBLE' && cell !== null ? Number(cell) : cell);
        expect(one.columns[at]!.map(read)).toEqual(other.columns[at]!.map(read));
      }
      await asked.close();
    }
  });

  it.each<Query>([
    { metrics: ['amounts', 'visits', 'rates'], by: ['year', 'name'] },
    { metrics: ['amounts', 'visits'], by: ['year', 'name'], totals: true },
    { metric: 'visits', by: ['year'], compare: 'year-over-year' },
    { metric: 'visits', by: ['month'], cumulative: 'year-to-date' },
    { metric: 'visits', by: ['name'], share: true },
  ])('have the same totals where they are the answer to %j', async (query) => {
    const result = await metrics.query(query);
    const own = await createPageRows(result, series).arrange({});
    const asked = await metrics.rows({ query });
    const adding = (rows: Rows): readonly string[] =>
      rows.columns.filter(({ additive }) => additive).map(({ name }) => name);
    expect(adding(own)).toEqual(adding(asked));
    expect(adding(own)).toEqual(query.cumulative ? [] : query.metric ? ['value'] : ['amounts', 'visits']);
    const [one, other] = [await own.totals(), await asked.totals()];
    for (const [at, sum] of one.entries()) {
      if (sum === null || other[at] === null) expect(sum).toBe(other[at]);
      // A result has the nearest doubles of exact figures.
      else expect(Math.abs(Number(sum) / Number(other[at]) - 1)).toBeLessThan(1e-12);
    }
    await asked.close();
  });
});
