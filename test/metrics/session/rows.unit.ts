import { createHash } from 'node:crypto';
import { createMetrics, type Metrics, type Rows, type RowsQuestion } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareTexts } from '../../../packages/metrics/src/base/order.js';
import { ledger, ledgerMetrics, texts, writeLedger } from './ledger.js';
import { codeOf, watch } from './own.js';

let statements: string[];
let engine: ReturnType<typeof nodeEngine>;
let metrics: Metrics;
beforeEach(() => {
  statements = [];
  engine = nodeEngine();
  metrics = createMetrics({ engine: watch(engine, statements) });
});
afterEach(() => metrics.close());

const load = (count: number) =>
  metrics.add({ contract: ledger, file: writeLedger(count), metrics: ledgerMetrics });
const ask = (question: Omit<RowsQuestion, 'dataset'> = {}) =>
  metrics.rows({ dataset: 'ledger', ...question });
/** The cells of one column, of all rows, by windows of one size. */
async function walk(rows: Rows, size = 1000): Promise<(string | null)[][]> {
  const columns: (string | null)[][] = rows.columns.map(() => []);
  for (let start = 0; start < rows.rowCount; start += size) {
    const window = await rows.window(start, size);
    for (const [i, cells] of window.columns.entries()) columns[i]!.push(...cells);
  }
  return columns;
}
const column = async (rows: Rows, name: string): Promise<(string | null)[]> =>
  (await walk(rows))[rows.columns.findIndex((one) => one.name === name)]!;

test('a walk through 100 000 rows by windows gives the hash that DuckDB gives of the ordered table', async () => {
  await load(100_000);
  const rows = await ask({ orderBy: [{ column: 'name' }, { column: 'rate', direction: 'descending' }] });
  expect([rows.rowCount, rows.allRows]).toEqual([100_000, 100_000]);
  const columns = await walk(rows, 7_777);
  const lines = columns[0]!.map((_, row) => columns.map((cells) => cells[row] ?? 'NULL').join('|'));
  const own = createHash('sha256').update(lines.join('\n')).digest('hex');
  const { columns: hash } = await engine.run(
    `SELECT sha256(string_agg(concat_ws('|', entry, day, coalesce(name, 'NULL'), coalesce(amount::VARCHAR, 'NULL'),
       coalesce(regexp_replace(rate::VARCHAR, '\\.0$', ''), 'NULL'), coalesce(open::VARCHAR, 'NULL'), visitors), chr(10)
       ORDER BY name NULLS LAST, rate DESC NULLS LAST, entry)) AS hash FROM memory.main.ledger`,
  );
  expect(own).toBe(hash[0]!.values[0]);
});

test('another order while one is walked loses no row and has none twice', async () => {
  await load(5_000);
  const one = await ask({ orderBy: [{ column: 'visitors' }] });
  const seen: (string | null)[] = [];
  for (let start = 0; start < one.rowCount; start += 500) {
    seen.push(...(await one.window(start, 500)).columns[0]!);
    const other = await ask({
      orderBy: [{ column: 'day', direction: start % 1000 ? 'ascending' : 'descending' }],
    });
    expect(new Set(await column(other, 'entry')).size).toBe(5_000);
    await other.close();
  }
  expect(new Set(seen).size).toBe(5_000);
  expect(seen).toHaveLength(5_000);
});

test('the first rows are those of the whole order, with an order of all or without', async () => {
  await load(3_000);
  const question = { orderBy: [{ column: 'amount', direction: 'descending' }] } as const;
  const quick = await ask(question);
  const whole = await ask(question);
  const last = await whole.window(2_900, 100);
  expect(last.columns[0]).toHaveLength(100);
  for (const [start, count] of [
    [0, 50],
    [50, 50],
    [400, 600],
  ] as const) {
    expect(await quick.window(start, count)).toEqual(await whole.window(start, count));
  }
  // Both come with their first 50 rows; then two windows are read without the order of all.
  expect(statements.filter((sql) => /LIMIT \d/.test(sql))).toHaveLength(4);
});

test('texts are in the order of code points, empty cells last in both directions', async () => {
  await load(500);
  const sorted = [...texts].sort(compareTexts);
  expect(sorted.indexOf('😀')).toBeGreaterThan(sorted.indexOf('～'));
  const up = await column(await ask({ orderBy: [{ column: 'name' }] }), 'name');
  const down = await column(await ask({ orderBy: [{ column: 'name', direction: 'descending' }] }), 'name');
  expect([...new Set(up)]).toEqual([...sorted, null]);
  expect([...new Set(down)]).toEqual([...sorted.reverse(), null]);
});

