import type { Day } from '../base/day.js';
import type { Contract } from '../dataset/contract.js';
import { tellLack, type Completeness } from './completeness.js';
import { undecidedTests } from './condition.js';
import { conditionsOf, dayTests, every, type LeafRead, type RunRows } from './leaf-read.js';
import { printDuckdb } from './sql/duckdb.js';
import { cast, column, or, type Expr } from './sql/node.js';

/** How many cells of a cube there are, by day, of which nobody can tell whether they meet the conditions. */
export async function findMerged(
  contract: Contract,
  read: readonly LeafRead[],
  run: RunRows,
): Promise<ReadonlyMap<Day, number>> {
  if (!contract.cube) return new Map();
  const undecided = read.flatMap((one): readonly Expr[] => {
    const conditions = conditionsOf(one);
    if (conditions.length === 0) return [];
    return [every([...dayTests(one), ...undecidedTests(conditions, contract)])];
  });
  if (undecided.length === 0) return new Map();
  const of = column(contract.time.column);
  const rows = await run(
    printDuckdb({
      columns: [
        { of, as: 'day' },
        { of: cast({ kind: 'aggregate', name: 'count' }, 'DOUBLE'), as: 'cells' },
      ],
      from: { table: read[0]!.leaf.table },
      where: [or(...undecided)],
      groupBy: [[of]],
    }),
  );
  return new Map(rows.map((row) => [String(row.day), Number(row.cells)]));
}

/** The facts of merged cells; their days are told where each is in the figures of its own period alone. */
export function listMerged(
  contract: Contract,
  merged: ReadonlyMap<Day, number>,
  tellsDays: boolean,
): readonly Completeness[] {
  const count = [...merged.values()].reduce((sum, cells) => sum + cells, 0);
  const names = tellsDays ? [...merged.keys()].sort() : [];
  return count > 0 ? [tellLack({ kind: 'merged', count, names }, contract)] : [];
}
