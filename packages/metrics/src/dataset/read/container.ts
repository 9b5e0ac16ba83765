import { CFB, read, type WorkBook } from '@e965/xlsx';
import type { Problem } from '../../problem.js';
import { readDigits, readTargets, type LongNumbers } from './digits.js';
import { damaged } from './source.js';
import { isSound, listZip } from './zip.js';

/** A workbook, and of each of its sheets the numbers whose digits a double cannot hold. */
export interface OpenBook {
  readonly book: WorkBook;
  readonly long: readonly LongNumbers[];
}

/** Opens a workbook whose every part is whole. */
export async function openBook(bytes: Uint8Array, name: string): Promise<OpenBook | Problem> {
  try {
    const found = bytes[0] === 0x50 ? await readArchive(bytes, name) : documentFault(bytes, name);
    if (found && 'code' in found) return found;
    const options = {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false,
    } as const;
    const book = read(bytes, options);
    return { book, long: book.SheetNames.map((_, i) => longNumbers(book, i, found)) };
  } catch (error) {
    // The library throws errors and bare texts.
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) return encrypted(name);
    const remedy = 'Open it in its program and save it again as .xlsx.';
    return damaged(name, `This workbook cannot be read (${message}).`, remedy);
  }
}

/** What the library would not tell of an archive. */
interface Archive {
  /** By the paths of their parts. */
  readonly sheets: ReadonlyMap<string, LongNumbers>;
  /** The paths of the parts by their ids. */
  readonly targets: ReadonlyMap<string, string>;
}

/** The library reads what it can of a damaged archive, compares no check sums, and may never end. */
async function readArchive(bytes: Uint8Array, name: string): Promise<Archive | Problem> {
  const entries = listZip(bytes);
  if (!entries) return damaged(name, 'This workbook is cut off.');
  // Office's own formats keep what a sheet says; the library loses the errors of others.
  if (!entries.some((entry) => /(^|\/)workbook\.(xml|bin)$/.test(entry.name)))
    return damaged(name, 'This archive holds no Excel workbook.', 'Save it as .xlsx.');
  const sheets = new Map<string, LongNumbers>();
  const decoder = new TextDecoder();
  let relations = '';
  for (const entry of entries) {
    const digits = /\/worksheets\/[^/]+\.xml$/.test(entry.name) ? readDigits() : undefined;
    const sound = await isSound(bytes, entry, (piece) => {
      digits?.push(piece);
      if (entry.name === 'xl/_rels/workbook.xml.rels') relations += decoder.decode(piece, { stream: true });
    });
    if (!sound) return damaged(name, `The part ${entry.name} of this workbook is damaged.`);
    if (digits) sheets.set(entry.name, digits.end());
  }
  return { sheets, targets: readTargets(relations) };
}

function longNumbers(book: WorkBook, sheet: number, archive: Archive | undefined): LongNumbers {
  const { id = '' } = (book.Workbook?.Sheets?.[sheet] ?? {}) as { readonly id?: string };
  return archive?.sheets.get(archive.targets.get(id) ?? '') ?? new Map<string, string>();
}

/** The files of a compound document. */
interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly size: number; readonly content: ArrayLike<number> }[];
}

interface ContainerReader {
  read(bytes: Uint8Array, options: { readonly type: 'array' }): Container;
}

function documentFault(bytes: Uint8Array, name: string): Problem | undefined {
  const { FileIndex, FullPaths } = (CFB as ContainerReader).read(bytes, { type: 'array' });
  const parts = new Map(FullPaths.map((path, i) => [path.replace(/^[^/]*\//, ''), FileIndex[i]!]));
  if (parts.has('EncryptedPackage')) return encrypted(name);
  const stream = parts.get('Workbook') ?? parts.get('Book');
  if (!stream) return damaged(name, 'This document holds no Excel workbook.', 'Save it as .xlsx.');
  return stream.content.length < stream.size ? damaged(name, 'This workbook is cut off.') : undefined;
}

function encrypted(where: string): Problem {
  const remedy = 'Open it in its program and save it without a password.';
  return { code: 'encrypted-file', where, message: 'This workbook is protected by a password.', remedy };
}
