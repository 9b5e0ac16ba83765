import type { ProblemCode } from './problem-code.js';

/** One thing wrong with an input: what, where and how to mend it. Invalid input is a value, never an exception. */
export interface Problem {
  /** Which kind of problem it is, for programs: stable. */
  readonly code: ProblemCode;
  /** A JSON path such as `$.goals[2].target`, or `file:line:column`. */
  readonly where: string;
  /** What is wrong, for a person. */
  readonly message: string;
  /** What to do about it, for a person. */
  readonly remedy: string;
}

/** One problem as one line of text: where, what, remedy. */
export function formatProblem({ where, message, remedy }: Omit<Problem, 'code'>): string {
  return `${where}: ${message} ${remedy}`;
}
