import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@zj/metrics';
import { usage, type Invocation } from '../command.js';
import { defaultSeed } from './dataset.js';
import type { Order } from './dataset.js';

/** An order that makes sense, and the folder to deliver it to. */
export interface Request {
  readonly order: Order;
  readonly folder: string;
}

const defaultRows = 10_000;

/** Reads the arguments; `names` are the files that would be written. All problems at once. */
export function readRequest(
  { positionals, values }: Pick<Invocation, 'positionals' | 'values'>,
  names: readonly string[],
): { readonly request?: Request; readonly problems: readonly Problem[] } {
  const rows = readWhole('--rows', values.rows, { least: 1_000, most: 10_000_000, or: defaultRows });
  const seed = readWhole('--seed', values.seed, { least: 0, most: 2 ** 32 - 1, or: defaultSeed });
  const problems = [rows, seed].filter((value) => typeof value === 'object');
  for (const word of positionals) {
    problems.push(usage('zj generate', `"${word}" is one word too many.`, 'Name the folder with --out DIR.'));
  }
  const folder = values.out;
  if (typeof folder !== 'string' || folder === '') {
    problems.push(usage('--out', 'no folder is named.', 'Say where the files go, such as --out demo.'));
  } else {
    problems.push(...checkFolder(folder, values.force === true ? [] : names));
  }
  if (problems.length > 0 || typeof rows === 'object' || typeof seed === 'object') return { problems };
  return { request: { order: { seed, rows }, folder: folder as string }, problems: [] };
}

function readWhole(
  option: string,
  value: string | boolean | undefined,
  { least, most, or }: { readonly least: number; readonly most: number; readonly or: number },
): number | Problem {
  if (value === undefined) return or;
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  return usage(
    option,
    `"${value}" is not a whole number from ${least} to ${most}.`,
    `Write digits only, such as ${option} ${or}.`,
  );
}

/** Whether the folder can take the files without losing what is there. */
function checkFolder(folder: string, names: readonly string[]): readonly Problem[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) {
    return [
      usage('--out', `${folder} is a file, not a folder.`, 'Name a folder, or one that does not exist yet.'),
    ];
  }
  const present = names.filter((name) => existsSync(join(folder, name)));
  if (present.length === 0) return [];
  return [
    usage(
      '--out',
      `${folder} already holds ${present.join(', ')}.`,
      'Name another folder, or add --force to replace these files.',
    ),
  ];
}
