import { dirname, sep } from 'node:path';
import {
  createMetrics,
  MetricsError,
  type Parameter,
  type Problem,
  type ReleaseVerification,
  type Sentence,
  type VerificationStep,
} from '@zj/metrics';
import { problem, say } from '@zj/metrics/internal';
import { nodeEngine } from '@zj/metrics/node';
import { systemProblem } from '../system.js';

/** Milliseconds that one statement may take: the rows of a large dataset are read whole. */
const deadline = 600_000;

/** The result of computing a release again. */
export interface Computed {
  /** Absent where it could not be computed to the end. */
  readonly verification?: ReleaseVerification;
  readonly steps: readonly VerificationStep[];
  /** Why it could not. */
  readonly problem?: Problem;
  /** Whether the release itself is the cause: its files do not fit together, and so it is not equal. */
  readonly isRelease: boolean;
}

/** Opens a release whose files are on this machine, and computes it again. `place` is the name of its manifest for the reader. */
export async function computeAgain(
  local: string,
  place: string,
  onStep: (step: VerificationStep) => void,
): Promise<Computed> {
  const steps: VerificationStep[] = [];
  const metrics = createMetrics({ engine: nodeEngine() });
  try {
    await metrics.open(local, { deadline });
    const verification = await metrics.verify({
      deadline,
      onStep(step) {
        steps.push(step);
        onStep(step);
      },
    });
    return { verification, steps, isRelease: true };
  } catch (error) {
    if (!(error instanceof MetricsError)) {
      const refused = systemProblem(error, place);
      if (!refused) throw error;
      return { steps, problem: refused, isRelease: false };
    }
    const isRelease = error.code === 'DATABASE' || error.code === 'RELEASE';
    const message = rename(error.sentence, `${dirname(local)}${sep}`, place.replace(/[^/\\]*$/, ''));
    const where = place;
    const remedy = isRelease
      ? say`Ask the publisher for the release as it was published.`
      : say`Try again, or on a larger machine.`;
    return { steps, isRelease, problem: problem({ code: 'damaged-file', where, message, remedy }) };
  } finally {
    await metrics.close();
  }
}

/** A sentence with the reader's name of a folder in the place of another. */
function rename({ text, parameters }: Sentence, folder: string, name: string): Sentence {
  const renamed = parameters.map((one): Parameter => {
    if (typeof one === 'object') return rename(one, folder, name);
    return typeof one === 'string' ? one.replaceAll(folder, name) : one;
  });
  return { text, parameters: renamed };
}
