import type { Contract } from '../dataset/contract.js';
import type { MethodVerdict, Verdict } from '../goal/verdict.js';
import type { Completeness } from '../query/completeness.js';
import type { Metric, SeriesOrder } from '../metric/metric.js';
import type {
  Clause,
  ConflictingFigure,
  Direction,
  FormerTarget,
  Interpretation,
  Period,
  Plan,
  Qualifier,
} from '../plan/plan.js';
import type { Nature } from '../plan/target-kind.js';
import type { Day } from '../base/day.js';
import type { Bilingual, Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';

/** The description of a release: enough to open it, to query it, and to compute every published figure again. */
export interface Manifest {
  readonly $schema?: string;
  readonly version: 1;
  readonly plan: Plan;
  readonly metrics: readonly Metric[];
  readonly asOf: Day;
  /** Whether any of its datasets is made up. */
  readonly demo: boolean;
  /** The engine that wrote the database, `v1.4.4`. */
  readonly engine: string;
  readonly files: {
    readonly verdicts: ReleaseFile;
    readonly database: ReleaseFile;
    /** The files that charts read; absent in releases from before there were any. */
    readonly series?: SeriesFiles;
    /** The tiers of the plan and the moves between them; absent where the plan names no register. */
    readonly ladder?: ReleaseFile;
    /** The tasks of the plan with the reports on them; absent where the plan names no dataset of reports. */
    readonly tasks?: ReleaseFile;
  };
  readonly datasets: readonly PublishedDataset[];
  /** The warnings of publishing; places are relative to the source folder. */
  readonly warnings: readonly PublishedWarning[];
}

/** A problem that publishing went on with; a newer publisher may know more codes than `ProblemCode`. */
export interface PublishedWarning {
  /** Which kind of problem it is, for programs. */
  readonly code: string;
  /** `file:line:column`, or a JSON path. */
  readonly where: string;
  /** The fault, for a person. */
  readonly message: string;
  /** The remedy, for a person. */
  readonly remedy: string;
}

/** A file of the release; its digest is for transport. */
export interface ReleaseFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The series of a release: of each goal that has a verdict, in the plan's order, and of metrics as metrics.json asks. */
export interface SeriesFiles {
  readonly goals: readonly (ReleaseFile & { readonly goal: string })[];
  readonly metrics: readonly (ReleaseFile & SeriesOrder)[];
}

/** A dataset as published. */
export interface PublishedDataset {
  /** The contract as given, without its confidential columns where a cube is published. */
  readonly contract: Contract;
  readonly table: string;
  readonly rows: RowCounts;
  /** Rows in the published table. */
  readonly published: number;
  /** SHA-256 over the published rows in canonical order: the same wherever the same rows are. */
  readonly digest: string;
  /** The cost of confidentiality; absent if the rows themselves are published. */
  readonly cube?: CubeReport;
}

/** read = kept + rejected. */
export interface RowCounts {
  readonly read: number;
  readonly kept: number;
  readonly rejected: number;
}

/** The numbers of whole and merged cells of a confidential dataset, and the rule. */
export interface CubeReport {
  /** Cells at the declared grain. */
  readonly cells: number;
  /** Cells of them that were merged to be safe. */
  readonly merged: number;
  /** Cells published. */
  readonly published: number;
  readonly contributors: number;
  readonly dominance: number;
}

/** The file that gauges read. */
export interface Verdicts {
  readonly $schema?: string;
  readonly version: 1;
  readonly plan: { readonly id: string; readonly title: Text; readonly number?: string };
  readonly asOf: Day;
  /** SHA-256 of the manifest that it belongs to: see `digestManifest`. */
  readonly manifest: string;
  readonly verdicts: readonly PublishedVerdict[];
  /** Goals without a verdict. */
  readonly withheld: readonly WithheldGoal[];
}

/** A goal whose figure may not be told, or cannot be computed. */
export interface WithheldGoal {
  readonly goal: string;
  readonly name: Text;
  /** Why; it holds no figure. */
  readonly reason: Bilingual;
}

/** A verdict with all that a reader may ask of it. */
export interface PublishedVerdict extends Verdict {
  readonly name: Text;
  readonly unit: Unit;
  readonly qualifier: Qualifier;
  /** 约束性 or 预期性; absent if the plan does not say. */
  readonly nature?: Nature;
  /** Targets that a later document changed; absent if none was. */
  readonly was?: readonly FormerTarget[];
  readonly direction: Direction;
  readonly period: Period;
  /** Whether it counts things: small counts are drawn as segments. */
  readonly count: boolean;
  readonly clause: Clause;
  /** The result of every published method for the goal, or why it does not apply (METHODS §6). */
  readonly methods: readonly MethodVerdict[];
  /** How the plan's open wording is read. */
  readonly interpretations: readonly Interpretation[];
  readonly source: Text;
  /** The day on which a later figure is due: the last of its datasets' next updates; absent if one of them declares none. */
  readonly nextUpdate?: Day;
  /** The gaps behind the figures; never `silent`. */
  readonly completeness: readonly Completeness[];
  /** Figures that others published instead of its own (METHODS §7); absent if the plan names none. */
  readonly conflicts?: readonly ConflictingFigure[];
  readonly demo: boolean;
  /** The statement over the published database that gives the figures, one row a period; of a total, those of earlier years too. */
  readonly sql: string;
}
