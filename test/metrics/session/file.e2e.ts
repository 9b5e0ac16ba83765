import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetrics, type LoadedDataset, type Metrics } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { countWorkers, openSite, type Site, type Visit } from '../engine/site.js';
import { rows, visitors, visits } from './own.js';

// Every file is read by an engine that has to start first.
vi.setConfig({ testTimeout: 240_000 });

declare global {
  /** The page's own rows, and how often they were handed over one by one. */
  var own: { readonly metrics: Metrics; loads: number };
}

let folder: string;
let site: Site;
let visit: Visit;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-file-'));
  site = await openSite(folder);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  visit = await site.visit();
  await visit.page.evaluate(() => {
    globalThis.engine = zj.wasmEngine({ baseUrl: '/engine/' });
    globalThis.own = { metrics: zj.createMetrics({ engine }), loads: 0 };
    const load = engine.load.bind(engine);
    engine.load = (...given) => {
      own.loads++;
      return load(...given);
    };
  });
});
afterEach(() => visit.page.context().close());

type Kind = 'Blob' | 'File' | 'bytes' | 'path';
interface Told {
  readonly loaded: LoadedDataset | string;
  readonly columns: unknown;
  readonly loads: number;
}

/** The outcome of adding a text in the page, and the answers from it. */
function add(kind: Kind, given: string, limit = Infinity): Promise<Told> {
  return visit.page.evaluate(
    async ([how, content, contract, metric, milliseconds]) => {
      // A large text is fetched, rather than sent through the wire of the test.
      const text = content.startsWith('/release/') ? await (await fetch(content)).text() : content;
      const file =
        how === 'Blob'
          ? new Blob([text])
          : how === 'File'
            ? new File([text], 'gate.csv')
            : how === 'bytes'
              ? new TextEncoder().encode(text)
              : text;
      own.loads = 0;
      const controller = new AbortController();
      if (milliseconds < 1e9) setTimeout(() => controller.abort(), milliseconds);
      const loaded = await own.metrics
        .add({ contract, metrics: [metric], file }, { signal: controller.signal })
        .catch(({ code }: { code: string }) => code);
      const columns = await own.metrics.query({ metric: metric.id, by: ['day', 'zone'] }).then(
        (table) => table.columns.map(({ values }) => values.slice(0, 5)),
        ({ code }: { code: string }) => code,
      );
      return { loaded, columns, loads: own.loads };
    },
    [kind, given, visits, visitors, Math.min(limit, 1e9)] as const,
  );
}

test('a Blob, a File and bytes are read by an engine of their own, which is gone then; a path is refused', async () => {
  const node = createMetrics({ engine: nodeEngine() });
  await node.add({ contract: visits, metrics: [visitors], file: new Blob([rows.join('\n')]) });
  const { columns } = await node.query({ metric: 'visitors', by: ['day', 'zone'] });
  await node.close();
  for (const kind of ['Blob', 'File', 'bytes'] as const) {
    expect(await add(kind, rows.join('\n'))).toEqual({
      loaded: { rows: { read: 3, kept: 3, rejected: 0 }, rejects: [], problems: [] },
      columns: columns.map(({ values }) => values),
      loads: 0,
    });
  }
  expect((await add('path', '/data/visits.csv')).loaded).toBe('REFUSED');
  expect(await countWorkers(visit.page, 1)).toBe(1);
  expect(visit.foreign).toEqual([]);
  expect(visit.complaints).toEqual([]);
});

test('wrong rows are told as in Node, by the engine or by the reader', async () => {
  const texts = [
    [...rows, 'x,east,1,1', '2026-01-05,east,3,1', '2026-01-07,,x,1.234'].join('\r\n'),
    [...rows, 'too,few', '2026-01-08,"a ""b""",1,1'].join('\n'),
    'day,zone\n',
  ];
  for (const text of texts) {
    const node = createMetrics({ engine: nodeEngine() });
    const expected = await node.add({ contract: visits, metrics: [visitors], file: new Blob([text]) });
    await node.close();
    const { loaded, loads } = await add('Blob', text);
    expect(loaded).toEqual(expected);
    expect(loads).toBe(text === texts[1] ? 1 : 0);
  }
});

test('many rows keep their order and their sums; given up half way, what was there stays', async () => {
  const many = Array.from(
    { length: 300_000 },
    (_, i) => `2026-01-05,zone ${i},${i === 200_000 ? 'x' : i % 7},1.25`,
  );
  await writeFile(join(folder, 'many.csv'), [rows[0]!, ...many].join('\n'));
  await add('Blob', rows.join('\n'));
  for (const limit of [0, 300, 2500]) {
    const { loaded } = await add('Blob', '/release/many.csv', limit);
    if (loaded !== 'ABORTED') expect((loaded as LoadedDataset).rows.read).toBe(300_000);
  }
  const { loaded, loads } = await add('Blob', '/release/many.csv');
  expect(loaded).toMatchObject({ rows: { read: 300_000, kept: 299_999, rejected: 1 } });
  expect((loaded as LoadedDataset).rejects.map(({ where }) => where)).toEqual(['visits.csv:200002:24']);
  expect(loads).toBe(0);
  const sum = await visit.page.evaluate(
    async () => (await own.metrics.query({ metric: 'visitors' })).rows()[0]!.value,
  );
  expect(sum).toBe(many.reduce((all, _, i) => all + (i === 200_000 ? 0 : i % 7), 0));
  // Money crosses from one engine to the other as it is.
  const fees = await visit.page.evaluate(
    async () =>
      (
        await engine.run(
          'SELECT CAST(sum(fee) AS VARCHAR) AS fee, typeof(any_value(fee)) AS type FROM visits',
        )
      ).columns,
  );
  expect(fees.map(({ values }) => values[0])).toEqual(['374998.75', 'DECIMAL(18,2)']);
  expect(await countWorkers(visit.page, 1)).toBe(1);
});

test('no SQL of the page reaches a file that was read, or any other', async () => {
  await add('Blob', rows.join('\n'));
  const codes = await visit.page.evaluate(async () => {
    const codes: string[] = [];
    for (const sql of [
      "SELECT * FROM read_csv('data.csv')",
      "SELECT * FROM 'data.csv'",
      "SELECT content FROM read_text('data.csv')",
      "SELECT * FROM glob('*')",
      "SELECT * FROM glob('.tmp/*')",
      "SELECT content FROM read_text('.tmp/x')",
      "COPY visits TO 'out.csv'",
    ])
      codes.push(
        await engine.run(sql).then(
          () => sql,
          ({ code }: { code: string }) => code,
        ),
      );
    return codes;
  });
  expect(codes).toEqual(codes.map(() => 'SQL'));
});
