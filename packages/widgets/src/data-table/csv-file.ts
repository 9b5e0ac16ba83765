import { printWords } from './load-tools.js';
import type { View } from './view.js';

/** How the writing of a file is followed, and stopped. */
export interface CsvCourse {
  readonly signal: AbortSignal;
  /** Is told how many rows were written. */
  readonly tell: (done: number) => void;
}

/** All rows as a CSV file, with the byte order mark by which spreadsheets know UTF-8. Rejects when it is stopped. */
export async function writeCsv(view: View, { signal, tell }: CsvCourse): Promise<Blob> {
  const parts: string[] = [];
  let lines = 0;
  const print = await printWords();
  for await (const part of print(view, signal)) {
    signal.throwIfAborted();
    parts.push(part);
    lines += part.split('\r\n').length - 1;
    // The first line is the head.
    tell(Math.min(Math.max(lines - 1, 0), view.rows.rowCount));
    // The page stays awake between two parts.
    await new Promise((resume) => setTimeout(resume));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
