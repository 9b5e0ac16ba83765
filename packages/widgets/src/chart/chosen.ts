import type { Card } from './card.js';
import type { ChartWords } from './words.js';

/** The selection of the source around a chart in words, as it meets the chart's data. */
export interface Chosen {
  /** The conditions that the figures meet; empty where they are those of all data. */
  readonly told: string;
  /** Lines below the chart. */
  readonly remarks: readonly string[];
}

const known = new Map<string, Chosen>();

/** A selection in words: the same object for the same words, so that nothing is made anew for them. */
export function choose(told: string, ...remarks: readonly string[]): Chosen {
  const key = JSON.stringify([told, remarks]);
  const chosen = known.get(key) ?? { told, remarks };
  known.set(key, chosen);
  return chosen;
}

/** A chart that says what its figures are narrowed to: in its name, so that nothing hides it, and below. */
export function tellChosen<Made extends { readonly shape?: Card | undefined }>(
  made: Made,
  chosen: Chosen | undefined,
  words: ChartWords,
): Made {
  const { shape } = made;
  if (!shape || !chosen) return made;
  const title = chosen.told ? words.narrowedTitle(shape.title, chosen.told) : shape.title;
  return { ...made, shape: { ...shape, title, remarks: [...chosen.remarks, ...shape.remarks] } };
}
