import { checkKnown, collect, jsonPath, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import type { Contract, ForeignKey } from './contract.js';

/** That a foreign key names columns that exist, and as many there as here. */
export function* checkForeignColumns(
  { columns, references }: ForeignKey,
  known: Iterable<string>,
  at: Path,
): Generator<Problem> {
  const names = new Set(known);
  for (const [i, name] of columns.entries()) yield* checkKnown('column', name, names, [...at, 'columns', i]);
  if (columns.length === references.columns.length) return;
  yield problem({
    code: 'foreign-key',
    where: jsonPath(...at, 'references', 'columns'),
    message: say`This key has ${columns.length} columns, but refers to ${references.columns.length}.`,
    remedy: say`Refer to one column for each column of the key, in the same order.`,
  });
}

/**
 * The problems between contracts that are right by themselves: foreign keys to unknown datasets or columns, of other types, or in
 * a circle. `files` has the name of each contract's file, in the same order.
 *
 * @example
 * checkForeignKeys([patents, enterprises], ['patents.json', 'enterprises.json']).map(formatProblem);
 * // ['patents.json $.foreignKeys[0].references.dataset: No dataset is called "enterprise". Did you mean "enterprises"?']
 */
export function checkForeignKeys(
  contracts: readonly Contract[],
  files: readonly string[] = [],
): readonly Problem[] {
  const known = new Map(contracts.map((contract) => [contract.id, contract]));
  return contracts.flatMap((contract, i) => {
    const file = files[i];
    return collect(checkContract(contract, known), file === undefined ? {} : { file });
  });
}

/**
 * The contracts in an order in which each stands after those that its foreign keys name: the order to read them in. Those
 * of a circle keep their order among each other; {@link checkForeignKeys} tells of it.
 */
export function orderByReference<T extends Pick<Contract, 'id' | 'foreignKeys'>>(
  contracts: readonly T[],
): readonly T[] {
  const known = new Map(contracts.map((contract) => [contract.id, contract]));
  const ordered = new Set<T>();
  const entered = new Set<T>();
  const enter = (contract: T): void => {
    if (entered.has(contract)) return;
    entered.add(contract);
    for (const { references } of contract.foreignKeys ?? []) {
      const other = known.get(references.dataset);
      if (other) enter(other);
    }
    ordered.add(contract);
  };
  contracts.forEach(enter);
  return [...ordered];
}

type Contracts = ReadonlyMap<string, Contract>;

function* checkContract(contract: Contract, known: Contracts): Generator<Problem> {
  for (const [i, { columns, references }] of (contract.foreignKeys ?? []).entries()) {
    const path: Path = ['foreignKeys', i, 'references'];
    const other = known.get(references.dataset);
    if (!other) {
      yield* checkKnown('dataset', references.dataset, new Set(known.keys()), [...path, 'dataset']);
      continue;
    }
    if (leadsBack(other, contract.id, known)) {
      const message =
        other.id === contract.id
          ? say`The dataset ${other.id} refers to itself: it cannot be read before itself.`
          : say`The dataset ${other.id} refers to ${contract.id} in turn: neither can be read before the other.`;
      const remedy = say`Remove a foreign key of this circle.`;
      yield problem({ code: 'circle', where: jsonPath(...path, 'dataset'), message, remedy });
    }
    const names = new Set(other.columns.map(({ name }) => name));
    for (const [j, name] of references.columns.entries()) {
      const there = other.columns.find((column) => column.name === name);
      const here = contract.columns.find((column) => column.name === columns[j]);
      if (!there) yield* checkKnown('column', name, names, [...path, 'columns', j]);
      else if (here && here.type !== there.type) {
        const message = say`${here.name} is of type ${here.type}, but ${name} of ${other.id} of type ${there.type}.`;
        const remedy = say`Give both the same type, or name another column.`;
        yield problem({ code: 'foreign-key', where: jsonPath(...path, 'columns', j), message, remedy });
      }
    }
  }
}

/** Whether foreign keys lead from a contract to the one with this id. */
function leadsBack(from: Contract, id: string, known: Contracts, seen = new Set<string>()): boolean {
  if (from.id === id) return true;
  if (seen.has(from.id)) return false;
  seen.add(from.id);
  return (from.foreignKeys ?? []).some(({ references }) => {
    const next = known.get(references.dataset);
    return next !== undefined && leadsBack(next, id, known, seen);
  });
}
