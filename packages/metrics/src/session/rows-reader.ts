import { checkCall, checkKeys, checkText } from '../base/argument.js';
import { MetricsError } from '../base/error.js';
import { quote } from '../base/input.js';
import { say, type Sentence } from '../base/sentence.js';
import type { CallOptions, Engine, TableColumn } from '../engine/engine.js';
import { isOverflow } from '../engine/overflow.js';
import type { Completeness } from '../query/completeness.js';
import type { RowsColumn } from '../query/rows-columns.js';
import * as sql from '../query/rows-sql.js';
import { freeze } from './frozen.js';
import { readCsvOptions } from './print-csv.js';
import { printRows } from './rows-csv.js';
import type { Rows, RowsWindow } from './rows-interface.js';
import { readConditions, type RowsFacts } from './rows-subject.js';
import { summarizeRows } from './rows-summaries.js';
import type { RowsTables } from './rows-tables.js';

/** The most rows of a window, and the most places that are found. */
const most = 10_000;
/** The rows up to which the first ones are sought without an order of all, and how many windows are; then the order pays. */
const head = 1_000;
const heads = 3;

/** Rows in their making. */
export interface Making {
  readonly engine: Pick<Engine, 'run'>;
  readonly tables: RowsTables;
  /** Throws `CLOSED` where the data behind them are others. */
  readonly check: () => void;
  /** Drops their tables. */
  readonly drop: (options?: CallOptions) => Promise<void>;
}

/** The first rows, how many there are, and stay, and the highest number of a row. */
export interface Beginning {
  readonly first: RowsWindow;
  readonly all: number;
  readonly staying: number;
  readonly undecided: number;
  readonly last: number | null;
}

/** The error of rows that are no longer there. */
export function gone(message: Sentence): MetricsError {
  return new MetricsError('CLOSED', message);
}

/** The facts of rows beside their plan. */
interface Known {
  readonly beginning: Beginning;
  readonly facts: RowsFacts;
  readonly completeness: readonly Completeness[];
  readonly answer?: string;
  readonly fiscalStart?: number | undefined;
}

/** The rows of a plan, of which it is known how many there are. */
export function createRows(
  plan: sql.RowsPlan,
  { engine, tables, check: checkData, drop }: Making,
  known: Known,
): Rows {
  const { beginning, facts, completeness, answer, fiscalStart } = known;
  const { shown } = plan;
  const rowCount = beginning.staying;
  // Do the numbers of the rows go from 0 to the last without a gap? Then they are the places.
  const numbered = sql.isPlain(plan) && (beginning.all === 0 || beginning.last === beginning.all - 1);
  let closed = false;
  let sought = 0;
  const check = (): void => {
    if (closed) throw gone(say`These rows were closed. Ask for the rows again.`);
    checkData();
  };

  /** Asks the engine once the tables that a statement needs are there: again if they were dropped meanwhile. */
  async function ask<T>(
    needs: 'table' | 'order',
    work: (call: CallOptions) => Promise<T>,
    options: CallOptions,
  ): Promise<T> {
    for (;;) {
      check();
      const before = tables.drops;
      try {
        if (needs === 'order' && !numbered) await tables.arrange(options);
        else await tables.prepare(options);
        return await work(options);
      } catch (error) {
        check();
        if (tables.drops === before || !(error instanceof MetricsError && error.code === 'SQL')) throw error;
      }
    }
  }

  const arrangement = (): readonly string[] | undefined =>
    numbered ? undefined : ['memory', 'main', tables.name];

  async function window(start: number, size: number, options: CallOptions = {}): Promise<RowsWindow> {
    check();
    checkCall(options);
    checkWhole('start', start, 0, Number.MAX_SAFE_INTEGER);
    checkWhole('count', size, 1, most);
    const rows = Math.max(0, Math.min(size, rowCount - start));
    if (start + rows <= Math.min(rowCount, beginning.first.columns[0]!.length) || rows === 0) {
      if (options.signal?.aborted) throw cancelled(options.signal.reason);
      return cutWindow(beginning.first, start, rows);
    }
    const quick = !numbered && !tables.arranged && start + rows <= head && sought++ < heads;
    const types = cellTypes(shown);
    const statement = quick
      ? sql.firstSql(plan, { start, count: rows })
      : sql.windowSql(plan, arrangement(), start, rows);
    const work = (call: CallOptions) => engine.run(statement, { ...call, types });
    const { columns } = await ask(quick ? 'table' : 'order', work, options);
    return readWindow(start, shown, columns);
  }

  const rows: Rows = {
    ...{ columns: shown, rowCount, allRows: beginning.all, sql: sql.readerSql(plan, answer) },
    ...facts,
    completeness,
    window,
    async summarize(options = {}) {
      check();
      checkCall(options);
      const work = (call: CallOptions) =>
        summarizeRows(plan, { engine, rowCount, ...(fiscalStart !== undefined && { fiscalStart }) }, call);
      return ask('table', work, options);
    },
    async totals(options = {}) {
      check();
      checkCall(options);
      return ask('table', (call) => addUp(plan, engine, call), options);
    },
    async find(text, { orWhere: given = [], ...options } = {}) {
      check();
      checkText('text', text);
      checkCall(options);
      const orWhere = readConditions(given, plan.columns);
      const counted = (call: CallOptions) =>
        engine.run(sql.foundCountSql(plan, text, orWhere), { ...call, types: ['DOUBLE'] });
      const number = Number((await ask('table', counted, options)).columns[0]!.values[0]);
      if (number === 0) return freeze({ count: 0, rows: [] });
      const listed = (call: CallOptions) =>
        engine.run(sql.foundSql(plan, arrangement(), { wanted: text, orWhere, most }), {
          ...call,
          types: ['DOUBLE'],
        });
      const { columns } = await ask('order', listed, options);
      return freeze({ count: number, rows: columns[0]!.values as readonly number[] });
    },
    toCsv(options = {}) {
      check();
      const { signal, deadline, onProgress, ...csv } = options;
      const call = {
        ...(signal && { signal }),
        ...(deadline !== undefined && { deadline }),
        ...(onProgress && { onProgress }),
      };
      checkCall(call);
      checkKeys('options', csv, ['locale', 'header', 'bom']);
      return printRows(rows, readCsvOptions(csv), call);
    },
    async close(options) {
      checkCall(options);
      if (closed) return;
      closed = true;
      await drop(options);
    },
  };
  return freeze(rows);
}

