import { join } from 'node:path';
import type { Manifest, Problem } from '@zj/metrics';
import type { Terminal } from '../command.js';
import type { Computed } from './computing.js';
import type { SourceFolder } from './source.js';
import type { Warning } from './warning.js';

/** Prints warnings, or gives them as the problems that they are where the work is strict. */
export function tellWarnings(
  warnings: readonly Warning[],
  strict: boolean,
  terminal: Terminal,
): readonly Problem[] {
  const own = warnings.flatMap((one) => one.own ?? []);
  if (strict) return own;
  for (const warning of own) terminal.note(warning);
  return [];
}

/** Problems that publishing goes on with, as warnings with line and column: they tell nothing confidential. */
export function locateWarnings(
  problems: readonly Problem[],
  { locate }: Pick<SourceFolder, 'locate'>,
): readonly Warning[] {
  return locate(problems).map((one) => ({ own: one, published: one }));
}

/** Prints why goals are published without a figure. */
export function tellWithheld(
  { withheld }: Computed,
  { locate }: Pick<SourceFolder, 'locate'>,
  terminal: Terminal,
): void {
  for (const note of locate(withheld.map((one) => one.note))) terminal.note(note);
}

/** Warnings as the manifest keeps them: they are the same for every place of the source folder and every language. */
export function publishedWarnings(warnings: readonly Warning[], folder: string): Manifest['warnings'] {
  const above = join(folder, 'x').slice(0, -1);
  return warnings.flatMap(({ published }) => {
    if (!published) return [];
    const { code, where, message, remedy } = published;
    const own = where.startsWith(above) ? where.slice(above.length) : where;
    return [{ code, where: own.replaceAll('\\', '/'), message, remedy }];
  });
}
