import { formatProblem, type Day, type Metric, type Plan, type Problem } from '@zj/metrics';
import { checkForeignKeys, orderByReference } from '@zj/metrics/dataset';
import type { Workbench } from '@zj/metrics/node';
import type { Terminal } from '../command.js';
import { formatCount } from '../terminal.js';
import { readDataset } from './dataset.js';
import type { ReadDataset } from './reading.js';
import { listRejections, type Rejections } from './rejections.js';
import { readSource, type SourceDataset } from './source.js';

/** All that a release is made from, read and found right. */
export interface Prepared {
  readonly plan: Plan;
  readonly metrics: readonly Metric[];
  readonly datasets: readonly ReadDataset[];
  readonly asOf: Day;
  /** Why rows were left out, for each dataset that has such rows. */
  readonly rejected: readonly { readonly id: string; readonly rejections: readonly Rejections[] }[];
}

export interface PrepareOptions {
  /** The day on which goals are judged; the last day that any dataset covers where absent. */
  readonly asOf?: Day | undefined;
  /** Up to so many rejected rows in all do not stop the work. */
  readonly maxRejects: number;
  /** A folder for what has to be put aside meanwhile. */
  readonly scratch: string;
}

/**
 * Reads a source folder into the workbench and checks everything in it. Problems are those of all files together; what is
 * only rejected, and allowed to be, is not among them.
 */
export async function prepare(
  workbench: Workbench,
  folder: string,
  { asOf, maxRejects, scratch }: PrepareOptions,
  terminal: Terminal,
): Promise<{ readonly prepared?: Prepared; readonly problems: readonly Problem[] }> {
  const source = await readSource(folder);
  const problems = [...source.problems];
  for (const note of source.notes) terminal.note(formatProblem(note));
  const datasets: ReadDataset[] = [];
  const rejected: { readonly id: string; readonly rejections: readonly Rejections[] }[] = [];
  const checkable = checkForeignKeys(source.datasets.map(({ contract }) => contract)).length === 0;
  for (const { contract, file } of inReadingOrder(source.datasets)) {
    const { id } = contract;
    terminal.progress(`reading ${id} …`);
    // A dataset that could not be read, or not in time, says nothing about those that refer to it.
    const foreignKeys = (contract.foreignKeys ?? []).filter(({ references }) => {
      return checkable && datasets.some((one) => one.contract.id === references.dataset);
    });
    const dataset = { contract: contract.foreignKeys ? { ...contract, foreignKeys } : contract, file };
    const reading = await readDataset(workbench, dataset, { locate: maxRejects, scratch });
    problems.push(...reading.faults);
    for (const note of reading.notes ?? []) terminal.note(formatProblem(note));
    if (reading.rejections.length > 0) rejected.push({ id, rejections: reading.rejections });
    if (!reading.dataset) continue;
    datasets.push(reading.dataset);
    const { rows } = reading.dataset;
    terminal.progress(
      `reading ${id} … ${formatCount(rows.read)} rows, ${formatCount(rows.rejected)} rejected`,
    );
  }

  const place = ({ file }: SourceDataset): number => source.datasets.findIndex((one) => one.file === file);
  datasets.sort((a, b) => place(a) - place(b));
  const total = datasets.reduce((sum, { rows }) => sum + rows.rejected, 0);
  if (total > maxRejects || problems.length > 0) {
    problems.push(...rejected.flatMap(({ rejections }) => listRejections(rejections)));
  }
  if (total > maxRejects && maxRejects > 0) problems.push(tooManyProblem(total, maxRejects));
  const { plan, metrics } = source;
  if (problems.length > 0 || !plan || !metrics) return { problems };
  const covered = datasets.map(({ contract }) => contract.reportedThrough);
  return {
    prepared: { plan, metrics, datasets, asOf: asOf ?? covered.sort().at(-1)!, rejected },
    problems: [],
  };
}

/** Each dataset after those that its foreign keys name. */
function inReadingOrder(datasets: readonly SourceDataset[]): readonly SourceDataset[] {
  const contracts = orderByReference(datasets.map(({ contract }) => contract));
  return contracts.map((contract) => datasets.find((dataset) => dataset.contract === contract)!);
}

function tooManyProblem(total: number, most: number): Problem {
  return {
    code: 'too-many-rejects',
    where: '--max-rejects',
    message: `${total} rows are rejected, but at most ${most} may be.`,
    remedy: 'Correct the rows named above.',
  };
}
