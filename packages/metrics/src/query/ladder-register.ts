import { checkKnown, jsonPath, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { say, type Sentence } from '../base/sentence.js';
import { isRequired } from '../dataset/checks.js';
import type { Column, Contract } from '../dataset/contract.js';
import type { Plan } from '../plan/plan.js';

/** That the register of a ladder is a published dataset of events, with columns for the event and the enterprise, and has the events of the tiers. */
export function* checkLadderRegister(
  { ladder }: Pick<Plan, 'ladder'>,
  contracts: readonly Contract[],
  at: Path = [],
): Generator<Problem> {
  const register = ladder?.register;
  if (!ladder || !register) return;
  const path = [...at, 'ladder', 'register'];
  const tell = (key: string, message: Sentence, remedy: Sentence): Problem =>
    problem({ code: 'ladder-register', where: jsonPath(...path, key), message, remedy });
  const contract = contracts.find(({ id }) => id === register.dataset);
  if (!contract) {
    yield* checkKnown('dataset', register.dataset, new Set(contracts.map(({ id }) => id)), [
      ...path,
      'dataset',
    ]);
    return;
  }
  const { id, cube, time, columns } = contract;
  if (cube || time.grain !== 'day') {
    const message = cube
      ? say`The dataset ${id} cannot be the register of a ladder: its rows are confidential and are not published.`
      : say`The dataset ${id} cannot be the register of a ladder: its rows are dated by longer periods than days.`;
    yield tell('dataset', message, say`Name a register of events by day, without confidential columns.`);
  }
  const names = new Set(columns.map(({ name }) => name));
  for (const key of ['event', 'subject'] as const) {
    const column = columns.find(({ name }) => name === register[key]);
    if (!column) yield* checkKnown('column', register[key], names, [...path, key]);
    else {
      const wrong = faultOf(key, column, contract);
      if (wrong) yield tell(key, ...wrong);
    }
  }
  if (register.event === register.subject) {
    const message = say`One column cannot hold the event and the enterprise.`;
    yield tell('subject', message, say`Name two columns.`);
  }
  const values = columns.find(({ name }) => name === register.event)?.values;
  if (!values) return;
  const known = new Set(values.map(({ value }) => value));
  for (const [i, tier] of ladder.tiers.entries()) {
    for (const key of ['events', 'until'] as const) {
      for (const [j, event] of (tier[key] ?? []).entries())
        yield* checkKnown('event', event, known, [...at, 'ladder', 'tiers', i, key, j]);
    }
  }
}

/** Why a column cannot hold the events or the enterprises of a ladder. */
function faultOf(
  key: 'event' | 'subject',
  column: Column,
  contract: Contract,
): readonly [Sentence, Sentence] | undefined {
  const { name, type, values } = column;
  if (type !== 'VARCHAR')
    return [say`The column ${name} is of type ${type}.`, say`Name a column of type VARCHAR.`];
  if (!isRequired(column, contract))
    return [
      say`The column ${name} may have empty cells, and such a row would count for nobody.`,
      say`Write "required": true in its contract.`,
    ];
  if (key === 'event' && !values)
    return [
      say`The column ${name} does not list its values, so that a misspelt event would not be noticed.`,
      say`List the events under "values" in its contract.`,
    ];
  return undefined;
}
