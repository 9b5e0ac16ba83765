import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import type { Bound, Formula, LimitGrain, Nature, Range } from './target-kind.js';

/** Days from `start` to `end`, both inclusive. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** A policy document as data: its goals, areas and tasks, safeguards and organisations, each with its own words. */
export interface Plan {
  readonly $schema?: string;
  readonly version: 1;
  /** Names the release and its database: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** The month, 1 to 12, with which the years of its goals begin; 1 where absent. The contracts of their datasets give the same. */
  readonly fiscalStart?: number;
  readonly document: PlanDocument;
  readonly goals: readonly Goal[];
  readonly themes: readonly Theme[];
  readonly areas: readonly Area[];
  /** The dataset with the reports on its tasks: `tasks`; absent where nobody reports. */
  readonly taskReports?: string;
  readonly safeguards: readonly Safeguard[];
  readonly organisations: readonly Organisation[];
  readonly ladder?: Ladder;
  readonly platforms: readonly Platform[];
  readonly places: readonly Text[];
  readonly funds: readonly Text[];
  /** Events that a reader of its figures should know: marks and bands in charts. */
  readonly events?: readonly PlanEvent[];
  /** Facts about the document as a whole that a reader must know, such as that it states no baseline. */
  readonly notes: readonly Text[];
}

/** Something that happened on a day, or lasted from a day to another, beside the figures of a plan. */
export interface PlanEvent {
  readonly id: string;
  readonly name: Text;
  /** Its day, or the first one. */
  readonly date: Day;
  /** The last day of a stretch of time. */
  readonly until?: Day;
  readonly note?: Text;
  /** Where it can be read. */
  readonly document?: CitedDocument;
  /** The goals and metrics that it concerns, by their ids; all of them where neither is given. */
  readonly goals?: readonly string[];
  readonly metrics?: readonly string[];
  /** Whether it is made up, for demonstration. */
  readonly demo?: boolean;
}

/** The document a plan comes from. */
export interface PlanDocument {
  readonly title: Text;
  /** The notice that issues the document. */
  readonly notice?: Text;
  /** 发文字号, such as 浦府〔2025〕42号; a collection from several documents has none. */
  readonly number?: string;
  /** 索引号. */
  readonly index?: string;
  readonly issuer: Text;
  readonly publisher?: Text;
  /** 印发机关. */
  readonly printingOffice?: Text;
  /** 公开属性, such as 主动公开. */
  readonly openness?: Text;
  readonly publicNote?: Text;
  readonly signed?: Day;
  readonly published?: Day;
  readonly printed?: Day;
  readonly period: Period;
  /** 主送. */
  readonly addressees?: Text;
  /** 抄送. */
  readonly copied?: Text;
  /** Documents that this one carries out. */
  readonly basis: readonly Text[];
  readonly vision?: Text;
  readonly leadingIndustry?: Text;
  readonly featureIndustry?: Text;
  readonly aim?: Text;
  readonly interpretations: readonly Interpretation[];
}

/** A question that the document leaves open, and this plan's reading of it: shown to the reader, never a silent choice. */
export interface Interpretation {
  readonly question: Text;
  readonly reading: Text;
}

/** One of the document's headline aims (一是 … 四是), with or without figures. */
export interface Theme {
  readonly id: string;
  /** As the document counts: 一是. */
  readonly ordinal: string;
  readonly title: Text;
}

/** A metric, a target, a period and a qualifier. Rules: METHODS §2 and §8. */
export interface Goal {
  readonly id: string;
  readonly name: Text;
  /** The metric whose figures the goal judges. */
  readonly metric: string;
  /** The theme it belongs to. */
  readonly theme?: string;
  readonly clause: Clause;
  readonly qualifier: Qualifier;
  /** `null` where the document sets no figure, a range, or a formula. */
  readonly target: number | null;
  /** The target is a bound to keep, not a figure to reach. */
  readonly bound?: Bound;
  /** A range to keep; `target` is then `null`. */
  readonly range?: Range;
  /** How the target follows from the baseline; `target` is then `null`. */
  readonly formula?: Formula;
  /** Targets that a later document changed, the oldest first. */
  readonly was?: readonly FormerTarget[];
  /** 约束性 or 预期性, beside the qualifier. */
  readonly nature?: Nature;
  readonly unit: Unit;
  readonly deadline: Text;
  readonly period: Period;
  readonly accumulate: Accumulate;
  /** Where absent, that of the formula or the bound, else `increase`; `decrease` only for a level. */
  readonly direction?: Direction;
  readonly baseline?: Baseline | null;
  /** `true`: a level that must still stand at the end date to count as achieved. `each-period`: a bound or a range that every period has to keep. */
  readonly hold?: boolean | 'each-period';
  /** The periods that a limit holds in; where absent, those of the dataset. */
  readonly grain?: LimitGrain;
  /** Values that the plan sets for days on the way: the `path` schedule. */
  readonly milestones?: readonly Milestone[];
  readonly thresholds?: Partial<Thresholds>;
  /** A published method to read the goal by, beside its status: METHODS §6. */
  readonly method?: Method;
  /** A figure that others published instead of the metric's: shown beside it with its source, never judged (METHODS §7). */
  readonly conflicts?: readonly ConflictingFigure[];
  readonly interpretations: readonly Interpretation[];
}

