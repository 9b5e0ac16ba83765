/**
 * A number: `units` ÷ 10^`scale` exactly, or a DOUBLE that is right within 1e-12 of `size`, the magnitude of its operands; a size
 * of 0 means right to the bit.
 */
export type Figure = Exact | Double;
export interface Exact {
  readonly units: bigint;
  readonly scale: number;
}
export interface Double {
  readonly double: number;
  readonly size: number;
}

/** Reads `-12.30`, 7 or 0.5 exactly. */
export function readExact(value: string | number): Exact {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`${text} is no plain decimal`);
  const [whole, part = ''] = text.split('.') as [string, string?];
  return { units: BigInt(whole + part), scale: part.length };
}

export const zero: Exact = { units: 0n, scale: 0 };

const ten = (power: number): bigint => 10n ** BigInt(power);
const isExact = (a: Figure): a is Exact => 'units' in a;

/** Both in the same units. */
function align(a: Exact, b: Exact): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.units * ten(scale - a.scale), b.units * ten(scale - b.scale), scale];
}

/** An exact number as the nearest DOUBLE, once. */
export function toDouble(a: Figure): Double {
  if (!isExact(a)) return a;
  // Trailing zeros say nothing.
  let { units, scale } = a;
  while (scale > 0 && units % 10n === 0n) [units, scale] = [units / 10n, scale - 1];
  // Both are doubles as they stand, so that one division rounds once.
  if (units > 2n ** 53n || units < -(2n ** 53n) || scale > 22)
    throw new Error(`${units} is too wide for these tests`);
  return { double: Number(units) / Number(ten(scale)), size: 0 };
}

/** The size of a figure's tolerance: never 0 for a figure computed in DOUBLE. */
const sizeOf = (a: Double): number => Math.max(a.size, Math.abs(a.double));

export function add(a: Figure, b: Figure): Figure {
  if (isExact(a) && isExact(b)) {
    const [x, y, scale] = align(a, b);
    return { units: x + y, scale };
  }
  const [x, y] = [toDouble(a), toDouble(b)];
  return { double: x.double + y.double, size: sizeOf(x) + sizeOf(y) };
}

export function negate(a: Figure): Figure {
  return isExact(a) ? { ...a, units: -a.units } : { ...a, double: -a.double };
}

export function subtract(a: Figure, b: Figure): Figure {
  return add(a, negate(b));
}

/** In exact numbers where both are. */
export function product(a: Figure, b: Figure): Figure {
  if (isExact(a) && isExact(b)) return { units: a.units * b.units, scale: a.scale + b.scale };
  return multiply(a, b);
}

/** In DOUBLE. */
export function multiply(a: Figure, b: Figure): Double {
  const [x, y] = [toDouble(a), toDouble(b)];
  return { double: x.double * y.double, size: sizeOf(x) * sizeOf(y) };
}

/** In DOUBLE, by the rule double(a) ÷ double(b): to the bit where both are exact. Null where b is 0. */
export function divide(a: Figure, b: Figure): Double | null {
  const [x, y] = [toDouble(a), toDouble(b)];
  if (y.double === 0) return null;
  const double = x.double / y.double;
  if (x.size === 0 && y.size === 0) return { double, size: 0 };
  const size = (sizeOf(x) + Math.abs(double) * sizeOf(y)) / Math.abs(y.double);
  return { double, size };
}

/** 100·a ÷ |b|: computed in any order, so never to the bit. */
export function percent(a: Figure, b: Figure): Double | null {
  const share = divide(a, toDouble(b).double < 0 ? negate(b) : b);
  return share && { double: 100 * share.double, size: 100 * sizeOf(share) };
}

/** Times 10^`power`. */
export function shift(a: Figure, power: number): Figure {
  if (power === 0) return a;
  if (isExact(a)) return power > 0 ? { ...a, units: a.units * ten(power) } : { ...a, scale: a.scale - power };
  const factor = Number(ten(Math.abs(power)));
  const double = power > 0 ? a.double * factor : a.double / factor;
  return { double, size: power > 0 ? sizeOf(a) * factor : sizeOf(a) / factor };
}

/** Which of two is larger: negative, 0 or positive. */
export function compareFigures(a: Figure, b: Figure): number {
  if (isExact(a) && isExact(b)) {
    const [x, y] = align(a, b);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return toDouble(a).double - toDouble(b).double;
}
