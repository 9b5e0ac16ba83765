import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetrics, type Contract, type Engine, type LoadedDataset, type Metrics } from '@zj/metrics';
import { readTable } from '@zj/metrics/dataset';
import { nodeEngine } from '@zj/metrics/node';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
  type MockInstance,
} from 'vitest';
import { patience, seeds } from '../../soak.js';
import { codeOf, rows, visitors, visits } from './own.js';

let folder: string;
let engine: Engine;
/** Rows that were handed from the page to the engine. */
let loads: MockInstance<Engine['load']>;
let metrics: Metrics;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-file-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  engine = nodeEngine();
  loads = vi.spyOn(engine, 'load');
  metrics = createMetrics({ engine });
});
afterEach(() => metrics.close());

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
async function writeLines(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}
const add = (file: unknown, more: object = {}): Promise<LoadedDataset> =>
  metrics.add({ contract: visits, metrics: [visitors], file: file as string, ...more });
const total = async (): Promise<unknown> => (await metrics.query({ metric: 'visitors' })).rows()[0]!.value;

describe('a file of one’s own', () => {
  test('is a path, a Blob or bytes', async () => {
    const path = await writeLines('visits.csv', rows);
    const text = `${rows.join('\n')}\n`;
    for (const file of [path, new Blob([text]), new File([text], 'gate.csv'), encode(text)]) {
      expect(await add(file)).toEqual({
        rows: { read: 3, kept: 3, rejected: 0 },
        rejects: [],
        problems: [],
      });
      expect(await total()).toBe(22);
    }
    expect(loads).not.toHaveBeenCalled();
  });

  test('is there in the place of a table, and not beside one', async () => {
    for (const wrong of [7, null, {}, [], new Date()]) expect(await codeOf(add(wrong))).toBe('REFUSED');
    expect(await codeOf(add(undefined))).toBe('REFUSED');
    const { table } = await readTable(encode(rows.join('\n')), { name: 'a.csv' });
    expect(await codeOf(add('a.csv', { table }))).toBe('REFUSED');
    expect(await codeOf(add(join(folder, 'nothing.csv')))).toBe('REFUSED');
    expect(await codeOf(add(folder))).toBe('REFUSED');
  });

  test('of a name that means something to an engine is read as it is', async () => {
    await writeLines('a1.csv', ['other']);
    for (const name of ['a*.csv', 'b?[1].csv', '{c}.csv', 'd=1/~e.csv', 'f.csv.gz', "it's.csv"]) {
      expect((await add(await writeLines(name, rows))).rows.kept, name).toBe(3);
    }
    expect(loads).not.toHaveBeenCalled();
  });

  test('leaves nothing behind in the system’s folders', async () => {
    const before = new Set(await readdir(tmpdir()));
    await add(encode(rows.join('\n')));
    await add(encode(`${rows.join('\n')}\n2026-02-30,x,1,1\n`));
    await add(encode(`${rows.join('\n')}\ntoo few\n`));
    const own = (await readdir(tmpdir())).filter((name) => !before.has(name) && name.startsWith('zj-'));
    for (const name of own)
      expect(await readdir(join(tmpdir(), name)).catch(() => [])).not.toContain('data.csv');
  });

  test('whose rows are wrong tells them as a table does', async () => {
    const { rows: counts, rejects } = await add(
      encode([...rows, 'x,east,1,1', '2026-01-05,east,3,1', '2026-01-07,,x,1.234'].join('\r\n')),
    );
    expect(counts).toEqual({ read: 6, kept: 3, rejected: 3 });
    expect(rejects.map(({ where, code }) => `${where} ${code}`)).toEqual([
      'visits.csv:5:1 wrong-type',
      'visits.csv:6:1 duplicate-row',
      'visits.csv:7:12 empty-cell',
      'visits.csv:7:13 wrong-type',
      'visits.csv:7:15 wrong-type',
    ]);
    expect(loads).not.toHaveBeenCalled();
    expect(await total()).toBe(22);
  });

  test('is given up when its caller is gone, and what was there stays', async () => {
    await add(encode(rows.join('\n')));
    const many = Array.from({ length: 400_000 }, (_, i) => `2026-01-05,zone ${i},1,1`);
    const file = await writeLines('many.csv', [rows[0]!, ...many]);
    for (const wait of [0, 5, 40, 120]) {
      const controller = new AbortController();
      const { signal } = controller;
      const call = codeOf(metrics.add({ contract: visits, metrics: [visitors], file }, { signal }));
      setTimeout(() => controller.abort(), wait);
      expect(await call).toBe('ABORTED');
      expect(await total()).toBe(22);
    }
    expect((await add(file)).rows.kept).toBe(400_000);
    expect(await total()).toBe(400_000);
  });

  test('keeps the order of its rows, however many there are', async () => {
    const many = Array.from({ length: 400_000 }, (_, i) => `2026-01-05,zone ${i},${i % 7 ? 1 : -1},1`);
    const { rejects } = await add(await writeLines('wrong.csv', [rows[0]!, ...many]));
    const [first, second] = rejects;
    expect([first!.where, second!.where].map((where) => where.slice(folder.length))).toEqual([
      '/wrong.csv:2:19',
      '/wrong.csv:9:19',
    ]);
    expect(rejects.at(-1)!.message).toContain('57143 cells of visitors');
  });

  test('never becomes a file that SQL of the caller can reach', async () => {
    const path = await writeLines('secret.csv', rows);
    await add(path);
    const outside = [
      `SELECT * FROM read_csv('${path}')`,
      `SELECT * FROM '${path}'`,
      `SELECT content FROM read_text('${path}')`,
      `SELECT * FROM glob('${folder}/*')`,
      "SELECT * FROM glob('.tmp/*')",
      "SELECT content FROM read_text('.tmp/x')",
      `SELECT size FROM read_blob('${tmpdir()}/zj-*/data.csv')`,
      `COPY visits TO '${folder}/out.csv'`,
      "COPY visits TO '.tmp/out.csv'",
      `ATTACH '${folder}/own.duckdb'`,
    ];
    for (const sql of outside) expect(await codeOf(engine.run(sql)), sql).toBe('SQL');
    for (const sql of outside) expect(await codeOf(engine.build('t', sql)), sql).toBe('SQL');
    expect(await readdir(folder)).not.toContain('out.csv');
  });
});

