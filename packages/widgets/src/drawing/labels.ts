/** A label beside the end of a line. */
export interface Wanted {
  /** The height that its middle should be at, in px. */
  readonly at: number;
  readonly height: number;
}

/**
 * Where labels in a column stand so that none touches another: the middle of each, in the order given. The sum of the squares of their
 * moves is the least that there is (isotonic regression by pooling adjacent violators). They keep `gap` px between each other and stay
 * between `from` and `to`, where there is room for all: the caller has to make sure of that.
 *
 * @example stackLabels([{ at: 10, height: 20 }, { at: 12, height: 20 }], 0, 100, 2) // [10, 32]: the first stays at the edge, else 0 and 22
 */
export function stackLabels(
  labels: readonly Wanted[],
  from: number,
  to: number,
  gap: number,
): readonly number[] {
  const order = labels.map((_, at) => at).sort((a, b) => labels[a]!.at - labels[b]!.at || a - b);
  // Without the room that those above take, the labels only have to stay in order.
  const above: number[] = [];
  let taken = 0;
  for (const at of order) {
    above.push(taken + labels[at]!.height / 2);
    taken += labels[at]!.height + gap;
  }
  const [least, most] = [from, to - (taken - gap)];
  const pools: { sum: number; count: number }[] = [];
  order.forEach((label, at) => {
    let pool = { sum: labels[label]!.at - above[at]!, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  });
  const places = new Array<number>(labels.length);
  let at = 0;
  for (const { sum, count } of pools) {
    const mean = Math.max(least, Math.min(most, sum / count));
    for (let one = 0; one < count; one++, at++) places[order[at]!] = mean + above[at]!;
  }
  return places;
}

/** The height of a column of labels. */
export function heightOf(labels: readonly Wanted[], gap: number): number {
  return labels.reduce((sum, { height }) => sum + height + gap, -gap);
}
