import * as v from 'valibot';
import { day, period, text, unit } from '../plan/schema.js';
import {
  address,
  columnName,
  fields,
  figure,
  flag,
  id,
  list,
  oneOf,
  pattern,
  says,
  schemaAddress,
  version,
  whole,
  words,
  written,
  type Schema,
  optional,
} from '../base/schema.js';
import { say } from '../base/sentence.js';
import type { FigureState } from '../base/state.js';
import type {
  Column,
  ColumnType,
  ColumnValue,
  Contract,
  Cube,
  Demo,
  Encoding,
  ForeignKey,
  Form,
  MissingMark,
  MissingMeaning,
  PlannedTask,
  PlannedTasks,
  ReferencedColumns,
  Source,
  StateColumn,
  TimeColumn,
} from './contract.js';

const typeNames = says(
  say`VARCHAR, BOOLEAN, DATE, INTEGER, DOUBLE or DECIMAL(p,s)`,
  say`For money write DECIMAL(18,2): 18 digits, 2 of them after the point.`,
);

/** DECIMAL has 1 to 38 digits, and no more of them after the point. */
function isColumnType(name: string): name is ColumnType {
  const [, digits, decimals] = /^DECIMAL\((\d+),(\d+)\)$/.exec(name) ?? [];
  if (digits === undefined) return /^(VARCHAR|BOOLEAN|DATE|INTEGER|DOUBLE)$/.test(name);
  return Number(digits) >= 1 && Number(digits) <= 38 && Number(decimals) <= Number(digits);
}

const columnType: Schema<ColumnType> = v.pipe(
  v.string(typeNames),
  v.regex(/^(VARCHAR|BOOLEAN|DATE|INTEGER|DOUBLE|DECIMAL\(\d{1,2},\d{1,2}\))$/, typeNames),
  v.guard(isColumnType, typeNames),
);

export const source = written<Source>('Source', { url: optional(address) });

export const columnValue = fields<ColumnValue>('ColumnValue', { value: words, label: text });

export const column = fields<Column>('Column', {
  name: columnName,
  label: text,
  type: columnType,
  header: optional(words),
  required: optional(flag),
  unique: optional(flag),
  unit: optional(unit),
  values: optional(list(columnValue, 1)),
  minimum: optional(figure),
  maximum: optional(figure),
  confidential: optional(flag),
  overlapping: optional(flag),
});

const dominance = says(say`a share above 0, at most 0.85`, say`Write a share such as 0.85.`);

/** A contract may protect more than METHODS §7 does, never less. */
const cube = fields<Cube>('Cube', {
  dimensions: list(columnName, 1),
  measures: list(columnName, 1),
  contributors: optional(whole(3, 1000)),
  dominance: optional(v.pipe(v.number(dominance), v.gtValue(0, dominance), v.maxValue(0.85, dominance))),
});

const foreignKey = fields<ForeignKey>('ForeignKey', {
  columns: list(columnName, 1),
  references: fields<ReferencedColumns>('ReferencedColumns', { dataset: id, columns: list(columnName, 1) }),
});

const missingMark = fields<MissingMark>('MissingMark', {
  mark: pattern(
    /^\S(.*\S)?$/,
    say`a mark without blanks around it`,
    say`Write the whole cell, such as "x", "-" or "…".`,
  ),
  means: oneOf<MissingMeaning>({
    'not-applicable': true,
    'not-available': true,
    suppressed: true,
    'below-half': true,
  }),
});

const figureState = oneOf<FigureState>({ final: true, provisional: true, estimate: true, revised: true });
const stateColumn = fields<StateColumn>('StateColumn', {
  column: columnName,
  values: optional(
    v.record(
      pattern(
        /^\S(.*\S)?$/,
        say`a word without blanks around it`,
        say`Write the whole cell, such as "初步核算".`,
      ),
      figureState,
      says(
        say`an object with a state for each word`,
        say`Write it like { "初步核算": "provisional", "最终核实": "final" }.`,
      ),
    ),
  ),
});

/** One state, or the column that holds them. */
export const revision: Schema<FigureState | StateColumn> = v.pipe(
  v.union([figureState, stateColumn]),
  v.title('Revision'),
);
/** The same by the form of the value, so that the problem is that of one form. */
const revisionByForm: Schema<FigureState | StateColumn> = v.lazy((input): typeof revision => {
  if (input === undefined) return revision;
  return typeof input === 'object' ? stateColumn : figureState;
});

const plannedTasks = fields<PlannedTasks>('PlannedTasks', {
  period,
  tasks: list(fields<PlannedTask>('PlannedTask', { task: words, measures: whole() })),
});

export const contract: Schema<Contract> = fields<Contract>('Contract', {
  $schema: schemaAddress,
  version,
  id,
  name: text,
  description: text,
  file: pattern(
    /^(?!.*\.\.)[^/\\:*?"<>|][^\\:*?"<>|]*$/,
    say`the name of a file beside the contract`,
    say`Write a path below the folder of the contract, such as industry-revenue.csv.`,
  ),
  encoding: optional(oneOf<Encoding>({ 'utf-8': true, gb18030: true, 'utf-16': true })),
  sheet: optional(words),
  headerRows: optional(whole(1, 9)),
  forms: optional(list(oneOf<Form>({ 'full-width': true, thousands: true, dates: true }))),
  missing: optional(list(missingMark)),
  ignore: optional(list(words)),
  source,
  reportedThrough: day,
  nextUpdate: optional(day),
  revision: optional(revisionByForm),
  demo: optional(fields<Demo>('Demo', { generator: words, seed: whole(), rows: whole() })),
  columns: list(column, 1),
  key: list(columnName, 1),
  foreignKeys: optional(list(foreignKey)),
  time: fields<TimeColumn>('TimeColumn', {
    column: columnName,
    grain: oneOf<TimeColumn['grain']>({
      year: true,
      'half-year': true,
      quarter: true,
      month: true,
      day: true,
    }),
  }),
  fiscalStart: optional(whole(1, 12)),
  omits: optional(list(whole(1, 12), 1)),
  reporters: optional(columnName),
  cube: optional(cube),
  reportsOn: optional(plannedTasks),
});
