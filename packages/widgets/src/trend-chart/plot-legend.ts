import { faceOf } from '../locale/locale.js';
import type { PlotLook } from './plot-look.js';
import type { Run } from './plot-runs.js';
import type { TrendModel } from './trend-model.js';

/** The shapes of states as letters: those of points, and those of bars. */
const shapes = { provisional: ['○', '▨'], estimate: ['□', '□'], revised: ['◆', '◆'] } as const;

/** More rows of periods than these are not named: the shape and its word tell enough. */
const mostNamed = 3;

/** A line of text for each state that has no room for its word in a plot: its shape, its word, its periods. */
export function tellUnsaid(
  { lines, periods, appearance }: TrendModel,
  unsaid: readonly Run[],
  { words, locale }: Pick<PlotLook, 'words' | 'locale'>,
): readonly string[] {
  return (['provisional', 'estimate', 'revised'] as const).flatMap((state) => {
    const runs = unsaid.filter((run) => run.state === state);
    if (runs.length === 0) return [];
    const named = runs.map(({ line, from, to }) => {
      const [first, last] = [periods[from]!.name(), periods[to]!.name()];
      const span = first === last ? first : words.span(first, last);
      return lines.length > 1 ? `${lines[line]!.name} ${span}` : span;
    });
    const sign = `${shapes[state][appearance === 'bars' ? 1 : 0]} ${faceOf(locale).states[state]}`;
    return [named.length > mostNamed ? sign : words.legend(sign, named)];
  });
}
