import { quote } from '../../base/quoting.js';
import { problem, type Problem } from '../../base/problem.js';
import { say } from '../../base/sentence.js';

/** The line that Excel puts above the header of a CSV file, and its separator. */
export interface SeparatorLine {
  readonly separator: string;
  readonly text: string;
}

const line = /^("?)sep=(.|\t)\1(?:[\r\n]|$)/iu;

/** The separator line that a text begins with, such as `sep=;`, if it does; given as its first bytes in UTF-8. */
export function separatorLine(bytes: Uint8Array): SeparatorLine | undefined {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 16));
  const [found, , separator] = line.exec(beginning) ?? [];
  return separator === undefined ? undefined : { separator, text: found!.trim() };
}

/** Why a separator cannot be one here. */
export function separatorProblem(file: string, { separator, text }: SeparatorLine): Problem | undefined {
  // A letter, a figure or a point would part the cells themselves.
  if (/^[\t ,;|:!#$%&*/\\^_~]$/.test(separator)) return undefined;
  return problem({
    code: 'wrong-separator',
    where: `${file}:1:1`,
    message: say`The first line, ${quote(text)}, says that the cells are separated by ${quote(separator)}, which cannot be read here.`,
    remedy: say`Save the file as CSV with commas between the cells, and remove the line.`,
  });
}

/** Says that a separator line was left out. */
export function separatorNote(file: string, { separator, text }: SeparatorLine): Problem {
  return problem({
    code: 'separator-line',
    where: `${file}:1:1`,
    message: say`The first line, ${quote(text)}, is not a row: it says that the cells below are separated by ${quote(separator)}.`,
    remedy: say`If another program reads the line as the header, remove it.`,
  });
}
