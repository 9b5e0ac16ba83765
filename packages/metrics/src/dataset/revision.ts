import { checkKnown, jsonPath, quote, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { listed, say, type Sentence } from '../base/sentence.js';
import { figureStates, type FigureState } from '../base/state.js';
import type { Column, Contract, StateColumn } from './contract.js';

/** The column that holds the state of each row; undefined where one state is declared for all rows. */
export function stateColumnOf({ revision }: Pick<Contract, 'revision'>): StateColumn | undefined {
  return typeof revision === 'object' ? revision : undefined;
}

/** The words that rows have for their state, each with its state; the four codes where the contract maps no words. */
export function stateWords({
  values,
}: StateColumn): readonly (readonly [word: string, state: FigureState])[] {
  return values ? Object.entries(values) : figureStates.map((state) => [state, state]);
}

/** That the state of each row stands in a published column of texts, and that each of its words has a state. */
export function* checkRevision(
  contract: Contract,
  columns: ReadonlyMap<string, Column>,
  at: Path,
): Generator<Problem> {
  const states = stateColumnOf(contract);
  if (!states) return;
  const path = [...at, 'revision'];
  const column = columns.get(states.column);
  if (!column) {
    yield* checkKnown('column', states.column, new Set(columns.keys()), [...path, 'column']);
    return;
  }
  const fault = columnFault(column, contract);
  if (fault) {
    const message = say`The column ${column.name} cannot hold the states of rows: ${fault.why}`;
    yield problem({ code: 'revision', where: jsonPath(...path, 'column'), message, remedy: fault.remedy });
  }
  const words = stateWords(states).map(([word]) => word);
  if (words.length === 0) {
    const message = say`"values" names no words, so no row could have a state.`;
    const remedy = say`Name each word of the column with its state, such as "preliminary": "provisional", or remove "values".`;
    yield problem({ code: 'revision', where: jsonPath(...path, 'values'), message, remedy });
  }
  const strange = (column.values ?? []).map(({ value }) => value).filter((word) => !words.includes(word));
  if (strange.length > 0 && words.length > 0) {
    const message = say`The column ${column.name} may have the values ${listed(strange.map(quote))}, which have no state.`;
    const remedy = say`Name their states under "values", such as ${quote(strange[0])}: "provisional", or remove them from the values of the column.`;
    yield problem({ code: 'revision', where: jsonPath(...path), message, remedy });
  }
}

interface ColumnFault {
  readonly why: Sentence;
  readonly remedy: Sentence;
}

function columnFault(
  { name, type, confidential }: Column,
  { cube, key }: Pick<Contract, 'cube' | 'key'>,
): ColumnFault | undefined {
  const another = say`Name a published column of type VARCHAR, or write one state for all rows: "revision": "provisional".`;
  if (type !== 'VARCHAR') return { why: say`it is of type ${type}.`, remedy: another };
  if (confidential)
    return { why: say`it is confidential, and its values may not be published.`, remedy: another };
  if (cube && !cube.dimensions.includes(name))
    return {
      why: say`it is not published, because it is no dimension of the cube.`,
      remedy: say`Add ${quote(name)} to the dimensions of the cube, as the first of them: cells are merged from the last on.`,
    };
  if (key.includes(name))
    return {
      why: say`it is in the key, so one period could have a figure of each state, and their sum would count it twice.`,
      remedy: say`Remove ${quote(name)} from the key.`,
    };
  return undefined;
}
