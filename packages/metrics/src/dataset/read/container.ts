import { CFB, read, type WorkBook } from '@e965/xlsx';
import type { Problem } from '../../problem.js';
import { damaged } from './source.js';
import { isSound, listZip } from './zip.js';

/** Opens a workbook whose every part is whole. */
export async function openBook(bytes: Uint8Array, name: string): Promise<WorkBook | Problem> {
  try {
    const fault = bytes[0] === 0x50 ? await archiveFault(bytes, name) : documentFault(bytes, name);
    return (
      fault ?? read(bytes, { type: 'array', dense: true, cellStyles: true, cellText: false, cellHTML: false })
    );
  } catch (error) {
    // The library throws errors and bare texts.
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) return encrypted(name);
    const remedy = 'Open it in its program and save it again as .xlsx.';
    return damaged(name, `This workbook cannot be read (${message}).`, remedy);
  }
}

/** The library reads what it can of a damaged archive, compares no check sums, and may never end. */
async function archiveFault(bytes: Uint8Array, name: string): Promise<Problem | undefined> {
  const entries = listZip(bytes);
  if (!entries) return damaged(name, 'This workbook is cut off.');
  // Office's own formats keep what a sheet says; the library loses the errors of others.
  if (!entries.some((entry) => /(^|\/)workbook\.(xml|bin)$/.test(entry.name)))
    return damaged(name, 'This archive holds no Excel workbook.', 'Save it as .xlsx.');
  for (const entry of entries) {
    if (!(await isSound(bytes, entry)))
      return damaged(name, `The part ${entry.name} of this workbook is damaged.`);
  }
  return undefined;
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
