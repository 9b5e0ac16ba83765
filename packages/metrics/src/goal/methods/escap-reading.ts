import type { MethodVerdict } from '../verdict.js';
import { escapCurrentStatus } from './escap.js';
import {
  declineUnreported,
  declineWithoutBaseline,
  declineWithoutTarget,
  declineWithoutWay,
  sentence,
  type Reading,
} from './reading.js';
import { formatDown } from './words.js';

/** The Current Status Index of a goal (METHODS §6.4). */
export function readEscap(reading: Reading): MethodVerdict {
  const method = 'escap';
  const { currentValue, baseValue, target } = reading;
  if (currentValue === null) return declineUnreported(method, reading);
  if (baseValue === null) return declineWithoutBaseline(method);
  if (target === null) return declineWithoutTarget(method);
  const direction = reading.direction === 'decrease' ? 'decreasing' : 'increasing';
  const inputs = { currentValue, baseValue, target, direction } as const;
  const { index } = escapCurrentStatus(inputs);
  if (index === null) return declineWithoutWay(method);
  const figure = formatDown(index);
  return {
    method,
    inputs,
    outputs: { index },
    words: sentence(
      `现状指数为${figure}（0为基期，10为目标）`,
      `The Current Status Index is ${figure}, where 0 is the baseline and 10 the target`,
    ),
  };
}
