import { say } from '@zj/metrics/internal';
import { isDay, type Day, type Problem } from '@zj/metrics';
import { usage, type Invocation, type Command, type HelpPart } from '../command.js';

/** The terms of reading a source: the same for `zj check` and `zj publish`. */
export interface Terms {
  /** The day on which goals are judged; the last day that any dataset covers where absent. */
  readonly asOf?: Day;
  /** The day of the run: nothing is reported beyond it. */
  readonly today: Day;
  /** Up to so many rejected rows in all do not stop the work. */
  readonly maxRejects: number;
  /** Whether a warning is a problem. */
  readonly strict: boolean;
}

/** The options that say so. */
export const termOptions: Command['options'] = {
  'as-of': { type: 'string' },
  today: { type: 'string' },
  'max-rejects': { type: 'string' },
  strict: { type: 'boolean' },
};

/** Their part of a command's help. */
export const termHelp: NonNullable<HelpPart['names']> = [
  [
    '--as-of DAY',
    say`the day on which the goals are judged, such as 2026-10-31 (default: the last day that any of the datasets covers); rows of periods that end later are left out`,
  ],
  ['--today DAY', say`the day of the run (default: this machine's): no data may be reported after it`],
  [
    '--max-rejects N',
    say`continue if at most N rows in all break their contract (default 0); they are left out, and of rows with the same key the first is kept`,
  ],
  ['--strict', say`a warning is a problem`],
];

/** Reads the options; all problems at once. */
export function readTerms(values: Invocation['values']): {
  readonly terms?: Terms;
  readonly problems: readonly Problem[];
} {
  const typed = values as Readonly<Record<string, string | undefined>>;
  const { 'as-of': asOf, today = dayOfRun(new Date()), 'max-rejects': most = '0' } = typed;
  const problems: Problem[] = [];
  for (const [name, day] of [
    ['--as-of', asOf],
    ['--today', today],
  ] as const) {
    if (day === undefined || isDay(day)) continue;
    const message = say`"${String(day)}" is not a day of the calendar.`;
    problems.push(usage(name, message, say`Write it like 2026-10-31.`));
  }
  if (!/^\d{1,9}$/.test(most)) {
    const remedy = say`Write digits only, such as --max-rejects 10.`;
    problems.push(usage('--max-rejects', say`"${most}" is not a number of rows.`, remedy));
  }
  if (problems.length > 0) return { problems };
  const strict = values.strict === true;
  return {
    terms: { ...(asOf !== undefined && { asOf }), today, maxRejects: Number(most), strict },
    problems: [],
  };
}

/** The calendar's day where this machine stands. */
function dayOfRun(now: Date): Day {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month!}-${day!}`;
}
