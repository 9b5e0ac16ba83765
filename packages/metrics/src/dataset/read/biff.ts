import { builtInKind, type NumberKind } from './number-format.js';

/** The facts of an .xls file of Excel 5 to 2003 that the library does not give. */
export interface BiffBook {
  readonly isUnicode: boolean;
  /** How its texts are written, where they are not Unicode: 936 is GBK. */
  readonly codePage: number | undefined;
  /** In the order in which they stand in the file. */
  readonly sheets: readonly BiffSheet[];
}

export interface BiffSheet {
  /** Formulas whose result is not valid. */
  readonly formulas: readonly BiffFormula[];
  /** The meaning of numbers by formats that the file does not declare, by row and column. */
  readonly kinds: ReadonlyMap<number, NumberKind>;
}

/** `stale`: to be computed when the file is opened. `blank`: its result is an empty text, or it was never computed. */
export interface BiffFormula {
  readonly row: number;
  readonly column: number;
  readonly fault: 'stale' | 'blank' | undefined;
}

/** The place of a cell as one number. */
export function cellNumber(row: number, column: number): number {
  return row * 0x10000 + column;
}

const record = {
  formula: 0x0006,
  end: 0x000a,
  codePage: 0x0042,
  uncomputed: 0x005e,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  style: 0x00e0,
  number: 0x0203,
  shortNumber: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

/** Reads the records of the stream of a workbook; `undefined` where it is older than Excel 5. */
export function readBiff(stream: Uint8Array): BiffBook | undefined {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || view.getUint16(0, true) !== record.begin) return undefined;
  const isUnicode = view.getUint16(4, true) >= 0x0600;
  const declared = new Set<number>();
  const [formats, starts]: [number[], number[]] = [[], []];
  let codePage: number | undefined;
  for (const { type, at, length } of recordsFrom(view, 0)) {
    if (type === record.codePage && length >= 2) codePage = view.getUint16(at, true);
    if (type === record.sheet && length >= 4) starts.push(view.getUint32(at, true));
    if (type === record.format && length >= 2) declared.add(view.getUint16(at, true));
    if (type === record.style && length >= 4) formats.push(view.getUint16(at + 2, true));
  }
  const kindOf = (style: number): NumberKind => {
    const id = formats[style] ?? 0;
    return declared.has(id) ? 'number' : builtInKind(id);
  };
  const sheets = [...starts].sort((a, b) => a - b).map((start) => readSheet(view, start, kindOf));
  return { isUnicode, codePage, sheets };
}

interface Record {
  readonly type: number;
  /** Where its content begins. */
  readonly at: number;
  readonly length: number;
}

/** The records of one part of the stream, without those of charts within it. */
function* recordsFrom(view: DataView, start: number): Generator<Record> {
  let depth = 0;
  for (let at = start; at + 4 <= view.byteLength;) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > view.byteLength) return;
    if (type === record.begin) depth++;
    if (type === record.end && --depth <= 0) return;
    if (depth === 1) yield { type, at: at + 4, length };
    at += 4 + length;
  }
}

function readSheet(view: DataView, start: number, kindOf: (style: number) => NumberKind): BiffSheet {
  const formulas: BiffFormula[] = [];
  const kinds = new Map<number, NumberKind>();
  let isStale = false;
  const setKind = (row: number, column: number, style: number): void => {
    const kind = kindOf(style);
    if (kind !== 'number') kinds.set(cellNumber(row, column), kind);
  };
  for (const { type, at, length } of recordsFrom(view, start)) {
    if (type === record.uncomputed) isStale = true;
    if (length < 6) continue;
    const [row, column] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (type === record.manyNumbers) {
      for (let i = 0; 4 + 6 * (i + 1) + 2 <= length; i++)
        setKind(row, column + i, view.getUint16(at + 4 + 6 * i, true));
    } else if (type === record.number || type === record.shortNumber) {
      setKind(row, column, view.getUint16(at + 4, true));
    } else if (type === record.formula && length >= 16) {
      setKind(row, column, view.getUint16(at + 4, true));
      formulas.push({ row, column, fault: resultFault(view, at) });
    }
  }
  return { kinds, formulas: isStale ? formulas.map((one) => ({ ...one, fault: 'stale' })) : formulas };
}

function resultFault(view: DataView, at: number): BiffFormula['fault'] {
  // Programs that do not compute ask for it to be done on loading.
  if ((view.getUint16(at + 14, true) & 2) !== 0) return 'stale';
  const isNumber = view.getUint16(at + 12, true) !== 0xffff;
  return !isNumber && view.getUint8(at + 6) === 3 ? 'blank' : undefined;
}
