import type { Text } from '../plan/plan.js';
import { formatShare } from './share.js';
import type { Forecast } from './verdict.js';
import { chanceWord, forecastWords } from './words.js';

/** Where a goal will end, by which method, how surely: a forecast whose figures are shares of the goal's way. */
export function foretell({ method, point, interval, probability }: Forecast, firm: boolean): Text {
  const by = forecastWords[method];
  const end = formatShare(point);
  const range = interval?.map(formatShare);
  const chance = probability === null ? null : formatShare(probability);
  const word = chance && chanceWord(probability!);
  return {
    zh:
      `按${by.zh}，预计期末${firm ? '完成' : '达到争取目标的'}${end}` +
      (range ? `（80%区间为${range.join('至')}）` : '') +
      (word ? `，达到目标的可能性${word.zh}（概率${chance}）` : ''),
    en:
      `${by.en} puts the end at ${end}` +
      (range ? ` (80% interval ${range.join(' to ')})` : '') +
      (word
        ? `; the ${firm ? 'target' : 'aspiration'} is ${word.en} to be reached (probability ${chance})`
        : ''),
  };
}
