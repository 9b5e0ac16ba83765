import { isRelative, unitAfter } from '@zj/metrics/internal';
import { speaker, type Speaker } from '../element/foreign.js';
import { faceOf, type Locale } from '../locale/locale.js';
import type { Scale } from '../locale/words.js';
import { tableWords } from './book.js';
import type { ColumnSummary, FigureState, RowsColumn } from '@zj/metrics';

/** The states that columns have where no contract has words of its own for them. */
const figureStates = ['final', 'provisional', 'estimate', 'revised'] as const;

export type ColumnKind = 'text' | 'figure' | 'day' | 'flag' | 'state';

/** A column in the words of a language. */
export interface Column {
  /** Its place among the columns of the rows. */
  readonly at: number;
  readonly of: RowsColumn;
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Empty without one. */
  readonly unit: string;
  /** A ratio: its sum says nothing. */
  readonly isRelative: boolean;
  /** The words of values that have some. */
  readonly values: ReadonlyMap<string, string>;
  /** The words of a column of states, each with its state. */
  readonly states: ReadonlyMap<string, FigureState>;
  /** The words of all values that are not shown as they are; `null` is an empty cell. */
  readonly words: ReadonlyMap<string | null, string>;
  /** The name of the column beside it that says of which kind a row is. */
  readonly kinds: string | undefined;
  readonly locale: Locale;
}

/** The columns of rows in the words of a language. */
export function readColumns(columns: readonly RowsColumn[], locale: Locale): readonly Column[] {
  const { say }: Speaker = speaker(locale);
  const { scales, text, states, number, space } = faceOf(locale);
  const table = tableWords(locale);
  const kinds = columns.find(({ role }) => role === 'kind')?.name;
  return columns.flatMap((of, at): readonly Column[] => {
    // It is told by the cells beside it.
    if (of.role === 'kind') return [];
    const power = of.unit?.power ?? 0;
    const scale = tellScale(power, scales, { number, space });
    const values = new Map(of.values?.map(({ value, label }) => [value, say(label) || value]));
    const kind = kindOf(of);
    const isKnown = (value: string): boolean => !of.values || values.has(value);
    return [
      {
        at,
        of,
        name: of.name,
        label: say(of.label) || of.name,
        kind,
        unit: of.unit ? `${power === 0 ? '' : scale}${unitAfter(of.unit, text)}`.trim() : '',
        isRelative: isRelative(of.unit),
        values,
        states: new Map(of.states ?? figureStates.map((state) => [state, state])),
        words:
          kind === 'state'
            ? new Map([...Object.entries(states).filter(([value]) => isKnown(value)), [null, states.final]])
            : kind === 'flag'
              ? new Map([
                  ['true', table.yes],
                  ['false', table.no],
                ])
              : values,
        ...{ kinds, locale },
      },
    ];
  });
}

/** The words of a power of ten: 亿, or 100 million, which has no word of its own. */
function tellScale(
  power: number,
  scales: readonly Scale[],
  { number, space }: Pick<ReturnType<typeof faceOf>, 'number' | 'space'>,
): string {
  const [word, known] = scales.find(([, of]) => of <= power) ?? ['', 0];
  if (power <= known) return power < 0 ? `10^${power} ` : word;
  return `${number(`1${'0'.repeat(power - known)}`)}${space}${word}`;
}

function kindOf({ type, role }: RowsColumn): ColumnKind {
  if (role === 'state') return 'state';
  if (type === 'DATE') return 'day';
  if (type === 'BOOLEAN') return 'flag';
  return type === 'VARCHAR' ? 'text' : 'figure';
}

/** The second line of a head: `万元，两位小数`, `文本，6 种`, `月`. */
export function tellKind(column: Column, summary: ColumnSummary | undefined, locale: Locale): string {
  const words = tableWords(locale);
  const { kind, unit, of } = column;
  if (kind === 'day') return of.grain ? words.grains[of.grain] : words.kinds.day;
  if (kind !== 'figure') {
    const count = summary && words.distinct(words.number(`${summary.distinct}`));
    return [words.kinds[kind === 'state' ? 'text' : kind], ...(count && kind !== 'flag' ? [count] : [])].join(
      words.list,
    );
  }
  const decimals = decimalsOf(of.type);
  return [unit || words.kinds.figure, ...(decimals === undefined ? [] : [words.decimals(decimals)])].join(
    words.list,
  );
}

/** The decimals that all figures of a type have; `undefined` for a double. */
export function decimalsOf(type: string): number | undefined {
  const scale = /^DECIMAL\(\d+, ?(\d+)\)$/.exec(type)?.[1];
  return scale ? Number(scale) : type === 'DOUBLE' || type === 'FLOAT' ? undefined : 0;
}
