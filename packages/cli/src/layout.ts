import { inTurn, say } from '@zj/metrics/internal';
import type { Help, HelpPart, Table, Tell } from './command.js';

/** Rows in columns. */
export function layOutTable({ rows, right = [] }: Table, tell: Tell): readonly string[] {
  const told = rows.map((row) => row.map((cell) => (typeof cell === 'object' ? tell(cell) : String(cell))));
  const widths = told[0]?.map((_, column) => Math.max(...told.map((row) => widthOf(row[column]!)))) ?? [];
  return told.map((row) => {
    const cells = row.map((cell, column) => {
      const blank = ' '.repeat(widths[column]! - widthOf(cell));
      return right.includes(column) ? blank + cell : cell + blank;
    });
    return `  ${cells.join('  ').trimEnd()}`;
  });
}

/** A help text: its parts below how the command is called. */
export function layOutHelp({ usage, parts }: Help, tell: Tell): readonly string[] {
  return [tell(say`Usage: ${usage}`), ...parts.flatMap((part) => ['', ...layOutPart(part, tell)])];
}

function layOutPart({ heading, sentences, names, typed }: HelpPart, tell: Tell): readonly string[] {
  const width = Math.max(0, ...(names ?? []).map(([name]) => name.length)) + 4;
  return [
    ...(heading ? [tell(heading)] : []),
    ...(sentences ? wrap(tell(inTurn(sentences)), widest) : []),
    ...(names ?? []).flatMap(([name, meaning]) =>
      wrap(tell(meaning), widest - width).map((line, i) => (i === 0 ? `  ${name}` : '').padEnd(width) + line),
    ),
    ...(typed === undefined ? [] : [`  ${typed}`]),
  ];
}

/** A line of help is no wider. */
const widest = 118;

/** Words of ASCII are kept whole; between Chinese characters a line may end, but not before closing nor after opening punctuation. */
const piece = /\s*[（“《]*(?:[!-~…]+|\S)[）”》，。：；、！？]*/gu;

/** A text in lines that are no wider than so many columns. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [next] of text.matchAll(piece)) {
    if (line !== '' && widthOf(line + next) > width) {
      lines.push(line);
      line = next.trimStart();
    } else line += next;
  }
  return [...lines, line];
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
