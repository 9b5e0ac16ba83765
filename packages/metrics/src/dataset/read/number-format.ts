/**
 * The meaning of a cell's numbers by its number format. `time`: of a day, without one. `span`: hours and more that are
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

/** The meaning of a format that its workbook does not declare. */
export function builtInKind(id: number): NumberKind {
  return ranges.find(([from, to]) => from <= id && id <= to)?.[2] ?? 'number';
}

/** The meaning of a number by its format: each section holds for some numbers. */
export type NumberFormat = (value: number) => NumberKind;

/**
 * The meaning of a format's code, by the section that applies to a number: by its own condition, else by the number's sign. A
 * section that shows nothing of a number, such as `"-"`, takes the meaning of the first section that does.
 *
 * @example
 * readFormat('yyyy"年"m"月"')(45658); // 'day'
 * readFormat('[<1]0.0%;0.0')(5.2); // 'number'
 */
export function readFormat(code: string): NumberFormat {
  const parts = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/general|g\/通用格式|g\/標準格式|g\/標準/gi, '0')
    .toLowerCase()
    .split(/;(?![^[]*\])/);
  // A section of texts is the fourth, or the last, which has an @.
  const ofNumbers = parts.slice(0, parts.length < 4 && parts.at(-1)!.includes('@') ? -1 : 3);
  const sections = ofNumbers.map((part): Section => ({ kind: sectionKind(part), holds: conditionOf(part) }));
  const byDefault = sections.find(({ kind }) => kind !== undefined)?.kind ?? 'number';
  const section = sections.some(({ holds }) => holds) ? sectionByCondition : sectionBySign;
  return (value) => {
    const found = section(sections, value);
    return found ? (found.kind ?? byDefault) : 'number';
  };
}

interface Section {
  /** `undefined` where it shows nothing of a number. */
  readonly kind: NumberKind | undefined;
  /** Its own condition. */
  readonly holds: ((value: number) => boolean) | undefined;
}

function sectionBySign(sections: readonly Section[], value: number): Section | undefined {
  const at = value > 0 ? 0 : value < 0 ? 1 : 2;
  return sections[at] ?? sections[0];
}

/** The first whose condition holds. One without a condition is for all others, except the first, which is for numbers above 0. */
function sectionByCondition(sections: readonly Section[], value: number): Section | undefined {
  return sections.find(({ holds }, i) => holds?.(value) ?? (i > 0 || value > 0));
}

function conditionOf(part: string): Section['holds'] {
  const [, sign, written] = /\[(<=|>=|<>|<|>|=)\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\]/.exec(part) ?? [];
  if (sign === undefined) return undefined;
  const limit = Number(written);
  return (value) => {
    if (sign === '<>') return value !== limit;
    return (
      (sign.includes('<') && value < limit) ||
      (sign.includes('>') && value > limit) ||
      (sign.includes('=') && value === limit)
    );
  };
}

function sectionKind(part: string): NumberKind | undefined {
  if (/\[(h+|m+|s+)\]/.test(part)) return 'span';
  const plain = part
    .replace(/\[[^\]]*\]/g, '')
    .replace(/e[+-]/g, '')
    .replace(/am\/pm|a\/p|上午\/下午/g, 'h');
  // Calendars of other countries count eras (g, e) and years of Buddha (b); weekdays are a.
  if (/[ydegab]/.test(plain)) return 'day';
  if (/[hs]/.test(plain)) return 'time';
  if (plain.includes('m')) return 'day';
  if (plain.includes('%')) return 'percent';
  return /[0#?]/.test(plain) ? 'number' : undefined;
}
