import type { Day } from '../base/day.js';
import { lastReported } from './axis.js';
import type { StatementBuilder } from './builder.js';
import { firstPeriod } from './leaf-group.js';
import { startOf, steps as grainSteps } from './period.js';
import type { Question } from './question.js';
import { call, day, type Expr } from './sql/node.js';

/** Adds the step that lists the periods, from the window's first, or the first with rows, to the last of which anything is known. */
export function addPeriodsStep(builder: StatementBuilder): string {
  const { layout } = builder;
  const { question, column: names } = layout;
  const { window, time, fiscalStart } = question;
  const groups = [...layout.groups, ...(layout.series?.periods.groups ?? [])];
  const { grain } = time!;
  const from = window
    ? day(startOf(window.start, grain, fiscalStart))
    : call('least', ...question.allLeaves.map((leaf) => firstPeriod(leaf, groups, question)));
  const of: Expr = { kind: 'series', from, to: day(latestPeriod(question)), by: grainSteps[grain] };
  return builder.addStep('periods', { columns: [{ of, as: names.time }] });
}

/** The last period of which anything is reported. */
export function latestPeriod(question: Question): Day {
  const { time, fiscalStart } = question;
  return question.allLeaves
    .map((leaf) => startOf(lastReported(leaf, question), time!.grain, fiscalStart))
    .sort()
    .at(-1)!;
}
