import { search } from './search.js';
import { smooth, type SmoothingForm, type SmoothingStart, type SmoothingWeights } from './smoothing.js';

/** The weights of the least squared one-step error. */
export function findWeights(
  figures: readonly number[],
  form: SmoothingForm,
  start: SmoothingStart,
): SmoothingWeights {
  const toWeights = ([alpha, beta, ...rest]: readonly number[]): SmoothingWeights => {
    const gamma = form.seasonal === 'none' ? 0 : rest[0]!;
    if (!form.damped) return { alpha: alpha!, beta: beta!, gamma, phi: 1 };
    return {
      alpha: alpha!,
      beta: alpha! * beta!,
      gamma: (1 - alpha!) * gamma,
      phi: 0.8 + 0.18 * rest.at(-1)!,
    };
  };
  // R begins at these three; the trend fades slowly at first.
  const from = [0.3, 0.1, ...(form.seasonal === 'none' ? [] : [0.1]), ...(form.damped ? [1] : [])];
  const size = figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
  const objective = (at: readonly number[], limit: number): number =>
    smooth(figures, form, toWeights(at), start, { limit }).squaredError;
  return toWeights(search(objective, from, figures.length * (size * 1e-12) ** 2));
}
