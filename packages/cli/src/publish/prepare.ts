import type { Day, Metric, Plan, Problem, SeriesOrder } from '@zj/metrics';
import { checkForeignKeys, orderByReference } from '@zj/metrics/dataset';
import { checkTaskReports, contractOfReports, problem, say } from '@zj/metrics/internal';
import type { Workbench } from '@zj/metrics/node';
import type { Terminal } from '../command.js';
import { formatCount } from '../terminal.js';
import { cutDataset } from './cut.js';
import { readDataset } from './dataset.js';
import { checkDays } from './days.js';
import type { ReadDataset } from './reading.js';
import { listRejections } from './rejections.js';
import type { Rejected } from './rejects.js';
import { readSource, type SourceFolder, type SourceDataset } from './source.js';
import type { Terms } from './terms.js';

/** All that a release is made from, read and found right. */
export interface Prepared {
  readonly plan: Plan;
  readonly metrics: readonly Metric[];
  /** The series of metrics that are published as files. */
  readonly publish: readonly SeriesOrder[];
  readonly datasets: readonly ReadDataset[];
  readonly asOf: Day;
  /** The rows that were left out, for each dataset that has such rows. */
  readonly rejected: readonly Rejected[];
  /** The files of the source, for the places of later problems. */
  readonly source: Pick<SourceFolder, 'folder' | 'locate'>;
}

export interface PrepareOptions extends Terms {
  /** A folder for temporary files. */
  readonly scratch: string;
}

/**
 * Reads a source folder into the workbench and checks everything in it, as it was known on the day of judging. Problems are those
 * of all files together, without rejected rows that the terms allow.
 */
export async function prepare(
  workbench: Workbench,
  folder: string,
  { maxRejects, scratch, ...terms }: PrepareOptions,
  terminal: Terminal,
): Promise<{ readonly prepared?: Prepared; readonly problems: readonly Problem[] }> {
  const given = await readSource(folder);
  const source = { ...given, datasets: given.datasets.map((one) => withTasks(one, given.plan)) };
  const tell = (notes: readonly Problem[]): void => {
    for (const note of source.locate(notes)) terminal.note(note);
  };
  const days = checkDays(source.datasets, terms);
  const problems = [...source.problems, ...source.locate(days.problems)];
  tell([...source.notes, ...days.notes]);
  const read: ReadDataset[] = [];
  const rejected: Rejected[] = [];
  const checkable = checkForeignKeys(source.datasets.map(({ contract }) => contract)).length === 0;
  for (const one of inReadingOrder(source.datasets)) {
    const { contract } = one;
    const { id } = contract;
    terminal.progress(say`reading ${id} …`);
    // A dataset that could not be read, or not in time, says nothing about those that refer to it.
    const foreignKeys = (contract.foreignKeys ?? []).filter(({ references }) => {
      return checkable && read.some((other) => other.contract.id === references.dataset);
    });
    const dataset = { ...one, contract: contract.foreignKeys ? { ...contract, foreignKeys } : contract };
    const reading = await readDataset(workbench, dataset, { locate: maxRejects, scratch });
    problems.push(...reading.faults);
    tell(reading.notes ?? []);
    if (reading.rejections.length > 0) rejected.push({ contract, rejections: reading.rejections });
    if (!reading.dataset) continue;
    read.push(reading.dataset);
    const { rows } = reading.dataset;
    terminal.progress(
      say`reading ${id} … ${formatCount(rows.read)} rows, ${formatCount(rows.rejected)} rejected`,
    );
  }

  const place = ({ file }: SourceDataset): number => source.datasets.findIndex((one) => one.file === file);
  read.sort((a, b) => place(a) - place(b));
  const total = read.reduce((sum, { rows }) => sum + rows.rejected, 0);
  if (total > maxRejects || problems.length > 0) {
    problems.push(...rejected.flatMap(({ rejections }) => listRejections(rejections)));
  }
  if (total > maxRejects && maxRejects > 0) problems.push(tooManyProblem(total, maxRejects));
  const { plan } = source;
  if (problems.length > 0 || !plan || !source.metrics) return { problems };
  const asOf =
    terms.asOf ??
    read
      .map(({ contract }) => contract.reportedThrough)
      .sort()
      .at(-1)!;
  const datasets: ReadDataset[] = [];
  for (const dataset of read) {
    const cut = await cutDataset(workbench, dataset, asOf);
    datasets.push(cut.dataset);
    tell(cut.notes);
  }
  const metrics = source.metrics.map((metric) => cutMetric(metric, datasets));
  const { publish } = source;
  return { prepared: { plan, metrics, publish, datasets, asOf, rejected, source }, problems: [] };
}

/** The dataset of the reports on a plan's tasks is checked by these tasks, if it has the columns of reports. */
function withTasks(dataset: SourceDataset, plan: Plan | undefined): SourceDataset {
  const { contract } = dataset;
  if (plan?.taskReports !== contract.id || !checkTaskReports(plan, [contract]).next().done) return dataset;
  return { ...dataset, contract: contractOfReports(contract, plan) };
}

/** A metric's own figures reach no further than its dataset. */
function cutMetric(metric: Metric, datasets: readonly ReadDataset[]): Metric {
  const dataset = datasets.find(({ contract }) => contract.id === metric.dataset);
  if (!dataset || metric.reportedThrough === undefined) return metric;
  const { reportedThrough } = dataset.contract;
  return metric.reportedThrough > reportedThrough ? { ...metric, reportedThrough } : metric;
}

/** Each dataset after those that its foreign keys name. */
function inReadingOrder(datasets: readonly SourceDataset[]): readonly SourceDataset[] {
  const contracts = orderByReference(datasets.map(({ contract }) => contract));
  return contracts.map((contract) => datasets.find((dataset) => dataset.contract === contract)!);
}

function tooManyProblem(total: number, most: number): Problem {
  return problem({
    code: 'too-many-rejects',
    where: '--max-rejects',
    message: say`${total} rows are rejected, but at most ${most} may be.`,
    remedy: say`Correct the rows named above.`,
  });
}
