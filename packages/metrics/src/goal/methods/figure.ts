/** Whether a value is a finite number; absent and `null` are not. */
export function isKnown(figure: number | null | undefined): figure is number {
  return typeof figure === 'number' && Number.isFinite(figure);
}

/** The number, without a negative zero; `null` where it is not finite, so that no result is a guess at one that is. */
export function finite(number: number): number | null {
  return Number.isFinite(number) ? number + 0 : null;
}
