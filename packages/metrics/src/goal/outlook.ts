import type { Qualifier } from '../plan/plan.js';
import type { Bilingual } from '../base/text.js';
import { methodNames } from './methods/words.js';
import { formatShare } from './share.js';
import type { Forecast, MethodVerdict } from './verdict.js';
import { chanceWord, forecastWords, formatChance } from './words-of-forecasts.js';

/** Where a goal will end, by which method, how surely: a forecast whose figures are shares of the goal's way. */
export function foretell(
  { method, point, interval, probability }: Forecast,
  qualifier: Pick<Qualifier, 'binding'>,
): Bilingual {
  const firm = qualifier.binding === 'firm';
  const by = forecastWords[method];
  const end = formatShare(point);
  const range = interval?.map((share) => formatShare(share));
  const chance = probability === null ? null : formatChance(probability);
  const word = chance && chanceWord(probability!);
  return {
    zh:
      `按${by.zh}，预计期末${firm ? '完成' : '达到争取目标的'}${end}` +
      (range ? `（80%区间为${range.join('至')}）` : '（历史数据不足，没有区间和概率）') +
      (word ? `，达到目标的可能性${word.zh}（概率${chance}）` : ''),
    en:
      `${end} is expected at the end (by ${by.en}, ` +
      (range ? `80% interval ${range.join(' to ')})` : 'with too little history for an interval)') +
      (word
        ? `, and the ${firm ? 'target' : 'aspiration'} is ${word.en} to be reached (probability ${chance})`
        : ''),
  };
}

/** How much of a ceiling will be used: a forecast whose figures are shares of it. */
export function foretellUse({ method, point, interval, probability }: Forecast): Bilingual {
  const by = forecastWords[method];
  const end = formatShare(point);
  const range = interval?.map((share) => formatShare(share));
  const chance = probability === null ? null : formatChance(probability);
  const word = chance && chanceWord(probability!);
  return {
    zh:
      `按${by.zh}，预计期末为上限的${end}` +
      (range ? `（80%区间为${range.join('至')}）` : '（历史数据不足，没有区间和概率）') +
      (word ? `，不超过上限的可能性${word.zh}（概率${chance}）` : ''),
    en:
      `${end} of the ceiling is expected at the end (by ${by.en}, ` +
      (range ? `80% interval ${range.join(' to ')})` : 'with too little history for an interval)') +
      (word ? `, and the ceiling is ${word.en} to be kept (probability ${chance})` : ''),
  };
}

/** The result of a published method, as part of another sentence. */
export function citeMethod({ method, words }: MethodVerdict): Bilingual {
  const { zh, en } = methodNames[method];
  return { zh: `${zh}：${words.zh.slice(0, -1)}`, en: `${en}: ${words.en.slice(0, -1)}` };
}
