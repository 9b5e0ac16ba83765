/** How wide a text is, about, in its own height: a Chinese letter is as wide as it is high, a Latin one half of that. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 1 : 0.5), 0);
}

/**
 * A text in lines of at most so much width where it can be broken: at spaces, and between Chinese letters; a word that is longer than a
 * line, anywhere. `measure` says how wide a text is.
 */
export function wrapText(text: string, width: number, measure = textWidth): readonly string[] {
  const lines: string[] = [];
  let line = '';
  // A word keeps the spaces after it; words and letters keep their punctuation: no line starts with a full stop.
  for (const piece of text.match(
    /[（《“]*(?:[⺀-〿㐀-鿿豈-﫿＀-￯][，。；：？！、）》”]*|[^\s⺀-〿㐀-鿿豈-﫿＀-￯]+[，。；：？！、）》”]*\s*)|\s+/gu,
  ) ?? []) {
    for (const part of measure(piece.trimEnd()) > width ? piece : [piece]) {
      if (line && measure((line + part).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
  }
  return line ? [...lines, line.trimEnd()] : lines;
}

/**
 * The width of a text in a line, in its own font size, at most: an estimate that no usual sans-serif font goes beyond, in Node and in
 * every browser the same. A Chinese letter takes 1; a bold text a little more than a plain one.
 *
 * @example lineWidth('6,000') // 2.92
 */
export function lineWidth(text: string, isBold = false): number {
  let sum = 0;
  for (const letter of text) sum += advanceOf(letter);
  return isBold ? sum * 1.1 : sum;
}

/** The letters of a width; those of no list take 0.65. */
const advances: readonly (readonly [width: number, letters: string])[] = [
  [0.36, ".,:;'|!ijlI·"],
  [0.42, ' ()[]{}frt-/\\"*°’‘“”'],
  [0.64, '0123456789'],
  [0.76, 'ABCDEFGHKNOPQRSTUVXYZ&→←'],
  [0.9, '+<>=~±×−w'],
  [0.98, 'mMW@%—…‰'],
];

const known = new Map(advances.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])));

function advanceOf(letter: string): number {
  const width = known.get(letter);
  if (width !== undefined) return width;
  // No letter before these is a mark over another one, and to ask for marks takes long.
  if (letter < '\u0300') return 0.65;
  if (letter > '\u{1efff}' && letter < '\u{20000}') return 1.4;
  if (letter > '⺀') return 1;
  return /\p{M}/u.test(letter) ? 0 : 0.65;
}
