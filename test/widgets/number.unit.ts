import { roundFigure } from '@zj/metrics';
import { settle } from '@zj/metrics/internal';
import { expect, test } from 'vitest';
import { random } from '../metrics/goal/random.js';
import { seeds } from '../soak.js';
import { formatNumber, tellQuantities } from '../../packages/widgets/src/locale/number.js';
import { readUnit } from '../../packages/widgets/src/goal-gauge/stand-alone.js';

const yuan = { zh: '元', en: 'yuan', power: 8 };
const pieces = { zh: '件', en: 'applications' };

function tell(
  unit: { zh: string; en: string; power?: number },
  values: readonly (number | null)[],
  locale: 'zh-CN' | 'en',
): string {
  const { tell, unitOf } = tellQuantities(unit, values, locale);
  const shown = values.map((value) => (value === null ? '—' : tell(value)));
  return shown.join(' / ') + unitOf(shown.at(-1)!);
}

test('money is told in 亿 and 万, and in billions and millions', () => {
  expect(tell(yuan, [5036.18, 6000], 'zh-CN')).toBe('5,036 / 6,000亿元');
  expect(tell(yuan, [5036.18, 6000], 'en')).toBe('503.6 / 600 billion yuan');
  expect(tell(yuan, [0.31, 0.5], 'zh-CN')).toBe('3,100 / 5,000万元');
  expect(tell(yuan, [0.31, 0.5], 'en')).toBe('31 / 50 million yuan');
  expect(tell({ zh: '元', en: 'yuan' }, [12_000, 99_999], 'zh-CN')).toBe('12,000 / 99,999元');
});

test('a figure without a unit ends with its last letter, and has a space before it in English', () => {
  const none = { zh: '', en: '' };
  expect(tell(none, [6e9], 'en')).toBe('6 billion');
  expect(tell({ ...none, power: 8 }, [5036.18, 6000], 'en')).toBe('503.6 / 600 billion');
  expect(tell({ ...none, power: 8 }, [5036.18, 6000], 'zh-CN')).toBe('5,036 / 6,000亿');
  expect(tell(none, [71, 100], 'en')).toBe('71 / 100');
  expect(tell(none, [71, 100], 'zh-CN')).toBe('71 / 100');
});

test('a per cent sign stands at its figure, and a word between them apart from both', () => {
  for (const sign of ['%', '％', '‰']) {
    expect(tell({ zh: sign, en: sign }, [5, 7], 'en')).toBe(`5 / 7${sign}`);
    expect(tell({ zh: sign, en: sign }, [5, 7], 'zh-CN')).toBe(`5 / 7${sign}`);
  }
  expect(tell({ zh: '%', en: '%' }, [6e9], 'en')).toBe('6 billion %');
});

test('counts stay counts', () => {
  expect(tell(pieces, [71, 100], 'zh-CN')).toBe('71 / 100件');
  expect(tell(pieces, [71, 100], 'en')).toBe('71 / 100 applications');
  expect(tell(pieces, [1, 2], 'zh-CN')).toBe('1 / 2件');
});

test('the largest figure chooses the scale for all, and a missing one does not', () => {
  expect(tell(yuan, [12, 6000], 'zh-CN')).toBe('12 / 6,000亿元');
  expect(tell(yuan, [null, 6000], 'zh-CN')).toBe('— / 6,000亿元');
  expect(tell(yuan, [null, null], 'zh-CN')).toBe('— / —元');
  expect(tell(yuan, [0, 0], 'zh-CN')).toBe('0 / 0元');
});

test('a figure that falls short of another never reads the same, nor one above nothing like nothing', () => {
  expect(tell(yuan, [5999.96, 6000], 'zh-CN')).toBe('5,999.96 / 6,000亿元');
  expect(tell(yuan, [5999.9, 6000], 'zh-CN')).toBe('5,999.9 / 6,000亿元');
  expect(tell({ ...yuan, power: 4 }, [12, 20_000], 'zh-CN')).toBe('0.0012 / 2亿元');
});

test('a figure far below another is told as it is, not by its first digit rounded', () => {
  expect(tell(pieces, [5, 100_000], 'zh-CN')).toBe('0.0005 / 10万件');
  expect(tell(pieces, [3.4, 2000], 'zh-CN')).toBe('3.4 / 2,000件');
  expect(tell(pieces, [66.5, 2000], 'zh-CN')).toBe('67 / 2,000件');
  expect(tell(pieces, [1e15, 1e9], 'zh-CN')).toBe('1,000 / 0.001万亿件');
  expect(tell(pieces, [-0.4, 1000], 'zh-CN')).toBe('−0.4 / 1,000件');
});

test('figures have six decimals at most; what then still reads as another, or as nothing, is told as near it', () => {
  expect(tell(pieces, [1e15, 1], 'zh-CN')).toBe('1,000 / 略高于0万亿件');
  expect(tell(pieces, [1e15, -1], 'en')).toBe('1,000 / just below 0 trillion applications');
  expect(tell(yuan, [6000 - 1e-8, 6000], 'zh-CN')).toBe('略低于6,000 / 6,000亿元');
  expect(tell(yuan, [6000 + 1e-8, 6000], 'en')).toBe('just above 600 / 600 billion yuan');
  expect(tell(yuan, [1.097603663e19, 15], 'zh-CN')).toBe('1,097,603,663,000,000 / 0.0015万亿元');
  expect(tell(pieces, [2e-9, 3.25e-9], 'zh-CN')).toBe('0.000000002 / 0.0000000033件');
  const { tell: one } = tellQuantities(pieces, [1e15, 1], 'zh-CN');
  expect([one(1, true), one(0, true), one(1e6, true)]).toEqual(['略高于0', '0', '0.000001']);
});

