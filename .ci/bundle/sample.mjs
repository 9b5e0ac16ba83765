// The figures of the sample gauge: those of the park example, which a program made.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A goal that counts rows, read from the plan, with what the demo data have of it. */
const goalId = 'pct-applications';

/** The sample goal of the repository at `root`: its names and clause, its target and period, and its figure with its last day. */
export function readSample(root) {
  const json = (path) => JSON.parse(readFileSync(join(root, 'examples/park', path), 'utf8'));
  const goal = json('plan.json').goals.find(({ id }) => id === goalId);
  const metric = json('metrics.json').metrics.find(({ id }) => id === goal.metric);
  const contract = json(`data/${metric.dataset}.json`);
  const [header, ...rows] = readFileSync(join(root, 'examples/park/data', contract.file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const [condition] = metric.where;
  const [day, tested] = [contract.time.column, condition.column].map((name) => header.indexOf(name));
  const { start, end } = goal.period;
  const value = rows.filter((row) => {
    if (row.length !== header.length) throw new Error(`${contract.file} has a line of other columns.`);
    return row[tested] === condition.equals && row[day] >= start && row[day] <= contract.reportedThrough;
  }).length;
  // The data have the commas of a transcript; a page has those of Chinese print.
  const quote = { ...goal.clause.quote, zh: goal.clause.quote.zh.replaceAll(',', '，') };
  return { ...goal, clause: { ...goal.clause, quote }, start, end, value, asOf: contract.reportedThrough };
}
