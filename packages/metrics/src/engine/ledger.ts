import type { Call } from './calls.js';
import type { CsvFile } from './csv-file.js';
import type { TableColumn } from './engine.js';
import type { Session } from './host.js';

/** A thing that was done to the caller's tables. */
export type Deed =
  | { readonly does: 'load'; readonly name: string; readonly columns: readonly TableColumn[] }
  | {
      readonly does: 'read';
      readonly name: string;
      readonly csv: CsvFile;
      /** The mark that tells the file from others, once it was read. */
      readonly stamp?: string;
    }
  | { readonly does: 'build'; readonly name: string; readonly sql: string }
  | { readonly does: 'drop'; readonly name: string };

/** Does it, and gives it as it can be done again. Throws as the session. */
export async function perform(deed: Deed, session: Session, call: Call): Promise<Deed> {
  const { signal } = call;
  if (deed.does === 'load') await session.load(deed.name, deed.columns, signal);
  if (deed.does === 'build') await session.build(deed.name, deed.sql, signal);
  if (deed.does === 'drop') await session.drop(deed.name);
  if (deed.does !== 'read') return deed;
  return { ...deed, stamp: await session.read(deed.name, deed.csv, call, deed.stamp) };
}

/** The actions that made the caller's tables, in order: repeated, they make them again. */
export class Ledger {
  #deeds: readonly Deed[] = [];

  get deeds(): readonly Deed[] {
    return this.#deeds;
  }

  /** Records an action, and removes those that it made needless. */
  note(deed: Deed): void {
    this.#deeds = keepNeeded([...this.#deeds, deed]);
  }

  clear(): void {
    this.#deeds = [];
  }
}

/**
 * Without the tables that are gone, unless one that is not may have been built from them: only an engine knows the tables of a
 * statement.
 */
function keepNeeded(deeds: readonly Deed[]): readonly Deed[] {
  const needed = new Array<boolean>(deeds.length).fill(false);
  for (let i = deeds.length - 1; i >= 0; i--) {
    const end = deeds.findIndex((deed, later) => later > i && isSameTable(deed, deeds[i]!));
    const reads = (deed: Deed, at: number): boolean =>
      at > i && at <= end && needed[at]! && deed.does === 'build';
    needed[i] = deeds[i]!.does !== 'drop' && (end < 0 || deeds.some(reads));
  }
  return deeds.filter((deed, i) =>
    deed.does === 'drop'
      ? deeds.some((earlier, at) => at < i && needed[at] && isSameTable(earlier, deed))
      : needed[i],
  );
}

/** DuckDB compares names without their case. */
function isSameTable(a: Deed, b: Deed): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase();
}
