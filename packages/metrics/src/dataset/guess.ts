import { isDay } from '../base/day.js';
import type { PeriodGrain } from '../base/period.js';
import type { ColumnType, Form } from './contract.js';
import { readPeriod } from './period-spelling.js';
import { nextTurn, sliceLength } from './turn.js';

/** The type that the texts of a column can be read as. */
export interface Guess {
  readonly type: ColumnType;
  /** The spellings that its cells need beyond the strict ones. */
  readonly forms: readonly Form[];
  /** Its different dates, where nine in ten of its cells are one; periods by their first day. */
  readonly dates: readonly string[];
  /** The periods that some of them are, which only the column that dates the rows by such periods may hold. */
  readonly periods?: PeriodGrain;
}

/** The periods that are longer than months. */
const longGrains = ['quarter', 'half-year', 'year'] as const;

/** Nine cells in ten decide the type of a column: the others are faulty. */
const quorum = 0.9;

/** The type that the cells of a column have, from all of them, slice by slice; VARCHAR where they have none in common. */
export async function guessColumn(cells: readonly (string | null)[], signal?: AbortSignal): Promise<Guess> {
  // Most columns have few different texts.
  const counts = new Map<string, number>();
  for (let i = 0; i < cells.length; i++) {
    if (i % sliceLength === 0) await nextTurn(signal);
    const cell = cells[i]!;
    if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const total = sumOf([...counts.values()]);
  const isEnough = (found: readonly { readonly count: number }[]) =>
    found.length > 0 && sumOf(found.map(({ count }) => count)) >= quorum * total;
  const dates = await readAll(counts, readDate, signal);
  const grains = new Set(dates.map(({ grain }) => grain));
  const [longer] = [...grains].filter((grain) => grain !== 'day' && grain !== 'month');
  // Days may stand among months, but quarters among neither.
  if (isEnough(dates) && (longer === undefined || grains.size === 1)) {
    const days = dates.map(({ day }) => day);
    const periods = longer ?? (grains.has('month') ? 'month' : undefined);
    if (periods === undefined) return { dates: days, type: 'DATE', forms: formsOf(dates) };
    return { dates: days, periods, type: 'VARCHAR', forms: formsOf(dates) };
  }
  const numbers = await readAll(counts, readNumber, signal);
  if (isEnough(numbers)) return { dates: [], type: numberType(numbers), forms: formsOf(numbers) };
  const flags = await readAll(
    counts,
    (text) => (text === 'true' || text === 'false' ? {} : undefined),
    signal,
  );
  return { dates: [], type: isEnough(flags) ? 'BOOLEAN' : 'VARCHAR', forms: [] };
}

/** The texts that can be read so, each with its number. */
async function readAll<T extends object>(
  counts: ReadonlyMap<string, number>,
  read: (text: string) => T | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly (T & { readonly count: number })[]> {
  const all: (T & { readonly count: number })[] = [];
  let seen = 0;
  for (const [text, count] of counts) {
    if (++seen % sliceLength === 0) await nextTurn(signal);
    const found = read(text);
    if (found !== undefined) all.push({ ...found, count });
  }
  return all;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

interface Spelt {
  readonly forms: readonly Form[];
}

function formsOf(found: readonly Spelt[]): readonly Form[] {
  const forms = new Set<Form>();
  for (const one of found) for (const form of one.forms) forms.add(form);
  return [...forms];
}

/** A text with half-width characters, and whether it had others. */
function narrow(text: string): { readonly plain: string; readonly forms: readonly Form[] } {
  const plain = text.replace(/[０-９．－／]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return { plain, forms: plain === text ? [] : ['full-width'] };
}

function readDate(
  text: string,
): (Spelt & { readonly day: string; readonly grain: 'day' | PeriodGrain }) | undefined {
  const { plain, forms } = narrow(text);
  if (isDay(plain)) return { day: plain, grain: 'day', forms };
  // Four digits alone are a number.
  for (const grain of /\D/.test(plain) ? longGrains : []) {
    const day = readPeriod(plain, { grain });
    if (day !== undefined) return isDay(day) ? { day, grain, forms: [...forms, 'dates'] } : undefined;
  }
  const [, year, month, day = '1'] =
    /^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?$/.exec(plain) ??
    /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(plain) ??
    /^(\d{4})-(\d{1,2})$/.exec(plain) ??
    [];
  const whole = `${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(whole)) return undefined;
  const grain = /\d\D\d+\D\d+日?$/.test(plain) ? 'day' : 'month';
  return { day: whole, grain, forms: [...forms, 'dates'] };
}

interface Digits extends Spelt {
  readonly whole: number;
  readonly decimals: number;
  readonly value: number;
}

function readNumber(text: string): Digits | undefined {
  const { plain, forms } = narrow(text);
  const isGrouped = /^-?\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(plain);
  const digits = isGrouped ? plain.replace(/[,，]/g, '') : plain;
  // A code such as 007 is no number.
  const [, whole, decimals = ''] = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/.exec(digits) ?? [];
  if (whole === undefined) return undefined;
  const spelt: readonly Form[] = isGrouped ? [...forms, 'thousands'] : forms;
  return { whole: whole.length, decimals: decimals.length, value: Number(digits), forms: spelt };
}

/** The narrowest type that holds all numbers exactly. */
function numberType(numbers: readonly Digits[]): ColumnType {
  let [whole, decimals, isSmall] = [0, 0, true];
  for (const number of numbers) {
    whole = Math.max(whole, number.whole);
    decimals = Math.max(decimals, number.decimals);
    isSmall &&= number.value >= -(2 ** 31) && number.value < 2 ** 31;
  }
  if (decimals === 0 && isSmall) return 'INTEGER';
  if (whole + decimals <= 18) return `DECIMAL(18,${decimals})`;
  return whole + decimals <= 38 ? `DECIMAL(38,${decimals})` : 'DOUBLE';
}
