// Data files read, held against their contracts, and loaded: for pages and programs that take files from people.

// Reading
export { readTable } from './dataset/read/table.js';
export type { FileOptions } from './dataset/read/source.js';
export type {
  HeaderCell,
  ReadTable,
  RejectedRow,
  Sheets,
  TextTable,
  UnreadColumn,
} from './dataset/text-table.js';

// Contracts
export { proposeContract } from './dataset/propose.js';
export type { ProposalOptions, ProposedContract } from './dataset/propose.js';
export { checkForeignKeys, orderByReference } from './dataset/foreign-key.js';

// Loading
export { loadDataset } from './dataset/load.js';
export type {
  Abortable,
  ColumnTable,
  LoadedDataset,
  LoadOptions,
  TableStore,
  TextColumn,
} from './dataset/load.js';
