// Student's t and, with Infinity degrees of freedom, the normal distribution: from sums, products and square roots only, so that
// a probability is the same everywhere.

/**
 * The probability that a variable with Student's t distribution is at most `t`; `freedom` is a whole number from 1, or
 * Infinity for the normal distribution (Abramowitz and Stegun 26.7.3, 26.7.4, 26.2.11).
 */
export function probabilityUpTo(t: number, freedom: number): number {
  const inner = freedom === Infinity ? normalCentre(Math.abs(t)) : studentCentre(Math.abs(t), freedom);
  return t < 0 ? (1 - inner) / 2 : (1 + inner) / 2;
}

/** The `t` that a share of the distribution does not exceed; `share` is more than ½ and less than 1. */
export function quantile(share: number, freedom: number): number {
  let low = 0;
  let high = 1;
  while (probabilityUpTo(high, freedom) < share) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (probabilityUpTo(middle, freedom) < share) low = middle;
    else high = middle;
  }
}

/** The probability of lying within ±t, t ≥ 0. */
function studentCentre(t: number, freedom: number): number {
  const square = freedom / (freedom + t * t);
  const cosine = Math.sqrt(square);
  const sine = 1 / Math.sqrt(1 + freedom / (t * t));
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = 0;
  for (let i = odd ? 1 : 0; i < freedom - 1 && term > 0; i += 2) {
    sum += term;
    term *= ((i + 1) / (i + 2)) * square;
  }
  return Math.min(1, odd ? (angle(sine, cosine) + sine * sum) / (Math.PI / 2) : sine * sum);
}

/** The angle in the first quarter with this sine and cosine: halved until its series is short. */
function angle(sine: number, cosine: number): number {
  let slope = sine / (1 + cosine);
  for (let i = 0; i < 3; i++) slope /= 1 + Math.sqrt(1 + slope * slope);
  let [sum, power] = [0, slope];
  for (let i = 1; i < 20; i += 2) {
    sum += power / i;
    power *= -slope * slope;
  }
  return 16 * sum;
}

/** The probability of lying within ±z of a normal distribution, z ≥ 0. */
function normalCentre(z: number): number {
  if (z > 9) return 1;
  let term = z;
  let sum = 0;
  for (let i = 1; term > 0 && sum + term > sum; i += 2) {
    sum += term;
    term *= (z * z) / (i + 2);
  }
  return Math.min(1, 2 * sum * density(z));
}

/** e^(−z²/2) / √(2π), with the exponent made small and the result squared as often. */
function density(z: number): number {
  const small = (z * z) / 128;
  let [sum, term] = [0, 1];
  for (let i = 1; i < 20; i++) {
    sum += term;
    term *= -small / i;
  }
  for (let i = 0; i < 6; i++) sum *= sum;
  return sum / Math.sqrt(2 * Math.PI);
}
