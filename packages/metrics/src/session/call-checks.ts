import { checkCall, checkFunction, checkKeys, checkList, checkObject, checkText } from '../base/argument.js';
import type { Day } from '../base/day.js';
import { checkDatabaseName } from '../engine/contents.js';
import type { CallOptions } from '../engine/engine.js';
import type { VerifyOptions } from '../release/verification.js';

// A page in JavaScript may pass anything to a session.

/** How a goal is judged. */
export type JudgeCall = CallOptions & { readonly asOf?: Day };

/** Throws `REFUSED` for values that are no names and addresses of releases. */
export function checkBeside(beside: unknown): void {
  checkObject('options.beside', beside);
  for (const [name, address] of Object.entries(beside as Readonly<Record<string, unknown>>)) {
    checkDatabaseName('options.beside', name);
    checkText(`options.beside.${name}`, address);
  }
}

/** Throws `REFUSED` for arguments of judging that are none. */
export function checkJudging(id: unknown, options: JudgeCall): void {
  checkText('goal', id);
  checkCall(options);
  checkKeys('options', options, ['asOf', 'signal', 'deadline', 'onProgress']);
  if (options.asOf !== undefined) checkText('options.asOf', options.asOf);
}

/** Throws `REFUSED` for arguments of verifying that are none. */
export function checkVerifying(options: VerifyOptions): void {
  checkCall(options);
  if (options.shown !== undefined) checkShownVerdicts(options.shown);
  if (options.onStep !== undefined) checkFunction('options.onStep', options.onStep);
}

/** Throws `REFUSED` if a page's `shown` is no list of verdicts. */
function checkShownVerdicts(shown: unknown): void {
  const isFile = typeof shown === 'object' && shown !== null && 'verdicts' in shown;
  const list = isFile ? shown.verdicts : shown;
  checkList(isFile ? 'options.shown.verdicts' : 'options.shown', list);
  for (const one of list) checkObject('options.shown', one);
}
