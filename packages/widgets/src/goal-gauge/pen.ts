/** How a theme draws a gauge. Lengths are in sixteenths of an em of its text, as all lengths of a drawing. */
export interface Pen {
  /** The outer diameter of an arc; a ring has nine tenths of it. */
  readonly size: number;
  /** The thickness of the track. */
  readonly thickness: number;
  /** Whether the ends of the track are cut straight. */
  readonly butt: boolean;
}

/** The pen where no theme says another. */
export const pen: Pen = { size: 176, thickness: 14, butt: false };

/**
 * The pen of a theme, read off a probe. The probe has the thickness as its upper padding and the diameter as its left one. A
 * track stays thinner than a third of the diameter, so that a figure has room in it.
 */
export function readPen(em: number, { left, top }: DOMRectReadOnly, cap: string): Pen {
  const inSixteenths = (length: number): number => Math.round((length / em) * 1600) / 100;
  const size = Math.max(inSixteenths(left), 48);
  return { size, thickness: Math.min(Math.max(inSixteenths(top), 1), size / 3), butt: cap === 'butt' };
}

/** Whether two pens draw the same. */
export function isSamePen(one: Pen, other: Pen): boolean {
  return one.size === other.size && one.thickness === other.thickness && one.butt === other.butt;
}
