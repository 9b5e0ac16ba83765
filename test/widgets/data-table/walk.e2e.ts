// Readers of a hundred thousand rows scroll through all of them: none is lost, none is there twice, and nothing is left behind.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whole } from '../../soak.js';
import { openLedgerPage, type LedgerPage } from './ledger-page.js';

const all = 100_000;
let large: LedgerPage;
let small: LedgerPage;
beforeAll(async () => {
  large = await openLedgerPage(all, 'name -amount');
  small = await openLedgerPage(3_000, '-amount');
});
afterAll(async () => {
  await Promise.all([large, small].map((one) => one.close()));
});

/** A row as it was painted: its number, and its texts. */
type Seen = readonly [index: number, texts: readonly string[]];

/** Scrolls from row to row, and gives each row that was in the page, with its cells, once it was read; and the most rows at once. */
async function walk(
  { page }: LedgerPage,
  { step, end, from = 0 }: { readonly step: number; readonly end: number; readonly from?: number },
): Promise<{ readonly seen: readonly Seen[]; readonly most: number; readonly doubled: number }> {
  return page.evaluate(
    async ({ step, end, from }) => {
      const root = document.querySelector('zj-data-table')!.shadowRoot!;
      const box = root.querySelector<HTMLElement>('.viewport')!;
      const height = root.querySelector('tbody tr')!.getBoundingClientRect().height;
      const frame = (): Promise<number> => new Promise(requestAnimationFrame);
      const seen = new Map<number, readonly string[]>();
      let [most, doubled] = [0, 0];
      for (let row = from; ; row += step) {
        box.scrollTop = row * height;
        do {
          await frame();
          await frame();
        } while (root.querySelector('tr.pending, .busy'));
        const rows = [...root.querySelectorAll<HTMLElement>('tbody tr')];
        most = Math.max(most, root.querySelectorAll('tr').length);
        if (
          new Set(rows.map((one) => one.ariaRowIndex ?? one.getAttribute('aria-rowindex'))).size < rows.length
        )
          doubled++;
        for (const one of rows) {
          const texts = [...one.children].map((cell) =>
            cell.querySelector('.empty') ? '' : (cell.textContent ?? '').trim(),
          );
          seen.set(Number(one.getAttribute('aria-rowindex')), texts);
        }
        if (seen.has(end + 1) || row > end) break;
      }
      return { seen: [...seen].sort(([a], [b]) => a - b), most, doubled };
    },
    { step, end, from },
  );
}

/** Figures as the engine writes them. */
const plain = (text: string): string => text.replaceAll(',', '').replace('\u2212', '-');

/** The engine's answer, a column. */
const ask = ({ page }: LedgerPage, sql: string): Promise<readonly unknown[]> =>
  page.evaluate(async (sql) => (await ledgerOwn.engine.run(sql)).columns[0]!.values, sql);

test('whoever scrolls through all rows has seen each of them once, in its place: the engine gives the same hash', async () => {
  // A fifth of the rows in `npm test`, all in a soak.
  const count = whole ? all : all / 5;
  const { seen, most, doubled } = await walk(large, { step: 48, end: count });
  const [asked] = await ask(
    large,
    `SELECT sha256(string_agg(concat_ws('|', entry, coalesce(name, ''), coalesce(CAST(amount AS VARCHAR), ''), visitors), chr(10) ORDER BY place))
     FROM (SELECT *, row_number() OVER (ORDER BY name, amount DESC NULLS LAST, ledger.rowid) AS place FROM memory.main.ledger) WHERE place <= ${count}`,
  );
  expect(seen.slice(0, count).map(([index]) => index)).toEqual(
    Array.from({ length: count }, (_, at) => at + 2),
  );
  const lines = seen
    .slice(0, count)
    .map(([, texts]) => [plain(texts[0]!), texts[2]!, plain(texts[3]!), plain(texts[6]!)].join('|'));
  expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(asked);
  expect(doubled).toBe(0);
  expect(most).toBeLessThanOrEqual(60);
});

test('the rows of the element, by windows, have the hash that the engine gives of all', async () => {
  const lines = await large.page.evaluate(async () => {
    const { shown } = document.querySelector('zj-data-table')!;
    const lines: string[] = [];
    for (let start = 0; start < shown!.rowCount; start += 10_000) {
      const { columns } = await shown!.window(start, 10_000);
      columns[0]!.forEach((_, at) => lines.push(columns.map((cells) => cells[at] ?? '').join('|')));
    }
    return lines.join('\n');
  });
  const cells = [
    'entry',
    'day',
    'name',
    'amount',
    `regexp_replace(CAST(rate AS VARCHAR), '\\.0$', '')`,
    'open',
    'visitors',
  ];
  const [asked] = await ask(
    large,
    `SELECT sha256(string_agg(concat_ws('|', ${cells.map((one) => `coalesce(CAST(${one} AS VARCHAR), '')`).join(', ')}), chr(10)
     ORDER BY name, amount DESC NULLS LAST, ledger.rowid)) FROM memory.main.ledger`,
  );
  expect(createHash('sha256').update(lines).digest('hex')).toBe(asked);
});

