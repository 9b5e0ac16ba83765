import { describe, expect, it } from 'vitest';
import { pinyinInitials, rankByPinyin } from '../../../packages/widgets/src/locale/pinyin.js';
import { syllables } from './syllables.js';

/** The promises of pinyin, wherever there is a Chinese order. */
export function promisePinyin(where: string): void {
  describe(`pinyin in ${where}`, () => {
    it('gives the first letter of each common character', () => {
      const wrong = Object.entries(syllables).flatMap(([letter, characters]) =>
        [...characters]
          .filter((one) => pinyinInitials(one) !== letter)
          .map((one) => `${one} ${letter} ${pinyinInitials(one)}`),
      );
      expect(wrong).toEqual([]);
      expect(Object.values(syllables).join('').length).toBeGreaterThan(400);
    });

    it('gives the letters of a text, one after another', () => {
      const all = Object.entries(syllables).flatMap(([letter, characters]) =>
        [...characters].map((one) => [one, letter] as const),
      );
      let seed = 3;
      for (let i = 0; i < 300; i++) {
        const picked = Array.from({ length: 1 + (i % 9) }, () => {
          seed = (seed * 48271) % 2147483647;
          return all[seed % all.length]!;
        });
        expect(pinyinInitials(picked.map(([one]) => one).join(''))).toBe(
          picked.map(([, letter]) => letter).join(''),
        );
      }
    });

    it('keeps letters and digits, also in full width, and leaves out all else', () => {
      expect(pinyinInitials('5G 通信（ＡＩ）·2026年')).toBe('5gtxai2026n');
      expect(pinyinInitials('かな 😀、é')).toBe('');
      expect(pinyinInitials('高端装备制造')).toBe('gdzbzz');
      expect(pinyinInitials('')).toBe('');
    });

    it('leaves out characters that nobody reads', () => {
      expect(pinyinInitials('𠀀𠀁')).toBe('');
    });

    it('has one reading of a character that has several', () => {
      expect(pinyinInitials('重庆')).toMatch(/^[cz]q$/);
    });

    it('orders texts by their letters, each once', () => {
      const values = ['生物医药', '集成电路', '人工智能', '集成电路', '高端装备', ''];
      expect(rankByPinyin(values)).toEqual(['', '高端装备', '集成电路', '人工智能', '生物医药']);
      const all = Object.values(syllables).flatMap((characters) => [...characters]);
      const letters = rankByPinyin(all)!.map((one) => pinyinInitials(one)!);
      expect(letters).toEqual([...letters].sort());
    });
  });
}
