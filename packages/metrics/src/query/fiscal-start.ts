import { areWhole } from '../base/period.js';
import { jsonPath } from '../base/input.js';
import { problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import { grainNoun } from './grain-words.js';
import type { Leaf } from './question.js';
import { refuse, type Query } from './query.js';

/**
 * The month with which the years of a query begin: its own, or that of the contracts of its datasets. Throws `REFUSED` where
 * those differ and the query says nothing, and where its years are not made of whole periods of a dataset: fiscal years from April
 * are made of calendar quarters, but not of calendar years.
 */
export function readFiscalStart({ fiscalStart }: Query, leaves: readonly Leaf[]): number {
  const where = jsonPath('fiscalStart');
  const [first, ...others] = leaves as [Leaf, ...Leaf[]];
  const startOf = ({ contract }: Leaf): number => contract.fiscalStart ?? 1;
  const other = others.find((one) => startOf(one) !== startOf(first));
  if (fiscalStart === undefined && other) {
    const message = say`Years begin with month ${startOf(first)} in "${first.contract.id}", but with month ${startOf(other)} in "${other.contract.id}".`;
    const remedy = say`Write "fiscalStart" in the query, or the same "fiscalStart" in both contracts.`;
    throw refuse([problem({ code: 'fiscal-start', where, message, remedy })]);
  }
  const start = fiscalStart ?? startOf(first);
  for (const leaf of leaves) {
    const { contract, time } = leaf;
    if (time.grain === 'day' || areWhole({ ...time, grain: time.grain }, start)) continue;
    const own = startOf(leaf);
    const message = say`The years of "${contract.id}" begin with month ${own}, and its figures by ${grainNoun[time.grain]} cannot be regrouped into years that begin with month ${start}.`;
    const remedy = say`Write "fiscalStart": ${own}, or remove it.`;
    throw refuse([problem({ code: 'fiscal-start', where, message, remedy })]);
  }
  return start;
}