test('no figure has more than six decimals that count, and none is told as another or as nothing', () => {
  for (const seed of seeds('quantities', 4000, 10)) {
    const next = random(seed);
    const figure = (): number =>
      (next() < 0.3 ? -1 : 1) *
      Number((next() * 10 ** Math.round(next() * 30 - 9)).toPrecision(1 + Math.floor(next() * 12)));
    const values = Array.from({ length: 1 + Math.floor(next() * 4) }, figure);
    if (next() < 0.3) values.push(values[0]! * (1 + 10 ** -Math.ceil(next() * 13)));
    const locale = next() < 0.5 ? 'zh-CN' : 'en';
    const { tell: of } = tellQuantities({ ...yuan, power: Math.round(next() * 9) }, values, locale);
    const told = values.map((value) => of(value));
    const why = `seed ${seed}: ${values.join(' ')} told as ${told.join(' ')}`;
    const largest = Math.max(...values.map(Math.abs));
    for (const [at, text] of told.entries()) {
      const decimals = /\.(\d*)/.exec(text)?.[1] ?? '';
      // Where all figures are far below one, the zeros behind the point say nothing.
      const zeros = /[1-9]/.test(of(largest).split('.')[0]!) ? 0 : /\.(0*)/.exec(of(largest))![1]!.length;
      expect(decimals.length - zeros, why).toBeLessThanOrEqual(6);
      expect(text.replace(/\D/g, '').replace(/^0+/, '').length, why).toBeLessThanOrEqual(
        Math.max(10, text.split('.')[0]!.replace(/\D/g, '').length + 2),
      );
      if (values[at] !== 0) expect(/[1-9]|略|just/.test(text), why).toBe(true);
    }
    // Two figures that differ by more than the noise of sums never read alike.
    const pair = values.slice(0, 2);
    if (pair.length > 1 && settle(pair[0]!, pair) !== settle(pair[1]!, pair)) {
      const { tell: ofPair } = tellQuantities(yuan, pair, locale);
      expect(ofPair(pair[0]!), why).not.toBe(ofPair(pair[1]!));
    }
  }
});

test('in full, a figure keeps its decimals, moved as on paper', () => {
  const { tell, unitOf } = tellQuantities(yuan, [5036.18, 6000], 'en');
  expect(tell(5036.18, true) + unitOf('503.618')).toBe('503.618 billion yuan');
  expect(tellQuantities(yuan, [5036.18], 'zh-CN').tell(5036.18, true)).toBe('5,036.18');
});

test('a negative figure has a true minus sign, and nothing is never negative', () => {
  expect(formatNumber(-120.5, 1, 'en')).toBe('−120.5');
  expect(formatNumber(-0, 1, 'zh-CN')).toBe('0');
});

test('a unit as text is read in both languages', () => {
  expect(readUnit('亿元')).toEqual(yuan);
  expect(readUnit('万元')).toEqual({ zh: '元', en: 'yuan', power: 4 });
  expect(readUnit('billion yuan')).toEqual({ zh: '元', en: 'yuan', power: 9 });
  expect(readUnit('million tonnes')).toEqual({ zh: 'tonnes', en: 'tonnes', power: 6 });
  expect(readUnit('件')).toEqual({ zh: '件', en: '件', power: 0 });
  expect(readUnit('')).toEqual({ zh: '', en: '', power: 0 });
  expect(readUnit('billion')).toEqual({ zh: '', en: '', power: 9 });
  expect(readUnit('亿')).toEqual({ zh: '', en: '', power: 8 });
  expect(readUnit('billions')).toEqual({ zh: 'billions', en: 'billions', power: 0 });
});

test('a unit with a line break in it is read, too', () => {
  for (const space of ['\n', '\r\n', '\u2028', '\u2029', '\t', '\u00a0']) {
    expect(readUnit(`billion${space}yuan`)).toEqual({ zh: '元', en: 'yuan', power: 9 });
    expect(readUnit(`亿${space}元`)).toEqual(yuan);
    expect(readUnit(`吨${space}煤`)).toMatchObject({ zh: `吨${space}煤`, power: 0 });
  }
});

test('two figures that only the noise of sums tells apart read the same, also in full', () => {
  const noise = 1_200_000_000 * (1 + 9e-13);
  for (const values of [
    [noise, 1_200_000_000],
    [1_200_000_000, noise],
  ]) {
    const { tell } = tellQuantities(pieces, values, 'zh-CN');
    expect(values.map((value) => [tell(value), tell(value, true)])).toEqual([
      ['12', '12'],
      ['12', '12'],
    ]);
  }
});

test('a figure is rounded half away from zero, by its first 15 digits', () => {
  expect([8.35, -8.35, 8.35 - 1e-15, 8.25].map((value) => formatNumber(value, 1, 'en'))).toEqual([
    '8.4',
    '−8.4',
    '8.4',
    '8.3',
  ]);
});

test('a number is written as Intl writes it in both languages, from the smallest to the largest', () => {
  const formats = Array.from(
    { length: 20 },
    (_, decimals) => new Intl.NumberFormat('en', { maximumFractionDigits: decimals }),
  );
  let seed = 11;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (const locale of ['zh-CN', 'en'] as const) {
    for (let times = 0; times < 20_000; times++) {
      const value = (random() - 0.5) * 10 ** Math.round(random() * 50 - 25);
      // Beyond 15 digits a double says nothing.
      const most = Math.min(Math.max(14 - Math.ceil(Math.log10(Math.abs(value))), 0), 19);
      const decimals = Math.floor(random() * (most + 1));
      const expected = formats[decimals]!.format(roundFigure(value, decimals) || 0);
      expect(formatNumber(value, decimals, locale), `${value}`).toBe(expected.replace('-', '−'));
    }
  }
});
