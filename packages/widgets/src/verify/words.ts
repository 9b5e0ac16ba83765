import type { Progress, VerificationStep } from '@zj/metrics';

/** The figures of a goal that are compared one by one. */
export type GoalFigure =
  'actual' | 'baseline' | 'target' | 'attainment' | 'schedule' | 'forecast' | 'needed' | 'status';

/** The words of a verification, in one language. */
export interface VerifyWords {
  /** Its name, of the release or of one goal. */
  readonly verify: string;
  readonly verifyGoal: (name: string) => string;
  /** The sentence about a press; `size` of the published data is empty where it is not known. */
  readonly offer: (size: string) => string;
  readonly start: string;
  readonly again: string;
  readonly cancel: string;
  readonly cancelled: string;
  /** The release was replaced while it was verified. */
  readonly changed: string;
  readonly noSource: string;
  readonly noEngine: string;
  /** The plan has no such goal; the ids that it has. */
  readonly noGoal: (goal: string, known: readonly string[]) => string;

  // Progress
  readonly starting: string;
  /** A start under way; `loaded` and `total` as texts, and the total is empty where it is not known. */
  readonly progress: (step: Progress['step'], loaded: string, total: string) => string;
  readonly steps: (done: string, total: string) => string;
  readonly kinds: Readonly<
    Record<VerificationStep['kind'] | 'manifest' | 'page' | 'file' | 'withheld', string>
  >;

  // The result
  readonly equal: string;
  readonly different: (count: string) => string;
  /** That this is all that is proven, and the limit of it. */
  readonly proves: string;
  readonly provesNot: string;
  readonly disproves: string;
  readonly failed: string;
  readonly isEqual: string;
  readonly isDifferent: string;
  readonly onPage: string;
  readonly published: string;
  readonly computed: string;
  /** The head of a column. */
  readonly computedBriefly: string;
  /** The page shows nothing of it. */
  readonly notShown: string;

  // Steps
  readonly step: string;
  readonly rows: string;
  readonly milliseconds: string;
  readonly figures: Readonly<Record<GoalFigure, string>>;
  readonly result: string;
  readonly figure: string;
  readonly differs: (what: string, published: string, computed: string) => string;
  readonly differsOnPage: (what: string, shown: string, computed: string) => string;
  readonly otherField: (fields: string) => string;
  readonly otherFile: string;
  readonly otherManifest: string;
  readonly otherRows: string;
  readonly faults: Readonly<
    Record<'missing' | 'extra' | 'unreadable' | 'unpublished' | 'unfounded' | 'unexplained', string>
  >;
  readonly sql: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly record: string;
  readonly total: (milliseconds: string) => string;
  readonly local: string;
  /** On paper, and where scripts are off: the command for a terminal. */
  readonly byHand: (command: string) => string;
}
