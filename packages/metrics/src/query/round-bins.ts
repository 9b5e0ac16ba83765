import type { Day } from '../base/day.js';
import { splitDay } from '../base/day.js';
import { countPeriods, isFiner, nextDay, endOf, startOf, type Grain } from './period.js';

/** The edges of bins, one behind the other: each begins with one and ends before the next. */
export type Edges = readonly string[];

/** Decimals as whole numbers of the last digit after their point. */
interface Scaled {
  readonly value: bigint;
  readonly decimals: number;
}

/**
 * Round edges around all numbers from one to another: at most `most` bins of one width, 1, 2 or 5 times a power of ten. The edges
 * are exact decimals. None where both are one number.
 *
 * @example
 * roundEdges('0.07', '0.93', { most: 12, decimals: 2 }); // ['0.0', '0.1', …, '1.0']
 */
export function roundEdges(
  least: string,
  greatest: string,
  { most, decimals: finest }: { readonly most: number; readonly decimals: number },
): Edges {
  const [low, high] = [parseDecimal(least), parseDecimal(greatest)];
  const decimals = Math.max(low.decimals, high.decimals);
  const [from, to] = [rescale(low, decimals), rescale(high, decimals)];
  if (from === to) return [];
  // The narrowest width that can be enough.
  const start = String(to - from).length - decimals - 3;
  for (let power = Math.max(-finest, start); ; power++) {
    for (const digit of [1n, 2n, 5n]) {
      // The width in units of the last digit; below one digit it is multiplied out of the numbers instead.
      const more = 10n ** BigInt(Math.max(0, -(power + decimals)));
      const width = digit * 10n ** BigInt(Math.max(0, power + decimals));
      const [first, last] = [floorDiv(from * more, width), floorDiv(to * more, width)];
      if (last - first + 1n > BigInt(most)) continue;
      const count = Number(last - first) + 2;
      return Array.from({ length: count }, (_, i) => printStep((first + BigInt(i)) * digit, power));
    }
  }
}

function parseDecimal(text: string): Scaled {
  const [, sign = '', whole = '0', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/.exec(text) ?? [];
  const shift = part.length - Number(power);
  const value = BigInt(sign + whole + part);
  return shift >= 0 ? { value, decimals: shift } : { value: value * 10n ** BigInt(-shift), decimals: 0 };
}

const rescale = ({ value, decimals }: Scaled, to: number): bigint => value * 10n ** BigInt(to - decimals);

function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** A whole number times ten to a power, as a decimal. */
function printStep(steps: bigint, power: number): string {
  if (power >= 0) return String(steps * 10n ** BigInt(power));
  const digits = String(steps < 0n ? -steps : steps).padStart(1 - power, '0');
  return `${steps < 0n ? '-' : ''}${digits.slice(0, power)}.${digits.slice(power)}`;
}

const grains: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];

/**
 * The first days of the periods that days from one to another lie in, and the day after them: at most `most` periods of the finest
 * grain, `grain` or a longer one, or of several years.
 *
 * @example
 * periodEdges('2026-01-01', '2026-10-01', { most: 12, grain: 'month' }); // ['2026-01-01', '2026-02-01', …, '2026-11-01']
 */
export function periodEdges(
  least: Day,
  greatest: Day,
  { most, grain = 'day', fiscalStart = 1 }: PeriodOptions,
): Edges {
  const period = { start: least, end: greatest };
  const fitting = grains
    .filter((one) => !isFiner(one, grain))
    .find((one) => countPeriods(period, one, fiscalStart) <= most);
  if (fitting !== undefined) {
    const edges: Day[] = [startOf(least, fitting, fiscalStart)];
    // The last day of the calendar has none after it.
    while (edges.at(-1)! <= greatest && edges.at(-1) !== '9999-12-31')
      edges.push(nextDay(endOf(edges.at(-1)!, fitting)));
    return edges;
  }
  const [first, last] = [splitDay(least)[0], splitDay(greatest)[0]];
  const years = [2, 5, 10, 20, 50, 100, 200, 500, 1000].find(
    (one) => Math.floor(last / one) - Math.floor(first / one) < most,
  )!;
  const start = Math.floor(first / years) * years;
  const count = Math.floor(last / years) - Math.floor(first / years) + 2;
  // There is no year 0.
  return Array.from(
    { length: count },
    (_, i) => `${String(Math.max(1, start + i * years)).padStart(4, '0')}-01-01`,
  );
}

/** How days are put into periods. */
interface PeriodOptions {
  readonly most: number;
  readonly grain?: Grain;
  readonly fiscalStart?: number;
}
