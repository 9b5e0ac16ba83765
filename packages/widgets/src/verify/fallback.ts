import { printMarkup } from '../drawing/print.js';
import { localeOf, type Locale } from '../locale/locale.js';
import { verifyWords } from './book.js';

/** How the command for a terminal is printed. */
export interface VerifyPrint {
  readonly locale: Locale;
  /** The id of the one goal that is verified. */
  readonly goal?: string;
}

/**
 * The command by which a reader verifies a release from a terminal, for one goal or all.
 *
 * @example verifyCommand('https://park.example/release/manifest.json', 'pct-applications') // 'npx zj verify https://… --goal pct-applications'
 */
export function verifyCommand(address: string, goal = ''): string {
  return `npx zj verify ${quoted(address)}${goal && ` --goal ${quoted(goal)}`}`;
}

/** A word of a command line: quoted where a shell would read more into it. */
function quoted(word: string): string {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * A verification as HTML for inside of its tag: for readers without scripts, the command for a terminal. No style, no class, no id, no
 * script.
 *
 * @example verifyHtml('https://park.example/release/manifest.json', { locale: 'zh-CN' })
 */
export function verifyHtml(address: string, { locale: given, goal }: VerifyPrint): string {
  const locale = localeOf(given);
  const words = verifyWords(locale);
  const command = verifyCommand(address, goal);
  const [before, after] = words.byHand('\n').split('\n') as [string, string];
  return printMarkup([
    ['p', { lang: locale, dir: 'ltr' }, before, ['code', {}, command], after],
    ['p', { lang: locale, dir: 'ltr' }, `${words.proves} ${words.provesNot}`],
  ]);
}
