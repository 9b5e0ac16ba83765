import {
  differenceUnit,
  type Day,
  type EmptyMeaning,
  type Grain,
  type RowsColumn,
  type Text,
  type Unit,
} from '@zj/metrics';

/** A name that is in the language of the page already, as a text. */
export function plainText(words: string): Text {
  return { zh: words, en: words };
}

/** A column of figures. */
export function figureColumn(
  name: string,
  label: string | Text,
  { unit, ...more }: Partial<Pick<RowsColumn, 'unit' | 'format' | 'additive' | 'computed'>>,
): RowsColumn {
  return {
    name,
    label: typeof label === 'string' ? plainText(label) : label,
    type: 'DOUBLE',
    role: 'figure',
    additive: false,
    ...(unit && { unit }),
    ...more,
  };
}

/** The column of periods, by their first days. */
export function periodColumn(
  label: string,
  { grain, fiscalStart }: { readonly grain: Grain; readonly fiscalStart?: number },
): RowsColumn {
  return {
    ...{ name: 'period', label: plainText(label), type: 'DATE', role: 'time', inKey: true },
    ...{ additive: false, grain },
    ...(fiscalStart !== undefined && { fiscalStart }),
  };
}

/** The column of the last days that the figures of periods cover, where those are not over. */
export function partialColumn(label: string): RowsColumn {
  return { name: 'partial', label: plainText(label), type: 'DATE', role: 'dimension', additive: false };
}

/** Figures that are computed, per cent or points: one decimal is told of them. */
export const relative = { format: { decimals: 1 }, computed: true } as const;

/** Changes, which are told with their sign. */
export const signed = { format: { decimals: 1, sign: true }, computed: true } as const;

/** A column of words, states or kinds. */
export function wordColumn(
  name: string,
  label: string | Text,
  role: 'dimension' | 'state' | 'kind' = 'dimension',
): RowsColumn {
  return {
    name,
    label: typeof label === 'string' ? plainText(label) : label,
    type: 'VARCHAR',
    additive: false,
    role,
  };
}

/**
 * Why there is no figure of the year before a period: not applicable where that year lies before the data, or the period is not over.
 * Nobody says it of a year within the data: its figure was not reported.
 */
export function lackBefore(
  figure: number | null,
  { start, partial }: { readonly start: Day; readonly partial?: Day },
  first: Day,
): EmptyMeaning | null {
  if (figure !== null) return null;
  const before = `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`;
  return partial !== undefined || before < first ? 'not-applicable' : null;
}

/** The unit of changes: per cent, or percentage points between figures that are per cent themselves. */
export function changeUnit(unit: Unit): Unit {
  const points = differenceUnit(unit);
  return points === unit ? { zh: '%', en: '%' } : points;
}

/**
 * The change of a figure against that of the year before, in the unit of changes; `null` against nothing, or a figure below nothing. What
 * the arithmetic of doubles adds behind the twelfth digit is left out.
 *
 * @example changeOf(112, 100, { zh: '家', en: 'enterprises' }) // 12
 */
export function changeOf(now: number | null, before: number | null, unit: Unit): number | null {
  if (now === null || before === null) return null;
  if (differenceUnit(unit) !== unit) return Number((now - before).toPrecision(12));
  return before > 0 ? Number((((now - before) / before) * 100).toPrecision(12)) : null;
}
