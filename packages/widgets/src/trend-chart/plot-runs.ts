import type { FigureState } from '@zj/metrics';
import type { TrendModel } from './trend-model.js';

/** Periods one after another whose figures have one state that is not settled: a word beside the last of them says it. */
export interface Run {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly state: Exclude<FigureState, 'final'>;
}

/** The runs of all lines whose states are seen: of lines those in colour, of bars all. */
export function runsOf({ lines, appearance }: TrendModel): readonly Run[] {
  return lines.flatMap(({ chosen, points }, line) => {
    const isQuiet = !chosen && lines.length > 1;
    if (isQuiet && appearance !== 'bars') return [];
    const runs: Run[] = [];
    points.forEach(({ value, state }, at) => {
      // Of quiet bars those that are revised look like the others.
      if (value === null || state === 'final' || (isQuiet && state === 'revised')) return;
      const last = runs.at(-1);
      if (last?.to === at - 1 && last.state === state) runs[runs.length - 1] = { ...last, to: at };
      else runs.push({ line, from: at, to: at, state });
    });
    return runs;
  });
}