test('another order while a reader scrolls loses no row and has none twice: each picture is of one order', async () => {
  const { page } = small;
  const frames = await page.evaluate(async () => {
    const root = document.querySelector('zj-data-table')!.shadowRoot!;
    const box = root.querySelector<HTMLElement>('.viewport')!;
    const frames: (readonly (readonly [number, string])[])[] = [];
    for (let at = 0; at < 120; at++) {
      // Three heads are pressed on the way.
      if (at % 40 === 20) {
        const sorts = root.querySelectorAll<HTMLElement>('[part~=sort]');
        sorts[[0, 2, 3][(at - 20) / 40]!]!.click();
      }
      box.scrollTop += (at % 7) * 131;
      await new Promise(requestAnimationFrame);
      frames.push(
        [...root.querySelectorAll('tbody tr:not(.pending)')].map(
          (row) => [Number(row.getAttribute('aria-rowindex')), row.children[0]!.textContent.trim()] as const,
        ),
      );
    }
    return frames;
  });
  const orders = await Promise.all(
    ['amount DESC NULLS LAST', 'entry DESC NULLS LAST', 'entry', 'name', 'amount DESC NULLS LAST'].map(
      (order) =>
        ask(small, `SELECT CAST(entry AS VARCHAR) FROM memory.main.ledger ORDER BY ${order}, ledger.rowid`),
    ),
  );
  const told = new Set<number>();
  for (const [at, rows] of frames.entries()) {
    const isOf = orders.findIndex((order) => rows.every(([index, key]) => order[index - 2] === plain(key)));
    expect(isOf, `picture ${at}: ${JSON.stringify(rows.slice(0, 3))}`).not.toBe(-1);
    if (rows.length > 0) told.add(isOf);
  }
  // The pictures are of several orders.
  expect(told.size).toBeGreaterThan(2);
  const { seen } = await walk(small, { step: 40, end: 3_000 });
  const keys = seen.map(([, texts]) => Number(plain(texts[0]!)));
  expect(keys).toHaveLength(3_000);
  expect(new Set(keys).size).toBe(3_000);
});

test('ten walks through all rows leave the memory where it was: that of the page, and that of the engine', async () => {
  const { page, session } = large;
  await session.send('Performance.enable');
  const held = async (): Promise<Readonly<Record<string, number>>> => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const [engine] = await ask(large, 'SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) FROM duckdb_memory()');
    const [tables] = await ask(large, 'SELECT CAST(count(*) AS DOUBLE) FROM duckdb_tables()');
    const of = (name: string): number => metrics.find((one) => one.name === name)!.value;
    return {
      ...{ heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') },
      ...{ engine: Number(engine), tables: Number(tables) },
    };
  };
  // Each step shows new windows; in a soak each row.
  const once = () =>
    page.evaluate(
      async ({ step, end }) => {
        const root = document.querySelector('zj-data-table')!.shadowRoot!;
        const box = root.querySelector<HTMLElement>('.viewport')!;
        const height = root.querySelector('tbody tr')!.getBoundingClientRect().height;
        for (let row = 0; row < end; row += step) {
          box.scrollTop = row * height;
          do await new Promise(requestAnimationFrame);
          while (root.querySelector('tr.pending, .busy'));
        }
        box.scrollTop = 0;
        await new Promise(requestAnimationFrame);
      },
      { step: whole ? 48 : 4_000, end: all },
    );
  await once();
  await once();
  const before = await held();
  for (let time = 0; time < 10; time++) await once();
  const after = await held();
  process.stdout.write(`before ${JSON.stringify(before)}\nafter  ${JSON.stringify(after)}\n`);
  expect(after.heap! - before.heap!).toBeLessThan(500_000);
  expect(after.nodes! - before.nodes!).toBeLessThan(200);
  // Those of the last steps may not be collected yet.
  expect(after.listeners! - before.listeners!).toBeLessThan(20);
  expect(after.engine! - before.engine!).toBeLessThan(1_000_000);
  expect(after.tables).toBe(before.tables);
});
