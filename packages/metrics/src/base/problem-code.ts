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
  /** A value has another type than its key or its column asks for. */
  | 'wrong-type'
  /** A value has the right type, and is not one of those allowed. */
  | 'wrong-value'
  /** There are more problems than are listed. */
  | 'more-problems'
  /** An id or a name is given twice. */
  | 'duplicate'
  /** No column has this name. */
  | 'unknown-column'
  /** No dataset has this id. */
  | 'unknown-dataset'
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
  /** A goal has a baseline that it cannot have: it is no level, or the baseline is not before its end. */
  | 'baseline'
  /** A goal that is no level is meant to decrease. */
  | 'decrease'
  /** A goal that is no level is to be held. */
  | 'hold'
  /** A milestone lies outside the goal's period, or does not come after the one before. */
  | 'milestone'
  /** The target of a total or a count is below zero. */
  | 'negative-target'
  /** A period ends before it begins. */
  | 'period'
  /** The target is on the wrong side of the baseline. Of `zj publish`: the folder of the release holds something else. */
  | 'target'
  /** A lower threshold is above a higher one. */
  | 'thresholds'
  /** A task stands in another area than its id says. */
  | 'wrong-area'
  // Contracts
  /** A minimum or maximum is of a column without numbers, or the minimum is the larger one. */
  | 'bounds'
  /** Datasets refer to each other in a circle. */
  | 'circle'
  /** A column cannot be a dimension. */
  | 'dimension'
  /** The columns of a foreign key do not fit those that it refers to. */
  | 'foreign-key'
  /** A column cannot be the measure of a cube or a metric. */
  | 'measure'
  /** There is a cube, and no confidential column that says who contributes. */
  | 'no-contributor'
  /** There are confidential columns, and no cube that says what is published. */
  | 'no-cube'
  /** Months are omitted that cannot be. */
  | 'omits'
  /** A column cannot say who reports. */
  | 'reporters'
  /** A column has a name that results use for their own. */
  | 'reserved'
  /** A column cannot date rows. */
  | 'time-column'
  /** A column that holds no words lists its values. */
  | 'values'
  // Metrics and queries
  /** Figures are added, or declared to add up, where they do not. */
  | 'additivity'
  /** A metric that is made of others has a key of rows, or is made of numbers alone. */
  | 'composite'
  /** A condition does not fit the type of its column. */
  | 'condition'
  /** Figures do not follow from one cuboid exactly. */
  | 'cuboid'
  /** A stretch of time cannot be read. */
  | 'during'
  /** A condition on finished rows names a column that is no figure. */
  | 'figure'
  /** Datasets have different grains. */
  | 'grain'
  /** A contribution is asked for without a comparison. */
  | 'no-compare'
  /** Parts are asked for without a dimension. */
  | 'no-dimension'
  /** Periods are asked for without a grain. */
  | 'no-grain'
  /** A column or figure is not published, for confidentiality. */
  | 'not-published'
  /** Figures are summed over values that overlap. */
  | 'overlap'
  /** A metric covers more days than its dataset. */
  | 'reported-through'
  /** A scale does not give the unit, or is out of range. */
  | 'scale'
  /** There are too many metrics, or too many periods. */
  | 'too-many'
  /** The largest are asked for by a name that the query does not have. */
  | 'top'
  /** It is not said of which dimension the largest are asked for. */
  | 'two-dimensions'
  /** Two keys exclude each other. */
  | 'two-forms'
  /** There are two grains. */
  | 'two-grains'
  /** Units do not fit each other. */
  | 'unit'
  /** A value is not one of those that its column may have. */
  | 'unknown-value'
  // Files of data
  /** Bytes are no character of the file's encoding. */
  | 'bad-encoding'
  /** An Arrow file has big-endian numbers. */
  | 'big-endian'
  /** A note: rows of formulas with an empty result were left out. */
  | 'blank-rows'
  /** An Arrow file is compressed. */
  | 'compressed-file'
  /** A file is damaged, or not of the format that it seems to have. */
  | 'damaged-file'
  /** A file is empty. */
  | 'empty'
  /** A workbook is protected by a password. */
  | 'encrypted-file'
  /** A note: the encoding was guessed. */
  | 'guessed-encoding'
  /** A note: hidden rows or columns were read. */
  | 'hidden-cells'
  /** A note: a column that cannot be read is to be ignored. */
  | 'ignored-column'
  /** A note: a file has the ending of another format. */
  | 'misnamed-file'
  /** A JSON value is a list or an object. */
  | 'nested-value'
  /** No column holds dates. */
  | 'no-dates'
  /** There are no rows, or none keeps the contract. */
  | 'no-rows'
  /** A JSON value is no object, so it is no row. */
  | 'not-a-row'
  /** A text is none: it holds a NUL or half of a character, or the file is binary. */
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
  /** A note: only all columns together tell rows apart. */
  | 'whole-key'
  /** A file has another encoding than its contract says. */
  | 'wrong-encoding'
  /** Cells are not separated by commas, or not as declared. */
  | 'wrong-separator'
  /** A note: times do not say of which time zone they are. */
  | 'zoneless-time'
  // Headers and rows
  /** A column stands twice in a file. */
  | 'duplicate-column'
  /** A column of the contract is missing from the file. */
  | 'missing-column'
  /** Another row has the same key. */
  | 'duplicate-row'
  /** Another row has the same value in a column of different values. */
  | 'duplicate-value'
  /** A cell is empty that must not be. */
  | 'empty-cell'
  /** A cell of a workbook shows an error. */
  | 'error-cell'
  /** A workbook has lost digits of a number. */
  | 'lost-digits'
  /** More rows are malformed than are listed. */
  | 'malformed-rows'
  /** One figure stands in a cell that is merged over rows. */
  | 'merged-figure'
  /** A formula has no result, or one that is not valid. */
  | 'no-result'
  /** A day is not the first of a month. */
  | 'not-a-month'
  /** A cell of numbers holds none. */
  | 'not-a-number'
  /** A day is not the first of a year. */
  | 'not-a-year'
  /** A quotation mark is never closed. */
  | 'open-quote'
  /** A quotation mark stands inside a cell. */
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
  /** Faulty quotation marks leave open which rows there are. */
  | 'torn-rows'
  /** A row refers to one that does not exist. */
  | 'unknown-reference'
  /** A cell holds what is no value of its type. */
  | 'unreadable-cell'
  // Releases
  /** Numbers of rows do not add up. */
  | 'rows'
  /** A table is not called as its dataset asks. */
  | 'table'
  // Publishing by zj
  /** A warning: a goal begins before all data. */
  | 'before-all-data'
  /** A file cannot be written. */
  | 'cannot-write'
  /** zj has a fault of its own. */
  | 'crash'
  /** A note: rows after the day of judging were left out. */
  | 'cut'
  /** A link leads nowhere. */
  | 'dangling-link'
  /** The disk is full. */
  | 'disk-full'
  /** Goals would be judged on a day after today. */
  | 'judged-later'
  /** A warning: the last periods that are said to be covered have no rows. */
  | 'late-rows'
  /** The memory does not suffice. */
  | 'memory'
  /** A goal has no figure: cells were merged for confidentiality across what it selects. */
  | 'merged-across'
  /** A file does not exist. */
  | 'missing-file'
  /** A path is too long. */
  | 'name-too-long'
  /** A data file has no contract, or there is none at all. */
  | 'no-contract'
  /** A file may not be read or written. */
  | 'no-permission'
  /** A warning: a metric selects no row. */
  | 'no-rows-selected'
  /** A folder, pipe or device stands in the place of a file. */
  | 'not-a-file'
  /** A file stands in the place of a folder. */
  | 'not-a-folder'
  /** Too many files are open. */
  | 'open-files'
  /** A warning: a figure is far from all others of its kind. */
  | 'outlier'
  /** A sum has more digits than can be added exactly. */
  | 'overflow'
  /** Figures are said to cover days after today. */
  | 'reported-later'
  /** Two contracts describe one file. */
  | 'shared-file'
  /** The system refuses something. */
  | 'system'
  /** More rows are rejected than may be. */
  | 'too-many-rejects'
  /** A file cannot be read. */
  | 'unreadable-file'
  /** A period has too few contributors to be published. */
  | 'unsafe-time'
  /** A command line makes no sense. */
  | 'usage'
  /** A goal has no figure that can be computed. */
  | 'withheld';