test('an order of the page is kept, others come after it', async () => {
  await load(500);
  const ranks = ['集成电路', '😀', '生物医药'];
  const rest = texts.filter((one) => !ranks.includes(one)).sort(compareTexts);
  const up = await column(await ask({ orderBy: [{ column: 'name', ranks }] }), 'name');
  expect([...new Set(up)]).toEqual([...ranks, ...rest, null]);
  const down = { column: 'name', ranks, direction: 'descending' } as const;
  expect([...new Set(await column(await ask({ orderBy: [down] }), 'name'))]).toEqual([
    ...[...ranks].reverse(),
    ...[...rest].reverse(),
    null,
  ]);
});

test('cells are exact to the digit, and empty ones say why', async () => {
  await load(200);
  const { columns, means } = await (await ask({ columns: ['amount', 'rate', 'day'] })).window(0, 200);
  expect(columns[0]![1]).toBe('48271.0000000001');
  expect(columns[0]![0]).toBeNull();
  expect(means[0]![0]).toBe('suppressed');
  expect([means[0]![1], new Set(means[1]), means[2]]).toEqual([null, new Set([null]), null]);
  expect(columns[1]!.filter((cell) => cell?.endsWith('.0'))).toEqual([]);
  expect(columns[2]![0]).toBe('2020-01-01');
});

test('a rate that is no number is an empty cell everywhere', async () => {
  await load(4);
  await engine.build(
    'ledger',
    `SELECT * REPLACE (CASE entry WHEN 0 THEN 'NaN'::DOUBLE WHEN 1 THEN '-Infinity'::DOUBLE WHEN 2 THEN -0.0::DOUBLE ELSE 1e300::DOUBLE END AS rate) FROM memory.main.ledger`,
  );
  const rows = await ask({ columns: ['rate'], orderBy: [{ column: 'rate', direction: 'descending' }] });
  expect((await rows.window(0, 4)).columns[0]).toEqual([`1${'0'.repeat(300)}`, '0', null, null]);
  expect((await rows.summarize())[0]).toMatchObject({
    empty: 2,
    distinct: 2,
    greatest: `1${'0'.repeat(300)}`,
  });
});

describe('search and find', () => {
  test('know ASCII letters in either case, and all else as it is written', async () => {
    await load(1_000);
    const names = async (search: string) =>
      [...new Set(await column(await ask({ columns: ['name'], search }), 'name'))].sort();
    expect(await names('ZONE')).toEqual(['Zone', 'zone']);
    expect(await names('ä')).toEqual(['ärger']);
    expect(await names("'S")).toEqual(["it's"]);
    expect(await names('电')).toEqual(['集成电路']);
    expect(await names('%')).toEqual([]);
    expect(await names('😀')).toEqual(['😀']);
  });

  test('look at the cells that are shown, as they are shown', async () => {
    await load(1_000);
    const rows = await ask({ orderBy: [{ column: 'amount' }] });
    const cells = await walk(rows);
    const wanted = '0000007';
    const places = cells[0]!.flatMap((_, row) =>
      cells.some((one) => one[row]?.includes(wanted)) ? [row] : [],
    );
    expect(await rows.find(wanted)).toEqual({ count: places.length, rows: places });
    expect(places.length).toBeGreaterThan(5);
    expect(await (await ask({ columns: ['name'] })).find(wanted)).toEqual({ count: 0, rows: [] });
    expect((await ask({ search: wanted })).rowCount).toBe(places.length);
    expect((await ask({ search: '' })).rowCount).toBe(1_000);
  });

  test('finds rows that meet a condition, too, and refuses one on a column that there is not', async () => {
    await load(1_000);
    const rows = await ask();
    const orWhere = [{ column: 'entry', in: [3, 5] }];
    const found = await rows.find('no such text', { orWhere });
    expect(found.count).toBe(2);
    expect((await column(rows, 'entry')).filter((_, row) => found.rows.includes(row))).toEqual(['3', '5']);
    expect((await ask({ search: 'no such text', orWhere })).rowCount).toBe(2);
    const suppressed = [{ column: 'amount:means', equals: 'suppressed' }];
    const [amounts, why] = await rows
      .window(0, 1_000)
      .then(({ columns, means }) => [columns[3]!, means[3]!] as const);
    const told = amounts.flatMap((cell, row) => (cell === null && why[row] === 'suppressed' ? [row] : []));
    expect(told.length).toBeGreaterThan(0);
    expect((await rows.find('no such text', { orWhere: suppressed })).rows).toEqual(told);
    // It is for words that are looked for, not for the rows that stay.
    expect(await codeOf(ask({ where: suppressed }))).toMatch(/REFUSED|UNKNOWN_NAME/);
    expect(await codeOf(rows.find('x', { orWhere: [{ column: 'entri', equals: 3 }] }))).toMatch(
      /REFUSED|UNKNOWN_NAME/,
    );
  });
});

