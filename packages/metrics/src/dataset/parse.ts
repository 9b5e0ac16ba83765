import { checkKnown, jsonPath, quote, readFile, type InputOptions, type Path } from '../base/input.js';
import type { Draft } from '../base/draft.js';
import { problem, type Problem } from '../base/problem.js';
import { listed, say } from '../base/sentence.js';
import { headerOf, type Column, type Contract, type Cube } from './contract.js';
import { checkForeignColumns } from './foreign-key.js';
import { checkRevision } from './revision.js';
import { contract as contractSchema } from './schema.js';

/** A contract, or all that is wrong with it; a `draft` can be held against other files all the same. */
export type ParsedContract =
  | { readonly contract: Contract; readonly draft?: undefined; readonly problems: readonly [] }
  | {
      readonly contract?: undefined;
      readonly draft?: Draft<Contract>;
      readonly problems: readonly Problem[];
    };

/**
 * Reads the contract of a dataset from JSON of unknown shape.
 *
 * @example
 * const { contract, problems } = parseContract(json, { file: 'industry-revenue.json' });
 */
export function parseContract(json: unknown, options?: InputOptions): ParsedContract {
  const { value, draft, problems } = readFile(contractSchema, json, checkContract, options);
  if (value) return { contract: value, problems: [] };
  return { ...(draft && { draft }), problems };
}

/** Whether sums over a column are the same in every engine (METHODS §7): DECIMAL and INTEGER are, DOUBLE is not. */
export function isSummable({ type }: Pick<Column, 'type'>): boolean {
  return type === 'INTEGER' || type.startsWith('DECIMAL');
}

/** The names of results' own columns: METHODS §7 for `contributors`, the rest is the form of a query's result. */
export const reservedNames: readonly string[] = ['period', 'value', 'contributors', 'rowid'];

/**
 * The rules of a contract beyond its shape; `at` is its place in the file. A published contract has
 * lost its confidential columns, so its key may name them.
 */
export function* checkContract(contract: Contract, at: Path = [], published = false): Generator<Problem> {
  const columns = new Map(contract.columns.map((column) => [column.name, column]));
  const known = new Set(columns.keys());
  const seen = new Map<string, number>();
  yield* checkHeaders(contract.columns, [...at, 'columns']);
  for (const [i, column] of contract.columns.entries()) {
    yield* checkColumn(column, [...at, 'columns', i]);
    const where = jsonPath(...at, 'columns', i, 'name');
    const first = seen.get(column.name);
    if (first !== undefined) {
      const message = say`Two columns are called ${quote(column.name)}: this one and ${jsonPath(...at, 'columns', first)}.`;
      const remedy = say`Give one of them another name, here and in the file.`;
      yield problem({ code: 'duplicate', where, message, remedy });
    } else seen.set(column.name, i);
    if (reservedNames.includes(column.name)) {
      const message = say`${quote(column.name)} is the name of a column in query results.`;
      const remedy = say`Give the column another name, here and in the file.`;
      yield problem({ code: 'reserved', where, message, remedy });
    }
  }

  yield* checkDistinct(contract.key, [...at, 'key']);
  if (!(published && contract.cube)) {
    for (const [i, name] of contract.key.entries())
      yield* checkKnown('column', name, known, [...at, 'key', i]);
  }
  for (const [i, { columns: names, references }] of (contract.foreignKeys ?? []).entries()) {
    const path = [...at, 'foreignKeys', i];
    yield* checkDistinct(names, [...path, 'columns']);
    yield* checkDistinct(references.columns, [...path, 'references', 'columns']);
    // Its confidential columns have left a published contract.
    yield* checkForeignColumns({ columns: names, references }, published ? names : known, path);
  }
  const time = columns.get(contract.time.column);
  const timeAt = [...at, 'time', 'column'];
  if (!time) yield* checkKnown('column', contract.time.column, known, timeAt);
  else if (time.type !== 'DATE' || time.confidential) {
    const message = time.confidential
      ? say`The column ${time.name} dates the rows, but is confidential.`
      : say`The column ${time.name} dates the rows, but is of type ${time.type}.`;
    const remedy = say`Name a public column of type DATE.`;
    yield problem({ code: 'time-column', where: jsonPath(...timeAt), message, remedy });
  }

  yield* checkNextUpdate(contract, at);
  yield* checkMissing(contract, at);
  yield* checkOmits(contract, at);
  yield* checkReporters(contract, columns, at);
  yield* checkRevision(contract, columns, at);

  const confidential = contract.columns.filter((column) => column.confidential);
  if (contract.cube) {
    yield* checkCube(contract.cube, contract.time.column, columns, [...at, 'cube']);
    if (confidential.length === 0 && !published) {
      const message = say`"cube" needs a confidential column: the column that names the contributors of a cell.`;
      const remedy = say`Mark the column that names the enterprise "confidential": true, or remove "cube".`;
      yield problem({ code: 'no-contributor', where: jsonPath(...at, 'cube'), message, remedy });
    }
  } else if (confidential.length > 0) {
    const names = listed(confidential.map(({ name }) => name));
    const message = say`The confidential ${names} may not be published, and there is no "cube" with the figures to publish.`;
    const remedy = say`Add "cube" with the dimensions and measures to publish, or remove "confidential".`;
    yield problem({ code: 'no-cube', where: jsonPath(...at), message, remedy });
  }
}

