/**
 * Tests over random cases run a tenth of them in `npm test`, and all of them in `npm run soak`, where `SOAK` is set.
 * `SOAK_SEED` begins with another seed, so that another soak tries other cases.
 */
const { SOAK, SOAK_SEED } = (globalThis as { process?: NodeJS.Process }).process?.env ?? {};
const whole = SOAK !== undefined && SOAK !== '' && SOAK !== '0';
const firstSeed = Number(SOAK_SEED ?? 1);

/** How many of `all` cases this run tries: all in a soak, else a tenth. */
export function times(all: number): number {
  return whole ? all : Math.ceil(all / 10);
}

/** How long a test may take that takes `tenth` milliseconds at most in `npm test`. */
export function patience(tenth: number): number {
  return whole ? 10 * tenth : tenth;
}

/** The seeds of the cases of this run, one after another, told in a soak. */
export function seeds(name: string, all: number): readonly number[] {
  const list = Array.from({ length: times(all) }, (_, i) => firstSeed + i);
  if (whole) console.log(`${name}: seeds ${firstSeed} to ${firstSeed + list.length - 1}`);
  return list;
}
