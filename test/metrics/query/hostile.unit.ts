import { compileQuery } from '@zj/metrics/sql';
import { MetricsError, type Contract, type Metric } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { times } from '../../soak.js';
import { drawHostile, impostors } from './hostile.js';

const words = (text: string) => ({ zh: text, en: text });
const texts = drawHostile(400 + times(1600));

/** Texts that the engine can hold: no NUL, no half of a character. */
const holdable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
const held = texts.filter(holdable);

/** As a text that was bytes: half a character is none. */
const shown = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

const contract: Contract = {
  version: 1,
  id: 'notes',
  name: words('notes'),
  description: words('notes'),
  file: 'notes.csv',
  source: words('test'),
  reportedThrough: '2026-12-31',
  columns: [
    { name: 'day', label: words('day'), type: 'DATE' },
    { name: 'note', label: words('note'), type: 'VARCHAR' },
    { name: 'size', label: words('size'), type: 'INTEGER' },
    { name: 'fee', label: words('fee'), type: 'DECIMAL(9,2)' },
    { name: 'open', label: words('open'), type: 'BOOLEAN' },
  ],
  key: ['note'],
  time: { column: 'day', grain: 'day' },
};
const notes: Metric = {
  ...{ id: 'notes', name: words('notes'), description: words('notes'), unit: words('1') },
  ...{ dataset: 'notes', measure: { count: 'rows' } },
};
const catalogue = { metrics: [notes], datasets: [{ contract }] };

let duckdb: Workbench;
let before: unknown;
beforeAll(async () => {
  duckdb = await openWorkbench();
  // As bytes, so that the stored text and the asked text are not written by the same code.
  const rows = held.map((text) => `(decode(from_hex('${Buffer.from(text).toString('hex')}')))`);
  await duckdb.execute(`CREATE TABLE notes AS
    SELECT DATE '2026-01-01' AS day, note, 1 AS size, CAST(1 AS DECIMAL(9,2)) AS fee, true AS open
    FROM (VALUES ${rows.join(', ')}) AS texts(note)`);
  before = await everything();
});
afterAll(() => duckdb.close());

/** All tables with their columns and rows. */
async function everything(): Promise<unknown> {
  return [
    await duckdb.rows('SELECT table_name, sql FROM duckdb_tables() ORDER BY 1'),
    await duckdb.rows('SELECT view_name FROM duckdb_views() WHERE NOT internal'),
    await duckdb.rows('SELECT path FROM duckdb_databases() ORDER BY 1'),
    await duckdb.rows('SELECT count(*) AS n, bit_xor(hash(notes)) AS digest FROM notes'),
  ];
}

/** Every statement there: `rows` runs any statements, one after another, and refuses none. */
async function ask(query: unknown): Promise<readonly unknown[]> {
  const rows = await duckdb.rows(compileQuery(query, catalogue).sql);
  return rows.map(({ note, value }) => (note === undefined ? value : note));
}

/** The code of the refusal; `answered` where there is none. */
function codeOf(query: unknown, asked: unknown = catalogue): string {
  try {
    compileQuery(query, asked as typeof catalogue);
    return 'answered';
  } catch (error) {
    if (error instanceof MetricsError) return error.code;
    throw error;
  }
}

