import type { ColumnValue } from '../dataset/contract.js';
import type { Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import type { Format } from '../metric/metric.js';
import type { Grain } from './period.js';
import type { FigureRole } from './words.js';

/** A column of a result. */
export interface ResultColumn {
  readonly name: string;
  readonly type: 'DOUBLE' | 'VARCHAR' | 'DATE' | 'BOOLEAN';
  readonly role: 'time' | 'dimension' | FigureRole | 'kind' | 'state';
  readonly label: Text;
  /** The id of the metric that it is a figure of. */
  readonly metric?: string;
  readonly unit?: Unit;
  readonly format?: Format;
  /** The sum of the column is a figure, too. A ratio, a level, a change and figures of members that overlap have none; nor have rows of the kind `total` a place in it. */
  readonly additive?: true;
  /** Of a dimension whose contract lists its values: those, with their words. */
  readonly members?: readonly ColumnValue[];
  /** Of the time column. */
  readonly grain?: Grain;
}