/** That an update brings figures of days that are not covered yet. */
function* checkNextUpdate({ nextUpdate, reportedThrough }: Contract, at: Path): Generator<Problem> {
  if (nextUpdate === undefined || nextUpdate > reportedThrough) return;
  const message = say`The next update is on ${nextUpdate}, but the figures already cover the days up to ${reportedThrough}.`;
  const remedy = say`Write the day on which later figures are due, or remove "nextUpdate".`;
  yield problem({ code: 'next-update', where: jsonPath(...at, 'nextUpdate'), message, remedy });
}

/** That a mark has one meaning, and that no column is both asked for and left unread. */
function* checkMissing({ missing = [], ignore = [], columns }: Contract, at: Path): Generator<Problem> {
  yield* checkDistinct(
    missing.map(({ mark }) => mark),
    [...at, 'missing'],
  );
  yield* checkDistinct(ignore, [...at, 'ignore']);
  for (const [i, name] of ignore.entries()) {
    const column = columns.find((one) => headerOf(one) === name);
    if (!column) continue;
    const message = say`The column ${column.name} is declared, but its header ${quote(name)} is under "ignore".`;
    const remedy = say`Remove it here, or remove the column.`;
    yield problem({ code: 'ignored-column', where: jsonPath(...at, 'ignore', i), message, remedy });
  }
}

/** That only months are left out, each once, and not all of them. */
function* checkOmits({ omits, time }: Contract, at: Path): Generator<Problem> {
  if (!omits) return;
  const path = [...at, 'omits'];
  yield* checkDistinct(omits.map(String), path);
  if (time.grain !== 'month') {
    const message =
      time.grain === 'year'
        ? say`"omits" lists months, but the dataset has a figure for each year.`
        : time.grain === 'day'
          ? say`"omits" lists months, but the dataset has a figure for each day.`
          : time.grain === 'quarter'
            ? say`"omits" lists months, but the dataset has a figure for each quarter.`
            : say`"omits" lists months, but the dataset has a figure for each half-year.`;
    yield problem({ code: 'omits', where: jsonPath(...path), message, remedy: say`Remove "omits".` });
  } else if (new Set(omits).size === 12) {
    const message = say`These are all twelve months: no figure would be published.`;
    const remedy = say`Keep only the months without figures.`;
    yield problem({ code: 'omits', where: jsonPath(...path), message, remedy });
  }
}

/** That those who report stand in a column that is published. */
function* checkReporters(
  { reporters, cube, time, columns: all }: Contract,
  columns: ReadonlyMap<string, Column>,
  at: Path,
): Generator<Problem> {
  if (reporters === undefined) return;
  const path = [...at, 'reporters'];
  const column = columns.get(reporters);
  const open = cube?.dimensions ?? all.filter(({ confidential }) => !confidential).map(({ name }) => name);
  if (!column) yield* checkKnown('column', reporters, new Set(columns.keys()), path);
  else if (column.name === time.column || !open.includes(column.name) || column.type !== 'VARCHAR') {
    const cannot = say`The column ${column.name} cannot be "reporters"`;
    const message = column.confidential
      ? say`${cannot}: it is confidential, and its values may not be published.`
      : column.name === time.column
        ? say`${cannot}: it dates the rows.`
        : column.type !== 'VARCHAR'
          ? say`${cannot}: it is of type ${column.type}.`
          : say`${cannot}: it is not published.`;
    const remedy = say`Name a published column of type VARCHAR, or remove "reporters".`;
    yield problem({ code: 'reporters', where: jsonPath(...path), message, remedy });
  }
}