describe('summaries', () => {
  test('count empty and different cells, and have round bins that hold every row', async () => {
    await load(2_000);
    const rows = await ask();
    const all = await rows.summarize();
    for (const [i, { name, empty, distinct, least, greatest, bins }] of all.entries()) {
      const cells = await column(rows, name);
      const full = cells.filter((cell) => cell !== null);
      expect([empty, distinct], name).toEqual([cells.length - full.length, new Set(full).size]);
      expect(bins.length).toBeLessThanOrEqual(12);
      const { type } = rows.columns[i]!;
      if (type === 'VARCHAR') continue;
      expect(
        bins.reduce((sum, bin) => sum + bin.rows, 0),
        name,
      ).toBe(full.length);
      if (type === 'BOOLEAN') continue;
      const value = (text: string) => (type === 'DATE' ? Date.parse(text) : Number(text));
      expect([Math.min(...full.map(value)), Math.max(...full.map(value))]).toEqual([
        value(least!),
        value(greatest!),
      ]);
      for (const { from, to, rows: count } of bins) {
        const inside = full.filter((cell) => value(cell) >= value(from) && value(cell) < value(to!));
        expect(inside.length, `${name} ${from}`).toBe(count);
      }
    }
    expect(all.find(({ name }) => name === 'visitors')!.bins[1]).toMatchObject({ from: '10', to: '20' });
    expect(all.find(({ name }) => name === 'name')!.bins).toHaveLength(12);
  });

  test('of nothing have no bins, of one value one', async () => {
    await load(10);
    const none = await (await ask({ where: [{ column: 'visitors', above: 1000 }] })).summarize();
    expect(none[0]).toEqual({ name: 'entry', empty: 0, distinct: 0, least: null, greatest: null, bins: [] });
    const one = await (await ask({ where: [{ column: 'entry', equals: 7 }] })).summarize();
    expect(one[0]!.bins).toEqual([{ from: '7', rows: 1 }]);
  });
});

describe('totals', () => {
  test('are exact sums of the columns that add up, and of no other', async () => {
    await load(2_000);
    const rows = await ask({ where: [{ column: 'name', startsWith: '集' }] });
    const amounts = (await column(rows, 'amount')).map((cell) => BigInt((cell ?? '0').replace('.', '')));
    const sum = String(amounts.reduce((all, one) => all + one, 0n));
    const visits = (await column(rows, 'visitors')).reduce((all, one) => all + Number(one), 0);
    expect(await rows.totals()).toEqual([
      ...[null, null, null, `${sum.slice(0, -10)}.${sum.slice(-10)}`, null, null, String(visits)],
    ]);
  });

  test('beyond 38 digits are unknown, and hide no other', async () => {
    await load(3);
    await engine.build(
      'ledger',
      `SELECT * REPLACE ('9999999999999999999999999999.5'::DECIMAL(38,10) AS amount) FROM memory.main.ledger`,
    );
    expect((await (await ask({ columns: ['amount', 'visitors'] })).totals())[0]).toBeNull();
    expect((await (await ask({ columns: ['amount', 'visitors'] })).totals())[1]).toMatch(/^\d+$/);
  });

  test('are none where a metric says so, or where it sums some rows alone', async () => {
    const dated = { ...ledgerMetrics[0]!, additivity: 'semi-additive' as const };
    await metrics.add({ contract: ledger, file: writeLedger(10), metrics: [dated] });
    expect((await ask({ columns: ['amount'] })).columns[0]!.additive).toBe(false);
    const where = [{ column: 'name', equals: 'zone' }] as const;
    await metrics.add({
      contract: ledger,
      file: writeLedger(10),
      metrics: [{ ...ledgerMetrics[0]!, where }],
    });
    expect((await ask({ columns: ['amount'] })).columns[0]!.additive).toBe(false);
    expect((await ask({ columns: ['amount'], where })).columns[0]!.additive).toBe(true);
  });
});