describe('hostile texts', () => {
  test('as values of conditions find themselves and nothing else', async () => {
    const there = new Set(held);
    for (const text of texts) {
      const found = await ask({ metric: 'notes', by: ['note'], where: [{ column: 'note', equals: text }] });
      // A text that cannot be held may be asked for by its replacement character.
      if (holdable(text)) expect(found).toEqual([shown(text)]);
      else
        expect(found.every((note) => there.has(String(note)) && String(note).includes('\uFFFD'))).toBe(true);
    }
  });

  test('as values of a list or a range find themselves', async () => {
    for (let i = 0; i < held.length; i += 20) {
      const list = held.slice(i, i + 20);
      expect(await ask({ metric: 'notes', where: [{ column: 'note', in: list }] })).toEqual([list.length]);
    }
    for (const text of held.filter((_, i) => i % 10 === 0))
      expect(await ask({ metric: 'notes', where: [{ column: 'note', between: [text, text] }] })).toEqual([1]);
  });

  test('as values of a metric’s own conditions find themselves', async () => {
    for (const text of held.filter((_, i) => i % 10 === 5)) {
      const metric = { ...notes, where: [{ column: 'note', equals: text }] };
      const { sql } = compileQuery({ metric: 'notes' }, { ...catalogue, metrics: [metric] });
      expect(await duckdb.rows(sql)).toEqual([{ value: 1 }]);
    }
  });

  test('as members of the first and the rest are data', async () => {
    const rows = await duckdb.rows(
      compileQuery({ metric: 'notes', by: ['note'], top: { count: 1990 }, totals: true }, catalogue).sql,
    );
    const members = rows.filter(({ row_kind: kind }) => kind === 'value').map(({ note }) => note);
    expect(members.length).toBe(Math.min(held.length, 1990));
    const there = new Set(held.map(shown));
    expect(members.filter((member) => !there.has(String(member)))).toEqual([]);
  });

  const places: readonly [string, (text: unknown) => unknown][] = [
    ['a number', (text) => ({ metric: 'notes', where: [{ column: 'size', equals: text }] })],
    ['an amount', (text) => ({ metric: 'notes', where: [{ column: 'fee', between: [null, text] }] })],
    ['a day', (text) => ({ metric: 'notes', where: [{ column: 'day', in: [text] }] })],
    ['a truth value', (text) => ({ metric: 'notes', where: [{ column: 'open', equals: text }] })],
    ['a column of a condition', (text) => ({ metric: 'notes', where: [{ column: text, null: true }] })],
    ['a metric', (text) => ({ metric: text })],
    ['one of the metrics', (text) => ({ metrics: ['notes', text] })],
    ['a dimension', (text) => ({ metric: 'notes', by: [text] })],
    [
      'the dimension of the first',
      (text) => ({ metric: 'notes', by: ['note'], top: { count: 1, of: text } }),
    ],
    ['the metric of the first', (text) => ({ metric: 'notes', by: ['note'], top: { count: 1, by: text } })],
    ['the number of the first', (text) => ({ metric: 'notes', by: ['note'], top: { count: text } })],
    ['a period', (text) => ({ metric: 'notes', during: text })],
    ['the end of a period', (text) => ({ metric: 'notes', during: `2026/${String(text)}` })],
    ['the first day', (text) => ({ metric: 'notes', during: { start: text, end: '2026-12-31' } })],
    ['the last day', (text) => ({ metric: 'notes', during: { start: '2026-01-01', end: text } })],
    [
      'a grain of periods',
      (text) => ({ metric: 'notes', during: { last: 1, grain: text, asOf: '2026-01-01' } }),
    ],
    ['the day as of', (text) => ({ metric: 'notes', during: { last: 1, grain: 'day', asOf: text } })],
    [
      'how many periods',
      (text) => ({ metric: 'notes', during: { last: text, grain: 'day', asOf: '2026-01-01' } }),
    ],
    ['a month', (text) => ({ metric: 'notes', fiscalStart: text })],
    ['a comparison', (text) => ({ metric: 'notes', by: ['month'], compare: text })],
    ['an accumulation', (text) => ({ metric: 'notes', by: ['month'], cumulative: text })],
    ['how many buckets', (text) => ({ metric: 'notes', by: ['month'], rolling: text })],
    ['a switch', (text) => ({ metric: 'notes', by: ['note'], totals: text })],
    ['a key', (text) => ({ metric: 'notes', [String(text)]: 1 })],
    [
      'a key of a condition',
      (text) => ({ metric: 'notes', where: [{ column: 'note', [String(text)]: 'x' }] }),
    ],
    ['the whole query', (text) => text],
  ];
  /** Texts that some place asks for: the metric here, and numbers. */
  const meant = new Set(['notes', '-0', '0000']);

  test.each(places)('as %s are refused with a code', (_, place) => {
    for (const text of texts.filter((one) => !meant.has(one)))
      expect(['REFUSED', 'UNKNOWN_NAME'], JSON.stringify(text.slice(0, 80))).toContain(codeOf(place(text)));
  });

  test.each(places.filter(([name]) => !/a key|end of a period/.test(name)))(
    'that are no texts are refused as %s',
    (_, place) => {
      for (const impostor of impostors)
        expect(['REFUSED', 'UNKNOWN_NAME']).toContain(codeOf(place(impostor)));
    },
  );

  test('as names of tables and columns are names', async () => {
    // Names are the same in capitals to the engine, and none is empty.
    const names = [
      ...new Map(
        held.filter((one) => one !== '' && one.length < 200).map((one) => [one.toLowerCase(), one]),
      ).values(),
    ];
    const quoted = (name: string): string => `"${name.split('"').join('""')}"`;
    await duckdb.execute('ATTACH \':memory:\' AS "o\'th""er"; CREATE SCHEMA "o\'th""er"."sch;ema"');
    for (const name of names.filter((_, i) => i % 8 === 0)) {
      const table = ['o\'th"er', 'sch;ema', name];
      const path = table.map(quoted).join('.');
      await duckdb.execute(
        `CREATE TABLE ${path} AS SELECT DATE '2026-01-01' AS day, 'x' AS ${quoted(name)}, 7 AS "si""ze"`,
      );
      const columns = [
        { name: 'day', label: words('day'), type: 'DATE' },
        { name, label: words('name'), type: 'VARCHAR' },
        { name: 'si"ze', label: words('size'), type: 'INTEGER' },
      ] as const;
      const relation = { contract: { ...contract, columns }, table };
      const metric: Metric = { ...notes, id: `sum of ${name}`, measure: { sum: 'si"ze' } };
      const query = { metrics: [metric.id], by: [name, 'year'], where: [{ column: name, equals: 'x' }] };
      const { sql } = compileQuery(query, { metrics: [metric], datasets: [relation] });
      const rows = await duckdb.rows(sql);
      expect(Object.values(rows[0]!), sql).toEqual(['x', '2026-01-01', 7]);
    }
    await duckdb.execute('DETACH "o\'th""er"');
  });

  test('leave every table as it was', async () => {
    expect(await everything()).toEqual(before);
  });
});
