/** A fraction of whole numbers; `below` is above zero. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

/** The decimal that a figure prints as, by its digits. */
export function printed(figure: number): Fraction {
  const [, sign, whole, decimals = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
    `${figure}`,
  )!;
  const above = BigInt(`${sign}${whole}${decimals}`);
  const places = decimals.length - Number(power);
  return places >= 0
    ? { above, below: 10n ** BigInt(places) }
    : { above: above * 10n ** BigInt(-places), below: 1n };
}

/** The exact value of a double, by its bits. */
export function exact(figure: number): Fraction {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, figure);
  const bits = view.getBigUint64(0);
  const [sign, power, mantissa] = [bits >> 63n, (bits >> 52n) & 0x7ffn, bits & 0xfffffffffffffn];
  const digits = (power === 0n ? mantissa : mantissa | (1n << 52n)) * (sign === 1n ? -1n : 1n);
  const shift = (power === 0n ? 1n : power) - 1075n;
  return shift >= 0n ? { above: digits << shift, below: 1n } : { above: digits, below: 1n << -shift };
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  above: a.above * b.below + b.above * a.below,
  below: a.below * b.below,
});

export const by = (a: Fraction, b: Fraction): Fraction => ({
  above: a.above * b.above,
  below: a.below * b.below,
});

/** Whether a double is the nearest one to a fraction: neither of its neighbours is nearer. */
export function isNearest(figure: number, aim: Fraction): boolean {
  const apart = (other: number): Fraction => {
    const { above, below } = plus(aim, by(exact(other), { above: -1n, below: 1n }));
    return { above: above < 0n ? -above : above, below };
  };
  const own = apart(figure);
  return [next(figure, 1n), next(figure, -1n)].every((other) => {
    const { above, below } = apart(other);
    return own.above * below <= above * own.below;
  });
}

/** The double beside another, away from zero or towards it. */
function next(figure: number, step: bigint): number {
  if (figure === 0) return Number(step) * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, figure);
  view.setBigUint64(0, view.getBigUint64(0) + step);
  return view.getFloat64(0);
}
