import type { Rows } from '@zj/metrics';
import { rankByPinyin } from '../locale/pinyin.js';

/** So many rows are read at once. */
const step = 5000;

/** Whether texts can be in the order of their sounds in this browser. */
export function knowsPinyin(): boolean {
  return rankByPinyin([]) !== undefined;
}

/** The distinct texts of columns in the order of pinyin, by the names of the columns. */
export async function rankColumns(
  rows: Rows,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Readonly<Record<string, readonly string[] | undefined>>> {
  const places = names.map((name) => rows.columns.findIndex((column) => column.name === name));
  const values = places.map(() => new Set<string>());
  for (let start = 0; start < rows.rowCount; start += step) {
    const { columns } = await rows.window(start, Math.min(step, rows.rowCount - start), { signal });
    places.forEach((place, at) => {
      for (const cell of columns[place] ?? []) if (cell !== null) values[at]!.add(cell);
    });
  }
  return Object.fromEntries(names.map((name, at) => [name, rankByPinyin(values[at]!)]));
}
