/** One for all gauges. */
let watcher: ResizeObserver | undefined;

/** Widths in `em` below which a gauge has less room, and from which on it has more. */
const steps = { under: [7, 10, 12, 15], over: [20, 30] } as const;

/** An element that wants to know more of its probe than its width. */
export interface Measured {
  /** `em` is in px; the style is of the probe. */
  measured?(em: number, probe: DOMRectReadOnly, style: CSSStyleDeclaration): void;
}

/**
 * Keeps the attribute `size` of a gauge's root as its width is, in `em` of its text: `under12 under15`; `over20` from 20 on.
 * Container queries would say the same, but with a thousand gauges they cost as much as all other style. The root's first child,
 * the probe, is as wide as the gauge and always 1em high, so that one step cannot bring about another. Its padding holds lengths of
 * the theme that a drawing needs.
 */
export function watchSize(root: Element): void {
  watcher ??= new ResizeObserver((entries) => {
    // All are told before the first is changed: a style that is read after a change is computed anew.
    for (const { target, contentRect } of entries) {
      const host = (target.getRootNode() as ShadowRoot).host as Element & Measured;
      if (contentRect.width > 0)
        host.measured?.(
          contentRect.height,
          contentRect,
          target.ownerDocument.defaultView!.getComputedStyle(target),
        );
    }
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
  // Of the border's box: the padding counts.
  watcher.observe(root.firstElementChild!, { box: 'border-box' });
}

/** Ends it, when the gauge is gone. */
export function unwatchSize(root: Element): void {
  watcher!.unobserve(root.firstElementChild!);
}
