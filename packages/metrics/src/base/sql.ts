import { MetricsError } from './error.js';
import { say } from './sentence.js';
import type { Day } from './day.js';

/** Words of DuckDB that cannot stand for a column or a table without quotes. */
const reserved = new Set(
  (
    'all analyse analyze and anti any array as asc asof asymmetric at authorization binary both by case cast check ' +
    'collate collation column columns concurrently constraint create cross default deferrable desc describe distinct ' +
    'do else end except false fetch for foreign freeze from full generated glob group having ilike in initially inner ' +
    'intersect into is isnull join lambda lateral leading left like limit map natural not notnull null offset on only ' +
    'or order outer overlaps pivot pivot_longer pivot_wider placing positional primary qualify references returning ' +
    'right select semi show similar some struct summarize symmetric table tablesample then to trailing true try_cast ' +
    'union unique unpack unpivot using variadic verbose when where window with'
  ).split(' '),
);

/** The name of a column or a table in SQL, in quotes where it needs them: `industry`, `"order"`. Throws `REFUSED` for no text. */
export function sqlName(name: string): string {
  checkText(name);
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name)) return name;
  return `"${withoutNul(name).replaceAll('"', '""')}"`;
}

/** A text in SQL: `it's` → `'it''s'`. Throws `REFUSED` for no text. */
export function sqlText(text: string): string {
  checkText(text);
  return `'${withoutNul(text).replaceAll("'", "''")}'`;
}

/** A calendar day in SQL: `DATE '2026-10-31'`. Throws `REFUSED` for no text. */
export function sqlDay(day: Day): string {
  return `DATE ${sqlText(day)}`;
}

/** An object that only looks like a text may escape itself in any way. */
function checkText(value: unknown): void {
  if (typeof value === 'string') return;
  throw new MetricsError(
    'REFUSED',
    say`Only a text can be written into SQL, and this is of type ${typeof value}.`,
  );
}

/** An engine that reads to the first NUL would lose the closing quote. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
