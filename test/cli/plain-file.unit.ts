import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanCsv } from '@zj/metrics/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlain } from '../../packages/cli/src/publish/plain-file.js';
import { openFolder } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

let files = 0;
/** Header and rows of a file with this content; undefined where it is not plain. */
async function look(content: string | Uint8Array) {
  const path = join(folder, `${++files}.csv`);
  await writeFile(path, content);
  const plain = await openPlain(path);
  const rows = await plain?.countRows();
  return plain && rows !== undefined ? { header: plain.header.map(({ text }) => text), rows } : undefined;
}

/** A row in the second megabyte, which the first look does not see. */
const far = `id,name\n${'1,集成电路\n'.repeat(100_000)}`;

describe('a plain file has as many rows as lines below its header', () => {
  test.each([
    ['LF', 'id,name\n1,a\n2,b\n'],
    ['CR LF', 'id,name\r\n1,a\r\n2,b\r\n'],
    ['no line break at the end', 'id,name\n1,a\n2,b'],
    ['CR LF, and none at the end', 'id,name\r\n1,a\r\n2,b'],
    ['a byte order mark', '\uFEFFid,name\n1,a\n2,b\n'],
    ['empty cells', 'id,name\n,a\n ,b\n'],
    ['characters of every length', 'id,name\n1,é集𠮷\n2,b\n'],
    ['rows of other lengths, which the engine refuses', 'id,name\n1\n2,b,c\n'],
  ])('%s', async (_, content) => {
    expect(await look(content)).toEqual({ header: ['id', 'name'], rows: 2 });
  });

  test('however long it is, also where the pieces that are read cut through a line or a character', async () => {
    expect(await look(far)).toEqual({ header: ['id', 'name'], rows: 100_000 });
    expect((await look(far.replaceAll('\n', '\r\n')))?.rows).toBe(100_000);
    expect((await look(`${far}2,b`))?.rows).toBe(100_001);
  });
});

describe('anything that could be read in two ways is not plain, at the beginning or further down', () => {
  const strange: readonly (readonly [name: string, line: string | Uint8Array])[] = [
    ['a quotation mark', '1,"a"\n'],
    ['an empty line', '\n'],
    ['a comma at the end of a line', '1,a,\n'],
    ['a comma at the end of the file', '1,'],
    ['another line end', '1,a\r\n'],
    ['a carriage return within', '1,a\rb\n'],
    ['a carriage return at the end of the file', '1,a\r'],
    ['a zero byte', '1,\0\n'],
    ['a byte of another encoding', new Uint8Array([0x31, 0x2c, 0xbc, 0xaf, 0x0a])],
    ['a character cut off at the end', new Uint8Array([0x31, 0x2c, 0xe9, 0x9b])],
    ['a line too long', `1,${'x'.repeat(2_000_000)}\n`],
  ];
  test.each(strange)('%s', async (_, line) => {
    for (const before of ['id,name\n1,a\n', far])
      expect(await look(Buffer.concat([Buffer.from(before), Buffer.from(line)]))).toBeUndefined();
  });

  test('the other way round: LF alone among CR LF', async () => {
    expect(await look('id,name\r\n1,a\n')).toBeUndefined();
    expect(await look('id,name\r\n\r\n1,a\r\n')).toBeUndefined();
    expect(await look('id,name\r\n1,a\r\r\n')).toBeUndefined();
  });

  test('no line at all', async () => {
    for (const content of ['', 'id,name', '\n', '"id"\n']) expect(await look(content)).toBeUndefined();
  });
});

test('what is plain has the rows that the scanner finds: random text', async () => {
  let seed = 5;
  const next = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  let plain = 0;
  for (let round = 0; round < 600; round++) {
    const body = Array.from(
      { length: next(14) },
      () => ['a', 'a', '集', ',', '\n', '\n', '\r\n', '"', '\r'][next(9)],
    );
    const content = `id${next(2) === 0 ? '\n' : '\r\n'}${body.join('')}`;
    const found = await look(content);
    if (!found) continue;
    plain++;
    let rows = -1;
    const scanner = scanCsv(({ fault }) => {
      rows++;
      expect(fault).toBeUndefined();
    });
    scanner.push(new TextEncoder().encode(content));
    expect(scanner.end().plain).toBe(true);
    expect(rows).toBe(found.rows);
  }
  expect(plain).toBeGreaterThan(50);
});
