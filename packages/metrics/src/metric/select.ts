/** A SELECT, clause by clause: pieces of SQL that are printed as they are. */
export interface Select {
  readonly columns: readonly string[];
  readonly from: string;
  /** Joined by AND. */
  readonly where: readonly string[];
  readonly groupBy: readonly string[];
  readonly orderBy: readonly string[];
}

/** The statement as a person would write it, a clause a line. */
export function printSelect({ columns, from, where, groupBy, orderBy }: Select): string {
  return [
    `SELECT ${columns.join(', ')}`,
    `FROM ${from}`,
    ...where.map((condition, i) => `${i === 0 ? 'WHERE' : '  AND'} ${condition}`),
    ...(groupBy.length > 0 ? [`GROUP BY ${groupBy.join(', ')}`] : []),
    ...(orderBy.length > 0 ? [`ORDER BY ${orderBy.join(', ')}`] : []),
  ].join('\n');
}
