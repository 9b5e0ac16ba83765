import {
  checkReferences,
  type Contract,
  type Draft,
  type Metric,
  type Plan,
  type Problem,
  type ReferenceFiles,
  type SeriesOrder,
} from '@zj/metrics';
import { withoutStandIns } from '@zj/metrics/internal';

/** The files of a source as far as they could be read; undefined for a file that is no JSON, or hardly has its shape. */
export interface Drafts {
  readonly plan: Draft<Plan> | undefined;
  readonly metrics: Draft<readonly Metric[]> | undefined;
  /** The series that metrics.json asks for; none where it has a fault of its own. */
  readonly publish: readonly SeriesOrder[];
  readonly contracts: readonly { readonly file: string; readonly draft: Draft<Contract> | undefined }[];
}

/** A value that is right, as a draft of itself, or the draft that there is. */
export function toDraft<T>(value: T | undefined, draft: Draft<T> | undefined): Draft<T> | undefined {
  return value === undefined ? draft : { value, other: value, standIns: [], unnamed: false };
}

/**
 * Holds the files of a source against each other, also files with faults of their own. A check that such a fault makes impossible
 * is left out, such as a name that an unreadable file might declare.
 */
export function checkBetween(
  { plan, metrics, publish, contracts }: Drafts,
  files: Required<Pick<ReferenceFiles, 'plan' | 'metrics'>>,
): readonly Problem[] {
  const read = contracts.flatMap(({ file, draft }) => (draft ? [{ file, draft }] : []));
  const check = (form: 'value' | 'other'): readonly Problem[] =>
    checkReferences(
      {
        // Without metrics no goal has one.
        plan: metrics && plan ? plan[form] : { goals: [] },
        metrics: metrics ? metrics[form] : [],
        publish,
        contracts: read.map(({ draft }) => draft[form]),
      },
      { ...files, contracts: read.map(({ file }) => file) },
    );
  const told = [{ file: files.plan, draft: plan }, { file: files.metrics, draft: metrics }, ...read].flatMap(
    ({ file, draft }) => (draft?.standIns ?? []).map((path) => `${file} ${path}`),
  );
  const found = withoutStandIns(check('value'), check('other'), { standIns: told, unnamed: false });
  const hidesMetrics = metrics?.unnamed === true;
  const hidesData = read.length < contracts.length || read.some(({ draft }) => draft.unnamed);
  return found.filter(({ code }) => {
    if (!code.startsWith('unknown-')) return true;
    return code === 'unknown-metric' ? !hidesMetrics : !hidesData;
  });
}
