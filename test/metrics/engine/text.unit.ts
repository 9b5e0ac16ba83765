import { expect, test } from 'vitest';
import { encodeTexts } from '../../../packages/metrics/src/engine/text.js';

test('texts are encoded one behind the other, as the platform encodes each', () => {
  const texts = [
    ...['', 'a', '\u007f\u0080\u07ff\u0800', '汉字', '🏭', 'a\0b', '\uffff\u{10000}\u{10ffff}'],
    ...['\ud83c', '\udfed', '\ud83cx', 'x\udfed\ud83c', null, 'end'],
  ];
  const { data, valueOffsets } = encodeTexts(texts);
  expect(valueOffsets.length).toBe(texts.length + 1);
  texts.forEach((text, i) => {
    const bytes = data.subarray(valueOffsets[i], valueOffsets[i + 1]);
    expect(bytes, JSON.stringify(text)).toEqual(new TextEncoder().encode(text ?? ''));
  });
  expect(valueOffsets.at(-1)).toBe(data.length);
});
