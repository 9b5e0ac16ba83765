import type { CallOptions, Engine } from '../engine/engine.js';
import { arrangementSql, rank, rankedValue, type RowsPlan } from '../query/rows-sql.js';
import { createCache } from './cache.js';

/** Tables of rows made on this page: those who share an engine give no two of them one name. */
let made = 0;

/** The names that the tables of some rows have. */
export interface RowsNames {
  readonly answer: string;
  readonly arrangement: string;
  readonly ranks: string;
}

/** Names that no other rows of this page have. No dataset's table has a colon in its name. */
export function nameRows(): RowsNames {
  const number = ++made;
  return {
    answer: `zj:answer-${number}`,
    arrangement: `zj:rows-${number}`,
    ranks: `zj:ranks-${number}`,
  };
}

/** A change of the session: one after another. */
export type Change = <T>(
  work: (step: CallOptions & { readonly signal: AbortSignal }) => Promise<T>,
  options?: CallOptions,
) => Promise<T>;

/** The tables of some rows in an engine, made when they are first needed. */
export interface RowsTables {
  /** That the answer of a query and the ranks of an order are there. */
  prepare(options?: CallOptions): Promise<void>;
  /** That the arrangement is there. */
  arrange(options?: CallOptions): Promise<void>;
  /** Whether it is there, and its name. */
  readonly arranged: boolean;
  readonly name: string;
  /** How often they were dropped. */
  readonly drops: number;
  /** Drops them all, within a change; they are made again if they are needed. */
  drop(step: CallOptions): Promise<void>;
}

/** The parts that the tables of rows are made of. */
export interface RowsMaking {
  readonly engine: Pick<Engine, 'build' | 'load' | 'drop'>;
  readonly change: Change;
  /** Throws `CLOSED` where the rows are no longer those of the session. */
  readonly check: () => void;
  readonly names: RowsNames;
  /** The statement of a query whose answer they are. */
  readonly answer?: string;
  readonly orderBy: RowsPlan['orderBy'];
}

/** Tables that are made when they are needed, once for all who wait for them. */
export function createRowsTables(
  { engine, change, check, names, answer, orderBy }: RowsMaking,
  planOf: () => RowsPlan,
): RowsTables {
  const works = createCache<true>(Infinity, () => 0);
  /** Those that may be there, and those that are whole. */
  const begun = new Set<string>();
  const there = new Set<string>();
  let drops = 0;

  /** Makes a table within a change; one that was given up may have been made all the same. */
  async function make(name: string, work: () => Promise<void>): Promise<void> {
    check();
    begun.add(name);
    try {
      await work();
      there.add(name);
    } catch (error) {
      await engine.drop(name).catch(() => undefined);
      begun.delete(name);
      throw error;
    }
  }

  async function prepare(step: CallOptions): Promise<void> {
    const { answer: table } = names;
    if (answer !== undefined && !there.has(table)) {
      await make(table, () => engine.build(table, answer, step));
    }
    for (const [i, { ranks }] of orderBy.entries()) {
      const name = rankTable(names, i);
      if (!ranks || there.has(name)) continue;
      await make(name, () =>
        engine.load(
          name,
          [
            { name: rankedValue, type: 'VARCHAR', values: ranks },
            { name: rank, type: 'DOUBLE', values: ranks.map((_, at) => at) },
          ],
          step,
        ),
      );
    }
  }

  async function arrange(step: CallOptions): Promise<void> {
    await prepare(step);
    const { arrangement } = names;
    if (there.has(arrangement)) return;
    await make(arrangement, () => engine.build(arrangement, arrangementSql(planOf()), step));
  }

  const once = async (key: string, work: typeof prepare, options?: CallOptions): Promise<void> => {
    await works.get(key, (call) => change((step) => work(step), call).then(() => true as const), options);
  };
  return {
    name: names.arrangement,
    async prepare(options) {
      if (answer === undefined && orderBy.every(({ ranks }) => !ranks)) return;
      await once('prepared', prepare, options);
    },
    arrange: (options) => once('arranged', arrange, options),
    get arranged() {
      return there.has(names.arrangement);
    },
    get drops() {
      return drops;
    },
    async drop(step) {
      drops++;
      works.clear();
      there.clear();
      for (const name of begun) {
        await engine.drop(name, step);
        begun.delete(name);
      }
    },
  };
}

/** The name of the table of ranks of an order's key. */
export function rankTable({ ranks }: RowsNames, i: number): string {
  return `${ranks}-${i}`;
}