function cancelled(cause: unknown): MetricsError {
  return new MetricsError('ABORTED', say`The caller cancelled the call.`, { cause });
}

/** The exact sums of the additive columns. */
async function addUp(
  plan: sql.RowsPlan,
  engine: Pick<Engine, 'run'>,
  options: CallOptions,
): Promise<readonly (string | null)[]> {
  const additive = plan.shown.filter((one) => one.additive);
  const add = async (columns: readonly RowsColumn[]): Promise<readonly (string | null)[]> => {
    if (columns.length === 0) return [];
    const types = columns.map(() => 'VARCHAR' as const);
    try {
      const table = await engine.run(sql.totalsSql(plan, columns), { ...options, types });
      return table.columns.map(({ values }) => values[0] as string | null);
    } catch (error) {
      if (!isOverflow(error)) throw error;
      // One that is too large hides no other.
      if (columns.length === 1) return [null];
      const each: (string | null)[] = [];
      for (const one of columns) each.push(...(await add([one])));
      return each;
    }
  };
  const sums = await add(additive);
  return freeze(plan.shown.map((one) => (one.additive ? sums[additive.indexOf(one)]! : null)));
}

/** The types of the columns of a window in the answer of the engine: its cells, and their meanings. */
export function cellTypes(shown: readonly RowsColumn[]): readonly 'VARCHAR'[] {
  return [...shown, ...shown.filter(({ means }) => means)].map(() => 'VARCHAR');
}

/** A part of a window that begins with the first row. */
function cutWindow({ columns, means }: RowsWindow, start: number, count: number): RowsWindow {
  return {
    start,
    columns: columns.map((cells) => cells.slice(start, start + count)),
    means: means.map((cells) => cells?.slice(start, start + count) ?? null),
  };
}

/** The answer of the engine as a window: the meanings stand behind the cells. */
export function readWindow(
  start: number,
  shown: readonly RowsColumn[],
  columns: readonly TableColumn[],
): RowsWindow {
  type Cells = RowsWindow['columns'][number];
  const cells = shown.map((_, i) => (columns[i]?.values ?? []) as Cells);
  const kinds = cells[shown.findIndex(({ role }) => role === 'kind')];
  const isValue = (row: number): boolean => !kinds || kinds[row] === 'value';
  let next = shown.length;
  const means = shown.map((one, i) => {
    if (one.means) return (columns[next++]?.values ?? []) as NonNullable<RowsWindow['means'][number]>;
    if (!one.merged) return null;
    // The members of a total and of the rest are no merged one.
    return cells[i]!.map((cell, row) => (cell === null && isValue(row) ? 'merged' : null));
  });
  return { start, columns: cells, means };
}

function checkWhole(name: string, value: unknown, least: number, greatest: number): void {
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= greatest) return;
  const message =
    least === 0
      ? say`The argument "${name}" is ${quote(value)}. Give a whole number, 0 or more.`
      : say`The argument "${name}" is ${quote(value)}. Give a whole number from ${least} to ${greatest}.`;
  throw new MetricsError('REFUSED', message);
}
