import { lstatSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Contract } from '@zj/metrics';
import { inTurn, withoutFormula } from '@zj/metrics/internal';
import type { Tell } from '../command.js';
import { compareOrder, type Rejections } from './rejections.js';

/** The rows of a dataset that were left out, and why. */
export interface Rejected {
  readonly contract: Contract;
  readonly rejections: readonly Rejections[];
}

/** Where rejected rows were kept. */
export interface Kept {
  readonly folder: string;
  /** The link in the source folder for whose sake they are not there. */
  readonly link?: string;
}

const header = 'line,column,field,value,reason';

/**
 * Keeps rejected rows for those who mend them: a CSV file a dataset in `.zj/rejects` of the source folder, which only its
 * owner may read and which no repository takes in; where that cannot be written, or is a link, in a new temporary
 * folder. Those of an earlier run are removed. `tell` tells the reasons. Throws the system's error where neither can be written.
 */
export async function keepRejects(
  source: string,
  rejected: readonly Rejected[],
  tell: Tell,
): Promise<Kept | undefined> {
  const folder = join(source, '.zj', 'rejects');
  // Whoever made a link chose where it leads, and perhaps who reads there.
  const link = [dirname(folder), folder].find(isLink);
  if (link === undefined) await removeEarlier(folder);
  if (rejected.length === 0) return undefined;
  if (link !== undefined) return { folder: await keepElsewhere(rejected, tell), link };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await writeNew(join(folder, '.gitignore'), ['*']);
    await writeAll(folder, rejected, tell);
    return { folder };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    await removeEarlier(folder);
    return { folder: await keepElsewhere(rejected, tell) };
  }
}

async function keepElsewhere(rejected: readonly Rejected[], tell: Tell): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zj-rejects-'));
  await writeAll(folder, rejected, tell);
  return folder;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

async function writeAll(folder: string, rejected: readonly Rejected[], tell: Tell): Promise<void> {
  for (const one of rejected) await writeNew(join(folder, `${one.contract.id}.csv`), listLines(one, tell));
}

/** An existing file may be readable by others, or a link. */
async function writeNew(path: string, lines: Iterable<string>): Promise<void> {
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    let text = '';
    for (const line of lines) {
      text += `${line}\n`;
      if (text.length < piece) continue;
      await file.appendFile(text);
      text = '';
    }
    await file.appendFile(text);
  } finally {
    await file.close();
  }
}

/** Text is written in pieces of about this many characters: a million rows are longer than one text may be. */
const piece = 1 << 19;

/** Removes the files of rejected rows, and nothing else, as far as the system lets us. */
async function removeEarlier(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.csv'))) {
    const path = join(folder, name);
    if (await isOurs(path)) await rm(path, { force: true }).catch(() => undefined);
  }
}

async function isOurs(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer } = await file.read(Buffer.alloc(header.length), 0, header.length, 0);
    return buffer.toString() === header;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** A line a fault, with the whole row behind it; a row that is none of the table stands in `value`. */
function* listLines({ contract, rejections }: Rejected, tell: Tell): Generator<string> {
  const faults = rejections.flatMap(({ first }) => first);
  faults.sort(compareOrder);
  const names = contract.columns.map(({ name }) => name);
  yield [
    header,
    ...names.map((name) => (/[",\s]/.test(name) ? formatCell(name) : withoutFormula(name))),
  ].join(',');
  const none = names.map(() => '');
  for (const { place, field, value, cells = none, problem } of faults) {
    // A place with neither line nor column, such as a cell of a workbook, stands whole.
    const [line, column] = /^\d+:\d+$/.test(place) ? place.split(':') : [place, ''];
    const { message, remedy } = problem.sentences;
    const reason = tell(inTurn([message, remedy]));
    yield [line!, column!, field, value, reason, ...cells].map(formatCell).join(',');
  }
}

function formatCell(cell: string): string {
  return `"${withoutFormula(cell).replaceAll('"', '""')}"`;
}
