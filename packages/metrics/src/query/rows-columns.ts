import type { Column, ColumnType, ColumnValue, Contract } from '../dataset/contract.js';
import { hasMeans, meansColumn } from '../dataset/contract.js';
import { stateColumnOf, stateWords } from '../dataset/revision.js';
import { decimalsOf } from '../dataset/spelling.js';
import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import type { FigureState } from '../base/state.js';
import type { Unit } from '../base/unit.js';
import { additivityOf, partsOf } from '../metric/additivity.js';
import { fixedColumns } from '../metric/condition.js';
import { isBase, isNumeric, readMeasure } from '../metric/measure.js';
import type { Condition, Format, Metric } from '../metric/metric.js';
import { lastKnown } from './axis.js';
import type { Grain } from './period.js';
import type { Question } from './question.js';
import type { ResultColumn } from './result-column.js';

/** A column of rows. */
export interface RowsColumn {
  readonly name: string;
  readonly label: Text;
  /** The type of its cells; an INTEGER of a query's answer may have any number of digits. */
  readonly type: ColumnType;
  readonly role: 'time' | 'dimension' | 'figure' | 'state' | 'key' | 'kind';
  /** The columns with this tell each row from all others, together. */
  readonly inKey?: true;
  readonly unit?: Unit;
  readonly format?: Format;
  /** The length of the periods of the time column, whose cells are their first days. */
  readonly grain?: Grain;
  /** The month, 2 to 12, with which their years begin; absent where it is 1. */
  readonly fiscalStart?: number;
  /** Of a query's time column: the last day that figures cover. A period that it lies in is not over, and a base has as many days. */
  readonly through?: Day;
  /** The metric of a query's figure. */
  readonly metric?: string;
  /** The only values that it may have, with their words. */
  readonly values?: readonly ColumnValue[];
  /** Of a column of states: its words, each with its state; absent where the words are the states. */
  readonly states?: readonly (readonly [word: string, state: FigureState])[];
  /** Its figures are computed, such as forecasts and changes: their last digits say nothing. */
  readonly computed?: true;
  /** Whether its sum over the rows is a figure. A ratio, a level and a state have none. */
  readonly additive: boolean;
  /** Whether an empty cell is one that was merged with others, because it was confidential. */
  readonly merged?: true;
  /** Whether the meaning of its empty cells is known. */
  readonly means?: true;
}

const contributorWords = { zh: '合并前填报单位数', en: 'Contributors' };

/** The columns of a dataset that may be shown: those that are published. */
export function listDatasetColumns(
  contract: Contract,
  metrics: readonly Metric[],
  conditions: readonly Condition[],
): readonly RowsColumn[] {
  const { columns, cube, time, key } = contract;
  const states = stateColumnOf(contract);
  const keys = cube ? [time.column, ...cube.dimensions] : key;
  const names = cube
    ? [time.column, ...cube.dimensions, ...cube.measures]
    : columns.filter(({ confidential }) => !confidential).map(({ name }) => name);
  const listed = names.map((name): RowsColumn => {
    const declared = columns.find((one) => one.name === name)!;
    const { label, type, unit, values } = declared;
    const figure = isNumeric(declared) && !key.includes(name) && !cube?.dimensions.includes(name);
    const single = declared.unique === true || (key.length === 1 && key[0] === name);
    const role =
      name === time.column
        ? 'time'
        : name === states?.column
          ? 'state'
          : figure
            ? 'figure'
            : single && !cube
              ? 'key'
              : 'dimension';
    return {
      ...{ name, label, role },
      ...(keys.includes(name) && keys.every((one) => names.includes(one)) && { inKey: true as const }),
      type: cube?.measures.includes(name) ? `DECIMAL(38,${decimalsOf(type)})` : type,
      ...(unit && { unit }),
      ...(values && { values }),
      ...(role === 'time' && { grain: time.grain }),
      ...(role === 'state' && states?.values && { states: stateWords(states) }),
      additive: role === 'figure' && isAdditive(declared, contract, metrics, conditions),
      // An empty cell of an optional column may have been empty before.
      ...(cube?.dimensions.includes(name) && declared.required && { merged: true as const }),
      ...(hasMeans(declared, contract) && { means: true as const }),
    };
  });
  if (!cube) return listed;
  const type = 'INTEGER';
  return [
    ...listed,
    { name: 'contributors', label: contributorWords, type, role: 'figure', additive: false },
  ];
}

