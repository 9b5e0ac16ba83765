import type { Translation } from '@zj/metrics';
import { zhCN as metrics } from '@zj/metrics/zh-CN';
import { zhCN } from './translation/zh-CN.js';

/** A language that `zj` speaks. */
export type Language = 'en' | 'zh';

/** The translation of each language. */
export const translations: Readonly<Record<Language, Translation>> = {
  en: {},
  zh: { ...metrics, ...zhCN },
};

/**
 * The language of a name, with any country and encoding; undefined if it is neither.
 *
 * @example
 * readLanguage('zh_CN.UTF-8'); // 'zh'
 */
export function readLanguage(name: string): Language | undefined {
  const [, language] = /^(en|zh)(?:[-_.@].*)?$/i.exec(name) ?? [];
  return language?.toLowerCase() as Language | undefined;
}

/** The language of the output: that of `--lang`, anywhere on the command line, else that of the environment. */
export function languageOf(
  words: readonly string[],
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): Language {
  const typed = words.flatMap((word, i) =>
    word === '--lang' ? (words[i + 1] ?? '') : word.startsWith('--lang=') ? word.slice('--lang='.length) : [],
  );
  const named = readLanguage(typed.at(-1) ?? '');
  if (named !== undefined) return named;
  const set = [LC_ALL, LC_MESSAGES, LANG].find((name) => name !== undefined && name !== '');
  return set !== undefined && /^zh/i.test(set) ? 'zh' : 'en';
}
