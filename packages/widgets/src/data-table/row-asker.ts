import type { Failure } from '../element/failure.js';
import { createMaker, type Latest } from './latest.js';
import type { Arrangement, RowSource } from './row-source.js';
import type { ColumnSummary, Condition, Rows } from '@zj/metrics';
import { createWindows, type Windows } from './windows.js';

/** The rows on display. */
export interface Arranged {
  readonly rows?: Rows | undefined;
  readonly windows?: Windows | undefined;
  readonly failure?: Failure | undefined;
  readonly busy: boolean;
}

/** The rows that have a text. */
export interface Hits {
  readonly count: number;
  readonly rows: readonly number[];
}

/** Who asks for the rows of one table, and for the facts about them. */
export interface RowAsker {
  /** The rows in an arrangement; `prepare` completes it first. */
  readonly arrange: (
    source: RowSource,
    arrangement: Arrangement,
    prepare?: (signal: AbortSignal) => Promise<Arrangement>,
  ) => Arranged;
  readonly summarize: (rows: Rows) => readonly ColumnSummary[] | undefined;
  readonly total: (rows: Rows) => readonly (string | null)[] | undefined;
  readonly find: (rows: Rows, text: string, orWhere: readonly Condition[]) => Latest<Hits>;
  /** The columns under other conditions than those of the rows on display. */
  readonly summarizeUnder: (
    source: RowSource,
    arrangement: Arrangement,
  ) => readonly ColumnSummary[] | undefined;
  readonly retry: () => void;
  readonly end: () => void;
}

/** Makes one; `update` is called when an answer arrives. */
export function createRowAsker(update: () => void): RowAsker {
  let windows: { readonly of: Rows; readonly read: Windows } | undefined;
  const arranger = createMaker<Rows>(update, (rows) => {
    if (windows?.of === rows) {
      windows.read.end();
      windows = undefined;
    }
    // One that is closed already says so; nobody waits for it.
    rows.close().catch(() => undefined);
  });
  const summarizer = createMaker<readonly ColumnSummary[]>(update);
  const totaler = createMaker<readonly (string | null)[]>(update);
  const finder = createMaker<Hits>(update);
  const under = createMaker<readonly ColumnSummary[]>(update);
  return {
    arrange(source, arrangement, prepare) {
      const { value, failure, busy } = arranger.ask(
        [source, JSON.stringify(arrangement), prepare !== undefined],
        async (signal) => source.arrange(prepare ? await prepare(signal) : arrangement, signal),
      );
      if (value && windows?.of !== value) windows = { of: value, read: createWindows(value, update) };
      return { rows: value, windows: value && windows?.read, failure, busy };
    },
    summarize: (rows) => summarizer.ask([rows], (signal) => rows.summarize({ signal })).value,
    total: (rows) => {
      // Sums of other rows would be taken for those of these.
      const { value, busy } = totaler.ask([rows], (signal) => rows.totals({ signal }));
      return busy ? undefined : value;
    },
    find: (rows, text, orWhere) =>
      finder.ask([rows, text, JSON.stringify(orWhere)], (signal) =>
        rows.find(text, { signal, ...(orWhere.length > 0 && { orWhere }) }),
      ),
    summarizeUnder(source, arrangement) {
      const { value, busy } = under.ask([source, JSON.stringify(arrangement)], async (signal) => {
        const rows = await source.arrange(arrangement, signal);
        try {
          return await rows.summarize({ signal });
        } finally {
          rows.close().catch(() => undefined);
        }
      });
      return busy ? undefined : value;
    },
    retry() {
      windows?.read.retry();
      for (const maker of [arranger, summarizer, totaler, finder, under]) maker.retry();
    },
    end() {
      for (const maker of [summarizer, totaler, finder, under, arranger]) maker.end();
    },
  };
}
