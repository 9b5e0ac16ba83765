import type { ParseArgsConfig } from 'node:util';
import { problem, say } from '@zj/metrics/internal';
import type { Parameter, Problem, Sentence } from '@zj/metrics';

/** One verb of `zj`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Sentence;
  /** The whole help text: usage, options, an example. */
  readonly help: Help;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Does the work and gives the exit code: 0 done, 1 problems found, 2 a call that makes no sense; others as its help says. */
  run(call: Invocation): Promise<number>;
}

/** The words that the user typed, and the terminal for the answer. */
export interface Invocation {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly terminal: Terminal;
}

/** A problem with the command line. */
export function usage(where: string, message: Sentence, remedy: Sentence): Problem {
  return problem({ code: 'usage', where, message, remedy });
}

/** That one folder, and only one, is named. */
export function checkOneFolder(
  positionals: readonly string[],
  { where, remedy }: { readonly where: string; readonly remedy: Sentence },
): readonly Problem[] {
  if (positionals.length === 1 && positionals[0] !== '') return [];
  const message =
    positionals.length > 1
      ? say`One folder is expected, but ${positionals.length} are named.`
      : say`no folder is named.`;
  return [usage(where, message, remedy)];
}

/** The form of a call, and the parts below it. */
export interface Help {
  /** `zj check SOURCE …` */
  readonly usage: string;
  readonly parts: readonly HelpPart[];
}

/** A part of a help text; blank lines stand around it. */
export interface HelpPart {
  readonly heading?: Sentence;
  /** Sentences that fill lines. */
  readonly sentences?: readonly Sentence[];
  /** Names, each with its meaning. */
  readonly names?: readonly (readonly [name: string, meaning: Sentence])[];
  /** A command line as it is typed. */
  readonly typed?: string;
}

/** Rows in columns; those at `right` are set to the right. */
export interface Table {
  readonly rows: readonly (readonly Parameter[])[];
  readonly right?: readonly number[];
}

/** Tells a sentence in the language of the terminal. */
export type Tell = (sentence: Sentence) => string;

/**
 * Where a command speaks: results to standard output, progress and problems to standard error. It alone knows in which
 * language.
 */
export interface Terminal {
  /** A line of the result. */
  print(line: Sentence): void;
  /** Rows of the result in columns. */
  table(table: Table): void;
  help(help: Help): void;
  /** The progress: one line that renews itself at a person's terminal, a line each elsewhere. */
  progress(line: Sentence): void;
  /** A line that stays, to standard error: a note that is no problem. */
  note(note: Problem): void;
  /** All problems, one a line, and their number. */
  problems(problems: readonly Problem[]): void;
  /** A sentence as it would be printed: for a file that a person reads beside the output. */
  readonly tell: Tell;
}
