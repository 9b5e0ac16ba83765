/**
 * What the numbers of a cell mean by its number format. `time`: of a day, without one. `span`: hours and more that are
 * counted on, `[h]:mm`.
 */
export type NumberKind = 'number' | 'percent' | 'day' | 'time' | 'span';

/** The formats that every workbook has without declaring them, for Chinese and Thai, too (ECMA-376 Part 1, §18.8.30). */
const ranges: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
  [9, 10, 'percent'],
  [14, 17, 'day'],
  [18, 21, 'time'],
  [22, 22, 'day'],
  [27, 31, 'day'],
  [32, 35, 'time'],
  [36, 36, 'day'],
  [45, 45, 'time'],
  [46, 46, 'span'],
  [47, 47, 'time'],
  [50, 54, 'day'],
  [55, 56, 'time'],
  [57, 58, 'day'],
  [67, 68, 'percent'],
  [71, 74, 'day'],
  [75, 76, 'time'],
  [77, 77, 'day'],
  [78, 78, 'time'],
  [79, 79, 'span'],
  [80, 80, 'time'],
  [81, 81, 'day'],
];

/** What a format means that its workbook does not declare. */
export function builtInKind(id: number): NumberKind {
  return ranges.find(([from, to]) => from <= id && id <= to)?.[2] ?? 'number';
}

/**
 * What a format means by its code.
 *
 * @example
 * formatKind('yyyy"年"m"月"'); // 'day'
 * formatKind('0.0%'); // 'percent'
 */
export function formatKind(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/general|g\/通用格式|g\/標準|g\/標準格式/gi, '')
    .toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(bare)) return 'span';
  const plain = bare
    .replace(/\[[^\]]*\]/g, '')
    .replace(/e[+-]/g, '')
    .replace(/am\/pm|a\/p|上午\/下午/g, 'h');
  // Calendars of other countries count eras (g, e) and years of Buddha (b); weekdays are a.
  if (/[ydegab]/.test(plain)) return 'day';
  if (/[hs]/.test(plain)) return 'time';
  if (plain.includes('m')) return 'day';
  return plain.includes('%') ? 'percent' : 'number';
}