/** A text of a file at random: mostly right, sometimes wrong in one of many ways. */
function randomFile(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const strange = random() < 0.5;
  const some = <T>(list: readonly T[]): readonly T[] => (strange ? list : []);
  const quoted = random() < 0.2 ? ['"q"', '"a,b"', 'a"b'] : [];
  const newline = pick(['\n', '\n', '\r\n']);
  const days = [
    '2026-01-05',
    '2026-01-06',
    '2026-02-01',
    ...some(['2026-02-30', '5.1.2026', '', '2026-03-01']),
  ];
  const zones = ['east', 'west', '北区', 'a'.repeat(40), ...some(['', ' east', 'x ']), ...quoted];
  const counts = ['1', '22', '0', '', ...some(['-1', 'x', '1.5', '99999999999'])];
  const money = ['1.5', '10.25', '', ...some(['1.234', '１２', '1e3'])];
  const order = random() < 0.3 ? [2, 0, 3, 1] : [0, 1, 2, 3];
  const row = (cells: readonly string[]): string => order.map((i) => cells[i]!).join(',');
  const lines = [row(['day', 'zone', 'visitors', 'fee'])];
  const count = 1 + Math.floor(random() * 30);
  for (let i = 0; i < count; i++) {
    const cells = [pick(days), `${pick(zones)}${random() < 0.8 ? i : ''}`, pick(counts), pick(money)];
    lines.push(strange && random() < 0.02 ? pick(['', ',', 'a,b', `${row(cells)},`]) : row(cells));
  }
  const text = lines.join(newline) + (random() < 0.8 ? newline : '');
  return random() < 0.1 ? `\uFEFF${text}` : text;
}

/** The same, where some cells say why they are empty. */
const marked: Contract = { ...visits, missing: [{ mark: 'x', means: 'suppressed' }] };

test(
  'random files give the same rows and rejects whether the engine reads them or the reader',
  {
    timeout: patience(),
  },
  async () => {
    const reading = createMetrics({ engine: nodeEngine() });
    const drawn = seeds('files', 1000);
    let [byEngine, rejected] = [0, 0];
    for (const seed of drawn) {
      const bytes = encode(randomFile(randomOf(seed)));
      loads.mockClear();
      const contract = seed % 2 ? visits : marked;
      const told = await add(bytes, { contract });
      if (loads.mock.calls.length === 0 && told.rows.kept > 0) byEngine++;
      const read = await readTable(bytes, { name: 'visits.csv', contract });
      const expected = read.table
        ? await reading.add({ contract, metrics: [visitors], table: read.table })
        : { rows: { read: 0, kept: 0, rejected: 0 }, rejects: [], problems: read.problems };
      expect(told, `seed ${seed}`).toEqual(expected);
      rejected += told.rows.rejected;
      if (told.rows.kept === 0) continue;
      const question = { metric: 'visitors', by: ['day', 'zone'] } as const;
      const [a, b] = [await metrics.query(question), await reading.query(question)];
      expect([a.columns, a.completeness], `seed ${seed}`).toEqual([b.columns, b.completeness]);
    }
    await reading.close();
    expect(byEngine).toBeGreaterThan(drawn.length / 5);
    expect(rejected).toBeGreaterThan(drawn.length);
  },
);

/** Numbers from 0 to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
