/** The requested bytes of a file: a part, all of it, or bytes that it does not have. */
export type Part = { readonly start: number; readonly end: number } | 'whole' | 'none';

/**
 * Reads a `Range` header (RFC 9110 §14) for a file of so many bytes; `end` is the last byte. Several ranges at once get the
 * whole file, and so does a unit other than bytes.
 *
 * @example
 * readRange('bytes=-5', 100); // { start: 95, end: 99 }
 */
export function readRange(header: string | undefined, size: number): Part {
  if (header === undefined) return 'whole';
  const [, unit, ranges] = /^\s*([\w!#$%&'*+.^`|~-]+)\s*=(.*)$/.exec(header) ?? [];
  if (unit !== undefined && unit.toLowerCase() !== 'bytes') return 'whole';
  const parts = (ranges ?? '').split(',').map((range) => readOne(range.trim(), size));
  if (parts.every((part) => part === 'none')) return 'none';
  return parts.length === 1 ? parts[0]! : 'whole';
}

function readOne(range: string, size: number): Part {
  const [, first, last] = /^(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === undefined || last === undefined || first + last === '') return 'none';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'none' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  // A last byte before the first is no range; a first byte after the end is none of this file.
  return start > end || (last !== '' && Number(last) < start) ? 'none' : { start, end };
}
