import { formatShare } from '../share.js';
import type { MethodVerdict } from '../verdict.js';
import { linearAttainment } from './linear.js';
import {
  declineWithoutBaseline,
  declineWithoutTarget,
  declineWithoutWay,
  sentence,
  type Reading,
} from './reading.js';

/** The attainment of a goal read as a key result (METHODS §6.5): without a figure yet it stands at its start. */
export function readLinear({ baseValue, target, currentValue }: Reading): MethodVerdict {
  const method = 'linear';
  if (baseValue === null) return declineWithoutBaseline(method);
  if (target === null) return declineWithoutTarget(method);
  const inputs = { startValue: baseValue, targetValue: target, currentValue };
  const { percentageCompleted } = linearAttainment(inputs);
  if (percentageCompleted === null) return declineWithoutWay(method);
  const share = formatShare(percentageCompleted / 100);
  return {
    method,
    inputs,
    outputs: { percentageCompleted },
    words:
      currentValue === null
        ? sentence(
            `尚无数据，按起点值计，完成${share}`,
            `No figure yet, which counts as the start: ${share} is complete`,
          )
        : sentence(`完成${share}`, `${share} is complete`),
  };
}
