import { join } from 'node:path';
import type { Workbench } from '@zj/metrics/node';
import { checkOneFolder, type Call, type Command, type Terminal } from './command.js';
import { atWorkbench, publishTables } from './publish/build.js';
import { computeGoals } from './publish/computing.js';
import { attachRelease, useTables } from './publish/database.js';
import { prepare } from './publish/prepare.js';
import { summariseDatasets } from './publish/summary.js';
import { judgeGoals } from './publish/verdicts.js';

/** `zj check`: what `zj publish` would find, and nothing written. */
export const check: Command = {
  name: 'check',
  summary: 'check a plan and its data, and write nothing',
  help: `Usage: zj check SOURCE

Reads and checks everything as zj publish does, tells all problems at once, and writes nothing.

Example
  zj check examples/park`,
  options: {},

  async run({ positionals, terminal }: Call): Promise<number> {
    const [source] = positionals;
    const found = checkOneFolder(positionals, { where: 'SOURCE', remedy: 'Write zj check SOURCE.' });
    if (found.length > 0 || !source) {
      terminal.problems(found);
      return 2;
    }
    return atWorkbench((workbench, scratch) => examine(workbench, scratch, source, terminal));
  },
};

async function examine(
  workbench: Workbench,
  scratch: string,
  source: string,
  terminal: Terminal,
): Promise<number> {
  const { prepared, problems } = await prepare(workbench, source, { maxRejects: 0, scratch }, terminal);
  if (!prepared) {
    terminal.problems(problems);
    return 1;
  }
  const { plan, metrics, asOf } = prepared;
  await attachRelease(workbench);
  const published = await publishTables(workbench, prepared, { scratch, terminal });
  const release = { plan, metrics, datasets: published.tables };
  const found = [...published.problems];
  if (found.length === 0) {
    const options = { asOf, file: join(source, 'plan.json') };
    const byRows = await computeGoals(workbench, release, options);
    found.push(...byRows.problems);
    await useTables(workbench, 'published');
    if (found.length === 0)
      found.push(...(await judgeGoals(workbench, byRows.verdicts, release, options)).problems);
  }
  if (found.length > 0) {
    terminal.problems(found);
    return 1;
  }
  for (const line of summariseDatasets(published.tables)) terminal.print(line);
  terminal.print('No problems.');
  return 0;
}
