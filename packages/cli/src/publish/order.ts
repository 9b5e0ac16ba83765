import { isDay, type Problem } from '@zj/metrics';
import { checkOneFolder, usage, type Call } from '../command.js';
import { targetOf, type Target } from './target.js';

/** What was asked of `zj publish`. */
export interface Order {
  readonly source: string;
  readonly target: Target;
  readonly asOf?: string | undefined;
  readonly maxRejects: number;
}

/** Reads the arguments; all problems at once. */
export function readOrder({ positionals, values }: Pick<Call, 'positionals' | 'values'>): {
  readonly order?: Order;
  readonly problems: readonly Problem[];
} {
  const [source] = positionals;
  const {
    out,
    'as-of': asOf,
    'max-rejects': most = '0',
  } = values as Readonly<Record<string, string | undefined>>;
  const asked = { where: 'SOURCE', remedy: 'Write zj publish SOURCE --out DIR.' };
  const problems: Problem[] = [...checkOneFolder(positionals, asked)];
  const add = (...words: Parameters<typeof usage>) => problems.push(usage(...words));
  if (!out) add('--out', 'No folder is named.', 'Say where the release goes, such as --out build/park.');
  if (asOf !== undefined && !isDay(asOf)) {
    add('--as-of', `"${String(asOf)}" is not a day of the calendar.`, 'Write it like 2026-10-31.');
  }
  if (!/^\d{1,9}$/.test(most)) {
    add(
      '--max-rejects',
      `"${most}" is not a number of rows.`,
      'Write digits only, such as --max-rejects 10.',
    );
  }
  if (problems.length > 0) return { problems };
  return { order: { source: source!, target: targetOf(out!), asOf, maxRejects: Number(most) }, problems: [] };
}
