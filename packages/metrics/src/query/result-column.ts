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
  /** Of the time column. */
  readonly grain?: Grain;
}
