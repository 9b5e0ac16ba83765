import { sqlText } from '../base/sql.js';

/** A well-formed CSV file, as an engine is to read it. */
export interface CsvInput {
  readonly path: string;
  /** The names that its columns get, in their order in the file. */
  readonly columns: readonly string[];
  /** Whether cells hold line breaks: the engine does not always find such rows when it begins in several places. */
  readonly multiline: boolean;
  /** Where all its lines end alike. */
  readonly newline?: '\n' | '\r\n';
}

/** The rows of a CSV file as a relation in SQL: texts in the order of the file, NULL where a cell is empty. Any other row is an error. */
export function csvSql({ path, columns, multiline, newline }: CsvInput): string {
  const ends = newline === undefined ? '' : `, new_line = '${newline === '\n' ? '\\n' : '\\r\\n'}'`;
  return `read_csv(${sqlText(path)}, columns = {${columns.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(', ')}},
  auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', comment = '',
  parallel = ${!multiline}${ends})`;
}
