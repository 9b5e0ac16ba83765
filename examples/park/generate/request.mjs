import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultSeed } from './dataset.mjs';

/** @import { Order } from './dataset.mjs' */

/**
 * An order that makes sense, and the folder to deliver it to.
 *
 * @typedef {object} Request
 * @property {Order} order
 * @property {string} folder
 */

const defaultRows = 10_000;

const options = /** @type {const} */ ({
  out: { type: 'string', default: '' },
  rows: { type: 'string', default: String(defaultRows) },
  seed: { type: 'string', default: String(defaultSeed) },
  force: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
});

/**
 * Reads the command line; `names` are the files that would be written. All problems at once, a line each.
 *
 * @param {readonly string[]} words
 * @param {readonly string[]} names
 * @returns {{ readonly request?: Request | 'help'; readonly problems: readonly string[] }}
 */
export function readRequest(words, names) {
  const { typed, problem } = readWords(words);
  if (!typed) return { problems: [problem] };
  const { help, rows, seed, out, force } = typed.values;
  if (help) return { request: 'help', problems: [] };
  const problems = [
    ...checkWhole('--rows', rows, { least: 1_000, most: 10_000_000, usual: defaultRows }),
    ...checkWhole('--seed', seed, { least: 0, most: 2 ** 32 - 1, usual: defaultSeed }),
    ...typed.positionals.map((word) => `"${word}" is one word too many. Name the folder with --out DIR.`),
    ...checkFolder(out, force ? [] : names),
  ];
  if (problems.length > 0) return { problems };
  return { request: { order: { seed: Number(seed), rows: Number(rows) }, folder: out }, problems };
}

/** @param {readonly string[]} words */
function readWords(words) {
  try {
    return { typed: parseArgs({ args: [...words], options, allowPositionals: true }) };
  } catch (error) {
    return { problem: /** @type {Error} */ (error).message.replaceAll('\n', ' ') };
  }
}

/**
 * @param {string} option
 * @param {string} value
 * @param {{ readonly least: number; readonly most: number; readonly usual: number }} bounds
 * @returns {readonly string[]}
 */
function checkWhole(option, value, { least, most, usual }) {
  if (/^\d{1,15}$/.test(value) && Number(value) >= least && Number(value) <= most) return [];
  return [
    `${option}: "${value}" is not a whole number from ${least} to ${most}. Write digits only, such as ${option} ${usual}.`,
  ];
}

/**
 * Whether the folder can take the files without losing its own.
 *
 * @param {string} folder
 * @param {readonly string[]} names
 * @returns {readonly string[]}
 */
function checkFolder(folder, names) {
  if (folder === '') return ['--out: no folder is named. Say where the files go, such as --out demo.'];
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) {
    return [`--out: ${folder} is a file, not a folder. Name a folder, or one that does not exist yet.`];
  }
  const present = names.filter((name) => existsSync(join(folder, name)));
  if (present.length === 0) return [];
  return [
    `--out: ${folder} already holds ${present.join(', ')}. Name another folder, or add --force to replace these files.`,
  ];
}
