import type { ParseArgsConfig } from 'node:util';
import type { Problem } from '@zj/metrics';

/** One verb of `zj`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help text: usage, options, an example. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Does the work and gives the exit code: 0 done, 1 problems found, 2 a call that makes no sense. */
  run(call: Invocation): Promise<number>;
}

/** What the user typed, and where the answer goes. */
export interface Invocation {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly terminal: Terminal;
}

/** A problem with what was typed. */
export function usage(where: string, message: string, remedy: string): Problem {
  return { code: 'usage', where, message, remedy };
}

/** That one folder, and only one, is named. */
export function checkOneFolder(
  positionals: readonly string[],
  { where, remedy }: Pick<Problem, 'where' | 'remedy'>,
): readonly Problem[] {
  if (positionals.length === 1 && positionals[0] !== '') return [];
  const message =
    positionals.length > 1
      ? `One folder is expected, but ${positionals.length} are named.`
      : 'no folder is named.';
  return [usage(where, message, remedy)];
}

/** Where a command speaks: results to standard output, progress and problems to standard error. */
export interface Terminal {
  /** A line of the result. */
  print(line: string): void;
  /** What is under way: one line that renews itself at a person's terminal, a line each elsewhere. */
  progress(line: string): void;
  /** A line that stays, to standard error: what is no problem, and yet to be known. */
  note(line: string): void;
  /** All problems, one a line, and their number. */
  problems(problems: readonly Problem[]): void;
}
