/** The value, frozen with all that is in it: what a page changes by mistake would change every later figure. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