describe('a question that cannot be answered', () => {
  test('tells all its problems at once, with the names that may be meant', async () => {
    await load(3);
    const wrong = ask({
      columns: ['nam', 'day', 'day'],
      where: [{ column: 'amuont', above: 1 }, { not: { column: 'amount', above: 'much' } }],
      orderBy: [{ column: 'rates' }, { column: 'day', ranks: ['a'] }],
      during: '2026-13',
    });
    await expect(wrong).rejects.toMatchObject({ code: 'REFUSED' });
    const { problems } = (await wrong.catch((error: unknown) => error)) as {
      problems: readonly { where: string; remedy: string }[];
    };
    expect(problems.map(({ where }) => where)).toEqual([
      ...['$.columns[2]', '$.columns[0]', '$.where[0].column', '$.where[1].not.above', '$.orderBy[0].column'],
      ...['$.orderBy[1].ranks', '$.during'],
    ]);
    expect(problems[1]!.remedy).toBe('Did you mean "name"?');
  });

  test('has a dataset or a query, and no other keys', async () => {
    await load(3);
    const rows = await ask();
    const codes = [
      metrics.rows({ dataset: 'legder' }),
      metrics.rows({}),
      metrics.rows({ dataset: 'ledger', query: { metric: 'visits' } }),
      metrics.rows({ query: { metric: 'visits' }, during: '2026' }),
      metrics.rows({ query: { metric: 'visit' } }),
      metrics.rows({ dataset: 'ledger', sort: [] } as never),
      rows.window(-1, 5),
      rows.window(0, 20_000),
    ].map(codeOf);
    expect(await Promise.all(codes)).toEqual([
      ...['UNKNOWN_NAME', 'REFUSED', 'REFUSED', 'REFUSED', 'UNKNOWN_NAME', 'REFUSED', 'REFUSED', 'REFUSED'],
    ]);
    const inner = metrics.rows({ query: { metric: 'visits', by: ['nam'] } });
    await expect(inner).rejects.toMatchObject({ problems: [{ where: '$.query.by[0]' }] });
  });
});

describe('the answer to a query', () => {
  const query = { metrics: ['amounts', 'visits'], by: ['name'], totals: true } as const;

  test('is exact, in its own order, and its totals are not added to their parts', async () => {
    await load(2_000);
    const rows = await metrics.rows({ query });
    const plain = await metrics.query(query);
    const cells = await walk(rows);
    expect(cells[0]).toEqual(plain.columns[0]!.values);
    expect(cells[1]!.map(Number)).toEqual(plain.columns[1]!.values);
    expect(cells[1]![0]).toMatch(/^-?\d+\.\d{10}$/);
    const total = cells[1]![cells[3]!.indexOf('total')];
    expect((await rows.totals()).slice(0, 2)).toEqual([null, total]);
    expect(rows.columns.map(({ type, role }) => `${role} ${type}`)).toEqual([
      ...['dimension VARCHAR', 'figure DECIMAL(38,10)', 'figure INTEGER', 'kind VARCHAR'],
    ]);
    expect(rows.completeness).toEqual(plain.completeness);
  });

  test('keeps its totals at the end in any order', async () => {
    await load(500);
    const rows = await metrics.rows({
      query,
      orderBy: [{ column: 'visits' }],
      where: [{ column: 'visits', above: 100 }],
    });
    const [, , visits, kinds] = await walk(rows);
    expect(kinds!.at(-1)).toBe('total');
    const figures = visits!.slice(0, -1).map(Number);
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
    expect(Math.min(...figures)).toBeGreaterThan(100);
  });

  test('leaves no table in the engine once it is closed', async () => {
    await load(50);
    const rows = await metrics.rows({ query, orderBy: [{ column: 'name', ranks: ['zone'] }] });
    await rows.find('zone');
    const tables = async () =>
      (
        await engine.run(
          "SELECT table_name AS name FROM system.main.duckdb_tables() WHERE table_name LIKE 'zj:%'",
        )
      ).rowCount;
    expect(await tables()).toBe(3);
    await rows.close();
    await rows.close();
    expect(await tables()).toBe(0);
    expect(await codeOf(rows.window(0, 1))).toBe('CLOSED');
    expect(await codeOf(metrics.rows({ query, columns: ['nam'] }))).toBe('UNKNOWN_NAME');
    expect(await tables()).toBe(0);
  });
});

