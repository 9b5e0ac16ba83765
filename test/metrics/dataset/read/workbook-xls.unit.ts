import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTable } from '../../../../packages/metrics/src/dataset/read/table.js';
import { listZip } from '../../../../packages/metrics/src/dataset/read/zip.js';
import { column, revenue } from '../contracts.js';
import { archive } from './parts.js';
import { sheet, workbook } from './workbooks.js';

const read = (bytes: Uint8Array) => readTable(bytes, { name: 'a.xls' });

/** Changes 16 bits of each record of a kind, where `is` holds. */
function patch(
  bytes: Uint8Array,
  kind: number,
  length: number,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 512; at + 4 + length <= changed.length; at++) {
    if (view.getUint16(at, true) === kind && view.getUint16(at + 2, true) === length) change(view, at + 4);
  }
  return changed;
}

test('every built-in format of days and times is one in an .xls file, too', async () => {
  const made = workbook({ S: sheet([['a'], [{ t: 'n', v: 45658.5, z: 'm/d/yy' }]]) }, { bookType: 'biff8' });
  for (const id of [14, 22, 27, 28, 31, 32, 36, 45, 50, 55, 57, 58]) {
    const bytes = patch(made, 0x00e0, 20, (view, at) => {
      if (view.getUint16(at + 2, true) === 14) view.setUint16(at + 2, id, true);
    });
    expect((await read(bytes)).table!.columns, `format ${id}`).toEqual([['2025-01-01 12:00:00']]);
  }
});

test('a percentage of an .xls file is told as well', async () => {
  const made = workbook(
    {
      S: sheet([
        ['month', 'rate'],
        ['2026-09-01', { t: 'n', v: 0.052, z: '0.00%' }],
      ]),
    },
    { bookType: 'biff8' },
  );
  const columns = [
    column('month', { type: 'DATE' }),
    column('rate', { type: 'DOUBLE', unit: { zh: '%', en: '%' } }),
  ];
  const { table } = await readTable(made, { name: 'a.xls', contract: { ...revenue, columns } });
  expect(table!.columns[1]).toEqual(['5.2']);
  expect(table!.notes.map(({ code }) => code)).toEqual(['percent-cells']);
});

const uncomputed = async () =>
  new Uint8Array(await readFile(join(import.meta.dirname, 'cases/01b-formula-never-computed.xls')));
/** Where a formula of that file has its result, and its flags. */
const [result, flags] = [6, 14];

test('a formula of an .xls file has the result that stands there, unless it asks to be computed', async () => {
  const bytes = await uncomputed();
  const length = lengthOfFormula(bytes);
  const withResult = (flag: number) =>
    patch(bytes, 0x0006, length, (view, at) => {
      view.setFloat64(at + result, 10, true);
      view.setUint16(at + flags, flag, true);
    });
  const computed = (await read(withResult(0))).table!;
  expect([computed.columns[2], computed.rejects]).toEqual([['10'], []]);
  const asked = (await read(withResult(2))).table!;
  expect(asked.rejects.map(({ problem }) => problem.code)).toEqual(['no-result']);
});

test('a formula of an .xls file whose text is missing has no result', async () => {
  const bytes = await uncomputed();
  const length = lengthOfFormula(bytes);
  const withoutText = patch(bytes, 0x0006, length, (view, at) => view.setUint8(at + result, 0));
  const { table } = await read(withoutText);
  expect(table!.rejects.map(({ problem }) => problem.code)).toEqual(['no-result']);
});

function lengthOfFormula(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer);
  for (let at = 512; at + 20 < bytes.length; at++) {
    const isFormula = view.getUint16(at, true) === 0x0006 && view.getUint16(at + 16, true) === 0xffff;
    if (isFormula && view.getUint8(at + 10) === 3) return view.getUint16(at + 2, true);
  }
  throw new Error('The file has no formula');
}

test.each(['biff8', 'xlsb'] as const)(
  'errors and formulas that give nothing reject their row in %s',
  async (bookType) => {
    const made = workbook(
      {
        S: sheet([
          ['k', 'v'],
          ['a', { t: 'e', v: 0x07 }],
          ['b', { t: 'e', v: 0x2b }],
          ['c', 3],
        ]),
      },
      { bookType },
    );
    const { table } = await read(made);
    expect(table!.columns).toEqual([['c'], ['3']]);
    expect(table!.rejects.map(({ text }) => text)).toEqual(['a\t#DIV/0!', 'b\t#GETTING_DATA']);
  },
);

/** An .xlsb file with other content in one of its parts. */
function withPart(made: Uint8Array, name: string, change: (content: Uint8Array) => Uint8Array): Uint8Array {
  const parts = listZip(made)!.map(({ name: path, offset, size }) => {
    const view = new DataView(made.buffer, made.byteOffset);
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const content = made.slice(start, start + size);
    return [path, path === name ? change(content) : content] as const;
  });
  return archive(parts);
}

test('an .xlsb file has days in formats that it does not declare, and formulas that it asks to compute have no result', async () => {
  const rows = [
    ['day', 'v'],
    [
      { t: 'n', v: 45658, z: 'm/d/yy' },
      { t: 'n', v: 5, f: '2+3' },
    ],
  ] as const;
  const made = workbook({ S: sheet(rows) }, { bookType: 'xlsb', compression: false });
  expect((await read(made)).table!.columns).toEqual([['2025-01-01'], ['5']]);
  const chinese = withPart(made, 'xl/styles.bin', (content) => {
    const view = new DataView(content.buffer);
    for (let at = 0; at + 6 <= content.length; at++)
      if (content[at] === 47 && content[at + 1] === 16 && view.getUint16(at + 4, true) === 14)
        view.setUint16(at + 4, 31, true);
    return content;
  });
  expect((await read(chinese)).table!.columns).toEqual([['2025-01-01'], ['5']]);
  const computed = withPart(made, 'xl/worksheets/sheet1.bin', (content) => {
    const at = content.findIndex((_, i) => [13, 8, 1, 0, 0, 0].every((byte, j) => content[i + j] === byte));
    expect(at).toBeGreaterThan(0);
    // The cell, its result, and the formula 2+3.
    const result = new Uint8Array(new Float64Array([5]).buffer);
    const formula = [0, 0, 7, 0, 0, 0, 0x1e, 2, 0, 0x1e, 3, 0, 3, 0, 0, 0, 0];
    const record = [9, 33, 1, 0, 0, 0, 1, 0, 0, 0, ...result, ...formula];
    return Uint8Array.of(...content.slice(0, at), ...record, ...content.slice(at + 10));
  });
  expect((await read(computed)).table!.columns).toEqual([['2025-01-01'], ['5']]);
  const asking = withPart(computed, 'xl/workbook.bin', (content) => {
    const record = new Uint8Array(29);
    record.set([0x9d, 0x01, 26]);
    record[27] = 1;
    return Uint8Array.of(...content.slice(0, 3), ...record, ...content.slice(3));
  });
  const { table } = await read(asking);
  expect(table!.rejects.map(({ place, problem }) => [place, problem.code])).toEqual([
    ['a.xls:S!B2', 'no-result'],
  ]);
});
