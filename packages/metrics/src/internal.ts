// For @zj/cli and @zj/widgets alone. There is no promise: any of it may change or go in any version.

// Limits
export { limitsOf, marginOf } from './goal/limits.js';
export { isKept } from './plan/target-kind.js';

// Files and their problems
export { problem } from './base/problem.js';
export type { ProblemWords } from './base/problem.js';
export { allOfThese, inTurn, listed, oneOfThese, printSentence, say } from './base/sentence.js';
export { locateProblems } from './base/json-place.js';
export type { JsonText } from './base/json-place.js';
export { withoutStandIns } from './base/draft.js';
export { nearest, suggest } from './base/nearest.js';
export { withoutFormula } from './base/formula.js';

// Cells of a CSV
export { splitCells, tracePlace, placeOf } from './dataset/cells.js';
export type { CsvCell, PlaceTracer, SplitOptions, Place } from './dataset/cells.js';
export { longestRecord, scanCsv } from './dataset/csv-scanner.js';
export type { CsvFault, CsvLines, CsvRecord, CsvScanner } from './dataset/csv-scanner.js';
export { isSixteenBit, nulProblem } from './dataset/read/encoding.js';
export { separatorLine } from './dataset/read/separator.js';
export type { SeparatorLine } from './dataset/read/separator.js';
export { openPlain } from './dataset/read/plain.js';
export type { PlainFile } from './dataset/read/plain.js';
export type { ByteFile } from './dataset/read/bytes.js';
export { csvSql } from './dataset/csv-sql.js';
export type { CsvInput } from './dataset/csv-sql.js';

// Rows held against a contract
export { noneKept, noRows } from './dataset/load.js';
export { headerOf, meansColumn } from './dataset/contract.js';
export { stateColumnOf, stateWords } from './dataset/revision.js';
export { alignTable } from './dataset/align.js';
export { rowChecks } from './dataset/checks.js';
export type { RowCheck, CellFault, RowFault } from './dataset/checks.js';
export { checkHeader, titleAbove } from './dataset/header.js';
export type { LineBelow } from './dataset/header.js';
export { recordProblem } from './dataset/malformed.js';
export type { RecordPlace } from './dataset/malformed.js';
export { formatUnit, formatPlace, mostListed, rejectProblem, restProblem } from './dataset/rejects.js';
export type { Reject } from './dataset/rejects.js';
export {
  checkSteps,
  commonCountSql,
  countSql,
  keepSql,
  ownTable,
  passingTables,
  sampleSql,
  soundSql,
  witnesses,
} from './dataset/steps.js';
export type { Step } from './dataset/steps.js';

// The public cube
export { buildCube } from './dataset/cube.js';
export type { CubeContract, CubeOutcome, SqlRunner } from './dataset/cube.js';

// Time
export { monthsIn, namePeriod, periodStart } from './base/period.js';

// Selections
export { endOf, resolveDuring } from './query/period.js';
export { datasetsOf, fitSelection, leaveOut, partSelection } from './query/narrow.js';

// Metrics
export { basesOf } from './metric/composition.js';
export { nameSeries } from './metric/series-order.js';
export { testedColumns } from './metric/condition.js';
export { isOverflow } from './engine/overflow.js';

// Rows
export { meaningOf } from './query/rows-columns.js';
export { edgesOf } from './query/rows-summary.js';
export { printRows } from './session/rows-csv.js';

// Releases
export { linesSql } from './release/digest.js';
export { findCrossings } from './release/crossing.js';
export type { Crossing } from './release/crossing.js';
export { sealGoalSeries, sealLadder, sealMetricSeries, sealTasks } from './release/digest.js';
export { recomputeLadder } from './release/ladder.js';
export type { LadderRelease } from './release/ladder.js';
export { recomputeTasks } from './release/tasks.js';
export type { TasksRelease } from './release/tasks.js';
export { headOf } from './release/plan-head.js';
export { contractOfReports } from './dataset/task-reports.js';
export { checkTaskReports } from './query/task-reports.js';
export type { UnsealedGoalSeries } from './release/series-file.js';
export { recomputeGoalSeries } from './release/recompute.js';
export type { RecomputedSeries } from './release/recompute.js';
export { findCauses, tryGoal, withhold, withholdingReasons } from './release/withheld.js';
export type { Attempt, WithholdingCause } from './release/withheld.js';

// Figures and their units
export { decimalOf, printDecimal, sumDigits, sumTexts } from './base/decimal.js';
export { compareNumbers, compareTexts } from './base/order.js';
export { settle } from './base/same.js';
export { isRelative, unitAfter, unitKind } from './base/unit.js';
