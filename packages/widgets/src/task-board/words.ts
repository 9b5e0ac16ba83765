/** How far a task or a measure is: as reported, or that nobody has reported. */
export type State = 'done' | 'under-way' | 'not-started' | 'stopped' | 'none';

/** The words of a board of tasks in one language. */
export interface BoardWords {
  /** The name of the element. */
  readonly title: string;
  /** Nothing says which tasks are shown. */
  readonly noInput: string;
  readonly states: Readonly<Record<State, string>>;
  /** So many of a state, in a list: 已完成3项. */
  readonly ofState: (state: State, count: string) => string;
  /** All tasks, and how many of each state there are. */
  readonly summary: (tasks: number, areas: number, states: readonly string[]) => string;
  /** Above the buttons. */
  readonly filter: string;
  readonly all: string;
  /** After a reader has chosen a state. */
  readonly shown: (count: number) => string;
  readonly area: (ordinal: string, title: string) => string;
  readonly tasks: (count: number, done: number) => string;
  /** The measures of a task, those that are done, and those without a report. */
  readonly measures: (count: number, done: number, unreported: number) => string;
  readonly reported: (day: string, reporter: string) => string;
  readonly noReport: string;
  readonly since: (state: State, day: string) => string;
  readonly due: (day: string) => string;
  readonly note: (note: string) => string;
  readonly evidence: (host: string) => string;
  /** The list of the measures of a task. */
  readonly measuresOf: (task: string) => string;
  readonly changes: (count: number) => string;
  /** A state, the day on which it began if anybody told it, and the day of the report. */
  readonly change: (state: State, since: string, reported: string) => string;
  readonly safeguards: (count: number) => string;
  readonly asReported: string;
  readonly rejected: (rejected: string, read: string) => string;
  readonly plan: (title: string, number: string) => string;
  readonly columns: Readonly<
    Record<'task' | 'state' | 'due' | 'reported' | 'reporter' | 'note' | 'changes', string>
  >;
  /** The heads of the area and of the evidence, in the table that readers save. */
  readonly areaHead: string;
  readonly evidenceHead: string;
  /** Between two changes in a cell. */
  readonly semicolon: string;
}
