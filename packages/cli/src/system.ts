import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Problem, ProblemCode } from '@zj/metrics';
import { danglingProblem } from './link.js';

/** Why a command stops, as a problem: nothing is wrong with zj itself. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'Refusal';
  }
}

type Words = readonly [code: ProblemCode, message: string, remedy: string];

const full =
  'Free some space there, or name another place: --out for the release, TMPDIR for what is put aside.';
const denied = 'Give yourself the right to read and write there, or name another place.';
const codes: Readonly<Record<string, Words>> = {
  ENOSPC: ['disk-full', 'The disk is full.', full],
  EDQUOT: ['disk-full', 'Your share of the disk is used up.', full],
  EFBIG: ['disk-full', 'The file would be larger than the system allows.', full],
  EACCES: ['no-permission', 'It may not be read or written.', denied],
  EPERM: ['no-permission', 'It may not be read or written.', denied],
  EROFS: ['no-permission', 'The disk can only be read.', 'Name another place.'],
  EMFILE: ['open-files', 'Too many files are open.', 'Allow more open files, such as with ulimit -n 1024.'],
  ENFILE: ['open-files', 'Too many files are open.', 'Close other programs, then try again.'],
  ENOENT: ['missing-file', 'There is no such file or folder.', 'Put it there, or correct the name.'],
  ENOTDIR: ['not-a-folder', 'A file stands where a folder should be.', 'Correct the path.'],
  ENAMETOOLONG: ['name-too-long', 'The path is too long.', 'Use a shorter name.'],
  ELOOP: ['dangling-link', 'A link on the way to it leads back to itself.', 'Mend the link.'],
};

/** How an engine tells the same. */
const engineWords: readonly (readonly [words: RegExp, of: Words])[] = [
  [/No space left on device|Disk quota exceeded|failed to offload data block/i, codes.ENOSPC!],
  [/File too large/i, codes.EFBIG!],
  [/Permission denied/i, codes.EACCES!],
  [/Read-only file system/i, codes.EROFS!],
  [/Too many open files/i, codes.EMFILE!],
  [
    /^Out of Memory Error|^(?:Fatal )?Error: .*bad_alloc|could not allocate block/i,
    [
      'memory',
      'The memory of this machine does not suffice.',
      'Close other programs, or use a larger machine.',
    ],
  ],
];

/**
 * What the system refused, as a problem that a person can mend; undefined where an error is not the system's. `where` is
 * told where the error itself names no place.
 */
export function systemProblem(error: unknown, where = 'zj'): Problem | undefined {
  if (error instanceof Refusal) return error.problem;
  if (!(error instanceof Error)) return undefined;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) && 'syscall' in error) {
    const place = path ?? where;
    const dangling = code === 'ENOENT' && path !== undefined && danglingProblem(path, 'remove the link');
    if (dangling) return dangling;
    const told: Words = codes[code] ?? [
      'system',
      `The system says: ${message}.`,
      'Mend this, then try again.',
    ];
    return { code: told[0], where: place, message: told[1], remedy: told[2] };
  }
  const engine = /(IO|Out of Memory|TransactionContext|FATAL|INTERNAL) Error/.test(message);
  const found = engine && engineWords.find(([words]) => words.test(message));
  if (!found) return undefined;
  const place = /"([^"]+)"/.exec(message)?.[1] ?? where;
  return { code: found[1][0], where: place, message: found[1][1], remedy: found[1][2] };
}

/** Why the temporary folder cannot be used, from the error of the system. */
export function temporaryProblem(error: unknown): Problem {
  const folder = tmpdir();
  const remedy = 'set TMPDIR to a folder that you may write to';
  const dangling = danglingProblem(folder, remedy);
  if (dangling) return { ...dangling, where: `TMPDIR ${folder}` };
  const found = systemProblem(error, folder);
  if (!found) throw error;
  const { code, message } = found;
  // Where nothing can ever be made, such as in /proc, the system says the same as where nothing is.
  if (code === 'missing-file' && existsSync(folder)) {
    const told = 'This folder cannot be written to.';
    return {
      code: 'no-permission',
      where: `TMPDIR ${folder}`,
      message: told,
      remedy: 'Set TMPDIR to another folder, one that you may write to.',
    };
  }
  const missing = code === 'missing-file';
  return {
    code,
    where: `TMPDIR ${folder}`,
    message: missing ? 'There is no such folder for what is put aside meanwhile.' : message,
    remedy: `${missing ? 'Make it, or' : code === 'disk-full' ? 'Free some space there, or' : 'Mend this, or'} ${remedy}.`,
  };
}
