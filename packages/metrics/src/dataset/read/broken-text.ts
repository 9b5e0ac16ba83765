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
  const message = say`There is half of a character here, which a text may not contain.`;
  const remedy = say`Write the whole character, or export the file again. Programs that shorten texts may cut a character in half.`;
  return problem({ code: 'not-text', where, message, remedy });
}
