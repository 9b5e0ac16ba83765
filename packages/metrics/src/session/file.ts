import type { Contract } from '../dataset/contract.js';
import { loadPlain, type PlainStore } from '../dataset/load-plain.js';
import { loadDataset, type LoadedDataset, type LoadOptions, type TableStore } from '../dataset/load.js';
import type { ByteFile } from '../dataset/read/bytes.js';
import { namedFormat } from '../dataset/read/format.js';
import { openPlain } from '../dataset/read/plain.js';
import { readTable } from '../dataset/read/table.js';
import { ownTable } from '../dataset/steps.js';
import { checkAborted } from '../dataset/turn.js';
import { contentPieces, type DataFile } from '../engine/csv-file.js';
import type { CallOptions, Engine } from '../engine/engine.js';
import { MetricsError, type MetricsErrorCode } from '../base/error.js';
import { say } from '../base/sentence.js';

/** The part of an engine that takes a dataset of one's own. */
export type OwnEngine = Pick<Engine, 'build' | 'drop' | 'load' | 'run' | 'loadCsv' | 'pieces'>;

interface OwnStore {
  readonly engine: OwnEngine;
  readonly store: TableStore;
  /** The temporary name of a table. */
  readonly nameOf: (name: string) => string;
}

/** Loads the rows of a file that keep a contract: by the engine where it is plain, else by its reader. Throws `REFUSED` for no file. */
export async function loadFile(
  place: OwnStore,
  contract: Contract,
  file: DataFile,
  options: CallOptions,
): Promise<LoadedDataset> {
  const bytes = bytesOf(place.engine, file, contract);
  const aborting = signalOf(options);
  const plain = await loadByEngine(place, contract, { file, bytes }, options);
  if (plain) return plain;
  const whole = await readWhole(bytes, aborting.signal);
  const { table, problems } = await readTable(whole, { name: bytes.name, contract, ...aborting });
  if (!table) return { rows: { read: 0, kept: 0, rejected: 0 }, rejects: [], problems };
  return loadDataset(place.store, contract, table, aborting);
}

/** Undefined where the file is not for the engine. */
async function loadByEngine(
  { engine, store, nameOf }: OwnStore,
  contract: Contract,
  { file, bytes }: { readonly file: DataFile; readonly bytes: ByteFile },
  options: CallOptions,
): Promise<LoadedDataset | undefined> {
  const { encoding = 'utf-8' } = contract;
  if (!engine.loadCsv || encoding !== 'utf-8' || (namedFormat(bytes.name) ?? 'csv') !== 'csv')
    return undefined;
  const plain = await openPlain(bytes);
  if (!plain) return undefined;
  const plainStore: PlainStore = {
    ...store,
    sqlOf: (name) => ownTable(nameOf(name)),
    read: async (name, rows) => {
      try {
        await engine.loadCsv!(nameOf(name), { file, ...rows }, options);
        return true;
      } catch (error) {
        if (error instanceof MetricsError && elsewhere.includes(error.code)) return false;
        throw error;
      }
    },
  };
  return loadPlain(plainStore, contract, plain, signalOf(options));
}

/** Where the engine cannot read a file, its reader may. */
const elsewhere: readonly MetricsErrorCode[] = ['SQL', 'DATABASE', 'ENGINE_WORKER', 'ENGINE_WASM'];

/** The signal of a call, as the reading takes it. */
export function signalOf({ signal }: CallOptions): Pick<LoadOptions, 'signal'> {
  return signal ? { signal } : {};
}

function bytesOf(engine: OwnEngine, file: DataFile, contract: Contract): ByteFile {
  const name =
    typeof file === 'string'
      ? file
      : 'name' in file && typeof file.name === 'string'
        ? file.name
        : contract.file;
  if (engine.pieces) return { name, pieces: () => engine.pieces!(file) };
  if (typeof file !== 'string') return { name, pieces: () => contentPieces(file) };
  throw new MetricsError('REFUSED', say`This engine cannot read a path. Give the content of the file.`);
}

async function readWhole({ pieces }: ByteFile, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces()) {
    checkAborted(signal);
    parts.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
