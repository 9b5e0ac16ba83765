import type { EmptyMeaning, Rows } from '@zj/metrics';

/** A cell as it was read: its exact text, or why there is none, where that is known. */
export interface RawCell {
  readonly text: string | null;
  readonly empty: EmptyMeaning | null;
}

/** The cells of rows that are read by windows. */
export interface Windows {
  /** Has the rows of a stretch read; reading for rows out of sight is given up. */
  readonly need: (start: number, count: number) => void;
  /** The cells of a row; `undefined` until they are read. */
  readonly row: (at: number) => readonly RawCell[] | undefined;
  /** The last window could not be read. */
  readonly failure: unknown;
  readonly retry: () => void;
  readonly end: () => void;
}

/** Rows of one window: as many as come with the arrangement itself. */
const size = 50;
/** So many windows are kept. */
const most = 24;

type Block = readonly (readonly RawCell[])[];

/** Reads rows by windows, and keeps the newest of them. */
export function createWindows(rows: Rows, update: () => void): Windows {
  const blocks = new Map<number, Block>();
  const running = new Map<number, AbortController>();
  let wanted: readonly number[] = [];
  let failure: unknown;
  const read = async (at: number): Promise<void> => {
    const mine = new AbortController();
    running.set(at, mine);
    try {
      const start = at * size;
      const count = Math.min(size, rows.rowCount - start);
      const { columns, means } = await rows.window(start, count, { signal: mine.signal });
      if (mine.signal.aborted) return;
      const block = Array.from({ length: count }, (_, row) =>
        columns.map((cells, column) => ({
          text: cells[row] ?? null,
          empty: means[column]?.[row] ?? null,
        })),
      );
      blocks.set(at, block);
      for (const old of blocks.keys()) {
        if (blocks.size <= most) break;
        if (!wanted.includes(old)) blocks.delete(old);
      }
    } catch (error) {
      if (mine.signal.aborted) return;
      failure = error;
    } finally {
      if (running.get(at) === mine) running.delete(at);
    }
    update();
  };
  return {
    need(start, count) {
      const first = Math.floor(start / size);
      const last = Math.floor(Math.max(start + count - 1, start) / size);
      wanted = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      for (const [at, one] of running) if (!wanted.includes(at)) one.abort();
      if (failure !== undefined) return;
      for (const at of wanted) {
        const block = blocks.get(at);
        if (block) {
          // The newest stay longest.
          blocks.delete(at);
          blocks.set(at, block);
        } else if (at * size < rows.rowCount && (running.get(at)?.signal.aborted ?? true)) void read(at);
      }
    },
    row: (at) => blocks.get(Math.floor(at / size))?.[at % size],
    get failure() {
      return failure;
    },
    retry() {
      failure = undefined;
      update();
    },
    end() {
      for (const one of running.values()) one.abort();
    },
  };
}
