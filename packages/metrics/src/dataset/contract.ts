import type { Day } from '../base/day.js';
import type { FigureState } from '../base/state.js';
import type { Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import type { Period } from '../plan/plan.js';

/** The rules for a dataset's file: the promise between those who report figures and those who publish them. */
export interface Contract {
  readonly $schema?: string;
  readonly version: 1;
  /** `industry-revenue`; its table is `industry_revenue`. */
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  /** The data file, relative to the contract: CSV, JSON, JSON lines, a workbook (.xlsx, .xls), Parquet or Arrow. */
  readonly file: string;
  /** How the text of the file is written; found out where it is not declared. */
  readonly encoding?: Encoding;
  /** The sheet of a workbook; else the first that holds anything. */
  readonly sheet?: string;
  /** Rows that the header of a workbook takes: 1. The names of several are joined from top to bottom, `营业收入/本月`. */
  readonly headerRows?: number;
  /** Spellings that the cells may have beyond the strict ones; none where nothing is said. */
  readonly forms?: readonly Form[];
  /** Marks that stand where there is no figure, each once: `{ "mark": "x", "means": "suppressed" }`. */
  readonly missing?: readonly MissingMark[];
  /** Columns of the file that are left unread, by the names in its header. */
  readonly ignore?: readonly string[];
  readonly source: Source;
  /** The last day the figures cover; declared, never inferred from the rows. */
  readonly reportedThrough: Day;
  /** The day on which later figures are due: after `reportedThrough`. */
  readonly nextUpdate?: Day;
  /** How settled the figures are: one state for all rows, or the column with the state of each; final where absent (METHODS §2). */
  readonly revision?: FigureState | StateColumn;
  /** Present where the rows are made up: everything shown from them says 示例数据. */
  readonly demo?: Demo;
  readonly columns: readonly Column[];
  /** The columns that name a row: no two rows share them. */
  readonly key: readonly string[];
  /** Columns whose values stand in another dataset. */
  readonly foreignKeys?: readonly ForeignKey[];
  readonly time: TimeColumn;
  /** The month, 1 to 12, with which its years begin, and so their quarters and halves; 1 where absent. */
  readonly fiscalStart?: number;
  /** Months for which no figure is ever published, from 1 to 12: [1] where January is only told together with February. */
  readonly omits?: readonly number[];
  /** The published column that says who reports: a result tells who did before, and does not now. */
  readonly reporters?: string;
  /** How a dataset with confidential columns is published: METHODS §7. */
  readonly cube?: Cube;
  /** The tasks of the plan that its rows report on. `zj publish` writes it; leave it out. */
  readonly reportsOn?: PlannedTasks;
}

/** The tasks of a plan, by which the reports on them are checked. */
export interface PlannedTasks {
  /** The days of the plan. */
  readonly period: Period;
  readonly tasks: readonly PlannedTask[];
}

/** A task and the number of its measures. */
export interface PlannedTask {
  readonly task: string;
  readonly measures: number;
}

/** How a text becomes bytes. `gb18030` is GBK and GB 2312, too; `utf-16` has a byte order mark or is little-endian. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16';

/** `full-width`: `１２．５`. `thousands`: `12,300`. `dates`: `2026/9/1`, `2026年9月1日`, for a month `2026年9月`, for a quarter `2026Q3`, `2026-Q3` or `2026年三季度`, for a half-year `2026H1`, `2026-H1` or `2026年上半年`, for a year `2026年` or `2026`. */
export type Form = 'full-width' | 'thousands' | 'dates';

/** A mark in place of a figure, in columns that are not VARCHAR: the cell is empty, is counted, and keeps the mark's meaning. */
export interface MissingMark {
  /** The whole cell, without blanks around it. */
  readonly mark: string;
  readonly means: MissingMeaning;
}

/** Why there is no figure. `suppressed`: it is confidential. `below-half`: it is less than half of the unit. */
export type MissingMeaning = 'not-applicable' | 'not-available' | 'suppressed' | 'below-half';

/** A column that holds the state of each row; an empty cell is final. */
export interface StateColumn {
  /** A published VARCHAR column outside the key. */
  readonly column: string;
  /** The words of the file, each with its state: `{ "初步核算": "provisional" }`; the four states themselves where absent. */
  readonly values?: Readonly<Record<string, FigureState>>;
}

/** Columns whose values name a row of another dataset; rows with an empty cell there refer to none. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly references: ReferencedColumns;
}

/** As many columns of another dataset, of the same types. */
export interface ReferencedColumns {
  readonly dataset: string;
  readonly columns: readonly string[];
}

/** Who stands behind the figures. */
export type Source = Text & {
  readonly url?: string;
};

/** How made-up rows were made. */
export interface Demo {
  readonly generator: string;
  readonly seed: number;
  readonly rows: number;
}

/** A named, typed column. */
export interface Column {
  readonly name: string;
  readonly label: Text;
  readonly type: ColumnType;
  /** The column's name in the file, if it is another: `营业收入（万元）`. */
  readonly header?: string;
  /** Empty cells are refused. */
  readonly required?: boolean;
  /** No two rows have the same value; empty cells are not compared. */
  readonly unique?: boolean;
  readonly unit?: Unit;
  /** The only values allowed, each with its words for people. */
  readonly values?: readonly ColumnValue[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Identifies an enterprise or a person: never published. */
  readonly confidential?: boolean;
  /** Values overlap (one row can stand under several): never summed over. */
  readonly overlapping?: boolean;
}

/** `DECIMAL(p,s)` holds money exactly. */
export type ColumnType =
  'VARCHAR' | 'BOOLEAN' | 'DATE' | 'INTEGER' | 'DOUBLE' | `DECIMAL(${number},${number})`;

/** A value that a column may have, with its words for people. */
export interface ColumnValue {
  readonly value: string;
  readonly label: Text;
}

/** The column that dates a row. `year`, `half-year`, `quarter`, `month`: a figure for each, dated by its first day; `day`: events, and a day without rows has none. */
export interface TimeColumn {
  readonly column: string;
  readonly grain: 'year' | 'half-year' | 'quarter' | 'month' | 'day';
}

/** The public cube of a confidential dataset: measures summed over the confidential columns to the dimensions below. */
export interface Cube {
  /** Broadest first: an unsafe cell is merged from the last dimension upward. */
  readonly dimensions: readonly string[];
  readonly measures: readonly string[];
  /** Fewest contributors a published cell may have: 3. */
  readonly contributors?: number;
  /** Largest share of a cell's magnitude that one contributor may hold: 0.85. */
  readonly dominance?: number;
}

/** The table that holds a dataset: `industry-revenue` → `industry_revenue`. */
export function tableName(contract: Pick<Contract, 'id'>): string {
  return contract.id.replaceAll('-', '_');
}

/** The column beside a figure that says why there is none: `revenue:means`. No name in a contract holds a colon. */
export function meansColumn(name: string): string {
  return `${name}:means`;
}

/** Whether a column's empty cells are told by their meaning: a figure outside the key, where the contract has marks. */
export function hasMeans(
  { name, type }: Pick<Column, 'name' | 'type'>,
  { missing = [], key, cube }: Pick<Contract, 'missing' | 'key' | 'cube'>,
): boolean {
  const figure = type === 'INTEGER' || type === 'DOUBLE' || type.startsWith('DECIMAL');
  return missing.length > 0 && !cube && figure && !key.includes(name);
}

/** The name of a column in the file. */
export function headerOf({ name, header = name }: Pick<Column, 'name' | 'header'>): string {
  return header;
}
