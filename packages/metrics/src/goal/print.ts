/**
 * A figure with so many decimals, as it is told everywhere: taken with 15 significant digits, so that the noise of binary
 * fractions is gone, then rounded half away from zero (METHODS §4).
 *
 * @example roundFigure(8.35, 1) // 8.4
 */
export function roundFigure(figure: number, decimals: number): number {
  const moved = movePoint(Math.abs(+figure.toPrecision(15)), decimals);
  // From 2⁵² on a double has no halves.
  return moved < 2 ** 52 ? Math.sign(figure) * movePoint(Math.floor(moved + 0.5), -decimals) + 0 : figure + 0;
}

/** A figure times a power of ten, moved as on paper: 8.35 by 1 is 83.5, where a product may end in …00001. */
export function movePoint(figure: number, places: number): number {
  const [digits, exponent = 0] = `${figure}`.split('e');
  return +`${digits}e${+exponent + places}`;
}

/** The decimals that a figure prints with: 2 for 8.35. */
export function placesOf(figure: number): number {
  const [digits = '', exponent = '0'] = `${figure}`.split('e');
  return Math.max((digits.split('.')[1] ?? '').length - Number(exponent), 0);
}
