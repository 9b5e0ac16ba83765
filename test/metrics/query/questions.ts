import type { Catalogue } from '@zj/metrics/sql';
import { drawQuery } from './random.js';
import type { Query, World } from './types.js';
import { drawWorld } from './worlds.js';

/** A query over a world, both drawn from a seed. */
export interface Question {
  readonly seed: number;
  readonly query: Query;
  readonly world: World;
}

export const worlds: readonly World[] = Array.from({ length: 20 }, (_, i) => drawWorld(i + 1));

/** Always asked: each once had a wrong answer. */
const remembered: readonly Query[] = [
  { metric: 'closings', by: ['closed', 'day'], during: '2024/2025', share: true },
  { metric: 'closings', by: ['period', 'closed'], totals: true },
];

export const questions: readonly Question[] = Array.from({ length: 1000 }, (_, i) => {
  const world = worlds[i % worlds.length]!;
  return { seed: i + 1, query: remembered[i] ?? drawQuery(i + 1, world), world };
});

/** A world without its rows. */
export function catalogueOf({ metrics, datasets }: World): Catalogue {
  return { metrics, datasets: datasets.map(({ contract }) => ({ contract })) };
}

/** A question as a person can ask it again. */
export function show({ seed, query }: Question): string {
  return `question ${seed}: ${JSON.stringify(query)}`;
}
