import { say } from '../../base/sentence.js';
import { ReadingFault, reasonOf } from './reading-fault.js';
import { isSound, listZip, type TakePiece, type ZipEntry } from './zip.js';
import type { Pace } from '../turn.js';
import { readXml, type XmlReader } from './xml.js';

/** The parts of a workbook that is an archive, by their paths. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Counts the bytes that are read. */
  readonly pace: Pace;
}

/** A part of an archive cannot be read. */
export class BrokenPart extends ReadingFault {}

/** The parts of the archive; `undefined` if its directory is damaged. Throws if two parts have one name. */
export function openArchive(bytes: Uint8Array, pace: Pace): Archive | undefined {
  const listed = listZip(bytes);
  if (!listed) return undefined;
  const entries = new Map<string, ZipEntry>();
  for (const entry of listed) {
    const path = pathOf(entry.name);
    // One program would read the one, and one the other.
    if (entries.has(path)) throw new BrokenPart(say`it has two parts ${entry.name}`);
    entries.set(path, entry);
  }
  return { bytes, entries, pace };
}

/** Paths are told apart without regard to capitals, and some programs write them in the way of Windows. */
export function pathOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Reads a part that is XML. Throws {@link BrokenPart} if it is missing, damaged, or of another form. */
export async function readPart(
  { bytes, entries, pace }: Archive,
  path: string,
  reader: XmlReader,
): Promise<void> {
  const entry = entries.get(pathOf(path));
  if (!entry) throw new BrokenPart(say`its part ${path} is missing`);
  const input = readXml(reader);
  let decoder: TextDecoder | undefined;
  let fault: ReadingFault | undefined;
  const take: TakePiece = (piece) => {
    try {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      if (fault === undefined) input.push(decoder.decode(piece, { stream: true }));
    } catch (error) {
      fault = new ReadingFault(reasonOf(error));
    }
    return pace.next(piece.length);
  };
  if (!(await isSound(bytes, entry, take))) throw new BrokenPart(say`its part ${path} is damaged`);
  try {
    if (fault !== undefined) throw fault;
    input.push(decoder?.decode() ?? '');
    input.end();
  } catch (error) {
    throw new BrokenPart(reasonOf(error));
  }
}

/** The bytes of a part. Throws {@link BrokenPart} where it is missing or damaged. */
export async function readBytes({ bytes, entries }: Archive, path: string): Promise<Uint8Array> {
  const entry = entries.get(pathOf(path));
  if (!entry) throw new BrokenPart(say`its part ${path} is missing`);
  const pieces: Uint8Array[] = [];
  if (!(await isSound(bytes, entry, (piece) => void pieces.push(piece))))
    throw new BrokenPart(say`its part ${path} is damaged`);
  return new Uint8Array(await new Blob(pieces.map((piece) => new Uint8Array(piece))).arrayBuffer());
}

/** XML without a mark in front is UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The first part whose check sum does not hold, of those that nobody has read. */
export async function findDamage(
  { bytes, entries }: Archive,
  read: (path: string) => boolean,
): Promise<string | undefined> {
  for (const [path, entry] of entries) if (!read(path) && !(await isSound(bytes, entry))) return entry.name;
  return undefined;
}
