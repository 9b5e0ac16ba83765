import { checkCall } from '../base/argument.js';
import { MetricsError } from '../base/error.js';
import { say } from '../base/sentence.js';
import { sqlText } from '../base/sql.js';
import type { CallOptions, Engine, TableColumn } from '../engine/engine.js';
import type { Column } from '../dataset/contract.js';
import { tableRows } from '../engine/table.js';
import type { Catalogue, Relation } from '../query/catalogue.js';
import { tellLack } from '../query/completeness.js';
import { undecidedTests } from '../query/condition.js';
import { findCompleteness } from '../query/lack.js';
import { explainEmpty, withReasons } from '../query/empty-figures.js';
import type { RunRows } from '../query/leaf-read.js';
import { listAnswerColumns, type RowsColumn } from '../query/rows-columns.js';
import { checkRowsQuestion } from '../query/rows-check.js';
import { parseRowsQuestion, type RowsQuestion } from '../query/rows-question.js';
import {
  answerNumber,
  countSql,
  firstSql,
  hidesNumbers,
  numberAnswer,
  stayTests,
  windowTests,
  type RowsPlan,
} from '../query/rows-sql.js';
import { and, type Expr } from '../query/sql/node.js';
import { originOf, type Answerer } from './asking.js';
import { freeze } from './frozen.js';
import { explainOverflow } from './overflow.js';
import type { Rows } from './rows-interface.js';
import { cellTypes, createRows, gone, readWindow, type Beginning, type Making } from './rows-reader.js';
import type { RowsShelf } from './rows-shelf.js';
import { readAnswerSubject, readDatasetSubject, throwAny } from './rows-subject.js';
import { createRowsTables, nameRows, rankTable, type Change } from './rows-tables.js';

/** The session that rows are of. */
export interface RowsPlace {
  readonly engine: Engine;
  readonly answerer: Answerer;
  readonly catalogue: Catalogue;
  readonly change: Change;
  readonly shelf: RowsShelf;
  /** Whether the rows of a dataset are still the ones that it had. */
  readonly watch: (relations: readonly Relation[]) => () => boolean;
}

/** Opens rows. Throws `UNKNOWN_NAME`, `REFUSED`, and as {@link Engine}. */
export async function openRows(
  input: RowsQuestion,
  place: RowsPlace,
  options: CallOptions = {},
): Promise<Rows> {
  checkCall(options);
  const question = freeze(parseRowsQuestion(input));
  return question.query ? openAnswer(question, place, options) : openDataset(question, place, options);
}

async function openDataset(question: RowsQuestion, place: RowsPlace, options: CallOptions): Promise<Rows> {
  const { relation, contract, columns, table, window, facts } = readDatasetSubject(question, place.catalogue);
  const names = nameRows();
  const plan = planOf(question, {
    table,
    columns,
    ranks: rankTables(question, names),
    ...(window && { window }),
  });
  const making = make(place, [relation], { names, orderBy: plan.orderBy }, () => plan);
  const undecided =
    contract.cube && plan.where.length > 0
      ? and(...windowTests(plan), ...undecidedTests(plan.where, { columns: declared(columns) }))
      : undefined;
  const beginning = await making.tables
    .prepare(options)
    .then(() => begin(plan, place, options, { run: place.answerer.cache.run, undecided }))
    .catch(async (error: unknown) => {
      await making.drop();
      throw error;
    });
  const { rejected = 0 } = relation;
  const lacks = [
    ...(rejected > 0 ? [tellLack({ kind: 'rejected', count: rejected, names: [] }, contract)] : []),
    ...(beginning.undecided > 0
      ? [tellLack({ kind: 'merged', count: beginning.undecided, names: [] }, contract)]
      : []),
  ];
  const fiscalStart = contract.fiscalStart;
  return createRows(plan, making, { beginning, facts, completeness: lacks, fiscalStart });
}

/** Columns as conditions are written on them. */
const declared = (columns: readonly RowsColumn[]): readonly Column[] => columns;

async function openAnswer(question: RowsQuestion, place: RowsPlace, options: CallOptions): Promise<Rows> {
  const { catalogue, answerer, engine } = place;
  const query = question.query!;
  const subject = readAnswerSubject(question, catalogue);
  const names = nameRows();
  const table = ['memory', 'main', names.answer];
  const orderBy = question.orderBy ?? [];
  let plan: RowsPlan | undefined;
  const run: RunRows = async (statement) => tableRows(await answerer.cache.run(statement, options));
  const reasons = await explainEmpty(subject.question, subject.columns, run);
  const answer = numberAnswer(withReasons(subject.sql, subject.columns, reasons), subject.columns);
  const making = make(place, subject.relations, { names, answer, orderBy }, () => plan!);
  try {
    await making.tables.prepare(options).catch(async (error: unknown) => {
      throw await explainOverflow(error, engine, query, { ...options, catalogue });
    });
    const types = await readTypes(names.answer, engine, options);
    const columns = listAnswerColumns(subject.question, subject.columns, types);
    throwAny(checkRowsQuestion(question, columns));
    plan = planOf(question, {
      ...{ table, columns, ranks: rankTables(question, names) },
      ...(hidesNumbers(columns) && { numbers: answerNumber }),
    });
    const beginning = await begin(plan, place, options);
    const completeness = await findCompleteness(query, catalogue, { run });
    const { reportedThrough } = subject;
    const facts = { reportedThrough, ...originOf(query, catalogue) };
    return createRows(plan, making, { beginning, facts, completeness, answer: subject.sql });
  } catch (error) {
    await making.drop().catch(() => undefined);
    throw error;
  }
}