/** A published figure that contradicts the one that a goal uses, in the goal's unit. */
export interface ConflictingFigure {
  readonly value: number;
  /** The last day of its period. */
  readonly date: Day;
  readonly source: Text;
}

/** Whether more is better, or less. */
export type Direction = 'increase' | 'decrease';

/** `total`: a flow summed over the period. `since`: events counted from its first day. `level`: the latest figure of a stock. `average`: the average of the period. */
export type Accumulate = 'total' | 'since' | 'level' | 'average';

/** The document's own words for a goal, and where they stand. */
export interface Clause {
  readonly quote: Text;
  readonly verb?: Text;
  /** The document that the clause is from, where it is not the plan's own. */
  readonly document?: CitedDocument;
}

/** A document that a clause is from, and where it can be read. */
export interface CitedDocument {
  readonly title: Text;
  /** 发文字号. */
  readonly number?: string;
  /** The address of a page that holds it, or tells of it. */
  readonly url?: string;
}

/** A target that a later document changed. */
export interface FormerTarget {
  /** `null` where it was a range. */
  readonly target: number | null;
  readonly range?: Range;
  /** The last day on which it held. */
  readonly until: Day;
  /** The document that changed it. */
  readonly document: CitedDocument;
  readonly reason: Text;
}

/** 完成 is a commitment, 争取 an aspiration. */
export type Qualifier = Text & {
  readonly binding: 'firm' | 'aspirational';
};

/** Where a level stood, and on which day. */
export interface Baseline {
  readonly value: number;
  readonly date: Day;
}

/** A value that is due on a day. */
export interface Milestone {
  readonly date: Day;
  readonly value: number;
}

/** Published methods of METHODS §6. */
export type PublishedMethod = 'open-sdg' | 'un-chart' | 'destatis' | 'escap' | 'linear';

/** How a goal can be read: by METHODS §1–5, or by a published method beside it. */
export type Method = 'default' | PublishedMethod;

/** Where one status ends and the next begins (METHODS §4); shares and probabilities from 0 to 1. */
export interface Thresholds {
  /** Below this share of the schedule it is too early to judge: 0.10. */
  readonly tooEarly: number;
  /** Pace ratio from which a goal is on track: 0.95. */
  readonly onTrack: number;
  /** Pace ratio from which a goal is at risk rather than off track: 0.60. */
  readonly atRisk: number;
  /** Probability from which a small count is on track: 0.50. */
  readonly onTrackProbability: number;
  /** Probability from which a small count is at risk: 0.20. */
  readonly atRiskProbability: number;
  /** Counts up to this target are judged by probability: 12. */
  readonly smallCount: number;
}

/** A part of the plan with its tasks. */
export interface Area {
  readonly id: string;
  readonly ordinal: string;
  readonly title: Text;
  readonly tasks: readonly Task[];
}

/** A task and its measures. */
export interface Task {
  /** `A1.2`: area and number. */
  readonly id: string;
  readonly title: Text;
  readonly measures: readonly Text[];
}

/** How the plan is to be carried out and supported. */
export interface Safeguard {
  readonly ordinal: string;
  readonly title: Text;
  readonly measures: readonly Text[];
}

/** Who has a part in the plan. */
export type Organisation = Text & {
  readonly role: Text;
};

/** The tiers of enterprises that a plan cultivates, highest first. */
export interface Ladder {
  readonly quote: Text;
  /** The register whose events lead to its tiers; absent where no enterprise is counted. */
  readonly register?: LadderRegister;
  readonly tiers: readonly Tier[];
}

/** A dataset of events, one a row, and its columns that a ladder reads; the contract names the column of the day. */
export interface LadderRegister {
  readonly dataset: string;
  /** The column that names the event; its contract lists the values. */
  readonly event: string;
  /** The column that names the enterprise. */
  readonly subject: string;
}

/** One step of the ladder. */
export interface Tier {
  readonly id: string;
  readonly name: Text;
  /** How the plan supports its enterprises. */
  readonly support: Text;
  /** The goal that counts them. */
  readonly goal?: string;
  /** The events of the register that lead to it: an enterprise holds it from the day of one. */
  readonly events?: readonly string[];
  /** The events that end it, from their day on; where absent, nothing does. */
  readonly until?: readonly string[];
}

/** A platform, programme or service that a task sets up or relies on. */
export interface Platform {
  readonly id: string;
  readonly name: Text;
  /** A name for programs: `service-platform`. */
  readonly kind: string;
  /** The task, `A4.1`. */
  readonly task: string;
}
