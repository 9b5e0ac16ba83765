/** A rectangle of the window, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where a list stands that a button opens: below it, above it where there is more room, its end at the end of the button, and always
 * inside of the window.
 *
 * @example placeBeside({ left: 300, top: 10, right: 344, bottom: 54 }, { width: 200, height: 300 }, { width: 400, height: 800 }) // { left: 144, top: 58 }
 */
export function placeBeside(
  button: Box,
  list: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const fits = button.bottom + gap + list.height + edge <= view.height;
  const above = button.top - gap - list.height;
  const wanted = fits || above < edge ? button.bottom + gap : above;
  return {
    left: Math.max(edge, Math.min(button.right - list.width, view.width - list.width - edge)),
    top: Math.max(edge, Math.min(wanted, view.height - list.height - edge)),
  };
}

/** The space to the button, and to the edge of the window. */
const [gap, edge] = [4, 8];
