import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** @import { DemoDataset, Order } from './dataset.mjs' */

/**
 * A data file as written.
 *
 * @typedef {object} Written
 * @property {string} file
 * @property {number} rows
 * @property {number} bytes
 */

/**
 * How a run is watched and stopped.
 *
 * @typedef {object} Watch
 * @property {AbortSignal} signal
 * @property {(file: string, rows: number) => void} onRows Told now and then how many rows of a file are written.
 */

/**
 * The names of the files that datasets are written to.
 *
 * @param {readonly DemoDataset[]} datasets
 */
export function namesOf(datasets) {
  return datasets.flatMap(({ id }) => [`${id}.csv`, `${id}.json`]);
}

/**
 * Writes datasets and their contracts into a folder, which is made where there is none. The files appear under their
 * names only when all of them are whole; else nothing is left. Throws the system's error, and the signal's reason.
 *
 * @param {readonly DemoDataset[]} datasets
 * @param {Order} order
 * @param {string} folder
 * @param {Watch} watch
 * @returns {Promise<readonly Written[]>}
 */
export async function writeDatasets(datasets, order, folder, watch) {
  const made = makeFolders(folder);
  const draft = await mkdtemp(join(folder, '.generate-')).catch(async (error) => {
    if (made !== undefined) await rm(made, { recursive: true });
    throw error;
  });
  let done = false;
  try {
    /** @type {Written[]} */
    const written = [];
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

/** Text is written in pieces of about this many characters, which bounds the memory for files of any size. */
const piece = 1 << 19;

/**
 * @param {string} path
 * @param {Iterable<string>} lines
 * @param {string} file
 * @param {Watch} watch
 */
async function writeLines(path, lines, file, watch) {
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

/**
 * Makes a folder with those above it that are missing, and gives the topmost one made. One at a time: made all at once, a
 * folder in such a place as /proc would never be done.
 *
 * @param {string} folder
 */
function makeFolders(folder) {
  /** @type {string[]} */
  const missing = [];
  for (let path = resolve(folder); !existsSync(path) && path !== dirname(path); path = dirname(path)) {
    missing.unshift(path);
  }
  for (const path of missing) mkdirSync(path);
  return missing.at(0);
}
