import type { FigureState, Sentence } from '@zj/metrics';
import { listed, ownTable, say, stateColumnOf, stateWords } from '@zj/metrics/internal';
import { sqlName, sqlText, tableName } from '@zj/metrics/sql';
import type { Workbench } from '@zj/metrics/node';
import { formatCount } from '../terminal.js';
import type { ReadDataset } from './reading.js';

/** The number of rows in each state, a line for each dataset with a column of states, as read from its words. */
export async function countStates(
  workbench: Workbench,
  datasets: readonly ReadDataset[],
): Promise<readonly Sentence[]> {
  const lines: Sentence[] = [];
  for (const { contract } of datasets) {
    const states = stateColumnOf(contract);
    if (!states) continue;
    const cases = stateWords(states).map(([word, state]) => `WHEN ${sqlText(word)} THEN ${sqlText(state)}`);
    const state = `CASE ${sqlName(states.column)} ${cases.join(' ')} ELSE 'final' END`;
    const counts = await workbench.rows(
      `SELECT ${state} AS state, CAST(count(*) AS DOUBLE) AS n FROM ${ownTable(tableName(contract))} GROUP BY ALL`,
    );
    const told = tellers.flatMap(([one, tell]) => {
      const found = counts.find((count) => count.state === one);
      return found ? [tell(formatCount(found.n as number))] : [];
    });
    lines.push(say`${contract.id}, rows by state: ${listed(told)}.`);
  }
  return lines;
}

const tellers: readonly (readonly [FigureState, (count: string) => Sentence])[] = [
  ['final', (count) => say`${count} final`],
  ['revised', (count) => say`${count} revised`],
  ['provisional', (count) => say`${count} provisional`],
  ['estimate', (count) => say`${count} estimated`],
];
