import { say } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';
import type { WorkBook } from '@e965/xlsx';
import type { Problem } from '../../base/problem.js';
import { findDamage, readBytes, type Archive } from './archive.js';
import type { Book } from './book.js';
import { bookOf, orProblem, readLibrary, type FormulaFault, type LibraryRow } from './library-book.js';
import { builtInKind, type NumberKind } from './number-format.js';
import { damaged } from './source.js';

/** Opens a workbook of Excel 2007 in binary records, .xlsb. */
export async function openXlsb(archive: Archive, part: string, name: string): Promise<Book | Problem> {
  const harmed = await findDamage(archive, () => false);
  if (harmed !== undefined) return damaged(name, say`The part ${harmed} of this workbook is damaged.`);
  const isStale = asksToCompute(await readBytes(archive, part));
  return orProblem(name, () => {
    const book = readLibrary(archive.bytes);
    const kind = undeclaredKind(book);
    return bookOf(book, {
      text: (characters) => characters,
      kind: () => kind,
      faults: (_, rows) => faultsOf(rows, isStale),
    });
  });
}

/** The library's facts beside its types. */
interface LibraryBook extends WorkBook {
  readonly SSF?: Readonly<Record<number, string>>;
  readonly Styles?: { readonly CellXf?: readonly { readonly numFmtId?: number }[] };
}

/** The meaning of numbers in all formats that the file uses and does not declare: a cell does not say which of them is its own. */
function undeclaredKind({ Styles, SSF: declared = {} }: LibraryBook): NumberKind {
  const ids = (Styles?.CellXf ?? []).map(({ numFmtId = 0 }) => numFmtId).filter((id) => !(id in declared));
  const [kind = 'number', ...others] = new Set(ids.map(builtInKind));
  if (others.length > 0) throw new ReadingFault(say`its dates cannot be distinguished from its numbers`);
  return kind;
}

function faultsOf(rows: readonly LibraryRow[], isStale: boolean): readonly FormulaFault[] {
  return rows.flatMap((cells, row) =>
    (cells ?? []).flatMap((cell, column) =>
      cell?.f !== undefined && (isStale || cell.v === '')
        ? [{ row, column, fault: isStale ? ('stale' as const) : ('blank' as const) }]
        : [],
    ),
  );
}

const calculation = 157;

/** Whether the part that lists the sheets asks for formulas to be computed when the workbook is opened, or says that some were not. */
function asksToCompute(part: Uint8Array): boolean {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  let at = 0;
  const number = (most: number): number => {
    let value = 0;
    for (let i = 0; i < most && at < part.length; i++) {
      const byte = part[at++]!;
      value += (byte & 0x7f) << (7 * i);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < part.length) {
    const [type, length] = [number(2), number(4)];
    if (type === calculation && length >= 26 && at + length <= part.length)
      return (view.getUint16(at + 24, true) & 0x11) !== 0;
    at += length;
  }
  return false;
}
