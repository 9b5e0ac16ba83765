/**
 * The kinds of problems, for programs: a code keeps its meaning, while messages are for people and may change. Those of
 * publishing are told by `zj`. PROBLEMS.md lists them with their meanings.
 */
export type ProblemCode =
  // JSON of any kind
  /** The text is not JSON. */
  | 'syntax'
  /** A JSON object has a key twice. */
  | 'duplicate-key'
  /** A key is missing. */
  | 'missing-key'
  /** A key is not one of its object. */
  | 'unknown-key'
  /** A value does not have the type of its key or column. */
  | 'wrong-type'
  /** A value has the right type, but is not allowed. */
  | 'wrong-value'
  /** There are more problems than the list shows. */
  | 'more-problems'
  /** An id or a name is given twice. */
  | 'duplicate'
  /** No column has this name. */
  | 'unknown-column'
  /** No dataset has this id. */
  | 'unknown-dataset'
  /** The register of a ladder has no event of this name. */
  | 'unknown-event'
  /** No goal has this id. */
  | 'unknown-goal'
  /** No metric has this id. */
  | 'unknown-metric'
  /** No task has this id. */
  | 'unknown-task'
  /** No theme has this id. */
  | 'unknown-theme'
  // Plans
  /** A goal accumulates in a way that its metric does not allow. */
  | 'accumulate'
  /** The goal is not a level, or its baseline is not before its end, or it is a bound, which has none. */
  | 'baseline'
  /** A sum or a count is to have a floor, or a goal is a bound and has a second form of target. */
  | 'bound'
  /** A goal that is not a level has the direction `decrease`. */
  | 'decrease'
  /** The direction contradicts the bound, the range or the formula. */
  | 'direction'
  /** A former target has no figure, is out of order, or held until the goal's end. */
  | 'former-target'
  /** A formula cannot compute the target: no baseline, one that is not above zero, other years, a target beside it. */
  | 'formula'
  /** A goal that is not a level has `hold`, or `hold` does not fit its bound. */
  | 'hold'
  /** A goal has a `grain` without a limit in each period, or one finer than its data, or it begins or ends within a period that it judges. */
  | 'limit-grain'
  /** A dataset, or a column of it, cannot be the register of a ladder. */
  | 'ladder-register'
  /** A milestone is outside the goal's period, or is not after the milestone before it. */
  | 'milestone'
  /** The target of a total or a count is below zero. */
  | 'negative-target'
  /** A period or an event ends before it begins. */
  | 'period'
  /** A range ends before it begins, has a target beside it, or belongs to a sum or a count. */
  | 'range'
  /** The target is on the wrong side of the baseline. For `zj publish`: the folder of the release contains other files. */
  | 'target'
  /** A dataset, or a column of it, cannot hold the reports on tasks. */
  | 'task-reports'
  /** A lower threshold is above a higher one. */
  | 'thresholds'
  /** No event leads to a tier, or one event leads to two tiers, or leads to a tier and ends it. */
  | 'tier-events'
  /** A task is not in the area of its id. */
  | 'wrong-area'
  // Contracts
  /** A column without numbers has a minimum or maximum, or the minimum is above the maximum. */
  | 'bounds'
  /** Datasets refer to each other in a circle. */
  | 'circle'
  /** A column cannot be a dimension. */
  | 'dimension'
  /** The columns of a foreign key do not match the columns that it refers to. */
  | 'foreign-key'
  /** A column cannot be the measure of a cube or a metric. */
  | 'measure'
  /** The next update is not after the last day that the figures cover. */
  | 'next-update'
  /** There is a cube, but no confidential column that names the contributors. */
  | 'no-contributor'
  /** There are confidential columns, but no cube with the figures to publish. */
  | 'no-cube'
  /** `omits` is used for a dataset without months, or lists all months. */
  | 'omits'
  /** A column cannot be used as `reporters`. */
  | 'reporters'
  /** A column cannot hold the states of rows, or a word of it has no state. */
  | 'revision'
  /** A column has a name that query results reserve. */
  | 'reserved'
  /** A column cannot date rows. */
  | 'time-column'
  /** A column that is not VARCHAR lists its values. */
  | 'values'
  // Metrics and queries
  /** A sum is asked for, or declared, that the metric's additivity does not allow. */
  | 'additivity'
  /** A metric made of others has a key for rows, such as `where`, or is made of numbers alone. */
  | 'composite'
  /** A condition does not match the type of its column. */
  | 'condition'
  /** Figures cannot be computed exactly from one cuboid. */
  | 'cuboid'
  /** A period is not valid. */
  | 'during'
  /** A condition of `having` names a column that is not a figure. */
  | 'figure'
  /** Fiscal years begin with different months in a query and its datasets, or in a plan and the contracts of its goals. */
  | 'fiscal-start'
  /** Datasets have different grains. */
  | 'grain'
  /** The base of an index is not a period of the grain that it is asked by, or that its dataset has. */
  | 'index-base'
  /** `contribution` is used without `compare`. */
  | 'no-compare'
  /** A query that needs a dimension, such as one with `share`, has none. */
  | 'no-dimension'
  /** A query that needs a grain, such as one with `rolling`, has none. */
  | 'no-grain'
  /** A column or figure is not published, for confidentiality. */
  | 'not-published'
  /** Figures are summed over values that overlap. */
  | 'overlap'
  /** A metric covers more days than its dataset. */
  | 'reported-through'
  /** A scale does not match the unit, or is out of range. */
  | 'scale'
  /** An index or a moving average is defined, or asked for, in a way in which it has no figure. */
  | 'series-measure'
  /** There are too many metrics, or too many periods. */
  | 'too-many'
  /** `top` names a dimension or metric that the query does not have. */
  | 'top'
  /** The query has several dimensions, but `top` names none. */
  | 'two-dimensions'
  /** Two keys exclude each other. */
  | 'two-forms'
  /** There are two grains. */
  | 'two-grains'
  /** Units do not match. */
  | 'unit'
  /** A value is not one of the values of its column. */
  | 'unknown-value'
  // Files of data
  /** Bytes are not a character of the file's encoding. */
  | 'bad-encoding'
  /** An Arrow file has big-endian numbers. */
  | 'big-endian'
  /** A note: rows of formulas with an empty result were left out. */
  | 'blank-rows'
  /** An Arrow file is compressed. */
  | 'compressed-file'
  /** A file is damaged, or has another format than its name or beginning suggests. */
  | 'damaged-file'
  /** A file is empty. */
  | 'empty'
  /** A workbook is protected by a password. */
  | 'encrypted-file'
  /** A note: the encoding was guessed. */
  | 'guessed-encoding'
  /** A note: hidden rows or columns were read. */
  | 'hidden-cells'
  /** A column that the contract ignores is declared. A note: a column that cannot be read is to be ignored. */
  | 'ignored-column'
  /** A note: the file name has the ending of another format. */
  | 'misnamed-file'
  /** A JSON value is a list or an object. */
  | 'nested-value'
  /** No column contains dates. */
  | 'no-dates'
  /** There are no rows, or no row meets the contract. */
  | 'no-rows'
  /** A JSON value is not an object, so it is not a row. */
  | 'not-a-row'
  /** A text contains a NUL byte or half of a character, or the file is binary. */
  | 'not-text'
  /** A file is not in UTF-8. */
  | 'not-utf-8'
  /** A note: a workbook has other sheets, which were not read. */
  | 'other-sheets'
  /** A file is a packed archive. */
  | 'packed-file'
  /** A note: cells are shown as percentages. */
  | 'percent-cells'
  /** A note: the first line names the separator. */
  | 'separator-line'
  /** A workbook has the name of a CSV. */
  | 'spreadsheet'
  /** The first line is a title, not the header. */
  | 'title-row'
  /** A file is too large to be read. */
  | 'too-large-file'
  /** A workbook has no sheet of this name. */
  | 'unknown-sheet'
  /** A note: values below merged cells were left out. */
  | 'unseen-cells'
  /** A column has a type that cannot be read. */
  | 'unsupported-type'
  /** A file is in UTF-16. */
  | 'utf-16'
  /** A note: only all columns together distinguish the rows. */
  | 'whole-key'
  /** A file has another encoding than its contract says. */
  | 'wrong-encoding'
  /** Cells are not separated by commas, or not as declared. */
  | 'wrong-separator'
  /** A note: times have no time zone. */
  | 'zoneless-time'
  // Headers and rows
  /** A file has a column twice. */
  | 'duplicate-column'
  /** A column of the contract is missing from the file. */
  | 'missing-column'
  /** Another row has the same key. */
  | 'duplicate-row'
  /** Another row has the same value in a column of different values. */
  | 'duplicate-value'
  /** A required cell is empty. */
  | 'empty-cell'
  /** A cell of a workbook shows an error. */
  | 'error-cell'
  /** A workbook has lost digits of a number. */
  | 'lost-digits'
  /** There are more malformed rows than the list shows. */
  | 'malformed-rows'
  /** A figure is in a cell that is merged over rows. */
  | 'merged-figure'
  /** A day of a report on a task is after the report, or outside the days of the plan. */
  | 'impossible-day'
  /** A formula has no valid result. */
  | 'no-result'
  /** A day is not the first of a half-year. */
  | 'not-a-half-year'
  /** A day is not the first of a month. */
  | 'not-a-month'
  /** A cell of type number contains no number. */
  | 'not-a-number'
  /** A day is not the first of a quarter. */
  | 'not-a-quarter'
  /** A day is not the first of a year. */
  | 'not-a-year'
  /** A quotation mark is never closed. */
  | 'open-quote'
  /** There is a quotation mark inside a cell. */
  | 'stray-quote'
  /** A text begins or ends with a blank. */
  | 'stray-space'
  /** Text follows a closing quotation mark. */
  | 'text-after-quote'
  /** A row has fewer cells than the header. */
  | 'too-few-cells'
  /** A number is above the maximum. */
  | 'too-large'
  /** A day is after the last that the figures cover. */
  | 'too-late'
  /** A row is too long. */
  | 'too-long'
  /** A row has more cells than the header. */
  | 'too-many-cells'
  /** There are more columns than a dataset may have. */
  | 'too-many-columns'
  /** A number is below the minimum. */
  | 'too-small'
  /** Wrong quotation marks make the rows of the file unclear. */
  | 'torn-rows'
  /** A task of the plan has no measure of this number. */
  | 'unknown-measure'
  /** A row refers to one that does not exist. */
  | 'unknown-reference'
  /** A cell of the column of states has a word that names no state. */
  | 'unknown-state'
  /** The content of a cell is not a value of its type. */
  | 'unreadable-cell'
  /** A cell is not the address of a web page. */
  | 'wrong-address'
  // Releases
  /** The moves of a ladder are out of order, between unknown tiers, or take more enterprises from a tier than came to it. */
  | 'ladder'
  /** The changes of a task's state are out of order, or do not lead to the state that is reported. */
  | 'reports'
  /** The numbers of rows in a manifest do not agree. */
  | 'rows'
  /** The periods of a series do not follow each other, one of its lists has another number of entries, or its parts contradict each other. */
  | 'series'
  /** A table does not have the name that its dataset requires. */
  | 'table'
  // Publishing by zj
  /** A warning: a goal begins before the first data. */
  | 'before-all-data'
  /** A file cannot be written. */
  | 'cannot-write'
  /** zj has an internal error. */
  | 'crash'
  /** A note: rows after the day of judging were left out. */
  | 'cut'
  /** The target of a link does not exist. */
  | 'dangling-link'
  /** The disk is full. */
  | 'disk-full'
  /** The day of judging is after today. */
  | 'judged-later'
  /** A warning: the last periods up to `reportedThrough` have no rows. */
  | 'late-rows'
  /** There is too little memory. */
  | 'memory'
  /** A goal has no figure: cells were merged for confidentiality across its conditions. */
  | 'merged-across'
  /** A file does not exist. */
  | 'missing-file'
  /** A path is too long. */
  | 'name-too-long'
  /** A data file has no contract, or the source has no contracts. */
  | 'no-contract'
  /** A file may not be read or written. */
  | 'no-permission'
  /** A warning: a metric selects no row. */
  | 'no-rows-selected'
  /** There is a folder, pipe or device in place of a file. */
  | 'not-a-file'
  /** There is a file in place of a folder. */
  | 'not-a-folder'
  /** Too many files are open. */
  | 'open-files'
  /** A warning: a figure is far from all others of its kind. */
  | 'outlier'
  /** A sum has more digits than can be added exactly. */
  | 'overflow'
  /** `reportedThrough` is after today. */
  | 'reported-later'
  /** Two contracts describe one file. */
  | 'shared-file'
  /** The system refused an operation. */
  | 'system'
  /** More rows are rejected than allowed. */
  | 'too-many-rejects'
  /** A file cannot be read. */
  | 'unreadable-file'
  /** A warning: the series of a metric cannot be computed, and has no file. */
  | 'no-series'
  /** A period has too few contributors to be published. */
  | 'unsafe-time'
  /** A command line is not valid. */
  | 'usage'
  /** The figure of a goal cannot be computed. */
  | 'withheld';
