import { join } from 'node:path';
import type { Workbench } from '@zj/metrics/node';
import { say } from '@zj/metrics/internal';
import { checkOneFolder, type Invocation, type Command, type Terminal } from './command.js';
import { atWorkbench, publishTables } from './publish/build.js';
import { computeGoals } from './publish/computing.js';
import { attachRelease, useTables } from './publish/database.js';
import { prepare } from './publish/prepare.js';
import { listRejections } from './publish/rejections.js';
import { countStates } from './publish/states.js';
import { summariseDatasets } from './publish/summary.js';
import { locateWarnings, tellWarnings, tellWithheld } from './publish/telling.js';
import { readTerms, termHelp, termOptions, type Terms } from './publish/terms.js';
import { judgeGoals } from './publish/verdicts.js';
import { computeSeries } from './publish/series.js';
import { findWarnings } from './publish/warnings.js';

/** `zj check`: all checks of `zj publish`, and nothing written. */
export const check: Command = {
  name: 'check',
  summary: say`check a plan and its data, and write nothing`,
  help: {
    usage: 'zj check SOURCE [--as-of DAY] [--today DAY] [--max-rejects N] [--strict]',
    parts: [
      {
        sentences: [
          say`Reads and checks everything as zj publish does, lists all problems and warnings at once, and writes nothing.`,
        ],
      },
      { heading: say`Options`, names: termHelp },
      { heading: say`Example`, typed: 'zj check examples/park' },
    ],
  },
  options: termOptions,

  async run({ positionals, values, terminal }: Invocation): Promise<number> {
    const [source] = positionals;
    const { terms, problems } = readTerms(values);
    const asked = { where: 'SOURCE', remedy: say`Write ${'zj check SOURCE'}.` };
    const found = [...checkOneFolder(positionals, asked), ...problems];
    if (found.length > 0 || !source || !terms) {
      terminal.problems(found);
      return 2;
    }
    return atWorkbench((workbench, scratch) => examine(workbench, { source, terms, scratch }, terminal));
  },
};

async function examine(
  workbench: Workbench,
  { source, terms, scratch }: { readonly source: string; readonly terms: Terms; readonly scratch: string },
  terminal: Terminal,
): Promise<number> {
  const { prepared, problems } = await prepare(workbench, source, { ...terms, scratch }, terminal);
  if (!prepared) {
    terminal.problems(problems);
    return 1;
  }
  const { plan, metrics, asOf } = prepared;
  await attachRelease(workbench);
  const published = await publishTables(workbench, prepared, { scratch, terminal });
  const found = [...published.problems];
  const warnings = found.length === 0 ? [...(await findWarnings(workbench, prepared))] : [];
  if (found.length === 0) {
    found.push(...tellWarnings(warnings, terms.strict, terminal));
    const release = { plan, metrics, datasets: published.tables };
    const options = { asOf, file: join(source, 'plan.json') };
    const byRows = await computeGoals(workbench, release, options);
    await useTables(workbench, 'published');
    const judged = await judgeGoals(workbench, byRows, release, options);
    tellWithheld(judged, prepared.source, terminal);
    const made = { datasets: published.tables, verdicts: judged.verdicts };
    const series = await computeSeries(workbench, prepared, made);
    const unable = locateWarnings(series.warnings, prepared.source);
    found.push(...tellWarnings(unable, terms.strict, terminal));
    warnings.push(...unable);
  }
  if (found.length > 0) {
    terminal.problems(found);
    return 1;
  }
  terminal.problems(prepared.rejected.flatMap(({ rejections }) => listRejections(rejections)));
  terminal.table(summariseDatasets(published.tables));
  for (const line of await countStates(workbench, prepared.datasets)) terminal.print(line);
  const rejected = published.tables.reduce((sum, { rows }) => sum + rows.rejected, 0);
  if (rejected > 0) terminal.print(say`${rejected} rejected rows are left out`);
  const warned = warnings.filter(({ own }) => own).length;
  if (warned > 0)
    terminal.print(warned === 1 ? say`1 warning, see above.` : say`${warned} warnings, see above.`);
  terminal.print(prepared.rejected.length > 0 ? say`No other problems.` : say`No problems.`);
  return 0;
}
