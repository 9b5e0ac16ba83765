/** How wide a text is, about, in its own height: a Chinese letter is as wide as it is high, a Latin one half of that. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 1 : 0.5), 0);
}

/** A text in lines of at most so much width where it can be broken: at spaces, and between Chinese letters. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  // A word keeps the spaces after it, and a letter the punctuation.
  for (const piece of text.match(
    /[⺀-〿㐀-鿿豈-﫿＀-￯][，。；：？！、）》”]*|[^\s⺀-〿㐀-鿿豈-﫿＀-￯]+\s*|\s+/gu,
  ) ?? []) {
    if (line && textWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line ? [...lines, line.trimEnd()] : lines;
}
