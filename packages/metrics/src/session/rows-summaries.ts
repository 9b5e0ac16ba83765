import type { CallOptions, Engine, Table } from '../engine/engine.js';
import type { Cell } from '../engine/table.js';
import type { RowsColumn } from '../query/rows-columns.js';
import type { RowsPlan } from '../query/rows-sql.js';
import {
  binsSql,
  edgesOf,
  factsSql,
  frequentSql,
  type ColumnSummary,
  type SummaryBin,
} from '../query/rows-summary.js';
import { freeze } from './frozen.js';

/** The runner of the statements, and the facts that they need. */
interface Summing {
  readonly engine: Pick<Engine, 'run'>;
  readonly rowCount: number;
  readonly fiscalStart?: number;
}

/** The columns of rows in brief, one statement for their facts and one for the bins of each. */
export async function summarizeRows(
  plan: RowsPlan,
  { engine, rowCount, fiscalStart }: Summing,
  options: CallOptions,
): Promise<readonly ColumnSummary[]> {
  const types = plan.shown.flatMap(() => ['DOUBLE', 'DOUBLE', 'VARCHAR', 'VARCHAR'] as const);
  const { columns } = await engine.run(factsSql(plan), { ...options, types });
  const facts = columns.map(({ values }) => values[0]!);
  const summaries: ColumnSummary[] = [];
  for (const [i, one] of plan.shown.entries()) {
    const [empty, distinct, least, greatest] = facts.slice(4 * i, 4 * i + 4) as [
      number,
      number,
      string | null,
      string | null,
    ];
    const bins =
      least === null || greatest === null ? [] : await readBins(one, least, greatest, rowCount - empty);
    summaries.push({ name: one.name, empty, distinct, least, greatest, bins });
  }
  return freeze(summaries);

  async function readBins(
    one: RowsColumn,
    least: string,
    greatest: string,
    rows: number,
  ): Promise<readonly SummaryBin[]> {
    if (one.type === 'VARCHAR' || one.type === 'BOOLEAN') {
      const table = await engine.run(frequentSql(plan, one), { ...options, types: ['VARCHAR', 'DOUBLE'] });
      return pairsOf(table).map(([value, count]) => ({ from: String(value), rows: Number(count) }));
    }
    const edges = edgesOf(one, least, greatest, fiscalStart);
    if (edges.length === 0) return [{ from: least, rows }];
    const table = await engine.run(binsSql(plan, one, edges), { ...options, types: ['DOUBLE', 'DOUBLE'] });
    const counts = new Map(pairsOf(table).map(([bin, count]) => [Number(bin), Number(count)]));
    return edges.slice(0, -1).map((from, at) => ({ from, to: edges[at + 1]!, rows: counts.get(at) ?? 0 }));
  }
}

/** The rows of a table of two columns. */
function pairsOf({ columns: [first, second] }: Table): readonly (readonly [Cell, Cell])[] {
  return first!.values.map((value, row) => [value, second!.values[row]!] as const);
}
