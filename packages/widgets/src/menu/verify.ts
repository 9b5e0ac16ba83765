import type { MenuSubject } from '../element/menu-subject.js';
import { findGift } from '../element/source.js';
import { defineBeside } from '../element/beside.js';

/** Whether the figures of an element can be computed again here. */
export function canVerify(element: Element): boolean {
  const around = findGift(element);
  return around?.verify !== undefined && around.canQuery;
}

/** A `<zj-verify>` for a goal, or for the whole release; `define` registers it where the page has none yet. */
export async function createVerify(
  element: Element,
  define: MenuSubject['defineVerify'],
  { goal, elder }: { readonly goal: string; readonly elder: boolean },
): Promise<HTMLElement> {
  const { tag, registry } = await defineBeside(element, 'verify', define);
  const options = { customElementRegistry: registry };
  const verify = element.ownerDocument.createElement(tag, options);
  if (goal) verify.setAttribute('goal', goal);
  verify.toggleAttribute('elder', elder);
  // Its failures are not those of the element around it.
  verify.addEventListener('zj-failed', (event) => event.stopPropagation());
  return verify;
}
