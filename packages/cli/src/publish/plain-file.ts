import { openPlain as openBytes, type PlainFile } from '@zj/metrics/internal';
import { readPieces } from './csv-file.js';

/** Looks whether the CSV file at a path is plain. Undefined where its beginning is not. Throws the system's error where it cannot be read. */
export function openPlain(path: string): Promise<PlainFile | undefined> {
  return openBytes({ name: path, pieces: () => readPieces(path) });
}
