import type { Bound, Range } from '@zj/metrics';
import type { Say } from '../locale/words.js';

const bounds: readonly Bound[] = ['at-least', 'at-most'];

/** The limits of a gauge that stands alone; neither part for a target that is reached. */
export interface AloneLimits {
  readonly bound?: Bound;
  readonly range?: Range;
}

/** The attributes of a gauge as text; empty where they are absent. */
export type Written = Readonly<Record<'bound' | 'range' | 'target' | 'baseline', string>>;

/**
 * Reads `bound="at-most"`, which needs a target, or `range="4.5..5.5"`, which has none. Neither has a baseline: there is no way.
 * `problems` receives a sentence for each attribute that is wrong.
 *
 * @example readLimits({ bound: '', range: '4.5..5.5', target: '', baseline: '' }, []) // { range: { from: 4.5, to: 5.5 } }
 */
export function readLimits(written: Written, problems: Say[]): AloneLimits {
  const { bound, range, target } = written;
  const isBound = (bounds as readonly string[]).includes(bound);
  const [from, to, ...more] = range.split('..').map((end) => (readsAsNumber(end) ? Number(end) : NaN));
  const isRange = more.length === 0 && from! <= to!;
  const check = (holds: boolean, name: keyof Written, example: string): void => {
    if (!holds) problems.push((face) => face.badAttribute(name, written[name], example));
  };
  if (bound && !isBound) problems.push((face) => face.unknown('bound', bound, bounds));
  check(!range || isRange, 'range', '4.5..5.5');
  check(!bound || target !== '' || range !== '', 'target', '5.5');
  for (const [one, other] of [
    ['range', 'target'],
    ['range', 'bound'],
    ['bound', 'baseline'],
    ['range', 'baseline'],
  ] as const)
    if (written[one] && written[other]) problems.push((face) => face.together(one, other));
  return {
    ...(isBound && { bound: bound as Bound }),
    ...(range && isRange && { range: { from: from!, to: to! } }),
  };
}

/** A figure as people write it, not too large or small to be told. */
export function readsAsNumber(written: string): boolean {
  const size = Math.abs(+written);
  return written.trim() !== '' && size <= 1e15 && (size === 0 || size >= 1e-15) && !/[xob]/i.test(written);
}
