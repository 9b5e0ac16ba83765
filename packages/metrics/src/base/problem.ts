import type { ProblemCode } from './problem-code.js';
import { inTurn, printSentence, say, type Sentence, type Translation } from './sentence.js';

/** One fault of an input: its kind, its place, its message and its remedy. Invalid input is a value, never an exception. */
export interface Problem {
  /** Which kind of problem it is, for programs: stable. */
  readonly code: ProblemCode;
  /** A JSON path such as `$.goals[2].target`, or `file:line:column`. */
  readonly where: string;
  /** The fault, for a person, in English. */
  readonly message: string;
  /** The remedy, for a person, in English. */
  readonly remedy: string;
  /** Both with their parameters: {@link translateProblem} tells them in another language. */
  readonly sentences: { readonly message: Sentence; readonly remedy: Sentence };
}

/** The message and the remedy of a problem, before it has a place. */
export interface ProblemWords {
  readonly message: Sentence;
  readonly remedy: Sentence;
}

/** A problem, of sentences. */
export function problem({
  code,
  where,
  message,
  remedy,
}: ProblemWords & Pick<Problem, 'code' | 'where'>): Problem {
  return {
    code,
    where,
    message: printSentence(message),
    remedy: printSentence(remedy),
    sentences: { message, remedy },
  };
}

/** The same problem with another remedy. */
export function withRemedy({ code, where, sentences }: Problem, remedy: Sentence): Problem {
  return problem({ code, where, message: sentences.message, remedy });
}

/** The first three problems in the words of an error that they are the cause of. */
export function tellFirst(problems: readonly Problem[]): Sentence {
  return inTurn(
    problems
      .slice(0, 3)
      .map(({ where, sentences: { message, remedy } }) => say`${where}: ${message} ${remedy}`),
  );
}

/**
 * The same problem with its words in another language.
 *
 * @example
 * import { zhCN } from '@zj/metrics/zh-CN';
 * translateProblem(problem, zhCN).message; // '缺少 "target"。'
 */
export function translateProblem(problem: Problem, translation: Translation): Problem {
  const { message, remedy } = problem.sentences;
  return {
    ...problem,
    message: printSentence(message, translation),
    remedy: printSentence(remedy, translation),
  };
}

/** One problem as one line of text: place, message, remedy. */
export function formatProblem({
  where,
  message,
  remedy,
}: Pick<Problem, 'where' | 'message' | 'remedy'>): string {
  // Chinese needs no space between sentences.
  return `${where}: ${message}${/[\u3000-\u303f\uff00-\uffef]$/.test(message) ? '' : ' '}${remedy}`;
}
