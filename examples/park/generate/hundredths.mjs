/**
 * Hundredths with their point: 1205 → `12.05`.
 *
 * @param {number} steps
 */
export function formatHundredths(steps) {
  const digits = String(steps).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
