import { problem, type Problem } from '../../base/problem.js';
import { say } from '../../base/sentence.js';
import { nulProblem } from './encoding.js';

/** Half of a character that UTF-16 writes in two. */
const half = /\p{Surrogate}/u;

/** Whether a text holds an impossible character: a NUL, or half of one. Formats other than CSV can write both. */
export function isBroken(text: string): boolean {
  return text.includes('\0') || half.test(text);
}

/** Why the row of a broken text is rejected. */
export function brokenProblem(text: string, where: string): Problem {
  if (text.includes('\0')) return nulProblem(where);
  const message = say`Half of a character stands here, which no text holds.`;
  const remedy = say`Write the whole character, or export the file again: a program that cuts texts short leaves such halves.`;
  return problem({ code: 'not-text', where, message, remedy });
}
