/**
 * A numbered title in Chinese: a bare numeral is parted from it by “、”, one with its own sign is not.
 *
 * @example numbered('一', '浦东新区') // '一、浦东新区'
 * @example numbered('(一)', '深化体制机制改革') // '(一)深化体制机制改革'
 */
export function numbered(ordinal: string, title: string): string {
  return /^[\d〇一二三四五六七八九十百]+$/.test(ordinal) ? `${ordinal}、${title}` : `${ordinal}${title}`;
}
