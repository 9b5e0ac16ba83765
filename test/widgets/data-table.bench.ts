// The time of a frame while a reader scrolls through a hundred thousand rows, against plain rows of the same height and texts.
import { afterAll, bench, describe, expect } from 'vitest';
import { measure } from './crowd.js';
import { openLedgerPage } from './data-table/ledger-page.js';

declare global {
  /** Scrolls a table from a place so many frames long, each so many px further; gives the longest time without a frame. */
  var scrolling: (which: 'table' | 'plain', from: number, frames: number, by: number) => Promise<number>;
}

const { page, session, close } = await openLedgerPage(100_000, '-amount', 1_000);
await session.send('Performance.enable');
const broken: string[] = [];
afterAll(async () => {
  await close();
  expect(broken).toEqual([]);
});

const shown = await page.evaluate(async () => {
  const table = document.querySelector('zj-data-table')!;
  const root = table.shadowRoot!;
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  while (!root.querySelector('tbody tr') || root.querySelector('tr.pending, .busy')) await frame();
  for (let at = 0; at < 20; at++) await frame();
  const box = root.querySelector<HTMLElement>('.viewport')!;
  const own = [...root.querySelectorAll('tbody tr')];
  const height = own[0]!.getBoundingClientRect().height;
  // The simplest list of plain rows: those that leave are put at the other end with other texts, which are all in memory.
  const texts: string[][] = [];
  for (let start = 0; start < table.shown!.rowCount; start += 10_000) {
    const { columns } = await table.shown!.window(start, 10_000);
    columns[0]!.forEach((_, at) => texts.push(columns.map((cells) => cells[at] ?? '')));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `.plain{height:${box.clientHeight}px;overflow:auto;width:${box.clientWidth}px}.plain table{border-collapse:collapse;table-layout:fixed;width:100%}.plain td{height:${height - 1}px;padding:0 8px;border-bottom:1px solid #ccc;white-space:nowrap;overflow:hidden}`,
  );
  document.adoptedStyleSheets = [sheet];
  const plain = document.createElement('div');
  plain.className = 'plain';
  const [above, list, below] = [
    document.createElement('div'),
    document.createElement('table'),
    document.createElement('div'),
  ];
  const body = list.createTBody();
  plain.append(above, list, below);
  document.body.append(plain);
  const count = own.length;
  const fill = (row: HTMLTableRowElement, at: number): void =>
    texts[at]!.forEach((text, i) => void (row.cells[i]!.firstChild!.nodeValue = text));
  for (let at = 0; at < count; at++) {
    const row = body.insertRow();
    for (const text of texts[at]!) row.insertCell().append(document.createTextNode(text));
  }
  let first = 0;
  plain.addEventListener('scroll', () => {
    const wanted = Math.min(Math.max(Math.floor(plain.scrollTop / height) - 8, 0), texts.length - count);
    if (Math.abs(wanted - first) >= count) [...body.rows].forEach((row, at) => fill(row, wanted + at));
    else {
      for (; first < wanted; first++) {
        const row = body.rows[0]!;
        fill(row, first + count);
        body.append(row);
      }
      for (; first > wanted; first--) {
        const row = body.rows[count - 1]!;
        fill(row, first - 1);
        body.prepend(row);
      }
    }
    first = wanted;
    above.style.height = `${first * height}px`;
    below.style.height = `${(texts.length - count - first) * height}px`;
  });
  below.style.height = `${(texts.length - count) * height}px`;
  globalThis.scrolling = async (which, from, frames, by) => {
    const scrolled = which === 'table' ? box : plain;
    scrolled.scrollTop = from;
    for (let at = 0; at < 10; at++) await frame();
    performance.clearMarks();
    let [longest, last] = [0, performance.now()];
    for (let at = 0; at < frames; at++) {
      scrolled.scrollTop += by;
      await frame();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  };
  return { rows: count, height, box: box.clientHeight };
});
process.stdout.write(`${JSON.stringify(shown)}\n`);

/** Milliseconds of the page's own thread for a frame. */
async function thread(which: 'table' | 'plain', round: number, by: number): Promise<number> {
  const frames = 60;
  // Other rows each time: the windows of the table are not there yet.
  const from = ((round + 3) * 190_000) % 4_000_000;
  await page.evaluate(([which, from]) => scrolling(which, from, 1, 0), [which, from] as const);
  const before = await measure(session);
  await page.evaluate(([which, from, frames, by]) => scrolling(which, from, frames, by), [
    which,
    from,
    frames,
    by,
  ] as const);
  const after = await measure(session);
  return ((after.TaskDuration! - before.TaskDuration!) * 1000) / frames;
}

const bounds = [
  { what: 'a frame of slow scrolling, a row and a half', by: 66 },
  { what: 'a frame of scrolling by the wheel, four rows', by: 180 },
  { what: 'a frame of scrolling by the bar, three screens', by: 2_100 },
];
const rounds = 5;
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

for (const { what, by } of bounds) {
  const [own, first, second] = [[] as number[], [] as number[], [] as number[]];
  for (let round = -1; round < rounds; round++) {
    const times = [
      await thread('plain', round, by),
      await thread('table', round, by),
      await thread('plain', round, by),
    ] as const;
    if (round < 0) continue;
    first.push(times[0]);
    own.push(times[1]);
    second.push(times[2]);
  }
  const least = median([...first, ...second]);
  const ratio = median(own) / least;
  const [low, high] = [median(first), median(second)].sort((a, b) => a - b) as [number, number];
  const kept = ratio <= 1.5 * (high / low);
  const told = `${what}: ${median(own).toFixed(2)} ms, ${ratio.toFixed(2)} times ${least.toFixed(2)} ms of plain rows; at most 1.5 × ${(high / low).toFixed(3)} (the floor against itself)`;
  process.stdout.write(`${kept ? 'kept' : 'BROKEN'}: ${told}\n`);
  if (!kept) broken.push(told);
}

describe('by the clock', () => {
  bench(
    'scrolling by the wheel',
    () => page.evaluate(() => scrolling('table', 0, 20, 180)).then(() => undefined),
    { time: 500, iterations: 2 },
  );
});
