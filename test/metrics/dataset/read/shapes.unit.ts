import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alignTable } from '../../../../packages/metrics/src/dataset/align.js';
import { loadDataset } from '../../../../packages/metrics/src/dataset/load.js';
import { proposeContract } from '../../../../packages/metrics/src/dataset/propose.js';
import { readTable } from '../../../../packages/metrics/src/dataset/read/table.js';
import { worked } from '../../../work.js';
import { revenue, words } from '../contracts.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'a.csv', signal?: AbortSignal) =>
  readTable(utf8(text), { name, ...(signal && { signal }) });

/** The most work, in milliseconds, after which nothing else had had its turn. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let [longest, last] = [0, worked()];
  const look = () => {
    const now = worked();
    [longest, last] = [Math.max(longest, now - last), now];
  };
  const timer = setInterval(look, 5);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 10));
  clearInterval(timer);
  return longest;
}

// With a time that grows with the square of the size each of these takes minutes, or for ever.
describe('the time to split a file grows with its size, whatever its shape', () => {
  test('a row of a million commas', async () => {
    const { table } = await read(`a,b\n1,2\n${','.repeat(1_000_000)}\n3,4\n`);
    expect(table!.rowCount).toBe(2);
    expect(table!.rejects.map(({ place, problem }) => [place, problem.code])).toEqual([
      ['a.csv:3:3', 'too-many-cells'],
    ]);
  });

  test('a header of a million commas, and one of hundreds of thousands of names', async () => {
    const names = Array.from({ length: 60_000 }, (_, i) => `n${i}`).join(',');
    for (const header of [','.repeat(1_000_000), names]) {
      const { table } = await read(`${header}\n`);
      expect(alignTable(table!, revenue).problems).toHaveLength(21);
      const { problems } = await proposeContract(table!, { id: 'wide', name: words });
      expect(problems.map(({ code }) => code)).toEqual(['too-many-columns']);
    }
  });

  test('a line of a hundred million bytes, with a quotation mark at its end or none', async () => {
    const long = 'x'.repeat(100_000_000);
    for (const [line, code, place] of [
      [long, 'too-long', 'a.csv:2:1'],
      [`1,${long}y"`, 'stray-quote', 'a.csv:2:100000004'],
    ] as const) {
      const { table } = await read(`a,b\n${line}\n1,2\n`);
      expect(table!.rejects.map(({ place: where, problem }) => [where, problem.code])).toEqual([
        [place, code],
      ]);
    }
  });

  test('a quotation mark that is never closed', async () => {
    const { problems } = await read(`a,b\n1,"${'x,\n'.repeat(10_000_000)}`);
    expect(problems.map(({ code, where }) => [code, where])).toEqual([
      ['open-quote', 'a.csv:2:3'],
      ['torn-rows', 'a.csv'],
    ]);
  });

  test.each(['x', 'x,y,z', 'x,y"z'])('a million rejected rows: %s', async (row) => {
    const { table } = await read(`a,b\n1,2\n${`${row}\n`.repeat(1_000_000)}`);
    expect([table!.rowCount, table!.rejects.length]).toEqual([1, 1_000_000]);
    expect(table!.rejects.at(-1)!.place).toMatch(/^a\.csv:1000002:/);
  });

  test('cells of one row that are asked for one by one', async () => {
    const { table } = await read(`${'a,'.repeat(1999)}b\n${'"x",'.repeat(1999)}"y"\n`);
    const places = table!.columns.map((_, column) => table!.placeOf(0, column));
    expect(places[1999]).toBe('a.csv:2:7997');
  });

  test('JSON on one line, with characters beyond the first plane, of which each row is rejected', async () => {
    const rows = Array.from({ length: 50_000 }, () => '7').join(',');
    const { table } = await read(`[{"𠮷":1},${rows}]`, 'a.json');
    expect(table!.rejects.at(-1)!.place).toBe('a.json:1:100008');
  });

  test('JSON whose every row has a key of its own is no table', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `{"k${i}":1}`).join(',');
    const { problems } = await read(`[${rows}]`, 'a.json');
    expect(problems.map(({ code }) => code)).toEqual(['too-many-columns']);
  });
});

describe('an abort is heard within a second’s work', () => {
  const engine = nodeEngine();
  beforeAll(() => engine.open());
  afterAll(() => engine.close());

  const files: readonly (readonly [name: string, text: () => string])[] = [
    ['a.csv', () => `a,b\n${'1,2\n'.repeat(5_000_000)}`],
    ['a.csv', () => `a,b\n${'1\n'.repeat(5_000_000)}`],
    ['a.csv', () => `a,b\n1,"${'x\n'.repeat(20_000_000)}`],
    ['a.csv', () => `a,b\n1,${'x'.repeat(100_000_000)}"\n`],
    ['a.jsonl', () => '{"a":1,"b":"x"}\n'.repeat(500_000)],
  ];
  test.each(files)('while it reads: %s', async (name, text) => {
    const bytes = utf8(text());
    const controller = new AbortController();
    let at = 0;
    setTimeout(() => {
      at = worked();
      controller.abort('changed my mind');
    }, 30);
    const reading = readTable(bytes, { name, signal: controller.signal });
    await expect(reading).rejects.toMatchObject({ code: 'ABORTED', cause: 'changed my mind' });
    expect(worked() - at).toBeLessThan(1000);
  });

  test('before it begins, while it loads, and while a contract is proposed', async () => {
    const { table } = await read(
      `d,n,t\n${Array.from({ length: 50_000 }, (_, i) => `2026-01-01,${i},x${i}\n`).join('')}`,
    );
    const aborted = AbortSignal.abort();
    await expect(read('a\n1\n', 'a.csv', aborted)).rejects.toMatchObject({ code: 'ABORTED' });
    await expect(loadDataset(engine, revenue, table!, { signal: aborted })).rejects.toMatchObject({
      code: 'ABORTED',
    });
    const proposed = proposeContract(table!, { id: 'd', name: words, signal: AbortSignal.timeout(5) });
    await expect(proposed).rejects.toMatchObject({ code: 'ABORTED' });
    const { contract } = await proposeContract(table!, { id: 'd', name: words });
    const loading = loadDataset(engine, contract!, table!, { signal: AbortSignal.timeout(10) });
    await expect(loading).rejects.toMatchObject({ code: 'ABORTED' });
    // Its output is gone.
    await expect(engine.run('FROM memory.main."zj:raw"')).rejects.toThrow();
    await expect(engine.run('FROM memory.main.d')).rejects.toThrow();
  });

  test('others have their turn meanwhile', async () => {
    const bytes = utf8(`a,b\n${'1,2\n'.repeat(500_000)}`);
    expect(await longestTurn(() => readTable(bytes, { name: 'a.csv' }))).toBeLessThan(1000);
  });
});
