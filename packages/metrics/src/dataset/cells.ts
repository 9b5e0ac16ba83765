/** A cell of a CSV record, and where it begins. */
export interface CsvCell {
  /** Without its quotation marks, doubled ones undone. */
  readonly text: string;
  readonly place: Place;
}

/** A line of a file and a character (code point) in it, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * The cells of one record, given as its text and the line it begins on; of a malformed record, as far as they can be told.
 *
 * @example
 * splitCells('a,"b\n""c""",d', 5).map(({ text, place }) => [text, place.line, place.column]);
 * // [['a', 5, 1], ['b\n"c"', 5, 3], ['d', 6, 8]]
 */
export function splitCells(record: string, line: number): readonly CsvCell[] {
  const cells: CsvCell[] = [];
  // A quoted cell with what may wrongly follow it, or a bare one; then a comma or the end.
  const pattern = /(?:"([^"]*(?:""[^"]*)*)"?([^,]*)|([^,]*))(,|$)/y;
  for (let more = true; more;) {
    const { index, 1: quoted, 2: rest = '', 3: bare, 4: comma } = pattern.exec(record)!;
    const text = quoted === undefined ? bare! : quoted.replaceAll('""', '"') + rest;
    cells.push({ text, place: placeOf(record, index, line) });
    more = comma === ',';
  }
  return cells;
}

/** The place of a character in a text that begins on `line`. */
export function placeOf(text: string, index: number, line: number): Place {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: line + before.length - 1, column: [...before.at(-1)!].length + 1 };
}
