import type { TableColumn } from '../engine/engine.js';
import type { ResultColumn } from '../query/result-column.js';

/** A column of a result: its values and their meaning. */
export type QueryColumn = TableColumn & ResultColumn;
