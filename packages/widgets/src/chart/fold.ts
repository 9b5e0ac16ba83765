/** One for all charts that wait for their data. */
let watcher: IntersectionObserver | undefined;
/** Whether each of them is below everything that a reader sees. */
const waiting = new Map<Element, boolean>();

/** Watches whether a chart that waits for its data comes into sight. */
export function watchFold(chart: Element): void {
  if (waiting.has(chart)) return;
  watcher ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries)
      waiting.set(
        target,
        // Without bounds it is in a frame of another site, of which nothing is known.
        !isIntersecting && rootBounds !== null && boundingClientRect.top >= rootBounds.bottom,
      );
  });
  waiting.set(chart, false);
  watcher.observe(chart);
}

/** Ends it. True if the chart was below the fold: what becomes lower there moves nothing that a reader sees. */
export function unwatchFold(chart: Element): boolean {
  const isBelow = waiting.get(chart) ?? false;
  if (waiting.delete(chart)) watcher!.unobserve(chart);
  return isBelow;
}
