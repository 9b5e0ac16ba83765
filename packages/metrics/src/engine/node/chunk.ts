import { DuckDBVarCharVector, type DuckDBDataChunk, type DuckDBValue } from '@duckdb/node-api';

/** U+FEFF in UTF-8, as the first bytes of a number that begins with the lowest. */
const mark = 0xbfbbef;

/** The client's private form: 16 bytes a text, of which the first four are its length, and the next its beginning. */
interface Memory {
  readonly dataView?: DataView;
}

/**
 * The values of a column, as `read` reads each. The client's decoder takes a U+FEFF at the beginning of a text for a byte
 * order mark, and drops it: it is put back.
 */
export function readColumn<T>(
  chunks: readonly DuckDBDataChunk[],
  column: number,
  read: (value: DuckDBValue) => T,
): readonly T[] {
  const values: T[] = [];
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column);
    const texts = vector instanceof DuckDBVarCharVector ? memoryOf(vector) : undefined;
    for (let row = 0; row < chunk.rowCount; row++) {
      const value = vector.getItem(row);
      const marked = texts !== undefined && (texts.getUint32(16 * row + 4, true) & 0xffffff) === mark;
      values.push(read(marked && typeof value === 'string' ? `\uFEFF${value}` : value));
    }
  }
  return values;
}

function memoryOf(vector: DuckDBVarCharVector): DataView {
  const { dataView } = vector as unknown as Memory;
  if (dataView) return dataView;
  throw new Error('the client of DuckDB keeps its texts elsewhere than it did.');
}
