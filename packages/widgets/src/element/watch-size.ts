/** One for all gauges. */
let watcher: ResizeObserver | undefined;

/** Widths in `em` below which a gauge has less room, and from which on it has more. */
const steps = { under: [8, 12, 17], over: [30] } as const;

/**
 * Keeps the attribute `size` of a gauge's root as its width is, in `em` of its text: `under12 under17`; nothing from 17 to 30.
 * Container queries would say the same, but with a thousand gauges they cost as much as all other style. The root's first child,
 * the probe, is as wide as the gauge and always 1em high, so that one step cannot bring about another.
 */
export function watchSize(root: Element): void {
  watcher ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      const width = contentRect.width / contentRect.height;
      const size = [
        ...steps.under.filter((step) => width < step).map((step) => `under${step}`),
        ...steps.over.filter((step) => width >= step).map((step) => `over${step}`),
      ].join(' ');
      const at = target.parentElement!;
      if (!(width > 0)) at.removeAttribute('size');
      // Even the same value would have all style below it computed again.
      else if (at.getAttribute('size') !== size) at.setAttribute('size', size);
    }
  });
  watcher.observe(root.firstElementChild!);
}

/** Ends it, when the gauge is gone. */
export function unwatchSize(root: Element): void {
  watcher!.unobserve(root.firstElementChild!);
}
