import { figureStates, type FigureState } from '../base/state.js';
import type { Bilingual } from '../base/text.js';
import { stateColumnOf } from '../dataset/revision.js';
import type { Assembled } from './figure-tables.js';
import { statesOf } from './formula.js';
import type { Leaf, Question } from './question.js';
import type { ResultColumn } from './result-column.js';
import { number, operation, or, text, type Expr } from './sql/node.js';

// The state of each figure of a series: METHODS §2.

const stateLabel: Bilingual = { zh: '数据状态', en: 'State of the figure' };

/** The column of the states; undefined where the answer has none. A metric may be called `state`, and none has an underscore. */
export function stateColumn({
  asked,
  allLeaves,
}: Pick<Question, 'asked' | 'allLeaves'>): ResultColumn | undefined {
  if (!allLeaves.some(({ states }) => states !== undefined)) return undefined;
  const name = asked.some((one) => one.name === 'state') ? 'figure_state' : 'state';
  return { name, type: 'VARCHAR', role: 'state', label: stateLabel };
}

/** A question whose figures have a state each, where a contract has a column for it. */
export function askStates(question: Question): Question {
  const told = new Map(
    question.allLeaves.map((leaf) => {
      const states = stateColumnOf(leaf.contract);
      return [leaf, states ? { ...leaf, states } : leaf];
    }),
  );
  const all = (leaves: readonly Leaf[]): readonly Leaf[] => leaves.map((leaf) => told.get(leaf)!);
  const { allLeaves, leaves, seriesLeaves } = question;
  return {
    ...question,
    allLeaves: all(allLeaves),
    leaves: all(leaves),
    seriesLeaves: all(seriesLeaves),
  };
}

/** The weakest of the states that contracts declare for all their rows. */
export function declaredState({ allLeaves }: Pick<Question, 'allLeaves'>): FigureState {
  const declared = allLeaves.map(({ contract }) => contract.revision);
  return figureStates.find((state) => declared.includes(state)) ?? 'final';
}

/** The weakest state of the rows that a figure is made of; undefined where no column says it. */
export function stateExpr(question: Question, assembled: Pick<Assembled, 'scope'>): Expr | undefined {
  if (!stateColumn(question)) return undefined;
  const scope = assembled.scope(false);
  const declared = declaredState(question);
  const weaker = figureStates.slice(0, figureStates.indexOf(declared));
  const when = weaker.flatMap((state): readonly (readonly [Expr, Expr])[] => {
    const found = question.leaves.flatMap((leaf) =>
      statesOf(leaf).flatMap((one, index) =>
        one.tells === state ? [operation(scope.state(leaf, index), '>', number(0))] : [],
      ),
    );
    const below = question.series.flatMap((metric) => {
      const some = scope.seriesState!(metric, state);
      return some ? [some] : [];
    });
    found.push(...below);
    return found.length > 0 ? [[or(...found), text(state)]] : [];
  });
  return when.length > 0 ? { kind: 'case', when, otherwise: text(declared) } : text(declared);
}
