import { mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders } from '../folder.js';
import type { DemoDataset, Order } from './dataset.js';

/** A data file as written. */
export interface Written {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}

/** How a run is watched and stopped. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Told now and then how many rows of a file are written. */
  onRows(file: string, rows: number): void;
}

/** The names of the files that datasets are written to. */
export function namesOf(datasets: readonly DemoDataset[]): readonly string[] {
  return datasets.flatMap(({ id }) => [`${id}.csv`, `${id}.json`]);
}

/**
 * Writes datasets and their contracts into a folder, which is made where there is none. The files appear under their
 * names only when all of them are whole; else nothing is left. Throws the system's error, and the signal's reason.
 */
export async function writeDatasets(
  datasets: readonly DemoDataset[],
  order: Order,
  folder: string,
  watch: Watch,
): Promise<readonly Written[]> {
  const made = makeFolders(folder);
  const draft = await mkdtemp(join(folder, '.zj-generate-')).catch(async (error: unknown) => {
    if (made !== undefined) await rm(made, { recursive: true });
    throw error;
  });
  let done = false;
  try {
    const written: Written[] = [];
    for (const dataset of datasets) {
      const file = `${dataset.id}.csv`;
      written.push({ file, ...(await writeLines(join(draft, file), dataset.lines(order), file, watch)) });
      await writeFile(
        join(draft, `${dataset.id}.json`),
        `${JSON.stringify(dataset.contract(order), null, 2)}\n`,
      );
    }
    watch.signal.throwIfAborted();
    for (const name of namesOf(datasets)) await rename(join(draft, name), join(folder, name));
    done = true;
    return written;
  } finally {
    await rm(!done && made !== undefined ? made : draft, { recursive: true, force: true });
  }
}

/** Text is written in pieces of about this many characters, which bounds the memory whatever the size. */
const piece = 1 << 19;

async function writeLines(
  path: string,
  lines: Iterable<string>,
  file: string,
  watch: Watch,
): Promise<Omit<Written, 'file'>> {
  const out = await open(path, 'wx');
  try {
    let text = '';
    let rows = -1; // the header is none
    for (const line of lines) {
      text += `${line}\n`;
      rows++;
      if (text.length < piece) continue;
      await out.appendFile(text);
      text = '';
      watch.signal.throwIfAborted();
      watch.onRows(file, rows);
    }
    await out.appendFile(text);
    return { rows, bytes: (await out.stat()).size };
  } finally {
    await out.close();
  }
}
