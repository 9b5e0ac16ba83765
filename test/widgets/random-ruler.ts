import type { OnRuler } from '../../packages/widgets/src/goal-gauge/ruler-scale.js';

/** The limits and the figure of a ruler by a seed: always the same for the same one. */
export function drawRuler(seed: number): OnRuler {
  let state = seed * 2_654_435_761;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const power = Math.floor(random() * 14) - 4;
  const shorten = (figure: number): number => Number(figure.toPrecision(1 + Math.floor(random() * 5)));
  const isSum = random() < 0.2;
  const sign = !isSum && random() < 0.1 ? -1 : 1;
  const limit = shorten(sign * random() * 10 ** power);
  const near = 10 ** (-3 * random());
  const beside = (): number => shorten(limit * (1 + (random() - 0.5) * near));
  const actual =
    random() < 0.1
      ? null
      : isSum
        ? shorten(limit * 1.5 * random())
        : random() < 0.1
          ? shorten(limit * random() * 40)
          : beside();
  const kind = Math.floor(random() * 3);
  const other = beside();
  if (isSum || kind === 0) return { low: null, high: limit, actual, isSum, isCount: false };
  if (kind === 1) return { low: limit, high: null, actual, isSum, isCount: false };
  return { low: Math.min(limit, other), high: Math.max(limit, other), actual, isSum, isCount: false };
}
