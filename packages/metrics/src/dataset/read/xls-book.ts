import { say } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';
import { CFB } from '@e965/xlsx';
import type { Problem } from '../../base/problem.js';
import { cellNumber, readBiff, type BiffBook } from './biff.js';
import type { Book } from './book.js';
import { codePageText } from './code-page.js';
import { bookOf, orProblem, readLibrary, type FormulaFault, type LibraryRow } from './library-book.js';
import { damaged, encrypted } from './source.js';

/** The files of a compound document. */
interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly size: number; readonly content: ArrayLike<number> }[];
}

interface ContainerReader {
  read(bytes: Uint8Array, options: { readonly type: 'array' }): Container;
}

/** Opens a workbook of Excel 5 to 2003, .xls. Facts that the library does not give are read from its records. */
export function openXls(bytes: Uint8Array, name: string): Book | Problem {
  return orProblem(name, () => {
    const { FileIndex, FullPaths } = (CFB as ContainerReader).read(bytes, { type: 'array' });
    const parts = new Map(FullPaths.map((path, i) => [path.replace(/^[^/]*\//, ''), FileIndex[i]!]));
    if (parts.has('EncryptedPackage')) return encrypted(name);
    const stream = parts.get('Workbook') ?? parts.get('Book');
    if (!stream) return damaged(name, say`This document contains no Excel workbook.`, say`Save it as .xlsx.`);
    if (stream.content.length < stream.size) return damaged(name, say`This workbook is cut off.`);
    const book = readLibrary(bytes);
    const biff = readBiff(Uint8Array.from(stream.content));
    if (biff?.sheets.length !== book.SheetNames.length)
      throw new ReadingFault(say`it is older than Excel 5, or damaged`);
    return bookOf(book, {
      text: textOf(biff),
      kind: (sheet, row, column) => biff.sheets[sheet]!.kinds.get(cellNumber(row, column)) ?? 'number',
      faults: (sheet, rows) => faultsOf(biff, sheet, rows),
    });
  });
}

/** Before Excel 97 texts were bytes of a code page, which the library takes for Latin. */
function textOf({ isUnicode, codePage }: BiffBook): (characters: string) => string {
  if (isUnicode) return (characters) => characters;
  const decode = codePageText(codePage);
  return (characters) => {
    const text = decode(characters);
    if (text === undefined)
      throw new ReadingFault(
        codePage === undefined
          ? say`its texts cannot be read: their code page is not declared`
          : say`its texts cannot be read: their code page is ${codePage}`,
      );
    return text;
  };
}

function faultsOf({ sheets }: BiffBook, sheet: number, rows: readonly LibraryRow[]): readonly FormulaFault[] {
  return sheets[sheet]!.formulas.flatMap(({ row, column, fault }) => {
    // Of a text whose record is missing the library makes no cell.
    const found = fault ?? (rows[row]?.[column] === undefined ? 'formula' : undefined);
    return found === undefined ? [] : [{ row, column, fault: found }];
  });
}
