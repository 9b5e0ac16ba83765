import { hasMeans, meansColumn, type Contract } from '../dataset/contract.js';
import { readMeasure } from '../metric/measure.js';
import { meanings, tellLack, type Completeness } from './completeness.js';
import { every, rowTests, type LeafRead, type RunRows } from './leaf-read.js';
import { avoidNames } from './names.js';
import type { Leaf } from './question.js';
import { printDuckdb } from './sql/duckdb.js';
import { cast, column, operation, or, text, type Expr, type Output } from './sql/node.js';

/** The cells of measured columns without a figure, by column and meaning. */
export async function countEmpty(
  contract: Contract,
  read: readonly LeafRead[],
  run: RunRows,
): Promise<readonly Completeness[]> {
  const { key, time } = contract;
  // A cube holds sums over filled cells: the number of empty confidential cells is not published.
  if (contract.cube) return [];
  // A required cell is never empty: such a row is rejected.
  const columns = contract.columns.filter(
    ({ name, required }) =>
      required !== true &&
      !key.includes(name) &&
      name !== time.column &&
      read.some(({ leaf }) => measuredBy(leaf).includes(name)),
  );
  if (columns.length === 0) return [];
  const { table } = read[0]!.leaf;
  const cells = columns.flatMap((one) =>
    meanings
      .filter((means) => means === 'empty' || hasMeans(one, contract))
      .map((means) => ({ column: one.name, means, where: lacks(one.name, means, contract) })),
  );
  const nameOf = avoidNames([]);
  const named = cells.map((one) => ({ ...one, as: nameOf(`${one.column}_${one.means}`) }));
  const count = (where: readonly Expr[], as: string): Output => ({
    of: cast({ kind: 'aggregate', name: 'count', where }, 'DOUBLE'),
    as,
  });
  const select = (outputs: readonly Output[]): string => printDuckdb({ columns: outputs, from: { table } });
  // Most columns have none anywhere: that is found out once for all questions.
  const [all = {}] = await run(select(named.map(({ where, as }) => count(where, as))));
  const some = named.filter(({ as }) => Number(all[as]) > 0);
  if (some.length === 0) return [];
  const outputs = some.map(({ column, where, as }) => {
    const reading = read.filter(({ leaf }) => measuredBy(leaf).includes(column)).map((one) => rowTests(one));
    const unique = [...new Map(reading.map((one) => [JSON.stringify(one), one])).values()];
    // One that reads every row reads those of the others, too.
    const any = unique.some((all) => all.length === 0) ? [] : [or(...unique.map(every))];
    return count([...where, ...any], as);
  });
  const [counts = {}] = await run(select(outputs));
  return some.flatMap(({ column, means, as }) => {
    const found = Number(counts[as]);
    return found > 0 ? [tellLack({ kind: 'empty', column, means, count: found, names: [] }, contract)] : [];
  });
}

function lacks(name: string, means: (typeof meanings)[number], contract: Contract): readonly Expr[] {
  const empty: Expr = { kind: 'isNull', of: column(name) };
  const declared = contract.columns.find((one) => one.name === name)!;
  if (!hasMeans(declared, contract)) return [empty];
  const of = column(meansColumn(name));
  return [empty, means === 'empty' ? { kind: 'isNull', of } : operation(of, '=', text(means))];
}

/** The columns whose cells a metric measures. */
function measuredBy({ metric }: Leaf): readonly string[] {
  const { column: name, weight } = readMeasure(metric.measure);
  return [name, weight].filter((one) => one !== undefined);
}
