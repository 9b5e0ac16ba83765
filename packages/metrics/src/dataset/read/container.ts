import type { Problem } from '../../base/problem.js';
import { say } from '../../base/sentence.js';
import { BrokenPart, openArchive } from './archive.js';
import type { Book } from './book.js';
import { keepPace } from '../turn.js';
import { damaged, encrypted, type FileOptions } from './source.js';
import { openXlsx } from './xlsx-book.js';

/** So many bytes of a part are read in a fraction of a second. */
const bytesAtOnce = 1 << 20;

/** Opens a workbook: an archive of XML here, anything else by the library, which is loaded for it alone. */
export async function openBook(bytes: Uint8Array, { name, signal }: FileOptions): Promise<Book | Problem> {
  if (bytes[0] !== 0x50) {
    const { openXls } = await import('./xls-book.js');
    return openXls(bytes, name);
  }
  try {
    const archive = openArchive(bytes, keepPace(signal, bytesAtOnce));
    if (!archive) return damaged(name, say`This workbook is cut off.`);
    const paths = [...archive.entries.keys()];
    if ([...archive.entries.values()].some(({ isEncrypted }) => isEncrypted)) return encrypted(name);
    const binary = paths.find((path) => /(^|\/)workbook\.bin$/.test(path));
    if (binary !== undefined) {
      const { openXlsb } = await import('./xlsb-book.js');
      return await openXlsb(archive, binary, name);
    }
    if (!paths.some((path) => /^xl\/|(^|\/)workbook\.xml$/.test(path)))
      return damaged(name, say`This archive contains no Excel workbook.`, say`Save it as .xlsx.`);
    return await openXlsx(archive, name);
  } catch (error) {
    if (!(error instanceof BrokenPart)) throw error;
    return damaged(name, say`This workbook cannot be read: ${error.reason}.`);
  }
}
