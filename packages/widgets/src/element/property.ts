import type { PropertyDeclaration } from 'lit';

/** A declaration without a prototype: a polluted `Object.prototype` cannot change it. */
export function property(
  attribute: string | false,
  type: unknown = String,
  reflect = false,
): PropertyDeclaration {
  return { __proto__: null, attribute, type, reflect } as PropertyDeclaration;
}

/**
 * Gives a class of elements properties that every framework can empty; Lit keeps to them. Frameworks choose by the type of a
 * property's present value how they empty it: Vue writes 0 over a number, and takes an empty text for `true` where a boolean is and
 * for nothing where a text is. So a number is kept as its text, that of an empty field (`NaN`) as an empty one, and a boolean is one
 * from the start.
 *
 * @example static { makeEmptiable(this.prototype, this.properties); }
 */
export function makeEmptiable(
  prototype: object,
  properties: Readonly<Record<string, PropertyDeclaration>>,
): void {
  for (const [name, { type }] of Object.entries(properties)) {
    const [key, isBoolean] = [Symbol(name), type === Boolean];
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Record<symbol, unknown>): unknown {
        return isBoolean ? this[key] === true : this[key];
      },
      set(this: Record<symbol, unknown>, given: unknown) {
        const text = typeof given === 'number' ? `${given}`.replace('NaN', '') : given;
        this[key] = isBoolean ? Boolean(given) : text;
      },
    });
  }
}