/** The column of the meanings of the empty cells of another one, as conditions of a search may test it. */
export function meaningOf({ name, label }: RowsColumn): RowsColumn {
  return { name: meansColumn(name), label, type: 'VARCHAR', role: 'dimension', additive: false };
}

/** The columns that conditions of a search may test: the meanings of empty cells, too. */
export function searchedColumns(columns: readonly RowsColumn[]): readonly RowsColumn[] {
  return [...columns, ...columns.filter(({ means }) => means).map(meaningOf)];
}

/**
 * Whether a column adds up over rows: a metric sums it over all of them, or over those that the conditions leave, and no metric
 * says that it does not add up. Rows that stand under several values have no sum.
 */
function isAdditive(
  column: Column,
  contract: Contract,
  metrics: readonly Metric[],
  conditions: readonly Condition[],
): boolean {
  const fixed = fixedColumns(conditions);
  if (contract.columns.some(({ name, overlapping }) => overlapping && !fixed.has(name))) return false;
  const own = metrics.filter(isBase).filter(({ dataset }) => dataset === contract.id);
  const sums = own.filter(({ measure }) => {
    const { kind, column: of } = readMeasure(measure);
    return of === column.name && (kind === 'sum' || kind === 'last');
  });
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const parts = partsOf(
    own.map((metric) => ({ metric, contract })),
    known,
  );
  if (sums.some((metric) => additivityOf(metric, parts) !== 'additive')) return false;
  const given = new Set(conditions.map((one) => JSON.stringify(one)));
  return sums.some(
    ({ where = [], reportedThrough }) =>
      reportedThrough === undefined && where.every((one) => given.has(JSON.stringify(one))),
  );
}

/** The columns of the answer to a query, of these types of the engine. */
export function listAnswerColumns(
  question: Question,
  columns: readonly ResultColumn[],
  types: ReadonlyMap<string, string>,
): readonly RowsColumn[] {
  const { dimensions, allLeaves, time } = question;
  const through = allLeaves.map((leaf) => lastKnown(leaf, question)).sort()[0];
  return columns.map(({ name, label, role, unit, format, metric, additive = false }): RowsColumn => {
    const figure = metric !== undefined;
    const own = role === 'dimension' ? dimensions.find((one) => one.name === name) : undefined;
    const merged =
      own?.required && allLeaves.some(({ contract }) => contract.cube?.dimensions.includes(name));
    return {
      ...{ name, label, additive },
      type: cellTypeOf(types.get(name) ?? 'VARCHAR'),
      role: figure || role === 'time' || role === 'kind' || role === 'state' ? plainRole(role) : 'dimension',
      ...((role === 'time' || role === 'dimension') && { inKey: true as const }),
      ...(unit && { unit }),
      ...(format && { format }),
      ...(metric !== undefined && { metric }),
      ...(role === 'time' && time && { grain: time.grain }),
      ...(role === 'time' && through !== undefined && { through }),
      ...(own?.values && { values: own.values }),
      ...((role === 'percent' || role === 'share' || role === 'contribution') && { computed: true as const }),
      ...(merged && { merged }),
      ...(types.has(meansColumn(name)) && { means: true as const }),
    };
  });
}

function plainRole(role: ResultColumn['role']): RowsColumn['role'] {
  return role === 'time' || role === 'kind' || role === 'state' ? role : 'figure';
}

/** The type of cells by the word of the engine: whole numbers of any length are one type. */
function cellTypeOf(type: string): ColumnType {
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return 'INTEGER';
  return type as ColumnType;
}
