import { wordsIn, type Bilingual, type Text } from './text.js';

/** The unit of a quantity. A figure of 5036 with `{ zh: '元', en: 'yuan', power: 8 }` is 5036 × 10⁸ yuan, shown as 5,036亿元. */
export type Unit = Text & {
  /** The English unit of exactly one; `en` where absent. */
  readonly one?: string;
  /** The figures are in ten to this power of the unit; 0 where absent. */
  readonly power?: number;
};

/** The kind of a unit by its words: shares of a hundred or a thousand, differences of such, an index, a multiple. */
export type UnitKind = 'percent' | 'points' | 'per-mille' | 'index' | 'times';

// The order decides: 百分点 holds 百分, and an index in % is one of them already.
const spellings: readonly (readonly [kind: UnitKind, zh: RegExp, en: RegExp])[] = [
  ['points', /百分点/, /percentage[ -]points?|\bper ?cent[ -]points?/i],
  ['percent', /[%％]|百分(比|之|数|率)/, /[%％]|\bper ?cent(ages?)?\b/i],
  ['per-mille', /‰|千分(点|比|之|数|率)/, /‰|\bper ?mill?e?\b|\bpermill?e?\b/i],
  ['index', /指数/, /\bind(ex|exes|ices)\b/i],
  ['times', /^(倍|倍数)$/, /^×$/],
];

/**
 * The kind of a unit by its words in either language, if they have one (QUERIES.md §2).
 *
 * @example unitKind({ zh: '%', en: 'percent' }) // 'percent'
 */
export function unitKind({ zh = '', en = '' }: Text): UnitKind | undefined {
  return spellings.find(([, chinese, english]) => chinese.test(zh.trim()) || english.test(en.trim()))?.[0];
}

/** Whether figures in a unit are relative, so that their sum says nothing: %, percentage points, ‰, an index. */
export function isRelative(unit: Unit | undefined): boolean {
  const kind = unit && unitKind(unit);
  return kind !== undefined && kind !== 'times';
}

/** The unit of differences of percentages. */
export const pointsUnit: Bilingual & Unit = {
  zh: '个百分点',
  en: 'percentage points',
  one: 'percentage point',
};

/**
 * The unit of a difference between two figures of one unit: of percentages it is percentage points.
 *
 * @example differenceUnit({ zh: '%', en: '%' }).en // 'percentage points'
 */
export function differenceUnit(unit: Unit): Unit {
  if (unitKind(unit) !== 'percent') return unit;
  return { ...pointsUnit, ...(unit.power !== undefined && { power: unit.power }) };
}

/**
 * A unit's words as they follow a figure, or a word for a power of ten, in a language. Chinese has no space there, but before a unit
 * that is in English alone. `isOne` says that they follow a figure that reads exactly 1: `1.0`, `−1` and `1 million` do not.
 *
 * @example
 * unitAfter({ en: 'yuan' }, 'zh') // ' yuan'
 * unitAfter({ zh: '家', en: 'enterprises', one: 'enterprise' }, 'en', true) // 'enterprise'
 */
export function unitAfter(unit: Unit, language: keyof Bilingual, isOne = false): string {
  const { words: plural, lang } = wordsIn(unit, language);
  const words = isOne && lang === 'en' && unit.one ? unit.one : plural;
  return (lang !== language && language === 'zh' && /^[a-z]/i.test(words) ? ' ' : '') + words;
}
