import { collect, checkKnown, jsonPath, quote } from '../base/input.js';
import { MetricsError } from '../base/error.js';
import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import type { Condition } from '../metric/metric.js';
import type { Contract } from '../dataset/contract.js';
import { tableOf, type Catalogue, type Relation } from '../query/catalogue.js';
import { compileExact, findCovered, type CompiledQuery } from '../query/compile.js';
import { resolveDuring } from '../query/period.js';
import type { Question } from '../query/question.js';
import { duringProblem } from '../query/query.js';
import { listDatasetColumns, type RowsColumn } from '../query/rows-columns.js';
import { checkRowsQuestion } from '../query/rows-check.js';
import { parseRowsQuestion, refuseRows, type RowsQuestion } from '../query/rows-question.js';
import type { RowsPlan } from '../query/rows-sql.js';
import { joinSources } from '../release/recompute.js';

/** The rows of a dataset, with nothing wrong about the question. */
export interface DatasetSubject {
  readonly relation: Relation;
  readonly contract: Contract;
  readonly columns: readonly RowsColumn[];
  readonly table: readonly string[];
  readonly window?: RowsPlan['window'];
  readonly facts: RowsFacts;
}

/** Who stands behind some rows, and up to which day. */
export interface RowsFacts {
  readonly reportedThrough: Day;
  readonly source?: Text;
  readonly demo?: true;
}

/** Reads a question for the rows of a dataset. Throws `UNKNOWN_NAME`, `REFUSED`. */
export function readDatasetSubject(question: RowsQuestion, catalogue: Catalogue): DatasetSubject {
  const { dataset, during, where = [] } = question;
  const relations = new Map(catalogue.datasets.map((one) => [one.contract.id, one]));
  throwAny(checkKnown('dataset', dataset!, new Set(relations.keys()), ['dataset']));
  const relation = relations.get(dataset!)!;
  const { contract } = relation;
  throwAny(checkRows(relation));
  const columns = listDatasetColumns(contract, catalogue.metrics, where);
  const window = during === undefined ? undefined : resolveDuring(during, contract.fiscalStart ?? 1);
  throwAny([
    ...checkRowsQuestion(question, columns),
    ...(during !== undefined && !window ? [duringProblem(during)] : []),
  ]);
  return {
    ...{ relation, contract, columns, table: tableOf(relation) },
    ...(window && { window: { column: contract.time.column, ...window } }),
    facts: {
      reportedThrough: contract.reportedThrough,
      source: joinSources([contract.source]),
      ...(contract.demo && { demo: true }),
    },
  };
}

/** That the rows of a dataset may be shown, and have numbers. */
function* checkRows({ contract, table }: Relation): Generator<Problem> {
  const { id, cube, columns } = contract;
  const where = jsonPath('dataset');
  if (cube && table?.[0] === 'memory') {
    const message = say`The rows of ${quote(id)} are confidential, and only its public cube may be shown.`;
    const remedy = say`Publish it and open the release, or remove "cube" from the contract.`;
    yield problem({ code: 'not-published', where, message, remedy });
  }
  if (columns.some(({ name }) => name === 'rowid')) {
    const message = say`${quote(id)} has a column "rowid", which is the name of the engine for the number of a row.`;
    const remedy = say`Give the column another name in the contract.`;
    yield problem({ code: 'wrong-value', where, message, remedy });
  }
}

/** A query whose answer has rows: its statement, its question, and the datasets below it. */
export interface AnswerSubject extends CompiledQuery {
  readonly question: Question;
  readonly relations: readonly Relation[];
  readonly reportedThrough: Day;
}

/** Reads the query of a question. Throws as the query does, with the places of its problems within it. */
export function readAnswerSubject({ query }: RowsQuestion, catalogue: Catalogue): AnswerSubject {
  try {
    const compiled = compileExact(query, catalogue);
    const contracts = new Set(compiled.question.allLeaves.map(({ contract }) => contract));
    return {
      ...compiled,
      relations: catalogue.datasets.filter(({ contract }) => contracts.has(contract)),
      reportedThrough: findCovered(query, catalogue),
    };
  } catch (error) {
    if (!(error instanceof MetricsError) || error.problems.length === 0) throw error;
    throw refuseRows(error.problems.map((one) => ({ ...one, where: one.where.replace(/^\$/, '$.query') })));
  }
}

/** Throws `UNKNOWN_NAME` or `REFUSED` where there are problems. */
export function throwAny(problems: Iterable<Problem>): void {
  const found = collect(problems);
  if (found.length > 0) throw refuseRows(found);
}

/** The conditions of a search, checked as those of a question. Throws `REFUSED`. */
export function readConditions(
  given: readonly Condition[],
  columns: readonly RowsColumn[],
): readonly Condition[] {
  if (given.length === 0) return given;
  const { orWhere = [] } = parseRowsQuestion({ query: {}, orWhere: given });
  throwAny(checkRowsQuestion({ orWhere }, columns));
  return orWhere;
}
