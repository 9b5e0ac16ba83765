import { say } from '@zj/metrics/internal';
import { sqlText } from '@zj/metrics/sql';
import type { Problem, PublishedDataset } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import type { Terminal } from '../command.js';
import { Refusal, temporaryProblem } from '../system.js';
import { formatCount } from '../terminal.js';
import { publishDataset } from './database.js';
import type { Prepared } from './prepare.js';
import { openScratch, undoLater, type Scratch } from './scratch.js';

/** The engine's memory for a file of any size; the rest waits on the disk. */
const mostMemory = '2GB';

/** Opens a workbench, and a folder for its temporary files, for the time of some work. */
export async function atWorkbench<T>(
  work: (workbench: Workbench, scratch: string) => Promise<T>,
): Promise<T> {
  const scratch = openTemporary();
  try {
    const workbench = await openWorkbench();
    const interrupt = undoLater(() => workbench.interrupt());
    try {
      await workbench.execute(`SET memory_limit = '${mostMemory}'`);
      // Rows that do not fit into memory are confidential, too.
      await workbench.execute(`SET temp_directory = ${sqlText(scratch.folder)}`);
      return await work(workbench, scratch.folder);
    } finally {
      interrupt();
      await workbench.close();
    }
  } finally {
    scratch.remove();
  }
}

function openTemporary(): Scratch {
  try {
    return openScratch();
  } catch (error) {
    throw new Refusal(temporaryProblem(error));
  }
}

/** Publishes the tables of all datasets into the attached release. */
export async function publishTables(
  workbench: Workbench,
  { datasets }: Prepared,
  { scratch, terminal }: { readonly scratch: string; readonly terminal: Terminal },
): Promise<{ readonly tables: readonly PublishedDataset[]; readonly problems: readonly Problem[] }> {
  const tables: PublishedDataset[] = [];
  const problems: Problem[] = [];
  for (const dataset of datasets) {
    const { id, cube } = dataset.contract;
    terminal.progress(cube ? say`merging ${id} …` : say`writing ${id} …`);
    const published = await publishDataset(workbench, dataset, scratch);
    problems.push(...published.problems);
    if (!published.dataset) continue;
    tables.push(published.dataset);
    if (cube) terminal.progress(say`merging ${id} … ${formatCount(published.dataset.published)} cells`);
  }
  return { tables, problems };
}
