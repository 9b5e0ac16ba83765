/** How a goal stands on a board: its status, or why it has none. */
export type Standing = (typeof standings)[number];

/** All of them, in the order in which they are counted; see {@link judged}. */
export const standings = [
  'achieved',
  'on-track',
  'kept-so-far',
  'at-risk',
  'off-track',
  'missed',
  'not-begun',
  'no-data',
  'not-assessable',
  'withheld',
] as const;

/** How many of them, from the first on, are of goals that are judged. */
export const judged = 6;

/** The standing whose colour and icon it has: a limit that holds so far has those of a goal on track. */
export function lookOf(standing: Standing): Exclude<Standing, 'kept-so-far'> {
  return standing === 'kept-so-far' ? 'on-track' : standing;
}

/** The orders that a reader can choose. */
export const orders = ['plan', 'status', 'gap'] as const;
export type Order = (typeof orders)[number];

/** The words of a board of goals in one language. */
export interface GoalBoardWords {
  /** The name of the element. */
  readonly title: string;
  /** Nothing says which goals are shown. */
  readonly noInput: string;
  /** How many goals there are, and how many of them are judged. */
  readonly summary: (parts: {
    readonly all: number;
    readonly judged: number;
    /** The title of the plan; empty where it is not known. */
    readonly plan: string;
    /** The day up to which all figures count; empty where they differ. */
    readonly day: string;
  }) => string;
  /** That the goals without a verdict are counted apart. */
  readonly apart: string;
  /** Before the buttons with the counts. */
  readonly filter: string;
  readonly all: string;
  readonly notBegun: string;
  /** A count for those who only hear it. */
  readonly count: (word: string, count: number) => string;
  readonly search: string;
  /** How to search where a goal can be found by the first letters of its pinyin. */
  readonly byPinyin: string;
  readonly order: string;
  readonly orders: Readonly<Record<Order, string>>;
  /** How many goals are shown of all. */
  readonly shown: (count: number, all: number) => string;
  /** In place of rows. */
  readonly none: string;
  readonly showAll: string;
  /** Goals of no theme, below those of themes. */
  readonly otherGoals: string;
  /** How many goals a group has. */
  readonly goals: (count: number) => string;
  readonly heads: {
    readonly goal: string;
    readonly status: string;
    readonly progress: string;
    readonly figure: string;
    readonly expected: string;
    readonly needed: string;
    readonly through: string;
    readonly source: string;
  };
  /** The heads of the table that readers save, beside those above. */
  readonly exact: Readonly<Record<'actual' | 'target' | 'baseline' | 'unit' | 'reason', string>>;
  /** The key of the bars. */
  readonly key: string;
  /** What is still needed of a few things that are counted. */
  readonly inAll: (amount: string) => string;
  /** The figure that decides the status. */
  readonly neededSentence: (total: string, months: string, each: string) => string;
  readonly clause: string;
  readonly quote: (text: string) => string;
  /** The number of a document, after its title. */
  readonly brackets: (text: string) => string;
  readonly why: string;
  readonly outlook: string;
  readonly nextUpdate: (day: string) => string;
  /** What opens all figures, formulas and the SQL of a goal. */
  readonly behind: string;
  readonly behindOf: (name: string) => string;
  /** Verdicts that are damaged, or of which a goal has two. */
  readonly unreadable: (count: number) => string;
  /** Goals of the plan that the file does not name. */
  readonly missing: (count: number) => string;
}
