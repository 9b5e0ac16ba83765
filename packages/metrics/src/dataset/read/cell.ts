import { isBroken } from './broken-text.js';
import { isCut, longText, workbookText } from './figure.js';
import { isoText, serialText, spanText } from './moment.js';
import type { NumberFormat } from './number-format.js';

/** A cell that is not empty: its text and its fault. */
export interface SheetCell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly kind: 'text' | 'number' | 'day' | 'truth';
  readonly fault?: SheetFault;
  /** It is shown a hundred times as large, with a percent sign. */
  readonly isPercent?: true;
}

/**
 * `error`: it shows an error such as #N/A. `formula`: one that was never computed. `stale`: one whose result its program would
 * compute anew. `blank`: one without a result, or whose result is an empty text: a file does not tell the two apart. `digits`: a
 * whole number that has more of them than a workbook keeps. `number`, `value`: it holds no number, or no value of its type.
 * `merged`: a figure that belongs to several rows. `text`: a text with an impossible character.
 */
export type SheetFault =
  'error' | 'formula' | 'stale' | 'blank' | 'digits' | 'number' | 'value' | 'merged' | 'text';

/** A cell as an .xlsx file writes it. */
export interface WrittenCell {
  readonly column: number;
  /** `n` where it says nothing. */
  readonly type: string;
  /** Its value; `undefined` where it has none. */
  readonly value: string | undefined;
  /** Of a formula its text, which is empty where it shares that of another cell. */
  readonly formula: string | undefined;
}

/** The meaning of a workbook's cells. */
export interface CellMeaning {
  readonly format: NumberFormat;
  readonly since1904: boolean;
  /** The results of formulas are not valid: their program computes them when it opens the workbook. */
  readonly isStale: boolean;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const space = /^[ \t\n\r]+|[ \t\n\r]+$/g;

/** The content of a cell in an .xlsx file; `null` if it is empty. */
export function readCell(written: WrittenCell, meaning: CellMeaning): SheetCell | null {
  const { column, type, formula } = written;
  const isText = type === 's' || type === 'str' || type === 'inlineStr';
  const value = isText ? written.value : written.value?.replace(space, '');
  if (formula !== undefined) {
    const none = { column, text: `=${formula}`, kind: 'number' } as const;
    if (value === undefined) return { ...none, fault: 'formula' };
    if (meaning.isStale) return { ...none, fault: value === '' ? 'formula' : 'stale' };
    if (value === '') return { ...none, fault: type === 'str' ? 'blank' : 'formula' };
  }
  if (value === undefined)
    return type === 'e' ? { column, text: '#ERROR', kind: 'number', fault: 'error' } : null;
  switch (type) {
    case 'n':
      return numberCell(column, value, meaning);
    case 'str':
    case 'inlineStr':
    case 's':
      return textCell(column, value);
    case 'b': {
      const isTrue = value === '1' || value === 'true';
      if (isTrue || value === '0' || value === 'false')
        return { column, text: String(isTrue), kind: 'truth' };
      break;
    }
    case 'd': {
      const text = isoText(value);
      if (text !== undefined) return { column, text, kind: 'day' };
      break;
    }
    case 'e':
      return { column, text: value === '' ? '#ERROR' : value, kind: 'number', fault: 'error' };
  }
  return { column, text: value, kind: 'number', fault: 'value' };
}

/** A text; `null` where it is empty. */
export function textCell(column: number, text: string): SheetCell | null {
  if (text === '') return null;
  return { column, text, kind: 'text', ...(isBroken(text) && ({ fault: 'text' } as const)) };
}

function numberCell(column: number, written: string, meaning: CellMeaning): SheetCell {
  const value = Number(written);
  if (!decimal.test(written) || !Number.isFinite(value))
    return { column, text: written, kind: 'number', fault: 'number' };
  return figureCell(column, value, meaning, longText(written));
}

/** A number by its format; `exact` are its digits where a double cannot hold them. */
export function figureCell(
  column: number,
  value: number,
  { format, since1904 }: Pick<CellMeaning, 'format' | 'since1904'>,
  exact?: string,
): SheetCell {
  const kind = format(value);
  if (kind === 'span') return { column, text: spanText(value), kind: 'day' };
  if (kind === 'day' || kind === 'time')
    return { column, text: serialText(value, since1904, kind === 'time'), kind: 'day' };
  const percent = kind === 'percent' && ({ isPercent: true } as const);
  if (exact !== undefined) return { column, text: exact, kind: 'number', ...percent };
  const cut = isCut(value) && ({ fault: 'digits' } as const);
  return { column, text: workbookText(value), kind: 'number', ...percent, ...cut };
}
