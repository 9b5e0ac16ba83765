import type { Layout } from './layout.js';
import { avoidNames } from './names.js';
import type { Named, Select } from './sql/node.js';

/** Collects the steps of a statement. A function that adds one is named `add…Step`, and is given the builder; any other only reads. */
export interface StatementBuilder {
  readonly layout: Layout;
  /** Adds a step and returns its name: the wished one, or that with underscores where it is taken. */
  addStep(wish: string, of: Named['of']): string;
  /** A builder of the steps of another question in the same statement. */
  within(layout: Layout): StatementBuilder;
  /** The statement: a select after the steps that were added. */
  build(select: Omit<Select, 'with'>): Select;
}

/** A builder of a statement that has no step yet. */
export function createStatementBuilder(layout: Layout): StatementBuilder {
  // A step must not hide a table.
  const nameOf = avoidNames(
    layout.question.allLeaves.flatMap(({ table }) => (table.length === 1 ? table : [])),
  );
  const steps: Named[] = [];
  const within = (own: Layout): StatementBuilder => ({
    layout: own,
    within,
    addStep(wish, of) {
      const name = nameOf(wish);
      steps.push({ name, of });
      return name;
    },
    build: (select) => ({ with: [...steps], ...select }),
  });
  return within(layout);
}
