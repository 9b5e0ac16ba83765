import { describe, expect, it } from 'vitest';
import { pinyinInitials, rankByPinyin } from '../../../packages/widgets/src/locale/pinyin.js';
import { promisePinyin } from './pinyin-promises.js';

promisePinyin('Node');

describe('without a Chinese order', () => {
  it('nothing is said', async () => {
    const supported = Intl.Collator.supportedLocalesOf.bind(Intl.Collator);
    Intl.Collator.supportedLocalesOf = () => [];
    try {
      const copy = '../../../packages/widgets/src/locale/pinyin.js?copy';
      const fresh = (await import(copy)) as typeof import('../../../packages/widgets/src/locale/pinyin.js');
      expect(fresh.pinyinInitials('集成电路')).toBeUndefined();
      expect(fresh.rankByPinyin(['集成电路'])).toBeUndefined();
    } finally {
      Intl.Collator.supportedLocalesOf = supported;
    }
    expect(pinyinInitials('集成电路')).toBe('jcdl');
    expect(rankByPinyin([])).toEqual([]);
  });
});
