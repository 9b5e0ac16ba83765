import { wordsIn, type Manifest } from '@zj/metrics';
import { say } from '@zj/metrics/internal';
import type { Parameter, Sentence } from '@zj/metrics';
import type { Table, Terminal } from '../command.js';
import { formatCount } from '../terminal.js';
import type { Check } from './checks.js';

/** How the checks are told. */
export interface TellOptions {
  /** Whether the statements are printed, too. */
  readonly sql: boolean;
  /** The one goal whose checks are told; those that differ always are. */
  readonly goal: string | undefined;
}

/** The release that is checked. */
export function tellRelease({ plan, asOf, demo }: Manifest, place: string, terminal: Terminal): void {
  const title = wordsIn(plan.document.title, 'zh').words;
  terminal.print(demo ? say`${title}, as of ${asOf} (示例数据, demo data)` : say`${title}, as of ${asOf}`);
  terminal.print(say`${place}`);
}

/** The checks, a line each, then the differences, then the statements where they are asked for. */
export function tellChecks(all: readonly Check[], { sql, goal }: TellOptions, terminal: Terminal): void {
  const checks = all.filter((one) => goal === undefined || one.goal === goal || !one.equal);
  terminal.table(tabulate(checks));
  for (const { name, differences } of checks) {
    for (const one of differences) terminal.print(say`${name}: ${one}`);
  }
  if (!sql) return;
  for (const { kind, name, step } of checks) {
    for (const { sql: text, rows, milliseconds } of step?.statements ?? []) {
      terminal.print(say``);
      terminal.print(say`-- ${kind} ${name}: ${formatCount(rows)} rows, ${milliseconds.toFixed(1)} ms`);
      terminal.print(say`${text};`);
    }
  }
}

function tabulate(checks: readonly Check[]): Table {
  const rows = checks.map(({ kind, name, equal, figure, step }): readonly Parameter[] => {
    const count = step?.statements.reduce((sum, one) => sum + one.rows, 0);
    return [
      equal ? say`equal` : say`NOT EQUAL`,
      kind,
      name,
      step && step.statements.length > 0 ? formatCount(count!) : '–',
      step ? step.milliseconds.toFixed(0) : '–',
      figure,
    ];
  });
  const header = [say`result`, say`step`, say`name`, say`rows`, say`ms`, say`as published`];
  return { rows: [header, ...rows], right: [3, 4] };
}

/** The last line: everything is equal, or it is not, and the meaning of that. */
export function outcomeOf(checks: readonly Check[], equal: boolean): Sentence {
  const different = checks.filter(({ equal }) => !equal).length;
  if (equal)
    return say`Equal: all ${checks.length} checks. This proves that the published figures follow from the published data by the published method; it does not prove that the data are true.`;
  const proof = say`This proves that the release does not follow from the published data by the published method; it does not prove which of the two is right.`;
  return different === 0
    ? say`Not equal: the release cannot be computed again from its own files. ${proof}`
    : say`Not equal: ${different} of ${checks.length} checks. ${proof}`;
}
