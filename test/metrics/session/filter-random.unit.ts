import {
  createMetrics,
  narrowQuery,
  type Condition,
  type Filter,
  type Metrics,
  type Selection,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience, seeds } from '../../soak.js';
import { throwDice, type Dice } from '../query/worlds.js';
import { returnMetrics, returns, returnTable } from './returns.js';

const engine = nodeEngine();
const metrics: Metrics = createMetrics({ engine, cacheBytes: 0 });
const fields = ['quarter', 'zone', 'granted', 'grade'] as const;
/** The plain SQL of each metric. */
const measures = {
  fees: 'sum(fee)',
  'granted-fees': 'sum(fee) FILTER (WHERE granted)',
  counted: 'count(*)',
  grades: 'count(DISTINCT grade)',
  middle: 'quantile_cont(CAST(fee AS DOUBLE), 0.5)',
  weights: 'fsum(weight)',
} as const;
type Measured = keyof typeof measures;
const filters = new Map<Measured, Filter>();

beforeAll(async () => {
  await metrics.add({ contract: returns, table: returnTable(), metrics: returnMetrics });
  for (const metric of Object.keys(measures) as Measured[]) {
    filters.set(metric, await metrics.filter({ dataset: 'returns', fields, metric }));
  }
});
afterAll(() => metrics.close());

/** A condition, its column or columns, and the same in plain SQL. */
interface Drawn {
  readonly condition: Condition;
  readonly columns: readonly string[];
  readonly sql: string;
}

function drawTest({ pick, some, chance, whole }: Dice): Drawn {
  const [column, values] = pick([
    ['zone', ["'west'", "'north'", "'east'", "'south'"]],
    ['granted', ['true', 'false']],
    ['grade', ['0', '5', '10', '15', '20']],
    ['month', ["'2025-02-01'", "'2025-11-01'", "'2026-05-01'"]],
    ['fee', ['100.5', '450', '899.99']],
  ] as const);
  const scalar = (text: string): string | number | boolean =>
    JSON.parse(text.replaceAll("'", '"')) as string | number | boolean;
  const one = (condition: object, sql: string): Drawn => ({
    condition: { column, ...condition } as Condition,
    columns: [column],
    sql: `${column} ${sql}`,
  });
  const value = pick<string>(values);
  if (chance(0.15)) return chance(0.5) ? one({ null: true }, 'IS NULL') : one({ null: false }, 'IS NOT NULL');
  if (column === 'zone' && chance(0.2)) {
    const part = pick(['t', 'st', 'or']);
    return { ...one({ contains: part }, ''), sql: `zone LIKE '%${part}%'` };
  }
  if (column !== 'granted' && column !== 'zone' && chance(0.5)) {
    const above = chance(0.5);
    if (chance(0.4)) {
      const [from, to] = [whole(0, values.length - 1), values.length - 1];
      return one(
        { between: [scalar(values[from]!), scalar(values[to]!)] },
        `BETWEEN ${values[from]!} AND ${values[to]!}`,
      );
    }
    return one({ [above ? 'atLeast' : 'below']: scalar(value) }, `${above ? '>=' : '<'} ${value}`);
  }
  const list = [value, ...some<string>(values, 2)];
  if (chance(0.6)) return one({ in: list.map(scalar) }, `IN (${list.join(', ')})`);
  return chance(0.7)
    ? one({ equals: scalar(value) }, `= ${value}`)
    : one({ notEquals: scalar(value) }, `<> ${value}`);
}

function draw(dice: Dice): Drawn {
  if (dice.chance(0.75)) return drawTest(dice);
  if (dice.chance(0.4)) {
    const { condition, columns, sql } = drawTest(dice);
    return { condition: { not: condition }, columns, sql: `NOT (${sql})` };
  }
  const both = [drawTest(dice), drawTest(dice)];
  return {
    condition: { or: both.map(({ condition }) => condition) },
    columns: both.flatMap(({ columns }) => columns),
    sql: `(${both.map(({ sql }) => sql).join(' OR ')})`,
  };
}