/** That no two columns go by the same words in the file. */
function* checkHeaders(columns: readonly Column[], at: Path): Generator<Problem> {
  const seen = new Map<string, Column>();
  for (const [i, column] of columns.entries()) {
    const words = headerOf(column);
    const other = seen.get(words);
    seen.set(words, other ?? column);
    // Two columns of one name are told as such.
    if (!other || other.name === column.name) continue;
    const message = say`This column has the header ${quote(words)} in the file, and so has the column ${other.name}.`;
    const remedy = say`Give one of them another "header", as it is in the file.`;
    const where = jsonPath(...at, i, column.header === undefined ? 'name' : 'header');
    yield problem({ code: 'duplicate', where, message, remedy });
  }
}

function* checkColumn(column: Column, at: Path): Generator<Problem> {
  const { type, values, minimum, maximum } = column;
  if (values && type !== 'VARCHAR') {
    const message = say`Only a VARCHAR column can list its values; ${column.name} is of type ${type}.`;
    const remedy = say`Write "type": "VARCHAR", or remove "values".`;
    yield problem({ code: 'values', where: jsonPath(...at, 'values'), message, remedy });
  }
  yield* checkDistinct(values?.map(({ value }) => value) ?? [], [...at, 'values']);
  const numeric = isSummable(column) || type === 'DOUBLE';
  for (const bound of ['minimum', 'maximum'] as const) {
    if (numeric || column[bound] === undefined) continue;
    const message =
      bound === 'minimum'
        ? say`Only a column of numbers can have a minimum; ${column.name} is of type ${type}.`
        : say`Only a column of numbers can have a maximum; ${column.name} is of type ${type}.`;
    yield problem({
      code: 'bounds',
      where: jsonPath(...at, bound),
      message,
      remedy: say`Remove "${bound}".`,
    });
  }
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    const message = say`The minimum ${minimum} is above the maximum ${maximum}.`;
    const remedy = say`Exchange the two numbers.`;
    yield problem({ code: 'bounds', where: jsonPath(...at, 'minimum'), message, remedy });
  }
}

function* checkCube(
  cube: Cube,
  time: string,
  columns: ReadonlyMap<string, Column>,
  at: Path,
): Generator<Problem> {
  const known = new Set(columns.keys());
  yield* checkDistinct([...cube.dimensions, ...cube.measures], at);
  for (const [i, name] of cube.dimensions.entries()) {
    const [column, path] = [columns.get(name), [...at, 'dimensions', i]];
    const cannot = say`The column ${name} cannot be a dimension`;
    const message =
      name === time
        ? say`${cannot}: it dates the rows, and the cube always has it.`
        : column?.confidential
          ? say`${cannot}: it is confidential, and the cube must not contain it.`
          : column?.overlapping
            ? say`${cannot}: its values overlap and may not be added up (METHODS §7).`
            : undefined;
    if (!column) yield* checkKnown('column', name, known, path);
    else if (message) {
      const remedy = say`Remove it from the dimensions.`;
      yield problem({ code: 'dimension', where: jsonPath(...path), message, remedy });
    }
  }
  for (const [i, name] of cube.measures.entries()) {
    const [column, path] = [columns.get(name), [...at, 'measures', i]];
    if (!column) yield* checkKnown('column', name, known, path);
    else if (!isSummable(column) || column.confidential) {
      const message = column.confidential
        ? say`The column ${name} cannot be a measure: it is confidential.`
        : say`The column ${name} cannot be a measure: the type ${column.type} has no exact sum.`;
      const remedy = say`Name columns of type INTEGER or DECIMAL(p,s) whose sums may be published.`;
      yield problem({ code: 'measure', where: jsonPath(...path), message, remedy });
    }
  }
}

/** That a list of names has none twice. */
function* checkDistinct(names: readonly string[], at: Path): Generator<Problem> {
  const seen = new Set<string>();
  for (const name of names) {
    if (!seen.has(name)) {
      seen.add(name);
      continue;
    }
    const message = say`${quote(name)} is here twice.`;
    const remedy = say`Remove one of the two.`;
    yield problem({ code: 'duplicate', where: jsonPath(...at), message, remedy });
  }
}
