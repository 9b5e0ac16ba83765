import type { Sheet } from './sheet.js';

/** A workbook whose container is whole. */
export interface Book {
  readonly sheets: readonly BookSheet[];
}

/** A sheet of a workbook that is read when it is asked for. */
export interface BookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rejects where the sheet is damaged: no other may stand for it. */
  read(): Promise<Sheet>;
}
