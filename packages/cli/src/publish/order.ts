import { say } from '@zj/metrics/internal';
import type { Problem } from '@zj/metrics';
import { checkOneFolder, usage, type Invocation } from '../command.js';
import { targetOf } from './target.js';
import { readTerms, type Terms } from './terms.js';

/** The options of `zj publish`. */
export interface Order extends Terms {
  readonly source: string;
  /** The folder of the release. */
  readonly target: string;
}

/** Reads the arguments; all problems at once. */
export function readOrder({ positionals, values }: Pick<Invocation, 'positionals' | 'values'>): {
  readonly order?: Order;
  readonly problems: readonly Problem[];
} {
  const [source] = positionals;
  const out = values.out as string | undefined;
  const asked = { where: 'SOURCE', remedy: say`Write ${'zj publish SOURCE --out DIR'}.` };
  const missing = usage(
    '--out',
    say`No folder is named.`,
    say`Name the folder of the release, such as --out build/park.`,
  );
  const { terms, problems } = readTerms(values);
  const all = [...checkOneFolder(positionals, asked), ...(out ? [] : [missing]), ...problems];
  if (all.length > 0 || !terms) return { problems: all };
  return { order: { ...terms, source: source!, target: targetOf(out!) }, problems: [] };
}
