import { printSentence, say } from '@zj/metrics/internal';
import { formatProblem, translateProblem, type Problem, type Sentence } from '@zj/metrics';
import type { Terminal } from './command.js';
import { translations, type Language } from './language.js';
import { layOutHelp, layOutTable, widthOf } from './layout.js';

/** The output of a terminal: the process's own streams, or a test's. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A terminal over two streams; `end` takes the line that renews itself off the screen. */
export function openTerminal(
  { stdout, stderr }: { readonly stdout: Output; readonly stderr: Output },
  language: Language = 'en',
): Terminal & { end(): void } {
  const translation = translations[language];
  const tell = (sentence: Sentence): string => printSentence(sentence, translation);
  const tellProblem = (problem: Problem): string => formatProblem(translateProblem(problem, translation));
  let renewing = false;
  const clear = (): void => {
    if (renewing) stderr.write('\r\u001b[2K');
    renewing = false;
  };
  const print = (lines: readonly string[]): void => {
    clear();
    for (const line of lines) stdout.write(`${plain(line)}\n`);
  };
  return {
    print: (line) => print([tell(line)]),
    table: (table) => print(layOutTable(table, tell)),
    help: (help) => print(layOutHelp(help, tell)),
    progress(line) {
      clear();
      renewing = stderr.isTTY === true;
      const text = plain(tell(line));
      stderr.write(renewing ? fit(text, (stderr.columns ?? 80) - 1) : `${text}\n`);
    },
    note(note) {
      clear();
      stderr.write(`${plain(tellProblem(note))}\n`);
    },
    problems(problems) {
      clear();
      for (const problem of problems) stderr.write(`${plain(tellProblem(problem))}\n`);
      if (problems.length === 0) return;
      stderr.write(`${tell(problems.length === 1 ? say`1 problem.` : say`${problems.length} problems.`)}\n`);
    },
    tell,
    end: clear,
  };
}

/** Without characters that steer a terminal or turn the direction of a text, which titles from a file may hold. */
function plain(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '');
}

/** A line that wraps could not be renewed. */
function fit(line: string, width: number): string {
  let text = line;
  while (widthOf(text) > width) text = text.slice(0, -1);
  return text;
}

/** 10000 → `10 000`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** Bytes as kB or MB. */
export function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
