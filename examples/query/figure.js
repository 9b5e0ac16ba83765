import { language, say, words } from './words.js';

/** The words for powers of ten in which figures are told. */
const scales = {
  zh: [
    [8, '亿'],
    [4, '万'],
    [0, ''],
  ],
  en: [
    [9, 'billion '],
    [6, 'million '],
    [0, ''],
  ],
};

/** A column of figures: the unit in its head, and each figure with as many decimals as the others of its unit. */
export function tellFigures({ values, unit, format = {}, role }, columns) {
  const key = language().startsWith('zh') ? 'zh' : 'en';
  const given = unit?.power ?? 0;
  // 亿元 stay 亿元; in English they are billions, and 万元 millions.
  const [power, word] =
    given === 0 ? [0, ''] : scales[key].find(([one]) => one <= given + (key === 'en' ? 2 : 0));
  const shift = given - power;
  const moved = values.map((value) => (value === null ? null : move(value, shift)));
  const beside = columns.filter(
    (column) => say(column.unit) === say(unit) && column.unit?.power === unit?.power,
  );
  const whole = beside.every((column) =>
    column.values.every((value) => Number.isInteger(move(value ?? 0, shift))),
  );
  const decimals = format.decimals ?? (whole ? 0 : 2);
  const signed = format.sign || ['difference', 'percent', 'contribution'].includes(role);
  const tell = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative',
  });
  return {
    unit: unit ? `${word}${say(unit)}` : '',
    cells: moved.map((value) => (Number.isFinite(value) ? tell.format(value).replace('-', '−') : '—')),
  };
}

/** Moved as on paper: 5036.18 by −1 is 503.618, where a product could end in …800001. */
function move(value, shift) {
  const [digits, exponent = 0] = `${value}`.split('e');
  return Number(`${digits}e${Number(exponent) + shift}`);
}

/** The period of a grain that begins on a day, in words. */
export function tellPeriod(day, grain) {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const zh = language().startsWith('zh');
  switch (grain) {
    case 'year':
      return zh ? `${year}年` : `${year}`;
    case 'half-year':
      return zh ? `${year}年${month <= 6 ? '上' : '下'}半年` : `${year} H${month <= 6 ? 1 : 2}`;
    case 'quarter':
      return zh ? `${year}年第${Math.ceil(month / 3)}季度` : `${year} Q${Math.ceil(month / 3)}`;
    case 'month':
      return zh ? `${year}年${month}月` : day.slice(0, 7);
    case 'week':
      return words().weekOf(day);
    default:
      return day;
  }
}
