import { listed, say, type Sentence } from '../base/sentence.js';

/** The remedies for a query that cannot be answered: one of several, of which the first begins the sentence. */
export interface Way {
  readonly first: Sentence;
  readonly later: Sentence;
}

/** Ways out as one sentence: `Remove "totals", or ask for an additive metric.` */
export function joinWays(ways: readonly Way[]): Sentence {
  const [first, ...others] = ways.length > 0 ? ways : [askForAnother];
  const all = [first!.first, ...others.map(({ later }) => later)];
  if (all.length === 1) return say`${all[0]!}.`;
  return say`${listed(all.slice(0, -1))}, or ${all.at(-1)!}.`;
}

const askForAnother: Way = {
  first: say`Ask for an additive metric`,
  later: say`ask for an additive metric`,
};

export const remove = (key: string): Way => ({ first: say`Remove "${key}"`, later: say`remove "${key}"` });

export const removeAndSplit = (key: string, grain: string): Way => ({
  first: say`Remove "${key}" and write "${grain}" in "by"`,
  later: say`remove "${key}" and write "${grain}" in "by"`,
});

export const splitBy = (name: string): Way => ({
  first: say`Add ${name} to "by"`,
  later: say`add ${name} to "by"`,
});

export const splitByInstead = (name: string, other: string): Way => ({
  first: say`Write ${name} in place of ${other}`,
  later: say`write ${name} in place of ${other}`,
});

export const stayWithin = (grain: Sentence): Way => ({
  first: say`Write a "during" within one ${grain}`,
  later: say`write a "during" within one ${grain}`,
});

export const askWhole = (grains: Sentence): Way => ({
  first: say`Write whole ${grains} in "during"`,
  later: say`write whole ${grains} in "during"`,
});

export const rankByAnother: Way = {
  first: say`Rank by another metric`,
  later: say`rank by another metric`,
};

export const addCondition = (name: string): Way => ({
  first: say`Write a condition { "column": ${name}, "equals": … }`,
  later: say`write a condition { "column": ${name}, "equals": … }`,
});

export const giveCondition = (name: string): Way => ({
  first: say`Give the metric a condition { "column": ${name}, "equals": … }`,
  later: say`give the metric a condition { "column": ${name}, "equals": … }`,
});

export const askFor = (metric: Sentence): Way => ({
  first: say`Ask for ${metric}`,
  later: say`ask for ${metric}`,
});

export const makeOf = (id: string, metric: Sentence, replaced: string): Way => ({
  first: say`Define ${id} by ${metric} in place of ${replaced}`,
  later: say`define ${id} by ${metric} in place of ${replaced}`,
});

export const askForRatio: Way = {
  first: say`Ask for the ratio of two additive metrics`,
  later: say`ask for the ratio of two additive metrics`,
};

export const declare = (additivity: string): Way => ({
  first: say`Declare "additivity": "${additivity}" if its parts sum to a whole`,
  later: say`declare "additivity": "${additivity}" if its parts sum to a whole`,
});
