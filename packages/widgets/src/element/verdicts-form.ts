import type { Verdicts } from '@zj/metrics';
import type { Form } from './release.js';

/** What elements read of verdicts.json; the verdicts as they stand there, unchecked. */
export type GaugeFile = Pick<Verdicts, 'verdicts' | 'withheld'> & {
  readonly manifest?: string | undefined;
};

/** The form of verdicts.json. */
export const verdictsForm: Form<GaugeFile> = {
  name: 'verdicts',
  take(json) {
    const { version, verdicts, withheld, manifest } = json as Partial<Verdicts>;
    if (version !== 1 || !Array.isArray(verdicts)) return undefined;
    return { verdicts, withheld: Array.isArray(withheld) ? withheld : [], manifest };
  },
};
