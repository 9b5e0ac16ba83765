import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { printSentence, problem, say } from '@zj/metrics/internal';
import type { Problem, ProblemCode, Sentence } from '@zj/metrics';
import { danglingProblem } from './link.js';

/** Why a command stops, as a problem: nothing is wrong with zj itself. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'Refusal';
  }
}

/** Something of zj itself is wrong. */
export class Fault extends Error {
  constructor(readonly sentence: Sentence) {
    super(printSentence(sentence));
    this.name = 'Fault';
  }
}

type Words = readonly [code: ProblemCode, message: Sentence, remedy: Sentence];

const full = say`Free some space there, or name another place: --out for the release, TMPDIR for temporary files.`;
const denied = say`Give yourself the right to read and write there, or name another place.`;
const back = say`A link in the path points back to itself.`;
const codes: Readonly<Record<string, Words>> = {
  ENOSPC: ['disk-full', say`The disk is full.`, full],
  EDQUOT: ['disk-full', say`Your disk quota is used up.`, full],
  EFBIG: ['disk-full', say`The file would be larger than the system allows.`, full],
  EACCES: ['no-permission', say`Permission to read or write is missing.`, denied],
  EPERM: ['no-permission', say`Permission to read or write is missing.`, denied],
  EROFS: ['no-permission', say`The disk is read-only.`, say`Name another place.`],
  EMFILE: [
    'open-files',
    say`Too many files are open.`,
    say`Allow more open files, such as with ulimit -n 1024.`,
  ],
  ENFILE: ['open-files', say`Too many files are open.`, say`Close other programs, then try again.`],
  ENOENT: ['missing-file', say`There is no such file or folder.`, say`Put it there, or correct the name.`],
  ENOTDIR: ['not-a-folder', say`There is a file in place of a folder.`, say`Correct the path.`],
  ENAMETOOLONG: ['name-too-long', say`The path is too long.`, say`Use a shorter name.`],
  ELOOP: ['dangling-link', back, say`Correct the link.`],
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
    ['memory', say`This machine has too little memory.`, say`Close other programs, or use a larger machine.`],
  ],
];

/**
 * A refusal of the system, as a problem that a person can mend; undefined if the error is not the system's. `where` is the place
 * if the error names none.
 */
export function systemProblem(error: unknown, where = 'zj'): Problem | undefined {
  if (error instanceof Refusal) return error.problem;
  if (!(error instanceof Error)) return undefined;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) && 'syscall' in error) {
    const place = path ?? where;
    const dangling = code === 'ENOENT' && path !== undefined && danglingProblem(path, say`remove the link`);
    if (dangling) return dangling;
    const told: Words = codes[code] ?? [
      'system',
      say`The system says: ${message}.`,
      say`Correct this, then try again.`,
    ];
    return problem({ code: told[0], where: place, message: told[1], remedy: told[2] });
  }
  const engine = /(IO|Out of Memory|TransactionContext|FATAL|INTERNAL) Error/.test(message);
  const found = engine && engineWords.find(([words]) => words.test(message));
  if (!found) return undefined;
  const place = /"([^"]+)"/.exec(message)?.[1] ?? where;
  return problem({ code: found[1][0], where: place, message: found[1][1], remedy: found[1][2] });
}

/** Why the temporary folder cannot be used, from the error of the system. */
export function temporaryProblem(error: unknown): Problem {
  const folder = tmpdir();
  const remedy = say`set TMPDIR to a folder that you may write to`;
  const dangling = danglingProblem(folder, remedy);
  if (dangling) return { ...dangling, where: `TMPDIR ${folder}` };
  const found = systemProblem(error, folder);
  if (!found) throw error;
  const { code } = found;
  const where = `TMPDIR ${folder}`;
  // Where nothing can ever be made, such as in /proc, the system says the same as where nothing is.
  if (code === 'missing-file' && existsSync(folder)) {
    const message = say`This folder cannot be written to.`;
    const other = say`Set TMPDIR to another folder, one that you may write to.`;
    return problem({ code: 'no-permission', where, message, remedy: other });
  }
  if (code === 'missing-file') {
    const message = say`The folder for temporary files does not exist.`;
    return problem({ code, where, message, remedy: say`Create it, or ${remedy}.` });
  }
  return problem({
    code,
    where,
    message: found.sentences.message,
    remedy:
      code === 'disk-full' ? say`Free some space there, or ${remedy}.` : say`Correct this, or ${remedy}.`,
  });
}