const periods = [
  ['2025', '2025-01-01', '2025-12-31'],
  ['2026-Q2', '2026-04-01', '2026-06-30'],
  ['2025-02/2025-04', '2025-02-01', '2025-04-30'],
  ['2025-H2/2026-03', '2025-07-01', '2026-03-31'],
  ['2024', '2024-01-01', '2024-12-31'],
] as const;

/** The parts of plain SQL by their numbers: values with their rows and figures. */
async function ask(
  parts: readonly string[],
): Promise<readonly ReadonlyMap<string | null, readonly [number, number | null]>[]> {
  const { columns } = await engine.run(parts.join(' UNION ALL '), {
    types: ['DOUBLE', 'VARCHAR', 'DOUBLE', 'DOUBLE'],
  });
  const [places, values, rows, figures] = columns.map((one) => one.values) as [
    number[],
    (string | null)[],
    number[],
    (number | null)[],
  ];
  return parts.map((_, i) => {
    const own = places.flatMap((place, row) => (place === i ? [row] : []));
    return new Map(own.map((row) => [values[row]!, [rows[row]!, figures[row]!]]));
  });
}

test(
  '10 000 random filters equal plain SQL over the rows: counts and figures of each value, and a chart under them',
  async () => {
    const names = Object.keys(measures) as Measured[];
    for (const seed of seeds('filters', 10_000, 10)) {
      const dice = throwDice(seed);
      const drawn = Array.from({ length: dice.whole(0, 3) }, () => draw(dice));
      const period = dice.chance(0.5) ? dice.pick(periods) : undefined;
      const selection: Selection = {
        where: drawn.map(({ condition }) => condition),
        ...(period && { during: period[0] }),
      };
      const tests = (own?: string): string => {
        const kept = drawn
          .filter(({ columns }) => own === undefined || !columns.includes(own))
          .map(({ sql }) => sql);
        if (period && own !== 'month') kept.push(`month BETWEEN '${period[1]}' AND '${period[2]}'`);
        return kept.length > 0 ? `WHERE ${kept.join(' AND ')}` : '';
      };
      const metric = dice.pick(names);
      const told = `seed ${seed}: ${metric} under ${JSON.stringify(selection)}`;
      const { rows, fields: states } = await filters.get(metric)!.select(selection);
      const part = (i: number, key: string, own?: string): string =>
        `SELECT CAST(${i} AS DOUBLE), CAST(${key} AS VARCHAR), CAST(count(*) AS DOUBLE), CAST(${measures[metric]} AS DOUBLE)
          FROM memory.main.returns ${tests(own)} ${own === undefined ? '' : `GROUP BY ${key}`}`;
      const plain = await ask([
        part(0, 'NULL'),
        part(1, "date_trunc('quarter', month)::DATE", 'month'),
        ...fields.slice(1).map((name, i) => part(i + 2, name, name)),
      ]);
      expect(rows, told).toBe(plain[0]!.get(null)![0]);
      for (const [i, { name, values }] of states.entries()) {
        const found = plain[i + 1]!;
        for (const { value, rows: own, figure } of values) {
          const [counted, computed] = found.get(value) ?? [
            0,
            metric === 'counted' || metric === 'grades' ? 0 : null,
          ];
          expect(own, `${told}, ${name} ${value}`).toBe(counted);
          if (metric === 'weights' && figure != null)
            expect(Math.abs(figure - Number(computed)), told).toBeLessThanOrEqual(1e-12 * Math.abs(figure));
          else expect(figure, `${told}, ${name} ${value}`).toBe(computed);
        }
        expect(found.size, told).toBeLessThanOrEqual(values.length);
      }
      const query = narrowQuery({ metric, by: ['zone'] }, selection, metrics.catalogue, ['zone']);
      const answer = await metrics.query(
        query as { readonly metric: string; readonly by: readonly ['zone'] },
      );
      // Rows that the metric does not count have no row in the chart.
      const zones = states.find(({ name }) => name === 'zone')!.values;
      const shown = answer.columns.map(({ values }) => values) as [(string | null)[], (number | null)[]];
      const charted = new Map(shown[0].map((value, row) => [value, shown[1][row]!]));
      const none = metric === 'counted' || metric === 'grades' ? 0 : null;
      for (const { value, figure = null } of zones) expect(charted.get(value) ?? none, told).toBe(figure);
    }
  },
  patience(),
);
