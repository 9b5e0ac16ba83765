import type { Bilingual } from '../base/text.js';
import { unitAfter, type Unit } from '../base/unit.js';
import { movePoint } from './print.js';

/** Words for powers of ten, largest first: a figure is told in the largest one that its unit reaches. */
const scales = {
  zh: [
    [12, '万亿'],
    [8, '亿'],
    [4, '万'],
    [0, ''],
  ],
  en: [
    [12, 'trillion'],
    [8, 'billion'],
    [4, 'million'],
    [0, ''],
  ],
} as const;

/** The power of ten that a word stands for. */
const powers: Readonly<Record<string, number>> = {
  万亿: 12,
  亿: 8,
  万: 4,
  trillion: 12,
  billion: 9,
  million: 6,
};

/**
 * A figure with its unit as text, in full to 15 significant digits.
 *
 * @example formatQuantity(5036.18, { zh: '元', en: 'yuan', power: 8 }) // { zh: '5036.18亿元', en: '503.618 billion yuan' }
 */
export function formatQuantity(figure: number, unit: Unit): Bilingual {
  const tell = (language: 'zh' | 'en'): readonly [figure: string, word: string] => {
    const power = unit.power ?? 0;
    const [, word] = scales[language].find(([from]) => power >= from) ?? [0, ''];
    const moved = Number(movePoint(figure, power - (powers[word] ?? 0)).toPrecision(15));
    return [String(moved).replaceAll('-', '−'), word];
  };
  const [zh, zhWord] = tell('zh');
  const [en, enWord] = tell('en');
  const words = [en, enWord, unitAfter(unit, 'en', en === '1' && !enWord)].filter(Boolean);
  return {
    zh: zh + zhWord + unitAfter(unit, 'zh', zh === '1' && !zhWord),
    en: words.join(' ').replace(' %', '%'),
  };
}
