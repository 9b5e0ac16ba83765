import { expect, test } from 'vitest';
import { readTable } from '../../../../packages/metrics/src/dataset/read/table.js';
import { patience, seeds } from '../../../soak.js';
import { bookXml, rowXml } from './parts.js';
import { sheet, workbook, type Cell } from './workbooks.js';

/** Whole numbers below `n`, the same ones for a seed. */
function numbers(seed: number): (n: number) => number {
  let state = (seed * 48271) % 2147483647;
  return (n) => (state = (state * 48271) % 2147483647) % n;
}

function randomCell(next: (n: number) => number): Cell {
  const value = (next(2_000_001) - 1_000_000) / 10 ** next(6);
  switch (next(9)) {
    case 0:
      return null;
    case 1:
      return ['芯片', ' a ', '<b>&"\'', '1,5', '😀', 'x'.repeat(next(40) + 1)][next(6)]!;
    case 2:
      return next(2) === 0;
    case 3:
      return { t: 'e', v: [0, 7, 15, 23, 29, 36, 42][next(7)] };
    case 4:
      return {
        t: 'n',
        v: 30_000 + next(20_000) + next(2) / 2,
        z: ['yyyy-mm-dd', 'm/d/yy h:mm', 'yyyy"年"m"月"'][next(3)]!,
      };
    case 5:
      return { t: 'n', v: value, z: ['0%', '#,##0.00', '0.00E+00'][next(3)]! };
    default:
      return next(3) === 0 ? Math.trunc(value) : value;
  }
}

test(
  'the same rows are read from every kind of workbook',
  async () => {
    for (const seed of seeds('workbooks', 200)) {
      const next = numbers(seed);
      const width = next(6) + 1;
      const rows = Array.from({ length: next(12) + 1 }, () =>
        Array.from({ length: width }, () => randomCell(next)),
      );
      const made = sheet([Array.from({ length: width }, (_, i) => `c${i}`), ...rows]);
      const read = [];
      for (const bookType of ['xlsx', 'xlsb', 'biff8'] as const) {
        const { table, problems } = await readTable(workbook({ S: made }, { bookType }), { name: 'b.xlsx' });
        expect(problems).toEqual([]);
        read.push({ ...table!, placeOf: undefined });
      }
      expect(read[1], `seed ${seed}`).toEqual(read[0]);
      expect(read[2], `seed ${seed}`).toEqual(read[0]);
    }
  },
  patience(),
);

test(
  'no change of the XML of a sheet makes the reader throw',
  async () => {
    const rows =
      rowXml('k', 'v') + rowXml('a', '<c s="0"><f>A1*2</f><v>1.5</v></c>') + rowXml('<c t="s"><v>0</v></c>');
    for (const seed of seeds('changed sheets', 3000)) {
      const next = numbers(seed);
      const at = next(rows.length);
      const piece = ['', '<', '>', '"', '&', '</c>', '<!--', 'x', '0', '<c r="A9">', ' r="B2"', ']]>'][
        next(12)
      ]!;
      const changed = rows.slice(0, at) + piece + rows.slice(at + next(8));
      const { table, problems } = await readTable(
        bookXml({ sheets: { S: changed }, strings: ['<t>x</t>'] }),
        {
          name: 'b.xlsx',
        },
      );
      expect(table !== undefined || problems.length > 0, `seed ${seed}`).toBe(true);
    }
  },
  patience(),
);
