/** The value at a point, or Infinity where it is beyond `limit`. */
export type Objective = (at: readonly number[], limit: number) => number;

const firstStep = 1 / 4;
const lastStep = 1 / 4096;
const mostTrials = 1000;

/**
 * A point of the unit cube where an objective is least, by pattern search (Hooke and Jeeves 1961): steps along the axes, a leap on
 * where they helped, half the step where none did. The points lie on a grid and a step must gain more than rounding can, so
 * that the same point is found everywhere and in every unit. `noise` is the rounding error of the value.
 */
export function search(objective: Objective, start: readonly number[], noise: number): readonly number[] {
  let trials = 0;
  const value = (at: readonly number[], limit: number): number => {
    trials++;
    return objective(at, limit);
  };
  const gains = (found: number, than: number): boolean => found < than * (1 - 1e-9) - noise;
  let best: readonly number[] = start.map((share) => Math.round(share / lastStep) * lastStep);
  let least = value(best, Infinity);

  for (let step = firstStep; step >= lastStep && trials < mostTrials;) {
    let [next, found] = explore(best, least, step);
    if (!gains(found, least)) {
      step /= 2;
      continue;
    }
    do {
      const before = best;
      [best, least] = [next, found];
      const leap = best.map((share, axis) => clamp(2 * share - before[axis]!));
      [next, found] = explore(leap, value(leap, Infinity), step);
    } while (gains(found, least) && trials < mostTrials);
  }
  return best;

  function explore(from: readonly number[], known: number, step: number): [readonly number[], number] {
    const at = [...from];
    let reached = known;
    at.forEach((share, axis) => {
      for (const next of [clamp(share + step), clamp(share - step)]) {
        if (next === share) continue;
        at[axis] = next;
        const found = value(at, reached);
        if (gains(found, reached)) {
          reached = found;
          return;
        }
      }
      at[axis] = share;
    });
    return [at, reached];
  }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
