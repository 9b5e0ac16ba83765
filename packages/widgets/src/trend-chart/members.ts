import type { Curve, Trend } from './trend.js';

/** A chart shows at most so many lines, and colours at most so many of them. */
export const [mostLines, mostChosen] = [12, 3] as const;

/** The lines that a chart shows, those of them that are coloured, and those that have no room and stand in the table alone. */
export interface Members {
  readonly shown: readonly Curve[];
  readonly chosen: readonly Curve[];
  readonly left: readonly Curve[];
  /** Names that were asked for, and which there are not. */
  readonly unknown: readonly string[];
}

/**
 * Chooses the lines. By members, the whole stays in the table: beside it they would lie flat. More than twelve lose the smallest by
 * their newest figure, but never one that was asked for.
 */
export function chooseMembers({ curves }: Pick<Trend, 'curves'>, wanted: readonly string[]): Members {
  const members = curves.filter(({ kind }) => kind !== 'total');
  const unknown = wanted.filter((name) => !curves.some(({ id }) => id === name));
  // The whole can be asked for, too.
  const open =
    members.length === 0 ? curves : curves.filter(({ kind, id }) => kind !== 'total' || wanted.includes(id));
  const asked = wanted.flatMap((name) => open.filter(({ id }) => id === name));
  const bySize = [...open].sort((a, b) => newest(b) - newest(a));
  const chosen = (
    asked.length > 0 ? asked : open.length > mostChosen ? [bySize[0]!, smallest(open, bySize)] : bySize
  ).slice(0, mostChosen);
  const first = [...chosen, ...bySize.filter((curve) => !chosen.includes(curve))];
  const kept = open.length > mostLines ? first.slice(0, mostLines - 1) : first;
  return {
    // The chosen ones come first, in their order: the first one is in the first colour.
    shown: [...chosen, ...open.filter((curve) => kept.includes(curve) && !chosen.includes(curve))],
    chosen,
    left: [...open, ...members].filter(
      (curve, at, all) => all.indexOf(curve) === at && !kept.includes(curve),
    ),
    unknown,
  };
}

/** Of those that are drawn the smallest one: the summary names it, as the largest. */
function smallest(open: readonly Curve[], bySize: readonly Curve[]): Curve {
  return bySize[(open.length > mostLines ? mostLines - 1 : open.length) - 1]!;
}

/** The newest figure of a line, by its size. */
function newest({ own }: Curve): number {
  return Math.abs(own.value.filter((value) => value !== null).at(-1) ?? 0);
}
