import { MetricsError } from '../base/error.js';
import { cellType, type CellType } from './table.js';
import { say } from '../base/sentence.js';

/** Around every statement: a statement that would write is refused. */
export const beginReading = 'BEGIN TRANSACTION READ ONLY';
export const endReading = 'ROLLBACK';

/** Asks an engine for the columns of a statement. Only one that reads has a description: SELECT, WITH, FROM, VALUES. */
export function describeSql(sql: string): string {
  return `DESCRIBE ${sql}`;
}

/** The types of a result, from its description: names and types of SQL. Throws `RESULT_TYPE`. */
export function readTypes(names: readonly unknown[], types: readonly unknown[]): readonly CellType[] {
  return types.map((type, i) => cellType(String(names[i]), String(type)));
}

/** The engine's error for a statement that cannot be described. */
export function notReading(cause: unknown): MetricsError {
  const message = say`This is not a single complete statement that only reads. Write one SELECT without parameters.`;
  return new MetricsError('SQL', message, { cause });
}

/** The engine's error for a statement that it could not run. An engine that is locked reads one file: its input fails only there. */
export function refused(cause: unknown): MetricsError {
  if (cause instanceof MetricsError) return cause;
  const { message } = cause as Error;
  if (!message.startsWith('IO Error')) return new MetricsError('SQL', say`${message}`, { cause });
  return new MetricsError('DATABASE', say`The database is damaged (${message}). Publish or copy it again.`, {
    cause,
  });
}

/** Whether the engine broke down, rather than refused: its later answers are worth nothing. */
export function isFatal({ message }: Error): boolean {
  return /^(FATAL|INTERNAL) Error|has been invalidated/.test(message);
}
