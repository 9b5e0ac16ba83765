import type { Day } from '../base/day.js';
import type { Contract } from '../dataset/contract.js';
import type { Period } from '../plan/plan.js';
import { isComplete, lastWhole } from './axis.js';
import type { Catalogue } from './catalogue.js';
import { tellLack, type Completeness } from './completeness.js';
import { countEmpty } from './empty-cells.js';
import { isStock, readDays, type KnownDays, type LeafRead, type RunRows } from './leaf-read.js';
import { findMerged, listMerged } from './merged-cells.js';
import { listMissing } from './missing-periods.js';
import type { Leaf, Question } from './question.js';
import { coarsestTime, readQuestion } from './question-reader.js';
import { readingsOf } from './series-question.js';
import { stateSilent } from './silent.js';
import { printDuckdb } from './sql/duckdb.js';

/**
 * The gaps behind the answer to a query (QUERIES.md §6), by statements of their own: see {@link Completeness}.
 * Throws as the query does.
 */
export async function findCompleteness(
  query: unknown,
  catalogue: Catalogue,
  { run, periods }: Finding,
): Promise<readonly Completeness[]> {
  const question = readQuestion(query, catalogue);
  return findLacks(question, catalogue, { run, cells: true, ...(tellsPeriods(question) && { periods }) });
}

/** The input for finding gaps. */
interface Finding extends KnownDays {
  /** Whether merged cells are told that no condition can decide on: a goal that they cross is withheld. */
  readonly cells?: boolean;
}

/** Whether the rows of an answer say of each period whether a row was read: it need not be asked again. */
function tellsPeriods(question: Question): boolean {
  const { query, time, leaves, seriesLeaves, window, conditions, fiscalStart, lag } = question;
  if (seriesLeaves.length > 0) return false;
  const [leaf, ...others] = leaves as [Leaf];
  // Rows that the selection drops were read all the same.
  const chosen = ['having', 'limit'].some((key) => Object.hasOwn(query, key));
  const plain =
    !chosen && !isComplete(query) && !lag && !query.top && (window !== undefined || conditions.length === 0);
  return (
    plain &&
    others.length === 0 &&
    time?.grain === leaf.time.grain &&
    fiscalStart === 1 &&
    !isStock(leaf, question)
  );
}

/**
 * The gaps behind a goal's figure: those of its period's figures that are known on a day, each of a period that is over. If none
 * can be known yet, only the gaps of the datasets as wholes.
 */
export async function findGoalCompleteness(
  { metric, period, asOf }: { readonly metric: string; readonly period: Period; readonly asOf: Day },
  catalogue: Catalogue,
  run: RunRows,
): Promise<readonly Completeness[]> {
  const { allLeaves: leaves } = readQuestion({ metric, by: ['period'] }, catalogue, true);
  const time = coarsestTime(leaves);
  const known = asOf < period.end ? asOf : period.end;
  const end = lastWhole({ reportedThrough: known, time });
  if (end < period.start) {
    const contracts = [...new Set(leaves.map(({ contract }) => contract))];
    return contracts.flatMap((contract) => listRejected(contract, catalogue));
  }
  const query = { metric, by: ['period'], during: { start: period.start, end } };
  return findLacks(readQuestion(query, catalogue, true), catalogue, { run });
}

/**
 * The gaps behind the figures of a question, by dataset (QUERIES.md §6): counts of the rows that the question reads for values
 * and bases, each row once, by statements of their own.
 */
async function findLacks(
  question: Question,
  catalogue: Catalogue,
  known: Finding,
): Promise<readonly Completeness[]> {
  const found: Completeness[] = [];
  const readings = readingsOf(question);
  // Published figures have no conditions of a reader. An index or a moving average reads all periods.
  const tellsDays = question.conditions.length > 0 && question.seriesLeaves.length === 0;
  for (const contract of new Set(question.allLeaves.map((leaf) => leaf.contract))) {
    const read: LeafRead[] = [];
    for (const { leaf, question: own } of readings) {
      if (leaf.contract === contract) read.push(await readDays(leaf, own, known));
    }
    const merged = known.cells ? await findMerged(contract, read, known.run) : new Map<Day, number>();
    found.push(
      ...listRejected(contract, catalogue),
      ...(await countEmpty(contract, read, known.run)),
      ...listMerged(contract, merged, tellsDays),
      ...listMissing(contract, read, merged),
      ...(await listSilent(contract, question, catalogue, known.run)),
    );
  }
  return found;
}

function listRejected(contract: Contract, { datasets }: Catalogue): readonly Completeness[] {
  const { rejected = 0 } = datasets.find((one) => one.contract === contract)!;
  return rejected > 0 ? [tellLack({ kind: 'rejected', count: rejected, names: [] }, contract)] : [];
}

/** Who reported in the base of a cell, and does not now. */
async function listSilent(
  contract: Contract,
  question: Question,
  catalogue: Catalogue,
  run: RunRows,
): Promise<readonly Completeness[]> {
  const told = question.leaves.some((leaf) => leaf.contract === contract);
  if (!question.lag || contract.reporters === undefined || !told) return [];
  const rows = await run(printDuckdb(stateSilent(question, catalogue, contract)));
  const names = rows.map(({ member }) => String(member));
  return names.length > 0 ? [tellLack({ kind: 'silent', count: names.length, names }, contract)] : [];
}
