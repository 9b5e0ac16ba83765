import { formatProblem, type Problem } from '@zj/metrics';
import type { Terminal } from './command.js';

/** What a terminal writes to: the process's own streams, or a test's. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A terminal over two streams; `end` takes the line that renews itself off the screen. */
export function openTerminal({
  stdout,
  stderr,
}: {
  readonly stdout: Output;
  readonly stderr: Output;
}): Terminal & { end(): void } {
  let renewing = false;
  const clear = (): void => {
    if (renewing) stderr.write('\r\u001b[2K');
    renewing = false;
  };
  return {
    print(line) {
      clear();
      stdout.write(`${plain(line)}\n`);
    },
    progress(line) {
      clear();
      renewing = stderr.isTTY === true;
      stderr.write(renewing ? fit(plain(line), (stderr.columns ?? 80) - 1) : `${plain(line)}\n`);
    },
    note(line) {
      clear();
      stderr.write(`${plain(line)}\n`);
    },
    problems(problems: readonly Problem[]) {
      clear();
      for (const problem of problems) stderr.write(`${plain(formatProblem(problem))}\n`);
      if (problems.length > 0)
        stderr.write(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.\n`);
    },
    end: clear,
  };
}

/** Without characters that steer a terminal or turn the direction of a text, which titles from a file may hold. */
function plain(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '');
}

/** Width of a text in a terminal: Chinese characters take two columns. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
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
