import { problem, say } from '@zj/metrics/internal';
import type { Contract, Day, Problem } from '@zj/metrics';
import type { SourceDataset } from './source.js';
import type { Terms } from './terms.js';

/** The problem of days to come. */
export interface Foretold {
  readonly problems: readonly Problem[];
  /** The same for demo data, which may show days to come. */
  readonly notes: readonly Problem[];
}

/** That nothing is reported, and nothing judged, beyond the day of the run. */
export function checkDays(
  datasets: readonly Pick<SourceDataset, 'contract' | 'contractFile'>[],
  { asOf, today }: Pick<Terms, 'asOf' | 'today'>,
): Foretold {
  const later = datasets.filter(({ contract }) => contract.reportedThrough > today);
  const told = later.map(({ contract, contractFile }) => ({
    demo: contract.demo !== undefined,
    problem: reportedLater(contract, contractFile, today),
  }));
  if (asOf !== undefined && asOf > today) {
    const demo = datasets.length > 0 && datasets.every(({ contract }) => contract.demo);
    told.push({ demo, problem: judgedLater(asOf, today) });
  }
  const of = (demo: boolean) => told.filter((one) => one.demo === demo).map((one) => one.problem);
  return { problems: of(false), notes: of(true) };
}

function reportedLater({ id, reportedThrough }: Contract, file: string, today: Day): Problem {
  return problem({
    code: 'reported-later',
    where: `${file} $.reportedThrough`,
    message: say`The figures of ${id} cover the days up to ${reportedThrough}, but today is ${today}.`,
    remedy: say`Write the last day with complete figures.`,
  });
}

function judgedLater(asOf: Day, today: Day): Problem {
  return problem({
    code: 'judged-later',
    where: '--as-of',
    message: say`The goals are to be judged as of ${asOf}, but today is ${today}.`,
    remedy: say`Give a day that is not after today, or leave --as-of out.`,
  });
}
