import { createMetrics, type Condition, type Metrics, type RowsQuestion } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlText } from '../../../packages/metrics/src/base/sql.js';
import { seeds } from '../../soak.js';
import { throwDice, type Dice } from '../query/worlds.js';
import { ledger, ledgerMetrics, texts, writeLedger } from './ledger.js';

const engine = nodeEngine();
const metrics: Metrics = createMetrics({ engine });
beforeAll(async () => {
  await metrics.add({ contract: ledger, file: writeLedger(3_000), metrics: ledgerMetrics });
});
afterAll(() => metrics.close());

/** A condition, and the same in SQL. */
interface Drawn {
  readonly condition: Condition;
  readonly sql: string;
}

function drawCondition({ pick, whole, chance }: Dice, depth = 0): Drawn {
  const again = (dice: Dice): Drawn => drawCondition(dice, depth + 1);
  const dice = { pick, whole, chance } as Dice;
  if (depth < 2 && chance(0.15)) {
    const one = again(dice);
    return { condition: { not: one.condition }, sql: `NOT (${one.sql})` };
  }
  if (depth < 2 && chance(0.15)) {
    const both = [again(dice), again(dice)];
    return {
      condition: { or: both.map(({ condition }) => condition) },
      sql: both.map(({ sql }) => `(${sql})`).join(' OR '),
    };
  }
  const [text, number] = [pick(texts), whole(0, 100)];
  const name = sqlText(text);
  return pick<Drawn>([
    { condition: { column: 'name', equals: text }, sql: `name = ${name}` },
    { condition: { column: 'name', above: text }, sql: `name > ${name}` },
    {
      condition: { column: 'name', contains: text.slice(-1) },
      sql: `contains(name, ${sqlText(text.slice(-1))})`,
    },
    { condition: { column: 'visitors', below: number }, sql: `visitors < ${number}` },
    {
      condition: { column: 'rate', between: [number / 2, number] },
      sql: `rate BETWEEN ${number / 2} AND ${number}`,
    },
    { condition: { column: 'amount', atLeast: number * 1000 }, sql: `amount >= ${number * 1000}` },
    { condition: { column: 'amount', null: true }, sql: 'amount IS NULL' },
    { condition: { column: 'open', equals: true }, sql: 'open' },
    { condition: { column: 'day', atMost: '2023-06-30' }, sql: "day <= DATE '2023-06-30'" },
  ]);
}

/** The cells as texts, and the text that a search looks at. */
const cells: Readonly<Record<string, string>> = {
  entry: 'entry::VARCHAR',
  day: 'day::VARCHAR',
  name: 'name',
  amount: 'amount::VARCHAR',
  rate: "regexp_replace(rate::VARCHAR, '\\.0$', '')",
  open: 'open::VARCHAR',
  visitors: 'visitors::VARCHAR',
};
const names = Object.keys(cells);

function draw(seed: number): {
  readonly question: RowsQuestion;
  readonly sql: string;
  readonly where: string;
} {
  const dice = throwDice(seed);
  const { some, chance, pick, whole } = dice;
  const columns = chance(0.5) ? some(names, 3) : [];
  const shown = columns.length > 0 ? columns : names;
  const conditions = Array.from({ length: whole(0, 2) }, () => drawCondition(dice));
  const search = chance(0.3)
    ? pick(['Z', '1', '集', 'tru', '-0', '.5', '😀', "it'", '2020', 'e'])
    : undefined;
  const orderBy = some(names, 2).map((column) => ({
    column,
    direction: chance(0.5) ? ('descending' as const) : ('ascending' as const),
  }));
  const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const ascii = (of: string): string =>
    `translate(${of}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`;
  const where = [
    'true',
    ...conditions.map(({ sql }) => `(${sql})`),
    ...(search === undefined
      ? []
      : [
          `contains(concat_ws(chr(1), ${shown.map((one) => ascii(cells[one]!)).join(', ')}), ${sqlText(lower(search))})`,
        ]),
  ].join(' AND ');
  const order = [
    ...orderBy.map(
      ({ column, direction }) => `${column} ${direction === 'descending' ? 'DESC' : 'ASC'} NULLS LAST`,
    ),
    'entry',
  ];
  return {
    question: {
      dataset: 'ledger',
      ...(columns.length > 0 && { columns }),
      where: conditions.map(({ condition }) => condition),
      orderBy,
      ...(search !== undefined && { search }),
    },
    sql: `SELECT ${shown.map((one, i) => `${cells[one]!} AS c${i}`).join(', ')} FROM (SELECT *, row_number() OVER (ORDER BY ${order.join(', ')}) AS place FROM memory.main.ledger WHERE ${where}) ORDER BY place`,
    where,
  };
}

test('random questions give the rows of plain SQL, by windows of any size, and its sums', async () => {
  for (const seed of seeds('rows', 2_000)) {
    const { question, sql, where } = draw(seed);
    const told = `seed ${seed}: ${JSON.stringify(question)}`;
    const [plain, sums] = [
      await engine.run(sql),
      await engine.run(
        `SELECT sum(amount)::VARCHAR AS amount, sum(visitors)::VARCHAR AS visitors FROM memory.main.ledger WHERE ${where}`,
      ),
    ];
    const rows = await metrics.rows(question);
    expect(rows.rowCount, told).toBe(plain.rowCount);
    const { whole } = throwDice(seed + 1);
    const walked: (string | null)[][] = rows.columns.map(() => []);
    for (let start = 0; start < rows.rowCount;) {
      const { columns } = await rows.window(start, whole(1, 1500));
      for (const [i, one] of columns.entries()) walked[i]!.push(...one);
      start += columns[0]!.length;
    }
    expect(walked, told).toEqual(plain.columns.map(({ values }) => values));
    const totals = await rows.totals();
    for (const [i, { name }] of sums.columns.entries()) {
      const at = rows.columns.findIndex((one) => one.name === name);
      if (at >= 0) expect(totals[at], told).toBe(sums.columns[i]!.values[0]);
    }
    await rows.close();
  }
});
