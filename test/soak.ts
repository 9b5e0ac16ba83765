/**
 * Tests over random cases run a twentieth of them in `npm test`, and all of them in `npm run soak`, where `SOAK` is set.
 * `SOAK_SEED` begins with another seed, so that another soak tries other cases.
 */
const { SOAK, SOAK_SEED } = (globalThis as { process?: NodeJS.Process }).process?.env ?? {};
/** Whether this is a soak. */
export const whole = SOAK !== undefined && SOAK !== '' && SOAK !== '0';
const firstSeed = Number(SOAK_SEED ?? 1);

/** How many of `all` cases this run tries: all in a soak, else one in so many. */
export function times(all: number, part = 20): number {
  return whole ? all : Math.ceil(all / part);
}

/** How long a test of such cases may take, in milliseconds: in `npm test` as long as any. */
export function patience(): number {
  return 600_000 * (whole ? 20 : 1);
}

/** The seeds of the cases of this run, one after another, told in a soak. */
export function seeds(name: string, all: number, part?: number): readonly number[] {
  const list = Array.from({ length: times(all, part) }, (_, i) => firstSeed + i);
  if (whole) console.log(`${name}: seeds ${firstSeed} to ${firstSeed + list.length - 1}`);
  return list;
}
