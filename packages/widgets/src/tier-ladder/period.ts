import type { Day, LadderMove, Period } from '@zj/metrics';

/** The months of a part of a year, by the letter that names it. */
const lengths = { Q: 3, H: 6 } as const;

/**
 * A period as an attribute writes it: `2026`, `2026-H1`, `2026-Q3` or `2026-07`; `undefined` for any other text.
 *
 * @example readPeriod('2026-Q3') // { start: '2026-07-01', end: '2026-09-30' }
 */
export function readPeriod(text: string): Period | undefined {
  const [, year, , part, number, month] = /^(\d{4})(-(?:([QH])([1-4])|(0[1-9]|1[0-2])))?$/.exec(text) ?? [];
  if (year === undefined || year === '0000' || (part === 'H' && Number(number) > 2)) return undefined;
  const length = month ? 1 : part ? lengths[part as keyof typeof lengths] : 12;
  const first = month ? Number(month) : part ? (Number(number) - 1) * length + 1 : 1;
  // The day before the first of the month after it.
  const end = new Date(`${year}-01-01T00:00:00Z`);
  end.setUTCMonth(first + length - 1, 0);
  return { start: `${year}-${`${first}`.padStart(2, '0')}-01`, end: end.toISOString().slice(0, 10) };
}

/** The years of a register, the latest first. */
export function listYears(moves: readonly LadderMove[], through: Day): readonly string[] {
  const last = Number(through.slice(0, 4));
  const first = Number((moves[0]?.date ?? through).slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, at) => `${last - at}`.padStart(4, '0'));
}