function planOf(
  { columns: names, where = [], search, orWhere = [], orderBy = [] }: RowsQuestion,
  known: Pick<RowsPlan, 'table' | 'columns' | 'ranks' | 'window'>,
): RowsPlan {
  const shown = names ? names.map((name) => known.columns.find((one) => one.name === name)!) : known.columns;
  return {
    ...known,
    shown: meant(shown, known.columns),
    where,
    orWhere,
    orderBy,
    ...(search !== undefined && { search }),
  };
}

/** Columns of which an empty cell says that it was merged: in rows of totals and of the rest, which nothing tells apart, it does not. */
function meant(shown: readonly RowsColumn[], all: readonly RowsColumn[]): readonly RowsColumn[] {
  const hidden = all.some((one) => one.role === 'kind' && !shown.includes(one));
  if (!hidden) return shown;
  return shown.map((one) => {
    const { merged, ...rest } = one;
    return merged ? rest : one;
  });
}

function rankTables({ orderBy = [] }: RowsQuestion, names: ReturnType<typeof nameRows>): RowsPlan['ranks'] {
  return orderBy.map(({ ranks }, i) => (ranks ? ['memory', 'main', rankTable(names, i)] : undefined));
}

function make(
  { engine, change, shelf, watch }: RowsPlace,
  relations: readonly Relation[],
  given: Pick<Parameters<typeof createRowsTables>[0], 'names' | 'answer' | 'orderBy'>,
  plan: () => RowsPlan,
): Making {
  const isThere = watch(relations);
  const check = (): void => {
    if (!isThere())
      throw gone(say`The data behind these rows were closed, or replaced. Ask for the rows again.`);
  };
  const tables = createRowsTables({ engine, change, check, ...given }, plan);
  shelf.add(tables);
  const drop: Making['drop'] = async (options) => {
    shelf.remove(tables);
    await change((step) => tables.drop(step), options).catch((error: unknown) => {
      // With the session its tables went, too.
      if (!(error instanceof MetricsError && error.code === 'CLOSED')) throw error;
    });
  };
  return { engine, tables, check, drop };
}

/** Rows that are asked for together with their number: a page of a table. The engine finds up to so many cells by a quicker way. */
const firstRows = 50;

/**
 * The first rows, and how many there are. The rows that stay are counted with the first ones; all rows by a statement of its own, which
 * `run` may know the answer to: another order and other conditions have as many.
 */
async function begin(
  plan: RowsPlan,
  { engine }: RowsPlace,
  options: CallOptions,
  { run = engine.run.bind(engine), undecided }: Counting = {},
): Promise<Beginning> {
  const { shown } = plan;
  const tested = stayTests(plan).length > 0;
  const sql = firstSql(plan, { start: 0, count: firstRows, counts: true });
  const types = [...(tested ? (['DOUBLE'] as const) : []), ...cellTypes(shown)];
  const [{ columns, rowCount }, counted] = await Promise.all([
    engine.run(sql, { ...options, types }),
    run(countSql(plan, undecided), { ...options, types: ['DOUBLE', 'DOUBLE', 'DOUBLE'] }),
  ]);
  const [all, doubtful, last] = counted.columns.map(({ values }) => values[0] as number | null);
  // Where no row stays, none can say how many do.
  const staying = rowCount === 0 ? 0 : tested ? Number(columns[0]!.values[0]) : all!;
  const first = readWindow(0, shown, tested ? columns.slice(1) : columns);
  return { first, all: all!, staying, undecided: doubtful!, last: last ?? null };
}

/** Who counts all rows, and that nobody can tell whether a row stays: see `decideExpr`. */
interface Counting {
  readonly run?: Engine['run'];
  readonly undecided?: Expr | undefined;
}

/** The types of a table's columns, in the words of the engine. */
async function readTypes(
  table: string,
  engine: Pick<Engine, 'run'>,
  options: CallOptions,
): Promise<ReadonlyMap<string, string>> {
  const sql = `SELECT column_name, data_type FROM system.main.duckdb_columns() WHERE database_name = 'memory' AND table_name = ${sqlText(table)}`;
  const { columns } = await engine.run(sql, { ...options, types: ['VARCHAR', 'VARCHAR'] });
  const [names, types] = columns as readonly [TableColumn, TableColumn];
  return new Map(names.values.map((name, i) => [String(name), String(types.values[i])]));
}