describe('the file', () => {
  test('has all rows exactly, and no formulas', async () => {
    await load(12_000);
    const rows = await ask({ columns: ['name', 'amount'], orderBy: [{ column: 'amount' }] });
    const pieces: string[] = [];
    for await (const piece of rows.toCsv({ header: 'name', bom: true })) pieces.push(piece);
    expect(pieces).toHaveLength(4);
    const lines = pieces.join('').split('\r\n');
    const [names, amounts] = await walk(rows);
    expect(lines[0]).toBe('\uFEFFname,amount');
    expect(lines).toHaveLength(12_002);
    expect(lines[1]).toBe(`${names![0] === '=1+1' ? "'=1+1" : names![0]},${amounts![0]}`);
    expect(lines.filter((line) => line.startsWith('='))).toEqual([]);
    expect(lines.filter((line) => line.startsWith("'=1+1")).length).toBeGreaterThan(100);
    const labels = await rows.toCsv({ locale: 'en' })[Symbol.asyncIterator]().next();
    expect(labels.value).toBe('Name,Amount (yuan)\r\n');
  });

  test('stops where its reader stops, and by a signal', async () => {
    await load(12_000);
    const rows = await ask();
    const controller = new AbortController();
    let pieces = 0;
    const read = async () => {
      for await (const piece of rows.toCsv({ signal: controller.signal })) {
        expect(piece).not.toBe('');
        if (++pieces === 2) controller.abort();
      }
    };
    expect(await codeOf(read())).toBe('ABORTED');
    expect(pieces).toBe(2);
  });
});

describe('rows whose data change', () => {
  test('are closed with their dataset, and when it is replaced', async () => {
    await load(50);
    const rows = await ask({ orderBy: [{ column: 'amount' }] });
    const answer = await metrics.rows({ query: { metric: 'visits', by: ['name'] } });
    await rows.find('zone');
    await load(60);
    expect(await Promise.all([rows.window(0, 5), rows.totals(), answer.window(0, 5)].map(codeOf))).toEqual([
      ...['CLOSED', 'CLOSED', 'CLOSED'],
    ]);
    const next = await ask();
    await metrics.remove('ledger');
    expect(await codeOf(next.summarize())).toBe('CLOSED');
    await next.close();
    await rows.close();
  });

  test('go on where others change, and where the engine has lost their order', async () => {
    await load(500);
    const rows = await ask({ orderBy: [{ column: 'amount' }] });
    const before = await rows.window(100, 300);
    await rows.find('zone');
    await metrics.add({ contract: { ...ledger, id: 'other' }, file: writeLedger(5) });
    expect(await rows.window(100, 300)).toEqual(before);
    expect((await rows.window(450, 500)).columns[0]).toHaveLength(50);
  });

  test('are closed with the session', async () => {
    await load(50);
    const rows = await ask();
    await metrics.close();
    expect(await codeOf(rows.window(0, 5))).toBe('CLOSED');
    await rows.close();
  });
});

test('a call that is given up ends at once, and the next one answers', async () => {
  await load(100_000);
  const rows = await ask({ orderBy: [{ column: 'name' }, { column: 'amount' }] });
  const controller = new AbortController();
  const call = rows.window(50_000, 10, { signal: controller.signal });
  setTimeout(() => controller.abort(), 5);
  expect(await codeOf(call)).toBe('ABORTED');
  expect((await rows.window(50_000, 10)).columns[0]).toHaveLength(10);
  expect(await codeOf(ask({}).then((one) => one.window(0, 1, { signal: AbortSignal.abort() })))).toBe(
    'ABORTED',
  );
  expect(await codeOf(metrics.rows({ dataset: 'ledger' }, { signal: AbortSignal.abort() }))).toBe('ABORTED');
});

test('no rows are no rows', async () => {
  await load(5);
  const rows = await ask({ where: [{ column: 'visitors', below: 0 }], orderBy: [{ column: 'day' }] });
  expect([rows.rowCount, rows.allRows]).toEqual([0, 5]);
  expect((await rows.window(0, 10)).columns).toEqual(rows.columns.map(() => []));
  expect(await rows.totals()).toEqual(rows.columns.map(() => null));
  expect(await rows.find('zone')).toEqual({ count: 0, rows: [] });
});
