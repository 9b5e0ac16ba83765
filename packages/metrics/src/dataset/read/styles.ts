import { builtInKind, readFormat, type NumberFormat } from './number-format.js';
import type { XmlReader } from './xml.js';

/** Reads the part of a workbook that holds its number formats. */
export interface StylesReader extends XmlReader {
  /** The meaning of a cell's numbers, by the style that the cell names. */
  formats(): readonly NumberFormat[];
}

export function readStyles(): StylesReader {
  const path: string[] = [];
  const declared = new Map<number, string>();
  const ids: number[] = [];
  return {
    open(name, attributes) {
      const parent = path.at(-1);
      path.push(name);
      if (name === 'numFmt' && parent === 'numFmts')
        declared.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      if (name === 'xf' && parent === 'cellXfs') ids.push(Number(attributes.get('numFmtId') ?? 0));
    },
    text: () => undefined,
    close: () => void path.pop(),
    formats: () =>
      ids.map((id) => {
        const code = declared.get(id);
        if (code !== undefined) return readFormat(code);
        const kind = builtInKind(id);
        return () => kind;
      }),
  };
}
